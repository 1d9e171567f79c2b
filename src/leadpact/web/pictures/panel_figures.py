"""The panels of an answer as figures of a page, in its reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.utils.html import format_html
from django.utils.safestring import SafeString

from leadpact.evidence.pictures.panels import ALIKE, UNLIKE, Bars, Corners, Dots, Grid, Mirror, Panel, Plane
from leadpact.web.pictures import grids
from leadpact.web.pictures.drawing import EMPTY, Caption, figure, joined, numbers
from leadpact.web.pictures.pairs import MirrorRow, Square, mirror, squares
from leadpact.web.pictures.panel_rows import bars, dots, spoken_bars, spoken_dots
from leadpact.web.pictures.plain import Numbers
from leadpact.web.pictures.planes import Speak, plane, spoken, team_class


def panel_figure(panel: Panel, caption: Caption, speak: Speak, table: Numbers, *, with_title: bool) -> SafeString:
    """A panel as a figure; ``with_title`` puts its own title over the picture, where the caption has the finding."""
    head = EMPTY
    if with_title:
        says = format_html('<p class="list-says">{}</p>', speak(panel.says)) if panel.says else EMPTY
        head = format_html('<p class="list-head">{}</p>{}', speak(panel.title), says)
    if isinstance(panel, Mirror):
        rows = [
            MirrorRow(speak(row.name), row.left, row.right, speak(row.note) if row.note else "") for row in panel.rows
        ]
        sides = speak(panel.sides[0]), speak(panel.sides[1])
        colours = team_class(panel.colours[0]), team_class(panel.colours[1])
        return mirror(caption, rows, sides, table, colours=colours)
    if isinstance(panel, Corners):
        cells = [Square(cell.size, speak(cell.name), cell.is_agreed) for cell in panel.cells]
        heads, kinds = ((speak(one), speak(other)) for one, other in (panel.heads, (ALIKE, UNLIKE)))
        return squares(caption, cells, heads, table, kinds=kinds)
    kind, picture, words = _drawn(panel, speak)
    if isinstance(panel, Grid):
        table = grids.rows_of(panel, speak)
    return figure(
        kind, caption, joined([head, picture]), words, numbers(caption, *table), is_wide=isinstance(panel, Grid)
    )


def _drawn(panel: Dots | Bars | Plane | Grid, speak: Speak) -> tuple[str, SafeString, str]:
    """The kind of a figure, its picture, and the picture in words."""
    if isinstance(panel, Dots):
        return "dot-list" if panel.neutral is None else "effects", dots(panel, speak), spoken_dots(panel, speak)
    if isinstance(panel, Bars):
        return "bar-list", bars(panel, speak), spoken_bars(panel, speak)
    if isinstance(panel, Plane):
        return "plane", plane(panel, speak), spoken(panel, speak)
    return "grid-fig", grids.grid(panel, speak), grids.spoken(panel, speak)


def panel_figures(
    panels: Sequence[Panel],
    caption: Caption,
    speak: Speak,
    table_of: Callable[[Panel], Numbers],
    csv_of: Callable[[str], str],
) -> list[SafeString]:
    """All panels: the first under the caption's finding and sentence, each further one under its own title."""
    found = []
    for place, panel in enumerate(panels):
        says = speak(panel.says) if panel.says else ""
        about = replace(caption, csv_url=csv_of(panel.table))
        if place:
            about = Caption(
                speak(panel.title), says, caption.grade, caption.sample, csv_of(panel.table), caption.json_url
            )
        with_title = not place and (len(panels) > 1 or bool(says))
        found.append(panel_figure(panel, about, speak, table_of(panel), with_title=with_title))
    return found
