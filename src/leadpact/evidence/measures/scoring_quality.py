"""How good the scoring is now: whether more points go with more success, and mean what they meant before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from leadpact.evidence.association import difference_of_shares_p
from leadpact.evidence.behind import PERIOD, Behind, Key, same
from leadpact.evidence.calibration import (
    HALF,
    Calibration,
    Chance,
    Interval,
    Learned,
    calibration,
    concordance,
    equal_bins,
    learned_chance,
    rising,
)
from leadpact.evidence.handed import BANDS, HANDED_SINCE, HANDED_UNTIL, NO_POINTS, handed
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, in_order, iso, share
from leadpact.evidence.tables import DAY_S, count_of, one, whole
from leadpact.evidence.uncertainty import ENOUGH, FEW, Ints, benjamini_hochberg

_NEEDS = (*PERIOD, "within_days")
_WEEK_S = 7 * DAY_S
_Z_BY_CHANCE = ("z_by_chance_low", "z_by_chance_high")
"""Between them z stays by chance alone: a bare z is read against 1.96, which shares learned from few leads pass."""


def scored(table: Any, p: Values, source: str | None = None) -> Any:
    """One row per lead handed over: its points and week, and for both events whether it can be judged and had it."""
    told = handed(table, p)
    if source is not None:
        told = told.filter(told.source == source)
    until_s = told.hand_s + p["within_days"] * DAY_S
    return told.select(
        "lead_id", "source", "points",
        week=whole(told.hand_s, _WEEK_S),
        is_scored=one(told.points != NO_POINTS),
        accepted_judged=one(told.answer != "open"),
        accepted=one(told.answer == "accepted"),
        won_judged=one(until_s <= p["as_of_s"]),
        won=one((until_s <= p["as_of_s"]) & (told.won_s <= until_s)),
    )  # fmt: skip


def by_points(table: Any, p: Values, source: str | None = None) -> Any:
    """Leads handed over per points and week: those that can be judged, accepted and won."""
    told = scored(table, p, source)
    return told.group_by(["points", "week", "is_scored"]).agg(
        leads=told.count(),
        accepted_judged=count_of(told.accepted_judged == 1),
        accepted=count_of(told.accepted == 1),
        won_judged=count_of(told.won_judged == 1),
        won=count_of(told.won == 1),
    )


def estimate(counts: Counts, values: Values) -> Answer:
    """Success by points, how well points rank leads, and whether shares learned before still hold."""
    rows = in_order(counts["by_points"], "points", "week")
    if not rows:
        return Answer("Counted", "none", {"until": iso(values["as_of_s"])[:10]})
    event = values["event"]
    told = [row for row in rows if row["is_scored"] and row[f"{event}_judged"]]
    bands = _band_rows(told, event)
    notes = _left_out(rows, event, values)
    judged = sum(row[f"{event}_judged"] for row in told)
    had = sum(row[event] for row in told)
    ranked = _ranked(told, event)
    if judged < ENOUGH or ranked is None:
        return Answer("Counted", "few", {"judged": judged, "had": had}, rows=tuple(bands), notes=tuple(notes))
    args: Row = {"judged": judged, "had": had, "value": ranked.value, "low": ranked.low, "high": ranked.high}
    split = _split(told, event)
    found = None if split is None else _tested(told, event, split)
    line: Row = {"event": event, "judged": judged, "had": had, "concordance": ranked.value}
    line |= {"concordance_low": ranked.low, "concordance_high": ranked.high, **_fit(found, told, event, split)}
    reliability = () if found is None or split is None else tuple(_bin_rows(found, event, split))
    return Answer(
        "Counted",
        event,
        args,
        rows=tuple(bands),
        tables={"quality": (line,), "reliability": reliability},
        notes=(*_fit_notes(line), *_falling(bands), *notes),
    )


def _band(points: int) -> int:
    return max([0, *(edge for edge in BANDS if points >= edge)])


def _band_name(edge: int) -> str:
    return f"{edge} or more" if edge == BANDS[-1] else f"{edge} to {edge + 9}" if edge else "below 10"


def _band_rows(told: Sequence[Row], event: str) -> list[Row]:
    """Success per band of ten points, with the closest shares that never fall."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in told:
        sums[_band(row["points"])][0] += row[f"{event}_judged"]
        sums[_band(row["points"])][1] += row[event]
    edges = sorted(sums)
    if not edges:
        return []
    fitted = rising([sums[edge][1] for edge in edges], [sums[edge][0] for edge in edges])
    is_told = sum(sums[edge][0] for edge in edges) >= FEW
    return [
        {"band": _band_name(edge), "edge": edge, "event": event, "judged": sums[edge][0], "had": sums[edge][1],
         **share(sums[edge][1], sums[edge][0], "had_share"), "rising_share": float(fitted[place]) if is_told else None}
        for place, edge in enumerate(edges)
    ]  # fmt: skip


def _by_points(told: Sequence[Row], event: str) -> tuple[list[int], Ints, Ints]:
    """Points in order, with events and judged leads of each."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in told:
        sums[row["points"]][0] += row[event]
        sums[row["points"]][1] += row[f"{event}_judged"]
    points = sorted(sums)
    both = np.array([sums[each] for each in points], dtype=np.int64).reshape(-1, 2)
    return points, both[:, 0], both[:, 1]


def _ranked(told: Sequence[Row], event: str) -> Interval | None:
    _, events, leads = _by_points(told, event)
    return concordance(events, leads - events)


def _split(told: Sequence[Row], event: str) -> int | None:
    """The first week of the later half of the judged leads; None where a half would have fewer than 30."""
    by_week: dict[int, int] = defaultdict(int)
    for row in told:
        by_week[row["week"]] += row[f"{event}_judged"]
    total, before = sum(by_week.values()), 0
    for week in sorted(by_week):
        if 2 * before >= total:
            return week if total - before >= ENOUGH else None
        before += by_week[week]
    return None


class _Tested:
    """Shares learned from the earlier half, held against the later one, and what chance alone would give."""

    def __init__(self, points: list[int], places: Ints, found: Calibration, chance: Chance) -> None:
        self.points, self.places, self.found, self.chance = points, places, found, chance


def _tested(told: Sequence[Row], event: str, split: int) -> _Tested:
    earlier, events, leads = _by_points([row for row in told if row["week"] < split], event)
    learned = Learned(np.array(earlier, dtype=np.float64), rising(events.tolist(), leads.tolist(), HALF), leads)
    points, new_events, new_leads = _by_points([row for row in told if row["week"] >= split], event)
    at = np.array(points, dtype=np.float64)
    places = equal_bins(new_leads)
    found = calibration(places, learned.foretell(at), new_events, new_leads)
    return _Tested(points, places, found, learned_chance(learned, at, places, new_leads))


def _fit(tested: _Tested | None, told: Sequence[Row], event: str, split: int | None) -> Row:
    names = ("learned", "tested", "foretold", "observed", "error", "error_by_chance", "z", *_Z_BY_CHANCE)
    if tested is None or split is None:
        return dict.fromkeys((*names, "fits"))
    found, chance = tested.found, tested.chance
    n = int(found.leads.sum())
    learned = sum(row[f"{event}_judged"] for row in told if row["week"] < split)
    given = (learned, n, float(found.foretold @ found.leads) / n, int(found.events.sum()) / n, found.error,
             chance.error, found.z, chance.z_low, chance.z_high)  # fmt: skip
    return {**dict(zip(names, given, strict=True)), "fits": found.error <= chance.error}


def _bin_rows(tested: _Tested, event: str, split: int) -> list[Row]:
    found = tested.found
    rows = []
    for at, place in enumerate(np.unique(tested.places).tolist()):
        own = [points for points, bin_ in zip(tested.points, tested.places.tolist(), strict=True) if bin_ == place]
        n, k = int(found.leads[at]), int(found.events[at])
        line: Row = {"event": event, "from_points": own[0], "to_points": own[-1], "from_week": split, "judged": n}
        line |= {"had": k, "foretold": float(found.foretold[at])}
        line |= {"foretold_low": float(found.low[at]), "foretold_high": float(found.high[at])}
        rows.append({**line, **share(k, n, "had_share")})
    return rows


def _fit_notes(line: Row) -> list[tuple[str, Row]]:
    if line["fits"] is None:
        return [("untested", {})]
    args = {"tested": line["tested"]}
    args |= {"error_points": 100 * line["error"], "chance_points": 100 * line["error_by_chance"]}
    notes: list[tuple[str, Row]] = [("fits" if line["fits"] else "off", args)]
    if not line["fits"]:
        notes.append(("means", {"foretold": line["foretold"], "observed": line["observed"]}))
    low, high = (line[name] for name in _Z_BY_CHANCE)
    if line["fits"] != (low <= line["z"] <= high):
        notes.append(("z_beyond" if line["fits"] else "z_within", {"z": line["z"], "low": low, "high": high}))
    return notes


def _falling(bands: Sequence[Row]) -> list[tuple[str, Row]]:
    """Bands that clearly do worse than the band below them, by Benjamini-Hochberg over all neighbours."""
    pairs = [(low, high) for low, high in pairwise(bands) if min(low["judged"], high["judged"]) >= 10]
    ps = [difference_of_shares_p(low["had"], low["judged"], high["had"], high["judged"]) for low, high in pairs]
    return [
        ("falls", {"lower": low["band"], "upper": high["band"]})
        for (low, high), q in zip(pairs, benjamini_hochberg(ps), strict=True)
        if q <= 0.05 and high["had_share"] < low["had_share"]
    ]


def _left_out(rows: Sequence[Row], event: str, values: Values) -> list[tuple[str, Row]]:
    unscored = sum(row["leads"] for row in rows if not row["is_scored"])
    waiting = sum(row["leads"] - row[f"{event}_judged"] for row in rows if row["is_scored"])
    notes: list[tuple[str, Row]] = [("unscored", {"leads": unscored})] if unscored else []
    if waiting:
        args = {"leads": waiting, "days": values["within_days"]} if event == "won" else {"leads": waiting}
        notes.append((f"{event}_waiting", args))
    return notes


def _figure(value: str, key: Key, _values: Values) -> str:
    event = {"accepted": "accepted", "won": "won"}[key["event"]]
    condition = {"judged": f"{event}_judged = 1", "had": f"{event}_judged = 1 AND {event} = 1"}[value]
    return f"is_scored = 1 AND {condition}"


def _in_band(value: str, _key: Key, _values: Values) -> str:
    edge = int(value)
    low = "1 = 1" if edge == 0 else f"points >= {edge}"
    return low if edge == BANDS[-1] else f"{low} AND points < {edge + 10}"


_COUNTS = (
    Shown("judged", "Leads judged", opens={"figure": "judged"}),
    Shown("had", "Successes", opens={"figure": "had"}),
)
_LAYOUTS = (
    Layout(
        "",
        "By points",
        (
            Shown("band", "Points", "text"),
            *_COUNTS,
            Shown("had_share", "Share", "share"),
            Shown("rising_share", "Closest rising share", "share"),
        ),
        key=("edge", "event"),
    ),
    Layout(
        "reliability",
        "Foretold and come true",
        (
            Shown("from_points", "From points", "number"),
            Shown("to_points", "To points", "number"),
            *_COUNTS,
            Shown("foretold", "Foretold", "share"),
            Shown("had_share", "Come true", "share"),
        ),
        key=("from_points", "to_points", "from_week", "event"),
    ),
    Layout(
        "quality",
        "The score as a whole",
        (
            Shown("judged", "Leads judged"),
            Shown("concordance", "Ranks rightly", "share"),
            Shown("learned", "Learned from"),
            Shown("tested", "Held against"),
            Shown("foretold", "Foretold", "share"),
            Shown("observed", "Come true", "share"),
            Shown("error", "Off by, in percentage points", "points"),
            Shown("error_by_chance", "Off by chance up to", "points"),
            Shown("z", "Spiegelhalter's z", "number", digits=2),
            Shown("z_by_chance_low", "By chance, z from", "number", digits=2),
            Shown("z_by_chance_high", "By chance, z to", "number", digits=2),
        ),
    ),
)

MEASURE = Measure(
    name="scoring_quality",
    title="How good the scoring is",
    question="Do leads with more points do better, and do points still mean what they meant?",
    unit="share of judged leads",
    least_sample=ENOUGH,
    counted=(
        "Each lead that was handed over with points, at its first hand-off. Success is being accepted (sales took it, "
        "or had a deal, won or lost), of the leads that sales answered, or being won within so many days, of the leads "
        "handed over at least that long ago. Points are those the hand-off was decided on."
    ),
    formula=(
        "Share per band of ten points with Wilson's range, beside the closest rising shares (pooling adjacent "
        "violators). Ranks rightly: of one success and one failure, how often the success had more points, a range "
        "from 1,000 seeded draws. Points against outcome: rising shares learned from the earlier half, held against "
        "the later half in ten bins; error = sum of n_b / N |come true - foretold|, and Spiegelhalter's z, each "
        "beside what a score that still holds would show by chance (300 draws of both halves, learned again each "
        "time; 95 of 100 of them)."
    ),
    assumptions=("What sales answers, or buyers sign, is the success that points are meant to foretell.",),
    cannot_say=(
        "How leads that never crossed would have done: points look weaker among those that passed the gate.",
        "Whether other criteria would be better: a replay of another pact shows that.",
    ),
    published="proportions (Newcombe 1998); simulated scores of known quality",
    reads=(
        ("handed_over", "seq, occurred_s, points, source"),
        ("captured", "seq, occurred_s, source"),
        ("accepted, rejected, deal_opened, stage_changed, won, lost", "seq, occurred_s"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF, HANDED_SINCE, HANDED_UNTIL, SOURCE,
        Parameter(
            "event", "choice", "what counts: accepted or won", default="accepted", choices=("accepted", "won")
        ),
        Parameter("within_days", "number", "a win counts within so many days of the hand-off", default=90),
    ),
    queries=(Query("by_points", by_points, needs=_NEEDS, shape=lambda values: values["source"]),),
    estimate=estimate,
    chart="reliability",
    sentences={
        "none": "No leads are handed over by {until}, so no score can be judged.",
        "few": "Leads with points that can be judged: {judged:,}, successes: {had:,}. Too few to judge the scoring.",
        "accepted": (
            "Of one accepted lead and one sent back, the accepted one had more points {value:.0%} of the time "
            "({low:.0%} to {high:.0%}); tossing a coin gives 50%. Judged: {judged:,} leads, accepted: {had:,}."
        ),
        "won": (
            "Of one won lead and one not won, the won one had more points {value:.0%} of the time ({low:.0%} to "
            "{high:.0%}); tossing a coin gives 50%. Judged: {judged:,} leads, won: {had:,}."
        ),
        "fits": (
            "Points mean what they meant: what {tested:,} later leads did is off by {error_points:.1f} percentage "
            "points from what earlier ones foretold; by chance alone a score that holds would be off by up to "
            "{chance_points:.1f}."
        ),
        "off": (
            "Points no longer mean what they meant: what {tested:,} later leads did is off by {error_points:.1f} "
            "percentage points from what earlier ones foretold; by chance alone a score that holds would be off by up "
            "to {chance_points:.1f}."
        ),
        "z_beyond": (
            "Spiegelhalter's z, {z:.1f}, says otherwise: by chance alone it would lie between {low:.1f} and "
            "{high:.1f}. Where the two differ, read the bands."
        ),
        "z_within": (
            "Spiegelhalter's z, {z:.1f}, does not show it: by chance alone it would lie between {low:.1f} and "
            "{high:.1f}. Where the two differ, read the bands."
        ),
        "means": "Foretold for the later leads: {foretold:.1%}; come true: {observed:.1%}.",
        "untested": "Too few leads to learn from the earlier half and hold it against the later one.",
        "falls": "Leads with {upper} points do clearly worse than those with {lower}: look at the rows of the score.",
        "unscored": "Leads handed over without points, and left out: {leads:,}.",
        "accepted_waiting": "Leads not answered yet, and left out: {leads:,}.",
        "won_waiting": "Leads handed over less than {days:.0f} days ago, and left out: {leads:,}.",
    },
    layouts=_LAYOUTS,
    behind=Behind(
        scored,
        "lead_id",
        {
            "source": same("source"),
            "event": lambda value, _key, _values: {"accepted": "1 = 1", "won": "1 = 1"}[value],
            "edge": _in_band,
            "from_points": lambda value, _key, _values: f"points >= {int(value)}",
            "to_points": lambda value, _key, _values: f"points <= {int(value)}",
            "from_week": lambda value, _key, _values: f"week >= {int(value)}",
            "figure": _figure,
        },
        needs=_NEEDS,
        shape=lambda values: values["source"],
    ),
)  # fmt: skip
