"""What is seen of people in an answer, whatever the measure, the table and the door."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from leadpact.evidence.result import Note, Result
from leadpact.evidence.svg import to_svg
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import Person
from leadpact.queries import evidence as queries
from leadpact.queries.evidence import Layout, MeasurePage, Question, Shown
from leadpact.queries.evidence_view import TooFewPeople, check_key, people_columns, view
from leadpact.web.measure_layouts import reader_of, table_of
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
LAYOUTS = (
    Layout("", "All", (Shown("what", "What", "text"), Shown("done", "Done"))),
    Layout("calls", "Calls", (Shown("caller", "Who", "person"), Shown("calls", "Calls", opens={})), key=("caller",)),
)


@pytest.fixture
def acme():
    return company()


@pytest.fixture
def people(acme):
    """Everybody of the company; none of them may be too few."""
    return list(Person.objects.order_by("pk"))


def page_of(people, **tables):
    """A page of a measure that nobody knows, with figures of people in its tables."""
    told = {
        "calls": [{"caller": each.pk, "calls": 3 + place} for place, each in enumerate(people)],
        "closers": [{"closed_by_id": each.pk, "deals": place} for place, each in enumerate(people)],
        **tables,
    }
    rows = ({"what": "calls", "done": 33},)
    result = Result(
        measure="made_up", as_of="2026-01-01T00:00:00Z", grade="Counted", sentence_key="made_up.x", sentence_args={},
        sentence="Said.", rows=rows, tables={name: tuple(own) for name, own in told.items()},
    )  # fmt: skip
    about = SimpleNamespace(name="made_up", title="Made up", layouts=LAYOUTS, sentences={})
    return MeasurePage(about, None, None, result, result.to_json(), 0, 0, 0, 0, False, False, "")


def told_of(seen):
    """Everything that leaves through the doors: rows, CSV of every table, JSON, picture, chart, and tables of the page."""
    page, nothing = seen.page, SimpleNamespace(csv="", behind=lambda key: str(sorted(key.items())))
    parts = [queries.as_csv(page), *(queries.as_csv(page, name) for name in page.result.tables)]
    parts += [json.dumps(page.body), to_svg(page.body, LAYOUTS), json.dumps(queries.as_vega_lite(page))]
    reader = reader_of(seen, str)
    parts += [str(table_of(reader, layout, page.body["tables"].get(layout.table, ()), nothing)) for layout in LAYOUTS]
    return parts


def ids_in(tables, column):
    return [row[column] for row in tables]


def test_columns_of_people_are_found_by_what_they_are(people):
    assert people_columns(page_of(people)) == {"caller", "closed_by_id"}


@pytest.mark.parametrize("role", ["reader", "salesperson", "marketer", "marketing_head", "sales_head"])
def test_nobody_sees_of_people_what_the_pact_does_not_show(acme, people, role):
    actor = acme.actor(role)
    seen = view(actor, page_of(people), now_s=NOW_S)
    hidden = [each for each in people if each.pk not in seen.names]
    assert hidden
    is_head = role.endswith("_head")
    own = [each.pk for each in people if each.pk == actor.id or (is_head and each.side == actor.side)]
    for table, column in (("calls", "caller"), ("closers", "closed_by_id")):
        told = ids_in(seen.page.result.tables[table], column)
        assert told == own
        assert ids_in(seen.page.body["tables"][table], column) == told
    for part in told_of(seen):
        assert [each.name for each in hidden if each.name in part] == []


def test_limits_stand_only_at_the_sizes_of_those_who_are_shown(acme, people):
    tables = {
        "limits": [{"due": 3}, {"due": 4}],
        "calls": [{"caller": people[0].pk, "due": 4}, {"caller": people[1].pk, "due": 3}],
    }
    actor = replace(acme.actor("reader"), id=people[1].pk)
    assert view(actor, page_of(people, **tables), now_s=NOW_S).page.result.tables["limits"] == ({"due": 3},)


def part_of(people, behind, asked):
    """The same page asked of a part of the leads, with the people behind each part."""
    page = page_of(people, calls=[], closers=[])
    rows = tuple({"source": value, "done": 3} for value in behind)
    notes = tuple(Note("by_value", {"value": value, "key": "x", "args": {}}, f"{value}: said") for value in behind)
    result = replace(page.result, rows=rows, notes=notes, tables={})
    body = {**result.to_json(), "people": {value: [each.pk for each in ids] for value, ids in behind.items()}}
    return replace(page, result=result, body=body, asked=asked)


def test_a_part_behind_which_too_few_people_stand_is_left_out(acme, people):
    sellers = [acme.people["salesperson"], acme.people["other"]]
    behind = {"web": sellers, "fair": sellers[:1], "referral": people[:5], "cold": []}
    page = part_of(people, behind, Question(by="source"))
    for role, sources in (
        ("reader", ["web", "referral", "cold"]), ("marketer", ["web", "referral", "cold"]),
        ("sales_head", ["web", "fair", "referral", "cold"]), ("salesperson", ["web", "fair", "referral", "cold"]),
    ):  # fmt: skip
        seen = view(acme.actor(role), page, now_s=NOW_S)
        assert [row["source"] for row in seen.page.body["rows"]] == sources
        assert [row["source"] for row in seen.page.result.rows] == sources
        assert [note["args"]["value"] for note in seen.page.body["notes"]] == sources
        assert "people" not in seen.page.body
        assert seen.left_out == ({"fair"} if "fair" not in sources else set())


def test_an_answer_about_too_few_people_is_refused_with_what_to_do(acme, people):
    page = part_of(people, {"": [acme.people["other"]]}, Question(source="fair"))
    for role in ("reader", "marketing_head", "salesperson", "operator"):
        with pytest.raises(TooFewPeople, match="Fewer than 5 people stand behind what is chosen here"):
            view(acme.actor(role), page, now_s=NOW_S)
    assert view(acme.actor("sales_head"), page, now_s=NOW_S).page.result.rows == page.result.rows


def test_a_figure_of_somebody_else_does_not_open(acme, people):
    actor, page = acme.actor("salesperson"), page_of(people)
    other = next(each for each in people if each.pk != actor.id)
    for key in ({"caller": str(other.pk)}, {"closed_by_id": str(other.pk)}, {"caller": "x"}):
        with pytest.raises(Forbidden):
            check_key(actor, page, key, now_s=NOW_S)
    check_key(actor, page, {"caller": str(actor.id)}, now_s=NOW_S)
    check_key(actor, page, {"what": "calls"}, now_s=NOW_S)


def test_what_tells_of_nobody_is_as_it_was(acme, people):
    page = replace(page_of(people), result=replace(page_of(people).result, tables={}))
    assert view(acme.actor("reader"), page, now_s=NOW_S).page is page
