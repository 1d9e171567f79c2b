"""What each source brings in the end, although most of its leads are still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import numpy as np

from leadpact.evidence.behind import Behind, Key, same
from leadpact.evidence.leads import stories
from leadpact.evidence.life_table import Incidence, incidence
from leadpact.evidence.measure import (
    AS_OF,
    SINCE,
    SOURCE,
    UNTIL,
    Answer,
    Counts,
    Layout,
    Measure,
    Parameter,
    Query,
    Shown,
    Values,
)
from leadpact.evidence.result import POOLED, Row, in_order, share
from leadpact.evidence.tables import DAY_S, FAR_S, count_of, one, whole
from leadpact.evidence.uncertainty import ENOUGH, Range, benjamini_hochberg, difference_p, support, wilson

DAYS = (30, 60, 90, 180)
"""Under this name sources with fewer than 30 leads are shown together; a real source may be called other."""
_LAST_DAY = 181
_PLACE = {"clearly_above": 0, "like_the_rest": 1, "clearly_below": 2, "too_few": 3}


def aged(table: Any, p: Values, *more: str) -> Any:
    """One row per lead: source, finder, whole days from capture to its end (or to the snapshot), and how it ended.

    ``more`` names further columns of the lead's story, such as ``lead_id``.
    """
    leads = stories(table, p["as_of_s"])
    leads = leads.filter((leads.since_s >= p["since_s"]) & (leads.since_s < p["until_s"]))
    is_won, is_lost = leads.won_s < FAR_S, leads.lost_s < FAR_S
    is_back = ~is_lost & (leads.back_s < FAR_S)
    first_end = (leads.lost_s < leads.back_s).ifelse(leads.lost_s, leads.back_s)
    end_s = is_won.ifelse(leads.won_s, (first_end < FAR_S).ifelse(first_end, p["as_of_s"]))
    stay = (end_s < leads.since_s).ifelse(0, end_s - leads.since_s)
    days, age = whole(stay, DAY_S), whole(p["as_of_s"] - leads.since_s, DAY_S)
    return leads.select(
        *more,
        "source",
        "found_by",
        "since_s",
        days=(days > _LAST_DAY).ifelse(_LAST_DAY, days),
        is_won=is_won,
        is_lost=is_lost & ~is_won,
        is_back=is_back & ~is_won,
        is_early=leads.won_s < leads.since_s,
        **{f"is_ripe_{day}": age >= day for day in DAYS},
        **{f"is_ripe_won_{day}": (age >= day) & is_won & (days <= day) for day in DAYS},
    )


def ages(table: Any, p: Values) -> Any:
    """Leads per source, finder and whole days from capture to their end (or to the snapshot), by how they ended."""
    told = aged(table, p)
    return told.group_by(["source", "found_by", "days"]).agg(
        leads=told.count(),
        won=count_of(told.is_won),
        lost=count_of(told.is_lost),
        sent_back=count_of(told.is_back),
        won_before_captured=count_of(told.is_early),
        youngest_s=told.since_s.max(),
        **{f"ripe_{day}": count_of(told[f"is_ripe_{day}"]) for day in DAYS},
        **{f"ripe_won_{day}": count_of(told[f"is_ripe_won_{day}"]) for day in DAYS},
    )


def curve_of(rows: Iterable[Row]) -> Incidence:
    """Cumulative incidence of winning by day since capture; lost and sent back compete, open ones are censored."""
    by_day: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        ended = row["lost"] + row["sent_back"]
        for place, count in enumerate((row["won"], ended, row["leads"] - row["won"] - ended)):
            by_day[row["days"]][place] += count
    days = sorted(by_day)
    won, ended, still_open = ([by_day[day][place] for day in days] for place in range(3))
    return incidence(days, won, ended, still_open)


def is_followed(curve: Incidence, day: int) -> bool:
    """Whether enough leads were followed to a day: 30 at risk, or none of 30 left open before it."""
    if curve.at_risk_at(day) >= ENOUGH:
        return True
    return bool(len(curve.at_risk)) and int(curve.at_risk[0]) >= ENOUGH and curve.censored_before(day) == 0


def at_day(curve: Incidence, day: int) -> tuple[float, float, Range]:
    """Share won by a day, its error and its range; Wilson's over those at risk where none is won yet."""
    place = curve.row(day)
    if place < 0 or curve.cif[place] == 0:
        return 0.0, 0.0, wilson(0, max(1, curve.at_risk_at(day)))
    return float(curve.cif[place]), float(curve.se[place]), Range(float(curve.low[place]), float(curve.high[place]))


def estimate(counts: Counts, values: Values) -> Answer:
    """Share won by 30, 60, 90 and 180 days per source, which sources differ, and what an expected win costs."""
    rows = [row for row in counts["ages"] if values["source"] in (None, row["source"])]
    if not rows:
        return Answer("Corrected", "none", {})
    pooled = _pooled(rows)
    groups = {name: list(group) for name, group in _by(rows, lambda row: pooled[row["source"]]).items()}
    finders = _by(rows, lambda row: row["found_by"])
    standing = _compared(groups)
    spend = values["spend"] or {}
    summary = [_summary(name, groups[name], standing[name], _spent(spend, pooled, name)) for name in sorted(groups)]
    key, args = _sentence(rows)
    return Answer(
        "Corrected",
        key,
        args,
        rows=tuple(line for name in sorted(groups) for line in _day_rows({"source": name}, groups[name])),
        tables={
            "all": tuple(_day_rows({}, rows)),
            "found_by": tuple(
                line for name in sorted(finders) for line in _day_rows({"found_by": name}, finders[name])
            ),
            "sources": tuple(in_order(summary, "place", "source")),
            "curve": tuple(point for name in sorted(groups) for point in _curve_rows(name, groups[name])),
        },
        notes=tuple(_notes(rows, summary, pooled)),
    )


def _by(rows: Iterable[Row], name_of: Any) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[name_of(row)].append(row)
    return dict(groups)


def _pooled(rows: list[Row]) -> dict[str, str]:
    """Under which name each source is shown: its own, or ``POOLED`` when it has fewer than 30 leads."""
    sizes = {
        source: sum(row["leads"] for row in group) for source, group in _by(rows, lambda row: row["source"]).items()
    }
    return {source: source if size >= ENOUGH else POOLED for source, size in sizes.items()}


def _spent(spend: Mapping[str, float], pooled: Mapping[str, str], name: str) -> float | None:
    known = [source for source, shown in pooled.items() if shown == name]
    return float(sum(spend[source] for source in known)) if known and all(source in spend for source in known) else None


def _day_rows(named: Row, rows: list[Row]) -> list[Row]:
    curve = curve_of(rows)
    return [_day_row(named, rows, curve, day) for day in DAYS]


def _day_row(named: Row, rows: list[Row], curve: Incidence, day: int) -> Row:
    place = curve.row(day)
    followed = is_followed(curve, day)
    value, se, found = at_day(curve, day)
    ripe, ripe_won = (sum(row[f"{name}_{day}"] for row in rows) for name in ("ripe", "ripe_won"))
    leads = int(curve.at_risk[0])
    return {
        **named,
        "day": day,
        "leads": leads,
        "won": int(curve.target[: place + 1].sum()),
        "ended_without_win": int(curve.competing[: place + 1].sum()),
        "open_and_younger": curve.censored_before(day),
        "at_risk": curve.at_risk_at(day),
        "won_share": value if followed else None,
        "won_share_se": se if followed else None,
        "won_share_low": found.low if followed else None,
        "won_share_high": found.high if followed else None,
        "support": "enough" if followed else support(min(leads, ENOUGH - 1)),
        "ripe_leads": ripe,
        "ripe_won": ripe_won,
        **{name: item for name, item in share(ripe_won, ripe, "ripe_share").items() if name != "support"},
        "ripe_support": support(ripe),
    }


def _compared(groups: Mapping[str, list[Row]]) -> dict[str, Row]:
    """Each source against all others at the last day both are followed to; named only after Benjamini-Hochberg."""
    found: dict[str, Row] = {}
    for name in sorted(groups):
        own = curve_of(groups[name])
        others = curve_of(row for other, rows in groups.items() if other != name for row in rows)
        day = next((d for d in reversed(DAYS) if is_followed(own, d) and is_followed(others, d)), None)
        if day is None or name == POOLED:
            found[name] = {"group": "too_few", "compared_at_day": None, "difference": None, "p": None}
            continue
        (value, se, _), (rest, rest_se, _) = at_day(own, day), at_day(others, day)
        p = difference_p(value, se, rest, rest_se)
        found[name] = {"compared_at_day": day, "difference": value - rest, "se": float(np.hypot(se, rest_se)), "p": p}
    tested = [name for name in found if found[name]["p"] is not None]
    for name, q in zip(tested, benjamini_hochberg([found[name]["p"] for name in tested]), strict=True):
        differs = "clearly_above" if found[name]["difference"] > 0 else "clearly_below"
        found[name]["group"] = differs if q <= 0.05 else "like_the_rest"
    return found


def _summary(name: str, rows: list[Row], standing: Row, spent: float | None) -> Row:
    curve = curve_of(rows)
    day = DAYS[-1]
    leads = int(curve.at_risk[0])
    value, _, found = at_day(curve, day)
    is_priced = spent is not None and is_followed(curve, day)

    def cost(won_share: float) -> int | None:
        return round(spent / (leads * won_share)) if is_priced and spent is not None and won_share > 0 else None

    difference, se = standing["difference"], standing.get("se")
    return {
        "source": name,
        "place": _PLACE[standing["group"]],
        "group": standing["group"],
        "found_by": _found_by(rows),
        "leads": leads,
        "won": int(curve.target.sum()),
        "open": int(curve.censored.sum()),
        "compared_at_day": standing["compared_at_day"],
        "difference": difference,
        "difference_low": difference - 1.959963984540054 * se if se is not None else None,
        "difference_high": difference + 1.959963984540054 * se if se is not None else None,
        "ripe_on": datetime.fromtimestamp(max(row["youngest_s"] for row in rows) + day * DAY_S, UTC).date().isoformat(),
        "spend_minor": None if spent is None else round(spent),
        "cost_per_win_minor": cost(value),
        "cost_per_win_minor_low": cost(found.high),
        "cost_per_win_minor_high": cost(found.low),
    }


def _found_by(rows: list[Row]) -> str | None:
    """Who found the leads of a source, where that is the same for nine in ten."""
    sizes = {side: sum(row["leads"] for row in own) for side, own in _by(rows, lambda row: row["found_by"]).items()}
    most = max(sorted(sizes), key=lambda side: sizes[side])
    return most if 10 * sizes[most] >= 9 * sum(sizes.values()) else None


def _curve_rows(name: str, rows: list[Row]) -> list[Row]:
    """The steps of a source's curve, as far as enough leads were followed."""
    curve = curve_of(rows)
    steps = [place for place, day in enumerate(curve.time) if day <= DAYS[-1] and is_followed(curve, int(day))]
    return [
        {
            "source": name,
            "day": int(curve.time[place]),
            "at_risk": int(curve.at_risk[place]),
            "won_share": float(curve.cif[place]),
            "won_share_low": float(curve.low[place]),
            "won_share_high": float(curve.high[place]),
        }
        for place in steps
        if curve.target[place] or place == steps[-1]
    ]


def _sentence(rows: list[Row]) -> tuple[str, Row]:
    curve = curve_of(rows)
    leads, won = int(curve.at_risk[0]), int(curve.target.sum())
    still_open = int(curve.censored.sum())
    day = next((d for d in reversed(DAYS) if is_followed(curve, d)), None)
    args: Row = {"leads": leads, "won": won, "open": still_open}
    if day is None:
        return "few", args
    value, _, found = at_day(curve, day)
    return "won", {**args, "day": day, "share": value, "low": found.low, "high": found.high}


def _notes(rows: list[Row], summary: list[Row], pooled: Mapping[str, str]) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = []
    for group in ("clearly_above", "clearly_below"):
        names = [line["source"] for line in summary if line["group"] == group]
        if names:
            notes.append((group, {"sources": ", ".join(names)}))
    if not notes and sum(line["group"] == "like_the_rest" for line in summary) > 1:
        notes.append(("alike", {}))
    small = sorted(source for source, shown in pooled.items() if shown != source)
    if small:
        notes.append(("pooled", {"sources": ", ".join(small)}))
    early = sum(row["won_before_captured"] for row in rows)
    if early:
        notes.append(("won_before_captured", {"leads": early}))
    return notes


def _day(key: Key) -> int:
    return DAYS[DAYS.index(int(key["day"]))]


def _source_end(value: str, key: Key, _values: Values) -> str:
    """How a lead stood, by a day since its capture when the key names one."""
    if value in ("ripe_leads", "ripe_won"):
        return f"is_{value.removesuffix('_leads')}_{_day(key)} = 1"
    by = f" AND days <= {_day(key)}" if "day" in key else ""
    before = f" AND days < {_day(key)}" if "day" in key else ""
    return {
        "won": f"is_won = 1{by}",
        "ended_without_win": f"is_ended = 1{by}",
        "open_and_younger": f"is_won = 0 AND is_ended = 0{before}",
    }[value]


def _leads_aged(table: Any, p: Values) -> Any:
    told = aged(table, p, "lead_id")
    ripe = {name: one(told[name]) for day in DAYS for name in (f"is_ripe_{day}", f"is_ripe_won_{day}")}
    ends = {"is_won": one(told.is_won), "is_ended": one(told.is_lost | told.is_back), "is_early": one(told.is_early)}
    return told.select("lead_id", "source", "found_by", "days", **ends, **ripe)


_BEHIND = Behind(
    _leads_aged,
    "lead_id",
    {
        "source": same("source"),
        "found_by": same("found_by"),
        "day": lambda _value, key, _values: f"{_day(key)} > 0",
        "outcome": _source_end,
    },
)

MEASURE = Measure(
    name="source_quality",
    title="Source quality",
    question="How many leads of each source are won, with open ones counted as far as they have come?",
    unit="share of leads won",
    least_sample=ENOUGH,
    counted=(
        "Every captured lead is in the denominator. Days run from its first captured fact to its first won fact; "
        "lost (with no deal still open), disqualified, sent back, recycled and given-up leads (unless brought forward "
        "again later) end without a win; open leads are followed to the snapshot."
    ),
    formula=(
        "Aalen-Johansen cumulative incidence: F_k = sum of S_{j-1} w_j / n_j, with S the share still open. "
        "Delta-method error, complementary "
        "log-log range. Beside it the ripe-only share (captured at least that long ago) with Wilson's range. A "
        "source is named above or below the rest only after Benjamini-Hochberg at 5%."
    ),
    assumptions=(
        "Leads still open will do like older leads of the same source did.",
        "Every captured lead is recorded, not only those that became deals.",
    ),
    cannot_say=(
        "What would happen beyond the longest time that 30 leads were followed.",
        "Whether a source makes leads better, or only finds better ones.",
    ),
    published="competing_risks (mgus2 of R survival); proportions (Newcombe 1998)",
    reads=(
        ("captured", "occurred_s, occurred_month, side, source"),
        ("won, lost, disqualified, rejected, recycled, gave_up", "occurred_s"),
        ("accepted, deal_opened, handed_over, woken", "occurred_s (they bring a lead forward again)"),
        ("deal_opened, stage_changed, won, lost", "seq, occurred_s, deal_id (which deals are open)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF, SINCE, UNTIL, SOURCE,
        Parameter("spend", "mapping", "money spent per source, in minor units of one currency"),
    ),
    queries=(Query("ages", ages),),
    estimate=estimate,
    chart="curves",
    sentences={
        "none": "No leads are recorded in this period.",
        "few": (
            "{won:,} of {leads:,} leads are won so far and {open:,} are still open: too few followed long enough "
            "to say more."
        ),
        "won": (
            "Within {day} days of capture {share:.1%} of leads are won ({low:.1%} to {high:.1%}). {won:,} of "
            "{leads:,} leads are won so far; {open:,} are still open and count as far as they have come."
        ),
        "clearly_above": "Clearly above the rest: {sources}.",
        "clearly_below": "Clearly below the rest: {sources}.",
        "alike": "The differences between sources are what chance gives.",
        "pooled": "Fewer than 30 leads each, shown together: {sources}.",
        "won_before_captured": (
            "Won before they were captured: {leads:,}. They count as won on day 0; look at how they were entered."
        ),
    },
    layouts=(
        Layout(
            "", "By source and day since capture", (
                Shown("source", "Source", "code"), Shown("day", "Within days", "number"), Shown("leads", "Leads"),
                Shown("won", "Won", opens={"outcome": "won"}),
                Shown("ended_without_win", "Ended without a win", opens={"outcome": "ended_without_win"}),
                Shown("open_and_younger", "Open and younger", opens={"outcome": "open_and_younger"}),
                Shown("won_share", "Share won", "share"),
            ), key=("source", "day"), whole={"day": 90},
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
