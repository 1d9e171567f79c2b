"""The story of a lead into which others were merged: each is told for itself until the merge, then all as one.

A duplicate that sales sent back does not close the hand-off of the lead that somebody works on: what each lead went
through before the merge is its own. At the merge the one that is further along gives the state, and the other's open
hand-off ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from leadpact.rules.facts import Fact
from leadpact.rules.story_clocks import Running

FURTHEST = ("deal", "accepted", "handed_over", "queued", "won", "new", "recycled", "returned", "lost", "closed")
"""Which state stands when two leads become one: the one on which most is going on. Merged ones come last."""
_OF_STATE = ("owner_id", "queued_s", "queued_reason", "wake_s", "wake_field", "reason")
_OF_WHOLE = frozenset(("captured", "described"))
"""Facts about the buyer, which are true of the whole lead from when they happened."""


class Track(Protocol):
    """What one lead's facts came to so far; see ``story._Teller``."""

    lead_id: int
    state: str
    row: dict[str, Any]
    hand_offs: list[dict[str, Any]]
    clocks: list[Running]
    deals: dict[int, dict[str, Any]]
    attempts: int
    warned: bool

    def withdraw(self, at_s: int, *promises: str) -> None:
        """Withdraw clocks still running, of the named promises or all."""
        ...


class Tracks:
    """Tells the facts of a family of leads. ``whole`` is the track of the lead that survives."""

    def __init__(
        self, told: Iterable[Fact], whole: Track, begin: Callable[[int], Any], teach: Callable[[Any, Fact], None]
    ) -> None:
        self._whole = whole
        self._begin = begin
        self._teach = teach
        self._tracks: dict[int, Track] = {whole.lead_id: whole}
        self._into: dict[int, int] = {}
        self._joins = _joins(told, whole.lead_id)

    def take(self, fact: Fact) -> None:
        """Tell one fact to the lead it was about then."""
        own = self._track(fact.lead_id or self._whole.lead_id)
        if own is not self._whole and fact.kind in _OF_WHOLE:
            self._teach(self._whole, fact)
        self._teach(own, fact)
        target = self._joins.get(fact.seq)
        if target is not None:
            self._join(own, self._track(target), fact.occurred_s)

    def end(self, at_s: int) -> None:
        """Join what no fact has joined: every lead here tells its facts under the whole."""
        for track in [each for lead_id, each in self._tracks.items() if self._root(lead_id) == lead_id]:
            self._join(track, self._whole, at_s)

    def _root(self, lead_id: int) -> int:
        while lead_id in self._into:
            lead_id = self._into[lead_id]
        return lead_id

    def _track(self, lead_id: int) -> Track:
        root = self._root(lead_id)
        if root not in self._tracks:
            self._tracks[root] = self._begin(root)
        return self._tracks[root]

    def _join(self, gone: Track, into: Track, at_s: int) -> None:
        if gone is into or gone is self._whole:
            return
        self._into[gone.lead_id] = into.lead_id
        join(gone, into, at_s)


def _joins(told: Iterable[Fact], whole_id: int) -> dict[int, int]:
    """The merges in force: seq of the fact -> the lead into which its lead went."""
    last: dict[int, Fact] = {}
    for fact in told:
        if fact.kind in ("merged", "unmerged") and fact.lead_id is not None and fact.lead_id != whole_id:
            last[fact.lead_id] = fact
    return {
        fact.seq: int(fact.value_number)
        for fact in last.values()
        if fact.kind == "merged" and fact.value_number is not None
    }


def rank(state: str) -> int:
    """How far along a state is: the lower, the more is going on."""
    return FURTHEST.index(state) if state in FURTHEST else len(FURTHEST)


def standing(state: str, captured_s: int, lead_id: int) -> tuple[int, int, int]:
    """By what one of two leads stays when they become one: the smaller. Further along, else heard of first."""
    return rank(state), captured_s, lead_id


def join(gone: Track, into: Track, at_s: int) -> None:
    """Make two tracks one, as of an instant (epoch seconds); with equal states the surviving lead's own stands."""
    is_further = rank(gone.state) < rank(into.state)
    ends = into if is_further else gone
    ends.withdraw(at_s)
    for hand_off in ends.hand_offs:
        hand_off["is_open"] = False
    if is_further:
        into.state = gone.state
        into.row.update({name: gone.row.get(name) for name in _OF_STATE})
        into.row["marketer_id"] = gone.row.get("marketer_id") or into.row.get("marketer_id")
    elif into.row.get("marketer_id") is None and gone.row.get("marketer_id") is not None:
        into.row["marketer_id"] = gone.row["marketer_id"]
    # The open one stands last, however early it began.
    hand_offs = [hand_off | {"lead_id": into.lead_id} for hand_off in (*into.hand_offs, *gone.hand_offs)]
    into.hand_offs = sorted(hand_offs, key=lambda each: (each["is_open"], each["handed_s"], each["id"]))
    into.clocks = sorted((*into.clocks, *gone.clocks), key=lambda clock: (clock.started_s, clock.id))
    for deal_id, deal in gone.deals.items():
        into.deals.setdefault(deal_id, deal | {"lead_id": into.lead_id})
    into.attempts += gone.attempts
    into.warned = into.warned or gone.warned
