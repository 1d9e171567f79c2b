"""What a buyer allows, in words: each way with its answer, who told it, when and through what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead, LeadKey
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.rules.consent import TRACKED, Answer, answers
from leadpact.rules.facts import Fact
from leadpact.rules.terms import GROUNDS


@dataclass(frozen=True, slots=True)
class Allowed:
    """One way: its name, its answer as a code ("" where nobody asked) and in words, by whom, how and when."""

    way: str
    label: str
    code: str
    says: str
    by: str
    how: str
    at: datetime | None
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Permissions:
    """The page on which answers are told: whose, what stands, and the choices."""

    name: str
    ways: tuple[Allowed, ...]
    grounds: tuple[tuple[str, str], ...]


def way_words(way: str) -> str:
    """A way of reaching or watching a buyer, for people."""
    words = {"email": _("E-mail"), "phone": _("Phone"), "post": _("Post"), "tracking": _("Tracking")}
    return words.get(way, way)


def ground_words(code: str) -> str:
    """The ground on which a way stands open, or that it was refused."""
    words = {
        "consent": _("Agreed"),
        "contract": _("By a contract"),
        "legitimate_interest": _("Legitimate interest"),
        "refused": _("Refused"),
    }
    return words.get(code, _("Not asked"))


def how_words(how: str | None) -> str:
    """Through what an answer came."""
    words = {
        "hand": _("noted by hand"), "form": _("in a form"), "web_form": _("in a form"), "import": _("with a file"),
        "api": _("from another system"), "mail": _("by e-mail"), "phone": _("on the phone"), "paper": _("on paper"),
        "talk": _("in a talk"),
    }  # fmt: skip
    return words.get(how or "", (how or "").replace("_", " "))


def allowed(facts: Iterable[Fact], who: Mapping[int, str]) -> tuple[Allowed, ...]:
    """What stands for each way of a lead; ``who`` are the names that the reader may see."""
    return tuple(_allowed(answer, who) for answer in answers(facts))


def _allowed(answer: Answer, who: Mapping[int, str]) -> Allowed:
    by = who.get(answer.by_id or 0, "") or (_("the buyer") if answer.side == "buyer" else "")
    at = None if answer.occurred_s is None else datetime.fromtimestamp(answer.occurred_s, UTC)
    return Allowed(
        answer.way, way_words(answer.way), answer.code or "", ground_words(answer.code or ""), by,
        how_words(answer.how), at, answer.is_refused,
    )  # fmt: skip


def shown(facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts of a lead that its story may tell: nothing that a machine watched where the buyer refused that."""
    tracking = next(answer for answer in answers(facts) if answer.way == "tracking")
    return [fact for fact in facts if fact.kind not in TRACKED] if tracking.is_refused else facts


def of_lead(actor: Actor, lead_id: int, now_s: int) -> tuple[Allowed, ...]:
    """What stands for each way of a lead. Raises what ``access`` raises."""
    access.lead(actor, "see_own_leads", lead_id)
    facts = reader.facts_of([lead_id])[lead_id]
    return allowed(facts, Sight(actor, Rulebook(now_s)).names(answer.by_id for answer in answers(facts)))


@dataclass(frozen=True, slots=True)
class Mark:
    """The id of a lead in another system."""

    source_system: str
    external_id: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A lead that refused a way, with its ids elsewhere."""

    lead_id: int
    marks: tuple[Mark, ...]
    email: str
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusals:
    """A page of them, by id; ``next`` is the id to ask with for the next one, None at the end."""

    rows: tuple[Refusal, ...]
    next: int | None


def refusals(actor: Actor, *, after: int = 0, limit: int = 100) -> Refusals:
    """Leads that refused a way, for systems that must leave them out. Raises ``Forbidden``."""
    access.check(actor, "see_leads")
    leads = Lead.objects.filter(pk__gt=after, refused__isnull=False, merged_into_id=None).order_by("pk")
    found = list(leads[: limit + 1])
    marks: dict[int, list[Mark]] = defaultdict(list)
    members = reader.family([lead.pk for lead in found[:limit]])
    for part in reader.chunks(members):
        keys = LeadKey.objects.filter(lead_id__in=part, kind="external").order_by("system", "value")
        for member, system, value in keys.values_list("lead_id", "system", "value"):
            for root in members[member]:
                marks[root].append(Mark(system, value))
    rows = tuple(
        Refusal(lead.pk, tuple(marks[lead.pk]), lead.email or "", tuple((lead.refused or "").split()))
        for lead in found[:limit]
    )
    return Refusals(rows, rows[-1].lead_id if len(found) > limit else None)


def page(actor: Actor, lead_id: int, now_s: int) -> Permissions:
    """What stands for each way of a lead, for those who may change it. Raises what ``access`` raises."""
    lead = access.lead(actor, "edit_lead", lead_id)
    facts = reader.facts_of([lead_id])[lead_id]
    who = Sight(actor, Rulebook(now_s)).names(answer.by_id for answer in answers(facts))
    grounds = (("", _("As it stands")), *((code, ground_words(code)) for code in GROUNDS))
    name = lead.name or lead.company or lead.email or lead.phone or _("Lead {id}").format(id=lead.pk)
    return Permissions(name, allowed(facts, who), grounds)
