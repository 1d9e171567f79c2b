"""Material, links and recommendations counted a second time: uses, visits of stages, and what followed."""

from __future__ import annotations

from math import erfc, log, sqrt

from tests.evidence.second_hand_facts import told
from tests.evidence.second_hand_sums import Z, mantel_haenszel, named, share, support

USES = """
select asset_id, sum(kind = 'asset_sent' and side = 'sales') as sent_by_sales,
  sum(kind = 'asset_sent' and side = 'marketing') as sent_by_marketing, sum(kind = 'asset_viewed') as viewed,
  count(distinct lead) as leads, count(distinct case kind when 'asset_sent' then lead end) as leads_sent,
  count(distinct case kind when 'asset_viewed' then lead end) as leads_viewed, date(max(occurred_s), 'unixepoch') as last_used_on,
  max(occurred_s) < :as_of - 90 * 86400 as is_unused
from f where kind in ('asset_sent', 'asset_viewed') and asset_id is not null group by asset_id order by asset_id
"""
# A deal begins with the first thing told of it and ends with its first won or lost fact. Each stage counts once, at the
# first time that the deal left it. It moved on where the next stage is a later one, or the deal was won.
DEAL = """
with deal as (
  select deal_id, min(lead) as lead, min(case when kind in ('won', 'lost') then occurred_s end) as end_s,
    max(kind = 'won') as won
  from f where kind in ('deal_opened', 'stage_changed', 'won', 'lost') and deal_id is not null group by deal_id),
piece as (select distinct asset_id from f where kind in ('asset_sent', 'asset_viewed') and asset_id is not null)
"""
VISITS = (
    DEAL
    + """,
way as (
  select deal_id, kind, stage, lead(kind) over w as next_kind, lead(stage) over w as next_stage,
    lead(occurred_s) over w as left_s
  from f where kind in ('deal_opened', 'stage_changed', 'won', 'lost') and deal_id is not null
  window w as (partition by deal_id order by occurred_s, seq)),
visit as (
  select *, next_kind = 'won' or (next_kind in ('deal_opened', 'stage_changed')
      and instr(:stages, ',' || next_stage || ',') > instr(:stages, ',' || stage || ',')) as moved,
    row_number() over (partition by deal_id, stage order by left_s) as nth
  from way where kind in ('deal_opened', 'stage_changed') and left_s is not null
  and not (next_kind in ('deal_opened', 'stage_changed') and next_stage = stage))
select visit.stage, visit.moved, asset_id, exists (
    select 1 from f u where u.lead = deal.lead and u.kind in ('asset_sent', 'asset_viewed')
    and u.asset_id = piece.asset_id and u.occurred_s < visit.left_s) as had
from visit join deal using (deal_id) cross join piece where nth = 1
"""
)
DEALS = (
    DEAL
    + """
select asset_id, won, exists (
    select 1 from f u where u.lead = deal.lead and u.kind in ('asset_sent', 'asset_viewed')
    and u.asset_id = piece.asset_id and u.occurred_s < coalesce(end_s, :as_of + 1)) as had
from deal cross join piece
"""
)
STAGES = "talks,offer,contract"


def material(room, as_of):
    rows, stages, ps = told(room, USES, as_of=as_of), [], {}
    deals, visits = told(room, DEALS, as_of=as_of), told(room, VISITS, stages=f",{STAGES},")
    unused = sum(row["is_unused"] for row in rows)
    for row in rows:
        asset = row["asset_id"]
        row["is_unused"] = bool(row["is_unused"])
        those = [x for x in deals if x["asset_id"] == asset]
        had = [x for x in those if x["had"]]
        row |= {"deals_with": len(had), "deals": len(those), "won_with": sum(x["won"] for x in had)}
        found = share("deals_share", len(had), len(those))
        found.pop("support")
        row.update(found)
        cells = []
        is_had = any(x["asset_id"] == asset and x["had"] for x in visits)
        for stage in sorted(STAGES.split(",")) if is_had else ():
            of_stage = [x for x in visits if x["asset_id"] == asset and x["stage"] == stage]
            a, b, c, d = (
                sum(x["had"] == with_it and x["moved"] == on for x in of_stage) for with_it in (1, 0) for on in (1, 0)
            )
            if a + b + c + d:
                cells.append((a, b, c, d))
                stages.append(_stage(asset, stage, a, b, c, d))
        row.update(_within(cells))
        if row["odds_ratio"] is not None:
            error = log(row["odds_ratio_high"] / row["odds_ratio_low"]) / (2 * Z)
            ps[asset] = erfc(abs(log(row["odds_ratio"])) / error / sqrt(2))
    is_named = dict(zip(ps, named(list(ps.values())), strict=True))
    for row in rows:
        word = "too_few" if row["asset_id"] not in ps else "alike"
        if is_named.get(row["asset_id"]):
            word = "more_often" if row["odds_ratio"] > 1 else "less_often"
        row["finding"] = word
    if not rows:
        return {"rows": []}
    return {
        "rows": rows,
        "stages": stages,
        "unused": [{"unused": unused, "all": len(rows)} | share("share", unused, len(rows))],
    }


def _stage(asset, stage, a, b, c, d):
    row = {"asset_id": asset, "stage": stage}
    for name, k, n in (("with", a, a + b), ("without", c, c + d)):
        found = share(f"{name}_share", k, n)
        found.pop("support")
        row |= {f"moved_{name}": k, f"{name}_it": n} | found
    return row


def _within(cells):
    """The crude ratio, the one within stages, and the difference of shares weighted by stage."""
    with_it, without = sum(a + b for a, b, _, _ in cells), sum(c + d for _, _, c, d in cells)
    crude, _, _ = mantel_haenszel([[sum(column) for column in zip(*cells, strict=True)]]) if cells else (None,) * 3
    row = {"visits_with": with_it, "visits_without": without, "crude_odds_ratio": crude}
    row |= dict(zip(("odds_ratio", "odds_ratio_low", "odds_ratio_high"), mantel_haenszel(cells), strict=True))
    covered = [each for each in cells if each[0] + each[1] >= 10 and each[2] + each[3] >= 10]
    n = sum(map(sum, covered))
    names = ("difference", "difference_low", "difference_high")
    if min(with_it, without) < 10:
        row |= dict.fromkeys(row.keys() - {"visits_with", "visits_without"}) | dict.fromkeys((*names, "covered_share"))
    elif n:
        mean = square = 0.0
        for a, b, c, d in covered:
            p, q, weight = a / (a + b), c / (c + d), (a + b + c + d) / n
            mean += weight * (p - q)
            square += weight * weight * (p * (1 - p) / (a + b) + q * (1 - q) / (c + d))
        row |= dict(zip(names, (mean, mean - Z * sqrt(square), mean + Z * sqrt(square)), strict=True))
        row["covered_share"] = n / sum(map(sum, cells))
    else:
        row |= dict.fromkeys((*names, "covered_share"))
    return row | {"support": support(min(with_it, without))}


# Each way of a lead once, by name too: since when it was followed. Material is followed when that piece is read at
# or after it was sent; a click and a recommendation are followed as they are made. Whoever won had a deal.
LINKS = """
with sent as (
  select lead, 'material_' || side as way, cast(coalesce(asset_id, 'unknown') as text) as name, asset_id, min(occurred_s) as sent_s
  from f where kind = 'asset_sent' and side in ('sales', 'marketing') and asset_id is not null group by 1, 2, 3, 4),
link as (
  select lead, way, name, sent_s, (select min(occurred_s) from f v where v.lead = sent.lead and v.kind = 'asset_viewed'
    and v.asset_id = sent.asset_id and v.occurred_s >= sent_s) as follow_s from sent
  union all
  select lead, case kind when 'referred' then 'recommendation' else 'mail' end,
    coalesce(case kind when 'referred' then source else campaign end, 'unknown'), min(occurred_s), min(occurred_s)
  from f where kind in ('email_clicked', 'referred') group by 1, 2, 3),
whole as (select lead, way, '' as name, min(sent_s) as sent_s, min(follow_s) as follow_s from link group by 1, 2),
each as (select * from link union all select * from whole)
select way, name, count(*) as leads, count(follow_s) as followed, sum(follow_s <= :as_of - 30 * 86400) as ripe,
  sum(follow_s <= :as_of - 30 * 86400 and exists (select 1 from f b where b.lead = each.lead
    and b.kind in ('page_view', 'form_filled') and b.occurred_s > follow_s and b.occurred_s <= follow_s + 30 * 86400)) as came_back,
  sum(follow_s is not null and exists (select 1 from talk t where t.lead = each.lead and t.occurred_s > follow_s)) as talked,
  sum(follow_s is not null and exists (select 1 from f d where d.lead = each.lead
    and d.kind in ('deal_opened', 'won') and d.occurred_s > follow_s)) as deal,
  sum(follow_s is not null and exists (select 1 from f w where w.lead = each.lead and w.kind = 'won'
    and w.occurred_s > follow_s)) as won
from each group by way, name
"""
WAYS = ("material_sales", "material_marketing", "mail", "recommendation")


def referral(room, as_of):
    rows = []
    for row in told(room, LINKS, as_of=as_of):
        row["ripe"], row["came_back"] = row["ripe"] or 0, row["came_back"] or 0
        is_sent = row["way"].startswith("material")
        for name, n in (
            ("followed", row["leads"] if is_sent else 0),
            ("came_back", row["ripe"]),
            *((name, row["followed"]) for name in ("talked", "deal", "won")),
        ):
            found = share(f"{name}_share", row[name], n)
            found.pop("support")
            row.update(found)
        rows.append(row)
    whole = sorted((row for row in rows if not row["name"]), key=lambda row: WAYS.index(row["way"]))
    links = sorted((row for row in rows if row["name"]), key=lambda row: (row["way"], row["name"]))
    return {"rows": whole, "links": links}
