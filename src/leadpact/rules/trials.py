"""The pact's three small experiments: which leads are in them, by chance alone, and how many it takes to learn.

Off unless the pact switches them on. Who is in one follows from the lead's number and the version of the pact, so
that nobody chooses, everybody may check it afterwards, and a lead told anew is in or out as before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from math import ceil
from typing import Literal

from leadpact.rules.gate import GateAnswer
from leadpact.rules.pact import FollowUp, Pact, Step

Trial = Literal["explored_slice", "persistence", "shuffled_call_order"]
TRIALS: tuple[Trial, ...] = ("explored_slice", "persistence", "shuffled_call_order")
EXPLORED = "explored"
"""The reason of a hand-off by which a lead crossed only to be tried out."""
EXTRA_ATTEMPTS = 2
"""So many more attempts a lead gets that would have been given up."""
SHARE_OF_CAPACITY = 0.1
"""The explored slice takes at most this share of what people work a week, unless the pact names a number."""
BAND = 10
"""Points of one band; the call order is shuffled within a band and an hour."""
HOUR_S = 3600
BLIND = frozenset(("salesperson", "sales_head"))
"""Roles that follow leads up, and so must not know which of them lacked points."""
WITH_SALES = frozenset(("queued", "handed_over", "accepted", "deal", "merged"))
"""States of a lead that sales has or is about to get; of one that was merged its history tells of its other self."""


def runs(pact: Pact, trial: Trial) -> bool:
    """Whether the pact switched a trial on."""
    return bool(getattr(pact.trials, trial))


def draw(trial: Trial, *numbers: int) -> float:
    """A number from 0 up to but not 1, the same whenever asked for the same trial and numbers."""
    text = ":".join((trial, *map(str, numbers)))
    return int.from_bytes(sha256(text.encode()).digest()[:6], "big") / (1 << 48)


def is_explored(pact: Pact, pact_id: int, lead_id: int) -> bool:
    """Whether a lead below the line is in the explored slice of this version."""
    return draw("explored_slice", pact_id, lead_id) < pact.trials.explored_slice


def is_kept_on(pact: Pact, pact_id: int, lead_id: int) -> bool:
    """Whether a lead that is about to be given up is in the persistence trial of this version."""
    return draw("persistence", pact_id, lead_id) < pact.trials.persistence


def hides_points(role: str, state: str, pacts: Iterable[Pact]) -> bool:
    """Whether the points of a lead in this state are kept from a reader of this role, under the lead's pacts.

    While a pact explores, who follows leads up sees the points of none that sales has: else few points would tell
    which one was let through. They come back when the lead is won, lost, closed or sent back.
    """
    return role in BLIND and state in WITH_SALES and any(runs(pact, "explored_slice") for pact in pacts)


def call_place(lead_id: int) -> float:
    """The lead's place among those of its band and hour while the call order is shuffled, from 0 (first) up to 1."""
    return draw("shuffled_call_order", lead_id)


def lane_to_explore(answer: GateAnswer) -> str | None:
    """The lane by which a lead may be explored: it lacks points and nothing else. None where anything else is missing.

    Of several lanes whose condition holds it is the one that lacks the fewest points.
    """
    if answer.open or answer.missing_fields or answer.missing_actions or answer.must or answer.never:
        return None
    fitting = [lane for lane in answer.why if lane.when is True]
    return min(fitting, key=lambda lane: lane.short_by).lane if fitting else None


def counted(step: Step) -> Step:
    """The step as explored leads take it: whoever gets one, by whatever rule, has one place less that period."""
    return replace(step, assign=tuple(replace(rule, counts_against_capacity=True) for rule in step.assign))


def explored_a_week(pact: Pact, capacity_a_week: float) -> int:
    """How many leads the explored slice hands over a week at most: the pact's number, else a tenth of the capacity."""
    if pact.trials.explored_most is not None:
        return pact.trials.explored_most
    return max(1, round(SHARE_OF_CAPACITY * capacity_a_week))


def extra_rule(rule: FollowUp) -> FollowUp:
    """What is promised of a lead that is kept on: so many more attempts, in the time of the ordinary ones."""
    return replace(
        rule, attempts=EXTRA_ATTEMPTS, attempt=replace(rule.attempt, least=(), different_days=1), material=()
    )


def leads_needed(share: float, difference: float) -> int:
    """Leads per side to see a difference of shares in 4 of 5 trials: 16 p(1-p)/d², at 5 % (Lehr 1992)."""
    # Rounded first, so that 1,600 computed as 1,600.0000000001 is not one more.
    return ceil(round(16 * share * (1 - share) / difference**2, 6))
