"""Pictures of any table: shares as dots with their ranges, or counts as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from leadpact.web.pictures.bars import Bit, stack
from leadpact.web.pictures.drawing import Caption, Cell, figure, joined, numbers
from leadpact.web.pictures.groups import DotRow, dot_list
from leadpact.web.wording import count_in_words, share_in_words

Numbers = tuple[Sequence[str], Sequence[Sequence[Cell | str]]]
"""A heading and the rows under it."""


class LengthRow(NamedTuple):
    """A bar: its name, its number, and words beside it."""

    label: str
    size: float
    note: str = ""
    team: str = "o"


def ranges(caption: Caption, rows: Sequence[DotRow], table: Numbers, *, reference: float | None = None) -> SafeString:
    """A dot with whiskers for each row; ``table`` is what stands under it."""
    spoken = "; ".join(f"{row.label}: {share_in_words(row.share)}" for row in rows)
    return figure("dot-list", caption, dot_list(rows, reference), spoken, numbers(caption, *table))


def lengths(caption: Caption, rows: Sequence[LengthRow], table: Numbers) -> SafeString:
    """A bar for each row, as long as its number; ``table`` is what stands under it."""
    widest = max((row.size for row in rows), default=0) or 1
    drawn = [
        format_html(
            '<div class="frow"><span class="fname">{}</span>{}<b class="num">{}</b><span class="go-on">{}</span></div>',
            row.label, stack([Bit(row.team, row.size)], widest, 20), count_in_words(row.size), row.note,
        )
        for row in rows
    ]  # fmt: skip
    spoken = "; ".join(f"{row.label}: {count_in_words(row.size)}" for row in rows)
    return figure("lengths", caption, joined(drawn), spoken, numbers(caption, *table))
