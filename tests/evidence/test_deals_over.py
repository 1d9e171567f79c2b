"""Which leads are lost: by the measures as by the story on the page of a lead, whatever its deals went through."""

from __future__ import annotations

import random

import pytest

from leadpact.evidence.catalogue import ask, items
from leadpact.evidence.copy_source import KeepingSource
from leadpact.evidence.leads import stories
from leadpact.evidence.outcomes import closed
from leadpact.evidence.spells import tried
from leadpact.evidence.tables import FAR_S, OF_ALL_TIME
from leadpact.rules.facts import Fact
from leadpact.rules.story import tell
from tests.evidence.company import AS_OF, DAY, START, at, sqlite_source
from tests.evidence.histories import ENGINES, duckdb_source
from tests.evidence.measures.book import Book, shown

pytestmark = pytest.mark.measures
A, B = 71, 72
ALL_TIME = {"as_of_s": AS_OF, **OF_ALL_TIME}
LEADS = {
    "one open, one lost": ([("deal_opened", A, 5), ("deal_opened", B, 6), ("lost", B, 7)], None),
    "both lost, the other way round": (
        [("deal_opened", A, 5), ("deal_opened", B, 6), ("lost", A, 7), ("lost", B, 9)],
        9,
    ),
    "lost one after the other": ([("deal_opened", A, 5), ("lost", A, 7), ("deal_opened", B, 8), ("lost", B, 9)], 9),
    "lost and opened again": ([("deal_opened", A, 5), ("lost", A, 7), ("deal_opened", A, 8)], None),
    "lost, opened again and lost": ([("lost", A, 7), ("deal_opened", A, 8), ("lost", A, 9)], 9),
    "lost twice": ([("deal_opened", A, 5), ("lost", A, 7), ("lost", A, 9)], 9),
    "lost, but another than was opened": ([("deal_opened", A, 5), ("lost", None, 7)], None),
    "named nowhere": ([("deal_opened", None, 5), ("stage_changed", None, 6), ("lost", None, 7)], 7),
    "named nowhere and opened again": ([("deal_opened", None, 5), ("lost", None, 7), ("deal_opened", None, 8)], None),
    "lost, and nothing else is told": ([("lost", None, 7)], 7),
    "moved on, but never opened": ([("stage_changed", A, 5), ("lost", B, 7)], None),
    "moved on after it was lost": ([("deal_opened", A, 5), ("lost", A, 7), ("stage_changed", A, 8)], 7),
    "another one moved on after it": ([("deal_opened", A, 5), ("lost", A, 7), ("stage_changed", B, 8)], None),
    "disqualified while one is open": ([("deal_opened", A, 5), ("disqualified", None, 7)], 7),
    "disqualified, then one of two is lost": (
        [("deal_opened", A, 5), ("deal_opened", B, 6), ("disqualified", None, 7), ("lost", B, 8)],
        7,
    ),
    "disqualified, then a deal is heard of": ([("disqualified", None, 7), ("stage_changed", A, 8)], None),
    "in one second": ([("deal_opened", A, 5), ("lost", B, 5), ("lost", A, 5)], 5),
}
"""What is told of a lead: kind, deal and day of each fact; and the day on which it was lost, if it is."""


def told():
    book = Book()
    for lead, (moves, _) in enumerate(LEADS.values(), 1):
        book.capture(lead, 0)
        book.hand(lead, 1)
        book.tell("call", lead, 2, side="sales", value_code="no_answer")
        for kind, deal, day in moves:
            book.tell(kind, lead, day, deal_id=deal and 100 * lead + deal, side="sales")
    return book.facts


def lost_days(source, build, lost="lost_s"):
    """Lead -> the day on which it was lost; only those that were."""
    rows = source.rows(build, {"as_of_s": AS_OF} if build is ends else ALL_TIME)
    return {row["lead_id"]: (row[lost] - START) // DAY for row in rows if row[lost] < FAR_S}


WANT = {lead: day for lead, (_, day) in enumerate(LEADS.values(), 1) if day}
OF_A_DEAL = {
    lead: WANT[lead]
    for lead, (moves, _) in enumerate(LEADS.values(), 1)
    if lead in WANT and not any(kind == "disqualified" for kind, *_ in moves)
}


@pytest.fixture(params=[*ENGINES, "kept", "in steps"])
def source(request):
    if request.param in ENGINES:
        return ENGINES[request.param](told())
    run = duckdb_source(told()).run
    return KeepingSource("duckdb", run, keeps="TABLE", in_steps=request.param == "in steps")


def ends(table, p):
    return stories(table, p["as_of_s"])


def test_a_lead_is_lost_with_the_last_of_its_deals_that_was_open(source):
    assert lost_days(source, ends) == WANT


def test_so_it_is_for_persistence(source):
    assert lost_days(source, tried) == WANT


def test_deals_are_over_where_none_is_open(source):
    assert lost_days(source, closed, "end_s") == OF_A_DEAL


@pytest.mark.parametrize(
    ("measure", "given", "want"),
    [("funnel", {}, WANT), ("persistence", {"event": "won"}, WANT), ("readiness", {}, OF_A_DEAL)],
)
def test_each_figure_opens_its_leads(measure, given, want):
    source, given = sqlite_source(told()), {"as_of_s": AS_OF, **given}
    event = {"event": given["event"]} if "event" in given else {}
    assert items(measure, source, given, {"outcome": "lost", **event}) == sorted(want)
    result = ask(measure, source, **given)
    told_lost = {"funnel": "lost", "persistence": "lost_here", "readiness": "deals"}[measure]
    rows = [row for row in result.rows if row.get("outcome", "lost") == "lost"]
    assert sum(row[told_lost] for row in rows) == len(want)


def test_a_lead_that_goes_out_with_a_deal_open_is_counted_for_why_it_went():
    """The loss of one of its deals is counted for itself."""
    book = Book()
    for lead, other in ((1, 1), (2, 20)):
        book.capture(lead, 0)
        for deal in {lead, other}:
            book.tell("deal_opened", lead, 5, deal_id=deal)
        book.tell("lost", lead, 6, reason="price", side="sales")
        book.tell("disqualified", lead, 7, reason="silent", side="sales")
    result = ask("loss_reasons", sqlite_source(book.facts), as_of_s=AS_OF)
    assert shown(result, ("what", "reason", "lost", "of")) == [("deals", "price", 2, 2), ("leads", "silent", 1, 1)]


KINDS = ("deal_opened", "deal_opened", "stage_changed", "lost", "lost", "lost", "disqualified", "won")


def several_deals(seed, leads=150):
    """Leads with up to nine facts of up to three deals each, often in one second."""
    rng = random.Random(seed)
    facts = []
    for lead in range(1, leads + 1):
        for _ in range(rng.randint(1, 9)):
            kind = rng.choice(KINDS if rng.random() < 0.25 else KINDS[:-1])
            deal = rng.choice((A, A, A, B, B, 100 + lead, None))
            facts.append({"kind": kind, "lead_id": lead, "occurred_s": at(rng.randint(1, 12)), "deal_id": deal})
    rng.shuffle(facts)
    return [{**fact, "seq": seq + 1000} for seq, fact in enumerate(facts, 1)]


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("engine", list(ENGINES))
def test_the_story_says_the_same(engine, seed):
    facts = several_deals(seed)
    source = ENGINES[engine](facts)
    rows = {row["lead_id"]: row for row in source.rows(ends, {"as_of_s": AS_OF})}
    over = {row["lead_id"]: row for row in source.rows(closed, ALL_TIME)}
    lost = 0
    for lead, row in rows.items():
        own = [fact for fact in facts if fact["lead_id"] == lead]
        story = tell(lead, [told_as(fact) for fact in own], {})
        if any(fact["kind"] == "won" for fact in own):
            assert row["lost_s"] == FAR_S  # Whatever its deals came to after it.
            continue
        assert (row["lost_s"] < FAR_S) == (story.lead.state in ("lost", "closed"))
        assert (lead in over) == ({deal.state for deal in story.deals} == {"lost"})
        if lead in over:
            assert over[lead]["end_s"] == max(deal.closed_s for deal in story.deals)
        if story.lead.state == "lost" and not any(fact["kind"] == "disqualified" for fact in own):
            assert row["lost_s"] == max(deal.closed_s for deal in story.deals)
            lost += 1
    assert lost > 8


def told_as(fact):
    return Fact(**{"id": f"fact-{fact['seq']}", "recorded_s": fact["occurred_s"], **fact})
