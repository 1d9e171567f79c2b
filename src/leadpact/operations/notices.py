"""Notices: read in the app, and sent by mail where mail is set up."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext

from leadpact.ledger import mail_links
from leadpact.ledger.access import Actor, Unknown
from leadpact.ledger.models import Notice, Person
from leadpact.ledger.notices import Told, is_mailable, told, zone_of

log = logging.getLogger("leadpact.notices")
MAILED_FOR_S = 2 * 86_400
"""A notice older than this is no longer sent by mail."""
BACK_OFF_S, TRIES = 60, 6


def mark_read(*, actor: Actor, now_s: int, notice_id: int | None = None) -> int:
    """Mark one of the actor's notices as read, or all of them. Gives how many were unread.

    Raises ``Unknown`` for a notice that is not the actor's.
    """
    own = Notice.objects.filter(person_id=actor.id or 0)
    if notice_id is not None:
        own = own.filter(pk=notice_id)
        if not own.exists():
            raise Unknown(f"There is no notice {notice_id} for you.")
    return own.filter(read_s__isnull=True).update(read_s=now_s)


def send_mails(*, now_s: int, limit: int = 200) -> int:
    """Send the notices that were neither read nor mailed yet, oldest first. Gives how many mails went out.

    A notice is marked after its mail went, so that a worker that dies sends one mail again rather than none. A
    mail that is refused is tried again later, ``TRIES`` times at most, and stops no other. A notice that asks
    for something that is done by now is not sent. Raises ``OSError`` or ``SMTPException`` when the mail server
    cannot be reached at all. Does nothing while no mail is set up.
    """
    if not settings.MAIL_IS_SET:
        return 0
    waiting = _waiting(now_s, limit)
    if not waiting:
        return 0
    people = Person.objects.in_bulk({notice.person_id for notice in waiting})
    sent = 0
    connection = get_connection()
    connection.open()
    try:
        for notice in waiting:
            person = people.get(notice.person_id)
            row = told([notice], zone_of(person), now_s)[0] if person is not None else None
            if person is None or row is None or not is_mailable(person) or not _is_wanted(row):
                _settle(notice, now_s, "not needed")
            elif _send(notice, person, row, connection, now_s):
                sent += 1
    finally:
        connection.close()
    return sent


def _waiting(now_s: int, limit: int) -> list[Notice]:
    """Unread notices to mail now, without those whose last try was too short ago."""
    young = Notice.objects.filter(mailed_s__isnull=True, read_s__isnull=True, made_s__gte=now_s - MAILED_FOR_S)
    rows: Iterator[Notice] = young.order_by("id").iterator()
    found: list[Notice] = []
    for notice in rows:
        if notice.values.get("mail_after_s", 0) <= now_s:
            found.append(notice)
        if len(found) == limit:
            break
    return found


def _is_wanted(row: Told) -> bool:
    """Whether the notice still says something true: what it asks for is not done, and not somebody else's."""
    if row.kind in ("handed_over", "reassigned"):
        return row.is_for_owner and row.is_unanswered
    return row.is_for_owner if row.kind in ("kept_on", "reminded") else True


def _settle(notice: Notice, now_s: int, how: str) -> None:
    """Ask no more whether to mail this notice."""
    Notice.objects.filter(pk=notice.pk).update(mailed_s=now_s, values=notice.values | {"mail": how})


def _send(notice: Notice, person: Person, row: Told, connection: BaseEmailBackend, now_s: int) -> bool:
    try:
        EmailMessage(row.says, body(row, now_s), to=[person.email], connection=connection).send()
    except smtplib.SMTPServerDisconnected:
        raise
    except (smtplib.SMTPException, ValueError) as error:  # ValueError: an address or subject no mail can have
        tries = notice.values.get("mail_tries", 0) + 1
        log.warning("notice %d could not be mailed (try %d): %s", notice.pk, tries, error)
        if tries >= TRIES:
            _settle(notice, now_s, "refused")
        else:
            later = {"mail_tries": tries, "mail_after_s": now_s + BACK_OFF_S * 4 ** (tries - 1)}
            Notice.objects.filter(pk=notice.pk).update(values=notice.values | later)
        return False
    Notice.objects.filter(pk=notice.pk).update(mailed_s=now_s)
    return True


def body(row: Told, now_s: int) -> str:
    """The text of the mail: what it is about, where to look, and the two answers in one tap where one is asked."""
    lines = [row.says + ".", ""]
    if row.is_for_owner and row.is_unanswered and row.hand_off_id is not None:
        links = {act: mail_links.address(row.hand_off_id, row.person_id, now_s, act) for act in ("accept", "reject")}
        lines += [gettext("Accept:"), links["accept"], "", gettext("Send back:"), links["reject"]]
        lines += [gettext("Reasons: %(reasons)s.") % {"reasons": ", ".join(label for _, label in row.reasons)}, ""]
    if row.lead_id is not None:
        lines += [gettext("The lead with its whole story:"), f"{settings.BASE_URL}/leads/{row.lead_id}/", ""]
    if row.path:
        lines += [gettext("The pact:"), f"{settings.BASE_URL}{row.path}", ""]
    lines += [gettext("You get this mail because you and the other team agreed on it in your pact.")]
    return "\n".join(lines) + "\n"
