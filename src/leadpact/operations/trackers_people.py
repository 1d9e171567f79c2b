"""Whose events these are: visitors under keyed digests, which of them are one person, and which lead that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from django.conf import settings

from leadpact.connectors.trackers import EventShape
from leadpact.ledger import visits
from leadpact.ledger.visits import KnownWriteKey, Standing


def mark_of(kind: str, system: str, value: str) -> str:
    """The digest under which a visitor is kept: nobody can tell from it, or from the table, which cookie it was."""
    return _mark(settings.SECRET_KEY, kind, system, value)


@lru_cache(maxsize=50_000)
def _mark(secret: str, kind: str, system: str, value: str) -> str:
    keyed = secret.encode()[:64]
    return blake2b(f"{kind}\0{system}\0{value}".encode("utf-8", "surrogatepass"), digest_size=16, key=keyed).hexdigest()


class People:
    """The visitors of a batch; ``changed`` are those that got another person or lead, which ``write`` writes."""

    def __init__(self, key: KnownWriteKey, found: dict[str, Standing]) -> None:
        self.key = key
        self.found = found
        self.changed: set[str] = set()

    @classmethod
    def of(cls, key: KnownWriteKey, events: Sequence[EventShape]) -> People:
        """Look up every visitor that these events name, and take in which are one person."""
        marks: set[str] = set()
        for event in events:
            if not event.is_declined:
                marks.update(_marks(key, event))
        people = cls(key, visits.standings(marks))
        for event in events:
            if not event.is_declined:
                people.tie(event)
        people.recognise({event.user_id for event in events if event.user_id and not event.is_declined})
        return people

    @property
    def is_known(self) -> bool:
        """Whether any of them is a lead."""
        return any(standing.lead_id is not None for standing in self.found.values())

    def user(self, user_id: str) -> str:
        """The mark of a user of the system."""
        return mark_of("u", self.key.system, user_id)

    def visitor_of(self, event: EventShape) -> str:
        """Who an event is of: the user it names, else the anonymous visitor; empty for nobody."""
        if event.user_id:
            return self.user(event.user_id)
        return mark_of("a", "", event.anonymous_id) if event.anonymous_id else ""

    def lead_of(self, visitor: str) -> int | None:
        """The lead that a visitor is, if known."""
        standing = self.found.get(visitor)
        return standing.lead_id if standing else None

    def person_of(self, visitor: str) -> str:
        """The person that a visitor is: another visitor, or itself."""
        standing = self.found.get(visitor)
        return standing.person if standing else visitor

    def tie(self, event: EventShape) -> None:
        """An event with a user and an anonymous visitor, or an alias, says that they are one."""
        if not event.user_id:
            return
        user = self.user(event.user_id)
        others = [mark_of("a", "", event.anonymous_id)] if event.anonymous_id else []
        if event.verb == "alias" and event.previous_id:
            others += [mark_of("a", "", event.previous_id), self.user(event.previous_id)]
        person, lead_id = self.person_of(user), self.lead_of(user)
        for other in others:
            # Somebody who is a lead of their own stays it: only people say that two leads are one.
            is_other_lead = event.verb == "alias" and self.lead_of(other) is not None
            if other != user and not is_other_lead and self.found.get(other) != Standing(person, lead_id):
                self._put(other, Standing(person, lead_id))
        if others and user not in self.found:
            self._put(user, Standing(person, lead_id))

    def recognise(self, user_ids: Iterable[str]) -> None:
        """Know users by their ids when a lead with that id of the system was brought in before."""
        unknown = [each for each in user_ids if self.lead_of(self.user(each)) is None]
        for user_id, lead_id in visits.leads_by_id(self.key.system, unknown).items():
            self.know(self.user(user_id), lead_id)

    def know(self, visitor: str, lead_id: int) -> None:
        """A visitor became known as a lead, and with it everybody who is the same person."""
        person = self.person_of(visitor)
        for other, standing in visits.members([person]).items():
            self.found.setdefault(other, standing)
        same = {other for other, standing in self.found.items() if standing.person == person} | {visitor, person}
        for other in same:
            if self.lead_of(other) != lead_id:
                self._put(other, Standing(person, lead_id))

    def with_members(self, visitor: str) -> set[str]:
        """Every visitor who is the same person as this one."""
        person = self.person_of(visitor)
        return {visitor, person, *visits.members([person])} | {
            other for other, standing in self.found.items() if standing.person == person
        }

    def write(self, now_s: int) -> None:
        """Write what changed."""
        visits.link([(each, self.found[each].person, self.found[each].lead_id, now_s) for each in sorted(self.changed)])

    def _put(self, visitor: str, standing: Standing) -> None:
        self.found[visitor] = standing
        self.changed.add(visitor)


def _marks(key: KnownWriteKey, event: EventShape) -> Iterable[str]:
    if event.anonymous_id:
        yield mark_of("a", "", event.anonymous_id)
    if event.user_id:
        yield mark_of("u", key.system, event.user_id)
    if event.verb == "alias" and event.previous_id:
        yield mark_of("a", "", event.previous_id)
        yield mark_of("u", key.system, event.previous_id)
