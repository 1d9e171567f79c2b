"""Everything that is held about a person, for the person: readable, and as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Account, Company, Deal, Lead, LeadKey
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries.consent import Allowed, allowed
from leadpact.queries.leads import state_words, title_of
from leadpact.queries.story import Event, story_of
from leadpact.rules.facts import Fact
from leadpact.rules.lead import seen, valid
from leadpact.rules.terms import FIELDS


@dataclass(frozen=True, slots=True)
class Said:
    """A value that is or was held: of which field, and when it was told."""

    label: str
    value: str
    at: datetime
    is_current: bool


@dataclass(frozen=True, slots=True)
class Held:
    """What is held about a person. ``marks`` are the addresses, numbers and ids by which they are found again."""

    lead_id: int
    name: str
    company: str
    made_at: datetime
    state: str
    since: datetime
    source: str
    values: tuple[Said, ...]
    coded: tuple[Said, ...]
    marks: tuple[tuple[str, str], ...]
    allowed: tuple[Allowed, ...]
    story: tuple[Event, ...]
    deals: tuple[tuple[str, str, int | None, str], ...]
    account: str
    is_forgotten: bool

    def plain(self) -> dict[str, Any]:
        """The same as JSON takes it: texts, numbers, lists; instants in ISO 8601 (UTC)."""

        def said(each: Said) -> dict[str, Any]:
            return {"field": each.label, "value": each.value, "told_at": _iso(each.at), "is_current": each.is_current}

        return {
            "lead": self.lead_id, "held_by": self.company, "made_at": _iso(self.made_at), "state": self.state,
            "since": _iso(self.since), "source": self.source, "company": self.account,
            "personal": [said(each) for each in self.values],
            "other": [said(each) for each in self.coded],
            "found_by": [{"kind": kind, "value": value} for kind, value in self.marks],
            "allowed": [
                {"way": each.way, "answer": each.code or None, "how": each.how, "told_at": each.at and _iso(each.at)}
                for each in self.allowed
            ],
            "story": [{"at": _iso(e.at), "side": e.side, "what": e.says, "more": e.detail} for e in self.story],
            "deals": [
                {"state": state, "stage": stage, "amount_minor": amount, "currency": currency}
                for state, stage, amount, currency in self.deals
            ],
        }  # fmt: skip


def held(actor: Actor, lead_id: int, now_s: int) -> Held:
    """Everything held about the person of a lead, those merged with it among them. Raises what ``access`` raises.

    The story leaves out who of the company did what: that is not the person's to know. What was tracked is told even
    where it is hidden from the company's own pages: it is held.
    """
    lead = access.lead(actor, "forget_person", lead_id)
    facts = reader.facts_of([lead_id])[lead_id]
    words = reader.words_of([lead_id]).get(lead_id, {})
    rules = Rulebook(now_s)
    pact = rules.pacts[0].pact if rules.pacts else None
    members = sorted({fact.lead_id for fact in facts if fact.lead_id is not None} | {lead_id})
    keys = LeadKey.objects.filter(lead_id__in=members).exclude(kind="deal").order_by("kind", "value")
    account = Account.objects.filter(pk=lead.account_id or 0).values_list("name", flat=True).first()
    return Held(
        lead_id=lead_id,
        name=title_of(lead),
        company=Company.objects.values_list("name", flat=True).first() or "",
        made_at=_at(now_s),
        state=state_words(lead.state),
        since=_at(lead.captured_s),
        source=(pact.word(lead.source) if pact else lead.source) if lead.source else _("not known"),
        values=tuple(_texts(facts, words)),
        coded=tuple(_codes(facts)),
        marks=tuple((_mark_words(key), key.value) for key in keys),
        allowed=allowed(facts, {}),
        story=tuple(story_of(facts, words, Sight(actor, rules).names([]) if actor.id else Named(), pact)),
        deals=tuple(
            (deal.state, deal.stage or "", deal.amount_minor, deal.currency or "")
            for deal in Deal.objects.filter(lead_id=lead_id).order_by("opened_s")
        ),
        account=account or "",
        is_forgotten=any(fact.kind == "erased" for fact in facts),
    )


def leads_of(text: str) -> list[int]:
    """The leads that a text names: a number, or a whole e-mail address, phone number or name; at most 20."""
    wanted = text.strip()
    found: list[int] = []
    if wanted.isdigit() and len(wanted) < 19:
        found += Lead.objects.filter(pk=int(wanted)).values_list("pk", flat=True)
    marks = LeadKey.objects.filter(value__in=[wanted, wanted.lower(), wanted.replace(" ", "")])
    found += marks.exclude(kind="deal").values_list("lead_id", flat=True)
    found += Lead.objects.filter(name__iexact=wanted).values_list("pk", flat=True)[:20] if wanted else []
    return list(dict.fromkeys(found))[:20]


def _texts(facts: list[Fact], words: reader.Words) -> list[Said]:
    """Every personal text that is held, also older ones, newest first."""
    current = reader.texts(facts, words)
    told = {fact.seq: fact for fact in facts}
    found = []
    for seq in sorted(
        words, key=lambda each: (told[each].occurred_s, each) if each in told else (0, each), reverse=True
    ):
        if seq in told:
            name, text = words[seq]
            is_field = told[seq].kind == "described"
            label = _label(name) if is_field else _("Said or noted")
            found.append(Said(label, text, _at(told[seq].occurred_s), not is_field or current.get(name) == text))
    return found


def _codes(facts: list[Fact]) -> list[Said]:
    values = seen(valid(facts)).values
    plain = [(name, value) for name, value in sorted(values.items()) if value.code != "known" and ":" not in name]
    return [Said(_label(name), value.code, _at(value.occurred_s), is_current=True) for name, value in plain]


def _label(name: str) -> str:
    declared = FIELDS.get(name)
    return declared.label if declared else name.replace("_", " ").capitalize()


def _mark_words(key: LeadKey) -> str:
    words = {"email": _("E-mail"), "phone": _("Phone")}
    return words.get(key.kind) or _("Number in {system}").format(system=key.system or _("another system"))


def _at(at_s: int) -> datetime:
    return datetime.fromtimestamp(at_s, UTC)


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
