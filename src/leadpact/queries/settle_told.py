"""What two exports say of each lead: joined, counted as called or not, good or not, won or lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from leadpact.connectors.settle_columns import Columns
from leadpact.connectors.settle_reading import Export
from leadpact.evidence.settle_facts import NONE_S, Deal, Reach, Told
from leadpact.evidence.uncertainty import Ints
from leadpact.queries.settle_good import Statement, statement
from leadpact.queries.settle_keys import comparable, id_pair, marks_of
from leadpact.rules import settle_words as words
from leadpact.rules.settle import ORDER, Join, has, join, repeated
from leadpact.rules.terms import FIELDS


class NothingInCommon(ValueError):
    """No row of one file is about a lead of the other; the message says what was compared."""


@dataclass(slots=True)
class Joined:
    """How two files were joined. ``by`` counts rows of sales' file by key, with the heading of ids in ``ids``."""

    leads: int
    repeated: int
    rows: int
    joined: int
    leads_joined: int
    doubtful: int
    by: dict[str, int]
    ids: tuple[str, str] | None
    compared: tuple[str, ...]
    rows_of: list[Join | None] = field(default_factory=list)
    stands: list[int] = field(default_factory=list)


def joined(marketing: Export, sales: Export) -> Joined:
    """Join sales' rows to marketing's leads. Raises ``NothingInCommon``."""
    pair = id_pair(marketing, sales)
    own, other = marks_of(marketing, pair and pair.marketing), marks_of(sales, pair and pair.sales)
    stands = repeated(marks_of(marketing, _own_id(marketing)))
    rows = join(own, other, stands)
    found = [one for one in rows if one is not None]
    compared = tuple(by for by in ORDER if has(own, by) and has(other, by))
    if not found:
        tried = _tried(marketing, sales)
        raise NothingInCommon(_nothing(marketing, sales, (*tried, *(by for by in compared if by != "id"))))
    ids = (marketing.columns.heading(pair.marketing), sales.columns.heading(pair.sales)) if pair else None
    return Joined(
        leads=len(set(stands)), repeated=len(stands) - len(set(stands)), rows=len(rows), joined=len(found),
        leads_joined=len({one.lead for one in found}), doubtful=sum(one.is_doubtful for one in found),
        by={by: count for by in ORDER if (count := sum(one.by == by for one in found))},
        ids=ids, compared=compared, rows_of=rows, stands=stands,
    )  # fmt: skip


def _own_id(export: Export) -> int | None:
    """The column of a lead's own id, where it is one: ids that are nearly all different."""
    place = export.columns.first("id")
    if place is None or place not in export.ids:
        return None
    filled = [key for key in export.ids[place] if key]
    return place if filled and len(set(filled)) > 0.5 * len(filled) else None


def _tried(marketing: Export, sales: Export) -> list[str]:
    """Columns of ids that were compared, as people call them."""
    found = [
        f"{marketing.columns.heading(own)} with {sales.columns.heading(other)}"
        for own, other in comparable(marketing, sales)
    ]
    return found[:3]


def _nothing(marketing: Export, sales: Export, compared: Sequence[str]) -> str:
    cure = "Export both again with the same id, or with the e-mail address in each."
    if compared:
        how = ", ".join(compared)
        return (
            f"Nothing joins the two files: no row of {sales.name} is about a lead of {marketing.name}, compared by "
            f"{how}. "
            f"Are they of the same time and the same company? {cure}"
        )
    return (
        f"Nothing joins the two files: they share no id, e-mail, phone or company. {marketing.name} has the columns "
        f"{_listed(marketing.columns)}; {sales.name} has {_listed(sales.columns)}. {cure}"
    )


def _listed(columns: Columns) -> str:
    heads = list(columns.headings)
    return ", ".join(heads[:12]) + (f" and {len(heads) - 12} more" if len(heads) > 12 else "")


@dataclass(slots=True)
class Picture:
    """All that is known: per lead, how it was joined, what the files can tell, and by whose word a lead is good."""

    told: Told
    joined: Joined
    reach: Reach
    statement: Statement
    lead_rows: list[int]
    """For each lead the row of marketing's file that stands for it."""
    unjoined_wins: int
    has_times: bool
    early: int
    """Contacts dated before the lead came."""


def picture(
    marketing: Export, sales: Export, how: Joined, *, now_s: int, as_of_s: int | None = None,
    good_values: tuple[str, ...] = (), good_from: float | None = None,
) -> Picture:  # fmt: skip
    """Put the two files together, as known at the last thing that either tells of (never later than ``now_s``)."""
    lead_rows = sorted(set(how.stands))
    place_of = {row: place for place, row in enumerate(lead_rows)}
    many = len(lead_rows)
    snapshot_s = as_of_s or _snapshot(marketing, sales, now_s)
    gather = _Gather(many, snapshot_s)
    for place, row in enumerate(lead_rows):
        gather.marketing_row(marketing, place, row)
    for at, one in enumerate(how.rows_of):
        if one is not None:
            gather.sales_row(sales, at, place_of[one.lead], is_doubtful=one.is_doubtful)
    unjoined_wins = sum(
        1
        for at, one in enumerate(how.rows_of)
        if one is None and sales.columns.kind == "deals" and _state(sales, at) == "won"
    )
    said = statement(marketing, lead_rows, good_values, good_from)
    seconds = marketing.seconds("created")
    created = np.array([seconds[row] if seconds else NONE_S for row in lead_rows], dtype=np.int64)
    created[created > snapshot_s] = NONE_S
    good_s = marketing.seconds("good_at")
    texts = {name: marketing.text(name) for name in ("source", "campaign")}
    costs = marketing.numbers.get("cost")
    attributes, numbers = _attributes(marketing, lead_rows)
    told = Told(
        as_of_s=snapshot_s, created_s=created,
        sources=_at(texts["source"], lead_rows), campaigns=_at(texts["campaign"], lead_rows),
        good=said.good, good_s=np.array([good_s[row] if good_s else NONE_S for row in lead_rows], dtype=np.int64),
        sales_good=gather.sales_good, contact_s=gather.contact_s, called=gather.called, in_sales=gather.in_sales,
        doubtful=np.where(gather.in_sales == 1, 1 - gather.sure, 0), deals=gather.deals,
        costs=[costs[row] for row in lead_rows] if costs else (), attributes=attributes, numbers=numbers,
    )  # fmt: skip
    has_deals = sales.columns.kind == "deals"
    states = {_state(sales, at) for at in range(len(sales))} if has_deals else set()
    reach = Reach(
        has_calls=gather.has_calls, has_deals=has_deals, has_lost=bool(states - {"won"}), has_wins="won" in states
    )
    early = int(((gather.contact_s > 0) & (created > 0) & (gather.contact_s < created)).sum())
    has_times = all(export.dates[name].has_times for export, name in _timed(marketing, sales))
    return Picture(told, how, reach, said, lead_rows, unjoined_wins, has_times, early)


def _timed(marketing: Export, sales: Export) -> list[tuple[Export, str]]:
    found = [(marketing, "created")] if "created" in marketing.dates else []
    return found + [(sales, name) for name in ("first_contact", "activity_at") if name in sales.dates]


def _at(texts: Sequence[str], rows: Sequence[int]) -> list[str]:
    return [texts[row] for row in rows] if texts else [""] * len(rows)


def _snapshot(marketing: Export, sales: Export, now_s: int) -> int:
    """The last instant that either file tells of as past; expected dates of open deals are none."""
    known: list[int] = []
    for export in (marketing, sales):
        for name in ("created", "good_at", "first_contact"):
            known.extend(export.seconds(name))
        closed, done = export.seconds("closed"), export.seconds("activity_at")
        is_deal = export.columns.kind == "deals"
        known.extend(at_s for at, at_s in enumerate(closed) if not is_deal or _state(export, at) != "open")
        known.extend(at_s for at, at_s in enumerate(done) if _is_done(export, at))
    past = [at_s for at_s in known if 0 < at_s <= now_s]
    return max(past, default=now_s)


def _state(export: Export, at: int) -> str:
    """How the deal of a row stands: by flags where there are, else by the words of stage and status, else by dates."""
    won, closed = export.text("is_won"), export.text("is_closed")
    if won and words.is_true(won[at]):
        return "won"
    if won and closed and words.is_true(closed[at]):
        return "lost"
    stages = export.text("stage")
    if stages:
        states = {words.ending(part) for part in stages[at].split(" / ")}
        return "won" if "won" in states else "lost" if "lost" in states else "open"
    if won or closed:
        return "open"
    reasons, ended = export.text("reason"), export.seconds("closed")
    if reasons and reasons[at]:
        return "lost"
    # A file of deals with the day they were won and no stage holds won deals.
    return "won" if ended and ended[at] > 0 else "open"


def _is_done(export: Export, at: int) -> bool:
    done = export.text("activity_done")
    return not done or words.is_done(done[at])


class _Gather:
    """What is told of each lead, row by row."""

    def __init__(self, many: int, as_of_s: int) -> None:
        self.as_of_s = as_of_s
        self.contact_s = np.full(many, NONE_S, dtype=np.int64)
        self.called = np.zeros(many, dtype=np.int64)
        self.in_sales = np.zeros(many, dtype=np.int64)
        self.sure = np.zeros(many, dtype=np.int64)
        self.sales_good: Ints = np.full(many, -1, dtype=np.int64)
        self.deals: list[Deal] = []
        self.has_calls = False

    def _contact(self, lead: int, at_s: int) -> None:
        self.called[lead] = 1
        if 0 < at_s <= self.as_of_s and (self.contact_s[lead] == NONE_S or at_s < self.contact_s[lead]):
            self.contact_s[lead] = at_s

    def _columns(self, export: Export, lead: int, at: int) -> None:
        """Contacts that a lead's own row tells of, in either file."""
        first, times, status = (
            export.seconds("first_contact"),
            export.numbers.get("times_contacted"),
            export.text("status"),
        )
        if first:
            self.has_calls = True
            if first[at] > 0:
                self._contact(lead, first[at])
        if times:
            self.has_calls = True
            if (times[at] or 0) > 0:
                self._contact(lead, NONE_S)
        if status and status[at]:
            said = words.says_contacted(status[at])
            self.has_calls = self.has_calls or said is True
            if said:
                self._contact(lead, NONE_S)
            verdict = words.sales_says_good(status[at])
            if verdict is not None:
                self.sales_good[lead] = int(verdict)

    def marketing_row(self, export: Export, lead: int, row: int) -> None:
        self._columns(export, lead, row)
        ended = export.seconds("closed")
        if export.columns.kind == "leads" and ended and ended[row] > 0:
            self._contact(lead, NONE_S)
            self.sales_good[lead] = 1

    def sales_row(self, export: Export, at: int, lead: int, *, is_doubtful: bool) -> None:
        kind = export.columns.kind
        if kind == "activities":
            self.has_calls = True
            at_s = export.seconds("activity_at")
            if _is_done(export, at):
                self._contact(lead, at_s[at] if at_s else NONE_S)
        else:
            self._columns(export, lead, at)
        if kind == "deals":
            self.deals.append(self._deal(export, at, lead))
            self.called[lead] = 1
        self.in_sales[lead] = 1
        self.sure[lead] = max(self.sure[lead], int(not is_doubtful))

    @staticmethod
    def _deal(export: Export, at: int, lead: int) -> Deal:
        opened, closed = export.seconds("created"), export.seconds("closed")
        amount, currency, reason = export.numbers.get("amount"), export.text("currency"), export.text("reason")
        state = _state(export, at)
        return Deal(
            lead, state, opened[at] if opened else NONE_S, closed[at] if closed and state != "open" else NONE_S,
            amount[at] if amount else None, currency[at] if currency else "", reason[at] if reason else "",
        )  # fmt: skip


_MOST_WORDS = 40
_LEAST_FILLED = 0.2
_CHANGING = (
    *("last", "modified", "updated", "synced", "recent", "latest", "deleted", "owner", "description", "note", "street"),
    *("address", "postal", "zip", "latitude", "longitude", "fax", "salutation", "url", "photo", "count", "converted"),
    *("date", "active", "unread", "bounced", "viewed", "clean", "website", "stage", "status", "associated", "subscri"),
)
"""Headings of what changes after a lead came, or tells nobody apart: never learned from."""


def _attributes(export: Export, rows: Sequence[int]) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Marketing's own columns that may tell leads apart: few different words, or numbers."""
    found: dict[str, list[str]] = {}
    numbers = set()
    for place, cells in export.others.items():
        heading = export.columns.heading(place).lower()
        if any(part in heading for part in _CHANGING):
            continue
        own = [cells[row] for row in rows]
        distinct = {cell for cell in own if cell}
        filled = sum(1 for cell in own if cell)
        if len(distinct) < 2 or filled < _LEAST_FILLED * len(own):
            continue
        name = "_".join("".join(sign if sign.isalnum() and sign.isascii() else " " for sign in heading).split())[:40]
        if not name or not name[0].isalpha() or name in found:
            continue
        if all(_is_number(cell) for cell in distinct) and len(distinct) > 2:
            numbers.add(name)
        elif len(distinct) > _MOST_WORDS:
            continue
        found[name] = own
    for name in [each for each in found if each in FIELDS and (FIELDS[each].type == "number") != (each in numbers)]:
        # A column called as a standard field that holds something else is a field of its own.
        found[f"{name}_in_file"] = found.pop(name)
        numbers = {f"{name}_in_file" if each == name else each for each in numbers}
    return found, frozenset(numbers)


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < 1e15
    except ValueError:
        return False
