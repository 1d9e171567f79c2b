"""The scoreboard: the common goal, the latest win, and what each team promised the other, kept or not.

Every figure speaks of one period, by the company's days. The promise of the first touch is the headline of the
measure of answering in time, as it was computed last; every other figure is counted here and now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Min

from leadpact.evidence.compiled import fingerprint
from leadpact.ledger import access, reader, results
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Deal, Lead, PactVersion
from leadpact.ledger.privacy import Sight
from leadpact.ledger.results import Kept
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.writer import company_zone
from leadpact.queries.scoreboard_counts import Span, won
from leadpact.queries.scoreboard_promises import SLA, Counting, Promise, Team, minor, teams, together
from leadpact.rules import clock, goals
from leadpact.rules.clock import Calendar
from leadpact.rules.goals import Gone, Period
from leadpact.rules.pact import Pact


@dataclass(frozen=True, slots=True)
class Foreign:
    """What was won in a currency that the pact does not report in."""

    currency: str
    amount_minor: int
    deals: int


@dataclass(frozen=True, slots=True)
class CommonGoal:
    """Money won together. ``shares`` are (side, amount) by who found the lead and add up to ``won_minor``.

    ``pace_minor`` is the target times the share of working days gone; plain days count where no holidays are
    known (``has_holidays``). ``others`` are added to nothing; ``without_amount`` deals bring nothing here.
    """

    won_minor: int
    target_minor: int
    pace_minor: int
    currency: str
    shares: tuple[tuple[str, int], ...]
    others: tuple[Foreign, ...]
    without_amount: int
    gone: Gone
    has_holidays: bool


@dataclass(frozen=True, slots=True)
class Win:
    """The latest win of the period: who found it, who closed it, and who else did something for it.

    Names are empty where nobody is recorded. ``deal_id`` is None for readers who may not open deals.
    """

    company: str
    amount_minor: int | None
    currency: str
    finder: str
    finder_side: str
    closer: str
    source: str
    helpers: tuple[str, ...]
    closed_s: int
    deal_id: int | None


@dataclass(frozen=True, slots=True)
class Board:
    """The whole scoreboard. ``sla`` is the result that the first touch is read from, for the question ``sla_asked``.

    It is None when that was never computed. ``teams`` are empty while no pact holds.
    """

    period: Period
    is_last: bool
    as_of_s: int
    has_pact: bool
    goal: CommonGoal | None
    together: tuple[Promise, ...]
    win: Win | None
    teams: tuple[Team, ...]
    sla_asked: Mapping[str, str]
    sla: Kept | None


def board(actor: Actor, now_s: int, *, is_last: bool = False) -> Board:
    """The figures of the running period, or of the one before it. Raises ``Forbidden``.

    The period is that of the common goal in money, else a quarter. A period that is over is judged by the pact
    that held at its end.
    """
    access.check(actor, "see_scoreboard")
    found = standing(now_s, is_last=is_last)
    counting, held = found.counting, found.held
    return Board(
        found.period, is_last, now_s, held is not None, _common(counting, found.days), together(counting),
        _latest(actor, counting.span, found.rules, now_s), teams(counting), found.asked, counting.sla,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """What the figures of a period are made from: the rules that judge it, its days, and its counts."""

    period: Period
    rules: Rulebook
    held: InForce | None
    days: _Days
    counting: Counting
    asked: Mapping[str, str]

    @property
    def gone(self) -> Gone:
        """How much of the period is gone."""
        return goals.gone(self.period, self.counting.today, self.days.is_working)


def standing(now_s: int, *, is_last: bool = False) -> Standing:
    """The running period, or the one before it, ready to be counted."""
    zone, rules = company_zone(), Rulebook(now_s)
    today = datetime.fromtimestamp(now_s, zone).date()
    pact = rules.pacts[0].pact if rules.pacts else None
    period = _period(pact, today, is_last=is_last)
    span = Span(_midnight(period.first_on, zone), _midnight(period.last_on + timedelta(days=1), zone), now_s)
    if is_last:
        rules = Rulebook(span.to_s - 1)
    held = rules.pacts[0] if rules.pacts else None
    days = _Days(rules, held, zone)
    asked = {"since": period.first_on.isoformat(), "until": period.last_on.isoformat()}
    sla = results.latest(SLA, results.question(asked).key, made_by=fingerprint())
    agreed_on = _agreed_on(held, zone) or period.first_on
    counting = Counting(span, period, today, held.pact if held else None, rules, days.is_working, sla, agreed_on)
    return Standing(period, rules, held, days, counting, asked)


def _period(pact: Pact | None, today: date, *, is_last: bool) -> Period:
    found = pact.goals if pact else ()
    money = (goal.per for goal in found if goal.side == "together" and goal.measure == "revenue_won" and goal.per)
    starts = pact.time.year_starts if pact else "january"
    running = goals.period_of(next(money, "quarter"), today, starts)
    return goals.before(running, starts) if is_last else running


def _agreed_on(held: InForce | None, zone: ZoneInfo) -> date | None:
    """The day on which the first version of the pact took effect."""
    if held is None:
        return None
    first_s = PactVersion.objects.filter(name=held.pact.name).aggregate(first_s=Min("effective_s"))["first_s"]
    return datetime.fromtimestamp(first_s, zone).date() if first_s is not None else None


def _midnight(day: date, zone: ZoneInfo) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp())


class _Days:
    """Which days are working days by the pact; every weekday with hours where holidays are not known."""

    def __init__(self, rules: Rulebook, held: InForce | None, zone: ZoneInfo) -> None:
        self.zone = zone
        self.calendar: Calendar | None = rules.calendar(None, held) if held else None
        self.has_holidays = self.calendar is not None
        self._known: dict[date, bool] = {}

    def is_working(self, day: date) -> bool:
        """Whether the pact's hours hold any working time on a day."""
        if day not in self._known:
            self._known[day] = self._look(day)
        return self._known[day]

    def _look(self, day: date) -> bool:
        if self.calendar is None:
            return True
        start_s, end_s = _midnight(day, self.zone), _midnight(day + timedelta(days=1), self.zone)
        try:
            return clock.elapsed(self.calendar, start_s, end_s) > 0
        except clock.Unanswerable:
            self.has_holidays = False
            return clock.elapsed(replace(self.calendar, holidays=clock.NO_HOLIDAYS), start_s, end_s) > 0


def _common(counting: Counting, days: _Days) -> CommonGoal | None:
    """The common goal in money."""
    found = counting.pact.goals if counting.pact else ()
    goal = next((g for g in found if g.side == "together" and g.measure == "revenue_won"), None)
    if goal is None:
        return None
    own = dict.fromkeys(("marketing", "sales", "unknown"), 0)
    others: dict[str, Foreign] = {}
    rows = won(counting.span)
    for row in rows:
        if row.currency in (goal.unit, ""):
            own[row.side if row.side in own else "unknown"] += row.amount_minor
        else:
            so_far = others.get(row.currency, Foreign(row.currency, 0, 0))
            more = so_far.amount_minor + row.amount_minor, so_far.deals + row.deals
            others[row.currency] = Foreign(row.currency, *more)
    target = minor(goal.target, goal.unit)
    whole = counting.owed(target, goal.per, is_whole=True) if goal.per else target
    gone = goals.gone(counting.period, counting.today, counting.is_working)
    return CommonGoal(
        sum(own.values()), round(whole), round(whole * gone.share), goal.unit,
        tuple((side, amount) for side, amount in own.items() if amount or side != "unknown"),
        tuple(others[code] for code in sorted(others)), sum(row.without_amount for row in rows), gone,
        days.has_holidays,
    )  # fmt: skip


def _latest(actor: Actor, span: Span, rules: Rulebook, now_s: int) -> Win | None:
    """The latest win of the period, in the words of its pact; who is named is for the pact of today to say."""
    held = rules.pacts[0] if rules.pacts else None
    wins = Deal.objects.filter(state="won", closed_s__gte=span.from_s, closed_s__lt=span.end_s)
    last = wins.order_by("-closed_s", "-pk").first()
    if last is None:
        return None
    lead = Lead.objects.filter(pk=last.lead_id).first()
    facts = [fact for fact in reader.facts_of([last.lead_id])[last.lead_id] if fact.occurred_s <= (last.closed_s or 0)]
    finder_id, closer_id = lead.found_by_id if lead else None, last.closer_id or last.owner_id
    who = (
        Sight(actor, Rulebook(now_s))
        .names({fact.by_id for fact in facts} | {finder_id, closer_id})
        .told_at(last.closed_s)
    )
    helped = dict.fromkeys(fact.by_id for fact in facts if fact.by_id not in (finder_id, closer_id))
    source = (lead.source if lead else None) or ""
    return Win(
        (lead.company if lead else None) or "", last.amount_minor, last.currency or "",
        who.get(finder_id or 0, ""), lead.found_side if lead else "unknown", who.get(closer_id or 0, ""),
        held.pact.word(source) if held and source else source,
        tuple(who[person_id] for person_id in helped if person_id is not None and person_id in who), last.closed_s or 0,
        last.pk if _may_open(actor, last) else None,
    )  # fmt: skip


def _may_open(actor: Actor, deal: Deal) -> bool:
    return actor.may("see_leads") or (actor.may("manage_deals") and deal.owner_id == actor.id)


__all__ = ["Board", "CommonGoal", "Foreign", "Promise", "Standing", "Team", "Win", "board", "standing"]
