"""A lead's facts told to people: one line each, newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from leadpact.rules.facts import Fact
from leadpact.rules.pact import Pact
from leadpact.rules.pact_reading_money import minor_digits
from leadpact.rules.terms import FIELDS

Words = Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a story: whose side, what happened, more of it, when, and the fact's seq."""

    side: str
    says: str
    detail: str
    at: datetime
    seq: int
    fact_id: str


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is needed to put a fact into words."""

    names: Mapping[int, str]
    pact: Pact | None

    def word(self, code: str | None) -> str:
        if not code:
            return ""
        return self.pact.word(code) if self.pact else code.replace("_", " ").capitalize()

    def lower(self, code: str | None) -> str:
        return self.word(code).lower()

    def who(self, person_id: int | None) -> str:
        return self.names.get(person_id or 0, "")


def story_of(
    facts: Sequence[Fact], words: Words, names: Mapping[int, str], pact: Pact | None, limit: int | None = None
) -> list[Event]:
    """The story of a lead, newest first, without what only the machinery needs; values of one moment are one line."""
    telling = _Telling(names, pact)
    corrected = {fact.corrects_id for fact in facts if fact.kind == "corrected"}
    events: list[Event] = []
    told = sorted((f for f in facts if f.kind in _SAYS and f.id not in corrected), key=lambda f: (f.occurred_s, f.seq))
    said: dict[tuple[int, int | None], int] = {}
    for fact in told:
        if fact.kind == "described":
            _describe(fact, words, telling, events, said)
            continue
        says = _SAYS[fact.kind](fact, telling)
        detail = words[fact.seq][1] if fact.seq in words else telling.who(fact.by_id)
        events.append(_event(fact, says, detail))
    events.reverse()
    return events[:limit] if limit else events


def _event(fact: Fact, says: str, detail: str) -> Event:
    return Event(fact.side, says, detail, datetime.fromtimestamp(fact.occurred_s, UTC), fact.seq, fact.id)


def _describe(
    fact: Fact, words: Words, telling: _Telling, events: list[Event], said: dict[tuple[int, int | None], int]
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
    text = words[fact.seq][1] if fact.seq in words else text
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
    says = _("{who} noted").format(who=who) if who else _("Told us")
    said[key] = len(events)
    events.append(_event(fact, says, part))


def _captured(fact: Fact, t: _Telling) -> str:
    return _("First heard of: {source}").format(source=t.word(fact.source) or _("source not known"))


def _touch(text: str) -> Callable[[Fact, _Telling], str]:
    return lambda fact, t: (
        f"{_(text)}: {t.lower(fact.field or fact.campaign)}" if fact.field or fact.campaign else _(text)
    )


def _call(fact: Fact, _t: _Telling) -> str:
    words = {
        "reached": _("Talked on the phone"),
        "no_answer": _("Called, no answer"),
        "voicemail": _("Called, left a message"),
    }
    return words.get(fact.value_code or "", _("Called"))


def _email(fact: Fact, _t: _Telling) -> str:
    if fact.side == "buyer" or fact.value_code in ("replied", "reply"):
        return _("They replied by e-mail")
    return _("E-mail sent")


def _meeting(fact: Fact, _t: _Telling) -> str:
    return _("Did not come to the meeting") if fact.value_code == "no_show" else _("Met")


def _social(fact: Fact, _t: _Telling) -> str:
    return _("They replied on a social network") if fact.value_code == "replied" else _("Wrote on a social network")


def _handed(fact: Fact, t: _Telling) -> str:
    return _("Handed over to {who}, {points} points").format(who=t.who(fact.person_id), points=fact.points or 0)


def _queued(fact: Fact, t: _Telling) -> str:
    why = {
        "capacity": _("everybody's list is full"),
        "nobody_available": _("nobody is there"),
        "owner_away": _("its owner is away"),
    }
    return _("Waits: {why}").format(why=why.get(fact.reason or "", t.lower(fact.reason)))


def _reason(text: str) -> Callable[[Fact, _Telling], str]:
    return lambda fact, t: f"{_(text)}: {t.lower(fact.reason)}" if fact.reason else _(text)


def _promise(text: str) -> Callable[[Fact, _Telling], str]:
    names = {"first_touch": "first call", "answer": "answer", "attempts": "attempts", "waiting": "an owner"}
    return lambda fact, t: _(text).format(who=t.who(fact.person_id), what=_(names.get(fact.field or "", "promise")))


def _won(fact: Fact, _t: _Telling) -> str:
    if fact.amount_minor is None:
        return _("Won")
    currency = fact.currency or ""
    amount = fact.amount_minor / 10 ** minor_digits(currency)
    return _("Won: {amount} {currency}").format(amount=f"{amount:,.0f}", currency=currency)


def _stage(fact: Fact, t: _Telling) -> str:
    return _("Deal moved to {stage}").format(stage=t.lower(fact.stage))


def _says(text: str) -> Callable[[Fact, _Telling], str]:
    return lambda _fact, _t: _(text)


_SAYS: dict[str, Callable[[Fact, _Telling], str]] = {
    "captured": _captured,
    "described": _says(""),
    "page_view": _touch("Looked at the page"),
    "form_filled": _touch("Filled in the form"),
    "email_opened": _touch("Opened the mail"),
    "email_clicked": _touch("Followed a link in the mail"),
    "call": _call,
    "email": _email,
    "meeting": _meeting,
    "event_visit": _touch("Came to the event"),
    "social": _social,
    "asset_sent": _says("Material sent"),
    "asset_viewed": _says("Read the material"),
    "referred": _says("Was recommended to us"),
    "asked": _says("Asked a question"),
    "action_done": lambda fact, t: t.word(fact.field),
    "qualified": lambda fact, _t: _("Passed the gate with {points} points").format(points=fact.points or 0),
    "queued": _queued,
    "handed_over": _handed,
    "accepted": _says("Accepted"),
    "rejected": _reason("Sent back"),
    "recycled": _reason("Sleeps"),
    "woken": _says("Came forward again"),
    "gave_up": _reason("Given up"),
    "disqualified": _reason("Ruled out"),
    "reassigned": lambda fact, t: _("Went to {who}").format(who=t.who(fact.person_id)),
    "reminded": _promise("{who} was reminded: {what}"),
    "escalated": _promise("{who} was told that the {what} is late"),
    "deal_opened": lambda fact, t: _("Deal opened: {stage}").format(stage=t.lower(fact.stage)),
    "stage_changed": _stage,
    "won": _won,
    "lost": _reason("Lost"),
    "merged": _says("Merged with another lead"),
    "unmerged": _says("Parted from another lead again"),
}
