"""Which fields sales had to fill or correct after a lead was handed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import ibis

from leadpact.evidence.behind import PERIOD, Behind, Key, same
from leadpact.evidence.handed import HANDED_SINCE, HANDED_UNTIL, handed
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, in_order, iso, share
from leadpact.evidence.tables import DAY_S, count_of, fact_key, known, one, settled, shared_of_period
from leadpact.evidence.uncertainty import FEW, Range, wilson
from leadpact.rules.terms import DERIVED_FREE_MAIL

ANY = "any_field"
"""Stands for all fields of a lead together."""
_NEEDS = (*PERIOD, "within_days")
_KEY_DIGITS = 19
"""Of a ``fact_key`` since 1978."""
_SUMS = ("leads", "back", "filled", "corrected", "young")


@shared_of_period("lead_id", "hand_s")
def fields(table: Any, p: Values) -> Any:
    """One row per lead handed over and field told of it: known at the hand-off, filled or corrected by sales after."""
    hands = handed(table, p)
    asked = hands.select("hand_key", "hand_s", handed_lead_id="lead_id")
    both = settled(asked.join(_told(table, p), [("handed_lead_id", "lead_id")]))
    # Keys have equally many digits, so the latest of the texts ends in the value known at the hand-off.
    told_then = (both.key <= both.hand_key).ifelse(both.key.cast("string") + both.code, "")
    per = both.group_by(["handed_lead_id", "field"]).agg(told_then=told_then.max())
    both = settled(per.left_join(_gone_back(table, p, asked), [("handed_lead_id", "back_lead_id"), ("field", "named")]))
    code, most = both.told_then.substr(_KEY_DIGITS), both.most.fill_null("")
    was_known, is_back = (code != "") & (code != "unknown"), most != ""
    # A personal field is told anew only where its words changed, which a fact does not hold.
    is_other = (both.least.fill_null("") != code) | (most != code) | (code == "known")
    flags = both.select(
        "handed_lead_id", "field",
        is_known=one(was_known),
        is_filled=one(~was_known & is_back),
        is_corrected=one(was_known & is_back & is_other),
    )  # fmt: skip
    named = settled(settled(flags).join(hands.select("lead_id", "source", "hand_s"), [("handed_lead_id", "lead_id")]))
    return named.select("lead_id", "source", "hand_s", "field", "is_known", "is_filled", "is_corrected")


def _told(table: Any, p: Values) -> Any:
    """What was told of the fields of leads. What is derived from the words of another field is nobody's work."""
    told = known(table, p["as_of_s"], ("described",), ("field",))
    told = told.select(
        "lead_id", "side", "occurred_s", key=fact_key(told), field=told.field.fill_null(""),
        code=told.value_code.fill_null("unknown"),
    )  # fmt: skip
    return told.filter((told.field != "") & (told.field != DERIVED_FREE_MAIL) & ~told.field.like("%:%"))


def _gone_back(table: Any, p: Values, asked: Any) -> Any:
    """The first and last value, by name, that sales gave a field in time after the hand-off; only where it did."""
    told = _told(table, p)
    told = told.filter((told.side == "sales") & (told.code != "unknown"))
    both = settled(asked.join(told, [("handed_lead_id", "lead_id")]))
    both = both.filter((both.key > both.hand_key) & (both.occurred_s <= both.hand_s + p["within_days"] * DAY_S))
    return both.group_by(back_lead_id="handed_lead_id", named="field").agg(least=both.code.min(), most=both.code.max())


def leads(table: Any, p: Values) -> Any:
    """One row per lead handed over: whether sales filled or corrected any field, and whether it is young."""
    hands = handed(table, p)
    told = fields(table, p)
    gone = told.filter((told.is_filled == 1) | (told.is_corrected == 1))
    gone = gone.group_by(gone_lead_id="lead_id").agg(filled=gone.is_filled.max(), corrected=gone.is_corrected.max())
    both = settled(hands.left_join(gone, [("lead_id", "gone_lead_id")]))
    return both.select(
        "lead_id", "source",
        is_filled=both.filled.fill_null(0),
        is_corrected=both.corrected.fill_null(0),
        is_young=one(both.hand_s + p["within_days"] * DAY_S > p["as_of_s"]),
    )  # fmt: skip


def by_source(table: Any, p: Values) -> Any:
    """Leads handed over per source: how many sales went back for, and how many are young."""
    told = leads(table, p)
    return told.group_by("source").agg(
        leads=told.count(),
        back=count_of((told.is_filled == 1) | (told.is_corrected == 1)),
        filled=count_of(told.is_filled == 1),
        corrected=count_of(told.is_corrected == 1),
        young=count_of(told.is_young == 1),
    )


def by_field(table: Any, p: Values) -> Any:
    """Leads handed over per source and field: known at the hand-off, filled and corrected after it."""
    told = fields(table, p)
    return told.group_by(["source", "field"]).agg(
        known=count_of(told.is_known == 1),
        filled=count_of(told.is_filled == 1),
        corrected=count_of(told.is_corrected == 1),
    )


def estimate(counts: Counts, values: Values) -> Answer:
    """The share of hand-offs that sales went back for, by field and by source."""
    rows = [row for row in counts["by_source"] if values["source"] in (None, row["source"])]
    total = {name: sum(row[name] for row in rows) for name in _SUMS}
    if not total["leads"]:
        return Answer("Counted", "none", {"until": iso(values["as_of_s"])[:10]})
    told = [row for row in counts["by_field"] if values["source"] in (None, row["source"])]
    found = _field_rows(told, total["leads"])
    sizes = {row["source"]: row["leads"] for row in rows}
    key, args = _sentence(total, found)
    notes = [("young", {"leads": total["young"], "days": values["within_days"]})] if total["young"] else []
    return Answer(
        "Counted",
        key,
        args,
        rows=tuple(found),
        tables={
            "sources": tuple(_source_row(row) for row in in_order(rows, "source")),
            "all": (_source_row({**total, "source": None}),),
            "grid": tuple(_grid(told, sizes)),
        },
        notes=tuple(notes),
    )


def _field_rows(told: Iterable[Row], total: int) -> list[Row]:
    """One row per field that sales filled or corrected, most often first."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in told:
        for name in ("known", "filled", "corrected"):
            sums[row["field"]][name] += row[name]
    found = []
    for field, counted in sums.items():
        back = counted["filled"] + counted["corrected"]
        if not back:
            continue
        line: Row = {"field": field, "leads": total, "known": counted["known"], "back": back}
        line |= {name: counted[name] for name in ("filled", "corrected")}
        line |= share(back, total, "back_share")
        line |= _own_share("filled_share", counted["filled"], total - counted["known"])
        line |= _own_share("corrected_share", counted["corrected"], counted["known"])
        found.append(line)
    return sorted(found, key=lambda row: (-row["back"], row["field"]))


def _own_share(name: str, k: int, n: int) -> Row:
    found = share(k, n, name)
    found[f"{name}_support"] = found.pop("support")
    return found


def _source_row(row: Row) -> Row:
    counted = {name: row[name] for name in _SUMS}
    return {"source": row["source"], "field": ANY, **counted, **share(row["back"], row["leads"], "back_share")}


def _grid(told: Iterable[Row], sizes: dict[str, int]) -> list[Row]:
    """Source by field, where sales went back at all."""
    found = []
    for row in in_order(told, "source", "field"):
        back = row["filled"] + row["corrected"]
        if back:
            leads = sizes[row["source"]]
            line = {"source": row["source"], "field": row["field"], "leads": leads, "back": back}
            found.append({**line, **share(back, leads, "back_share")})
    return found


def _sentence(total: Row, found: list[Row]) -> tuple[str, Row]:
    args: Row = {"back": total["back"], "leads": total["leads"]}
    if total["leads"] < FEW:
        return "few", args
    args |= {name: item for name, item in share(total["back"], total["leads"]).items() if name != "support"}
    if not found:
        return "never", args
    return "back", {**args, "fields": ", ".join(_most(found))}


def _most(found: list[Row]) -> list[str]:
    """The fields that may be the most frequent: those whose range reaches into that of the first, three at most."""
    ranges: list[Range] = [wilson(row["back"], row["leads"]) for row in found[:3]]
    return [row["field"] for row, each in zip(found, ranges, strict=False) if each.high >= ranges[0].low]


def _behind(table: Any, p: Values) -> Any:
    """Rows per lead and field, and per lead for all fields together."""
    per = fields(table, p).mutate(is_young=0)
    whole = leads(table, p).mutate(field=ibis.literal(ANY), is_known=0)
    flags = ("is_known", "is_filled", "is_corrected", "is_young")
    return ibis.union(
        *(
            part.select("lead_id", "source", "field", **{name: part[name].cast("int64") for name in flags})
            for part in (per, whole)
        )
    )


_OUTCOMES = {
    "leads": "1 = 1",
    "known": "is_known = 1",
    "back": "is_filled + is_corrected > 0",
    "filled": "is_filled = 1",
    "corrected": "is_corrected = 1",
    "young": "is_young = 1",
}


def _outcome(value: str, _key: Key, _values: Values) -> str:
    return _OUTCOMES[value]


_BACK = (
    Shown("back", "Gone back for", opens={"outcome": "back"}),
    Shown("filled", "Filled", opens={"outcome": "filled"}),
    Shown("corrected", "Corrected", opens={"outcome": "corrected"}),
)
_LAYOUTS = (
    Layout(
        "",
        "Fields",
        (
            Shown("field", "Field", "code"),
            *_BACK,
            Shown("back_share", "Of all hand-offs", "share"),
            Shown("known", "Known at the hand-off", opens={"outcome": "known"}),
            Shown("filled_share", "Filled, of those unknown", "share"),
            Shown("corrected_share", "Corrected, of those known", "share"),
        ),
        key=("field",),
    ),
    Layout(
        "sources",
        "Sources",
        (
            Shown("source", "Source", "code"),
            Shown("leads", "Handed over", opens={"outcome": "leads"}),
            *_BACK,
            Shown("back_share", "Of all hand-offs", "share"),
        ),
        key=("source", "field"),
    ),
    Layout(
        "grid",
        "Fields by source",
        (
            Shown("source", "Source", "code"),
            Shown("field", "Field", "code"),
            Shown("back", "Gone back for", opens={"outcome": "back"}),
            Shown("back_share", "Of the source's hand-offs", "share"),
        ),
        key=("source", "field"),
    ),
)

MEASURE = Measure(
    name="backtrack",
    title="Going back for information",
    question="Which fields did sales have to fill or correct after a lead was handed over?",
    unit="share of handed-over leads",
    least_sample=FEW,
    counted=(
        "Each lead that was handed over, at its first hand-off. Gone back for: sales gave a field a value after the "
        "hand-off, within so many days. Filled, where the field was unknown at the hand-off; corrected, where it was "
        "known with another value (a personal field told anew has one). What marketing or the buyer adds later does "
        "not count, nor what is derived from a text."
    ),
    formula="Share = k / n with Wilson's range.",
    assumptions=(
        "Sales records what it finds out.",
        "A value given after the hand-off was wanted before it.",
    ),
    cannot_say=(
        "How much time it took.",
        "Whether the field was asked for: the pact's list of what comes with a lead is judged by marketing's promises.",
    ),
    published="proportions (Newcombe 1998)",
    reads=(
        ("handed_over", "seq, occurred_s, source"),
        ("described", "seq, occurred_s, side, field, value_code"),
        ("captured", "seq, occurred_s, source"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF, HANDED_SINCE, HANDED_UNTIL, SOURCE,
        Parameter("within_days", "number", "days after the hand-off in which a value counts", default=30),
    ),
    queries=(Query("by_source", by_source, needs=_NEEDS), Query("by_field", by_field, needs=_NEEDS)),
    estimate=estimate,
    chart="shares",
    sentences={
        "none": "No leads are handed over by {until}, so there was nothing to go back for.",
        "few": "Sales went back for information on {back:,} of {leads:,} leads handed over: too few to say more.",
        "never": (
            "Sales went back for information on none of {leads:,} leads handed over ({share_low:.0%} to "
            "{share_high:.0%} would fit that as well)."
        ),
        "back": (
            "Sales went back for information on {back:,} of {leads:,} leads handed over: {share:.0%} "
            "({share_low:.0%} to {share_high:.0%}). Most often for: {fields}."
        ),
        "young": (
            "Leads handed over less than {days:.0f} days ago, so that sales may still go back for more: {leads:,}."
        ),
    },
    layouts=_LAYOUTS,
    behind=Behind(
        _behind, "lead_id", {"source": same("source"), "field": same("field"), "outcome": _outcome}, needs=_NEEDS
    ),
)  # fmt: skip
