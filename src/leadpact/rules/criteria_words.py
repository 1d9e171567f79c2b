"""Conditions in plain English, and the words they look for in people's texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

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
    leaves,
)
from leadpact.rules.pact import Pact
from leadpact.rules.terms import FIELDS, Field

_EPOCH_ON = date(1970, 1, 1)
_ANSWERS = {"true": "yes", "false": "no"}
_ANY_TOUCH = {
    "page_view": "Page view",
    "form_filled": "Form submitted",
    "email_opened": "Mail opened",
    "email_clicked": "Link in a mail followed",
    "call": "Call",
    "email": "Mail",
    "meeting": "Meeting",
    "event_visit": "Event visit",
    "social": "Social message",
    "asset_sent": "Material sent",
    "asset_viewed": "Material read",
    "referred": "Recommendation",
}
_ONE_TOUCH = {
    "page_view": "{} page",
    "form_filled": "{} form",
    "email_opened": "{} mail opened",
    "email_clicked": "Link in {} mail followed",
    "event_visit": "{} event visited",
}


def in_words(condition: Condition, pact: Pact | None = None) -> str:
    """Say a condition in plain English, e.g. ``Pricing page 2 times in 30 days``.

    With the pact, its own labels of fields and codes are used; without, the standard ones.
    """
    return _WORDING[type(condition)](condition, pact)


def field_label(name: str, pact: Pact | None = None) -> str:
    """Name a field for people: the label it was declared with, else its name in words."""
    field = _field(name, pact)
    return field.label if field else code_label(name, pact, capital=True)


def code_label(code: str, pact: Pact | None = None, *, capital: bool = False) -> str:
    """Name a code for people: the pact's English word for it, else the code with spaces."""
    word = pact.words.get(code, {}).get("en") if pact else None
    text = word or code.replace("_", " ")
    return text[:1].upper() + text[1:] if capital else text


def lower_first(text: str) -> str:
    """Let a label stand inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def conditions_of(pact: Pact) -> Iterator[Condition]:
    """Yield every condition a pact is made of: whom it covers, its points, its musts and nevers, its lanes."""
    if pact.covers is not None:
        yield pact.covers
    yield from (row.when for row in pact.good_lead.points)
    yield from pact.good_lead.must
    yield from pact.good_lead.never
    for step in pact.steps:
        yield from (lane.when for lane in step.lanes if lane.when is not None)


def words_used(pact: Pact) -> dict[str, set[str]]:
    """List the words the pact looks for in people's texts, case-folded, by personal field.

    For each a derived code (``terms.derived_word``) is written beside the field.
    """
    words: dict[str, set[str]] = {}
    for condition in conditions_of(pact):
        for leaf in leaves(condition):
            if isinstance(leaf, ContainsWord):
                words.setdefault(leaf.field, set()).update(word.casefold() for word in leaf.words)
    return words


def _field(name: str, pact: Pact | None) -> Field | None:
    return pact.field(name) if pact else FIELDS.get(name)


def _is(condition: Is, pact: Pact | None) -> str:
    codes = [_ANSWERS.get(code) or code_label(code, pact) for code in condition.values]
    if not condition.negated:
        what = _or(codes)
    elif len(codes) == 1:
        what = f"not {codes[0]}"
    else:
        what = "neither " + " nor ".join(codes)
    return f"{field_label(condition.field, pact)} {what}"


def _between(condition: Between, pact: Pact | None) -> str:
    field = _field(condition.field, pact)
    write = _day if field and field.type == "date" else _amount
    return f"{field_label(condition.field, pact)} {_range(condition.low, condition.high, write) or 'a number'}"


def _known(condition: Known, pact: Pact | None) -> str:
    return f"{field_label(condition.field, pact)} {'known' if condition.wanted else 'unknown'}"


def _contains_word(condition: ContainsWord, pact: Pact | None) -> str:
    return f"{field_label(condition.field, pact)} contains {_or([f'“{word}”' for word in condition.words])}"


def _free_mail(condition: FreeMail, _pact: Pact | None) -> str:
    return f"E-mail {'at' if condition.wanted else 'not at'} a free mail provider"


def _in_list(condition: InList, pact: Pact | None) -> str:
    return f"{field_label(condition.field, pact)} on the list {code_label(condition.list_name, pact)}"


def _touches(condition: Touches, pact: Pact | None) -> str:
    names = [_touch(kind, condition.of, pact) for kind in condition.kinds]
    what = _or([names[0], *map(lower_first, names[1:])])
    return " ".join(part for part in (what, _times(condition), _within(condition.within_days)) if part)


def _touch(kind: str, of: str | None, pact: Pact | None) -> str:
    if of is None:
        return _ANY_TOUCH.get(kind) or code_label(kind, pact, capital=True)
    text = _ONE_TOUCH.get(kind, f"{_ANY_TOUCH.get(kind, kind)} ({{}})").format(code_label(of, pact))
    return text[:1].upper() + text[1:]


def _times(condition: Touches) -> str:
    low, high = condition.at_least, condition.at_most
    if high is None:
        return f"{low} times" if low > 1 else "" if low == 1 else "any number of times"
    if high <= 0:
        return "never"
    count = _range(low if low > 0 else None, high, _amount)
    return f"{count} {'time' if high == 1 else 'times'}"


def _days_since(condition: DaysSince, pact: Pact | None) -> str:
    what = f"Last {lower_first(_touch(condition.kind, None, pact))}"
    span = _range(condition.at_least, condition.at_most, _amount)
    last = condition.at_most if condition.at_most is not None else condition.at_least
    return f"{what} {span} {'day' if last == 1 else 'days'} ago" if span else f"{what} at any time"


def _account_leads(condition: AccountLeads, _pact: Pact | None) -> str:
    leads = "lead" if condition.at_least == 1 else "leads"
    text = f"At least {condition.at_least} other {leads} of the same company"
    return f"{text} {_within(condition.within_days)}".rstrip()


def _all(condition: All, pact: Pact | None) -> str:
    return _joined(condition.conditions, pact, "and", "Always")


def _any(condition: AnyOf, pact: Pact | None) -> str:
    return _joined(condition.conditions, pact, "or", "Never")


def _not(condition: Not, pact: Pact | None) -> str:
    return f"Not: {lower_first(_inside(condition.condition, pact))}"


def _joined(conditions: tuple[Condition, ...], pact: Pact | None, word: str, when_empty: str) -> str:
    if not conditions:
        return when_empty
    first, *others = (_inside(part, pact) if len(conditions) > 1 else in_words(part, pact) for part in conditions)
    return f", {word} ".join([first, *map(lower_first, others)])


def _inside(condition: Condition, pact: Pact | None) -> str:
    text = in_words(condition, pact)
    return f"({lower_first(text)})" if isinstance(condition, All | AnyOf) and len(condition.conditions) > 1 else text


def _range(low: float | None, high: float | None, write: Callable[[float], str]) -> str:
    if low is None:
        return "" if high is None else f"at most {write(high)}"
    if high is None:
        return f"at least {write(low)}"
    return write(low) if low == high else f"{write(low)} to {write(high)}"


def _within(days: float | None) -> str:
    if days is None:
        return ""
    if days < 1:
        return f"in {_amount(days * 24)} hours"
    return f"in {_amount(days)} {'day' if days == 1 else 'days'}"


def _amount(number: float) -> str:
    return f"{number:.10g}"


def _day(days: float) -> str:
    return (_EPOCH_ON + timedelta(days=days)).isoformat()


def _or(texts: list[str]) -> str:
    return " or ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


_WORDING: dict[type, Callable[[Any, Pact | None], str]] = {
    Is: _is,
    Between: _between,
    Known: _known,
    ContainsWord: _contains_word,
    FreeMail: _free_mail,
    InList: _in_list,
    Touches: _touches,
    DaysSince: _days_since,
    AccountLeads: _account_leads,
    All: _all,
    AnyOf: _any,
    Not: _not,
}
