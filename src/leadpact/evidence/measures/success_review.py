"""What deals won share against deals lost, and the way that the won ones came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.association import difference_of_shares_p, least_expected
from leadpact.evidence.behind import Behind, Key, anything, same, text
from leadpact.evidence.leads import is_two_way
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.outcomes import closed, order_median
from leadpact.evidence.profile import FIELDS, UNKNOWN, last_named, levels, valued
from leadpact.evidence.result import Row, share
from leadpact.evidence.tables import DAY_S, count_of, known, one, settled, shared_of_period, whole
from leadpact.evidence.uncertainty import FEW, benjamini_hochberg, newcombe
from leadpact.rules.facts import ATTEMPTS, TOUCHES

SIGNS = ("page_view", "form_filled", "email_clicked", "event_visit", "referred", "asset_viewed", "asset_sent")
OUTCOMES = {"won": 1, "lost": 0}
TRAITS = ("source", "found_by", *FIELDS, *SIGNS)
STEPS = ("captured", *SIGNS, "qualified", "handed_over", "accepted", "first_talk", "deal_opened")
_MOST_DAYS, _LEAST_EXPECTED = 730, 5
_PLAIN = ("captured", "qualified", "handed_over", "accepted", "deal_opened")


@shared_of_period("lead_id", "end_s")
def reviewed(table: Any, p: Values) -> Any:
    """One row per closed deal: end_s, source, found_by, the level of each field, and if each sign was there (yes, no).

    Only what happened and was recorded before the deal was opened counts, so that values typed after a win do not.
    """
    deals = closed(table, p)
    opened = deals.select("opened_s", deal_lead_id="lead_id")
    told = valued(table, p, deals)
    told = settled(told.join(opened, [("lead_id", "deal_lead_id")]))
    told = told.filter((told.occurred_s < told.opened_s) & (told.recorded_s < told.opened_s))
    fields = told.group_by(field_lead_id="lead_id").agg(**last_named(told))
    seen = known(table, p["as_of_s"], SIGNS, ("recorded_s",), deals)
    seen = seen.select("lead_id", "kind", "occurred_s", "recorded_s")
    seen = settled(seen.join(opened, [("lead_id", "deal_lead_id")]))
    seen = seen.filter((seen.occurred_s < seen.opened_s) & (seen.recorded_s < seen.opened_s))
    signs = seen.group_by(sign_lead_id="lead_id").agg(**{sign: one(seen.kind == sign).max() for sign in SIGNS})
    row = settled(deals.left_join(fields, [("lead_id", "field_lead_id")]))
    row = row.select("lead_id", "is_won", "end_s", "source", "found_by", **levels(row))
    row = settled(settled(row).left_join(signs, [("lead_id", "sign_lead_id")]))
    there = {sign: (row[sign].fill_null(0) == 1).ifelse("yes", "no") for sign in SIGNS}
    return row.select("lead_id", "is_won", "end_s", "source", "found_by", *FIELDS, **there)


def by_trait(table: Any, p: Values) -> Any:
    """Closed deals by trait, level and outcome; of signs only where they were there."""
    told = reviewed(table, p)
    sides = ["source", "is_won"]
    parts = [
        told.group_by([*sides, trait]).agg(deals=told.count()).select(
            *sides, "deals", trait=ibis.literal(trait), level=ibis._[trait]
        )
        for trait in ("found_by", *FIELDS)
    ]  # fmt: skip
    origin = told.group_by(sides).agg(deals=told.count(), **{sign: count_of(told[sign] == "yes") for sign in SIGNS})
    parts.append(origin.select(*sides, "deals", trait=ibis.literal("source"), level=origin.source))
    for sign in SIGNS:
        there = origin.select(*sides, deals=origin[sign], trait=ibis.literal(sign), level=ibis.literal("yes"))
        parts.append(there)
    return ibis.union(*(settled(part) for part in parts))


def ways(table: Any, p: Values) -> Any:
    """Closed deals by step of their way, and whole days from the first time of it to the end."""
    first = _steps(table, p)
    return first.group_by(["source", "is_won", "step", "days"]).agg(deals=first.count())


@shared_of_period("lead_id", "end_s")
def _steps(table: Any, p: Values) -> Any:
    """One row per closed deal and step of its way: lead_id, source, is_won, step, days (from it to end_s)."""
    deals = closed(table, p)
    told = known(table, p["as_of_s"], {*_PLAIN, *SIGNS, *ATTEMPTS} & {*TOUCHES, *_PLAIN}, of=deals)
    step = is_two_way(told).ifelse("first_talk", told.kind)
    told = told.select("lead_id", "occurred_s", step=step)
    told = told.filter(told.step.isin(list(STEPS)))
    both = settled(told.join(deals, [("lead_id", "lead_id")]))
    both = both.filter(both.occurred_s <= both.end_s)
    first = both.group_by(["source", "is_won", "lead_id", "step"]).agg(
        first_s=both.occurred_s.min(), end_s=both.end_s.max()
    )
    days = whole(first.end_s - first.first_s, DAY_S)
    return first.select(
        "lead_id", "source", "is_won", "step", "end_s", days=(days > _MOST_DAYS).ifelse(_MOST_DAYS, days)
    )


def estimate(counts: Counts, values: Values) -> Answer:
    """Each trait's share among deals won and lost with the difference, and the steps of the way."""
    told = [row for row in counts["traits"] if values["source"] in (None, row["source"])]
    size = {
        outcome: sum(row["deals"] for row in told if row["trait"] == "found_by" and row["is_won"] == code)
        for outcome, code in OUTCOMES.items()
    }
    if not sum(size.values()):
        return Answer("Counted", "none", {})
    rows = _rows(told, size)
    more, less = ([row for row in rows if row["finding"] == finding] for finding in ("more_won", "less_won"))
    way = _way([row for row in counts["ways"] if values["source"] in (None, row["source"])], size)
    notes: list[tuple[str, Row]] = []
    if less:
        notes.append(("less_won", {"traits": _named(less)}))
    bare = [field for field in FIELDS if _unknown(rows, field) == sum(size.values())]
    if bare:
        notes.append(("bare", {"fields": ", ".join(bare)}))
    args: Row = {**size, "traits": _named(more)}
    key = "few" if min(size.values()) < FEW else "more" if more else "alike"
    return Answer("Counted", key, args, rows=tuple(rows), tables={"way": tuple(way)}, notes=tuple(notes))


def _unknown(rows: list[Row], field: str) -> int:
    return sum(row["won_with"] + row["lost_with"] for row in rows if row["trait"] == field and row["level"] == UNKNOWN)


def _named(rows: list[Row]) -> str:
    return "; ".join(f"{row['trait']} {row['level']}" for row in rows)


def _rows(told: list[Row], size: Mapping[str, int]) -> list[Row]:
    """One row per trait and level; a difference is named only after Benjamini-Hochberg over all of them."""
    cells: dict[tuple[str, str], dict[int, int]] = defaultdict(lambda: {0: 0, 1: 0})
    for row in told:
        cells[row["trait"], row["level"]][row["is_won"]] += row["deals"]
    rows = [
        _row(trait, level, counted, size) for (trait, level), counted in sorted(cells.items()) if any(counted.values())
    ]
    tested = [row for row in rows if row["finding"] == "tested"]
    chances = [difference_of_shares_p(*_fourfold(row)) for row in tested]
    for row, q in zip(tested, benjamini_hochberg(chances), strict=True):
        row["finding"] = "alike" if q > 0.05 else "more_won" if row["difference"] > 0 else "less_won"
    return rows


def _row(trait: str, level: str, counted: Mapping[int, int], size: Mapping[str, int]) -> Row:
    row: Row = {
        "trait": trait, "level": level, "won_with": counted[1], "won": size["won"], "lost_with": counted[0],
        "lost": size["lost"],
    }  # fmt: skip
    for outcome in OUTCOMES:
        found = share(row[f"{outcome}_with"], size[outcome], f"{outcome}_share")
        row |= {name: value for name, value in found.items() if name != "support"}
    if min(size.values()) < FEW:
        return {**row, "difference": None, "difference_low": None, "difference_high": None, "finding": "too_few"}
    low, high = newcombe(*_fourfold(row))
    is_tested = least_expected(*_fourfold(row)) >= _LEAST_EXPECTED
    return {
        **row, "difference": row["won_share"] - row["lost_share"], "difference_low": low, "difference_high": high,
        "finding": "tested" if is_tested else "too_few",
    }  # fmt: skip


def _fourfold(row: Row) -> tuple[int, int, int, int]:
    return row["won_with"], row["won"], row["lost_with"], row["lost"]


def _way(told: list[Row], size: Mapping[str, int]) -> list[Row]:
    """Of deals won and lost, how many took each step, and how many days before the end for the first time."""
    found = []
    for step in STEPS:
        line: Row = {"step": step}
        for outcome, code in OUTCOMES.items():
            days: dict[int, int] = defaultdict(int)
            for row in told:
                if row["step"] == step and row["is_won"] == code:
                    days[row["days"]] += row["deals"]
            k = sum(days.values())
            line |= {outcome: k, f"{outcome}_of": size[outcome]}
            shown = share(k, size[outcome], f"{outcome}_share")
            line |= {name: value for name, value in shown.items() if name != "support"}
            middle = order_median(days)["median"] if k >= FEW else None
            line[f"{outcome}_days_before_end"] = middle
        if line["won"] or line["lost"]:
            found.append(line)
    return found


def _has(value: str, key: Key, _values: Mapping[str, int]) -> str:
    """A trait's column holds the level that the key names beside it."""
    if value not in TRAITS:
        raise ValueError(value)
    return f"{value} = {text(key['level'])}"


_BEHIND = Behind(
    reviewed,
    "lead_id",
    {
        "source": same("source"),
        "trait": _has,
        "level": anything,
        "outcome": lambda value, _key, _values: f"is_won = {OUTCOMES[value]}",
    },
)

MEASURE = Measure(
    name="success_review",
    title="Success review",
    question="What do the deals won share against the deals lost, and which way did the won ones come?",
    unit="share of deals with a trait",
    least_sample=FEW,
    counted=(
        "Leads whose deal ended in the period, won (at the first win) or lost (the last deal, with none still "
        "open). Traits are the source, who found the lead, the last value of each field, and signs of interest, all as "
        "they had happened and been recorded before the deal was opened. A field that nobody filled is unknown, a "
        "level of its own."
    ),
    formula=(
        "Share with the trait among deals won minus that among deals lost, Newcombe's interval. A difference is named "
        "only after Benjamini-Hochberg at 5% over all traits, and where at least 5 are expected in each cell."
    ),
    assumptions=("A trait was recorded for deals won and lost alike.",),
    cannot_say=(
        "That a trait won the deal. Traits go together, and those who ask more know more.",
        "Anything of deals still open.",
    ),
    published="proportions (Newcombe 1998); multiple_testing (Benjamini & Hochberg 1995)",
    reads=(
        ("deal_opened, stage_changed, won, lost", "seq, occurred_s, deal_id"),
        ("captured", "occurred_s, side, source"),
        ("described", "occurred_s, field, value_code, value_number"),
        ("page_view, form_filled, email_clicked, event_visit, asset_sent, asset_viewed, referred", "occurred_s"),
        ("call, email, meeting, social", "occurred_s, side, value_code (reached, reply, replied, held)"),
        ("qualified, handed_over, accepted", "occurred_s"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only deals that ended at or after it"),
        Parameter("until_s", "instant", "only deals that ended before it"),
        SOURCE,
    ),
    queries=(Query("traits", by_trait), Query("ways", ways)),
    estimate=estimate,
    chart="differences",
    sentences={
        "none": "No deals ended in this period, so there is nothing to review.",
        "few": "Deals won: {won:,}, lost: {lost:,}. Too few to compare them.",
        "more": (
            "Among {won:,} deals won these are more frequent than among {lost:,} lost: {traits}. Other differences are "
            "what chance gives, or too few to say."
        ),
        "alike": (
            "Among {won:,} deals won nothing is more frequent than among {lost:,} lost, beyond what chance gives."
        ),
        "less_won": "More frequent among deals lost: {traits}.",
        "bare": "Nobody had filled these fields before a deal was opened: {fields}.",
    },
    layouts=(
        Layout(
            "", "Traits of deals won and lost",
            (
                Shown("trait", "Trait", "code"), Shown("level", "Value", "code"),
                Shown("won_with", "Won with it", opens={"outcome": "won"}), Shown("won_share", "Of won", "share"),
                Shown("lost_with", "Lost with it", opens={"outcome": "lost"}), Shown("lost_share", "Of lost", "share"),
                Shown("finding", "Finding", "code"),
            ),
            key=("trait", "level"),
        ),
        Layout(
            "way", "The way of deals",
            (
                Shown("step", "Step", "code"), Shown("won", "Won took it"), Shown("won_share", "Of won", "share"),
                Shown("won_days_before_end", "Days before the win", "number"), Shown("lost", "Lost took it"),
                Shown("lost_share", "Of lost", "share"),
            ),
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
