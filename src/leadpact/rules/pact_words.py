"""The whole pact as sentences: the one wording that page, comparison, command line and print share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import field as made

from leadpact.rules.criteria import Condition
from leadpact.rules.criteria_words import field_label, in_words, lower_first
from leadpact.rules.pact import Goal, LateStep, Money, Pact, Trials
from leadpact.rules.pact_words_steps import Line, capital, steps
from leadpact.rules.pact_writing import money
from leadpact.rules.pact_writing_criteria import condition_tree
from leadpact.rules.terms import Field


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the pact: what, how much, who asked for it and why.

    ``note`` says for which leads it holds. ``key`` names the row from version to version; ``path`` is its place in
    the file, counted from 1.
    """

    label: str
    value: str
    group: str = ""
    asked_by: str = ""
    because: str = ""
    note: str = ""
    key: str = made(default="", compare=False)
    path: str = made(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the pact under its heading; ``side`` is whose promise it is, or both.

    ``is_ordered``: the order of its rows has a meaning.
    """

    title: str
    side: str
    rows: tuple[Row, ...]
    key: str = ""
    is_ordered: bool = False


def sections(pact: Pact) -> tuple[Section, ...]:
    """The whole pact as sentences, in the order in which a lead meets them."""
    found = [_together(pact), _good_lead(pact)]
    for number, step in enumerate(pact.steps, 1):
        found += [
            Section(title, side, _named(key, rows), key, is_ordered)
            for title, side, key, is_ordered, rows in steps(pact, step, number)
        ]
    found += [_back(pact), _follow_up(pact), _deals(pact), _goals(pact), _people(pact), _trials(pact), _own(pact)]
    return tuple(section for section in found if section.rows)


def condition_key(condition: Condition, pact: Pact) -> str:
    """A short name of a condition, the same in every version that asks the same."""
    tree = json.dumps(condition_tree(condition, pact.field), sort_keys=True)
    return hashlib.sha256(tree.encode()).hexdigest()[:12]


def _named(key: str, rows: Iterator[Line]) -> tuple[Row, ...]:
    """The rows of a step, named by their label, because that is what they are about."""
    made = (
        Row(label, value, note=note, key=f"{key}:{label.casefold()}", path=path) for label, value, path, note in rows
    )
    return tuple(made)


def _section(title: str, side: str, key: str, *rows: tuple[str, str, str]) -> Section:
    """A section of rows (label, value, path); those without a value are left out."""
    made = tuple(Row(label, value, key=path, path=path) for label, value, path in rows if value)
    return Section(title, side, _apart(made), key)


def _apart(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give rows of one place different keys."""
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        seen[row.key] = seen.get(row.key, 0) + 1
        found.append(row if seen[row.key] == 1 else replace(row, key=f"{row.key}#{seen[row.key]}"))
    return tuple(found)


def _together(pact: Pact) -> Section:
    time = pact.time
    covers = "every lead" if pact.covers is None else in_words(pact.covers, pact)
    return _section(
        "What we want together",
        "both",
        "together",
        ("Our aim", pact.vision, "vision"),
        ("For", covers, "covers"),
        ("Place among several pacts", str(pact.order) if pact.order is not None else "", "order"),
        ("Teams", " and ".join(name for _, name in pact.teams), "teams"),
        ("Working hours", time.hours.replace("; ", ", "), "time.hours"),
        ("Time zone", time.zone.replace("_", " "), "time.zone"),
        ("Public holidays of", time.holidays or "none", "time.holidays"),
        ("The year starts in", time.year_starts.capitalize(), "time.year_starts"),
        ("Money is reported in", f"{pact.report_in}, rates {pact.rates}", "money"),
    )


def _good_lead(pact: Pact) -> Section:
    good = pact.good_lead
    rows = [
        Row(
            row.label,
            f"{row.points:+d}",
            row.group or "",
            row.asked_by,
            row.because,
            key=f"points:{condition_key(row.when, pact)}",
            path=f"good_lead.points[{number}]",
        )
        for number, row in enumerate(good.points, 1)
    ]
    if good.half_life_days:
        says = _days(good.half_life_days)
        rows.append(Row("Points for touches halve every", says, key="half_life", path="good_lead.half_life"))
    for kind, conditions, says in (("must", good.must, "must hold"), ("never", good.never, "never crosses")):
        rows += [
            Row(in_words(each, pact), says, key=f"{kind}:{condition_key(each, pact)}", path=f"good_lead.{kind}[{n}]")
            for n, each in enumerate(conditions, 1)
        ]
    return Section("A good lead", "both", _apart(tuple(rows)), "good_lead", is_ordered=True)


def _days(days: float) -> str:
    return f"{days:g} {'day' if days == 1 else 'days'}"


def _back(pact: Pact) -> Section:
    back = pact.back_to_marketing
    if back is None:
        return Section("What sales hands back", "marketing", (), "back")
    reasons = ", ".join(pact.word(reason) for reason in back.reasons)
    return _section(
        "What sales hands back",
        "marketing",
        "back",
        ("Reasons", reasons, "back_to_marketing.reasons"),
        ("Marketing answers", f"within {back.answer}", "back_to_marketing.answer"),
    )


def _follow_up(pact: Pact) -> Section:
    rule = pact.follow_up
    attempt = rule.attempt
    least = ", ".join(f"{n} by {lower_first(pact.word(channel))}" for channel, n in attempt.least)
    days = "day" if attempt.different_days == 1 else "different days"
    return _section(
        "Follow-up",
        "sales",
        "follow_up",
        ("Attempts", f"{rule.attempts} within {rule.within}", "follow_up.attempts"),
        ("Of these at least", f"{least or 'any'}, on {attempt.different_days} {days}", "follow_up.attempt"),
        ("What counts", ", ".join(pact.word(channel) for channel in attempt.channels), "follow_up.attempt.channels"),
        ("Made by", "a person" if attempt.by == "person" else "anyone, also by itself", "follow_up.attempt.by"),
        *(
            (
                f"Sends a {lower_first(pact.word(each.kind))}",
                f"by attempt {each.by_attempt}",
                f"follow_up.material[{n}]",
            )
            for n, each in enumerate(rule.material, 1)
        ),
        *(
            ("When a promise runs late", _late(step), f"follow_up.if_late[{n}]")
            for n, step in enumerate(rule.if_late, 1)
        ),
        ("Given up after silence of", _days(rule.rest_days), "follow_up.rest"),
    )


def _late(step: LateStep) -> str:
    acts = {"remind": "remind the owner", "tell_manager": "tell the manager", "reassign": "give it to somebody else"}
    when = f"after {step.after} more" if step.after is not None else f"at {step.at_percent}% of the time"
    return f"{acts[step.act]} {when}"


def _deals(pact: Pact) -> Section:
    deals, credit = pact.deals, pact.credit
    level = "the company" if credit.level == "account" else "the lead"
    sourced = "first touch" if credit.sourced == "first_touch" else "who typed it in"
    shares = f"finder {credit.originator}%, between {credit.touches_between}%, closer {credit.closer}%"
    return _section(
        "Deals",
        "sales",
        "deals",
        ("Stages", ", ".join(pact.word(stage) for stage in deals.stages), "deals.stages"),
        ("Reasons for a loss", ", ".join(pact.word(reason) for reason in deals.loss_reasons), "deals.loss_reasons"),
        ("An ordinary deal is worth", _amount(deals.value_of_a_deal), "deals.value_of_a_deal"),
        ("An attempt costs", _amount(deals.cost_of_an_attempt), "deals.cost_of_an_attempt"),
        ("Credit for a win", shares, "credit"),
        ("Credit looks at", f"{level}, {_days(credit.window_days)} back; found by {sourced}", "credit.window"),
    )


def _amount(value: Money | None) -> str:
    return "" if value is None else money(value)


def _goals(pact: Pact) -> Section:
    numbers: dict[str, int] = {}
    rows = []
    for goal in pact.goals:
        numbers[goal.side] = numbers.get(goal.side, 0) + 1
        key = f"goals.{goal.side}:{goal.measure}:{goal.by or ''}"
        rows.append(
            Row(_goal(goal, pact), _target(goal), goal.side, key=key, path=f"goals.{goal.side}[{numbers[goal.side]}]")
        )
    return Section("Goals", "both", _apart(tuple(rows)), "goals")


def _goal(goal: Goal, pact: Pact) -> str:
    who = {"together": "Together", "marketing": "Marketing", "sales": "Sales"}[goal.side]
    by = f" by {lower_first(field_label(goal.by, pact))}" if goal.by else ""
    owner = f" ({goal.owner})" if goal.owner else ""
    return f"{who}: {goal.measure.replace('_', ' ')}{by}{owner}"


def _target(goal: Goal) -> str:
    amount = f"{goal.target:,.0f}" if goal.target == int(goal.target) else f"{goal.target:g}"
    per = f" a {goal.per}" if goal.per else ""
    unit = "%" if goal.unit == "%" else f" {goal.unit}" if goal.unit else ""
    unless = f"; not while {goal.unless.replace('_', ' ')}" if goal.unless else ""
    return f"{amount}{unit}{per}{unless}; looked at again by {goal.review_by:%-d %b %Y}"


def _people(pact: Pact) -> Section:
    people = pact.people
    return _section(
        "What people see of people, and how long leads are kept",
        "both",
        "people",
        ("Figures of persons", people.figures.replace("_", " "), "people.figures"),
        ("Smallest group shown", str(people.smallest_group), "people.smallest_group"),
        ("Who sees that one person is late", people.individual_late.replace("_", " "), "people.individual_late"),
        ("Names are kept for", people.names_kept, "people.names_kept"),
        ("Leads are kept for", _leads_kept(people.leads_kept), "people.leads_kept"),
        ("Trials are", people.trials, "people.trials"),
    )


def _leads_kept(kept: str | None) -> str:
    if kept is None:
        return "as long as wanted: none is forgotten by itself"
    return f"{kept} after the last that happened with them, then forgotten"


def _explored(trials: Trials) -> str:
    share = _share(trials.explored_slice)
    is_capped = trials.explored_slice and trials.explored_most is not None
    return f"{share}, at most {trials.explored_most} a week" if is_capped else share


def _trials(pact: Pact) -> Section:
    trials = pact.trials
    return _section(
        "Trials",
        "both",
        "trials",
        ("Leads let through by chance", _explored(trials), "trials.explored_slice"),
        ("Leads followed up longer by chance", _share(trials.persistence), "trials.persistence"),
        ("Order of calls by chance", "on" if trials.shuffled_call_order else "off", "trials.shuffled_call_order"),
    )


def _share(fraction: float) -> str:
    return f"{100 * fraction:.10g}%" if fraction else "off"


def _own(pact: Pact) -> Section:
    asked = ", ".join(field_label(name, pact) for name in pact.qualification)
    return _section(
        "Words of our own",
        "both",
        "own",
        ("Asked on the short call", asked, "qualification"),
        ("What marketing does before", ", ".join(label for _, label in pact.actions), "actions"),
        *((f"Field: {field.label}", _field(field, pact), f"fields.{field.name}") for field in pact.fields),
        ("Words", _words(pact), "words"),
    )


def _words(pact: Pact) -> str:
    """How many codes have a name of their own, and in which languages beside English."""
    if not pact.words:
        return ""
    others = sorted({language for texts in pact.words.values() for language in texts} - {"en"})
    many = (
        "1 code has a name of its own" if len(pact.words) == 1 else f"{len(pact.words)} codes have names of their own"
    )
    return many + (f"; also in {', '.join(others)}" if others else "")


def _field(field: Field, pact: Pact) -> str:
    kinds = {"coded": "one of a list", "number": "a number", "date": "a date", "personal": "a text"}
    codes = ", ".join(pact.word(code) for code in field.codes)
    return capital(
        f"{kinds[field.type]}{f': {codes}' if codes else ''}{f'; asked as “{field.ask}”' if field.ask else ''}"
    )
