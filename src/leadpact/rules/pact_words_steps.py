"""The hand-off steps of the pact as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from leadpact.rules.criteria_words import field_label, in_words, lower_first
from leadpact.rules.pact import AssignRule, Lane, Pact, Recycle, Step

Line = tuple[str, str, str, str]
"""A label, a value, the path in the file, and for whom it holds."""
Part = tuple[str, str, str, bool, Iterator[Line]]
"""Title, whose promise, key, whether the order has a meaning, and the lines."""
RULES = {
    "open_deal_owner": "who has an open deal with the company",
    "account_owner": "who owns the company",
    "named_accounts": "who the company is reserved for",
    "language": "who speaks the language",
    "region": "who has the region",
    "round_robin": "everybody in turn",
}


def steps(pact: Pact, step: Step, number: int) -> list[Part]:
    """A step as parts: what comes before, how fast it is touched, and the answer."""
    name, path = capital(step.name), f"hand_offs[{number}]"
    return [
        (f"{name}: before a lead crosses", step.from_side, f"{path}.before", False, _before(pact, step, path)),
        (f"{name}: how fast it is touched", step.to_side, f"{path}.touch", True, _touch(pact, step, path)),
        (f"{name}: the answer", step.to_side, f"{path}.answer", False, _answer(pact, step, path)),
    ]


def capital(text: str) -> str:
    """A text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def _before(pact: Pact, step: Step, path: str) -> Iterator[Line]:
    comes = ", ".join(
        " or ".join(
            field_label(name, pact) if i == 0 else lower_first(field_label(name, pact)) for i, name in enumerate(group)
        )
        for group in step.comes_with
    )
    yield "Comes with", comes or "nothing in particular", f"{path}.comes_with", ""
    labels = dict(pact.actions)
    if step.after:
        done = ", ".join(labels.get(action) or pact.word(action) for action in step.after)
        yield "Done before", done, f"{path}.after", ""


def _touch(pact: Pact, step: Step, path: str) -> Iterator[Line]:
    short = step.short_list
    lanes = (
        (pact.word(lane.name), _speed(lane), f"{path}.lanes[{n}]", lane_words(pact, lane))
        for n, lane in enumerate(step.lanes, 1)
    )
    assign = ", then ".join(_rule(rule) for rule in step.assign)
    return chain(
        lanes,
        (
            ("Each person takes", f"{short.each_person} a {short.per}", f"{path}.short_list.each_person", ""),
            ("The rest waits, ranked by", f"{short.order}, at most {short.waits_at_most}", f"{path}.short_list", ""),
            ("Goes to", assign, f"{path}.assign", ""),
        ),
    )


def lane_words(pact: Pact, lane: Lane) -> str:
    """Which leads a lane takes."""
    if lane.gate.always:
        gate = "whatever the points"
    else:
        least = ", ".join(f"{points} for {lower_first(pact.word(group))}" for group, points in lane.gate.least)
        gate = f"from {lane.gate.points} points" + (f", at least {least}" if least else "")
    return capital(gate) if lane.when is None else f"{in_words(lane.when, pact)}; {gate}"


def _speed(lane: Lane) -> str:
    surge = "" if lane.surge is None else f"; over {lane.surge.over_a_day} a day within {lane.surge.first_touch}"
    return f"first touch within {lane.first_touch}{surge}"


def _rule(rule: AssignRule) -> str:
    more = [] if rule.counts_against_capacity else ["beyond capacity"]
    more += ["waits while away"] if rule.if_absent == "wait" else []
    return RULES[rule.by] + (f" ({', '.join(more)})" if more else "")


def _answer(pact: Pact, step: Step, path: str) -> Iterator[Line]:
    yield "Accepts or sends back", f"within {step.answer}", f"{path}.answer", ""
    for number, reason in enumerate(step.reject_reasons, 1):
        yield f"Sent back: {pact.word(reason)}", _recycle(pact, step, reason), f"{path}.reject_reasons[{number}]", ""


def _recycle(pact: Pact, step: Step, reason: str) -> str:
    rule: Recycle | None = next((r for r in step.recycle if r.reason == reason), None)
    if rule is None or (rule.wake_after is None and rule.wake_when_known is None):
        return "back to marketing"
    if rule.wake_after is not None:
        return f"comes forward after {rule.wake_after}"
    return f"comes forward when {lower_first(field_label(rule.wake_when_known or '', pact))} is known"
