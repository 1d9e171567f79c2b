"""Hand-off steps and follow-up as a pact's file writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from leadpact.rules.criteria import Condition
from leadpact.rules.facts import ATTEMPTS
from leadpact.rules.pact import (
    AssignBy,
    AssignRule,
    AttemptRule,
    BackToMarketing,
    FollowUp,
    Gate,
    Lane,
    LateStep,
    Material,
    Recycle,
    ShortList,
    Step,
    Surge,
)
from leadpact.rules.pact_reading_criteria import condition
from leadpact.rules.pact_reading_forms import (
    attempts,
    code,
    codes,
    count,
    days,
    known_field,
    late_step,
    once,
    one_of,
    phrase,
    rate,
    recycle,
    some_codes,
    span,
    text,
    yes_no,
)
from leadpact.rules.pact_reading_tree import Section, Spot, did_you_mean, shown
from leadpact.rules.terms import Span

CHANNELS = tuple(sorted(ATTEMPTS))
"""The channels an attempt may use, and uses when the pact names none."""
ATTEMPT = AttemptRule("person", CHANNELS, (), 1)
TWO_WEEKS = Span(14, "days")
_DAY = Span(1, "days")
_ASSIGN: tuple[AssignBy, ...] = get_args(AssignBy)
_SIDES: Mapping[str, Literal["marketing", "sales"]] = {"marketing": "marketing", "sales": "sales"}
_ORDERS: Mapping[str, Literal["score", "age"]] = {"score": "score", "age": "age"}
_ABSENT: Mapping[str, Literal["next_rule", "wait"]] = {"next rule": "next_rule", "wait": "wait"}
_BY: Mapping[str, Literal["person", "anyone"]] = {"person": "person", "anyone": "anyone"}
_PERIODS: tuple[Literal["day", "week", "month"], ...] = ("day", "week", "month")


def step(spot: Spot, actions: tuple[str, ...] | None, groups: frozenset[str]) -> Step:
    """One step. ``actions`` None means that none are declared: any may be asked for."""
    section = spot.section(
        (
            "step",
            "from",
            "to",
            "comes_with",
            "after",
            "lanes",
            "short_list",
            "assign",
            "answer",
            "reject_reasons",
            "recycle",
        ),
        ("step", "lanes", "short_list", "answer", "reject_reasons"),
    )
    reasons: tuple[str, ...] = section.read("reject_reasons", some_codes, ())
    return Step(
        name=section.read("step", text, ""),
        comes_with=section.read("comes_with", _comes_with, ()),
        after=section.read("after", lambda each: _after(each, actions), ()),
        lanes=section.read("lanes", lambda each: _lanes(each, groups), ()),
        short_list=section.read("short_list", _short_list, ShortList(1, "week", "score", TWO_WEEKS)),
        assign=section.read("assign", _assign, (AssignRule("round_robin"),)),
        answer=section.read("answer", span, _DAY),
        reject_reasons=reasons,
        recycle=section.read("recycle", lambda each: _recycles(each, reasons), ()),
        from_side=section.read("from", phrase(_SIDES, "marketing"), "marketing"),
        to_side=section.read("to", phrase(_SIDES, "sales"), "sales"),
    )


def _comes_with(spot: Spot) -> tuple[tuple[str, ...], ...]:
    wanted: list[tuple[str, ...]] = []
    seen: dict[tuple[str, ...], int] = {}
    for each in spot.items():
        group: tuple[str, ...]
        if isinstance(each.node.value, dict):
            section = each.section(("one_of",), ("one_of",))
            group = section.read("one_of", lambda inner: once(inner.items(2, "a list of fields"), known_field), ())
        else:
            name = known_field(each)
            group = (name,) if name else ()
        if group in seen:
            each.fail(f"{shown(' or '.join(group))} is given twice, first in line {seen[group]}")
        elif group:
            seen[group] = each.node.line
            wanted.append(group)
    return tuple(wanted)


def _after(spot: Spot, actions: tuple[str, ...] | None) -> tuple[str, ...]:
    return codes(spot) if actions is None else once(spot.items(), one_of(actions, "an action declared under `actions`"))


def _lanes(spot: Spot, groups: frozenset[str]) -> tuple[Lane, ...]:
    lanes: list[Lane] = []
    open_to_all: Lane | None = None
    for each in spot.items(1, "a list of lanes"):
        lane = _lane(each, groups)
        name = lane.name
        if name and any(name == before.name for before in lanes):
            each.fail(f"a lane called {shown(name)} is there already; each lane of a step has its own name")
        elif open_to_all:
            each.fail(
                f"no lead gets here: {shown(open_to_all.name)} takes every lead; put it last, or give it a `when`"
            )
        if lane.gate.always and "when" not in (each.node.value or ()):
            open_to_all = lane
        lanes.append(lane)
    return tuple(lanes)


def _lane(spot: Spot, groups: frozenset[str]) -> Lane:
    section = spot.section(("lane", "when", "gate", "first_touch", "surge"), ("lane", "gate", "first_touch"))
    when: Condition | None = section.read("when", condition, None)
    return Lane(
        name=section.read("lane", text, ""),
        gate=section.read("gate", lambda each: _gate(each, groups), Gate()),
        first_touch=section.read("first_touch", span, _DAY),
        when=when,
        surge=section.read("surge", _surge, None),
    )


def _gate(spot: Spot, groups: frozenset[str]) -> Gate:
    if not isinstance(spot.node.value, dict):
        expected = "`always`, or points such as `{points: 60, least: {fit: 20}}`"
        return Gate(always=bool(one_of(("always",), expected)(spot)))
    section = spot.section(("points", "least"))
    if section.is_sound and not section.spots:
        spot.fail("an empty gate; expected `always`, or points such as `{points: 60, least: {fit: 20}}`")
    return Gate(
        points=section.read("points", count(), 0), least=section.read("least", lambda each: _least(each, groups), ())
    )


def _least(spot: Spot, groups: frozenset[str]) -> tuple[tuple[str, int], ...]:
    least = []
    for name, each in spot.entries("a map of groups and points such as `{fit: 20}`").items():
        if name not in groups:
            hint = did_you_mean(name, sorted(groups))
            each.fail(f"no row of `good_lead.points` is in the group `{name}`{hint}", spot.node.keys.get(name))
        least.append((name, count()(each)))
    return tuple(least)


def _surge(spot: Spot) -> Surge:
    section = spot.section(("over", "first_touch"), ("over", "first_touch"))
    over = section.read("over", lambda each: rate(each, ("day",), "50 a day"), (1, "day"))
    return Surge(over[0], section.read("first_touch", span, _DAY))


def _short_list(spot: Spot) -> ShortList:
    section = spot.section(("each_person", "order", "waits_at_most"), ("each_person",))
    each_person: tuple[int, Literal["day", "week", "month"]] = section.read(
        "each_person", lambda each: rate(each, _PERIODS, "10 a week"), (1, "week")
    )
    order: Literal["score", "age"] = section.read("order", phrase(_ORDERS, "score"), "score")
    return ShortList(*each_person, order, section.read("waits_at_most", span, TWO_WEEKS))


def _assign(spot: Spot) -> tuple[AssignRule, ...]:
    rules: list[AssignRule] = []
    for each in spot.items(1, "a list of rules"):
        rule = _assign_rule(each)
        if rule and any(rule.by == before.by for before in rules):
            each.fail(f"`{rule.by}` is given twice; each rule is asked once")
        elif rule:
            rules.append(rule)
    return tuple(rules)


def _assign_rule(spot: Spot) -> AssignRule | None:
    if not isinstance(spot.node.value, dict):
        by = _assign_by(spot)
        return AssignRule(by) if by else None
    section = spot.section(("by", "counts", "if_absent"), ("by",))
    by = section.read("by", _assign_by, None)
    counts = section.read("counts", yes_no, True)
    absent: Literal["next_rule", "wait"] = section.read("if_absent", phrase(_ABSENT, "next_rule"), "next_rule")
    return AssignRule(by, counts, absent) if by else None


def _assign_by(spot: Spot) -> AssignBy | None:
    name = one_of(_ASSIGN, "a rule of assignment")(spot)
    return next((each for each in _ASSIGN if each == name), None)


def _recycles(spot: Spot, reasons: tuple[str, ...]) -> tuple[Recycle, ...]:
    found = []
    for reason, each in spot.entries("a map such as `{too_early: wake after 90 days}`").items():
        if reasons and reason not in reasons:
            hint = did_you_mean(reason, reasons)
            each.fail(f"`{reason}` is not one of this step's `reject_reasons`{hint}", spot.node.keys.get(reason))
        found.append(recycle(reason, each))
    return tuple(found)


def back_to_marketing(spot: Spot) -> BackToMarketing:
    """What sales may hand to marketing, and how fast marketing answers."""
    section = spot.section(("reasons", "answer"), ("reasons", "answer"))
    return BackToMarketing(section.read("reasons", some_codes, ()), section.read("answer", span, _DAY))


def follow_up(spot: Spot) -> FollowUp:
    """How often and how long sales follows up."""
    section = spot.section(("attempts", "attempt", "material", "if_late", "rest"), ("attempts",))
    number, within = section.read("attempts", attempts, (999, _DAY))
    late: list[LateStep | None] = section.read("if_late", lambda each: [late_step(entry) for entry in each.items()], [])
    return FollowUp(
        attempts=number,
        within=within,
        attempt=section.read("attempt", lambda each: _attempt(each, number), ATTEMPT),
        material=section.read("material", lambda each: _materials(each, number), ()),
        if_late=tuple(entry for entry in late if entry),
        rest_days=section.read("rest", days, 30.0),
    )


def _attempt(spot: Spot, number: int) -> AttemptRule:
    section = spot.section(("by", "channels", "least", "different_days"))
    by: Literal["person", "anyone"] = section.read("by", phrase(_BY, "person"), "person")
    channels = section.read("channels", lambda each: once(each.items(1), one_of(CHANNELS, "a channel")), CHANNELS)
    least: tuple[tuple[str, int], ...] = section.read("least", lambda each: _least_calls(each, channels, number), ())
    different = section.read("different_days", count(1), 1)
    _no_more(section, "different_days", different, number)
    return AttemptRule(by, channels, least, different)


def _least_calls(spot: Spot, channels: tuple[str, ...], number: int) -> tuple[tuple[str, int], ...]:
    least = []
    for name, each in spot.entries("a map of channels and numbers such as `{call: 3}`").items():
        if name not in channels:
            each.fail(
                f"`{name}` is not one of the attempt's channels{did_you_mean(name, channels)}", spot.node.keys.get(name)
            )
        least.append((name, count()(each)))
    if sum(each for _, each in least) > number:
        spot.fail(f"asks for {sum(each for _, each in least)} attempts of {number}; raise `attempts`, or ask for fewer")
    return tuple(least)


def _materials(spot: Spot, number: int) -> tuple[Material, ...]:
    found = []
    for each in spot.items():
        section = each.section(("kind", "by_attempt"), ("kind", "by_attempt"))
        by_attempt = section.read("by_attempt", count(1), 1)
        _no_more(section, "by_attempt", by_attempt, number)
        found.append(Material(section.read("kind", code, ""), by_attempt))
    return tuple(found)


def _no_more(section: Section, key: str, value: int, number: int) -> None:
    if value > number:
        section.spots[key].fail(f"{value} is more than the {number} attempts; raise `attempts`, or ask for fewer")
