"""The leads of a replay, set aside on their engine, so that each further condition is one short question.

What is asked of an engine again and again while a pact is edited: which leads there were, at which moment each is
judged and what became of it (``Population``), and for a condition its level at each moment (``Marked``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import ibis
import numpy as np
from numpy.typing import NDArray

from leadpact.evidence.chosen import CHOSEN_FACTS
from leadpact.evidence.copy_source import KeepingSource
from leadpact.evidence.marks import Asked, marks
from leadpact.evidence.moments import gates, members, moments
from leadpact.evidence.scores import Scoring, scores
from leadpact.evidence.source import Shaped, Source
from leadpact.evidence.tables import NEVER_S, fact_key, known, one, settled
from leadpact.evidence.uncertainty import Ints
from leadpact.rules.trials import EXPLORED

JUDGED, FAMILY = "judged_leads", "judged_family"
_JUDGED = {
    "lead_id": "int64", "own_id": "int64", "hand_key": "int64", "hand_s": "int64", "heard_s": "int64",
    "is_passed": "int64", "is_handed": "int64", "points": "int64", "version": "int64",
}  # fmt: skip
_FAMILY = {"hand_key": "int64", "hand_s": "int64", "heard_s": "int64", "member_id": "int64"}
PASSED, HANDED, WON, ENDED, TRIED = 1, 2, 4, 8, 16
"""Bits of what became of a lead: it passed a gate; was handed over; was won after its moment; sales worked on it in
another way, so that its outcome is known; it was let through below the line to be tried."""
MEMORY_TIMES = 2
"""So many times the memory of a measure's engine trying a pact may take: what is counted for each lead lies side by
side, and putting it on the disk meanwhile costs as much again as counting."""
PACKED = 20
"""So many levels are read in one number."""
Levels = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Population:
    """Leads of a period in the order of their moments, as arrays; ``points`` and ``version`` are of the gate's fact."""

    lead_id: Ints
    hand_s: Ints
    became: Ints
    points: Ints
    version: Ints

    def __len__(self) -> int:
        return len(self.lead_id)

    def has(self, bit: int) -> NDArray[np.bool_]:
        """Which of them have a bit of what became of them."""
        found: NDArray[np.bool_] = (self.became & bit) > 0
        return found


@dataclass(frozen=True, slots=True)
class Marked:
    """The level of a condition for each lead of a population, and for one that fades the age of its touch.

    ``age_s`` is -1 where no touch decided.
    """

    levels: Levels
    age_s: NDArray[np.int32] | None

    @property
    def bytes(self) -> int:
        """The memory it takes."""
        return self.levels.nbytes + (0 if self.age_s is None else self.age_s.nbytes)


def _of_period(table: Any, p: Mapping[str, Any]) -> Any:
    found = moments(table, p["as_of_s"])
    return found.filter((found.hand_s >= p["since_s"]) & (found.hand_s < p["until_s"]))


def _of_gates(table: Any, p: Mapping[str, Any]) -> Any:
    """Every time the gate was asked and opened; as version the number of the pact that was asked."""
    found = gates(table, p["as_of_s"])
    found = found.filter((found.hand_s >= p["since_s"]) & (found.hand_s < p["until_s"]))
    return found.select(*(name for name in _JUDGED if name != "version"), version=found.pact_id.cast("int64"))


def _placed() -> Any:
    return ibis.table(_JUDGED, name=JUDGED)


def _judged(p: Mapping[str, Any]) -> Any:
    """All of them; the snapshot is named, so that it is also where nothing of the facts is asked."""
    placed = _placed()
    return settled(placed.filter(placed.heard_s <= p["as_of_s"]))


def _scored(table: Any, p: Mapping[str, Any], scoring: Scoring) -> Any:
    """How many leads have how many points and which gate; for all of them at once, where they are very many."""
    found = scores(table, p, _judged(p), scoring, ibis.table(_FAMILY, name=FAMILY))
    return found.group_by("total", "lane", "kept_by", "is_handed").agg(leads=found.count())


def _family(table: Any, p: Mapping[str, Any]) -> Any:
    return members(table, p["as_of_s"], _placed())


def _population(table: Any, p: Mapping[str, Any]) -> Any:
    judged = _placed()
    told = known(table, p["as_of_s"], ("won", "lost", "deal_opened", "qualified", "queued", "handed_over"), ("reason",))
    told = told.select("kind", key=fact_key(told), reason=told.reason.fill_null(""), told_lead_id="lead_id")
    both = settled(judged.select("lead_id", "hand_key").join(told, [("lead_id", "told_lead_id")]))
    is_deal = both.kind.isin(["won", "lost", "deal_opened"])
    found = both.group_by(became_of="lead_id").agg(
        won=one((both.kind == "won") & (both.key > both.hand_key)).max(),
        ended=one(is_deal & (both.key > both.hand_key)).max(),
        tried=one(both.reason == EXPLORED).max(),
    )
    whole = settled(judged.left_join(found, [("lead_id", "became_of")]))
    became = (
        PASSED * whole.is_passed
        + HANDED * whole.is_handed
        + WON * whole.won.fill_null(0)
        + ENDED * whole.ended.fill_null(0)
        + TRIED * whole.tried.fill_null(0)
    )
    return whole.select("lead_id", "hand_key", "hand_s", "points", "version", became=became.cast("int64"))


def _marks(table: Any, p: Mapping[str, Any], asked: tuple[Asked, ...]) -> Any:
    found = marks(table, p, _judged(p), asked, ibis.table(_FAMILY, name=FAMILY))
    columns = {}
    for first in range(0, len(asked), PACKED):
        packed: Any = ibis.literal(0, "int64")
        for place in range(first, min(first + PACKED, len(asked))):
            packed = packed + found[f"c{place}"].cast("int64") * 4 ** (place - first)
        columns[f"l{first}"] = packed.cast("int64")
    for place, each in enumerate(asked):
        if each.is_fading:
            touched_s = found[f"t{place}"]
            columns[f"t{place}"] = (touched_s == NEVER_S).ifelse(-1, found.hand_s - touched_s).cast("int64")
    return found.select("hand_key", **columns)


@dataclass(frozen=True, slots=True)
class Judging:
    """A source with the leads of a replay set aside on it."""

    source: Source
    values: Mapping[str, int]

    def population(self) -> Population:
        """The leads, in the order of their moments."""
        found = self._columns(_population)
        return Population(*(found[name] for name in ("lead_id", "hand_s", "became", "points", "version")))

    def _columns(self, build: Any) -> dict[str, Ints]:
        """The columns of a query with a row per moment, in the order of these."""
        values = {"as_of_s": self.values["as_of_s"]}
        if isinstance(self.source, KeepingSource) and not self.source.begins:
            texts = self.source.texts(build, values, "hand_key")
            return {name: np.fromstring(text, dtype=np.int64, sep=",") for name, text in texts.items()}
        rows = sorted(self.source.rows(build, values), key=lambda row: row["hand_key"])
        names = [name for name, _ in self.source.compiled(build, tuple(values)).columns]
        return {name: np.array([row[name] for row in rows], dtype=np.int64) for name in names}

    def scored(self, scoring: Scoring) -> list[dict[str, int]]:
        """How many leads (``leads``) have each total, lane, kept_by and is_handed; see ``scores``."""
        return self.source.rows(Shaped(_scored, scoring), {"as_of_s": self.values["as_of_s"]})

    def marked(self, asked: Sequence[Asked]) -> list[Marked]:
        """What is asked, for each lead in the order of its moment."""
        if not asked:
            return []
        columns = self._columns(Shaped(_marks, tuple(asked)))
        found = []
        for place, each in enumerate(asked):
            packed = columns[f"l{place - place % PACKED}"]
            levels = (packed >> (2 * (place % PACKED)) & 3).astype(np.int8)
            found.append(Marked(levels, columns[f"t{place}"].astype(np.int32) if each.is_fading else None))
        return found


def judging(source: Source, values: Mapping[str, int], kept: Path | None = None, *, is_gates: bool = False) -> Judging:
    """Set the leads of a period aside on their engine.

    ``values``: as_of_s, since_s and until_s (of the moment). ``kept``: a folder in which an engine that reads files
    keeps them for the next time; whoever asks says by its name what they are of. ``is_gates``: every opened gate
    instead of every lead.
    """
    build = _of_gates if is_gates else _of_period
    if source.dialect == "duckdb" and isinstance(source, KeepingSource):
        _place_in_engine(source, build, values, kept)
        return Judging(source, values)
    judged = _text(source, build, values)
    family = _text(source, _family, {"as_of_s": values["as_of_s"]})
    if source.dialect == "sqlite":
        for name, text in ((JUDGED, judged), (FAMILY, family)):
            list(source.run(f"DROP TABLE IF EXISTS {name}"))
            list(source.run(f"CREATE TEMPORARY TABLE {name} AS {text}"))
        list(source.run(f"CREATE INDEX {FAMILY}_member ON {FAMILY} (member_id)"))
        return Judging(source, values)
    begins = f"{JUDGED} AS MATERIALIZED ({judged}), {FAMILY} AS MATERIALIZED ({family})"
    begins += f", {CHOSEN_FACTS} AS (SELECT * FROM {source.table})"
    return Judging(replace(source, begins=begins), values)


def _text(source: Source, build: Any, values: Mapping[str, int]) -> str:
    return source.filled(source.compiled(build, tuple(values)), values)


def _place_in_engine(source: KeepingSource, build: Any, values: Mapping[str, int], kept: Path | None) -> None:
    paths = [None if kept is None else kept / f"{name}.parquet" for name in (JUDGED, FAMILY)]
    if all(path is not None and path.is_file() for path in paths):
        for name, path in zip((JUDGED, FAMILY), paths, strict=True):
            source.run(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM read_parquet('{_quoted(path)}')")
        return
    source.keep(JUDGED, build, values)
    source.keep(FAMILY, _family, {"as_of_s": values["as_of_s"]})
    if kept is None:
        return
    kept.mkdir(parents=True, exist_ok=True)
    for name, path in zip((JUDGED, FAMILY), paths, strict=True):
        part = kept / f"{name}.part"
        source.run(f"COPY {name} TO '{_quoted(part)}' (FORMAT parquet)")
        with suppress(OSError):
            part.replace(path or part)


def _quoted(path: Path | None) -> str:
    return str(path).replace("'", "''")
