"""Pictures of persistence: what the next attempt is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.web.pictures.drawing import (
    EMPTY,
    Caption,
    Cell,
    Tick,
    area,
    curve,
    exact,
    figure,
    joined,
    key,
    label,
    numbers,
    path,
    rule,
    scale_ticks,
    shapes,
    stairs,
)
from leadpact.web.wording import amount_in_words, count_in_words, share_in_words, short_amount_in_words


class PersistenceRow(NamedTuple):
    """The n-th attempt: leads still waiting before it, those it reached, and three cumulative shares after it.

    ``low`` is as we work today, ``like`` like with like, ``high`` if the dropped were like the kept, which is a limit
    from above only where sales drops the colder ones: ``like`` may lie over it.
    ``like`` is None where nothing is alike enough to compare. ``value_minor`` is what the attempt is worth, None where
    the pact names no value of a deal.
    """

    attempt: int
    at_risk: int
    hits: int
    low: float
    like: float | None
    high: float
    value_minor: int | None = None
    leads_url: str = ""


def persistence(
    caption: Caption,
    rows: Sequence[PersistenceRow],
    *,
    stop_before: int | None = None,
    cost_minor: int | None = None,
    currency: str = "EUR",
) -> SafeString:
    """What the next attempt is worth: the range between two staircases, the line between, and value against cost.

    ``stop_before`` is the first attempt that is not worth its cost.
    """
    if not rows:
        return figure("persistence", caption, EMPTY, caption.sentence, EMPTY)
    width, ticks = 1 / len(rows), scale_ticks(max(max(row.high, row.like or 0) for row in rows))
    top = ticks[-1]
    starts = [index * width for index in range(len(rows))]
    drawn = ("low", "high") if any(row.like is None for row in rows) else ("low", "like", "high")
    level = {
        name: stairs([(x, getattr(row, name) / top) for x, row in zip(starts, rows, strict=True)], 1.0)
        for name in drawn
    }
    marks = shapes(
        curve("band", path([*level["high"], *reversed(level["low"])], closed=True)),
        curve("edge", path(level["low"])),
        curve("edge", path(level["high"])),
        *([curve("line", path(level["like"]))] if "like" in level else []),
    )
    column = next((i for i, row in enumerate(rows) if row.attempt == stop_before), None)
    words = EMPTY
    if column is not None:
        marks += rule("stop", x=starts[column])
        words = label("note-up", starts[column], 1, gettext("stop here"))
    marks += joined(_column_tip(index, width, _attempt_tip(row)) for index, row in enumerate(rows))
    last = rows[-1]
    legend = key([
        ("edge-low", gettext("as we work today: %(share)s by attempt %(n)d")
            % {"share": share_in_words(last.low), "n": last.attempt}),
        *([("line", gettext("like with like: %(share)s") % {"share": share_in_words(last.like)})] * ("like" in level)),
        ("edge-high", gettext("if the dropped were like the kept: %(share)s") % {"share": share_in_words(last.high)}),
    ])  # fmt: skip
    middles = [Tick(x + width / 2, str(row.attempt)) for x, row in zip(starts, rows, strict=True)]
    plane = area(
        x_ticks=middles,
        y_ticks=[Tick(t / top, share_in_words(t)) for t in ticks],
        marks=marks,
        words=words,
        x_title=gettext("attempts made"),
    )
    worth = (
        _worth(rows, column, cost_minor, currency)
        if cost_minor is not None and any(r.value_minor is not None for r in rows)
        else EMPTY
    )
    spoken = "; ".join(_attempt_tip(row) for row in rows)
    head = [
        gettext(w)
        for w in ("Attempt", "Waiting before", "Answered", "As today", "Like with like", "Like the kept", "Worth")
    ]
    table: list[list[Cell | str]] = [
        [
            Cell(str(r.attempt), r.leads_url),
            count_in_words(r.at_risk),
            count_in_words(r.hits),
            *map(share_in_words, (r.low, r.like, r.high)),
            amount_in_words(r.value_minor, currency),
        ]
        for r in rows
    ]
    return figure("persistence", caption, joined([plane, legend, worth]), spoken, numbers(caption, head, table))


def _attempt_tip(row: PersistenceRow) -> str:
    return gettext("Attempt %(n)d: %(k)s of %(r)s; so far %(low)s to %(high)s, like with like %(like)s") % {
        "n": row.attempt,
        "k": count_in_words(row.hits),
        "r": count_in_words(row.at_risk),
        "low": share_in_words(row.low),
        "high": share_in_words(row.high),
        "like": share_in_words(row.like),
    }


def _column_tip(index: int, width: float, tip: str) -> SafeString:
    """An invisible column to point at."""
    return format_html(
        '<rect class="hit" x="{}" y="0" width="{}" height="100%" data-tip="{}"/>',
        exact(index * width),
        exact(width),
        tip,
    )


def _worth(rows: Sequence[PersistenceRow], stop: int | None, cost_minor: int | None, currency: str) -> SafeString:
    """Bars of what each attempt is worth against the line of what it costs."""
    cost, width = cost_minor or 0, 1 / len(rows)
    top = scale_ticks(max([cost, *(row.value_minor or 0 for row in rows)]), 3)[-1]
    bars = []
    for index, row in enumerate(rows):
        value = row.value_minor or 0
        kind = "bar off" if stop is not None and index >= stop else "bar"
        tip = gettext("Attempt %(n)d is worth %(value)s and costs %(cost)s") % {
            "n": row.attempt,
            "value": amount_in_words(row.value_minor, currency),
            "cost": amount_in_words(cost, currency),
        }  # fmt: skip
        bars.append(
            format_html(
                '<rect class="{}" x="{}" width="{}" y="{}" height="{}" rx="2" data-tip="{}"/>',
                kind, exact((index + 0.2) * width), exact(0.6 * width), exact(1 - value / top), exact(value / top), tip,
            )
        )  # fmt: skip
    marks = joined([*bars, rule("cost", y=cost / top)])
    ticks = [Tick(0, ""), Tick(1, short_amount_in_words(round(top), currency))]
    plane = area(x_ticks=[], y_ticks=ticks, marks=marks, x_title=gettext("what each attempt is worth"), kind="low")
    return plane + key([("cost", gettext("costs %(cost)s") % {"cost": amount_in_words(cost, currency)})])
