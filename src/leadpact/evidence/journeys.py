"""The way to a win: leads won with who found and who closed them, and the touches before it, added up early.

Touches are counted per win, team and channel before anything is joined, so that millions of paths cost one pass.
All shares are whole numbers of ``PARTS`` of a win: sums of whole numbers are the same in any order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.shared import is_apart, lasts, shared_by, shared_sum
from leadpact.evidence.tables import (
    DAY_S,
    FAR_S,
    OF_ALL_TIME,
    count_of,
    earliest,
    floored,
    is_of_a_period,
    known,
    one,
    settled,
    shared_of_period,
    whole,
)
from leadpact.rules.facts import ATTEMPTS, TOUCHES

PARTS = 10**12
HALF_LIFE_DAYS = 7
"""Of time decay: a touch seven days before another weighs half as much."""
MOST_HALVINGS = 20
TEAMS = ("marketing", "sales", "unknown")
_ORDER = 2**33
"""Seconds of the window times this, plus seq, give the order of touches in one number."""
_ORDER_DIGITS = 19
_NO_SEQ = 9_000_000_000_000_000_000
NEEDS = ("as_of_s", "since_s", "until_s", "window_s", "is_by_account")


_WIN = ("source", "found_by", "closer", "first_team", "last_team", *(f"n_{team}" for team in TEAMS))


@shared_of_period("lead_id", "won_s")
def wins(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per lead won in the period, at its first win by (occurred_s, seq).

    Columns: lead_id, won_s, account_id (that win's, 0 where none), closer, and of its first captured fact source and
    found_by (marketing, sales, unknown). ``closer`` is the team that recorded that win (sales, should both have told
    it in the same second), else unknown; who recorded a later one does not matter.
    """
    told = known(table, p["as_of_s"], ("won",), ("account_id",))
    order = (told.occurred_s * 2**31 + told.seq + 10**18).cast("string")
    won = told.group_by("lead_id").agg(
        won_s=told.occurred_s.min(),
        named=(order + told.account_id.fill_null(0).cast("string")).min(),
        by_sales_s=earliest(told.side == "sales", told.occurred_s),
        by_marketing_s=earliest(told.side == "marketing", told.occurred_s),
    )
    won = won.filter((won.won_s >= p["since_s"]) & (won.won_s < p["until_s"]))
    is_marketing = won.by_marketing_s == won.won_s
    closer = (won.by_sales_s == won.won_s).ifelse("sales", is_marketing.ifelse("marketing", "unknown"))
    account_id = won.named.substr(_ORDER_DIGITS).cast("int64")
    won = won.select("lead_id", "won_s", account_id=account_id, closer=closer)
    return with_origin(table, p, won)


def with_origin(table: Any, p: Mapping[str, Any], leads: Any, instant: str = "won_s") -> Any:
    """The leads (column ``lead_id``) with source and found_by of their first captured fact by (occurred_s, seq).

    Only the captured facts of these leads are grouped, once: order, finder and source stand in one text of which
    the least is taken. The order is told from the lead's ``instant``, so that it fits a whole number.
    """
    told = known(table, p["as_of_s"], ("captured",)).select("lead_id", "occurred_s", "seq", "side", "source")
    told = settled(told.join(leads.select(instant, of_lead_id="lead_id"), [("lead_id", "of_lead_id")]))
    order = (told.occurred_s - told[instant] + 2**31) * 2**31 + told.seq + 10**18
    finder = told.side.isin(["buyer", "marketing"]).ifelse("m", (told.side == "sales").ifelse("s", "u"))
    told = told.select("lead_id", named=order.cast("string") + finder + told.source.fill_null("unknown"))
    first = told.group_by("lead_id").agg(named=told.named.min()).select("named", origin_lead_id="lead_id")
    both = settled(leads.left_join(first, [("lead_id", "origin_lead_id")]))
    named = both.named.fill_null("")
    code = named.substr(_ORDER_DIGITS, 1)
    return both.select(
        *leads.columns,
        source=(named == "").ifelse("unknown", named.substr(_ORDER_DIGITS + 1)),
        found_by=ibis.cases(*((code == team[0], team) for team in TEAMS[:2]), else_="unknown"),
    )


def touches(table: Any, p: Mapping[str, Any], of: Any = None) -> Any:
    """Every touch of a team: lead_id, account_id (0 where none), occurred_s, seq, team, channel.

    What buyers did on their own is marketing's; contacts are of the side that made them. A call or mail from the
    buyer is an answer and nobody's touch. Without a channel the kind of touch is taken. ``of`` as of ``known``.
    """
    told = known(table, p["as_of_s"], TOUCHES, ("account_id", "channel"), of)
    told = told.filter(~(told.kind.isin(sorted(ATTEMPTS)) & (told.side == "buyer")))
    is_marketing = told.side.isin(["buyer", "marketing"])
    channel = told.channel.fill_null("")
    return told.select(
        "lead_id",
        "occurred_s",
        "seq",
        account_id=told.account_id.fill_null(0),
        team=is_marketing.ifelse("marketing", (told.side == "sales").ifelse("sales", "unknown")),
        channel=(channel == "").ifelse(told.kind, channel),
    )


def per_channel(table: Any, p: Mapping[str, Any], won: Any) -> Any:
    """Touches before each win, one row per win, team and channel: n, first and last (their order), weight (decay).

    With ``is_by_account`` 1 the touches of all leads of the win's account count, else only the lead's own.
    """
    if not lasts() or not is_of_a_period(p):
        return _per_channel(table, p, won)
    every = {**p, **OF_ALL_TIME}
    told = _per_channel(table, every, wins(table, every))  # So that one table serves every period.
    return told.filter(told.win_id.isin(won.lead_id))


@shared_by("win_id")
def _per_channel(table: Any, p: Mapping[str, Any], won: Any) -> Any:
    told = _under_keys(table, p, won)
    own = won.select("won_s", win_id="lead_id", win_key=won.lead_id * 2)
    of_account = won.filter((won.account_id > 0) & (p["is_by_account"] == 1))
    keys = ibis.union(own, of_account.select("won_s", win_id="lead_id", win_key=of_account.account_id * 2 + 1))
    both = settled(told.join(settled(keys), [("key", "win_key")]))
    back_s = both.won_s - both.occurred_s
    both = both.filter((back_s >= 0) & (back_s <= p["window_s"]))
    back_s = both.won_s - both.occurred_s
    both = both.select(
        *("win_id", "team", "channel"),
        place=(p["window_s"] - back_s) * _ORDER + both.seq,
        weight=_decay(whole(back_s, DAY_S)),
    )
    return both.group_by(["win_id", "team", "channel"]).agg(
        n=both.count(),
        first=both.place.min(),
        last=both.place.max(),
        weight=both.weight.sum().cast("int64"),
    )


def _under_keys(table: Any, p: Mapping[str, Any], won: Any) -> Any:
    """Touches with what they count for as ``key``: their account, where all its leads count, else their lead."""
    names = ("occurred_s", "seq", "team", "channel")
    told = touches(table, p)
    is_of_account = (told.account_id > 0) & (p["is_by_account"] == 1)
    if not is_apart():
        return told.select(*names, key=is_of_account.ifelse(told.account_id * 2 + 1, told.lead_id * 2))
    of_account = told.filter(is_of_account)
    own = touches(table, p, won)
    own = own.filter((own.account_id == 0) | (p["is_by_account"] == 0))
    return ibis.union(
        own.select(*names, key=own.lead_id * 2), of_account.select(*names, key=of_account.account_id * 2 + 1)
    )


def _decay(days: Any) -> Any:
    """2^(-days/7) in whole numbers, the same on every engine: 2^40 today, never less than 2^20."""
    part, halvings = days % HALF_LIFE_DAYS, whole(days, HALF_LIFE_DAYS)
    size = 2**MOST_HALVINGS
    within = ibis.cases(
        *((part == day, round(size * 2 ** (-day / HALF_LIFE_DAYS))) for day in range(HALF_LIFE_DAYS - 1)),
        else_=round(size * 2 ** (-(HALF_LIFE_DAYS - 1) / HALF_LIFE_DAYS)),
    )
    halved = ibis.cases(*((halvings == times, 2 ** (MOST_HALVINGS - times)) for times in range(MOST_HALVINGS)), else_=1)
    return within.cast("int64") * halved.cast("int64")


def per_win(per: Any) -> Any:
    """The rows of ``per_channel`` added up per win, with how much of it each team has.

    Columns: win_id, n and k (touches and distinct channels), weight, first, last; per team ``n_``, ``k_`` and
    ``weight_``; ``first_team`` and ``last_team``.
    """
    is_of = {team: per.team == team for team in TEAMS}
    added = per.group_by("win_id").agg(
        n=per.n.sum().cast("int64"),
        k=per.count(),
        weight=per.weight.sum().cast("int64"),
        first=per["first"].min(),
        last=per["last"].max(),
        **{f"n_{team}": is_of[team].ifelse(per.n, 0).sum().cast("int64") for team in TEAMS},
        **{f"k_{team}": count_of(is_of[team]) for team in TEAMS},
        **{f"weight_{team}": is_of[team].ifelse(per.weight, 0).sum().cast("int64") for team in TEAMS},
        **{f"first_{team}": is_of[team].ifelse(per["first"], _NO_SEQ).min() for team in TEAMS[:2]},
        **{f"last_{team}": is_of[team].ifelse(per["last"], -1).max() for team in TEAMS[:2]},
    )
    kept = [name for name in added.columns if not name.startswith(("first_", "last_"))]
    return added.select(*kept, **{f"{end}_team": _team_at(added, end) for end in ("first", "last")})


def _team_at(added: Any, end: str) -> Any:
    is_of = {team: added[f"{end}_{team}"] == added[end] for team in TEAMS[:2]}
    return is_of["marketing"].ifelse("marketing", is_of["sales"].ifelse("sales", "unknown"))


def part(top: Any, bottom: Any) -> Any:
    """A share as a whole number of ``PARTS``, cut off."""
    return floored(top.cast("float64") / bottom.cast("float64").nullif(0.0) * float(PARTS))


@shared_sum("touches")
def steps(table: Any, p: Mapping[str, Any]) -> Any:
    """How often a touch of one channel followed another on the whole paths of leads, won in the period or not.

    Columns: is_won, player (first letter of the team, and the channel), the player ``before`` it (empty for the
    first), touches. Leads won in the period are followed to the win; of leads not won the touches within the
    period count. This is the one place where the touch before must be known, so it uses a window.
    """
    told = touches(table, p)
    all_won = known(table, p["as_of_s"], ("won",))
    won = all_won.group_by(won_lead_id="lead_id").agg(won_s=all_won.occurred_s.min())
    both = settled(told.left_join(won, [("lead_id", "won_lead_id")]))
    won_s = both.won_s.fill_null(FAR_S)
    is_won = won_s < FAR_S
    is_path = is_won & (both.occurred_s <= won_s) & (won_s >= p["since_s"]) & (won_s < p["until_s"])
    is_other = ~is_won & (both.occurred_s >= p["since_s"]) & (both.occurred_s < p["until_s"])
    code = ibis.cases(*((both.team == team, team[0]) for team in TEAMS[:2]), else_=TEAMS[2][0])
    both = both.select(
        "lead_id",
        place=both.occurred_s * 2**31 + both.seq,
        player=code + both.channel,
        is_won=one(is_won),
        is_in=one(is_path | is_other),
    )
    both = both.filter(both.is_in == 1)
    window = ibis.window(group_by=both.lead_id, order_by=both.place)
    told = both.select("is_won", "player", before=both.player.lag().over(window))
    told = told.select("is_won", "player", before=told.before.fill_null(""))
    return told.group_by(["is_won", "player", "before"]).agg(touches=told.count())


def player_of(code: str) -> tuple[str, str]:
    """Team and channel of a player as ``steps`` writes it; two empty texts for none."""
    return next((team for team in TEAMS if code[:1] == team[0]), ""), code[1:]


def origins_of_wins(table: Any, p: Mapping[str, Any]) -> Any:
    """Wins per source, finder and closer, touched or not."""
    won = wins(table, p)
    return won.group_by(["source", "found_by", "closer"]).agg(wins=won.count())


def kinds_of_wins(table: Any, p: Mapping[str, Any]) -> Any:
    """Touched wins that came about alike: who found and closed them, the touches per team, who was first and last.

    Of decay and Shapley, ``decay_`` and ``shapley_`` hold what each team has of these wins, in parts.
    """
    won = wins(table, p)
    told = per_win(per_channel(table, p, won))
    parts = {
        f"{rule}_{team}": part(told[f"{of}_{team}"], told[of])
        for rule, of in (("decay", "weight"), ("shapley", "k"))
        for team in TEAMS
    }
    told = told.select("win_id", "first_team", "last_team", *(f"n_{team}" for team in TEAMS), **parts)
    both = settled(told.join(won.select("lead_id", "source", "found_by", "closer"), [("win_id", "lead_id")]))
    return both.group_by(list(_WIN)).agg(wins=both.count(), **{name: both[name].sum().cast("int64") for name in parts})


def channels(table: Any, p: Mapping[str, Any]) -> Any:
    """What each team's channel has of the wins, by rule in parts, per source; and how many wins it touched."""
    won = wins(table, p)
    per = per_channel(table, p, won)
    whole = per_win(per).select("win_id", "k", n_all="n", weight_all="weight", first_all="first", last_all="last")
    both = settled(per.join(whole.rename(whole_id="win_id"), [("win_id", "whole_id")]))
    both = settled(both.join(won.select("source", won_id="lead_id"), [("win_id", "won_id")]))
    first, last = one(both["first"] == both.first_all), one(both["last"] == both.last_all)
    more, between = both.n_all - 2, both.n - first - last
    top = (both.n_all > 2).ifelse((first + last) * 2 * more + between, first + last)
    bottom = (both.n_all > 2).ifelse(more * 5, 2)
    parts = {
        "linear": part(both.n, both.n_all),
        "position": part(top, bottom),
        "decay": part(both.weight, both.weight_all),
        "shapley": part(first * 0 + 1, both.k),
    }
    told = both.select("source", "team", "channel", is_first=first, is_last=last, **parts)
    return told.group_by(["source", "team", "channel"]).agg(
        wins=told.count(),
        first=count_of(told.is_first == 1),
        last=count_of(told.is_last == 1),
        **{name: told[name].sum().cast("int64") for name in parts},
    )


def touched_leads(table: Any, p: Mapping[str, Any]) -> Any:
    """Rows of wins (without team and channel) and of the channels that touched them, as the figures count them."""
    won = wins(table, p)
    per = per_channel(table, p, won)
    is_marketing, is_sales = per.team == "marketing", per.team == "sales"
    firsts = per.group_by("win_id").agg(
        first=per["first"].min(),
        first_marketing=is_marketing.ifelse(per["first"], _NO_SEQ).min(),
        first_sales=is_sales.ifelse(per["first"], _NO_SEQ).min(),
    )
    both = settled(won.left_join(firsts, [("lead_id", "win_id")]))
    first = both["first"].fill_null(-1)
    finders = [(both[f"first_{team}"].fill_null(_NO_SEQ) == first, team) for team in TEAMS[:2]]
    own = both.select(
        *("lead_id", "source", "found_by"),
        team=ibis.literal(""),
        channel=ibis.literal(""),
        first_touch=ibis.cases((first == -1, both.found_by), *finders, else_="unknown"),
        is_blind=one(both.first_marketing.fill_null(_NO_SEQ) == _NO_SEQ),
    )
    named = settled(per.select("win_id", "team", "channel").join(won, [("win_id", "lead_id")]))
    touched = named.select(
        *("lead_id", "source", "found_by", "team", "channel"),
        first_touch=ibis.literal(""),
        is_blind=one(named.team == ""),
    )
    return ibis.union(settled(own), settled(touched))
