"""What marketing owed sales and whether it came: one row per case, from facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import ibis

from leadpact.evidence.criteria import MET, levels
from leadpact.evidence.handed import acceptances
from leadpact.evidence.leads import origins
from leadpact.evidence.shared import shared_sum
from leadpact.evidence.tables import FAR_S, count_of, earliest, fact_key, known, one, settled
from leadpact.rules.criteria import AnyOf, Condition, Known

PROMISES = ("volume", "data", "actions", "waiting")
VOLUMES: dict[str, str] = {
    "leads_captured": "captured",
    "qualified_leads": "qualified",
    "handoffs": "handed_over",
    "accepted_handoffs": "accepted",
    "deals_won": "won",
}
"""What a goal may count -> the fact that it is counted by."""
_CASE = ("lead_id", "promise", "part", "month", "state")
_LEAVES = ("deal_opened", "disqualified", "gave_up", "lost", "recycled", "rejected", "won")
"""Facts after which nobody waits for a hand-off any more: the lead went back, or there is a deal."""


class Step(NamedTuple):
    """What comes with a hand-off of a step (of each group one field is known), and the actions done before it."""

    name: str
    groups: tuple[tuple[str, ...], ...] = ()
    actions: tuple[str, ...] = ()


Steps: TypeAlias = tuple[Step, ...]


def steps_of(
    comes_with: Mapping[str, Sequence[Sequence[str]]] | None, after: Mapping[str, Sequence[str]] | None
) -> Steps:
    """Steps from plain values: groups of fields, and actions, by the name of the step."""
    with_, done = comes_with or {}, after or {}
    names = dict.fromkeys((*with_, *done))
    return tuple(
        Step(name, tuple(tuple(group) for group in with_.get(name, ())), tuple(done.get(name, ()))) for name in names
    )


def _hands(table: Any, p: Mapping[str, Any]) -> Any:
    told = known(table, p["as_of_s"], ("handed_over",), ("recorded_s", "step"))
    told = told.filter((told.side != "sales") & (told.occurred_s >= p["since_s"]) & (told.occurred_s < p["until_s"]))
    return told.select(
        "lead_id", hand_key=fact_key(told), hand_s="occurred_s", heard_s="recorded_s", month="occurred_month",
        step=told.step.fill_null(""),
    )  # fmt: skip


def _groups(steps: Steps) -> list[tuple[str, ...]]:
    """All groups of fields, each once."""
    return list(dict.fromkeys(group for step in steps for group in step.groups))


def hand_offs(table: Any, p: Mapping[str, Any], steps: Steps = ()) -> Any:
    """One row per hand-off by marketing, with the level of each group of fields (c0 ...) and action (a0 ...)."""
    groups = _groups(steps)
    conditions: list[Condition] = [AnyOf(tuple(Known(field) for field in group)) for group in groups]
    hands = levels(table, p, _hands(table, p), conditions)
    actions = _actions(steps)
    if not actions:
        return hands
    told = known(table, p["as_of_s"], ("action_done",), ("recorded_s", "field"))
    told = told.select("lead_id", "recorded_s", key=fact_key(told), field=told.field.fill_null(""))
    asked = hands.select("hand_key", "heard_s", handed_lead_id="lead_id")
    both = settled(asked.join(told, [("handed_lead_id", "lead_id")]))
    both = both.filter((both.key <= both.hand_key) & (both.recorded_s <= both.heard_s))
    done = both.group_by(done_key="hand_key").agg(
        **{f"a{place}": one(both.field == action).max() for place, action in enumerate(actions)}
    )
    whole = settled(hands.left_join(done, [("hand_key", "done_key")]))
    filled = {f"a{place}": whole[f"a{place}"].fill_null(0) for place in range(len(actions))}
    return whole.select(*hands.columns, **filled)


def _actions(steps: Steps) -> list[str]:
    return list(dict.fromkeys(action for step in steps for action in step.actions))


def missing(table: Any, p: Mapping[str, Any], steps: Steps = ()) -> Any:
    """Hand-offs per step, and how many lacked each group of fields (m0 ...) and action (n0 ...)."""
    told = hand_offs(table, p, steps)
    lacked = {f"m{place}": count_of(told[f"c{place}"] != MET) for place in range(len(_groups(steps)))}
    lacked |= {f"n{place}": count_of(told[f"a{place}"] == 0) for place in range(len(_actions(steps)))}
    return told.group_by("step").agg(hand_offs=told.count(), **lacked)


def lacking(rows: Sequence[Mapping[str, Any]], steps: Steps) -> list[dict[str, Any]]:
    """What hand-offs lacked, by step: rows of step, what (data or actions), names, lacked and hand_offs."""
    by_name = {row["step"]: row for row in rows}
    groups, actions = _groups(steps), _actions(steps)
    found = []
    for step in steps:
        row = by_name.get(step.name)
        if row is None:
            continue
        asked = [("data", group, f"m{groups.index(group)}") for group in step.groups]
        asked += [("actions", (action,), f"n{actions.index(action)}") for action in step.actions]
        found += [
            {"step": step.name, "what": what, "names": ", ".join(names), "lacked": row[column], "of": row["hand_offs"]}
            for what, names, column in asked
        ]
    return found


def cases(table: Any, p: Mapping[str, Any], steps: Steps = ()) -> Any:
    """One row per case of a promise.

    Columns: lead_id, source, promise, part (the step; of a volume what is counted), month (yyyymm), state: kept,
    missed, running, withdrawn; of a volume counted.
    """
    both = ibis.union(*(part.select(*_CASE) for part in (_volumes(table, p), *_judged(table, p, steps))))
    return _sourced(both, table, p)


def tallied(table: Any, p: Mapping[str, Any], steps: Steps = ()) -> Any:
    """Cases per promise, part, month, source and state."""
    volumes = _counted(table, p)
    volumes = volumes.select(
        "part", "month", "source", "cases", promise=ibis.literal("volume"), state=ibis.literal("counted")
    )
    told = ibis.union(*(part.select(*_CASE) for part in _judged(table, p, steps)))
    told = _sourced(told, table, p)
    told = told.group_by(["promise", "part", "month", "source", "state"]).agg(cases=told.count())
    return told.union(volumes.select(*told.columns))


@shared_sum("cases")
def _counted(table: Any, p: Mapping[str, Any]) -> Any:
    """Cases of volumes per part, month and source."""
    told = _sourced(_volumes(table, p), table, p)
    return told.group_by(["part", "month", "source"]).agg(cases=told.count())


def _judged(table: Any, p: Mapping[str, Any], steps: Steps) -> list[Any]:
    """The cases of all promises but volumes."""
    parts = [_waits(table, p)]
    if steps:
        told = hand_offs(table, p, steps)
        parts += [_came(told, steps, what) for what in ("data", "actions")]
    return parts


def _sourced(told: Any, table: Any, p: Mapping[str, Any]) -> Any:
    """The same rows with the source of their lead."""
    origin = origins(table, p["as_of_s"]).select("origin_lead_id", "origin")
    whole = settled(told.left_join(origin, [("lead_id", "origin_lead_id")]))
    return whole.select(*told.columns, source=whole.origin.fill_null("unknown"))


def _came(told: Any, steps: Steps, what: str) -> Any:
    """Hand-offs of steps that ask for something: kept where all of it came."""
    groups, actions = _groups(steps), _actions(steps)
    whole: list[tuple[Any, str]] = []
    asks = []
    for step in steps:
        columns = [f"c{groups.index(g)}" for g in step.groups] if what == "data" else []
        columns += [f"a{actions.index(a)}" for a in step.actions] if what == "actions" else []
        if not columns:
            continue
        asks.append(step.name)
        lacks = told.step == step.name
        is_whole = told.step == step.name
        for column in columns:
            is_whole = is_whole & (told[column] == MET)
        whole += [(is_whole, "kept"), (lacks, "missed")]
    own = told.filter(told.step.isin(asks)) if asks else told.filter(told.lead_id < 0)
    state = ibis.cases(*whole, else_="missed") if whole else ibis.literal("missed")
    return own.select("lead_id", promise=ibis.literal(what), part=own.step, month=own.month.cast("int64"), state=state)


def _waits(table: Any, p: Mapping[str, Any]) -> Any:
    """Qualified leads that waited for room, each until it was handed over."""
    told = known(table, p["as_of_s"], ("queued", "handed_over", *_LEAVES))
    told = told.select("lead_id", "kind", "occurred_s", "occurred_month", "due_s", key=fact_key(told))
    begun = told.filter((told.kind == "queued") & (told.due_s.fill_null(0) > 0))
    begun = begun.group_by("key").agg(
        wait_lead_id=begun.lead_id.min(), start_s=begun.occurred_s.min(), due_s=begun.due_s.min(),
        month=begun.occurred_month.min(),
    )  # fmt: skip
    begun = begun.select("wait_lead_id", "start_s", "due_s", "month", wait_key="key")
    begun = begun.filter((begun.start_s >= p["since_s"]) & (begun.start_s < p["until_s"]))
    ends = told.filter(told.kind != "queued").select("lead_id", "kind", "occurred_s", "key")
    both = settled(begun.join(ends, [("wait_lead_id", "lead_id")]))
    both = both.filter(both.key > both.wait_key)
    stop = both.group_by(stop_key="wait_key").agg(
        hand_s=earliest(both.kind == "handed_over", both.occurred_s),
        left_s=earliest(both.kind != "handed_over", both.occurred_s),
    )
    whole = settled(begun.left_join(stop, [("wait_key", "stop_key")]))
    hand_s, left_s = whole.hand_s.fill_null(FAR_S), whole.left_s.fill_null(FAR_S)
    state = ibis.cases(
        ((hand_s <= whole.due_s) & (hand_s <= left_s), "kept"),
        ((left_s <= whole.due_s) & (left_s < hand_s), "withdrawn"),
        (whole.due_s <= p["as_of_s"], "missed"),
        else_="running",
    )
    return whole.select(
        lead_id="wait_lead_id", promise=ibis.literal("waiting"), part=ibis.literal(""),
        month=whole.month.cast("int64"), state=state,
    )  # fmt: skip


def _volumes(table: Any, p: Mapping[str, Any]) -> Any:
    """Leads captured and qualified by their first such fact; hand-offs, those that sales took, and wins each."""
    origin = origins(table, p["as_of_s"])
    captured = origin.select(
        lead_id="origin_lead_id", kind=ibis.literal("captured"), month="origin_month", since_s="origin_s"
    )
    told = known(table, p["as_of_s"], [kind for kind in VOLUMES.values() if kind not in ("captured", "accepted")])
    told = told.select("lead_id", "kind", month=told.occurred_month.cast("int64"), since_s="occurred_s")
    # The earliest fact also has the earliest month, so both may be taken apart.
    first = told.filter(told.kind == "qualified")
    first = first.group_by(["lead_id", "kind"]).agg(month=first.month.min(), since_s=first.since_s.min())
    others = told.filter(told.kind != "qualified")
    taken = acceptances(table, p["as_of_s"])
    taken = taken.filter(taken.is_handed == 1)
    taken = taken.select("lead_id", "month", kind=ibis.literal("accepted"), since_s="occurred_s")
    columns = ("lead_id", "kind", "month", "since_s")
    both = ibis.union(*(part.select(*columns) for part in (captured, first, others, taken)))
    both = both.filter((both.since_s >= p["since_s"]) & (both.since_s < p["until_s"]))
    part = ibis.cases(*((both.kind == kind, name) for name, kind in VOLUMES.items()), else_="")
    return both.select("lead_id", "month", part=part, promise=ibis.literal("volume"), state=ibis.literal("counted"))
