"""Whether leads that are touched fast do better, compared like with like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

import ibis
import numpy as np

from leadpact.evidence.association import e_value
from leadpact.evidence.behind import PERIOD, Behind, Key, same
from leadpact.evidence.handed import BAND_WORDS, HANDED_SINCE, HANDED_UNTIL, NO_POINTS, handed
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
from leadpact.evidence.result import Row, in_order, iso, share
from leadpact.evidence.spells import BANDS
from leadpact.evidence.tables import DAY_S, FAR_S, count_of, one, whole
from leadpact.evidence.uncertainty import FEW, Floats, Ints, Range

LANDMARK_DAYS = 7
"""Outcomes count from the first touch on, and no later than so many days after the hand-off."""
DRAWS, SEED = 1000, 20_110_302
MONDAY_S = 3 * DAY_S
"""The first day of 1970 was a Thursday: so many seconds make weeks begin on Monday."""
_NEEDS = (*PERIOD, "fast_minutes", "within_days")
_SIDES = ("fast", "slow")


class Hours(NamedTuple):
    """Working hours of a place.

    ``open`` are stretches of a week in seconds from Monday midnight, ``offsets`` those from UTC in seconds, each
    with the instant from which it holds, ``closed`` local days off as days since 1970.
    """

    open: tuple[tuple[int, int], ...] = ()
    offsets: tuple[tuple[int, int], ...] = ()
    closed: tuple[int, ...] = ()


Group: TypeAlias = tuple[str, str, str]
"""Source, score band and arrival of leads that are alike."""


def _shape(values: Values) -> Hours:
    given = values["hours"] or {}
    try:
        pairs = {name: tuple((int(a), int(b)) for a, b in given.get(name, ())) for name in ("open", "offsets")}
        return Hours(**pairs, closed=tuple(int(day) for day in given.get("closed", ())))
    except (TypeError, ValueError) as error:
        raise BadParameter(
            f"speed_to_lead: hours cannot be read ({error}); expected pairs of whole seconds."
        ) from error


def compared(table: Any, p: Values, hours: Hours = Hours()) -> Any:  # noqa: B008 - a tuple of nothing
    """One row per lead handed over: alike group, fast or slow, whether it can be judged, and what it became.

    state: counted; young (not followed long enough after its landmark); ended (became a deal or ended before it).
    """
    told = handed(table, p, with_attempts=True)
    latest_s = told.hand_s + LANDMARK_DAYS * DAY_S
    told = told.mutate(mark_s=(told.try_s < latest_s).ifelse(told.try_s, latest_s))
    until_s = told.mark_s + p["within_days"] * DAY_S
    is_ended = (told.deal_s < told.mark_s) | (told.end_s < told.mark_s)
    edges = [(told.points < line, name) for line, name in BANDS]
    return told.select(
        "lead_id",
        "source",
        band=ibis.cases((told.points == NO_POINTS, "none"), *edges, else_="80+"),
        arrival=_arrival(told.hand_s, hours),
        side=(told.try_s <= told.hand_s + p["fast_minutes"] * 60).ifelse("fast", "slow"),
        state=ibis.cases((is_ended, "ended"), (until_s > p["as_of_s"], "young"), else_="counted"),
        is_deal=one((told.deal_s < FAR_S) & (told.deal_s <= until_s)),
        is_won=one((told.won_s < FAR_S) & (told.won_s <= until_s)),
    )


def _arrival(instant_s: Any, hours: Hours) -> Any:
    """Whether an instant lies in working hours: in_hours, out_of_hours, or unknown where none are given."""
    if not hours.open:
        return ibis.literal("unknown")
    shift: Any = hours.offsets[0][1] if hours.offsets else 0
    if len(hours.offsets) > 1:
        later = [(instant_s >= from_s, offset) for from_s, offset in reversed(hours.offsets[1:])]
        shift = ibis.cases(*later, else_=hours.offsets[0][1])
    local_s = (instant_s + shift).cast("int64")
    week_s = (local_s + MONDAY_S) % (7 * DAY_S)
    first, *rest = [(week_s >= opens) & (week_s < closes) for opens, closes in hours.open]
    is_open = first
    for each in rest:
        is_open = is_open | each
    if hours.closed:
        is_open = is_open & ~whole(local_s, DAY_S).isin(list(hours.closed))
    return is_open.ifelse("in_hours", "out_of_hours")


def strata(table: Any, p: Values, hours: Hours = Hours()) -> Any:  # noqa: B008 - a tuple of nothing
    """Leads per group of like ones, side and state: how many, how many became deals, how many were won."""
    told = compared(table, p, hours)
    return told.group_by(["source", "band", "arrival", "side", "state"]).agg(
        leads=told.count(), deal=count_of(told.is_deal == 1), won=count_of(told.is_won == 1)
    )


def estimate(counts: Counts, values: Values) -> Answer:
    """The outcome of fast and slow leads as they are, and compared within groups of like leads."""
    rows = [row for row in counts["strata"] if values["source"] in (None, row["source"])]
    if not rows:
        return Answer("Counted", "none", {"until": iso(values["as_of_s"])[:10]})
    event = values["event"]
    groups = _groups(rows, event)
    total = _added(groups.values())
    args: Row = {"minutes": values["fast_minutes"], "fast": int(total[0, 0]), "slow": int(total[1, 0])}
    tables = {"strata": tuple(_stratum_row(event, group, counted) for group, counted in groups.items())}
    notes = _state_notes(rows, values)
    if total[:, 0].min() < FEW:
        return Answer("Counted", "few", args, tables=tables, notes=tuple(notes))
    naive = _naive_row(event, total, _ratio(total[None]))
    alike = np.stack([counted for counted in groups.values() if _is_covered(counted)] or [np.zeros((2, 2), np.int64)])
    covered = int(alike[:, :, 0].sum())
    if covered == 0:
        return Answer("Counted", "no_like", args, rows=(naive,), tables=tables, notes=tuple(notes))
    adjusted = _ratio(alike)
    row = _adjusted_row(event, alike, adjusted)
    notes = [("covered", {"covered": covered, "leads": int(total[:, 0].sum())}), *_strength(adjusted), *notes]
    is_alike = adjusted.range.low <= 1 <= adjusted.range.high
    args |= {"ratio": adjusted.ratio, "low": adjusted.range.low, "high": adjusted.range.high, "naive": naive["ratio"]}
    key = f"{event}_{'alike' if is_alike else 'differs'}"
    if not np.isfinite([args["ratio"] or np.inf, args["high"], args["naive"] or np.inf]).all():
        key, args = "no_slow_event", {name: args[name] for name in ("minutes", "fast", "slow")}
    return Answer("Adjusted", key, args, rows=(naive, row), tables=tables, notes=tuple(notes))


def _groups(rows: Iterable[Row], event: str) -> dict[Group, Ints]:
    """Leads and outcomes, (fast, slow) by (leads, events), of each group of like leads that can be judged."""
    found: dict[Group, Ints] = defaultdict(lambda: np.zeros((2, 2), dtype=np.int64))
    for row in in_order(rows, "source", "band", "arrival"):
        if row["state"] == "counted":
            found[row["source"], row["band"], row["arrival"]][_SIDES.index(row["side"])] += [row["leads"], row[event]]
    return dict(found)


def _added(counted: Iterable[Ints]) -> Ints:
    total: Ints = np.sum([np.zeros((2, 2), dtype=np.int64), *counted], axis=0)
    return total


def _is_covered(counted: Ints) -> bool:
    return bool(counted[:, 0].min() >= FEW)


class _Ratio(NamedTuple):
    """Shares of the fast and the slow, standardised to all covered leads, their ratio and its range."""

    fast: float
    slow: float
    ratio: float | None
    range: Range


def _ratio(alike: Ints) -> _Ratio:
    """Shares over groups weighted by their leads; the range from 1,000 seeded binomial draws of every cell."""
    leads, events = alike[:, :, 0], alike[:, :, 1]
    weights = leads.sum(axis=1) / leads.sum()
    rng = np.random.default_rng(SEED)
    drawn = rng.binomial(leads, events / leads, size=(DRAWS, *leads.shape)) / leads
    fast, slow = (float(x) for x in weights @ (events / leads))
    each: Floats = np.einsum("g,dgs->ds", weights, drawn)
    ratios = np.divide(each[:, 0], each[:, 1], out=np.full(DRAWS, np.inf), where=each[:, 1] > 0)
    low, high = np.percentile(ratios, [2.5, 97.5], method="nearest")
    return _Ratio(fast, slow, fast / slow if slow > 0 else None, Range(float(low), float(high)))


def _naive_row(event: str, total: Ints, found: _Ratio) -> Row:
    line: Row = {"compared": "as_they_are", "event": event}
    for place, side in enumerate(_SIDES):
        n, k = (int(each) for each in total[place])
        line |= {side: n, f"{side}_event": k, **_sided(side, k, n)}
    return {**line, **_ratio_columns(found), "covered": None}


def _sided(side: str, k: int, n: int) -> Row:
    return {name: item for name, item in share(k, n, f"{side}_share").items() if name != "support"}


def _adjusted_row(event: str, alike: Ints, found: _Ratio) -> Row:
    line: Row = {"compared": "like_with_like", "event": event}
    for side, value in zip(_SIDES, (found.fast, found.slow), strict=True):
        line |= {side: None, f"{side}_event": None, f"{side}_share": value}
        line |= {f"{side}_share_low": None, f"{side}_share_high": None}
    return {**line, **_ratio_columns(found), "covered": int(alike[:, :, 0].sum())}


def _ratio_columns(found: _Ratio) -> Row:
    return {"ratio": found.ratio, "ratio_low": found.range.low, "ratio_high": found.range.high}


def _stratum_row(event: str, group: Group, counted: Ints) -> Row:
    line: Row = {**dict(zip(("source", "band", "arrival"), group, strict=True)), "event": event}
    for place, side in enumerate(_SIDES):
        n, k = (int(each) for each in counted[place])
        line |= {side: n, f"{side}_event": k, **_sided(side, k, n)}
    return {**line, "is_covered": _is_covered(counted)}


def _strength(found: _Ratio) -> list[tuple[str, Row]]:
    """What an unrecorded trait would have to do to explain the comparison away."""
    if found.ratio is None or found.ratio <= 0 or found.range.low <= 1 <= found.range.high:
        return []
    near = found.range.low if found.ratio > 1 else found.range.high
    return [("e_value", {"strength": e_value(found.ratio), "least": e_value(near)})]


def _state_notes(rows: list[Row], values: Values) -> list[tuple[str, Row]]:
    found: list[tuple[str, Row]] = []
    for state in ("young", "ended"):
        leads = sum(row["leads"] for row in rows if row["state"] == state)
        if leads:
            found.append(
                (state, {"leads": leads, "days": values["within_days"]} if state == "young" else {"leads": leads})
            )
    if all(row["arrival"] == "unknown" for row in rows):
        found.append(("no_hours", {}))
    return found


_OUTCOMES: Mapping[str, str] = {
    "fast": "side = 'fast'",
    "fast_event": "side = 'fast' AND {event} = 1",
    "slow": "side = 'slow'",
    "slow_event": "side = 'slow' AND {event} = 1",
}


def _outcome(value: str, key: Key, _values: Values) -> str:
    event = {"deal": "is_deal", "won": "is_won"}[key.get("event", "deal")]
    return f"state = 'counted' AND {_OUTCOMES[value].format(event=event)}"


_COLUMNS = tuple(
    shown
    for side, title, event in (("fast", "Fast", "fast_event"), ("slow", "Later or never", "slow_event"))
    for shown in (
        Shown(side, title, opens={"outcome": side}),
        Shown(event, "With the outcome", opens={"outcome": event}),
        Shown(f"{side}_share", "Share", "share"),
    )
)
_LAYOUTS = (
    Layout(
        "",
        "Fast and slow",
        (
            Shown("compared", "Compared", "code"),
            *_COLUMNS,
            Shown("ratio", "Ratio", "number", digits=2),
            Shown("covered", "Leads compared"),
        ),
        key=("event",),
    ),
    Layout(
        "strata",
        "Groups of like leads",
        (
            Shown("source", "Source", "code"),
            Shown("band", "Points", "text", words=BAND_WORDS),
            Shown("arrival", "Arrived", "code"),
            *_COLUMNS,
            Shown("is_covered", "Compared", "text"),
        ),
        key=("source", "band", "arrival", "event"),
    ),
)

MEASURE = Measure(
    name="speed_to_lead",
    title="Speed to lead",
    question="Do leads that are touched fast do better, compared with leads like them?",
    unit="ratio of shares",
    least_sample=FEW,
    counted=(
        "Each lead at its first hand-off. Fast: sales tried to reach it within so many minutes by the wall clock; "
        "slow: later or never. The outcome (a deal, or a win) counts from a landmark on, the first touch or seven "
        "days after the hand-off, whichever came first, and for so many days; leads that became a deal, lost one "
        "or ended between the two are left out, and so are leads not followed that long yet."
    ),
    formula=(
        "Like leads: same source, score band, and arrival in or out of working hours, at least 10 on both sides. "
        "Share of the fast = sum of n_s / N p_fast,s over groups, likewise of the slow; their ratio with a range from "
        "1,000 seeded binomial draws. E-value = RR + sqrt(RR (RR - 1)) (VanderWeele & Ding 2017). Beside it the "
        "naive ratio of all."
    ),
    assumptions=(
        "Within a group of like leads, who is called fast has nothing to do with chances.",
        "Attempts are recorded when they are made.",
    ),
    cannot_say=(
        "Whether speed makes leads better: hot leads are called first. Only a shuffled call order can say that.",
        "Anything of leads in groups without ten on both sides.",
    ),
    published="proportions (Newcombe 1998); simulated companies of known truth (naive 1.94, like with like 1.57)",
    reads=(
        ("handed_over", "seq, occurred_s, points, source"),
        ("call, email, meeting, social", "seq, occurred_s, side (sales)"),
        ("captured", "seq, occurred_s, source"),
        ("deal_opened, won, lost, disqualified, rejected, recycled, gave_up", "seq, occurred_s"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF, HANDED_SINCE, HANDED_UNTIL, SOURCE,
        Parameter("event", "choice", "what counts: a deal or a win", default="deal", choices=("deal", "won")),
        Parameter("fast_minutes", "number", "touched within so many minutes is fast", default=60),
        Parameter("within_days", "number", "days after the landmark in which the outcome counts", default=90),
        Parameter(
            "hours", "mapping",
            "working hours: open (seconds of the week from Monday), offsets from UTC (from when, seconds), closed days",
        ),
    ),
    queries=(Query("strata", strata, needs=_NEEDS, shape=_shape),),
    estimate=estimate,
    chart="ratios",
    sentences={
        "none": "No leads are handed over by {until}, so there is nothing to compare yet.",
        "few": (
            "Touched within {minutes:.0f} minutes: {fast:,}; later or never: {slow:,} that can be judged. Too few to "
            "compare."
        ),
        "no_like": (
            "Touched within {minutes:.0f} minutes: {fast:,}; later or never: {slow:,}. No group of like leads has ten "
            "on both sides, so nothing can be said: hot leads are called first."
        ),
        "no_slow_event": (
            "Touched within {minutes:.0f} minutes: {fast:,}; later or never: {slow:,}. Too few outcomes to give a "
            "ratio."
        ),
        "deal_differs": (
            "Compared like with like, leads touched within {minutes:.0f} minutes became deals {ratio:.2f} times as "
            "often as others ({low:.2f} to {high:.2f}); as they are it looks like {naive:.2f} times."
        ),
        "won_differs": (
            "Compared like with like, leads touched within {minutes:.0f} minutes were won {ratio:.2f} times as "
            "often as others ({low:.2f} to {high:.2f}); as they are it looks like {naive:.2f} times."
        ),
        "deal_alike": (
            "Compared like with like we see no difference between leads touched within {minutes:.0f} minutes and "
            "others in becoming deals: {ratio:.2f} times as often ({low:.2f} to {high:.2f}); as they are it looks "
            "like {naive:.2f} times."
        ),
        "won_alike": (
            "Compared like with like we see no difference between leads touched within {minutes:.0f} minutes and "
            "others in being won: {ratio:.2f} times as often ({low:.2f} to {high:.2f}); as they are it looks like "
            "{naive:.2f} times."
        ),
        "covered": (
            "{covered:,} of {leads:,} leads lie in groups of like ones with at least ten on both sides; the "
            "comparison is of those."
        ),
        "e_value": (
            "To explain this away, an unrecorded trait would have to make a lead both {strength:.1f} times likelier to "
            "be called fast and {strength:.1f} times likelier to have the outcome; {least:.1f} times would leave no "
            "visible difference."
        ),
        "young": "Leads not followed for {days:.0f} days yet, and left out: {leads:,}.",
        "ended": "Leads that became a deal or ended before anybody touched them, and left out: {leads:,}.",
        "no_hours": "Working hours are not known, so leads of the night are compared with leads of the day.",
    },
    layouts=_LAYOUTS,
    behind=Behind(
        compared,
        "lead_id",
        {
            "source": same("source"),
            "band": same("band"),
            "arrival": same("arrival"),
            "event": lambda value, _key, _values: {"deal": "1 = 1", "won": "1 = 1"}[value],
            "outcome": _outcome,
        },
        needs=_NEEDS,
        shape=_shape,
    ),
)  # fmt: skip
