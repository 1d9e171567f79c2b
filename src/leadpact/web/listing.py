"""A list's address: its view and page live in the URL, so that they can be kept, sent and gone back to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from leadpact.ledger.access import Actor
from leadpact.web.shell import count_words

LONGEST_NUMBER = 18
"""Digits of the largest id a database keeps."""
PAGE_ONE = "first"
"""Mark of the first page, where a list says what comes before this one."""


def number(text: str | None) -> int | None:
    """An id in an address; None for anything else."""
    if text is None or len(text) > LONGEST_NUMBER:
        return None
    return int(text) if text.isascii() and text.isdecimal() else None


class Address:
    """Where a list is, and what of it is asked for."""

    def __init__(self, path: str, asked: QueryDict) -> None:
        self.path = path
        self.asked = asked

    def but(self, **changes: str | int | None) -> str:
        """The same list with other values in its question; None leaves one out."""
        asked = self.asked.copy()
        for name, value in changes.items():
            if value is None:
                asked.pop(name, None)
            else:
                asked[name] = str(value)
        return f"{self.path}?{asked.urlencode()}" if asked else self.path

    def views(self, labels: Mapping[str, str], counts: Mapping[str, int], view: str) -> list[dict[str, Any]]:
        """The views of the list as tabs; the first is the one shown without a question."""
        first = next(iter(labels))
        return [
            {
                "label": label,
                "url": self.but(view=None if name == first else name, after=None, lead=None),
                "count": count_words(counts[name]) or "0",
                "is_current": name == view,
            }
            for name, label in labels.items()
        ]

    def pager(self, *, first: int, shown: int, of: int, before: str, after: str) -> dict[str, str] | None:
        """The way to the pages before and after this one; None where all rows are on it."""
        if not before and not after:
            return None
        says = _("{first} to {last} of {of}").format(first=first, last=first + shown - 1, of=of)
        return {"says": says, **self.turns(before=before, after=after)}

    def turns(self, *, before: str, after: str) -> dict[str, str]:
        """The addresses of the pages before and after."""
        back = self.but(after=None if before == PAGE_ONE else before, lead=None)
        return {
            "previous_url": back if before else "",
            "next_url": self.but(after=after, lead=None) if after else "",
        }

    def csv(self, actor: Actor) -> str:
        """Where the same list is as a file; empty for who may not take lists out."""
        return self.but(format="csv", after=None, lead=None) if actor.may("export_data") else ""

    def is_file(self, actor: Actor) -> bool:
        """Whether the list is asked for as a file, by somebody who may take lists out."""
        return self.asked.get("format") == "csv" and actor.may("export_data")
