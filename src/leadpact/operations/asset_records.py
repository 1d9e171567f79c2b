"""Marketing material as other systems and files tell of it, each piece under a number that its uses are counted by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.db.models import Max

from leadpact.connectors.shapes import AssetShape
from leadpact.ledger.models import Asset
from leadpact.ledger.reader import chunks
from leadpact.operations.capture import Status, origin_problems
from leadpact.rules.capture import FieldProblem

FIRST = 1 << 40
"""The numbers of material begin here: facts of a file may bring small numbers of their own."""
MOST = {"title": 300, "kind": 60, "url": 500}
"""Longest text of each, in signs."""
Mark = tuple[str, str]
"""A record's system and its id there."""


class TakenAsset(NamedTuple):
    """What became of one record."""

    status: Status
    problems: tuple[FieldProblem, ...] = ()


def take_assets(shapes: Sequence[AssetShape], now_s: int) -> list[TakenAsset]:
    """Write material inside an open transaction, in the order given. Wrong ones are rejected, the others taken.

    Material that a use told of before, by its title or id, is the same one and gets its title and day.
    """
    known = _known({_mark(shape) for shape in shapes})
    outcomes = []
    fresh: list[AssetShape] = []
    changed: list[Asset] = []
    for shape in shapes:
        problems = [*origin_problems(shape, now_s), *_problems(shape)]
        asset = known.get(_mark(shape))
        if problems:
            outcomes.append(TakenAsset("rejected", tuple(problems)))
        elif asset is None:
            fresh.append(shape)
            known[_mark(shape)] = Asset()  # The same row again in one batch says nothing more.
            outcomes.append(TakenAsset("created"))
        elif asset.pk is not None and _tell(asset, shape):
            changed.append(asset)
            outcomes.append(TakenAsset("changed"))
        else:
            outcomes.append(TakenAsset("unchanged"))
    _make(fresh)
    Asset.objects.bulk_update(changed, ["title", "kind", "url", "since_s"], batch_size=500)
    return outcomes


def numbers_of(marks: Collection[Mark], since_s: int | None = None) -> dict[Mark, int]:
    """The number of each piece that a use names by id or title; what nobody heard of gets one. In an open recording."""
    known = _known(marks)
    titled: dict[str, list[Asset]] = {}
    missing = [mark for mark in marks if mark not in known]
    for part in chunks({title for _, title in missing}):
        for asset in Asset.objects.filter(title__in=part):
            titled.setdefault(asset.title, []).append(asset)
    fresh = []
    for system, text in missing:
        same = [asset for asset in titled.get(text, ()) if asset.source_system == system]
        if len(same) == 1:
            known[system, text] = same[0]
        else:
            fresh.append(AssetShape(text, system, text, None, None, since_s))
    return {mark: asset.pk for mark, asset in {**known, **_make(fresh)}.items()}


def _make(shapes: Sequence[AssetShape]) -> dict[Mark, Asset]:
    if not shapes:
        return {}
    number = max(Asset.objects.aggregate(last=Max("pk"))["last"] or 0, FIRST)
    made = {}
    for at, shape in enumerate(shapes, 1):
        asset = Asset(pk=number + at, source_system=_mark(shape)[0], external_id=_mark(shape)[1])
        _tell(asset, shape)
        made[_mark(shape)] = asset
    Asset.objects.bulk_create(made.values(), batch_size=500)
    return made


def _tell(asset: Asset, shape: AssetShape) -> bool:
    """Fill in what a record says; whether that is anything new."""
    was = asset.title, asset.kind, asset.url, asset.since_s
    asset.title = " ".join(shape.title.split())
    asset.kind, asset.url = (shape.kind or asset.kind).strip(), (shape.url or asset.url).strip()
    asset.since_s = asset.since_s if shape.occurred_s is None else shape.occurred_s
    return was != (asset.title, asset.kind, asset.url, asset.since_s)


def _known(marks: Collection[Mark]) -> dict[Mark, Asset]:
    found = {}
    for part in chunks({external_id for _, external_id in marks}):
        for asset in Asset.objects.filter(external_id__in=part):
            if (asset.source_system, asset.external_id) in marks:
                found[asset.source_system, asset.external_id] = asset
    return found


def _mark(shape: AssetShape) -> Mark:
    return shape.source_system.strip(), shape.external_id.strip()


def _problems(shape: AssetShape) -> list[FieldProblem]:
    problems = []
    if not shape.external_id.strip():
        problems.append(FieldProblem("external_id", "", "the id of the material in that system"))
    if not shape.title.strip():
        problems.append(FieldProblem("title", "", "what the material is called"))
    for name, most in MOST.items():
        text = getattr(shape, name) or ""
        if len(text) > most or not text.isprintable():
            problems.append(FieldProblem(name, text[:60], f"at most {most} visible signs in one line"))
    return problems
