"""A pact as the plain tree that its file shows: maps, lists and texts, as ``pact_reading`` reads them."""

from __future__ import annotations

from decimal import Decimal

from leadpact.rules.criteria import InList, leaves
from leadpact.rules.criteria_words import conditions_of, in_words
from leadpact.rules.pact import (
    AssignRule,
    FollowUp,
    Gate,
    Goal,
    Lane,
    LateStep,
    Money,
    Pact,
    Points,
    Recycle,
    Step,
    Trials,
    Words,
)
from leadpact.rules.pact_reading_money import minor_digits
from leadpact.rules.pact_writing_criteria import Tree, condition_tree, condition_trees, days, given, number, span
from leadpact.rules.terms import Field


def pact_tree(pact: Pact) -> dict[str, Tree]:
    """Everything of a pact, in the order of the reference. Raises ValueError for what no file can say."""
    tree: dict[str, Tree | None] = {
        "pact": pact.name,
        "version": str(pact.version),
        "vision": pact.vision or None,
        "teams": dict(pact.teams),
        "covers": "everyone" if pact.covers is None else condition_tree(pact.covers, pact.field),
        "order": str(pact.order) if pact.order is not None else None,
        "time": _time(pact),
        "money": {"report_in": pact.report_in, "rates": pact.rates},
        "fields": {field.name: _field(field) for field in pact.fields} or None,
        "lists": _lists(pact) or None,
        "qualification": list(pact.qualification),
        "actions": dict(pact.actions) or None,
        "good_lead": _good_lead(pact),
        "hand_offs": [_step(step, pact) for step in pact.steps],
        "back_to_marketing": _back_to_marketing(pact),
        "follow_up": _follow_up(pact.follow_up),
        "deals": _deals(pact),
        "credit": _credit(pact),
        "goals": _goals(pact) or None,
        "people": _people(pact),
        "trials": _trials(pact),
        "words": {code: _word(texts) for code, texts in pact.words.items()} or None,
    }
    return given(tree)


def money(value: Money) -> str:
    """An amount as a file writes it, ``8000 EUR``."""
    amount = Decimal(value.amount_minor).scaleb(-minor_digits(value.currency))
    whole = amount == amount.to_integral_value()
    return f"{int(amount) if whole else format(amount, 'f')} {value.currency}"


def _good_lead(pact: Pact) -> dict[str, Tree]:
    good = pact.good_lead
    return given(
        {
            "points": [_row(row, pact) for row in good.points],
            "half_life": None if good.half_life_days is None else days(good.half_life_days),
            "must": condition_trees(good.must, pact.field) or None,
            "never": condition_trees(good.never, pact.field) or None,
        }
    )


def _row(row: Points, pact: Pact) -> dict[str, Tree]:
    return given(
        {
            "when": condition_tree(row.when, pact.field),
            "points": str(row.points),
            "label": None if row.label == in_words(row.when, pact) else row.label,
            "group": row.group,
            "asked_by": row.asked_by,
            "because": row.because,
        }
    )


def _step(step: Step, pact: Pact) -> dict[str, Tree]:
    short = step.short_list
    return given(
        {
            "step": step.name,
            "from": None if step.from_side == "marketing" else step.from_side,
            "to": None if step.to_side == "sales" else step.to_side,
            "comes_with": [each[0] if len(each) == 1 else {"one_of": list(each)} for each in step.comes_with] or None,
            "after": list(step.after) or None,
            "lanes": [_lane(lane, pact) for lane in step.lanes],
            "short_list": {
                "each_person": f"{short.each_person} a {short.per}",
                "order": short.order,
                "waits_at_most": span(short.waits_at_most),
            },
            "assign": [_assign(rule) for rule in step.assign],
            "answer": f"within {span(step.answer)}",
            "reject_reasons": list(step.reject_reasons),
            "recycle": {each.reason: _recycle(each) for each in step.recycle} or None,
        }
    )


def _lane(lane: Lane, pact: Pact) -> dict[str, Tree]:
    surge = lane.surge
    return given(
        {
            "lane": lane.name,
            "when": None if lane.when is None else condition_tree(lane.when, pact.field),
            "gate": _gate(lane.gate),
            "first_touch": f"within {span(lane.first_touch)}",
            "surge": None
            if surge is None
            else {"over": f"{surge.over_a_day} a day", "first_touch": f"within {span(surge.first_touch)}"},
        }
    )


def _gate(gate: Gate) -> Tree:
    if gate.always:
        return "always"
    least: dict[str, Tree] = {group: str(points) for group, points in gate.least}
    return given({"points": str(gate.points), "least": least or None})


def _assign(rule: AssignRule) -> Tree:
    if rule == AssignRule(rule.by):
        return rule.by
    return given(
        {
            "by": rule.by,
            "counts": None if rule.counts_against_capacity else "false",
            "if_absent": None if rule.if_absent == "next_rule" else rule.if_absent,
        }
    )


def _recycle(recycle: Recycle) -> str:
    if recycle.wake_after is not None:
        return f"wake after {span(recycle.wake_after)}"
    return f"wake when {recycle.wake_when_known} known" if recycle.wake_when_known else "back to marketing"


def _time(pact: Pact) -> dict[str, Tree]:
    entries = (entry.strip().partition(" ") for entry in pact.time.hours.split(";"))
    return given(
        {
            "zone": pact.time.zone,
            "holidays": pact.time.holidays or None,
            "hours": {days: times for days, _, times in entries},
            "year_starts": pact.time.year_starts,
        }
    )


def _field(field: Field) -> dict[str, Tree]:
    return given(
        {
            "type": field.type,
            "label": field.label,
            "ask": field.ask or None,
            "codes": list(field.codes) or None,
        }
    )


def _lists(pact: Pact) -> dict[str, Tree]:
    """The named lists, gathered from the conditions that ask for them. Raises ValueError if two of a name differ."""
    found: dict[str, frozenset[str]] = {}
    for leaf in (leaf for each in conditions_of(pact) for leaf in leaves(each)):
        if isinstance(leaf, InList) and found.setdefault(leaf.list_name, leaf.values) != leaf.values:
            raise ValueError(f"Two lists are called {leaf.list_name!r} and differ; give one of them another name.")
    return {name: [*sorted(values)] for name, values in found.items()}


def _back_to_marketing(pact: Pact) -> Tree | None:
    back = pact.back_to_marketing
    return None if back is None else {"reasons": list(back.reasons), "answer": f"within {span(back.answer)}"}


def _follow_up(follow: FollowUp) -> dict[str, Tree]:
    rule = follow.attempt
    least: dict[str, Tree] = {channel: str(count) for channel, count in rule.least}
    return given(
        {
            "attempts": f"{follow.attempts} within {span(follow.within)}",
            "attempt": given(
                {
                    "by": rule.by,
                    "channels": list(rule.channels),
                    "least": least or None,
                    "different_days": str(rule.different_days),
                }
            ),
            "material": [{"kind": each.kind, "by_attempt": str(each.by_attempt)} for each in follow.material],
            "if_late": [_late(each) for each in follow.if_late],
            "rest": days(follow.rest_days),
        }
    )


def _late(late: LateStep) -> str:
    when = f"at {late.at_percent}%" if late.after is None else f"after {span(late.after)}"
    return f"{late.act.replace('_', ' ')} {when}"


def _deals(pact: Pact) -> dict[str, Tree]:
    deals = pact.deals
    return given(
        {
            "stages": list(deals.stages),
            "loss_reasons": list(deals.loss_reasons),
            "value_of_a_deal": money(deals.value_of_a_deal) if deals.value_of_a_deal else None,
            "cost_of_an_attempt": money(deals.cost_of_an_attempt) if deals.cost_of_an_attempt else None,
        }
    )


def _credit(pact: Pact) -> dict[str, Tree]:
    credit = pact.credit
    return {
        "originator": f"{credit.originator}%",
        "touches_between": f"{credit.touches_between}%",
        "closer": f"{credit.closer}%",
        "level": credit.level,
        "window": days(credit.window_days),
        "sourced": credit.sourced.replace("_", " "),
    }


def _goals(pact: Pact) -> dict[str, Tree]:
    sides: dict[str, list[Tree]] = {}
    for goal in pact.goals:
        sides.setdefault(goal.side, []).append(_goal(goal))
    return dict(sides)


def _goal(goal: Goal) -> dict[str, Tree]:
    unit = goal.unit if goal.unit in {"", "%"} else f" {goal.unit}"
    return given(
        {
            "measure": goal.measure,
            "target": f"{number(goal.target)}{unit}{f' a {goal.per}' if goal.per else ''}",
            "by": goal.by,
            "unless": goal.unless,
            "review_by": goal.review_by.isoformat(),
            "owner": goal.owner,
        }
    )


def _people(pact: Pact) -> dict[str, Tree]:
    people = pact.people
    return given(
        {
            "figures": people.figures.replace("_", " "),
            "smallest_group": str(people.smallest_group),
            "individual_late": f"seen by {people.individual_late.replace('_', ' ')}",
            "names_kept": people.names_kept,
            "leads_kept": people.leads_kept,
            "trials": people.trials,
        }
    )


def _trials(pact: Pact) -> dict[str, Tree]:
    trials = pact.trials
    return {
        "explored_slice": _slice(trials),
        "persistence": _share(trials.persistence),
        "shuffled_call_order": "on" if trials.shuffled_call_order else "off",
    }


def _slice(trials: Trials) -> str:
    share = _share(trials.explored_slice)
    return share if trials.explored_most is None else f"{share}, at most {trials.explored_most} a week"


def _share(fraction: float) -> str:
    percent = Decimal(repr(float(fraction))) * 100
    return f"{int(percent) if percent == int(percent) else format(percent.normalize(), 'f')}%"


def _word(texts: Words) -> Tree:
    return texts["en"] if set(texts) == {"en"} else dict(texts)
