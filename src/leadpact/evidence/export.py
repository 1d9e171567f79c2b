"""A result as CSV text, and as a Vega-Lite chart for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from leadpact.evidence.result import Result, Row, plain

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"
TABLE_OF_CHART = {"stages": "stages", "curves": "curve", "waiting": "curve", "staircase": ""}
"""Which table each kind of chart draws; empty for the rows themselves."""


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


def to_vega_lite(result: Result) -> dict[str, Any]:
    """The chart of a result as a Vega-Lite specification with its data inside.

    Raises:
        KeyError: the result names a kind of chart that does not exist.
    """
    name = TABLE_OF_CHART[result.chart]
    rows = plain(result.tables.get(name, ()) if name else result.rows)
    drawing = {"stages": _stages, "curves": _curves, "waiting": _waiting, "staircase": _staircase}[result.chart]
    return {
        "$schema": VEGA_LITE,
        "title": {"text": result.sentence, "subtitle": f"{result.grade}. As of {result.as_of}."},
        "data": {"values": rows},
        **drawing(result),
    }


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
