"""Two leads that are one buyer count once in every measure, and each for itself again when they are parted."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadpact.evidence.catalogue import MEASURES
from leadpact.ledger import reader
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Lead
from leadpact.operations import merging, refresh
from leadpact.rules.lead import valid
from tests.company import NOW_S
from tests.history import with_history

pytestmark = pytest.mark.django_db
AS_OF = NOW_S + 86_400
PAIRS = st.lists(st.sampled_from((1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13)), min_size=2, max_size=2, unique=True)


FIVE = ("funnel", "source_quality", "attribution", "acceptance", "sla_keeping")


def asked(names=FIVE):
    """What measures say, to the last figure."""
    return {name: refresh.run_now(name=name, parameters={}, now_s=AS_OF) for name in names}


def counted(said):
    """How many each measure counts, by its own rows."""
    rows = {name: body["rows"] for name, body in said.items()}
    return {
        "funnel": sum(row["captured"] for row in rows["funnel"]),
        "source_quality": sum(row["leads"] for row in rows["source_quality"] if row["day"] == 30),
        "acceptance": rows["acceptance"][0]["leads"],
        "attribution": sum(row["wins"] for row in rows["attribution"] if row["rule"] == "first"),
    }


def overdue(said):
    """Promises that count as due, kept or not; those withdrawn by a merge are none."""
    return sum(row["due"] for row in said["sla_keeping"]["rows"] if row["level"] == "all")


def expected(same: Iterable[frozenset[int]]):
    """The same counted from the facts by hand: buyers of whom a fact of the kind stands."""
    group = {lead_id: min(each) for each in same for lead_id in each}
    kinds: dict[str, set[int]] = {}
    told = reader.facts_of(Lead.objects.values_list("pk", flat=True))
    for facts in told.values():
        for fact in valid(facts):
            kinds.setdefault(fact.kind, set()).add(group.get(fact.lead_id, fact.lead_id))
    return {
        "funnel": len(kinds["captured"]), "source_quality": len(kinds["captured"]),
        "acceptance": len(kinds["handed_over"]), "attribution": len(kinds["won"]),
    }  # fmt: skip


@pytest.fixture
def told():
    """A company whose lead 10 was merged into lead 1 long ago; a clock of the test's own, and what was said at first."""
    with_history(1)
    return [NOW_S], asked()


@given(pair=PAIRS, keeps_first=st.booleans())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_buyer_counts_once_while_merged_and_as_two_when_parted(told, pair, keeps_first):
    clock, before = told
    clock[0] += 60
    keep = pair[0] if keeps_first else pair[1]
    done = merging.merge(actor=SYSTEM, lead_id=pair[0], other_id=pair[1], keep_id=keep, now_s=clock[0])
    together = asked()
    family = {1, 10, *pair} if 1 in pair else set(pair)
    assert counted(together) == expected([frozenset((1, 10)), frozenset(family)])
    assert overdue(together) <= overdue(before)
    merging.unmerge(actor=SYSTEM, lead_id=done.lead_id, now_s=clock[0] + 30)
    assert asked() == before


def test_every_measure_says_after_parting_what_it_said_before(told):
    clock, _ = told
    before = asked(MEASURES)
    done = merging.merge(actor=SYSTEM, lead_id=7, other_id=2, now_s=clock[0] + 60)
    together = asked(MEASURES)
    assert {name for name in MEASURES if together[name] != before[name]} >= {"funnel", "source_quality", "acceptance"}
    merging.unmerge(actor=SYSTEM, lead_id=done.lead_id, now_s=clock[0] + 90)
    assert {name for name, body in asked(MEASURES).items() if body != before[name]} == set()
