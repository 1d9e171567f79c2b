"""Who developed the leads: shares of marketing, sales and others, with those nobody knows as a share of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leadpact.evidence.behind import Behind, Key, same
from leadpact.evidence.leads import stories
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
)  # fmt: skip
from leadpact.evidence.result import Row, ranged, share
from leadpact.evidence.tables import FAR_S, count_of, known, one, settled, shared_of_period
from leadpact.evidence.uncertainty import FEW, goodman

DEVELOPED_BY = ("marketing", "sales", "others", "unknown")
AMONG = ("leads", "handed_over", "won")


@shared_of_period("lead_id", "since_s")
def developed(table: Any, p: Values) -> Any:
    """One row per lead: lead_id, since_s, source, developed_by, and whether it was handed over and won (1 or 0)."""
    leads = stories(table, p["as_of_s"], has_stages=True)
    leads = leads.filter((leads.since_s >= p["since_s"]) & (leads.since_s < p["until_s"]))
    told = known(table, p["as_of_s"], ("referred",))
    referred = told.group_by(referred_lead_id="lead_id").agg(referred_s=told.occurred_s.min())
    both = settled(leads.left_join(referred, [("lead_id", "referred_lead_id")]))
    is_others = both.referred_s.fill_null(FAR_S) <= both.since_s
    return both.select(
        *("lead_id", "since_s", "source"),
        developed_by=is_others.ifelse("others", both.found_by),
        is_handed_over=one(both.handed_over_s < FAR_S),
        is_won=one(both.won_s < FAR_S),
    )


def by_source(table: Any, p: Values) -> Any:
    """Leads per source and who developed them: all, handed over, won."""
    told = developed(table, p)
    return told.group_by(["source", "developed_by"]).agg(
        leads=told.count(), handed_over=count_of(told.is_handed_over == 1), won=count_of(told.is_won == 1)
    )


def estimate(counts: Counts, values: Values) -> Answer:
    """Shares among leads, hand-offs and wins with simultaneous ranges, and by source."""
    rows = [row for row in counts["by_source"] if values["source"] in (None, row["source"])]
    total = sum(row["leads"] for row in rows)
    if not total:
        return Answer("Counted", "none", {})
    lines = [line for among in AMONG for line in _shares(rows, among)]
    found = {line["developed_by"]: line for line in lines if line["among"] == "leads"}
    args: Row = {"leads": total, "won": sum(row["won"] for row in rows)}
    args |= {f"{side}_leads": found[side]["count"] for side in DEVELOPED_BY}
    if total >= FEW:
        for side in DEVELOPED_BY:
            args |= {f"{side}{end}": found[side][f"share{end}"] for end in ("", "_low", "_high")}
    notes: list[tuple[str, Row]] = []
    if 5 * found["unknown"]["count"] > total >= FEW:
        notes.append(("many_unknown", {"leads": found["unknown"]["count"]}))
    sources = sorted({row["source"] for row in rows})
    return Answer(
        "Counted",
        "few" if total < FEW else "shares",
        args,
        rows=tuple(lines),
        tables={"sources": tuple(line for source in sources for line in _of_source(rows, source))},
        notes=tuple(notes),
    )


def _shares(rows: list[Row], among: str) -> list[Row]:
    """How the leads, hand-offs or wins fall on those who developed them; no percentage below ten."""
    counted = [sum(row[among] for row in rows if row["developed_by"] == side) for side in DEVELOPED_BY]
    total = sum(counted)
    ranges = goodman(counted) if total >= FEW else [None] * len(counted)
    return [
        {
            "among": among, "developed_by": side, "count": count, "of": total,
            "share": count / total if total >= FEW else None, **ranged("share", found),
        }
        for side, count, found in zip(DEVELOPED_BY, counted, ranges, strict=True)
    ]  # fmt: skip


def _of_source(rows: list[Row], source: str) -> list[Row]:
    own = [row for row in rows if row["source"] == source]
    total = sum(row["leads"] for row in own)
    return [
        {
            "source": source, "developed_by": row["developed_by"], "leads": row["leads"], "of": total,
            "handed_over": row["handed_over"], "won": row["won"], **share(row["leads"], total),
        }
        for row in sorted(own, key=lambda row: DEVELOPED_BY.index(row["developed_by"]))
    ]  # fmt: skip


def _among(value: str, _key: Key, _values: Mapping[str, int]) -> str:
    return {"leads": "1 = 1", "handed_over": "is_handed_over = 1", "won": "is_won = 1"}[value]


_BEHIND = Behind(
    developed,
    "lead_id",
    {"source": same("source"), "developed_by": same("developed_by"), "among": _among},
)

MEASURE = Measure(
    name="source_shares",
    title="Who developed the leads",
    question="What share of the leads did marketing, sales and others develop, and of how many does nobody know?",
    unit="share of leads",
    least_sample=FEW,
    counted=(
        "Each lead once, by its first captured fact: what a buyer or marketing entered is marketing's, what sales "
        "entered is sales'. A lead that somebody recommended to us no later than it was captured was developed by "
        "others; where it was never captured, no later than it was first heard of. Any other lead that was never "
        "captured, or that a system brought without saying who found it, is unknown."
    ),
    formula=(
        "Share = k / n among leads, hand-offs and wins, with Goodman's simultaneous 95% intervals; Wilson's by source."
    ),
    assumptions=("Who entered a lead found it.", "Young leads are not won yet; shares of wins are of wins so far."),
    cannot_say=("Whether a lead would have come without them.",),
    published="proportions (Goodman 1965 in May & Johnson 1997; Newcombe 1998)",
    reads=(
        ("captured", "occurred_s, side, source"),
        ("referred, handed_over, won", "occurred_s"),
        ("qualified, accepted, deal_opened, lost, disqualified, rejected, recycled, gave_up, woken, contacts",
         "occurred_s (the first fact of a lead that was never captured)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(AS_OF, SINCE, UNTIL, SOURCE),
    queries=(Query("by_source", by_source),),
    estimate=estimate,
    chart="shares",
    sentences={
        "none": "No leads are recorded in this period.",
        "few": (
            "Of {leads:,} leads marketing developed {marketing_leads:,}, sales {sales_leads:,}, others "
            "{others_leads:,}, and of {unknown_leads:,} nobody knows: too few to speak of shares."
        ),
        "shares": (
            "Of {leads:,} leads marketing developed {marketing:.0%} ({marketing_low:.0%} to {marketing_high:.0%}), "
            "sales {sales:.0%} ({sales_low:.0%} to {sales_high:.0%}), others {others:.0%} ({others_low:.0%} to "
            "{others_high:.0%}); of {unknown:.0%} nobody knows."
        ),
        "many_unknown": (
            "Of {leads:,} leads nobody knows who developed them. While that is more than one in five, the other "
            "shares may be quite different."
        ),
    },
    layouts=(
        Layout(
            "", "Among leads, hand-offs and wins",
            (
                Shown("among", "Among", "code"), Shown("developed_by", "Developed by", "code"),
                Shown("count", "Leads", opens={}), Shown("of", "Of"), Shown("share", "Share", "share"),
            ),
            key=("among", "developed_by"),
        ),
        Layout(
            "sources", "By source",
            (
                Shown("source", "Source", "code"), Shown("developed_by", "Developed by", "code"),
                Shown("leads", "Leads", opens={"among": "leads"}),
                Shown("handed_over", "Handed over", opens={"among": "handed_over"}),
                Shown("won", "Won", opens={"among": "won"}), Shown("share", "Share", "share"),
            ),
            key=("source", "developed_by"),
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
