"""The people of an assignment in turn: who is there, who has room, and who is next.

The next in turn is the one with the fewest leads in the period, then the one least recently served, then
the one served less often, then the lower id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush, heapreplace
from typing import NamedTuple

from leadpact.rules.pact import ShortList

Key = tuple[int, int, int, int]
"""Leads in the period, last served (epoch seconds, -1 for never), times served, id."""


@dataclass(frozen=True, slots=True)
class Seller:
    """A person who may be given leads.

    ``absent`` are ``(from_s, until_s)`` in epoch seconds, the end not included. ``taken`` counts the leads of
    this period that count against capacity; ``capacity`` None is no limit of their own. ``last_served_s`` is
    when the last lead came (None for never), ``served_count`` how many ever did, ``accounts`` the ids of the
    companies this person looks after by name.
    """

    id: int
    name: str
    is_active: bool = True
    absent: tuple[tuple[int, int], ...] = ()
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    taken: int = 0
    capacity: int | None = None
    last_served_s: int | None = None
    served_count: int = 0
    accounts: tuple[int, ...] = ()


def away_until_s(absent: Iterable[tuple[int, int]], now_s: int) -> int | None:
    """When a person away at ``now_s`` is back, absences that touch or overlap read as one; None when present."""
    back_s: int | None = None
    for from_s, until_s in sorted(absent):
        at_s = now_s if back_s is None else back_s
        if from_s <= at_s < until_s:
            back_s = until_s
    return back_s


class Who(NamedTuple):
    """How codes call a rule's people: what follows the code, and the value that they were named by."""

    kind: str
    value: str


@dataclass(slots=True, eq=False)
class Turn:
    """A person's state while leads are given out; ``key`` only ever grows, so an old one is a lower bound."""

    seller: Seller
    limit: int | None
    counted: int
    key: Key
    back_s: int | None
    is_full: bool
    pools: list[Pool] = field(default_factory=list)

    def move_on(self, now_s: int) -> None:
        """Give up the place in turn, having been served."""
        load, served_s, served_count, seller_id = self.key
        self.key = (load + 1, max(served_s, now_s), served_count + 1, seller_id)

    def count(self) -> None:
        """Count a lead against capacity, and tell the pools when that fills it."""
        self.counted += 1
        if self.limit is None or self.counted < self.limit:
            return
        self.is_full = True
        for pool in self.pools:
            if pool.counts:
                pool.free -= 1
                pool.full += 1
                pool.others = pool.blocked = None


@dataclass(slots=True, eq=False)
class Pool:
    """The people one rule names for one value: those there by turn, who is away, how many have room.

    ``people`` are all of them, those who left too; ``counts`` says whether capacity is asked. ``others`` and
    ``blocked`` keep codes that hold until somebody becomes full.
    """

    who: Who
    counts: bool
    people: Sequence[Turn]
    heap: list[tuple[Key, Turn]]
    away: list[Turn]
    free: int
    full: int
    others: str | None = None
    blocked: str | None = None

    def top(self) -> Turn | None:
        """Find the next in turn who has room; drop who is full and refresh keys that have grown since."""
        heap = self.heap
        while heap:
            key, turn = heap[0]
            if self.counts and turn.is_full:
                heappop(heap)
            elif key is not turn.key:
                heapreplace(heap, (turn.key, turn))
            else:
                return turn
        return None

    def top_two(self) -> tuple[Turn, Turn | None]:
        """Find the next in turn and the one after; somebody must have room."""
        first = self.top()
        entry = heappop(self.heap)
        second = self.top()
        heappush(self.heap, entry)
        return first or entry[1], second


def turn_of(seller: Seller, now_s: int, short_list: ShortList | None) -> Turn:
    """Where a person stands before the first lead is given out."""
    limits = [] if seller.capacity is None else [seller.capacity]
    if short_list is not None:
        limits.append(short_list.each_person)
    limit = min(limits, default=None)
    return Turn(
        seller=seller,
        limit=limit,
        counted=seller.taken,
        key=(
            seller.taken,
            -1 if seller.last_served_s is None else seller.last_served_s,
            seller.served_count,
            seller.id,
        ),
        back_s=away_until_s(seller.absent, now_s),
        is_full=limit is not None and seller.taken >= limit,
    )


def pool_of(turns: Sequence[Turn], who: Who, *, counts: bool) -> Pool:
    """Bring people into one pool, which from now on hears when they become full."""
    active = [turn for turn in turns if turn.seller.is_active]
    there = [turn for turn in active if turn.back_s is None]
    full = sum(turn.is_full for turn in there) if counts else 0
    pool = Pool(
        who=who,
        counts=counts,
        people=turns,
        heap=[(turn.key, turn) for turn in there],
        away=[turn for turn in active if turn.back_s is not None],
        free=len(there) - full,
        full=full,
    )
    heapify(pool.heap)
    for turn in there:
        turn.pools.append(pool)
    return pool
