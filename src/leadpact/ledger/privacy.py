"""What one reader may see of people, by the pacts in force; people are looked up once, when first asked about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext

from leadpact.ledger.access import Actor
from leadpact.ledger.models import HandOff, Lead, Person
from leadpact.ledger.rulebook import InForce, NoPact, Rulebook
from leadpact.rules import privacy, trials
from leadpact.rules.pact import Pact, PeopleFigures
from leadpact.rules.privacy import Someone, What

NOBODY = Someone(None, "", "")


def agreed(pacts: Iterable[InForce]) -> PeopleFigures:
    """What the pacts say of people, the strictest of them."""
    return privacy.strictest(held.pact.people for held in pacts)


def someone(person: Person) -> Someone:
    """A person as the rules know one."""
    return Someone(person.pk, person.role, person.side, person.manager_id)


class Sight:
    """The questions that pages ask of ``rules.privacy`` and ``rules.trials``, for one reader."""

    def __init__(self, actor: Actor, rules: Rulebook) -> None:
        self.agreed = agreed(rules.pacts)
        self.reader = Someone(actor.id, actor.role, actor.side, is_system=actor.role == "system")
        self.named_until_s = privacy.named_until_s(self.agreed, rules.now_s)
        self._rules = rules
        self._known: dict[int, Someone] = {}

    def know(self, ids: Iterable[int | None]) -> None:
        """Look people up together."""
        wanted = {each for each in ids if each is not None} - self._known.keys()
        if wanted:
            self._known |= {row.pk: someone(row) for row in Person.objects.filter(pk__in=wanted)}

    def figure(self, person_id: int | None) -> bool:
        """Whether the figures of somebody are open to the reader; what is nobody's is open."""
        return self._may(person_id, "figure")

    def late(self, person_id: int | None) -> bool:
        """Whether the reader may know how a promise of somebody stands."""
        return self._may(person_id, "late")

    def late_of(self, ids: Iterable[int | None]) -> frozenset[int | None]:
        """Those of them of whom the reader may know how their promises stand."""
        wanted = set(ids)
        if self._needs_people("late"):
            self.know(wanted - {self.reader.id})
        return frozenset(each for each in wanted if self.late(each))

    def group(self, ids: Iterable[int], *, is_whole_team: bool = False) -> bool:
        """Whether what these people did together is open to the reader."""
        wanted = set(ids)
        if is_whole_team or len(wanted) >= self.agreed.smallest_group:
            return True
        self.know(wanted)
        group = [self._of(each) for each in wanted]
        return privacy.may_see_group(self.reader, group, self.agreed)

    def points(self, state: str, pact_ids: Iterable[int | None]) -> bool:
        """Whether the points of a lead in this state are open, given the versions that it was scored and handed by."""
        return not trials.hides_points(self.reader.role, state, self._pacts(pact_ids))

    def blind(self, among: Collection[int] | None = None) -> frozenset[int]:
        """The leads, of these or of all, whose points a trial keeps from the reader."""
        if self.reader.role not in trials.BLIND:
            return frozenset()
        leads, hand_offs = Lead.objects.filter(state__in=trials.WITH_SALES), HandOff.objects.filter(is_open=True)
        if among is not None:
            leads, hand_offs = leads.filter(pk__in=among), hand_offs.filter(lead_id__in=among)
        handed_by = dict(hand_offs.values_list("lead_id", "pact_id"))
        rows = leads.values_list("pk", "state", "points_pact_id")
        return frozenset(pk for pk, state, scored_by in rows if not self.points(state, (scored_by, handed_by.get(pk))))

    def _pacts(self, ids: Iterable[int | None]) -> Iterator[Pact]:
        """The pacts of these versions, as far as they are kept and can still be read."""
        for each in dict.fromkeys(ids):
            try:
                if each is not None:
                    yield self._rules.by_id(each).pact
            except NoPact:  # What cannot be read runs no trial.
                continue

    def names(self, ids: Iterable[int | None]) -> Named:
        """People's names by id, as ``Named``."""
        wanted = {each for each in ids if each is not None}
        rows = Person.objects.filter(pk__in=wanted) if wanted else ()
        return self.names_of(rows)

    def names_of(self, rows: Iterable[Person]) -> Named:
        """The same of people who are at hand."""
        people = list(rows)
        self._known |= {row.pk: someone(row) for row in people}
        nameless = {row.pk: row.name if row.pk == self.reader.id else nameless_word(row.role) for row in people}
        return Named({row.pk: row.name for row in people}, nameless, self.named_until_s)

    def _needs_people(self, what: What) -> bool:
        return not self.reader.is_system and (what != "figure" or self.agreed.figures != "all")

    def _may(self, person_id: int | None, what: What) -> bool:
        if person_id is None or person_id == self.reader.id or not self._needs_people(what):
            return True
        return privacy.may_see(self.reader, self._of(person_id), what, self.agreed)

    def _of(self, person_id: int) -> Someone:
        if person_id not in self._known:
            self.know((person_id,))
        return self._known.get(person_id, NOBODY)


def nameless_word(role: str) -> str:
    """What somebody is called whose name is no longer kept."""
    if role.startswith("sales"):
        return gettext("a salesperson")
    return gettext("a marketer") if role.startswith("market") else gettext("a colleague")


@dataclass(frozen=True, slots=True)
class Named(Mapping[int, str]):
    """People's names by id. ``told_at`` gives them as they are called in what happened at an instant.

    What is older than the pact keeps names carries the word for the role instead; one's own name stays.
    """

    current: Mapping[int, str] = field(default_factory=dict)
    nameless: Mapping[int, str] = field(default_factory=dict)
    until_s: int = -(1 << 62)

    def told_at(self, at_s: int | None) -> Mapping[int, str]:
        """The names for what happened then; for None those of today."""
        return self.nameless if at_s is not None and at_s < self.until_s else self.current

    def __getitem__(self, person_id: int) -> str:
        return self.current[person_id]

    def __iter__(self) -> Iterator[int]:
        return iter(self.current)

    def __len__(self) -> int:
        return len(self.current)


__all__ = ["Named", "Sight", "agreed", "nameless_word", "someone"]
