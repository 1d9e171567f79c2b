"""Conditions as a pact's file writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from leadpact.rules.criteria import (
    AccountLeads,
    All,
    AnyOf,
    Between,
    Condition,
    ContainsWord,
    DaysSince,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
)
from leadpact.rules.facts import TOUCHES
from leadpact.rules.pact_reading_forms import (
    EPOCH,
    NUMBER,
    count,
    day,
    days,
    form,
    known_field,
    once,
    one_of,
    text,
    yes_no,
)
from leadpact.rules.pact_reading_tree import Section, Spot, did_you_mean, shown

ANY_TOUCH = tuple(sorted(TOUCHES))
"""What ``touches: any`` stands for."""
NOTHING: Condition = Known("")
"""Stands where a condition could not be read; the errors say why."""
_EXAMPLE = "a condition such as `{field: budget, is: approved}` or `{touches: page_view, at_least: 2, within: 30 days}`"
_SIGNED = re.compile(f"-?{NUMBER}")
TESTS_OF: Mapping[str, tuple[str, ...]] = {
    "coded": ("is", "is_not", "matches_list", "known", "unknown"),
    "number": ("between", "at_least", "at_most", "known", "unknown"),
    "date": ("between", "at_least", "at_most", "known", "unknown"),
    "personal": ("known", "unknown", "contains_word"),
}
_ALL_TESTS = (*dict.fromkeys(test for tests in TESTS_OF.values() for test in tests), "is_free_mail")


def condition(spot: Spot) -> Condition:
    """One condition; ``NOTHING``, with an error, where it cannot be read."""
    value = spot.node.value
    if not isinstance(value, dict):
        spot.fail(f"expected {_EXAMPLE}, found {spot.kind()}")
        return NOTHING
    for head, reader in _HEADS.items():
        if head in value:
            return reader(spot)
    first = next(iter(value), "")
    if first:
        spot.child(first, value[first]).fail(
            f"`{first}` starts no condition{did_you_mean(first, _HEADS)}", spot.node.keys.get(first)
        )
    else:
        spot.fail(f"expected {_EXAMPLE}, found an empty map")
    return NOTHING


def conditions(spot: Spot) -> tuple[Condition, ...]:
    """A list of conditions."""
    return tuple(condition(each) for each in spot.items(expected="a list of conditions"))


def covers(spot: Spot) -> Condition | None:
    """Whom the pact covers: ``everyone`` (None), a condition, or a list of conditions that must all hold."""
    value = spot.node.value
    if isinstance(value, tuple):
        parts = tuple(condition(each) for each in spot.items(1, "a list of conditions"))
        return parts[0] if len(parts) == 1 else All(parts)
    if isinstance(value, dict):
        return condition(spot)
    one_of(("everyone",), "`everyone`, a condition or a list of conditions")(spot)
    return None


def _field_condition(spot: Spot) -> Condition:
    section = spot.section(("field", *_ALL_TESTS))
    name = known_field(section.spots["field"])
    _mark_list(section)
    tests = tuple(key for key in section.spots if key != "field")
    if not tests:
        if section.is_sound:
            spot.fail(f"nothing is asked of `{name}`; expected one of {', '.join(_allowed(spot, name))}")
        return NOTHING
    if len(tests) > 1 and set(tests) != {"at_least", "at_most"}:
        spot.fail(
            f"{' and '.join(f'`{test}`' for test in tests)} in one condition; put each in its own, inside `all: [...]`"
        )
        return NOTHING
    if not name:
        return NOTHING
    allowed = _allowed(spot, name)
    if tests[0] not in allowed:
        declared = spot.names.fields[name]
        kind = declared.type if declared else ""
        spot.fail(f"`{tests[0]}` cannot be asked of `{name}`, a {kind} field; expected one of {', '.join(allowed)}")
        return NOTHING
    return _ask(section, name, tests[0])


def _allowed(spot: Spot, name: str) -> tuple[str, ...]:
    declared = spot.names.fields.get(name)
    tests = TESTS_OF[declared.type] if declared else _ALL_TESTS
    return (*tests, "is_free_mail") if name == "email" else tests


def _ask(section: Section, name: str, test: str) -> Condition:
    spot = section.spots[test]
    if test in {"is", "is_not"}:
        return Is(name, _values(spot, name), negated=test == "is_not")
    if test in {"known", "unknown"}:
        return Known(name, wanted=yes_no(spot) is (test == "known"))
    if test == "contains_word":
        return ContainsWord(name, once(_one_or_many(spot), _word))
    if test == "matches_list":
        return _in_list(spot, name)
    if test == "is_free_mail":
        return FreeMail(wanted=yes_no(spot))
    return _bounds(section, name)


def _one_or_many(spot: Spot) -> list[Spot]:
    return spot.items(1) if isinstance(spot.node.value, tuple) else [spot]


def _values(spot: Spot, name: str) -> tuple[str, ...]:
    declared = spot.names.fields[name]
    codes = declared.codes if declared else ()
    return once(_one_or_many(spot), one_of(codes, f"a value of `{name}`") if codes else text)


def _word(spot: Spot) -> str:
    words = spot.text("a word")
    if words and len(words.split()) > 1:
        spot.fail(f"{shown(words)} is several words; list them as `[one, two]`")
        return ""
    return words


def _mark_list(section: Section) -> None:
    """Remember the list asked for; one that does not exist stands for all, so that none is called unused."""
    spot = section.spots.get("matches_list")
    if spot is not None:
        name = spot.node.value
        spot.names.used_lists.update(
            (name,) if isinstance(name, str) and name in spot.names.lists else spot.names.lists
        )


def _in_list(spot: Spot, name: str) -> Condition:
    found = one_of(spot.names.lists, "a list declared under `lists`")(spot)
    return InList(name, found, spot.names.lists.get(found, frozenset()))


def _bounds(section: Section, name: str) -> Condition:
    both = section.spots.get("between")
    if both is None:
        low, high = section.spots.get("at_least"), section.spots.get("at_most")
    else:
        ends = both.items(2, "two bounds `[50, 500]`")
        if len(ends) > 2:
            both.fail(f"expected two bounds `[50, 500]`, found {len(ends)}")
        if len(ends) != 2:
            return NOTHING
        low, high = ends
    bounds = [_bound(each, name) if each else None for each in (low, high)]
    if bounds[0] is not None and bounds[1] is not None and bounds[0] > bounds[1]:
        (both or section.spots["at_least"]).fail("the lower bound lies above the upper one; turn them round")
    return Between(name, bounds[0], bounds[1])


def _bound(spot: Spot, name: str) -> float | None:
    """A number, or a date as days since 1970."""
    declared = spot.names.fields[name]
    if declared and declared.type == "date":
        before = len(spot.errors)
        found = day(spot)
        return float(found.toordinal() - EPOCH) if len(spot.errors) == before else None
    number = form(spot, _SIGNED, "a number")
    return float(number[0]) if number else None


def _touches(spot: Spot) -> Condition:
    section = spot.section(("touches", "of", "at_least", "at_most", "within"))
    kinds = section.spots["touches"]
    one_kind = one_of(ANY_TOUCH, "a kind of touch")
    found = ANY_TOUCH if kinds.node.value == "any" else once(_one_or_many(kinds), one_kind)
    at_most = section.read("at_most", count(), None)
    at_least = section.read("at_least", count(), 1 if at_most is None else 0)
    if at_most is not None and at_least > at_most:
        section.spots["at_least"].fail(f"at least {at_least} and at most {at_most} touches: no lead has both")
    if at_most is None and at_least == 0:
        section.spots["at_least"].fail("at least 0 touches holds for every lead; expected at least 1")
    return Touches(found, section.read("of", text, None), at_least, at_most, section.read("within", days, None))


def _days_since(spot: Spot) -> Condition:
    section = spot.section(("days_since", "at_least", "at_most"))
    kind = one_of(ANY_TOUCH, "a kind of touch")(section.spots["days_since"])
    low, high = section.read("at_least", _day_count, None), section.read("at_most", _day_count, None)
    if section.is_sound and not {"at_least", "at_most"} & set(section.spots):
        spot.fail("expected `at_least` or `at_most`, a number of days")
    if low is not None and high is not None and low > high:
        section.spots["at_least"].fail("the lower bound lies above the upper one; turn them round")
    return DaysSince(kind, low, high)


def _day_count(spot: Spot) -> float | None:
    found = form(spot, re.compile(NUMBER), "a number of days")
    return float(found[0]) if found else None


def _account_leads(spot: Spot) -> Condition:
    outer = spot.section(("account_leads",))
    inner = outer.spots["account_leads"].section(("at_least", "within"), ("at_least",))
    return AccountLeads(inner.read("at_least", count(1), 1), inner.read("within", days, None))


def _joined(head: str, made: Callable[[tuple[Condition, ...]], Condition]) -> Callable[[Spot], Condition]:
    def read(spot: Spot) -> Condition:
        inner = spot.section((head,)).spots[head]
        return made(tuple(condition(each) for each in inner.items(1, "a list of conditions")))

    return read


def _not(spot: Spot) -> Condition:
    return Not(condition(spot.section(("not",)).spots["not"]))


_HEADS: dict[str, Callable[[Spot], Condition]] = {
    "field": _field_condition,
    "touches": _touches,
    "days_since": _days_since,
    "account_leads": _account_leads,
    "all": _joined("all", All),
    "any": _joined("any", AnyOf),
    "not": _not,
}
