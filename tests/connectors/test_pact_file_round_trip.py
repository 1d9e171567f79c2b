"""Every pact that can be written reads as the same pact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadpact.connectors.pact_file import Reading, normalise, read, write
from leadpact.rules.criteria import (
    AccountLeads,
    All,
    AnyOf,
    Between,
    ContainsWord,
    DaysSince,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
)
from leadpact.rules.pact import Gate, GoodLead, Lane, Money, Pact, Points, Trials
from leadpact.rules.pact_reading_criteria import ANY_TOUCH
from leadpact.rules.terms import Field, Span

# The way back, for pacts of every kind.

OWN = (
    Field("revenue", "number", "Revenue"),
    Field("founded", "date", "Founded", "When?"),
    Field("trade", "coded", "Trade", "", ("steel", "wood: fine", "#1")),
)
number = st.integers(-(10**9), 10**9).map(float) | st.floats(-1e6, 1e6).map(lambda x: round(x, 6))
day_number = st.dates(date(1800, 1, 1), date(2200, 1, 1)).map(lambda day: float(day.toordinal() - 719163))
window = st.none() | st.integers(1, 9999).map(float) | st.sampled_from((0.5, 0.1, 1 / 3, 1e-5))
text = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=30).filter(str.strip)
word = text.filter(lambda each: len(each.split()) == 1 and each == each.strip())
once = {"min_size": 1, "max_size": 3, "unique": True}


def bounds(values: st.SearchStrategy[float]) -> st.SearchStrategy[tuple[float | None, float | None]]:
    pair = st.tuples(values, values).map(lambda both: (min(both), max(both)))
    return pair | st.tuples(values, st.none()) | st.tuples(st.none(), values)


leaf = st.one_of(
    st.builds(
        Is,
        st.just("budget"),
        st.lists(st.sampled_from(("approved", "planned", "none")), **once).map(tuple),
        st.booleans(),
    ),
    st.builds(Is, st.just("industry"), st.lists(text, **once).map(tuple), st.booleans()),
    st.builds(lambda pair: Between("revenue", *pair), bounds(number)),
    st.builds(lambda pair: Between("founded", *pair), bounds(day_number)),
    st.builds(Known, st.sampled_from(("need", "source", "trade")), st.booleans()),
    st.builds(ContainsWord, st.just("job_title"), st.lists(word, **once).map(tuple)),
    st.builds(FreeMail, st.booleans()),
    st.just(InList("industry", "ours", frozenset(("NO", "on", "x y")))),
    st.builds(
        Touches,
        st.just(ANY_TOUCH) | st.lists(st.sampled_from(ANY_TOUCH), **once).map(tuple),
        st.none() | text,
        st.integers(1, 9),
        st.none() | st.integers(9, 20),
        window,
    ),
    st.builds(Touches, st.just(("call",)), st.none(), st.just(0), st.integers(0, 9), window),
    st.builds(lambda pair: DaysSince("call", *pair), bounds(st.integers(0, 999).map(float))),
    st.builds(AccountLeads, st.integers(1, 9), window),
)
condition = st.recursive(
    leaf,
    lambda inner: (
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Not, inner)
    ),
    max_leaves=5,
)
row = st.builds(
    Points,
    condition,
    st.integers(0, 1000),
    text,
    st.sampled_from(("fit", "intent", None)),
    st.sampled_from(("sales", "both")),
    text,
)
span = st.builds(
    Span,
    st.integers(1, 999).map(float) | st.sampled_from((0.5, 1.25)),
    st.sampled_from(("minutes", "hours", "days", "working_minutes", "working_hours", "working_days")),
)
changes = st.fixed_dictionaries(
    {
        "name": text,
        "vision": st.just("") | text,
        "version": st.integers(1, 10**6),
        "covers": st.none() | condition,
        "fields": st.just(OWN),
        "good_lead": st.builds(
            GoodLead,
            st.lists(row, min_size=1, max_size=3, unique_by=lambda each: each.when).map(tuple),
            window,
            st.lists(condition, max_size=2).map(tuple),
            st.lists(condition, max_size=1).map(tuple),
        ),
        "trials": st.builds(
            Trials,
            st.integers(0, 1000).map(lambda n: n / 1000),
            st.sampled_from((0.0, 0.07, 0.1)),
            st.booleans(),
            st.sampled_from((None, 0, 8)),
        ),
        "words": st.dictionaries(
            text, st.dictionaries(st.sampled_from(("en", "de", "pt-BR")), text, min_size=1), max_size=3
        ),
    }
)


SMALL = """\
pact: Small
time: {zone: UTC, hours: {mon-fri: 09:00-17:00}}
money: {report_in: EUR}
good_lead: {points: [{when: {field: need, known: true}, points: 60, asked_by: both, because: x}]}
hand_offs:
  - step: over
    lanes: [{lane: all, gate: always, first_touch: 1 hour}]
    short_list: {each_person: 10 a week}
    answer: 1 day
    reject_reasons: [too_early]
follow_up: {attempts: 6 within 15 working days}
deals: {stages: [open], loss_reasons: [price]}
"""


@cache
def small() -> Pact:
    pact = read(SMALL).pact
    assert pact is not None
    return pact


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes, span, st.integers(0, 10**9), st.sampled_from(("EUR", "JPY", "KWD", "CLF")))
def test_what_is_written_reads_as_the_same_pact(change: dict[str, Any], touch: Span, minor: int, currency: str):
    step = small().steps[0]
    lanes = (Lane("a: b", Gate(points=5), touch, Known("need")), Lane("c", Gate(always=True), touch))
    steps = (replace(step, lanes=lanes, answer=touch), replace(step, name="second", lanes=lanes, from_side="sales"))
    deals = replace(small().deals, value_of_a_deal=Money(minor, currency))
    pact = replace(small(), **change, steps=steps, deals=deals)
    assert read(write(pact)) == Reading(pact, ())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes)
def test_what_is_written_is_in_normal_form(change: dict[str, Any]):
    written = write(replace(small(), **change))
    assert normalise(written) == written
