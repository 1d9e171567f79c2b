"""The same file again: what it brought is there already, and only what was touched since has to be looked at.

A row of leads is the same as the last time when the same file, read in the same way under the same pact, was brought
in whole, and nobody wrote a fact of its lead since. Such rows cost a look into a
set. All others, and rows that were refused the last time, are taken as ever.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from leadpact.connectors.shapes import LeadShape
from leadpact.connectors.tables_reading import ReadAs
from leadpact.ledger.models import FactRow, ImportBatch, ImportRun, LeadKey
from leadpact.ledger.reader import chunks, family
from leadpact.ledger.rulebook import Rulebook

MOST_TOUCHED = 200_000
"""Leads that were touched since: with more of them every row is looked at."""
VERSION = 1
"""Rises when the same row means something else than before, so that files are looked at whole once more."""
MOST_GAPS, FAR = 500, 1 << 62
REFUSED_MOST = 10_000


def marks_of(path: Path, shape: str, mapping: str | None, read_as: ReadAs, now_s: int, *, live: bool) -> str:
    """What has to be the same for a file to mean the same again, as one digest."""
    if shape != "leads":
        return ""
    pacts = [held.id for held in Rulebook(now_s).pacts]
    said = json.dumps([VERSION, shape, mapping, read_as, pacts, live])
    found = hashlib.sha256(said.encode())
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Again:
    """An earlier import of the same file: the ids whose leads were touched since, and what it refused."""

    touched: frozenset[str]
    refused_s: frozenset[int]

    def is_same(self, row: tuple[int, Any]) -> bool:
        """Whether a row (line, shape) brings nothing that is not there already."""
        line, shape = row
        if type(shape) is not LeadShape or line in self.refused_s or not shape.external_id:
            return False
        return shape.external_id.strip() not in self.touched


def earlier(run: ImportRun) -> Again | None:
    """What an earlier run that brought the same file in whole allows to pass over; None when there is none."""
    if not run.digest:
        return None
    same = ImportRun.objects.filter(digest=run.digest, state="done", shape="leads").exclude(pk=run.pk)
    before = same.order_by("-pk").first()
    refused = None if before is None else _refused(before)
    touched = None if before is None or refused is None else _touched(before.pk)
    return None if touched is None or refused is None else Again(_ids_of(touched), refused)


def _touched(run_id: int) -> set[int] | None:
    """The leads of which others wrote facts while this run went on and after it; None when they are too many."""
    ranges = list(ImportBatch.objects.filter(run_id=run_id).order_by("pk").values_list("first_seq", "last_seq"))
    if not ranges:
        return None
    gaps = [(last + 1, first - 1) for (_, last), (first, _) in pairwise(ranges) if first > last + 1]
    if len(gaps) > MOST_GAPS:
        return None
    touched: set[int] = set()
    for low, high in [*gaps, (ranges[-1][1] + 1, FAR)]:
        facts = FactRow.objects.filter(seq__gte=low, seq__lte=high, lead_id__isnull=False)
        ids = facts.values_list("lead_id", flat=True).distinct()[: MOST_TOUCHED + 1]
        touched.update(lead_id for lead_id in ids if lead_id is not None)
    return touched if len(touched) <= MOST_TOUCHED else None


def _ids_of(lead_ids: set[int]) -> frozenset[str]:
    found: set[str] = set()
    for part in chunks(family(lead_ids)):
        found.update(LeadKey.objects.filter(lead_id__in=part, kind="external").values_list("value", flat=True))
    return frozenset(found)


def _refused(run: ImportRun) -> frozenset[int] | None:
    """The lines that a run refused; None when they were too many to keep."""
    lines = run.preview.get("refused_lines", [])
    return frozenset(lines) if len(lines) == run.counts.get("rejected", 0) else None
