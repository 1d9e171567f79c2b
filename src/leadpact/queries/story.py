"""A lead's facts told to people: one line each, newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from leadpact.ledger.privacy import Named
from leadpact.queries.story_words import SAYS, Telling
from leadpact.rules import consent
from leadpact.rules.facts import Fact
from leadpact.rules.pact import Pact
from leadpact.rules.terms import FIELDS

Words = Mapping[int, tuple[str, str]]
_BEFORE_HAND_OFF = ("qualified", "queued")
_OF_WAITING = (("reminded", "waiting"), ("escalated", "waiting"))


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a story: whose side, what happened, more of it, when, and the fact's seq."""

    side: str
    says: str
    detail: str
    at: datetime
    seq: int
    fact_id: str


def _nobody(_person_id: int | None) -> bool:
    return False


def story_of(
    facts: Sequence[Fact],
    words: Words,
    names: Named,
    pact: Pact | None,
    limit: int | None = None,
    *,
    knows_late: Callable[[int | None], bool] = _nobody,
    is_blind: bool = False,
) -> list[Event]:
    """The story of a lead, newest first, without what only the machinery needs; values of one moment are one line.

    ``knows_late`` says of whom the reader may know that a promise ran late; of nobody without it. ``is_blind``
    leaves out what tells whether the lead had the points that the pact asks for.
    """
    corrected = {fact.corrects_id for fact in facts if fact.kind == "corrected"}
    events: list[Event] = []
    told = sorted((f for f in facts if f.kind in SAYS and f.id not in corrected), key=lambda f: (f.occurred_s, f.seq))
    said: dict[tuple[int, int | None], int] = {}
    for fact in _without_lateness(_without_gate(told) if is_blind else told, knows_late):
        telling = Telling(names.told_at(fact.occurred_s), pact)
        if fact.kind == "described":
            _describe(fact, words, telling, events, said)
            continue
        says = SAYS[fact.kind](fact, telling)
        detail = words[fact.seq][1] if fact.seq in words else telling.who(fact.by_id)
        events.append(_event(fact, says, detail))
    events.reverse()
    return events[:limit] if limit else events


def _without_lateness(told: Sequence[Fact], knows_late: Callable[[int | None], bool]) -> list[Fact]:
    """The facts without what they tell of a late promise of somebody of whom the reader may not know it."""
    owner_id: int | None = None
    found: list[Fact] = []
    for fact in told:
        if fact.kind in ("reminded", "escalated"):
            late_id = None if fact.field == "waiting" else owner_id or fact.person_id
            if late_id is None or knows_late(late_id):
                found.append(fact)
            continue
        is_hidden = fact.kind == "reassigned" and fact.reason == "late" and owner_id and not knows_late(owner_id)
        found.append(fact._replace(reason=None) if is_hidden else fact)
        if fact.kind in ("handed_over", "reassigned"):
            owner_id = fact.person_id
    return found


def _without_gate(told: Sequence[Fact]) -> list[Fact]:
    """The facts without the gate and the queue, which only leads with enough points pass, and without who handed over.

    Leads that a trial lets through go over by no hand, and at once.
    """
    found = [fact for fact in told if (fact.kind, fact.field) not in _OF_WAITING and fact.kind not in _BEFORE_HAND_OFF]
    return [fact._replace(points=None, by_id=None) if fact.kind == "handed_over" else fact for fact in found]


def _event(fact: Fact, says: str, detail: str) -> Event:
    return Event(fact.side, says, detail, datetime.fromtimestamp(fact.occurred_s, UTC), fact.seq, fact.id)


def _describe(
    fact: Fact, words: Words, telling: Telling, events: list[Event], said: dict[tuple[int, int | None], int]
) -> None:
    """Values told at one moment by one person become one line."""
    name = fact.field or ""
    if ":" in name or name == "email_is_free_mail":
        return
    declared = telling.pact.field(name) if telling.pact else FIELDS.get(name)
    label = declared.label if declared else telling.word(name)
    # A code of the pact's own list has a word; any other value is shown as it was told.
    has_word = declared is not None and declared.codes
    text = telling.word(fact.value_code) if has_word else fact.value_code or ""
    if fact.seq in words:  # The wording of a permission stands beside it; any other words are the value.
        text = f"{text} (“{words[fact.seq][1]}”)" if name in consent.FIELDS else words[fact.seq][1]
    if fact.value_code == "unknown":
        text = _("no longer known")
    key = fact.occurred_s, fact.by_id
    part = f"{label}: {text}"
    if key in said:
        place = said[key]
        last = events[place]
        events[place] = Event(last.side, last.says, f"{last.detail}; {part}", last.at, last.seq, last.fact_id)
        return
    who = telling.who(fact.by_id)
    by_whom = _("Told us") if fact.side == "buyer" else _("Noted")
    says = _("{who} noted").format(who=who) if who else by_whom
    said[key] = len(events)
    events.append(_event(fact, says, part))
