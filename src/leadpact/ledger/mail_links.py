"""Signed links in mails: they stand for one person's answer to one hand-off, for two weeks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer

from leadpact.ledger.access import Actor, actor_of
from leadpact.ledger.models import HandOff, Person

PATH = "/answer/"
"""Where the page of a link lies; the token follows."""
VALID_DAYS = 14
_SALT = "leadpact.mail_links"


class WrongLink(ValueError):
    """The link cannot be used; the message says why and what to do instead."""


def token(hand_off_id: int, person_id: int, now_s: int) -> str:
    """A text for an address that nobody else can make, valid from this instant."""
    return Signer(salt=_SALT).sign_object([hand_off_id, person_id, now_s], compress=False)


def address(hand_off_id: int, person_id: int, now_s: int, act: str) -> str:
    """The whole address of the page where a person answers a hand-off; ``act`` is accept or reject."""
    return f"{settings.BASE_URL}{PATH}{token(hand_off_id, person_id, now_s)}/?act={act}"


def read(text: str, now_s: int) -> tuple[HandOff, Actor]:
    """The hand-off and the person that a token stands for.

    Raises ``WrongLink`` when it is damaged, older than ``VALID_DAYS``, its person has left, or the hand-off is
    with somebody else by now.
    """
    hand_off_id, person_id, made_s = _opened(text)
    if not made_s - 60 <= now_s <= made_s + VALID_DAYS * 86_400:
        raise WrongLink(f"This link is older than {VALID_DAYS} days. Sign in to see the lead.")
    person = Person.objects.filter(pk=person_id, is_active=True, can_sign_in=True).first()
    hand_off = HandOff.objects.filter(pk=hand_off_id).first()
    if person is None or hand_off is None:
        raise WrongLink("This link no longer leads anywhere: its lead or its account is gone.")
    if hand_off.owner_id != person.pk:
        raise WrongLink("This lead is with somebody else by now; there is nothing left to answer for you.")
    return hand_off, actor_of(person)


def _opened(text: str) -> tuple[int, int, int]:
    try:
        content: Any = Signer(salt=_SALT).unsign_object(text)
        hand_off_id, person_id, made_s = (int(number) for number in content)
    except (BadSignature, ValueError, TypeError) as error:
        raise WrongLink("This link is damaged, perhaps cut by the mail program. Sign in to see the lead.") from error
    return hand_off_id, person_id, made_s
