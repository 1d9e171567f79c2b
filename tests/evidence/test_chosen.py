"""Filters: a measure over the chosen leads says what it says of a ledger that holds these leads alone."""

from __future__ import annotations

import pytest

from leadpact.evidence.by import split
from leadpact.evidence.catalogue import MEASURES, ask, items
from leadpact.evidence.chosen import BadFilter, Chosen, check_dimension, chosen, text_literal
from leadpact.evidence.source import _chosen_leads
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, at, company, sqlite_connection, sqlite_source

SIZES = (12, 49, 50, 249, 250, 4000, None)


def told():
    """Three copies of the company, each lead with a trade, a size, a campaign and, once handed over, a version."""
    facts = company(3)
    for fact in facts:
        if fact["kind"] == "captured":
            fact["campaign"] = ("spring", "o'clock \\ 5%", None)[fact["lead_id"] % 3]
        if fact["kind"] in ("handed_over", "qualified"):
            fact["pact_version"] = 1 + fact["lead_id"] // 100 % 2
            fact["pact_id"] = (3, 12, 21)[fact["lead_id"] // 100 % 3]
    more = []
    for lead in sorted({fact["lead_id"] for fact in facts}):
        size = SIZES[lead % len(SIZES)]
        trade = ("logistics", "retail", "unknown")[lead % 3]
        more += [described(lead, "industry", "retail", day=1), described(lead, "industry", trade, day=2)]
        if size is not None:
            more.append(described(lead, "employees", str(size), day=1, number=float(size)))
    more.append({"kind": "asset_viewed", "occurred_s": at(3), "asset_id": 4})  # A fact of no lead.
    return [{**fact, "seq": place + 1} for place, fact in enumerate([*facts, *more])]


def described(lead, field, code, day, number=None):
    return {"kind": "described", "lead_id": lead, "occurred_s": at(day), "side": "buyer", "field": field,
            "value_code": code, "value_number": number}  # fmt: skip


def canonical_leads(facts):
    """The lead that each merged one counts for."""
    into = {}
    for fact in sorted(facts, key=lambda f: (f["occurred_s"], f["seq"])):
        if fact["kind"] == "merged":
            into[fact["lead_id"]] = int(fact["value_number"])
        if fact["kind"] == "unmerged":
            into.pop(fact["lead_id"], None)
    return into


def held(filters):
    """The leads that hold all filters, counted by hand: each with the facts told of those merged into it."""
    facts = [fact for fact in told() if fact["occurred_s"] <= AS_OF and fact.get("recorded_s", 0) <= AS_OF]
    into = canonical_leads(facts)
    own = {}
    for fact in sorted((f for f in facts if f.get("lead_id")), key=lambda f: (f["occurred_s"], f["seq"])):
        own.setdefault(into.get(fact["lead_id"], fact["lead_id"]), []).append(fact)
    return {lead for lead, story in own.items() if all(holds(story, name, value) for name, value in filters.items())}


def holds(story, name, value):
    captured = next((fact for fact in story if fact["kind"] == "captured"), None)
    if name == "version":
        hands = [f for f in story if f["kind"] == "handed_over"] or [f for f in story if f["kind"] == "qualified"]
        return bool(hands) and str(hands[0]["pact_version"]) == value
    if name == "pact":
        hands = [f for f in story if f["kind"] == "handed_over"] or [f for f in story if f["kind"] == "qualified"]
        return bool(hands) and str(hands[0]["pact_id"]) in value.split(",")
    if name == "segment":
        field, _, wanted = value.partition("=")
        last = [fact["value_code"] for fact in story if fact["kind"] == "described" and fact["field"] == field]
        code = last[-1] if last else "unknown"
        low, dash, high = wanted.rstrip("+").partition("-")
        if low.isdigit() and (dash or wanted.endswith("+")):
            return code.isdigit() and int(low) <= int(code) <= int(high or 10**9)
        return code == wanted
    if captured is None:
        return name in ("source", "team") and value == "unknown"
    if name == "team":
        teams = {"buyer": "marketing", "marketing": "marketing", "sales": "sales"}
        return teams.get(captured.get("side"), "unknown") == value
    return (captured.get(name) or "unknown") == value


FILTERS = [
    {"source": "web"},
    {"team": "sales"},
    {"team": "marketing", "version": "1"},
    {"campaign": "spring"},
    {"campaign": "o'clock \\ 5%"},
    {"campaign": "unknown"},
    {"segment": "industry=logistics"},
    {"segment": "industry=unknown"},
    {"segment": "employees=50-249"},
    {"segment": "employees=250+"},
    {"segment": "employees=unknown"},
    {"version": "2"},
    {"pact": "12"},
    {"pact": "3,21"},
    {"pact": "2,1", "source": "web"},
    {"pact": "3,12", "version": "1"},
    {"segment": "employees=12-4000", "team": "marketing"},
    {"source": "web", "campaign": "spring", "segment": "industry=logistics", "version": "1", "team": "marketing"},
]


ASKED = [("funnel", each) for each in FILTERS] + [(name, each) for name in MEASURES for each in FILTERS[-2:]]


@pytest.mark.parametrize(("name", "filters"), ASKED, ids=lambda given: given if type(given) is str else str(given))
def test_the_chosen_leads_are_all_there_is(name, filters):
    facts = told()
    leads = held(filters)
    into = canonical_leads([f for f in facts if f["occurred_s"] <= AS_OF])
    alone = [f for f in facts if not f.get("lead_id") or into.get(f["lead_id"], f["lead_id"]) in leads]
    source = sqlite_source(facts).of(chosen(AS_OF, filters))
    given = {"as_of_s": AS_OF, **GIVEN.get(name, {})}
    assert ask(name, source, **given).to_json() == ask(name, sqlite_source(alone), **given).to_json()


def test_the_leads_behind_a_figure_are_those_of_the_chosen():
    source = sqlite_source(told())
    every = items("funnel", source, {"as_of_s": AS_OF}, {"stage": "captured"})
    for filters in FILTERS:
        narrow = source.of(chosen(AS_OF, filters))
        found = items("funnel", narrow, {"as_of_s": AS_OF}, {"stage": "captured"})
        assert found == sorted(held(filters) & set(every)), filters
    assert 0 < len(found) < len(every)


def test_values_are_texts_whatever_they_hold():
    connection = sqlite_connection([])
    for text in ("it's", "'; drop table facts; --", "back\\slash", "${chosen_team}", "100 %", "", "ü€"):
        assert connection.execute(f"select {text_literal(text, 'sqlite')}").fetchone() == (text,)
        source = sqlite_source(told()).of(Chosen(AS_OF, source=text, campaign=text))
        assert ask("funnel", source, as_of_s=AS_OF).rows == ()
    assert text_literal("it's a \\", "duckdb") == "'it''s a \\'"
    assert text_literal("it's a \\", "spark") == "'it\\'s a \\\\'"
    assert text_literal("it's a \\", "clickhouse") == "'it''s a \\\\'"


def test_sql_is_compiled_once_for_a_set_of_filters():
    query, source = MEASURES["funnel"].queries[0], sqlite_source(told())
    assert source.of(chosen(AS_OF, {})) is source
    first, second = (source.of(chosen(AS_OF, {"source": name})) for name in ("web", "fair"))
    assert first.begins != second.begins
    assert first.compiled(query.build, query.needs) is second.compiled(query.build, query.needs)
    assert _chosen_leads.cache_info().currsize <= len(FILTERS) + 5


@pytest.mark.parametrize(
    ("filters", "says"),
    [
        ({"colour": "red"}, "no filter colour; there are: source, team, segment, pact, version, campaign"),
        ({"team": "support"}, "team is 'support'; expected who found the lead: marketing, sales, unknown"),
        ({"segment": "industry"}, "expected a field and its value, such as industry=logistics"),
        ({"segment": "employees=249-50"}, "a span begins with the smaller number, such as employees=50-249"),
        ({"segment": "employees=50-"}, r"a span without an end is written with a plus: employees=50\+"),
        ({"segment": "=logistics"}, "expected a field and its value"),
        ({"version": "one"}, "version is 'one'; expected the number of a version"),
        ({"pact": "1;2"}, "pact is '1;2'; expected the ids of its versions"),
        ({"source": "a\0b"}, "source holds a zero sign"),
    ],
)
def test_a_filter_that_cannot_be_read_is_refused(filters, says):
    with pytest.raises(BadFilter, match=says):
        chosen(AS_OF, filters)


def test_a_split_by_version_speaks_of_leads_that_none_judged_only_where_there_are_some():
    judged = {fact["lead_id"] for fact in told() if fact["kind"] in ("handed_over", "qualified")}
    facts = [fact for fact in told() if fact.get("lead_id") in judged and fact["kind"] not in ("merged", "unmerged")]
    found = split(MEASURES["funnel"], sqlite_source(facts), chosen(AS_OF, {}), "version", {"as_of_s": AS_OF})
    assert found.rows
    assert "unjudged" not in {note.key for note in found.notes}


@pytest.mark.parametrize("dimension", ["source", "team", "campaign", "version", "industry", "employees"])
@pytest.mark.parametrize("most", [1, 8])
def test_a_measure_split_by_a_dimension_says_of_each_value_what_it_says_of_it_alone(dimension, most):
    source, funnel = sqlite_source(told()), MEASURES["funnel"]
    found = split(funnel, source, chosen(AS_OF, {}), dimension, {"as_of_s": AS_OF}, most)
    sizes = source.sizes(dimension, AS_OF)
    assert sizes == sorted(sizes, key=lambda row: (-row[1], row[0]))
    shown = [value for value, _ in sizes]
    if len(shown) > most + 1:
        shown = [*shown[:most], "all_others"]
    assert list(dict.fromkeys(row[dimension] for row in found.rows)) == shown
    name = dimension if dimension in ("source", "team", "campaign", "version") else "segment"
    for value in shown:
        if value == "all_others":
            continue
        filters = {name: f"{dimension}={value}" if name == "segment" else value}
        alone = ask("funnel", source.of(chosen(AS_OF, filters)), as_of_s=AS_OF)
        own = [{key: row[key] for key in row if key != dimension} for row in found.rows if row[dimension] == value]
        assert own == [{key: row[key] for key in row if key != dimension} for row in alone.rows]
    others = [note.text for note in found.notes if note.key == "unjudged"]
    assert others == (["Leads that no version of a pact judged are in none of them."] if dimension == "version" else [])
    if dimension != "version":  # Others were never judged.
        whole = ask("funnel", source, as_of_s=AS_OF)
        assert sum(row["captured"] for row in found.rows) == sum(row["captured"] for row in whole.rows)


def test_a_dimension_that_no_lead_has_is_refused():
    check_dimension("employees")
    check_dimension("fleet", ["fleet"])
    with pytest.raises(BadFilter, match="no dimension industri to split by; did you mean industry"):
        check_dimension("industri")
    with pytest.raises(BadFilter, match="there are: source, team, campaign, version, country"):
        check_dimension("zzz")
