"""The page of the goals: the common one broken down for each team, and every goal with its review and its flags."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from leadpact.operations.evidence import answer_each
from leadpact.queries import goals as queries
from leadpact.queries.goals import FUNNEL, BrokenDown, GoalLine, Part
from leadpact.queries.leads import at
from leadpact.web.door import Asked, door
from leadpact.web.scoreboard_words import a_period, label, promised, sample, value, why
from leadpact.web.wording import amount_in_words, count_in_words, share_in_words, short_amount_in_words


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """All goals, as of now."""
    found = queries.page(request.actor, request.now_s)
    if answer_each(actor=request.actor, questions=found.asked, now_s=request.now_s):
        found = queries.page(request.actor, request.now_s)
    context = {
        "here": "scoreboard",
        "as_of": at(found.as_of_s),
        "has_goals": bool(found.lines),
        "pacts": found.pacts,
        "broken": _broken(found.broken) if found.broken else None,
        "lines": [_line(each, with_pact=found.pacts > 1, is_waiting=found.is_waiting) for each in found.lines],
        "overdue": sum(each.is_overdue for each in found.lines),
        "is_looking": found.is_waiting or (found.broken is not None and found.broken.is_waiting),
    }
    return render(request, "scoreboard/goals.html", context)


def _broken(found: BrokenDown) -> dict[str, Any]:
    money = bool(found.currency)
    target = short_amount_in_words(round(found.target), found.currency) if money else count_in_words(found.target)
    query = urlencode(found.asked)
    return {
        "target": target,
        "says": _finding(found, target),
        "parts": [_part(each, found) for each in found.parts],
        "amount": _amount(found),
        "gone": found.gone,
        "since": found.since,
        "until": found.until,
        "ripe_days": found.ripe_days,
        "is_waiting": found.is_waiting,
        "url": f"{reverse('evidence_measure', args=[FUNNEL])}?{query}",
    }


def _finding(found: BrokenDown, target: str) -> str:
    """The heading: who is behind, else what the goal needs, else why nothing can be said."""
    behind = [each for each in found.parts if each.state == "behind"]
    if behind:
        worst = behind[0]
        return _("%(who)s is %(n)s short of what %(target)s takes by now") % {
            "who": _sides()[worst.side],
            "n": _counted(worst.name, -(worst.apart or 0)),
            "target": target,
        }
    wins = found.parts[0].needed
    if wins.value is None:
        return _("%(target)s: too little history to say what it takes") % {"target": target}
    return _("%(target)s takes %(n)s") % {"target": target, "n": _counted("won", wins.value)}


def _sides() -> dict[str, str]:
    return {"marketing": _("Marketing"), "sales": _("Sales")}


def _counted(name: str, number: float) -> str:
    """``75 wins``."""
    n = max(1, round(number))
    words = {
        "won": ngettext("%(n)s win", "%(n)s wins", n),
        "accepted": ngettext("%(n)s accepted lead", "%(n)s accepted leads", n),
        "handed_over": ngettext("%(n)s hand-off", "%(n)s hand-offs", n),
        "captured": ngettext("%(n)s new lead", "%(n)s new leads", n),
    }
    return words[name] % {"n": count_in_words(n)}


def _part(part: Part, found: BrokenDown) -> dict[str, Any]:
    titles = {
        "won": _("Wins"),
        "accepted": _("Leads that Sales accepts"),
        "handed_over": _("Leads handed over"),
        "captured": _("New leads"),
    }
    need = part.needed
    told: dict[str, Any] = {
        "side": part.side,
        "title": titles[part.name],
        "state": part.state,
        "done": count_in_words(part.done),
    }
    if need.value is None or need.low is None or need.high is None:
        whys = {
            "few": _("Too few so far to say how many are needed."),
            "none": _("None so far, so nothing can be said."),
            "before": _("Nothing can be said, because the step nearer to the goal says nothing."),
        }
        return {**told, "needed": "–", "range": "", "how": _how(part, found), "stands": whys[need.why or "few"]}
    stands = {
        "behind": _("%(n)s missing beside the %(by_now)s due by now"),
        "ahead": _("%(n)s more than the %(by_now)s due by now"),
        "on_pace": _("within the range of the %(by_now)s due by now"),
        "none": _("the period has only begun"),
    }[part.state]
    values = {"n": count_in_words(abs(round(part.apart or 0))), "by_now": count_in_words(round(part.by_now or 0))}
    return {
        **told,
        "needed": count_in_words(round(need.value)),
        "range": _("%(low)s to %(high)s")
        % {"low": count_in_words(round(need.low)), "high": count_in_words(round(need.high))},
        "how": _how(part, found),
        "stands": stands % values,
    }


def _how(part: Part, found: BrokenDown) -> str:
    """By which measured rate the step was reached."""
    if part.name == "won":
        return _("at the average won amount") if found.currency else _("as agreed")
    words = {
        "accepted": _("%(k)s of %(n)s accepted ones were won"),
        "handed_over": _("of %(n)s handed over %(k)s went on"),
        "captured": _("of %(n)s new ones %(k)s went on"),
    }
    says = words[part.name] % {"k": count_in_words(part.k), "n": count_in_words(part.n)}
    return f"{says} ({share_in_words(part.k / part.n)})" if part.n else says


def _amount(found: BrokenDown) -> str:
    if found.amount is None or found.amount.n == 0:
        return ""
    amount = amount_in_words(round(found.amount.mean), found.currency)
    return ngettext(
        "%(amount)s on average over %(n)d won deal", "%(amount)s on average over %(n)d won deals", found.amount.n
    ) % {
        "amount": amount,
        "n": found.amount.n,
    }


def _line(line: GoalLine, *, with_pact: bool, is_waiting: bool) -> dict[str, Any]:
    flags = {
        "moved_since": _("The number moved since this was agreed"),
        "never_met": _("Out of reach of the way we work now: it needs a change of method, not of effort"),
        "always_met": _("Always met by the way we work now"),
        "review_passed": _("The day to look at it again is over"),
        "definition_changed": _("What is counted, or the pact, changed since"),
    }
    return {
        "side": line.side,
        "label": label(line.promise),
        "pact": line.pact if with_pact else "",
        "value": value(line.promise),
        "says": promised(line.promise, is_last=False),
        "why": why(line.promise),
        "sample": sample(line.promise),
        "state": line.promise.state,
        "review_by": line.review_by,
        "is_overdue": line.is_overdue,
        "owner": line.owner,
        "flags": [flags[each] for each in line.stale if each in flags],
        "forecast": _("The forecast is being computed.") if is_waiting else _forecast(line),
    }


def _forecast(line: GoalLine) -> str:
    """What the running period will probably come to; why nothing is said without one."""
    if line.forecast is None or line.forecast_low is None or line.forecast_high is None:
        return _("No forecast: it needs six months on one level, with enough counted.") if line.unit != "%" else ""
    chances = {
        "likely": _("likely to be met"),
        "unlikely": _("unlikely to be met"),
        "could_go_either_way": _("could go either way"),
    }
    low, high, middle = (count_in_words(round(each)) for each in (line.forecast_low, line.forecast_high, line.forecast))
    unit = f" {line.unit}" if line.measure == "revenue_won" else ""
    says = _("Will come to about %(n)s%(unit)s %(per)s, %(low)s to %(high)s") % {
        "n": middle,
        "unit": unit,
        "low": low,
        "high": high,
        "per": a_period(line.per).replace(_("a "), _("this "), 1),
    }
    return f"{says}: {chances[line.chance]}." if line.chance in chances else f"{says}."
