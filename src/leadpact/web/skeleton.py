"""A template rendered once and filled many times: what differs from row to row is put in between the same pieces.

A list of 25 leads shows the same buttons and menus 25 times. Rendering them anew each time takes most of the
page's time; here the template is rendered once per language and shape, cut at the marks, and joined with the values.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

FIRST_NUMBER = 990_000_000_000_000_000
"""Marks of numbers: larger than any id, so that addresses can be made with them."""
_MARK = re.compile(r"\ue000(\w+)\ue001|(99\d{16})")
Shape = tuple[tuple[str, Hashable], ...]


def fill(
    template: str, shape: Mapping[str, Hashable], texts: Mapping[str, str], numbers: Mapping[str, int]
) -> SafeString:
    """The template with the values in their places, escaped.

    ``shape`` is what the template decides by (and whatever is the same for many rows); ``texts`` and ``numbers``
    differ from row to row, and the template may only write them down: numbers also as arguments of ``url``.
    """
    pieces = _pieces(template, get_language(), tuple(shape.items()), tuple(texts), tuple(numbers))
    values = {name: str(conditional_escape(text)) for name, text in texts.items()}
    values |= {name: str(number) for name, number in numbers.items()}
    return mark_safe(  # noqa: S308 - the pieces are a template's own output, the values are escaped above
        "".join([values[piece] if is_value else piece for is_value, piece in pieces])
    )


@lru_cache(maxsize=4096)
def _pieces(
    template: str, _language: str | None, shape: Shape, texts: tuple[str, ...], numbers: tuple[str, ...]
) -> tuple[tuple[bool, str], ...]:
    """The template's output cut at the marks: (is a value, its name) or (is none, the text)."""
    context: dict[str, Any] = dict(shape)
    context |= {name: mark_safe(f"\ue000{name}\ue001") for name in texts}  # noqa: S308 - a mark of ours
    context |= {name: FIRST_NUMBER + place for place, name in enumerate(numbers)}
    return tuple(_cut(get_template(template).render(context), numbers))


def _cut(rendered: str, numbers: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    end = 0
    for found in _MARK.finditer(rendered):
        yield False, rendered[end : found.start()]
        yield True, found[1] or numbers[int(found[2]) - FIRST_NUMBER]
        end = found.end()
    yield False, rendered[end:]
