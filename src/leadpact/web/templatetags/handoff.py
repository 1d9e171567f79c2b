"""Template tags for the rooms of the hand-off: parts of a row that are the same for many rows, made quickly."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from leadpact.queries.handoff_desk import Row as DeskRow
from leadpact.queries.handoff_shortlist import Row as ListRow
from leadpact.queries.lead_views import Found
from leadpact.web.skeleton import fill

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
        "reasons": tuple(Choice(**reason) for reason in row.reasons_to_reject),
    }
    for name, text in (("phone", row.phone), ("email", row.email)):
        if text:
            texts[name] = text
        else:
            shape[name] = ""  # The template asks whether there is one.
    return fill("_parts/lead_acts.html", shape, texts, {"lead_id": row.lead_id, "handoff_id": row.handoff_id})


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
