"""Taking in what others say: leads, with what is known of them. One path for a form, the API and a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from django.db import transaction

from leadpact.connectors.phones import read_phone
from leadpact.connectors.shapes import (
    AccountShape,
    AssetShape,
    DealShape,
    LeadShape,
    OwnerShape,
    Shape,
    TouchShape,
    shown,
)
from leadpact.ledger import access, accounts, forgotten, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Company, Lead, Person
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Appended, Book, Draft, recording
from leadpact.operations import reactions
from leadpact.operations.capture_waking import asleep, wakes, woken
from leadpact.operations.people_known import brought_in, known_as
from leadpact.rules import consent, identity
from leadpact.rules.capture import WAS_FORGOTTEN, CaptureResult, FieldProblem, Incoming, facts_for
from leadpact.rules.facts import Fact
from leadpact.rules.identity import Key, read_email
from leadpact.rules.lead import Value, seen
from leadpact.rules.terms import FIELDS, Field

Status = Literal["created", "changed", "unchanged", "rejected"]
EXTERNAL_ID_MOST, SYSTEM_MOST = 200, 60
"""Longest id of another system, and longest name of one, in signs."""


class WrongValues(ValueError):
    """Some values of a record cannot be taken; ``problems`` name each field and what was expected."""

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(str(problem) for problem in problems))


class Captured(NamedTuple):
    """What became of one record: the lead, whether it is new, and why it was rejected."""

    status: Status
    lead_id: int | None
    problems: tuple[FieldProblem, ...] = ()
    conflict: tuple[int, ...] = ()


@dataclass
class Words:
    """What the pacts in force say about fields: the declared ones, and the words looked for in texts."""

    fields: Mapping[str, Field]
    used: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, rules: Rulebook) -> Words:
        """Gather them from every pact in force."""
        fields = dict(FIELDS)
        used: dict[str, frozenset[str]] = {}
        for held in rules.pacts:
            fields |= {own.name: own for own in held.pact.fields}
            for name, words in held.words.items():
                used[name] = used.get(name, frozenset()) | words
        return cls(fields, used)


@dataclass
class _Batch:
    """Records on their way into one append."""

    drafts: list[Draft] = field(default_factory=list)
    keys: list[tuple[Key, int]] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)


class Intake:
    """Takes records into an open book; remembers people and accounts it has met."""

    def __init__(
        self, book: Book, rules: Rulebook, *, live: bool, region: str | None = None, welcomes_back: bool = False
    ) -> None:
        self.book = book
        self.rules = rules
        self.live = live
        self.region = region
        self.words = Words.of(rules)
        self._people: dict[tuple[str, str], int] = {}
        self._accounts: dict[str, int] = {}
        self._asleep: dict[int, str] = {}
        self._into: dict[int, int] = {}
        self.welcomes_back = welcomes_back
        self._forgotten = forgotten.Forgotten()

    def turn_to(self, book: Book) -> None:
        """Go on in another open book; what was learnt of people and companies is kept, within bounds."""
        self.book = book
        for learnt in (self._people, self._accounts):
            if len(learnt) > REMEMBERED:
                learnt.clear()

    def leads(self, systems_ids: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """The leads known by (system, external id); ids nobody has are absent."""
        keys = {Key("external", system.strip(), external_id.strip()) for system, external_id in systems_ids}
        return {(key.system, key.value): lead_id for key, lead_id in self.book.match(keys).items()}

    def take(self, shapes: Sequence[LeadShape]) -> tuple[list[Captured], list[Appended]]:
        """Match, type and record the leads, in the order given. Wrong ones are rejected, the others taken.

        A record of a known lead under an id not heard of before is another capture of it, with its own source.
        """
        keys = [self._keys(shape) for shape in shapes]
        found = self.book.match({key for each in keys for key in each})
        matched = [identity.match(each, found) for each in keys]
        self._into = reader.roots(found.values()) if found else {}
        known = self._known([m.lead_id for m in matched if m.lead_id is not None])
        self._asleep = asleep({self._root(lead_id) for lead_id in known})
        account_ids = self._account_ids(shapes)
        batch, outcomes, appended = _Batch(), [], []
        for shape, own, match, account_id in zip(shapes, keys, matched, account_ids, strict=True):
            lead_id = match.lead_id
            if lead_id is None and not found.keys().isdisjoint(own):  # An earlier record of this batch.
                lead_id = next(found[key] for key in own if key in found)
            if lead_id is not None and self._root(lead_id) in batch.touched:
                appended.append(self._flush(batch))
                known |= self._known([lead_id])
            is_new_id = bool(own) and own[0].kind == "external" and own[0] not in found
            outcome = self._one(shape, own, lead_id, known, account_id, batch, is_new_id=is_new_id)
            outcomes.append(self._of_survivor(outcome, match.conflict) if lead_id is not None else outcome)
            if outcome.lead_id is not None:
                for key in own:
                    found.setdefault(key, outcome.lead_id)
        appended.append(self._flush(batch))
        return outcomes, appended

    def _tells_of(self, shape: LeadShape) -> int:
        """The instant that a record tells of: its own, now from a live door, long ago from a file without dates."""
        return (self.book.now_s if self.live else 0) if shape.occurred_s is None else shape.occurred_s

    def _root(self, lead_id: int) -> int:
        """The lead that tells what comes in by the keys of this one: they stay its own, also while it is merged."""
        return self._into.get(lead_id, lead_id)

    def _of_survivor(self, outcome: Captured, conflict: Sequence[int]) -> Captured:
        survivor = None if outcome.lead_id is None else self._root(outcome.lead_id)
        others = dict.fromkeys(self._root(each) for each in conflict)
        return outcome._replace(lead_id=survivor, conflict=tuple(each for each in others if each != survivor))

    def _flush(self, batch: _Batch) -> Appended:
        appended = self.book.append(batch.drafts, batch.keys)
        batch.drafts, batch.keys, batch.touched = [], [], set()
        return appended

    def _keys(self, shape: LeadShape) -> tuple[Key, ...]:
        said = shape.values
        number = self.number(said.get("phone"), said.get("country")) if "phone" in said else None
        external = (shape.source_system, shape.external_id) if shape.external_id else None
        return identity.keys(external, said.get("email"), number)

    def number(self, phone: str | None, country: str | None) -> str | None:
        """A phone number in its one spelling; a national one without a country is the company's own."""
        if not phone:
            return None
        if not country and self.region is None and not phone.lstrip().startswith("+"):
            self.region = home_region()
        return read_phone(phone, country or self.region).e164

    def _known(self, lead_ids: Iterable[int]) -> dict[int, tuple[dict[str, Value], dict[str, str]]]:
        own = {lead_id: self._root(lead_id) for lead_id in set(lead_ids)}
        ids = list(set(own.values()))
        facts, words = self.book.facts_of(ids), reader.words_of(ids)
        told = {each: (seen(facts[each]).values, reader.texts(facts[each], words.get(each, {}))) for each in ids}
        return {lead_id: told[root] for lead_id, root in own.items()}

    def _one(
        self,
        shape: LeadShape,
        keys: tuple[Key, ...],
        lead_id: int | None,
        known: Mapping[int, tuple[dict[str, Value], dict[str, str]]],
        account_id: int | None,
        batch: _Batch,
        *,
        is_new_id: bool,
    ) -> Captured:
        is_new = lead_id is None
        if is_new and self._forgotten:
            told_s, now_s = self._tells_of(shape), self.book.now_s
            why = self._forgotten.admit(keys, told_s, now_s, anyway=self.welcomes_back)
            if why is not None:
                return Captured("rejected", None, (WAS_FORGOTTEN[why],))
        wrong = origin_problems(shape, self.book.now_s)
        if "@" in shape.external_id:
            wrong += _address_as_id(shape)
        if wrong:
            return Captured("rejected", lead_id, tuple(wrong))
        values, texts = known.get(lead_id or 0, ({}, {}))
        taken_id = self.book.next_lead_id if lead_id is None else lead_id
        incoming = Incoming(
            self.book.now_s if shape.occurred_s is None else shape.occurred_s,
            shape.external_id or None,
            shape.source_system or None,
            shape.source,
            shape.campaign,
            shape.channel,
            self.person(shape.source_system, shape.found_by) if shape.found_by else None,
            shape.side,
            shape.values if self.live else consent.without_lifting(shape.values, values),
        )
        result = facts_for(
            incoming, self.words.fields, self.words.used, values, texts, is_new=is_new or is_new_id,
            lead_id=taken_id, account_id=account_id, recorded_s=0 if self.live else incoming.occurred_s,
        )  # fmt: skip
        if result.problems:
            return Captured("rejected", lead_id, tuple(result.problems))
        if not result.facts:
            self._remember(keys, lead_id, batch)
            return Captured("unchanged", lead_id)
        if lead_id is None:
            self.book.new_lead_id()
        batch.drafts += drafts_of(result)
        if wakes(self._asleep.get(self._root(taken_id)), result.facts):
            told_s = incoming.occurred_s
            batch.drafts.append(Draft(woken(taken_id, told_s, recorded_s=0 if self.live else told_s)))
        if consent.asks_to_be_left(result.facts) and not is_new:
            batch.drafts += self._left_alone(self._root(taken_id), incoming)
        batch.touched.add(self._root(taken_id))
        self._remember(keys, taken_id, batch)
        return Captured("created" if is_new else "changed", taken_id)

    def _left_alone(self, lead_id: int, incoming: Incoming) -> list[Draft]:
        lead_id = self._root(lead_id)
        if not Lead.objects.filter(pk=lead_id, state__in=consent.WITH_SALES).exists():
            return []
        told_s = incoming.occurred_s
        recorded_s = 0 if self.live else told_s
        return [Draft(consent.left_alone(lead_id, told_s, by_id=incoming.found_by, recorded_s=recorded_s))]

    def _remember(self, keys: tuple[Key, ...], lead_id: int | None, batch: _Batch) -> None:
        if lead_id is not None:
            batch.keys += [(key, lead_id) for key in keys]

    def person(self, system: str, key: str | None) -> int | None:
        """The person known by an e-mail or another system's key; somebody unknown is brought in without sign-in."""
        if not key:
            return None
        mark = (system, key)
        if mark not in self._people:
            by_mail = Person.objects.filter(email=key.strip().lower()) if "@" in key else None
            found = by_mail.first() if by_mail is not None else None
            found = found or known_as(system, key) or brought_in(system, key)
            self._people[mark] = found.pk
        return self._people[mark]

    def _account_ids(self, shapes: Sequence[LeadShape]) -> list[int | None]:
        names = [" ".join((shape.values.get("company") or "").split()) for shape in shapes]
        wanted = {name.casefold()[:300]: name for name in names if name}
        missing = wanted.keys() - self._accounts.keys()
        if missing:
            self._accounts |= accounts.ids_of({key: wanted[key] for key in missing})
        return [self._accounts.get(name.casefold()[:300]) if name else None for name in names]


REMEMBERED = 20_000
"""People and companies that an import remembers from one batch to the next."""
LEEWAY_S = 60
"""How far another system's clock may run ahead of ours."""
_NAMES = ("external_id", "source_system", "lead", "found_by", "by", "qualified_by", "closed_by")
_ORIGINS = {
    shape: tuple(
        (place, name, SYSTEM_MOST if name == "source_system" else EXTERNAL_ID_MOST)
        for place, name in enumerate(shape._fields)
        if name in _NAMES
    )
    for shape in (LeadShape, TouchShape, DealShape, AccountShape, OwnerShape, AssetShape)
}
"""For each shape the slots that say where it comes from and who took part: place, name, longest."""


def origin_problems(shape: Shape, now_s: int) -> list[FieldProblem]:
    """What is wrong with where a record comes from and when it says that it happened."""
    problems = []
    for place, name, most in _ORIGINS[type(shape)]:
        text = shape[place]
        if isinstance(text, str) and (len(text) > most or not text.isprintable()):
            problems.append(FieldProblem(name, shown(text), f"at most {most} visible signs in one line"))
    occurred_s = getattr(shape, "occurred_s", None)
    if occurred_s is not None and not 0 <= occurred_s <= now_s + LEEWAY_S:
        problems.append(FieldProblem("occurred_at", str(occurred_s), "an instant since 1970 that is not in the future"))
    return problems


def _address_as_id(shape: LeadShape) -> list[FieldProblem]:
    """An id stands in facts for ever, so a person's address cannot be one."""
    if read_email(shape.external_id).email is None:
        return []
    expected = "an id of that system that is no e-mail address; leave it out and give the address as the field email"
    return [FieldProblem("external_id", shown(shape.external_id), expected)]


def drafts_of(result: CaptureResult) -> list[Draft]:
    """The drafts of a record's facts, with the words that they make known."""
    if not result.personal:
        return [Draft(fact) for fact in result.facts]
    words = {personal.at: personal.text for personal in result.personal}
    return [Draft(fact, words.get(at)) for at, fact in enumerate(result.facts)]


def capture_lead(*, actor: Actor, shape: LeadShape, now_s: int) -> Captured:
    """Take in one lead, new or known already, in one transaction with its facts, words and points.

    Raises ``WrongValues`` with every wrong field, and what ``access`` raises. Sending the same again changes nothing.
    """
    with transaction.atomic():  # What is refused leaves no company behind.
        outcome = capture_leads(actor=actor, shapes=[shape], now_s=now_s)[0]
        if outcome.status == "rejected":
            raise WrongValues(outcome.problems)
    return outcome


def capture_leads(*, actor: Actor, shapes: Sequence[LeadShape], now_s: int) -> list[Captured]:
    """Take in leads in one transaction; the answer has one outcome for each, in order.

    Wrong ones are rejected and the others taken. Raises what ``access`` raises.
    """
    access.check(actor, "capture_lead")
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        outcomes, appended = Intake(book, rules, live=True).take(shapes)
        for each in appended:
            reactions.follow(each, now_s)
    return outcomes


def type_in_lead(*, actor: Actor, values: Mapping[str, str], source: str, now_s: int) -> Captured:
    """Type in a lead by hand; the person who types found it. Raises as ``capture_lead``."""
    if not any(values.get(name, "").strip() for name in ("name", "company", "email", "phone")):
        raise WrongValues([FieldProblem("name", "", "a name, a company, an e-mail address or a phone number")])
    person = Person.objects.filter(pk=actor.id or 0).first()
    found_by = person.email if person else None
    side = "sales" if actor.side == "sales" else "marketing"
    shape = LeadShape("", "", None, source or None, None, "hand", side, found_by, dict(values))
    return capture_lead(actor=actor, shape=shape, now_s=now_s)


def describe_lead(
    *, actor: Actor, lead_id: int, values: Mapping[str, str], now_s: int, verb: str = "edit_lead"
) -> list[Fact]:
    """Fill in or mend what is known of a lead; a recycled one that waited for a field comes forward.

    Raises ``WrongValues`` with every wrong field, and what ``access`` raises.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        lead = access.lead(actor, verb, lead_id)
        facts, words = reader.facts_of([lead_id])[lead_id], reader.words_of([lead_id]).get(lead_id, {})
        declared = Words.of(rules)
        side = actor.side if actor.side in ("marketing", "sales") else "system"
        incoming = Incoming(now_s, found_by=actor.id, side=side, channel="hand", values=dict(values))
        known = seen(facts).values
        result = facts_for(
            incoming, declared.fields, declared.used, known, reader.texts(facts, words), is_new=False,
            lead_id=lead_id, account_id=lead.account_id,
        )  # fmt: skip
        if result.problems:
            raise WrongValues(result.problems)
        drafts = drafts_of(result)
        if wakes(lead.wake_field if lead.state == "recycled" else None, result.facts):
            drafts.append(Draft(woken(lead_id, now_s)))
        if consent.asks_to_be_left(result.facts) and lead.state in consent.WITH_SALES:
            drafts.append(Draft(consent.left_alone(lead_id, now_s, by_id=actor.id)))
        phone = values.get("phone")
        region = values.get("country") or lead.country or home_region()
        number = read_phone(phone, region).e164 if phone else None
        numbers = identity.keys(None, values.get("email"), number)
        appended = book.append(drafts, [(key, lead_id) for key in numbers])
        reactions.follow(appended, now_s)
        return appended.facts


def home_region() -> str:
    """The company's country (ISO 3166, two letters), or an empty text."""
    return (Company.objects.values_list("country", flat=True).first() or "")[:2]
