"""What every page's frame shows: the places, their counts, the pact in force and who is reading."""

from __future__ import annotations

import time
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadpact.ledger.access import Actor, actor_of
from leadpact.queries.handoff import MOST, has_desk
from leadpact.queries.shell import Frame, frame

PLACES: tuple[tuple[str, str, str, str], ...] = (
    ("shortlist", "inbox", "s", "answer"),
    ("desk", "sparkles", "d", "qualify"),
    ("queue", "hourglass", "q", "see_queue"),
    ("deals", "handshake", "o", "manage_deals"),
    ("leads", "users", "l", "see_own_leads"),
    ("scoreboard", "trophy", "b", "see_scoreboard"),
    ("evidence", "chart-no-axes-combined", "e", "see_evidence"),
    ("pact", "scroll-text", "p", "see_pact"),
    ("data", "arrow-left-right", "i", "manage_capture"),
    ("people", "user-cog", "m", "manage_people"),
    ("keys", "key-round", "k", "manage_keys"),
    ("jobs", "list-checks", "w", "see_jobs"),
)
"""URL name, icon, key after g, and the verb that opens the place."""


def _labels() -> dict[str, str]:
    return {
        "shortlist": _("Short list"),
        "desk": _("Desk"),
        "queue": _("Queue"),
        "deals": _("Deals"),
        "leads": _("Leads"),
        "scoreboard": _("Scoreboard"),
        "evidence": _("Evidence"),
        "pact": _("Pact"),
        "data": _("Data in and out"),
        "people": _("People"),
        "keys": _("Keys"),
        "jobs": _("Jobs"),
    }


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``shell`` is made when a template first looks at it, and not for other pages."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> dict[str, Any]:
    theme = request.COOKIES.get("theme", "")
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return {"theme": theme if theme in ("light", "dark") else "", "places": [], "me": None}
    actor = actor_of(person)
    now_s = getattr(request, "now_s", int(time.time()))
    seen = frame(actor, now_s)
    return {
        "places": places(actor, seen),
        "views": [],
        "pact": _pact(seen),
        "me": {"name": person.name, "side": actor.side},
        "theme": theme if theme in ("light", "dark") else "",
        "unread": seen.unread,
        "commands": [],
        "is_demo": seen.is_demo,
    }


def places(actor: Actor, seen: Frame) -> list[dict[str, Any]]:
    """The places this role may open, with what waits in each."""
    labels = _labels()
    return [
        {
            "name": name,
            "label": labels[name],
            "icon": icon,
            "key": key,
            "count": count_words(seen.counts.get(name, 0)),
            "is_hot": name == "shortlist" and seen.late > 0,
        }
        for name, icon, key, verb in PLACES
        if actor.may(verb) and (name != "desk" or has_desk(actor))
    ]


def count_words(count: int) -> str:
    """A count as the navigation shows it: empty for none, ``1,000+`` where counting stopped."""
    if count > MOST:
        return f"{MOST:,}+"
    return str(count) if count else ""


def _pact(seen: Frame) -> dict[str, Any] | None:
    if seen.to_sign is not None:
        pk, version = seen.to_sign
        url = reverse("pact_version", args=[pk])
        return {"version": version, "says": _("Waits for your signature."), "url": url}
    if seen.pact_version is None:
        return None
    says = _("Signed by both teams.")
    if seen.next_review_on:
        says = f"{says} " + _("Next review {day}.").format(day=f"{seen.next_review_on:%-d %b}")
    if seen.trials:
        says = f"{says} " + ngettext("A trial runs.", "{n} trials run.", seen.trials).format(n=seen.trials)
    return {"version": seen.pact_version, "says": says, "url": reverse("pact")}
