"""A number by month between the limits of what it does by itself, with its goal and its signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.web.pictures.drawing import (
    EMPTY,
    Caption,
    Tick,
    area,
    curve,
    dot,
    figure,
    joined,
    key,
    numbers,
    path,
    rule,
    scale_ticks,
    shapes,
)
from leadpact.web.pictures.plain import Numbers
from leadpact.web.wording import count_in_words


class Month(NamedTuple):
    """A month: its value, the limits then, and what signal it is (empty where none)."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    signal: str = ""


def control(caption: Caption, months: Sequence[Month], table: Numbers, *, goal: float | None = None) -> SafeString:
    """The line of values with two limits and the goal; months that are a signal are ringed."""
    if not months:
        return EMPTY
    known = [v for month in months for v in (month.value, month.low, month.high) if v is not None]
    ticks = scale_ticks(max([*known, goal or 0]))
    top, last = ticks[-1], max(len(months) - 1, 1)

    def places(name: str) -> list[tuple[float, float]]:
        found = ((index / last, getattr(month, name)) for index, month in enumerate(months))
        return [(x, value / top) for x, value in found if value is not None]

    marks = shapes(
        curve("edge", path(places("high"))), curve("edge", path(places("low"))), curve("line", path(places("value")))
    )
    if goal is not None:
        marks += rule("cost", y=goal / top)
    marks += joined(
        dot(index / last, month.value / top, "out" if month.signal else "s", _tip(month), 6 if month.signal else 3)
        for index, month in enumerate(months)
    )
    every = max(1, -(-len(months) // 6))
    plane = area(
        x_ticks=[Tick(i / last, month.label) for i, month in enumerate(months) if i % every == 0],
        y_ticks=[Tick(t / top, count_in_words(t, 0 if t == int(t) else 1)) for t in ticks],
        marks=marks,
    )
    entries = [("line", gettext("by month")), ("edge-low", gettext("what it does by itself"))]
    entries += [("cost", gettext("goal: %(goal)s") % {"goal": count_in_words(goal)})] if goal is not None else []
    picture = joined([plane, key(entries)])
    return figure("control", caption, picture, "; ".join(map(_tip, months)), numbers(caption, *table))


def _tip(month: Month) -> str:
    words = f"{month.label}: {count_in_words(month.value, 0 if month.value == int(month.value) else 1)}"
    return f"{words}, {month.signal}" if month.signal else words
