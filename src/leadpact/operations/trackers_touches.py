"""Events that concern a lead: who somebody says to be, and the visits that become touches of a known lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from leadpact.connectors.shapes import LeadShape
from leadpact.connectors.trackers import EventShape
from leadpact.ledger import reader, visits
from leadpact.ledger.models import Lead
from leadpact.ledger.reader import chunks
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.visits import KnownWriteKey, VisitRow
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import reactions
from leadpact.operations.capture import Intake, drafts_of
from leadpact.operations.trackers_people import People
from leadpact.rules.capture import Incoming, clean_text, facts_for, type_value
from leadpact.rules.consent import TRACKED
from leadpact.rules.facts import KINDS, Fact
from leadpact.rules.identity import keys as keys_of
from leadpact.rules.identity import read_email
from leadpact.rules.lead import seen
from leadpact.rules.sources import UNKNOWN, Origin

Refusal = tuple[int | None, str, str, int]
NO_ADDRESS = "Its trait email is no e-mail address such as ana@example.com, so nobody became known by it."


def record(
    key: KnownWriteKey,
    events: Sequence[EventShape],
    rows: Sequence[VisitRow],
    people: People,
    rules: Rulebook,
    now_s: int,
) -> list[Refusal]:
    """Write the events of a batch that somebody is known in, or becomes known by; gives the events refused.

    Order: who is who, then what they did, so that visits before a form or an identify of the same batch are theirs.
    """
    refused: list[Refusal] = []
    with recording(now_s, scorer=rules) as book:
        intake = Intake(book, rules, live=True)
        for event, row in zip(events, rows, strict=True):
            if event.verb in ("identify", "group") and row.state not in ("machine", "declined"):
                why = _identify(intake, key, event, row, rows, people)
                if why:
                    refused.append((key.id, event.event_id, why, now_s))
        kept = [
            row._replace(state="joined", lead_id=lead_id)
            if row.state == "waiting" and (lead_id := people.lead_of(row.visitor)) is not None
            else row
            for row in rows
        ]
        waited = visits.waiting(people.changed) if people.changed else []
        earlier = [
            (number, row._replace(lead_id=lead_id))
            for number, row in waited
            if (lead_id := people.lead_of(row.visitor)) is not None
        ]
        leads = _leads({row.lead_id for row in (*kept, *(row for _, row in earlier)) if row.lead_id is not None})
        kept = [_as_allowed(row, leads) for row in kept]
        touches = [row for row in (*(_as_allowed(row, leads) for _, row in earlier), *kept) if row.state != "declined"]
        drafts = [
            Draft(_fact(row, key.system, leads[row.lead_id].account_id)) for row in touches if row.lead_id in leads
        ]
        if drafts:
            reactions.follow(book.append(drafts), now_s)
        visits.join([(row.lead_id or 0, number) for number, row in earlier])
        visits.keep(kept)
        people.write(now_s)
    return refused


def _identify(
    intake: Intake, key: KnownWriteKey, event: EventShape, row: VisitRow, rows: Sequence[VisitRow], people: People
) -> str:
    """Take in what somebody says of themselves; they become a lead with a mail address or a phone number.

    Gives why it was refused, or nothing.
    """
    visitor = people.visitor_of(event)
    values = {name: text for name, text in event.values.items() if name in intake.words.fields}
    is_address = bool(event.user_id) and read_email(event.user_id).email is not None
    if is_address:
        values.setdefault("email", event.user_id)
    if values.get("email") and read_email(values["email"]).email is None:
        return NO_ADDRESS
    values = _fit(intake, values)
    known_id = people.lead_of(visitor)
    if not visitor or (known_id is None and not (values.get("email") or values.get("phone"))):
        return ""
    external_id = event.user_id if event.user_id and not is_address else visitor
    if key.is_public or known_id is not None:
        values, known_id = _addable(intake, key, external_id, values, known_id)
    if known_id is None:
        source, campaign = _first_origin(visitor, row, rows, people)
        shape = LeadShape(external_id, key.system, event.occurred_s, source, campaign, "web", "buyer", None, values)
        outcomes, appended = intake.take([shape])
        for each in appended:
            reactions.follow(each, intake.book.now_s)
        if outcomes[0].status == "rejected":
            return " ".join(problem.expected for problem in outcomes[0].problems)[:300]
        known_id = outcomes[0].lead_id
    elif values:
        _describe(intake, key, known_id, event, values)
    if known_id is not None:
        people.know(visitor, known_id)
    return ""


def _fit(intake: Intake, values: dict[str, str]) -> dict[str, str]:
    """The values that can be taken; a wrong one is left out, for a tracker cannot mend it."""
    fit = {}
    for name, text in values.items():
        declared = intake.words.fields[name]
        typed = clean_text(name, text) if declared.type == "personal" else type_value(declared, text)
        if typed.code is not None and not typed.expected:
            fit[name] = text
    return fit


def _addable(
    intake: Intake, key: KnownWriteKey, external_id: str, values: dict[str, str], known_id: int | None
) -> tuple[dict[str, str], int | None]:
    """What may be written of a lead that is known already, and which one it is.

    A key that everybody can read in a page adds what is not known yet, and changes nothing.
    """
    if known_id is None:
        phone = intake.number(values.get("phone"), values.get("country"))
        own = keys_of((key.system, external_id), values.get("email"), phone)
        found = intake.book.match(own)
        known_id = next((found[each] for each in own if each in found), None)
    if known_id is None or not key.is_public:
        return values, known_id
    known = seen(reader.facts_of([known_id])[known_id]).values
    return {name: text for name, text in values.items() if name not in known}, known_id


def _describe(intake: Intake, key: KnownWriteKey, lead_id: int, event: EventShape, values: dict[str, str]) -> None:
    """Add values to a lead that is known, and the marks by which it is found again."""
    facts = intake.book.facts_of([lead_id])[lead_id]
    texts = reader.texts(facts, reader.words_of([lead_id]).get(lead_id, {}))
    incoming = Incoming(event.occurred_s, source_system=key.system, channel="web", values=values)
    result = facts_for(
        incoming, intake.words.fields, intake.words.used, seen(facts).values, texts, is_new=False, lead_id=lead_id,
        account_id=_leads({lead_id})[lead_id].account_id,
    )  # fmt: skip
    is_id = event.user_id and not key.is_public and "@" not in event.user_id
    phone = intake.number(values.get("phone"), values.get("country"))
    own = keys_of((key.system, event.user_id) if is_id else None, values.get("email"), phone)
    reactions.follow(intake.book.append(drafts_of(result), [(each, lead_id) for each in own]), intake.book.now_s)


def _first_origin(visitor: str, row: VisitRow, rows: Sequence[VisitRow], people: People) -> tuple[str, str | None]:
    """Source and campaign of the first visit that names one; ``unknown`` when none does."""
    same = people.with_members(visitor)
    told = [each for _, each in visits.waiting(same)]
    told += [*(each for each in rows if each.visitor in same), row]
    return _first(told)


def _first(told: Sequence[VisitRow]) -> tuple[str, str | None]:
    named = [each for each in told if each.source not in (None, UNKNOWN)]
    first = min(named, key=lambda each: each.occurred_s, default=None)
    return (first.source or UNKNOWN, first.campaign) if first else (UNKNOWN, None)


def first_touch(visitor: str) -> Origin | None:
    """Where the first visit of an anonymous visitor came from; None when nothing is known of them."""
    told = [each for _, each in visits.waiting([visitor])]
    return Origin(*_first(told)) if told else None


def join_visitor(book: Book, visitor: str, lead_id: int) -> None:
    """A visitor became known by a form: what they did before are touches of the lead."""
    people = People(_OWN, visits.standings([visitor]))
    people.know(visitor, lead_id)
    leads = _leads({lead_id})
    waited = [(number, row._replace(lead_id=lead_id)) for number, row in visits.waiting(people.changed)]
    touches = [row for _, each in waited if (row := _as_allowed(each, leads)).state != "declined"]
    systems = visits.systems()
    drafts = [Draft(_fact(row, systems.get(row.key_id, "tracker"), leads[lead_id].account_id)) for row in touches]
    if drafts:
        reactions.follow(book.append(drafts), book.now_s)
    visits.join([(lead_id, number) for number, _ in waited])
    people.write(book.now_s)


_OWN = KnownWriteKey(0, "", "tracker", is_public=False, is_idle=False)


def _fact(row: VisitRow, system: str, account_id: int | None) -> Fact:
    has_campaign = "campaign" in KINDS[row.touch].fills
    return Fact(
        0, "", row.touch, row.occurred_s, 0, lead_id=row.lead_id, account_id=account_id, side="buyer", channel="web",
        source=row.source, campaign=(row.of or row.campaign) if has_campaign else row.campaign,
        field=None if has_campaign else row.of, source_system=system, external_id=row.event_id,
    )  # fmt: skip


class Known(NamedTuple):
    """What is asked of a lead before a touch of it is kept: its company, and what it refused."""

    account_id: int | None
    refused: str


def _leads(lead_ids: set[int]) -> dict[int, Known]:
    found: dict[int, Known] = {}
    for part in chunks(lead_ids):
        rows = Lead.objects.filter(pk__in=part).values_list("pk", "account_id", "refused")
        found.update((pk, Known(account_id, refused or "")) for pk, account_id, refused in rows)
    return found


def _as_allowed(row: VisitRow, leads: Mapping[int, Known]) -> VisitRow:
    """The row, cut loose from a lead that refused to be watched when it is only known because a machine watched."""
    lead = leads.get(row.lead_id or 0)
    if lead is not None and row.touch in TRACKED and "tracking" in lead.refused.split():
        return row._replace(state="declined", visitor="", lead_id=None)
    return row
