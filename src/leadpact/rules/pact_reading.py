"""A pact out of its file: either a whole one, or every mistake at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from leadpact.rules.criteria_words import in_words
from leadpact.rules.pact import (
    AttemptRule,
    Credit,
    Deals,
    FollowUp,
    Goal,
    GoodLead,
    Pact,
    PeopleFigures,
    Points,
    Step,
    Trials,
    WorkingTime,
)
from leadpact.rules.pact_reading_criteria import NOTHING, condition, conditions, covers
from leadpact.rules.pact_reading_forms import (
    MONTHS,
    code,
    count,
    day,
    days,
    hours,
    known_field,
    leads_kept,
    names_kept,
    once,
    one_of,
    phrase,
    share,
    slice_of,
    some_codes,
    text,
    whole_percent,
    yes_no,
)
from leadpact.rules.pact_reading_handoff import back_to_marketing, follow_up, step
from leadpact.rules.pact_reading_money import currency, money, target, unless
from leadpact.rules.pact_reading_names import CAPTURED, STANDARD, actions, fields, lists, refuse_unused_lists, words
from leadpact.rules.pact_reading_tree import Names, Node, PactError, Spot
from leadpact.rules.terms import Field, Span

__all__ = ["CAPTURED", "MEASURES", "Node", "PactError", "Reading", "read_pact"]

MEASURES = (
    "funnel", "source_quality", "sla_keeping", "persistence", "revenue_won", "deals_won", "accepted_handoffs",
    "handoffs", "promise_kept", "leads_captured", "qualified_leads", "conformity",
)  # fmt: skip
"""What a goal may be about, unless the caller knows more."""
RATES = ("fixed each month", "fixed each quarter", "fixed each year")
CREDIT = Credit(40, 20, 40, "account", 90.0, "first_touch")
"""How a win is shared when the pact does not say."""
SECTIONS = (
    "pact", "version", "vision", "teams", "covers", "order", "time", "money", "fields", "lists", "qualification",
    "actions", "good_lead", "hand_offs", "back_to_marketing", "follow_up", "deals", "credit", "goals", "people",
    "trials", "words",
)  # fmt: skip
REQUIRED = ("pact", "time", "money", "good_lead", "hand_offs", "follow_up", "deals")
ASKED_BY: Mapping[str, Literal["marketing", "sales", "both"]] = {
    "marketing": "marketing",
    "sales": "sales",
    "both": "both",
}
FIGURES: Mapping[str, Literal["own_and_team", "own", "all"]] = {
    "own and team": "own_and_team",
    "own": "own",
    "all": "all",
}
LATE: Mapping[str, Literal["owner_and_manager", "owner", "team"]] = {
    "seen by owner and manager": "owner_and_manager", "seen by owner": "owner", "seen by team": "team",
}  # fmt: skip
SOURCED: Mapping[str, Literal["first_touch", "captured_by"]] = {
    "first touch": "first_touch",
    "captured by": "captured_by",
}
LEVELS: Mapping[str, Literal["account", "lead"]] = {"account": "account", "lead": "lead"}
TRIALS: Mapping[str, Literal["announced"]] = {"announced": "announced"}
SIDES: tuple[Literal["together", "marketing", "sales"], ...] = ("together", "marketing", "sales")
_MONEY_MEASURE = "revenue_won"
_NO_TIME = WorkingTime("UTC", "", "")
_NO_FOLLOW_UP = FollowUp(1, Span(1, "days"), AttemptRule("person", (), (), 1), (), (), 0.0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a pact gave: the pact, or every error in order of place. Exactly one of them is there."""

    pact: Pact | None
    errors: tuple[PactError, ...]


def read_pact(
    root: Node,
    *,
    file: str = "pact.yaml",
    measures: tuple[str, ...] = MEASURES,
    zones: frozenset[str] | None = None,
    countries: frozenset[str] | None = None,
) -> Reading:
    """Read a whole pact, or list every mistake.

    ``zones`` are the IANA names and ``countries`` the codes (``DE``, ``DE-BY``) to accept; None checks neither.
    """
    errors: list[PactError] = []
    names = Names(measures, zones, countries, file)
    section = Spot(root, "", names, errors).section(SECTIONS, REQUIRED)
    own: dict[str, Field | None] = section.read("fields", fields, {})
    names = replace(names, fields={**STANDARD, **own}, lists=section.read("lists", lists, {}))
    section = type(section)({key: replace(spot, names=names) for key, spot in section.spots.items()}, section.is_sound)
    declared = section.read("actions", actions, None)
    good_lead = section.read("good_lead", _good_lead, GoodLead((), None, (), ()))
    groups = frozenset(row.group for row in good_lead.points if row.group)
    steps: tuple[Step, ...] = section.read("hand_offs", lambda spot: _steps(spot, declared, groups), ())
    report_in, rates = section.read("money", _money, ("EUR", RATES[1]))
    pact = Pact(
        name=section.read("pact", text, ""),
        version=section.read("version", count(1), 1),
        vision=section.read("vision", text, ""),
        teams=section.read("teams", _teams, (("marketing", "Marketing"), ("sales", "Sales"))),
        covers=section.read("covers", covers, None),
        order=section.read("order", count(1), None),
        time=section.read("time", _time, _NO_TIME),
        report_in=report_in,
        rates=rates,
        good_lead=good_lead,
        steps=steps,
        back_to_marketing=section.read("back_to_marketing", back_to_marketing, None),
        follow_up=section.read("follow_up", follow_up, _NO_FOLLOW_UP),
        deals=section.read("deals", _deals, Deals((), (), None, None)),
        credit=section.read("credit", _credit, CREDIT),
        goals=section.read("goals", _goals, ()),
        people=section.read("people", _people, PeopleFigures()),
        trials=section.read("trials", _trials, Trials()),
        fields=tuple(field for field in own.values() if field),
        qualification=section.read("qualification", _qualification, ("budget", "need", "timeframe_months")),
        actions=_asked_actions(steps) if declared is None else declared,
        words=section.read("words", words, {}),
    )
    if "lists" in section.spots:
        refuse_unused_lists(section.spots["lists"])
    if errors:
        return Reading(None, tuple(sorted(errors, key=lambda error: (error.line, error.column, error.path))))
    return Reading(_labelled(pact), ())


def _labelled(pact: Pact) -> Pact:
    """Rows without a label of their own get their condition in words."""
    rows = tuple(row if row.label else replace(row, label=in_words(row.when, pact)) for row in pact.good_lead.points)
    return replace(pact, good_lead=replace(pact.good_lead, points=rows))


def _asked_actions(steps: tuple[Step, ...]) -> tuple[tuple[str, str], ...]:
    """Actions that steps ask for, when the pact declares none: labelled in words."""
    names = dict.fromkeys(name for each in steps for name in each.after)
    return tuple((name, name.replace("_", " ").capitalize()) for name in names)


def _qualification(spot: Spot) -> tuple[str, ...]:
    return once(spot.items(), known_field)


def _teams(spot: Spot) -> tuple[tuple[str, str], ...]:
    section = spot.section(("marketing", "sales"), ("marketing", "sales"))
    return tuple((side, section.read(side, text, side)) for side in ("marketing", "sales"))


def _time(spot: Spot) -> WorkingTime:
    section = spot.section(("zone", "holidays", "hours", "year_starts"), ("zone", "hours"))
    return WorkingTime(
        zone=section.read("zone", _zone, ""),
        holidays=section.read("holidays", _holidays, ""),
        hours=section.read("hours", hours, ""),
        year_starts=section.read("year_starts", one_of(MONTHS, "a month such as `january`"), "january"),
    )


def _zone(spot: Spot) -> str:
    what = "a time zone such as `Europe/Berlin`"
    return spot.text(what) if spot.names.zones is None else one_of(sorted(spot.names.zones), what)(spot)


def _holidays(spot: Spot) -> str:
    what = "a country, or a country with a region, such as `DE` or `DE-BY`"
    if spot.node.value == "none":
        return ""
    return spot.text(what) if spot.names.countries is None else one_of(sorted(spot.names.countries), what)(spot)


def _money(spot: Spot) -> tuple[str, str]:
    section = spot.section(("report_in", "rates"), ("report_in",))
    return section.read("report_in", currency, ""), section.read("rates", one_of(RATES, "a way to fix rates"), RATES[1])


def _good_lead(spot: Spot) -> GoodLead:
    section = spot.section(("points", "half_life", "must", "never"), ("points",))
    return GoodLead(
        points=section.read("points", _points, ()),
        half_life_days=section.read("half_life", days, None),
        must=section.read("must", conditions, ()),
        never=section.read("never", conditions, ()),
    )


def _points(spot: Spot) -> tuple[Points, ...]:
    rows: list[Points] = []
    for each in spot.items(1, "a list of rows"):
        row = _row(each)
        double = next((i for i, before in enumerate(rows, 1) if before.when == row.when and row.when != NOTHING), 0)
        if double:
            each.fail(f"asks the same as points[{double}]; a condition gives its points once")
        rows.append(row)
    return tuple(rows)


def _row(spot: Spot) -> Points:
    section = spot.section(
        ("when", "points", "label", "group", "asked_by", "because"), ("when", "points", "asked_by", "because")
    )
    return Points(
        when=section.read("when", condition, NOTHING),
        points=section.read("points", count(0, 1000), 0),
        label=section.read("label", text, ""),
        group=section.read("group", lambda each: code(each) or None, None),
        asked_by=section.read("asked_by", phrase(ASKED_BY, "both"), "both"),
        because=section.read("because", text, ""),
    )


def _steps(spot: Spot, declared: tuple[tuple[str, str], ...] | None, groups: frozenset[str]) -> tuple[Step, ...]:
    known = None if declared is None else tuple(name for name, _ in declared)
    steps: list[Step] = []
    for each in spot.items(1, "a list of steps"):
        found = step(each, known, groups)
        if found.name and any(found.name == before.name for before in steps):
            each.fail(f"a step called `{found.name}` is there already; each step has its own name")
        steps.append(found)
    return tuple(steps)


def _deals(spot: Spot) -> Deals:
    section = spot.section(
        ("stages", "loss_reasons", "value_of_a_deal", "cost_of_an_attempt"), ("stages", "loss_reasons")
    )
    return Deals(
        stages=section.read("stages", some_codes, ()),
        loss_reasons=section.read("loss_reasons", some_codes, ()),
        value_of_a_deal=section.read("value_of_a_deal", money, None),
        cost_of_an_attempt=section.read("cost_of_an_attempt", money, None),
    )


def _credit(spot: Spot) -> Credit:
    shares = ("originator", "touches_between", "closer")
    before = len(spot.errors)
    section = spot.section((*shares, "level", "window", "sourced"), shares)
    first, between, last = (section.read(key, whole_percent, 0) for key in shares)
    if len(spot.errors) == before and first + between + last != 100:
        spot.fail(f"the shares add up to {first + between + last}%, not to 100%: {first} + {between} + {last}")
    return Credit(
        originator=first,
        touches_between=between,
        closer=last,
        level=section.read("level", phrase(LEVELS, CREDIT.level), CREDIT.level),
        window_days=section.read("window", days, CREDIT.window_days),
        sourced=section.read("sourced", phrase(SOURCED, CREDIT.sourced), CREDIT.sourced),
    )


def _goals(spot: Spot) -> tuple[Goal, ...]:
    section = spot.section(SIDES)
    return tuple(_goal(each, side) for side in SIDES if side in section.spots for each in section.spots[side].items())


def _goal(spot: Spot, side: Literal["together", "marketing", "sales"]) -> Goal:
    section = spot.section(
        ("measure", "target", "review_by", "by", "owner", "unless"), ("measure", "target", "review_by")
    )
    measure = section.read("measure", one_of(spot.names.measures, "a measure"), "")
    amount, unit, per = section.read("target", lambda each: target(each, each.text("a target")), None) or (
        0.0,
        "%",
        None,
    )
    is_money = unit not in {"", "%"}
    if measure == _MONEY_MEASURE and not is_money and amount:
        section.spots["target"].fail(f"`{measure}` is money; expected a target such as `600000 EUR a quarter`")
    elif is_money and measure in MEASURES and measure != _MONEY_MEASURE:
        section.spots["target"].fail(f"`{measure}` is not money; expected a target such as `40 a month` or `90%`")
    return Goal(
        side=side,
        measure=measure,
        target=amount,
        unit=unit,
        per=per,
        review_by=section.read("review_by", day, date(2000, 1, 1)),
        by=section.read("by", _coded_field, None),
        owner=section.read("owner", text, None),
        unless=section.read("unless", unless, None),
    )


def _coded_field(spot: Spot) -> str | None:
    name = known_field(spot)
    declared = spot.names.fields.get(name)
    if declared and declared.type != "coded":
        spot.fail(f"`{name}` is a {declared.type} field; a goal is broken down by a coded one, such as `segment`")
    return name or None


def _people(spot: Spot) -> PeopleFigures:
    section = spot.section(("figures", "smallest_group", "individual_late", "names_kept", "leads_kept", "trials"))
    own = PeopleFigures()
    return PeopleFigures(
        figures=section.read("figures", phrase(FIGURES, own.figures), own.figures),
        smallest_group=section.read("smallest_group", count(2), own.smallest_group),
        individual_late=section.read("individual_late", phrase(LATE, own.individual_late), own.individual_late),
        names_kept=section.read("names_kept", names_kept, own.names_kept),
        trials=section.read("trials", phrase(TRIALS, own.trials), own.trials),
        leads_kept=section.read("leads_kept", leads_kept, None),
    )


def _trials(spot: Spot) -> Trials:
    section = spot.section(("explored_slice", "persistence", "shuffled_call_order"))
    none: tuple[float, int | None] = 0.0, None
    explored, most = section.read("explored_slice", slice_of, none)
    return Trials(
        explored_slice=explored,
        explored_most=most,
        persistence=section.read("persistence", share, 0.0),
        shuffled_call_order=section.read("shuffled_call_order", yes_no, False),
    )
