"""Whether marketing keeps what it promised sales: volume, data, actions, and nobody waiting too long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from leadpact.evidence.behind import Behind, Key, same
from leadpact.evidence.measure import (
    AS_OF,
    SOURCE,
    Answer,
    BadParameter,
    Counts,
    Layout,
    Measure,
    Parameter,
    Query,
    Shown,
    Values,
)
from leadpact.evidence.owed import PROMISES, VOLUMES, Steps, cases, lacking, missing, steps_of, tallied
from leadpact.evidence.result import Row, in_order, iso, share, year_month
from leadpact.evidence.series import PART, RUNNING, running_month
from leadpact.evidence.uncertainty import FEW

_STATES = ("kept", "missed", "running", "withdrawn")
_MONTHS = {"week": 365.25 / 7 / 12, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
"""How many of a period a month has."""


def _shape(values: Values) -> Steps:
    return steps_of(values["comes_with"], values["after"])


def estimate(counts: Counts, values: Values) -> Answer:
    """Shares kept of what fell due, volumes by month against their goals, and what hand-offs lacked."""
    rows = [row for row in counts["states"] if values["source"] in (None, row["source"])]
    until = iso(values["as_of_s"])[:10]
    if not rows:
        return Answer("Counted", "none", {"until": until})
    months = _month_rows(rows, values)
    found = [row for promise in PROMISES for row in _promise_rows(promise, rows, months, values)]
    lacked = [] if values["source"] is not None else _lack_rows(counts.get("missing", []), values)
    judged = [row for row in found if row["verdict"] is not None]
    kept = sum(row["verdict"] == "kept" for row in judged)
    key = "judged" if judged else "part" if values["is_part"] and values["targets"] else "few"
    args: Row = {"kept": kept, "judged": len(judged)} if judged else {"until": until}
    return Answer(
        "Counted",
        key,
        args,
        rows=tuple(found),
        tables={"months": tuple(months), "lacking": tuple(lacked)},
        notes=tuple(_notes(found, lacked, values)),
    )


def _promise_rows(promise: str, rows: Iterable[Row], months: list[Row], values: Values) -> list[Row]:
    """One row per promise and part: cases kept of those due, or months in which the goal was reached."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_STATES, 0))
    if promise == "volume":
        for month in months:
            counted = sums[month["part"]]
            if month["state"] in counted:
                counted[month["state"]] += 1
    else:
        for row in rows:
            if row["promise"] == promise:
                sums[row["part"]][row["state"]] += row["cases"]
    promised = (values["promised"] or {}).get(promise)
    return [_promise_row(promise, part, sums[part], promised) for part in sorted(sums)]


def _promise_row(promise: str, part: str, counted: Mapping[str, int], promised: float | None) -> Row:
    due = counted["kept"] + counted["missed"]
    line: Row = {"promise": promise, "part": part}
    if promise == "volume":
        line |= {**dict.fromkeys(("due", *_STATES)), **share(0, 0, "kept_share"), "promised": None}
        return {**line, "verdict": _of_months(counted), "months_kept": counted["kept"], "months_due": due}
    line |= {"due": due, **{name: counted[name] for name in _STATES}, **share(counted["kept"], due, "kept_share")}
    verdict = None
    if promised is not None and due >= FEW:
        verdict = "kept" if counted["kept"] >= promised * due else "missed"
    return {**line, "promised": promised, "verdict": verdict, "months_kept": None, "months_due": None}


def _of_months(counted: Mapping[str, int]) -> str | None:
    """A goal is kept when every month that is over reached it."""
    if counted["kept"] + counted["missed"] == 0:
        return None
    return "missed" if counted["missed"] else "kept"


def _month_rows(rows: Iterable[Row], values: Values) -> list[Row]:
    """What is counted per month for each volume that has a goal, unless only some leads are asked about.

    Months before the goal held, and those that lie in the period only partly, are not judged.
    """
    targets = {} if values["is_part"] else values["targets"] or {}
    first, last = values["first_month"] or 0, values["last_month"] or 999_912
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for row in rows:
        if row["promise"] == "volume" and row["part"] in targets:
            sums[row["part"], row["month"]] += row["cases"]
    now = running_month(values)
    found = []
    for part in sorted(targets):
        if part not in VOLUMES:
            continue
        target = _monthly(part, targets[part])
        starts = int(targets[part].get("from_month", 0))
        own = [month for name, month in sums if name == part]
        for month in _months(min([*own, starts or now, now]), now):
            counted = sums.get((part, month), 0)
            is_whole = first <= month <= last
            if not (is_whole or counted):
                continue
            ended = "kept" if counted >= target else "missed"
            state = (
                "before_goal" if month < starts
                else "running" if month >= now
                else ended if is_whole else "partly"
            )  # fmt: skip
            line = {"part": part, "month": year_month(month), "counted": counted, "target": target, "state": state}
            found.append(line)
    return found


def _monthly(part: str, goal: Mapping[str, Any]) -> float:
    """What a goal comes to in a month. Raises BadParameter."""
    per, target = goal.get("per", "month"), goal.get("target")
    if per not in _MONTHS or not isinstance(target, int | float):
        raise BadParameter(
            f"The target of {part} is {dict(goal)}; expected target, a number, and per: {', '.join(_MONTHS)}."
        )
    return float(target) * _MONTHS[per]


def _months(first: int, last: int) -> list[int]:
    found = [first]
    while found[-1] < last:
        found.append(found[-1] + (89 if found[-1] % 100 == 12 else 1))
    return found


def _lack_rows(rows: list[Row], values: Values) -> list[Row]:
    """What hand-offs lacked, most often first."""
    found = [{**row, **share(row["lacked"], row["of"], "lacked_share")} for row in lacking(rows, _shape(values))]
    return sorted(in_order(found, "step", "what", "names"), key=lambda row: -row["lacked"])


def _notes(found: list[Row], lacked: list[Row], values: Values) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = []
    for row in found:
        if row["promise"] == "volume":
            if row["months_due"]:
                args = {"what": row["part"].replace("_", " "), "kept": row["months_kept"], "due": row["months_due"]}
                notes.append(("volume", args))
        elif row["kept_share"] is not None:
            names = {"share": "", "low": "_low", "high": "_high"}
            args = {name: row[f"kept_share{end}"] for name, end in names.items()}
            notes.append((row["promise"], {"kept": row["kept"], "due": row["due"], **args}))
        elif row["due"]:
            notes.append((f"{row['promise']}_few", {"kept": row["kept"], "due": row["due"]}))
    most = [row for row in lacked if row["lacked"]][:3]
    if most:
        notes.append(("lacked", {"fields": ", ".join(row["names"] for row in most)}))
    running = sum(row["running"] or 0 for row in found if row["promise"] == "waiting")
    if running:
        notes.append(("running", {"cases": running}))
    if not (values["comes_with"] or values["after"] or values["targets"]):
        notes.append(("no_pact", {}))
    if values["is_part"] and values["targets"]:
        notes.append(("for_all", {}))
    return notes


def _state(value: str, _key: Key, _values: Values) -> str:
    if value == "due":
        return "state IN ('kept', 'missed')"
    wanted = (*_STATES, "counted")
    return f"state = '{wanted[wanted.index(value)]}'"


_LAYOUTS = (
    Layout(
        "",
        "Promises",
        (
            Shown("promise", "Promise", "code"),
            Shown("part", "Part", "code"),
            Shown("kept", "Kept", opens={"state": "kept"}),
            Shown("due", "Due", opens={"state": "due"}),
            Shown("kept_share", "Kept of due", "share", of="due"),
            Shown("promised", "Promised", "share", of="promised"),
            Shown("running", "Still running", opens={"state": "running"}),
            Shown("months_kept", "Months reached"),
            Shown("months_due", "Months over"),
            Shown("verdict", "Verdict", "code"),
        ),
        key=("promise", "part"),
    ),
    Layout(
        "months",
        "Volume by month",
        (
            Shown("part", "Goal for", "code"),
            Shown("month", "Month", "month"),
            Shown("counted", "Counted", opens={"promise": "volume", "state": "counted"}),
            Shown("target", "Goal"),
            Shown("state", "State", "code"),
        ),
        key=("part", "month"),
    ),
    Layout(
        "lacking",
        "What hand-offs lacked",
        (
            Shown("step", "Step", "code"),
            Shown("what", "Promise", "code"),
            Shown("names", "Field or action", "code"),
            Shown("lacked", "Lacked it"),
            Shown("of", "Hand-offs"),
            Shown("lacked_share", "Share", "share"),
        ),
    ),
)

MEASURE = Measure(
    name="promises",
    title="Marketing's promises",
    question="Does marketing keep what it promised sales: volume, data, actions, and nobody waiting too long?",
    unit="share of due cases kept",
    least_sample=FEW,
    counted=(
        "Data: a hand-off by marketing came with a value for every field the pact asks for, by what was recorded with "
        "it or before. Actions: every action the pact asks for was recorded before it. Waiting: a qualified lead that "
        "had to wait was handed over by its deadline; due are those whose deadline has passed, running ones count "
        "neither way, and a lead that went back, was given up or had a deal before its deadline is withdrawn. Volume: "
        "what the goal counts of a month, as the measure goals counts it, for months that are over, lie wholly in the "
        "period, and since the goal holds. Of some of the leads no volume is judged, for it is agreed for all of them."
    ),
    formula="Kept / due with Wilson's range. A goal per week, quarter or year is taken as its part of a month.",
    assumptions=(
        "The pact in force is held against all hand-offs of the period.",
        "A hand-off that sales makes itself owes nothing.",
    ),
    cannot_say=(
        "Whether the values were right: going back for information shows what sales corrected.",
        "How fast marketing answers a lead sent back to it: no fact says so yet.",
    ),
    published="proportions (Newcombe 1998)",
    reads=(
        ("handed_over", "seq, occurred_s, occurred_month, recorded_s, side, step"),
        ("described", "seq, occurred_s, recorded_s, field, value_code"),
        ("action_done", "seq, occurred_s, recorded_s, field"),
        ("queued", "seq, occurred_s, occurred_month, due_s"),
        ("captured, qualified, accepted, won", "seq, occurred_s, occurred_month, source"),
        ("recycled, rejected, disqualified, gave_up, deal_opened, lost", "seq, occurred_s"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only what was owed at or after it"),
        Parameter("until_s", "instant", "only what was owed before it"),
        SOURCE,
        RUNNING,
        PART,
        Parameter("first_month", "number", "the first month, yyyymm, that lies wholly in the period"),
        Parameter("last_month", "number", "the last month, yyyymm, that lies wholly in the period"),
        Parameter("comes_with", "mapping", "by step: groups of fields, of each of which one must be known"),
        Parameter("after", "mapping", "by step: actions done before the hand-off"),
        Parameter("targets", "mapping", "by what is counted: target, per (week, month, quarter, year), from_month"),
        Parameter("promised", "mapping", "by promise (data, actions, waiting): the share promised, between 0 and 1"),
    ),
    queries=(
        Query("states", tallied, shape=_shape),
        Query("missing", missing, shape=_shape, is_wanted=lambda _counts, values: bool(_shape(values))),
    ),
    estimate=estimate,
    chart="promises",
    sentences={
        "none": "No leads are recorded by {until}, so nothing is owed yet.",
        "few": "No promise of marketing's can be judged by {until} yet.",
        "part": "What marketing promised is agreed for all leads, so it is not judged by some of them.",
        "judged": "Kept of marketing's promises that can be judged: {kept} of {judged}.",
        "volume": "Goal for {what}: reached in {kept:,} of {due:,} months that are over.",
        "data": (
            "{kept:,} of {due:,} hand-offs came with all the data asked for: {share:.0%} ({low:.0%} to {high:.0%})."
        ),
        "data_few": "{kept:,} of {due:,} hand-offs came with all the data asked for: too few to say more.",
        "actions": (
            "Before {kept:,} of {due:,} hand-offs every action asked for was done: {share:.0%} ({low:.0%} to "
            "{high:.0%})."
        ),
        "actions_few": "Before {kept:,} of {due:,} hand-offs every action asked for was done: too few to say more.",
        "waiting": (
            "{kept:,} of {due:,} leads that had to wait were handed over in time: {share:.0%} ({low:.0%} to "
            "{high:.0%})."
        ),
        "waiting_few": "{kept:,} of {due:,} leads that had to wait were handed over in time: too few to say more.",
        "lacked": "Lacking most often: {fields}.",
        "running": "Still waiting within their time, and counted neither way: {cases:,}.",
        "no_pact": "No pact in force says what marketing promises, so only waiting is judged.",
        "for_all": "How many leads marketing promised is agreed for all leads, so it is not held against some of them.",
    },
    layouts=_LAYOUTS,
    behind=Behind(
        cases,
        "lead_id",
        {
            "promise": same("promise"),
            "part": same("part"),
            "month": lambda value, _key, _values: f"month = {int(value.replace('-', ''))}",
            "source": same("source"),
            "state": _state,
        },
        shape=_shape,
        blanks=frozenset({"part"}),
    ),
)
