"""The leads behind a promise of the scoreboard: each case that fell due in the period, kept or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries import scoreboard_cases as cases
from leadpact.queries.lead_list import LeadLine, lines, visible
from leadpact.queries.leads import at
from leadpact.queries.scoreboard import Standing, standing
from leadpact.queries.scoreboard_cases import Case
from leadpact.queries.scoreboard_promises import Promise, teams
from leadpact.rules.goals import Period

LISTED = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A lead with its case."""

    lead: LeadLine
    at: datetime
    is_kept: bool


@dataclass(frozen=True, slots=True)
class PromiseLeads:
    """The newest ``LISTED`` cases of a promise; ``hidden`` ones the pact or the role keeps from the reader."""

    promise: Promise
    side: str
    period: Period
    total: int
    hidden: int
    rows: tuple[Row, ...]


def behind(actor: Actor, now_s: int, name: str, *, is_last: bool = False, missed_only: bool = False) -> PromiseLeads:
    """The leads behind a promise that is counted by cases. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_scoreboard")
    access.check(actor, "see_own_leads")
    found = standing(now_s, is_last=is_last)
    mine = ((each, team.side) for team in teams(found.counting) for each in team.promises if each.name == name)
    promise, side = next(mine, (None, ""))
    if promise is None or not is_listed(name):
        raise access.Unknown(f"There is no promise {name} in this period whose leads are listed.")
    every = _cases(name, found)
    told = [case for case in every if not (missed_only and case.is_kept)]
    sight = Sight(actor, Rulebook(now_s))  # Who may see what is for the pact of today to say.
    known = sight.late_of(case.person_id for case in told)
    seen = [case for case in told if case.person_id in known]
    if not actor.may("see_leads"):
        own = set(visible(actor).values_list("pk", flat=True))
        seen = [case for case in seen if case.lead_id in own]
    part = seen[:LISTED]
    leads = {line.id: line for line in lines(Lead.objects.filter(pk__in={case.lead_id for case in part}), sight)}
    rows = tuple(Row(leads[case.lead_id], at(case.at_s), case.is_kept) for case in part if case.lead_id in leads)
    return PromiseLeads(promise, side, found.period, len(told), len(told) - len(seen), rows)


def is_listed(name: str) -> bool:
    """Whether a promise of this name is counted by cases that can be listed."""
    return name in (*cases.CLOCKS[1:], cases.ACTIONS, cases.BACK) or name.startswith(f"{cases.MATERIAL}-")


def _piece(name: str) -> int:
    """Which piece of material a promise is about, from 1."""
    number = name.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def _cases(name: str, found: Standing) -> list[Case]:
    counting = found.counting
    span = counting.span
    if name == cases.BACK:
        return sorted(
            (case for case in cases.back(span, found.rules) if span.from_s <= case.at_s < span.end_s),
            key=lambda case: -case.at_s,
        )
    if name == cases.ACTIONS:
        return cases.listed(cases.actions(span, found.rules), span)
    if name.startswith(cases.MATERIAL):
        return cases.listed(counting.material_cases(_piece(name)), span)
    return cases.listed(cases.clocks(name, span), span)


__all__ = ["LISTED", "PromiseLeads", "Row", "behind", "is_listed"]
