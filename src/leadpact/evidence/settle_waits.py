"""How long leads waited, where wins came from, and what they cost: the product's own measures, asked of two files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from leadpact.evidence.catalogue import ask
from leadpact.evidence.result import POOLED, Row, share
from leadpact.evidence.settle import Finding, Good, counted, day, spread_of
from leadpact.evidence.settle_facts import DAY_S, Reach, Told
from leadpact.evidence.source import Source
from leadpact.evidence.uncertainty import FEW, Ints

_SOURCES = 6
_NO_CALL = "The files carry no first call; nobody can say how long leads waited."


def waiting(told: Told, good: Good) -> Ints:
    """The leads whose wait is measured: good ones where that is known of ten or more, else all that are dated."""
    dated = told.created_s > 0
    own = dated & (good.good == 1) if good.is_known else dated
    return np.flatnonzero(own if int(own.sum()) >= FEW else dated)


def waits(source: Source, told: Told, reach: Reach, good: Good, asked: Ints, *, has_times: bool) -> Finding:
    """How long leads waited for the first contact; those still waiting count as far as they have come."""
    title = "How long leads waited"
    reason = _cannot(told, reach)
    if reason:
        return Finding("waits", title, None, reason)
    found = ask("sla_keeping", source, as_of_s=told.as_of_s)
    every = next((row for row in found.rows if row["level"] == "all"), None)
    halves = [row for row in found.tables.get("percentiles", ()) if row["support"] == "enough"]
    if every is None or not halves:
        return Finding("waits", title, None, f"Too few leads are dated to say how long they waited: {len(asked):,}.")
    whose = "good leads" if good.is_known and len(asked) < int((told.created_s > 0).sum()) else "leads"
    half = halves[0]
    answered = int(every["touched"])
    notes = [
        f"{answered:,} of {every['clocks']:,} {whose} had a first contact; the others count as far as they have waited."
    ]
    if not has_times:
        notes.append("The dates have no time of day, so that waits are told in whole days.")
    undated = int(((told.called == 1) & (told.contact_s < 0)).sum())
    if undated:
        notes.append(f"{counted(undated, 'contact')} without a date cannot be timed: these leads seem to wait longer.")
    low, high = half["seconds_low"], half["seconds_high"]
    if half["seconds"] is None:
        head, figure = f"Fewer than half of all {whose} were ever called", f"{answered:,} of {every['clocks']:,}"
        spread = spread_of(answered, every["clocks"])
    else:
        head, figure = f"Half of all {whose} waited {span(half['seconds'])} or more", span(half["seconds"])
        spread = f"{span(low)} to {span(high)}" if high is not None else f"{span(low)} or more"
    rows = tuple(_row(row) for row in found.tables["percentiles"])
    kept = (
        f"Within a day of {'becoming good' if bool((told.good_s[asked] > 0).any()) else 'coming'}, "
        f"{every['kept']:,} of {every['due']:,} were contacted: {spread_of(every['kept'], every['due'])}."
    )
    return Finding(
        "waits", head, "Corrected", kept, figure, spread, tuple(notes), rows,
        (("share", "Share contacted"), ("after", "after"), ("range", "Range")),
        leads=_longest(told, asked), numbers={"half_s": half["seconds"], "low_s": low, "high_s": high,
        "kept": every["kept"], "due": every["due"], "touched": answered, "clocks": every["clocks"]},
    )  # fmt: skip


def _cannot(told: Told, reach: Reach) -> str:
    if not reach.has_calls:
        return _NO_CALL
    if not bool((told.contact_s > 0).any()):
        return "The files tell of contacts without their dates; nobody can say how long leads waited."
    if not told.has_dates:
        return "Marketing's file does not tell when leads came; nobody can say how long they waited."
    return ""


def _row(row: Row) -> Row:
    low, high = row["seconds_low"], row["seconds_high"]
    whole = "" if low is None else f"{span(low)} to {span(high)}" if high is not None else f"{span(low)} or more"
    after = span(row["seconds"]) if row["seconds"] is not None else "not reached"
    return {"share": f"{row['share']:.0%}", "after": after, "range": whole}


def span(seconds: float | None) -> str:
    """A length of time as people say it: ``3 hours``, ``2 days``."""
    if seconds is None:
        return "not reached"
    for size, noun, most in ((60, "minute", 90 * 60), (3600, "hour", 48 * 3600), (DAY_S, "day", float("inf"))):
        if seconds < most:
            value = seconds / size
            shown = f"{value:.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"
            return f"{shown} {noun}" if shown == "1" else f"{shown} {noun}s"
    return ""


def _longest(told: Told, asked: Ints) -> tuple[int, ...]:
    """Those still waiting, the longest first, then those that waited longest."""
    start = np.where(told.good_s[asked] > 0, told.good_s[asked], told.created_s[asked])
    end = np.where(told.contact_s[asked] > 0, told.contact_s[asked], told.as_of_s)
    still = (told.called[asked] == 0).astype(np.int64)
    order = np.lexsort((asked, -(end - start), -still))
    return tuple(int(asked[place]) for place in order)


def wins(
    source: Source, told: Told, reach: Reach, unjoined: int, spend: Mapping[str, float]
) -> tuple[Finding, Finding]:
    """Where wins came from, and what they cost."""
    by_lead = sorted({deal.lead for deal in told.deals if deal.state == "won"})
    if not reach.has_wins:
        why = "Sales' file holds no won deal; nobody can say where wins came from."
        return Finding("wins", "Where wins came from", None, why), _cost_unknown(
            "without a won deal no cost of one can be told"
        )
    named = any(told.sources)
    dated = list(_asked(source, told, spend)) if told.has_dates else []
    if all(row["source"] == POOLED for row in dated):  # Each source is so small that none would stand by its name.
        dated = []
    rows = [_source_row(row) for row in dated] or _plain(told, by_lead)
    rows.sort(key=lambda row: (row["source"] == _named(POOLED), -row["won"], row["source"]))
    top, total = rows[0], len(by_lead)
    notes = [f"{counted(unjoined, 'win')} joined no lead of marketing's and stand apart."] if unjoined else []
    if not named:
        notes.append("Marketing's file does not tell where leads came from: all stand as unknown.")
    if dated:
        notes.append("Leads that are still open count as far as they have come.")
    worth = _worth(told)
    head = (
        f"{_named(top['source'])}: {top['won']:,} of {counted(total, 'won lead')}"
        if named
        else f"{counted(total, 'lead')} won"
    )
    says = f"{total:,} of {counted(len(told), 'lead')} won{_in_words(total, len(told))}{worth}."
    columns = (
        ("source", "Source"),
        ("leads", "Leads"),
        ("won", "Won"),
        ("rate", "Won within 180 days" if dated else "Won"),
        ("range", "Range"),
    )
    finding = Finding(
        "wins", head, "Corrected" if dated else "Counted", says,
        f"{top['won']:,} of {total:,}" if named else f"{total:,}",
        spread_of(top["won"], total), tuple(notes), tuple(rows[:_SOURCES]), columns, tuple(by_lead),
        {"won": total, "leads": len(told), "unjoined": unjoined},
    )  # fmt: skip
    return finding, _cost(dated, spend)


def _in_words(k: int, n: int) -> str:
    return f", {spread_of(k, n)}" if n >= FEW else ""


def _named(source: str) -> str:
    return "Small sources together" if source == POOLED else "Unknown source" if source == "unknown" else source


def _worth(told: Told) -> str:
    """What the won deals were worth, per currency."""
    sums: dict[str, float] = defaultdict(float)
    for deal in told.deals:
        if deal.state == "won" and deal.amount:
            sums[deal.currency] += deal.amount
    return (
        ", worth " + " and ".join(f"{value:,.0f} {name}".strip() for name, value in sorted(sums.items()))
        if sums
        else ""
    )


def _asked(source: Source, told: Told, spend: Mapping[str, float]) -> tuple[Row, ...]:
    found = ask(
        "source_quality",
        source,
        as_of_s=told.as_of_s,
        spend={name: 100 * value for name, value in spend.items()} or None,
    )
    days: dict[str, Row] = {}
    for row in found.rows:
        if row["won_share"] is not None:
            days[row["source"]] = row
    return tuple(
        {**row, **{f"at_{name}": value for name, value in days.get(row["source"], {}).items()}}
        for row in found.tables["sources"]
    )


def _source_row(row: Row) -> Row:
    value, low, high = (row.get(f"at_won_share{end}") for end in ("", "_low", "_high"))
    by = row.get("at_day")
    rate = "too few to say" if value is None else f"{value:.1%}" if by == 180 else f"{value:.1%} by day {by}"
    spread = "" if value is None else f"{low:.1%} to {high:.1%}"
    return {"source": _named(row["source"]), "leads": row["leads"], "won": row["won"], "rate": rate, "range": spread}


def _plain(told: Told, by_lead: Sequence[int]) -> list[Row]:
    """Wins by source where leads have no dates: counted, with no allowance for young leads."""
    leads: dict[str, int] = defaultdict(int)
    won: dict[str, int] = defaultdict(int)
    for source in told.sources:
        leads[source or "unknown"] += 1
    for lead in by_lead:
        won[told.sources[lead] or "unknown"] += 1
    found = []
    for name, many in leads.items():
        own = share(won[name], many)
        rate = "too few to say" if own["share"] is None else f"{own['share']:.1%}"
        spread = "" if own["share"] is None else f"{own['share_low']:.1%} to {own['share_high']:.1%}"
        found.append({"source": _named(name), "leads": many, "won": won[name], "rate": rate, "range": spread})
    return found


def _cost_unknown(why: str) -> Finding:
    return Finding("cost", "What it cost", None, f"{why[0].upper()}{why[1:]}.")


def _cost(rows: Sequence[Row], spend: Mapping[str, float]) -> Finding:
    """What a win costs by source: spend over expected wins, with the range that these have."""
    if not spend:
        return _cost_unknown("neither file says what leads cost; give it for each source")
    priced = [row for row in rows if row.get("cost_per_win_minor") is not None]
    if not priced:
        return _cost_unknown("too few leads were followed for 180 days to say what a win costs")
    shown = tuple(
        {
            "source": _named(row["source"]), "spent": f"{row['spend_minor'] / 100:,.0f}",
            "cost": f"{row['cost_per_win_minor'] / 100:,.0f}", "range": _cost_range(row),
        }
        for row in sorted(priced, key=lambda row: (row["cost_per_win_minor"], row["source"]))
    )  # fmt: skip
    dear, cheap = shown[-1], shown[0]
    says = f"A win costs {cheap['cost']} ({cheap['range']}) from {cheap['source']}"
    says += f" and {dear['cost']} ({dear['range']}) from {dear['source']}." if len(shown) > 1 else "."
    return Finding(
        "cost", f"A win from {cheap['source']} costs {cheap['cost']}", "Corrected", says, cheap["cost"], cheap["range"],
        (), shown[:_SOURCES], (("source", "Source"), ("spent", "Spent"), ("cost", "A win costs"), ("range", "Range")),
    )  # fmt: skip


def _cost_range(row: Row) -> str:
    low, high = row["cost_per_win_minor_low"], row["cost_per_win_minor_high"]
    return f"{low / 100:,.0f} to {high / 100:,.0f}" if high is not None else f"{low / 100:,.0f} or more"


def spent(told: Told, given: Mapping[str, float]) -> dict[str, float]:
    """What was spent per source, in whole currency: as given, else the sum of the leads' own costs."""
    if given:
        return dict(given)
    found: dict[str, float] = defaultdict(float)
    for source, cost in zip(told.sources, told.costs, strict=False):
        if cost is not None:
            found[source or "unknown"] += cost
    return dict(found)


__all__ = ["day", "spent", "waiting", "waits", "wins"]
