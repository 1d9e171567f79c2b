"""Events of Snowplow's trackers: posted together, or one in the address of a picture."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from leadpact.connectors.trackers import (
    EVENTS_MOST,
    ID_MOST,
    NOTHING,
    EventShape,
    Sender,
    Unfit,
    Unreadable,
    Verb,
    by_our_clock,
    digest_of,
    host_of,
    instant,
    place_of,
    text_of,
)
from leadpact.connectors.trackers_segment import TRAITS

_CHANGES = frozenset(("stm",))
_NAME = re.compile(r"iglu:[^/]+/([^/]+)/")
_COUNTED = frozenset(("pp", "tr", "ti", "ad"))
"""Their kinds that are no step of a buyer's: pings of a page that stays open, items of a shop."""


def events_in(told: Any, sender: Sender, now_s: int) -> Iterator[EventShape | Unfit]:
    """The events of a body in order. Raises ``Unreadable`` for a body that is none."""
    data = told.get("data") if isinstance(told, dict) else None
    if not isinstance(data, list):
        raise Unreadable("The body has no list of events under the key data.")
    if len(data) > EVENTS_MOST:
        raise Unreadable(f"There are {len(data):,} events; at most {EVENTS_MOST:,} are taken at a time.")
    for each in data:
        yield event_of(each, sender, now_s)


def app_in(told: Any) -> str:
    """The application id that the first event of a body, or an event by itself, names; empty when none does."""
    if isinstance(told, dict) and isinstance(told.get("data"), list) and told["data"]:
        told = told["data"][0]
    return text_of(told.get("aid")) if isinstance(told, dict) else ""


def event_of(event: Any, sender: Sender, now_s: int) -> EventShape | Unfit:
    """One event by its short parameters."""
    if not isinstance(event, dict):
        return Unfit("", "It is no object.")
    event_id = text_of(event.get("eid"), ID_MOST + 1)
    if not event_id or len(event_id) > ID_MOST or "@" in event_id:
        return Unfit("", "It has no event id (eid) of up to 200 signs, so that sending it again could not be told.")
    try:
        told, sent = instant(event.get("ttm") or event.get("dtm")), instant(event.get("stm"))
        at_s = by_our_clock(told, sent, now_s)
        digest = digest_of(event, _CHANGES)
    except (ValueError, OverflowError, TypeError, RecursionError):
        return Unfit(event_id, "Its time (dtm) is no number of milliseconds since 1970.")
    if at_s < 0:
        return Unfit(event_id, "Its time (dtm) lies before 1970.")
    return _shape(event, event_id, at_s, digest, sender)


def _shape(event: Mapping[str, Any], event_id: str, at_s: int, digest: int, sender: Sender) -> EventShape:
    place = place_of(text_of(event.get("url"), 4_000))
    verb, name, of, values = _said(event)
    is_quiet = sender.is_anonymous
    anonymous = event.get("duid") or event.get("nuid") or event.get("tnuid") or event.get("sid")
    is_browser = str(event.get("tv", "")).startswith("js")
    agent = text_of(event.get("ua"), 400) or (sender.agent if is_browser else "")
    return EventShape(
        event_id, verb, at_s, digest, "" if is_quiet else text_of(anonymous, ID_MOST),
        "" if is_quiet else text_of(event.get("uid"), ID_MOST), "", name, place.path, place.host,
        host_of(event.get("refr")), place.marks, "", of, agent, None, values, sender.is_declined or _is_declined(event),
    )  # fmt: skip


def _said(event: Mapping[str, Any]) -> tuple[Verb, str, str, Mapping[str, str]]:
    """The verb, the name, what it is about, and the values it tells."""
    kind = event.get("e")
    if kind == "pv":
        return "page", text_of(event.get("page")), "", NOTHING
    if kind == "se":
        name = f"{text_of(event.get('se_ca'))} {text_of(event.get('se_ac'))}"
        return "track", name.strip(), text_of(event.get("se_la")), NOTHING
    if kind == "ue":
        return _own(event)
    return "track", "" if kind in _COUNTED else text_of(kind), "", NOTHING


def _own(event: Mapping[str, Any]) -> tuple[Verb, str, str, Mapping[str, str]]:
    """An event of a schema of its own; ``identify`` tells who it is."""
    told = packed_json(event, "ue_pr", "ue_px")
    inner = told.get("data") if isinstance(told, dict) else None
    if not isinstance(inner, dict):
        return "track", "", "", NOTHING
    found = _NAME.match(str(inner.get("schema", "")))
    name = found.group(1) if found else ""
    data = inner.get("data")
    data = data if isinstance(data, dict) else {}
    if name == "identify":
        values = {TRAITS.get(key, str(key)): text for key, each in data.items() if (text := text_of(each, 5_000))}
        return "identify", name, "", values
    of = next((text for key in ("formId", "name", "slug", "title") if (text := text_of(data.get(key)))), "")
    return "track", name, of, NOTHING


def packed_json(event: Mapping[str, Any], plain: str, packed: str) -> Any:
    """JSON in a parameter, as text or in base64; None when neither can be read."""
    try:
        if event.get(plain):
            return json.loads(str(event[plain]))
        if event.get(packed):
            text = str(event[packed])
            return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, RecursionError):
        return None
    return None


def _is_declined(event: Mapping[str, Any]) -> bool:
    """Whether a context says that consent was denied or withdrawn."""
    if event.get("dnt") in ("1", 1, True):
        return True
    if "co" not in event and "cx" not in event:
        return False
    told = packed_json(event, "co", "cx")
    listed = told.get("data") if isinstance(told, dict) else None
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and "consent_preferences" in str(each.get("schema", "")):
            data = each.get("data")
            if isinstance(data, dict) and data.get("eventType") in ("deny_all", "withdrawn", "expired", "pending"):
                return True
    return False
