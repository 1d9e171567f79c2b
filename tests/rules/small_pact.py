"""A small pact for tests of the rules; each test changes the parts it is about."""

from __future__ import annotations

from leadpact.rules.criteria import Condition
from leadpact.rules.pact import (
    AttemptRule,
    BackToMarketing,
    Credit,
    Deals,
    FollowUp,
    Gate,
    GoodLead,
    Lane,
    Pact,
    Points,
    Recycle,
    ShortList,
    Step,
    WorkingTime,
)
from leadpact.rules.terms import Field, Span

DAY = Span(1, "working_days")


def row(when: Condition, points: int, group: str | None = None, label: str = "Row") -> Points:
    return Points(when, points, label, group, "both", "because")


def good_lead(
    *points: Points,
    half_life_days: float | None = None,
    must: tuple[Condition, ...] = (),
    never: tuple[Condition, ...] = (),
) -> GoodLead:
    return GoodLead(points, half_life_days, must, never)


def small_step(
    *lanes: Lane,
    comes_with: tuple[tuple[str, ...], ...] = (),
    after: tuple[str, ...] = (),
    recycle: tuple[Recycle, ...] = (),
) -> Step:
    return Step(
        name="marketing to sales",
        comes_with=comes_with,
        after=after,
        lanes=lanes or (Lane("scored", Gate(points=60), DAY),),
        short_list=ShortList(10, "week", "score", Span(14, "days")),
        assign=(),
        answer=DAY,
        reject_reasons=("too_early", "no_budget", "other"),
        recycle=recycle,
    )


def small_pact(
    good: GoodLead | None = None,
    *steps: Step,
    covers: Condition | None = None,
    fields: tuple[Field, ...] = (),
    words: dict[str, dict[str, str]] | None = None,
) -> Pact:
    return Pact(
        name="Small",
        version=1,
        vision="",
        teams=(("marketing", "Marketing"), ("sales", "Sales")),
        covers=covers,
        time=WorkingTime("UTC", "", "mon-fri 09:00-17:00"),
        report_in="EUR",
        rates="",
        good_lead=good or good_lead(),
        steps=steps,
        back_to_marketing=BackToMarketing(("not_ready", "needs_material"), DAY),
        follow_up=FollowUp(6, DAY, AttemptRule("person", ("call",), (), 1), (), (), 30),
        deals=Deals((), (), None, None),
        credit=Credit(40, 20, 40, "account", 90, "first_touch"),
        goals=(),
        fields=fields,
        actions=(("qualification_call", "Qualification call"),),
        words=words or {},
    )
