"""The ledger as measures see it: one unbound table, and the facts that count at a snapshot.

Everything here is written in the portable dialect: whole seconds, no windows, no null tests after joins,
no booleans in results, every nullable number filled before it is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

import ibis

from leadpact.evidence.shared import corrections, is_apart, lasts, made_once, shared_by
from leadpact.rules.facts import COLUMNS

FAR_S = 9_000_000_000
"""A second that never comes: stands where nothing happened, so that comparisons need no nulls."""
NEVER_S = -9_000_000_000
"""The same before all time."""
DAY_S = 86_400
FACT_STEP = 4_000_000_000
"""``occurred_s`` times this plus ``seq`` is one whole number in the order of facts (until the year 2043)."""
FAR_KEY = 9_000_000_000_000_000_000
NEVER_KEY = -FAR_KEY
SCHEMA: dict[str, str] = {column.name: column.type for column in COLUMNS if column.name != "payload"}
READ = (
    *("seq", "kind", "occurred_s", "occurred_month", "lead_id", "person_id", "side", "source"),
    *("value_code", "value_number", "points", "due_s", "worked_s"),
)
"""Columns that measures read of a standing fact; ``recorded_s`` and ``corrects_id`` decide whether it stands.

The ``id`` is not among them: it is the dearest of all to read."""
_STEPS = 3


def facts_table(name: str = "facts") -> Any:
    """The unbound table of facts (no connection), under the name it has on the engine: ``facts``, ``crm.facts``."""
    catalog, schema, own = ([None, None, *name.split(".")])[-3:]
    return ibis.table(SCHEMA, name=own, catalog=catalog, database=schema)


facts = facts_table()


def one(condition: Any) -> Any:
    """1 where the condition holds, else 0: what measures sum instead of booleans."""
    return condition.ifelse(1, 0)


def count_of(condition: Any) -> Any:
    """How many rows hold the condition, as a whole number."""
    # Counted, not summed: engines add whole numbers up in wider ones, which costs DuckDB a third more.
    return condition.ifelse(1, ibis.null("int64")).count()


def earliest(condition: Any, instant: Any) -> Any:
    """The first instant among the rows that hold the condition, ``FAR_S`` where none does."""
    return condition.ifelse(instant, FAR_S).min()


def latest(condition: Any, instant: Any) -> Any:
    """The last instant among the rows that hold the condition, ``NEVER_S`` where none does."""
    return condition.ifelse(instant, NEVER_S).max()


def whole(seconds: Any, unit: int) -> Any:
    """How many whole units lie in a number of seconds (not negative), the same on every engine."""
    return ((seconds - seconds % unit) / unit).cast("int64")


def floored(fraction: Any) -> Any:
    """The whole number at or below a fraction that is not negative; engines cast by rounding or by cutting."""
    cast = fraction.cast("int64")
    return cast - one(cast.cast("float64") > fraction)


def fact_key(told: Any) -> Any:
    """The place of a fact in the order (occurred_s, seq), as one whole number."""
    return (told.occurred_s * FACT_STEP + told.seq).cast("int64")


def settled(table: Any) -> Any:
    """The same rows as a table of its own, so that a further join is not written into the join before it."""
    return table.select(*(table[name] for name in table.columns))


def keyed(told: Any, key: str, **columns: Any) -> Any:
    """Rows that are each the only one with its ``key``, with these columns of theirs.

    They are grouped by it, because SQLite indexes a grouped table and would else compare all rows with all. Engines
    that keep shared tables join by hashing, and are spared the grouping.
    """
    if is_apart():
        return settled(told.select(key, **columns))
    return told.group_by(key).agg(**{name: column.min() for name, column in columns.items()})


@made_once
def standing(table: Any, as_of_s: Any, kinds: Iterable[str], more: tuple[str, ...] = ()) -> Any:
    """Facts of the kinds, heard and happened by the snapshot, that nobody had corrected by then.

    ``more`` names columns beyond ``READ``.
    """
    return _unmended(table, as_of_s, _heard(table, as_of_s, kinds)).select(*READ, *more)


def _heard(table: Any, as_of_s: Any, kinds: Iterable[str]) -> Any:
    return table.filter((table.recorded_s <= as_of_s) & (table.occurred_s <= as_of_s) & table.kind.isin(sorted(kinds)))


def _unmended(table: Any, as_of_s: Any, asked: Any) -> Any:
    kept = corrections()
    if kept is not None:
        wrong = kept.filter(kept.recorded_s <= as_of_s)
        return asked.filter(asked.seq.notin(wrong.seq))
    wrong = table.filter(
        (table.recorded_s <= as_of_s) & (table.kind == "corrected") & (table.corrects_id.fill_null("") != "")
    )
    return asked.filter(asked.id.notin(wrong.corrects_id))


Told = Callable[[Any, Mapping[str, Any]], Any]


OF_ALL_TIME = {"since_s": NEVER_S, "until_s": FAR_S}


def is_of_a_period(p: Mapping[str, Any]) -> bool:
    """Whether it may be: the values of a query are filled in later, those of ``OF_ALL_TIME`` are there."""
    return any(not isinstance(p[name], int) or p[name] != value for name, value in OF_ALL_TIME.items())


def shared_of_period(lead: str, at: str) -> Callable[[Told], Told]:
    """As ``shared.shared_by``, of rows of a period, which says of the instant in the column ``at`` that it lies in it.

    Where tables last, the rows of all time are set aside, so that one table serves every period: it must decide nothing
    else.
    """

    def marked(build: Told) -> Told:
        whole = shared_by(lead)(build)

        @wraps(build)
        def built(table: Any, p: Mapping[str, Any]) -> Any:
            if not lasts() or not is_of_a_period(p):
                return whole(table, p)
            told = whole(table, {**p, **OF_ALL_TIME})
            return told.filter((told[at] >= p["since_s"]) & (told[at] < p["until_s"]))

        return built

    return marked


@shared_by("gone_id")
def merges(table: Any, as_of_s: Any) -> Any:
    """One row per merged lead: ``gone_id``, the lead it now counts for ``into_id``, and since when it does.

    That is ``merged_s``, and ``merged_key`` with the place of the fact (see ``fact_key``).

    The last merge or undoing of a lead decides, by (occurred_s, seq). Merges of merges are followed up to
    three steps.
    """
    told = standing(table, as_of_s, ("merged", "unmerged"))
    target = (told.kind == "merged").ifelse(told.value_number.fill_null(0.0), 0.0).cast("int64")
    told = told.select("lead_id", "occurred_s", target_id=target, key=fact_key(told))
    last = told.group_by("lead_id").agg(last_key=told.key.max())
    now = told.filter(told.key.isin(last.last_key))
    now = now.filter((now.target_id != 0) & (now.target_id != now.lead_id))
    # Grouped by its own key, because SQLite indexes a grouped table and would else compare all merges with all.
    step = now.group_by(gone_id="lead_id").agg(
        into_id=now.target_id.max(), merged_s=now.occurred_s.max(), merged_key=now.key.max()
    )
    onward = step.select(via_id="gone_id", onward_id="into_id")
    for _ in range(_STEPS - 1):
        both = settled(step.left_join(onward, [("into_id", "via_id")]))
        step = both.select("gone_id", "merged_s", "merged_key", into_id=both.onward_id.fill_null(both.into_id))
    return step


@made_once
def known(table: Any, as_of_s: Any, kinds: Iterable[str], more: tuple[str, ...] = (), of: Any = None) -> Any:
    """The standing facts of leads, each under the lead it counts for; ``own_lead_id`` is the lead it was told of.

    ``more`` names columns beyond ``READ``. ``of`` has the only leads whose facts are wanted (``lead_id``, each once):
    engines that keep shared tables then look at no others, elsewhere those of all leads come.
    """
    if of is not None and is_apart():
        return _known_of(table, as_of_s, kinds, more, of)
    told = standing(table, as_of_s, kinds, more)
    told = told.filter(told.lead_id.fill_null(0) != 0)
    merged = merges(table, as_of_s).select("gone_id", "into_id")
    both = settled(told.left_join(merged, [("lead_id", "gone_id")]))
    rest = (both[name] for name in (*READ, *more) if name != "lead_id")
    return both.select(*rest, own_lead_id=both.lead_id, lead_id=both.into_id.fill_null(both.lead_id))


def _known_of(table: Any, as_of_s: Any, kinds: Iterable[str], more: tuple[str, ...], of: Any) -> Any:
    """The same of some leads: first the few that tell of them are found, then what was mended is left out."""
    merged = merges(table, as_of_s)
    into = settled(merged.select("gone_id", "into_id").join(of.select("lead_id"), [("into_id", "lead_id")]))
    own = of.filter(of.lead_id.notin(merged.gone_id))
    family = ibis.union(
        own.select(member_id="lead_id", of_id="lead_id"), into.select(member_id="gone_id", of_id="into_id")
    )
    mended_by = () if corrections() is not None else ("id",)
    told = _heard(table, as_of_s, kinds).select(*dict.fromkeys((*READ, *more, *mended_by)))
    both = settled(told.join(settled(family), [("lead_id", "member_id")]))
    both = _unmended(table, as_of_s, both)
    rest = (both[name] for name in (*READ, *more) if name != "lead_id")
    return both.select(*rest, own_lead_id=both.lead_id, lead_id=both.of_id)
