"""How long a buyer is kept: spans of the calendar, when a lead falls due, and what keeps it although it is old.

The pact agrees on a span such as ``24 months``. It counts from the last that happened with a lead, in the merged
story. Who bought, is about to, is with sales or has a promise running is never forgotten by age.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from leadpact.rules.consent import WITH_SALES

DAY_S = 86_400
SHORTEST, LONGEST = "30 days", "50 years"
"""What a pact may agree on."""
NOTICE_DAYS = 14
"""So long a lead stands on the list before it is forgotten, whatever its age: time to look, and to keep it."""
REASON = "retention"
"""Why a fact says that a person's words were deleted, when it was their age."""
Stay = Literal["customer", "deal", "with_sales", "promise", "wakes", "kept", "recent"]
_EVER_S = -(1 << 62)


class Standing(NamedTuple):
    """What decides whether a lead may be forgotten; ``last_s`` is when the last happened in its whole story.

    ``kept_until_s``: somebody keeps it until then, with a reason.
    """

    lead_id: int
    state: str
    last_s: int
    wake_s: int | None = None
    has_won: bool = False
    has_open_deal: bool = False
    has_open_hand_off: bool = False
    has_clock: bool = False
    kept_until_s: int | None = None


def stays(standing: Standing, kept: str, now_s: int) -> Stay | None:
    """Why a lead is not forgotten at an instant, the weightiest reason first; None when nothing keeps it any more."""
    if standing.has_won or standing.state == "won":
        return "customer"
    if standing.has_open_deal or standing.state == "deal":
        return "deal"
    if standing.has_open_hand_off or standing.state in WITH_SALES:
        return "with_sales"
    if standing.has_clock:
        return "promise"
    if standing.wake_s is not None and standing.wake_s > now_s:
        return "wakes"
    if standing.kept_until_s is not None and standing.kept_until_s > now_s:
        return "kept"
    return "recent" if after_s(kept, standing.last_s) > now_s else None


def due_s(standing: Standing, kept: str, listed_s: int) -> int:
    """When a lead that nothing else keeps is forgotten: its time is up, and it stood on the list long enough."""
    return max(after_s(kept, standing.last_s), standing.kept_until_s or 0, listed_s + NOTICE_DAYS * DAY_S)


def days_of(span: str) -> float:
    """A span in days, to compare spans: a month is a twelfth of 365.25 days."""
    count, _space, unit = span.partition(" ")
    return int(count) * (1 if unit.startswith("day") else 365.25 if unit.startswith("year") else 365.25 / 12)


def before_s(span: str, now_s: int) -> int:
    """The instant that long before another; months and years are those of the calendar, ever for one before year 1."""
    found = _moved(span, now_s, -1)
    return _EVER_S if found is None else found


def after_s(span: str, at_s: int) -> int:
    """The instant that long after another, by the calendar; never for one after the year 9999."""
    found = _moved(span, at_s, 1)
    return -_EVER_S if found is None else found


def _moved(span: str, at_s: int, way: int) -> int | None:
    count, _space, unit = span.partition(" ")
    try:
        at = datetime.fromtimestamp(at_s, UTC)
        if unit.startswith("day"):
            return int((at + way * timedelta(days=int(count))).timestamp())
        place = at.year * 12 + at.month - 1 + way * int(count) * (12 if unit.startswith("year") else 1)
        year, month = place // 12, place % 12 + 1
        return int(at.replace(year=year, month=month, day=min(at.day, monthrange(year, month)[1])).timestamp())
    except (OverflowError, ValueError):
        return None
