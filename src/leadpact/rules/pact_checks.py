"""What a pact that reads well may still get wrong: rows that contradict, gates nothing passes, lanes nothing reaches.

An error keeps a version from being proposed and signed; a warning is said and may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from leadpact.rules.criteria import All, Condition, Known
from leadpact.rules.criteria_words import in_words, lower_first
from leadpact.rules.pact import Gate, Lane, Pact, Step
from leadpact.rules.pact_checks_bounds import cannot_hold, canonical, most_points, opposite
from leadpact.rules.pact_reading_tree import Node
from leadpact.rules.retention import DAY_S, days_of
from leadpact.rules.terms import Span

Level = Literal["error", "warning"]
_PIECE = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a pact should not say, with its place; ``path`` counts from 1."""

    level: Level
    path: str
    message: str
    line: int = 0
    column: int = 0
    file: str = "pact.yaml"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.path}: {self.message}"


def check_pact(pact: Pact, today: date | None = None) -> tuple[Finding, ...]:
    """Everything that a pact should not say, in its order. ``today``, when given, is what goals are dated against."""
    found = [*_points(pact), *_good_lead(pact)]
    for number, step in enumerate(pact.steps, 1):
        found += [*_lanes(pact, step, f"hand_offs[{number}]"), *_fields(pact, step, f"hand_offs[{number}]")]
    return (*found, *_leads_kept(pact), *(_goals(pact, today) if today else ()))


def _leads_kept(pact: Pact) -> Iterator[Finding]:
    """A lead that sleeps for longer than it is kept would be forgotten soon after it woke."""
    kept = pact.people.leads_kept
    if kept is None:
        return
    spans = [each.wake_after for step in pact.steps for each in step.recycle if each.wake_after is not None]
    longest = max(spans, key=_days, default=None)
    if longest is not None and days_of(kept) <= _days(longest):
        yield Finding(
            "warning",
            "people.leads_kept",
            f"leads are kept for {kept}, and some sleep for {longest} before they come forward again: nobody would "
            "have time for them; keep leads for longer, or let them wake earlier",
        )


def _days(span: Span) -> float:
    return span.amount if span.unit == "working_days" else span.seconds / DAY_S


def placed(findings: tuple[Finding, ...], root: Node, file: str = "pact.yaml") -> tuple[Finding, ...]:
    """The findings with line and column of the file they were found in, in its order."""
    found = []
    for each in findings:
        line, column = place(root, each.path)
        found.append(replace(each, line=line, column=column, file=file))
    return tuple(sorted(found, key=lambda each: (each.line, each.column)))


def place(root: Node, path: str) -> tuple[int, int]:
    """Line and column of a path, or of the nearest thing around it that is there."""
    node, at = root, (root.line, root.column)
    for name, number in _PIECE.findall(path):
        value = node.value
        if name and isinstance(value, dict) and name in value:
            at, node = node.keys.get(name, at), value[name]
        elif number and isinstance(value, tuple) and 0 < int(number) <= len(value):
            node = value[int(number) - 1]
            at = (node.line, node.column)
        else:
            break
    return at


def _points(pact: Pact) -> Iterator[Finding]:
    good = pact.good_lead
    seen: dict[Condition, int] = {}
    never = {canonical(each) for each in good.never}
    for number, row in enumerate(good.points, 1):
        path, asked = f"good_lead.points[{number}]", canonical(row.when)
        if asked in seen:
            first = good.points[seen[asked] - 1]
            what = (
                "the same points" if first.points == row.points else f"{first.points} points there, {row.points} here"
            )
            yield Finding("error", path, f"asks the same as points[{seen[asked]}], with {what}; keep one of the two")
        seen.setdefault(asked, number)
        if cannot_hold(row.when):
            yield Finding(
                "error",
                f"{path}.when",
                f"“{_said(row.when, pact)}” contradicts itself and never holds; change it or remove the row",
            )
        elif asked in never:
            yield Finding(
                "warning",
                path,
                "gives points to leads that `never` keeps from crossing; remove the row, or the condition under "
                "`never`",
            )


def _said(condition: Condition, pact: Pact) -> str:
    return lower_first(in_words(condition, pact))


def _good_lead(pact: Pact) -> Iterator[Finding]:
    good = pact.good_lead
    must = {canonical(each): number for number, each in reversed(list(enumerate(good.must, 1)))}
    never = {canonical(each): number for number, each in reversed(list(enumerate(good.never, 1)))}
    for number, each in enumerate(good.must, 1):
        path, asked, said = f"good_lead.must[{number}]", canonical(each), _said(each, pact)
        against = canonical(opposite(each))
        if cannot_hold(each):
            yield Finding(
                "error",
                path,
                f"“{said}” contradicts itself and never holds: no lead would cross; change it or remove it",
            )
        elif asked in never:
            yield Finding(
                "error",
                path,
                f"“{said}” must hold, and never[{never[asked]}] keeps every such lead back: no lead would cross; "
                "remove one of the two",
            )
        elif must.get(against, number) < number:
            yield Finding(
                "error",
                path,
                f"“{said}” is the opposite of must[{must[against]}]: no lead would cross; remove one of the two",
            )
        elif must[asked] < number:
            yield Finding("warning", path, f"asks the same as must[{must[asked]}]; remove one of the two")
    for number, each in enumerate(good.never, 1):
        path, asked, said = f"good_lead.never[{number}]", canonical(each), _said(each, pact)
        against = canonical(opposite(each))
        if never.get(against, number) < number:
            yield Finding(
                "error",
                path,
                f"“{said}” is the opposite of never[{never[against]}]: no lead of which it is known would cross; "
                "remove one of the two",
            )
        elif never[asked] < number:
            yield Finding("warning", path, f"asks the same as never[{never[asked]}]; remove one of the two")
        elif against in must and never[asked] == number:
            yield Finding("warning", path, f"says the same as must[{must[against]}]; one of the two is enough")


def _lanes(pact: Pact, step: Step, path: str) -> Iterator[Finding]:
    most = most_points(pact)
    for number, lane in enumerate(step.lanes, 1):
        at = f"{path}.lanes[{number}]"
        if lane.when is not None and cannot_hold(lane.when):
            yield Finding(
                "error",
                f"{at}.when",
                f"“{_said(lane.when, pact)}” contradicts itself: no lead takes this lane; change it or remove the lane",
            )
        yield from _gate(pact, lane, at, most)
        before = next((each for each in step.lanes[: number - 1] if _takes_all_of(each, lane)), None)
        if before is not None:
            yield Finding(
                "error",
                at,
                f"no lead gets here: every lead that fits fits “{pact.word(before.name)}” before it; put this lane "
                "first, or make that one ask for more",
            )


def _gate(pact: Pact, lane: Lane, at: str, most: int) -> Iterator[Finding]:
    gate = lane.gate
    if gate.always:
        return
    if gate.points > most:
        yield Finding(
            "error",
            f"{at}.gate.points",
            f"asks for {gate.points} points, and a lead can have {most} at most: nothing would pass; ask for {most} "
            "or fewer, or give rows more points",
        )
    for group, least in gate.least:
        top = most_points(pact, group)
        if least > top:
            yield Finding(
                "error",
                f"{at}.gate.least.{group}",
                f"asks for {least} points for {lower_first(pact.word(group))}, and a lead can have {top} at most: "
                f"nothing would pass; ask for {top} or fewer, or give its rows more points",
            )
    if gate.points == 0 and not any(least for _, least in gate.least):
        yield Finding("warning", f"{at}.gate", "opens at 0 points: every lead passes; say `always` if that is meant")


def _takes_all_of(before: Lane, lane: Lane) -> bool:
    """Whether every lead that fits a lane fits another one too."""
    if before.when is not None:
        asked = canonical(before.when)
        parts = () if lane.when is None else (lane.when, *(lane.when.conditions if isinstance(lane.when, All) else ()))
        if asked not in {canonical(each) for each in parts}:
            return False
    return before.gate.always or (not lane.gate.always and _asks_no_more(before.gate, lane.gate))


def _asks_no_more(one: Gate, other: Gate) -> bool:
    asked = dict(other.least)
    enough = max(other.points, sum(asked.values()))
    return one.points <= enough and all(least <= asked.get(group, 0) for group, least in one.least)


def _fields(pact: Pact, step: Step, path: str) -> Iterator[Finding]:
    """What must come with a lead and must not be known."""
    unknown = {each.field for each in pact.good_lead.must if isinstance(each, Known) and not each.wanted}
    unknown |= {each.field for each in pact.good_lead.never if isinstance(each, Known) and each.wanted}
    for number, group in enumerate(step.comes_with, 1):
        if unknown.issuperset(group):
            names = " or ".join(group)
            yield Finding(
                "error",
                f"{path}.comes_with[{number}]",
                f"`{names}` must come with a lead, and `must` or `never` keeps back every lead that has it: nothing "
                "would pass; remove one of the two",
            )


def _goals(pact: Pact, today: date) -> Iterator[Finding]:
    numbers: dict[str, int] = {}
    for goal in pact.goals:
        numbers[goal.side] = numbers.get(goal.side, 0) + 1
        if goal.review_by < today:
            yield Finding(
                "warning",
                f"goals.{goal.side}[{numbers[goal.side]}].review_by",
                f"{goal.review_by:%-d %B %Y} is over; name the day on which this goal is looked at again",
            )
