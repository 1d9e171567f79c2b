"""Whether both teams mean the same by a good lead: two opinions on the same leads, and whether leads have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import ibis

from leadpact.evidence.association import LEAST_PSI, drift, gwet, kappa
from leadpact.evidence.behind import PERIOD, Behind, Key, same
from leadpact.evidence.handed import BAND_WORDS, handed, points_band
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
from leadpact.evidence.opinions import ANSWERS, OPINIONS, opinions
from leadpact.evidence.result import Row, iso, share
from leadpact.evidence.tables import DAY_S, count_of
from leadpact.evidence.uncertainty import ENOUGH, FEW

_BASELINE = 3
"""The stretch compared with is so many times as long as the recent one."""
_MARGIN = 0.8
_NEEDS = ("as_of_s", "recent_days")


def pairs(table: Any, p: Values) -> Any:
    """Leads per source, marketing's and sales' opinion."""
    told = opinions(table, p)
    return told.group_by(["source", "marketing", "sales"]).agg(leads=told.count())


def recent(table: Any, p: Values) -> Any:
    """One row per lead handed over lately or in the stretch before: its score band and which of the two."""
    days_s = p["recent_days"] * DAY_S
    stretch = {**p, "since_s": p["as_of_s"] - (1 + _BASELINE) * days_s, "until_s": p["as_of_s"] + 1}
    told = handed(table, stretch)
    is_after = told.hand_s >= p["as_of_s"] - days_s
    return told.select("lead_id", "source", band=points_band(told.points), stretch=is_after.ifelse("after", "before"))


def mix(table: Any, p: Values) -> Any:
    """Leads handed over per source and score band, lately and before."""
    told = recent(table, p)
    return told.group_by(["source", "band"]).agg(
        before=count_of(told.stretch == "before"), after=count_of(told.stretch == "after")
    )


def estimate(counts: Counts, values: Values) -> Answer:
    """Agreement of the two teams where both have judged, one-sided rates, and drift of what is handed over."""
    rows = [row for row in counts["pairs"] if values["source"] in (None, row["source"])]
    if not rows:
        return Answer("Counted", "none", {"until": iso(values["as_of_s"])[:10]})
    found = [_opinion_row(name, [row for row in rows if row["marketing"] == name]) for name in OPINIONS]
    square = [[row[answer] for answer in ANSWERS] for row in found]
    bins = _bins([row for row in counts["mix"] if values["source"] in (None, row["source"])])
    drifts = _drift_rows(bins)
    agreement = _agreement(square) if min(row["judged"] for row in found) >= ENOUGH else []
    if not found[0]["leads"]:
        args: Row = {"until": iso(values["as_of_s"])[:10], "leads": found[1]["leads"]}
        return Answer("Counted", "no_opinion", args, rows=tuple(found), tables={"drift": tuple(drifts)})
    key, args = _sentence(found, agreement)
    return Answer(
        "Counted",
        key,
        args,
        rows=tuple(found),
        tables={"agreement": tuple(agreement), "drift": tuple(drifts), "mix": tuple(bins)},
        notes=tuple(_notes(found, agreement, drifts, values)),
    )


def _opinion_row(name: str, rows: Sequence[Row]) -> Row:
    counted = {answer: sum(row["leads"] for row in rows if row["sales"] == answer) for answer in (*ANSWERS, "none")}
    judged = counted["accepted"] + counted["rejected"]
    line: Row = {"marketing": name, "leads": sum(counted.values()), "judged": judged}
    line |= {"accepted": counted["accepted"], "rejected": counted["rejected"], "unjudged": counted["none"]}
    return {**line, **share(counted["accepted"], judged, "accepted_share")}


def _agreement(square: list[list[int]]) -> list[Row]:
    """Raw agreement, kappa, and where either team nearly always says the same, Gwet's AC1 too."""
    found = kappa(square)
    if found is None:
        return []
    judged = sum(map(sum, square))
    agreed = square[0][0] + square[1][1]
    margins = [sum(square[0]) / judged, (square[0][0] + square[1][0]) / judged]
    is_lopsided = any(max(margin, 1 - margin) > _MARGIN for margin in margins)
    line: Row = {"judged": judged, "agreed": agreed, **share(agreed, judged, "agreement"), "by_chance": found.by_chance}
    line |= {"kappa": found.kappa, "kappa_se": found.se, "kappa_low": found.low, "kappa_high": found.high}
    return [{**line, "ac1": gwet(square) if is_lopsided else None}]


def _bins(rows: Sequence[Row]) -> list[Row]:
    """Leads handed over before and lately, by score band and by source."""
    sums: dict[tuple[str, Any], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        for key in (("points", row["band"]), ("source", row["source"])):
            sums[key][0] += row["before"]
            sums[key][1] += row["after"]
    return [
        {"what": what, "bin": _bin(name) if what == "points" else name, "number": name if what == "points" else None,
         "before": sums[what, name][0], "after": sums[what, name][1]}
        for what, name in sorted(sums)
    ]  # fmt: skip


BIN_WORDS = {
    "none": BAND_WORDS["-1"], "0-9": BAND_WORDS["0"], "90+": BAND_WORDS["90"],
    **{f"{edge}-{edge + 9}": BAND_WORDS[str(edge)] for edge in range(10, 90, 10)},
}  # fmt: skip
"""What bands of points are called where people read them."""


def _bin(edge: int) -> str:
    if edge < 0:
        return "none"
    return f"{edge}+" if edge == 90 else f"{edge}-{edge + 9}"


def _drift_rows(bins: list[Row]) -> list[Row]:
    found = []
    for what in ("points", "source"):
        own = [row for row in bins if row["what"] == what]
        before, after = [row["before"] for row in own], [row["after"] for row in own]
        line: Row = {"what": what, "before": sum(before), "after": sum(after), "bins": len(own)}
        told = drift(before, after) if min(sum(before), sum(after)) >= ENOUGH else None
        line |= {"psi": told.psi if told else None, "critical": told.critical if told else None}
        found.append({**line, "is_changed": told.is_changed if told else None})
    return found


def _sentence(found: list[Row], agreement: list[Row]) -> tuple[str, Row]:
    good, held = found
    judged = good["judged"] + held["judged"]
    if agreement:
        line = agreement[0]
        args = {name: line[name] for name in ("agreed", "judged", "agreement", "agreement_low", "agreement_high")}
        return "both", {**args, "by_chance": line["by_chance"]}
    if good["judged"] < FEW:
        return "few", {"judged": judged, "leads": good["leads"] + held["leads"]}
    names = {"share": "", "low": "_low", "high": "_high"}
    args = {name: good[f"accepted_share{end}"] for name, end in names.items()}
    return "one_sided", {**args, "accepted": good["accepted"], "judged": good["judged"], "held": held["judged"]}


def _notes(found: list[Row], agreement: list[Row], drifts: list[Row], values: Values) -> list[tuple[str, Row]]:
    good, held = found
    notes: list[tuple[str, Row]] = []
    if agreement:
        line = agreement[0]
        notes.append(("kappa", {name: line[name] for name in ("kappa", "kappa_low", "kappa_high")}))
        if line["ac1"] is not None:
            notes.append(("ac1", {"ac1": line["ac1"]}))
        notes.append(
            ("good", {"accepted": good["accepted"], "judged": good["judged"], "share": good["accepted_share"]})
        )
    if held["accepted_share"] is not None:
        args = {"accepted": held["accepted"], "judged": held["judged"], "share": held["accepted_share"]}
        notes.append(("held", args))
    if held["judged"]:
        notes.append(("chosen", {}))
    days = values["recent_days"]
    for line in drifts:
        if line["is_changed"] is not None:
            is_small = not line["is_changed"] and line["psi"] > line["critical"]
            key = f"{line['what']}_{'changed' if line['is_changed'] else 'small' if is_small else 'steady'}"
            found_apart = {name: line[name] for name in ("psi", "critical")}
            notes.append((key, {"days": days, "least": LEAST_PSI, **found_apart}))
    is_of_a_period = values["since_s"] is not None or values["until_s"] is not None
    if is_of_a_period and any(line["is_changed"] is not None for line in drifts):
        notes.append(("whatever_period", {"until": iso(values["as_of_s"])[:10]}))
    return notes


def _behind(table: Any, p: Values) -> Any:
    """Leads with both opinions, and leads handed over lately or before, one under the other."""
    said = opinions(table, p).select("lead_id", "source", "marketing", "sales")
    said = said.mutate(table=ibis.literal("opinions"), band=ibis.literal(-2, "int64"), stretch=ibis.literal(""))
    late = recent(table, p).mutate(table=ibis.literal("mix"), marketing=ibis.literal(""), sales=ibis.literal(""))
    names = ("lead_id", "source", "marketing", "sales", "table", "band", "stretch")
    return ibis.union(*(part.select(*names) for part in (said, late)))


def _answer(value: str, _key: Key, _values: Values) -> str:
    wanted = {"judged": "sales <> 'none'", "unjudged": "sales = 'none'", "leads": "1 = 1"}
    wanted |= {answer: f"sales = '{answer}'" for answer in ANSWERS}
    return f"marketing <> '' AND {wanted[value]}"


def _stretch(value: str, key: Key, _values: Values) -> str:
    by = {"points": f"band = {int(key.get('number', 0))}", "source": "1 = 1"}[key["what"]]
    return f"{by} AND {same('stretch')(value, key, {})}"


def _bin_clause(value: str, key: Key, values: Any) -> str:
    return same("source")(value, key, values) if key["what"] == "source" else "1 = 1"


_LAYOUTS = (
    Layout(
        "",
        "Two opinions on the same leads",
        (
            Shown("marketing", "Marketing says", "code"),
            Shown("leads", "Leads", opens={"answer": "leads"}),
            Shown("accepted", "Sales accepted", opens={"answer": "accepted"}),
            Shown("rejected", "Sales sent back", opens={"answer": "rejected"}),
            Shown("unjudged", "Not judged by sales", opens={"answer": "unjudged"}),
            Shown("accepted_share", "Accepted of judged", "share"),
        ),
        key=("marketing",),
    ),
    Layout(
        "agreement",
        "Agreement",
        (
            Shown("judged", "Judged by both"),
            Shown("agreed", "Agreed on"),
            Shown("agreement", "Share", "share"),
            Shown("by_chance", "By chance", "share"),
            Shown("kappa", "Kappa", "number", digits=2),
            Shown("ac1", "AC1", "number", digits=2),
        ),
    ),
    Layout(
        "mix",
        "What is handed over, lately and before",
        (
            Shown("what", "By", "code"),
            Shown("bin", "Group", "code", words=BIN_WORDS),
            Shown("before", "Before", opens={"stretch": "before"}),
            Shown("after", "Lately", opens={"stretch": "after"}),
        ),
        key=("what", "bin", "number"),
    ),
    Layout(
        "drift",
        "Whether that has changed",
        (
            Shown("what", "By", "code"),
            Shown("before", "Before"),
            Shown("after", "Lately"),
            Shown("psi", "Distance (PSI)", "number", digits=2),
            Shown("critical", "By chance up to", "number", digits=2),
            Shown("is_changed", "Changed", "text"),
        ),
    ),
)

MEASURE = Measure(
    name="lead_definition",
    title="Lead definition",
    question="Do both teams mean the same by a good lead, and are the leads handed over still what they were?",
    unit="share of leads judged",
    least_sample=FEW,
    counted=(
        "Leads as in the funnel, but for those that sales found itself and that never crossed. Marketing calls a lead "
        "good that it qualified or handed over before sales answered, and else held it back. Sales accepted it (took "
        "it, or had a deal, won or lost, and did not send it back before the next hand-off) or sent it back; of a lead "
        "that never crossed, sales may also have disqualified it. What is handed over: the points and sources of first "
        "hand-offs lately against three times as long before."
    ),
    formula=(
        "One-sided shares with Wilson's range. With 30 judged leads on both sides also raw agreement, Cohen's kappa "
        "with the error of Fleiss, Cohen and Everitt, and Gwet's AC1 where a team says the same of more than 80%. "
        "Change: PSI = sum of (p - q) ln(p / q), a half added to each bin; called changed above 0.1 and above the "
        "chi-square critical value times 1/N + 1/M (Yurdakul 2018)."
    ),
    assumptions=("A lead that is handed over is one that marketing calls good, unless it crossed only as a trial.",),
    cannot_say=(
        "What sales would say of leads it never saw: with hand-offs alone only the one-sided share is honest.",
        "Who is right: winning tells more, see acceptance by criterion and how good the scoring is.",
    ),
    published="agreement (Feinstein & Cicchetti 1990; Fleiss, Cohen & Everitt 1969); proportions (Newcombe 1998)",
    reads=(
        ("captured", "seq, occurred_s, side, source"),
        ("qualified", "seq, occurred_s"),
        ("handed_over", "seq, occurred_s, reason, points, source"),
        ("accepted, deal_opened, stage_changed, won, lost, rejected, disqualified", "seq, occurred_s, side"),
        ("recycled, gave_up, woken, contacts", "occurred_s (they too tell when a lead was first heard of)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF, SINCE, UNTIL, SOURCE,
        Parameter("recent_days", "number", "so many days are lately; three times as many before them", default=90),
    ),
    queries=(Query("pairs", pairs), Query("mix", mix, needs=_NEEDS)),
    estimate=estimate,
    chart="opinions",
    sentences={
        "none": "No leads are recorded by {until}.",
        "no_opinion": "Of {leads:,} leads none was qualified or handed over by {until}; which are good nobody said.",
        "few": "Sales has judged {judged:,} of {leads:,} leads: too few to say whether you mean the same.",
        "one_sided": (
            "Of the leads marketing called good, sales accepted {accepted:,} of {judged:,}: {share:.0%} ({low:.0%} to "
            "{high:.0%}). Of those held back sales judged {held:,}: too few to say how often you agree."
        ),
        "both": (
            "You agree on {agreed:,} of {judged:,} leads: {agreement:.0%} ({agreement_low:.0%} to "
            "{agreement_high:.0%}); {by_chance:.0%} would be expected from tossing coins with your habits."
        ),
        "kappa": "Agreement beyond chance (kappa): {kappa:.2f} ({kappa_low:.2f} to {kappa_high:.2f}).",
        "ac1": (
            "One team says the same of nearly all leads, where kappa collapses; the agreement that does not (AC1) is "
            "{ac1:.2f}."
        ),
        "good": "Of the leads marketing called good, sales accepted {accepted:,} of {judged:,}: {share:.0%}.",
        "held": "Of those marketing held back but sales saw, {accepted:,} of {judged:,} were accepted: {share:.0%}.",
        "chosen": "Which held-back leads sales looked at was no accident, so their share is not that of all.",
        "points_changed": (
            "The points of leads handed over in the last {days:.0f} days are not those of before (distance {psi:.2f}, "
            "by chance up to {critical:.2f})."
        ),
        "points_small": (
            "The points of leads handed over in the last {days:.0f} days are a little apart from those before: more "
            "than chance gives (distance {psi:.2f}, by chance up to {critical:.2f}), but not the {least:.2f} from "
            "which they are called changed."
        ),
        "points_steady": (
            "The points of leads handed over have not visibly changed in the last {days:.0f} days (distance "
            "{psi:.2f}, by chance up to {critical:.2f})."
        ),
        "source_changed": (
            "The sources of leads handed over in the last {days:.0f} days are not those of before (distance "
            "{psi:.2f}, by chance up to {critical:.2f})."
        ),
        "source_small": (
            "The sources of leads handed over in the last {days:.0f} days are a little apart from those before: more "
            "than chance gives (distance {psi:.2f}, by chance up to {critical:.2f}), but not the {least:.2f} from "
            "which they are called changed."
        ),
        "source_steady": (
            "The sources of leads handed over have not visibly changed in the last {days:.0f} days (distance "
            "{psi:.2f}, by chance up to {critical:.2f})."
        ),
        "whatever_period": (
            "Lately and before are told of leads handed over up to {until}, whatever the period asked about."
        ),
    },
    layouts=_LAYOUTS,
    behind=Behind(
        _behind,
        "lead_id",
        {
            "source": same("source"),
            "marketing": same("marketing"),
            "answer": _answer,
            "what": lambda value, _key, _values: {"points": "stretch <> ''", "source": "stretch <> ''"}[value],
            "bin": _bin_clause,
            "number": lambda value, _key, _values: f"band = {int(value)}",
            "stretch": _stretch,
        },
        needs=(*PERIOD, "recent_days"),
    ),
)  # fmt: skip
