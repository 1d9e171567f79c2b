"""Random conditions and leads, and what a condition means written the slow and plain way."""

from __future__ import annotations

from math import isnan

from hypothesis import strategies as st

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
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Seen

NOW_S = 1_000_000_000
DAY_S = 86_400
FIELDS = ("budget", "employees", "email", "job_title")
DERIVED = ("email_is_free_mail", "job_title:head", "job_title:lead")
KINDS = ("page_view", "form_filled", "call")
PLACES = ("pricing", "demo")
DAYS = (0.25, 1, 2, 7, 30)

_bound = st.one_of(st.none(), st.integers(0, 5).map(float))
_days = st.one_of(st.none(), st.sampled_from(DAYS))
_leaf: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, st.just("budget"), st.lists(st.sampled_from(("0", "1", "2")), min_size=1).map(tuple), st.booleans()),
    st.builds(Between, st.just("employees"), _bound, _bound),
    st.builds(Known, st.sampled_from(FIELDS), st.booleans()),
    st.builds(ContainsWord, st.just("job_title"), st.sampled_from((("Head",), ("lead",), ("Head", "lead")))),
    st.builds(FreeMail, st.booleans()),
    st.builds(InList, st.just("budget"), st.just("some"), st.frozensets(st.sampled_from(("0", "1", "2")))),
    st.builds(
        Touches,
        st.lists(st.sampled_from(KINDS), min_size=1, max_size=2, unique=True).map(tuple),
        st.one_of(st.none(), st.sampled_from(PLACES)),
        st.integers(0, 3),
        st.one_of(st.none(), st.integers(0, 4)),
        _days,
    ),
    st.builds(DaysSince, st.sampled_from(KINDS), _days, _days),
    st.builds(AccountLeads, st.integers(0, 3), _days),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    _leaf,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)
ages_s = st.one_of(
    st.integers(0, 40 * DAY_S),
    st.sampled_from([round(days * DAY_S) + extra for days in DAYS for extra in (-1, 0, 1)]),
)


@st.composite
def histories(draw: st.DrawFn, newest_age_s: int = 0) -> list[Fact]:
    """Facts of one lead, each recorded when it happened or up to two days later."""
    facts = []
    for place in range(draw(st.integers(0, 12))):
        at_s = NOW_S - newest_age_s - draw(ages_s)
        later_s = at_s + draw(st.sampled_from((0, 0, 60, 2 * DAY_S)))
        kind = draw(st.sampled_from((*KINDS, "described", "described")))
        made = Fact(place + 1, f"f{place}", kind, at_s, later_s, lead_id=1)
        if kind == "described":
            name = draw(st.sampled_from(FIELDS + DERIVED))
            code, number = draw(_value(name))
            made = made._replace(field=name, value_code=code, value_number=number)
        else:
            made = made._replace(field=draw(st.one_of(st.none(), st.sampled_from(PLACES))))
        facts.append(made)
    return facts


def _value(name: str) -> st.SearchStrategy[tuple[str, float | None]]:
    if name in DERIVED:
        return st.sampled_from((("true", None), ("false", None)))
    if name in ("email", "job_title"):
        return st.sampled_from((("known", None), ("unknown", None)))
    numbers = st.sampled_from((("0", 0.0), ("1", 1.0), ("2", 2.0), ("unknown", None)))
    return st.one_of(numbers, st.just(("nan", float("nan")))) if name == "employees" else numbers


account_leads = st.lists(ages_s.map(lambda age_s: NOW_S - age_s), max_size=4).map(tuple)


def meaning(condition: Condition, seen: Seen, as_of_s: int) -> bool | None:
    """Kleene's logic as the least and the greatest of 0 (false), 1/2 (unknown) and 1 (true), parts read one by one."""
    return {0.0: False, 0.5: None, 1.0: True}[_truth(condition, seen, as_of_s)]


def _truth(condition: Condition, seen: Seen, as_of_s: int) -> float:
    match condition:
        case All(parts):
            return min([_truth(part, seen, as_of_s) for part in parts], default=1.0)
        case AnyOf(parts):
            return max([_truth(part, seen, as_of_s) for part in parts], default=0.0)
        case Not(part):
            return 1.0 - _truth(part, seen, as_of_s)
        case Touches() | DaysSince() | AccountLeads():
            return _timed(condition, seen, as_of_s)
        case _:
            return _told(condition, seen)


def _told(condition: Condition, seen: Seen) -> float:
    codes = {name: value.code for name, value in seen.values.items()}
    match condition:
        case Is(name, values, negated):
            return 0.5 if name not in codes else float((codes[name] in values) != negated)
        case InList(name, _, values):
            return 0.5 if name not in codes else float(codes[name] in values)
        case Known(name, wanted):
            return float((name in codes) == wanted)
        case FreeMail(wanted):
            code = codes.get("email_is_free_mail")
            return 0.5 if code is None else float((code == "true") == wanted)
        case ContainsWord(name, words):
            if name not in codes:
                return 0.5
            each = {"true": 1.0, "false": 0.0, None: 0.5}
            return max(each[codes.get(f"{name}:{word.lower()}")] for word in words)
        case Between(name, low, high):
            number = seen.values[name].number if name in codes else None
            if number is None or isnan(number):
                return 0.5
            return float((low is None or number >= low) and (high is None or number <= high))
    raise AssertionError(condition)


def _timed(condition: Touches | DaysSince | AccountLeads, seen: Seen, as_of_s: int) -> float:
    if isinstance(condition, DaysSince):
        ages_days = [(as_of_s - each.occurred_s) / DAY_S for each in seen.touches.get(condition.kind, [])]
        past = [age for age in ages_days if age >= 0]
        if not past:
            return 0.5
        low, high = condition.at_least, condition.at_most
        return float((low is None or min(past) >= low) and (high is None or min(past) <= high))
    if isinstance(condition, AccountLeads):
        instants = list(seen.account_leads_s)
    else:
        every = [touch for kind in condition.kinds for touch in seen.touches.get(kind, [])]
        instants = [touch.occurred_s for touch in every if condition.of in (None, touch.of)]
    window = condition.within_days
    since_s = -1 if window is None else as_of_s - window * DAY_S
    count = sum(since_s < at_s <= as_of_s for at_s in instants)
    at_most = condition.at_most if isinstance(condition, Touches) else None
    return float(count >= condition.at_least and (at_most is None or count <= at_most))
