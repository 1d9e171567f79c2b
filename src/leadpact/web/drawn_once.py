"""What was drawn before is shown again, as long as nothing has changed of what it shows and for whom."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.utils import timezone
from django.utils.translation import get_language

from leadpact.queries.evidence_view import View
from leadpact.web.measure_door import Links

P = ParamSpec("P")
It = TypeVar("It")
KEPT = 300
"""So many pieces are kept by a process, the longest unused given up first: some 10 MB."""

_all: list[OrderedDict[Hashable, Any]] = []


def forget() -> None:
    """Forget what was drawn, for another ledger in the same process."""
    for kept in _all:
        kept.clear()


def drawn_once(draw: Callable[Concatenate[View, Links, P], It]) -> Callable[Concatenate[View, Links, P], It]:
    """Keep what a function makes of an answer, for those who may see the same of it in the same words."""
    kept: OrderedDict[Hashable, It] = OrderedDict()
    turn = Lock()
    _all.append(kept)

    @wraps(draw)
    def again(seen: View, links: Links, /, *args: P.args, **kwargs: P.kwargs) -> It:
        mark = (_mark(seen), links.csv, links.chart, args, tuple(sorted(kwargs.items())))
        with turn:
            if mark in kept:
                kept.move_to_end(mark)
                return kept[mark]
        made = draw(seen, links, *args, **kwargs)
        with turn:
            kept[mark] = made
            if len(kept) > KEPT:
                kept.popitem(last=False)
        return made

    return again


def _mark(seen: View) -> Hashable:
    """All that decides what is seen of an answer: which one it is, the pact's words and limits, and the reader's."""
    page = seen.page
    return (
        page.about.name, page.asked.key, page.watermark, page.made_s, page.as_of_s, page.error, seen.pact_id,
        seen.left_out, frozenset(seen.names.items()), seen.own_id if seen.names else None, seen.may_open,
        get_language(), timezone.get_current_timezone_name(),
    )  # fmt: skip
