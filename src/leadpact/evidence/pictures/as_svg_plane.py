"""Planes as SVG: lines, bands and marks over two axes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from leadpact.evidence.pictures.ink import (
    INK,
    PALE,
    PLAIN,
    RED,
    TRACK,
    WIDTH,
    colour,
    line,
    path,
    text,
    tick,
    ticks,
)
from leadpact.evidence.pictures.panels import Line, Plane, Point, Rule

_X, _TALL, _RIGHT = 70, 240, 60
_WIDE = WIDTH - _X - _RIGHT
_DASHES = ("", "7 4", "2 4", "10 3 2 3", "18 5", "12 3 2 3 2 3")
_STROKES = {"limit": (PALE, "4 4"), "diagonal": (INK, "2 3")}
_SAMPLE = 36
"""So long is the piece of a line in the legend: long enough to tell the dashes apart."""


def plane(panel: Plane, top: float) -> tuple[list[str], float]:
    """The shapes of a plane from ``top`` on, and their height."""
    (x_low, x_high), (y_low, y_high) = panel.ends()
    x_marks = [float(place) for place in range(len(panel.x_names))] or ticks(x_low, x_high, 6)
    y_marks = ticks(y_low, y_high)
    left, right = x_marks[0], max(x_marks[-1], x_marks[0] + 1e-9)
    low, high = y_marks[0], y_marks[-1]

    def at(point: Point) -> Point:
        x, y = point
        return _X + (x - left) / (right - left) * _WIDE, top + 8 + (high - y) / (high - low) * _TALL

    parts = _axes(panel, at, x_marks, y_marks, top)
    for band in panel.bands:
        up, down = ([at(point) for point in points] for points in (band.upper, band.lower))
        data = path(_corners(up, band.is_stepped) + _corners(down, band.is_stepped)[::-1])
        parts.append(f'<path d="{data}Z" fill="{PLAIN}" fill-opacity="0.13"/>')
    for each in panel.rules:
        is_level = each.axis == "y"
        (x1, y1), (x2, y2) = (
            (at((left, each.at)), at((right, each.at))) if is_level else (at((each.at, low)), at((each.at, high)))
        )
        ink = _rule_ink(each)
        parts.append(line(x1, y1, x2, y2, ink, ' stroke-width="1.5"'))
        if not is_level:  # What a level line means stands under the picture, where no other line crosses its words.
            parts.append(text(x2 + 5, y2 + 12, each.name.english(), size=12, fill=ink))
    for each_line in panel.lines:
        ink, dash = _stroke(each_line)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        faded = ' stroke-opacity="0.35"' if each_line.kind == "faded" else ""
        data = path([at(point) for point in each_line.points], is_stepped=each_line.is_stepped)
        parts.append(f'<path d="{data}" fill="none" stroke="{ink}" stroke-width="2"{dashed}{faded}/>')
    for spot in panel.spots:
        x, y = at((spot.x, spot.y))
        ink = RED if spot.kind == "out" else colour("sales")
        if spot.low is not None and spot.high is not None:
            more = ' stroke-width="2" stroke-opacity="0.5"'
            parts.append(line(x, at((0, spot.low))[1], x, at((0, spot.high))[1], ink, more))
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}"><title>{spot.says.english()}</title></circle>'
        )
    legend, used = _legend(panel, top + _TALL + (52 if panel.x_title else 34))
    return parts + legend, _TALL + (52 if panel.x_title else 34) + used


def _stroke(each: Line) -> tuple[str, str]:
    """The colour of a line and its dashes."""
    dash = _DASHES[each.dash % len(_DASHES)]
    return _STROKES.get(each.kind, (PALE if each.kind == "edge" else _ink(each), dash))


def _rule_ink(each: Rule) -> str:
    return RED if each.kind in ("goal", "cost") else PALE


def _ink(each: Line) -> str:
    """The colour of a line: its team's; grey for nobody's; a line of no team at all is drawn as sales' are."""
    return colour("others" if each.team == "nobody" else each.team or "sales")


def _corners(points: list[Point], is_stepped: bool) -> list[Point]:
    if not is_stepped:
        return points
    found = points[:1]
    for place, (x, y) in enumerate(points[1:]):
        found += [(x, points[place][1]), (x, y)]
    return found


def _axes(
    panel: Plane, at: Callable[[Point], Point], x_marks: Sequence[float], y_marks: Sequence[float], top: float
) -> list[str]:
    parts = []
    for value in y_marks:
        _, y = at((x_marks[0], value))
        parts.append(line(_X, y, _X + _WIDE, y, TRACK))
        parts.append(text(_X - 8, y + 4, tick(value, panel.y_unit), size=12, fill=PALE, anchor="end"))
    every = max(1, -(-len(x_marks) // 7))
    for place, value in enumerate(x_marks):
        if place % every == 0:
            x, _ = at((value, y_marks[0]))
            words = panel.x_names[place] if panel.x_names else tick(value, panel.x_unit)
            parts.append(text(x, top + _TALL + 24, words, size=12, fill=PALE, anchor="middle"))
    if panel.x_title:
        parts.append(
            text(_X + _WIDE / 2, top + _TALL + 42, panel.x_title.english(), size=12, fill=PALE, anchor="middle")
        )
    return parts


def _legend(panel: Plane, top: float) -> tuple[list[str], float]:
    parts: list[str] = []
    x, y = float(_X), top
    entries = [(each.name.english(), *_stroke(each), "") for each in panel.lines if each.name]
    entries += [(each.name.english(), _rule_ink(each), "", "") for each in panel.rules if each.axis == "y"]
    entries += [(band.name.english(), PLAIN, "", "band") for band in panel.bands if band.name]
    if panel.spots_say and any(spot.kind != "out" for spot in panel.spots):
        entries.append((panel.spots_say.english(), colour("sales"), "", "spot"))
    if panel.out_says and any(spot.kind == "out" for spot in panel.spots):
        entries.append((panel.out_says.english(), RED, "", "out"))
    for name, ink, dash, kind in entries:
        sample = 20 if kind else _SAMPLE
        wide = sample + 20 + 6.6 * len(name)
        if x + wide > WIDTH - 20:
            x, y = float(_X), y + 18
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        thick = ' stroke-width="10" stroke-opacity="0.2"' if kind else f' stroke-width="2"{dashed}'
        if kind in ("out", "spot"):
            parts.append(f'<circle cx="{x + 10:.1f}" cy="{y + 8:.1f}" r="4" fill="{ink}"/>')
        else:
            parts.append(line(x, y + 8, x + sample, y + 8, ink, thick))
        parts.append(text(x + sample + 6, y + 12, name, size=12, fill=PALE))
        x += wide
    return parts, (y - top + 20) if entries else 0.0
