"""Leads that sleep until something is known, and their waking when it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leadpact.ledger import reader
from leadpact.ledger.models import Lead
from leadpact.rules.facts import Fact


def asleep(lead_ids: Iterable[int]) -> dict[int, str]:
    """The sleeping ones of these leads, with the field that each waits for."""
    found: dict[int, str] = {}
    for part in reader.chunks(lead_ids):
        rows = Lead.objects.filter(pk__in=part, state="recycled", wake_field__isnull=False)
        found.update((lead_id, name or "") for lead_id, name in rows.values_list("pk", "wake_field"))
    return found


def wakes(waited: str | None, facts: Sequence[Fact]) -> bool:
    """Whether these facts tell the field that a sleeping lead waits for."""
    return waited is not None and any(f.field == waited and f.value_code != "unknown" for f in facts)


def woken(lead_id: int, at_s: int, recorded_s: int = 0) -> Fact:
    """The fact that a lead comes forward because what it waited for became known."""
    return Fact(0, "", "woken", at_s, recorded_s, lead_id=lead_id, reason="known")
