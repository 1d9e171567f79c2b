"""What the ledger takes as a fact: known kinds and sides, times that were, texts that its columns can keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leadpact.ledger.models import FactRow
from leadpact.ledger.stamps import stamp
from leadpact.rules.facts import KINDS, SIDES, Fact

_FACT_FIELDS = {f.attname: f for f in FactRow._meta.concrete_fields}  # noqa: SLF001 - Django's public description of a model
_WIDTHS: tuple[tuple[int, str, int], ...] = tuple(
    (place, name, most)
    for place, name in enumerate(Fact._fields)
    if (most := getattr(_FACT_FIELDS[name], "max_length", None)) is not None
)


class WrongFact(ValueError):
    """A fact that the ledger cannot take; the message says which column and what was expected."""


def too_long(fact: Fact) -> tuple[str, str] | None:
    """The first column whose text the ledger cannot keep, with what was expected; None when all fit."""
    for place, name, most in _WIDTHS:
        if _is_wrong(fact[place], most):
            return name, f"at most {most} signs, no null byte among them"
    return None


def _is_wrong(text: Any, most: int) -> bool:
    return text is not None and (len(text) > most or "\0" in text)


def _has_wrong(texts: Sequence[str | None], most: int) -> bool:
    different = set(texts)
    different.discard(None)
    return bool(different) and any(_is_wrong(text, most) for text in different)


def check(facts: Sequence[Fact], now_s: int) -> None:
    """Look at each value once, whichever fact it stands in; only what is wrong is looked for one by one."""
    columns = list(zip(*facts, strict=True))
    if not columns:
        return
    is_fine = (
        KINDS.keys() >= set(columns[2])
        and set(SIDES) >= set(columns[10])
        and max(columns[4]) <= now_s + 60
        and ("corrected" not in columns[2] or all(f.corrects_id for f in facts if f.kind == "corrected"))
        and not any(_has_wrong(columns[place], most) for place, _, most in _WIDTHS)
    )
    if not is_fine:
        for fact in facts:
            _check_one(fact, now_s)


def _check_one(fact: Fact, now_s: int) -> None:
    if fact.kind not in KINDS:
        raise WrongFact(f"kind is {fact.kind!r}; the kinds are listed in docs/reference/facts.md.")
    if fact.side not in SIDES:
        raise WrongFact(f"side is {fact.side!r}; it must be one of: {', '.join(SIDES)}.")
    if fact.recorded_s > now_s + 60:
        raise WrongFact(
            f"recorded_at {stamp(fact.recorded_s)} lies in the future; leave it out or give the past instant."
        )
    if fact.kind == "corrected" and not fact.corrects_id:
        raise WrongFact("a corrected fact needs corrects_id: the id of the fact it mends.")
    wrong = too_long(fact)
    if wrong is not None:
        raise WrongFact(f"{wrong[0]} cannot be kept; expected {wrong[1]}.")
