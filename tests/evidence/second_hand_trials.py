"""The pact's trials, counted a second time."""

from __future__ import annotations

from tests.evidence.second_hand_facts import told
from tests.evidence.second_hand_sums import share

TRIALS = """
with start as (
  select lead, 'explored_slice' as trial, 'explored' as arm, occurred_s as at_s, seq, case when points is null then -1
    when points < 10 then 0 when points >= 90 then 90 else points - points % 10 end as band
  from first where reason = 'explored'
  union all
  select lead, 'shuffled_call_order', case when value_number < 0.5 then 'earlier' else 'later' end, occurred_s, seq, 0
  from first where coalesce(reason, '') <> 'explored' and value_number is not null
  union all
  select lead, 'persistence', 'kept_on', min(occurred_s), 0, 0 from f where kind = 'kept_on' group by lead),
later as (
  select start.*, (select min(occurred_s) from f c where c.lead = start.lead and c.side = 'sales'
      and c.kind in ('call', 'email', 'meeting', 'social') and (c.occurred_s, c.seq) > (at_s, start.seq)) as called_s,
    (select min(occurred_s) from talk t where t.lead = start.lead and (t.occurred_s, t.seq) > (at_s, start.seq)) as talked_s,
    (select min(occurred_s) from f w where w.lead = start.lead and w.kind = 'won'
      and (w.occurred_s, w.seq) > (at_s, start.seq)) as won_s
  from start)
select trial, arm, band, count(*) as leads,
  sum(at_s + 86400 <= :as_of) as called_ripe, sum(at_s + 86400 <= :as_of and called_s <= at_s + 86400) as called,
  sum(at_s + 30 * 86400 <= :as_of) as talked_ripe,
  sum(at_s + 30 * 86400 <= :as_of and talked_s <= at_s + 30 * 86400) as talked,
  sum(at_s + 90 * 86400 <= :as_of) as won_ripe, sum(at_s + 90 * 86400 <= :as_of and won_s <= at_s + 90 * 86400) as won
from later group by trial, arm, band
"""
ARMS = ("explored", "kept_on", "earlier", "later")
EVENTS = ("called", "talked", "won")
COUNTS = ("leads", *EVENTS, *(f"{event}_ripe" for event in EVENTS))


def trials(room, as_of):
    counted = [{name: value or 0 for name, value in row.items()} for row in told(room, TRIALS, as_of=as_of)]
    rows = []
    for arm in ARMS:
        own = [row for row in counted if row["arm"] == arm]
        if own:
            rows.append(_shares({"trial": own[0]["trial"], "arm": arm, **{n: sum(r[n] for r in own) for n in COUNTS}}))
    points = [_shares(dict(row)) for row in counted if row["arm"] == "explored"]
    for row in points:
        edge = row["band"]
        row["points"] = "none" if edge < 0 else "90 or more" if edge == 90 else f"{edge} to {edge + 9}"
    return {"rows": rows, "points": sorted(points, key=lambda row: row["band"])}


def _shares(row):
    for event in EVENTS:
        found = share(f"{event}_share", row[event], row[f"{event}_ripe"])
        found.pop("support")
        row.update(found)
    return row
