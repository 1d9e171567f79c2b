"""What every chart shares: its frame (title, sentence, badge, numbers, links), axes and exact places.

Shapes are placed by percentages in SVG attributes, so that circles stay round and corners keep their radius at any
width; only free paths use a stretched view box of 0 to 100. Words are HTML; their places are step classes in whole
percent (``steps.css``). Nothing here writes a ``style`` attribute: the pages forbid them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from leadpact.web.templatetags.look import icon, more_rows, stacks

Grade = Literal["counted", "corrected", "adjusted", "tried"]
GRADE_ICONS: dict[Grade, str] = {
    "counted": "tally-5",
    "corrected": "hourglass",
    "adjusted": "scale",
    "tried": "shuffle",
}


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands around a picture.

    ``title`` is the finding, ``sentence`` says it in plain words, ``sample`` is k of n with its range (``262 of 466,
    52 to 61%``). The three addresses may be empty; ``leads_url`` opens the leads behind the whole figure.
    """

    title: str
    sentence: str
    grade: Grade
    sample: str = ""
    csv_url: str = ""
    json_url: str = ""
    leads_url: str = ""


class Cell(NamedTuple):
    """A cell of the numbers: its words, the leads behind it, its range, and whether it holds words, not a number."""

    text: str
    url: str = ""
    sub: str = ""
    is_text: bool = False


class Tick(NamedTuple):
    """A mark on an axis: its place from 0 (start, bottom) to 1, and its words."""

    place: float
    text: str


EMPTY = SafeString("")
NUMBER = SafeString(' class="num"')
ROLES = SafeString(' role="table"'), SafeString(' role="rowgroup"')
"""Roles that a table keeps where a phone lays its rows out as blocks."""


def joined(parts: Iterable[SafeString | str]) -> SafeString:
    """Safe parts one after the other; anything else is escaped."""
    return format_html_join("", "{}", ((part,) for part in parts))


def exact(share: float) -> str:
    """A share of 1 as a percentage for an SVG attribute, cut to the picture."""
    return f"{min(100.0, max(0.0, 100 * share)):.2f}".rstrip("0").rstrip(".") + "%"


def step(axis: Literal["x", "y", "w"], share: float) -> str:
    """The step class nearest to a share of 1: ``x37``; ``y`` counts from the bottom."""
    if axis == "y":
        share = 1 - share
    return f"{axis}{round(100 * min(1.0, max(0.0, share)))}"


def path(places: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Path data through places in shares of 1 (y from the bottom) for a view box of 0 to 100."""
    parts = [f"{100 * x:.2f} {100 * (1 - y):.2f}" for x, y in places]
    return ("M" + "L".join(parts) + ("Z" if closed else "")) if parts else ""


def stairs(places: Sequence[tuple[float, float]], end: float | None = None) -> list[tuple[float, float]]:
    """The corners of a staircase that holds each level until the next place, and the last one until ``end``."""
    corners: list[tuple[float, float]] = []
    for x, y in places:
        if corners:
            corners.append((x, corners[-1][1]))
        corners.append((x, y))
    if corners and end is not None:
        corners.append((end, corners[-1][1]))
    return corners


def scale_ticks(top: float, most: int = 5) -> list[float]:
    """Round values from 0 up to at least ``top``, in steps of 1, 2 or 5 times a power of ten, at most so many steps."""
    if top <= 0:
        return [0.0, 1.0]
    rough = top / most
    power = 10 ** math.floor(math.log10(rough))
    width = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))
    steps = math.ceil(top / width - 1e-9)
    return [round(index * width, 10) for index in range(steps + 1)]


def shapes(*parts: SafeString) -> SafeString:
    """Free paths, stretched over the whole area."""
    return format_html(
        '<svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">{}</svg>', joined(parts)
    )


def curve(kind: str, data: str, tip: str = "") -> SafeString:
    """A free path of a kind (``line``, ``band``, ``edge`` …), whose stroke keeps its width."""
    hint = format_html(' data-tip="{}"', tip) if tip else EMPTY
    return format_html('<path class="{}" d="{}" vector-effect="non-scaling-stroke"{}/>', kind, data, hint)


def dot(x: float, y: float, kind: str, tip: str, radius: float = 4) -> SafeString:
    """A round mark with a larger invisible one around it to point at."""
    place = format_html('cx="{}" cy="{}"', exact(x), exact(1 - y))
    return format_html(
        '<g class="dot {}" data-tip="{}"><circle class="hit" {} r="11"/><circle {} r="{}"/></g>',
        kind,
        tip,
        place,
        place,
        radius,
    )


def rule(kind: str, x: float | None = None, y: float | None = None) -> SafeString:
    """A straight line over the whole area: upright at ``x`` or level at ``y``."""
    if x is not None:
        return format_html('<line class="{}" x1="{}" x2="{}" y1="0" y2="100%"/>', kind, exact(x), exact(x))
    height = exact(1 - (y or 0))
    return format_html('<line class="{}" x1="0" x2="100%" y1="{}" y2="{}"/>', kind, height, height)


def upright(kind: str, x: float, low: float, high: float) -> SafeString:
    """An upright line from ``low`` to ``high``."""
    return format_html(
        '<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>',
        kind, exact(x), exact(x), exact(1 - low), exact(1 - high),
    )  # fmt: skip


def free_height(
    at: tuple[float, float], taken: Sequence[tuple[float, float]], heights: Iterable[float], near: tuple[float, float]
) -> float:
    """The first of the heights at which words at x are not within ``near`` (x, y) of any taken place; else the first.

    All in shares of 1; ``at`` is the place that the words belong to, whose own height is the last resort.
    """
    asked = list(heights)
    for height in asked:
        if all(abs(at[0] - x) >= near[0] or abs(height - y) >= near[1] for x, y in taken):
            return height
    return asked[0] if asked else at[1]


def label(kind: str, x: float, y: float, text: SafeString | str) -> SafeString:
    """Words in the area, placed by step classes."""
    return format_html('<span class="{} {} {}">{}</span>', kind, step("x", x), step("y", y), text)


def area(
    *,
    x_ticks: Sequence[Tick],
    y_ticks: Sequence[Tick],
    marks: SafeString,
    words: SafeString = EMPTY,
    x_title: str = "",
    kind: str = "",
) -> SafeString:
    """A plane with a grid, axis words and marks. ``marks`` are SVG, ``words`` HTML."""
    grid = joined(rule("grid", y=tick.place) for tick in y_ticks)
    beside = format_html_join("", '<span class="yl {}">{}</span>', ((step("y", t.place), t.text) for t in y_ticks))
    below = format_html_join("", '<span class="xl {}">{}</span>', ((step("x", t.place), t.text) for t in x_ticks))
    title = format_html('<p class="xt">{}</p>', x_title) if x_title else EMPTY
    return format_html(
        '<div class="xy {}"><div class="area"><svg class="marks" aria-hidden="true" focusable="false">{}{}</svg>'
        "{}{}{}</div>{}</div>",
        kind, grid, marks, beside, below, words, title,
    )  # fmt: skip


def key(entries: Iterable[tuple[str, str]]) -> SafeString:
    """What the strokes and fills mean: pairs of a swatch class and its words."""
    items = format_html_join("", '<li><i class="swatch {}" aria-hidden="true"></i>{}</li>', entries)
    return format_html('<ul class="key">{}</ul>', items)


def numbers(caption: Caption, head: Sequence[str], rows: Sequence[Sequence[Cell | str]]) -> SafeString:
    """The picture's numbers as a table that opens, with its CSV, JSON and the leads behind it."""
    texts = {index for row in rows for index, cell in enumerate(row) if isinstance(cell, Cell) and cell.is_text}
    is_stacked = stacks(len(head))
    roles = mark_safe(' role="columnheader"') if is_stacked else EMPTY
    heads = format_html_join(
        "", '<th scope="col"{}{}>{}</th>',
        ((EMPTY if not i or i in texts else NUMBER, roles, h) for i, h in enumerate(head)),
    )  # fmt: skip
    names = list(head) if is_stacked else []
    row_role = mark_safe(' role="row"') if is_stacked else EMPTY
    body = joined(
        format_html("<tr{}>{}</tr>", row_role, joined(_cell(i, cell, names) for i, cell in enumerate(row)))
        for row in rows
    )
    kind, groups = ("table stacks", ROLES) if is_stacked else ("table", (EMPTY, EMPTY))
    return format_html(
        '<details class="nums"><summary>{}</summary><div class="scroll" role="region" tabindex="0" aria-label="{}">'
        '<table class="{}"{}><caption class="vh">{}</caption><thead{}><tr{}>{}</tr></thead><tbody{}>{}</tbody></table>'
        "</div>{}</details>",
        gettext("Show numbers"), gettext("Numbers: %(title)s") % {"title": caption.title}, kind, groups[0],
        caption.title, groups[1], row_role, heads, groups[1], body, more_rows(len(rows)) if is_stacked else EMPTY,
    )  # fmt: skip


def _cell(index: int, cell: Cell | str, names: Sequence[str]) -> SafeString:
    """A cell; ``names`` are those of the columns where a phone shows each row as a block of its own."""
    own = cell if isinstance(cell, Cell) else Cell(cell)
    words = format_html('<a href="{}">{}</a>', own.url, own.text) if own.url else format_html("{}", own.text)
    if own.is_text or not index:
        words = format_html('<span class="row-name">{}</span>', words)
    small = format_html("<small>{}</small>", own.sub) if own.sub else EMPTY
    if not index:
        told = mark_safe(' role="rowheader"') if names else EMPTY
        if names and own.text[:1].isdigit() and not own.is_text:  # A number alone would not say what it is.
            told += format_html(' data-label="{}"', names[0])
        return format_html('<th scope="row"{}>{}{}</th>', told, words, small)
    told = format_html(' role="cell" data-label="{}"', names[index]) if names else EMPTY
    return format_html("<td{}{}>{}{}</td>", EMPTY if own.is_text else NUMBER, told, words, small)


def grade_badge(grade: Grade) -> SafeString:
    """How sure a figure is: its badge, with what the word promises."""
    names = {
        "counted": (gettext("Counted"), gettext("What happened, counted.")),
        "corrected": (gettext("Corrected"), gettext("Counted, and corrected for what is not finished yet.")),
        "adjusted": (gettext("Adjusted"), gettext("Compared like with like, for what is recorded.")),
        "tried": (gettext("Tried"), gettext("A random slice was set aside. Only this may say because.")),
    }
    name, says = names[grade]
    return format_html(
        '<span class="grade {}" data-tip="{}">{}{}<span class="vh">: {}</span></span>',
        grade,
        says,
        icon(GRADE_ICONS[grade]),
        name,
        says,
    )


def figure(
    kind: str, caption: Caption, picture: SafeString, spoken: str, table: SafeString, *, is_wide: bool = False
) -> SafeString:
    """The whole figure. ``spoken`` is the picture in words for who cannot see it; ``table`` comes from ``numbers``.

    What ``is_wide`` scrolls in itself on narrow screens, by keyboard too.
    """
    links = [
        (caption.csv_url, "CSV", "download"),
        (caption.json_url, "JSON", "braces"),
        (caption.leads_url, gettext("Leads behind it"), "users"),
    ]
    shown = joined(format_html('<a href="{}">{}{}</a>', url, icon(symbol), name) for url, name, symbol in links if url)
    told = format_html("<p>{}</p>", caption.sentence) if caption.sentence else EMPTY
    sample = format_html('<span class="sample">{}</span>', caption.sample) if caption.sample else EMPTY
    return format_html(
        '<figure class="chart {}"><figcaption><h2>{}</h2>{}<p class="proof">{}{}</p></figcaption>'
        '<div class="plot" role="img" aria-label="{}"{}>{}</div>'
        '<div class="under">{}<p class="links">{}</p></div></figure>',
        kind, caption.title, told, grade_badge(caption.grade), sample, spoken,
        SafeString(' tabindex="0"') if is_wide else EMPTY, picture, table, shown,
    )  # fmt: skip
