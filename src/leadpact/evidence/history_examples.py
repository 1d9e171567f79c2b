"""Leads of the past as examples to learn from: arrays of what was known, made of the answers of ``history``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

import numpy as np

from leadpact.evidence import history
from leadpact.evidence.chosen import CHOSEN_FACTS
from leadpact.evidence.copy_source import KeepingSource
from leadpact.evidence.handed import NO_POINTS
from leadpact.evidence.history import LONG_DAYS, SHORT_DAYS
from leadpact.evidence.learning_table import Attribute, Examples
from leadpact.evidence.source import Shaped, Source
from leadpact.evidence.tables import DAY_S, NEVER_S
from leadpact.evidence.uncertainty import Floats, Ints
from leadpact.rules.terms import DERIVED_FREE_MAIL, PERMISSIONS, Field

MOST_LEADS = 100_000
"""The newest leads of a longer history are learned from."""
HANDED_LEAST_WINS = 50
"""With fewer wins among leads handed over, all captured leads are looked at instead, where more of them were won."""
ORIGIN = ("source", "campaign")
_NO_NUMBER = 1.5e300
AskKind = Literal["level", "number", "known", "free_mail", "word", "touches"]


@dataclass(frozen=True, slots=True)
class Asks:
    """What an attribute asks of a lead, for making conditions of it.

    ``field`` is a field's name; for touches ``touch`` is their kind, ``of`` narrows them, ``days`` is the window.
    """

    kind: AskKind
    field: str = ""
    word: str = ""
    touch: str = ""
    of: str | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Examples with what each attribute asks, the points given at the hand-off, and fields told only later.

    ``given`` holds the points at the hand-off, NaN where none. ``late`` has, per field, how many leads it was first
    told of after their moment, and how many of those were won.
    """

    examples: Examples
    asks: Mapping[str, Asks]
    given: Floats
    late: Mapping[str, tuple[int, int]]
    is_handed: bool
    left_early: int
    """Leads that were won before they were decided on; nothing can be learned from them."""
    horizon_days: int


def read(
    source: Source, *, as_of_s: int, horizons: Sequence[int], fields: Mapping[str, Field], rising: Iterable[str] = ()
) -> History:
    """The history as known at an instant: leads decided on at least the horizon before it.

    ``horizons`` are days within which a lead counts as won; the one that leaves most wins to learn from is taken, of
    equal ones the first. ``fields`` are those that the pact declares, by name; ``rising`` those of which more is never
    to be worth less. Leads handed over, unless hardly any of them was won and more were won of all that were captured.
    """
    values = {"as_of_s": as_of_s, "since_s": NEVER_S, "ripe_s": as_of_s - min(horizons) * DAY_S}
    looked = set_aside(source, values, is_handed=True)
    found = _ripe(looked.rows(history.outcomes, {"as_of_s": as_of_s}), as_of_s, horizons, is_handed=True)
    if found.wins < HANDED_LEAST_WINS:
        every = set_aside(source, values, is_handed=False)
        others = _ripe(every.rows(history.outcomes, {"as_of_s": as_of_s}), as_of_s, horizons, is_handed=False)
        if others.wins > found.wins:
            looked, found = every, others
        else:
            looked = set_aside(source, values, is_handed=True)
    if found.is_cut:  # What older leads did is not read.
        looked = set_aside(source, {**values, "since_s": found.rows[0]["hand_s"]}, is_handed=found.is_handed)
    return _made(looked, found, as_of_s, fields, frozenset(rising))


class _Ripe(NamedTuple):
    """Leads whose outcome is known: their rows, and how many days they had to be won."""

    rows: list[dict[str, Any]]
    days: int
    wins: int
    early: int
    is_handed: bool

    @property
    def is_cut(self) -> bool:
        """Whether there may be older leads than those that are learned from."""
        return len(self.rows) == MOST_LEADS


def _ripe(rows: list[dict[str, Any]], as_of_s: int, horizons: Sequence[int], *, is_handed: bool) -> _Ripe:
    """The leads of the horizon with most wins, in order of their moments; the newest ``MOST_LEADS``."""
    wins = {
        days: sum(
            1
            for row in rows
            if row["won_s"] <= days * DAY_S and row["hand_s"] <= as_of_s - days * DAY_S and not row["is_early"]
        )
        for days in horizons
    }
    days = max(horizons, key=lambda each: wins[each])
    ripe = [row for row in rows if row["hand_s"] <= as_of_s - days * DAY_S]
    kept = sorted((row for row in ripe if not row["is_early"]), key=lambda row: (row["hand_s"], row["lead_id"]))
    return _Ripe(kept[-MOST_LEADS:], days, wins[days], len(ripe) - len(kept), is_handed)


def set_aside(source: Source, values: Mapping[str, int], *, is_handed: bool) -> Source:
    """The source with the leads to learn from set aside on it, in place of those of an earlier question."""
    build = Shaped(history.decided, is_handed)
    few = {"as_of_s": values["as_of_s"]}
    if isinstance(source, KeepingSource):
        source.keep(history.LEADS, build, values)
        source.keep(history.FAMILY, history.family, few)
        return source
    leads = source.filled(source.compiled(build, tuple(values)), values)
    family = source.filled(source.compiled(history.family, tuple(few)), few)
    if source.dialect == "sqlite":
        for name, text in ((history.LEADS, leads), (history.FAMILY, family)):
            list(source.run(f"DROP TABLE IF EXISTS {name}"))
            list(source.run(f"CREATE TEMPORARY TABLE {name} AS {text}"))
        list(source.run(f"CREATE INDEX {history.LEADS}_lead ON {history.LEADS} (lead_id)"))
        list(source.run(f"CREATE INDEX {history.FAMILY}_member ON {history.FAMILY} (member_id)"))
        return source
    begins = f"{history.LEADS} AS MATERIALIZED ({leads}), {history.FAMILY} AS MATERIALIZED ({family})"
    return replace(source, begins=f"{begins}, {CHOSEN_FACTS} AS (SELECT * FROM {source.table})")


def _made(source: Source, ripe: _Ripe, as_of_s: int, fields: Mapping[str, Field], rising: frozenset[str]) -> History:
    rows, as_of = ripe.rows, {"as_of_s": as_of_s}
    place = {row["hand_key"]: at for at, row in enumerate(rows)}
    found: list[tuple[Attribute, Asks]] = []
    if rows:
        told = _by_field(source.rows(history.values, as_of), place)
        _add_origins(told, source.rows(history.origins, as_of), place)
        found = [_field(name, told[name], len(rows), fields.get(name), rising) for name in sorted(told)]
        found = [(each if asks.field in ORIGIN else replace(each, is_asked=True), asks) for each, asks in found]
        found += _touches(source.rows(history.touches, as_of), place, len(rows))
    examples = Examples(
        np.array([row["lead_id"] for row in rows], dtype=np.int64),
        np.array([row["hand_s"] for row in rows], dtype=np.int64),
        np.array([row["won_s"] <= ripe.days * DAY_S for row in rows], dtype=np.int64),
        tuple(attribute for attribute, _asks in found),
    )
    given = np.array([np.nan if row["points"] == NO_POINTS else row["points"] for row in rows], dtype=np.float64)
    late: dict[str, tuple[int, int]] = {}
    for row in source.rows(history.later, as_of) if rows else []:
        if row["hand_key"] in place:
            leads, won = late.get(row["field"], (0, 0))
            late[row["field"]] = (leads + 1, won + int(examples.won[place[row["hand_key"]]]))
    own = {each.name: asked for each, asked in found}
    return History(examples, own, given, late, ripe.is_handed, ripe.early, ripe.days)


@dataclass(slots=True)
class _Told:
    """The values of one field: of which leads, their codes and numbers."""

    places: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)


_ALLOWED = frozenset(PERMISSIONS.values())
"""What a buyer allows is no sign of a good lead."""


def _by_field(rows: Sequence[Mapping[str, Any]], place: Mapping[int, int]) -> dict[str, _Told]:
    found: dict[str, _Told] = defaultdict(_Told)
    for row in rows:
        at = place.get(row["hand_key"])
        if at is not None and row["code"] != "unknown" and row["field"] and row["field"] not in _ALLOWED:
            told = found[row["field"]]
            told.places.append(at)
            told.codes.append(row["code"])
            told.numbers.append(row["number"])
    return found


def _add_origins(told: dict[str, _Told], rows: Sequence[Mapping[str, Any]], place: Mapping[int, int]) -> None:
    """Source and campaign from the capture, where nobody described them."""
    for name in ORIGIN:
        has = set(told[name].places) if name in told else set()
        for row in sorted(rows, key=lambda row: row["key"]):
            at = place.get(row["hand_key"])
            if at is not None and at not in has and row[name]:
                has.add(at)
                told[name].places.append(at)
                told[name].codes.append(row[name])
                told[name].numbers.append(_NO_NUMBER * 2)
        if name in told and not told[name].places:
            del told[name]


def _field(
    name: str, told: _Told, leads: int, declared: Field | None, rising: frozenset[str]
) -> tuple[Attribute, Asks]:
    """A field as an attribute: a number, a level, or only whether it is known."""
    numbers = np.array(told.numbers, dtype=np.float64)
    is_number = bool((numbers < _NO_NUMBER).all()) if declared is None else declared.type == "number"
    if is_number:
        found = np.full(leads, np.nan)
        found[told.places] = np.where(numbers < _NO_NUMBER, numbers, np.nan)
        return Attribute(f"field:{name}", numbers=found, rises=int(name in rising)), Asks("number", name)
    if (declared is not None and declared.type in {"personal", "date"}) or set(told.codes) == {"known"}:
        codes = ["known"] * len(told.codes)
        return _leveled(f"known:{name}", told.places, codes, leads), Asks("known", name)
    if name == DERIVED_FREE_MAIL:
        return _leveled(f"field:{name}", told.places, told.codes, leads), Asks("free_mail", "email")
    if ":" in name and set(told.codes) <= {"true", "false"}:
        own, word = name.split(":", 1)
        return _leveled(f"word:{name}", told.places, told.codes, leads), Asks("word", own, word=word)
    return _leveled(f"field:{name}", told.places, told.codes, leads), Asks("level", name)


def _leveled(name: str, places: Sequence[int], codes: Sequence[str], leads: int) -> Attribute:
    names = sorted(set(codes))
    by_name = {code: at for at, code in enumerate(names)}
    levels = np.full(leads, -1, dtype=np.int64)
    levels[list(places)] = [by_name[code] for code in codes]
    return Attribute(name, levels=levels, names=tuple(names))


_DIFFER = 0.1
"""Where fewer of the leads differ between the windows, one window is enough."""
MOST_KINDS_OF_TOUCHES = 12
"""So many forms, pages or campaigns of one kind of touch are looked at one by one, the most frequent."""


def _touches(rows: Sequence[Mapping[str, Any]], place: Mapping[int, int], leads: int) -> list[tuple[Attribute, Asks]]:
    """How often each kind of touch came, and each form, page or campaign, within the two windows."""
    counts: dict[tuple[str, str | None, int], dict[int, int]] = defaultdict(dict)
    for row in rows:
        at = place.get(row["hand_key"])
        if at is None:
            continue
        for of in (None, row["of"]) if row["of"] else (None,):
            for days, many in ((SHORT_DAYS, row["short"]), (LONG_DAYS, row["long"])):
                if many:
                    own = counts[row["kind"], of, days]
                    own[at] = own.get(at, 0) + many
    found = []
    for kind in sorted({kind for kind, _of, _days in counts}):
        parts = {of for each, of, _days in counts if each == kind and of is not None}
        ranked = sorted(parts, key=lambda of: (-len(counts[kind, of, LONG_DAYS]), of))
        chosen: list[str | None] = list(ranked[:MOST_KINDS_OF_TOUCHES]) if len(ranked) > 1 else []
        for of in (None, *chosen):
            both = tuple(_dense(counts.get((kind, of, days), {}), leads) for days in (SHORT_DAYS, LONG_DAYS))
            differ = int((both[0] != both[1]).sum()) >= _DIFFER * max(int((both[1] > 0).sum()), 1)
            for days, many in ((SHORT_DAYS, both[0]), (LONG_DAYS, both[1])) if differ else ((LONG_DAYS, both[1]),):
                name = f"touches:{kind}:{of or ''}:{days}"
                asked = Asks("touches", touch=kind, of=of, days=days)
                found.append((Attribute(name, numbers=many.astype(np.float64), rises=1), asked))
    return found


def _dense(counts: Mapping[int, int], leads: int) -> Ints:
    found = np.zeros(leads, dtype=np.int64)
    found[list(counts)] = list(counts.values())
    return found
