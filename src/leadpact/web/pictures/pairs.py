"""Two things beside each other: mirrored bars, and squares of agreement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from leadpact.web.pictures.drawing import Caption, exact, figure, joined, key, numbers
from leadpact.web.pictures.plain import Numbers
from leadpact.web.wording import count_in_words, share_in_words


class MirrorRow(NamedTuple):
    """A segment: its shares (of 1) on the left and on the right, and words where they differ beyond chance."""

    label: str
    left: float
    right: float
    note: str = ""


def mirror(
    caption: Caption,
    rows: Sequence[MirrorRow],
    sides: tuple[str, str],
    table: Numbers,
    *,
    colours: tuple[str, str] = ("o", "n"),
) -> SafeString:
    """Bars to both sides of a middle line, as long as the shares."""
    widest = max((max(row.left, row.right) for row in rows), default=0) or 1
    lines = [
        format_html(
            '<div class="mrow"><span class="dname">{}</span><span class="ml"><b>{}</b>{}</span>'
            '<span class="mr">{}<b>{}</b></span><small>{}</small></div>',
            row.label, share_in_words(row.left), _half(row.left / widest, colours[0], is_left=True),
            _half(row.right / widest, colours[1]), share_in_words(row.right), row.note,
        )
        for row in rows
    ]  # fmt: skip
    head = format_html(
        '<div class="mrow head"><span></span><span class="ml">{}</span><span class="mr">{}</span></div>', *sides
    )
    spoken = "; ".join(
        f"{row.label}: {share_in_words(row.left)} / {share_in_words(row.right)} {row.note}" for row in rows
    )
    picture = format_html('<div class="mirror">{}{}</div>', head, joined(lines))
    return figure("mirrored", caption, picture, spoken, numbers(caption, *table))


def _half(share: float, own: str, *, is_left: bool = False) -> SafeString:
    start = exact(1 - share) if is_left else "0"
    return format_html(
        '<svg class="half" height="18" aria-hidden="true" focusable="false">'
        '<rect class="{}" x="{}" width="{}" height="18" rx="3"/></svg>',
        own, start, exact(share),
    )  # fmt: skip


class Square(NamedTuple):
    """A cell of two by two: its count, its words, and whether both sides agree there."""

    size: int
    label: str
    is_agreed: bool


def squares(
    caption: Caption, cells: Sequence[Square], heads: tuple[str, str], table: Numbers, *, kinds: tuple[str, str]
) -> SafeString:
    """Squares whose areas are the counts, row by row; ``heads`` name the columns, ``kinds`` where both agree or not."""
    most = max((cell.size for cell in cells), default=0) or 1
    drawn = []
    for cell in cells:
        side = (cell.size / most) ** 0.5
        kind = "sq-yes" if cell.is_agreed else "sq-no"
        drawn.append(
            format_html(
                '<div class="sq"><svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">'
                '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/></svg><span><b>{}</b> {}</span></div>',
                kind, *(f"{50 * (1 - side):.1f}",) * 2, *(f"{100 * side:.1f}",) * 2, count_in_words(cell.size),
                cell.label,
            )
        )  # fmt: skip
    head = format_html('<div class="sq-head">{}</div><div class="sq-head">{}</div>', *heads)
    spoken = "; ".join(f"{cell.label}: {count_in_words(cell.size)}" for cell in cells)
    said = key([("ok", kinds[0]), ("differ", kinds[1])])
    picture = format_html('<div class="squares">{}{}</div>{}', head, joined(drawn), said)
    return figure("agreement", caption, picture, spoken, numbers(caption, *table))
