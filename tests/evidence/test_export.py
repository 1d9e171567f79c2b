"""Results as files, documentation from the declaration, and parameters that are wrong."""

from __future__ import annotations

import csv
import io
import json
import math
import re

import pytest

from leadpact.evidence.catalogue import MEASURES, UnknownMeasure, ask, describe
from leadpact.evidence.export import to_csv, to_vega_lite
from leadpact.evidence.measure import BadParameter
from leadpact.evidence.pictures.of_measures import panels_of
from leadpact.evidence.result import plain
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, sqlite_source
from tests.evidence.measures.beside import everything


@pytest.fixture(scope="module")
def source():
    return sqlite_source(everything(12, 3))


def given_of(name):
    """What a pact would give the measure."""
    return {"promise_share": 0.9} if name == "sla_keeping" else GIVEN.get(name, {})


MARKS = {"area", "bar", "line", "point", "rect", "rule", "square", "text", "tick"}
CHANNELS = {"color", "opacity", "row", "size", "text", "tooltip", "x", "x2", "y", "y2", "yOffset"}
TYPES = {"nominal", "ordinal", "quantitative"}
PARTS = {
    "$schema", "data", "encoding", "facet", "height", "layer", "mark", "resolve", "spec", "title", "transform",
    "vconcat", "width",
}  # fmt: skip


def views(spec, above=None, outer=None):
    """Every single view of a specification with the data and the encoding that it inherits."""
    assert set(spec) <= PARTS, set(spec) - PARTS
    data = spec["data"]["values"] if "data" in spec else above
    encoding = {**(outer or {}), **spec.get("encoding", {})}
    inner = [*spec.get("vconcat", ()), *spec.get("layer", ()), *([spec["spec"]] if "spec" in spec else [])]
    assert bool(inner) != ("mark" in spec)
    if not inner:
        yield spec["mark"], encoding, data
    for each in inner:
        yield from views(each, data, encoding)


def check_view(mark, encoding, data, made):
    """A view has a mark, channels and types that Vega-Lite knows, and fields that its own data have."""
    assert (mark if isinstance(mark, str) else mark["type"]) in MARKS
    assert set(encoding) <= CHANNELS
    assert isinstance(data, list)
    given = {key for row in data for key in row} | made
    for channel, one in encoding.items():
        for each in one if isinstance(one, list) else [one]:
            assert set(each) & {"field", "datum", "value", "condition"}, (channel, each)
            assert each.get("type", "nominal") in TYPES
            if "field" in each:
                assert each["field"] in given
                assert "type" in each or channel in ("x2", "y2")


@pytest.mark.parametrize("name", list(MEASURES))
def test_chart_draws_fields_that_its_data_have(name, source):
    result = ask(name, source, as_of_s=AS_OF, **given_of(name))
    spec = to_vega_lite(result, MEASURES[name].layouts)
    json.dumps(spec, allow_nan=False)
    assert spec["title"]["text"] == result.sentence
    found = list(views(spec))
    assert found
    for mark, encoding, data in found:
        check_view(mark, encoding, data, {"hours"})


@pytest.mark.parametrize("name", sorted(set(MEASURES) - {"funnel", "source_quality", "sla_keeping", "persistence"}))
def test_chart_has_a_view_of_each_panel(name, source):
    result = ask(name, source, as_of_s=AS_OF, **given_of(name))
    spec = to_vega_lite(result, MEASURES[name].layouts)
    titles = [panel.title.english() for panel in panels_of(result.to_json())]
    assert [each["title"]["text"] for each in spec.get("vconcat", ())] == titles


@pytest.mark.parametrize("name", list(MEASURES))
def test_csv_has_the_rows_of_the_result(name, source):
    rows = ask(name, source, as_of_s=AS_OF, **given_of(name)).rows
    read = list(csv.DictReader(io.StringIO(to_csv(rows))))
    assert len(read) == len(rows)
    assert list(read[0]) == list(dict.fromkeys(key for row in rows for key in row))
    assert [row.get("support") for row in read] == [row.get("support") for row in rows]


def test_csv_keeps_formulas_from_running_and_leaves_gaps_empty():
    rows = [{"source": "=cmd()", "share": None, "is_pooled": True}, {"source": "web", "share": 0.5, "more": 3}]
    assert to_csv(rows) == "source,share,is_pooled,more\r\n'=cmd(),,true,\r\nweb,0.5,,3\r\n"
    assert to_csv([]) == "\r\n"


@pytest.mark.parametrize("name", list(MEASURES))
def test_answer_is_json_with_nothing_missing(name, source):
    told = ask(name, source, as_of_s=AS_OF).to_json()
    assert told == json.loads(json.dumps(told, allow_nan=False))
    assert told["measure"] == name
    assert told["as_of"] == "2026-04-11T00:00:00Z"
    assert told["grade"] in ("Counted", "Corrected", "Adjusted", "Tried")
    assert told["parameters"]["as_of_s"] == AS_OF


def test_plain_values():
    assert plain({"a": (1, math.nan, math.inf, True, None, "x", 1 / 3)}) == {
        "a": [1, None, None, True, None, "x", 0.333333333]
    }


@pytest.mark.parametrize("name", list(MEASURES))
def test_every_measure_is_described(name):
    measure = MEASURES[name]
    page = describe(name)
    told = (measure.title, measure.question, measure.counted, measure.formula, measure.published)
    assert all(text in page for text in (*told, *measure.assumptions, *measure.cannot_say))
    assert all(f"| {parameter.name} |" in page for parameter in measure.parameters)


@pytest.mark.parametrize("name", list(MEASURES))
def test_only_a_trial_may_say_because(name):
    words = " ".join(MEASURES[name].sentences.values())
    assert bool(re.findall(r"\b(?:adds|causes|gains|because)\b", words)) is (name == "trials")


def test_a_wrong_name_says_the_nearest():
    with pytest.raises(UnknownMeasure, match=r"no measure funel\. Did you mean funnel\?"):
        ask("funel", sqlite_source([]), as_of_s=AS_OF)
    with pytest.raises(BadParameter, match=r"no parameter since; did you mean since_s\?"):
        ask("funnel", sqlite_source([]), as_of_s=AS_OF, since=3)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, "funnel needs as_of_s"),
        ({"as_of_s": "today"}, "as_of_s is 'today'; expected instant"),
        ({"as_of_s": True}, "as_of_s is True; expected instant"),
        ({"as_of_s": 5, "source": 3}, "source is 3; expected text"),
    ],
)
def test_a_wrong_parameter_is_refused(given, text):
    with pytest.raises(BadParameter, match=text):
        ask("funnel", sqlite_source([]), **given)


def test_a_choice_is_one_of_its_words():
    with pytest.raises(BadParameter, match="event is 'lost'; expected one of reply, won"):
        ask("persistence", sqlite_source([]), as_of_s=AS_OF, event="lost")
