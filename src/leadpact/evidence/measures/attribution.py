"""Who earned the wins: the pact's agreed rule beside seven others, each win shared out exactly once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from leadpact.evidence.behind import Behind, same
from leadpact.evidence.credits import START, Player, bands, removal, team_shares, touches_of, whole_points
from leadpact.evidence.journeys import (
    NEEDS,
    PARTS,
    TEAMS,
    channels,
    kinds_of_wins,
    origins_of_wins,
    player_of,
    steps,
    touched_leads,
)
from leadpact.evidence.measure import AS_OF, SOURCE, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, in_order, share
from leadpact.evidence.uncertainty import FEW, Floats
from leadpact.rules.credit import RULE_WORDS, WIN_POINTS
from leadpact.rules.pact import Credit

PATH_RULES = ("first", "last", "linear", "position", "decay", "shapley")
RULES = ("agreed", *PATH_RULES, "markov")
LEAST_WINS = 200
"""Below it removal effects are not shown: they shake too much."""


def _is_enough(counts: Counts, values: Values) -> bool:
    """Removal effects need many wins, and cannot be told apart by source."""
    return values["source"] is None and sum(row["wins"] for row in counts["all_wins"]) >= LEAST_WINS


def estimate(counts: Counts, values: Values) -> Answer:
    """Points per rule and team with their range over wins, and per rule and channel."""
    rows = _with_untouched(counts, values["source"])
    total = sum(row["wins"] for row in rows)
    if not total:
        return Answer("Counted", "none", {})
    credit = _credit(values)
    found = {rule: team_shares(rows, rule, credit) for rule in (*(("agreed",) if credit else ()), *PATH_RULES)}
    by_channel = _channel_credits(counts, values, rows)
    lines = _rows(found, rows, total, by_channel.get("markov"))
    spread = _spread(found, rows, lines)
    sourced = _sourced(rows, values["sourced"])
    blind = sum(row["wins"] for row in rows if not row["n_marketing"])
    args: Row = {"wins": total, "days": values["window_days"], **spread}
    key = _key(rows, total, credit, args)
    return Answer(
        "Counted",
        key,
        args,
        rows=tuple(lines),
        tables={
            "channels": tuple(_channel_rows(by_channel, counts, values, total)),
            "sourced": tuple(sourced),
            "blind": ({"wins": blind, "all": total, **share(blind, total)},),
        },
        notes=tuple(_notes(rows, total, blind, spread, credit, "markov" in by_channel, values)),
        chart_data={"team": "marketing", **spread, "is_agreed": credit is not None},
    )


def _key(rows: list[Row], total: int, credit: Credit | None, spread: Row) -> str:
    """Which sentence is true of these wins: a range of shares says nothing where there is nothing to share."""
    if total < FEW or credit:
        return "few" if total < FEW else "agreed"
    if not any(touches_of(row) for row in rows):
        return "untouched_all"
    return "one_team" if spread["low"] == 1 else "range"


def _with_untouched(counts: Counts, source: str | None) -> list[Row]:
    """The kinds of wins in order, and those that no touch came before."""
    origin = ("source", "found_by", "closer")
    left = {tuple(row[name] for name in origin): row["wins"] for row in counts["all_wins"]}
    for row in counts["wins"]:
        left[tuple(row[name] for name in origin)] -= row["wins"]
    bare = {"first_team": "", "last_team": "", **{f"n_{team}": 0 for team in TEAMS}}
    untouched = [
        {**dict(zip(origin, key, strict=True)), **bare, "wins": left_of} for key, left_of in left.items() if left_of
    ]
    rows = [row for row in (*counts["wins"], *untouched) if source in (None, row["source"])]
    return in_order(rows, *origin, "first_team", "last_team", *(f"n_{team}" for team in TEAMS))


def _credit(values: Values) -> Credit | None:
    """The pact's rule, where the three shares are given."""
    parts = [values[name] for name in ("originator", "touches_between", "closer")]
    if any(each is None for each in parts):
        return None
    first, between, last = (int(each) for each in parts)
    return Credit(first, between, last, values["level"], values["window_days"], values["sourced"])


def _rows(found: Mapping[str, Floats], rows: list[Row], total: int, markov: Mapping[Player, float] | None) -> list[Row]:
    """One row per rule and team: points that add up to 1,000 per win, and the share with its range over wins."""
    sizes = np.array([row["wins"] for row in rows])
    lines = []
    for rule, shares in found.items():
        mean = sizes @ shares / total
        band = bands(sizes.tolist(), shares, [0])
        points = whole_points({(team, ""): float(mean[place]) for place, team in enumerate(TEAMS)}, total)
        lines += [
            {
                "rule": rule, "team": team, "points": points[team, ""], "wins": points[team, ""] / WIN_POINTS,
                "share": float(mean[place]) if total >= FEW else None,
                "share_low": float(band.low[place]) if total >= FEW else None,
                "share_high": float(band.high[place]) if total >= FEW else None,
            }
            for place, team in enumerate(TEAMS)
        ]  # fmt: skip
    if markov is not None:
        lines += _markov_rows(markov, total)
    return lines


def _markov_rows(credited: Mapping[Player, float], total: int) -> list[Row]:
    by_team = {team: sum(each for player, each in credited.items() if player[0] == team) for team in TEAMS}
    points = whole_points({(team, ""): credit for team, credit in by_team.items()}, total)
    return [
        {
            "rule": "markov", "team": team, "points": points[team, ""], "wins": points[team, ""] / WIN_POINTS,
            "share": by_team[team] / total, "share_low": None, "share_high": None,
        }
        for team in TEAMS
    ]  # fmt: skip


def _spread(found: Mapping[str, Floats], rows: list[Row], lines: list[Row]) -> Row:
    """Marketing's share by the agreed rule, and the least and the most of it by any rule, with chance on top."""
    own = {line["rule"]: line["share"] for line in lines if line["team"] == "marketing"}
    if any(value is None for value in own.values()):
        return {"share": None, "low": None, "high": None, "least": None, "most": None, "agreed_wins": None}
    sizes = [row["wins"] for row in rows]
    marketing = np.stack([shares[:, 0] for shares in found.values()], axis=1)
    band = bands(sizes, marketing, range(marketing.shape[1]))
    agreed = own.get("agreed")
    return {
        "share": agreed,
        "low": min(own.values()),
        "high": max(own.values()),
        "least": min(band.least, *own.values()),
        "most": max(band.most, *own.values()),
        "agreed_wins": None if agreed is None else agreed * sum(sizes),
    }


def _channel_credits(counts: Counts, values: Values, rows: list[Row]) -> dict[str, dict[Player, float]]:
    """Wins credited to each channel by each rule; wins without a touch go to nobody."""
    found: dict[str, dict[Player, float]] = {rule: defaultdict(float) for rule in PATH_RULES}
    for row in counts["channels"]:
        if values["source"] in (None, row["source"]):
            for rule in PATH_RULES:
                scale = 1 if rule in ("first", "last") else PARTS
                found[rule][row["team"], row["channel"]] += row[rule] / scale
    untouched = sum(row["wins"] for row in rows if not touches_of(row))
    if counts.get("steps"):
        told = [
            (bool(row["is_won"]), player_of(row["before"]), player_of(row["player"]), row["touches"])
            for row in in_order(counts["steps"], "is_won", "player", "before")
        ]
        if any(is_won and before == START for is_won, before, _, _ in told):
            found["markov"] = removal(told).credits(sum(row["wins"] for row in rows) - untouched)
    if untouched:
        for credited in found.values():
            credited[_NOBODY] = float(untouched)
    return {rule: dict(credited) for rule, credited in found.items()}


_NOBODY: Player = ("unknown", "none")
_NO_CHANNEL = {"none": "Without a channel"}
"""Only here: elsewhere ``none`` is also an answer, such as of a budget."""


def _channel_rows(
    by_rule: Mapping[str, Mapping[Player, float]], counts: Counts, values: Values, total: int
) -> list[Row]:
    touched: dict[Player, int] = defaultdict(int)
    for row in counts["channels"]:
        if values["source"] in (None, row["source"]):
            touched[row["team"], row["channel"]] += row["wins"]
    points = {rule: whole_points(credited, total) for rule, credited in by_rule.items()}
    players = sorted({player for credited in by_rule.values() for player in credited})
    return [
        {
            "team": player[0], "channel": player[1], "touched": touched.get(player, 0),
            **{rule: _wins_of(player, by_rule.get(rule)) for rule in (*PATH_RULES, "markov")},
            **{f"{rule}_points": points[rule].get(player, 0) for rule in by_rule},
        }
        for player in players
    ]  # fmt: skip


def _wins_of(player: Player, credited: Mapping[Player, float] | None) -> float | None:
    return None if credited is None else round(credited.get(player, 0.0), 6)


def _sourced(rows: list[Row], rule: str) -> list[Row]:
    """Wins by the team that found them: of the first touch, or of who captured the lead."""
    total = sum(row["wins"] for row in rows)
    found = []
    for team in TEAMS:
        k = sum(row["wins"] for row in rows if _finder(row, rule) == team)
        found.append({"sourced": team, "wins": k, "all": total, **share(k, total)})
    return found


def _finder(row: Row, rule: str) -> str:
    return str(row["first_team"] if rule == "first_touch" and row["first_team"] else row["found_by"])


def _notes(
    rows: list[Row], total: int, blind: int, spread: Row, credit: Credit | None, has_markov: bool, values: Values
) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = [("shares_applause", {})]
    counted = {
        "blind": blind,
        "untouched": sum(row["wins"] for row in rows if not touches_of(row)),
        "found_otherwise": sum(row["wins"] for row in rows if _finder(row, values["sourced"]) != row["found_by"]),
    }
    args: Row = {"wins": total, "days": values["window_days"]}
    notes += [(name, {**args, "count": count}) for name, count in counted.items() if count]
    if not has_markov and total >= FEW:
        if values["source"] is not None:
            notes.append(("no_markov_source", {}))
        elif total < LEAST_WINS:
            notes.append(("no_markov", {"least": LEAST_WINS}))
    if credit is None:
        notes.append(("no_rule", {}))
    if spread["least"] is not None and spread["least"] < 0.5 < spread["most"]:
        notes.append(("straddles", {}))
    return notes


_OUTCOMES = {"won": "team = ''", "touched": "team <> ''", "blind": "team = '' AND is_blind = 1"}


def _is_sourced(value: str, _key: Mapping[str, str], values: Mapping[str, int]) -> str:
    column = "first_touch" if values.get("is_first_touch") else "found_by"
    return f"team = '' AND {column} = '{TEAMS[TEAMS.index(value)]}'"


_BEHIND = Behind(
    touched_leads,
    "lead_id",
    {
        "source": same("source"),
        "team": same("team"),
        "channel": same("channel"),
        "sourced": _is_sourced,
        "outcome": lambda value, _key, _values: _OUTCOMES[value],
    },
    needs=NEEDS,
)
_PERIOD = (
    Parameter("since_s", "instant", "only wins at or after it"),
    Parameter("until_s", "instant", "only wins before it"),
)

MEASURE = Measure(
    name="attribution",
    title="Shared credit",
    question="How is each win shared between the teams and channels that touched it, by the agreed rule and by others?",
    unit="points, 1,000 per win",
    least_sample=FEW,
    counted=(
        "Each won lead once, at its first win, with the touches within the agreed window before it: what buyers did on "
        "their own (pages, forms, mails, events, material) counts as marketing's, contacts for the side that made "
        "them. A buyer's own call or mail is an answer and nobody's touch. By account, the touches of all leads of the "
        "account count. A win without any touch goes to nobody under the rules of the path; who captured its lead "
        "found it."
    ),
    formula=(
        "Agreed rule: finder, touches between and closer share 1,000 points as the pact says, in whole points by "
        "largest remainder. First and last touch; linear: each touch the same; position: 40-20-40; decay: "
        "2^(-days/7), whole days, added up to one; Shapley: 1 / number of distinct channels (of a team) that touched "
        "the win; Markov: 1 - p without / p with p = [(I-Q)^-1 r] at the start, over whole paths of the leads' own "
        "touches, won or not, repeats dropped, shared in proportion. Ranges: 1,000 multinomial draws over the wins, "
        "fixed seed; none for Markov. Points of each rule add up to 1,000 per win exactly."
    ),
    assumptions=(
        "Touches are recorded. A team that records less gets less.",
        "Shapley looks at which channels touched a win, not at their order, and not at what was lost.",
        "Markov: removed traffic is taken as lost for good, so it favours frequent channels.",
    ),
    cannot_say=(
        "What would have happened without a touch. No rule here measures an effect; only a trial can.",
        "What was never recorded: talks among colleagues, searches without a name.",
    ),
    published=(
        "attribution: toy path (AnalyzeCore 2016), coalition game of DP6, path data of ChannelAttribution 2.2.5"
    ),
    reads=(
        ("won", "occurred_s, side, account_id"),
        ("captured", "occurred_s, side, source"),
        ("page_view, form_filled, email_opened, email_clicked, event_visit, asset_sent, asset_viewed, referred",
         "occurred_s, side, channel, account_id"),
        ("call, email, meeting, social", "occurred_s, side, channel, account_id"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF, *_PERIOD, SOURCE,
        Parameter("window_days", "number", "how long before the win a touch counts, by the pact", default=90),
        Parameter("level", "choice", "whose touches count, by the pact", default="lead", choices=("lead", "account")),
        Parameter("sourced", "choice", "who found a win, by the pact", default="first_touch",
                  choices=("first_touch", "captured_by")),
        Parameter("originator", "number", "the finder's part of 100 by the pact"),
        Parameter("touches_between", "number", "the part of the touches between by the pact"),
        Parameter("closer", "number", "the closer's part by the pact"),
    ),
    queries=(
        Query("all_wins", origins_of_wins),
        Query("wins", kinds_of_wins, needs=NEEDS),
        Query("channels", channels, needs=NEEDS),
        Query("steps", steps, is_wanted=_is_enough),
    ),
    estimate=estimate,
    chart="credit",
    sentences={
        "none": "No wins are recorded in this period, so there is nothing to share.",
        "few": (
            "Wins, each counted once: {wins:,}. Too few to speak of shares; the points of each rule are in the table."
        ),
        "agreed": (
            "{wins:,} wins, each counted once. Under the rule you both signed marketing's share is {agreed_wins:,.1f} "
            "({share:.0%}); other rules would say {low:.0%} to {high:.0%}, and with chance {least:.0%} to {most:.0%}. "
            "This shares credit; it does not show what would have happened without."
        ),
        "range": (
            "{wins:,} wins, each counted once. Marketing's share is {low:.0%} to {high:.0%} whichever rule you choose, "
            "and with chance {least:.0%} to {most:.0%}. This shares credit; it does not show what would have happened "
            "without."
        ),
        "one_team": (
            "{wins:,} wins, each counted once. Every touch before them is marketing's, so every rule gives marketing "
            "all of the credit; what each rule gives each channel is in the table. This shares credit; it does not "
            "show what would have happened without."
        ),
        "untouched_all": (
            "{wins:,} wins, each counted once. No touch is recorded in the {days:.0f} days before any of them, so "
            "there is no credit that a rule could share."
        ),
        "shares_applause": "A rule shares applause. None of these rules measures an effect.",
        "blind": "Wins without any touch by marketing recorded in the {days:.0f} days before: {count:,} of {wins:,}.",
        "untouched": (
            "Wins without any touch recorded in the {days:.0f} days before, which the rules of the path give to "
            "nobody: {count:,}."
        ),
        "found_otherwise": "Wins found by another team in the funnel (by who captured them): {count:,} of {wins:,}.",
        "no_markov": "Removal effects (Markov) are shown from {least} wins on.",
        "no_markov_source": "Removal effects (Markov) are shown for all sources together only.",
        "no_rule": "No pact in force says how a win is shared, so there is no agreed rule yet.",
        "straddles": (
            "The rules do not agree on whose part is larger. Where that decides something, set a trial up instead."
        ),
    },
    layouts=(
        Layout(
            "", "By rule and team",
            (
                Shown("rule", "Rule", "text", words=RULE_WORDS), Shown("team", "Team", "text"),
                Shown("points", "Points"), Shown("wins", "As wins", "number", digits=1),
                Shown("share", "Share", "share"),
            ),
        ),
        Layout(
            "channels", "By channel, in wins",
            (
                Shown("team", "Team", "text"), Shown("channel", "Channel", "code", words=_NO_CHANNEL),
                Shown("touched", "Wins it touched", opens={"outcome": "touched"}),
                *(Shown(rule, rule.capitalize(), "number", digits=1) for rule in (*PATH_RULES, "markov")),
            ),
            key=("team", "channel"),
        ),
        Layout(
            "sourced", "Wins by who found them: the first touch, or who captured the lead, as the pact says",
            (
                Shown("sourced", "Found by", "text"), Shown("wins", "Wins", opens={"outcome": "won"}),
                Shown("share", "Share", "share"),
            ),
            key=("sourced",),
        ),
        Layout(
            "blind", "Blind spot",
            (
                Shown("wins", "Wins without a touch by marketing", opens={"outcome": "blind"}), Shown("all", "Wins"),
                Shown("share", "Share", "share"),
            ),
        ),
    ),
    behind=_BEHIND,
)  # fmt: skip
