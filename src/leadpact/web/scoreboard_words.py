"""The scoreboard's promises, goal and periods in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext

from leadpact.queries.scoreboard import Board, CommonGoal, Promise
from leadpact.rules.goals import Period
from leadpact.web import charts
from leadpact.web.wording import amount_in_words, count_in_words, share_in_words, short_amount_in_words

LETTERS = {"marketing": "m", "sales": "s"}


def period_words(period: Period, *, is_last: bool) -> str:
    """Name a period: ``this quarter`` or ``last quarter``."""
    this = {
        "week": gettext("this week"), "month": gettext("this month"), "quarter": gettext("this quarter"),
        "year": gettext("this year"),
    }  # fmt: skip
    last = {
        "week": gettext("last week"), "month": gettext("last month"), "quarter": gettext("last quarter"),
        "year": gettext("last year"),
    }  # fmt: skip
    return (last if is_last else this)[period.per]


def a_period(per: str | None) -> str:
    """``a month``."""
    words = {
        "week": gettext("a week"), "month": gettext("a month"), "quarter": gettext("a quarter"),
        "year": gettext("a year"),
    }  # fmt: skip
    return words.get(per or "", "")


def label(promise: Promise) -> str:
    """What was promised."""
    terms = gettext(" or ").join(promise.terms)
    if promise.name == "attempts" and len(promise.terms) == 2:
        return gettext("%(n)s attempts within %(time)s") % {"n": promise.terms[0], "time": promise.terms[1]}
    if promise.name.startswith("material-"):
        words = {"kind": promise.terms[0].lower(), "n": promise.terms[1]}
        return gettext("Material such as %(kind)s by attempt %(n)s") % words
    if promise.name == "actions":
        return gettext("Before every hand-off: %(actions)s") % {"actions": ", ".join(promise.terms).lower()}
    words = {
        "first_touch": gettext("A first touch within %(terms)s"),
        "answer": gettext("An answer within %(terms)s"),
        "waiting": gettext("No lead waits longer than %(terms)s"),
        "back": gettext("What comes back is taken up within %(terms)s"),
        "conformity": gettext("Every agreed field known at the hand-off"),
        "accepted_handoffs": gettext("Leads that Sales accepted"),
        "handoffs": gettext("Leads handed over"),
        "leads_captured": gettext("Leads found"),
        "qualified_leads": gettext("Leads qualified"),
        "deals_won": gettext("Deals won"),
        "revenue_won": gettext("Revenue won"),
        "funnel": gettext("How far leads come"),
        "source_quality": gettext("What each source brings"),
        "persistence": gettext("Going on as long as it is worth it"),
    }
    return words.get(promise.name, promise.name) % {"terms": terms}


def value(promise: Promise) -> str:
    """The figure: a share, k of n where there are too few, a count or an amount."""
    if promise.why in ("computing", "no_number", "nothing"):
        return "–"
    if promise.unit == "share":
        if promise.why == "few":
            return gettext("%(k)s of %(n)s") % {"k": promise.k, "n": promise.n}
        return share_in_words(promise.value)
    return short_amount_in_words(promise.k, promise.currency) if promise.unit == "money" else count_in_words(promise.k)


def promised(promise: Promise, *, is_last: bool) -> str:
    """What was promised, as it stands beside the figure."""
    if promise.promised is None:
        return gettext("no single number")
    if promise.unit == "share":
        owed = share_in_words(promise.promised)
    elif promise.unit == "money":
        owed = short_amount_in_words(round(promise.promised), promise.currency)
    else:
        owed = count_in_words(promise.promised)
    if promise.unit != "share" and promise.per is not None and not is_last:
        owed = gettext("%(owed)s by now") % {"owed": owed}
    return gettext("promised %(owed)s") % {"owed": owed}


def why(promise: Promise) -> str:
    """Why there is no verdict; empty where there is one."""
    words = {
        "few": gettext("too few to say"), "nothing": gettext("nothing fell due yet"),
        "computing": gettext("being computed"), "running": gettext("only begun"),
        "excused": gettext("rests by the pact"), "no_number": gettext("see its measure"),
    }  # fmt: skip
    return words.get(promise.why, "")


def sample(promise: Promise) -> str:
    """What the figure is made of: k of n, the target as signed, and when it rests."""
    parts = []
    if promise.unit == "share" and promise.n and promise.why != "few":
        of = (
            gettext("%(k)s of %(n)s leads") if promise.name == "conformity" else gettext("%(k)s of %(n)s that fell due")
        )
        parts.append(of % {"k": count_in_words(promise.k), "n": count_in_words(promise.n)})
        low, high = promise.range
        parts.append(gettext("%(low)s to %(high)s") % {"low": share_in_words(low), "high": share_in_words(high)})
    if promise.target is not None:
        money = promise.unit == "money"
        target = amount_in_words(round(promise.target), promise.currency) if money else count_in_words(promise.target)
        parts.append(gettext("%(target)s %(per)s agreed") % {"target": target, "per": a_period(promise.per)})
    if promise.unless and promise.why == "excused":
        parts.append(gettext("unless %(what)s") % {"what": promise.unless.replace("_", " ")})
    return "; ".join(parts)


def row(promise: Promise, side: str, url: str, *, is_last: bool) -> Mapping[str, Any]:
    """A promise as the page takes it."""
    letter = LETTERS.get(side, "s")
    weeks = tuple(None if each is None else round(each, 3) for each in promise.weeks)
    curve = (
        charts.spark(weeks, promise.weekly, team=letter, label=gettext("the last eight weeks")) if any(weeks) else ""
    )
    return {
        "label": label(promise), "value": value(promise), "says": promised(promise, is_last=is_last),
        "why": why(promise),
        "sample": sample(promise), "state": promise.state, "spark": curve, "bullet": _bullet(promise, letter),
        "url": url,
    }  # fmt: skip


def _bullet(promise: Promise, letter: str) -> str:
    if promise.value is None or promise.promised is None or promise.why in ("few", "nothing", "computing"):
        return ""
    top = 1.0 if promise.unit == "share" else 1.1 * max(promise.value, promise.promised, 1)
    return charts.bullet(promise.value, promise.promised, top=top, team=letter)


def goal(found: CommonGoal, board: Board) -> Mapping[str, Any]:
    """The common goal as the page takes it."""
    names = {
        "marketing": gettext("found by Marketing"),
        "sales": gettext("found by Sales"),
        "unknown": gettext("found by nobody we know"),
    }
    bits = [charts.Bit(LETTERS.get(side, "o"), amount, names[side]) for side, amount in found.shares]
    bar = charts.goal_bar(bits, target_minor=found.target_minor, pace_minor=found.pace_minor, currency=found.currency)
    apart = found.won_minor - found.pace_minor
    amount = short_amount_in_words(abs(apart), found.currency)
    if board.is_last:
        says = gettext("%(amount)s short of the goal") if apart < 0 else gettext("%(amount)s over the goal")
    else:
        says = gettext("%(amount)s behind pace") if apart < 0 else gettext("%(amount)s ahead of pace")
    return {
        "won_minor": found.won_minor, "target_minor": found.target_minor, "pace_minor": found.pace_minor,
        "currency": found.currency, "says": says % {"amount": amount} if apart else gettext("exactly on pace"),
        "how": _how(found, board), "bar": bar, "is_behind": apart < 0, "is_last": board.is_last,
        "shares": [{"side": side, "label": names[side], "amount_minor": amount_} for side, amount_ in found.shares],
        "apart": _apart(found),
    }  # fmt: skip


def _how(found: CommonGoal, board: Board) -> str:
    if board.is_last:
        return gettext("Judged by the pact that held at its end.")
    days = gettext("working days") if found.has_holidays else gettext("working days, holidays not known,")
    return gettext("Pace is the goal times the share of %(days)s gone: %(gone)d of %(of)d.") % {
        "days": days, "gone": found.gone.ended, "of": found.gone.of,
    }  # fmt: skip


def _apart(found: CommonGoal) -> list[str]:
    """What is won but not in the sum."""
    says = [
        ngettext("%(amount)s from %(n)d deal", "%(amount)s from %(n)d deals", each.deals)
        % {"amount": amount_in_words(each.amount_minor, each.currency), "n": each.deals}
        for each in found.others
    ]
    bare = found.without_amount
    if bare:
        says.append(ngettext("%(n)d deal without an amount", "%(n)d deals without an amount", bare) % {"n": bare})
    return says
