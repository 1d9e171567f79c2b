"""The pact as a page: what both teams promised, in words, with who signed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import PactVersion, Person
from leadpact.ledger.rulebook import in_force, parsed
from leadpact.rules.criteria_words import in_words
from leadpact.rules.pact import Goal, Lane, LateStep, Pact, Recycle, Step


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list: its state in one word, and who signed when."""

    id: int
    name: str
    version: int
    state: str
    proposed_by: str
    proposed_at: datetime
    marketing: str
    sales: str
    effective_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the pact: what, how much, who asked for it and why."""

    label: str
    value: str
    group: str = ""
    asked_by: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the pact under its heading; ``side`` is whose promise it is, or both."""

    title: str
    side: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PactPage:
    """One version, readable by both teams."""

    line: VersionLine
    vision: str
    teams: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    text: str
    can_sign: bool
    signs_for: str


def versions(actor: Actor, now_s: int) -> list[VersionLine]:
    """All versions, the newest first. Raises ``Forbidden``."""
    access.check(actor, "see_pact")
    rows = list(PactVersion.objects.order_by("-proposed_s", "-pk"))
    held = {each.id for each in in_force(now_s)}
    names = _names(rows)
    return [_line(row, held, names, now_s) for row in rows]


def current_id(now_s: int) -> int | None:
    """The version to show first: the one in force, else the newest proposed."""
    held = in_force(now_s)
    if held:
        return held[0].id
    newest = PactVersion.objects.order_by("-proposed_s", "-pk").first()
    return newest.pk if newest else None


def page(actor: Actor, pact_id: int, now_s: int) -> PactPage:
    """One version as a page. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    pact, _card = parsed(row)
    line = _line(row, {each.id for each in in_force(now_s)}, _names([row]), now_s)
    side = actor.side
    verb = {"marketing": "sign_for_marketing", "sales": "sign_for_sales"}.get(side)
    open_to_sign = row.state == "proposed" and verb is not None and actor.may(verb)
    can_sign = open_to_sign and getattr(row, f"{side}_signed_s") is None
    return PactPage(line, pact.vision, pact.teams, sections(pact), row.text, can_sign, side if can_sign else "")


def text(actor: Actor, pact_id: int) -> tuple[str, str]:
    """The file of a version, with a name for it. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    return f"pact-{row.version}.yaml", row.text


def _names(rows: list[PactVersion]) -> dict[int, str]:
    ids = {
        person
        for row in rows
        for person in (row.proposed_by_id, row.marketing_signed_by_id, row.sales_signed_by_id)
        if person is not None
    }
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))


def _at(at_s: int) -> datetime:
    return datetime.fromtimestamp(at_s, UTC)


def _line(row: PactVersion, held: set[int], names: dict[int, str], now_s: int) -> VersionLine:
    if row.pk in held:
        state = "in force"
    elif row.state == "signed":
        state = "takes effect" if (row.effective_s or 0) > now_s else "replaced"
    else:
        state = row.state
    return VersionLine(
        row.pk,
        row.name,
        row.version,
        state,
        names.get(row.proposed_by_id or 0, ""),
        _at(row.proposed_s),
        names.get(row.marketing_signed_by_id or 0, "") if row.marketing_signed_s else "",
        names.get(row.sales_signed_by_id or 0, "") if row.sales_signed_s else "",
        _at(row.effective_s) if row.effective_s else None,
        row.note,
    )


def sections(pact: Pact) -> tuple[Section, ...]:
    """The whole pact as sentences, in the order in which a lead meets them."""
    points = tuple(Row(p.label, f"{p.points:+d}", p.group or "", p.asked_by, p.because) for p in pact.good_lead.points)
    always = tuple(Row(in_words(c, pact), "must hold") for c in pact.good_lead.must)
    never = tuple(Row(in_words(c, pact), "never crosses") for c in pact.good_lead.never)
    fade = (
        (Row("Points for touches halve every", f"{pact.good_lead.half_life_days:g} days"),)
        if pact.good_lead.half_life_days
        else ()
    )
    found = [Section("A good lead", "both", (*points, *fade, *always, *never))]
    for step in pact.steps:
        found += _step(pact, step)
    found += [_follow_up(pact), _deals(pact), _goals(pact), _people(pact)]
    return tuple(section for section in found if section.rows)


def _step(pact: Pact, step: Step) -> list[Section]:
    word = pact.word
    comes = ", ".join(" or ".join(word(name) for name in group) for group in step.comes_with)
    after = ", ".join(word(action) for action in step.after)
    before = (Row("Comes with", comes), Row("Done before", after)) if after else (Row("Comes with", comes),)
    lanes = tuple(_lane(pact, lane) for lane in step.lanes)
    short = step.short_list
    takes = (
        Row("Each person takes", f"{short.each_person} a {short.per}"),
        Row("The rest waits, ranked by", f"{short.order}, at most {short.waits_at_most}"),
        Row("Goes to", ", then ".join(rule.by.replace("_", " ") for rule in step.assign)),
    )
    answers = (
        Row("Accepts or sends back", f"within {step.answer}"),
        *(Row(f"Sent back: {word(reason)}", _recycle(pact, step, reason)) for reason in step.reject_reasons),
    )
    return [
        Section(f"{step.name.capitalize()}: before a lead crosses", step.from_side, before),
        Section(f"{step.name.capitalize()}: how fast it is touched", step.to_side, (*lanes, *takes)),
        Section(f"{step.name.capitalize()}: the answer", step.to_side, answers),
    ]


def _lane(pact: Pact, lane: Lane) -> Row:
    if lane.gate.always:
        gate = "whatever the points"
    else:
        least = ", ".join(f"{points} for {pact.word(group).lower()}" for group, points in lane.gate.least)
        gate = f"from {lane.gate.points} points" + (f", at least {least}" if least else "")
    when = f"{in_words(lane.when, pact)}; " if lane.when is not None else ""
    surge = ""
    if lane.surge is not None:
        surge = f"; over {lane.surge.over_a_day} a day within {lane.surge.first_touch}"
    return Row(f"{pact.word(lane.name)} ({when}{gate})", f"first touch within {lane.first_touch}{surge}")


def _recycle(pact: Pact, step: Step, reason: str) -> str:
    rule: Recycle | None = next((r for r in step.recycle if r.reason == reason), None)
    if rule is None or (rule.wake_after is None and rule.wake_when_known is None):
        return "back to marketing"
    if rule.wake_after is not None:
        return f"comes forward after {rule.wake_after}"
    return f"comes forward when {pact.word(rule.wake_when_known or '').lower()} is known"


def _follow_up(pact: Pact) -> Section:
    rule = pact.follow_up
    least = ", ".join(f"{n} by {pact.word(channel).lower()}" for channel, n in rule.attempt.least)
    material = tuple(Row(f"Sends a {pact.word(m.kind).lower()}", f"by attempt {m.by_attempt}") for m in rule.material)
    return Section(
        "Follow-up",
        "sales",
        (
            Row("Attempts", f"{rule.attempts} within {rule.within}"),
            Row("Of these at least", f"{least or 'any'}, on {rule.attempt.different_days} different days"),
            *material,
            *(Row("When a promise runs late", _late(step)) for step in rule.if_late),
            Row("Given up after silence of", f"{rule.rest_days:g} days"),
        ),
    )


def _late(step: LateStep) -> str:
    act = {"remind": "remind the owner", "tell_manager": "tell the manager", "reassign": "give it to somebody else"}[
        step.act
    ]
    when = f"after {step.after} more" if step.after is not None else f"at {step.at_percent}% of the time"
    return f"{act} {when}"


def _deals(pact: Pact) -> Section:
    deals = pact.deals
    rows = [
        Row("Stages", ", ".join(pact.word(stage) for stage in deals.stages)),
        Row("Reasons for a loss", ", ".join(pact.word(reason) for reason in deals.loss_reasons)),
    ]
    credit = pact.credit
    rows.append(
        Row(
            "Credit for a win",
            f"finder {credit.originator}%, between {credit.touches_between}%, closer {credit.closer}%",
        )
    )
    return Section("Deals", "sales", tuple(rows))


def _goals(pact: Pact) -> Section:
    return Section("Goals", "both", tuple(Row(_goal(goal), _target(goal), goal.side) for goal in pact.goals))


def _goal(goal: Goal) -> str:
    who = {"together": "Together", "marketing": "Marketing", "sales": "Sales"}[goal.side]
    return f"{who}: {goal.measure.replace('_', ' ')}"


def _target(goal: Goal) -> str:
    amount = f"{goal.target:,.0f}" if goal.target == int(goal.target) else f"{goal.target:g}"
    per = f" a {goal.per}" if goal.per else ""
    unit = "%" if goal.unit == "%" else f" {goal.unit}" if goal.unit else ""
    return f"{amount}{unit}{per}; looked at again by {goal.review_by:%-d %b %Y}"


def _people(pact: Pact) -> Section:
    people = pact.people
    return Section(
        "What people see of people",
        "both",
        (
            Row("Figures of persons", people.figures.replace("_", " ")),
            Row("Smallest group shown", str(people.smallest_group)),
            Row("Who sees that one person is late", people.individual_late.replace("_", " ")),
            Row("Names are kept for", people.names_kept),
        ),
    )
