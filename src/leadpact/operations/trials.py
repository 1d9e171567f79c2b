"""The pact's trials as they run: leads handed over to be tried out, and leads kept on that would have been given up."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import FactRow, HandOff, Lead
from leadpact.ledger.rulebook import InForce, Rulebook, takes_a_week
from leadpact.ledger.writer import Book, Points, recording
from leadpact.operations import reactions
from leadpact.operations.handoff import ANSWER_ACTS, Crossing, payload, place
from leadpact.rules import sla, trials
from leadpact.rules.clock import Unanswerable
from leadpact.rules.facts import Fact
from leadpact.rules.gate import decide
from leadpact.rules.lead import seen
from leadpact.rules.shortlist import period_start
from leadpact.rules.story_clocks import terms_of

log = logging.getLogger("leadpact.trials")
AT_ONCE = 200
"""So many leads are judged in one transaction."""


def explore(*, now_s: int) -> int:
    """Hand over leads of the explored slice, as many as the week has room for. Gives how many went.

    In it are leads that nobody handed over yet, told of since the version took effect, that lack points and nothing
    else, drawn by chance. They go to people with room as others do, and nothing marks them on anybody's list.
    """
    rules = Rulebook(now_s)
    return sum(_explore(held, rules) for held in rules.pacts if trials.runs(held.pact, "explored_slice"))


def _explore(held: InForce, rules: Rulebook) -> int:
    _, capacity = takes_a_week(held.step)
    room = trials.explored_a_week(held.pact, capacity) - _explored_this_week(held, rules)
    went = 0
    drawn = _drawn(held) if room > 0 else []
    for first in range(0, len(drawn), AT_ONCE):
        with recording(rules.now_s, scorer=rules) as book:
            for crossing in _crossings(drawn[first : first + AT_ONCE], held, rules, book):
                if went >= room:
                    return went
                went += _hand_over(crossing, rules, book)
    return went


def _drawn(held: InForce) -> list[int]:
    """Leads in the slice that nobody handed over yet, in the order of their draw, so that a small room is fair too."""
    leads = Lead.objects.filter(state="new", last_s__gte=held.effective_s).values_list("pk", flat=True)
    found = [lead_id for lead_id in leads.iterator() if trials.is_explored(held.pact, held.id, lead_id)]
    return sorted(found, key=lambda lead_id: trials.draw("explored_slice", held.id, lead_id))


def _explored_this_week(held: InForce, rules: Rulebook) -> int:
    since_s = period_start("week", rules.now_s, held.pact.time.zone)
    handed = HandOff.objects.filter(handed_s__gte=since_s, pact_id=held.id).values("pk")
    return FactRow.objects.filter(seq__in=handed, reason=trials.EXPLORED).count()


def _crossings(lead_ids: Sequence[int], held: InForce, rules: Rulebook, book: Book) -> Iterable[Crossing]:
    leads = [lead for lead in Lead.objects.filter(pk__in=lead_ids) if lead.state == "new"]
    facts = book.facts_of([lead.pk for lead in leads])
    order = {lead_id: at for at, lead_id in enumerate(lead_ids)}
    step = trials.counted(held.step)
    for lead in sorted(leads, key=lambda each: order[each.pk]):
        view = seen(facts[lead.pk], rules.now_s)
        scored = rules.score(view, rules.now_s)
        if scored is None or scored[0].id != held.id or any(fact.kind == "handed_over" for fact in facts[lead.pk]):
            continue
        score = scored[1]
        name = trials.lane_to_explore(decide(view, score, held.step, held.pact, rules.now_s))
        lane = next((lane for lane in held.step.lanes if lane.name == name), None)
        if lane is not None:
            book.keep_points(lead.pk, Points(held.id, score.total, score.fades_at_s))
            yield Crossing(lead, view, held, step, lane, score.total)


def _hand_over(crossing: Crossing, rules: Rulebook, book: Book) -> int:
    """Hand one lead over where somebody has room; it never waits in the queue, where its few points would keep it."""
    try:
        placed = place([crossing], SYSTEM, rules)
    except Unanswerable as error:
        log.error("Lead %s was not handed over to be tried: %s", crossing.lead.pk, error)  # noqa: TRY400 - the reason says all
        return 0
    if not placed.owners:
        return 0
    handed, *rest = placed.drafts
    marked = handed._replace(fact=handed.fact._replace(reason=trials.EXPLORED))
    reactions.follow(book.append([marked, *rest]), rules.now_s)
    return 1


def kept_on(leads: Sequence[Lead], rules: Rulebook) -> dict[int, Fact]:
    """Of leads about to be given up those that the persistence trial keeps on, with the fact that says so.

    A lead is kept on once in its life, and only where the buyer never answered. One whose deadline cannot be counted
    is given up like any other, and the reason logged.
    """
    hand_offs = {row.lead_id: row for row in HandOff.objects.filter(lead_id__in=[x.pk for x in leads], is_open=True)}
    before = set(FactRow.objects.filter(kind="kept_on", lead_id__in=list(hand_offs)).values_list("lead_id", flat=True))
    found = {}
    for lead in leads:
        hand_off = hand_offs.get(lead.pk)
        if hand_off is None or hand_off.replied_s is not None or lead.pk in before:
            continue
        held = rules.by_id(hand_off.pact_id)  # They were found by the rest that this very pact names.
        if trials.is_kept_on(held.pact, held.id, lead.pk):
            try:
                found[lead.pk] = kept_on_fact(hand_off, lead.account_id, held, rules)
            except Unanswerable as error:
                log.error("Lead %s is given up without more attempts: %s", lead.pk, error)  # noqa: TRY400 - the reason says all
    return found


def kept_on_fact(hand_off: HandOff, account_id: int | None, held: InForce, rules: Rulebook) -> Fact:
    """The fact that a lead gets more attempts, with the promise and the deadline it starts for its owner.

    Raises ``clock.Unanswerable`` when the deadline cannot be counted.
    """
    pact = held.pact
    rule = trials.extra_rule(pact.follow_up)
    calendar = rules.calendar(hand_off.owner_id, held)
    due_s = sla.start(calendar, rules.now_s, rule.within)
    extras = payload(rules, hand_off.owner_id, held, due_s, acts=ANSWER_ACTS, **terms_of(rule, calendar.zone))
    return Fact(
        0, "", "kept_on", rules.now_s, rules.now_s, lead_id=hand_off.lead_id, account_id=account_id,
        person_id=hand_off.owner_id, step=hand_off.step, lane=hand_off.lane, reason="persistence", pact_id=held.id,
        pact_version=pact.version, due_s=due_s, value_number=float(rule.attempts), payload=extras,
    )  # fmt: skip
