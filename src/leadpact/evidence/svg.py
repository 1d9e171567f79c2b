"""An answer as one picture of its own: SVG that needs no stylesheet, and PNG where the means are installed."""

from __future__ import annotations

import importlib
import importlib.util
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from leadpact.evidence.layouts import drawn_of, figure_of, layouts_of, named_by
from leadpact.evidence.measure import Layout, Shown
from leadpact.evidence.pictures.as_svg import draw
from leadpact.evidence.pictures.ink import COLOURS, LEFT, PALE, PLAIN, TRACK, WIDTH, clean, text
from leadpact.evidence.pictures.of_measures import panels_of
from leadpact.evidence.pictures.panels import worded
from leadpact.evidence.result import major, share_words, year_month

RIGHT, LINE = 190, 34

DRAWN = 30


class NoPictures(Exception):
    """The means to make this kind of picture are not installed; the text says how to get them."""


def to_svg(body: Mapping[str, Any], declared: Sequence[Layout] = (), word: Callable[[str], str] | None = None) -> str:
    """The panels of an answer; of a split one, or one without, its first table's shares as dots, else counts as bars.

    Above them stand the sentence, its badge and the snapshot. ``word`` gives the pact's word for a code; without it
    codes are written as words.
    """
    told = word or _in_words
    layouts = layouts_of(declared, body["rows"], body["parameters"].get("by"))
    sentence = _worded(body, told)
    said = textwrap.wrap(sentence, 84)
    top = 30 + 20 * len(said)
    parts = [text(20, 30 + 20 * place, line, size=15, weight=600) for place, line in enumerate(said)]
    parts.append(text(20, top + 2, f"{body['grade']}. As of {_minute(body['as_of'])}.", size=12, fill=PALE))
    height = top + 24
    panels = panels_of(body)
    if panels:
        panels = worded(panels, word) if word else panels
        drawn, high = draw(panels, top + 34)
        parts += drawn
        height = top + 34 + round(high)
    elif layouts and (found := drawn_of(layouts, body))[1]:
        drawn, used = _rows(body, *found, top + 28, told)
        parts += drawn
        height = top + 28 + used
    shapes = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="system-ui, sans-serif" role="img">\n'
        f"<title>{clean(sentence)}</title>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n{shapes}\n</svg>\n'
    )


def to_png(svg: str) -> bytes:
    """The picture as PNG, twice as large.

    Raises:
        NoPictures: the extra ``charts`` is not installed.
    """
    try:
        convert = importlib.import_module("vl_convert")
    except ImportError as error:
        raise NoPictures(
            "PNG needs the extra charts, which is not installed: pip install 'leadpact[charts]'. SVG needs no extra."
        ) from error
    made: bytes = convert.svg_to_png(svg, scale=2)
    return made


@cache
def can_png() -> bool:
    """Whether the extra ``charts`` is installed."""
    return importlib.util.find_spec("vl_convert") is not None


def _in_words(code: str) -> str:
    """A code as words."""
    return code.replace("_", " ")


def _worded(body: Mapping[str, Any], word: Callable[[str], str]) -> str:
    """The sentence with the words of the codes that stand in it."""
    sentence = str(body["sentence"])
    codes = {each for value in body.get("sentence_args", {}).values() if isinstance(value, str)
             for each in value.split(", ") if "_" in each and each.isidentifier()}  # fmt: skip
    for code in sorted(codes, key=len, reverse=True):
        sentence = re.sub(rf"\b{re.escape(code)}\b", lambda found: word(found[0]), sentence)
    return sentence


def _minute(as_of: Any) -> str:
    """The snapshot to the minute: ``2026-11-23 13:42 UTC``."""
    return f"{str(as_of)[:16].replace('T', ' ')} UTC"


def _rows(
    body: Mapping[str, Any], layout: Layout, rows: Sequence[Mapping[str, Any]], top: int, word: Callable[[str], str]
) -> tuple[list[str], int]:
    share, count = figure_of(layout)
    shown, named = rows[:DRAWN], named_by(layout)
    currency = str(body["parameters"].get("currency") or "")
    column = share or count
    if column is None:
        return [], 0
    ends = [row.get(f"{column.name}{end}") for row in shown for end in ("", "_high")]
    most = max((value for value in ends if value is not None), default=0) or 1
    wide = WIDTH - LEFT - RIGHT
    parts = []
    for place, row in enumerate(shown):
        y = top + place * LINE + LINE // 2
        label = ", ".join(_said(row, each, currency, word) for each in named if row.get(each.name) is not None)
        label = label[:1].upper() + label[1:]
        parts.append(text(LEFT - 12, y + 4, textwrap.shorten(label, 36, placeholder="…"), anchor="end"))
        parts += _share_marks(row, column, y, wide / most) if share else _bar(row, column, y, wide / most)
        has_count = share is not None and count is not None and row.get(count.name) is not None
        said = _said(row, column, currency, word) + (_range(row, column) if share else "")
        parts.append(text(WIDTH - RIGHT + 12, y + (0 if has_count else 4), said, size=12, weight=600))
        if has_count and count is not None:
            told = f"{count.title}: {_said(row, count, currency, word)}"
            parts.append(text(WIDTH - RIGHT + 12, y + 14, told, size=12, fill=PALE))
    used = len(shown) * LINE + 12
    if len(rows) > len(shown):
        parts.append(text(LEFT, top + used + 8, f"and {len(rows) - len(shown)} further rows", size=12, fill=PALE))
        used += 24
    return parts, used


def _range(row: Mapping[str, Any], column: Shown) -> str:
    """The range of a share in brackets; nothing where it has none."""
    low, high = (row.get(f"{column.name}{end}") for end in ("_low", "_high"))
    return "" if low is None or high is None else f" ({share_words(low)} – {share_words(high)})"


def _share_marks(row: Mapping[str, Any], column: Shown, y: int, scale: float) -> list[str]:
    value, low, high = (row.get(f"{column.name}{end}") for end in ("", "_low", "_high"))
    marks = [f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="{TRACK}"/>']
    if value is None:
        return marks
    colour = COLOURS.get(str(row.get("found_by")), PLAIN)
    if low is not None and high is not None:
        ends = f'x1="{LEFT + low * scale:.1f}" x2="{LEFT + high * scale:.1f}"'
        marks.append(f'<line {ends} y1="{y}" y2="{y}" stroke="{colour}" stroke-width="3" stroke-opacity="0.5"/>')
    marks.append(f'<circle cx="{LEFT + value * scale:.1f}" cy="{y}" r="5" fill="{colour}"/>')
    return marks


def _bar(row: Mapping[str, Any], column: Shown, y: int, scale: float) -> list[str]:
    value = row.get(column.name) or 0
    colour = COLOURS.get(str(row.get("found_by")), PLAIN)
    wide = max(0.0, value * scale)
    return [f'<rect x="{LEFT}" y="{y - 8}" width="{wide:.1f}" height="16" rx="3" fill="{colour}"/>']


def _said(row: Mapping[str, Any], column: Shown, currency: str, word: Callable[[str], str]) -> str:
    value = row.get(column.name)
    if value is None:
        return "too few to say" if column.is_of_few(row) else "–"
    if column.words and str(value) in column.words:
        return column.words[str(value)]
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return word(str(value)) if column.kind == "code" else str(value)
    if column.kind == "share":
        return share_words(value)
    if column.kind == "month":
        return year_month(int(value))
    if column.kind == "amount":
        return f"{major(value, currency):,.0f} {currency}".strip()
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
