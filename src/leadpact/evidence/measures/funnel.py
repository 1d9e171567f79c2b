"""How far leads come: the stages they reached, by the month they were captured and by who found them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import ibis

from leadpact.evidence.behind import Behind, Key, same
from leadpact.evidence.handed import acceptances
from leadpact.evidence.leads import STAGES, stories
from leadpact.evidence.life_table import life_table, percentile
from leadpact.evidence.measure import (
    AS_OF,
    SINCE,
    SOURCE,
    UNTIL,
    Answer,
    Counts,
    Layout,
    Measure,
    Query,
    Shown,
    Values,
)
from leadpact.evidence.result import Row, in_order, share, year_month
from leadpact.evidence.tables import DAY_S, FAR_S, count_of, known, settled, whole
from leadpact.evidence.uncertainty import ENOUGH
from leadpact.rules.trials import EXPLORED

FOUND_BY = ("marketing", "sales", "unknown")
_COUNTED = (*STAGES, "lost", "sent_back", "still_open", "won_before_captured")
_MOST_DAYS = 730


def reached(table: Any, p: Values) -> Any:
    """One row per lead: origin, first instant of each stage (``<stage>_s``), lost_s, back_s."""
    leads = stories(table, p["as_of_s"], has_stages=True)
    leads = leads.filter((leads.since_s >= p["since_s"]) & (leads.since_s < p["until_s"]))
    stages = [f"{stage}_s" for stage in STAGES[1:]]
    return leads.select("lead_id", "month", "source", "found_by", "lost_s", "back_s", *stages, captured_s=leads.since_s)


def cohorts(table: Any, p: Values) -> Any:
    """Leads per month, source and finder: how many reached each stage, and how they stand."""
    leads = _with_taken(_with_explored(reached(table, p), table, p), table, p)
    came = {stage: leads[f"{stage}_s"] < FAR_S for stage in STAGES}
    is_lost = leads.lost_s < FAR_S
    is_back = (leads.lost_s == FAR_S) & (leads.back_s < FAR_S)
    both = {f"{then}_of_{before}": came[before] & came[then] for before, then in pairwise(STAGES)}
    return leads.group_by(["month", "source", "found_by"]).agg(
        **{stage: count_of(condition) for stage, condition in came.items()},
        **{name: count_of(condition) for name, condition in both.items()},
        not_sent_back=count_of(came["accepted"] & (leads.taken > 0)),
        lost=count_of(is_lost),
        sent_back=count_of(is_back),
        still_open=count_of(~came["won"] & ~is_lost & ~is_back),
        won_before_captured=count_of(leads.won_s < leads.captured_s),
        explored=count_of((leads.explored_s < FAR_S) & ~came["qualified"]),
    )


def _with_explored(leads: Any, table: Any, p: Values) -> Any:
    """With when a lead was handed over only to be tried out, though below the line: ``explored_s``."""
    told = known(table, p["as_of_s"], ("handed_over",), ("reason",))
    told = told.filter(told.reason.fill_null("") == EXPLORED)
    per = told.group_by(explored_lead_id="lead_id").agg(first_explored_s=told.occurred_s.min())
    both = settled(leads.left_join(per, [("lead_id", "explored_lead_id")]))
    return both.select(*leads.columns, explored_s=both.first_explored_s.fill_null(FAR_S))


def _with_taken(leads: Any, table: Any, p: Values) -> Any:
    """With how often sales took a lead without sending it back later: ``taken``."""
    told = acceptances(table, p["as_of_s"])
    per = told.group_by(taken_lead_id="lead_id").agg(times=told.count())
    both = settled(leads.left_join(per, [("lead_id", "taken_lead_id")]))
    return both.select(*leads.columns, taken=both.times.fill_null(0))


def stays(table: Any, p: Values) -> Any:
    """Leads per stage entered and whole days until they left it (``is_left`` 1) or were last seen in it (0)."""
    leads = reached(table, p)
    parts = []
    for place, stage in enumerate(STAGES[:-1]):
        entered = leads[f"{stage}_s"]
        left = ibis.least(
            *(
                (leads[name] >= entered).ifelse(leads[name], FAR_S)
                for name in (*(f"{later}_s" for later in STAGES[place + 1 :]), "lost_s", "back_s")
            )
        )
        here = leads.filter(entered < FAR_S).select("source", stage=ibis.literal(stage), entered_s=entered, left_s=left)
        until = (here.left_s < FAR_S).ifelse(here.left_s, p["as_of_s"])
        days = whole(until - here.entered_s, DAY_S)
        parts.append(
            here.select(
                "source",
                "stage",
                is_left=(here.left_s < FAR_S).ifelse(1, 0).cast("int64"),
                days=(days > _MOST_DAYS).ifelse(_MOST_DAYS, days),
            )
        )
    stay = ibis.union(*parts)
    return stay.group_by(["source", "stage", "is_left", "days"]).agg(leads=stay.count())


def estimate(counts: Counts, values: Values) -> Answer:
    """Cohort rows, conversions with Wilson's range, and the time in each stage with open leads counted as such."""
    rows = [row for row in counts["cohorts"] if values["source"] in (None, row["source"])]
    by_cohort = _summed(rows, "month", "found_by")
    if not by_cohort:
        return Answer("Counted", "none", {})
    everyone = _summed(rows)[0]
    won, leads = everyone["won"], everyone["captured"]
    is_one_month = by_cohort[0]["month"] == by_cohort[-1]["month"]
    key = ("few" if leads < 10 else "won") + ("_month" if is_one_month else "")
    args = {
        "won": won, "leads": leads, "lost": everyone["lost"], "sent_back": everyone["sent_back"],
        "still_open": everyone["still_open"], "first_month": year_month(by_cohort[0]["month"]),
        "last_month": year_month(by_cohort[-1]["month"]),
        **{name: value or 0.0 for name, value in share(won, leads).items() if name != "support"},
    }  # fmt: skip
    notes: list[tuple[str, Row]] = []
    if everyone["won_before_captured"]:
        notes.append(("won_before_captured", {"leads": everyone["won_before_captured"]}))
    if everyone["explored"]:
        notes.append(("explored", {"leads": everyone["explored"], "handed_over": everyone["handed_over"]}))
    sent_back = everyone["accepted"] - everyone["not_sent_back"]
    if sent_back:
        notes.append(("accepted_and_sent_back", {"leads": sent_back, "accepted": everyone["accepted"]}))
    unrecorded = _unrecorded(everyone)
    if unrecorded and leads >= ENOUGH:
        notes.append(("unrecorded", {"stages": ", ".join(stage.replace("_", " ") for stage in unrecorded)}))
    finders = {None: everyone, **{row["found_by"]: row for row in _summed(rows, "found_by")}}
    return Answer(
        "Counted",
        key,
        args,
        rows=tuple(_cohort_row(row) for row in by_cohort),
        tables={
            "stages": tuple(stage for finder, row in finders.items() for stage in _stage_rows(finder, row)),
            "stays": tuple(_stay_rows(counts["stays"], values["source"])),
        },
        notes=tuple(notes),
    )


def _unrecorded(everyone: Row) -> list[str]:
    """The stages that no lead reached although a later one was reached."""
    reached = [place for place, stage in enumerate(STAGES) if everyone[stage]]
    return [stage for place, stage in enumerate(STAGES) if not everyone[stage] and place < max(reached, default=0)]


def _summed(rows: Iterable[Row], *keys: str) -> list[Row]:
    sums: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        for name, value in row.items():
            if name not in ("month", "source", "found_by"):
                sums[tuple(row[key] for key in keys)][name] += value
    return in_order(({**dict(zip(keys, group, strict=True)), **total} for group, total in sums.items()), *keys)


def _cohort_row(row: Row) -> Row:
    counted = {name: row[name] for name in _COUNTED}
    return {
        "month": year_month(row["month"]),
        "found_by": row["found_by"],
        **counted,
        **share(row["won"], row["captured"], "won_share"),
    }


def _stage_rows(finder: str | None, row: Row) -> list[Row]:
    """One row per stage: how many reached it, of all captured and of those who reached the stage before."""
    found = []
    for place, stage in enumerate(STAGES):
        before = STAGES[place - 1] if place else None
        line: Row = {"found_by": finder, "stage": stage, "reached": row[stage], "captured": row["captured"]}
        line |= share(row[stage], row["captured"], "of_captured")
        if stage == "accepted":
            line["not_sent_back"] = row["not_sent_back"]
        if before is not None:
            k, n = row[f"{stage}_of_{before}"], row[before]
            step = share(k, n, "of_before")
            line |= {"before": before, "reached_before": n, "reached_both": k, **step, "support": line["support"]}
            line["support_of_before"] = step["support"]
        found.append(line)
    return found


def _stay_rows(stay: list[Row], source: str | None) -> list[Row]:
    """Per stage: entered, left, still there, and the median days of staying by Kaplan-Meier."""
    found = []
    for stage in STAGES[:-1]:
        counted: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for row in stay:
            if row["stage"] == stage and source in (None, row["source"]):
                counted[row["days"]][row["is_left"]] += row["leads"]
        days = sorted(counted)
        left = [counted[day][1] for day in days]
        there = [counted[day][0] for day in days]
        line: Row = {"stage": stage, "entered": sum(left) + sum(there), "left": sum(left), "still_there": sum(there)}
        median = percentile(life_table(days, left, there), 0.5) if line["entered"] >= 10 else None
        line["median_days"] = median.time if median else None
        line["median_days_low"] = median.low if median else None
        line["median_days_high"] = median.high if median else None
        found.append(line)
    return found


def _in_month(value: str, _key: Key, _values: Values) -> str:
    year, month = value.split("-")
    return f"month = {int(year) * 100 + int(month)}"


def _stage(value: str, _key: Key, _values: Values) -> str:
    return f"{STAGES[STAGES.index(value)]}_s < {FAR_S}"


_NOT_WON, _NOT_LOST, _NOT_BACK = (f"{column} = {FAR_S}" for column in ("won_s", "lost_s", "back_s"))
_FUNNEL_ENDS = {
    "lost": f"lost_s < {FAR_S}",
    "sent_back": f"{_NOT_LOST} AND back_s < {FAR_S}",
    "still_open": f"{_NOT_WON} AND {_NOT_LOST} AND {_NOT_BACK}",
    "won_before_captured": "won_s < captured_s",
}


_BEHIND = Behind(
    reached,
    "lead_id",
    {
        "month": _in_month,
        "source": same("source"),
        "found_by": same("found_by"),
        "stage": _stage,
        "before": _stage,
        "outcome": lambda value, _key, _values: _FUNNEL_ENDS[value],
    },
)

MEASURE = Measure(
    name="funnel",
    title="Funnel",
    question="Of the leads captured in a month, how many came how far, and how many were lost on the way?",
    unit="leads",
    least_sample=10,
    counted=(
        "Each lead once, in the month of its first captured fact (or of its first fact where none is captured). A "
        "stage counts when its fact is recorded: nothing is inferred, and a lead that sales sent back later had been "
        "accepted. Lost is a lead that was disqualified too; a lead that loses one deal while another is open is not. "
        "A talk is a contact that was reached, replied or held, or that came from the buyer."
    ),
    formula="Share = k / n with Wilson's interval. Days in a stage: Kaplan-Meier median, with leads still there.",
    assumptions=(
        "Young cohorts are unfinished: their share of won leads can only rise.",
        "A stage that nobody records looks like a stage that nobody reaches.",
    ),
    cannot_say=("Why leads stop.", "What a young month will come to; source quality corrects for that."),
    published="proportions (Newcombe 1998); kaplan_meier (Freireich 1963, Miller 1997)",
    reads=(
        ("captured", "occurred_s, occurred_month, side, source"),
        ("qualified, handed_over, accepted, deal_opened, won", "occurred_s; of handed_over also reason (explored)"),
        ("call, email, meeting, social", "occurred_s, side, value_code (reached, reply, replied, held)"),
        ("lost, disqualified, rejected, recycled, gave_up, woken", "seq, occurred_s"),
        ("deal_opened, stage_changed, won, lost", "seq, occurred_s, deal_id (which deals are open)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(AS_OF, SINCE, UNTIL, SOURCE),
    queries=(Query("cohorts", cohorts), Query("stays", stays)),
    estimate=estimate,
    chart="stages",
    sentences={
        "none": "No leads are recorded in this period.",
        "few": "{won:,} of {leads:,} leads captured from {first_month} to {last_month} were won: too few to say more.",
        "few_month": "{won:,} of {leads:,} leads captured in {first_month} were won: too few to say more.",
        "won_month": (
            "{won:,} of {leads:,} leads captured in {first_month} were won: {share:.1%} ({share_low:.1%} to "
            "{share_high:.1%}). Lost or disqualified: {lost:,}; sent back or given up: {sent_back:,}; still open: "
            "{still_open:,}."
        ),
        "won": (
            "{won:,} of {leads:,} leads captured from {first_month} to {last_month} were won: {share:.1%} "
            "({share_low:.1%} to {share_high:.1%}). "
            "Lost or disqualified: {lost:,}; sent back or given up: {sent_back:,}; still open: {still_open:,}."
        ),
        "won_before_captured": (
            "Won before they were captured: {leads:,}. They are counted as won; look at how they were entered."
        ),
        "explored": (
            "Below the line and never qualified, of {handed_over:,} leads handed over: {leads:,}. The pact's trial let "
            "them through by chance, to be tried out; they are why more can be handed over than qualified."
        ),
        "accepted_and_sent_back": (
            "Accepted at first and sent back later, of {accepted:,} leads accepted: {leads:,}. Here they have come as "
            "far as that; goals and acceptance by criterion count them as sent back."
        ),
        "unrecorded": (
            "Nothing is recorded of these stages, though later ones are reached: {stages}. Their 0% is a gap in the "
            "records, not in the leads."
        ),
    },
    layouts=(
        Layout(
            "", "By month of capture, and by who found the lead",
            (
                Shown("month", "Month", "text"), Shown("found_by", "Found by", "code"),
                Shown("captured", "Captured", opens={"stage": "captured"}), Shown("won", "Won", opens={"stage": "won"}),
                Shown("lost", "Lost", opens={"outcome": "lost"}),
                Shown("sent_back", "Sent back or given up", opens={"outcome": "sent_back"}),
                Shown("still_open", "Still open", opens={"outcome": "still_open"}),
                Shown("won_share", "Share won", "share"),
            ),
            key=("month", "found_by"),
        ),
        Layout(
            "stages", "By stage, and by who found the lead",
            (
                Shown("stage", "Stage", "code"), Shown("found_by", "Found by", "code"),
                Shown("reached", "Came so far", opens={}), Shown("of_captured", "Of captured", "share"),
                Shown("of_before", "Of the stage before", "share", of="of_before"),
            ),
            key=("stage", "found_by"), whole={"stage": "won", "found_by": None},
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
