"""A company with leads of the year before, of every kind of end, merges and corrections among them."""

from leadpact.ledger.writer import Draft, recording
from leadpact.rules.facts import Fact
from tests.company import NOW_S, Acme, company
from tests.evidence.company import company as told_company
from tests.made_once import made_once


def with_history(copies: int) -> Acme:
    """The company with thirteen such leads, so many times."""
    return made_once(("history", copies), lambda: _told(copies))


def _told(copies: int) -> Acme:
    acme = company()
    with recording(NOW_S) as book:
        drafts = []
        for told in told_company(copies):
            columns = {name: value for name, value in told.items() if name != "seq"}
            fact = Fact(0, "", columns.pop("kind"), columns.pop("occurred_s"), 0)
            drafts.append(Draft(fact._replace(**({"recorded_s": fact.occurred_s} | columns))))
        book.append(drafts)
    return acme
