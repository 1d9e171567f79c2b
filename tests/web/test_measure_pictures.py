"""The pictures of single measures: every figure of the answer stands where it belongs, and nothing is drawn of nothing."""

import re
from html import unescape
from types import SimpleNamespace

import pytest

from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.measure import Layout, Shown
from leadpact.evidence.pictures import of_leads
from leadpact.evidence.pictures.ink import in_two
from leadpact.evidence.pictures.of_measures import panels_of
from leadpact.evidence.pictures.of_outcomes import RULES
from leadpact.evidence.pictures.panels import (
    Band,
    Bar,
    Bars,
    Dot,
    Dots,
    Grid,
    GridRow,
    Line,
    Plane,
    Rule,
    Said,
    Spot,
    Square,
    code,
)
from leadpact.evidence.svg import to_svg
from leadpact.web import measure_layouts, measure_words
from leadpact.web.measure_door import Links
from leadpact.web.measure_figures import GROUPS, OWN, draw
from leadpact.web.measure_findings import FINDINGS
from leadpact.web.measure_words import speaker
from leadpact.web.pictures import grids, panel_rows, planes
from leadpact.web.pictures.drawing import Caption
from leadpact.web.pictures.pairs import MirrorRow, mirror, squares
from leadpact.web.pictures.pairs import Square as Corner
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, sqlite_source
from tests.evidence.measures.beside import everything

CAPTION = Caption("Found", "Said.", "counted")
NUMBERS = (["A", "B"], [["x", "1"]])
SPEAK = speaker(lambda text: text.replace("_", " ").capitalize())


def words(html):
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", html).split()))


def seen(name, body, layouts=(), sentences=()):
    """A measure's page with an answer, as pictures take it."""
    about = SimpleNamespace(name=name, title=name, sentences=dict(sentences), layouts=layouts)
    page = SimpleNamespace(about=about, body=body, error="")
    return SimpleNamespace(page=page, names={}, own_id=None, promised_s=(), may_open=True,
                           word=lambda code: code.replace("_", " ").capitalize())  # fmt: skip


def test_differences_lie_around_none():
    named = Dot(Said("Budget"), 0.1, 0.04, 0.16, note=Said("met"), is_named=True)
    panel = Dots(
        Said("x"), (named, Dot(Said("Need"), None)), "points", neutral=0.0, towards=(Said("less"), Said("more"))
    )
    html = panel_rows.dots(panel, SPEAK)
    assert words(html) == "Budget +10 points (+4.0 – +16) met Need too few to compare 0 points ← less more →"
    zero, dot = (
        float(re.search(pattern, html).group(1)) for pattern in (r'class="mean" x1="([\d.]+)%', r'cx="([\d.]+)%')
    )
    assert zero < dot
    assert html.count("<circle") == 1


def test_ratios_are_drawn_by_their_logarithms():
    rows = (Dot(Said("twice"), 2.0, 1.0, 4.0), Dot(Said("half"), 0.5, 0.25, 1.0))
    html = panel_rows.dots(Dots(Said("x"), rows, "times", neutral=1.0), SPEAK)
    at = [float(x) for x in re.findall(r'cx="([\d.]+)%', html)]
    one = float(re.search(r'class="mean" x1="([\d.]+)%', html).group(1))
    assert one == 50
    assert at[0] - one == pytest.approx(one - at[1], abs=0.02)


def test_pairs_stand_beside_each_other_and_too_few_are_not_drawn():
    pair = Dot(Said("3-4 touches"), 0.5, 0.4, 0.6, second=(0.25, 0.2, 0.3))
    few = Dot(Said("10+"), 1.0, support="none", second=(0.5, None, None))
    html = panel_rows.dots(Dots(Said("x"), (pair, few), kinds=(Said("won"), Said("lost"))), SPEAK)
    assert re.findall(r'<circle class="(\w+)" cx="([\d.]+)%" cy="(\d+)"', html) == [
        ("ok", "83.33", "8"), ("o", "41.67", "16"),
    ]  # fmt: skip
    assert words(html) == "3-4 touches 50% / 25% 10+ too few to say 0% 20% 40% 60% won lost"


def test_a_plane_has_its_diagonal_its_band_and_rings_what_stands_out():
    spots = (Spot(0.5, 0.5, Said("fits"), "value", 0.4, 0.6), Spot(0.8, 0.2, Said("off"), "out", 0.1, 0.3))
    panel = Plane(
        Said("x"), Said("foretold"), x_unit="share", lines=(Line("diagonal", ((0.0, 0.0), (1.0, 1.0)), Said("as told")),),
        bands=(Band("chance", ((0.0, 0.0), (1.0, 0.9)), ((0.0, 0.1), (1.0, 1.0)), Said("by chance")),), spots=spots,
        rules=(Rule("goal", "y", 0.9, Said("goal: 90%")),), out_says=Said("beyond chance"),
    )  # fmt: skip
    html = planes.plane(panel, SPEAK)
    assert re.findall(r'<path class="([\w ]+)" d="([^"]+)"', html) == [
        ("chance", "M0.00 90.00L100.00 0.00L100.00 10.00L0.00 100.00Z"), ("diagonal", "M0.00 100.00L100.00 0.00"),
    ]  # fmt: skip
    assert re.findall(r'class="dot (\w+)" data-tip="(\w+)"', html) == [("s", "fits"), ("out", "off")]
    assert '<line class="whisker out" x1="80%" x2="80%" y1="90%" y2="70%"/>' in html
    assert '<line class="cost" x1="0" x2="100%" y1="10%" y2="10%"/>' in html
    assert words(html).endswith("as told by chance goal: 90% beyond chance")
    assert planes.spoken(panel, SPEAK) == "fits; off"


def test_a_grid_colours_what_differs_and_shows_no_share_of_too_few():
    cells = (
        Square(0.9, "more", Said("{code}: 9 of 10", {"code": "too_early"})),
        Square(None, "too_few", Said("2 of 3")),
    )
    panel = Grid(Said("x"), (code("too_early"), code("price")), (GridRow(code("web"), 1200, cells),))
    html = grids.grid(panel, SPEAK)
    assert re.findall(r'<i class="gc ([\w-]+)" data-name="([^"]*)" data-tip="([^"]*)">([^<]*)</i>', html) == [
        ("g-more", "Too early", "Too early: 9 of 10", "▲ 90%"), ("g-few", "Price", "2 of 3", "·"),
    ]  # fmt: skip
    assert '<small class="g-left">and 1 with too few to compare</small>' in html
    assert grids.spoken(panel, SPEAK) == "Web: Too early: 9 of 10"
    assert grids.rows_of(panel, SPEAK) == (["Group", "All", "Too early", "Price"], [["Web", "1,200", "90% ▲", "–"]])


def test_mirror_and_squares_are_as_large_as_their_figures():
    html = mirror(CAPTION, [MirrorRow("1-9", 0.4, 0.1, "driven"), MirrorRow("10+", 0.2, 0.4)], ("V", "C"), NUMBERS)
    assert re.findall(r'rect class="(\w)" x="([\d.]+)%?" width="([\d.]+)%"', html) == [
        ("o", "0", "100"), ("n", "0", "25"), ("o", "50", "50"), ("n", "0", "100"),
    ]  # fmt: skip
    html = squares(CAPTION, [Corner(100, "a", True), Corner(25, "b", False)], ("Yes", "No"), NUMBERS, kinds=("y", "n"))
    assert "</i>y</li>" in html
    assert re.findall(r'class="sq-(\w+)"[^>]* width="([\d.]+)"', html) == [("yes", "100.0"), ("no", "50.0")]
    assert "<a " not in html.split('class="plot"')[1].split('class="under"')[0]


@pytest.fixture(scope="module")
def bodies():
    """The answer of every measure on a made company."""
    source = sqlite_source(everything(12, 3))
    return {name: ask(name, source, as_of_s=AS_OF, **GIVEN.get(name, {})).to_json() for name in MEASURES}


@pytest.mark.parametrize("name", [name for name in MEASURES if name not in OWN])
def test_the_page_draws_every_row_of_every_panel(name, bodies):
    body = bodies[name]
    measure = MEASURES[name]
    drawn = draw.__wrapped__(seen(name, body, measure.layouts, measure.sentences), Links())
    figures = [drawn.figure, *drawn.more]
    panels = panels_of(body)
    if not panels:
        pytest.skip("The made company has nothing of this to draw.")
    assert len(figures) == len(panels)
    for figure, panel in zip(figures, panels, strict=True):
        told = words(figure)
        assert SPEAK(panel.title) in told or figure is drawn.figure
        for row in panel.rows if isinstance(panel, (Dots, Bars)) else ():
            assert SPEAK(row.name) in told
            assert (SPEAK(row.value) if isinstance(row, Bar) else words(panel_rows.dot_words(row, panel))) in told
        assert 'role="img"' in figure
        assert "Show numbers" in figure
        assert "style=" not in figure


@pytest.mark.parametrize("name", list(MEASURES))
def test_the_picture_file_names_what_the_page_names(name, bodies):
    svg = to_svg(bodies[name], MEASURES[name].layouts)
    told = unescape(" ".join(re.sub(r"<title>[^<]*</title>|<[^>]*>", " ", svg).split()))
    for panel in panels_of(bodies[name]):
        assert panel.title.english() in told
        for row in panel.rows if isinstance(panel, (Dots, Bars)) else ():
            assert " ".join(in_two(row.name.english(), 30)) in told


@pytest.mark.parametrize("name", list(MEASURES))
def test_words_of_a_picture_file_have_twelve_pixels(name, bodies):
    svg = to_svg(bodies[name], MEASURES[name].layouts)
    sizes = {int(size) for size in re.findall(r'<text x="[^"]+" y="[^"]+" font-size="(\d+)"', svg)}
    assert sizes
    assert min(sizes) >= 12


@pytest.mark.parametrize("name", list(MEASURES))
def test_every_measure_heads_its_picture_with_a_finding(name, bodies):
    found = dict(FINDINGS[name])
    assert set(found) <= set(MEASURES[name].sentences)
    told = bodies[name]["sentence_key"].removeprefix(f"{name}.")
    keys = {told, *(note["key"] for note in bodies[name]["notes"])}
    assert keys & set(found), f"{name}: {told} has no heading"
    answered = [key for key in MEASURES[name].sentences if key == "few" or key.endswith("_few")]
    for key in answered:
        if key in found:
            assert str(found[key]).startswith(("Too few", "No promise"))


def test_every_measure_has_its_place_on_the_list():
    placed = [name for _key, _title, names in GROUPS for name in names]
    assert len(placed) == len(set(placed))
    assert set(MEASURES) == set(placed)


def test_several_codes_in_a_column_are_said_in_words():
    reader = measure_layouts.Reader(None, measure_words.same_code)
    goals = MEASURES["goals"].layouts[0]
    shown = {column.name: column for column in goals.columns}
    row = {"side": "marketing", "stale_because": "moved_since, review_passed"}
    assert reader.text(row, shown["stale_because"]) == "Moved since, Review passed"
    assert reader.text(row, shown["side"]) == "Marketing"
    assert "goal" not in shown


def test_what_is_no_share_of_cases_is_not_said_to_be_of_too_few():
    """A goal by month has no cases due, and a pact may promise no share; few cases are too few."""
    reader = measure_layouts.Reader(None, measure_words.same_code)
    columns = {column.name: column for table in MEASURES["promises"].layouts for column in table.columns}
    volume = {"kept_share": None, "due": None, "promised": None, "target": 180.0}
    assert [reader.text(volume, columns[name]) for name in ("kept_share", "promised", "target")] == ["–", "–", "180"]
    few = {"kept_share": None, "due": 7, "promised": 0.9, "target": 43.3}
    assert [reader.text(few, columns[name]) for name in ("kept_share", "promised", "target")] == [
        "too few",
        "90%",
        "43.3",
    ]


def test_rules_have_the_same_words_in_the_table_as_in_the_picture():
    reader = measure_layouts.Reader(None, measure_words.same_code)
    rule = MEASURES["attribution"].layouts[0].columns[0]
    said = {code: reader.text({"rule": code}, rule) for code in RULES}
    assert said["shapley"] == "Shapley: split among the channels that touched it"
    assert all(said[code].lower().endswith(words.text.lower()) for code, words in RULES.items())


@pytest.mark.parametrize(
    ("name", "table", "column", "value", "says"),
    [
        ("lead_definition", "mix", "bin", "10-19", "10 to 19"), ("lead_definition", "mix", "bin", "90+", "90 or more"),
        ("lead_definition", "mix", "bin", "0-9", "below 10"), ("lead_definition", "mix", "bin", "web", "Web"),
        ("readiness", "touches", "touches", "3-4", "3 to 4"), ("readiness", "touches", "touches", "10+", "10 or more"),
        ("speed_to_lead", "strata", "band", -1, "without points"), ("speed_to_lead", "strata", "band", 60, "60 to 69"),
        ("trials", "points", "points", "none", "without points"),
    ],
)  # fmt: skip
def test_bands_are_written_alike_everywhere(name, table, column, value, says):
    layout = next(each for each in MEASURES[name].layouts if each.table == table)
    shown = next(each for each in layout.columns if each.name == column)
    assert measure_layouts.Reader(None, measure_words.same_code).text({column: value}, shown) == says


def test_under_a_picture_of_a_part_stand_the_numbers_of_that_part():
    columns = (Shown("metric", "Number", "code"), Shown("month", "Month", "text"), Shown("value", "Value"))
    layouts = (Layout("months", "By month", columns),)
    rows = [{"metric": each, "month": "2026-01", "value": n} for each, n in (("deals_won", 3), ("handoffs", 9))]
    about = seen("goals", {"rows": [{"a": 1}], "tables": {"months": rows}, "parameters": {}}, layouts)
    head, told = measure_layouts.table_under(about, Links(), "months", (("metric", "handoffs"),))
    assert (head, [[cell.text for cell in row] for row in told]) == (["Month", "Value"], [["2026-01", "9"]])


@pytest.mark.parametrize("name", list(MEASURES))
def test_no_table_has_the_ends_of_a_range_as_columns_beside_it(name):
    for layout in MEASURES[name].layouts:
        names = {column.name for column in layout.columns}
        assert not {end for end in names if end.removesuffix("_low").removesuffix("_high") in names - {end}}


def test_whom_nobody_knows_has_one_name():
    reader = measure_layouts.Reader(None, measure_words.same_code)
    assert reader.text({"team": "unknown"}, Shown("team", "Team", "code")) == of_leads.TEAM_WORDS["unknown"].english()


def test_credit_without_a_channel_is_not_called_none_as_an_answer_is():
    reader = measure_layouts.Reader(None, measure_words.same_code)
    by_channel = MEASURES["attribution"].layouts[1]
    channel = next(column for column in by_channel.columns if column.name == "channel")
    assert reader.text({"channel": "none"}, channel) == "Without a channel"
    assert reader.text({"channel": "web"}, channel) == "Web"
    assert measure_layouts.key_of(by_channel, {"team": "sales", "channel": "none"})["channel"] == "none"


def test_ratios_have_two_decimals_below_ten_so_that_a_range_beside_one_is_seen():
    assert [planes.written(1.29, "times"), planes.bare(1.04, "times"), planes.bare(12.3, "times")] == [
        "1.29 times",
        "1.04",
        "12",
    ]
    assert planes.axis_words(1.0, "times") == "1"


@pytest.mark.parametrize(
    ("metric", "value", "want"),
    [
        ("handoffs", 90.0, "90"), ("handoffs", 456.27, "456.3"), ("revenue_won", 233_333.33, "233,333"),
        ("promise_kept", 0.8734, "87%"), ("promise_kept", 0.9, "90%"), ("handoffs", None, "–"),
    ],
)  # fmt: skip
def test_a_number_by_month_is_written_as_what_it_is(metric, value, want):
    reader = measure_layouts.Reader(None, measure_words.same_code)
    assert reader.text({"metric": metric, "mean": value}, Shown("mean", "Mean", "followed")) == want


def test_a_difference_of_shares_is_written_in_percentage_points():
    reader = measure_layouts.Reader(None, measure_words.same_code)
    assert reader.text({"error": 0.0843}, Shown("error", "Off by, in percentage points", "points")) == "8.4"
    assert reader.text({"error": None}, Shown("error", "Off by, in percentage points", "points")) == "–"


def test_a_difference_of_shares_is_written_in_points_as_in_the_picture():
    reader = measure_layouts.Reader(SimpleNamespace(own_id=None, names={}), str)
    column = Shown("accepted_difference", "Accepted, met against not", "share")
    row = {"accepted_difference": -0.03, "accepted_difference_low": -0.14, "accepted_difference_high": 0.0002}
    cell = measure_layouts._cell(reader, SimpleNamespace(key=()), row, column, None)
    assert (cell["text"], cell["sub"]) == ("−3.0 points", "−14 – 0")


@pytest.mark.parametrize(("share", "words"), [(0.05, "5%"), (0.1, "10%"), (0.0, "0%"), (0.025, "2.5%"), (1.0, "100%")])
def test_marks_of_an_axis_read_alike(share, words):
    assert planes.axis_words(share, "share") == words


def split_picture(rows, columns):
    layout = Layout("", "x", columns, key=("source", "level"))
    page = SimpleNamespace(body={"rows": rows, "tables": {}, "parameters": {"by": "source"}},
                           about=SimpleNamespace(layouts=(layout,)))  # fmt: skip
    seen = SimpleNamespace(page=page, own_id=None, names={})
    links = Links("", "", "", lambda key: "")
    return measure_layouts.plain_picture(seen, measure_words.same_code, CAPTION, links)


def test_of_a_split_answer_the_same_row_of_each_value_is_drawn_and_said():
    columns = (Shown("source", "Source", "text"), Shown("level", "Level", "text"), Shown("who", "Who", "text"),
               Shown("due", "Due"), Shown("kept", "Kept", "share", of="due"))  # fmt: skip
    rows = [{"source": source, "level": level, "who": None, "due": 50, "kept": 0.5, "kept_low": 0.4, "kept_high": 0.6}
            for source in ("web", "fair") for level in ("All", *map(str, range(9)))]  # fmt: skip
    drawn = split_picture(rows, columns)
    assert re.findall(r'class="dname">([^<]*)<', drawn) == ["Web", "Fair"]
    assert "Drawn of each: All. The table has the rest." in drawn
    numbered = [{**row, "level": row["level"].replace("All", "10")} for row in rows]
    assert "Drawn of each: Level 10. The table has the rest." in split_picture(numbered, columns)
    rows[0] = {**rows[0], "level": "Other"}
    drawn = split_picture(rows, columns)
    assert re.findall(r'class="dname">([^<]*)<', drawn)[:2] == ["Web, Other", "Web, 0"]
    assert "Drawn are the first 12 of 20 rows; the table has them all." in drawn
    drawn = split_picture(rows, columns[:4])
    assert '<b class="num">50</b><span class="go-on">Due</span>' in drawn
