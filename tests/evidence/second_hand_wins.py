"""How leads came and ended, counted a second time: who developed them, why they were lost, how far they had come."""

from __future__ import annotations

from tests.evidence.second_hand_facts import told
from tests.evidence.second_hand_sums import chi_square_p, goodman, middle, named, newcombe, share, support

# By the first captured fact: what a buyer or marketing entered is marketing's, what sales entered is sales'; a lead
# that was recommended no later than it was captured was developed by others; the rest nobody knows.
DEVELOPED = """
select o.lead, o.source, case
    when exists (select 1 from f r where r.lead = o.lead and r.kind = 'referred' and r.occurred_s <= o.born) then 'others'
    when not is_captured then 'unknown'
    when side in ('buyer', 'marketing') then 'marketing' when side = 'sales' then 'sales' else 'unknown' end as team,
  exists (select 1 from f h where h.lead = o.lead and h.kind = 'handed_over') as handed_over,
  exists (select 1 from f w where w.lead = o.lead and w.kind = 'won') as won
from origin o
"""
TEAMS = ("marketing", "sales", "others", "unknown")


def source_shares(room, as_of):
    leads = told(room, DEVELOPED)
    rows = []
    for among, column in (("leads", None), ("handed_over", "handed_over"), ("won", "won")) if leads else ():
        those = [x for x in leads if column is None or x[column]]
        counts = [sum(x["team"] == team for x in those) for team in TEAMS]
        n = len(those)
        ranges = goodman(counts) if n >= 10 else [(None, None)] * len(TEAMS)
        for team, k, (low, high) in zip(TEAMS, counts, ranges, strict=True):
            said = {"share": k / n if n >= 10 else None, "share_low": low, "share_high": high}
            rows.append({"among": among, "developed_by": team, "count": k, "of": n} | said)
    sources = []
    for source in sorted({x["source"] for x in leads}):
        for team in TEAMS:
            of_source = [x for x in leads if x["source"] == source]
            those = [x for x in of_source if x["team"] == team]
            if those:
                row = {"source": source, "developed_by": team, "leads": len(those), "of": len(of_source)}
                row |= {name: sum(x[name] for x in those) for name in ("handed_over", "won")}
                sources.append(row | share("share", len(those), len(of_source)))
    return {"rows": rows, "sources": sources}


# A lead's last lost deal, unless it was won after it; and leads that ended without a deal and were not brought
# forward again, nor lost as a deal after it, or before it for good and with nothing in between that brought them forward. The pact's version is that of the fact, else of the last hand-off before it.
LOSSES = """
with ends as (
  select *, row_number() over (partition by lead, kind = 'lost' order by occurred_s desc, seq desc) as nth
  from f where kind in ('lost', 'rejected', 'disqualified', 'gave_up')),
loss as (
  select 'deals' as what, e.* from ends e where kind = 'lost' and nth = 1 and not exists (
    select 1 from f w where w.lead = e.lead and w.kind = 'won' and (w.occurred_s, w.seq) > (e.occurred_s, e.seq))
  union all
  select 'leads', e.* from ends e where kind <> 'lost' and nth = 1
  and not exists (select 1 from f r where r.lead = e.lead
    and r.kind in ('woken', 'handed_over', 'accepted', 'won') and (r.occurred_s, r.seq) > (e.occurred_s, e.seq))
  and not exists (select 1 from move b where b.lead = e.lead and b.begins and (b.occurred_s, b.seq) > (e.occurred_s, e.seq))
  and not exists (select 1 from last_loss l where l.lead = e.lead and not exists (
    select 1 from (select lead, occurred_s, seq from f where kind in ('woken', 'handed_over', 'accepted')
      union all select lead, occurred_s, seq from move where begins) r where r.lead = e.lead and r.seq <> l.seq
    and (r.occurred_s, r.seq) between (l.occurred_s, l.seq) and (e.occurred_s, e.seq))))
select loss.lead, what, coalesce(loss.reason, 'no_reason') as reason, loss.side,
  case when is_captured then origin.source else 'unknown' end as source,
  case when kind = 'lost' then coalesce(stage, 'none') else kind end as stage,
  coalesce(loss.pact_version, (select h.pact_version from hand h where h.lead = loss.lead
    and (h.occurred_s, h.seq) < (loss.occurred_s, loss.seq) order by h.occurred_s desc, h.seq desc limit 1), 0) as version
from loss join origin using (lead)
"""


def loss_reasons(room, as_of):
    losses = told(room, LOSSES)
    rows = []
    for what in ("deals", "leads"):
        those = [x for x in losses if x["what"] == what]
        if not those:
            continue
        found = []
        for reason in {x["reason"] for x in those}:
            of_reason = [x for x in those if x["reason"] == reason]
            row = {"what": what, "reason": reason, "lost": len(of_reason), "of": len(those)}
            said = {f"said_by_{side}": sum(x["side"] == side for x in of_reason) for side in ("buyer", "sales")}
            found.append(row | said | {"said_by_others": len(of_reason) - sum(said.values())})
        found.sort(key=lambda row: (-row["lost"], row["reason"]))
        ranges = goodman([row["lost"] for row in found])
        for row, (low, high) in zip(found, ranges, strict=True):
            is_told = len(those) >= 10
            row |= {"share": row["lost"] / len(those) if is_told else None, "support": support(len(those))}
            row |= {"share_low": low if is_told else None, "share_high": high if is_told else None}
            row["may_be_first"] = high >= ranges[0][0] if is_told else None
        rows += found
    return {"rows": rows, "grid": _grid(losses)}


def _grid(losses):
    """Each reason in each group against all other groups, guarded over the whole grid."""
    cells, ps = [], {}
    for what in ("deals", "leads"):
        those = [x for x in losses if x["what"] == what]
        for by, column in (("source", "source"), ("stage", "stage"), ("version", "version")):
            values = sorted({str(x[column]) for x in those})
            for value in values if len(values) > 1 else ():
                for reason in sorted({x["reason"] for x in those}):
                    group = [x for x in those if str(x[column]) == value]
                    k, n = sum(x["reason"] == reason for x in group), len(group)
                    all_k = sum(x["reason"] == reason for x in those)
                    rest, rest_k = len(those) - n, all_k - k
                    cell = {"what": what, "by": by, "value": value, "reason": reason, "lost": k, "of": n}
                    cell["share"] = k / n if n >= 10 else None
                    expected = [n * a / len(those) for a in (all_k, len(those) - all_k)]
                    expected += [rest * a / len(those) for a in (all_k, len(those) - all_k)]
                    names = ("difference", "difference_low", "difference_high")
                    if min(n, rest) >= 10 and min(expected) >= 5:
                        ps[len(cells)] = chi_square_p([(k, n - k), (rest_k, rest - rest_k)])
                        cell |= dict(zip(names, newcombe(k, n, rest_k, rest), strict=True))
                    else:
                        cell |= dict.fromkeys(names)
                    cells.append(cell)
    is_named = dict(zip(ps, named(list(ps.values())), strict=True))
    for place, cell in enumerate(cells):
        word = "too_few" if place not in ps else "like_the_rest"
        if is_named.get(place):
            word = "more" if cell["difference"] > 0 else "less"
        cell["finding"] = word
    return cells


# Leads whose deal ended: won at the first win, or lost with no deal going on. Before the first talk (a deal
# cannot be opened without one, and every figure is to be "at least") what buyers did and marketing sent counts.
READY = """
with ended as (
  select lead, min(occurred_s) as end_s, 'won' as outcome from f where kind = 'won' group by lead
  union all
  select lead, occurred_s, 'lost' from last_loss l
  where not exists (select 1 from f w where w.lead = l.lead and w.kind = 'won')),
talked as (
  select e.*, coalesce((
      select min(occurred_s) from (select lead, occurred_s from talk union all
        select lead, occurred_s from f where kind = 'deal_opened') t where t.lead = e.lead and t.occurred_s <= e.end_s),
      end_s) as talk_s,
    exists (select 1 from talk where talk.lead = e.lead and talk.occurred_s <= e.end_s) as has_talk from ended e),
touch as (
  select lead, occurred_s, kind from f
  where kind in ('page_view', 'form_filled', 'email_opened', 'email_clicked', 'event_visit', 'asset_viewed', 'referred')
  or (kind = 'asset_sent' and side = 'marketing')
  or (kind in ('call', 'email', 'meeting', 'social') and side = 'marketing'))
select t.lead, outcome, end_s, talk_s, has_talk,
  (select count(*) from touch where touch.lead = t.lead and touch.occurred_s < talk_s) as touches,
  (select count(*) from touch where touch.lead = t.lead and touch.occurred_s < talk_s
    and touch.kind in ('asset_sent', 'asset_viewed')) as material,
  (select min(occurred_s) from touch where touch.lead = t.lead and touch.occurred_s < talk_s) as first_s,
  (select count(*) from touch where touch.lead = t.lead and touch.occurred_s <= end_s) as all_touches,
  (select count(*) from talk where talk.lead = t.lead and talk.occurred_s <= end_s
    and talk.side <> 'marketing') as talks -- those of marketing are among its touches
from talked t
"""


def readiness(room, as_of):
    deals = told(room, READY)
    rows, touches = [], []
    if not deals:
        return {"rows": rows, "touches": touches}
    for outcome in ("won", "lost"):
        those = [x for x in deals if x["outcome"] == outcome]
        n, bare = len(those), sum(not x["touches"] for x in those)
        row = {"outcome": outcome, "deals": n, "no_touch": bare} | share("no_touch_share", bare, n)
        for deal in those:
            first = deal["talk_s"] if deal["first_s"] is None else deal["first_s"]
            deal["days"] = (deal["talk_s"] - first) // 86_400
            whole = max(deal["end_s"] - first, 0)
            deal["days_of_100"] = 100 * (deal["talk_s"] - first) // whole if whole else 0
            all_of_them = deal["all_touches"] + deal["talks"]
            deal["touches_of_100"] = 100 * deal["touches"] // all_of_them if all_of_them else 0
        for name in ("touches", "material", "days", "touches_of_100", "days_of_100"):
            found = middle([x[name] for x in those]) if n >= 10 else (None,) * 3
            row |= dict(zip((name, f"{name}_low", f"{name}_high"), found, strict=True))
        rows.append(row)
        for name, low, high in (("0", 0, 0), ("1", 1, 1), ("2", 2, 2), ("3-4", 3, 4), ("5-9", 5, 9), ("10+", 10, 9999)):
            k = sum(low <= x["touches"] <= high for x in those)
            touches.append({"outcome": outcome, "touches": name, "deals": k, "of": n} | share("share", k, n))
    return {"rows": rows, "touches": touches}
