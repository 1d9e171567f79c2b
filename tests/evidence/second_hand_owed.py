"""What was agreed, counted a second time: numbers month by month, and what marketing promised."""

from __future__ import annotations

from tests.evidence.second_hand_facts import told
from tests.evidence.second_hand_sums import share

# Leads captured and qualified once, in their first month; hand-offs and wins each; money per currency. A hand-off is
# accepted when the last thing that sales said of it, before the next one, is that it takes the lead.
MONTHS = """
with counted as (
  select case kind when 'captured' then 'leads_captured' else 'qualified_leads' end as metric, null as currency,
    occurred_month as month, 1.0 as value from (
      select *, row_number() over (partition by lead, kind order by occurred_s, seq) as place from f
      where kind in ('captured', 'qualified')) where place = 1
  union all
  select case kind when 'handed_over' then 'handoffs' else 'deals_won' end,
    null, occurred_month, 1.0 from f where kind in ('handed_over', 'won')
  union all
  select 'accepted_handoffs', null, occurred_month, 1.0 from (
    select f.*, row_number() over (partition by hand.id order by f.occurred_s desc, f.seq desc) as place
    from hand join f on f.lead = hand.lead and f.kind in ('accepted', 'rejected')
    and (f.occurred_s, f.seq) > (hand.occurred_s, hand.seq) and (f.occurred_s, f.seq) < (hand.next_s, hand.next_seq))
  where place = 1 and kind = 'accepted'
  union all
  select 'revenue_won', currency, occurred_month, amount_minor / 100.0 from f
  where kind = 'won' and amount_minor is not null)
select metric, currency, month, sum(value) as value from counted group by metric, currency, month
"""

# The month within which the first lead was captured is whole when that was on one of its first five days.
BEGUN = """
select occurred_month as month, cast(strftime('%d', occurred_s, 'unixepoch') as integer) as day
from f where kind = 'captured' order by occurred_s, seq limit 1
"""


def goals(room, as_of):
    values = {(row["metric"], row["currency"], row["month"]): row["value"] for row in told(room, MONTHS)}
    (running,) = room.execute(
        "select cast(strftime('%Y%m', :as_of, 'unixepoch') as integer)", {"as_of": as_of}
    ).fetchone()
    part = [row["month"] for row in told(room, BEGUN) if row["day"] > 5]
    values = {key: value for key, value in values.items() if not part or key[2] > part[0]}
    rows = []
    for metric, currency in sorted({key[:2] for key in values}, key=lambda key: (key[0], key[1] or "")):
        first = min(month for *names, month in values if names == [metric, currency])
        for month in range(first, running):
            if 1 <= month % 100 <= 12:
                value = values.get((metric, currency, month), 0.0)
                name = f"{month // 100}-{month % 100:02}"
                rows.append({"metric": metric, "currency": currency, "month": name, "value": value})
    return {"months": rows}


# Hand-offs by marketing without a step: each group of fields has one known, and the call was made, by what was
# recorded with the hand-off or before it.
HANDED = """
with owed as (select * from hand where side <> 'sales' and coalesce(step, '') = ''),
known as (
  select owed.id, d.field, d.value_code, row_number() over (
      partition by owed.id, d.field order by d.occurred_s desc, d.seq desc) as place
  from owed join f d on d.lead = owed.lead and d.kind = 'described' and d.occurred_s <= owed.occurred_s
  and d.recorded_s <= owed.recorded_s and (d.occurred_s, d.seq) < (owed.occurred_s, owed.seq)),
value as (select id, field from known where place = 1 and value_code <> 'unknown')
select exists (select 1 from value where value.id = owed.id and field = 'need') as need,
  exists (select 1 from value where value.id = owed.id and field in ('phone', 'email')) as reach,
  exists (select 1 from f a where a.lead = owed.lead and a.kind = 'action_done' and a.field = 'call'
    and a.recorded_s <= owed.recorded_s and (a.occurred_s, a.seq) < (owed.occurred_s, owed.seq)) as called
from owed
"""
# A qualified lead that had to wait was handed over by its deadline; it is withdrawn where it went back, or had a deal,
# before that.
WAITED = """
with waited as (
  select q.*, (select min(h.occurred_s) from hand h where h.lead = q.lead
      and (h.occurred_s, h.seq) > (q.occurred_s, q.seq)) as handed_s,
    (select min(b.occurred_s) from f b where b.lead = q.lead and b.kind in ('recycled', 'rejected', 'disqualified', 'gave_up', 'deal_opened', 'won', 'lost')
      and (b.occurred_s, b.seq) > (q.occurred_s, q.seq)) as back_s
  from f q where kind = 'queued' and due_s is not null)
select case when handed_s <= due_s and handed_s <= coalesce(back_s, 1 << 60) then 'kept'
  when back_s <= due_s then 'withdrawn' when due_s <= :as_of then 'missed' else 'running' end as state from waited
"""


def promises(room, as_of):
    hands, waits = told(room, HANDED), [row["state"] for row in told(room, WAITED, as_of=as_of)]
    rows = []
    for promise, kept in (
        ("data", sum(x["need"] and x["reach"] for x in hands)),
        ("actions", sum(x["called"] for x in hands)),
    ):
        rows.append({"promise": promise, "due": len(hands), "kept": kept, "running": 0, "withdrawn": 0})
    kept, missed = waits.count("kept"), waits.count("missed")
    row = {"promise": "waiting", "due": kept + missed, "kept": kept}
    rows.append(row | {name: waits.count(name) for name in ("running", "withdrawn")})
    rows = [row for row in rows if row["due"] or row["running"] or row["withdrawn"]]
    return {
        "rows": [
            row | {"missed": row["due"] - row["kept"]} | share("kept_share", row["kept"], row["due"]) for row in rows
        ]
    }
