"""What the pact's trials showed: the only figures here that may say because."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis

from leadpact.evidence.behind import PERIOD, Behind, Key, same
from leadpact.evidence.handed import BAND_WORDS, BANDS, handed, points_band
from leadpact.evidence.leads import is_attempt, is_two_way
from leadpact.evidence.measure import AS_OF, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, share
from leadpact.evidence.tables import DAY_S, FAR_S, count_of, earliest, fact_key, known, one, settled
from leadpact.evidence.uncertainty import ENOUGH, FEW, newcombe
from leadpact.rules.facts import ATTEMPTS
from leadpact.rules.trials import EXPLORED, leads_needed

TRIALS = ("explored_slice", "persistence", "shuffled_call_order")
ARMS = ("explored", "kept_on", "earlier", "later")
TALK_DAYS = 30
"""A talk counts within so many days, and only leads that had as many are judged by it."""
EVENTS = ("called", "talked", "won")
HALF = 0.5
"""Leads drawn before it are called earlier, the others later."""
SEEN_POINTS = 0.03
"""The difference for which the number of leads needed is told."""
_NEEDS = (*PERIOD, "within_days")
_NO_PLACE = -1.0


def tried(table: Any, p: Values) -> Any:
    """One row per lead in a trial that began in the period: lead_id, trial, arm, band (lower edge of its points).

    For each of called (within a day), talked (within 30 days) and won (within so many days) of the start: whether the
    lead had that long (``…_ripe``) and whether it happened (1 or 0). The explored slice and the call order begin with
    the first hand-off, persistence with the fact that the lead is kept on.
    """
    rows = ibis.union(settled(_handed(table, p)), settled(_kept(table, p)))
    spans = {"called": DAY_S, "talked": TALK_DAYS * DAY_S, "won": p["within_days"] * DAY_S}
    columns: dict[str, Any] = {}
    for event, span_s in spans.items():
        until_s = rows.start_s + span_s
        columns[f"{event}_ripe"] = one(until_s <= p["as_of_s"])
        columns[event] = one((until_s <= p["as_of_s"]) & (rows[f"{event}_s"] <= until_s))
    return rows.select("lead_id", "trial", "arm", "band", **columns)


def _handed(table: Any, p: Values) -> Any:
    """First hand-offs by the explored slice, and those with a drawn place in the call order."""
    told = known(table, p["as_of_s"], ("handed_over",), ("reason",))
    told = told.select(
        mark_key=fact_key(told),
        is_explored=one(told.reason.fill_null("") == EXPLORED),
        place=told.value_number.fill_null(_NO_PLACE),
    )
    told = told.filter((told.is_explored == 1) | (told.place >= 0))
    leads = handed(table, p, with_attempts=True)
    both = settled(leads.join(told, [("hand_key", "mark_key")]))
    is_explored = both.is_explored == 1
    return both.select(
        "lead_id",
        trial=is_explored.ifelse("explored_slice", "shuffled_call_order"),
        arm=ibis.cases((is_explored, "explored"), (both.place < HALF, "earlier"), else_="later"),
        band=is_explored.ifelse(points_band(both.points), 0).cast("int64"),
        start_s="hand_s", called_s="try_s", talked_s="talk_s", won_s="won_s",
    )  # fmt: skip


def _kept(table: Any, p: Values) -> Any:
    """Leads that were kept on, with the first call, talk and win after it."""
    told = known(table, p["as_of_s"], ("kept_on",))
    first = told.group_by("lead_id").agg(start_s=told.occurred_s.min())
    first = settled(first.filter((first.start_s >= p["since_s"]) & (first.start_s < p["until_s"])))
    after = known(table, p["as_of_s"], ("won", *ATTEMPTS)).select(
        "kind", "side", "value_code", "occurred_s", after_lead_id="lead_id"
    )
    both = settled(after.join(first, [("after_lead_id", "lead_id")]))
    both = both.filter(both.occurred_s >= both.start_s)
    found = both.group_by(found_lead_id="after_lead_id").agg(
        called_s=earliest(is_attempt(both), both.occurred_s),
        talked_s=earliest(is_two_way(both), both.occurred_s),
        won_s=earliest(both.kind == "won", both.occurred_s),
    )
    rows = settled(first.left_join(found, [("lead_id", "found_lead_id")]))
    return rows.select(
        "lead_id", trial=ibis.literal("persistence"), arm=ibis.literal("kept_on"), band=ibis.literal(0, "int64"),
        start_s="start_s", **{name: rows[name].fill_null(FAR_S) for name in ("called_s", "talked_s", "won_s")},
    )  # fmt: skip


def by_arm(table: Any, p: Values) -> Any:
    """Leads by trial, arm and band of points: those judged and those with each event."""
    told = tried(table, p)
    counted = {f"{event}_ripe": count_of(told[f"{event}_ripe"] == 1) for event in EVENTS}
    counted |= {event: count_of(told[event] == 1) for event in EVENTS}
    return told.group_by(["trial", "arm", "band"]).agg(leads=told.count(), **counted)


def estimate(counts: Counts, values: Values) -> Answer:
    """What became of the leads in each arm, the explored ones by points, and earlier against later calls."""
    told = counts["arms"]
    if not told:
        return Answer("Tried", "none", {})
    rows = [_line(_summed(own), {"trial": own[0]["trial"], "arm": arm}) for arm in ARMS if (own := _of(told, arm))]
    explored = sorted(_of(told, "explored"), key=lambda row: row["band"])
    bands = [_line(row, {"trial": row["trial"], "arm": row["arm"], **_band(row["band"])}) for row in explored]
    lines = {row["arm"]: row for row in rows}
    order = [_difference(event, lines) for event in EVENTS] if {"earlier", "later"} <= set(lines) else []
    args = {arm: lines[arm]["leads"] if arm in lines else 0 for arm in ARMS}
    args |= {"ordered": args["earlier"] + args["later"]}
    return Answer(
        "Tried",
        "running",
        args,
        rows=tuple(rows),
        tables={"points": tuple(bands), "order": tuple(order)},
        notes=(
            *_single(lines, "explored", "won", values),
            *_single(lines, "kept_on", "talked", values),
            *_ordered(order),
        ),
    )


def _of(rows: Sequence[Row], arm: str) -> list[Row]:
    return [row for row in rows if row["arm"] == arm]


def _summed(rows: Sequence[Row]) -> Row:
    names = ("leads", *EVENTS, *(f"{event}_ripe" for event in EVENTS))
    return {name: sum(row[name] for row in rows) for name in names}


def _line(row: Row, named: Row) -> Row:
    line: Row = {**named, "leads": row["leads"]}
    for event in EVENTS:
        k, n = row[event], row[f"{event}_ripe"]
        line |= {f"{event}_ripe": n, event: k}
        found = share(k, n, f"{event}_share")
        line |= {column: value for column, value in found.items() if column != "support"}
    return line


_NO_POINTS = {"none": BAND_WORDS["-1"]}


def _band(edge: int) -> Row:
    if edge < 0:
        return {"points": "none", "band": edge}
    return {"points": f"{edge} or more" if edge == BANDS[-1] else f"{edge} to {edge + 9}", "band": edge}


def _difference(event: str, lines: dict[str, Row]) -> Row:
    """Earlier less later: a share's difference with Newcombe's range; nothing below 30 on a side."""
    k1, n1 = lines["earlier"][event], lines["earlier"][f"{event}_ripe"]
    k2, n2 = lines["later"][event], lines["later"][f"{event}_ripe"]
    found = newcombe(k1, n1, k2, n2) if min(n1, n2) >= ENOUGH else None
    line: Row = {"event": event, "earlier": k1, "earlier_judged": n1, "later": k2, "later_judged": n2}
    line |= {"difference": k1 / n1 - k2 / n2 if found else None}
    line |= {"difference_low": found.low if found else None, "difference_high": found.high if found else None}
    overall = (k1 + k2) / (n1 + n2) if n1 + n2 else 0.0
    return line | {"needed": leads_needed(overall, SEEN_POINTS) if 0 < overall < 1 else None}


def _single(lines: dict[str, Row], arm: str, event: str, values: Values) -> list[tuple[str, Row]]:
    if arm not in lines:
        return []
    row = lines[arm]
    n = row[f"{event}_ripe"]
    args: Row = {"had": row[event], "judged": n, "days": values["within_days"] if event == "won" else TALK_DAYS}
    if n < FEW:
        return [(f"{arm}_few", args)]
    shares = {name: row[f"{event}_share{end}"] for name, end in (("share", ""), ("low", "_low"), ("high", "_high"))}
    return [(arm, args | shares)]


def _ordered(order: Sequence[Row]) -> list[tuple[str, Row]]:
    found: list[tuple[str, Row]] = []
    for row in order:
        event, low, high = row["event"], row["difference_low"], row["difference_high"]
        if event == "called" or row["needed"] is None or (low is None and event == "won"):
            continue
        args: Row = {"earlier": row["earlier_judged"], "later": row["later_judged"], "needed": row["needed"]}
        if low is None:
            found.append(("order_few", args))
        else:
            args |= {"points": abs(row["difference"]) * 100, "low": low * 100, "high": high * 100}
            verdict = "alike" if low <= 0 <= high else "gains" if low > 0 else "loses"
            found.append((f"{event}_{verdict}", args))
    return found


def _figure(value: str, key: Key, _values: Values) -> str:
    if value == "leads":
        return "1 = 1"
    column = {"judged": f"{key.get('event')}_ripe", "had": key.get("event")}.get(value, value)
    if column not in (*EVENTS, *(f"{event}_ripe" for event in EVENTS)):
        raise ValueError(value)
    return f"{column} = 1"


def _no_other(value: str, _key: Key, _values: Values) -> str:
    if value not in EVENTS:
        raise ValueError(value)
    return "trial = 'shuffled_call_order'"


_ARM = (
    Shown("leads", "Leads", opens={"figure": "leads"}),
    *(
        shown
        for event, words in (("called", "Called in a day"), ("talked", "Talked"), ("won", "Won"))
        for shown in (
            Shown(f"{event}_ripe", f"{words}: judged", opens={"figure": f"{event}_ripe"}),
            Shown(event, words, opens={"figure": event}),
            Shown(f"{event}_share", "Share", "share"),
        )
    ),
)

MEASURE = Measure(
    name="trials",
    title="What the trials showed",
    question="What do the leads tell that were handed over, kept on or called in an order drawn by chance?",
    unit="leads",
    least_sample=FEW,
    counted=(
        "Each lead in a trial of the pact once per trial: those the explored slice handed over though they lacked "
        "points, those kept on for two more attempts when they were about to be given up, and those handed over while "
        "the call order was drawn, by whether their draw put them in the earlier or the later half of their hour and "
        "band. Called within a day of the start, talked with within 30 days, won within so many days; a lead is judged "
        "only when it had that long. The start is the first hand-off, or the day the lead was kept on."
    ),
    formula=(
        "Share = k / n of the leads judged with Wilson's interval. Earlier less later: difference of two shares with "
        "Newcombe's interval (his method 10), from 30 leads on each side. Leads needed to see 3 points in 4 of 5 "
        "trials: 16 p (1 - p) / 0.03² on each side."
    ),
    assumptions=(
        "Chance alone decides who is in a trial, so like is compared with like without any adjustment.",
        "Nobody treats a lead otherwise because it is in the trial.",
    ),
    cannot_say=(
        "What other leads would have done: the explored slice holds leads that lacked points and nothing else.",
        "What calling whole days earlier would do: the order is drawn within an hour and ten points.",
    ),
    published="proportions (Newcombe 1998)",
    reads=(
        ("handed_over", "seq, occurred_s, points, reason (explored), value_number (place in the call order)"),
        ("kept_on", "occurred_s"),
        ("call, email, meeting, social", "occurred_s, side, value_code (reached, reply, replied, held)"),
        ("accepted, rejected, deal_opened, stage_changed, won, lost", "seq, occurred_s"),
        ("captured", "source"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only trials that began at or after it"),
        Parameter("until_s", "instant", "only trials that began before it"),
        Parameter("within_days", "number", "a win counts within so many days of the start", default=90),
    ),
    queries=(Query("arms", by_arm, needs=_NEEDS),),
    estimate=estimate,
    chart="differences",
    sentences={
        "none": "No lead is in a trial of the pact in this period.",
        "running": (
            "Leads in trials: below the line and handed over to be tried {explored:,}, kept on before anybody gave up "
            "{kept_on:,}, called in an order drawn by chance {ordered:,}."
        ),
        "explored": (
            "Of leads below the line {share:.0%} are won within {days:.0f} days when they are handed over ({low:.0%} "
            "to {high:.0%}): {had:,} of {judged:,}."
        ),
        "explored_few": (
            "Leads below the line that had {days:.0f} days: {judged:,}, won of them: {had:,}. Too few to say."
        ),
        "kept_on": (
            "Two more attempts reach {share:.0%} of the leads that would have been given up ({low:.0%} to {high:.0%}): "
            "{had:,} of {judged:,} within {days:.0f} days."
        ),
        "kept_on_few": "Leads kept on that had {days:.0f} days: {judged:,}, reached: {had:,}. Too few to say.",
        "order_few": "Called earlier: {earlier:,} leads, later: {later:,}. Too few to say what the order does.",
        "talked_gains": (
            "Being called earlier in the hour gains {points:.0f} talks in 100 leads ({low:.0f} to {high:.0f})."
        ),
        "talked_loses": (
            "Being called earlier in the hour costs {points:.0f} talks in 100 leads ({low:.0f} to {high:.0f})."
        ),
        "talked_alike": (
            "Talks: earlier and later calls do alike ({low:.0f} to {high:.0f} more in 100 leads); to see 3 takes about "
            "{needed:,} leads on each side."
        ),
        "won_gains": "It gains {points:.0f} wins in 100 leads ({low:.0f} to {high:.0f}).",
        "won_loses": "It costs {points:.0f} wins in 100 leads ({low:.0f} to {high:.0f}).",
        "won_alike": (
            "Wins: earlier and later calls do alike ({low:.0f} to {high:.0f} more in 100 leads); to see 3 takes about "
            "{needed:,} leads on each side."
        ),
    },
    layouts=(
        Layout("", "By trial", (Shown("trial", "Trial", "code"), Shown("arm", "Leads were", "code"), *_ARM),
               key=("trial", "arm")),
        Layout("points", "Explored leads by points", (Shown("points", "Points", "text", words=_NO_POINTS), *_ARM),
               key=("trial", "arm", "band")),
        Layout("order", "Earlier less later",
               (Shown("event", "What", "code"),
                *(shown for arm, words in (("earlier", "Called earlier"), ("later", "Called later")) for shown in (
                    Shown(f"{arm}_judged", words, opens={"arm": arm, "figure": "judged"}),
                    Shown(arm, "of them", opens={"arm": arm, "figure": "had"}))),
                Shown("difference", "Difference", "share"),
                Shown("needed", "Leads needed to see 3 points")), key=("event",)),
    ),
    behind=Behind(
        tried, "lead_id",
        {"trial": same("trial"), "arm": same("arm"), "band": lambda value, _key, _values: f"band = {int(value)}",
         "event": _no_other, "figure": _figure},
        needs=_NEEDS,
        is_drawn=True,
    ),
)  # fmt: skip
