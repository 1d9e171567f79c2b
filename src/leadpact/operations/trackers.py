"""Events of trackers: each taken once, visits of somebody unknown kept apart, those of a known lead as its touches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from django.db import transaction

from leadpact.connectors.trackers import EventShape, Unfit
from leadpact.ledger import visits
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.visits import KnownWriteKey, VisitRow
from leadpact.operations.trackers_people import People
from leadpact.operations.trackers_touches import Refusal, record
from leadpact.rules.criteria import Touches, leaves
from leadpact.rules.criteria_words import conditions_of
from leadpact.rules.sources import Origin, origin_of
from leadpact.rules.visits import KEPT_DAYS, SENT, Meaning, is_at_once, is_machine, meaning_of, page_of

DAY_S = 86_400
OTHER_CONTENT = (
    "An event with this id came before and said something else. Nothing was changed; send it under a new id."
)
NOTED_MOST = 50
"""So many refusals of one body are noted."""
PLAIN = frozenset(("page", "track"))
"""Events that say nothing of who somebody is."""


class Taken(NamedTuple):
    """What became of one event, and why it was refused."""

    event_id: str
    status: Literal["taken", "unchanged", "refused"]
    why: str = ""


def take_events(*, key: KnownWriteKey, events: Sequence[EventShape | Unfit], now_s: int) -> list[Taken]:
    """Take in events in their order; the answer has one outcome for each.

    An event whose id came before with the same content changes nothing; with other content it is refused, and so is
    one that cannot be read, while the others are taken. All that changes does so in one transaction.
    """
    outcomes, fresh = _sorted_out(key, events)
    refused: list[Refusal] = []
    refused += [(key.id, each.event_id, each.why, now_s) for each in outcomes if each.status == "refused"][:NOTED_MOST]
    if not fresh:
        visits.refuse(refused)
        return outcomes
    people = People.of(key, fresh)
    rules = Rulebook(now_s)
    rows = _rows(key, fresh, people, rules, now_s)
    late: list[Refusal] = []
    with transaction.atomic():
        if people.is_known or any(event.verb not in PLAIN for event in fresh):
            late = record(key, fresh, rows, people, rules, now_s)
        else:
            visits.keep(rows)
            people.write(now_s)
        visits.refuse([*refused, *late])
    told = {event_id: why for _, event_id, why, _ in late}
    return [
        Taken(each.event_id, "refused", told[each.event_id])
        if each.status == "taken" and each.event_id in told
        else each
        for each in outcomes
    ]


def note_refused(*, key_id: int | None, why: str, now_s: int) -> None:
    """Note that a whole body was refused, for the page of trackers."""
    visits.refuse([(key_id, "", why[:300], now_s)])


def _sorted_out(key: KnownWriteKey, events: Sequence[EventShape | Unfit]) -> tuple[list[Taken], list[EventShape]]:
    """What is plain of each event without looking at people, and those that are new."""
    known = visits.known_events(key.id, {event.event_id for event in events if isinstance(event, EventShape)})
    outcomes: list[Taken] = []
    fresh: list[EventShape] = []
    for event in events:
        if isinstance(event, Unfit):
            outcomes.append(Taken(event.event_id, "refused", event.why))
        elif event.event_id not in known:
            known[event.event_id] = event.digest
            fresh.append(event)
            outcomes.append(Taken(event.event_id, "taken"))
        elif known[event.event_id] == event.digest:
            outcomes.append(Taken(event.event_id, "unchanged"))
        else:
            outcomes.append(Taken(event.event_id, "refused", OTHER_CONTENT))
    return outcomes, fresh


def _rows(
    key: KnownWriteKey, events: Sequence[EventShape], people: People, rules: Rulebook, now_s: int
) -> list[VisitRow]:
    """Each event as it is kept, before anybody becomes known by this batch."""
    named = _pages_named(rules)
    oldest_s = now_s - KEPT_DAYS * DAY_S
    rows = []
    for event in events:
        meaning, origin = _told(event, named)
        state = _state(event, meaning)
        visitor = "" if state in ("machine", "declined") else people.visitor_of(event)
        if state == "waiting" and not visitor:
            state = "counted"
        if state == "counted" and meaning.touch != SENT:
            visitor = ""
        lead_id = people.lead_of(visitor) if state == "waiting" else None
        if state == "waiting" and lead_id is None and event.occurred_s < oldest_s:
            state, visitor = "counted", ""
        rows.append(
            VisitRow(
                key.id, event.event_id, event.digest, visitor, state, meaning.touch, meaning.of, origin.source,
                origin.campaign, event.occurred_s, now_s, lead_id,
            )
        )  # fmt: skip
    return _without_openings_at_once(rows, now_s) if any(row.touch == "email_opened" for row in rows) else rows


def _told(event: EventShape, named: frozenset[str]) -> tuple[Meaning, Origin]:
    """Which touch the event is, and where the visit came from as far as it says so."""
    if event.verb == "page":
        meaning = Meaning("page_view", page_of(event.path, event.name, named))
        return meaning, origin_of(event.marks, event.referrer, event.host)
    if event.verb != "track":
        says = event.marks or event.referrer
        return Meaning(""), origin_of(event.marks, event.referrer, event.host) if says else Origin(None)
    meaning = meaning_of(event.name, event.of, event.form)
    if event.marks or (event.referrer and meaning.touch in ("page_view", "form_filled")):
        return meaning, origin_of(event.marks, event.referrer, event.host)
    return meaning, Origin(None)


def _state(event: EventShape, meaning: Meaning) -> str:
    if event.is_declined:
        return "declined"
    if is_machine(event.agent) or (event.sent_s is not None and _is_opened_at_once(event, meaning)):
        return "machine"
    return "waiting" if meaning.touch and meaning.touch != SENT else "counted"


def _is_opened_at_once(event: EventShape, meaning: Meaning) -> bool:
    is_mail = meaning.touch in ("email_opened", "email_clicked")
    return is_mail and event.sent_s is not None and is_at_once(event.occurred_s, event.sent_s)


def _without_openings_at_once(rows: list[VisitRow], now_s: int) -> list[VisitRow]:
    """The rows with those openings set apart that came seconds after the mail went."""
    opened = {row.visitor for row in rows if row.touch == "email_opened" and row.visitor}
    sent = visits.mails_sent(opened, now_s - DAY_S)
    sent += [(row.visitor, row.of, row.occurred_s) for row in rows if row.touch == SENT]
    if not sent:
        return rows
    return [
        row._replace(state="machine", visitor="", lead_id=None)
        if row.touch == "email_opened"
        and any(who == row.visitor and of == row.of and is_at_once(row.occurred_s, at_s) for who, of, at_s in sent)
        else row
        for row in rows
    ]


def _pages_named(rules: Rulebook) -> frozenset[str]:
    """The kinds of pages that the pacts in force name."""
    key = tuple(held.id for held in rules.pacts)
    if key not in _named:
        _named.clear()
        _named[key] = frozenset(
            leaf.of
            for held in rules.pacts
            for condition in conditions_of(held.pact)
            for leaf in leaves(condition)
            if isinstance(leaf, Touches) and leaf.of
        )
    return _named[key]


_named: dict[tuple[int, ...], frozenset[str]] = {}
