"""Template tags for the rooms of the hand-off: parts of a row that are the same for many rows, made quickly."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from leadpact.queries.handoff import More, Reason
from leadpact.queries.handoff_desk import Row as DeskRow
from leadpact.queries.handoff_shortlist import Row as ListRow
from leadpact.queries.lead_views import ClockView, Found
from leadpact.web.skeleton import fill
from leadpact.web.templatetags.look import until
from leadpact.web.wording import duration_in_words

register = template.Library()


class Choice(NamedTuple):
    """A reason of the pact: its code and its words."""

    code: str
    label: str


def _token(context: Context) -> dict[str, str]:
    return {"csrf_token": str(context.get("csrf_token", ""))}


@register.simple_tag(takes_context=True)
def lead_acts(context: Context, row: ListRow) -> SafeString:
    """``{% lead_acts row %}``: the buttons of a lead on the short list, and their menus."""
    texts: dict[str, str] = {"name": row.name, **_token(context)}
    shape: dict[str, Hashable] = {
        "stops": row.stops,
        "is_accepted": row.is_accepted,
        "no_call": "phone" in row.refused,
        "no_mail": "email" in row.refused,
        "reasons": tuple(Choice(**reason) for reason in row.reasons_to_reject),
    }
    for name, text in (("phone", row.phone), ("email", row.email)):
        if text:
            texts[name] = text
        else:
            shape[name] = ""  # The template asks whether there is one.
    return fill("_parts/lead_acts.html", shape, texts, {"lead_id": row.lead_id, "handoff_id": row.handoff_id})


@register.simple_tag(takes_context=True)
def lead_row(context: Context, row: ListRow) -> SafeString:
    """``{% lead_row row %}``: a lead on the short list."""
    texts: dict[str, str] = {
        "name": row.name, "job_title": row.job_title,
        "company": row.company, "clock": promise(context, row.clock) if row.clock else "",
        "why": reasons(row.reasons, row.more, row.asks), "found": found_by(row.found), "acts": lead_acts(context, row),
    }  # fmt: skip
    shape: dict[str, Hashable] = {"is_selected": row.is_selected}
    points = "" if row.points is None else str(row.points)
    for name, text in (("points", points), ("facts", row.facts), ("owner", row.owner)):
        if text:
            texts[name] = text
        else:
            shape[name] = ""
    return fill("_parts/lead_row.html", shape, texts, {"lead_id": row.lead_id})


@register.simple_tag(takes_context=True)
def promise(context: Context, clock: ClockView) -> SafeString:
    """``{% promise clock %}``: a promise that runs, with the time left and the deadline."""
    shape: dict[str, Hashable] = {"promise": clock.promise, "state": clock.state, "is_over": clock.left_s < 0}
    texts = {
        "time": duration_in_words(clock.left_s), "used": str(clock.used_percent), "due": until(context, clock.due_at),
    }  # fmt: skip
    return fill("_parts/clock.html", shape, texts, {})


@register.simple_tag
def reasons(shown: tuple[Reason, ...], more: More | None, asks: tuple[str, ...]) -> SafeString:
    """``{% reasons row.reasons row.more row.asks %}``: why a lead stands where it stands."""
    return fill("_parts/reasons.html", {"reasons": shown, "more": more, "asks": asks}, {}, {})


@register.simple_tag(takes_context=True)
def desk_acts(context: Context, row: DeskRow) -> SafeString:
    """``{% desk_acts row %}``: the buttons of a lead on the desk."""
    texts = {"name": row.name, "address": str(context["row_address"]), **_token(context)}
    return fill("handoff/_desk_acts.html", {"is_ready": row.is_ready}, texts, {"lead_id": row.lead_id})


@register.simple_tag
def found_by(found: Found) -> SafeString:
    """``{% found_by row.found %}``: who found a lead; few answers, each made once."""
    shape: dict[str, Any] = {"found": found}
    return fill("_parts/found_by.html", shape, {}, {})


@register.simple_tag
def need_mark(is_met: bool) -> SafeString:
    """``{% need_mark need.is_met %}``: the mark before something that the gate asks for."""
    return fill("handoff/_need_mark.html", {"is_met": is_met}, {}, {})
