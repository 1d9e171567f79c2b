"""Differences and ratios as dots with whiskers around the line of no difference."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.web.pictures.drawing import Caption, exact, figure, joined, numbers, step
from leadpact.web.pictures.plain import Numbers


class EffectRow(NamedTuple):
    """A comparison: its name, its difference or ratio with the range, its words and a remark under them.

    ``is_named``: it is more than chance gives. Without a value there were too few to compare.
    """

    label: str
    value: float | None
    low: float | None
    high: float | None
    words: str = ""
    note: str = ""
    is_named: bool = False


def effects(
    caption: Caption,
    rows: Sequence[EffectRow],
    table: Numbers,
    *,
    says: Callable[[float], str],
    neutral: float = 0.0,
    towards: tuple[str, str] = ("", ""),
) -> SafeString:
    """A dot with whiskers for each comparison; grey where chance may give it.

    ``neutral`` is no difference: 0 for differences, 1 for ratios, whose axis is then that of their logarithms.
    ``towards`` says what lies left and right of it; ``says`` writes a value.
    """
    place = _scale([v for row in rows for v in (row.value, row.low, row.high) if v is not None], neutral)
    lines = [
            format_html(
                '<div class="drow{}"><span class="dname">{}</span>{}'
                '<span class="dv"><b>{}</b><small>{}</small></span></div>',
                "" if row.is_named else " few", row.label, _track(row, place, neutral),
                row.words or (says(row.value) if row.value is not None else gettext("too few to compare")), row.note,
            )
        for row in rows
    ]  # fmt: skip
    axis = format_html(
        '<div class="drow axis"><span></span><span class="dot-ticks"><span class="xl {}">{}</span></span>'
        "<span></span></div>",
        step("x", place(neutral)), says(neutral),
    )  # fmt: skip
    sides = format_html('<p class="towards"><span>← {}</span><span>{} →</span></p>', *towards) if all(towards) else ""
    picture = format_html('<div class="dots">{}{}</div>{}', joined(lines), axis, sides)
    spoken = "; ".join(
        f"{row.label}: {row.words or (says(row.value) if row.value is not None else '–')}" for row in rows
    )
    return figure("effects", caption, picture, spoken, numbers(caption, *table))


def _scale(values: Sequence[float], neutral: float) -> Callable[[float], float]:
    """Where a value lies from 0 to 1, with the neutral one inside."""
    bend: Callable[[float], float] = (lambda v: math.log(max(v, 1e-6))) if neutral > 0 else (lambda v: v)
    bent = [bend(value) for value in (*values, neutral)]
    low, high = min(bent), max(bent)
    room = (high - low) or 1.0
    low, high = low - 0.06 * room, high + 0.06 * room
    return lambda value: (bend(value) - low) / (high - low)


def _track(row: EffectRow, place: Callable[[float], float], neutral: float) -> SafeString:
    at = exact(place(neutral))
    marks = [format_html('<line class="mean" x1="{}" x2="{}" y1="0" y2="24"/>', at, at)]
    team = "s" if row.is_named else "o"
    if row.low is not None and row.high is not None:
        ends = exact(place(row.low)), exact(place(row.high))
        marks.append(format_html('<line class="whisker {}" x1="{}" x2="{}" y1="12" y2="12"/>', team, *ends))
    if row.value is not None:
        marks.append(format_html('<circle class="{}" cx="{}" cy="12" r="5"/>', team, exact(place(row.value))))
    return format_html('<svg class="track" height="24" aria-hidden="true" focusable="false">{}</svg>', joined(marks))
