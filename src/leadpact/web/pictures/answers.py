"""Pictures of promises: the share answered by the hour, and whether anybody differs beyond chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.web.pictures.drawing import (
    Caption,
    Tick,
    area,
    curve,
    dot,
    figure,
    free_height,
    joined,
    key,
    label,
    numbers,
    path,
    rule,
    scale_ticks,
    shapes,
    stairs,
    upright,
)
from leadpact.web.wording import count_in_words, share_in_words


class AnsweredRow(NamedTuple):
    """By so many hours after the hand-off this share had been answered; open clocks are counted as far as they ran."""

    hours: float
    share: float
    low: float
    high: float
    at_risk: int


def answered(
    caption: Caption,
    rows: Sequence[AnsweredRow],
    *,
    promise_h: float | None,
    half_h: float | None = None,
    x_title: str = "",
    team: str = "s",
    promise_says: str = "",
) -> SafeString:
    """The share answered by the hour, with the promise as an upright line.

    ``half_h`` is the hour by which half are answered, None when not reached; ``team`` (m or s) is who promised.
    ``promise_says`` names the line where it is not the only promise.
    """
    right = max([row.hours for row in rows] + [promise_h or 0, 1])
    x_ticks = [tick for tick in scale_ticks(right, 6) if tick <= right]
    places = [(0.0, 0.0), *((row.hours / right, row.share) for row in rows)]
    upper = stairs([(0.0, 0.0), *((row.hours / right, row.high) for row in rows)])
    lower = stairs([(0.0, 0.0), *((row.hours / right, row.low) for row in rows)])
    marks = shapes(
        curve(f"band {team}", path([*upper, *reversed(lower)], closed=True)),
        curve(f"line {team}", path(stairs(places))),
    )
    words = []
    is_half_beside = False
    if promise_h is not None:
        kept = max((row.share for row in rows if row.hours <= promise_h), default=0.0)
        marks += rule("deadline", x=promise_h / right) + dot(promise_h / right, kept, team, share_in_words(kept), 5)
        says = promise_says or gettext("by the promised %(h)s h") % {"h": f"{promise_h:g}"}
        text = format_html("<b>{}</b> {}", share_in_words(kept), says)
        # The curve rises: right of the promise there is room below it, left of it above.
        if promise_h < 0.6 * right:
            words.append(label("note-right", promise_h / right, max(0.06, kept - 0.07), text))
        else:
            words.append(label("note-left", promise_h / right, min(1.02, kept + 0.08), text))
    if half_h is not None and half_h <= right:
        marks += dot(
            half_h / right, 0.5, f"{team} ring", gettext("half are answered by %(h)s h") % {"h": f"{half_h:g}"}, 5
        )
        if is_half_beside := promise_h is None or abs(promise_h - half_h) > 0.3 * right:
            words.append(label("note-right", half_h / right, 0.43, gettext("half by %(h)s h") % {"h": f"{half_h:g}"}))
    marks += joined(dot(r.hours / right, r.share, "ghost", _hour_tip(r), 3) for r in rows)
    plane = area(
        x_ticks=[Tick(t / right, f"{t:g}") for t in x_ticks],
        y_ticks=[Tick(t, share_in_words(t)) for t in (0, 0.25, 0.5, 0.75, 1)],
        marks=marks, words=joined(words), x_title=x_title or gettext("working hours after the hand-off"),
    )  # fmt: skip
    if half_h is not None and half_h <= right and not is_half_beside:
        plane = joined([plane, key([("ring-key", gettext("half by %(h)s h") % {"h": f"{half_h:g}"})])])
    spoken = "; ".join(_hour_tip(row) for row in rows)
    head = [
        gettext("Hours"),
        gettext("Answered"),
        gettext("At least"),
        gettext("At most"),
        gettext("Clocks still running"),
    ]
    table = [[f"{r.hours:g}", *map(share_in_words, (r.share, r.low, r.high)), count_in_words(r.at_risk)] for r in rows]
    return figure("answered", caption, plane, spoken, numbers(caption, head, table))


def _hour_tip(row: AnsweredRow) -> str:
    return gettext("by %(h)s h: %(share)s (%(low)s to %(high)s)") % {
        "h": f"{row.hours:g}",
        "share": share_in_words(row.share),
        "low": share_in_words(row.low),
        "high": share_in_words(row.high),
    }


class PersonDot(NamedTuple):
    """One person's promises whose deadline has passed; ``label`` is shown only where ``is_outside`` the limits."""

    label: str
    kept: int
    due: int
    is_outside: bool = False


NAME_HIGH = 0.1
"""How much of the plane's height a name takes; its width may be that of the plane on a phone."""
OVER = 1 + NAME_HIGH
"""The height of the one name that stands over the plane."""


def _beside(y: float, side: int) -> list[float]:
    """Heights for a name: beside its mark on the side away from the team, else further off, else on the other side."""
    first = max(0.02, min(1.0, y + 0.07 * side))
    on, back = ([first + sign * NAME_HIGH * step for step in range(10)] for sign in (side, -side))
    return [each for each in (*on, *([OVER] if side > 0 else []), *back) if 0.0 <= each <= 1.0 or each == OVER]


class TrumpetLimit(NamedTuple):
    """What chance alone gives at so many promises: 99.8% of people with the team's rate lie between."""

    due: int
    low: float
    high: float


def trumpet(
    caption: Caption,
    people: Sequence[PersonDot],
    *,
    rate: float,
    limits: Sequence[TrumpetLimit],
    whole: tuple[int, int] | None = None,
) -> SafeString:
    """Is anybody different from the team, beyond chance? Grey dots without names; a name only outside the limits.

    ``whole`` is kept and due of all together, where some of that is in nobody's own figures.
    """
    right = max([person.due for person in people] + [limit.due for limit in limits] + [1])
    x_ticks = [tick for tick in scale_ticks(right, 6) if tick <= right]
    seen = [limit for limit in limits if limit.due <= right]
    upper, lower = (
        [(limit.due / right, limit.high) for limit in seen],
        [(limit.due / right, limit.low) for limit in seen],
    )
    marks = shapes(
        curve("chance", path([*upper, *reversed(lower)], closed=True)),
        curve("limit", path(upper)),
        curve("limit", path(lower)),
    ) + rule("mean", y=rate)
    words = [
        label(
            "note-start", 0, min(0.96, rate + 0.05), gettext("all together %(share)s") % {"share": share_in_words(rate)}
        )
    ]
    named_at: list[tuple[float, float]] = []
    for person in sorted(people, key=lambda each: (-each.due, each.label)):
        if not person.due:
            continue
        x, y = person.due / right, person.kept / person.due
        tip = gettext("%(k)d of %(n)d kept") % {"k": person.kept, "n": person.due}
        marks += dot(x, y, "out" if person.is_outside else "grey", tip, 4.5 if person.is_outside else 4)
        if person.is_outside:
            height = free_height((x, y), named_at, _beside(y, 1 if y > rate else -1), (2, 0.99 * NAME_HIGH))
            named_at.append((x, height))
            if abs(height - y) > NAME_HIGH:
                marks += upright("towards-name", x, *sorted((y, height)))
            kind = f"{'note-left' if x > 0.5 else 'note-right'}{' over' if height > 1 else ''}"
            words.append(label(kind, x, height, format_html("<b>{}</b> {}", person.label, tip)))
    plane = area(
        x_ticks=[Tick(t / right, f"{t:g}") for t in x_ticks],
        y_ticks=[Tick(t, share_in_words(t)) for t in (0, 0.25, 0.5, 0.75, 1)],
        marks=marks, words=joined(words), x_title=gettext("promises that fell due"),
    )  # fmt: skip
    outside = sum(person.is_outside for person in people)
    spoken = gettext("%(n)d people; %(out)d outside what chance gives; all together %(share)s kept") % {
        "n": len(people), "out": outside, "share": share_in_words(rate)
    }  # fmt: skip
    named = sorted((p for p in people if p.is_outside and p.label), key=lambda p: p.label)
    kept, due = whole or (sum(p.kept for p in people), sum(p.due for p in people))
    rows = [
        [
            gettext("All together"),
            count_in_words(kept),
            count_in_words(due),
            share_in_words(rate),
        ]
    ]
    rows += [
        [p.label, count_in_words(p.kept), count_in_words(p.due), share_in_words(p.kept / p.due)] for p in named if p.due
    ]
    head = [gettext("Who"), gettext("Kept"), gettext("Due"), gettext("Share")]
    return figure("trumpet", caption, plane, spoken, numbers(caption, head, rows))
