"""Hand-offs in memory by the rules the product uses: fair assignment, capacity, the ranked queue, another owner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import takewhile

from leadpact.demo.writing import Life
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.writer import Draft
from leadpact.operations.handoff import Crossing, Deadlines, handed, queued, seller, still_queued, wanting
from leadpact.rules.assignment import Placement, Seller, Wanting, assign
from leadpact.rules.lead import Seen
from leadpact.rules.pact import Lane, Step
from leadpact.rules.shortlist import Waiting, period_start, rank


@dataclass
class Desk:
    """Who has which leads: what the product reads from its tables, kept while the year goes by."""

    owned: dict[int, dict[int, tuple[int, str | None]]] = field(default_factory=dict)
    """Person -> hand-off (seq of its fact) -> since when theirs, and by which rule (None: from somebody else)."""
    handed_s: list[int] = field(default_factory=list)
    deals: dict[int, dict[int, int]] = field(default_factory=dict)
    """Account -> open deal -> its owner, in the order in which they were opened."""
    account_owner: dict[int, int] = field(default_factory=dict)

    def sellers(self, held: InForce, step: Step, rules: Rulebook, *, without: int | None = None) -> list[Seller]:
        """The people who may get leads of a step, with what they took this period."""
        since_s = period_start(step.short_list.per, rules.now_s, held.pact.time.zone)
        beside = {rule.by for rule in step.assign if not rule.counts_against_capacity}
        found = []
        for person, _, away in rules.people():
            if person.role == "salesperson" and person.pk != without:
                found.append(seller(person, away, self._served(person.pk, since_s, beside), held, step))
        return found

    def _served(self, person_id: int, since_s: int, beside: Container[str]) -> tuple[int, int | None]:
        """How many hand-offs that count became a person's since an instant, and when the last one did."""
        theirs = reversed(self.owned.get(person_id, {}).values())  # They came in order of time.
        counted = (at_s for at_s, rule in theirs if rule is None or rule not in beside)
        last_s = next(counted, None)
        if last_s is None or last_s < since_s:
            return 0, last_s
        return 1 + sum(1 for _ in takewhile(lambda at_s: at_s >= since_s, counted)), last_s

    def own(
        self, person_id: int, hand_off_id: int, at_s: int, *, rule: str | None = None, before_id: int | None = None
    ) -> None:
        """Note who has a hand-off from now on."""
        if before_id is not None:
            self.owned.get(before_id, {}).pop(hand_off_id, None)
        self.owned.setdefault(person_id, {})[hand_off_id] = at_s, rule

    def place(
        self, crossings: list[Crossing], actor: Actor, rules: Rulebook, *, is_queued: bool = False
    ) -> dict[int, tuple[list[Draft], bool]]:
        """Give crossing leads of one pact and step to people: the facts to note, and whether somebody got it."""
        held, step = crossings[0].held, crossings[0].step
        by_id = {each.lead.pk: each for each in crossings}
        waiting = [Waiting(c.lead.pk, c.points, c.lead.queued_s or c.lead.captured_s) for c in crossings]
        ranked = [by_id[each.lead_id] for each in rank(waiting, step.short_list.order)]
        today = len(self.handed_s) - bisect_left(self.handed_s, period_start("day", rules.now_s, held.pact.time.zone))
        placements = assign(
            [self._wanting(each) for each in ranked], self.sellers(held, step, rules), step.assign, rules.now_s,
            short_list=step.short_list,
        )  # fmt: skip
        found: dict[int, tuple[list[Draft], bool]] = {}
        deadlines: Deadlines = {}
        for each, placement in zip(ranked, placements, strict=True):
            reason = placement.reason or "capacity"
            if placement.seller_id is not None:
                today += 1
                self.handed_s.append(rules.now_s)
                said = placement.explanation
                facts = handed(each, placement.seller_id, placement.rule or "", said, actor, rules, today, deadlines)
                found[each.lead.pk] = facts, True
            elif not is_queued:
                found[each.lead.pk] = [queued(each, reason, actor, rules)], False
            elif each.lead.queued_reason != reason:
                found[each.lead.pk] = [still_queued(each, reason, actor, rules)], False
        return found

    def _wanting(self, crossing: Crossing) -> Wanting:
        account_id = crossing.lead.account_id or 0
        deal_owner_id = next(reversed(self.deals.get(account_id, {}).values()), None)
        owner_id = self.account_owner.get(account_id)
        return wanting(crossing.lead, crossing.view, crossing.points, deal_owner_id, owner_id)

    def another(self, life: Life, rules: Rulebook) -> Placement:
        """Who takes over a late lead, without its present owner; ``seller_id`` is None when nobody has room."""
        hand_off = life.story.hand_offs[-1]
        held = rules.by_id(hand_off.pact_id)
        step = held.step_named(hand_off.step)
        people = self.sellers(held, step, rules, without=hand_off.owner_id)
        rest = tuple(rule for rule in step.assign if rule.by not in ("open_deal_owner", "account_owner"))
        wanted = [wanting(_lead(life), life.seen(rules.now_s), hand_off.points or 0)]
        return assign(wanted, people, rest, rules.now_s, short_list=step.short_list)[0]


def crossing(life: Life, view: Seen, held: InForce, step: Step, lane: Lane, points: int) -> Crossing:
    """A lead that wants to cross, as the operations know it."""
    return Crossing(_lead(life), view, held, step, lane, points)


def _lead(life: Life) -> Lead:
    row = life.story.lead
    return Lead(
        id=life.id, account_id=row.account_id, source=row.source, captured_s=row.captured_s, queued_s=row.queued_s,
        queued_reason=row.queued_reason,
    )  # fmt: skip
