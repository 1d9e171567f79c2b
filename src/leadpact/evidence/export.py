"""A result as CSV text, and as a Vega-Lite chart for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leadpact.evidence.layouts import drawn_of, layouts_of
from leadpact.evidence.measure import Layout, Shown
from leadpact.evidence.pictures.as_vega import to_spec
from leadpact.evidence.pictures.of_measures import panels_of
from leadpact.evidence.result import Result, Row, plain

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"
TABLE_OF_CHART = {"stages": "stages", "curves": "curve", "waiting": "curve", "staircase": ""}
"""Which table the kinds of chart drawn here take; empty for the rows themselves. Others are drawn from their panels."""


def to_csv(rows: Iterable[Row]) -> str:
    """Rows as CSV with a heading; columns in the order they first appear, nothing for an empty value.

    Text that a spreadsheet would read as a formula gets an apostrophe before it.
    """
    lines = [plain(row) for row in rows]
    columns = list(dict.fromkeys(column for line in lines for column in line))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(line.get(column)) for column in columns] for line in lines)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value


def to_vega_lite(result: Result, layouts: Sequence[Layout] = ()) -> dict[str, Any]:
    """The chart of a result as a Vega-Lite specification with its data inside.

    A measure without pictures of its own, or one that is split, shows the first of its ``layouts``: its shares with
    their ranges, else its counts.
    """
    drawing = {"stages": _stages, "curves": _curves, "waiting": _waiting, "staircase": _staircase}.get(result.chart)
    if drawing is _waiting and not result.tables.get("curve"):
        drawing = None  # Too few clocks for a curve: the panel says so.
    name = TABLE_OF_CHART[result.chart] if drawing else ""
    rows = plain(result.tables.get(name, ()) if name else result.rows)
    columns: Sequence[Shown] = ()
    if not drawing and layouts:
        declared = layouts_of(layouts, result.rows, result.parameters.get("by"))
        layout, own = drawn_of(declared, {"rows": result.rows, "tables": result.tables})
        rows, columns = plain(own), layout.columns
    head = {
        "$schema": VEGA_LITE,
        "title": {"text": result.sentence, "subtitle": f"{result.grade}. As of {result.as_of}."},
    }
    panels = () if drawing else panels_of(result.to_json())
    if panels:
        spec = to_spec(panels)
        return {**head, **(spec if "vconcat" in spec else {"vconcat": [spec]})}
    return {
        **head,
        "data": {"values": rows},
        **(drawing(result) if drawing else _plain_chart(rows, columns)),
    }


def _plain_chart(rows: Sequence[Row], columns: Sequence[Shown]) -> dict[str, Any]:
    """Each row a line: a share as a point with its range, else a count as a bar."""
    shown = columns or [Shown(name, name, _kind(value)) for name, value in (rows[0].items() if rows else ())]
    kinds = {column.name: column.kind for column in shown}
    named = next((name for name, kind in kinds.items() if kind in ("text", "code", "month", "person")), None)
    figure = next((name for name, kind in kinds.items() if kind == "share"), None)
    counted = next((name for name, kind in kinds.items() if kind in ("count", "number", "amount", "days")), None)
    y: dict[str, Any] = {"field": named, "type": "nominal", "sort": None, "title": None} if named else {"value": 10}
    others = [column for column in shown if column.kind in ("text", "code") and column.name != named]
    split = {"row": {"field": others[0].name, "type": "nominal", "title": others[0].title}} if others else {}
    if figure is None:
        x = {"field": counted, "type": "quantitative"} if counted else {"value": 0}
        return {"mark": "bar", "encoding": {"y": y, "x": x, **split}}
    low, high = {"field": f"{figure}_low", "type": "quantitative"}, {"field": f"{figure}_high"}
    is_ranged = any(f"{figure}_low" in row for row in rows)
    layers = [{"mark": "rule", "encoding": {"x": low, "x2": high}}] * is_ranged
    layers.append({"mark": {"type": "point", "filled": True}, "encoding": {"x": _share(figure, titled(shown, figure))}})
    if split:
        return {"facet": split, "spec": {"encoding": {"y": y}, "layer": layers}}
    return {"encoding": {"y": y}, "layer": layers}


def titled(columns: Sequence[Shown], name: str) -> str:
    """The title of a column."""
    return next(column.title for column in columns if column.name == name)


def _kind(value: Any) -> str:
    return "count" if isinstance(value, (int, float)) and not isinstance(value, bool) else "text"


def _share(field: str, title: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "title": title, "axis": {"format": "%"}}


def _range(low: str, high: str) -> dict[str, Any]:
    return {"y": {"field": low, "type": "quantitative"}, "y2": {"field": high}}


def _stages(_result: Result) -> dict[str, Any]:
    y = {"field": "stage", "type": "ordinal", "sort": None, "title": None}
    reached = {"field": "reached", "type": "quantitative", "title": "Leads"}
    found_by = {"field": "found_by", "type": "nominal", "title": "Found by"}
    kept = [{"filter": "datum.found_by != null"}]
    return {"transform": kept, "mark": "bar", "encoding": {"y": y, "x": reached, "color": found_by}}


def _curves(_result: Result) -> dict[str, Any]:
    x = {"field": "day", "type": "quantitative", "title": "Days since capture"}
    color = {"field": "source", "type": "nominal", "title": "Source"}
    band = {
        "mark": {"type": "area", "interpolate": "step-after", "opacity": 0.15},
        "encoding": _range("won_share_low", "won_share_high"),
    }
    line = {"mark": {"type": "line", "interpolate": "step-after"}, "encoding": {"y": _share("won_share", "Won")}}
    return {"encoding": {"x": x, "color": color}, "layer": [band, line]}


def _waiting(result: Result) -> dict[str, Any]:
    x = {"field": "hours", "type": "quantitative", "title": "Hours since the hand-off", "scale": {"type": "symlog"}}
    band = {
        "mark": {"type": "area", "interpolate": "step-after", "opacity": 0.15},
        "encoding": {"x": x, **_range("touched_share_low", "touched_share_high")},
    }
    line = {
        "mark": {"type": "line", "interpolate": "step-after"},
        "encoding": {"x": x, "y": _share("touched_share", "Touched")},
    }
    layers: list[Mapping[str, Any]] = [band, line]
    promise = result.chart_data.get("promise_share")
    if promise is not None:
        layers.append({"mark": {"type": "rule", "strokeDash": [4, 4]}, "encoding": {"y": {"datum": promise}}})
    return {"transform": [{"calculate": "datum.seconds / 3600", "as": "hours"}], "layer": layers}


def _staircase(_result: Result) -> dict[str, Any]:
    x = {"field": "attempt", "type": "ordinal", "title": "Attempt"}
    between = {
        "mark": {"type": "area", "interpolate": "step-after", "opacity": 0.2},
        "encoding": {"x": x, **_range("cif_as_run", "cif_if_everyone_had_been_kept")},
    }
    line = {
        "mark": {"type": "line", "interpolate": "step-after"},
        "encoding": {"x": x, "y": _share("cif_like_with_like", "By this attempt")},
    }
    worth = {
        "mark": "bar",
        "encoding": {"x": x, "y": {"field": "worth_minor", "type": "quantitative", "title": "Worth of the attempt"}},
    }
    cost = {"mark": "rule", "encoding": {"y": {"field": "cost_minor", "type": "quantitative", "aggregate": "max"}}}
    kept = [{"filter": "!datum.is_pooled"}]
    return {"transform": kept, "vconcat": [{"layer": [between, line]}, {"layer": [worth, cost]}]}
