"""Small pictures without a frame: split bars, the shared goal, promises against their mark, and sparks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.web.pictures.drawing import EMPTY, curve, exact, joined, path, shapes
from leadpact.web.wording import short_amount_in_words


class Bit(NamedTuple):
    """A part of a bar: m (marketing), s (sales) or o (others), how much, and its words."""

    team: str
    amount: float
    tip: str = ""


def _split(bits: Sequence[Bit], whole: float, height: int) -> SafeString:
    """The parts of a bar, first part on top, so that each one's end cuts the next: only the ends are round."""
    shown = [bit for bit in bits if bit.amount > 0]
    total = sum(bit.amount for bit in shown)
    drawn = []
    for index in range(len(shown) - 1, -1, -1):
        end = sum(bit.amount for bit in shown[: index + 1])
        bit, is_last = shown[index], index == len(shown) - 1
        rect = format_html(
            '<rect class="{}" width="{}" height="{}" rx="5" data-tip="{}"/>',
            bit.team,
            "100%" if is_last else "200%",
            height,
            bit.tip,
        )
        seam = EMPTY if is_last else format_html('<line class="seam" x1="100%" x2="100%" y1="0" y2="{}"/>', height)
        drawn.append(format_html('<svg width="{}" height="{}">{}{}</svg>', exact(end / total), height, rect, seam))
    return format_html(
        '<svg width="{}" height="{}">{}</svg>', exact(max(total / whole, 0.004) if total else 0), height, joined(drawn)
    )


def stack(bits: Sequence[Bit], whole: float, height: int) -> SafeString:
    """A bar split into parts, as wide as its sum is of ``whole``."""
    return format_html(
        '<svg class="stack" height="{}" aria-hidden="true" focusable="false">{}</svg>',
        height,
        _split(bits, whole, height),
    )


def goal_bar(bits: Sequence[Bit], *, target_minor: int, pace_minor: int | None, currency: str) -> SafeString:
    """The shared goal: what was won split by who found the lead, and a mark where pace says it should be.

    Amounts of the bits, target and pace are minor units of one currency; a goal that is passed widens the bar.
    """
    won = sum(bit.amount for bit in bits)
    whole = max(target_minor, won, 1)
    words = [
        f"{bit.tip or bit.team}: {short_amount_in_words(round(bit.amount), currency)}" for bit in bits if bit.amount
    ]
    words.append(gettext("goal %(goal)s") % {"goal": short_amount_in_words(target_minor, currency)})
    marks = []
    if pace_minor is not None:
        says = gettext("pace today %(pace)s") % {"pace": short_amount_in_words(pace_minor, currency)}
        words.append(says)
        place = exact(pace_minor / whole)
        marks.append(
            format_html('<line class="tick" x1="{}" x2="{}" y1="-5" y2="31" data-tip="{}"/>', place, place, says)
        )
    if won > target_minor:
        place = exact(target_minor / whole)
        marks.append(
            format_html(
                '<line class="tick goal" x1="{}" x2="{}" y1="0" y2="26" data-tip="{}"/>',
                place,
                place,
                gettext("the goal"),
            )
        )
    return format_html(
        '<div class="goal-bar" role="img" aria-label="{}"><svg height="26" aria-hidden="true" focusable="false">'
        '<rect class="trough" width="100%" height="26" rx="8"/>{}{}</svg></div>',
        ", ".join(words), _split(bits, whole, 26), joined(marks),
    )  # fmt: skip


def bullet(value: float, promised: float, *, top: float = 1.0, team: str = "s") -> SafeString:
    """A thin bar of what was reached, with a mark at what was promised; its words stand beside it, for everybody."""
    place = exact(promised / top if top else 0)
    return format_html(
        '<svg class="bullet" height="12" aria-hidden="true" focusable="false">'
        '<rect class="trough" y="3" width="100%" height="6" rx="3"/>'
        '<rect class="{}" y="3" width="{}" height="6" rx="3"/>'
        '<line class="tick" x1="{}" x2="{}" y1="0" y2="12"/></svg>',
        team, exact(value / top if top else 0), place, place,
    )  # fmt: skip


def spark(values: Sequence[float | None], promised: float | None, *, team: str = "s", label: str = "") -> SafeString:
    """The last periods as a line with the promise dashed; a period without a figure leaves a gap."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return SafeString('<span class="spark"></span>')
    around = [*known, promised] if promised is not None else known
    low, high = min(around), max(around)
    room = (high - low) or 1.0
    last = len(values) - 1

    def height(value: float) -> float:
        return 0.12 + 0.76 * (value - low) / room

    runs: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((index / last, height(value)))
    lines = [curve(f"line {team}", path(run)) for run in runs if len(run) > 1]
    end_at = max(index for index, value in enumerate(values) if value is not None)
    end = format_html(
        '<circle class="{}" cx="{}" cy="{}" r="3"/>', team, exact(end_at / last), exact(1 - height(known[-1]))
    )
    mark = EMPTY
    if promised is not None:
        level = exact(1 - height(promised))
        mark = format_html('<line class="target" x1="0" x2="100%" y1="{}" y2="{}"/>', level, level)
    shown = ", ".join("–" if value is None else f"{value:g}" for value in values)
    return format_html(
        '<span class="spark" role="img" aria-label="{}"><svg aria-hidden="true" focusable="false">{}{}{}</svg></span>',
        f"{label}: {shown}" if label else shown, mark, shapes(*lines), end,
    )  # fmt: skip
