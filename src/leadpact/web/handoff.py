"""The rooms of the hand-off: the salesperson's short list, the marketer's desk, the queue, and their acts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leadpact.ledger.access import check
from leadpact.operations import handoff as passing
from leadpact.operations import qualify as gate
from leadpact.operations import verdict
from leadpact.operations.capture import WrongValues
from leadpact.operations.qualify import GateClosed, HandedOver, NotCovered, NotReady
from leadpact.queries import handoff as queries
from leadpact.queries import handoff_desk, handoff_queue, handoff_shortlist, handoff_words, mails
from leadpact.queries.leads import at, names, state_words
from leadpact.rules.gate import refusal_words
from leadpact.rules.verdict import AlreadyAnswered
from leadpact.web.csv_file import csv_file
from leadpact.web.door import Asked, back, door
from leadpact.web.handoff_form import Qualification
from leadpact.web.leads import blame
from leadpact.web.listing import PAGE_ONE, Address, number
from leadpact.web.shell import count_words

EXPORTED = 1000
"""Rows of a list as a file; the best of it."""


@door
@require_GET
def shortlist(request: Asked) -> HttpResponse:
    """What is mine to follow up: late ones first, then by points or deadlines."""
    place = Address(request.path, request.GET)
    view = request.GET.get("view", "")
    view = view if view in handoff_shortlist.VIEWS else "all"
    of = number(request.GET.get("of", ""))
    as_file = place.is_file(request.actor)
    found = handoff_shortlist.page(
        request.actor,
        request.now_s,
        view=view,
        of=of,
        lead_id=number(request.GET.get("lead", "")),
        after="" if as_file else request.GET.get("after", ""),
        limit=EXPORTED if as_file else handoff_shortlist.PAGE,
    )
    if as_file:
        return _shortlist_file(found)
    labels = {"all": _("All"), "due": _("Due now"), "unanswered": _("Unanswered"), "accepted": _("Accepted")}
    context = {
        "here": "shortlist",
        "now": datetime.fromtimestamp(request.now_s, UTC),
        "name": request.person.name.partition(" ")[0],
        "owner": found.owner,
        "counts": {"late": found.due.late, "due_today": found.due.today, "due_now": found.due.now},
        "line": found.line,
        "is_blind": found.is_blind,
        "slots": found.slots,
        "views": place.views(labels, found.counts, view),
        "team": _team(place, found, of),
        "rows": found.rows,
        "waiting": found.waiting,
        "brief": found.brief,
        "csv_url": place.csv(request.actor),
        "pager": place.pager(
            first=found.first,
            shown=len(found.rows),
            of=found.of,
            before=found.before,
            after=found.after,
        ),
    }
    return render(request, "handoff/shortlist.html", context)


def _team(place: Address, found: handoff_shortlist.ShortList, of: int | None) -> list[dict[str, Any]]:
    """Whose list is shown, for a head of sales to choose."""
    if not found.team:
        return []
    every = sum(each.count or 0 for each in found.team)
    people: list[tuple[int | None, str, int | None]] = [(None, _("Everybody"), every or None)]
    people += [(each.id, each.name, each.count) for each in found.team]
    return [
        {
            "label": label,
            "count": count,
            "url": place.but(of=person_id, after=None, lead=None),
            "is_current": person_id == of,
        }
        for person_id, label, count in people
    ]


def _shortlist_file(found: handoff_shortlist.ShortList) -> HttpResponse:
    head = ("lead", "name", "company", "points", "promise", "due_at", "accepted", "owner")
    rows = (
        (
            row.lead_id, row.name, row.company, row.points,
            row.clock.promise if row.clock else "", row.clock.due_at.isoformat() if row.clock else "",
            "yes" if row.is_accepted else "no", row.owner or found.owner,
        )
        for row in found.rows
    )  # fmt: skip
    return csv_file("short-list", head, rows)


@door
@require_http_methods(["GET", "POST"])
def desk(request: Asked) -> HttpResponse:
    """Leads before the gate and what each still needs; posting hands over those that may cross."""
    if request.method == "POST":
        return _hand_over_ready(request)
    return _desk(request, request.GET, number(request.GET.get("lead", "")))


def _desk(
    request: Asked, asked: QueryDict, lead_id: int | None, form: Qualification | None = None, status: int = 200
) -> HttpResponse:
    place = Address(reverse("desk"), asked)
    view = asked.get("view", "")
    view = view if view in handoff_desk.VIEWS else "all"
    as_file = place.is_file(request.actor)
    found = handoff_desk.page(
        request.actor,
        request.now_s,
        view=view,
        lead_id=lead_id,
        after="" if as_file else asked.get("after", ""),
        limit=EXPORTED if as_file else handoff_desk.PAGE,
    )
    if as_file:
        return _desk_file(found)
    labels = {
        "all": _("All"),
        "ready": _("May cross"),
        "mine": _("Mine"),
        "returned": _("Came back"),
        "uncovered": _("No pact covers"),
    }
    if not found.counts["uncovered"] and view != "uncovered":
        del labels["uncovered"]
    chosen = found.chosen
    context = {
        "here": "desk",
        "now": datetime.fromtimestamp(request.now_s, UTC),
        "name": request.person.name.partition(" ")[0],
        "view": view,
        "counts": {"ready": len(found.ready), "came_back": found.counts["returned"], "all": found.counts["all"]},
        "looked_at": found.looked_at if found.counts["all"] > found.looked_at else 0,
        "ready_ids": found.at_once,
        "views": place.views(labels, found.counts, view),
        "rows": found.rows,
        "row_address": _joinable(place.but(lead=None)),
        "form": form or (Qualification(chosen=chosen) if chosen else None),
        "chosen": chosen,
        "actions": chosen.actions if chosen else (),
        "csv_url": place.csv(request.actor),
        "pager": _desk_pager(place, found),
        "mails_waiting": mails.waiting(request.actor),
    }
    return render(request, "handoff/desk.html", context, status=status)


def _desk_pager(place: Address, found: handoff_desk.Desk) -> dict[str, str] | None:
    before = PAGE_ONE if place.asked.get("after") else ""
    if not found.after and not before:
        return None
    says = _("{n} leads, most points first").format(n=count_words(found.counts[found.view]) or 0)
    return {"says": says, **place.turns(before=before, after=found.after)}


def _joinable(address: str) -> str:
    """An address to which a value can be added."""
    return f"{address}&" if "?" in address else f"{address}?"


def _desk_file(found: handoff_desk.Desk) -> HttpResponse:
    head = ("lead", "name", "company", "points", "may_cross", "missing", "came_back", "captured_at")
    rows = (
        (
            row.lead_id, row.name, row.company, row.points, "yes" if row.is_ready else "no",
            "; ".join(need.label for need in row.needs if not need.is_met), row.came_back, row.captured_at.isoformat(),
        )
        for row in found.rows
    )  # fmt: skip
    return csv_file("desk", head, rows)


def _hand_over_ready(request: Asked) -> HttpResponse:
    """Hand over the leads that the page showed as ready, as far as they still are."""
    handoff_desk.check_desk(request.actor)
    wanted = [each for text in request.POST.getlist("lead") if (each := number(text)) is not None]
    result = gate.hand_over_all(actor=request.actor, lead_ids=wanted[:EXPORTED], now_s=request.now_s)
    went, wait, refused = len(result.owners), len(result.waiting), len(result.refused)
    told = [
        (went, ngettext("%(n)d lead went over to sales", "%(n)d leads went over to sales", went)),
        (wait, ngettext("%(n)d waits for room", "%(n)d wait for room", wait)),
        (refused, ngettext("%(n)d may not cross any more", "%(n)d may not cross any more", refused)),
    ]
    said = [text % {"n": count} for count, text in told if count]
    if went or wait:
        messages.success(request, ", ".join(said) + ".")
    else:
        messages.error(request, _("None of these leads may cross any more. Nothing was handed over."))
    return _on_with_the_desk(request)


@door
@require_GET
def queue(request: Asked) -> HttpResponse:
    """Leads that wait for an owner, ranked, each with its reason."""
    place = Address(request.path, request.GET)
    as_file = place.is_file(request.actor)
    found = handoff_queue.page(
        request.actor,
        request.now_s,
        after="" if as_file else request.GET.get("after", ""),
        limit=EXPORTED if as_file else handoff_queue.PAGE,
    )
    if as_file:
        head = ("place", "lead", "name", "company", "points", "waits_since", "lane", "why")
        rows = (
            (r.place, r.lead_id, r.name, r.company, r.points, r.queued_at.isoformat(), r.lane, r.why)
            for r in found.rows
        )
        return csv_file("queue", head, rows)
    before = PAGE_ONE if found.first > 1 else ""
    context = {
        "here": "queue",
        "now": datetime.fromtimestamp(request.now_s, UTC),
        "found": found,
        "rows": found.rows,
        "csv_url": place.csv(request.actor),
        "pager": place.pager(
            first=found.first, shown=len(found.rows), of=found.count, before=before, after=found.after
        ),
    }
    return render(request, "handoff/queue.html", context)


@door
@require_POST
def accept(request: Asked, handoff_id: int) -> HttpResponse:
    """Take a lead."""
    try:
        fact_id = verdict.accept(actor=request.actor, hand_off_id=handoff_id, now_s=request.now_s)
    except AlreadyAnswered as error:
        return _answered(request, error)
    says = _("{name} is accepted.").format(name=queries.called(handoff_id))
    messages.success(request, says, extra_tags=reverse("undo", args=[fact_id]))
    return back(request, "shortlist")


@door
@require_POST
def reject(request: Asked, handoff_id: int) -> HttpResponse:
    """Send a lead back, with a reason of the pact."""
    said = {name: request.POST.get(name, "") for name in ("reason", "note")}
    try:
        fact_id = verdict.reject(actor=request.actor, hand_off_id=handoff_id, now_s=request.now_s, **said)
    except AlreadyAnswered as error:
        return _answered(request, error)
    says = _("{name} went back. Marketing sees your reason.").format(name=queries.called(handoff_id))
    messages.success(request, says, extra_tags=reverse("undo", args=[fact_id]))
    return back(request, "shortlist")


def _answered(request: Asked, error: AlreadyAnswered) -> HttpResponse:
    """Somebody was quicker, perhaps the same person in another window; the page shows how it stands."""
    given = error.given
    values = {"name": given.by, "when": date_format(timezone.localtime(at(given.occurred_s)), "j M H:i")}
    if given.answer == "accepted":
        says = _("{name} accepted this lead already, {when}. Nothing was changed.")
    else:
        says = _("{name} sent this lead back already, {when}. Nothing was changed.")
    messages.error(request, says.format(**values))
    return back(request, "shortlist")


@door
@require_POST
def reassign(request: Asked, handoff_id: int) -> HttpResponse:
    """Give an open hand-off to another person of the team."""
    check(request.actor, "reassign")
    person_id = number(request.POST.get("person_id", "")) or 0
    if person_id not in names([person_id]):
        messages.error(request, _("Choose somebody of the team to give the lead to. Nothing was changed."))
        return back(request, "shortlist")
    passing.reassign(actor=request.actor, hand_off_id=handoff_id, person_id=person_id, now_s=request.now_s)
    values = {"name": queries.called(handoff_id), "person": names([person_id]).get(person_id, "")}
    messages.success(request, _("{name} is with {person} now; the clock starts anew.").format(**values))
    return back(request, "shortlist")


@door
@require_http_methods(["GET", "POST"])
def qualify(request: Asked, lead_id: int) -> HttpResponse:
    """Save the short call form, and hand over where that was asked for."""
    if request.method == "GET" and queries.has_desk(request.actor):
        return redirect(f"{reverse('desk')}?lead={lead_id}#pane")
    chosen = handoff_desk.form_of(request.actor, lead_id, request.now_s)
    form = Qualification(request.POST if request.method == "POST" else None, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            gate.record_qualification(
                actor=request.actor,
                lead_id=lead_id,
                values=form.values(),
                actions=request.POST.getlist("action"),
                now_s=request.now_s,
            )
        except WrongValues as error:
            blame(form, error)
        else:
            done = _qualified(request, lead_id, form)
            if done is not None:
                return done
    status = 422 if form.errors else 200
    if queries.has_desk(request.actor):
        return _desk(request, _where_from(request), lead_id, form, status)
    context = {"here": "leads", "chosen": chosen, "form": form, "actions": chosen.actions}
    return render(request, "handoff/qualify.html", context, status=status)


def _qualified(request: Asked, lead_id: int, form: Qualification) -> HttpResponse | None:
    """After the short call form is saved: on, or over to sales where that was asked for; else why not, in the form."""
    if request.POST.get("then") != "hand_over":
        messages.success(request, _("Saved."))
        return back(request, "desk" if queries.has_desk(request.actor) else "leads")
    try:
        return _hand_over(request, lead_id)
    except (GateClosed, NotReady, NotCovered) as error:
        form.add_error(None, _("Saved, but not handed over. {why}").format(why=_why_not(error)))
        return None


@door
@require_POST
def hand_over(request: Asked, lead_id: int) -> HttpResponse:
    """Hand one lead over, or say what keeps it back."""
    try:
        return _hand_over(request, lead_id)
    except (GateClosed, NotReady, NotCovered) as error:
        messages.error(request, _why_not(error))
        return back(request)


def _why_not(error: GateClosed | NotReady | NotCovered) -> str:
    """Why a lead does not cross, in the reader's language."""
    if isinstance(error, GateClosed):
        return refusal_words(error.answer, _)
    if isinstance(error, NotReady):
        state = state_words(error.state)
        return _("Nothing was handed over: the lead is not with marketing any more ({state}).").format(state=state)
    return _("No signed pact covers this lead. Widen what a pact covers, or sign one, before handing it over.")


def _hand_over(request: Asked, lead_id: int) -> HttpResponse:
    result = gate.hand_over(actor=request.actor, lead_id=lead_id, now_s=request.now_s)
    messages.success(request, _became(result, lead_id))
    return _on_with_the_desk(request)


def _became(result: HandedOver, lead_id: int) -> str:
    """What became of a lead that crossed: who has it, or for what it waits."""
    owner_id = result.owners.get(lead_id)
    if owner_id is not None:
        return _("Handed over to {name}.").format(name=names([owner_id]).get(owner_id, ""))
    why = handoff_words.reason_words(result.waiting.get(lead_id), "")
    return _("It passed the gate and waits in the queue: {why}.").format(why=why)


def _on_with_the_desk(request: Asked) -> HttpResponse:
    """Back to where the person was; on the desk without the lead that has gone."""
    asked = _where_from(request)
    if urlsplit(request.headers.get("Referer", "")).path != reverse("desk"):
        return back(request, "desk")
    asked.pop("lead", None)
    return redirect(f"{reverse('desk')}?{asked.urlencode()}" if asked else reverse("desk"))


def _where_from(request: Asked) -> QueryDict:
    """The question of the page that the person came from."""
    return QueryDict(urlsplit(request.headers.get("Referer", "")).query, mutable=True)
