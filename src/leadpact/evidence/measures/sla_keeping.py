"""Whether leads that were handed over are touched in time, with clocks still running left out of the verdict."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

import ibis

from leadpact.evidence.behind import Behind, Key
from leadpact.evidence.clocks import BUCKET_MINUTES, clocks, hand_offs
from leadpact.evidence.life_table import LifeTable, Percentile, life_table, percentile
from leadpact.evidence.measure import (
    AS_OF,
    Answer,
    Counts,
    Layout,
    Measure,
    Parameter,
    Query,
    Shown,
    Values,
)
from leadpact.evidence.result import Row, in_order, iso, ranged, share
from leadpact.evidence.tables import FAR_S, count_of
from leadpact.evidence.uncertainty import FEW, Prior, Range, kleinman, limits, outside, overdispersion

SHARES = (0.5, 0.8, 0.9)
MOST_RAW = 100_000
_Z998 = 3.090232306167813
"""The limits of 99.8% in standard deviations."""
_SUMS = ("clocks", "due", "kept", "running", "overdue", "withdrawn", "touched", "late_again", "unmeasured")


def states(table: Any, p: Values) -> Any:
    """The clocks with their state: touched, withdrawn (before the deadline, untouched) or open."""
    told = clocks(table, p)
    is_touched = told.touch_s < FAR_S
    is_withdrawn = ~is_touched & (told.withdrawn_s <= told.due_s)
    is_left = ~is_touched & (told.withdrawn_s < FAR_S)
    end_s = is_touched.ifelse(told.touch_s, is_left.ifelse(told.withdrawn_s, p["as_of_s"]))
    wall_s = end_s - told.start_s
    return told.select(
        "hand_id",
        "person_id",
        "is_reassigned",
        "is_late_again",
        "due_s",
        "touch_s",
        is_touched=is_touched.ifelse(1, 0),
        is_withdrawn=is_withdrawn.ifelse(1, 0),
        is_open=(is_touched | is_left).ifelse(0, 1),
        is_unmeasured=(is_touched & (told.worked_s < 0)).ifelse(1, 0),
        seconds=(told.worked_s < 0).ifelse(wall_s, told.worked_s),
    )


def people(table: Any, p: Values) -> Any:
    """Clocks per person (reassigned ones apart): due, kept, running, overdue, withdrawn, touched."""
    told = states(table, p)
    is_past = (told.due_s <= p["as_of_s"]) & (told.is_withdrawn == 0)
    return told.group_by(["person_id", "is_reassigned"]).agg(
        clocks=told.count(),
        due=count_of(is_past),
        kept=count_of(is_past & (told.touch_s <= told.due_s)),
        running=count_of((told.due_s > p["as_of_s"]) & (told.is_open == 1)),
        overdue=count_of(is_past & (told.is_open == 1)),
        withdrawn=count_of(told.is_withdrawn == 1),
        touched=count_of(told.is_touched == 1),
        late_again=count_of(told.is_late_again == 1),
        unmeasured=count_of(told.is_unmeasured == 1),
    )


def times(table: Any, p: Values) -> Any:
    """Every clock with its seconds to the touch, or to where it was last seen."""
    told = states(table, p)
    return told.select("hand_id", "is_touched", "is_open", "seconds")


def buckets(table: Any, p: Values) -> Any:
    """Clocks per bucket of minutes (its upper edge), touched or not: a table of fixed size for any history."""
    told = states(table, p)
    edges = [(told.seconds <= 60 * minutes, minutes) for minutes in BUCKET_MINUTES[:-1]]
    told = told.select("is_touched", minutes=ibis.cases(*edges, else_=BUCKET_MINUTES[-1]).cast("int64"))
    return told.group_by(["minutes", "is_touched"]).agg(clocks=told.count())


def _is_small(counts: Counts, _values: Values) -> bool:
    return bool(sum(row["clocks"] for row in counts["people"]) < MOST_RAW)


def estimate(counts: Counts, values: Values) -> Answer:
    """The share kept of the clocks that are due, by person with guards, and the curve of waiting for a touch."""
    total = _total(counts["people"], "all", None)
    until = iso(values["as_of_s"])[:10]
    if total["clocks"] == 0:
        recorded = sum(row["hand_offs"] for row in counts["hand_offs"])
        return Answer("Counted", "no_clocks" if recorded else "none", {"until": until, "hand_offs": recorded})
    curve, unworked = _curve(counts, values)
    has_enough = total["due"] >= FEW
    waits = [_wait(percentile(curve, wanted), has_enough) for wanted in SHARES]
    rows = [total, *_people_rows(counts["people"], total)]
    key, args = _sentence(total, waits[0]["seconds"])
    return Answer(
        "Corrected",
        key,
        args,
        rows=tuple(rows),
        tables={
            "percentiles": tuple(waits),
            "curve": tuple(_curve_rows(curve)) if has_enough else (),
            "limits": tuple(_trumpet(rows, total)),
        },
        notes=tuple(_notes(rows, total, unworked, values)),
        chart_data={"promise_share": values["promise_share"]},
    )


def _wait(found: Percentile, has_enough: bool) -> Row:
    """By when a share of the leads was touched; empty where too few clocks are due to say."""
    if not has_enough:
        return {"share": found.share, "seconds": None, **ranged("seconds", None), "is_reached": None, "support": "none"}
    low, high, is_reached = found.low, found.high, found.time is not None
    told = {"seconds": found.time, "seconds_low": low, "seconds_high": high, "is_reached": is_reached}
    return {"share": found.share, **told, "support": "enough"}


def _total(rows: list[Row], level: str, person_id: int | None) -> Row:
    sums = {name: sum(row[name] for row in rows) for name in _SUMS}
    kept = share(sums["kept"], sums["due"], "kept_share")
    return {"level": level, "person_id": person_id, **sums, **kept, "shrunk_share": None, "flag": None}


def _people_rows(counted: list[Row], total: Row) -> list[Row]:
    """People in order of their id, with the shrunk share and a flag only outside the 99.8% limits."""
    own: dict[int, list[Row]] = defaultdict(list)
    moved: list[Row] = []
    for row in counted:
        (moved if row["is_reassigned"] else own[row["person_id"]]).append(row)
    rows = [_total(own[person], "person", person or None) for person in sorted(own)]
    prior = kleinman([row["kept"] for row in rows], [row["due"] for row in rows])
    spread = _spread(rows, total)
    for row in rows:
        row.update(_judged(row, prior, total, spread))
    return [*in_order(rows, "person_id"), *([_total(moved, "reassigned", None)] if moved else [])]


def _spread(rows: list[Row], total: Row) -> float:
    """How much more people differ than chance gives, 1 for no more."""
    due = [row for row in rows if row["level"] == "person" and row["due"]]
    if not due:
        return 1.0
    return overdispersion([row["kept"] for row in due], [row["due"] for row in due], total["kept"] / total["due"])


def _judged(row: Row, prior: Prior, total: Row, spread: float) -> Row:
    if row["due"] == 0 or total["due"] < FEW:
        return {"shrunk_share": None, "flag": None}
    rate = total["kept"] / total["due"]
    flag = outside(row["kept"], row["due"], rate)
    band = _limits(row["due"], rate, spread)
    if band.low <= row["kept"] / row["due"] <= band.high:
        flag = "within"
    return {"shrunk_share": prior.shrunk(row["kept"], row["due"]), "flag": None if flag == "within" else flag}


def _curve(counts: Counts, values: Values) -> tuple[LifeTable, int]:
    """The waiting curve in seconds, and how many open clocks are counted by wall time."""
    ended: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    if "times" not in counts:
        for row in counts["buckets"]:
            ended[row["minutes"] * 60][row["is_touched"]] += row["clocks"]
        unworked = sum(row["running"] + row["overdue"] for row in counts["people"])
    else:
        worked, unworked = values["worked"] or {}, 0
        for row in counts["times"]:
            seconds = worked.get(row["hand_id"]) if row["is_open"] else None
            unworked += int(bool(row["is_open"]) and seconds is None)
            ended[row["seconds"] if seconds is None else int(seconds)][row["is_touched"]] += 1
    at = sorted(ended)
    return life_table(at, [ended[second][1] for second in at], [ended[second][0] for second in at]), unworked


def _curve_rows(curve: LifeTable) -> list[Row]:
    """Steps of the share touched by then; at most a few hundred, so that pages stay small."""
    steps = [place for place in range(len(curve.time)) if curve.events[place]]
    every = max(1, len(steps) // 300)
    kept = sorted({*steps[::every], *steps[-1:]})
    return [
        {
            "seconds": int(curve.time[place]),
            "at_risk": int(curve.at_risk[place]),
            "touched_share": float(1 - curve.survival[place]),
            "touched_share_low": float(1 - curve.high[place]),
            "touched_share_high": float(1 - curve.low[place]),
        }
        for place in kept
    ]


def _trumpet(rows: list[Row], total: Row) -> list[Row]:
    """Limits around the team's share by number of due clocks: between them nothing is said of anyone."""
    if total["due"] < FEW:
        return []
    rate = total["kept"] / total["due"]
    sizes = sorted({row["due"] for row in rows if row["level"] == "person" and row["due"]})
    spread = _spread(rows, total)
    found = [(size, _limits(size, rate, spread)) for size in sizes]
    return [{"due": size, "low": band.low, "high": band.high} for size, band in found]


def _limits(n: int, rate: float, spread: float) -> Range:
    """Exact limits around a rate; wider where people differ more than chance gives all over."""
    exact = limits(n, rate)
    if spread <= 1:
        return exact
    half = _Z998 * math.sqrt(spread * rate * (1 - rate) / n)
    return Range(min(exact.low, max(0.0, rate - half)), max(exact.high, min(1.0, rate + half)))


def _sentence(total: Row, half_s: float | None) -> tuple[str, Row]:
    args: Row = {name: total[name] for name in ("due", "kept", "running", "withdrawn")}
    if total["due"] < FEW:
        return "few", args
    args |= {"share": total["kept_share"], "low": total["kept_share_low"], "high": total["kept_share_high"]}
    if half_s is None:
        return "kept_half_not_reached", args
    return "kept", {**args, "half_hours": half_s / 3600}


def _notes(rows: list[Row], total: Row, unworked: int, values: Values) -> list[tuple[str, Row]]:
    people_rows = [row for row in rows if row["level"] == "person"]
    flagged = sum(row["flag"] is not None for row in people_rows)
    notes: list[tuple[str, Row]] = []
    if len(people_rows) > 1 and total["due"] >= FEW:
        notes.append(("outside", {"people": flagged}) if flagged else ("within", {}))
    spread = _spread(rows, total)
    if spread > 1:
        notes.append(("wide", {"times": math.sqrt(spread)}))
    if values["promise_share"] is not None:
        notes.append(("promise", {"promise": values["promise_share"]}))
    if total["unmeasured"]:
        notes.append(("wall", {"clocks": total["unmeasured"]}))
    if unworked:
        notes.append(("wall_open", {"clocks": unworked}))
    if total["late_again"]:
        notes.append(("late_again", {"clocks": total["late_again"]}))
    return notes


_DUE = "due_s <= {as_of_s} AND is_withdrawn = 0"
_CLOCKS = {
    "due": _DUE,
    "kept": f"{_DUE} AND touch_s <= due_s",
    "late": f"{_DUE} AND is_touched = 1 AND touch_s > due_s",
    "overdue": f"{_DUE} AND is_open = 1",
    "missed": f"{_DUE} AND touch_s > due_s",
    "running": "due_s > {as_of_s} AND is_open = 1",
    "withdrawn": "is_withdrawn = 1",
    "touched": "is_touched = 1",
    "late_again": "is_late_again = 1",
    "unmeasured": "is_unmeasured = 1",
}


def _clock(value: str, _key: Key, values: Values) -> str:
    return _CLOCKS[value].format(as_of_s=values["as_of_s"])


_BEHIND = Behind(
    states,
    "hand_id",
    {
        "level": lambda value, _key, _values: {
            "all": "1 = 1",
            "person": "is_reassigned = 0",
            "reassigned": "is_reassigned = 1",
        }[value],
        "person_id": lambda value, _key, _values: f"person_id = {int(value or 0)}",
        "outcome": _clock,
    },
    tells_late=frozenset(("due", "kept", "late", "overdue", "missed", "running", "late_again")),
)

MEASURE = Measure(
    name="sla_keeping",
    title="Answering in time",
    question="Of the leads handed over, how many were touched within the promised time, and how long do leads wait?",
    unit="share of due clocks kept",
    least_sample=FEW,
    counted=(
        "One clock per hand-off that carries a deadline. The first contact by sales, or a deal, stops it. Due are "
        "the clocks whose deadline "
        "has passed, touched or not; kept are those of them touched by the deadline. Clocks still running count "
        "neither way. A lead sent back, "
        "given up, disqualified, merged or handed over again before its deadline is withdrawn. A new owner brings a "
        "new deadline, and is in "
        "nobody's own figures."
    ),
    formula=(
        "Kept / due with Wilson's range. Waiting: Kaplan-Meier with open clocks censored at the snapshot; "
        "percentiles by Brookmeyer-Crowley. "
        "By person: beta-binomial shrinkage by Kleinman's moments, flagged only outside exact 99.8% binomial limits "
        "around the team's share, widened where ten or more people differ more than chance gives (Spiegelhalter 2005)."
    ),
    assumptions=(
        "Contacts are recorded. What is not recorded cannot count as kept.",
        "A clock still open will wait as long as others that waited so far.",
    ),
    cannot_say=("Whether answering faster wins more.", "Who is best: people differ by chance more than one expects."),
    published="kaplan_meier (Freireich 1963, Miller 1997); proportions (Newcombe 1998); shrinkage (Tarone 1982)",
    reads=(
        ("handed_over", "id, seq, occurred_s, due_s, person_id"),
        ("call, email, meeting, social", "seq, occurred_s, side (sales), worked_s"),
        ("reassigned", "seq, occurred_s, due_s"),
        ("deal_opened, won, lost", "seq, occurred_s, worked_s"),
        ("rejected, recycled, gave_up, disqualified", "occurred_s"),
        ("merged, unmerged, corrected", "occurred_s, value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only hand-offs at or after it"),
        Parameter("until_s", "instant", "only hand-offs before it"),
        Parameter("promise_share", "number", "share of clocks that the pact promises to keep, between 0 and 1"),
        Parameter("worked", "mapping", "working seconds of open clocks at the snapshot, by id of the handed_over fact"),
    ),
    queries=(
        Query("hand_offs", hand_offs),
        Query("people", people),
        Query("times", times, is_wanted=_is_small),
        Query("buckets", buckets, is_wanted=lambda counts, values: not _is_small(counts, values)),
    ),
    estimate=estimate,
    chart="waiting",
    sentences={
        "none": "No hand-offs are recorded by {until}, so there is nothing to keep yet.",
        "no_clocks": (
            "{hand_offs:,} hand-offs are recorded by {until}, but none carries a deadline, so there is nothing to "
            "keep yet."
        ),
        "few": (
            "{kept:,} of {due:,} due clocks kept: too few to say more. Still running, and not counted against "
            "anyone: {running:,}."
        ),
        "kept": (
            "{kept:,} of {due:,} due clocks kept: {share:.0%} ({low:.0%} to {high:.0%}). Half of all leads wait more "
            "than {half_hours:.1f} "
            "hours. Still running, and not counted against anyone: {running:,}."
        ),
        "kept_half_not_reached": (
            "{kept:,} of {due:,} due clocks kept: {share:.0%} ({low:.0%} to {high:.0%}). Fewer than half of all "
            "leads were touched so far. "
            "Still running, and not counted against anyone: {running:,}."
        ),
        "within": "Differences between people are within chance.",
        "outside": "People whose share lies outside what chance gives: {people}.",
        "wide": (
            "People differ more than chance gives all over, so the limits are {times:.1f} times as wide: look for what "
            "divides them before looking at anyone."
        ),
        "promise": "The pact promises {promise:.0%}.",
        "wall": "Touches without recorded working time, counted by the wall clock: {clocks:,}.",
        "wall_open": (
            "Open clocks without working time, counted by the wall clock as far as they have come: {clocks:,}."
        ),
        "late_again": (
            "Clocks that got a new owner and a new deadline after the first deadline had passed: {clocks:,}. They "
            "are judged by the first one."
        ),
    },
    layouts=(
        Layout(
            "", "Clocks",
            (
                Shown("level", "Whose", "code"), Shown("person_id", "Person", "person"),
                *(Shown(name, name.capitalize(), opens={"outcome": name})
                  for name in ("due", "kept", "overdue", "running", "withdrawn")),
                Shown("kept_share", "Share kept", "share"),
            ),
            key=("level", "person_id"),
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
