"""What a pact would have done with the leads of the last months, beside the pact in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from leadpact.evidence import replay as past
from leadpact.evidence.criteria import MET
from leadpact.evidence.judged import ENDED, HANDED, PASSED, TRIED, WON
from leadpact.evidence.marks import Asked
from leadpact.evidence.replay import Past
from leadpact.evidence.scores import NOT_COVERED, Scoring, scoring_of
from leadpact.evidence.tally import Bools, Tally, tally
from leadpact.evidence.uncertainty import Ints
from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import Rulebook, in_force, takes_a_week
from leadpact.ledger.writer import company_zone
from leadpact.queries import replay_words
from leadpact.queries.lead_list import LeadLine, lines, visible
from leadpact.queries.replay_agreement import agreement
from leadpact.queries.replay_ground import CopyDamaged, Ground, Moved, ground, marked, weeks_of
from leadpact.queries.replay_shapes import Agreement, Effect, LaneLoad, Side, Volume, Week
from leadpact.rules.criteria import All
from leadpact.rules.pact import Pact
from leadpact.rules.pact_order import place_of

MONTHS = 6
MOST_MONTHS = 60
PAGE = 25
_ANY = -1_000_000
"""A line that every lead has the points for."""


class BadMonths(ValueError):
    """So many months cannot be asked for."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A lead that changes side: its points under the pact in force and under the draft, and why it stays back."""

    lead: LeadLine
    before: int
    draft: int
    joins: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """Leads that change side, those with most points first.

    ``hidden`` of them are not the actor's to see: not theirs, or a trial keeps the points from them.
    """

    total: int
    hidden: int
    rows: tuple[Changed, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class _Tried:
    """A pact tried on the past."""

    pact: Pact
    scoring: Scoring
    tally: Tally


@dataclass(frozen=True, slots=True)
class _Both:
    """A draft and the pact in force, tried on the same past."""

    ground: Ground
    zone: ZoneInfo
    starts: list[int]
    draft: _Tried
    before: _Tried | None
    version: int | None


def effect(
    actor: Actor, pact: Pact, now_s: int, months: int = MONTHS, *, line: int | None = None, with_gates: bool = True
) -> Effect:
    """What a pact would have done with the leads of the last months.

    ``line`` tries another number of points for its scored lane. ``with_gates`` also judges every gate that opened
    by the pact it names, which takes longer the first time. Raises ``BadMonths`` and ``Forbidden``.
    """
    access.check(actor, "see_pact")
    both = _both(pact, now_s, months, line)
    agreed = agreement(both.starts[0], now_s) if with_gates else Agreement(0, 0, 0, ())
    if not actor.may("see_leads"):
        agreed = replace(agreed, differs=())
    elif agreed.differs and (blind := Sight(actor, Rulebook(now_s)).blind({each.lead_id for each in agreed.differs})):
        agreed = replace(agreed, differs=tuple(each for each in agreed.differs if each.lead_id not in blind))
    return _effect(both, months, agreed)


def changed(
    actor: Actor, pact: Pact, now_s: int, months: int = MONTHS, *, line: int | None = None, joins: bool, after: int = 0
) -> ChangedPage:
    """The leads that pass under the draft alone (``joins``) or under the pact in force alone.

    Raises ``BadMonths`` and ``Forbidden``.
    """
    access.check(actor, "see_pact")
    both = _both(pact, now_s, months, line)
    if both.before is None:
        return ChangedPage(0, 0, (), None)
    draft, before = both.draft.tally, both.before.tally
    which = np.flatnonzero(_alone(draft, before) if joins else _alone(before, draft))
    which = which[np.argsort(-draft.total[which], kind="stable")]
    ids = both.ground.leads.lead_id[which].tolist()
    own = set(ids)
    if not actor.may("see_leads"):
        own = set(visible(actor).values_list("pk", flat=True)) & own if actor.may("see_own_leads") else set()
    sight = Sight(actor, Rulebook(now_s))
    own -= sight.blind()
    seen = [(place, lead_id) for place, lead_id in zip(which.tolist(), ids, strict=True) if lead_id in own]
    part = seen[after : after + PAGE]
    shown = Lead.objects.filter(pk__in=[lead_id for _, lead_id in part])
    told = {each.id: each for each in lines(shown, sight)}
    rows = tuple(
        Changed(
            told[lead_id], int(before.total[place]), int(draft.total[place]), joins,
            replay_words.kept_back(int((before if joins else draft).kept_by[place])),
        )
        for place, lead_id in part
        if lead_id in told
    )  # fmt: skip
    following = after + len(part)
    return ChangedPage(len(ids), len(ids) - len(seen), rows, following if following < len(seen) else None)


def _alone(one: Tally, other: Tally) -> Bools:
    found: Bools = one.passes & ~other.passes
    return found


def _both(pact: Pact, now_s: int, months: int, line: int | None) -> _Both:
    if not 1 <= months <= MOST_MONTHS:
        raise BadMonths(f"{months} months cannot be looked at; ask for 1 to {MOST_MONTHS}.")
    zone = company_zone()
    starts = weeks_of(months, now_s, zone)
    held = in_force(now_s)
    own = next((each for each in held if each.pact.name == pact.name), None)
    first = [each.pact for each in held if each.pact.name != pact.name and place_of(each.pact) < place_of(pact)]
    elsewhere = tuple(Asked(each.covers or All(())) for each in first)
    wanted = _with_line(scoring_of(pact), line)
    now = None if own is None else scoring_of(own.pact)
    for attempt in (1, 2):
        found = ground(starts[0], now_s)
        try:
            levels = marked(found, tuple(dict.fromkeys((*wanted.asked, *(now.asked if now else ()), *elsewhere))))
            break
        except Moved:
            if attempt == 2:
                raise
    taken = np.zeros(len(found.leads), dtype=np.int64)
    for each in elsewhere:
        taken |= NOT_COVERED * (levels[each].levels == MET)
    draft = _Tried(pact, wanted, _without(tally(wanted, len(found.leads), levels), taken))
    before = None
    if own is not None and now is not None:
        before = _Tried(own.pact, now, _without(tally(now, len(found.leads), levels), taken))
    return _Both(found, zone, starts, draft, before, own.pact.version if own else None)


def _without(told: Tally, taken: Ints) -> Tally:
    """The same without the leads that another pact, asked before, covers."""
    return replace(told, kept_by=told.kept_by | taken)


def _scored_lane(scoring: Scoring) -> int | None:
    """The lane whose points are the line: the last one that asks for any."""
    return next((at for at in range(len(scoring.lanes) - 1, -1, -1) if not scoring.lanes[at].is_always), None)


def _with_line(scoring: Scoring, line: int | None) -> Scoring:
    at = _scored_lane(scoring)
    if line is None or at is None:
        return scoring
    lanes = list(scoring.lanes)
    lanes[at] = replace(lanes[at], points=line)
    return replace(scoring, lanes=tuple(lanes))


def _effect(both: _Both, months: int, agreed: Agreement) -> Effect:
    leads, draft, before = both.ground.leads, both.draft, both.before
    step = draft.pact.steps[0]
    people, capacity = takes_a_week(step)
    whole = _whole(both)
    story = _past(both.ground, draft.tally)
    side = _side(both.ground, draft, whole, capacity)
    other = None if before is None else _side(both.ground, before, whole, takes_a_week(before.pact.steps[0])[1])
    joins = leaves = 0
    if before is not None:
        joins, leaves = int(_alone(draft.tally, before.tally).sum()), int(_alone(before.tally, draft.tally).sum())
    judged = draft.tally.covered | (before.tally.covered if before is not None else False)
    found = Effect(
        pact=draft.pact.name,
        version_before=both.version,
        months=months,
        since_on=datetime.fromtimestamp(both.starts[0], both.zone).date(),
        as_of=datetime.fromtimestamp(both.ground.as_of_s, both.zone),
        leads=int(judged.sum()),
        weeks=_weeks(both, whole),
        capacity_a_week=capacity,
        people=people,
        draft=side,
        before=other,
        capacity_line=_capacity_line(both, whole, capacity),
        bands=tuple(past.bands(story, draft.tally.covered & ~story.is_seen)),
        lanes=_lanes(both, whole),
        attempts_a_week=side.volume.mean * draft.pact.follow_up.attempts,
        attempts_before=0.0 if other is None or before is None else other.volume.mean * before.pact.follow_up.attempts,
        joins=joins,
        leaves=leaves,
        unchanged=int(judged.sum()) - joins - leaves,
        never_held=_never_held(both) if len(leads) else (),
        nothing_passes=side.nothing_passes,
        agreement=agreed,
        sentences=(),
    )
    return replace(found, sentences=replay_words.sentences(found))


def _past(of: Ground, told: Tally) -> Past:
    leads, own = of.leads, told.covered
    is_seen = leads.has(HANDED) | leads.has(ENDED)
    return Past(told.total, is_seen & own, leads.has(WON) & own, leads.has(TRIED) & own)


def _side(of: Ground, tried: _Tried, whole: Sequence[int], capacity: float) -> Side:
    story, passes = _past(of, tried.tally), tried.tally.passes
    volumes = _in_weeks(of.leads.hand_s, passes, whole)
    volume = Volume(
        float(volumes.mean()) if len(volumes) else 0.0, past.high_week(volumes), int((volumes > capacity).sum())
    )
    at = _scored_lane(tried.scoring)
    return Side(
        line=None if at is None else tried.scoring.lanes[at].points,
        passed=int(passes.sum()),
        volume=volume,
        wins=past.wins(story, passes),
        missed=past.wins(story, tried.tally.covered & ~passes),
        nothing_passes=bool(len(passes)) and not passes.any(),
    )


def _whole(both: _Both) -> list[int]:
    """The first seconds of the weeks that are over and that the history had reached, then the end of the last one."""
    first_s = reader.first_captured_s()
    begun = [] if first_s is None else [start for start in both.starts if start >= first_s]
    return begun if len(begun) > 1 else []


def _in_weeks(at_s: Ints, passes: Bools, bounds: Sequence[int]) -> Ints:
    """Leads that pass in each week between bounds."""
    if len(bounds) < 2:
        return np.zeros(0, dtype=np.int64)
    return past.weekly(at_s, passes & (at_s < bounds[-1]), bounds[:-1])


def _weeks(both: _Both, whole: Sequence[int]) -> tuple[Week, ...]:
    leads = both.ground.leads
    nobody = np.zeros(len(leads), dtype=np.bool_)
    draft, before, crossed = [
        past.weekly(leads.hand_s, passes, both.starts)
        for passes in (
            both.draft.tally.passes,
            nobody if both.before is None else both.before.tally.passes,
            leads.has(PASSED) & ~leads.has(TRIED),
        )
    ]
    ended = set(whole[:-1])
    return tuple(
        Week(
            datetime.fromtimestamp(start, both.zone).date(),
            int(draft[at]),
            int(before[at]),
            int(crossed[at]),
            start in ended,
        )
        for at, start in enumerate(both.starts)
    )


def _capacity_line(both: _Both, whole: Sequence[int], capacity: float) -> int | None:
    """The lowest line of the draft's scored lane that keeps nine of ten weeks within the capacity."""
    scoring, leads = both.draft.scoring, both.ground.leads
    if _scored_lane(scoring) is None or len(whole) < 2 or capacity <= 0:
        return None
    levels = marked(both.ground, scoring.asked)
    free = tally(_with_line(scoring, _ANY), len(leads), levels).passes
    always = tally(_with_line(scoring, -_ANY), len(leads), levels).passes
    is_in = (leads.hand_s < whole[-1]) & both.draft.tally.covered
    return past.capacity_line(both.draft.tally.total, leads.hand_s, free & is_in, always & is_in, whole[:-1], capacity)


def _lanes(both: _Both, whole: Sequence[int]) -> tuple[LaneLoad, ...]:
    weeks = max(1, len(whole) - 1)

    def a_week(tried: _Tried, number: int) -> float:
        passes = tried.tally.passes & (tried.tally.lane == number)
        return float(_in_weeks(both.ground.leads.hand_s, passes, whole).sum()) / weeks

    before: dict[str, float] = {}
    if both.before is not None:
        before = {lane.name: a_week(both.before, at) for at, lane in enumerate(both.before.pact.steps[0].lanes)}
    return tuple(
        LaneLoad(both.draft.pact.word(lane.name), str(lane.first_touch), a_week(both.draft, at), before.get(lane.name))
        for at, lane in enumerate(both.draft.pact.steps[0].lanes)
    )


def _never_held(both: _Both) -> tuple[int, ...]:
    """Places of rows of the points table that held for none of the pact's leads."""
    levels = marked(both.ground, tuple(row.asked for row in both.draft.scoring.rows))
    covered = both.draft.tally.covered
    return tuple(
        place
        for place, row in enumerate(both.draft.scoring.rows)
        if not (covered & (levels[row.asked].levels == MET)).any()
    )


__all__ = [
    "MONTHS", "Agreement", "BadMonths", "Changed", "ChangedPage", "CopyDamaged", "Effect", "LaneLoad", "Moved", "Side",
    "Volume", "Week", "changed", "effect",
]  # fmt: skip
