"""The rows that pages list, as plain tuples: what ``story.tell`` makes and the ledger keeps."""

from __future__ import annotations

from typing import Any, NamedTuple

MOST_PEOPLE = 2_147_483_647
"""The largest number of employees that a row keeps; the fact has it as it was told."""


class LeadRow(NamedTuple):
    """What the facts of a lead add up to; names and addresses come from the words kept apart."""

    id: int
    state: str
    account_id: int | None
    source: str | None
    campaign: str | None
    captured_s: int
    last_s: int
    last_seq: int
    found_side: str
    found_by_id: int | None
    owner_id: int | None
    marketer_id: int | None
    points: int | None
    points_s: int | None
    points_pact_id: int | None
    fades_s: int | None
    queued_s: int | None
    queued_reason: str | None
    wake_s: int | None
    wake_field: str | None
    reason: str | None
    attempts: int
    merged_into_id: int | None
    has_warning: bool
    name: str | None
    company: str | None
    job_title: str | None
    email: str | None
    phone: str | None
    country: str | None
    employees: int | None
    refused: str | None


class HandOffRow(NamedTuple):
    """One crossing of a lead; ``id`` is the seq of its handed_over fact."""

    id: int
    lead_id: int
    step: str | None
    lane: str | None
    owner_id: int | None
    handed_by_id: int | None
    handed_s: int
    owned_s: int
    points: int | None
    pact_id: int | None
    pact_version: int | None
    answer: str
    answered_s: int | None
    answered_by_id: int | None
    reason: str | None
    why: str | None
    first_touch_s: int | None
    attempts: int
    replied_s: int | None
    is_open: bool
    next_due_s: int | None
    next_promise: str | None


class ClockRow(NamedTuple):
    """One promise on one lead. ``state`` is running, kept, late (stopped after its deadline) or withdrawn."""

    id: str
    lead_id: int
    hand_off_id: int | None
    promise: str
    person_id: int | None
    started_s: int
    due_s: int
    stopped_s: int | None
    worked_s: int | None
    state: str
    next_act: str | None
    next_s: int | None


class DealRow(NamedTuple):
    """A deal as its facts leave it; ``state`` is open, won or lost."""

    id: int
    lead_id: int
    account_id: int | None
    state: str
    stage: str | None
    opened_s: int
    closed_s: int | None
    amount_minor: int | None
    currency: str | None
    reason: str | None
    owner_id: int | None
    closer_id: int | None
    qualified_by_id: int | None


_URGENCY = {"first_touch": 0, "answer": 1, "attempts": 2}


def hand_off_row(hand_off: dict[str, Any], clocks: tuple[ClockRow, ...]) -> HandOffRow:
    """A hand-off with the most urgent promise that runs on it."""
    running = [c for c in clocks if c.hand_off_id == hand_off["id"] and c.state == "running" and c.promise in _URGENCY]
    first = min(running, key=lambda c: (c.due_s, _URGENCY[c.promise]), default=None) if hand_off["is_open"] else None
    if first is None:
        return HandOffRow(**hand_off, next_due_s=None, next_promise=None)
    return HandOffRow(**hand_off, next_due_s=first.due_s, next_promise=first.promise)
