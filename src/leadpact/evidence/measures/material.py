"""Which material is used, and whether deals that had it moved on more often from the same stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import numpy as np

from leadpact.evidence.association import Fourfold, mantel_haenszel, odds_ratio
from leadpact.evidence.behind import Behind
from leadpact.evidence.measure import (
    AS_OF,
    TITLES,
    Answer,
    Counts,
    Layout,
    Measure,
    Parameter,
    Query,
    Shown,
    Values,
)
from leadpact.evidence.result import Row, called, ranged, share
from leadpact.evidence.stays import deals, uses, visits
from leadpact.evidence.tables import DAY_S, FAR_S, count_of, settled
from leadpact.evidence.uncertainty import FEW, Z95, Range, benjamini_hochberg, difference_p, support

UNUSED_DAYS = 90


def usage(table: Any, p: Values) -> Any:
    """Per piece of material: how often it was sent and read, by how many leads, and when first and last."""
    told = uses(table, p)
    return told.group_by("asset_id").agg(
        sent_by_sales=told.sent_by_sales.sum().cast("int64"),
        sent_by_marketing=told.sent_by_marketing.sum().cast("int64"),
        viewed=told.viewed.sum().cast("int64"),
        leads=told.count(),
        leads_sent=count_of(told.sent_by_sales + told.sent_by_marketing > 0),
        leads_viewed=count_of(told.viewed > 0),
        first_s=told.first_s.min(),
        last_s=told.last_s.max(),
    )


def of_deals(table: Any, p: Values) -> Any:
    """How many deals began in the period, and of those how many were won."""
    told = deals(table, p)
    return told.agg(deals=told.count(), won=count_of(told.is_won == 1))


def with_it(table: Any, p: Values) -> Any:
    """Deals of the period per piece of material that their lead had before they ended."""
    told = deals(table, p)
    had = uses(table, p).select("asset_id", "first_s", use_lead_id="lead_id")
    both = settled(told.join(had, [("lead_id", "use_lead_id")]))
    both = both.filter(both.first_s < both.closed_s)
    return both.group_by("asset_id").agg(deals=both.count(), won=count_of(both.is_won == 1))


def left_stages(table: Any, p: Values) -> Any:
    """Stages left, by what came next."""
    told = visits(table, p)
    return told.group_by(["stage", "onward"]).agg(n=told.count())


def left_with_it(table: Any, p: Values) -> Any:
    """The same for deals whose lead had a piece of material before the stage was left."""
    told = visits(table, p)
    had = uses(table, p).select("asset_id", "first_s", use_lead_id="lead_id")
    both = settled(told.join(had, [("lead_id", "use_lead_id")]))
    both = both.filter(both.first_s < both.left_s)
    return both.group_by(["asset_id", "stage", "onward"]).agg(n=both.count())


def estimate(counts: Counts, values: Values) -> Answer:
    """Use per piece of material, what lies unused, and the comparison within stages."""
    usage_of = {row["asset_id"]: row for row in counts["usage"]}
    available = {int(asset): int(since) for asset, since in (values["available"] or {}).items()}
    assets = sorted({*usage_of, *available})
    if not assets:
        return Answer("Counted", "none", {})
    total = counts["deals"][0]
    had = {row["asset_id"]: row for row in counts["with_it"]}
    names = called(assets, values["titles"])
    strata = _strata(counts, (values["stages"] or "").split(",") if values["stages"] else [])
    rows = [
        {"asset_id": asset, "title": names[asset]}
        | _used(usage_of.get(asset), available.get(asset), values["as_of_s"])
        | _of_deals(had.get(asset), total)
        | _lift(strata.get(asset, {}))
        for asset in assets
    ]
    _find(rows)
    unused, never = sum(row["is_unused"] for row in rows), sum(not row["leads"] for row in rows)
    compared = [row for row in rows if row["odds_ratio"] is not None]
    args: Row = {"assets": len(rows), "unused": unused, "days": UNUSED_DAYS, "never": never, "compared": len(compared)}
    return Answer(
        "Adjusted" if compared else "Counted",
        "compared" if compared else "used",
        args,
        rows=tuple(rows),
        tables={
            "stages": tuple(_stage_rows(strata, names)),
            "unused": ({"unused": unused, "all": len(rows), **share(unused, len(rows))},),
        },
        notes=tuple(_notes(rows, values)),
    )


def _used(row: Row | None, since_s: int | None, as_of_s: int) -> Row:
    """How a piece of material is used; unused where nobody touched it for 90 days in which it was there."""
    names = ("sent_by_sales", "sent_by_marketing", "viewed", "leads", "leads_sent", "leads_viewed")
    first_s, last_s = (row["first_s"], row["last_s"]) if row else (FAR_S, -FAR_S)
    line_s = as_of_s - UNUSED_DAYS * DAY_S
    began_s = min(first_s, FAR_S if since_s is None else since_s)
    return {
        **{name: row[name] if row else 0 for name in names},
        "last_used_on": datetime.fromtimestamp(last_s, UTC).date().isoformat() if row else None,
        "is_unused": last_s < line_s and began_s <= line_s,
    }  # fmt: skip


def _of_deals(row: Row | None, total: Row) -> Row:
    with_it_, won = (row["deals"], row["won"]) if row else (0, 0)
    found = {name: value for name, value in share(with_it_, total["deals"], "deals_share").items() if name != "support"}
    return {"deals_with": with_it_, "deals": total["deals"], "won_with": won, **found}


Strata = Mapping[str, Fourfold]


def _strata(counts: Counts, order: list[str]) -> dict[int, dict[str, Fourfold]]:
    """Per piece of material and stage: moved on and not with it, moved on and not without it."""
    all_of: dict[str, list[int]] = {}
    own: dict[int, dict[str, list[int]]] = {}
    for row in counts["left_stages"]:
        all_of.setdefault(row["stage"], [0, 0])[0 if _moved(row, order) else 1] += row["n"]
    for row in counts["left_with_it"]:
        cell = own.setdefault(row["asset_id"], {}).setdefault(row["stage"], [0, 0])
        cell[0 if _moved(row, order) else 1] += row["n"]
    return {
        asset: {
            stage: (cell[0], cell[1], moved - cell[0], not_moved - cell[1])
            for stage, (moved, not_moved) in sorted(all_of.items())
            for cell in (cells.get(stage, [0, 0]),)
        }
        for asset, cells in own.items()
    }


def _moved(row: Row, order: list[str]) -> bool:
    """Whether a deal left a stage for a later one or was won; back to an earlier one is not on."""
    if row["onward"] in ("won", "lost"):
        return bool(row["onward"] == "won")
    if row["stage"] in order and row["onward"] in order:
        return order.index(row["onward"]) > order.index(row["stage"])
    return True


def _lift(strata: Strata) -> Row:
    """Crude and within stages: odds ratio (Mantel-Haenszel) and difference standardised over stages."""
    empty: Row = {
        "visits_with": 0, "visits_without": 0, "crude_odds_ratio": None, "odds_ratio": None, "odds_ratio_low": None,
        "odds_ratio_high": None, "difference": None, "difference_low": None, "difference_high": None,
        "covered_share": None, "support": "none", "finding": "too_few",
    }  # fmt: skip
    tables = list(strata.values())
    with_it_, without = sum(a + b for a, b, _, _ in tables), sum(c + d for _, _, c, d in tables)
    line = {**empty, "visits_with": with_it_, "visits_without": without, "support": support(min(with_it_, without))}
    if min(with_it_, without) < FEW:
        return line
    a, b, c, d = (sum(column) for column in zip(*tables, strict=True))
    crude, within = odds_ratio((a, b, c, d)), mantel_haenszel(tables)
    line["crude_odds_ratio"] = crude.value if crude else None
    if within is not None:
        line |= {"odds_ratio": within.value, "odds_ratio_low": within.low, "odds_ratio_high": within.high}
        line["finding"] = "tested"
    found = standardised(tables)
    if found is not None:
        line |= {"difference": found[0], **ranged("difference", found[1]), "covered_share": found[2]}
    return line


def standardised(tables: list[Fourfold]) -> tuple[float, Range, float] | None:
    """Difference of the shares moved on, weighted by the size of each stage, its range, and the share covered.

    Only stages with ten on both sides count; None where there is none.
    """
    whole = sum(sum(table) for table in tables)
    fit = [table for table in tables if min(table[0] + table[1], table[2] + table[3]) >= FEW]
    size = sum(sum(table) for table in fit)
    if not size:
        return None
    value = variance = 0.0
    for a, b, c, d in fit:
        weight, p, q = (a + b + c + d) / size, a / (a + b), c / (c + d)
        value += weight * (p - q)
        variance += weight**2 * (p * (1 - p) / (a + b) + q * (1 - q) / (c + d))
    half = Z95 * float(np.sqrt(variance))
    return value, Range(max(-1.0, value - half), min(1.0, value + half)), size / whole


def _find(rows: list[Row]) -> None:
    """Name a difference only after Benjamini-Hochberg over all pieces of material."""
    tested = [row for row in rows if row["finding"] == "tested"]
    chances = []
    for row in tested:
        se = float(np.log(row["odds_ratio_high"] / row["odds_ratio_low"])) / (2 * Z95)
        chances.append(difference_p(float(np.log(row["odds_ratio"])), se, 0.0, 0.0))
    for row, q in zip(tested, benjamini_hochberg(chances), strict=True):
        row["finding"] = "alike" if q > 0.05 else "more_often" if row["odds_ratio"] > 1 else "less_often"


def _stage_rows(strata: Mapping[int, Strata], names: Mapping[int, str]) -> list[Row]:
    return [
        {
            "asset_id": asset, "title": names[asset], "stage": stage,
            "moved_with": a, "with_it": a + b, **_share_of(a, a + b, "with_share"),
            "moved_without": c, "without_it": c + d, **_share_of(c, c + d, "without_share"),
        }
        for asset, cells in sorted(strata.items())
        for stage, (a, b, c, d) in cells.items()
    ]  # fmt: skip


def _share_of(k: int, n: int, name: str) -> Row:
    return {column: value for column, value in share(k, n, name).items() if column != "support"}


def _notes(rows: list[Row], values: Values) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = []
    for finding in ("more_often", "less_often"):
        named = [row["title"] for row in rows if row["finding"] == finding]
        if named:
            notes.append((finding, {"assets": ", ".join(named)}))
    if any(row["finding"] == "alike" for row in rows):
        notes.append(("alike", {}))
    if values["available"] is None:
        notes.append(("no_list", {}))
    return notes


_BEHIND = Behind(
    uses,
    "lead_id",
    {
        "asset_id": lambda value, _key, _values: f"asset_id = {int(value)}",
        "use": lambda value, _key, _values: {
            "any": "1 = 1", "sent": "sent_by_sales + sent_by_marketing > 0", "viewed": "viewed > 0",
        }[value],
    },
    needs=("as_of_s",),
)  # fmt: skip

MEASURE = Measure(
    name="material",
    title="Material",
    question="Which material is sent and read, what lies unused, and do deals that had it move on more often?",
    unit="uses; odds of moving on from a stage",
    least_sample=FEW,
    counted=(
        "Material counts as used when it was sent or read, under its number. Unused: nobody sent or read it in the "
        "last 90 days, though it was there before. Deals are those begun in the period, by the first thing told of "
        "them; a deal had the material when its lead did before the deal ended. A deal moved on when it left a stage, "
        "for the first time, for a later one or was won; it had the material there when its lead did before the stage "
        "was left. Deals still in a stage do not count for it."
    ),
    formula=(
        "Within stages: Mantel-Haenszel odds ratio with the interval of Robins, Breslow and Greenland, beside the "
        "crude one; and the difference of shares weighted by stage, over stages with ten deals on both sides, with the "
        "share covered. A difference is named only after Benjamini-Hochberg at 5% over all material."
    ),
    assumptions=(
        "Within a stage those who got the material are otherwise like those who did not.",
        "A stage of a deal counts once; what a deal did in an earlier stage is taken as settled.",
    ),
    cannot_say=(
        "Whether the material moved the deal: sellers send it where they see a chance. Only a trial can say.",
        "What the pact calls for by kind of material, or what differs by size of deal: facts carry a number only.",
    ),
    published="stratified (Bickel et al. 1975); multiple_testing (Benjamini & Hochberg 1995)",
    reads=(
        ("asset_sent, asset_viewed", "occurred_s, side, asset_id"),
        ("deal_opened, stage_changed, won, lost", "occurred_s, deal_id, stage"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only deals opened at or after it"),
        Parameter("until_s", "instant", "only deals opened before it"),
        Parameter("stages", "text", "the pact's stages in order, with commas"),
        Parameter("available", "mapping", "since when each piece of material is there, epoch seconds by number"),
        TITLES,
    ),
    queries=(
        Query("usage", usage, needs=("as_of_s",)),
        Query("deals", of_deals),
        Query("with_it", with_it),
        Query("left_stages", left_stages),
        Query("left_with_it", left_with_it),
    ),
    estimate=estimate,
    chart="ratios",
    sentences={
        "none": "No material was sent or read yet.",
        "used": (
            "Pieces of material known: {assets:,}, of these unused in the last {days} days: {unused:,}. Too few deals "
            "with and without any of them to compare."
        ),
        "compared": (
            "Pieces of material known: {assets:,}, of these unused in the last {days} days: {unused:,}, and "
            "compared within the stages of deals: {compared:,}."
        ),
        "more_often": "Within the same stage, deals that had it moved on more often: {assets}.",
        "less_often": "Within the same stage, deals that had it moved on less often: {assets}.",
        "alike": "For other material there is no visible difference within the same stage.",
        "no_list": "No list of material is kept here, so what was never used at all cannot be counted.",
    },
    layouts=(
        Layout(
            "", "By piece of material",
            (
                Shown("title", "Material", "text"), Shown("sent_by_sales", "Sent by sales"),
                Shown("sent_by_marketing", "Sent by marketing"), Shown("viewed", "Read"),
                Shown("leads_sent", "Leads it was sent to", opens={"use": "sent"}),
                Shown("leads_viewed", "Leads who read it", opens={"use": "viewed"}),
                Shown("deals_with", "Deals that had it"), Shown("deals_share", "Of deals", "share"),
                Shown("last_used_on", "Last used", "text"),
                Shown("crude_odds_ratio", "Odds ratio, crude", "number", digits=2),
                Shown("odds_ratio", "Odds ratio within stages", "number", digits=2),
                Shown("finding", "Finding", "code"),
            ),
            key=("asset_id",),
        ),
        Layout(
            "stages", "Moved on from a stage",
            (
                Shown("title", "Material", "text"), Shown("stage", "Stage", "code"),
                Shown("with_it", "Had it"), Shown("with_share", "Moved on with it", "share"),
                Shown("without_it", "Did not"), Shown("without_share", "Moved on without it", "share"),
            ),
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
