"""What the pages of the hand-off share: what presses on somebody's list, and a lead's points with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leadpact.ledger.access import Actor
from leadpact.ledger.models import Company, HandOff, Lead, Person
from leadpact.ledger.privacy import Sight, agreed
from leadpact.ledger.rulebook import InForce, NoPact, Rulebook, in_force
from leadpact.ledger.statements import hand
from leadpact.queries.leads import title_of
from leadpact.rules.facts import Fact
from leadpact.rules.lead import seen
from leadpact.rules.scoring import Score
from leadpact.rules.shortlist import next_period_start

REASONS = 4
"""Reasons shown one by one; the others are one sum."""
ASKS = 2
"""Questions shown with a lead."""
DESK_STATES = ("new", "returned")
"""States of a lead that lies on marketing's desk."""
MOST = 1000
"""Counting stops one above this: a larger number no longer helps anybody."""
_MINE = "COALESCE(marketer_id, found_by_id)"
"""Whose lead on the desk it is: of the one who qualified it last, else of the one who found it."""
_OPEN = "FROM hand_offs h JOIN leads l ON l.id = h.lead_id WHERE h.is_open AND l.state <> 'deal'"
"""The hand-offs of short lists: open ones whose lead has not become a deal, which is followed up among the deals."""


class OpenLine(NamedTuple):
    """An open hand-off, just enough to sort and count it; instants in epoch seconds.

    ``pact_id`` is the version it was handed over by, ``points_pact_id`` the one its lead has its points by.
    """

    id: int
    lead_id: int
    owner_id: int | None
    due_s: int | None
    answer: str
    owned_s: int
    points: int | None
    pact_id: int | None
    points_pact_id: int | None


@dataclass(frozen=True, slots=True)
class Due:
    """How many promises of a list are past their deadline, and how many fall due later today."""

    late: int
    today: int

    @property
    def now(self) -> int:
        """Both together: what has to be done today."""
        return self.late + self.today


def is_everybodys(actor: Actor) -> bool:
    """Whether the actor's short list is the whole team's, not only their own."""
    return actor.role in ("sales_head", "system")


def sees_the_teams(actor: Actor, pacts: Sequence[InForce]) -> bool:
    """Whether a head of sales may know how the promises of the team's people stand."""
    return actor.role == "system" or agreed(pacts).individual_late != "owner"


def has_desk(actor: Actor) -> bool:
    """Whether the desk is the actor's room; sales qualify their own leads on their pages."""
    return actor.side == "marketing" or actor.role == "system"


def open_lines(owner_id: int | None) -> list[OpenLine]:
    """Every open hand-off of a person, or of the whole team for None."""
    mine = " AND h.owner_id = %s" if owner_id is not None else ""
    with hand() as cursor:
        cursor.execute(
            "SELECT h.id, h.lead_id, h.owner_id, h.next_due_s, h.answer, h.owned_s, l.points, h.pact_id, "
            f"l.points_pact_id {_OPEN}{mine}",
            [] if owner_id is None else [owner_id],
        )
        return [OpenLine._make(row) for row in cursor.fetchall()]


def known_to(sight: Sight, lines: Sequence[OpenLine]) -> list[OpenLine]:
    """The lines with no deadline where the pact does not let the reader know how somebody's promise stands."""
    seen = sight.late_of(line.owner_id for line in lines)
    return [line if line.owner_id in seen else line._replace(due_s=None) for line in lines]


def due_of(lines: Sequence[OpenLine], now_s: int, day_end_s: int) -> Due:
    """Count what presses among open hand-offs."""
    late = sum(line.due_s is not None and line.due_s < now_s for line in lines)
    today = sum(line.due_s is not None and now_s <= line.due_s < day_end_s for line in lines)
    return Due(late, today)


def due_for(actor: Actor, now_s: int, pacts: Sequence[InForce] | None = None) -> Due:
    """The same for the actor's own list, without reading the rest of it: what the navigation counts."""
    is_all = is_everybodys(actor) and sees_the_teams(actor, in_force(now_s) if pacts is None else pacts)
    mine = "" if is_all else " AND h.owner_id = %s"
    values = [now_s, day_end_s(actor, now_s), *(() if is_all else (actor.id,))]
    with hand() as cursor:
        cursor.execute(
            f"SELECT COALESCE(SUM(CASE WHEN h.next_due_s < %s THEN 1 ELSE 0 END), 0), COUNT(*) {_OPEN} "
            f"AND h.next_due_s < %s{mine}",
            values,
        )
        late, both = cursor.fetchone()
    return Due(int(late), int(both) - int(late))


def day_end_s(actor: Actor, now_s: int) -> int:
    """When the actor's day ends, in their zone or else the company's, epoch seconds."""
    own = Person.objects.filter(pk=actor.id or 0).values_list("zone", flat=True).first()
    zone = own or Company.objects.values_list("zone", flat=True).first() or "UTC"
    return next_period_start("day", now_s, zone)


def called(hand_off_id: int) -> str:
    """The name of a hand-off's lead, for a word after an act."""
    lead_id = HandOff.objects.filter(pk=hand_off_id).values_list("lead_id", flat=True).first()
    lead = Lead.objects.filter(pk=lead_id or 0).first()
    return title_of(lead) if lead else ""


class Part(NamedTuple):
    """A condition on leads that one index holds, with its values."""

    where: str
    values: tuple[int, ...]


def parts_of(states: Sequence[str], whose: int | None = None) -> list[Part]:
    """Leads in these states, all of them or somebody's, as parts that are each read from an index in order.

    The states are ours and written out, so that the index of somebody's leads on the desk can be seen to hold them.
    """
    if whose is None:
        return [Part(f"state = '{state}'", ()) for state in states]
    written = ", ".join(f"'{state}'" for state in states)
    return [Part(f"state IN ({written}) AND {_MINE} = %s", (whose,))]


def count_in(states: Sequence[str], whose: int | None = None, *, is_uncovered: bool = False) -> int:
    """How many leads are in these states, at most ``MOST`` + 1; with ``is_uncovered`` those that no pact covers."""
    count, more = 0, " AND points IS NULL" if is_uncovered else ""
    for part in parts_of(states, whose):
        with hand() as cursor:
            cursor.execute(
                f"SELECT COUNT(*) FROM (SELECT 1 FROM leads WHERE {part.where}{more} LIMIT {MOST + 1}) AS counted",
                part.values,
            )
            count += int(cursor.fetchone()[0])
    return min(count, MOST + 1)


@dataclass(frozen=True, slots=True)
class Reason:
    """A row of the points table that holds for a lead, with its points now."""

    points: int
    label: str


@dataclass(frozen=True, slots=True)
class More:
    """The reasons not shown: their sum and how many they are."""

    points: int
    count: int


@dataclass(frozen=True, slots=True)
class Why:
    """A lead's points with what they are made of: ``reasons`` and ``more`` add up to ``points``.

    ``points`` is None where no pact covers the lead. ``asks`` are questions that could bring more.
    """

    points: int | None
    reasons: tuple[Reason, ...]
    more: More | None
    asks: tuple[str, ...]


def why_of(score: Score | None) -> Why:
    """The points of a score with the biggest reasons first."""
    if score is None:
        return Why(None, (), None, ())
    held = sorted((row for row in score.rows if row.points), key=lambda row: -abs(row.points))
    rest = held[REASONS:]
    return Why(
        score.total,
        tuple(Reason(row.points, row.label) for row in held[:REASONS]),
        More(sum(row.points for row in rest), len(rest)) if rest else None,
        tuple(ask.question for ask in score.asks[:ASKS]),
    )


def score_of(lead: Lead, facts: Sequence[Fact], rules: Rulebook) -> Score | None:
    """The score on which a lead's stored points rest: by the same pact and as of the same second."""
    if lead.points_s is None or lead.points_pact_id is None:
        return None
    try:
        held = rules.by_id(lead.points_pact_id)
    except NoPact:
        return None
    return held.card.score(rules.with_company(seen(facts, lead.points_s), held), lead.points_s)
