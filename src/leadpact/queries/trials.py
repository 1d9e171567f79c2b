"""What the trials of a pact cost: in leads a week, counted on the company's own last months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from leadpact.evidence import replay as past
from leadpact.evidence.scores import SHORT, scoring_of
from leadpact.evidence.tally import tally
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import FactRow
from leadpact.ledger.rulebook import takes_a_week
from leadpact.ledger.writer import company_zone
from leadpact.queries.pact import VersionLine, version_of
from leadpact.queries.replay_ground import ground, marked, weeks_of
from leadpact.queries.replay_words import whole
from leadpact.rules import trials
from leadpact.rules.pact import Money, Pact
from leadpact.rules.pact_reading_money import minor_digits

MONTHS = 3
SHARE_SHOWN, POINTS_SHOWN = 0.10, 0.03
"""For this share of wins it is said how many leads it takes to see a difference of so much."""


@dataclass(frozen=True, slots=True)
class Price:
    """One trial of a pact: whether it is on, what it does, and what it costs a week, in words.

    ``leads_a_week`` are those that it touches, at most; None while it is off or nothing is known.
    """

    trial: trials.Trial
    name: str
    is_on: bool
    setting: str
    does: str
    costs: str
    leads_a_week: float | None


@dataclass(frozen=True, slots=True)
class TrialsPage:
    """One version's trials."""

    line: VersionLine
    prices: tuple[Price, ...]


def page(actor: Actor, pact_id: int, now_s: int) -> TrialsPage:
    """The trials of a version. Raises ``Unknown`` and ``Forbidden``."""
    line, pact = version_of(actor, pact_id, now_s)
    return TrialsPage(line, prices(actor, pact, now_s))


def prices(actor: Actor, pact: Pact, now_s: int) -> tuple[Price, ...]:
    """The three trials of a pact with what each costs, by the leads of the last three months. Raises ``Forbidden``."""
    access.check(actor, "see_pact")
    return (_explored(pact, now_s), _persistence(pact, now_s), _shuffled(pact))


def needed() -> str:
    """How many leads it takes before a trial says anything, in words."""
    many = trials.leads_needed(SHARE_SHOWN, POINTS_SHOWN)
    return _("To see whether 10 of 100 or 13 of 100 are won takes about {n} leads on each side.").format(n=f"{many:,}")


def _explored(pact: Pact, now_s: int) -> Price:
    is_on = trials.runs(pact, "explored_slice")
    most = trials.explored_a_week(pact, takes_a_week(pact.steps[0])[1])
    says = _("{share} of them, at most {n} a week").format(share=_percent(pact.trials.explored_slice), n=most)
    leads = min(_short_a_week(pact, now_s) * pact.trials.explored_slice, float(most)) if is_on else None
    return Price(
        "explored_slice",
        _("Explored slice"),
        is_on,
        says if is_on else _("off"),
        _("Hands over leads that lack points and nothing else, drawn by chance, to learn what they are worth."),
        "" if leads is None else _("about {n} extra leads a week").format(n=whole(leads)),
        leads,
    )


def _persistence(pact: Pact, now_s: int) -> Price:
    is_on = trials.runs(pact, "persistence")
    leads = _given_up_a_week(now_s) * pact.trials.persistence if is_on else None
    costs = ""
    if leads is not None:
        costs = _("about {n} leads a week get {more} more attempts each").format(
            n=whole(leads), more=trials.EXTRA_ATTEMPTS
        )
        each = pact.deals.cost_of_an_attempt
        if each is not None and leads:
            costs = _("{costs}: {money} a week").format(costs=costs, money=_money(each, leads * trials.EXTRA_ATTEMPTS))
    return Price(
        "persistence",
        _("Persistence trial"),
        is_on,
        _("{share} of them").format(share=_percent(pact.trials.persistence)) if is_on else _("off"),
        _("Asks for two more attempts to leads that would be given up, drawn by chance."),
        costs,
        leads,
    )


def _shuffled(pact: Pact) -> Price:
    is_on = trials.runs(pact, "shuffled_call_order")
    return Price(
        "shuffled_call_order",
        _("Drawn call order"),
        is_on,
        _("on") if is_on else _("off"),
        _("Puts leads of the same hour and ten points on the short list in an order drawn by chance."),
        _("no extra leads; within the hour a lead with a few more points may wait") if is_on else "",
        0.0 if is_on else None,
    )


def _percent(share: float) -> str:
    return f"{share * 100:.3g}%"


def _money(each: Money, many: float) -> str:
    amount = each.amount_minor * many / 10 ** minor_digits(each.currency)
    return f"{amount:,.0f} {each.currency}"


def _bounds(now_s: int) -> Sequence[int]:
    return weeks_of(MONTHS, now_s, company_zone())


def _short_a_week(pact: Pact, now_s: int) -> float:
    """Leads a week that lack points under the pact and nothing else, over the whole weeks of the last months."""
    starts = _bounds(now_s)
    told = ground(starts[0], now_s)
    scoring = scoring_of(pact)
    found = tally(scoring, len(told.leads), marked(told, scoring.asked))
    at_s = told.leads.hand_s
    is_short = (found.kept_by == SHORT) & (at_s < starts[-1])
    weeks = past.weekly(at_s, is_short, starts[:-1])
    begun = np.flatnonzero(np.asarray(starts[1:]) > (int(at_s.min()) if len(at_s) else starts[-1]))
    return float(weeks[begun].mean()) if len(begun) else 0.0


def _given_up_a_week(now_s: int) -> float:
    """Leads a week that sales gave up in silence, or that were kept on instead, over the last months."""
    starts = _bounds(now_s)
    rows = FactRow.objects.filter(kind__in=("gave_up", "kept_on"), occurred_s__gte=starts[0], occurred_s__lt=starts[-1])
    return rows.filter(reason__in=("silent", "persistence"), side="system").count() / (len(starts) - 1)


__all__ = ["Price", "TrialsPage", "needed", "page", "prices"]
