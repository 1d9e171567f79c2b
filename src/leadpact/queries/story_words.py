"""What each kind of fact says of a lead: one sentence without its full stop, in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from leadpact.rules import consent, retention
from leadpact.rules.facts import SAME_COMPANY, Fact
from leadpact.rules.pact import Pact
from leadpact.rules.pact_reading_money import minor_digits

TWO_WAY = ("replied", "reply")


@dataclass(frozen=True, slots=True)
class Telling:
    """What is needed to put a fact into words: people's names, and the pact's words for codes."""

    names: Mapping[int, str]
    pact: Pact | None

    def word(self, code: str | None) -> str:
        """The word for a code; empty for none."""
        if not code:
            return ""
        return self.pact.word(code) if self.pact else code.replace("_", " ").capitalize()

    def lower(self, code: str | None) -> str:
        """The word for a code within a sentence."""
        return self.word(code).lower()

    def who(self, person_id: int | None) -> str:
        """Somebody's name; empty where none is known."""
        return self.names.get(person_id or 0, "")

    def anybody(self, person_id: int | None) -> str:
        """Somebody's name, for a sentence that needs one."""
        return self.who(person_id) or _("Somebody")


Say = Callable[[Fact, Telling], str]
Lazy = Any
"""Text that is translated when it is shown."""


def _plain(text: Lazy) -> Say:
    return lambda _fact, _t: str(text)


def _reason(text: Lazy) -> Say:
    return lambda fact, t: f"{text}: {t.lower(fact.reason)}" if fact.reason else str(text)


def _touch(named: Lazy, text: Lazy) -> Say:
    """A touch of something with a name, or of one that nobody named."""

    def say(fact: Fact, t: Telling) -> str:
        of = fact.field or fact.campaign
        return f"{named}: {t.lower(of)}" if of else str(text)

    return say


def _captured(fact: Fact, t: Telling) -> str:
    if fact.source_system == SAME_COMPANY:
        return _("Its company is the same as another one")
    return _("First heard of: {source}").format(source=t.word(fact.source) or _("source not known"))


def _call(fact: Fact, _t: Telling) -> str:
    if fact.side == "buyer":
        return _("They called")
    words = {
        "reached": _("Talked on the phone"),
        "no_answer": _("Called, no answer"),
        "voicemail": _("Called, left a message"),
    }
    return words.get(fact.value_code or "", _("Called"))


def _email(fact: Fact, _t: Telling) -> str:
    if fact.side == "buyer" or fact.value_code in TWO_WAY:
        return _("They replied by e-mail")
    return _("E-mail sent")


def _meeting(fact: Fact, _t: Telling) -> str:
    return _("They did not come to the meeting") if fact.value_code == "no_show" else _("Met")


def _social(fact: Fact, _t: Telling) -> str:
    if fact.side == "buyer" or fact.value_code in TWO_WAY:
        return _("They replied on a social network")
    return _("Wrote on a social network")


def _viewed(fact: Fact, _t: Telling) -> str:
    asset = json.loads(fact.payload).get("asset") if fact.payload else None
    return _("Read “{asset}”").format(asset=asset) if asset else _("Read material of ours")


def _action(fact: Fact, t: Telling) -> str:
    return t.word(fact.field) or _("Did what the pact asks before a hand-off")


def _points(points: int) -> str:
    return ngettext("%(n)d point", "%(n)d points", abs(points)) % {"n": points}


def _qualified(fact: Fact, _t: Telling) -> str:
    if fact.points is None:
        return _("Passed the gate")
    return _("Passed the gate with {points}").format(points=_points(fact.points))


def waits_for(reason: str | None) -> str:
    """For what a lead waits that passed the gate."""
    words = {
        "capacity": _("everybody's list is full"),
        "nobody_available": _("nobody who may take it is there"),
        "owner_away": _("its owner is away"),
        "no_calendar": _("no deadline can be counted, because holidays are not known"),
    }
    return words.get(reason or "") or (reason or _("no reason is recorded")).replace("_", " ")


def _queued(fact: Fact, _t: Telling) -> str:
    return _("Waits for an owner: {why}").format(why=waits_for(fact.reason))


def _handed(fact: Fact, t: Telling) -> str:
    who = t.who(fact.person_id)
    says = _("Handed over to {who}").format(who=who) if who else _("Handed over to sales")
    return says if fact.points is None else f"{says}, {_points(fact.points)}"


def _reassigned(fact: Fact, t: Telling) -> str:
    says = _("Went to {who}").format(who=t.who(fact.person_id) or _("somebody else"))
    return _("{says}, because a promise was late").format(says=says) if fact.reason == "late" else says


def _recycled(fact: Fact, t: Telling) -> str:
    until = []
    if fact.due_s is not None:
        day = timezone.localtime(datetime.fromtimestamp(fact.due_s, UTC))
        until.append(_("until {day}").format(day=date_format(day, "j M Y")))
    if fact.field:
        until.append(_("until {field} is known").format(field=t.lower(fact.field)))
    says = " ".join([_("Sleeps"), _(" or ").join(until)]).strip()
    return f"{says}: {t.lower(fact.reason)}" if fact.reason else says


def _woken(fact: Fact, _t: Telling) -> str:
    words = {
        "time": _("its day has come"),
        "known": _("what was missing is known now"),
        "allowed": _("the buyer allows it again"),
    }
    why = words.get(fact.reason or "")
    return _("Came forward again: {why}").format(why=why) if why else _("Came forward again")


def _gave_up(fact: Fact, t: Telling) -> str:
    if fact.reason == "silent":
        return _("Given up: nobody was heard of for too long")
    return _reason(gettext_lazy("Given up"))(fact, t)


def _kept_on(fact: Fact, _t: Telling) -> str:
    many = round(fact.value_number or 0)
    says = ngettext("Not given up yet: %(n)d more attempt", "Not given up yet: %(n)d more attempts", many) % {"n": many}
    return _("{says}, by a trial of the pact").format(says=says)


def _reminded(fact: Fact, t: Telling) -> str:
    words = {
        "first_touch": _("{who} was reminded to get in touch"),
        "answer": _("{who} was reminded to accept the lead or send it back"),
        "attempts": _("{who} was reminded to keep trying"),
        "waiting": _("{who} was reminded that the lead waits for an owner"),
    }
    return words.get(fact.field or "", _("{who} was reminded of a promise")).format(who=t.anybody(fact.person_id))


def _escalated(fact: Fact, t: Telling) -> str:
    words = {
        "first_touch": _("{who} was told that nobody has got in touch in time"),
        "answer": _("{who} was told that the answer is late"),
        "attempts": _("{who} was told that the agreed attempts are late"),
        "waiting": _("{who} was told that the lead has waited too long for an owner"),
    }
    says = words.get(fact.field or "", _("{who} was told that a promise is late")).format(who=t.anybody(fact.person_id))
    more = {
        "nobody_else": _("nobody else could take the lead"),
        "no_calendar": _("no deadline of anybody else could be counted"),
    }.get(fact.reason or "")
    return f"{says}; {more}" if more else says


def _opened(fact: Fact, t: Telling) -> str:
    return _("Deal opened: {stage}").format(stage=t.lower(fact.stage)) if fact.stage else _("Deal opened")


def _stage(fact: Fact, t: Telling) -> str:
    return _("Deal moved to {stage}").format(stage=t.lower(fact.stage) or _("another stage"))


def _won(fact: Fact, _t: Telling) -> str:
    if fact.amount_minor is None:
        return _("Won")
    currency = fact.currency or ""
    digits = minor_digits(currency)
    amount = fact.amount_minor / 10**digits
    shown = f"{amount:,.{digits}f}" if fact.amount_minor % 10**digits else f"{amount:,.0f}"
    return _("Won: {amount} {currency}").format(amount=shown, currency=currency).rstrip()


def _erased(fact: Fact, _t: Telling) -> str:
    if fact.reason == retention.REASON:
        return _("Forgotten, because nothing happened for as long as the pact keeps leads")
    return _("Forgotten, because the person asked for it")


def _merged(fact: Fact, _t: Telling) -> str:
    if fact.value_number is None:
        return _("Merged with another lead")
    return _("Lead {id} became one with lead {into}").format(id=fact.lead_id, into=int(fact.value_number))


def _unmerged(fact: Fact, _t: Telling) -> str:
    if fact.value_number is None:
        return _("Parted from another lead again")
    return _("Lead {id} was parted from lead {into} again").format(id=fact.lead_id, into=int(fact.value_number))


def _ruled_out(fact: Fact, t: Telling) -> str:
    if fact.reason == consent.REASON:
        return _("The follow-up ended: the buyer asked not to be contacted")
    return _reason(gettext_lazy("Ruled out"))(fact, t)


SAYS: Mapping[str, Say] = {
    "captured": _captured,
    "described": _plain(""),
    "page_view": _touch(gettext_lazy("Looked at the page"), gettext_lazy("Looked at a page")),
    "form_filled": _touch(gettext_lazy("Filled in the form"), gettext_lazy("Filled in a form")),
    "email_opened": _touch(gettext_lazy("Opened the mail"), gettext_lazy("Opened a mail")),
    "email_clicked": _touch(gettext_lazy("Followed a link in the mail"), gettext_lazy("Followed a link in a mail")),
    "call": _call,
    "email": _email,
    "meeting": _meeting,
    "event_visit": _touch(gettext_lazy("Came to the event"), gettext_lazy("Came to an event")),
    "social": _social,
    "asset_sent": _plain(gettext_lazy("Material sent")),
    "asset_viewed": _viewed,
    "referred": _plain(gettext_lazy("Was recommended to us")),
    "asked": _plain(gettext_lazy("Asked a question")),
    "action_done": _action,
    "qualified": _qualified,
    "queued": _queued,
    "handed_over": _handed,
    "accepted": _plain(gettext_lazy("Accepted")),
    "rejected": _reason(gettext_lazy("Sent back")),
    "recycled": _recycled,
    "woken": _woken,
    "gave_up": _gave_up,
    "kept_on": _kept_on,
    "disqualified": _ruled_out,
    "reassigned": _reassigned,
    "reminded": _reminded,
    "escalated": _escalated,
    "deal_opened": _opened,
    "stage_changed": _stage,
    "won": _won,
    "lost": _reason(gettext_lazy("Lost")),
    "erased": _erased,
    "merged": _merged,
    "unmerged": _unmerged,
}
"""What the story tells; other kinds are for the machinery alone. Values (``described``) are told together."""
