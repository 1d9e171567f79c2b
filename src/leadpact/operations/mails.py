"""Mails that come in: each becomes a touch on the right lead, or waits until somebody places it.

A mail is sent to the company's address in copy, or forwarded to it. Colleagues are known by their addresses and by the
domains they share; whoever else wrote, or was written to, is the buyer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from django.utils.translation import gettext

from leadpact.connectors.mails import Mail, NotAMail, Writer, read
from leadpact.ledger import access, forgotten, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import FactRow, Lead, LeadKey, MailIn, Person
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import capture, reactions
from leadpact.operations.touches import worked_until
from leadpact.rules.facts import SIDES, Fact
from leadpact.rules.identity import FREE_MAIL, Key

SYSTEM = "mail"
"""The system that touches made of mails name; their ids there are digests."""
DAY_S = 86_400
MOST_LEADS = 20
"""Leads that one mail can be a touch of: what goes to more people is a mailing."""
WORDS_S, WAITS_S = 7 * DAY_S, 90 * DAY_S
"""Words of a placed or discarded mail stay so long, for taking it back; what waits longer is discarded."""
Came = Literal["placed", "waiting", "apart", "known", "ours", "forgotten"]


class NotToPlace(ValueError):
    """The mail cannot be placed, discarded or put back as it stands; the message says why."""


class Taken(NamedTuple):
    """What became of a mail: placed on leads, waiting, kept apart, known already, between colleagues, forgotten."""

    what: Came
    lead_ids: tuple[int, ...] = ()
    mail_id: int | None = None


class _Told(NamedTuple):
    """Who wrote it, and which outsiders it is about."""

    side: str
    person_id: int | None
    buyers: tuple[Writer, ...]


def take(*, actor: Actor, raw: bytes, now_s: int) -> Taken:
    """Take in one mail as it came; the same mail again changes nothing.

    Raises ``NotAMail``, and ``Forbidden``.
    """
    access.check(actor, "log_attempt")
    mail = read(raw)
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        row = MailIn.objects.filter(key=mail.key).first()
        if row is not None:
            return Taken("known", tuple(row.lead_ids), row.pk)
        told = _told(mail)
        if not told.buyers:
            return Taken("ours")
        marks = forgotten.Forgotten()
        sent_s = now_s if mail.sent_s is None else mail.sent_s
        if marks and any(marks.why([Key("email", "", each.address)], sent_s) for each in told.buyers):
            return Taken("forgotten")
        row = _row(mail, told, now_s)
        if mail.apart:
            row.state, row.apart = "apart", mail.apart
            row.save()
            return Taken("apart", (), row.pk)
        found = book.match(Key("email", "", each.address) for each in told.buyers[:MOST_LEADS])
        lead_ids = tuple(dict.fromkeys(found.values()))
        if not lead_ids:
            row.save()
            return Taken("waiting", (), row.pk)
        text, row.sender, row.sender_name, row.words = row.subject, "", "", ""
        row.subject = ""  # It stands with the touch, and is forgotten with it.
        row.save()
        _record(book, row, lead_ids, text, rules, None)
        return Taken("placed", lead_ids, row.pk)


def _told(mail: Mail) -> _Told:
    """Sort those whom a mail names into colleagues and buyers."""
    everybody = (mail.sender, *mail.to, *((mail.forwarded,) if mail.forwarded else ()))
    people = {person.email: person for person in Person.objects.filter(email__in={each.address for each in everybody})}
    own = _own_domains()

    def is_ours(each: Writer) -> bool:
        return each.address in people or each.address.rpartition("@")[2] in own

    if not is_ours(mail.sender):
        return _Told("buyer", None, (mail.sender,))
    if mail.forwarded is not None and not is_ours(mail.forwarded):
        return _Told("buyer", None, (mail.forwarded,))
    person = people.get(mail.sender.address)
    side = person.side if person is not None and person.side in SIDES else "system"
    return _Told(side, person.pk if person else None, tuple(each for each in mail.to if not is_ours(each)))


def _own_domains() -> set[str]:
    """Domains of those who may sign in; those of providers of private mail boxes are nobody's own."""
    addresses = Person.objects.filter(is_active=True, can_sign_in=True).values_list("email", flat=True)
    return {address.rpartition("@")[2] for address in addresses} - FREE_MAIL - {""}


def _row(mail: Mail, told: _Told, now_s: int) -> MailIn:
    sent_s = now_s if mail.sent_s is None or not 0 < mail.sent_s <= now_s else mail.sent_s
    buyer = told.buyers[0]
    return MailIn(
        key=mail.key, state="waiting", sent_s=sent_s, came_s=now_s, side=told.side, person_id=told.person_id,
        sender=buyer.address, sender_name=buyer.name, subject=mail.subject, words=mail.words,
    )  # fmt: skip


def _record(book: Book, row: MailIn, lead_ids: Sequence[int], text: str, rules: Rulebook, by_id: int | None) -> None:
    """Make the mail a touch of each lead, in the open book."""
    row.state, row.lead_ids, row.turn = "placed", list(lead_ids), row.turn + 1
    row.by_id, row.done_s = by_id, book.now_s
    accounts = dict(Lead.objects.filter(pk__in=lead_ids).values_list("pk", "account_id"))
    drafts = []
    for lead_id in lead_ids:
        worked_s = worked_until(lead_id, rules, row.sent_s) if row.side == "sales" else None
        fact = Fact(
            0, "", "email", row.sent_s, 0, lead_id=lead_id, account_id=accounts.get(lead_id), by_id=row.person_id,
            side=row.side, source_system=SYSTEM, external_id=f"{row.key}-{row.turn}-{lead_id}", worked_s=worked_s,
        )  # fmt: skip
        drafts.append(Draft(fact, text or None))
    reactions.follow(book.append(drafts), book.now_s)
    row.save()


def place(*, actor: Actor, mail_id: int, lead_id: int | None, now_s: int) -> MailIn:
    """Make a waiting mail a touch of a lead; later mails of the same buyer find that lead by themselves.

    Raises ``NotToPlace`` and what ``access`` raises.
    """
    access.check(actor, "place_mail")
    if lead_id is None:
        raise NotToPlace(gettext("Choose a lead of those found, or make a new one."))
    lead = access.lead(actor, "see_own_leads", lead_id)
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        row = _waiting(mail_id)
        key = Key("email", "", row.sender)
        if key not in book.match([key]):
            book.append([], [(key, reader.root(lead.pk))])
            row.added = [row.sender]
        _record(book, row, (reader.root(lead.pk),), row.subject, rules, actor.id)
    return row


def make_lead(*, actor: Actor, mail_id: int, now_s: int) -> MailIn:
    """Make a lead of the buyer of a waiting mail, and place it there. Raises as ``place``, and ``WrongValues``."""
    access.check(actor, "place_mail")
    row = _waiting(mail_id)
    values = {"email": row.sender, "name": row.sender_name}
    made = capture.type_in_lead(actor=actor, values=values, source="email", now_s=now_s)
    if made.lead_id is None:
        raise NotToPlace(gettext("No lead could be made of this mail; type one in and place the mail there."))
    return place(actor=actor, mail_id=mail_id, lead_id=made.lead_id, now_s=now_s)


def discard(*, actor: Actor, mail_id: int, now_s: int) -> MailIn:
    """Put a mail away that is about no lead. Raises ``NotToPlace``, ``Unknown`` and ``Forbidden``."""
    access.check(actor, "place_mail")
    with recording(now_s):
        row = _waiting(mail_id)
        row.state, row.by_id, row.done_s = "discarded", actor.id, now_s
        row.save()
    return row


def put_back(*, actor: Actor, mail_id: int, now_s: int) -> MailIn:
    """Let a mail wait again: its touches are taken back, and its lead is no longer known by the address it brought.

    Raises ``NotToPlace``, ``Unknown`` and ``Forbidden``.
    """
    access.check(actor, "place_mail")
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        row = _found(mail_id)
        if row.state == "waiting":
            raise NotToPlace(gettext("This mail waits already."))
        if not row.sender:
            raise NotToPlace(gettext("The words of this mail are gone; take its touch back on the page of the lead."))
        for lead_id in row.lead_ids:
            access.lead(actor, "see_own_leads", reader.root(lead_id))
        ids = [f"{row.key}-{row.turn}-{lead_id}" for lead_id in row.lead_ids]
        wrong = FactRow.objects.filter(
            lead_id__in=row.lead_ids, source_system=SYSTEM, kind="email", external_id__in=ids
        )
        base = Fact(0, "", "corrected", now_s, now_s, by_id=actor.id, side=row.side)
        book.append([Draft(base._replace(lead_id=each.lead_id, corrects_id=each.id)) for each in wrong])
        LeadKey.objects.filter(kind="email", system="", value__in=row.added, lead_id__in=row.lead_ids).delete()
        row.state, row.apart, row.lead_ids, row.added, row.by_id, row.done_s = "waiting", "", [], [], None, None
        row.save()
    return row


def _found(mail_id: int) -> MailIn:
    row = MailIn.objects.filter(pk=mail_id).first()
    if row is None:
        raise access.Unknown(gettext("There is no such mail."))
    return row


def _waiting(mail_id: int) -> MailIn:
    row = _found(mail_id)
    if row.state != "waiting":
        raise NotToPlace(gettext("This mail was placed or discarded already; load the page again."))
    return row


def clear_old(*, now_s: int) -> int:
    """Discard what waited too long, and let go of the words of what is done with. Gives how many mails."""
    waited = MailIn.objects.filter(state="waiting", came_s__lt=now_s - WAITS_S)
    count = waited.update(state="discarded", done_s=now_s)
    old = MailIn.objects.exclude(state="waiting").exclude(sender="", subject="", words="")
    done = old.filter(done_s__lt=now_s - WORDS_S) | old.filter(state="apart", came_s__lt=now_s - WORDS_S)
    return count + done.update(sender="", sender_name="", subject="", words="", added=[])


def forget(lead_ids: Iterable[int]) -> int:
    """Let go of the words of every mail that was placed on one of these leads. Gives how many mails."""
    wanted = set(lead_ids)
    rows = MailIn.objects.filter(state="placed").exclude(sender="", subject="", words="")
    mine = [row.pk for row in rows if wanted & set(row.lead_ids)]
    return MailIn.objects.filter(pk__in=mine).update(sender="", sender_name="", subject="", words="", added=[])


__all__ = [
    "NotAMail", "NotToPlace", "Taken", "clear_old", "discard", "forget", "make_lead", "place", "put_back", "take",
]  # fmt: skip
