"""Pictures that compare groups: rising curves, and dots with whiskers."""

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
    free_height,
    joined,
    label,
    numbers,
    path,
    rule,
    scale_ticks,
    shapes,
    stairs,
    step,
)
from leadpact.web.templatetags.look import TEAMS
from leadpact.web.wording import count_in_words, share_in_words, tick_in_words

FAST = "\u00a0–\u00a0"
"""A dash that does not end a line, so that a range stays whole."""
DASHES = 6
"""So many kinds of dashes tell the curves of one team's sources apart."""
FEW, SOME = 10, 30
"""Under ten there is no percentage; under thirty it is grey."""


class DotRow(NamedTuple):
    """A group: k of n, its share with the range, and who found it (marketing, sales, or anything else)."""

    label: str
    k: int
    n: int
    share: float | None
    low: float | None
    high: float | None
    side: str = ""
    note: str = ""
    leads_url: str = ""


class CurvePoint(NamedTuple):
    """The share won by a day, its range, and how many leads were followed that long."""

    day: float
    share: float
    low: float
    high: float
    at_risk: int


class SourceCurve(NamedTuple):
    """One source's rising curve; ``n`` leads captured, ``k`` won so far, points by day."""

    label: str
    side: str
    k: int
    n: int
    points: tuple[CurvePoint, ...]
    leads_url: str = ""

    def at(self, day: float) -> CurvePoint | None:
        """The last point up to a day; None when the curve starts later or nobody was followed that long."""
        seen = [point for point in self.points if point.day <= day]
        return seen[-1] if seen and self.points[-1].day >= day else None


def _team(side: str) -> str:
    letter = TEAMS.get(side, "o")
    return letter if letter in {"m", "s"} else "o"


def _range_words(row: DotRow) -> str:
    if row.n < FEW:
        return gettext("too few to say")
    if row.share is None or row.low is None or row.high is None:
        return gettext("not known yet")
    return f"{share_in_words(row.share)} ({share_in_words(row.low)}{FAST}{share_in_words(row.high)})"


def _track(row: DotRow, top: float, reference: float | None) -> SafeString:
    """A line from low to high with a dot at the share; empty for too few."""
    mark = EMPTY
    if reference is not None:
        place = exact(reference / top)
        mark = format_html('<line class="mean" x1="{}" x2="{}" y1="0" y2="24"/>', place, place)
    if row.n < FEW or row.share is None or row.low is None or row.high is None:
        return format_html('<svg class="track" height="24" aria-hidden="true" focusable="false">{}</svg>', mark)
    return format_html(
        '<svg class="track" height="24" aria-hidden="true" focusable="false">{}'
        '<line class="whisker {}" x1="{}" x2="{}" y1="12" y2="12"/><circle class="{}" cx="{}" cy="12" r="5"/></svg>',
        mark, _team(row.side), exact(row.low / top), exact(row.high / top), _team(row.side), exact(row.share / top),
    )  # fmt: skip


def dot_list(rows: Sequence[DotRow], reference: float | None, marks: Sequence[str] = ()) -> SafeString:
    """The rows as dots with whiskers over one axis; ``marks`` are signs before their names."""
    top = scale_ticks(max([row.high or 0 for row in rows if row.n >= FEW] + [reference or 0, 0.01]))
    lines = []
    for index, row in enumerate(rows):
        grey = " few" if row.n < SOME else ""
        sign = format_html('<i class="chip-no {}">{}</i>', _team(row.side), marks[index]) if marks else EMPTY
        sample = row.note or gettext("%(k)s of %(n)s") % {"k": count_in_words(row.k), "n": count_in_words(row.n)}
        lines.append(
            format_html(
                '<div class="drow{}"><span class="dname">{}{}</span>{}'
                '<span class="dv"><b>{}</b><small>{}</small></span></div>',
                grey, sign, row.label, _track(row, top[-1], reference), _range_words(row), sample,
            )
        )  # fmt: skip
    is_drawn = reference is not None or any(row.n >= FEW and row.share is not None for row in rows)
    shown = joined(
        format_html('<span class="xl {}">{}</span>', step("x", tick / top[-1]), tick_in_words(tick))
        for tick in top
        if is_drawn
    )
    axis = format_html(
        '<div class="drow axis"><span></span><span class="dot-ticks">{}</span><span></span></div>', shown
    )
    return format_html('<div class="dots">{}{}</div>', joined(lines), axis)


def dots(
    caption: Caption, rows: Sequence[DotRow], *, reference: float | None = None, first: str = "", outcome: str = ""
) -> SafeString:
    """A list of groups, each a dot with its whiskers; the upright line is ``reference``, everybody together.

    ``first`` heads the groups in the table (``Source``), ``outcome`` the counted ones (``Won``).
    """
    spoken = "; ".join(f"{row.label}: {_range_words(row)}, {row.k} / {row.n}" for row in rows)
    head = [
        first or gettext("Group"),
        outcome or gettext("Won"),
        gettext("All"),
        gettext("Share"),
        gettext("At least"),
        gettext("At most"),
    ]
    table = [_row_cells(row) for row in rows]
    return figure("dot-list", caption, dot_list(rows, reference), spoken, numbers(caption, head, table))


def _row_cells(row: DotRow) -> list[Cell | str]:
    shares = (None, None, None) if row.n < FEW else (row.share, row.low, row.high)
    return [Cell(row.label, row.leads_url), count_in_words(row.k), count_in_words(row.n), *map(share_in_words, shares)]


def _apart(ends: Sequence[tuple[float, float]], near: tuple[float, float] = (0.075, 0.085)) -> list[float]:
    """Heights of the marks at the curves' ends: none lies over another, and each as close to its end as can be."""
    places: dict[int, tuple[float, float]] = {}
    for index in sorted(range(len(ends)), key=lambda index: (-ends[index][1], index)):
        x, y = ends[index]
        away = [0.0, *(sign * off / 50 for off in range(1, 26) for sign in (-1, 1))]
        asked = [y + each for each in away if 0.0 <= y + each <= 1.0]
        places[index] = (x, free_height((x, y), list(places.values()), asked, near))
    return [places[index][1] for index in range(len(ends))]


def rising(
    caption: Caption, curves: Sequence[SourceCurve], *, mark_day: float = 90, least_at_risk: int = 30
) -> SafeString:
    """Curves of the share won by day since capture, numbered like the list under them.

    A curve fades after its last point with ``least_at_risk`` leads still followed. The list shows every source at
    ``mark_day`` with its whiskers; sources found by one team share its colour and differ by dash and number.
    """
    drawn = [source for source in curves if source.points]
    last_day = max([point.day for source in drawn for point in source.points] + [mark_day])
    x_ticks = [30.0 * i for i in range(int(last_day // 30) + 1)] if 60 <= last_day <= 240 else scale_ticks(last_day)
    right = max(last_day, x_ticks[-1])
    y_ticks = scale_ticks(max([point.share for source in drawn for point in source.points] + [0.01]))
    top = y_ticks[-1]
    strokes, seen = [], {"m": 0, "s": 0, "o": 0}
    for source in drawn:
        team = _team(source.side)
        kind = f"line {team} dash{seen[team] % DASHES}"
        seen[team] += 1
        places = [(p.day / right, p.share / top) for p in source.points]
        sure = sum(p.at_risk >= least_at_risk for p in source.points)
        start = [(0.0, 0.0)] if source.points[0].day > 0 else []
        strokes.append(curve(kind, path(stairs([*start, *places[:sure]])), source.label))
        if sure < len(places):
            strokes.append(curve(f"{kind} faded", path(stairs(places[max(sure - 1, 0) :])), source.label))
    ends = _apart([(source.points[-1].day / right, source.points[-1].share / top) for source in drawn])
    signs = [str(index + 1) for index in range(len(drawn))]
    words = joined(
        label(f"end {_team(source.side)}", source.points[-1].day / right, end, sign)
        for source, end, sign in zip(drawn, ends, signs, strict=True)
    )
    plane = area(
        x_ticks=[Tick(day / right, f"{day:g}") for day in x_ticks],
        y_ticks=[Tick(tick / top, tick_in_words(tick)) for tick in y_ticks],
        marks=shapes(*strokes) + rule("deadline", x=mark_day / right), words=words,
        x_title=gettext("days since first heard of"), kind="ends",
    )  # fmt: skip
    rows = [_at_day(source, mark_day) for source in drawn]
    heading = format_html('<p class="list-head">{}</p>', gettext("won within %(day)d days") % {"day": int(mark_day)})
    picture = joined([plane, heading, dot_list(rows, None, signs)])
    spoken = "; ".join(f"{row.label}: {_range_words(row)}" for row in rows)
    head = [
        gettext("Source"),
        gettext("Won so far"),
        gettext("All"),
        gettext("Share"),
        gettext("At least"),
        gettext("At most"),
    ]
    return figure("rising", caption, picture, spoken, numbers(caption, head, [_row_cells(row) for row in rows]))


def _at_day(source: SourceCurve, day: float) -> DotRow:
    point = source.at(day)
    sample = gettext("of %(n)s leads") % {"n": count_in_words(source.n)}
    if point is None:
        return DotRow(
            source.label,
            source.k,
            source.n,
            None,
            None,
            None,
            source.side,
            gettext("not followed that long yet"),
            source.leads_url,
        )
    return DotRow(
        source.label, source.k, source.n, point.share, point.low, point.high, source.side, sample, source.leads_url
    )


__all__ = ["CurvePoint", "DotRow", "SourceCurve", "dot_list", "dots", "rising"]
