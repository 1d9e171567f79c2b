"""Panels as SVG that needs no stylesheet, under each other."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from leadpact.evidence.pictures.as_svg_plane import plane
from leadpact.evidence.pictures.ink import (
    AGREED,
    GREEN,
    INK,
    LEFT,
    LINE,
    PALE,
    PLAIN,
    RED,
    RIGHT,
    TRACK,
    WIDTH,
    bare,
    colour,
    in_two,
    line,
    placed,
    short,
    text,
    tick,
    written,
)
from leadpact.evidence.pictures.panels import (
    ALIKE,
    UNLIKE,
    Bar,
    Bars,
    Corners,
    Dot,
    Dots,
    Grid,
    Mirror,
    Panel,
    Plane,
    Said,
    Unit,
)

Drawn = tuple[list[str], float]
"""Shapes, and how high they are together."""
_WIDE = WIDTH - LEFT - RIGHT
NOTE = 28
"""So many letters of a note stand on one line beside a picture."""


def draw(panels: Sequence[Panel], top: float) -> Drawn:
    """All panels from ``top`` on."""
    parts: list[str] = []
    y = top
    for panel in panels:
        parts.append(text(20, y + 16, panel.title.english(), size=14, weight=600))
        y += 26
        for words in textwrap.wrap(panel.says.english(), 108) if panel.says else ():
            parts.append(text(20, y + 10, words, size=12, fill=PALE))
            y += 17
        drawn, used = _panel(panel, y)
        parts += drawn
        y += used + 22
    return parts, y - top


def _panel(panel: Panel, top: float) -> Drawn:
    if isinstance(panel, Plane):
        return plane(panel, top)
    if isinstance(panel, Dots):
        return _dots(panel, top)
    if isinstance(panel, Bars):
        return _bars(panel, top)
    if isinstance(panel, Grid):
        return _grid(panel, top)
    return _mirror(panel, top) if isinstance(panel, Mirror) else _corners(panel, top)


def _high(rows: Sequence[Dot] | Sequence[Bar]) -> int:
    """How high each row is: higher where a note takes two lines."""
    return LINE + (14 if any(len(row.note.english()) > NOTE for row in rows) else 0)


def _named(name: Said, value: str, note: Said, y: float, fill: str = INK) -> list[str]:
    """A row's name on the left, its value and note on the right."""
    lines = in_two(name.english(), 30)
    first = y + (4 if len(lines) == 1 else -2)
    parts = [text(LEFT - 12, first + 15 * place, words, anchor="end") for place, words in enumerate(lines)]
    parts.append(text(WIDTH - RIGHT + 12, y + (0 if note else 4), value, size=12, weight=600, fill=fill))
    if note:
        for place, words in enumerate(in_two(note.english(), NOTE)):
            parts.append(text(WIDTH - RIGHT + 12, y + 14 + 14 * place, words, size=12, fill=PALE))
    return parts


def dot_words(row: Dot, unit: Unit, *, has_second: bool, is_compared: bool = False) -> str:
    """The value of a row with its range, both values of a pair, or that there are too few."""
    if row.support == "none" or row.value is None:
        return "too few to compare" if is_compared else "too few to say"
    said = written(row.value, unit)
    if has_second:
        other = row.second[0] if row.second else None
        return f"{said} / {'–' if other is None else written(other, unit)}"
    if row.low is None or row.high is None:
        return said
    return f"{said} ({bare(row.low, unit)} – {bare(row.high, unit)})"


def _dots(panel: Dots, top: float) -> Drawn:
    values = [
        value
        for row in panel.rows if row.support != "none"
        for value in (row.value, row.low, row.high, row.mark, *(row.second or ())) if value is not None
    ]  # fmt: skip
    values += [panel.reference] if panel.reference is not None else []
    place, marks = placed(values, panel.neutral, is_log=panel.unit == "times")
    parts: list[str] = []
    y = top
    if panel.kinds:
        parts += _kinds([("won", panel.kinds[0]), ("second", panel.kinds[1])], y)
        y += 22
    high = _high(panel.rows)
    bottom = y + high * len(panel.rows)
    for at in (panel.neutral, panel.reference):
        if at is not None:
            parts.append(line(LEFT + place(at) * _WIDE, y, LEFT + place(at) * _WIDE, bottom, PALE))
    for row in panel.rows:
        middle = y + LINE / 2
        said = dot_words(row, panel.unit, has_second=bool(panel.kinds), is_compared=panel.neutral is not None)
        parts += _named(row.name, said, row.note, middle, INK if row.is_named else PALE)
        parts.append(line(LEFT, middle, WIDTH - RIGHT, middle, TRACK))
        if row.support != "none":
            parts += _dot_marks(row, panel, place, middle)
        y += high
    for mark in marks if values else ():
        x = LEFT + place(mark) * _WIDE
        words = f"{mark:g}" if panel.unit == "times" else tick(mark, panel.unit)
        parts.append(text(x, y + 14, words, size=12, fill=PALE, anchor="middle"))
    y += 20
    for stroke in (panel.mark_says, panel.reference_says):
        if stroke:
            parts.append(text(LEFT, y + 12, f"│ {stroke.english()}", size=12, fill=PALE))
            y += 18
    if all(panel.towards):
        parts.append(text(LEFT, y + 12, f"← {panel.towards[0].english()}", size=12, fill=PALE))
        parts.append(
            text(WIDTH - RIGHT + 60, y + 12, f"{panel.towards[1].english()} →", size=12, fill=PALE, anchor="end")
        )
        y += 18
    return parts, y - top


def _dot_marks(row: Dot, panel: Dots, place: Callable[[float], float], y: float) -> list[str]:
    def at(value: float) -> float:
        return LEFT + place(value) * _WIDE

    parts: list[str] = []
    ink = colour(row.team or ("won" if panel.kinds else "sales" if panel.neutral is not None and row.is_named else ""))
    both = ((row.value, row.low, row.high), ink, -5 if row.second else 0), (row.second, colour("second"), 5)
    for told, fill, shift in both:
        value, low, high = told or (None, None, None)
        if value is None:
            continue
        if low is not None and high is not None:
            more = ' stroke-width="3" stroke-opacity="0.5"'
            parts.append(line(at(low), y + shift, at(high), y + shift, fill, more))
        parts.append(f'<circle cx="{at(value):.1f}" cy="{y + shift:.1f}" r="5" fill="{fill}"/>')
    if row.mark is not None:
        parts.append(line(at(row.mark), y - 11, at(row.mark), y + 11, INK, ' stroke-width="2"'))
    return parts


def _kinds(entries: Sequence[tuple[str, Said]], y: float) -> list[str]:
    """What the colours mean."""
    parts: list[str] = []
    x = float(LEFT)
    for team, name in entries:
        fill = AGREED.get(team) or colour(team)
        parts.append(f'<rect x="{x:.1f}" y="{y + 3:.1f}" width="11" height="11" rx="3" fill="{fill}"/>')
        parts.append(text(x + 17, y + 13, name.english(), size=12, fill=PALE))
        x += 40 + 7 * len(name.english())
    return parts


def _bars(panel: Bars, top: float) -> Drawn:
    parts: list[str] = []
    y = top
    if panel.kinds:
        parts += _kinds(panel.kinds, y)
        y += 22
    for row in panel.rows:
        middle, whole = y + LINE / 2, panel.top_of(row)
        fill = RED if row.state == "missed" else GREEN if row.state == "kept" else INK
        parts += _named(row.name, row.value.english(), row.note, middle, fill)
        parts += _bar(row, middle, _WIDE / whole, 8 if panel.is_thin else 16)
        y += _high(panel.rows)
    if panel.mark_says:
        parts.append(text(LEFT, y + 12, f"│ {panel.mark_says.english()}", size=12, fill=PALE))
        y += 18
    return parts, y - top


def _bar(row: Bar, y: float, scale: float, height: float) -> list[str]:
    parts = [f'<rect x="{LEFT}" y="{y - height / 2:g}" width="{_WIDE}" height="{height:g}" rx="3" fill="#f1f2f4"/>']
    x = float(LEFT)
    for part in row.parts:
        wide = max(0.0, part.amount * scale)
        if wide:
            parts.append(
                f'<rect x="{x:.1f}" y="{y - height / 2:g}" width="{wide:.1f}" height="{height:g}" rx="2" '
                f'fill="{colour(part.team)}"/>'
            )
        x += wide
    if row.low is not None and row.high is not None:
        low, high = LEFT + row.low * scale, LEFT + row.high * scale
        parts.append(line(low, y, high, y, INK, ' stroke-width="2"'))
        parts += [line(end, y - 5, end, y + 5, INK, ' stroke-width="2"') for end in (low, high)]
    if row.mark is not None:
        at = LEFT + row.mark * scale
        parts.append(line(at, y - 11, at, y + 11, INK, ' stroke-width="3"'))
    return parts


def _grid(panel: Grid, top: float) -> Drawn:
    wide = (WIDTH - LEFT - 20) / max(1, len(panel.columns))
    parts = []
    for place, name in enumerate(panel.columns):
        lines = textwrap.wrap(name.english(), max(7, int(wide / 6.4)))[:3]
        for down, words in enumerate(lines):
            parts.append(
                text(LEFT + (place + 0.5) * wide, top + 12 + 13 * down, words, size=12, fill=PALE, anchor="middle")
            )
    y = top + 46
    for row in panel.rows:
        parts.append(text(LEFT - 12, y + 18, f"{short(row.name.english(), 26)} ({row.of:,})", anchor="end"))
        for place, cell in enumerate(row.cells):
            fill, ink = _CELLS[cell.finding]
            x = LEFT + place * wide
            parts.append(f'<rect x="{x + 1:.1f}" y="{y:.1f}" width="{wide - 2:.1f}" height="26" rx="4" fill="{fill}"/>')
            sign = {"more": "▲ ", "less": "▼ "}.get(cell.finding, "")
            said = "·" if cell.value is None else f"{sign}{written(cell.value, 'share')}"
            parts.append(text(x + wide / 2, y + 18, said, size=12, fill=ink, anchor="middle"))
        y += 30
    key = "▲ more often, ▼ less often than elsewhere, beyond chance; · too few to compare"
    parts.append(text(LEFT, y + 14, key, size=12, fill=PALE))
    return parts, y + 20 - top


_CELLS = {
    "more": ("#f6d5c3", INK), "less": ("#cfe0f7", INK), "like_the_rest": ("#f4f5f6", PALE), "too_few": ("#fff", PALE),
}  # fmt: skip


def _mirror(panel: Mirror, top: float) -> Drawn:
    middle, half = LEFT + (WIDTH - LEFT) / 2, (WIDTH - LEFT) / 2 - 70
    most = max((value for row in panel.rows for value in (row.left, row.right)), default=0) or 1
    parts = [text(middle - 8, top + 12, panel.sides[0].english(), size=12, fill=PALE, anchor="end"),
             text(middle + 8, top + 12, panel.sides[1].english(), size=12, fill=PALE)]  # fmt: skip
    y = top + 20
    for row in panel.rows:
        left, right = row.left / most * half, row.right / most * half
        parts.append(text(LEFT - 12, y + 15, short(row.name.english()), anchor="end"))
        for x, wide, own in ((middle - 2 - left, left, panel.colours[0]), (middle + 2, right, panel.colours[1])):
            parts.append(
                f'<rect x="{x:.1f}" y="{y + 3:.1f}" width="{wide:.1f}" height="15" rx="2" fill="{colour(own)}"/>'
            )
        parts.append(text(middle - 8 - left, y + 15, written(row.left, "share"), size=12, anchor="end"))
        parts.append(text(middle + 8 + right, y + 15, written(row.right, "share"), size=12))
        y += 22
        if row.note:
            parts.append(text(middle, y + 11, row.note.english(), size=12, fill=PALE, anchor="middle"))
            y += 16
    return parts, y - top


def _corners(panel: Corners, top: float) -> Drawn:
    most = max((cell.size for cell in panel.cells), default=0) or 1
    parts = [
        text(LEFT + 90 + 220 * place, top + 12, head.english(), size=12, fill=PALE, anchor="middle")
        for place, head in enumerate(panel.heads)
    ]
    for place, cell in enumerate(panel.cells):
        x, y = LEFT + 90 + 220 * (place % 2), top + 76 + 140 * (place // 2)
        side = 100 * (cell.size / most) ** 0.5
        fill = AGREED["alike" if cell.is_agreed else "unlike"]
        parts.append(
            f'<rect x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:.1f}" height="{side:.1f}" rx="3" '
            f'fill="{fill}"/>'
        )
        for down, words in enumerate(in_two(f"{cell.size:,} {cell.name.english()}", 30)):
            parts.append(text(x, y + 66 + 14 * down, words, size=12, anchor="middle"))
    high = 30.0 + 140 * ((len(panel.cells) + 1) // 2)
    return [*parts, *_kinds([("alike", ALIKE), ("unlike", UNLIKE)], top + high)], high + 20


__all__ = ["PLAIN", "Drawn", "dot_words", "draw"]
