"""In which order several pacts are asked whether they cover a lead: the first that does judges it."""

from __future__ import annotations

from collections.abc import Iterable

from leadpact.rules.pact import Pact


def place_of(pact: Pact) -> tuple[bool, int, str]:
    """Sorts pacts: by the number after ``order``, those that name none last and by name."""
    return pact.order is None, pact.order or 0, pact.name


def same_place(pact: Pact, others: Iterable[Pact]) -> Pact | None:
    """Another pact, of another name, with the same place; None where the order is clear."""
    return next((other for other in others if other.name != pact.name and other.order == pact.order), None)


def never_asked(pacts: Iterable[Pact]) -> tuple[Pact, ...]:
    """The pacts, in order, that no lead reaches, because one before them covers every lead."""
    rest = list(pacts)
    whole = next((place for place, pact in enumerate(rest) if pact.covers is None), len(rest))
    return tuple(rest[whole + 1 :])


__all__ = ["never_asked", "place_of", "same_place"]
