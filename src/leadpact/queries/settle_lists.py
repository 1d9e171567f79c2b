"""The leads behind each finding, as people recognise them: the rows of their own files."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from leadpact.connectors.settle_reading import Export
from leadpact.evidence.settle import Finding
from leadpact.queries.settle import Sheet

HEADINGS = (
    "Lead",
    "E-mail",
    "Company",
    "Source",
    "Came",
    "First contact",
    "Deal",
    "Joined by",
    "Line",
    "Lines in sales",
)
"""Columns of a list; the lines are those of the two files."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Listed:
    """The leads behind one finding: its key, a title, and the rows under ``HEADINGS``."""

    key: str
    title: str
    rows: tuple[tuple[str, ...], ...]


def lists(sheet: Sheet) -> tuple[Listed, ...]:
    """A list for each finding that counts leads, and one of sales' rows that joined no lead."""
    writer = _Writer(sheet)
    found = [
        Listed(finding.key, _title(finding), tuple(writer.row(lead) for lead in finding.leads))
        for finding in sheet.findings
        if finding.grade is not None and finding.leads
    ]
    return (*found, *writer.doubtful(), *writer.unjoined())


def _title(finding: Finding) -> str:
    named = {"waits": "How long each lead waited, the longest first", "wins": "The leads that were won"}
    return named.get(finding.key, finding.title)


class _Writer:
    """Writes leads with what both files say of them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._told = sheet.picture.told
        self._place_of = {row: place for place, row in enumerate(sheet.picture.lead_rows)}
        self._deals: dict[int, str] = {}
        for deal in self._told.deals:
            if self._deals.get(deal.lead) != "won":
                self._deals[deal.lead] = deal.state
        self._rows: dict[int, list[int]] = defaultdict(list)
        for at, one in enumerate(sheet.picture.joined.rows_of):
            if one is not None:
                self._rows[self._place_of[one.lead]].append(at)

    def row(self, lead: int) -> tuple[str, ...]:
        marketing, sales, told = self._sheet.marketing, self._sheet.sales, self._told
        at = self._sheet.picture.lead_rows[lead]
        rows = self._rows.get(lead, [])
        joins = [self._sheet.picture.joined.rows_of[row] for row in rows]
        by = " · ".join(sorted({f"{one.by}{', doubtful' if one.is_doubtful else ''}" for one in joins if one}))
        contact = _day(int(told.contact_s[lead])) or ("not dated" if told.called[lead] else "")
        return (
            _name(marketing, at), _of(marketing.text("email"), at), _of(marketing.text("company"), at),
            told.sources[lead] or "unknown", _day(int(told.created_s[lead])), contact, self._deals.get(lead, ""), by,
            str(marketing.lines[at]), " ".join(str(sales.lines[row]) for row in rows[:20]),
        )  # fmt: skip

    def doubtful(self) -> list[Listed]:
        """Rows of sales' that joined a lead doubtfully: somebody should look at them."""
        leads = {
            self._place_of[one.lead]: None
            for one in self._sheet.picture.joined.rows_of
            if one is not None and one.is_doubtful
        }
        return [Listed("doubtful", "Joined doubtfully", tuple(self.row(lead) for lead in leads))] if leads else []

    def unjoined(self) -> list[Listed]:
        """Rows of sales' that are about no lead of marketing's."""
        sales = self._sheet.sales
        rows = [at for at, one in enumerate(self._sheet.picture.joined.rows_of) if one is None]
        if not rows:
            return []
        created, closed = sales.seconds("created") or sales.seconds("activity_at"), sales.seconds("closed")
        stages = sales.text("stage")
        found = tuple(
            (
                _name(sales, at), _of(sales.text("email"), at), _of(sales.text("company"), at), "",
                _day(created[at]) if created else "", _day(closed[at]) if closed else "", _of(stages, at), "", "",
                str(sales.lines[at]),
            )
            for at in rows
        )  # fmt: skip
        return [Listed("unjoined", "Rows of sales' file that joined no lead", found)]


def _of(texts: Sequence[str], at: int) -> str:
    return texts[at] if texts else ""


def _name(export: Export, at: int) -> str:
    whole = (
        _of(export.text("name"), at)
        or f"{_of(export.text('first_name'), at)} {_of(export.text('last_name'), at)}".strip()
    )
    if whole:
        return whole
    place = export.columns.first("id")
    return export.ids[place][at] if place is not None and place in export.ids else ""


def _day(at_s: int) -> str:
    if at_s <= 0:
        return ""
    moment = datetime.fromtimestamp(at_s, UTC)
    return f"{moment.day} {moment:%b %Y}"


def as_csv(listed: Listed, most: int | None = None) -> str:
    """A list as CSV; text that a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(_safe(row) for row in listed.rows[:most])
    return out.getvalue()


def _safe(row: Iterable[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row]
