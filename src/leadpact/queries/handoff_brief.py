"""A handed-over lead at a glance: what came with it, how to open the talk, and the newest of its story."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from leadpact.ledger import reader
from leadpact.ledger.models import HandOff, Lead
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.queries.assignment_words import chosen_words
from leadpact.queries.consent import shown
from leadpact.queries.lead_views import KnownField
from leadpact.queries.leads import known_fields, title_of
from leadpact.queries.story import Event, story_of
from leadpact.queries.trackers_came import Came, came_of
from leadpact.rules.criteria_words import code_label, lower_first
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Seen, seen, valid

STORY = 8
"""Events shown at a glance."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A lead beside the list. ``known`` of the ``required`` things came with it; ``why`` it went to this owner.

    ``came`` are first and last touch as they stood when it was handed over.
    """

    lead_id: int
    name: str
    job_title: str
    company: str
    phone: str
    email: str
    refused: tuple[str, ...]
    fields: tuple[KnownField, ...]
    known: int
    required: int
    says: str
    why: str
    story: tuple[Event, ...]
    came: tuple[Came, ...] = ()


def brief_of(
    lead: Lead,
    hand_off: HandOff,
    facts: Sequence[Fact],
    rules: Rulebook,
    who: Named,
    sight: Sight,
    is_blind: bool = False,
) -> Brief:
    """The lead at a glance, for a reader of the list that the hand-off is on; ``is_blind`` without its points."""
    held = rules.by_id(hand_off.pact_id)
    words = reader.words_of([lead.pk]).get(lead.pk, {})
    view = seen(facts)
    asked_for = held.step_named(hand_off.step).comes_with
    return Brief(
        lead.pk,
        title_of(lead),
        lead.job_title or "",
        lead.company or "",
        lead.phone or "",
        lead.email or "",
        tuple((lead.refused or "").split()),
        _fields(view, reader.texts(facts, words), held, who),
        sum(not view.values.keys().isdisjoint(group) for group in asked_for),
        len(asked_for),
        opening(facts, words, held),
        "" if is_blind else chosen_words(hand_off.why, who.told_at(hand_off.owned_s), held.pact, rules.now_s),
        tuple(story_of(shown(facts), words, who, held.pact, STORY, knows_late=sight.late, is_blind=is_blind)),
        came_of(shown(facts), held.pact, hand_off.handed_s),
    )


def _fields(view: Seen, texts: Mapping[str, str], held: InForce, who: Named) -> tuple[KnownField, ...]:
    """What the pact asks for and what the short call found out; of "one of" those that are known."""
    groups = held.step.comes_with
    required = [name for group in groups for name in group]
    spare = {name for group in groups if not view.values.keys().isdisjoint(group) for name in group}
    spare -= view.values.keys()
    shown = {name: value for name, value in view.values.items() if name in {*required, *held.pact.qualification}}
    found = known_fields(Seen(shown), texts, held, who)
    # The required ones come first, in the pact's order.
    names = [*required, *([""] * (len(found) - len(required)))]
    return tuple(field for field, name in zip(found, names, strict=True) if name not in spare)


def opening(facts: Sequence[Fact], words: reader.Words, held: InForce) -> str:
    """A sentence to open the talk with: what they asked last, else what they looked at or read last; or nothing."""
    told = valid(shown(facts))
    asked = next((f for f in reversed(told) if f.kind == "asked" and f.seq in words), None)
    looked = _looked_at(told, held)
    if asked is not None:
        says = _("They asked: “{question}”").format(question=words[asked.seq][1])
        return f"{says} {looked}".strip()
    return looked


def _looked_at(told: Sequence[Fact], held: InForce) -> str:
    read = next((name for f in reversed(told) if f.kind == "asset_viewed" and (name := _asset(f))), "")
    pages = dict.fromkeys(
        lower_first(code_label(f.field, held.pact)) for f in reversed(told) if f.kind == "page_view" and f.field
    )
    if read and pages:
        return _("They read “{asset}” and looked at: {pages}.").format(asset=read, pages=", ".join([*pages][:2]))
    if read:
        return _("They read “{asset}”.").format(asset=read)
    return _("They looked at: {pages}.").format(pages=", ".join([*pages][:2])) if pages else ""


def _asset(fact: Fact) -> str:
    """The name of the material, as the system that told of it calls it."""
    return str(json.loads(fact.payload).get("asset") or "") if fact.payload else ""
