"""What the pictures of an answer show, as plain data: guards, ranges and marks stand where they belong."""

import re

from leadpact.evidence.pictures import of_agreement, of_leads, of_outcomes, of_promises
from leadpact.evidence.pictures.as_svg import draw
from leadpact.evidence.pictures.ink import WIDTH, in_two, short, written
from leadpact.evidence.pictures.panels import (
    Bar,
    Bars,
    Corner,
    Corners,
    Dot,
    Dots,
    Grid,
    Line,
    Mirror,
    Mirrored,
    Part,
    Plane,
    Rule,
    Said,
    Spot,
    code,
    worded,
)

SHARE = {"share": 0.5, "share_low": 0.4, "share_high": 0.6}


def body(name, rows, parameters=None, chart=None, **tables):
    return {"measure": name, "rows": rows, "tables": tables, "parameters": parameters or {},
            "chart": {"kind": "", "data": chart or {}}}  # fmt: skip


def english(row):
    return row.name.english(), row.value.english(), row.note.english()


def cell(source, reason, lost, finding, difference=None):
    return {"what": "deals", "by": "source", "value": source, "reason": reason, "lost": lost, "of": 60,
            "share": lost / 60, "finding": finding, "difference": difference,
            "difference_low": difference and difference - 0.1, "difference_high": difference and difference + 0.1}  # fmt: skip


def test_loss_reasons_are_ranked_bars_and_a_guarded_grid():
    rows = [{"what": "deals", "reason": reason, "lost": lost, "of": 60, **SHARE, "may_be_first": lost > 10}
            for reason, lost in (("too_early", 30), ("price", 9))]  # fmt: skip
    grid = [cell("web", "too_early", 40, "more", 0.3), cell("web", "price", 3, "too_few"),
            cell("fair", "too_early", 20, "like_the_rest", 0.0)]  # fmt: skip
    bars, squares = of_outcomes.loss_reasons(body("loss_reasons", rows, grid=grid))
    assert [english(row) for row in bars.rows] == [
        ("Too early", "50% (40% – 60%)", "30 of 60, clearly first"), ("Price", "50% (40% – 60%)", "9 of 60"),
    ]  # fmt: skip
    assert [(row.low, row.high) for row in bars.rows] == [(0.4, 0.6)] * 2
    assert bars.only == (("what", "deals"),)
    assert isinstance(squares, Grid)
    assert squares.says.english() == (
        "Coloured: 1 of 2 cells that can be compared differ from the rest by more than chance."
    )
    told = {row.name.english(): [(c.value, c.finding, c.says.english()) for c in row.cells] for row in squares.rows}
    assert told == {
        "Fair": [(20 / 60, "like_the_rest", "Too early: 20 of 60, as chance gives"), (None, "too_few", "")],
        "Web": [(40 / 60, "more", "Too early: 40 of 60, 20 to 40 points against the others"),
                (None, "too_few", "Price: 3 of 60, too few to compare")],
    }  # fmt: skip


def test_too_few_losses_have_no_bar_and_no_percentage():
    rows = [{"what": "deals", "reason": "price", "lost": 7, "of": 9, "share": None, "share_low": None,
             "share_high": None, "may_be_first": False}]  # fmt: skip
    (bars,) = of_outcomes.loss_reasons(body("loss_reasons", rows))
    assert bars.rows == (
        Bar(Said("{code}", {"code": "price"}), (), Said("too few to say: {k:,} of {n:,}", {"k": 7, "n": 9})),
    )
    assert bars.rows[0].value.english() == "too few to say: 7 of 9"


def bin_row(first, foretold, came, low, high):
    return {"from_points": first, "to_points": first + 9, "foretold": foretold, "had_share": came, "judged": 100,
            "had": round(100 * came), "had_share_low": round(came - 0.1, 9), "had_share_high": came + 0.1,
            "foretold_low": low, "foretold_high": high}  # fmt: skip


def test_scoring_is_held_against_the_diagonal_and_what_chance_gives():
    rows = [{"band": "30 to 39", "had": 30, "judged": 60, "had_share": 0.5, "had_share_low": 0.4,
             "had_share_high": 0.6, "rising_share": 0.45}]  # fmt: skip
    bins = [bin_row(40, 0.6, 0.3, 0.5, 0.7), bin_row(10, 0.2, 0.25, 0.1, 0.3)]
    plane, dots = of_agreement.scoring_quality(body("scoring_quality", rows, reliability=bins))
    assert [line.kind for line in plane.lines] == ["diagonal"]
    assert plane.lines[0].points == ((0.0, 0.0), (1.0, 1.0))
    assert plane.bands[0].lower == ((0.2, 0.1), (0.6, 0.5))
    assert plane.bands[0].upper == ((0.2, 0.3), (0.6, 0.7))
    assert [(s.x, s.y, s.kind, s.low, round(s.high, 9)) for s in plane.spots] == [
        (0.2, 0.25, "value", 0.15, 0.35), (0.6, 0.3, "out", 0.2, 0.4),
    ]  # fmt: skip
    assert plane.spots[1].says.english() == "40 to 49 points: foretold 60%, come true 30%, 30 of 100"
    assert [(row.name.english(), row.value, row.mark, row.note.english()) for row in dots.rows] == [
        ("30 to 39 points", 0.5, 0.45, "30 of 60")
    ]


def goal(metric, forecast, **more):
    line = {"metric": metric, "currency": None, "goal": f"sales: {metric}", "side": "sales", "target": 30.0,
            "per": "quarter", "monthly_target": 10.0, "months": 12, "state": "stable", "forecast": forecast,
            "forecast_low": None, "forecast_high": None, "chance": None}  # fmt: skip
    return {**line, **more}


def test_a_goal_has_its_limits_its_line_and_a_forecast_with_its_range():
    rows = [goal("deals_won", 33.0, forecast_low=-2.0, forecast_high=40.0, chance="could_go_either_way"),
            goal("qualified_leads", None)]  # fmt: skip
    months = [{"metric": "deals_won", "currency": None, "month": f"2026-{place:02d}", "value": value, "n": None,
               "mean": 10.0, "low": 4.0, "high": 16.0, "signal": signal}
              for place, value, signal in ((1, 9.0, None), (2, 18.0, "outside"))]  # fmt: skip
    control, coming = of_promises.goals(body("goals", rows, months=months))
    assert isinstance(control, Plane)
    assert [(line.kind, line.points) for line in control.lines] == [
        ("line", ((0.0, 9.0), (1.0, 18.0))), ("limit", ((0.0, 16.0), (1.0, 16.0))), ("limit", ((0.0, 4.0), (1.0, 4.0))),
    ]  # fmt: skip
    assert [(rule.kind, rule.at) for rule in control.rules] == [("mean", 10.0), ("goal", 10.0)]
    assert control.only == (("metric", "deals_won"),)
    assert [(s.kind, s.says.english()) for s in control.spots] == [
        ("value", "2026-01: 9"), ("out", "2026-02: 18, a signal"),
    ]  # fmt: skip
    assert [english(row) for row in coming.rows] == [
        ("Deals won, per quarter", "33", "0 – 40; goal 30: could go either way"),
        (
            "Qualified leads, per quarter",
            "no forecast",
            "a share, or too little is known at its present level",
        ),
    ]
    assert [(row.size, row.low, row.high, row.mark) for row in coming.rows] == [
        (33.0, 0.0, 40.0, 30.0), (0, None, None, None),
    ]  # fmt: skip


def kept(promise, k, n, promised, **more):
    share = {"kept_share": k / n, "kept_share_low": k / n - 0.1, "kept_share_high": k / n + 0.05} if n >= 10 else {
        "kept_share": None, "kept_share_low": None, "kept_share_high": None}  # fmt: skip
    return {"promise": promise, "part": "step", "due": n, "kept": k, **share, "promised": promised, "verdict": None,
            "months_kept": None, "months_due": None, **more}  # fmt: skip


def test_promises_are_bullets_against_what_was_promised():
    rows = [kept("data", 80, 100, 0.9), kept("waiting", 7, 9, 0.9),
            {**kept("volume", 0, 10, None), "due": None, "part": "won", "months_kept": 1, "months_due": 5,
             "verdict": "missed"}]  # fmt: skip
    (bars,) = of_promises.promises(body("promises", rows))
    assert [(*english(row), row.mark, row.state, row.size) for row in bars.rows] == [
        ("Came with all the data", "80% (70% – 85%)", "80 of 100, promised 90%", 0.9, "missed", 0.8),
        ("Handed over in time after waiting", "too few to say: 7 of 9", "", 0.9, "", 0),
        ("Goal reached: won", "1 of 5 months", "", 1.0, "missed", 0.2),
    ]


def test_sales_promise_is_a_bullet_too():
    total = {**kept("x", 80, 100, None), "support": "enough"}
    bars = of_promises.kept(body("sla_keeping", [total], chart={"promise_share": 0.75}))
    assert [(*english(row), row.mark, row.state) for row in bars.rows] == [
        ("First touch in time", "80% (70% – 85%)", "80 of 100, promised 75%", 0.75, "kept")
    ]
    assert of_promises.kept(body("sla_keeping", [total])) is None


def test_readiness_puts_won_beside_lost():
    rows = [{"outcome": name, "deals": 40, "days_of_100": value, "days_of_100_low": 1, "days_of_100_high": 50}
            for name, value in (("won", 17), ("lost", 21))]  # fmt: skip
    touches = [
        {"outcome": name, "touches": "3-4", "deals": k, "of": 40, **SHARE} for name, k in (("won", 20), ("lost", 9))
    ]
    ways, counted = of_leads.readiness(body("readiness", rows, touches=touches))
    assert [(row.value, row.second) for row in ways.rows] == [(17, (21, 1, 50))]
    assert counted.rows == (
        Dot(Said("{n} touches", {"n": "3 to 4"}), 0.5, 0.4, 0.6,
            note=Said("{won:,} won, {lost:,} lost", {"won": 20, "lost": 9}), second=(0.5, 0.4, 0.6)),
    )  # fmt: skip


def test_credit_spans_what_all_the_rules_say():
    rows = [{"rule": rule, "team": team, "wins": 10 * share, "share": share, "share_low": None, "share_high": None}
            for rule, own in (("agreed", 0.6), ("first", 0.8), ("last", 0.5))
            for team, share in (("marketing", own), ("sales", 1 - own))]  # fmt: skip
    bars, dots = of_outcomes.attribution(body("attribution", rows))
    assert [(row.size, round(row.low, 9), round(row.high, 9)) for row in bars.rows] == [
        (0.6, 0.5, 0.8),
        (0.4, 0.2, 0.5),
    ]
    assert [english(row) for row in bars.rows] == [
        ("Marketing", "60% (50% – 80%)", "6.0 wins; range over all rules"), ("Sales", "40% (20% – 50%)", "4.0 wins; range over all rules"),
    ]  # fmt: skip
    assert [(row.name.english(), row.value) for row in dots.rows] == [
        ("The rule you both signed", 0.6), ("First touch", 0.8), ("Last touch", 0.5),
    ]  # fmt: skip
    assert (dots.reference, dots.reference_says.english()) == (0.6, "The rule you both signed")
    assert dots.title.english() == "Marketing's share by each rule; sales has the rest"
    nobody = [{**rows[0], "team": "unknown", "wins": wins, "share": wins / 10} for wins in (0.0, 1.0)]
    titles = [of_outcomes.attribution(body("attribution", [*rows, row]))[1].title.english() for row in nobody]
    assert titles == [
        "Marketing's share by each rule; sales has the rest",
        "Marketing's share by each rule; the rest is sales' or nobody's",
    ]


def test_agreement_has_its_mark_of_chance_and_drift_its_mark_of_change():
    rows = [{"marketing": name, "accepted": 60, "rejected": 30, "judged": 90, "accepted_share": 0.67,
             "accepted_share_low": 0.6, "accepted_share_high": 0.7} for name in ("good", "held_back")]  # fmt: skip
    agreement = [{"judged": 180, "agreed": 90, "agreement": 0.5, "agreement_low": 0.4, "agreement_high": 0.6,
                  "by_chance": 0.5, "kappa": 0.0}]  # fmt: skip
    drift = [{"what": "points", "psi": 0.3, "critical": 0.2, "is_changed": True},
             {"what": "source", "psi": None, "critical": None, "is_changed": None}]  # fmt: skip
    corners, dots, moved = of_agreement.lead_definition(body("lead_definition", rows, agreement=agreement, drift=drift))
    assert [(c.size, c.is_agreed) for c in corners.cells] == [(60, True), (30, False), (60, False), (30, True)]
    assert [(row.name.english(), row.mark, row.note.english()) for row in dots.rows] == [
        ("Both say the same", 0.5, "90 of 180; kappa 0.00"), ("Good for Marketing: accepted", None, "60 of 90"),
        ("Held back by Marketing: accepted", None, "60 of 90"),
    ]  # fmt: skip
    assert [(row.name.english(), row.size, row.mark, row.state) for row in moved.rows] == [
        ("By points", 0.3, 0.2, "missed")
    ]


def test_shares_of_sources_have_their_whiskers():
    rows = [{"among": "leads", "developed_by": team, "count": k, "of": 40, "share": k / 40, "share_low": 0.1,
             "share_high": 0.9} for team, k in (("marketing", 30), ("sales", 10), ("others", 0))]  # fmt: skip
    bars, dots = of_leads.source_shares(body("source_shares", rows))
    assert bars.rows[0].parts == (
        Part("marketing", 30, Said("Marketing")), Part("sales", 10, Said("Sales")), Part("others", 0, Said("Others")),
    )  # fmt: skip
    assert [(row.team, row.value, row.low, row.high, row.note.english()) for row in dots.rows] == [
        ("marketing", 0.75, 0.1, 0.9, "30 of 40"), ("sales", 0.25, 0.1, 0.9, "10 of 40"),
    ]  # fmt: skip


def test_persistence_fills_between_today_and_the_kept_and_may_lie_above():
    rows = [{"attempt": place, "is_pooled": False, "cif_as_run": low, "cif_like_with_like": like,
             "cif_if_everyone_had_been_kept": high, "worth_minor": 100 * place}
            for place, low, like, high in ((1, 0.1, 0.1, 0.1), (2, 0.15, 0.3, 0.2))]  # fmt: skip
    plane, worth = of_outcomes.persistence(
        body("persistence", rows, {"currency": "EUR"}, {"attempt_cost_minor": 150}, stop_points=[
            {"band": None, "is_seen": True, "stop_after": 1}])
    )  # fmt: skip
    assert [(line.name.english(), line.points[-1]) for line in plane.lines] == [
        ("as we work today", (3.0, 0.15)), ("if the dropped were like the kept", (3.0, 0.2)),
        ("like with like", (3.0, 0.3)),
    ]  # fmt: skip
    assert plane.bands[0].upper == plane.lines[1].points
    assert plane.ends()[1] == (0.0, 0.3)
    assert plane.rules == (Rule("mark", "x", 2.0, Said("stop here")),)
    assert [(row.size, row.mark, row.parts[0].team) for row in worth.rows] == [(1.0, 1.5, "sales"), (2.0, 1.5, "pale")]


def test_a_plane_begins_at_zero_unless_its_values_are_far_from_it():
    line = (Line("line", ((0.0, 80.0), (1.0, 100.0))),)
    assert Plane(Said("x"), Said("y"), lines=line).ends() == ((0.0, 1.0), (0.0, 100.0))
    assert Plane(Said("x"), Said("y"), lines=line, is_from_zero=False).ends() == ((0.0, 1.0), (80.0, 100.0))
    low = (Spot(0.0, 10.0, Said("x")),)
    assert Plane(Said("x"), Said("y"), lines=line, spots=low, is_from_zero=False).ends()[1] == (0.0, 100.0)


def test_shares_are_never_rounded_to_a_false_whole():
    told = Said("{a:.0%} {b:.0%} {c:.0%} {d:.0%}", {"a": 0.0004, "b": 0.999, "c": 0.054, "d": 1.0})
    assert told.english() == "<0.1% >99% 5.4% 100%"
    assert Bars(Said("x"), ()).rows == Dots(Said("x"), ()).rows == ()


def test_a_long_name_stands_on_two_lines_beside_its_picture():
    name = "Shapley: split among the channels that touched it"
    panel = Dots(Said("Rules"), (Dot(Said("{name}", {"name": name}), 0.5, 0.4, 0.6),))
    drawn = " ".join(draw([panel], 0.0)[0])
    assert ">Shapley: split among the<" in drawn
    assert ">channels that touched it<" in drawn
    assert in_two("short", 30) == ["short"]
    assert in_two("web_form_of_the_german_landing_page_2026", 30) == ["web_form_of_the_german_landing", "_page_2026"]
    assert in_two(" ".join([name] * 2), 30)[1].endswith("…")
    assert short("web_form_of_the_german_landing_page_2026", 30) == "web_form_of_the_german_landin…"


def test_points_are_rounded_as_on_the_page():
    assert [written(value, "points") for value in (0.01, -0.012, 0.02, 0.0001)] == [
        "+1.0 points", "−1.2 points", "+2.0 points", "no difference",
    ]  # fmt: skip


def test_of_several_that_may_be_first_none_is_called_clearly_first():
    rows = [{"what": "deals", "reason": reason, "lost": lost, "of": 60, **SHARE, "may_be_first": lost > 10}
            for reason, lost in (("too_early", 30), ("price", 25), ("other", 5))]  # fmt: skip
    (bars,) = of_outcomes.loss_reasons(body("loss_reasons", rows, grid=[]))
    assert [row.note.english() for row in bars.rows] == [
        "30 of 60, may be first", "25 of 60, may be first", "5 of 60",
    ]  # fmt: skip


def test_no_words_of_a_picture_are_smaller_than_12_pixels_or_run_out_of_it():
    rows = tuple(
        Dot(Said("a" * 30), value, value - 0.09, value + 0.05, note=Said("n" * 30)) for value in (0.111, -0.005)
    )
    spots = (Spot(0.5, 0.5, Said("a"), low=0.4, high=0.6),)
    panels = [
        Dots(Said("x"), rows, "points", neutral=0.0), Dots(Said("x"), rows[:1], reference=0.1, reference_says=Said("all")),
        Plane(Said("x"), Said("y"), spots=spots, spots_say=Said("come true")),
    ]  # fmt: skip
    drawn = "".join(draw(panels, 0)[0])
    assert min(map(int, re.findall(r'font-size="(\d+)"', drawn))) >= 12
    ends = [float(x) + 7.6 * len(words) for x, words in
            re.findall(r'<text x="([\d.]+)"[^>]*font-weight="600" fill="[^"]*">([^<]*)', drawn)]  # fmt: skip
    assert max(ends) <= WIDTH
    assert "+11 points (+2.1 – +16)" in drawn
    assert "│ all" in drawn
    assert ">come true<" in drawn


def test_a_line_of_nobodys_leads_is_grey_and_not_in_the_colour_of_sales():
    grey, blue = (
        "".join(draw([Plane(Said("x"), Said("y"), lines=(Line("line", ((0, 0), (1, 1)), Said("a"), team),))], 0)[0])
        for team in ("nobody", "sales")
    )
    assert 'stroke="#6b7280"' in grey
    assert "#1f5fd0" not in grey
    assert 'stroke="#1f5fd0"' in blue


def test_drift_beyond_chance_but_trifling_is_called_neither_changed_nor_unmoved():
    moved = ((0.2, 0.05, True), (0.06, 0.04, False), (0.03, 0.04, False))
    drift = [
        {"what": "points", "psi": psi, "critical": chance, "is_changed": is_changed}
        for psi, chance, is_changed in moved
    ]
    panels = of_agreement.lead_definition(body("lead_definition", [], drift=drift, bands=[], agreement=[]))
    (bars,) = (panel for panel in panels if getattr(panel, "table", "") == "drift")
    assert [row.note.english() for row in bars.rows] == ["changed", "a little apart", "no visible change"]


def test_every_code_of_a_panel_gets_the_word_of_the_pact():
    bar = Bar(code("no_need"), (), Said("{code}: {n}", {"code": "price", "n": 3}))
    (panel,) = worded([Bars(Said("Why"), (bar,))], {"no_need": "No need for it", "price": "Too dear"}.__getitem__)
    assert (panel.title.english(), english(panel.rows[0])) == ("Why", ("No need for it", "Too dear: 3", ""))


def test_what_a_plane_draws_stands_in_its_legend_told_apart_by_dashes():
    points = ((0.0, 0.1), (1.0, 0.5))
    lines = (Line("edge", points, Said("as we work")), Line("edge", points, Said("had none been dropped"), dash=1))
    rules = (Rule("goal", "y", 0.4, Said("goal: 40%")), Rule("mean", "y", 0.41, Said("mean")))
    shapes = draw([Plane(Said("t"), Said("x"), lines=lines, rules=rules)], 0)[0]
    dashed = ["stroke-dasharray" in shape for shape in shapes if shape.startswith("<path")]
    assert dashed == [False, True]
    legend = shapes[-8:]
    assert [re.sub("<[^>]*>", "", shape) for shape in legend[1::2]] == [
        "as we work",
        "had none been dropped",
        "goal: 40%",
        "mean",
    ]
    assert ["stroke-dasharray" in shape for shape in legend[::2]] == [False, True, False, False]


def test_crowds_have_no_colour_of_a_team_and_corners_say_what_theirs_mean():
    mirror = Mirror(Said("t"), (Said("Visitors"), Said("Customers")), (Mirrored(code("DE"), 0.5, 0.2),))
    told = "".join(draw([mirror], 0)[0])
    assert ("#b4500f" in told, "#1f5fd0" in told) == (False, False)
    corners = Corners(Said("t"), (Said("a"), Said("b")), (Corner(3, Said("x"), is_agreed=True),))
    told = "".join(draw([corners], 0)[0])
    assert told.count("#1f8a5f") == 2
    assert told.index("both say the same") < told.index("they differ")
