"""Where trackers send to: the addresses of Segment, RudderStack and Snowplow, so that only the host changes."""

from __future__ import annotations

import base64
import binascii
import json
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qsl

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from leadpact.connectors import trackers_segment, trackers_snowplow
from leadpact.connectors.trackers import EventShape, Sender, Unfit, Unreadable, read_json
from leadpact.ledger.visits import KnownWriteKey
from leadpact.operations.trackers import Taken, note_refused, take_events
from leadpact.operations.trackers_keys import key_that_sends

VERBS = frozenset((*trackers_segment.VERBS, "batch"))
_PICTURE = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_ASKED = "Access-Control-Request-Headers"
NO_KEY = (
    "No write key that works was sent. People of marketing and operators make one under Data in and out, Trackers; "
    "it goes in as the user name of basic authorisation or as writeKey, for Snowplow as the application id."
)


@csrf_exempt
def segment(request: HttpRequest, verb: str) -> HttpResponse:
    """``POST /v1/VERB``: one event, or a batch of them, as Segment's and RudderStack's software sends them."""
    verb = trackers_segment.SHORT.get(verb, verb)
    if request.method == "OPTIONS":
        return _allowed(request, HttpResponse(status=204))
    if verb == "m":  # What their script measures of itself.
        return _allowed(request, _json({"success": True}))
    if request.method != "POST" or verb not in VERBS:
        return _allowed(request, _json({"success": False, "message": "There is nothing to send here."}, 404))

    def read(told: Any, sender: Sender, now_s: int) -> list[EventShape | Unfit]:
        return list(trackers_segment.events_in(told, verb, sender, now_s))

    return _allowed(request, _taken(request, read, lambda told: (trackers_segment.write_key_in(told), "")))


@csrf_exempt
def snowplow(request: HttpRequest) -> HttpResponse:
    """``POST /com.snowplowanalytics.snowplow/tp2``: events as Snowplow's trackers send them."""
    if request.method == "OPTIONS":
        return _allowed(request, HttpResponse(status=204))
    if request.method != "POST":
        return _allowed(request, _json({"success": False, "message": "Events are posted here."}, 405))

    def read(told: Any, sender: Sender, now_s: int) -> list[EventShape | Unfit]:
        return list(trackers_snowplow.events_in(told, sender, now_s))

    return _allowed(request, _taken(request, read, lambda told: ("", trackers_snowplow.app_in(told))))


def picture(request: HttpRequest) -> HttpResponse:
    """``GET /i``: one event of Snowplow in the address of a picture, for pages and mails without script."""
    event = dict(parse_qsl(request.META.get("QUERY_STRING", "")[:20_000]))
    now_s = int(time.time())
    key = key_that_sends(sent="", app=trackers_snowplow.app_in(event), now_s=now_s)
    if key is None:
        note_refused(key_id=None, why=NO_KEY, now_s=now_s)
    elif _is_ahead(request):
        pass  # A browser that only prepares for a page nobody asked for yet.
    else:
        take_events(key=key, events=[trackers_snowplow.event_of(event, _sender(request), now_s)], now_s=now_s)
    answer = HttpResponse(_PICTURE, content_type="image/gif", headers={"Cache-Control": "no-store"})
    return _allowed(request, answer)


Read = Callable[[Any, Sender, int], Sequence["EventShape | Unfit"]]


def _taken(request: HttpRequest, read: Read, keys: Callable[[Any], tuple[str, str]]) -> HttpResponse:
    """Read the body, find the key, take the events, and say what became of each that was not simply taken."""
    now_s = int(time.time())
    key: KnownWriteKey | None = None
    try:
        told = read_json(request.body)
        sent, app = keys(told)
        key = key_that_sends(sent=_basic(request) or sent, app=app, now_s=now_s)
        if key is None:
            note_refused(key_id=None, why=NO_KEY, now_s=now_s)
            return _json({"success": False, "message": NO_KEY}, 401)
        events = read(told, _sender(request), now_s)
    except (Unreadable, RequestDataTooBig) as error:
        says = str(error) if isinstance(error, Unreadable) else "The body is longer than 5 MB. Send smaller batches."
        note_refused(key_id=key.id if key else None, why=says, now_s=now_s)
        return _json({"success": False, "message": says}, 400)
    if _is_ahead(request):
        return _json({"success": True, "taken": 0, "unchanged": 0, "refused": []})
    return _json(_told(take_events(key=key, events=events, now_s=now_s)))


def _told(outcomes: Sequence[Taken]) -> dict[str, Any]:
    refused = [
        {"index": at, "messageId": each.event_id, "why": each.why}
        for at, each in enumerate(outcomes)
        if each.status == "refused"
    ]
    unchanged = sum(each.status == "unchanged" for each in outcomes)
    taken = len(outcomes) - unchanged - len(refused)
    return {"success": True, "taken": taken, "unchanged": unchanged, "refused": refused}


def _basic(request: HttpRequest) -> str:
    """The user name of basic authorisation, which is where trackers put the write key; or a bearer's token."""
    told: str = request.META.get("HTTP_AUTHORIZATION", "")
    scheme, _, rest = told.partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(rest).decode("utf-8").partition(":")[0]
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


def _sender(request: HttpRequest) -> Sender:
    """What the request says of a browser; software on servers describes itself, which says nothing of a visitor."""
    meta = request.META
    agent = meta.get("HTTP_USER_AGENT", "")
    is_browser = "HTTP_ORIGIN" in meta or "HTTP_REFERER" in meta or agent.startswith("Mozilla/")
    return Sender(
        agent[:400] if is_browser else "",
        meta.get("HTTP_DNT") == "1" or meta.get("HTTP_SEC_GPC") == "1",
        "HTTP_SP_ANONYMOUS" in meta,
    )


def _is_ahead(request: HttpRequest) -> bool:
    """Whether a browser loads a page ahead, which nobody has opened."""
    told = " ".join(
        request.META.get(name, "") for name in ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ")
    )
    return "prefetch" in told or "preview" in told or "prerender" in told


def _allowed(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Let the scripts of any page read the answer: a write key allows sending and nothing else."""
    origin = request.META.get("HTTP_ORIGIN")
    if origin:
        answer.headers["Access-Control-Allow-Origin"] = origin
        answer.headers["Access-Control-Allow-Credentials"] = "true"
        answer.headers["Vary"] = "Origin"
    if request.method == "OPTIONS":
        asked = request.headers.get(_ASKED, "")
        answer.headers["Access-Control-Allow-Methods"] = "POST, GET, OPTIONS"
        answer.headers["Access-Control-Allow-Headers"] = asked or "Authorization, Content-Type, SP-Anonymous"
        answer.headers["Access-Control-Max-Age"] = "86400"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def _json(says: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(json.dumps(says), status=status, content_type="application/json")
