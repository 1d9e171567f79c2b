"""Why deals and leads are lost: reasons with simultaneous ranges, and a grid that names only what chance cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any

import ibis

from leadpact.evidence.association import difference_of_shares_p, first_of, least_expected
from leadpact.evidence.behind import Behind, Key, same, text
from leadpact.evidence.leads import REVIVES, deals_over
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, iso, ranged
from leadpact.evidence.shared import shared_by
from leadpact.evidence.tables import FAR_KEY, NEVER_KEY, fact_key, known, settled
from leadpact.evidence.uncertainty import FEW, benjamini_hochberg, goodman, newcombe, support

NO_REASON = "no_reason"
WHATS = ("deals", "leads")
BY = ("source", "stage", "version")
_ENDS = ("disqualified", "gave_up", "rejected")
_KINDS = ("captured", "lost", "won", *_ENDS, *REVIVES)
_LEAST_EXPECTED = 5
_KEY_DIGITS = 19
"""Of the key of a fact; it has had so many since 1978."""
_SAYS = ("buyer", "sales")


@shared_by("lead_id")
def losses(table: Any, p: Values) -> Any:
    """One row per lost deal (the last of its lead) and per lead that ended without a deal.

    Columns: lead_id, what (deals, leads), source, stage (of the deal; of a lead how it ended), version (of the pact
    that judged it, 0 where none), reason (``NO_REASON`` where none was given), side (who said so).
    """
    told = known(table, p["as_of_s"], _KINDS, ("reason", "stage", "pact_version"))
    told = told.select(
        *("lead_id", "kind", "occurred_s", "side", "source", "reason", "stage", "pact_version"), key=fact_key(told)
    )
    per = told.group_by("lead_id").agg(
        captured_key=(told.kind == "captured").ifelse(told.key, FAR_KEY).min(),
        lost_key=_last(told, ["lost"]),
        won_key=_last(told, ["won"]),
        end_key=_last(told, list(_ENDS)),
        revived_key=_last(told, list(REVIVES)),
    )
    per = per.filter((per.lost_key > 0) | (per.end_key > 0))
    deals = deals_over(table, p["as_of_s"]).select("dealt_lead_id", "begun_key", over_key="lost_key")
    per = settled(per.left_join(deals, [("lead_id", "dealt_lead_id")]))
    per = per.select(
        *("lead_id", "captured_key", "lost_key", "won_key", "end_key"),
        revived_key=ibis.greatest(per.revived_key, per.begun_key.fill_null(NEVER_KEY)),
        over_key=per.over_key.fill_null(NEVER_KEY),
    )
    both = settled(told.join(per, "lead_id"))
    parts = []
    for what, key in zip(WHATS, ("lost_key", "end_key"), strict=True):
        is_lost = (both[key] > 0) & (both[key] > both.won_key)
        if what == "leads":
            # A deal that was lost is the loss if it ended the lead, unless that was brought forward after it.
            is_without = (both.over_key != both.lost_key) | (both.revived_key > both.lost_key)
            is_lost = is_lost & is_without & (both.end_key > both.revived_key)
        own = both.filter(is_lost)
        parts.append(_lost(own, what, own[key]))
    return ibis.union(*parts)


def _last(told: Any, kinds: list[str]) -> Any:
    return told.kind.isin(kinds).ifelse(told.key, 0).max()


def _lost(own: Any, what: str, lost_key: Any) -> Any:
    is_it, is_hand = own.key == lost_key, (own.kind == "handed_over") & (own.key < lost_key)
    hand = own.key.cast("string") + own.pact_version.fill_null(0).cast("string")
    named = (own.kind == "lost").ifelse(own.stage.fill_null(""), own.kind)
    per = own.group_by("lead_id").agg(
        source=(own.key == own.captured_key).ifelse(own.source.fill_null(""), "").max(),
        stage=is_it.ifelse(named, "").max(),
        reason=is_it.ifelse(own.reason.fill_null(""), "").max(),
        side=is_it.ifelse(own.side.fill_null(""), "").max(),
        own_version=is_it.ifelse(own.pact_version.fill_null(0), 0).max(),
        hand=is_hand.ifelse(hand, "").max(),
        lost_s=is_it.ifelse(own.occurred_s, 0).max(),
    )
    hand_version = (per.hand == "").ifelse("0", per.hand.substr(_KEY_DIGITS)).cast("int64")
    return per.select(
        "lead_id",
        "lost_s",
        "side",
        what=ibis.literal(what),
        source=(per.source == "").ifelse("unknown", per.source),
        stage=(per.stage == "").ifelse("none", per.stage),
        reason=(per.reason == "").ifelse(NO_REASON, per.reason),
        version=(per.own_version > 0).ifelse(per.own_version.cast("int64"), hand_version),
    )


def in_period(table: Any, p: Values) -> Any:
    """The losses whose date lies in the period."""
    told = losses(table, p)
    return told.filter((told.lost_s >= p["since_s"]) & (told.lost_s < p["until_s"]))


def grid(table: Any, p: Values) -> Any:
    """Losses per source, stage, pact version, reason and who said so."""
    told = in_period(table, p)
    return told.group_by(["what", "source", "stage", "version", "reason", "side"]).agg(lost=told.count())


def estimate(counts: Counts, values: Values) -> Answer:
    """Reasons with Goodman's ranges, and where one is given more or less often than elsewhere."""
    rows = [row for row in counts["grid"] if values["source"] in (None, row["source"])]
    if not rows:
        return Answer("Counted", "none", {"until": iso(values["as_of_s"])[:10]})
    reasons = {what: _reason_rows(what, [row for row in rows if row["what"] == what]) for what in WHATS}
    cells = [cell for what in WHATS for cell in _cells(what, [row for row in rows if row["what"] == what])]
    _name(cells)
    told = [_told(what, reasons[what]) for what in WHATS if reasons[what]]
    return Answer(
        "Counted",
        *told[0],
        rows=tuple(row for what in WHATS for row in reasons[what]),
        tables={"grid": tuple(cells)},
        notes=(*told[1:], *_notes(reasons, cells)),
    )


def _summed(rows: Iterable[Row], name: Callable[[Row], Any]) -> dict[Any, int]:
    sums: dict[Any, int] = defaultdict(int)
    for row in rows:
        sums[name(row)] += row["lost"]
    return dict(sums)


def _reason_rows(what: str, rows: list[Row]) -> list[Row]:
    """Reasons of lost deals or leads, most often first; which of them may be the most frequent."""
    counted = _summed(rows, itemgetter("reason"))
    names = sorted(counted, key=lambda reason: (-counted[reason], reason))
    total = sum(counted.values())
    said = _summed(rows, itemgetter("reason", "side"))
    ranges = goodman([counted[name] for name in names]) if total >= FEW else []
    first = first_of(ranges)
    return [
        {
            "what": what,
            "reason": name,
            "lost": counted[name],
            "of": total,
            "share": counted[name] / total if ranges else None,
            **ranged("share", ranges[place] if ranges else None),
            "support": support(total),
            "may_be_first": place in first if ranges else None,
            "said_by_buyer": said.get((name, "buyer"), 0),
            "said_by_sales": said.get((name, "sales"), 0),
            "said_by_others": sum(n for (reason, side), n in said.items() if reason == name and side not in _SAYS),
        }
        for place, name in enumerate(names)
    ]


def _cells(what: str, rows: list[Row]) -> list[Row]:
    """Each reason within a source, stage or pact version against the same reason in all others."""
    total = sum(row["lost"] for row in rows)
    counted = _summed(rows, itemgetter("reason"))
    found = []
    for by in BY:
        sizes = _summed(rows, itemgetter(by))
        inside = _summed(rows, itemgetter(by, "reason"))
        if len(sizes) > 1:
            found += [
                _cell({"what": what, "by": by, "value": str(value), "reason": reason}, inside.get((value, reason), 0),
                      sizes[value], counted[reason], total)
                for value in sorted(sizes)
                for reason in sorted(counted)
            ]  # fmt: skip
    return found


def _cell(named: Row, k: int, n: int, of_reason: int, total: int) -> Row:
    rest_k, rest = of_reason - k, total - n
    line: Row = {**named, "lost": k, "of": n, "share": k / n if n >= FEW else None, "finding": "too_few"}
    if min(n, rest) < FEW or least_expected(k, n, rest_k, rest) < _LEAST_EXPECTED:
        return {**line, "difference": None, **ranged("difference", None), "_p": None}
    between = newcombe(k, n, rest_k, rest)
    p = difference_of_shares_p(k, n, rest_k, rest)
    return {**line, "difference": k / n - rest_k / rest, **ranged("difference", between), "_p": p}


def _name(cells: list[Row]) -> None:
    """Name what differs by Benjamini-Hochberg over the whole grid."""
    tested = [cell for cell in cells if cell["_p"] is not None]
    for cell, q in zip(tested, benjamini_hochberg([cell["_p"] for cell in tested]), strict=True):
        sign = "more" if cell["difference"] > 0 else "less"
        cell["finding"] = sign if q <= 0.05 else "like_the_rest"
    for cell in cells:
        del cell["_p"]


def _told(what: str, rows: list[Row]) -> tuple[str, Row]:
    total = rows[0]["of"]
    first = [row["reason"] for row in rows if row["may_be_first"]]
    if not first:
        return f"{what}_few", {"lost": total}
    if len(first) > 1:
        return f"{what}_several", {"lost": total, "reasons": ", ".join(first)}
    names = {"share": rows[0]["share"], "low": rows[0]["share_low"], "high": rows[0]["share_high"]}
    return f"{what}_one", {"lost": total, "reason": first[0], **names}


def _notes(reasons: Mapping[str, list[Row]], cells: list[Row]) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = []
    for what, rows in reasons.items():
        without = next((row["lost"] for row in rows if row["reason"] == NO_REASON), 0)
        if without:
            notes.append((f"{what}_without", {"lost": without, "of": rows[0]["of"]}))
    named = [cell for cell in cells if cell["finding"] in ("more", "less")]
    # Deals first: how a lead ended goes with the reason by itself, and would leave no room for what deals show.
    named.sort(key=lambda cell: (cell["what"], -abs(cell["difference"]), cell["by"], cell["value"], cell["reason"]))
    notes += [
        (f"{_by(cell)}_{cell['finding']}", {"what": cell["what"], cell["by"]: cell["value"], "reason": cell["reason"]})
        for cell in named[:5]
    ]
    if not named and any(cell["finding"] == "like_the_rest" for cell in cells):
        notes.append(("alike", {}))
    return notes


def _by(cell: Row) -> str:
    return "no_version" if (cell["by"], cell["value"]) == ("version", "0") else str(cell["by"])


def _value(value: str, key: Key, _values: Values) -> str:
    by = BY[BY.index(key["by"])]
    return f"version = {int(value)}" if by == "version" else f"{by} = {text(value)}"


def _side(value: str, _key: Key, _values: Values) -> str:
    return "side NOT IN ('buyer', 'sales')" if value == "others" else f"side = {text(value)}"


_LAYOUTS = (
    Layout(
        "",
        "Reasons",
        (
            Shown("reason", "Reason", "code"),
            Shown("what", "Lost", "code"),
            Shown("lost", "Times", opens={}),
            Shown("share", "Share", "share"),
            Shown("may_be_first", "May be the most frequent", "text"),
            Shown("said_by_buyer", "Said by the buyer", opens={"side": "buyer"}),
            Shown("said_by_sales", "Said by sales", opens={"side": "sales"}),
            Shown("said_by_others", "Said by others", opens={"side": "others"}),
        ),
        key=("what", "reason"),
    ),
    Layout(
        "grid",
        "By source, stage and pact version",
        (
            Shown("what", "Lost", "code"),
            Shown("by", "By", "code"),
            Shown("value", "Group", "code"),
            Shown("reason", "Reason", "code"),
            Shown("lost", "Times", opens={}),
            Shown("of", "Of"),
            Shown("share", "Share", "share"),
            Shown("difference", "Against the others", "share"),
            Shown("finding", "Finding", "code"),
        ),
        key=("what", "by", "value", "reason"),
    ),
)

MEASURE = Measure(
    name="loss_reasons",
    title="Loss reasons",
    question="Why are deals and leads lost, and does that differ by source, stage or pact version beyond chance?",
    unit="share of losses",
    least_sample=FEW,
    counted=(
        "Deals: a lead's last lost deal, unless the lead was won after it. Leads: those that ended without a deal "
        "(were last sent back, disqualified or given up and not brought forward again; where a deal was lost before, "
        "only if another one is open or the lead was brought forward in between, or else the deal is the loss). Each "
        "counts under the reason recorded with it; no reason is a bar of its own. The side of the fact says who gave "
        "the reason. The pact version is that of the fact, else of the last hand-off before it; the stage of a lead is "
        "how it ended."
    ),
    formula=(
        "Shares with Goodman's simultaneous ranges: a reason whose range reaches into that of the first may be the "
        "first as well. Grid: share of a reason in a group against all others, Newcombe's range, chi-square with "
        "Benjamini-Hochberg at 5% over the whole grid; cells where fewer than 5 would be expected are left out."
    ),
    assumptions=(
        "The period is that of the loss, so nothing is unfinished.",
        "A reason says what was written down. Sellers and buyers give different ones.",
    ),
    cannot_say=("What would have saved a deal.", "How many of a source's leads will be lost: source quality does."),
    published="proportions (May & Johnson 1997, Goodman); multiple_testing (Benjamini & Hochberg 1995)",
    reads=(
        ("lost", "seq, occurred_s, reason, stage, side, pact_version"),
        ("rejected, disqualified, gave_up", "seq, occurred_s, reason, side, pact_version"),
        ("won, accepted, deal_opened, handed_over, woken", "seq, occurred_s, pact_version"),
        ("deal_opened, stage_changed, won, lost", "deal_id (which deals are open)"),
        ("captured", "seq, occurred_s, source"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only losses at or after it"),
        Parameter("until_s", "instant", "only losses before it"),
        SOURCE,
    ),
    queries=(Query("grid", grid),),
    estimate=estimate,
    chart="reasons",
    sentences={
        "none": "No deal and no lead is lost by {until}.",
        "deals_few": "Deals lost: {lost:,}. Too few to rank their reasons.",
        "deals_one": "Deals lost: {lost:,}, most often as “{reason}”: {share:.0%} ({low:.0%} to {high:.0%}).",
        "deals_several": "Deals lost: {lost:,}. No reason leads clearly; the first may be any of {reasons}.",
        "leads_few": "Leads that ended without a deal: {lost:,}. Too few to rank their reasons.",
        "leads_one": (
            "Leads that ended without a deal: {lost:,}, most often as “{reason}”: {share:.0%} ({low:.0%} to "
            "{high:.0%})."
        ),
        "leads_several": (
            "Leads that ended without a deal: {lost:,}. No reason leads clearly; the first may be any of {reasons}."
        ),
        "deals_without": "Deals lost without a reason: {lost:,} of {of:,}.",
        "leads_without": "Leads that ended without a reason: {lost:,} of {of:,}.",
        "source_more": "Source {source}: {what} lost as “{reason}” more often than others.",
        "source_less": "Source {source}: {what} lost as “{reason}” less often than others.",
        "stage_more": "At {stage}: {what} lost as “{reason}” more often than elsewhere.",
        "stage_less": "At {stage}: {what} lost as “{reason}” less often than elsewhere.",
        "version_more": "Pact version {version}: {what} lost as “{reason}” more often than under others.",
        "version_less": "Pact version {version}: {what} lost as “{reason}” less often than under others.",
        "no_version_more": "Judged under no pact: {what} lost as “{reason}” more often than under one.",
        "no_version_less": "Judged under no pact: {what} lost as “{reason}” less often than under one.",
        "alike": "The differences by source, stage and pact version are what chance gives.",
    },
    layouts=_LAYOUTS,
    behind=Behind(
        in_period,
        "lead_id",
        {
            "what": same("what"),
            "reason": same("reason"),
            "side": _side,
            "source": same("source"),
            "by": lambda value, _key, _values: f"{text(BY[BY.index(value)])} = {text(value)}",
            "value": _value,
        },
    ),
)
