"""Shared credit counted a second time: the touches of each win in order, and every rule worked out win by win."""

from __future__ import annotations

from fractions import Fraction

from tests.evidence.second_hand_facts import told
from tests.evidence.second_hand_sums import largest_remainder, share

# What buyers did on their own counts as marketing's, contacts and material sent for the side that made them; a
# buyer's own call or mail is an answer. Each won lead once, at its first win.
TOUCHES = """
with win as (
  select * from (select *, row_number() over (partition by lead order by occurred_s, seq) as place from f
    where kind = 'won') where place = 1),
touch as (
  select *, coalesce(channel, kind) as way, case
      when kind in ('call', 'email', 'meeting', 'social', 'asset_sent') then side else 'marketing' end as team
  from f where kind in ('page_view', 'form_filled', 'email_opened', 'email_clicked', 'event_visit', 'asset_viewed',
    'asset_sent', 'referred') or (kind in ('call', 'email', 'meeting', 'social') and side <> 'buyer'))
select win.lead, win.side as closer, case when not is_captured then 'unknown' when o.side = 'buyer' then 'marketing'
    when o.side in ('marketing', 'sales') then o.side else 'unknown' end as found_by, win.occurred_s as won_s, touch.team, touch.way, touch.occurred_s as touch_s,
  (win.occurred_s - touch.occurred_s) / 86400 as days,
  win.occurred_s - touch.occurred_s <= 90 * 86400 as is_within
from win join origin o on o.lead = win.lead left join touch on touch.lead = win.lead and touch.occurred_s <= win.occurred_s
order by win.lead, touch.occurred_s, touch.seq
"""
TEAMS = ("marketing", "sales", "unknown")
RULES = ("first", "last", "linear", "position", "decay", "shapley")


def shares_of(rule, path):
    """What a rule gives to each touch of a path of ((team, channel), whole days before the win); adds up to 1."""
    n = len(path)
    if rule == "first":
        return [Fraction(i == 0) for i in range(n)]
    if rule == "last":
        return [Fraction(i == n - 1) for i in range(n)]
    if rule == "linear":
        return [Fraction(1, n)] * n
    if rule == "position":
        if n <= 2:
            return [Fraction(1, n)] * n
        return [Fraction(2, 5), *[Fraction(1, 5 * (n - 2))] * (n - 2), Fraction(2, 5)]
    if rule == "decay":
        weights = [2 ** (-days / 7) for _, days in path]
        return [weight / sum(weights) for weight in weights]
    ways = [way for way, _ in path]
    distinct = len(set(ways))
    return [Fraction(way not in ways[:i], distinct) for i, way in enumerate(ways)]


def whole_points(rule, teams, wins):
    parts = [teams.get((rule, team), 0) for team in TEAMS]
    return zip(TEAMS, parts, largest_remainder(parts, 1000 * wins), strict=True)


def agreed(path, finder, closer):
    """40-20-40 in whole points: the finder's first touch is not among those between; what is missing passes on."""
    between = [way[0] for way, _ in path]
    if between:
        finder = between.pop(0)
    roles = [team for team in (finder, closer) if team != "unknown"]
    if not between:
        parts = [(team, Fraction(1000, len(roles))) for team in roles]
    else:
        rest = 1000 - 400 * len(roles)
        # Of equal remainders the team with the earliest touch has the point, be it the one that found the lead.
        counts = {team: between.count(team) for team, _ in dict.fromkeys(way for way, _ in path) if team in between}
        middle = [(team, Fraction(rest * k, len(between))) for team, k in counts.items()]
        ends = [(team, Fraction(400)) for team in roles]
        parts = [*ends[:1], *middle, *ends[1:]] if finder != "unknown" else [*middle, *ends]
    if not parts:
        return {"unknown": 1000}
    points = {}
    for (team, _), whole in zip(parts, largest_remainder([part for _, part in parts]), strict=True):
        points[team] = points.get(team, 0) + whole
    return points


def attribution(room, as_of):
    paths, firsts, found = {}, {}, {}
    for row in told(room, TOUCHES):
        found[row["lead"]] = row["found_by"], row["closer"] if row["closer"] in TEAMS else "unknown"
        path = paths.setdefault(row["lead"], [])
        firsts.setdefault(row["lead"], row["found_by"])
        if row["team"] is not None and row["is_within"]:
            # The pact's window says which touches count, so also which was the first.
            firsts[row["lead"]] = path[0][0][0] if path else row["team"]
            path.append(((row["team"], row["way"]), row["days"]))
    if not paths:
        return {"rows": [], "channels": [], "sourced": [], "blind": []}
    channels = {}
    teams = {}
    for path in paths.values():
        for way in {way for way, _ in path}:
            channels.setdefault(way, {"touched": 0})["touched"] += 1
        for rule in RULES:
            for (way, _), part in zip(path, shares_of(rule, path) if path else (), strict=True):
                channels[way][rule] = channels[way].get(rule, 0) + part
                teams[rule, way[0]] = teams.get((rule, way[0]), 0) + part
            if not path:
                teams[rule, "unknown"] = teams.get((rule, "unknown"), 0) + 1
        if not path:
            lost = channels.setdefault(("unknown", "none"), {"touched": 0})
            lost |= {rule: lost.get(rule, 0) + 1 for rule in RULES}
    wins = len(paths)
    for lead, path in paths.items():
        for team, points in agreed(path, *found[lead]).items():
            teams["agreed", team] = teams.get(("agreed", team), 0) + Fraction(points, 1000)
    rows = [
        {
            "rule": rule,
            "team": team,
            "points": points,
            "wins": points / 1000,
            "share": float(part) / wins if wins >= 10 else None,
        }
        for rule in ("agreed", *RULES)
        for team, part, points in whole_points(rule, teams, wins)
    ]
    blind = sum(not any(way[0] == "marketing" for way, _ in path) for path in paths.values())
    return {
        "rows": rows,
        "channels": _channel_rows(channels),
        "sourced": [
            {"sourced": team, "wins": k, "all": wins} | share("share", k, wins)
            for team in TEAMS
            for k in (sum(first == team for first in firsts.values()),)
        ],
        "blind": [{"wins": blind, "all": wins} | share("share", blind, wins)],
    }


def _channel_rows(channels):
    return [
        {"team": way[0], "channel": way[1], "touched": channels[way]["touched"]}
        | {rule: round(float(channels[way].get(rule, 0)), 6) for rule in RULES}
        for way in sorted(channels)
    ]
