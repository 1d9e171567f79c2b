"""Periods, sources and filters against a second count of the leads that they leave, on a made company."""

from __future__ import annotations

import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.chosen import chosen
from tests.evidence import made_company
from tests.evidence.company import DAY, sqlite_source
from tests.evidence.made_company import AS_OF
from tests.evidence.second_hand_chosen import in_period, of_filters
from tests.evidence.second_hand_facts import counting_room
from tests.evidence.test_second_hand import ASKED, BY_HAND, FIRST_FOUR, plain_rows, told_by_first_four

FACTS = made_company.made_company(180, 23)
SINCE, UNTIL = AS_OF - 150 * DAY, AS_OF - 20 * DAY
BY_PERIOD = {
    "acceptance": "hand",
    "attribution": "win",
    "backtrack": "hand",
    "funnel": "story",
    "lead_definition": "story",
    "persistence": "begun",
    "readiness": "end",
    "scoring_quality": "hand",
    "source_quality": "story",
    "source_shares": "story",
    "speed_to_lead": "hand",
    "success_review": "end",
}
"""By which instant of its leads a measure's period goes."""
FILTERS = (
    {"source": "web"},
    {"team": "sales"},
    {"campaign": "spring"},
    {"version": "1"},
    {"segment": "industry=retail"},
    {"segment": "employees=100-600", "team": "marketing"},
)


@pytest.fixture(scope="module")
def source():
    return sqlite_source(FACTS)


@pytest.mark.parametrize("measure", list(BY_PERIOD))
def test_a_period_leaves_the_leads_that_the_second_hand_picks(source, measure):
    facts = in_period(FACTS, AS_OF, BY_PERIOD[measure], SINCE, UNTIL)
    assert 0 < len(facts) < len(FACTS)
    check(source, measure, facts, since_s=SINCE, until_s=UNTIL)


def test_clocks_are_chosen_by_their_hand_off(source):
    check(source, "sla_keeping", FACTS, since_s=SINCE, until_s=UNTIL)


@pytest.mark.parametrize("measure", [name for name in BY_PERIOD if name not in FIRST_FOUR])
def test_so_does_a_source(source, measure):
    check(source, measure, in_period(FACTS, AS_OF, BY_PERIOD[measure], source="web"), source="web")


@pytest.fixture(scope="module", params=FILTERS, ids=lambda each: " ".join(each.values()))
def narrowed(request, source):
    """A source with filters, the facts that they leave by the second hand, and its room with them."""
    facts = of_filters(FACTS, AS_OF, **request.param)
    return source.of(chosen(AS_OF, request.param)), facts, counting_room(facts, AS_OF)


@pytest.mark.parametrize("measure", [*BY_HAND, *FIRST_FOUR])
def test_any_filter_holds_for_any_measure(narrowed, measure):
    asked, facts, room = narrowed
    check(asked, measure, facts, room)


def check(asked, measure, facts, room=None, **given):
    """The measure asked of a source against the second hand's count of the facts that are left."""
    for table, ours, theirs in both_told(asked, measure, facts, room, **given):
        assert ours == theirs, table


def both_told(asked, measure, facts, room=None, **given):
    """Each table with the rows of the measure and those of the second hand, which counts the facts that are left."""
    if measure in FIRST_FOUR:
        yield "counts", *told_by_first_four(measure, asked, facts, AS_OF, **given)
        return
    result = ask(measure, asked, as_of_s=AS_OF, **ASKED.get(measure, {}), **given)
    for table, want in BY_HAND[measure](room or counting_room(facts, AS_OF), AS_OF).items():
        if measure == "lead_definition" and "since_s" in given and table != "rows":
            continue  # What is handed over lately stands against what was before, whatever the period.
        yield table, *plain_rows(measure, table, result, want)
