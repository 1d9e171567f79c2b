"""Panels as Vega-Lite, each with its own data inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leadpact.evidence.pictures.ink import AGREED, COLOURS, GREEN, INK, PALE, PLAIN, RED
from leadpact.evidence.pictures.panels import (
    ALIKE,
    UNLIKE,
    Bar,
    Bars,
    Corners,
    Dots,
    Grid,
    Line,
    Mirror,
    Panel,
    Plane,
    Unit,
)
from leadpact.evidence.result import plain

Spec = dict[str, Any]
_FORMATS: Mapping[Unit, str] = {"share": "%", "points": "+%", "times": ".2~g", "number": ",~g", "of_100": "~g"}
WIDE = 420


def to_spec(panels: Sequence[Panel]) -> Spec:
    """One specification for all panels: the one panel's own, else all under each other."""
    specs = [_spec(panel) for panel in panels]
    if len(specs) == 1:
        return specs[0]
    return {"vconcat": specs, "resolve": {"scale": {"color": "independent", "size": "independent"}}}


def _spec(panel: Panel) -> Spec:
    if isinstance(panel, Plane):
        spec = _plane(panel)
    elif isinstance(panel, Dots):
        spec = _dots(panel)
    elif isinstance(panel, Bars):
        spec = _bars(panel)
    elif isinstance(panel, Grid):
        spec = _grid(panel)
    elif isinstance(panel, Mirror):
        spec = _mirror(panel)
    else:
        spec = _corners(panel)
    title: Spec = {"text": panel.title.english()}
    if panel.says:
        title["subtitle"] = panel.says.english()
    return {"title": title, **spec}


def _data(rows: Sequence[Mapping[str, Any]]) -> Spec:
    return {"values": plain(list(rows))}


def _quantity(field: str, unit: Unit, title: str | None = None, **scale: Any) -> Spec:
    found: Spec = {"field": field, "type": "quantitative", "title": title, "axis": {"format": _FORMATS[unit]}}
    return {**found, "scale": scale} if scale else found


def _name(field: str = "name") -> Spec:
    return {"field": field, "type": "nominal", "sort": None, "title": None}


def _colours(named: Mapping[str, str], title: str | None = None) -> Spec:
    scale = {"domain": list(named), "range": list(named.values())}
    return {"field": "kind", "type": "nominal", "title": title, "scale": scale}


def _dots(panel: Dots) -> Spec:
    x = _quantity("value", panel.unit, None, **({"type": "log"} if panel.unit == "times" else {}))
    y, own = _name(), {}
    if panel.kinds:
        first, second = (name.english() for name in panel.kinds)
        own = {"color": _colours({first: GREEN, second: PLAIN}), "yOffset": {"field": "kind", "type": "nominal"}}
    tip = [{"field": name, "type": "nominal"} for name in ("name", "note")]
    shade = {"condition": {"test": "datum.is_named", "value": 1}, "value": 0.45}
    ranged = {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y, **own}
    layers: list[Spec] = [
        {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": ranged},
        {"mark": {"type": "point", "filled": True, "size": 70},
         "encoding": {"x": x, "y": y, **own, "opacity": shade, "tooltip": tip}},
    ]  # fmt: skip
    if any(row.mark is not None for row in panel.rows):
        layers.append(_tick(x, 2, y))
    lines = [at for at in (panel.neutral, panel.reference) if at is not None]
    layers += [{"mark": {"type": "rule", "color": PALE}, "encoding": {"x": {"datum": at}}} for at in lines]
    return {"width": WIDE, "data": _data(_dot_rows(panel)), "layer": layers}


def _tick(x: Spec, thickness: int, y: Spec) -> Spec:
    """A stroke at what a row is held against."""
    mark = {"type": "tick", "color": INK, "thickness": thickness}
    return {"mark": mark, "encoding": {"x": {**x, "field": "mark"}, "y": y}}


def _dot_rows(panel: Dots) -> list[Spec]:
    """A row for each value; a pair has two."""
    kinds = [name.english() for name in panel.kinds] or ["value"]
    rows: list[Spec] = []
    for row in panel.rows:
        told = [(row.value, row.low, row.high), *([row.second] if row.second is not None and panel.kinds else [])]
        for kind, (value, low, high) in zip(kinds, told, strict=False):
            found = {"value": value, "low": low, "high": high}
            if row.support == "none":
                found = _nothing(found)
            named = {"name": row.name.english(), "note": row.note.english(), "is_named": row.is_named}
            rows.append({**named, "kind": kind, **found, "mark": row.mark})
    return rows


def _bars(panel: Bars) -> Spec:
    words = {team: name.english() for team, name in panel.kinds}
    rows = [line for row in panel.rows for line in _bar_rows(panel, row, words)]
    by_kind = {row["kind"]: COLOURS.get(_team(words, row["kind"]), PLAIN) for row in rows}
    ends = {"domain": [0, panel.top]} if panel.top is not None else {}
    x = _quantity("amount", "share" if panel.is_own_scale else panel.unit, None, **ends)
    tip = [{"field": name, "type": "nominal"} for name in ("name", "says", "note")]
    color = {**_colours(by_kind), **({} if panel.kinds else {"legend": None})}
    bar: Spec = {"type": "bar", "height": 8} if panel.is_thin else {"type": "bar"}
    y = _name()
    own = {"x": {**x, "stack": "zero"}, "y": y, "color": color, "tooltip": tip}
    layers: list[Spec] = [{"mark": bar, "encoding": own}]
    if any(row.low is not None for row in panel.rows):
        ranged = {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y}
        layers.append({"mark": {"type": "rule", "color": INK, "strokeWidth": 2}, "encoding": ranged})
    if any(row.mark is not None for row in panel.rows):
        layers.append(_tick(x, 3, y))
    return {"width": WIDE, "data": _data(rows), "layer": layers}


def _bar_rows(panel: Bars, row: Bar, words: Mapping[str, str]) -> list[Spec]:
    """A row for each part; range and stroke stand in the first. A bar on its own scale is as long as its share."""
    scale = panel.top_of(row) if panel.is_own_scale else 1.0
    ends: Spec = {name: None if end is None else end / scale
            for name, end in (("low", row.low), ("high", row.high), ("mark", row.mark))}  # fmt: skip
    named = {"name": row.name.english(), "says": row.value.english(), "note": row.note.english()}
    parts = [(words.get(part.team, part.team), part.amount / scale) for part in row.parts] or [("", 0.0)]
    return [
        {**named, **(_nothing(ends) if place else ends), "kind": kind, "amount": amount}
        for place, (kind, amount) in enumerate(parts)
    ]


def _nothing(named: Spec) -> Spec:
    """The same columns without their values."""
    found: Spec = dict.fromkeys(named)
    return found


def _team(words: Mapping[str, str], kind: str) -> str:
    return next((team for team, word in words.items() if word == kind), kind)


_DASHES = ([1, 0], [7, 4], [2, 4], [10, 3, 2, 3], [18, 5], [12, 3, 2, 3, 2, 3])


def _plane(panel: Plane) -> Spec:
    """Each line, band and rule is a layer of its own with its own data."""
    names = panel.x_names
    x_title = panel.x_title.english() or None
    x: Spec = _quantity("x", panel.x_unit, x_title)
    if names:
        x = {"field": "x", "type": "ordinal", "sort": None, "title": x_title}
    y = _quantity("y", panel.y_unit, panel.y_title.english() or None)

    def at(value: float) -> Any:
        return names[int(value)] if names else value

    layers: list[Spec] = []
    for band in panel.bands:
        rows = [{"x": at(a), "low": b, "high": d} for (a, b), (_, d) in zip(band.lower, band.upper, strict=True)]
        mark: Spec = {"type": "area", "opacity": 0.15, "color": PLAIN, "interpolate": _steps(band.is_stepped)}
        ranged = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}
        layers.append({"data": _data(rows), "mark": mark, "encoding": ranged})
    for each in panel.lines:
        rows = [{"x": at(a), "y": b, "name": each.name.english()} for a, b in each.points]
        layers.append({"data": _data(rows), "mark": _stroke(each), "encoding": {"x": x, "y": y}})
    for rule in panel.rules:
        ink = RED if rule.kind in ("goal", "cost") else PALE
        place: Spec = {str(rule.axis): {"datum": at(rule.at) if rule.axis == "x" else rule.at}}
        told: Spec = {**place, "tooltip": {"field": "name", "type": "nominal"}}
        mark = {"type": "rule", "color": ink}
        layers.append({"data": _data([{"name": rule.name.english()}]), "mark": mark, "encoding": told})
    spots = [
        {"x": at(s.x), "y": s.y, "low": s.low, "high": s.high, "kind": s.kind, "says": s.says.english()}
        for s in panel.spots
    ]
    return {"width": WIDE, "height": 240, "layer": [*layers, *(_spots(spots, x, y) if spots else ())]}


def _spots(spots: Sequence[Spec], x: Spec, y: Spec) -> list[Spec]:
    """Round marks, and their ranges where they have some."""
    color = _colours({"value": COLOURS["sales"], "out": RED}) | {"legend": None}
    encoding = {"x": x, "y": y, "color": color, "tooltip": {"field": "says", "type": "nominal"}}
    marks: Spec = {"data": _data(spots), "mark": {"type": "point", "filled": True, "size": 60}, "encoding": encoding}
    if all(spot["low"] is None for spot in spots):
        return [marks]
    upright = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": color}
    return [{"data": _data(spots), "mark": {"type": "rule", "strokeWidth": 2}, "encoding": upright}, marks]


def _steps(is_stepped: bool) -> str:
    return "step-after" if is_stepped else "linear"


def _stroke(each: Line) -> Spec:
    dash = {"limit": [4, 4], "diagonal": [2, 3]}.get(each.kind, _DASHES[each.dash % len(_DASHES)])
    ink = {"edge": PALE, "limit": PALE, "diagonal": INK}.get(each.kind, COLOURS.get(each.team or "sales", PLAIN))
    return {
        "type": "line", "interpolate": _steps(each.is_stepped), "color": ink, "strokeDash": dash,
        "opacity": 0.35 if each.kind == "faded" else 1,
    }  # fmt: skip


def _grid(panel: Grid) -> Spec:
    rows = [
        {"row": f"{row.name.english()} ({row.of:,})", "column": column.english(), "value": cell.value,
         "kind": cell.finding, "says": cell.says.english()}
        for row in panel.rows
        for column, cell in zip(panel.columns, row.cells, strict=True)
    ]  # fmt: skip
    named = {"more": "#f0b48d", "less": "#a9c8f0", "like_the_rest": "#eceef0", "too_few": "#ffffff"}
    x = {**_name("column"), "axis": {"orient": "top", "labelAngle": 0, "labelLimit": 90}}
    tip = [{"field": name, "type": "nominal"} for name in ("row", "says")]
    value = {"field": "value", "type": "quantitative", "format": ".0%"}
    return {
        "width": WIDE, "data": _data(rows), "encoding": {"x": x, "y": _name("row")},
        "layer": [
            {"mark": {"type": "rect", "stroke": "#fff"}, "encoding": {"color": _colours(named), "tooltip": tip}},
            {"mark": "text", "encoding": {"text": value}},
        ],
    }  # fmt: skip


def _mirror(panel: Mirror) -> Spec:
    sides = [side.english() for side in panel.sides]
    rows = [
        {"name": row.name.english(), "kind": side, "share": sign * value, "note": row.note.english()}
        for row in panel.rows
        for side, sign, value in zip(sides, (-1, 1), (row.left, row.right), strict=True)
    ]
    color = _colours({side: COLOURS.get(own, PLAIN) for side, own in zip(sides, panel.colours, strict=True)})
    axis = {"labelExpr": "format(abs(datum.value), '.0%')"}
    x = {"field": "share", "type": "quantitative", "title": None, "axis": axis}
    tip = {"field": "note", "type": "nominal"}
    return {
        "width": WIDE, "data": _data(rows), "mark": "bar",
        "encoding": {"x": x, "y": _name(), "color": color, "tooltip": tip},
    }  # fmt: skip


def _corners(panel: Corners) -> Spec:
    rows = [
        {"head": panel.heads[place % 2].english(), "row": place // 2, "size": cell.size, "says": cell.name.english(),
         "kind": (ALIKE if cell.is_agreed else UNLIKE).english()}
        for place, cell in enumerate(panel.cells)
    ]  # fmt: skip
    size = {"field": "size", "type": "quantitative", "scale": {"range": [0, 9000]}, "legend": None}
    color = _colours({ALIKE.english(): AGREED["alike"], UNLIKE.english(): AGREED["unlike"]})
    y = {"field": "row", "type": "ordinal", "axis": None}
    return {
        "width": WIDE, "height": 260, "data": _data(rows),
        "encoding": {"x": {**_name("head"), "axis": {"orient": "top", "labelAngle": 0}}, "y": y},
        "layer": [
            {"mark": {"type": "square", "opacity": 1}, "encoding": {"size": size, "color": color}},
            {"mark": {"type": "text", "dy": 4}, "encoding": {"text": {"field": "size", "type": "quantitative"},
                                                            "tooltip": {"field": "says", "type": "nominal"}}},
        ],
    }  # fmt: skip
