"""Who gets which lead: the pact's assignment rules over the people who are there and have room.

Nothing is drawn by lot: the same ledger gives the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal, NamedTuple

from leadpact.rules import assignment_words as words
from leadpact.rules.assignment_turns import Pool, Seller, Turn, pool_of, turn_of
from leadpact.rules.assignment_words import OWNERS
from leadpact.rules.pact import AssignBy, AssignRule, ShortList

__all__ = ["WAIT_REASONS", "PersonLeft", "Placement", "Seller", "WaitReason", "Wanting", "assign", "check_receiver"]

WaitReason = Literal["capacity", "nobody_available", "owner_away"]
WAIT_REASONS: tuple[WaitReason, ...] = ("capacity", "nobody_available", "owner_away")


@dataclass(frozen=True, slots=True)
class Wanting:
    """A lead that wants an owner, with all that the rules may ask of it; None for what is not known."""

    lead_id: int
    account_id: int | None = None
    open_deal_owner_id: int | None = None
    account_owner_id: int | None = None
    language: str | None = None
    region: str | None = None
    points: int = 0


class Placement(NamedTuple):
    """Where a lead went: to whom by which rule, or (``seller_id`` None) why it stays in the ranked queue.

    ``explanation`` is in codes, which ``assignment_words.tell`` puts into words.
    """

    lead_id: int
    seller_id: int | None
    rule: AssignBy | None
    reason: WaitReason | None
    explanation: str


class PersonLeft(ValueError):
    """A lead was to be handed to somebody who no longer takes leads."""

    def __init__(self, seller: Seller) -> None:
        self.seller_id = seller.id
        super().__init__(
            f"The lead cannot go to {seller.name}: {seller.name} has left. "
            "Choose somebody who is active, or let the pact's assignment rules choose."
        )


def check_receiver(seller: Seller) -> None:
    """Check that a lead may be handed to this very person.

    Raises ``PersonLeft`` when the person is no longer active. Absence is no hindrance to a hand-over by choice.
    """
    if not seller.is_active:
        raise PersonLeft(seller)


def assign(
    wanting: Iterable[Wanting],
    sellers: Sequence[Seller],
    rules: Sequence[AssignRule],
    now_s: int,
    *,
    short_list: ShortList | None = None,
) -> list[Placement]:
    """Give each lead to a person, in the order the leads come in (rank them first, see ``shortlist.rank``).

    For each lead the rules are tried in their order. A rule whose people are all full or away passes the lead
    on to the next one, or with ``if_absent`` wait keeps it for them; people who left are passed over. Nobody
    gets more than their own capacity or the short list's ``each_person``, whichever is less, except by a rule
    that does not count against it. By an owner rule that does not count, a person's turn stays as it was.
    Explanations are in codes (see ``assignment_words``), in which a person is called by ``Seller.name``.

    Raises ``ValueError`` when two people have the same id. Cost grows with the number of leads times the
    number of rules; the number of people enters by its logarithm.
    """
    desk = _Desk(sellers, rules, now_s, short_list)
    place = desk.place
    return [place(lead) for lead in wanting]


_OWNED: frozenset[AssignBy] = frozenset(("open_deal_owner", "account_owner", "named_accounts"))
_WANTED: dict[AssignBy, Callable[[Wanting], int | str | None]] = {
    "open_deal_owner": attrgetter("open_deal_owner_id"),
    "account_owner": attrgetter("account_owner_id"),
    "named_accounts": attrgetter("account_id"),
    "language": attrgetter("language"),
    "region": attrgetter("region"),
    "round_robin": lambda _lead: "",
}


@dataclass(slots=True)
class _Try:
    """One rule of the pact with the pools it has named so far, by the value it asks of a lead."""

    rule: AssignRule
    wanted: Callable[[Wanting], int | str | None]
    pools: dict[int | str, Pool | None] = field(default_factory=dict)


class _Desk:
    """Gives out one batch of leads."""

    def __init__(
        self,
        sellers: Sequence[Seller],
        rules: Sequence[AssignRule],
        now_s: int,
        short_list: ShortList | None,
    ) -> None:
        self.now_s = now_s
        self.turns = {seller.id: turn_of(seller, now_s, short_list) for seller in sorted(sellers, key=attrgetter("id"))}
        if len(self.turns) != len(sellers):
            raise ValueError("Two people have the same id; give each person to assign() once.")
        self.fewest = f"fewest_{short_list.per}" if short_list else "fewest"
        self.by_account: dict[int, list[Turn]] = {}
        for turn in self.turns.values():
            for account_id in dict.fromkeys(turn.seller.accounts):
                self.by_account.setdefault(account_id, []).append(turn)
        self.tries = [_Try(rule, _WANTED[rule.by]) for rule in rules]

    def place(self, lead: Wanting) -> Placement:
        """Try the rules in their order for one lead."""
        reason: WaitReason = "nobody_available"
        notes: list[str] = []
        for attempt in self.tries:
            value = attempt.wanted(lead)
            if value is None:
                continue
            pool = attempt.pools[value] if value in attempt.pools else self.open_pool(attempt, value)
            if pool is None:
                continue
            rule = attempt.rule
            turn = pool.top()
            if turn is not None:
                said = self.serve(pool, turn, rule)
                return Placement(lead.lead_id, turn.seller.id, rule.by, None, "; ".join((said, *notes)))
            said = self.blocked(pool, rule)
            if pool.full or pool.away:
                reason = _reason(pool, rule)
                if rule.if_absent == "wait":
                    return Placement(lead.lead_id, None, rule.by, reason, f"waits: {said}")
            notes.append(said)
        said = "; ".join(notes) or "no_rule"
        return Placement(lead.lead_id, None, None, reason, f"waits: {said}")

    def open_pool(self, attempt: _Try, value: int | str) -> Pool | None:
        """Make the pool of a rule for a value; None when the value names nobody of this team."""
        rule = attempt.rule
        turns = self.named(rule.by, value)
        pool = None
        if turns is not None:
            pool = pool_of(turns, words.who(rule.by, value), counts=rule.counts_against_capacity)
        attempt.pools[value] = pool
        return pool

    def named(self, by: AssignBy, value: int | str) -> Sequence[Turn] | None:
        """List the people a rule names for a value, those who left too; None when it names nobody of this team."""
        everybody = self.turns.values()
        if by in OWNERS:
            return [self.turns[int(value)]] if value in self.turns else None
        if by == "named_accounts":
            return self.by_account.get(int(value))
        if by == "language":
            return [turn for turn in everybody if value in turn.seller.languages]
        if by == "region":
            return [turn for turn in everybody if value in turn.seller.regions]
        return list(everybody)

    def serve(self, pool: Pool, turn: Turn, rule: AssignRule) -> str:
        """Give one lead to the next in turn, and say why it was them."""
        is_owner = rule.by in OWNERS
        name = turn.seller.name
        if is_owner:
            said = f"{name}: owns{pool.who.kind}{'' if pool.counts else words.UNCOUNTED}"
        else:
            if pool.others is None:
                pool.others = words.others(pool)
            said = f"{name}: {self.why(pool)}{pool.others}"
        if pool.counts:
            turn.count()
        if pool.counts or not is_owner:
            turn.move_on(self.now_s)
        return said

    def why(self, pool: Pool) -> str:
        """In what the next in turn differs from the one after."""
        if pool.free == 1:
            return ""
        first, second = pool.top_two()
        if second is None or first.key[0] < second.key[0]:
            return self.fewest
        return "least" if first.key[1] < second.key[1] else "turn"

    def blocked(self, pool: Pool, rule: AssignRule) -> str:
        """Say why nobody of a pool can take a lead."""
        if pool.blocked is None:
            pool.blocked = words.blocked(pool, rule.by)
        return pool.blocked


def _reason(pool: Pool, rule: AssignRule) -> WaitReason:
    if pool.full:
        return "capacity"
    return "owner_away" if rule.by in _OWNED else "nobody_available"
