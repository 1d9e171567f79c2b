"""What a buyer allows, told by people, forms, systems and mails: the ground of each way, or the buyer's no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from leadpact.connectors.phones import read_phone
from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead, LeadKey
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import reactions
from leadpact.operations.capture import home_region
from leadpact.rules import consent, identity
from leadpact.rules.capture import free_code
from leadpact.rules.consent import Answer
from leadpact.rules.facts import Fact
from leadpact.rules.lead import seen
from leadpact.rules.terms import DO_NOT_CONTACT, GROUNDS, PERMISSIONS, REFUSED

WORDS_MOST = 1_000
"""Longest wording that is kept beside an answer, in signs: what the buyer agreed to, or said."""


class WrongConsent(ValueError):
    """A way, ground or manner that is none; the message lists those that are."""


def give(
    *,
    actor: Actor,
    lead_id: int,
    ways: Sequence[str],
    ground: str,
    now_s: int,
    how: str = "hand",
    wording: str = "",
    occurred_s: int | None = None,
) -> list[Fact]:
    """Record that the buyer may be reached, or watched, over these ways: email, phone, post, tracking.

    ``ground`` is consent, contract or legitimate_interest; ``how`` through what it was given (hand, form, mail ...);
    ``wording`` what the buyer agreed to, kept apart from the facts. Gives the facts, none where all stood already.
    Raises ``WrongConsent`` and what ``access`` raises.
    """
    if ground == REFUSED:
        raise WrongConsent("A ground is consent, contract or legitimate_interest; use refuse for the buyer's no.")
    codes = {_field(way): ground for way in ways}
    return _say(actor, lead_id, codes, now_s, how, wording, occurred_s)


def refuse(
    *,
    actor: Actor,
    lead_id: int,
    now_s: int,
    ways: Sequence[str] = (),
    how: str = "hand",
    wording: str = "",
    occurred_s: int | None = None,
) -> list[Fact]:
    """Record the buyer's no to these ways; to none named: the buyer is not to be contacted at all.

    A lead with sales that no way is left to leaves their hands; its attempts end as kept. Raises as ``give``.
    """
    codes = {_field(way): REFUSED for way in ways} if ways else {DO_NOT_CONTACT: "true"}
    return _say(actor, lead_id, codes, now_s, how, wording, occurred_s)


def change(
    *, actor: Actor, lead_id: int, codes: Mapping[str, str], now_s: int, how: str = "hand", wording: str = ""
) -> list[Fact]:
    """Set several ways at once, as a form does: way to ground or refused; empty says nothing. Raises as ``give``."""
    return _say(actor, lead_id, {_field(way): code for way, code in codes.items() if code}, now_s, how, wording, None)


def _field(way: str) -> str:
    if way not in PERMISSIONS:
        raise WrongConsent(f"{way!r} is not a way to reach a buyer; choose one of: {', '.join(PERMISSIONS)}.")
    return PERMISSIONS[way]


def _say(
    actor: Actor, lead_id: int, codes: Mapping[str, str], now_s: int, how: str, wording: str, occurred_s: int | None
) -> list[Fact]:
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        lead = access.lead(actor, "edit_lead", lead_id)
        side = actor.side if actor.side in ("marketing", "sales") else "system"
        said = drafts(
            book, lead, codes, at_s=now_s if occurred_s is None else min(occurred_s, now_s), by_id=actor.id,
            side="buyer" if how in BY_THE_BUYER else side, how=how, wording=wording,
        )  # fmt: skip
        appended = book.append(said)
        reactions.follow(appended, now_s)
        return appended.facts


BY_THE_BUYER = frozenset(("form", "mail", "link"))
"""Manners in which the buyers themselves said it."""


def drafts(
    book: Book,
    lead: Lead,
    codes: Mapping[str, str],
    *,
    at_s: int,
    by_id: int | None = None,
    side: str = "buyer",
    how: str = "form",
    wording: str = "",
) -> list[Draft]:
    """The facts of an answer in an open book, for a door that records more in the same transaction.

    ``codes`` are by field (``permission_email`` ...). What stands already is left out, unless it comes with a wording
    that proves it anew. Raises ``WrongConsent``.
    """
    how_code = free_code(how, 30).code
    if how_code is None:
        raise WrongConsent(f"{how!r} cannot say how it was told; write a short code such as hand, form or mail.")
    for name, code in codes.items():
        if name != DO_NOT_CONTACT and code not in GROUNDS:
            raise WrongConsent(f"{code!r} is not a ground; choose one of: {', '.join(GROUNDS)}.")
    known = seen(book.facts_of([lead.pk])[lead.pk]).values
    words = " ".join(wording.split())[:WORDS_MOST] or None
    told = {name: code for name, code in codes.items() if words or name not in known or known[name].code != code}
    blank = Fact(
        0,
        "",
        "described",
        at_s,
        0,
        lead_id=lead.pk,
        account_id=lead.account_id,
        by_id=by_id,
        side=side,
        channel=how_code,
    )
    rest = consent.still_refused(known, told)
    stops = consent.beside(known, told)
    if stops is not None:
        rest[DO_NOT_CONTACT] = stops
    found = [Draft(blank._replace(field=name, value_code=code), words) for name, code in told.items()]
    found += [Draft(blank._replace(field=name, value_code=code)) for name, code in rest.items()]
    if lead.state in consent.WITH_SALES and consent.asks_to_be_left([draft.fact for draft in found]):
        found.append(Draft(consent.left_alone(lead.pk, at_s, by_id=by_id, channel=how_code)))
    if stops == "false" and lead.state == "closed" and lead.reason == consent.REASON:
        found.append(Draft(Fact(0, "", "woken", at_s, 0, lead_id=lead.pk, reason="allowed")))
    return found


def refusing(lead_ids: Iterable[int], way: str) -> set[int]:
    """Which of these leads refused a way: what is tracked of them is not recorded. Raises ``WrongConsent``."""
    _field(way)
    found: set[int] = set()
    for part in reader.chunks(lead_ids):
        rows = Lead.objects.filter(pk__in=part, refused__isnull=False).values_list("pk", "refused")
        found.update(lead_id for lead_id, ways in rows if way in (ways or "").split())
    return found


def lead_of(text: str) -> int:
    """The lead that a number, e-mail address or phone number means. Raises ``Unknown``."""
    if text.isdigit() and len(text) < 19 and Lead.objects.filter(pk=int(text)).exists():
        return int(text)
    number = read_phone(text, home_region()).e164
    keys = identity.keys(None, text, number)
    found = LeadKey.objects.filter(kind__in=("email", "phone"), value__in=[key.value for key in keys]).first()
    if found is None:
        raise access.Unknown(f"There is no lead {text!r}: give its number, e-mail address or phone number.")
    return found.lead_id


def standing(*, actor: Actor, lead_id: int) -> tuple[Answer, ...]:
    """What stands for each way of a lead. Raises what ``access`` raises."""
    access.lead(actor, "see_own_leads", lead_id)
    return consent.answers(reader.facts_of([lead_id])[lead_id])
