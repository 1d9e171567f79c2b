"""Events of Segment's and RudderStack's trackers, as their own software sends them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from leadpact.connectors.trackers import (
    EVENTS_MOST,
    ID_MOST,
    NOTHING,
    EventShape,
    Place,
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

VERBS: dict[str, Verb] = {
    "page": "page", "screen": "page", "track": "track", "identify": "identify", "group": "group", "alias": "alias",
}  # fmt: skip
SHORT = {"p": "page", "s": "screen", "t": "track", "i": "identify", "g": "group", "a": "alias", "b": "batch"}
"""The short addresses that the script in browsers uses."""
_CHANGES = frozenset(("sentAt", "receivedAt", "writeKey", "_metadata", "integrations"))
TRAITS: dict[str, str] = {
    "email": "email", "phone": "phone", "name": "name", "title": "job_title", "jobTitle": "job_title",
    "position": "job_title", "website": "website", "city": "city", "country": "country", "industry": "industry",
    "employees": "employees", "companyName": "company", "language": "language",
}  # fmt: skip
"""Their traits by our fields; a trait that has the name of a field of the pact is that field."""
_GROUP = {"name": "company", "industry": "industry", "employees": "employees", "website": "website"}
_FORM = ("form", "form_name", "formName", "form_id", "formId")
_OF = ("asset", "slug", "webinar", "campaign", "campaign_name", "title", "event_name", "name")


def events_in(told: Any, verb: str, sender: Sender, now_s: int) -> Iterator[EventShape | Unfit]:
    """The events of a body sent to ``/v1/VERB``, in order. Raises ``Unreadable`` for a body that is none."""
    if not isinstance(told, dict):
        raise Unreadable("The body is no object; an event or a batch of events was expected.")
    sent = told.get("sentAt")
    if verb != "batch":
        yield _event(told, verb, sent, sender, now_s)
        return
    batch = told.get("batch")
    if not isinstance(batch, list):
        raise Unreadable("The body has no list of events under the key batch.")
    if len(batch) > EVENTS_MOST:
        raise Unreadable(f"The batch has {len(batch):,} events; at most {EVENTS_MOST:,} are taken at a time.")
    shared = told.get("context")
    for each in batch:
        if isinstance(each, dict) and isinstance(shared, dict):
            own = each.get("context")
            each = {**each, "context": {**shared, **(own if isinstance(own, dict) else {})}}  # noqa: PLW2901 - the same event with what the batch says of it
        yield _event(each, "", sent, sender, now_s)


def write_key_in(told: Any) -> str:
    """The write key that stands in a body; empty when there is none."""
    return text_of(told.get("writeKey")) if isinstance(told, dict) else ""


def _event(event: Any, verb: str, sent: Any, sender: Sender, now_s: int) -> EventShape | Unfit:
    if not isinstance(event, dict):
        return Unfit("", "It is no object.")
    event_id = text_of(event.get("messageId"), ID_MOST + 1)
    kind = VERBS.get(verb or str(event.get("type")))
    if not event_id or len(event_id) > ID_MOST or "@" in event_id:
        return Unfit("", "It has no messageId of up to 200 signs, so that sending it again could not be told.")
    if kind is None:
        return Unfit(event_id, f"Its type is none of: {', '.join(VERBS)}.")
    try:
        at_s = _when(event, sent, now_s)
        digest = digest_of(event, _CHANGES)
    except (ValueError, OverflowError, TypeError, RecursionError):
        return Unfit(event_id, "Its timestamp is no instant such as 2026-03-31T09:00:00Z.")
    if at_s < 0:
        return Unfit(event_id, "Its timestamp lies before 1970.")
    return _shape(event, event_id, kind, at_s, digest, sender)


def _when(event: Mapping[str, Any], sent: Any, now_s: int) -> int:
    told = instant(event.get("originalTimestamp") or event.get("timestamp"))
    return by_our_clock(told, instant(sent or event.get("sentAt")), now_s)


def _shape(event: Mapping[str, Any], event_id: str, verb: Verb, at_s: int, digest: int, sender: Sender) -> EventShape:
    context, said = _part(event, "context"), _part(event, "properties")
    page = _part(context, "page")
    place = _place(said, page)
    campaign = _part(context, "campaign")
    marks = place.marks
    if campaign:
        told = {"utm_source": "source", "utm_medium": "medium", "utm_campaign": "name"}
        marks = {**marks, **{mark: text for mark, key in told.items() if (text := text_of(campaign.get(key)))}}
    values: Mapping[str, str] = NOTHING
    if verb in ("identify", "group"):
        values = _values({**_part(context, "traits"), **_part(event, "traits")}, verb)
    return EventShape(
        event_id, verb, at_s, digest,
        text_of(event.get("anonymousId"), ID_MOST), text_of(event.get("userId"), ID_MOST),
        text_of(event.get("previousId"), ID_MOST), text_of(event.get("event") or event.get("name")),
        place.path, place.host, host_of(said.get("referrer") or page.get("referrer")), marks, _first(said, _FORM),
        _first(said, _OF),
        text_of(context.get("userAgent"), 400) or sender.agent, _sent_s(said), values,
        sender.is_declined or is_declined(context),
    )  # fmt: skip


def _first(said: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((text for key in keys if (text := text_of(said.get(key)))), "") if said else ""


def _place(said: Mapping[str, Any], page: Mapping[str, Any]) -> Place:
    url = said.get("url") or page.get("url")
    if isinstance(url, str):
        return place_of(url)
    return Place("", text_of(said.get("path") or page.get("path")), NOTHING)


def _sent_s(said: Mapping[str, Any]) -> int | None:
    """When a mail was sent, where the event of its opening says so."""
    told = said.get("sent_at") or said.get("sentAt") if said else None
    try:
        found = instant(told)
    except (ValueError, OverflowError, TypeError):
        return None
    return None if found is None else int(found)


def _part(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = of.get(name)
    return found if isinstance(found, dict) else cast("Mapping[str, Any]", NOTHING)


def is_declined(context: Mapping[str, Any]) -> bool:
    """Whether the context of an event says that the person did not consent to being followed.

    Read are ``dnt`` and ``gpc``, the categories of ``consent`` (Segment: any of analytics, measurement, performance
    or marketing refused) and ``consentManagement`` (RudderStack: refused ids and none allowed).
    """
    if any(context.get(name) in (True, 1, "1", "true") for name in ("dnt", "doNotTrack", "gpc")):
        return True
    consent = context.get("consent")
    if consent is False or (isinstance(consent, dict) and _refuses(consent)):
        return True
    managed = _part(context, "consentManagement")
    return bool(managed.get("deniedConsentIds")) and not managed.get("allowedConsentIds")


def _refuses(consent: Mapping[str, Any]) -> bool:
    choices = _part(consent, "categoryPreferences") or consent
    named = {str(name).casefold(): choice for name, choice in choices.items() if isinstance(choice, bool)}
    asked = [choice for name, choice in named.items() if name in _FOLLOWING]
    return not all(asked) if asked else bool(named) and not any(named.values())


_FOLLOWING = frozenset(("analytics", "measurement", "performance", "statistics", "tracking", "granted", "marketing"))


def _values(traits: Mapping[str, Any], verb: str) -> dict[str, str]:
    """The traits by the names of fields; what is nested is opened where its meaning is plain."""
    table = _GROUP if verb == "group" else TRAITS
    values: dict[str, str] = {}
    for name, told in traits.items():
        text = text_of(told, 5_000)
        if text:
            values.setdefault(table.get(name, str(name)), text)
    company, address = traits.get("company"), _part(traits, "address")
    if isinstance(company, dict):
        values |= {field: text for key, field in _GROUP.items() if (text := text_of(company.get(key)))}
    values |= {name: text for name in ("city", "country") if (text := text_of(address.get(name)))}
    whole = " ".join(text for key in ("firstName", "lastName") if (text := text_of(traits.get(key))))
    if whole:
        values.setdefault("name", whole)
    return values
