"""The pictures: exact places, whole tables, well-formed, and nothing that a strict content policy forbids."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from leadpact.web import charts
from leadpact.web.charts import Bit, Caption
from leadpact.web.pictures import drawing
from leadpact.web.pictures.groups import _apart

STEPS = set(
    re.findall(r"\.([xyw]\d+) ", (Path(charts.__file__).parent / "static" / "steps.css").read_text(encoding="utf-8"))
)
SAID = Caption("Half <is> lost", "Of 100 & more.", "counted", "53 of 1,117", "/c?a=1&b=2", "/j", "/l")

FUNNEL = [
    charts.FunnelRow("Captured", 600, 300, 100, lost=500, open=100, leads_url="/stage/1"),
    charts.FunnelRow("Accepted", 250, 150, 0, lost=350),
    charts.FunnelRow("Won", 30, 20),
]
ATTEMPTS = [
    charts.PersistenceRow(1, 1000, 180, 0.18, 0.18, 0.18, 144_000),
    charts.PersistenceRow(2, 700, 84, 0.25, 0.28, 0.30, 90_000),
    charts.PersistenceRow(3, 500, 20, 0.28, 0.31, 0.40, 5_000),
]
HOURS = [
    charts.AnsweredRow(1, 0.2, 0.15, 0.25, 90),
    charts.AnsweredRow(4, 0.56, 0.5, 0.61, 40),
    charts.AnsweredRow(10, 0.8, 0.7, 0.9, 5),
]
GROUPS = [
    charts.DotRow("Web form", 90, 300, 0.3, 0.25, 0.35, "marketing", leads_url="/w"),
    charts.DotRow("Call", 5, 20, 0.25, 0.1, 0.47, "sales"),
    charts.DotRow("Fair", 3, 8, 0.375, 0.1, 0.7),
]
CURVES = [
    charts.SourceCurve(
        "Web form",
        "marketing",
        20,
        100,
        (
            charts.CurvePoint(30, 0.1, 0.05, 0.2, 80),
            charts.CurvePoint(90, 0.2, 0.1, 0.3, 40),
            charts.CurvePoint(180, 0.25, 0.1, 0.4, 9),
        ),
    ),
    charts.SourceCurve(
        "Fair",
        "marketing",
        2,
        40,
        (charts.CurvePoint(30, 0.05, 0.01, 0.2, 31), charts.CurvePoint(60, 0.06, 0.01, 0.25, 12)),
    ),
]
PEOPLE = [
    charts.PersonDot("Dana <K>", 10, 40, is_outside=True),
    charts.PersonDot("Secret Name", 45, 50),
    charts.PersonDot("New", 0, 0),
]
LIMITS = [charts.TrumpetLimit(10, 0.4, 1), charts.TrumpetLimit(50, 0.6, 0.95)]
WEEKS = [charts.StripWeek("5 Oct", ((20, 20), (18, 20), (16, 20), (2, 20), None))]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"]

FIGURES = {
    "funnel": charts.funnel(SAID, FUNNEL),
    "persistence": charts.persistence(SAID, ATTEMPTS, stop_before=3, cost_minor=6000, currency="EUR"),
    "persistence without worth": charts.persistence(SAID, ATTEMPTS),
    "persistence of nothing": charts.persistence(SAID, []),
    "answered": charts.answered(SAID, HOURS, promise_h=4, half_h=3.2),
    "answered without promise": charts.answered(SAID, HOURS, promise_h=None, half_h=None),
    "answered nothing": charts.answered(SAID, [], promise_h=4),
    "dots": charts.dots(SAID, GROUPS, reference=0.2, first="Source"),
    "no dots": charts.dots(SAID, []),
    "rising": charts.rising(SAID, CURVES),
    "nothing rising": charts.rising(SAID, []),
    "trumpet": charts.trumpet(SAID, PEOPLE, rate=0.8, limits=LIMITS),
    "empty trumpet": charts.trumpet(SAID, [], rate=0, limits=[]),
    "strip": charts.strip(SAID, DAYS, WEEKS, promise=0.9),
    "empty strip": charts.strip(SAID, DAYS, [], promise=0.9),
    "empty funnel": charts.funnel(SAID, []),
}
SMALL = {
    "goal": charts.goal_bar(
        [Bit("m", 300, "Marketing <b>"), Bit("s", 100, "Sales"), Bit("o", 0)],
        target_minor=1000,
        pace_minor=500,
        currency="EUR",
    ),
    "goal passed": charts.goal_bar([Bit("s", 2000, "Sales")], target_minor=1000, pace_minor=None, currency="EUR"),
    "no goal": charts.goal_bar([], target_minor=0, pace_minor=0, currency="EUR"),
    "bullet": charts.bullet(0.56, 0.9),
    "bullet over": charts.bullet(3, 9, top=2, team="m"),
    "spark": charts.spark([1, None, 3, 4], 2, team="m", label="Kept"),
    "short spark": charts.spark([1, None], 2),
    "level spark": charts.spark([2, 2, 2], None),
}
ALL = {**FIGURES, **SMALL}


def tree(html: str) -> ET.Element:
    return ET.fromstring(f"<root>{html}</root>")  # noqa: S314 - our own output


def table(html: str) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in tree(html).iter("tr")]


@pytest.mark.parametrize("name", ALL)
def test_it_is_well_formed_and_obeys_the_content_policy(name):
    for element in tree(ALL[name]).iter():
        assert element.tag not in {"script", "style", "text"}
        forbidden = [key for key in element.attrib if key == "style" or key.startswith(("on", "hx-on"))]
        assert forbidden == []


@pytest.mark.parametrize("name", ALL)
def test_its_step_classes_exist_and_its_numbers_are_real(name):
    for element in tree(ALL[name]).iter():
        steps = [word for word in element.get("class", "").split() if re.fullmatch(r"[xyw]-?\d+", word)]
        assert set(steps) <= STEPS
        for key in ("d", "x", "x1", "x2", "y", "y1", "y2", "cx", "cy", "width", "height"):
            assert not re.search(r"nan|inf|e-", element.get(key, "")), (key, element.get(key))


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_says_finding_sentence_badge_sample_and_links(name):
    figure = tree(FIGURES[name]).find("figure")
    assert figure is not None
    caption = figure.find("figcaption")
    assert caption is not None
    assert [part.text for part in (caption.find("h2"), caption.find("p"))] == ["Half <is> lost", "Of 100 & more."]
    badge = caption.find(".//span[@class='grade counted']")
    assert badge is not None
    assert "".join(badge.itertext()) == "Counted: What happened, counted."
    plot = figure.find("div[@class='plot']")
    assert plot is not None
    assert plot.get("role") == "img"
    assert plot.get("aria-label") is not None
    links = figure.findall(".//p[@class='links']/a")
    assert [(a.get("href"), "".join(a.itertext())) for a in links] == [
        ("/c?a=1&b=2", "CSV"),
        ("/j", "JSON"),
        ("/l", "Leads behind it"),
    ]


def test_the_funnel_counts_lost_and_open_ones_beside_who_found_them():
    assert table(FIGURES["funnel"]) == [
        ["Stage", "All", "Marketing", "Sales", "Others", "Lost here", "Still here"],
        ["Captured", "1,000", "600", "300", "100", "500", "100"],
        ["Accepted", "400", "250", "150", "0", "350", "0"],
        ["Won", "50", "30", "20", "0", "0", "0"],
    ]
    steps = [e.text for e in tree(FIGURES["funnel"]).iter() if e.get("class") == "go-on"]
    assert steps == [None, "40% go on", "12% go on"]
    assert [e.get("width") for e in tree(FIGURES["funnel"]).findall(".//svg[@class='stack']/svg")] == [
        "100%",
        "40%",
        "5%",
    ]
    assert tree(FIGURES["funnel"]).find(".//tbody//a").get("href") == "/stage/1"


def test_persistence_draws_the_range_the_line_and_where_to_stop():
    html = FIGURES["persistence"]
    assert table(html) == [
        ["Attempt", "Waiting before", "Answered", "As today", "Like with like", "Like the kept", "Worth"],
        ["1", "1,000", "180", "18%", "18%", "18%", "€1,440"],
        ["2", "700", "84", "25%", "28%", "30%", "€900"],
        ["3", "500", "20", "28%", "31%", "40%", "€50"],
    ]
    root = tree(html)
    stop = root.find(".//line[@class='stop']")
    assert stop is not None
    assert (stop.get("x1"), stop.get("x2")) == ("66.67%", "66.67%")
    line = root.find(".//path[@class='line']")
    assert line is not None
    assert line.get("d") == "M0.00 55.00L33.33 55.00L33.33 30.00L66.67 30.00L66.67 22.50L100.00 22.50"
    bars = [e.get("class") for e in root.iter("rect") if (e.get("class") or "").startswith("bar")]
    assert bars == ["bar", "bar", "bar off"]
    assert "costs €60" in html
    assert "swatch cost" not in FIGURES["persistence without worth"]


def test_answered_marks_the_promise_and_reads_the_curve_there():
    html = FIGURES["answered"]
    promise = tree(html).find(".//line[@class='deadline']")
    assert promise is not None
    assert promise.get("x1") == "40%"
    assert "<b>56%</b> by the promised 4 h" in html
    assert table(html)[1:] == [
        ["1", "20%", "15%", "25%", "90"],
        ["4", "56%", "50%", "61%", "40"],
        ["10", "80%", "70%", "90%", "5"],
    ]


def test_groups_under_ten_have_no_percentage_and_under_thirty_are_grey():
    root = tree(FIGURES["dots"])
    rows = [
        e
        for e in root.iter("div")
        if (e.get("class") or "").startswith("drow") and "axis" not in (e.get("class") or "")
    ]
    said = [["".join(part.itertext()) for part in row.find("span[@class='dv']") or ()] for row in rows]
    assert said == [
        ["30% (25%\xa0–\xa035%)", "90 of 300"],
        ["25% (10%\xa0–\xa047%)", "5 of 20"],
        ["too few to say", "3 of 8"],
    ]
    assert [row.get("class") for row in rows] == ["drow", "drow few", "drow few"]
    assert [len(row.findall(".//circle")) for row in rows] == [1, 1, 0]
    assert table(FIGURES["dots"])[1:] == [
        ["Web form", "90", "300", "30%", "25%", "35%"],
        ["Call", "5", "20", "25%", "10%", "47%"],
        ["Fair", "3", "8", "–", "–", "–"],
    ]


def test_rising_curves_fade_after_the_last_thirty_and_say_when_ninety_days_are_not_known():
    root = tree(FIGURES["rising"])
    kinds = [e.get("class") for e in root.iter("path") if (e.get("class") or "").startswith("line")]
    assert kinds == ["line m dash0", "line m dash0 faded", "line m dash1", "line m dash1 faded"]
    said = ["".join(e.itertext()) for e in root.iter("span") if e.get("class") == "dv"]
    assert said == ["20% (10%\xa0–\xa030%)of 100 leads", "not known yetnot followed that long yet"]
    assert CURVES[0].at(89) == CURVES[0].points[0]
    assert CURVES[1].at(90) is None


def test_the_trumpet_names_nobody_inside_the_limits():
    html = FIGURES["trumpet"]
    assert "Secret Name" not in html
    assert "Dana &lt;K&gt;" in html
    assert table(html) == [
        ["Who", "Kept", "Due", "Share"],
        ["All together", "55", "90", "80%"],
        ["Dana <K>", "10", "40", "25%"],
    ]
    assert len([e for e in tree(html).iter("g") if (e.get("class") or "").startswith("dot")]) == 2


def test_the_strip_marks_what_broke():
    cells = [(e.get("class"), e.text) for e in tree(FIGURES["strip"]).findall(".//div[@class='strip']//i")]
    assert cells == [("c all", None), ("c kept", None), ("c missed", "–"), ("c bad", "✕"), ("c none", None)]
    assert table(FIGURES["strip"]) == [["Week", *DAYS], ["5 Oct", "20 / 20", "18 / 20", "16 / 20", "2 / 20", "–"]]


def test_the_goal_bar_splits_by_finder_with_the_pace_mark():
    root = tree(SMALL["goal"])
    assert root.find("div").get("aria-label") == "Marketing <b>: €3, Sales: €1, goal €10, pace today €5"
    assert root.find(".//line[@class='tick']").get("x1") == "50%"
    assert [e.get("width") for e in root.findall("./div/svg/svg")] == ["40%"]
    assert [e.get("width") for e in root.findall("./div/svg/svg/svg")] == ["100%", "75%"]
    assert tree(SMALL["goal passed"]).find(".//line[@class='tick goal']").get("x1") == "50%"


def test_marks_stay_inside_their_picture():
    assert [e.get("width") for e in tree(SMALL["bullet over"]).iter("rect")] == ["100%", "100%"]
    assert drawing.exact(-0.1) == "0%"
    assert drawing.step("y", 1.2) == "y0"


def test_a_spark_leaves_a_gap_where_nothing_is_known():
    root = tree(SMALL["spark"])
    assert root.find("span").get("aria-label") == "Kept: 1, –, 3, 4"
    assert len(root.findall(".//path")) == 1
    assert list(tree(SMALL["short spark"]).find("span")) == []


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (0.57, [0, 0.2, 0.4, 0.6]),
        (1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (24, [0, 5, 10, 15, 20, 25]),
        (0.012, [0, 0.005, 0.01, 0.015]),
        (0, [0, 1]),
    ],
)
def test_ticks_are_round_and_reach_the_top(top, ticks):
    assert drawing.scale_ticks(top) == pytest.approx(ticks)


def test_marks_at_the_ends_of_curves_stay_beside_them_and_none_lies_over_another():
    assert _apart([(1.0, 0.5), (1.0, 0.5), (1.0, 0.1)]) == pytest.approx([0.5, 0.4, 0.1])
    assert _apart([(0.7, 0.5), (1.0, 0.5)]) == [0.5, 0.5]
    assert max(_apart([(1.0, 1.0), (1.0, 0.99)])) == pytest.approx(1.0)
    ends = [(0.76, 0.88), (0.77, 0.2), (0.77, 0.34), (0.75, 0.43), (1.0, 0.43), (0.97, 0.45), (0.92, 0.36)]
    assert max(abs(y - placed) for (_, y), placed in zip(ends, _apart(ends), strict=True)) < 0.13


def test_names_in_the_trumpet_do_not_lie_over_each_other():
    far = [charts.PersonDot("Ana", 306, 310, True), charts.PersonDot("Chloé", 256, 268, True)]
    low = [charts.PersonDot("Hugh", 144, 203, True), charts.PersonDot("Ian", 140, 200, True)]
    drawn = charts.trumpet(SAID, [*far, *low], rate=0.88, limits=[charts.TrumpetLimit(310, 0.8, 0.94)])
    kinds = re.findall(r'<span class="(note-left[ \w]*) x\d+ (y\d+)">', drawn)
    assert len(kinds) == len(set(kinds)) == 4
    heights = sorted(int(y[1:]) - (10 if "over" in kind else 0) for kind, y in kinds)
    assert all(second - first >= 9 for first, second in pairwise(heights))


def test_numbers_of_many_columns_become_blocks_on_a_phone_and_stay_a_table_for_who_listens():
    head = ["Rule", "Team", "Points", "As wins", "Share"]
    row = [drawing.Cell("First touch", is_text=True), drawing.Cell("Sales", is_text=True), "28,000", "28.0",
           drawing.Cell("8.9%", "/leads", "5.7% – 12%")]  # fmt: skip
    drawn = drawing.numbers(SAID, head, [row])
    assert '<table class="table stacks" role="table">' in drawn
    assert '<th scope="col" role="columnheader">Team</th>' in drawn
    assert '<td role="cell" data-label="Team"><span class="row-name">Sales</span></td>' in drawn
    assert (
        '<td class="num" role="cell" data-label="Share"><a href="/leads">8.9%</a><small>5.7% – 12%</small></td>'
        in drawn
    )
    first = drawing.numbers(SAID, ["Attempt", *head[1:]], [["1", *row[1:]]])
    assert '<th scope="row" role="rowheader" data-label="Attempt"><span class="row-name">1</span></th>' in first
    few = drawing.numbers(SAID, head[:3], [row[:3]])
    assert '<table class="table">' in few
    assert "data-label" not in few
    assert "Show all" not in drawing.numbers(SAID, head, [row] * 25)
    long = drawing.numbers(SAID, head, [row] * 26)
    assert 'class="table stacks"' in long
    assert "Show all 26 rows</label></details>" in long


def test_of_a_stage_of_fewer_than_ten_no_share_goes_on():
    drawn = charts.funnel(SAID, [charts.FunnelRow(name, n, 0) for name, n in (("a", 20), ("b", 9), ("c", 4))])
    assert re.findall(r'class="go-on">([^<]*)<', drawn) == ["", "45% go on", ""]


def test_where_nothing_can_be_drawn_there_is_no_scale():
    assert 'class="xl' not in charts.dots(SAID, [charts.DotRow("Fair", 3, 8, 0.375, 0.1, 0.7)])
    assert 'class="xl' in charts.dots(SAID, GROUPS)
