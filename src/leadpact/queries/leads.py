"""A lead whole: who it is, what is known, its points with their reasons, its gate, and its story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Clock, Deal, HandOff, Lead, Person
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.queries import consent
from leadpact.queries.assignment_words import chosen_words
from leadpact.queries.lead_points import HIDDEN, score_view
from leadpact.queries.lead_views import (
    Acts,
    ClockView,
    DealView,
    EditField,
    Found,
    GateView,
    KnownField,
    LeadHead,
    LeadPage,
    Need,
)
from leadpact.queries.merging import family_of
from leadpact.queries.story import story_of
from leadpact.queries.trackers_came import came_of
from leadpact.rules import clock as working_time
from leadpact.rules import sla
from leadpact.rules.assignment_words import ids_in
from leadpact.rules.gate import GateAnswer, decide, refusal_words
from leadpact.rules.lead import Seen, seen
from leadpact.rules.pact import Pact
from leadpact.rules.permissions import may_on
from leadpact.rules.scoring import Score
from leadpact.rules.story import ENDED
from leadpact.rules.terms import FIELDS, PERMISSIONS

STORY = 40
MARKETING_HAS_IT = frozenset(("new", "returned", "recycled"))


def names(ids: Iterable[int | None]) -> dict[int, str]:
    """The names of people by id."""
    wanted = {each for each in ids if each is not None}
    return dict(Person.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def at(instant_s: int) -> datetime:
    """An instant for pages, which show it in the reader's zone."""
    return datetime.fromtimestamp(instant_s, UTC)


def title_of(lead: Lead) -> str:
    """What a lead is called: its name, else its company, address or number."""
    return lead.name or lead.company or lead.email or lead.phone or _("Lead {id}").format(id=lead.pk)


def facts_line(lead: Lead) -> str:
    """One line of facts: ``420 people, DE``."""
    people = _("{n} people").format(n=f"{lead.employees:,}") if lead.employees is not None else ""
    return ", ".join(part for part in (people, lead.country) if part)


def state_words(state: str) -> str:
    """A lead's state for people."""
    words = {
        "new": _("With marketing"),
        "queued": _("Waits for an owner"),
        "handed_over": _("Handed over"),
        "accepted": _("Accepted"),
        "returned": _("Sent back"),
        "recycled": _("Sleeps"),
        "deal": _("In a deal"),
        "won": _("Won"),
        "lost": _("Lost"),
        "closed": _("Closed"),
        "merged": _("Merged"),
    }
    return words.get(state, state)


def page(actor: Actor, lead_id: int, now_s: int, *, before_seq: int | None = None) -> LeadPage:
    """A lead's page. Raises ``Unknown`` for a lead the actor may not know of."""
    lead = access.lead(actor, "see_own_leads", lead_id)
    rules = Rulebook(now_s)
    sight = Sight(actor, rules)
    facts = reader.facts_of([lead_id])[lead_id]
    words = reader.words_of([lead_id]).get(lead_id, {})
    view = seen(facts, lead.points_s or now_s)
    scored = rules.score(view, lead.points_s or now_s) if lead.state not in ENDED else None
    held = scored[0] if scored else (rules.pacts[0] if rules.pacts else None)
    hand_off = HandOff.objects.filter(lead_id=lead_id).order_by("-is_open", "-id").first()
    if hand_off is not None and hand_off.pact_id is not None and (hand_off.is_open or scored is None):
        held = rules.by_id(hand_off.pact_id)  # Running promises keep the version they began with.
    deals = list(Deal.objects.filter(lead_id=lead_id).order_by("-opened_s", "-pk"))
    who = sight.names(_people(lead, facts, deals, hand_off))
    texts = reader.texts(facts, words)
    pact = held.pact if held else None
    gate = _gate(lead, view, scored, pact, now_s)
    is_blind = not sight.points(lead.state, (lead.points_pact_id, hand_off.pact_id if hand_off else None))
    story = story_of(consent.shown(facts), words, who, pact, knows_late=sight.late, is_blind=is_blind)
    if before_seq is not None:
        # By place, because what arrived late has a high number and an early day.
        story = story[next((at for at, event in enumerate(story, 1) if event.seq == before_seq), len(story)) :]
    open_one = hand_off if hand_off is not None and hand_off.is_open else None
    running = clock_of(open_one, rules)
    knows = open_one is None or sight.late(open_one.owner_id)
    return LeadPage(
        lead=_head(lead, who, held if scored or hand_off or lead.state in ENDED else None),
        clock=running if knows else None,
        is_clock_hidden=running is not None and not knows,
        stops="accept" if open_one and open_one.next_promise == "answer" else "call",
        handoff_id=open_one.pk if open_one and open_one.answer == "open" else None,
        acts=_acts(actor, lead, open_one, gate),
        reasons_to_reject=reject_reasons(held, open_one),
        score=HIDDEN if is_blind else score_view(scored, consent.shown(facts), lead, who),
        is_points_hidden=is_blind,
        found=found_of(lead, who, pact),
        came=came_of(consent.shown(facts), pact),
        gate=gate_view(gate, pact) if gate is not None else None,
        fields=tuple(known_fields(view, texts, held, who)),
        allowed=consent.allowed(facts, who),
        refused=tuple((lead.refused or "").split()),
        story=tuple(story[:STORY]),
        older=story[STORY - 1].seq if len(story) > STORY else None,
        deals=tuple(_deal(deal, lead, who, pact) for deal in deals),
        why=chosen_words(hand_off.why, who.told_at(hand_off.owned_s), pact, now_s) if hand_off and not is_blind else "",
        colleagues=_colleagues(actor, open_one),
        open_handoff_id=open_one.pk if open_one else None,
        family=family_of(actor, lead),
    )


def _people(lead: Lead, facts: Sequence[Any], deals: Sequence[Deal], hand_off: HandOff | None) -> list[int | None]:
    ids: list[int | None] = [lead.owner_id, lead.found_by_id, lead.marketer_id]
    ids += [person for fact in facts for person in (fact.by_id, fact.person_id)]
    ids += [person for deal in deals for person in (deal.owner_id, deal.closer_id, deal.qualified_by_id)]
    return ids + (ids_in(hand_off.why) if hand_off else [])


def owner_of(lead: Lead, who: Named) -> str:
    """Who has the lead; as names are told by then, where it ended."""
    return who.told_at(lead.last_s if lead.state in ENDED else None).get(lead.owner_id or 0, "")


def _head(lead: Lead, who: Named, held: InForce | None) -> LeadHead:
    return LeadHead(
        lead.pk,
        title_of(lead),
        lead.job_title or "",
        lead.company or "",
        facts_line(lead),
        lead.phone or "",
        lead.email or "",
        lead.state,
        state_words(lead.state),
        owner_of(lead, who),
        held.pact.version if held else None,
        lead.has_warning,
    )


def clock_of(hand_off: HandOff | None, rules: Rulebook, running: Clock | None = None) -> ClockView | None:
    """The most urgent running promise of an open hand-off; None when none runs."""
    if hand_off is None or hand_off.next_due_s is None:
        return None
    if running is None:
        running = (
            Clock.objects.filter(
                lead_id=hand_off.lead_id, hand_off_id=hand_off.pk, promise=hand_off.next_promise, state="running"
            )
            .order_by("-started_s")
            .first()
        )
    if running is None:
        return None
    held = rules.by_id(hand_off.pact_id)
    calendar = rules.calendar(running.person_id, held)
    now_s, due_s = rules.now_s, running.due_s
    used = sla.used(calendar, running.started_s, due_s, now_s)
    late_s = working_time.elapsed(calendar, due_s, now_s)
    left_s = working_time.elapsed(calendar, now_s, due_s) if due_s >= now_s else -max(late_s, 60)
    left_s = _in_working_days(left_s, working_time.working_day_seconds(calendar, now_s))
    state = "late" if now_s > due_s else "risk" if used >= 0.75 else "ok"
    return ClockView(promise_words(running.promise, held.pact), state, left_s, min(100, int(100 * used)), at(due_s))


def _in_working_days(seconds: int, day_s: int) -> int:
    """Working seconds of which each whole working day counts as 24 hours, so that days in words are working days."""
    return seconds if abs(seconds) < day_s else int(seconds / day_s * 86_400)


def promise_words(promise: str, pact: Pact) -> str:
    """A promise as the clock names it: Call, Answer, ``6 attempts``."""
    if promise == "attempts":
        return _("{n} attempts").format(n=pact.follow_up.attempts)
    words = {"first_touch": _("Call"), "answer": _("Answer"), "waiting": _("Owner")}
    return words.get(promise, pact.word(promise))


def _acts(actor: Actor, lead: Lead, open_one: HandOff | None, gate: GateAnswer | None) -> Acts:
    own = actor.id is not None and actor.id in (lead.owner_id, lead.found_by_id, lead.marketer_id)
    with_sales = lead.owner_id is not None

    def may(verb: str, *, is_own: bool = own) -> bool:
        if actor.verbs is not None or actor.role == "system":
            return actor.may(verb)
        return may_on(actor.role, verb, is_own=is_own, same_side=actor.side == ("sales" if with_sales else "marketing"))

    owns = actor.id is not None and actor.id == lead.owner_id
    marketing = lead.state in MARKETING_HAS_IT
    alive = lead.state not in ENDED
    return Acts(
        can_answer=open_one is not None and open_one.answer == "open" and may("answer", is_own=owns),
        can_log=alive and may("log_attempt"),
        can_qualify=marketing and may("qualify"),
        can_hand_over=gate is not None and gate.open and may("hand_over"),
        can_open_deal=(alive or lead.state in ("won", "lost")) and may("manage_deals", is_own=own),
        can_edit=may("edit_lead"),
        can_reassign=open_one is not None and actor.may("reassign"),
    )


def _colleagues(actor: Actor, open_one: HandOff | None) -> tuple[tuple[int, str], ...]:
    """To whom the reader may give an open hand-off."""
    if open_one is None or not actor.may("reassign"):
        return ()
    rows = Person.objects.filter(role="salesperson", is_active=True).exclude(pk=open_one.owner_id or 0).order_by("name")
    return tuple(rows.values_list("pk", "name"))


def reject_reasons(held: InForce | None, hand_off: HandOff | None) -> tuple[dict[str, str], ...]:
    """The pact's reasons for sending back, in its order and words."""
    if held is None:
        return ()
    step = held.step_named(hand_off.step if hand_off else None)
    return tuple({"code": reason, "label": held.pact.word(reason)} for reason in step.reject_reasons)


def found_of(lead: Lead, who: Named, pact: Pact | None) -> Found:
    """Who found the lead and through what."""
    source = (pact.word(lead.source) if pact else lead.source.replace("_", " ").capitalize()) if lead.source else ""
    by = who.told_at(lead.captured_s).get(lead.found_by_id or 0, "")
    return Found(lead.found_side, source or _("Source not known"), by)


def _gate(
    lead: Lead, view: Seen, scored: tuple[InForce, Score] | None, pact: Pact | None, now_s: int
) -> GateAnswer | None:
    if scored is None or pact is None or lead.state not in MARKETING_HAS_IT:
        return None
    held, score = scored
    return decide(view, score, held.step, held.pact, now_s)


def gate_view(answer: GateAnswer, pact: Pact | None) -> GateView:
    """The gate as a list of needs, met or not, in the pact's order."""
    says = _("Everything the pact asks for is there.") if answer.open else refusal_words(answer, _)
    return GateView(answer.open, says, tuple(needs_of(answer, pact)))


def needs_of(answer: GateAnswer, pact: Pact | None) -> list[Need]:
    """What the gate looks at: fields, actions, points in all and per group, and the conditions that must hold."""
    word = pact.word if pact else str
    found: list[Need] = []
    step = next((s for s in pact.steps if s.name == answer.step), None) if pact else None
    for group in step.comes_with if step else ():
        declared = [pact.field(name) for name in group] if pact else []
        label = " / ".join(f.label if f else word(n) for f, n in zip(declared, group, strict=True))
        found.append(Need("field", label, group not in answer.missing_fields))
    found += [Need("action", word(a), a not in answer.missing_actions) for a in (step.after if step else ())]
    if answer.points_needed:
        label = _("{had} of {needed} points").format(had=answer.points_had, needed=answer.points_needed)
        found.append(Need("points", label, answer.points_had >= answer.points_needed))
    for part in answer.groups:
        values = {"had": part.had, "needed": part.needed, "group": word(part.group).lower()}
        found.append(Need("points", _("{had} of {needed} for {group}").format(**values), part.had >= part.needed))
    found += [Need("must", unmet.words, is_met=False) for unmet in answer.must]
    found += [Need("never", _("not while: {words}").format(words=unmet.words), is_met=False) for unmet in answer.never]
    return found


def known_fields(view: Seen, texts: Mapping[str, str], held: InForce | None, who: Named) -> list[KnownField]:
    """What is known: first what the pact asks for, then the rest, by name. Without a pact the standard fields."""
    pact = held.pact if held else None
    declared_as = pact.field if pact else FIELDS.get
    required = [name for group in held.step.comes_with for name in group] if held else []
    shown_apart = {*required, *PERMISSIONS.values()}
    rest = sorted(name for name in view.values if name not in shown_apart and declared_as(name) is not None)
    found = []
    for name in [*required, *rest]:
        declared = declared_as(name)
        value = view.values.get(name)
        text = ""
        if value is not None:
            text = texts.get(name, "") if declared and declared.type == "personal" else _value(name, value.code, pact)
        label = declared.label if declared else pact.word(name) if pact else name
        by = who.told_at(value.occurred_s).get(value.by_id or 0, "") if value else ""
        ask = declared.ask if declared else ""
        found.append(
            KnownField(label, text or (_("known") if value else ""), value is not None, name in required, by, ask)
        )
    return found


def _value(name: str, code: str, pact: Pact | None) -> str:
    if pact is None:
        return code
    declared = pact.field(name)
    if name == "source" or (declared is not None and declared.type == "coded" and declared.codes):
        return pact.word(code)
    return code


def qualifier_id(lead: Lead | None, deal: Deal) -> int | None:
    """Who qualified the lead of a deal: marketing's last, else whoever opened the deal for somebody else to close."""
    if lead is not None and lead.marketer_id is not None:
        return lead.marketer_id
    return deal.qualified_by_id if deal.qualified_by_id not in (deal.owner_id, deal.closer_id) else None


def finder_id(lead: Lead | None, deal: Deal) -> int | None:
    """Who is named as the finder of a deal: who found its lead, else who qualified it."""
    found_by_id = lead.found_by_id if lead is not None else None
    return found_by_id if found_by_id is not None else qualifier_id(lead, deal)


def _deal(deal: Deal, lead: Lead, told: Named, pact: Pact | None) -> DealView:
    stage = (pact.word(deal.stage) if pact else deal.stage) if deal.stage else ""
    who = told.told_at(deal.closed_s)
    finder = who.get(finder_id(lead, deal) or 0, "")
    return DealView(
        deal.pk,
        stage,
        deal.amount_minor,
        deal.currency or (pact.report_in if pact else ""),
        deal.state,
        finder,
        who.get(deal.closer_id or deal.owner_id or 0, ""),
        at(deal.closed_s or deal.opened_s),
    )


def edit_fields(actor: Actor, lead_id: int, now_s: int) -> tuple[str, tuple[EditField, ...]]:
    """The lead's name and every field one may fill in, with its present value. Raises ``Unknown``, ``Forbidden``."""
    lead = access.lead(actor, "edit_lead", lead_id)
    rules = Rulebook(now_s)
    facts = reader.facts_of([lead_id])[lead_id]
    values = seen(facts).values
    texts = reader.texts(facts, reader.words_of([lead_id]).get(lead_id, {}))
    pact = rules.pacts[0].pact if rules.pacts else None
    declared = {**FIELDS, **({own.name: own for own in pact.fields} if pact else {})}
    found = []
    for field in (each for each in declared.values() if each.name not in PERMISSIONS.values()):
        value = texts.get(field.name, "") if field.type == "personal" else ""
        if field.type != "personal" and field.name in values:
            value = values[field.name].code
        choices = tuple((code, pact.word(code) if pact else code) for code in field.codes)
        found.append(EditField(field.name, field.label, value, choices, field.name in ("need", "note")))
    return title_of(lead), tuple(found)
