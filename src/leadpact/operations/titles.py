"""What pieces of material are called, for measures that count them under a number."""

from __future__ import annotations

import json

from leadpact.ledger.models import Asset, FactRow

KINDS = ("asset_sent", "asset_viewed")
LOOKED = 5_000
"""So many of the newest uses of each kind are looked at, so that a large ledger costs no more than a small one."""


def titles(as_of_s: int) -> dict[str, str]:
    """The title of each piece of material by its number as text: the one that its newest use as of then tells.

    A use tells it in its payload, as ``asset``. Material that no recent use names is left out.
    """
    found: dict[str, tuple[int, int, str]] = {}
    for kind in KINDS:
        uses = FactRow.objects.filter(kind=kind, occurred_s__lte=as_of_s).order_by("-occurred_s", "-seq")
        told = uses.values_list("asset_id", "occurred_s", "seq", "recorded_s", "payload")[:LOOKED]
        for asset_id, occurred_s, seq, recorded_s, payload in told:
            title = _title(payload) if asset_id and recorded_s <= as_of_s else ""
            if title:
                found[str(asset_id)] = max(found.get(str(asset_id), (occurred_s, seq, title)), (occurred_s, seq, title))
    kept = {str(pk): title for pk, title in Asset.objects.values_list("pk", "title")}
    return kept | {asset: found[asset][-1] for asset in sorted(found) if asset not in kept}


def available(as_of_s: int) -> dict[str, int] | None:
    """Since when each piece of material is there, by its number as text; None where nobody brought any in."""
    rows = Asset.objects.filter(since_s__lte=as_of_s).values_list("pk", "since_s")
    return {str(pk): since_s for pk, since_s in rows if since_s is not None} or None


def _title(payload: str | None) -> str:
    return str(json.loads(payload).get("asset") or "").strip() if payload else ""
