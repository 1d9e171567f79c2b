"""Grids of an answer's panels: shares in rows and columns, of which only what differs beyond chance is coloured."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.evidence.pictures.panels import Grid, Square
from leadpact.web.pictures.drawing import EMPTY, joined, key
from leadpact.web.pictures.planes import Speak
from leadpact.web.wording import count_in_words, share_in_words

SIGNS = {"more": "▲", "less": "▼", "like_the_rest": "", "too_few": ""}


def grid(panel: Grid, speak: Speak) -> SafeString:
    """The picture of a grid: a table of squares; on a phone each row is a block of squares with their names.

    A phone leaves out squares of too few, and says of how many.
    """
    heads = format_html_join("", '<span class="gh">{}</span>', ((speak(column),) for column in panel.columns))
    rows = [
        format_html(
            '<div class="grow"><span class="gn">{}<small>{}</small></span>{}{}</div>',
            speak(row.name), count_in_words(row.of),
            joined(_square(cell, speak(name), speak) for name, cell in zip(panel.columns, row.cells, strict=True)),
            _left_out(row.cells),
        )
        for row in panel.rows
    ]  # fmt: skip
    words = [
        ("g-more", gettext("▲ more often than elsewhere")),
        ("g-less", gettext("▼ less often than elsewhere")),
        ("g-like", gettext("as chance gives")),
        ("g-few", gettext("too few to compare")),
    ]
    return format_html(
        '<div class="grid-of"><div class="grow"><span></span>{}</div>{}</div>{}',
        heads, joined(rows), key(words),
    )  # fmt: skip


def _left_out(cells: Sequence[Square]) -> SafeString:
    """On a phone: of how many squares there are too few to compare."""
    few = sum(cell.finding == "too_few" for cell in cells)
    if not few:
        return EMPTY
    says = gettext("and %(n)s with too few to compare") if few < len(cells) else gettext("too few to compare")
    return format_html('<small class="g-left">{}</small>', says % {"n": few})


def _square(cell: Square, name: str, speak: Speak) -> SafeString:
    kinds = {"more": "g-more", "less": "g-less", "like_the_rest": "g-like", "too_few": "g-few"}
    value = "·" if cell.value is None else share_in_words(cell.value)
    sign = SIGNS[cell.finding]
    return format_html(
        '<i class="gc {}" data-name="{}" data-tip="{}">{}</i>', kinds[cell.finding], name,
        speak(cell.says) if cell.says else "", f"{sign} {value}" if sign else value,
    )  # fmt: skip


def spoken(panel: Grid, speak: Speak) -> str:
    """What of a grid differs beyond chance, in words."""
    found = [
        f"{speak(row.name)}: {speak(cell.says)}"
        for row in panel.rows
        for cell in row.cells
        if cell.finding in ("more", "less")
    ]
    return "; ".join(found) or gettext("No cell differs by more than chance gives.")


def rows_of(panel: Grid, speak: Speak) -> tuple[list[str], list[list[str]]]:
    """The grid as a table: a head and rows."""
    head = [speak(panel.first) if panel.first else gettext("Group"), gettext("All"), *map(speak, panel.columns)]
    body = [[speak(row.name), count_in_words(row.of), *(_text(cell) for cell in row.cells)] for row in panel.rows]
    return head, body


def _text(cell: Square) -> str:
    value = "–" if cell.value is None else share_in_words(cell.value)
    return f"{value} {SIGNS[cell.finding]}".strip()
