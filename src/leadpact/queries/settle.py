"""Settle the argument: two exports in, one sheet of findings out. Nothing is written and nothing is kept."""

from __future__ import annotations

import filecmp
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path

from leadpact.connectors.settle_columns import Columns
from leadpact.connectors.settle_dates import Order
from leadpact.connectors.settle_reading import Export, headings_of, read_export
from leadpact.evidence.settle import Finding, Good, counted, day, not_good, uncalled, with_cost
from leadpact.evidence.settle_facts import facts_of
from leadpact.evidence.settle_waits import spent, waiting, waits, wins
from leadpact.queries.settle_draft import Card, Draft, card_of, draft_of, good_by
from leadpact.queries.settle_told import Joined, Picture, joined, picture

Progress = Callable[[str, int, int], None]


class WrongFiles(ValueError):
    """The two files cannot settle anything; the message says what is wrong and what to give."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What only people can say, where the files do not.

    ``marketing_columns`` and ``sales_columns``: a meaning and the heading of its column. ``good_values``: words of the
    stage that mean good; ``good_from``: points from which on a lead is good. ``spend``: what was spent per source.
    ``as_of_s``: the instant up to which the files tell. ``answers``: what a file is asked about as a table, by setting
    (encoding, sheet, heading, member, delimiter).
    """

    marketing_columns: Mapping[str, str] = field(default_factory=dict)
    sales_columns: Mapping[str, str] = field(default_factory=dict)
    good_values: tuple[str, ...] = ()
    good_from: float | None = None
    spend: Mapping[str, float] = field(default_factory=dict)
    order: Order | None = None
    zone: tzinfo = UTC
    answers: Mapping[str, str] = field(default_factory=dict)
    as_of_s: int | None = None
    is_as_given: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that goes on the page: findings in order, how the files were joined, what they cannot tell, and the draft.

    ``asks`` are questions whose answer would say more, as (option, question).
    """

    marketing: Export
    sales: Export
    picture: Picture
    findings: tuple[Finding, ...]
    draft: Draft
    good: Good
    joined: tuple[str, ...]
    read: tuple[str, ...]
    asks: tuple[tuple[str, str], ...]
    was_swapped: bool

    @property
    def until(self) -> str:
        """The day up to which the files tell."""
        return day(self.picture.told.as_of_s)


def _quiet(_what: str, _done: int, _of: int) -> None:
    return None


def settle(
    marketing: Path, sales: Path, *, now_s: int, asked: Asked | None = None, names: tuple[str, str] | None = None,
    progress: Progress = _quiet,
) -> Sheet:  # fmt: skip
    """Read both files, join them, and find what they say. ``names`` are shown instead of the files' own.

    Raises ``WrongFiles``, ``NothingInCommon``, ``TableRefused``, ``NoSuchColumn`` and ``TwoDates``.
    """
    told_by = asked or Asked()
    shown = names or (marketing.name, sales.name)
    if filecmp.cmp(marketing, sales, shallow=False):
        raise WrongFiles(
            f"{shown[0]} and {shown[1]} are the same file. Give marketing's export of leads and sales' of deals."
        )
    progress("Reading", 0, 3)
    one, other, was_swapped = _read(marketing, sales, shown, told_by)
    for export in (one, other):
        if not len(export):
            gone = f"all {export.deleted:,} are marked as deleted" if export.deleted else "none can be read"
            raise WrongFiles(f"{export.name} has no row below its headings that counts: {gone}. Export it again.")
    progress("Joining", 1, 3)
    how = joined(one, other)
    seen = picture(
        one,
        other,
        how,
        now_s=now_s,
        as_of_s=told_by.as_of_s,
        good_values=told_by.good_values,
        good_from=told_by.good_from,
    )
    progress("Learning what was won", 2, 3)
    card, why = card_of(seen.told)
    good = _good(seen, card, why)
    findings = _findings(seen, good, told_by)
    draft = draft_of(seen.told, card, why, (one.name, other.name))
    asks = _asks(seen, findings)
    progress("Done", 3, 3)
    return Sheet(
        one,
        other,
        seen,
        findings,
        draft,
        good,
        _join_words(how, one, other),
        _read_words(one, other),
        asks,
        was_swapped,
    )


def _read(marketing: Path, sales: Path, shown: tuple[str, str], asked: Asked) -> tuple[Export, Export, bool]:
    """Both files, marketing's first: what plainly is sales' is taken for it, whichever was named first."""
    first = headings_of(marketing, answers=asked.answers)
    second = headings_of(sales, answers=asked.answers)
    is_swapped = not asked.is_as_given and _is_sales(first) and not _is_sales(second)
    files = [(marketing, shown[0]), (sales, shown[1])]
    if is_swapped:
        files.reverse()
    given = (asked.marketing_columns, asked.sales_columns)
    read = [
        read_export(
            path,
            name=name,
            zone=asked.zone,
            order=asked.order,
            given=columns,
            has_others=at == 0,
            answers=asked.answers,
        )
        for at, ((path, name), columns) in enumerate(zip(files, given, strict=True))
    ]
    return read[0], read[1], is_swapped


def _is_sales(columns: Columns) -> bool:
    return columns.kind != "leads"


def _good(seen: Picture, card: Card | None, why: str) -> Good:
    """Marketing's own word, else the learned card's where it ranks better than guessing, else nobody's."""
    said = seen.statement
    if said.is_made:
        return Good(True, said.good, said.words)
    if card is not None and card.is_better:
        return good_by(card, seen.told)
    learned = (
        "points learned from the files rank leads no better than guessing"
        if card is not None
        else f"and {why[:1].lower()}{why[1:]}"
    )
    return Good(False, said.good, f"{said.words}; {learned}".rstrip("."))


def _findings(seen: Picture, good: Good, asked: Asked) -> tuple[Finding, ...]:
    told, reach = seen.told, seen.reach
    spend = spent(told, asked.spend)
    own = waiting(told, good)
    with facts_of(told, own, has_attributes=False) as source:
        waited = waits(source, told, reach, good, own, has_times=seen.has_times)
        won, cost = wins(source, told, reach, seen.unjoined_wins, spend)
    first = [with_cost(each(told, reach, good), told, spend) for each in (uncalled, not_good)]
    return (*first, waited, won, cost)


def _join_words(how: Joined, marketing: Export, sales: Export) -> tuple[str, ...]:
    """How the files were joined: by which key, what was not joined, what was doubtful."""
    named = {"id": f"id ({how.ids[0]} and {how.ids[1]})" if how.ids else "id", "email": "e-mail"}
    parts = ", ".join(f"{count:,} by {named.get(by, by)}" for by, count in how.by.items())
    rows, leads = counted(how.rows, "row"), counted(how.leads_joined, "lead")
    found = [f"{how.joined:,} of {rows} of {sales.name} joined {leads}: {parts}."]
    rest = how.rows - how.joined
    found.append(
        f"{counted(rest, 'row')} of {sales.name} joined no lead of {marketing.name}."
        if rest
        else "No row was left over."
    )
    if how.doubtful:
        found.append(f"{counted(how.doubtful, 'join')} doubtful: by a name alone, or a key that several leads share.")
    if how.repeated:
        found.append(
            f"{counted(how.repeated, 'row')} of {marketing.name} repeat a lead (same id or e-mail) and count once."
        )
    return tuple(found)


def _read_words(marketing: Export, sales: Export) -> tuple[str, ...]:
    """What was read of each file, and what was not."""
    found = []
    for export in (marketing, sales):
        found.append(f"{export.name}: {counted(len(export), 'row')} of {export.columns.kind}.")
        if export.refused:
            first = export.rejects[0]
            found.append(
                f"{export.name}: {counted(export.refused, 'row')} cannot be read, the first in line {first.line}: "
                f"{first.reason}."
            )
        if export.deleted:
            found.append(f"{export.name}: {counted(export.deleted, 'row')} marked as deleted left out.")
        found.extend(f"{export.name}: {note}" for note in export.notes)
    return tuple(found)


def _asks(seen: Picture, findings: tuple[Finding, ...]) -> tuple[tuple[str, str], ...]:
    """What people could still say."""
    said = seen.statement
    asks = []
    if said.line_wanted:
        asks.append(("good_from", f"From how many points ({said.heading}) on does marketing call a lead good?"))
    unknown = [f"{word} ({count:,})" for word, count, is_good in said.values if is_good is None]
    if unknown and said.heading:
        asks.append(("good", f"Which words of {said.heading} mean good? Not understood: {', '.join(unknown[:6])}."))
    cost = next(each for each in findings if each.key == "cost")
    if cost.grade is None and seen.reach.has_wins and not any(seen.told.costs):
        asks.append(("cost", "What did marketing spend on each source?"))
    return tuple(asks)
