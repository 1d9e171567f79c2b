"""Five counts of measures written by hand for DuckDB alone, as fast as we could make them, giving the same rows.

What a measure's own SQL costs beside these is the price of being asked of every engine. They read the same files
and the same table of mended facts, follow merges as the measures do, and take an instant for the snapshot.
"""

from __future__ import annotations

from leadpact.evidence.leads import REVIVES
from leadpact.rules.story import REPLIES

MERGED = """
CREATE OR REPLACE TEMP TABLE hand_merged AS
WITH told AS (SELECT lead_id, max_by(CASE WHEN kind = 'merged' THEN CAST(coalesce(value_number, 0) AS BIGINT)
                                     ELSE 0 END, (occurred_s, seq)) AS into_id
  FROM facts ANTI JOIN (SELECT seq FROM corrections WHERE recorded_s <= {as_of}) AS wrong USING (seq)
  WHERE kind IN ('merged', 'unmerged') AND occurred_s <= {as_of} AND recorded_s <= {as_of} GROUP BY lead_id),
now AS (SELECT lead_id AS gone_id, into_id FROM told WHERE into_id NOT IN (0, lead_id))
SELECT a.gone_id, coalesce(c.into_id, b.into_id, a.into_id) AS into_id FROM now AS a
LEFT JOIN now AS b ON b.gone_id = a.into_id LEFT JOIN now AS c ON c.gone_id = b.into_id
"""


def _told(columns: str, kinds: tuple[str, ...]) -> str:
    """The standing facts of kinds, each under the lead it counts for (``lead``)."""
    named = ", ".join(f"'{kind}'" for kind in kinds)
    return f"""(SELECT coalesce(into_id, lead_id) AS lead, {columns}
      FROM facts ANTI JOIN (SELECT seq FROM corrections WHERE recorded_s <= {{as_of}}) AS wrong USING (seq)
      LEFT JOIN hand_merged ON gone_id = lead_id
      WHERE kind IN ({named}) AND occurred_s <= {{as_of}} AND recorded_s <= {{as_of}} AND lead_id <> 0)"""


USAGE = f"""
SELECT asset_id, sum(by_sales) AS sent_by_sales, sum(sent - by_sales) AS sent_by_marketing, sum(n - sent) AS viewed,
  count(*) AS leads, count_if(sent > 0) AS leads_sent, count_if(n > sent) AS leads_viewed,
  min(first_s) AS first_s, max(last_s) AS last_s
FROM (SELECT asset_id, lead, count(*) AS n, count(*) FILTER (kind = 'asset_sent') AS sent,
        count(*) FILTER (kind = 'asset_sent' AND side = 'sales') AS by_sales,
        min(occurred_s) AS first_s, max(occurred_s) AS last_s
      FROM {_told("asset_id, kind, side, occurred_s", ("asset_sent", "asset_viewed"))}
      WHERE asset_id > 0 GROUP BY asset_id, lead)
GROUP BY asset_id
"""

_TAKEN = "('accepted', 'deal_opened', 'lost', 'stage_changed', 'won')"
_ENDED = ("accepted", "deal_opened", "lost", "stage_changed", "won", "rejected", "handed_over")
ACCEPTANCE = f"""
WITH hands AS (SELECT lead, min((occurred_s, seq)) AS hand_key
    FROM {_told("occurred_s, seq", ("handed_over",))} GROUP BY lead),
after AS (SELECT lead, min(fact_key) FILTER (kind = 'handed_over' AND fact_key > hand_key) AS next_key,
    min(fact_key) FILTER (kind = 'rejected' AND fact_key > hand_key) AS back_key,
    min(fact_key) FILTER (kind IN {_TAKEN} AND fact_key > hand_key) AS taken_key,
    bool_or(kind = 'won' AND fact_key > hand_key) AS is_won, bool_or(kind = 'won' AND fact_key < hand_key) AS is_early
    FROM (SELECT lead, kind, (occurred_s, seq) AS fact_key FROM {_told("kind, occurred_s, seq", _ENDED)})
    JOIN hands USING (lead) GROUP BY lead),
origin AS (SELECT lead, arg_min(coalesce(source, 'unknown'), (occurred_s, seq)) AS origin
    FROM {_told("source, occurred_s, seq", ("captured",))} SEMI JOIN hands USING (lead) GROUP BY lead),
judged AS (SELECT coalesce(origin, 'unknown') AS source, is_won, is_early,
    coalesce(back_key < coalesce(next_key, (9e9::BIGINT, 0)), false) AS is_back,
    coalesce(taken_key < coalesce(next_key, (9e9::BIGINT, 0)), false) AS is_taken
    FROM hands JOIN after USING (lead) LEFT JOIN origin USING (lead))
SELECT source, count(*) AS leads, count_if(is_taken AND NOT is_back) AS accepted, count_if(is_back) AS rejected,
  count_if(is_won) AS won, count_if(is_early) AS won_early FROM judged GROUP BY source
"""

_REVIVES = ", ".join(f"'{kind}'" for kind in REVIVES)
_REPLIES = ", ".join(f"'{word}'" for word in sorted(REPLIES))
_IN_STORY = ("qualified", "handed_over", "accepted", "call", "email", "meeting", "deal_opened", "won", "woken",
             "lost", "disqualified", "gave_up", "recycled", "rejected")  # fmt: skip
_DEALS = ("deal_opened", "lost", "stage_changed", "won")
_STORY = f"""
WITH told AS NOT MATERIALIZED {_told("kind, occurred_s, seq, side, value_code, reason", _IN_STORY)},
per AS (SELECT lead, min(occurred_s) FILTER (kind = 'won') AS won_s, bool_or(kind = 'qualified') AS qualified,
    bool_or(kind = 'handed_over') AS handed_over, bool_or(kind = 'accepted') AS accepted,
    bool_or(kind = 'deal_opened') AS deal_opened,
    bool_or(kind = 'handed_over' AND reason = 'explored') AS explored,
    bool_or(kind IN ('call', 'email', 'meeting') AND (value_code IN ({_REPLIES}) OR side = 'buyer')) AS first_talk,
    max(occurred_s * 4000000000 + seq) FILTER (kind IN ({_REVIVES})) AS revived,
    max(occurred_s * 4000000000 + seq) FILTER (kind = 'lost') AS lost,
    max(occurred_s * 4000000000 + seq) FILTER (kind = 'disqualified') AS disqualified,
    max(occurred_s * 4000000000 + seq) FILTER (kind IN ('gave_up', 'recycled', 'rejected')) AS back
    FROM told GROUP BY lead),
deals AS (SELECT lead, max(begun) AS begun, bool_or(begun > coalesce(closed, 0)) AS is_open FROM (
    SELECT lead, greatest(min(fact_key), max(fact_key) FILTER (kind = 'deal_opened')) AS begun,
      max(fact_key) FILTER (kind IN ('won', 'lost')) AS closed
    FROM (SELECT lead, kind, coalesce(deal_id, 0) AS deal, occurred_s * 4000000000 + seq AS fact_key
      FROM {_told("kind, occurred_s, seq, deal_id", _DEALS)}) GROUP BY lead, deal) GROUP BY lead),
origin AS (SELECT lead, arg_min(coalesce(source, 'unknown'), (occurred_s, seq)) AS source, min(occurred_s) AS since_s,
    arg_min(CAST(occurred_month AS BIGINT), (occurred_s, seq)) AS month,
    arg_min(CASE WHEN side IN ('buyer', 'marketing')
      THEN 'marketing' WHEN side = 'sales' THEN 'sales' ELSE 'unknown' END, (occurred_s, seq)) AS found_by
    FROM {_told("source, side, occurred_month, occurred_s, seq", ("captured",))} GROUP BY lead),
kept AS (SELECT DISTINCT lead FROM (SELECT lead, kind, lead(kind) OVER (PARTITION BY lead ORDER BY occurred_s, seq)
      AS next_kind FROM {_told("kind, occurred_s, seq", ("accepted", "rejected", "handed_over"))})
    WHERE kind = 'accepted' AND coalesce(next_kind, 'handed_over') = 'handed_over'),
leads AS (SELECT month, source, found_by, since_s, won_s, won_s IS NOT NULL AS won, kept.lead IS NOT NULL AS is_kept,
    coalesce(qualified, false) AS qualified,
    coalesce(handed_over, false) AS handed_over, coalesce(accepted, false) AS accepted,
    coalesce(first_talk, false) AS first_talk, coalesce(deal_opened, false) AS deal_opened,
    coalesce(explored, false) AS explored,
    won_s IS NULL AND (coalesce(NOT is_open AND per.lost > coalesce(revived, 0), false)
      OR coalesce(disqualified > greatest(revived, begun, 0), false)) AS lost,
    won_s IS NULL AND coalesce(per.back > greatest(revived, begun, 0), false) AS back
    FROM origin LEFT JOIN per USING (lead) LEFT JOIN deals USING (lead) LEFT JOIN kept USING (lead))
"""
COHORTS = f"""{_STORY}
SELECT month, source, found_by, count(*) AS captured, count_if(qualified) AS qualified,
  count_if(handed_over) AS handed_over, count_if(accepted) AS accepted, count_if(first_talk) AS first_talk,
  count_if(deal_opened) AS deal_opened, count_if(won) AS won, count_if(qualified) AS qualified_of_captured,
  count_if(qualified AND handed_over) AS handed_over_of_qualified,
  count_if(handed_over AND accepted) AS accepted_of_handed_over,
  count_if(accepted AND first_talk) AS first_talk_of_accepted,
  count_if(first_talk AND deal_opened) AS deal_opened_of_first_talk,
  count_if(deal_opened AND won) AS won_of_deal_opened,
  count_if(accepted AND is_kept) AS not_sent_back, count_if(lost) AS lost, count_if(NOT lost AND back) AS sent_back,
  count_if(NOT won AND NOT lost AND NOT back) AS still_open,
  count_if(coalesce(won_s < since_s, false)) AS won_before_captured, count_if(explored AND NOT qualified) AS explored
FROM leads GROUP BY month, source, found_by
"""
WINS = f"""
WITH told AS (SELECT lead, side, occurred_s FROM {_told("side, occurred_s", ("won",))}),
won AS (SELECT lead, min(occurred_s) AS won_s FROM told GROUP BY lead),
closed AS (SELECT lead, CASE WHEN bool_or(side = 'sales') THEN 'sales' WHEN bool_or(side = 'marketing') THEN 'marketing'
    ELSE 'unknown' END AS closer FROM told JOIN won USING (lead) WHERE occurred_s = won_s GROUP BY lead),
origin AS (SELECT lead, arg_min(coalesce(source, 'unknown'), (occurred_s, seq)) AS source, arg_min(CASE WHEN side IN
      ('buyer', 'marketing') THEN 'marketing' WHEN side = 'sales' THEN 'sales' ELSE 'unknown' END, (occurred_s, seq))
      AS found_by
    FROM {_told("source, side, occurred_s, seq", ("captured",))} SEMI JOIN won USING (lead) GROUP BY lead)
SELECT coalesce(source, 'unknown') AS source, coalesce(found_by, 'unknown') AS found_by, closer, count(*) AS wins
FROM closed LEFT JOIN origin USING (lead) GROUP BY ALL
"""
FIRSTS = f"""
SELECT kind, month, count(*) AS n, min(first_s) AS first_s
FROM (SELECT lead, kind, CAST(min(occurred_month) AS BIGINT) AS month, min(occurred_s) AS first_s
      FROM {_told("kind, occurred_month, occurred_s", ("captured", "qualified"))} GROUP BY lead, kind)
GROUP BY kind, month
"""
BY_HAND = {
    "material": ("usage", USAGE),
    "acceptance": ("patterns", ACCEPTANCE),
    "funnel": ("cohorts", COHORTS),
    "attribution": ("all_wins", WINS),
    "goals": ("firsts", FIRSTS),
}
"""Measure -> the name of its count, and that count by hand."""
