"""The pictures of single measures: every figure of the answer stands where it belongs, and nothing is drawn of nothing."""

import re
from types import SimpleNamespace

import pytest

from leadpact.queries.evidence import Layout, Shown
from leadpact.web.measure_door import Links
from leadpact.web.measure_figures import DOORS, GROUPS, draw
from leadpact.web.pictures.drawing import Caption
from leadpact.web.pictures.effects import EffectRow, effects
from leadpact.web.pictures.pairs import MirrorRow, Square, mirror, squares
from leadpact.web.pictures.series import Month, control
from leadpact.web.wording import points, times

CAPTION = Caption("Found", "Said.", "counted")
NUMBERS = (["A", "B"], [["x", "1"]])
SHARE = {"share": 0.5, "share_low": 0.4, "share_high": 0.6}


def words(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def seen(name, rows, tables=None, layouts=()):
    """A measure's page with an answer, as pictures take it."""
    body = {
        "measure": name, "sentence": "Said.", "sentence_key": f"{name}.x", "sentence_args": {}, "grade": "Counted",
        "rows": rows, "tables": tables or {}, "parameters": {}, "notes": [], "chart": {"kind": "", "data": {}},
    }  # fmt: skip
    about = SimpleNamespace(name=name, title=name, sentences={}, layouts=layouts)
    page = SimpleNamespace(about=about, body=body, error="")
    return SimpleNamespace(page=page, names={}, own_id=None, promised_s=(), may_open=True,
                           word=lambda code: code.replace("_", " ").capitalize())  # fmt: skip


def test_effects_lie_around_no_difference():
    rows = [EffectRow("Budget", 0.1, 0.04, 0.16, note="met", is_named=True), EffectRow("Need", None, None, None)]
    html = effects(CAPTION, rows, NUMBERS, says=points, towards=("less", "more"))
    assert words(html).startswith(
        "Found Said. Counted : What happened, counted. Budget +10 points met Need too few to compare"
    )
    zero, dot = (
        float(re.search(pattern, html).group(1)) for pattern in (r'class="mean" x1="([\d.]+)%', r'cx="([\d.]+)%')
    )
    assert zero < dot
    assert html.count("<circle") == 1
    assert html.count('class="drow few"') == 1


def test_ratios_are_drawn_by_their_logarithms():
    rows = [EffectRow("twice", 2.0, 1.0, 4.0), EffectRow("half", 0.5, 0.25, 1.0)]
    html = effects(CAPTION, rows, NUMBERS, says=times, neutral=1.0)
    at = [float(x) for x in re.findall(r'cx="([\d.]+)%', html)]
    one = float(re.search(r'class="mean" x1="([\d.]+)%', html).group(1))
    assert one == 50
    assert at[0] - one == pytest.approx(one - at[1], abs=0.02)


def test_mirror_and_squares_are_as_large_as_their_figures():
    html = mirror(CAPTION, [MirrorRow("1-9", 0.4, 0.1, "driven"), MirrorRow("10+", 0.2, 0.4)], ("V", "C"), NUMBERS)
    assert re.findall(r'rect class="(\w)" x="([\d.]+)%?" width="([\d.]+)%"', html) == [
        ("m", "0", "100"), ("s", "0", "25"), ("m", "50", "50"), ("s", "0", "100"),
    ]  # fmt: skip
    html = squares(CAPTION, [Square(100, "a", True), Square(25, "b", False)], ("Yes", "No"), NUMBERS)
    assert re.findall(r'class="sq-(\w+)"[^>]* width="([\d.]+)"', html) == [("yes", "100.0"), ("no", "50.0")]
    assert "<a " not in html.split('class="plot"')[1].split('class="under"')[0]


def test_signals_are_ringed_between_limits_with_the_goal():
    months = [Month("2026-01", 90, 80, 120), Month("2026-02", 132, 80, 120, "a signal")]
    html = control(CAPTION, months, NUMBERS, goal=100)
    assert html.count('class="dot out"') == 1
    assert "2026-02: 132, a signal" in html
    assert "goal: 100" in words(html)
    assert html.count('class="edge"') == 2
    assert control(CAPTION, [], NUMBERS) == ""


ANSWERS = {
    "acceptance": ([{"criterion": "Budget known", "met": 4, "leads": 9, "accepted_difference": 0.12,
                     "accepted_difference_low": 0.05, "accepted_difference_high": 0.2, "accepted_finding": "more"}],
                   {}, "Budget known +12 points 4 of 9"),
    "success_review": ([{"trait": "source", "level": "web", "difference": 0.5, "difference_low": 0.3,
                         "difference_high": 0.6, "finding": "more_won", "won_share": 1.0, "lost_share": 0.5}],
                       {}, "Source: Web +50 points 100% of won, 50% of lost"),
    "speed_to_lead": ([{"compared": "like_with_like", "ratio": 1.57, "ratio_low": 1.2, "ratio_high": 2.0,
                        "fast_share": 0.4, "slow_share": 0.25}], {}, "Like with like 1.6 times fast 40%, slow 25%"),
    "material": ([{"asset_id": "7", "odds_ratio": 1.08, "odds_ratio_low": 0.87, "odds_ratio_high": 1.34,
                   "deals_share": 0.31, "finding": "alike"}], {}, "Material 7 1.1 times used in 31% of deals"),
    "loss_reasons": ([{"what": "deals", "reason": "too_early", "lost": 30, "of": 60, **SHARE, "may_be_first": True}],
                     {}, "Too early 50% (40% – 60%) 30 of 60"),
    "attribution": ([{"rule": "agreed", "team": team, "wins": 50.0, **SHARE} for team in ("marketing", "sales")],
                    {}, "The rule you both signed 50% (40% – 60%) 50 of 100"),
    "source_shares": ([{"among": "leads", "developed_by": "marketing", "count": 3, "share": 0.75},
                       {"among": "leads", "developed_by": "unknown", "count": 1, "share": 0.25}],
                      {}, "Leads 4 Marketing 75%, Nobody knows 25%"),
    "lead_definition": ([{"marketing": "good", "accepted": 60, "rejected": 30}], {}, "60 accepted, good for Marketing"),
    "audience": ([{"segment": "1-9", "visitor_share": 0.34, "customer_share": 0.09, "index": 378, "is_different": True}],
                 {}, "1-9 34% 9.0% 378 visitors for 100 among customers"),
    "goals": ([{"metric": "deals_won", "monthly_target": 10}],
              {"months": [{"metric": "deals_won", "month": "2026-01", "value": 9.0, "low": 4.0, "high": 14.0,
                           "signal": None}]}, "by month what it does by itself goal: 10"),
    "referral": ([{"way": "link", "leads": 40, "followed": 20, "came_back": None, "talked": 8, "deal": 4, "won": 2}],
                 {}, "Leads 40 Followed the link 20 Talked with us 8"),
    "readiness": ([{"outcome": "won"}],
                  {"touches": [{"outcome": "won", "touches": "3-4", "deals": 30, "of": 60, **SHARE}]},
                  "3-4 touches 50% (40% – 60%) 30 of 60"),
    "scoring_quality": ([{"band": "30 to 39", "had": 30, "judged": 60, "had_share": 0.5, "had_share_low": 0.4,
                          "had_share_high": 0.6}], {}, "30 to 39 points 50% (40% – 60%) 30 of 60"),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_the_picture_of_a_measure_shows_its_figures(name):
    rows, tables, shown = ANSWERS[name]
    layouts = (Layout("", "Figures", tuple(Shown(column, column, "text") for column in list(rows[0])[:2])),)
    drawn = draw(seen(name, rows, tables, layouts), Links())
    assert shown in words(drawn.figure)
    assert 'role="img"' in drawn.figure
    assert "Show numbers" in drawn.figure
    assert "style=" not in drawn.figure


def test_every_measure_has_its_place_on_the_list():
    placed = [name for _key, _title, names in GROUPS for name in names]
    assert len(placed) == len(set(placed))
    assert set(DOORS) <= set(placed)
