"""The gate of a hand-off step: which lane a lead may cross by now, or what still keeps it back, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from leadpact.rules.consent import NO_CONTACT, NO_CONTACT_WORDS, never
from leadpact.rules.criteria import Condition, compile_reader
from leadpact.rules.criteria_windows import Reader
from leadpact.rules.criteria_words import code_label, field_label, in_words, lower_first
from leadpact.rules.lead import Seen
from leadpact.rules.pact import Lane, Pact, Step
from leadpact.rules.scoring import ByIdentity, Score

Translate = Callable[[str], str]
"""Puts a text into the reader's language: ``gettext``, or ``str`` for English."""


@dataclass(frozen=True, slots=True)
class GroupPoints:
    """Points a lead has in a group of the points table, and those a lane asks for."""

    group: str
    had: int
    needed: int


@dataclass(frozen=True, slots=True)
class LaneAnswer:
    """Whether a lead fits a lane and why: ``when`` is its condition's answer (True without one)."""

    lane: str
    fits: bool
    when: bool | None
    points_had: int
    points_needed: int
    groups: tuple[GroupPoints, ...]
    why: str

    @property
    def short_by(self) -> int:
        """Points missing for the lane: the larger of what is missing in all and what is missing in its groups."""
        in_groups = sum(max(group.needed - group.had, 0) for group in self.groups)
        return max(self.points_needed - self.points_had, in_groups, 0)


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition of the pact that keeps the lead back: ``holds`` None is a "must" that nobody knows yet."""

    words: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """What the gate says of a lead.

    ``lane`` is the lane it crosses by, None while closed. ``why`` has every lane in the pact's order.
    Points and groups are those of the lane it crosses by, or of the nearest one whose condition holds.
    Each of ``missing_fields`` is a group of which one field must become known. ``must`` are conditions that do not
    hold, ``never`` those that do. ``pact`` is the one it was judged by.
    """

    open: bool
    step: str
    lane: str | None
    why: tuple[LaneAnswer, ...]
    points_had: int
    points_needed: int
    groups: tuple[GroupPoints, ...]
    missing_fields: tuple[tuple[str, ...], ...]
    missing_actions: tuple[str, ...]
    must: tuple[Unmet, ...]
    never: tuple[Unmet, ...]
    pact: Pact = field(repr=False, compare=False)

    @property
    def refusal(self) -> str:
        """What keeps the lead back and what can be done about it, in English; empty when open."""
        return refusal_words(self)


class CompiledGate:
    """The gate of one step, its conditions compiled."""

    __slots__ = ("_lanes", "_must", "_never", "pact", "step")

    def __init__(self, pact: Pact, step: Step) -> None:
        self.pact = pact
        self.step = step
        self._lanes = tuple(_lane(lane, pact) for lane in step.lanes)
        self._must = _compiled(pact, pact.good_lead.must)
        told = _compiled(pact, pact.good_lead.never)
        left = [condition for condition in never(pact.good_lead.never)[len(told) :] if condition == NO_CONTACT]
        self._never = (*told, *((NO_CONTACT_WORDS, compile_reader(condition)) for condition in left))

    def decide(self, seen: Seen, score: Score, as_of_s: int) -> GateAnswer:
        """Say whether the lead may cross at an instant (epoch seconds), given its score at that instant."""
        lanes = tuple(self._answer(lane, read, words, seen, score, as_of_s) for lane, read, words in self._lanes)
        fitting = next((lane for lane in lanes if lane.fits), None)
        shown = fitting or _nearest(lanes)
        fields = tuple(group for group in self.step.comes_with if seen.values.keys().isdisjoint(group))
        actions = tuple(action for action in self.step.after if action not in seen.actions)
        must = tuple(Unmet(words, holds) for words, read in self._must if (holds := read(seen, as_of_s)[0]) is not True)
        never = tuple(Unmet(words, True) for words, read in self._never if read(seen, as_of_s)[0] is True)
        is_open = fitting is not None and not (fields or actions or must or never)
        return GateAnswer(
            open=is_open,
            step=self.step.name,
            lane=fitting.lane if fitting and is_open else None,
            why=lanes,
            points_had=score.total,
            points_needed=shown.points_needed if shown else 0,
            groups=shown.groups if shown else (),
            missing_fields=fields,
            missing_actions=actions,
            must=must,
            never=never,
            pact=self.pact,
        )

    def _answer(
        self, lane: Lane, read: Reader | None, words: str, seen: Seen, score: Score, as_of_s: int
    ) -> LaneAnswer:
        when = True if read is None else read(seen, as_of_s)[0]
        gate = lane.gate
        needed = 0 if gate.always else gate.points
        least = () if gate.always else gate.least
        groups = tuple(GroupPoints(name, score.groups.get(name, 0), points) for name, points in least)
        enough = score.total >= needed and all(group.had >= group.needed for group in groups)
        if gate.always:
            enough = True
        why = self._why(lane, words, when, score.total, needed, groups)
        return LaneAnswer(lane.name, when is True and enough, when, score.total, needed, groups, why)

    def _why(
        self, lane: Lane, words: str, when: bool | None, had: int, needed: int, groups: tuple[GroupPoints, ...]
    ) -> str:
        if when is not True and words:
            return f"{words}: {'unknown' if when is None else 'no'}"
        parts = [words] if words else []
        parts += ["Whatever the points"] if lane.gate.always else [f"{had} of {needed} points"]
        parts += [_group_words(group, self.pact) for group in groups]
        return ", ".join([parts[0], *map(lower_first, parts[1:])])


def compile_gate(pact: Pact, step: Step) -> CompiledGate:
    """Compile the gate of one step; the same pact object and step give the same gate."""
    return _gate(ByIdentity(pact), ByIdentity(step))


@lru_cache(maxsize=128)
def _gate(pact: ByIdentity[Pact], step: ByIdentity[Step]) -> CompiledGate:
    return CompiledGate(pact.it, step.it)


def _lane(lane: Lane, pact: Pact) -> tuple[Lane, Reader | None, str]:
    """A lane with its condition compiled, and in words; without a condition nothing of both."""
    if lane.when is None:
        return lane, None, ""
    return lane, compile_reader(lane.when), in_words(lane.when, pact)


def decide(seen: Seen, score: Score, step: Step, pact: Pact, as_of_s: int) -> GateAnswer:
    """Say whether a lead may cross a step at an instant (epoch seconds), given its score at that instant."""
    return compile_gate(pact, step).decide(seen, score, as_of_s)


def _compiled(pact: Pact, conditions: tuple[Condition, ...]) -> tuple[tuple[str, Reader], ...]:
    return tuple((in_words(condition, pact), compile_reader(condition)) for condition in conditions)


def _nearest(lanes: tuple[LaneAnswer, ...]) -> LaneAnswer | None:
    """Pick the lane whose condition holds and that lacks the fewest points; of equals the first."""
    return min((lane for lane in lanes if lane.when is True), key=lambda lane: lane.short_by, default=None)


def refusal_words(answer: GateAnswer, _: Translate = str) -> str:
    """Say what keeps a lead back and what can be done about it; empty when the gate is open.

    ``_`` puts each text into the reader's language. Conditions stand in the pact's words.
    """
    if answer.open:
        return ""
    pact = answer.pact
    causes, cures = _short_of_points(pact, answer.why, _)
    or_ = _(" or ")
    for group in answer.missing_fields:
        causes.append(_("{field} missing").format(field=or_.join(lower_first(field_label(n, pact)) for n in group)))
    labels = dict(pact.actions)
    for action in answer.missing_actions:
        label = lower_first(labels.get(action) or code_label(action, pact))
        causes.append(_("{action} not done").format(action=label))
    for each in answer.must:
        text = _("“{condition}” unknown") if each.holds is None else _("“{condition}” does not hold")
        causes.append(text.format(condition=each.words))
    causes += [_("never hand over: “{condition}”").format(condition=each.words) for each in answer.never]
    cure = _(", or ").join(dict.fromkeys([*_first_cures(answer, _), *cures, *_last_cures(answer, _)]))
    return _("Gate closed: {causes}. {cure}.").format(causes=", ".join(causes), cure=f"{cure[:1].upper()}{cure[1:]}")


def _first_cures(answer: GateAnswer, _: Translate) -> list[str]:
    """What the person asking can do at once."""
    unasked = len(answer.missing_fields) + sum(each.holds is None for each in answer.must)
    cures = []
    if answer.missing_actions:
        is_one = len(answer.missing_actions) == 1
        cures.append(_("do it and record it") if is_one else _("do them and record them"))
    if unasked:
        cures.append(_("ask for it") if unasked == 1 else _("ask for them"))
    return cures


def _last_cures(answer: GateAnswer, _: Translate) -> list[str]:
    is_ruled_out = bool(answer.never) or any(each.holds is False for each in answer.must)
    return [_("correct the lead if that is wrong")] if is_ruled_out else []


def _short_of_points(pact: Pact, lanes: tuple[LaneAnswer, ...], _: Translate) -> tuple[list[str], list[str]]:
    """List what a lead lacks to fit a lane, with the cures; nothing where it fits one."""
    if any(lane.fits for lane in lanes):
        return [], []
    nearest = _nearest(lanes)
    if nearest is None:
        reasons = "; ".join(f"{code_label(lane.lane, pact)}: {lower_first(lane.why)}" for lane in lanes)
        cures = [_("find out what is unknown")] if any(lane.when is None for lane in lanes) else []
        cause = _("no lane fits ({reasons})").format(reasons=reasons or _("the step has none"))
        return [cause], [*cures, _("add a lane for such leads in a new pact")]
    causes = []
    if nearest.points_had < nearest.points_needed:
        causes.append(_("{had} of {needed} points").format(had=nearest.points_had, needed=nearest.points_needed))
    causes += [_group_words(group, pact, _) for group in nearest.groups if group.had < group.needed]
    return causes, [_("lower the line in a new pact")]


def _group_words(group: GroupPoints, pact: Pact, _: Translate = str) -> str:
    label = lower_first(code_label(group.group, pact))
    return _("{had} of {needed} points for {group}").format(had=group.had, needed=group.needed, group=label)
