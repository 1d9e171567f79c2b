"""Rows of a preview that are new by every key, and yet look like a lead that is there, or like each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from leadpact.connectors.shapes import LeadShape
from leadpact.evidence.duplicates import Pair
from leadpact.evidence.duplicates_words import why
from leadpact.ledger.models import Lead
from leadpact.ledger.notices import called
from leadpact.operations.duplicates_near import Near, near

LEVEL = 0.3
"""Rows that are less surely a lead's are not named, as pairs of leads are not suggested."""


class Row(NamedTuple):
    """A new row of the file: its line, and what it says of a lead."""

    line: int
    shape: LeadShape


class Likely(NamedTuple):
    """A new row that looks like a lead (its number and what it is called), or like an earlier line of the file."""

    line: int
    who: str
    lead_id: int | None
    other_line: int | None
    called: str
    percent: int
    why: str


@dataclass(slots=True)
class Looked:
    """Of ``compared`` new rows so many look like ``leads`` that are there or like each other; the surest ``rows``."""

    compared: int = 0
    count: int = 0
    rows: list[Likely] = field(default_factory=list)


def likely(rows: Sequence[Row], most: int) -> Looked:
    """Look each row up among the leads that are there and among the other rows; each is named once, by its surest."""
    found = near([dict(row.shape.values) for row in rows], at_least=LEVEL)
    best: dict[int, Near] = {}
    for each in found:
        # Of two rows of the file the later one is named; a lead that is there goes before another row.
        at = each.at if each.other_at is None else each.other_at
        if at not in best or (best[at].lead_id is None and each.lead_id is not None):
            best[at] = each
    listed = sorted(best.items(), key=lambda item: (item[1].lead_id is None, -item[1].level, item[0]))[:most]
    leads = Lead.objects.in_bulk([each.lead_id for _, each in listed if each.lead_id is not None])
    return Looked(len(rows), len(best), [_likely(rows, at, each, leads) for at, each in listed])


def _likely(rows: Sequence[Row], at: int, each: Near, leads: dict[int, Lead]) -> Likely:
    says = why(Pair(0, 0, each.level, each.why))
    percent = min(99, int(100 * each.level))
    if each.lead_id is None:
        other = rows[each.at]
        return Likely(rows[at].line, who(rows[at].shape), None, other.line, who(other.shape), percent, says)
    lead = leads[each.lead_id]
    return Likely(rows[at].line, who(rows[at].shape), lead.pk, None, called(lead), percent, says)


def who(shape: LeadShape) -> str:
    """Who a row is about, in a few words."""
    names = [shape.values.get(name) for name in ("name", "email", "company")]
    return ", ".join(name for name in names if name) or shape.external_id
