"""The page of the scoreboard: one goal, two teams, the same figures for both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from leadpact.queries import scoreboard as queries
from leadpact.queries import scoreboard_leads
from leadpact.queries.evidence_view import TooFewPeople, View
from leadpact.queries.leads import at
from leadpact.queries.scoreboard import Board, Promise, Team, Win
from leadpact.queries.scoreboard_leads import is_listed
from leadpact.queries.scoreboard_promises import SLA
from leadpact.web import evidence
from leadpact.web.door import Asked, door
from leadpact.web.scoreboard_words import goal, period_words, row
from leadpact.web.templatetags.look import side_name
from leadpact.web.wording import amount_in_words

OWED = ("conformity", "leads_captured", "qualified_leads", "handoffs", "accepted_handoffs", "deals_won")
"""Promises whose cases the measure of marketing's promises opens."""
MEASURES = ("funnel", "persistence", SLA, "source_quality")


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """The running period, or with ``?period=last`` the one before it."""
    is_last = request.GET.get("period") == "last"
    board = queries.board(request.actor, request.now_s, is_last=is_last)
    sla = _seen(request, SLA, board.sla_asked)
    if sla is not None and sla.page.made_s != (board.sla.made_s if board.sla else None):
        board = queries.board(request.actor, request.now_s, is_last=is_last)
    when = period_words(board.period, is_last=is_last)
    cards = []
    for name in MEASURES:
        asked = dict(board.sla_asked) if name == SLA else {}
        where = when if name == SLA else _("the whole history")
        looked = sla if name == SLA else _seen(request, name, {})
        if looked is not None:
            cards.append(evidence.card(looked, asked, where))
    context = {
        "here": "scoreboard", "now": at(request.now_s), "as_of": at(board.as_of_s), "has_pact": board.has_pact,
        "cards": cards,
        "period": {"says": when, "label": board.period.name, "choices": _periods(board)},
        "goal": goal(board.goal, board) if board.goal else None,
        "together": [row(each, "sales", "", is_last=is_last) for each in board.together],
        "win": _win(board.win) if board.win else None,
        "sides": [_side(team, board) for team in board.teams],
        "is_looking": any(each["is_waiting"] for each in cards),
    }  # fmt: skip
    return render(request, "scoreboard/page.html", context)


def _seen(request: Asked, name: str, asked: Mapping[str, str]) -> View | None:
    """A measure as its reader may see it; None while too few people stand behind it to be shown together."""
    try:
        return evidence.seen(request, name, asked)
    except TooFewPeople:
        return None


def _periods(board: Board) -> list[dict[str, Any]]:
    return [
        {
            "label": period_words(board.period, is_last=is_last).capitalize(),
            "url": "?period=last" if is_last else "?",
            "is_current": is_last == board.is_last,
        }
        for is_last in (False, True)
    ]


def _side(team: Team, board: Board) -> dict[str, Any]:
    titles = {"marketing": _("Marketing promised Sales"), "sales": _("Sales promised Marketing")}
    rows = [row(each, team.side, _url(each, board), is_last=board.is_last) for each in team.promises]
    return {"side": team.side, "title": titles[team.side], "kept": team.kept, "of": team.judged, "promises": rows}


def _url(promise: Promise, board: Board) -> str:
    """The measure behind a promise, where there is one."""
    if promise.name == "first_touch":
        return f"{reverse('evidence_measure', args=[SLA])}?{urlencode(board.sla_asked)}"
    if is_listed(promise.name):
        return f"{reverse('promise_leads', args=[promise.name])}{'?period=last' if board.is_last else ''}"
    if promise.name in OWED:
        return f"{reverse('evidence_measure', args=['promises'])}?{urlencode(board.sla_asked)}"
    return reverse("evidence_measure", args=[promise.name]) if promise.name in MEASURES else ""


@door
@require_GET
def promise_leads(request: Asked, name: str) -> HttpResponse:
    """The leads behind a promise; ``?only=missed`` leaves out those that were kept."""
    is_last, missed_only = request.GET.get("period") == "last", request.GET.get("only") == "missed"
    found = scoreboard_leads.behind(request.actor, request.now_s, name, is_last=is_last, missed_only=missed_only)
    whole = {"period": "last"} if is_last else {}
    choices = [
        {"label": _("All that fell due"), "url": f"?{urlencode(whole)}", "is_current": not missed_only},
        {"label": _("Not kept"), "url": f"?{urlencode({**whole, 'only': 'missed'})}", "is_current": missed_only},
    ]
    context = {
        "here": "scoreboard", "found": found, "row": row(found.promise, found.side, "", is_last=is_last),
        "period": period_words(found.period, is_last=is_last), "choices": choices,
        "board_url": f"{reverse('scoreboard')}{'?period=last' if is_last else ''}",
    }  # fmt: skip
    return render(request, "scoreboard/promise.html", context)


def _win(win: Win) -> dict[str, Any]:
    company = win.company or _("A new customer")
    if win.amount_minor is None:
        says = _("%(company)s signed.") % {"company": company}
    else:
        amount = amount_in_words(win.amount_minor, win.currency)
        says = _("%(company)s signed, %(amount)s.") % {"company": company, "amount": amount}
    return {
        "says_first": says,
        "finder": {"name": win.finder or side_name(win.finder_side), "side": win.finder_side},
        "closer": {"name": win.closer or side_name("sales"), "side": "sales"},
        "helpers": win.helpers,
        "how": _("through %(source)s") % {"source": win.source} if win.source else "",
        "url": reverse("deal", args=[win.deal_id]) if win.deal_id is not None else "",
        "at": at(win.closed_s),
    }
