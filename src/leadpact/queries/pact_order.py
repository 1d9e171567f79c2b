"""Several pacts at once: in which order they are asked, how many leads each covers, and which leads none does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead, PactVersion
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.statements import hand
from leadpact.queries.handoff import MOST
from leadpact.rules.criteria_words import in_words
from leadpact.rules.lead import Seen, seen
from leadpact.rules.pact_order import never_asked
from leadpact.rules.story import ENDED

UNCOVERED = "uncovered"
"""Names, among the states of leads, those that wait for marketing or an owner and that no pact covers."""
BEFORE_SALES = ("new", "returned", "recycled", "queued")
"""States of a lead that a pact would have to judge before it crosses."""
LOOKED_AT, FACTS_OF = 500, 200
"""So many of the newest open leads are asked whether more than one pact covers them, and read so many at a time."""


@dataclass(frozen=True, slots=True)
class Place:
    """A pact in force: its place from 1, the leads it is for in words, and how many open leads it judges now."""

    place: int
    order: int | None
    pact_id: int
    name: str
    version: int
    covers: str
    leads: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two pacts that cover the same leads: ``leads`` of the newest open ones that were looked at; the first judges."""

    first: str
    second: str
    leads: int


@dataclass(frozen=True, slots=True)
class Places:
    """The pacts in force in order. ``uncovered`` counts at most ``MOST`` + 1; ``looked_at`` leads were asked twice.

    ``never`` are names of pacts that no lead reaches, because one before them is for every lead.
    """

    pacts: tuple[Place, ...]
    uncovered: int
    overlaps: tuple[Overlap, ...]
    looked_at: int
    never: tuple[str, ...]


def places(actor: Actor, now_s: int) -> Places:
    """The pacts in force with what each covers. Raises ``Forbidden``."""
    access.check(actor, "see_pact")
    rules = Rulebook(now_s)
    counts = _leads_by_name() if rules.pacts else {}
    found = tuple(
        Place(
            number,
            held.pact.order,
            held.id,
            held.pact.name,
            held.pact.version,
            _for(held),
            counts.get(held.pact.name, 0),
        )
        for number, held in enumerate(rules.pacts, 1)
    )
    overlaps, looked_at = _overlaps(rules) if len(rules.pacts) > 1 else ((), 0)
    never = tuple(pact.name for pact in never_asked(held.pact for held in rules.pacts))
    return Places(found, count_uncovered() if rules.pacts else 0, overlaps, looked_at, never)


def _for(held: InForce) -> str:
    return "every lead" if held.pact.covers is None else in_words(held.pact.covers, held.pact)


def _leads_by_name() -> dict[str, int]:
    """How many open leads are judged under each name, whichever version they were last scored by."""
    ended = ", ".join(f"'{state}'" for state in sorted(ENDED))
    with hand() as cursor:
        cursor.execute(
            "SELECT points_pact_id, COUNT(*) FROM leads WHERE points_pact_id IS NOT NULL "
            f"AND state NOT IN ({ended}) GROUP BY points_pact_id"
        )
        by_id = dict(cursor.fetchall())
    names = dict(PactVersion.objects.filter(pk__in=by_id).values_list("pk", "name"))
    found: Counter[str] = Counter()
    for pact_id, count in by_id.items():
        found[names.get(pact_id, "")] += count
    return dict(found)


def count_uncovered() -> int:
    """How many leads before the hand-off no pact covers, at most ``MOST`` + 1."""
    states = ", ".join(f"'{state}'" for state in BEFORE_SALES)
    with hand() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM leads WHERE state IN ({states}) AND points IS NULL "
            f"LIMIT {MOST + 1}) AS counted"
        )
        return int(cursor.fetchone()[0])


def _overlaps(rules: Rulebook) -> tuple[tuple[Overlap, ...], int]:
    """Which pairs of pacts cover the same leads, among the newest open ones, and how many were looked at."""
    newest = Lead.objects.exclude(state__in=ENDED).order_by("-captured_s", "-pk").values_list("pk", flat=True)
    ids = list(newest[:LOOKED_AT])
    found: Counter[tuple[int, int]] = Counter()
    views: list[Seen] = []
    for start in range(0, len(ids), FACTS_OF):
        views += (seen(facts, rules.now_s) for facts in reader.facts_of(ids[start : start + FACTS_OF]).values())
    for view in rules.with_companies(views):
        both = [
            place for place, held in enumerate(rules.pacts) if held.covers is None or held.covers(view, rules.now_s)
        ]
        found.update((first, second) for at, first in enumerate(both) for second in both[at + 1 :])
    names = [held.pact.name for held in rules.pacts]
    overlaps = (Overlap(names[first], names[second], count) for (first, second), count in sorted(found.items()))
    return tuple(overlaps), len(ids)


__all__ = ["BEFORE_SALES", "UNCOVERED", "Overlap", "Place", "Places", "count_uncovered", "places"]
