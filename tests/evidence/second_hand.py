"""The counts of each measure in plain SQLite, written apart from the product: windows, dates and correlated queries."""

CLEAN = """
with recursive heard as (select * from facts where recorded_s <= :as_of),
standing as (
  select * from heard where occurred_s <= :as_of
  and id not in (select corrects_id from heard where kind = 'corrected' and corrects_id is not null)),
ties as (
  select lead_id, kind, value_number, row_number() over (partition by lead_id order by occurred_s desc, seq desc) as nth
  from standing where kind in ('merged', 'unmerged')),
link as (select lead_id as child, cast(value_number as integer) as parent from ties where nth = 1 and kind = 'merged'),
climb as (
  select child, parent, 1 as depth from link
  union all select climb.child, link.parent, depth + 1 from climb join link on link.child = climb.parent where depth < 9),
home as (select child, parent from climb c where depth = (select max(depth) from climb where child = c.child)),
f as (
  select s.*, coalesce((select parent from home where child = s.lead_id), s.lead_id) as lead
  from standing s where s.lead_id is not null),
origin as (
  select lead, occurred_s as born, occurred_month as month, case when kind = 'captured' then coalesce(source, 'unknown') else 'unknown' end as source,
    case when kind <> 'captured' then 'unknown' when side in ('buyer', 'marketing') then 'marketing'
         when side = 'sales' then 'sales' else 'unknown' end as found_by
  from (select f.*, row_number() over (
          partition by lead order by case kind when 'captured' then 0 else 1 end, occurred_s, seq) as nth
        from f where kind in ('captured', 'qualified', 'handed_over', 'accepted', 'deal_opened', 'won', 'lost',
          'disqualified', 'rejected', 'recycled', 'gave_up', 'woken', 'call', 'email', 'meeting', 'social'))
  where nth = 1),
talk as (
  select * from f where kind in ('call', 'email', 'meeting', 'social')
  and (side = 'buyer' or value_code in ('reached', 'reply', 'replied', 'held'))),
move as ( -- what is told of a deal; it begins when it is first heard of, and when it is opened
  select lead, coalesce(deal_id, 0) as deal, kind, occurred_s, seq, kind = 'deal_opened' or row_number() over (
    partition by lead, coalesce(deal_id, 0) order by occurred_s, seq) = 1 as begins
  from f where kind in ('deal_opened', 'stage_changed', 'won', 'lost')),
loss as ( -- deals lost while no deal of the lead was going on
  select * from move l where kind = 'lost' and not exists (
    select 1 from move b where b.lead = l.lead and b.begins and (b.occurred_s, b.seq) <= (l.occurred_s, l.seq)
    and not exists (select 1 from move e where e.lead = l.lead and e.deal = b.deal and e.kind in ('won', 'lost')
      and (e.occurred_s, e.seq) between (b.occurred_s, b.seq) and (l.occurred_s, l.seq)))),
onward as (
  select lead, max(occurred_s * 1000000 + seq) as place from (
    select lead, occurred_s, seq from f where kind in ('woken', 'handed_over', 'accepted', 'deal_opened')
    union all select lead, occurred_s, seq from move where begins) group by lead),
ending as ( -- with nothing after it that brought the lead forward; of several losses the last one
  select o.*, f.kind, f.occurred_s, f.seq from origin o join f on f.lead = o.lead
  where (kind in ('disqualified', 'rejected', 'recycled', 'gave_up') and f.occurred_s * 1000000 + f.seq
      > coalesce((select place from onward where onward.lead = f.lead), 0))
    or (kind = 'lost' and f.seq = (select seq from loss where loss.lead = f.lead order by occurred_s desc, seq desc limit 1)
      and f.occurred_s * 1000000 + f.seq >= coalesce((select place from onward where onward.lead = f.lead), 0))),
fate as (
  select o.*,
    (select min(occurred_s) from f where f.lead = o.lead and kind = 'won') as won,
    (select min(occurred_s) from ending e where e.lead = o.lead and kind in ('lost', 'disqualified')) as lost,
    (select min(occurred_s) from ending e where e.lead = o.lead and kind in ('rejected', 'recycled', 'gave_up')) as back
  from origin o)
"""

FUNNEL = (
    CLEAN
    + """
select month, source, found_by, count(*) as captured,
  sum(exists (select 1 from f where f.lead = t.lead and kind = 'qualified')) as qualified,
  sum(exists (select 1 from f where f.lead = t.lead and kind = 'handed_over')) as handed_over,
  sum(exists (select 1 from f where f.lead = t.lead and kind = 'accepted')) as accepted,
  sum(exists (select 1 from talk where talk.lead = t.lead)) as first_talk,
  sum(exists (select 1 from f where f.lead = t.lead and kind = 'deal_opened')) as deal_opened,
  sum(won is not null) as won,
  sum(exists (select 1 from f a where a.lead = t.lead and a.kind = 'accepted' and coalesce((select n.kind from f n
    where n.lead = t.lead and n.kind in ('accepted', 'rejected', 'handed_over')
    and (n.occurred_s, n.seq) > (a.occurred_s, a.seq) order by n.occurred_s, n.seq limit 1), 'handed_over')
    = 'handed_over')) as not_sent_back,
  sum(won is null and lost is not null) as lost,
  sum(won is null and lost is null and back is not null) as sent_back,
  sum(won is null and lost is null and back is null) as still_open,
  sum(coalesce(won < born, 0)) as won_before_captured,
  sum(exists (select 1 from f where f.lead = t.lead and kind = 'handed_over' and reason = 'explored')
    and not exists (select 1 from f where f.lead = t.lead and kind = 'qualified')) as explored
from fate t group by month, source, found_by
"""
)

SOURCE_QUALITY = (
    CLEAN
    + """
select source, found_by, min(181, max(0, end_at - born) / 86400) as days, count(*) as leads, sum(won is not null) as won,
  sum(won is null and lost is not null) as lost, sum(won is null and lost is null and back is not null) as sent_back
from (select *, coalesce(won, min(coalesce(lost, back), coalesce(back, lost)), :as_of) as end_at from fate)
group by source, found_by, days
"""
)

# What stops a clock, takes it away or gives it another deadline is told in the order of its place: second, then seq.
SLA_KEEPING = (
    CLEAN
    + """,
g as (select f.*, occurred_s * 1000000 + seq as place from f),
hands as (
  select g.*, coalesce((select min(n.place) from g n where n.lead = g.lead and n.kind = 'handed_over'
    and n.place > g.place), 1 << 62) as until
  from g where kind = 'handed_over' and due_s is not null
  and occurred_s >= coalesce(:since, 0) and occurred_s < coalesce(:until, 99999999999)),
touched as (
  select h.*, coalesce((select min(place) from g t where t.lead = h.lead and t.place > h.place and t.place < h.until
      and ((t.kind in ('call', 'email', 'meeting', 'social') and t.side = 'sales')
           or t.kind in ('deal_opened', 'won', 'lost'))), 1 << 62) as touched_at,
    coalesce((select min(place) from g t where t.place > h.place and t.place < h.until and (
      (t.lead = h.lead and t.kind in ('rejected', 'recycled', 'gave_up', 'disqualified'))
      or (t.kind = 'merged' and t.lead_id = h.lead_id and h.lead_id in (select child from link)))), h.until) as gone_at
  from hands h),
judged as (
  select t.*, (select r.seq from g r where r.lead = t.lead and r.kind = 'reassigned' and r.place > t.place
      and r.place < min(t.until, t.touched_at) order by r.place desc limit 1) as new_seq
  from touched t),
clock as (
  select j.*, r.due_s as new_due, case when r.occurred_s <= j.due_s then r.due_s else j.due_s end as due,
    case when touched_at < gone_at then touched_at / 1000000 end as touch, gone_at / 1000000 as gone
  from judged j left join g r on r.seq = j.new_seq)
select person_id, new_due is not null as is_reassigned, count(*) as clocks,
  sum(due <= :as_of and not (touch is null and gone <= due)) as due,
  sum(due <= :as_of and coalesce(touch <= due, 0)) as kept,
  sum(due > :as_of and touch is null and gone > :as_of) as running,
  sum(due <= :as_of and touch is null and gone > :as_of) as overdue,
  sum(touch is null and gone <= due) as withdrawn,
  sum(touch is not null) as touched
from clock group by 1, 2
"""
)

# Everything from the first hand-off on, in the order of its place: second, then seq.
PERSISTENCE = (
    CLEAN
    + """,
placed as (select f.*, occurred_s * 1000000 + seq as place from f),
begun as (select o.*, (select min(place) from placed p where p.lead = o.lead and kind = 'handed_over') as hand from origin o),
g as (select p.*, b.hand, b.source as from_source from placed p join begun b on b.lead = p.lead
      where p.place >= coalesce(b.hand, 0)),
tries as (select * from g where kind in ('call', 'email', 'meeting', 'social') and side = 'sales'),
answer as (
  select lead, min(place) as place from g where kind in ('deal_opened', 'won')
    or (kind in ('call', 'email', 'meeting', 'social')
      and (side = 'buyer' or value_code in ('reached', 'reply', 'replied', 'held'))) group by lead),
over as (
  select lead, (select min(occurred_s) from g where g.lead = fate.lead and kind = 'won') as won,
    (select min(g.place) from g join ending on ending.seq = g.seq
      where g.lead = fate.lead and g.kind in ('lost', 'disqualified', 'rejected')
      and not exists (select 1 from g w where w.lead = fate.lead and w.kind = 'won')) as lost
  from fate),
told as ( -- what comes first counts: an answer after the end is none, and attempts after it are none
  select fate.lead, fate.source, over.won, over.lost,
    case when a.place < coalesce(over.lost, 1 << 62) then a.place end as answered,
    exists (select 1 from g where g.lead = fate.lead and kind in ('deal_opened', 'won')) as dealt,
    (select max(occurred_s) from g where g.lead = fate.lead and kind in ('call', 'email', 'meeting', 'social')
      and (side in ('sales', 'buyer') or value_code in ('reached', 'reply', 'replied', 'held'))) as last_word,
    (select points from g where g.lead = fate.lead and kind = 'handed_over' order by place limit 1) as points,
    (select count(*) from tries t where t.lead = fate.lead
      and t.place <= min(coalesce(a.place, 1 << 62), coalesce(over.lost, 1 << 62))) as k,
    (select max(occurred_s) from tries t where t.lead = fate.lead) as last_try,
    exists (select 1 from g join ending on ending.seq = g.seq where g.lead = fate.lead
      and g.kind in ('gave_up', 'recycled') and not exists (
      select 1 from tries t where t.lead = fate.lead and t.place > g.place)) as quits
  from fate join over on over.lead = fate.lead left join answer a on a.lead = fate.lead
  where fate.lead in (select lead from tries))
select case when points is null then 'none' when points < 40 then '0-39' when points < 60 then '40-59'
  when points < 80 then '60-79' else '80+' end as band, source, k, count(*) as leads,
  sum(answered is not null) as reply_event,
  sum(answered is null and lost is not null) as reply_lost,
  sum(answered is null and lost is null and (quits or last_try < :as_of - 30 * 86400)) as reply_gave_up,
  sum(won is not null) as won_event,
  sum(won is null and lost is not null) as won_lost,
  sum(won is null and lost is null and (quits or (not dealt and last_word < :as_of - 30 * 86400))) as won_gave_up
from told group by band, source, k
"""
)
