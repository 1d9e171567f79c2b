"""Deals won against deals lost, and visitors against customers, counted a second time."""

from __future__ import annotations

from math import exp, log, log2, sqrt

from tests.evidence.second_hand_facts import told
from tests.evidence.second_hand_sums import Z, chi_square_p, named, newcombe, share

# Leads whose deal ended: at the first win, or at the last loss where no deal goes on. A trait counts when it
# had happened and been recorded before the deal was opened; without an opening, before it ended.
ENDED = """
create temp table ended as
with over as (
  select lead, occurred_s as end_s, seq as end_seq, 'won' as outcome from (
    select *, row_number() over (partition by lead order by occurred_s, seq) as nth from f where kind = 'won') where nth = 1
  union all
  select lead, occurred_s, seq, 'lost' from last_loss l
  where not exists (select 1 from f w where w.lead = l.lead and w.kind = 'won'))
select over.*, coalesce((select min(occurred_s) from f d where d.lead = over.lead and d.kind = 'deal_opened'
    and d.occurred_s <= end_s), end_s) as open_s
from over
"""
TRAITS = """
with fields (field) as (values ('segment'), ('industry'), ('employees'), ('country'), ('region'), ('language'), ('budget'),
  ('authority'), ('tool_today')),
said as (
  select e.lead, d.field, d.value_code, d.value_number, row_number() over (
      partition by e.lead, d.field order by d.occurred_s desc, d.seq desc) as nth
  from ended e join f d on d.lead = e.lead and d.kind = 'described' and d.occurred_s < open_s and d.recorded_s < open_s)
select e.lead, outcome, 'source' as trait, case when is_captured then o.source else 'unknown' end as level
from ended e join origin o on o.lead = e.lead
union all
select e.lead, outcome, 'found_by', case when not is_captured then 'unknown' when side in ('buyer', 'marketing') then 'marketing'
  when side = 'sales' then 'sales' else 'unknown' end from ended e join origin o on o.lead = e.lead
union all
select distinct e.lead, outcome, kind, 'yes' from ended e join f t on t.lead = e.lead and t.occurred_s < open_s
  and t.recorded_s < open_s and kind in ('page_view', 'form_filled', 'email_clicked', 'event_visit', 'asset_sent', 'asset_viewed', 'referred')
union all
select e.lead, outcome, fields.field, coalesce((select case when s.field = 'employees' then
    case when value_number <= 10 then '1-10' when value_number <= 50 then '11-50' when value_number <= 250 then '51-250'
      when value_number <= 1000 then '251-1000' else '1001+' end else value_code end
    from said s where s.lead = e.lead and s.field = fields.field and nth = 1), 'unknown')
from ended e cross join fields
"""
"""Bands and fields as the reference names them."""
WAY = """
with step as (
  select lead, 'first_talk' as step, occurred_s, seq from talk
  union all select lead, kind, occurred_s, seq from f)
select outcome, step, (end_s - min(step.occurred_s)) / 86400 as days from ended join step using (lead)
where step.occurred_s <= end_s group by lead, outcome, end_s, step
"""
OUTCOMES = ("won", "lost")
STEPS = (
    "captured", "page_view", "form_filled", "email_clicked", "event_visit", "referred", "asset_viewed", "asset_sent",
    "qualified", "handed_over", "accepted", "first_talk", "deal_opened",
)  # fmt: skip


def success_review(room, as_of):
    room.execute("drop table if exists temp.ended")
    room.execute(ENDED)
    of = {x["outcome"]: x["n"] for x in told(room, "select outcome, count(*) as n from ended group by 1")}
    won, lost = of.get("won", 0), of.get("lost", 0)
    traits = told(room, TRAITS)
    rows, ps = [], {}
    for trait, level in sorted({(x["trait"], x["level"]) for x in traits}):
        w, v = (sum((x["trait"], x["level"], x["outcome"]) == (trait, level, end) for x in traits) for end in OUTCOMES)
        row = {"trait": trait, "level": level, "won_with": w, "won": won, "lost_with": v, "lost": lost}
        row |= _without(share("won_share", w, won)) | _without(share("lost_share", v, lost))
        found = newcombe(w, won, v, lost) if min(won, lost) >= 10 else (None,) * 3
        row |= dict(zip(("difference", "difference_low", "difference_high"), found, strict=True))
        n, k = won + lost, w + v
        if min(won, lost) >= 10 and min(a * b / n for a in (won, lost) for b in (k, n - k)) >= 5:
            ps[len(rows)] = chi_square_p([(w, won - w), (v, lost - v)])
        rows.append(row)
    is_named = dict(zip(ps, named(list(ps.values())), strict=True))
    for place, row in enumerate(rows):
        word = "too_few" if place not in ps else "alike"
        if is_named.get(place):
            word = "more_won" if row["difference"] > 0 else "less_won"
        row["finding"] = word
    return {"rows": rows, "way": _way(told(room, WAY), won, lost)}


def _way(steps, won, lost):
    rows = []
    for step in STEPS:
        row = {"step": step}
        for outcome, n in (("won", won), ("lost", lost)):
            days = sorted(x["days"] for x in steps if (x["step"], x["outcome"]) == (step, outcome))
            k = len(days)
            middle = (days[(k - 1) // 2] + days[k // 2]) / 2 if k >= 10 else None
            row |= {outcome: k, f"{outcome}_of": n} | _without(share(f"{outcome}_share", k, n))
            row[f"{outcome}_days_before_end"] = middle
        if row["won"] or row["lost"]:
            rows.append(row)
    return rows


def _without(row):
    row.pop("support")
    return row


# Whoever bought in the last twelve months is a customer, who else looked at a page or filled in a form a visitor; each
# account once, a lead without one by itself. A lead told under several is of the one that its last fact which names any
# names, of whatever kind, that of a merge too. A value is the last one told of the account's leads.
CROWDS = """
with fields (field) as (values ('segment'), ('industry'), ('employees'), ('country'), ('region'), ('language'), ('budget'),
  ('authority'), ('tool_today')),
belongs as (
  select lead, account_id as account from (
    select *, row_number() over (partition by lead order by occurred_s desc, seq desc) as nth from (
      select coalesce(parent, lead_id) as lead, account_id, occurred_s, seq from standing left join home on child = lead_id
      where account_id is not null and kind <> 'corrected')) where nth = 1),
told as (
  select f.*, coalesce(account, -lead) as who from f left join belongs using (lead)
  where kind in ('page_view', 'form_filled', 'won', 'described')),
crowd as (
  select who, max(kind = 'won') as is_customer from told where kind in ('page_view', 'form_filled', 'won')
  and occurred_s >= :since group by who),
said as (
  select who, field, value_code, value_number, row_number() over (partition by who, field order by occurred_s desc, seq desc) as nth
  from told where kind = 'described')
select fields.field, is_customer, (select case when s.field = 'employees' then
    case when value_number <= 10 then '1-10' when value_number <= 50 then '11-50' when value_number <= 250 then '51-250'
      when value_number <= 1000 then '251-1000' else '1001+' end when value_code <> 'unknown' then value_code end
    from said s where s.who = crowd.who and s.field = fields.field and nth = 1) as segment
from crowd cross join fields
"""
FIELD = "industry"
FIELDS = ("segment", "industry", "employees", "country", "region", "language", "budget", "authority", "tool_today")


def audience(room, as_of, field=FIELD):
    people = told(room, CROWDS, since=as_of - 365 * 86_400)
    fields = []
    for name in FIELDS:
        row = {"field": name}
        for word, is_known in (("known", True), ("unknown", False)):
            for crowd, is_customer in (("visitors", 0), ("customers", 1)):
                row[f"{crowd}_{word}"] = sum(
                    (x["field"], x["is_customer"], x["segment"] is not None) == (name, is_customer, is_known)
                    for x in people
                )
        fields.append(row)
    known = [x for x in people if x["field"] == field and x["segment"] is not None]
    mix = {}
    for x in known:
        mix.setdefault(x["segment"], [0, 0])[x["is_customer"]] += 1
    n, m = (sum(pair[i] for pair in mix.values()) for i in (0, 1))
    is_told = min(n, m) >= 30
    cells = _pooled(mix, n, m) if is_told else sorted(mix.items())
    rows = [_segment(name, x, y, n, m, is_told) for name, (x, y) in cells]
    if not is_told:
        return {"rows": rows, "fields": fields}
    shares = [(x / n, y / m) for _, (x, y) in cells]
    overlap = {"field": field, "overlap": sum(map(min, shares)), "divergence": _divergence(shares)}
    every = {"known_visitors": n, "known_customers": m}
    every |= {
        f"all_{crowd}": sum(fields[0][f"{crowd}_{word}"] for word in ("known", "unknown"))
        for crowd in ("visitors", "customers")
    }
    return {"rows": rows, "fields": fields, "overlap": [overlap | every]}


def _pooled(mix, n, m):
    """Segments of which fewer than 5 would be expected in either crowd go together, until 5 are."""
    least = 5 * (n + m) / min(n, m)
    ordered = sorted(mix.items(), key=lambda each: (sum(each[1]), each[0]))
    small, total = [], 0
    for name, pair in ordered:
        if sum(pair) < least or (small and total < least):
            small.append(name)
            total += sum(pair)
    kept = sorted((name, pair) for name, pair in mix.items() if name not in small)
    if small:
        kept.append(("other_small", [sum(mix[name][i] for name in small) for i in (0, 1)]))
    return kept


def _segment(name, x, y, n, m, is_told):
    row = {"segment": name, "visitors": x, "customers": y}
    names = ("visitor_share", "customer_share", "index", "index_low", "index_high")
    more = ("difference", "difference_low", "difference_high")
    if not is_told:
        return row | dict.fromkeys((*names, *more)) | {"is_different": False}
    row |= {"visitor_share": x / n, "customer_share": y / m}
    difference = newcombe(x, n, y, m)
    if x and y:
        ratio, spread = log((x / n) / (y / m)), Z * sqrt(1 / x - 1 / n + 1 / y - 1 / m)
        found = [100 * exp(ratio + side * spread) for side in (0, -1, 1)]
        is_different = not found[1] <= 100 <= found[2]
    else:
        found, is_different = [None] * 3, not difference[1] <= 0 <= difference[2]
    row |= dict(zip(names[2:], found, strict=True)) | dict(zip(more, difference, strict=True))
    return row | {"is_different": is_different}


def _divergence(shares):
    """Jensen and Shannon's, in bits."""
    total = 0.0
    for p, q in shares:
        total += sum(each * log2(each / ((p + q) / 2)) / 2 for each in (p, q) if each)
    return total
