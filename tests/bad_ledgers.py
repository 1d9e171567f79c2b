"""Ledgers that no measure was made for: next to nothing in them, or facts that do not fit together."""

from leadpact.ledger.writer import Draft, recording
from leadpact.rules.facts import Fact
from tests.company import NOW_S, company

DAY = 86_400


def _told(lead, day, kind, **columns):
    at_s = NOW_S - 200 * DAY + day * DAY
    columns = {"side": "sales", **columns}
    if "deal_id" in columns:
        columns["deal_id"] += 10 * lead
    return Fact(0, "", kind, at_s, at_s, lead_id=500 + lead, **columns)


def nothing():
    """No fact at all."""
    return []


def one_lead():
    """A single lead, captured and no more."""
    return [_told(1, 0, "captured", side="buyer", source="web")]


def mixed_money(leads=24):
    """Deals of each of three currencies, one of which has no smaller unit, and some without a currency."""
    told = []
    for lead in range(leads):
        currency = ("EUR", "USD", "JPY", None)[lead % 4]
        told += [
            _told(lead, lead, "captured", side="buyer", source="web"),
            _told(lead, lead + 1, "handed_over", side="marketing", points=50 + lead, due_s=NOW_S),
            _told(lead, lead + 2, "call", value_code="reached"),
            _told(lead, lead + 3, "deal_opened", deal_id=1, amount_minor=1000 * lead, currency=currency, stage="talks"),
            _told(lead, lead + 9, "won", deal_id=1, amount_minor=1000 * lead, currency=currency),
        ]
    return told


def no_amounts(leads=24):
    """The same deals, none of them with an amount."""
    return [fact._replace(amount_minor=None, currency=None) for fact in mixed_money(leads)]


def backwards(leads=24):
    """Won, lost, accepted and handed over before they were captured; deals that ended before they were opened."""
    told = []
    for lead in range(leads):
        told += [
            _told(lead, 20, "captured", side="buyer", source="web"),
            _told(lead, 10, "won" if lead % 2 else "lost", deal_id=1, reason="price"),
            _told(lead, 12, "deal_opened", deal_id=1, stage="offer"),
            _told(lead, 5, "accepted"),
            _told(lead, 15, "handed_over", side="marketing", points=40, due_s=NOW_S - 190 * DAY),
            _told(lead, 3, "asset_viewed", side="buyer", asset_id=1),
            _told(lead, 30, "asset_sent", asset_id=1),
        ]
    return told


LEDGERS = {each.__name__: each for each in (nothing, one_lead, mixed_money, no_amounts, backwards)}


def told_in(name, *leads):
    """The company of the tests with one of the ledgers."""
    acme = company()
    with recording(NOW_S) as book:
        book.append([Draft(fact) for fact in LEDGERS[name](*leads)])
    return acme
