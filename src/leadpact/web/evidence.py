"""The pages of the measures: all of them, one with its numbers and the leads behind them, and their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from leadpact.ledger.access import Unknown
from leadpact.operations.evidence import answer_soon
from leadpact.queries import evidence as queries
from leadpact.queries.evidence import (
    BadFilter,
    BadParameter,
    MeasurePage,
    NoPictures,
    Question,
    UnknownMeasure,
    WrongQuestion,
)
from leadpact.queries.evidence_view import TooFewPeople, View, check_key, view
from leadpact.queries.leads import at
from leadpact.web import measure_behind
from leadpact.web.door import Asked, door, refusal, whole
from leadpact.web.measure_door import Links, label_of
from leadpact.web.measure_figures import draw, grouped, tables, title_of
from leadpact.web.measure_words import note, sentence
from leadpact.web.templatetags.look import side_name
from leadpact.web.wording import count_in_words

FILTERS = ("source", "team", "segment", "pact", "version", "campaign")
PARAMETERS = ("as_of", "since", "until", *FILTERS, "event", "by")
REFUSED = (WrongQuestion, BadParameter, BadFilter)
LISTED = 25
AT_ONCE = 2
"""So many measures of a small ledger are asked while the reader of the list waits; the next look asks further ones."""


def asked_of(request: Asked) -> dict[str, str]:
    """The parameters in the address; empty ones are left out."""
    return {name: request.GET[name].strip() for name in PARAMETERS if request.GET.get(name, "").strip()}


def seen(request: Asked, name: str, parameters: Mapping[str, str | None]) -> View:
    """A measure as the reader may see it, answered now where that is quick, else asked for.

    Raises ``Unknown``, ``WrongQuestion``, ``BadParameter`` and ``Forbidden``.
    """
    try:
        page = queries.measure_page(request.actor, name, parameters, now_s=request.now_s)
        if page.result is None or page.is_stale:
            answer_soon(actor=request.actor, name=name, parameters=parameters, now_s=request.now_s)
            page = queries.measure_page(request.actor, name, parameters, now_s=request.now_s)
    except UnknownMeasure as error:
        raise Unknown(str(error)) from error
    return view(request.actor, page, now_s=request.now_s)


def links_of(looked: View, parameters: Mapping[str, str]) -> Links:
    """Addresses of the files of an answer, and of the leads behind its figures."""
    name = looked.page.about.name
    query = f"?{urlencode(parameters)}" if parameters else ""
    own = reverse("evidence_measure", args=[name])

    def behind(key: Mapping[str, Any]) -> str:
        if not looked.may_open:
            return ""
        return f"{own}?{urlencode({**parameters, 'behind': urlencode(key)})}#behind"

    json = reverse("evidence_json", args=[name])
    chart = f"{json}?{urlencode({**parameters, 'as': 'vega-lite'})}"
    svg, png = (reverse(f"evidence_{form}", args=[name]) + query for form in ("svg", "png"))
    return Links(reverse("evidence_csv", args=[name]) + query, json + query, chart, behind, svg, png)


def card(looked: View, parameters: Mapping[str, str], where: str = "") -> dict[str, Any]:
    """A measure as ``_parts/evidence_card.html`` takes it."""
    name = looked.page.about.name
    drawn = draw(looked, links_of(looked, parameters), where=where)
    url = reverse("evidence_measure", args=[name])
    return {
        "figure": drawn.figure,
        "name": name,
        "title": title_of(looked.page.about),
        "question": _(looked.page.about.question),
        "cannot_say": _(looked.page.about.cannot_say[0]),
        "says": drawn.says,
        "url": f"{url}?{urlencode(parameters)}" if parameters else url,
        "as_of": at(looked.page.as_of_s) if looked.page.as_of_s is not None else None,
        "made_at": at(looked.page.made_s) if looked.page.made_s is not None else None,
        "is_waiting": looked.page.result is None and not looked.page.error,
    }


@door
@require_GET
def listing(request: Asked) -> HttpResponse:
    """All measures by what they are about: those with something to show, and those that wait for facts."""
    pages = queries.measure_list(request.actor, now_s=request.now_s)
    if _answer_some(request, pages):
        pages = queries.measure_list(request.actor, now_s=request.now_s)
    looked = [view(request.actor, page, now_s=request.now_s) for page in pages]
    cards = [card(each, {}) for each in looked]
    as_of = max((page.as_of_s for page in pages if page.as_of_s is not None), default=request.now_s)
    context = {
        "here": "evidence", "now": at(request.now_s), "as_of": at(as_of),
        "last_recorded_on": pages[0].offer.last_recorded_on, "has_leads": bool(pages[0].offer.sources),
        "groups": grouped(cards), "waiting": [each for each in cards if not each["figure"]],
        "is_looking": any(each["is_waiting"] for each in cards), "may_add": request.actor.may("capture_lead"),
    }  # fmt: skip
    return render(request, "evidence/list.html", context)


def _answer_some(request: Asked, pages: Sequence[MeasurePage]) -> int:
    """Answer what is out of date or missing, a few at a time so that nobody waits long; the page looks again."""
    made = 0
    for page in pages:
        if page.result is None or page.is_stale:
            made += answer_soon(actor=request.actor, name=page.about.name, parameters={}, now_s=request.now_s)
        if made == AT_ONCE:
            break
    return made


@door
@require_GET
def measure(request: Asked, name: str) -> HttpResponse:
    """One measure for the question in the address, and the leads behind a figure where one is chosen."""
    parameters = asked_of(request)
    try:
        looked = seen(request, name, parameters)
        behind = _behind(request, looked, parameters) if request.GET.get("behind") else {}
    except REFUSED as error:
        return refusal(request, 422, str(error), reverse("evidence_measure", args=[name]))
    except TooFewPeople as error:
        return refusal(request, 403, str(error), reverse("evidence_measure", args=[name]))
    links = links_of(looked, parameters)
    drawn = draw(looked, links)
    page, body = looked.page, looked.page.body
    label = label_of(looked)
    context = {
        "here": "evidence",
        "now": at(request.now_s),
        "measure": page.about,
        "title": title_of(page.about),
        "figure": drawn.figure,
        "more": drawn.more,
        "says": drawn.says,
        "as_of": at(page.as_of_s) if page.as_of_s is not None else None,
        "computed_at": at(page.made_s) if page.made_s is not None else None,
        "is_looking": page.result is None and not page.error,
        "error": page.error,
        "notes": [note(page.about, each, label) for each in body["notes"]] if body else [],
        "tables": tables(looked, links),
        "links": links,
        "has_png": queries.can_png(),
        "form": _form(page, label),
        "choices": _choices(page, parameters),
        **behind,
    }
    return render(request, "evidence/page.html", context)


def _form(page: MeasurePage, label: Callable[[str], str]) -> dict[str, Any]:
    """What the form offers to ask with; the chosen values stand in it."""
    asked, about, offer = page.asked, page.about, page.offer
    words = {"reply": _("a reply"), "won": _("a win"), "deal": _("a deal")}
    events = [
        {"code": c, "label": words.get(c, c), "is_current": c == (asked.event or about.events[0])} for c in about.events
    ]
    days = {name: value.isoformat() if value else "" for name, value in
            (("as_of", asked.as_of), ("since", asked.since), ("until", asked.until))}  # fmt: skip
    selects = [
        _select("source", _("Source"), offer.sources, asked.source, label),
        _select("team", _("Found by"), ("marketing", "sales", "unknown"), asked.team, _finder),
        _select("pact", _("Judged by the pact"), offer.pacts, asked.pact, str),
        _select("version", _("Judged by the pact's version"), tuple(map(str, offer.versions)), asked.version, str),
        _select("campaign", _("Campaign"), offer.campaigns, asked.campaign, str),
    ]
    dimensions = [
        ("source", _("Source")), ("team", _("Who found them")), ("version", _("The pact's version")),
        ("campaign", _("Campaign")), ("country", _("Country")), ("industry", _("Industry")), ("employees", _("People")),
    ]  # fmt: skip
    if asked.by is not None and asked.by not in dict(dimensions):
        dimensions.append((asked.by, label(asked.by)))
    return {
        "by": [{"code": code, "label": says, "is_current": code == asked.by} for code, says in dimensions],
        **days, "has_period": "since" in about.takes,
        "selects": [each for each in selects if len(each["options"]) > 1 or each["is_set"]],
        "events": events,
        "segment": asked.segment or "", "segments": offer.segments,
        "is_asked": asked != Question(),
    }  # fmt: skip


def _finder(side: str) -> str:
    return _("Nobody we know") if side == "unknown" else side_name(side)


def _select(
    name: str, title: str, codes: Sequence[str], current: str | None, label: Callable[[str], str]
) -> dict[str, Any]:
    """A choice of the form; what is asked stands in it even where it is not among the offered."""
    shown = [*codes, *([current] if current is not None and current not in codes else [])]
    options = [{"code": code, "label": label(code), "is_current": code == current} for code in shown]
    return {"name": name, "title": title, "options": options, "is_set": current is not None}


def _choices(page: MeasurePage, parameters: Mapping[str, str]) -> list[dict[str, Any]]:
    """Now, or the last day of which anything is recorded."""
    rest = {name: text for name, text in parameters.items() if name != "as_of"}
    options = [{"label": _("now"), "url": "?" + urlencode(rest), "is_current": page.asked.as_of is None}]
    last = page.offer.last_recorded_on
    if last is not None:
        url = "?" + urlencode({**rest, "as_of": last.isoformat()})
        says = _("the last recorded day, %(day)s") % {"day": f"{last:%-d %b %Y}"}
        options.append({"label": says, "url": url, "is_current": page.asked.as_of == last})
    return [{"label": _("As known"), "options": options}]


def _behind(request: Asked, looked: View, parameters: dict[str, str]) -> dict[str, Any]:
    """The leads behind the figure that the address names."""
    key = dict(parse_qsl(request.GET["behind"], keep_blank_values=True))
    check_key(request.actor, looked.page, key, now_s=request.now_s)
    skipped = whole(request.GET.get("after", "")) or 0
    name = looked.page.about.name
    found = queries.leads_behind(request.actor, name, parameters, key, now_s=request.now_s, limit=LISTED, after=skipped)
    back = reverse("evidence_measure", args=[name])

    def page_url(start: int) -> str:
        return f"?{urlencode({**parameters, 'behind': request.GET['behind'], 'after': start})}#behind"

    open_ones = found.total - found.hidden
    last = skipped + len(found.rows)
    says = _("%(first)s to %(last)s of %(all)s") % {"first": skipped + 1, "last": last, "all": f"{open_ones:,}"}
    return {
        "leads": measure_behind.leads_table(
            found, lambda lead_id: reverse("lead", args=[lead_id]), label_of(looked)
        ),
        "leads_total": found.total,
        "leads_total_words": count_in_words(found.total),
        "leads_hidden": found.hidden,
        "leads_hidden_words": count_in_words(found.hidden),
        "back_url": f"{back}{'?' if parameters else ''}{urlencode(parameters)}#measure",
        "pager": {
            "says": says,
            "previous_url": page_url(max(0, skipped - LISTED)) if skipped else "",
            "next_url": page_url(found.after) if found.after is not None else "",
        } if found.rows and (skipped or found.after is not None) else None,
    }  # fmt: skip


@door
@require_GET
def as_csv(request: Asked, name: str) -> HttpResponse:
    """The rows of an answer as CSV; ``?table=`` chooses one of its further tables."""
    try:
        looked = seen(request, name, asked_of(request))
        table = request.GET.get("table", "")
        text = queries.as_csv(looked.page, table)
    except REFUSED as error:
        return refusal(request, 422, str(error))
    if looked.page.result is None:
        return _not_yet(looked.page)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{"-".join(filter(None, (name, table)))}.csv"'
    return answer


@door
@require_GET
def as_json(request: Asked, name: str) -> HttpResponse:
    """An answer as JSON, the same as the command line gives; ``?as=vega-lite`` gives its chart for other programs."""
    try:
        looked = seen(request, name, asked_of(request))
    except REFUSED as error:
        return JsonResponse({"error": str(error)}, status=422)
    if looked.page.body is None:
        return _not_yet(looked.page)
    if request.GET.get("as") == "vega-lite":
        return JsonResponse(queries.as_vega_lite(looked.page))
    return JsonResponse(looked.page.body, json_dumps_params={"ensure_ascii": False})


@door
@require_GET
def as_picture(request: Asked, name: str, form: str) -> HttpResponse:
    """An answer as one picture: ``svg``, or ``png`` where the means to make it are installed."""
    try:
        looked = seen(request, name, asked_of(request))
        make, label = queries.as_svg if form == "svg" else queries.as_png, label_of(looked)
        made = make(_said(looked.page, label), label)
    except REFUSED as error:
        return refusal(request, 422, str(error))
    except NoPictures as error:
        return refusal(request, 501, str(error))
    if made is None:
        return _not_yet(looked.page)
    kinds = {"svg": "image/svg+xml; charset=utf-8", "png": "image/png"}
    answer = HttpResponse(made, content_type=kinds[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


def _said(page: MeasurePage, label: Callable[[str], str]) -> MeasurePage:
    """The page with its sentence in the words of the pact."""
    body = page.body
    return page if body is None else replace(page, body={**body, "sentence": sentence(page.about, body, label)})


def _not_yet(page: MeasurePage) -> HttpResponse:
    says = page.error or _("Being computed. Ask again in a few seconds.")
    return JsonResponse({"error": says}, status=503, headers={"Retry-After": "3"})
