"""Whether leads that are handed over meet the agreed criteria, and whether meeting them goes with anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from leadpact.evidence.association import difference_of_shares_p, mantel_haenszel, odds_ratio
from leadpact.evidence.behind import Behind, Key, same
from leadpact.evidence.criteria import LEVELS, MET, NOT_MET, Criteria, criteria_of, levels
from leadpact.evidence.handed import HANDED_SINCE, HANDED_UNTIL, OUTCOMES, answers, handed
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, iso, ranged, share
from leadpact.evidence.tables import FAR_S, one
from leadpact.evidence.uncertainty import FEW, benjamini_hochberg, newcombe, support

Cell = tuple[int, ...]
"""Levels of all criteria."""
_BY = {"accepted_share": ("accepted", "answered"), "won_share": ("won", "leads")}
_NOTHING: Row = {
    "other": None, "ratio_crude": None, "ratio_within": None, "ratio_within_low": None, "ratio_within_high": None,
    "is_redundant": None,
}  # fmt: skip


class _Total(NamedTuple):
    """Leads of a cell: all, with an answer, accepted, won."""

    leads: int
    answered: int
    accepted: int
    won: int


def _shape(values: Values) -> Criteria:
    return criteria_of(values["criteria"])


def judged(table: Any, p: Values, criteria: Criteria = ()) -> Any:
    """One row per lead handed over, with its answer and the level of each criterion at the hand-off (c0 ...)."""
    return levels(table, p, handed(table, p), [condition for _, condition in criteria])


def patterns(table: Any, p: Values, criteria: Criteria = ()) -> Any:
    """Leads per source and combination of levels: how many, accepted, sent back, won."""
    leads = judged(table, p, criteria)
    columns = [f"c{place}" for place in range(len(criteria))]
    return leads.group_by(["source", *columns]).agg(**answers(leads))


def estimate(counts: Counts, values: Values) -> Answer:
    """Per criterion and level what was accepted and won, which differences are named, and what repeats another."""
    criteria = _shape(values)
    rows = [row for row in counts["patterns"] if values["source"] in (None, row["source"])]
    cells = _cells(rows, len(criteria))
    total = _sum(cells.values())
    until = iso(values["as_of_s"])[:10]
    if not total.leads:
        return Answer("Counted", "none", {"until": until})
    notes = _common_notes(rows, values, criteria)
    if not criteria:
        return Answer("Counted", "no_criteria", {"leads": total.leads}, notes=tuple(notes))
    found = [_criterion(cells, place, label) for place, (label, _) in enumerate(criteria)]
    _name(found, cells)
    key, args = _sentence(found, total)
    return Answer(
        "Counted",
        key,
        args,
        rows=tuple(found),
        tables={"levels": tuple(line for row in found for line in _level_rows(cells, row))},
        notes=(*_redundant(found), *notes),
    )


def _cells(rows: Sequence[Row], many: int) -> dict[Cell, _Total]:
    """Leads by the levels of all criteria, whatever their source."""
    found: dict[Cell, _Total] = {}
    for row in rows:
        cell = tuple(row[f"c{place}"] for place in range(many))
        own = _Total(row["leads"], row["accepted"] + row["rejected"], row["accepted"], row["won"])
        found[cell] = _sum([found.get(cell, _Total(0, 0, 0, 0)), own])
    return found


def _sum(totals: Any) -> _Total:
    columns = list(zip(*totals, strict=True))
    return _Total(*(sum(column) for column in columns)) if columns else _Total(0, 0, 0, 0)


def _at(cells: Mapping[Cell, _Total], wanted: Callable[[Cell], bool]) -> _Total:
    return _sum([total for cell, total in cells.items() if wanted(cell)])


def _level(cells: Mapping[Cell, _Total], place: int, level: int) -> _Total:
    return _at(cells, lambda cell: cell[place] == level)


def _criterion(cells: Mapping[Cell, _Total], place: int, label: str) -> Row:
    """One criterion: how often it is met, unknown or not met, and what goes with meeting it."""
    by_level = [_level(cells, place, level) for level in range(len(LEVELS))]
    leads = sum(total.leads for total in by_level)
    line: Row = {"number": place, "criterion": label, "leads": leads}
    line |= {name: total.leads for name, total in zip(LEVELS, by_level, strict=True)}
    line |= share(line["met"], leads, "met_share")
    for name, (k, n) in _BY.items():
        line |= _difference(name, by_level[MET], by_level[NOT_MET], k, n)
    return {**line, **_NOTHING}


def _difference(name: str, met: _Total, not_met: _Total, k: str, n: str) -> Row:
    """Met against not met: difference of shares with Newcombe's range, and the p-value that decides on naming it."""
    counted = [getattr(total, column) for total in (met, not_met) for column in (k, n)]
    short = name.removesuffix("_share")
    if min(counted[1], counted[3]) < FEW:
        return {f"{short}_difference": None, **ranged(f"{short}_difference", None), f"{short}_finding": "too_few"}
    return {
        f"{short}_difference": counted[0] / counted[1] - counted[2] / counted[3],
        **ranged(f"{short}_difference", newcombe(*counted)),
        f"{short}_finding": difference_of_shares_p(*counted),
    }


def _name(found: list[Row], cells: Mapping[Cell, _Total]) -> None:
    """Turn p-values into findings by Benjamini-Hochberg over criteria, and look for criteria that repeat another."""
    strength = {row["number"]: row["accepted_finding"] for row in found if row["accepted_finding"] != "too_few"}
    for short in ("accepted", "won"):
        tested = [row for row in found if row[f"{short}_finding"] != "too_few"]
        for row, q in zip(tested, benjamini_hochberg([row[f"{short}_finding"] for row in tested]), strict=True):
            sign = "more" if row[f"{short}_difference"] > 0 else "less"
            row[f"{short}_finding"] = sign if q <= 0.05 else "no_difference"
    for row in found:
        others = [number for number in strength if number != row["number"]]
        if row["accepted_finding"] != "too_few" and others:
            strongest = min(others, key=lambda number: (strength[number], number))
            row.update(_within(cells, row, strongest, found[strongest]["criterion"]))


def _within(cells: Mapping[Cell, _Total], row: Row, other: int, label: str) -> Row:
    """Odds of acceptance if met, in all and within the levels of another criterion (Mantel & Haenszel)."""
    place = row["number"]

    def fourfold(*within: int) -> tuple[int, int, int, int]:
        met = _at(cells, lambda cell: cell[other] in within and cell[place] == MET)
        not_met = _at(cells, lambda cell: cell[other] in within and cell[place] == NOT_MET)
        return met.accepted, met.answered - met.accepted, not_met.accepted, not_met.answered - not_met.accepted

    crude = odds_ratio(fourfold(*range(len(LEVELS))))
    within = mantel_haenszel([fourfold(level) for level in range(len(LEVELS))])
    found: Row = {**_NOTHING, "other": label, "ratio_crude": crude.value if crude else None}
    if within is None:
        return found
    is_named = row["accepted_finding"] in ("more", "less")
    return found | {
        "ratio_within": within.value,
        "ratio_within_low": within.low,
        "ratio_within_high": within.high,
        "is_redundant": is_named and within.low <= 1 <= within.high,
    }


def _level_rows(cells: Mapping[Cell, _Total], row: Row) -> list[Row]:
    """What was accepted and won at each level of a criterion; unknown is a level of its own."""
    found = []
    for level in (MET, NOT_MET, 2):
        total = _level(cells, row["number"], level)
        line: Row = {"number": row["number"], "criterion": row["criterion"], "level": LEVELS[level], **total._asdict()}
        line |= share(total.accepted, total.answered, "accepted_share")
        line |= {name: item for name, item in share(total.won, total.leads, "won_share").items() if name != "support"}
        line["won_support"] = support(total.leads)
        found.append(line)
    return found


def _sentence(found: list[Row], total: _Total) -> tuple[str, Row]:
    args: Row = {"leads": total.leads, "answered": total.answered, "accepted": total.accepted}
    if total.answered < FEW:
        return "few", args
    args |= {name: value for name, value in share(total.accepted, total.answered).items() if name != "support"}
    named = {sign: [row["criterion"] for row in found if row["accepted_finding"] == sign] for sign in ("more", "less")}
    if not named["more"] and not named["less"]:
        return "alike", args
    best = min(
        (row for row in found if row["accepted_finding"] in named),
        key=lambda row: (-abs(row["accepted_difference"]), row["number"]),
    )
    ends = [100 * best[f"accepted_difference{end}"] for end in ("", "_low", "_high")]
    if ends[0] < 0:
        ends = [-ends[0], -ends[2], -ends[1]]
    points = dict(zip(("points", "points_low", "points_high"), ends, strict=True))
    return best["accepted_finding"], {**args, "best": best["criterion"], **points}


def _redundant(found: list[Row]) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = []
    for finding in ("more", "less"):
        names = [row["criterion"] for row in found if row["won_finding"] == finding]
        if names:
            notes.append((f"won_{finding}", {"names": ", ".join(names)}))
    if not notes and any(row["won_finding"] == "no_difference" for row in found):
        notes.append(("won_alike", {}))
    notes += [("redundant", {"name": row["criterion"], "other": row["other"]}) for row in found if row["is_redundant"]]
    return notes


def _common_notes(rows: list[Row], values: Values, criteria: Criteria) -> list[tuple[str, Row]]:
    given = values["criteria"] or {}
    unread = [label for label in given if label not in {name for name, _ in criteria}]
    notes: list[tuple[str, Row]] = [("unread", {"names": ", ".join(unread)})] if unread else []
    still_open = sum(row["leads"] - row["accepted"] - row["rejected"] for row in rows)
    if still_open:
        notes.append(("unanswered", {"leads": still_open}))
    early = sum(row["won_early"] for row in rows)
    if early:
        notes.append(("won_early", {"leads": early}))
    return notes


def _leads(table: Any, p: Values, criteria: Criteria = ()) -> Any:
    leads = judged(table, p, criteria)
    columns = [f"c{place}" for place in range(len(criteria))]
    return leads.select("lead_id", "source", "answer", "is_early", *columns, is_won=one(leads.won_s < FAR_S))


def _with_level(value: str, key: Key, _values: Values) -> str:
    return f"c{int(key['number'])} = {LEVELS.index(value)}"


_BEHIND = Behind(
    _leads,
    "lead_id",
    {
        "source": same("source"),
        "number": lambda value, _key, _values: f"c{int(value)} >= 0",
        "level": _with_level,
        "outcome": lambda value, _key, _values: OUTCOMES[value],
    },
    shape=_shape,
)
_LAYOUTS = (
    Layout(
        "",
        "Criteria",
        (
            Shown("criterion", "Criterion", "text"),
            Shown("leads", "Handed over", opens={}),
            Shown("met", "Met", opens={"level": "met"}),
            Shown("not_met", "Not met", opens={"level": "not_met"}),
            Shown("unknown", "Unknown", opens={"level": "unknown"}),
            Shown("met_share", "Met of all", "share"),
            Shown("accepted_difference", "Accepted, met against not", "share"),
            Shown("accepted_finding", "Acceptance", "code"),
            Shown("won_difference", "Won, met against not", "share"),
            Shown("won_finding", "Winning", "code"),
            Shown("other", "Beside", "text"),
            Shown("ratio_crude", "Odds of acceptance", "number", digits=2),
            Shown("ratio_within", "Within the levels of that one", "number", digits=2),
        ),
        key=("number",),
    ),
    Layout(
        "levels",
        "Levels of each criterion",
        (
            Shown("criterion", "Criterion", "text"),
            Shown("level", "Level", "code"),
            Shown("leads", "Handed over", opens={}),
            Shown("answered", "Answered", opens={"outcome": "answered"}),
            Shown("accepted", "Accepted", opens={"outcome": "accepted"}),
            Shown("accepted_share", "Accepted of answered", "share"),
            Shown("won", "Won", opens={"outcome": "won"}),
            Shown("won_share", "Won of handed over", "share"),
        ),
        key=("number", "level"),
    ),
)

MEASURE = Measure(
    name="acceptance",
    title="Acceptance by criterion",
    question="Do handed-over leads meet the agreed criteria, and does meeting one go with being accepted and won?",
    unit="share of handed-over leads",
    least_sample=FEW,
    counted=(
        "Each lead that was handed over, at its first hand-off. A criterion of the pact in force is met, not met or "
        "unknown by what was recorded with the hand-off or before it; unknown is a level of its own, never no. "
        "Accepted: sales took the lead, or had a deal, won or lost, and did not send it back before the next hand-off; "
        "answered are the accepted and the sent back. Won: a win after the hand-off. The criteria come as a "
        "parameter and become part of the query, so that any engine judges them; stored verdicts would only know the "
        "criteria of their day."
    ),
    formula=(
        "Share = k / n with Wilson's range. Met against not met: difference of shares with Newcombe's range, named "
        "only after Benjamini-Hochberg at 5% over all criteria. Repetition: odds ratio of acceptance within the "
        "levels of the strongest other criterion (Mantel-Haenszel; range of Robins, Breslow and Greenland)."
    ),
    assumptions=(
        "What sales answers is a judgement of the lead, and not of the day.",
        "Young leads are unfinished: their share of won leads can only rise.",
        "A value that was wrong and was corrected since never counts.",
    ),
    cannot_say=(
        "Whether a criterion makes leads better: people hand over by the criteria, so what never crossed is not seen.",
        "Criteria that look at other leads of the same company; they are named and left out.",
    ),
    published=(
        "proportions (Newcombe 1998); multiple_testing (Benjamini & Hochberg 1995); stratified (Bickel et al. 1975)"
    ),
    reads=(
        ("handed_over", "seq, occurred_s, recorded_s, source"),
        ("described", "seq, occurred_s, recorded_s, field, value_code, value_number"),
        ("captured", "seq, occurred_s, recorded_s, source, campaign"),
        ("every kind of touch that a criterion asks for", "occurred_s, recorded_s, field, campaign"),
        ("accepted, rejected, deal_opened, stage_changed, won, lost", "seq, occurred_s"),
        ("disqualified, gave_up, recycled", "seq, occurred_s"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF, HANDED_SINCE, HANDED_UNTIL, SOURCE,
        Parameter("criteria", "mapping", "the pact's criteria: a label, and the condition as plain values"),
    ),
    queries=(Query("patterns", patterns, shape=_shape),),
    estimate=estimate,
    chart="differences",
    sentences={
        "none": "No leads are handed over by {until}, so there is nothing to compare yet.",
        "no_criteria": "No pact in force names a criterion, so the {leads:,} leads handed over meet or miss none.",
        "few": (
            "{accepted:,} of {answered:,} answered leads were accepted, of {leads:,} handed over: too few to say more."
        ),
        "alike": (
            "{accepted:,} of {answered:,} answered leads were accepted: {share:.0%} ({share_low:.0%} to "
            "{share_high:.0%}). No criterion goes with a visible difference in acceptance."
        ),
        "more": (
            "{accepted:,} of {answered:,} answered leads were accepted: {share:.0%} ({share_low:.0%} to "
            "{share_high:.0%}). The largest difference goes with “{best}”: where it is met, {points:.0f} in 100 more "
            "are accepted ({points_low:.0f} to {points_high:.0f})."
        ),
        "less": (
            "{accepted:,} of {answered:,} answered leads were accepted: {share:.0%} ({share_low:.0%} to "
            "{share_high:.0%}). The largest difference goes with “{best}”: where it is met, {points:.0f} in 100 "
            "fewer are accepted ({points_low:.0f} to {points_high:.0f})."
        ),
        "won_more": "Won more often where met: {names}.",
        "won_less": "Won less often where met: {names}.",
        "won_alike": "No criterion goes with a visible difference in winning.",
        "redundant": "“{name}” goes with acceptance, but not among leads alike in “{other}”: it may repeat that one.",
        "unread": "Not judged here, for they look at other leads of the company: {names}.",
        "unanswered": "Not answered yet, and in no share of acceptance: {leads:,}.",
        "won_early": "Won before they were handed over, and not counted as won by it: {leads:,}.",
    },
    layouts=_LAYOUTS,
    behind=_BEHIND,
)  # fmt: skip
