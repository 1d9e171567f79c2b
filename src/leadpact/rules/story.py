"""A lead's facts, told in order: the rows that pages list (lead, hand-offs, clocks, deals).

``tell`` is the only way from facts to rows. It always starts from the first fact, so history that arrives
late, corrections and merges need no special care, and a rebuild gives the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from leadpact.rules import consent
from leadpact.rules.facts import ATTEMPTS, Fact
from leadpact.rules.lead import valid
from leadpact.rules.story_clocks import ACT_OF, Running, extras_of, read_terms, wakes_at, why_of
from leadpact.rules.story_merges import Tracks
from leadpact.rules.story_rows import MOST_PEOPLE, ClockRow, DealRow, HandOffRow, LeadRow, hand_off_row

REPLIES = frozenset(("reached", "reply", "replied", "held"))
"""``value_code`` of a contact that was two-way."""
ENDED = frozenset(("won", "lost", "closed", "merged"))
"""States of a lead on which nothing more is expected."""


class Story(NamedTuple):
    """Everything the facts of one lead add up to."""

    lead: LeadRow
    hand_offs: tuple[HandOffRow, ...]
    clocks: tuple[ClockRow, ...]
    deals: tuple[DealRow, ...]


@dataclass(slots=True)
class _Teller:
    """Mutable state while the facts go by."""

    lead_id: int
    state: str = "new"
    row: dict[str, Any] = field(default_factory=dict)
    hand_offs: list[dict[str, Any]] = field(default_factory=list)
    clocks: list[Running] = field(default_factory=list)
    deals: dict[int, dict[str, Any]] = field(default_factory=dict)
    allows: dict[str, str | None] = field(default_factory=dict)
    attempts: int = 0
    warned: bool = False
    unnamed_deal_id: int | None = None

    @property
    def hand_off(self) -> dict[str, Any] | None:
        """The hand-off that is still open, if any."""
        last = self.hand_offs[-1] if self.hand_offs else None
        return last if last is not None and last["is_open"] else None

    def running(self, *promises: str) -> list[Running]:
        """Clocks still running, of the named promises or all."""
        return [c for c in self.clocks if c.state == "running" and (not promises or c.promise in promises)]

    def start(self, fact: Fact, promise: str, due_s: int | None) -> None:
        """Start a clock with the fact, when it carries a deadline."""
        if due_s is None:
            return
        extra = extras_of(fact)
        late = [(str(act), int(at_s)) for act, at_s in extra.get("late", ())]
        current = self.hand_off
        clock_of = current["id"] if current else None
        running = Running(f"{fact.seq}:{promise}", clock_of, promise, fact.person_id, fact.occurred_s, due_s, late)
        if promise == "attempts":
            running.terms = read_terms(extra)
        self.clocks.append(running)

    def withdraw(self, at_s: int, *promises: str) -> None:
        """Withdraw clocks still running, of the named promises or all."""
        for clock in self.running(*promises):
            clock.withdraw(at_s)

    def deal_id(self, fact: Fact) -> int:
        """The deal that a fact is about; those that name none are about one and the same."""
        self.unnamed_deal_id = self.unnamed_deal_id or fact.seq
        return fact.deal_id or self.unnamed_deal_id

    def leave(self, fact: Fact, state: str) -> None:
        """The lead leaves the hands of sales: close the hand-off and its clocks."""
        self.withdraw(fact.occurred_s)
        current = self.hand_off
        if current:
            current["is_open"] = False
        self.state = state
        self.row.update(queued_s=None, queued_reason=None, owner_id=None)


def _captured(t: _Teller, fact: Fact) -> None:
    if t.row.get("captured_s") is None:
        side = fact.side if fact.side in ("marketing", "sales") else "marketing" if fact.side == "buyer" else "unknown"
        t.row.update(
            captured_s=fact.occurred_s,
            source=fact.source,
            campaign=fact.campaign,
            found_side=side,
            found_by_id=fact.by_id,
            marketer_id=fact.by_id if side == "marketing" else None,
        )


def _described(t: _Teller, fact: Fact) -> None:
    known = fact.value_code not in (None, "unknown")
    if fact.field == "country":
        t.row["country"] = fact.value_code if known else None
    elif fact.field == "employees":
        count = fact.value_number if known else None
        t.row["employees"] = None if count is None else max(-MOST_PEOPLE, min(MOST_PEOPLE, int(count)))
    elif fact.field in consent.FIELDS:
        t.allows[fact.field] = fact.value_code
        ways = consent.refused_ways(t.allows)
        t.row["refused"] = " ".join(ways) or None
        for clock in t.running("attempts"):
            if clock.needs(ways):  # What was promised cannot be done any more: the buyer's no ends it.
                clock.stop(fact.occurred_s)


def _contact(t: _Teller, fact: Fact) -> None:
    """A call, mail, meeting or social message, from either side."""
    two_way = fact.value_code in REPLIES or fact.side == "buyer"
    current = t.hand_off
    if fact.side == "sales":
        t.attempts += 1
        for clock in t.running("first_touch"):
            clock.stop(fact.occurred_s, fact.worked_s)
        if current:
            current["attempts"] += 1
            if current["first_touch_s"] is None:
                current["first_touch_s"] = fact.occurred_s
        for clock in t.running("attempts"):
            clock.attempt(fact)
    if two_way and current and current["replied_s"] is None:
        current["replied_s"] = fact.occurred_s
        for clock in t.running("attempts"):
            clock.stop(fact.occurred_s)


def _qualified(t: _Teller, fact: Fact) -> None:
    if fact.by_id is not None:
        t.row["marketer_id"] = fact.by_id


def _queued(t: _Teller, fact: Fact) -> None:
    if t.state == "queued":  # It waits for something else now, and for as long as before.
        t.row["queued_reason"] = fact.reason
        return
    t.state = "queued"
    t.row.update(queued_s=fact.occurred_s, queued_reason=fact.reason, wake_s=None, wake_field=None)
    t.start(fact, "waiting", fact.due_s)


def _handed_over(t: _Teller, fact: Fact) -> None:
    for clock in t.running("waiting"):
        clock.stop(fact.occurred_s)
    t.withdraw(fact.occurred_s)
    if t.hand_off:
        t.hand_off["is_open"] = False
    t.hand_offs.append({
        "id": fact.seq, "lead_id": t.lead_id, "step": fact.step, "lane": fact.lane, "owner_id": fact.person_id,
        "handed_by_id": fact.by_id, "handed_s": fact.occurred_s, "owned_s": fact.occurred_s, "points": fact.points,
        "pact_id": fact.pact_id, "pact_version": fact.pact_version, "answer": "open", "answered_s": None,
        "answered_by_id": None, "reason": None, "why": why_of(fact),
        "first_touch_s": None, "attempts": 0, "replied_s": None, "is_open": True,
    })  # fmt: skip
    t.state = "handed_over"
    t.row.update(owner_id=fact.person_id, queued_s=None, queued_reason=None, wake_s=None, wake_field=None, reason=None)
    t.start(fact, "first_touch", fact.due_s)


def _promised(t: _Teller, fact: Fact) -> None:
    t.start(fact, fact.field or "answer", fact.due_s)


def _accepted(t: _Teller, fact: Fact) -> None:
    current = t.hand_off
    if current:
        current.update(answer="accepted", answered_s=fact.occurred_s, answered_by_id=fact.by_id)
    for clock in t.running("answer"):
        clock.stop(fact.occurred_s, fact.worked_s)
    if t.state == "deal":
        return
    if current:
        t.state = "accepted"
        t.row.update(queued_s=None, queued_reason=None)
    if not (current and current["replied_s"] is not None):  # Once the buyer is reached, nobody owes attempts.
        t.start(fact, "attempts", fact.due_s)


def _rejected(t: _Teller, fact: Fact) -> None:
    for clock in t.running("answer"):
        clock.stop(fact.occurred_s, fact.worked_s)
    current = t.hand_off
    if current:
        current.update(answer="rejected", answered_s=fact.occurred_s, answered_by_id=fact.by_id, reason=fact.reason)
    t.leave(fact, "returned")
    t.row["reason"] = fact.reason


def _recycled(t: _Teller, fact: Fact) -> None:
    t.leave(fact, "recycled")
    t.row.update(wake_s=wakes_at(fact), wake_field=fact.field, reason=fact.reason or t.row.get("reason"))


def _woken(t: _Teller, _fact: Fact) -> None:
    is_left_alone = t.state == "closed" and t.row.get("reason") == consent.REASON
    if t.state != "recycled" and not is_left_alone:  # What sent it to sleep was taken back since.
        return
    t.state = "new"
    t.row.update(wake_s=None, wake_field=None)


def _closed(t: _Teller, fact: Fact) -> None:
    if fact.kind == "disqualified":  # The lead itself settled it: nobody owes further attempts.
        for clock in t.running("attempts"):
            clock.stop(fact.occurred_s)
    t.leave(fact, "closed")
    t.row["reason"] = fact.reason


def _kept_on(t: _Teller, fact: Fact) -> None:
    current = t.hand_off
    if current and current["replied_s"] is None:
        t.withdraw(fact.occurred_s, "attempts")  # What was promised before ends as it would by giving up.
        t.start(fact, "attempts", fact.due_s)


def _reassigned(t: _Teller, fact: Fact) -> None:
    current = t.hand_off
    if current is None:
        t.row["owner_id"] = fact.person_id
        return
    current.update(owner_id=fact.person_id, owned_s=fact.occurred_s, why=why_of(fact))
    t.row["owner_id"] = fact.person_id
    for clock in t.running():
        if clock.promise == "first_touch":
            clock.withdraw(fact.occurred_s)
        else:
            clock.person_id = fact.person_id
    if current["first_touch_s"] is None:
        t.start(fact, "first_touch", fact.due_s)


def _stepped(t: _Teller, fact: Fact) -> None:
    # Where nobody else could take a late lead over, telling the manager stands for reassigning it. Once the manager
    # knows, the owner is not reminded any more.
    gone = {extras_of(fact).get("act") or ACT_OF[fact.kind], "remind"}
    for clock in t.running(fact.field or "first_touch"):
        clock.late = [step for step in clock.late if step[0] not in gone]


def _deal_opened(t: _Teller, fact: Fact) -> None:
    deal_id = t.deal_id(fact)
    t.deals[deal_id] = {
        "id": deal_id, "lead_id": t.lead_id, "account_id": fact.account_id, "state": "open", "stage": fact.stage,
        "opened_s": fact.occurred_s, "closed_s": None, "amount_minor": fact.amount_minor, "currency": fact.currency,
        "reason": None, "owner_id": fact.person_id or fact.by_id, "closer_id": None, "qualified_by_id": fact.by_id,
    }  # fmt: skip
    for clock in t.running("first_touch", "attempts", "answer"):
        clock.stop(fact.occurred_s, fact.worked_s if clock.promise == "first_touch" else None)
    t.withdraw(fact.occurred_s, "waiting")
    t.state = "deal"
    t.row.update(queued_s=None, queued_reason=None, wake_s=None, wake_field=None, reason=None)
    if t.row.get("owner_id") is None:
        t.row["owner_id"] = fact.person_id or fact.by_id


def _deal(t: _Teller, fact: Fact) -> dict[str, Any]:
    if (deal_id := t.deal_id(fact)) not in t.deals:
        _deal_opened(t, fact)
    return t.deals[deal_id]


def _stage_changed(t: _Teller, fact: Fact) -> None:
    deal = _deal(t, fact)
    deal["stage"] = fact.stage
    if fact.amount_minor is not None:
        deal.update(amount_minor=fact.amount_minor, currency=fact.currency)


def _won(t: _Teller, fact: Fact) -> None:
    deal = _deal(t, fact)
    deal.update(state="won", closed_s=fact.occurred_s, closer_id=fact.person_id or fact.by_id)
    if fact.amount_minor is not None:
        deal.update(amount_minor=fact.amount_minor, currency=fact.currency)
    captured_s = t.row.get("captured_s")
    t.warned = t.warned or captured_s is None or fact.occurred_s < captured_s
    t.row["reason"] = None
    _end_deal(t, fact, "won")


def _lost(t: _Teller, fact: Fact) -> None:
    deal = _deal(t, fact)
    deal.update(state="lost", closed_s=fact.occurred_s, reason=fact.reason, closer_id=fact.person_id or fact.by_id)
    if fact.stage:
        deal["stage"] = fact.stage
    t.row["reason"] = fact.reason
    _end_deal(t, fact, "lost")


def _end_deal(t: _Teller, fact: Fact, state: str) -> None:
    if any(deal["state"] == "open" for deal in t.deals.values()):
        return
    owner = t.row.get("owner_id")
    t.leave(fact, state)
    t.row["owner_id"] = owner


def _merged(t: _Teller, fact: Fact) -> None:
    if fact.lead_id == t.lead_id and fact.value_number is not None:
        t.row["merged_into_id"] = int(fact.value_number)


def _unmerged(t: _Teller, fact: Fact) -> None:
    if fact.lead_id == t.lead_id:
        t.row["merged_into_id"] = None


_TELL: Mapping[str, Callable[[_Teller, Fact], None]] = {
    "captured": _captured,
    "described": _described,
    "qualified": _qualified,
    "queued": _queued,
    "handed_over": _handed_over,
    "promised": _promised,
    "accepted": _accepted,
    "rejected": _rejected,
    "recycled": _recycled,
    "woken": _woken,
    "gave_up": _closed,
    "kept_on": _kept_on,
    "disqualified": _closed,
    "reassigned": _reassigned,
    "reminded": _stepped,
    "escalated": _stepped,
    "deal_opened": _deal_opened,
    "stage_changed": _stage_changed,
    "won": _won,
    "lost": _lost,
    "merged": _merged,
    "unmerged": _unmerged,
} | dict.fromkeys(ATTEMPTS, _contact)


def _teach(t: _Teller, fact: Fact) -> None:
    if fact.kind in _TELL:
        _TELL[fact.kind](t, fact)


WORDS_SHOWN = ("name", "company", "job_title", "email", "phone")


def tell(lead_id: int, facts: Iterable[Fact], words: Mapping[int, tuple[str, str]]) -> Story:
    """The rows of one lead from all its facts (those of leads merged into it included).

    ``words``: seq of a described fact to (field, text). ``points`` need a pact. ``last_seq`` 0: no row, all taken back.
    """
    told = valid(facts)
    teller = _Teller(lead_id)
    texts: dict[str, str] = {}
    last_s = last_seq = 0
    tracks = Tracks(told, teller, _Teller, _teach) if any(fact.lead_id != lead_id for fact in told) else None
    for fact in told:
        if fact.kind == "corrected":  # It leaves no trace, as what it mends.
            continue
        if fact.account_id is not None:
            teller.row["account_id"] = fact.account_id
        if tracks is not None:
            tracks.take(fact)
        else:
            _teach(teller, fact)
        if fact.kind == "described" and fact.seq in words:  # The words of a mail are no address.
            texts.update((words[fact.seq],))
        elif fact.kind == "described" and fact.value_code == "unknown":
            texts.pop(fact.field or "", None)
        last_s, last_seq = fact.occurred_s, max(last_seq, fact.seq)
    if tracks is not None:
        tracks.end(last_s)
    row = teller.row
    into = row.get("merged_into_id")
    row.update(
        id=lead_id,
        state="merged" if into is not None else teller.state,
        captured_s=row.get("captured_s", told[0].occurred_s if told else 0),
        found_side=row.get("found_side") or "unknown",
        last_s=last_s,
        last_seq=last_seq,
        attempts=teller.attempts,
        has_warning=teller.warned,
    )
    row.update((name, texts[name]) for name in WORDS_SHOWN if name in texts)
    lead = LeadRow._make(map(row.get, LeadRow._fields))
    if into is not None or not (teller.clocks or teller.hand_offs or teller.deals):
        return Story(lead, (), (), ())  # The survivor of a merge tells these facts; here they would stand twice.
    clocks = tuple(clock.row(lead_id) for clock in teller.clocks)
    hand_offs = tuple(hand_off_row(hand_off, clocks) for hand_off in teller.hand_offs)
    return Story(lead, hand_offs, clocks, tuple(DealRow(**deal) for deal in teller.deals.values()))
