"""Planes of an answer's panels: lines, bands and marks over two axes, with what they mean under them."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.evidence.pictures.ink import ticks
from leadpact.evidence.pictures.panels import Line, Plane, Said, Unit
from leadpact.web.pictures.drawing import (
    EMPTY,
    Tick,
    area,
    curve,
    dot,
    joined,
    key,
    path,
    rule,
    shapes,
    stairs,
    upright,
)
from leadpact.web.wording import (
    bare_points,
    count_in_words,
    points,
    ratio_in_words,
    share_in_words,
    tick_in_words,
    times,
)

Speak = Callable[[Said], str]
_TEAMS = {"marketing": "m", "sales": "s", "others": "o", "unknown": "u", "pale": "u", "won": "ok", "plain": "n"}
_RULES = {"goal": "cost", "cost": "cost", "mean": "mean", "mark": "deadline"}


def team_class(team: str) -> str:
    """The class of a team's colour."""
    return _TEAMS.get(team, "o")


def written(value: float, unit: Unit) -> str:
    """A value as people read it."""
    if unit == "share":
        return share_in_words(value)
    if unit == "points":
        return points(value)
    if unit == "times":
        return times(value)
    if unit == "of_100":
        return gettext("%(n)s of 100") % {"n": count_in_words(value, 0 if float(value).is_integer() else 1)}
    return count_in_words(value, 0 if float(value).is_integer() else 3 if abs(value) < 1 else 1)


def axis_words(value: float, unit: Unit) -> str:
    """A value under an axis, as short as can be."""
    if unit == "number" and abs(value) >= 10_000:
        return gettext("%(n)sk") % {"n": count_in_words(value / 1000, 0 if value % 1000 == 0 else 1)}
    if unit == "share":
        return tick_in_words(value)
    if unit in ("of_100", "times"):
        return count_in_words(value, 0 if float(value).is_integer() else 1)
    return written(value, unit)


def bare(value: float, unit: Unit) -> str:
    """A value without the word of its unit, as it stands in a range."""
    if unit == "points":
        return bare_points(value)
    if unit == "times":
        return ratio_in_words(value)
    return written(value, unit)


def plane(panel: Plane, speak: Speak) -> SafeString:
    """The picture of a plane."""
    (x_low, x_high), (y_low, y_high) = panel.ends()
    x_marks = [float(place) for place in range(len(panel.x_names))] or ticks(x_low, x_high, 6)
    y_marks = ticks(y_low, y_high)
    left, wide = x_marks[0], max(x_marks[-1] - x_marks[0], 1e-9)
    low, high = y_marks[0], y_marks[-1] - y_marks[0]

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return (point[0] - left) / wide, (point[1] - low) / high

    marks = shapes(*_bands(panel, at), *(_line(each, at) for each in panel.lines))
    for each in panel.rules:
        x, y = at((each.at, each.at))
        marks += rule(_RULES[each.kind], x=x) if each.axis == "x" else rule(_RULES[each.kind], y=y)
    for spot in panel.spots:
        x, y = at((spot.x, spot.y))
        kind = "out" if spot.kind == "out" else "s"
        if spot.low is not None and spot.high is not None:
            (_, down), (_, up) = at((spot.x, spot.low)), at((spot.x, spot.high))
            marks += upright(f"whisker {kind}", x, down, up)
        marks += dot(x, y, kind, speak(spot.says), 5 if spot.kind == "out" else 3.5)
    every = max(1, -(-len(x_marks) // (4 if panel.x_names else 6)))
    x_ticks = [
        Tick(at((value, low))[0], panel.x_names[place] if panel.x_names else axis_words(value, panel.x_unit))
        for place, value in enumerate(x_marks)
        if place % every == 0
    ]
    drawn = area(
        x_ticks=x_ticks,
        y_ticks=[Tick((value - low) / high, axis_words(value, panel.y_unit)) for value in y_marks],
        marks=marks,
        x_title=speak(panel.x_title) if panel.x_title else "",
    )
    return joined([drawn, _legend(panel, speak)])


def _bands(panel: Plane, at: Callable[[tuple[float, float]], tuple[float, float]]) -> list[SafeString]:
    found = []
    for band in panel.bands:
        upper, lower = ([at(point) for point in points_] for points_ in (band.upper, band.lower))
        if band.is_stepped:
            upper, lower = stairs(upper), stairs(lower)
        kind = "chance" if band.kind == "chance" else "band s"
        found.append(curve(kind, path([*upper, *reversed(lower)], closed=True)))
    return found


def _kind(line: Line) -> str:
    if line.kind in ("edge", "limit", "diagonal"):
        return line.kind
    return f"line {team_class(line.team or 'sales')} dash{line.dash % 4}{' faded' if line.kind == 'faded' else ''}"


def _line(line: Line, at: Callable[[tuple[float, float]], tuple[float, float]]) -> SafeString:
    places = [at(point) for point in line.points]
    return curve(_kind(line), path(stairs(places) if line.is_stepped else places))


def _legend(panel: Plane, speak: Speak) -> SafeString:
    entries = [(_kind(line).split(" dash")[0], speak(line.name)) for line in panel.lines if line.name]
    entries += [("chance", speak(band.name)) for band in panel.bands if band.name]
    entries += [(_RULES[each.kind], speak(each.name)) for each in panel.rules if each.name]
    if panel.spots_say and any(spot.kind != "out" for spot in panel.spots):
        entries.append(("spot-key", speak(panel.spots_say)))
    if panel.out_says and any(spot.kind == "out" for spot in panel.spots):
        entries.append(("out-key", speak(panel.out_says)))
    return key(entries) if entries else EMPTY


def spoken(panel: Plane, speak: Speak) -> str:
    """The picture of a plane in words: its marks, else what its lines end at."""
    if panel.spots:
        return "; ".join(speak(spot.says) for spot in panel.spots)
    ends = [(line, line.points[-1]) for line in panel.lines if line.name and line.points]
    return "; ".join(f"{speak(line.name)}: {written(y, panel.y_unit)}" for line, (_, y) in ends)


__all__ = ["Speak", "axis_words", "bare", "plane", "spoken", "team_class", "written"]
