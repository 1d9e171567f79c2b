"""What a notice says: the same words in the list of notices and in the mail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import HandOff, Lead, Notice, Person
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import InForce, NoPact, Rulebook
from leadpact.ledger.writer import company_zone

OURS = ("handed_over", "kept_on", "reassigned", "reminded")
"""Notices that ask their reader to do something with the lead."""


@dataclass(frozen=True, slots=True)
class Told:
    """A notice with its words. Instants are epoch seconds; ``who`` is the lead as people call it."""

    id: int
    kind: str
    person_id: int
    lead_id: int | None
    hand_off_id: int | None
    who: str
    says: str
    made_s: int
    read_s: int | None
    due_s: int | None
    is_for_owner: bool
    """Whether the reader is asked to act and the hand-off is still open and theirs."""
    is_unanswered: bool
    reasons: tuple[tuple[str, str], ...]
    """Agreed reasons for sending the lead back: code and label; empty where that is not asked."""
    path: str = ""
    """The page that it is about; empty for a lead."""


def zone_of(person: Person) -> ZoneInfo:
    """The zone in which a person reads times: their own, else the company's."""
    return ZoneInfo(person.zone) if person.zone else company_zone()


def told(notices: Sequence[Notice], zone: ZoneInfo, now_s: int) -> list[Told]:
    """The notices with their words, for a reader in this zone."""
    leads = Lead.objects.in_bulk({n.lead_id for n in notices if n.lead_id is not None})
    hand_offs = HandOff.objects.in_bulk({n.hand_off_id for n in notices if n.hand_off_id is not None})
    rules = Rulebook(now_s)
    names = Sight(SYSTEM, rules).names(n.values.get("by") for n in notices)
    return [
        _told(n, leads.get(n.lead_id or 0), hand_offs.get(n.hand_off_id or 0), names.told_at(n.made_s), rules, zone)
        for n in notices
    ]


def _told(
    notice: Notice,
    lead: Lead | None,
    hand_off: HandOff | None,
    people: Mapping[int, str],
    rules: Rulebook,
    zone: ZoneInfo,
) -> Told:
    due_s = notice.values.get("due_s")
    is_mine = hand_off is not None and hand_off.is_open and hand_off.owner_id == notice.person_id
    labels = _Labels(rules, hand_off)
    words = {
        "who": called(lead),
        "when": instant_in_words(due_s, zone, rules.now_s) if due_s is not None else "",
        "by": people.get(notice.values.get("by", 0)) or gettext("Leadpact"),
        "reason": labels.label(notice.values.get("reason")),
        "pact": _pact_words(notice),
        **_expiry_words(notice, zone),
    }
    promise, reason = notice.values.get("promise"), notice.values.get("reason")
    says = sentence(notice.kind, promise, reason, has_deadline=due_s is not None)
    return Told(
        notice.pk, notice.kind, notice.person_id, notice.lead_id, notice.hand_off_id, words["who"],
        says % words,
        notice.made_s, notice.read_s, due_s,
        is_for_owner=notice.kind in OURS and is_mine,
        is_unanswered=is_mine and hand_off is not None and hand_off.answer == "open",
        reasons=labels.reasons() if notice.kind in OURS else (),
        path=_path(notice),
    )  # fmt: skip


def _pact_words(notice: Notice) -> str:
    """A pact as a notice names it; a draft has no number yet."""
    name, version = notice.values.get("pact", ""), notice.values.get("version")
    if version is None:
        return gettext("the draft of %(name)s") % {"name": name}
    return gettext("%(name)s, version %(version)s") % {"name": name, "version": version}


def _expiry_words(notice: Notice, zone: ZoneInfo) -> dict[str, str]:
    """How many leads are forgotten soon, from which day on, and after how long."""
    first_s = notice.values.get("first_s")
    if notice.kind != "leads_expire" or first_s is None:
        return {}
    count = notice.values.get("count", 0)
    many = ngettext("%(n)s lead is", "%(n)s leads are", count) % {"n": f"{count:,}"}
    first_day = date_format(datetime.fromtimestamp(first_s, zone), "j F Y")
    return {"many": many, "day": first_day, "kept": notice.values.get("kept", "")}


def _path(notice: Notice) -> str:
    if notice.kind == "leads_expire":
        return "/data/retention/"
    if notice.values.get("pact_id"):
        return f"/pact/{notice.values['pact_id']}/"
    return f"/pact/draft/{notice.values['draft_id']}/" if notice.values.get("draft_id") else ""


class _Labels:
    """The pact's own words for the codes of a hand-off; the codes in words where no pact is known."""

    def __init__(self, rules: Rulebook, hand_off: HandOff | None) -> None:
        self.language = (get_language() or "en").partition("-")[0]
        self.step = hand_off.step if hand_off else None
        self.held: InForce | None
        try:
            self.held = rules.by_id(hand_off.pact_id) if hand_off else rules.main()
        except NoPact:
            self.held = None

    def label(self, code: str | None) -> str:
        if not code:
            return ""
        return self.held.pact.word(code, self.language) if self.held else code.replace("_", " ").capitalize()

    def reasons(self) -> tuple[tuple[str, str], ...]:
        if self.held is None:
            return ()
        return tuple((code, self.label(code)) for code in self.held.step_named(self.step).reject_reasons)


def reasons_of(hand_off: HandOff, now_s: int) -> tuple[tuple[str, str], ...]:
    """The agreed reasons for sending this hand-off back: code and label, in the pact's order."""
    return _Labels(Rulebook(now_s), hand_off).reasons()


def called(lead: Lead | None) -> str:
    """A lead as people call it: ``Nadia Rahman, Kessler``; its number where no name is known (any more)."""
    if lead is None:
        return gettext("A lead")
    known = [text for text in (lead.name, lead.company) if text]
    return ", ".join(known) or gettext("Lead %(number)s") % {"number": lead.pk}


def instant_in_words(at_s: int, zone: ZoneInfo, now_s: int) -> str:
    """An instant as a reader in this zone says it: ``11:30`` today, ``Tue 11:30`` this week, else with the date."""
    then, now = datetime.fromtimestamp(at_s, zone), datetime.fromtimestamp(now_s, zone)
    days = (then.date() - now.date()).days
    shape = "H:i" if days == 0 else "D H:i" if 0 < days < 7 else "j M H:i"
    return date_format(then, shape)


def sentence(kind: str, promise: str | None, reason: str | None, *, has_deadline: bool = True) -> str:
    """The sentence of a kind of notice, with places for ``who``, ``when``, ``by``, ``reason`` and ``pact``."""
    if kind == "reminded":
        return {
            "answer": gettext("%(who)s: accept or send back by %(when)s"),
            "attempts": gettext("%(who)s: the agreed attempts are due by %(when)s"),
        }.get(promise or "", gettext("%(who)s: call by %(when)s"))
    if kind == "escalated":
        if reason == "nobody_else":
            return gettext("%(who)s: late since %(when)s, and nobody else can take it now")
        return {
            "waiting": gettext("%(who)s has waited for a free hand until %(when)s"),
            "answer": gettext("%(who)s: not accepted or sent back by %(when)s"),
            "attempts": gettext("%(who)s: the agreed attempts were not made by %(when)s"),
        }.get(promise or "", gettext("%(who)s: not called by %(when)s"))
    if kind == "handed_over":
        return gettext("%(who)s is yours: call by %(when)s") if has_deadline else gettext("%(who)s is yours")
    if kind == "reassigned":
        return gettext("%(who)s is yours now: call by %(when)s") if has_deadline else gettext("%(who)s is yours now")
    return {
        "accepted": gettext("%(by)s took %(who)s"),
        "rejected": gettext("%(by)s sent %(who)s back: %(reason)s"),
        "kept_on": gettext("%(who)s: two more attempts by %(when)s before anybody gives up, a trial of the pact"),
        "woken": gettext("%(who)s comes forward again"),
        "won": gettext("%(who)s is won, closed by %(by)s"),
        "merged": gettext("%(by)s merged %(who)s with another lead of the same buyer"),
        "pact_proposed": gettext("%(by)s proposed %(pact)s: read it, say what you think, and sign"),
        "pact_signed": gettext("%(by)s signed %(pact)s"),
        "pact_withdrawn": gettext("%(by)s withdrew %(pact)s"),
        "pact_expired": gettext("Nobody signed %(pact)s within 60 days: it is over"),
        "leads_expire": gettext(
            "%(many)s forgotten soon, the first on %(day)s: nothing happened for %(kept)s. Look who it is"
        ),
        "pact_commented": gettext("%(by)s commented on %(pact)s"),
    }.get(kind, "%(who)s")


def is_mailable(person: Person | None) -> bool:
    """Whether mails may go to somebody: one of the company, with an account that is open."""
    return person is not None and person.is_active and person.can_sign_in
