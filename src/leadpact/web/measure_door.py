"""What the door of every measure shares: its answer's addresses, its pictures, and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.wording import count_in_words, share_in_words

Row = Mapping[str, Any]
Table = dict[str, Any]
EMPTY = SafeString("")
POOLED = "other_small"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses around a picture: its files, and by ``behind`` the leads behind a figure (empty where closed)."""

    csv: str = ""
    json: str = ""
    chart: str = ""
    behind: Callable[[Mapping[str, Any]], str] = lambda _key: ""
    svg: str = ""
    png: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pictures of a measure: the first one, and further ones. Without a first one ``says`` tells why."""

    figure: SafeString
    more: tuple[SafeString, ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """What the pages know of a measure beyond what it declares.

    ``draw`` makes its pictures and ``tables`` its tables, else they are made from its panels and layouts.
    """

    draw: Callable[[View, Row, Caption, Links], Drawn] | None = None
    tables: Callable[[View, Row, Links], list[Table]] | None = None
    title: Lazy | None = None


def label_of(seen: View) -> Callable[[str], str]:
    """The word of a code: the pact's, and one for small sources taken together, and for versions that split it."""
    by = seen.page.body["parameters"].get("by") if seen.page.body else None

    def label(code: str) -> str:
        if code == POOLED:
            return gettext("Others, fewer than 30 each")
        if code.isdigit() and by == "version":
            return gettext("Version %(n)s") % {"n": code} if code != "0" else gettext("Under no pact")
        return code if code.isupper() else seen.word(code)

    return label


def sampled(caption: Caption, sample: str, leads_url: str = "") -> Caption:
    """The caption with its k of n before what the figures cover."""
    parts = ", ".join(part for part in (sample, caption.sample) if part)
    return replace(caption, sample=parts, leads_url=leads_url)


def k_of_n(k: int, n: int, low: float | None, high: float | None) -> str:
    """``262 of 466, 52% to 61%``."""
    if low is None or high is None:
        return gettext("%(k)s of %(n)s") % {"k": f"{k:,}", "n": f"{n:,}"}
    return gettext("%(k)s of %(n)s, %(low)s to %(high)s") % {
        "k": f"{k:,}", "n": f"{n:,}", "low": share_in_words(low), "high": share_in_words(high),
    }  # fmt: skip


def table(title: str, head: Sequence[str], rows: list[list[Table]], csv_url: str = "") -> Table:
    """A table for ``_parts/table.html``; all columns but the first hold numbers."""
    columns = [{"label": name, "is_number": place > 0} for place, name in enumerate(head)]
    return {"title": title, "caption": title, "head": columns, "rows": rows, "csv_url": csv_url}


def count_cell(links: Links, count: int | None, key: Row) -> Table:
    """A number that opens its leads; nothing opens where there are none."""
    if count is None:
        return {"text": "–", "is_number": True}
    return {"text": count_in_words(count), "is_number": True, "url": links.behind(key) if count else ""}


def text_cell(text: str) -> Table:
    """Words in a column of numbers."""
    return {"text": text, "is_number": True}


def range_cell(row: Row, name: str) -> Table:
    """A share with its range under it."""
    if row[name] is None:
        return text_cell(gettext("too few"))
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    said = {"text": share_in_words(row[name]), "is_number": True}
    return said if low is None else {**said, "sub": f"{share_in_words(low)} – {share_in_words(high)}"}


def table_url(url: str, table: str) -> str:
    """The address of the file of a further table."""
    return f"{url}{'&' if '?' in url else '?'}table={table}"
