"""Answers that depend on time: touches counted in a window, days since the last one, leads of the account."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import itemgetter

from leadpact.rules.lead import FAR_S, Seen, Touch, Value

Witness = Value | Touch
"""A fact as ``Seen`` keeps it; both have ``occurred_s`` and ``seq``."""
Reading = tuple[bool | None, tuple[Witness, ...], int]
"""Whether it holds, the facts that made it so in order of time, and until when it stays so without a new fact."""
Reader = Callable[[Seen, int], Reading]
"""An answer for a lead at an instant (epoch seconds)."""
DAY_S = 86_400
_NO_TOUCH: Reading = (False, (), FAR_S)
_NEVER_TOUCHED: Reading = (None, (), FAR_S)
_touched = itemgetter(Touch._fields.index("occurred_s"), Touch._fields.index("seq"))
"""The place of a touch in time; quicker than reading its attributes."""


def seconds(days: float | None) -> int:
    """Turn a span of days into seconds; no span is one without end."""
    return FAR_S if days is None else round(days * DAY_S)


def in_order(facts: tuple[Witness, ...]) -> tuple[Witness, ...]:
    """Sort facts by time, each once."""
    return facts if len(facts) < 2 else tuple(sorted(dict.fromkeys(facts), key=_moment))


def enough_touches(kind: str, of: str | None, at_least: int, window_s: int) -> Reader:
    """Look from the newest touch of one kind back to the one that suffices; the common case, and the quick one."""

    def read(seen: Seen, as_of_s: int) -> Reading:
        touches = seen.touches.get(kind)
        if not touches:
            return _NO_TOUCH
        until_s = FAR_S
        since_s = as_of_s - window_s
        found: tuple[Touch, ...] = ()
        for touch in reversed(touches):
            at_s = touch[0]
            if at_s <= since_s:
                break
            if at_s > as_of_s:
                until_s = at_s
            elif of is None or touch[1] == of:
                found = (touch, *found)
                if len(found) == at_least:
                    return True, found, min(until_s, at_s + window_s)
        return False, (), until_s

    return read


def counted_touches(
    kinds: tuple[str, ...], of: str | None, at_least: int, at_most: int | None, window_s: int
) -> Reader:
    """Count the touches of the kinds in ``(as_of - window, as_of]`` and hold the count against both bounds."""

    def read(seen: Seen, as_of_s: int) -> Reading:
        counted: list[Touch] = []
        until_s = FAR_S
        for kind in kinds:
            touches = seen.touches.get(kind)
            if touches:
                begin = bisect_left(touches, (as_of_s - window_s + 1,))
                if touches[-1][0] > as_of_s:
                    end = bisect_left(touches, (as_of_s + 1,))
                    until_s = min(until_s, touches[end].occurred_s)
                    touches = touches[:end]
                within = touches[begin:]
                counted += within if of is None else [touch for touch in within if touch.of == of]
        if len(kinds) > 1 and len(counted) > 1:
            counted.sort(key=_touched)
        return _judge_count(counted, at_least, at_most, window_s, until_s)

    return read


def _judge_count(counted: list[Touch], at_least: int, at_most: int | None, window_s: int, until_s: int) -> Reading:
    count = len(counted)
    if count < at_least:
        return False, (), until_s
    if at_most is not None and count > at_most:
        holds, deciding = False, tuple(counted[count - at_most - 1 :])
    else:
        holds, deciding = True, tuple(counted[count - at_least :]) if at_least > 0 else ()
    if deciding:
        # The oldest of the touches that suffice is the first to leave the window.
        until_s = min(until_s, deciding[0][0] + window_s)
    return holds, deciding, until_s


def days_since(kind: str, low_s: int, high_s: int) -> Reader:
    """Hold the age of the last touch of a kind against both bounds, included; unknown where there was none."""

    def read(seen: Seen, as_of_s: int) -> Reading:
        touches = seen.touches.get(kind)
        if not touches:
            return _NEVER_TOUCHED
        last, until_s = touches[-1], FAR_S
        at_s = last.occurred_s
        if at_s > as_of_s:
            end = bisect_left(touches, (as_of_s + 1,))
            until_s = touches[end].occurred_s
            if not end:
                return None, (), until_s
            last = touches[end - 1]
            at_s = last.occurred_s
        age_s = as_of_s - at_s
        if age_s < low_s:
            return False, (last,), min(until_s, at_s + low_s)
        if age_s > high_s:
            return False, (last,), until_s
        return True, (last,), min(until_s, at_s + high_s + 1)

    return read


def account_leads(at_least: int, window_s: int) -> Reader:
    """Count the other leads of the account captured in ``(as_of - window, as_of]``. No fact of this lead decides it."""

    def read(seen: Seen, as_of_s: int) -> Reading:
        recent = sorted(at_s for at_s in seen.account_leads_s if at_s > as_of_s - window_s)
        count = bisect_right(recent, as_of_s)
        until_s = recent[count] if count < len(recent) else FAR_S
        holds = count >= at_least
        if holds and at_least > 0:
            until_s = min(until_s, recent[count - at_least] + window_s)
        return holds, (), until_s

    return read


def _moment(fact: Witness) -> tuple[int, int]:
    return fact.occurred_s, fact.seq
