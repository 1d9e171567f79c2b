"""What happens to leads that are handed over, counted a second time: acceptance, going back, speed, opinion, points."""

from __future__ import annotations

from itertools import product

from tests.evidence.second_hand_facts import told
from tests.evidence.second_hand_sums import (
    chi_square_at,
    chi_square_p,
    log,
    mantel_haenszel,
    named,
    newcombe,
    rising,
    share,
    support,
)

# What was known with the hand-off: the latest value of a field, by what was recorded with it or before it.
# Sales took the lead (or had a deal of it, won or lost) and did not send it back before the next hand-off.
ACCEPTANCE = """
with known as (
  select first.lead, d.field, d.value_code, d.value_number,
    row_number() over (partition by first.lead, d.field order by d.occurred_s desc, d.seq desc) as nth
  from first join f d on d.lead = first.lead and d.kind = 'described'
  and (d.occurred_s, d.seq) < (first.occurred_s, first.seq) and d.recorded_s <= first.recorded_s),
value as (select * from known where nth = 1 and value_code <> 'unknown'),
reply as (
  select first.lead,
    max(a.kind in ('accepted', 'deal_opened', 'stage_changed', 'won', 'lost')) as took, max(a.kind = 'rejected') as back
  from first join f a on a.lead = first.lead and a.kind in ('accepted', 'deal_opened', 'stage_changed', 'won', 'lost', 'rejected')
  and (a.occurred_s, a.seq) > (first.occurred_s, first.seq)
  and (a.occurred_s, a.seq) < (first.next_s, first.next_seq) group by first.lead)
select first.lead, from_source as source,
  case (select value_code from value where value.lead = first.lead and field = 'budget')
    when 'approved' then 'met' else case when exists (
      select 1 from value where value.lead = first.lead and field = 'budget') then 'not_met' else 'unknown' end end as c0,
  coalesce((select case when value_number between 50 and 500 then 'met' else 'not_met' end from value
    where value.lead = first.lead and field = 'employees' and value_number is not null), 'unknown') as c1,
  case when exists (select 1 from value where value.lead = first.lead and field = 'need')
    then 'met' else 'not_met' end as c2,
  case when exists (select 1 from f t where t.lead = first.lead and t.kind = 'form_filled'
      and t.recorded_s <= first.recorded_s and (t.occurred_s, t.seq) < (first.occurred_s, first.seq)
      and t.occurred_s > first.occurred_s - 30 * 86400) then 'met' else 'not_met' end as c3,
  coalesce(back or took, 0) as answered, coalesce(took and not back, 0) as accepted,
  exists (select 1 from f w where w.lead = first.lead and w.kind = 'won'
    and (w.occurred_s, w.seq) > (first.occurred_s, first.seq)) as won
from first left join reply using (lead)
"""
LABELS = ("Budget approved", "50 to 500 people", "Need known", "Form filled")
LEVELS = ("met", "not_met", "unknown")


def acceptance(room, as_of):
    leads = told(room, ACCEPTANCE)
    rows, levels = [], []
    if not leads:
        return {"rows": rows, "levels": levels}
    cells = {}
    for number, label in enumerate(LABELS):
        for level in LEVELS:
            those = [lead for lead in leads if lead[f"c{number}"] == level]
            n, a, k, w = len(those), *(sum(x[c] for x in those) for c in ("answered", "accepted", "won"))
            cells[number, level] = (n, a, k, w)
            levels.append(
                {
                    "number": number,
                    "criterion": label,
                    "level": level,
                    "leads": n,
                    "answered": a,
                    "accepted": k,
                    "won": w,
                }
                | share("accepted_share", k, a)
                | share("won_share", w, n, "won_support")
            )
    for number, label in enumerate(LABELS):
        counts = {level: cells[number, level][0] for level in LEVELS}
        row = {"number": number, "criterion": label, "leads": len(leads), **counts}
        row |= share("met_share", counts["met"], len(leads))
        for name, k, n in (("accepted", 2, 1), ("won", 3, 0)):
            met, not_met = cells[number, "met"], cells[number, "not_met"]
            found = newcombe(met[k], met[n], not_met[k], not_met[n]) if min(met[n], not_met[n]) >= 10 else (None,) * 3
            row |= dict(zip((f"{name}_difference{end}" for end in ("", "_low", "_high")), found, strict=True))
        rows.append(row)
    for name, k, n in (("accepted", 2, 1), ("won", 3, 0)):
        judged = [r["number"] for r in rows if r[f"{name}_difference"] is not None]
        ps = {i: chi_square_p([(c[k], c[n] - c[k]) for c in (cells[i, "met"], cells[i, "not_met"])]) for i in judged}
        is_named = dict(zip(judged, named([ps[i] for i in judged]), strict=True))
        for row in rows:
            i = row["number"]
            higher = (row[f"{name}_difference"] or 0) > 0
            word = "too_few" if i not in ps else ("more" if higher else "less") if is_named[i] else "no_difference"
            row[f"{name}_finding"] = word
        if name == "accepted":
            for place, row in enumerate(rows):
                rows[place] = row | _repetition(row["number"], ps, leads)
    return {"rows": rows, "levels": levels}


def _repetition(number, ps, leads):
    """Odds ratio within the levels of the strongest other criterion."""
    others = sorted((ps[i], i) for i in ps if i != number)
    names = ("other", "ratio_crude", "ratio_within", "ratio_within_low", "ratio_within_high")
    if number not in ps or not others:
        return dict.fromkeys(names)
    other = others[0][1]
    tables = []
    for level in LEVELS:
        table = [
            sum(
                x[f"c{number}"] == own and x[f"c{other}"] == level and x["accepted"] == yes
                for x in leads
                if x["answered"]
            )
            for own, yes in product(("met", "not_met"), (1, 0))
        ]
        tables.append(table)
    crude, _, _ = mantel_haenszel([[sum(column) for column in zip(*tables, strict=True)]])
    return dict(zip(names, (LABELS[other], crude, *mantel_haenszel(tables)), strict=True))


# Sales gave a field a value after the first hand-off, within 30 days: filled where it was unknown, corrected where
# it was known with another value (a personal field is told anew only where its words changed, which the fact
# does not hold). What is derived from a text is not asked for.
BACKTRACK = """
with said as (
  select d.*, first.occurred_s as hand_s, (d.occurred_s, d.seq) < (first.occurred_s, first.seq) as is_before
  from f d join first using (lead)
  where d.kind = 'described' and d.field <> 'email_is_free_mail' and d.field not like '%:%'),
before as (
  select lead, field, value_code from (select *, row_number() over (
      partition by lead, field order by occurred_s desc, seq desc) as nth from said where is_before)
  where nth = 1 and value_code <> 'unknown'),
fields as (select distinct field from said),
given as (
  select said.lead, said.field, max(b.value_code is null) as filled,
    max(b.value_code is not null and (b.value_code <> said.value_code or said.value_code = 'known')) as corrected
  from said left join before b on b.lead = said.lead and b.field = said.field
  where not is_before and side = 'sales' and said.value_code <> 'unknown' and said.occurred_s <= hand_s + 30 * 86400
  group by said.lead, said.field)
select first.lead, from_source as source, fields.field,
  b.value_code is not null as known, coalesce(filled, 0) as filled, coalesce(corrected, 0) as corrected
from first cross join fields left join before b on b.lead = first.lead and b.field = fields.field
left join given g on g.lead = first.lead and g.field = fields.field
"""
HANDED = """
select lead, from_source as source, occurred_s + 30 * 86400 > :as_of as young, 0 as filled, 0 as corrected from first
"""


def backtrack(room, as_of):
    cells = told(room, BACKTRACK)
    leads = {row["lead"]: row for row in told(room, HANDED, as_of=as_of)}
    for cell in cells:
        lead = leads[cell["lead"]]
        lead["filled"] |= cell["filled"]
        lead["corrected"] |= cell["corrected"]

    def of_leads(source, those):
        back = sum(x["filled"] or x["corrected"] for x in those)
        row = {"source": source, "field": "any_field", "leads": len(those), "back": back}
        row |= {name: sum(x[name] for x in those) for name in ("filled", "corrected", "young")}
        return row | share("back_share", back, len(those))

    rows, grid = [], []
    for field in sorted({cell["field"] for cell in cells}):
        those = [cell for cell in cells if cell["field"] == field]
        known, filled, corrected = (sum(x[name] for x in those) for name in ("known", "filled", "corrected"))
        row = {"field": field, "leads": len(those), "known": known, "back": filled + corrected, "filled": filled}
        row |= {"corrected": corrected} | share("back_share", filled + corrected, len(those))
        row |= share("filled_share", filled, len(those) - known, "filled_share_support")
        rows.append(row | share("corrected_share", corrected, known, "corrected_share_support"))
        for source in sorted({x["source"] for x in those}):
            of_source = [x for x in those if x["source"] == source]
            back = sum(x["filled"] + x["corrected"] for x in of_source)
            if back:
                cell = {"source": source, "field": field, "leads": len(of_source), "back": back}
                grid.append(cell | share("back_share", back, len(of_source)))
    rows = [row for row in rows if row["back"]]
    sources = sorted({x["source"] for x in leads.values()})
    return {
        "rows": sorted(rows, key=lambda row: (-row["back"], row["field"])),
        "sources": [of_leads(s, [x for x in leads.values() if x["source"] == s]) for s in sources],
        "all": [of_leads(None, list(leads.values()))] if leads else [],
        "grid": sorted(grid, key=lambda row: (row["source"], row["field"])),
    }


# Fast: sales tried within 60 minutes of the first hand-off. The outcome counts from the first touch or seven days
# on, whichever comes first, for 90 days; who became a deal or ended between the hand-off and that, or is not followed
# so long, is left out.
SPEED = """
with touched as (
  select *, coalesce((select min(occurred_s) from f t where t.lead = first.lead
    and t.kind in ('call', 'email', 'meeting', 'social') and t.side = 'sales'
    and (t.occurred_s, t.seq) > (first.occurred_s, first.seq)
    ), 1 << 60) as touch_s from first),
judged as (select *, min(touch_s, occurred_s + 7 * 86400) as landmark from touched),
ended as (
  select j.*, exists (select 1 from f e where e.lead = j.lead and e.occurred_s < j.landmark
      and (e.occurred_s, e.seq) > (j.occurred_s, j.seq) and e.kind in (
        'deal_opened', 'won', 'lost', 'disqualified', 'rejected', 'recycled', 'gave_up')) as is_ended from judged j)
select from_source as source, case when points is null then 'none' when points < 40 then '0-39'
    when points < 60 then '40-59' when points < 80 then '60-79' else '80+' end as band,
  touch_s <= occurred_s + 3600 as is_fast, is_ended, landmark + 90 * 86400 > :as_of as is_young,
  exists (select 1 from f d where d.lead = e.lead and d.kind in ('deal_opened', 'won')
    and d.occurred_s between e.landmark and e.landmark + 90 * 86400) as deal,
  exists (select 1 from f d where d.lead = e.lead and d.kind = 'won'
    and d.occurred_s between e.landmark and e.landmark + 90 * 86400) as won
from ended e
"""


def speed_to_lead(room, as_of):
    leads = [x for x in told(room, SPEED, as_of=as_of) if not x["is_young"] and not x["is_ended"]]
    strata = []
    for source, band in sorted({(x["source"], x["band"]) for x in leads}):
        row = {"source": source, "band": band, "arrival": "unknown", "event": "deal"}
        for name, wanted in (("fast", 1), ("slow", 0)):
            those = [x for x in leads if (x["source"], x["band"], x["is_fast"]) == (source, band, wanted)]
            k = sum(x["deal"] for x in those)
            row |= {name: len(those), f"{name}_event": k} | share(f"{name}_share", k, len(those), "-")
        del row["-"]
        strata.append(row | {"is_covered": row["fast"] >= 10 and row["slow"] >= 10})
    return {"strata": strata}


# Marketing calls a lead good that it qualified or handed over, but for a trial, before sales answered. Sales took it (or
# had a deal) and did not send it back before the next hand-off; of a lead that never crossed it may also have said no.
PAIRS = """
with crossed as (select origin.*, h.occurred_s as hand_s, h.seq as hand_seq, h.next_s, h.next_seq
  from origin left join hand h on h.lead = origin.lead and h.nth = 1),
said as (
  select c.lead, a.kind, a.occurred_s, a.seq,
    c.hand_s is null or (a.occurred_s, a.seq) < (c.next_s, c.next_seq) as is_of_first
  from crossed c join f a on a.lead = c.lead
  where (a.kind in ('accepted', 'deal_opened', 'stage_changed', 'won', 'lost', 'rejected') or (a.kind = 'disqualified' and a.side = 'sales'
      and c.hand_s is null))
  and (c.hand_s is null or (a.occurred_s, a.seq) > (c.hand_s, c.hand_seq))),
answer as (
  select lead, max(kind in ('rejected', 'disqualified')) as back from said where is_of_first group by lead),
opinion as (
  select c.lead, c.source, exists (select 1 from f q where q.lead = c.lead
      and (q.kind = 'qualified' or q.kind = 'handed_over' and q.reason is not 'explored')
      and not exists (select 1 from said where said.lead = c.lead and (said.occurred_s, said.seq) < (q.occurred_s, q.seq)))
      as good, answer.back
  from crossed c left join answer using (lead) where hand_s is not null or not is_captured or side is not 'sales')
select good, count(*) as leads, count(back) as judged, coalesce(sum(1 - back), 0) as accepted,
  coalesce(sum(back), 0) as rejected from opinion group by good order by good desc
"""
MIX = """
select 'points' as what, min(coalesce(points / 10 * 10, -1), 90) as bin, occurred_s >= :as_of - 90 * 86400 as is_after
from first where occurred_s >= :as_of - 360 * 86400
union all
select 'source', from_source, occurred_s >= :as_of - 90 * 86400
from first where occurred_s >= :as_of - 360 * 86400
"""


def lead_definition(room, as_of):
    rows = []
    for each in told(room, PAIRS):
        said = {"marketing": "good" if each.pop("good") else "held_back"}
        row = said | each | {"unjudged": each["leads"] - each["judged"]}
        rows.append(row | share("accepted_share", row["accepted"], row["judged"]))
    drift, mix = [], []
    leads = told(room, MIX, as_of=as_of)
    for what in ("points", "source"):
        bins = sorted({x["bin"] for x in leads if x["what"] == what})
        count = {(b, after): 0 for b in bins for after in (0, 1)}
        for lead in leads:
            if lead["what"] == what:
                count[lead["bin"], lead["is_after"]] += 1
        before, after = (sum(count[b, side] for b in bins) for side in (0, 1))
        p = [(count[b, 0] + 0.5) / (before + 0.5 * len(bins)) for b in bins]
        q = [(count[b, 1] + 0.5) / (after + 0.5 * len(bins)) for b in bins]
        bare = min(before, after) < 30
        if not bins:
            continue
        psi = sum((x - y) * log(x / y) for x, y in zip(p, q, strict=True))
        critical = (chi_square_at(len(bins) - 1, 0.95) if len(bins) > 1 else 0.0) * (
            1 / max(before, 1) + 1 / max(after, 1)
        )
        changed = psi > 0.1 and psi > critical
        drift.append({"what": what, "before": before, "after": after, "bins": len(bins)})
        # Under 30 on a side nothing is said.
        told_of = {"psi": psi, "critical": critical, "is_changed": changed}
        drift[-1] |= dict.fromkeys(told_of) if bare else told_of
        for b in bins:
            name = b if what == "source" else "none" if b < 0 else "90+" if b == 90 else f"{b}-{b + 9}"
            number = None if what == "source" else b
            mix.append({"what": what, "bin": name, "number": number, "before": count[b, 0], "after": count[b, 1]})
    if rows and len(rows) < 2:
        none = {"leads": 0, "judged": 0, "accepted": 0, "rejected": 0, "unjudged": 0} | share("accepted_share", 0, 0)
        rows.insert(
            rows[0]["marketing"] == "good",
            {"marketing": {"good": "held_back"}.get(rows[0]["marketing"], "good")} | none,
        )
    return {"rows": rows, "drift": drift, "mix": mix}


# Points at the first hand-off against what came of it: accepted of those answered, won within 90 days of those
# handed over at least so long ago.
SCORED = """
select first.points,
  max(a.kind in ('accepted', 'deal_opened', 'stage_changed', 'won', 'lost')) as took, max(a.kind = 'rejected') as back,
  first.occurred_s <= :as_of - 90 * 86400 as is_ripe,
  exists (select 1 from f w where w.lead = first.lead and w.kind = 'won'
    and (w.occurred_s, w.seq) > (first.occurred_s, first.seq)
    and w.occurred_s <= first.occurred_s + 90 * 86400) as won
from first left join f a on a.lead = first.lead and a.kind in ('accepted', 'deal_opened', 'stage_changed', 'won', 'lost', 'rejected')
  and (a.occurred_s, a.seq) > (first.occurred_s, first.seq)
  and (a.occurred_s, a.seq) < (first.next_s, first.next_seq)
where first.points is not null group by first.lead
"""


def scoring_quality(room, as_of, event="accepted"):
    leads = told(room, SCORED, as_of=as_of)
    if event == "accepted":
        judged = [(x["points"], x["took"] and not x["back"]) for x in leads if x["took"] or x["back"]]
    else:
        judged = [(x["points"], x["won"]) for x in leads if x["is_ripe"]]
    rows = []
    for edge in sorted({points // 10 * 10 for points, _ in judged}):
        had = [yes for points, yes in judged if points // 10 * 10 == edge]
        row = {
            "band": "90 or more" if edge == 90 else f"{edge} to {edge + 9}",
            "edge": edge,
            "event": event,
            "judged": len(had),
            "had": sum(had),
        }
        rows.append(row | share("had_share", sum(had), len(had)) | {"support": support(len(had))})
    for row, level in zip(rows, rising([(row["had"], row["judged"]) for row in rows]), strict=True):
        row["rising_share"] = level if len(judged) >= 10 else None
    yes, no = ([points for points, had in judged if bool(had) is wanted] for wanted in (True, False))
    pairs = [(a > b) + (a == b) / 2 for a in yes for b in no]
    quality = {"event": event, "judged": len(judged), "had": len(yes)}
    quality["concordance"] = sum(pairs) / len(pairs) if pairs else None
    return {"rows": rows, "quality": [quality] if len(judged) >= 30 else []}
