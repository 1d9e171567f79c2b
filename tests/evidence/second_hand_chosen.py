"""Filters a second time: the facts of the leads that a period or a filter leaves, picked before anything is counted."""

from __future__ import annotations

from tests.evidence.second_hand_facts import counting_room, told
from tests.evidence.second_hand_review import ENDED

# The instant by which a lead belongs to a period, for each sort of period that the reference names.
PERIODS = {
    "story": "select lead, born as at_s from origin",
    "hand": "select lead, occurred_s as at_s from first",
    "begun": "select origin.lead, coalesce(first.occurred_s, born) as at_s from origin left join first using (lead)",
    "win": "select lead, min(occurred_s) as at_s from f where kind = 'won' group by lead",
    "end": "select lead, end_s as at_s from ended",
}
# The source that a measure's own parameter looks at, the same for all: that of the first capture alone.
SOURCES = dict.fromkeys(PERIODS, "select lead, source from origin")
TEAM = """
select lead from origin where case when not is_captured then 'unknown' when side in ('buyer', 'marketing') then 'marketing'
  when side = 'sales' then 'sales' else 'unknown' end = :value
"""
SEGMENT = """
select lead from (select *, row_number() over (partition by lead order by occurred_s desc, seq desc) as nth from f
  where kind = 'described' and field = :field) where nth = 1
and (value_code = :value or value_number between :low and :high)
"""
CAMPAIGN = """
select lead from (select *, row_number() over (partition by lead order by occurred_s, seq) as nth from f
  where kind = 'captured') where nth = 1 and coalesce(campaign, 'unknown') = :value
"""
VERSION = """
select lead from (select *, row_number() over (
    partition by lead order by kind = 'qualified', occurred_s, seq) as nth from f where kind in ('handed_over', 'qualified'))
where nth = 1 and coalesce(pact_version, 0) = :value
"""


def in_period(facts, as_of, sort, since=None, until=None, source=None):
    """The facts without those of leads that are out of a period, or of another source."""
    room = counting_room(facts, as_of)
    room.execute(ENDED)
    kept = {
        row["lead"]
        for row in told(room, PERIODS[sort])
        if (since is None or row["at_s"] >= since) and (until is None or row["at_s"] < until)
    }
    if source is not None:
        kept &= {row["lead"] for row in told(room, SOURCES[sort]) if row["source"] == source}
    return _of(facts, room, kept)


def of_filters(facts, as_of, **filters):
    """The facts of the leads that hold all the filters, and those of no lead."""
    room = counting_room(facts, as_of)
    kept = {row["lead"] for row in told(room, "select distinct lead from f")}
    for name, value in filters.items():
        kept &= {row["lead"] for row in _leads(room, name, value)}
    return _of(facts, room, kept)


def _leads(room, name, value):
    if name == "segment":
        field, _, code = value.partition("=")
        low, _, high = code.partition("-") if code.partition("-")[0].isdigit() else ("", "", "")
        bounds = (float(low), float(high)) if high else (None, None)
        return told(room, SEGMENT, field=field, value=code, low=bounds[0], high=bounds[1])
    if name == "source":
        return told(room, "select lead from origin where source = :value", value=value)
    sql = {"team": TEAM, "campaign": CAMPAIGN, "version": VERSION}[name]
    return told(room, sql, value=int(value) if name == "version" else value)


def _of(facts, room, kept):
    home = {row["child"]: row["parent"] for row in told(room, "select child, parent from home")}
    return [
        fact
        for fact in facts
        if fact["kind"] == "corrected"
        or fact.get("lead_id") is None
        or home.get(fact["lead_id"], fact["lead_id"]) in kept
    ]
