"""What the second hand counts from: the facts that stand at the snapshot, in plain tables of SQLite."""

from __future__ import annotations

import sqlite3

from tests.evidence.company import sqlite_connection

STANDING = """
-- Only what was recorded and had happened by the snapshot, and was not corrected by then.
create temp table standing as
select * from facts s where recorded_s <= :as_of and occurred_s <= :as_of and not exists (
  select 1 from facts c where c.kind = 'corrected' and c.recorded_s <= :as_of and c.corrects_id = s.id);
"""
JOINED = """
-- A merged lead's facts count for the lead it was merged into, unless the merge was taken back; so on upwards.
create temp table tie as
select lead_id as child, cast(value_number as integer) as parent from (
  select *, row_number() over (partition by lead_id order by occurred_s desc, seq desc) as nth
  from standing where kind in ('merged', 'unmerged')) where nth = 1 and kind = 'merged';
create temp table home as
with recursive up (child, parent, depth) as (
  select child, parent, 1 from tie
  union all select up.child, tie.parent, depth + 1 from up join tie on tie.child = up.parent where depth < 20)
select child, parent from up where depth = (select max(depth) from up u where u.child = up.child);
create temp table f as
select coalesce(home.parent, lead_id) as lead, standing.* from standing left join home on home.child = lead_id
where lead_id is not null and kind not in ('merged', 'unmerged', 'corrected');
create index temp.f_lead on f (lead, kind, occurred_s);
"""
ORIGIN = """
-- A lead begins with its first captured fact, or else with the first thing that its story tells.
create temp table origin as
select lead, kind = 'captured' as is_captured, occurred_s as born, side,
  case when kind = 'captured' then coalesce(source, 'unknown') else 'unknown' end as source, occurred_month as month
from (select *, row_number() over (partition by lead order by kind <> 'captured', occurred_s, seq) as nth from f
      where kind in ('captured', 'qualified', 'handed_over', 'accepted', 'deal_opened', 'won', 'lost', 'disqualified',
        'rejected', 'recycled', 'gave_up', 'woken', 'call', 'email', 'meeting', 'social'))
where nth = 1;
create index temp.origin_lead on origin (lead);
-- A talk is a contact that was reached, replied or held, or that came from the buyer.
create temp table talk as
select * from f where kind in ('call', 'email', 'meeting', 'social')
and (side = 'buyer' or value_code in ('reached', 'reply', 'replied', 'held'));
-- What was told of deals: each begins when it is first heard of and whenever it is opened.
create temp table move as
select lead, coalesce(deal_id, 0) as deal, kind, occurred_s, seq, kind = 'deal_opened' or row_number() over (
  partition by lead, coalesce(deal_id, 0) order by occurred_s, seq) = 1 as begins
from f where kind in ('deal_opened', 'stage_changed', 'won', 'lost');
create index temp.move_lead on move (lead, deal);
-- The last loss of each lead, if none of its deals goes on after it: its deal has begun, and has not ended since then.
create temp table last_loss as
select * from (
  select *, row_number() over (partition by lead order by occurred_s desc, seq desc) as nth from move where kind = 'lost') l
where nth = 1 and not exists (
  select 1 from move b where b.lead = l.lead and b.begins and not exists (
    select 1 from move e where e.lead = b.lead and e.deal = b.deal and e.kind in ('won', 'lost')
    and (e.occurred_s, e.seq) >= (b.occurred_s, b.seq)));
-- First hand-offs, and where the next one begins.
create temp table hand as
select h.*, lead(occurred_s, 1, 1 << 60) over w as next_s, lead(seq, 1, 0) over w as next_seq,
  row_number() over w as nth
from f h where kind = 'handed_over' window w as (partition by lead order by occurred_s, seq);
create index temp.hand_lead on hand (lead);
create temp table first as
select hand.*, origin.source as from_source
from hand join origin using (lead) where nth = 1;
create index temp.first_lead on first (lead);
"""


def counting_room(facts, as_of):
    """A connection with the tables standing, tie, f, origin, talk, move, last_loss and hand, as at the snapshot."""
    connection = sqlite_connection(facts)
    connection.row_factory = sqlite3.Row
    for script in (STANDING, JOINED, ORIGIN):
        for statement in script.split(";\n"):
            if statement.strip():
                needed = {"as_of": as_of} if ":as_of" in statement else {}
                connection.execute(statement, needed)
    return connection


def told(connection, sql, **values):
    """Rows of a statement as dictionaries."""
    return [dict(row) for row in connection.execute(sql, values)]
