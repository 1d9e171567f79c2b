"""A lead as the ledger knew it at a moment: what is known of it and what it did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from leadpact.rules.facts import TOUCHES, Fact

FAR_S = 1 << 62
READS = TOUCHES | {"action_done", "captured", "corrected", "described", "merged", "unmerged"}
"""Kinds of facts that change what conditions read of a lead."""


class Value(NamedTuple):
    """The latest value of a field. ``code`` is its text (coded, number, date), or ``known`` for a personal one."""

    code: str
    number: float | None
    occurred_s: int
    seq: int
    side: str
    by_id: int | None


class Touch(NamedTuple):
    """One touch: when, of what (form, page kind or campaign), by which fact, from which side."""

    occurred_s: int
    of: str | None
    seq: int
    side: str


@dataclass(slots=True)
class Seen:
    """What conditions read. ``values`` by field (unknown fields are absent), ``touches`` by kind in order of time.

    ``account_leads_s`` holds the capture instants of the other leads of the same account: those of ``account_id`` but
    for ``members``, the lead itself and those merged into it.
    """

    values: dict[str, Value] = field(default_factory=dict)
    touches: dict[str, list[Touch]] = field(default_factory=dict)
    actions: set[str] = field(default_factory=set)
    account_leads_s: tuple[int, ...] = ()
    account_id: int | None = None
    members: set[int] = field(default_factory=set)


def valid(facts: Iterable[Fact], recorded_by_s: int = FAR_S) -> list[Fact]:
    """Facts recorded by an instant and not corrected by then, in order of (occurred_s, seq)."""
    known = [fact for fact in facts if fact.recorded_s <= recorded_by_s]
    if len(known) == 1 and known[0].kind != "corrected":
        return known
    dropped = {fact.corrects_id for fact in known if fact.kind == "corrected"}
    if dropped:
        known = [fact for fact in known if fact.id not in dropped]
    known.sort(key=_order)
    return known


def _order(fact: Fact) -> tuple[int, int]:
    return fact.occurred_s, fact.seq


def seen(facts: Iterable[Fact], as_of_s: int = FAR_S, account_leads_s: tuple[int, ...] = ()) -> Seen:
    """What was recorded of one lead by ``as_of_s``, and had happened by then, as conditions read it."""
    result = Seen(account_leads_s=account_leads_s)
    unknown: set[str] = set()
    for fact in valid(facts, as_of_s):
        if fact.occurred_s > as_of_s:
            break
        kind = fact.kind
        if kind == "described":
            _describe(result.values, unknown, fact)
        elif kind in TOUCHES:
            touch = Touch(fact.occurred_s, fact.field or fact.campaign, fact.seq, fact.side)
            result.touches.setdefault(kind, []).append(touch)
        elif kind == "captured":
            _capture(result, unknown, fact)
        elif kind == "action_done" and fact.field:
            result.actions.add(fact.field)
    return result


def _capture(result: Seen, unknown: set[str], fact: Fact) -> None:
    if fact.account_id is not None:
        result.account_id = fact.account_id
    if fact.lead_id is not None:
        result.members.add(fact.lead_id)
    for name, code in (("source", fact.source), ("campaign", fact.campaign)):
        if code is not None and name not in result.values and name not in unknown:
            result.values[name] = Value(code, None, fact.occurred_s, fact.seq, fact.side, fact.by_id)


def _describe(values: dict[str, Value], unknown: set[str], fact: Fact) -> None:
    """Note a described field; what somebody called ``unknown`` is not told by where a lead came from either."""
    name = fact.field or ""
    if fact.value_code is None or fact.value_code == "unknown":
        values.pop(name, None)
        unknown.add(name)
    else:
        values[name] = Value(fact.value_code, fact.value_number, fact.occurred_s, fact.seq, fact.side, fact.by_id)


def merged_into(facts: Iterable[Fact], lead_id: int) -> int | None:
    """Which lead this one was merged into, by its own facts; None when it stands for itself."""
    into: int | None = None
    for fact in valid(facts):
        if fact.lead_id == lead_id and fact.kind in ("merged", "unmerged"):
            into = int(fact.value_number) if fact.kind == "merged" and fact.value_number is not None else None
    return into
