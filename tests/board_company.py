"""A quarter that can be counted by hand: twelve leads handed over, ten called in time, two deals won in euros."""

from datetime import datetime
from zoneinfo import ZoneInfo

from leadpact.connectors import pact_file
from leadpact.ledger.models import HandOff
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import deals, sla
from leadpact.rules.facts import Fact
from tests.company import NOW_S, Acme, company
from tests.made_once import made_once

MINUTE_S, HOUR_S = 60, 3_600
FRIDAY_S = int(datetime(2026, 6, 5, 10, 0, tzinfo=ZoneInfo("Europe/Berlin")).timestamp())
"""Three working days after the hand-offs: 42 of the quarter's 60 working days have ended (20 in April without Good
Friday and Easter Monday, 18 in May without the 1st, the 14th and the 25th, and 4 of 22 in June)."""


def pact_text(**changes: str) -> str:
    """The starter pact with some words replaced."""
    text = pact_file.starter()
    for old, new in changes.items():
        was = {
            "capacity": "each_person: 10 a week",
            "smallest": "smallest_group: 5",
            "sales": "unless: accepted_handoffs over 60 a month, ",
        }[old]
        assert was in text
        text = text.replace(was, new)
    return text


def called(acme: Acme, hand_off: HandOff, at_s: int, outcome: str = "no_answer") -> None:
    sla.log_attempt(actor=acme.owner(hand_off), lead_id=hand_off.lead_id, channel="call", outcome=outcome, now_s=at_s)


def won(acme: Acme, hand_off: HandOff, amount_minor: int, currency: str, at_s: int) -> int:
    owner = acme.owner(hand_off)
    deal_id = deals.open_deal(actor=owner, lead_id=hand_off.lead_id, now_s=at_s)
    deals.win(actor=owner, deal_id=deal_id, amount_minor=amount_minor, currency=currency, now_s=at_s + 60)
    return deal_id


def handed(acme: Acme, number: int) -> list[HandOff]:
    return [acme.handed_over(f"x{place}") for place in range(1, number + 1)]


def quarter(*, text: str | None = None) -> tuple[Acme, list[HandOff]]:
    """The company on 2 June with twelve leads that wanted a demo, so that a first touch is due in 15 minutes.

    Ten are called within ten minutes, the eleventh an hour later, the twelfth not at all. The first is won for
    12,000 euros, the second for 900 dollars on 4 June, the third for 5,000 euros on 5 June at 9.
    """
    return made_once(("quarter", text), lambda: _lived(text or pact_text(smallest="smallest_group: 2")))


def _lived(text: str) -> tuple[Acme, list[HandOff]]:
    acme = company(text=text)
    hands = handed(acme, 12)
    for hand_off in hands[:10]:
        called(acme, hand_off, NOW_S + 10 * MINUTE_S)
    called(acme, hands[10], NOW_S + HOUR_S, "reached")
    won(acme, hands[0], 1_200_000, "EUR", NOW_S + 24 * HOUR_S)
    won(acme, hands[1], 90_000, "USD", NOW_S + 48 * HOUR_S)
    won(acme, hands[2], 500_000, "EUR", FRIDAY_S - HOUR_S)
    return acme, hands


def bare_hand_off(acme: Acme, external_id: str, at_s: int, **more: str) -> None:
    """A hand-off that came from elsewhere with little known: it has the pact's version and no deadline."""
    lead_id = acme.lead(external_id, **more)
    fact = Fact(
        0, "", "handed_over", at_s, at_s, lead_id=lead_id, side="marketing", pact_id=acme.pact_id, pact_version=1,
        step="marketing to sales", person_id=acme.people["salesperson"].pk,
    )  # fmt: skip
    with recording(at_s) as book:
        book.append([Draft(fact)])
