"""Forms: made by marketing of the fields both teams agreed, filled in by buyers, each entry one lead."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F

from leadpact.connectors.shapes import LeadShape
from leadpact.ledger import access
from leadpact.ledger.access import SYSTEM, Actor, Unknown
from leadpact.ledger.models import CaptureForm, HeldEntry, Lead
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import consent, reactions
from leadpact.operations.capture import Captured, Intake, Words, WrongValues
from leadpact.operations.trackers_people import mark_of
from leadpact.operations.trackers_touches import first_touch, join_visitor
from leadpact.rules.capture import FieldProblem
from leadpact.rules.facts import Fact
from leadpact.rules.sources import UNKNOWN, Origin
from leadpact.rules.terms import DO_NOT_CONTACT, PERMISSIONS
from leadpact.rules.visits import code_of

NOWHERE = Origin(UNKNOWN)
PURPOSES = ("web", "show")
SYSTEM_NAME = "form"
"""The system that entries of forms come from."""
HELD_DAYS = 30
WITHHELD = frozenset((DO_NOT_CONTACT, *PERMISSIONS.values(), "score_elsewhere", "segment", "region"))
"""Fields that a buyer is not asked in a form."""
REACHED_BY = ("email", "phone")
_ONCE = re.compile(r"[A-Za-z0-9_-]{8,64}")


class WrongForm(ValueError):
    """A form that cannot be made so; the message says what to do."""


class FormClosed(ValueError):
    """The form takes no more entries."""


@dataclass(frozen=True, slots=True)
class FormPlan:
    """What a form is to be. ``fields`` are names with whether they are needed, in their order."""

    name: str
    kind: str
    title: str
    fields: Sequence[tuple[str, bool]]
    purpose: str = "web"
    intro: str = ""
    button: str = ""
    thanks: str = ""
    agreement: str = ""
    ways: Sequence[str] = ()
    campaign: str = ""
    language: str = "en"


def make_form(*, actor: Actor, plan: FormPlan, now_s: int) -> CaptureForm:
    """Make a form. Raises ``WrongForm``, ``Forbidden``."""
    access.check(actor, "manage_capture")
    values = _checked(plan, now_s)
    return CaptureForm.objects.create(
        token=secrets.token_urlsafe(9), made_by_id=actor.id, made_s=now_s, changed_s=now_s, **values
    )


def change_form(*, actor: Actor, form_id: int, plan: FormPlan, now_s: int) -> None:
    """Change a form; its address stays. Raises ``WrongForm``, ``Unknown``, ``Forbidden``."""
    access.check(actor, "manage_capture")
    values = _checked(plan, now_s)
    if not CaptureForm.objects.filter(pk=form_id).update(changed_s=now_s, **values):
        raise Unknown(f"There is no form {form_id}.")


def close_form(*, actor: Actor, form_id: int, now_s: int, is_open: bool = False) -> None:
    """Close a form, or open it again. Raises ``Unknown``, ``Forbidden``."""
    access.check(actor, "manage_capture")
    if not CaptureForm.objects.filter(pk=form_id).update(closed_s=None if is_open else now_s):
        raise Unknown(f"There is no form {form_id}.")


def _checked(plan: FormPlan, now_s: int) -> dict[str, object]:
    kind = code_of(plan.kind or plan.name)
    declared = Words.of(Rulebook(now_s)).fields
    names = [name for name, _ in plan.fields]
    if not plan.name.strip() or not plan.title.strip():
        raise WrongForm("Give the form a name for yourselves and a heading for its readers.")
    if kind is None:
        raise WrongForm("Say what kind of form it is in a word that the pact can name, such as demo or contact.")
    if plan.purpose not in PURPOSES:
        raise WrongForm(f"A form is for one of: {', '.join(PURPOSES)}.")
    wrong = [name for name in names if name not in declared or name in WITHHELD]
    if wrong or len(set(names)) != len(names):
        raise WrongForm(f"A form cannot ask for {wrong[0]!r}." if wrong else "A field stands in the form twice.")
    if not set(names) & set(REACHED_BY):
        raise WrongForm("Ask for an e-mail address or a phone number; without one nobody could answer.")
    if plan.agreement.strip() and not plan.ways:
        raise WrongForm("Say which ways of reaching them the text beside the box allows, or leave the text empty.")
    unknown = [way for way in plan.ways if way not in PERMISSIONS]
    if unknown:
        raise WrongForm(f"{unknown[0]!r} is no way to reach somebody; choose of: {', '.join(PERMISSIONS)}.")
    return {
        "purpose": plan.purpose, "name": plan.name.strip()[:100], "kind": kind[:60], "title": plan.title.strip()[:200],
        "intro": plan.intro.strip(), "button": plan.button.strip()[:60], "thanks": plan.thanks.strip(),
        "fields": [[name, bool(needed)] for name, needed in plan.fields], "agreement": plan.agreement.strip(),
        "ways": " ".join(plan.ways), "campaign": (code_of(plan.campaign) or "") if plan.campaign else "",
        "language": plan.language,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One filled-in form. ``once`` is the same when the same is sent twice; ``occurred_s`` when it was filled in.

    ``visitor`` is the anonymous id of a tracker in the page, ``origin`` where this visit came from; ``is_agreed``:
    the box beside the agreement was ticked.
    """

    once: str
    values: Mapping[str, str]
    occurred_s: int
    is_agreed: bool = False
    visitor: str = ""
    origin: Origin = NOWHERE


def open_form(token: str) -> CaptureForm:
    """The form at this address. Raises ``Unknown`` when there is none and ``FormClosed`` when it takes no more."""
    form = CaptureForm.objects.filter(token=token).first()
    if form is None:
        raise Unknown("There is no form at this address.")
    if form.closed_s is not None:
        raise FormClosed("This form is closed.")
    return form


def fill_in(*, form: CaptureForm, entry: Entry, now_s: int) -> Captured:
    """Take in what a buyer filled in: the lead, the form as a touch of it, what they agreed to, and visits before it.

    Sending the same twice makes one lead. Raises ``WrongValues``.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        # Whoever writes to us again, having been forgotten, wants an answer.
        outcome = take_entry(Intake(book, rules, live=True, welcomes_back=True), form, entry, SYSTEM)
        if outcome.status == "rejected":
            raise WrongValues(outcome.problems)
    return outcome


def take_entry(intake: Intake, form: CaptureForm, entry: Entry, actor: Actor, found_by: str | None = None) -> Captured:
    """The same in an open book; a wrong entry is rejected with its problems. ``actor`` filled it in at a show.

    ``found_by`` is the address of that person.
    """
    book, is_show = intake.book, form.purpose == "show"
    problems = _problems(form, entry)
    if problems:
        return Captured("rejected", None, tuple(problems))
    external_id = f"{form.token}-{entry.once}"
    known = {name for name, _ in form.fields}
    values = {name: text for name, text in entry.values.items() if name in known and text.strip()}
    last = Origin("trade_show", form.campaign or None) if is_show else entry.origin
    if last.campaign is None and form.campaign:
        last = last._replace(campaign=form.campaign)
    visitor = mark_of("a", "", entry.visitor) if entry.visitor else ""
    first = first_touch(visitor) if visitor else None
    first = first if first is not None and first.source != UNKNOWN else last
    shape = LeadShape(
        external_id, SYSTEM_NAME, entry.occurred_s, first.source or UNKNOWN, first.campaign,
        "event" if is_show else "web", actor.side if is_show and actor.side != "system" else "buyer", found_by, values,
    )  # fmt: skip
    outcomes, appended = intake.take([shape])
    for each in appended:
        reactions.follow(each, book.now_s)
    outcome = outcomes[0]
    if outcome.lead_id is not None and outcome.status != "rejected":
        _touch(book, form, entry, outcome.lead_id, external_id, last)
        if visitor:
            join_visitor(book, visitor, outcome.lead_id)
    return outcome


def _problems(form: CaptureForm, entry: Entry) -> list[FieldProblem]:
    """What is missing: needed fields, and a way to answer."""
    missing = [
        FieldProblem(name, "", "an answer: this one is needed")
        for name, is_needed in form.fields
        if is_needed and not entry.values.get(name, "").strip()
    ]
    asked = [name for name, _ in form.fields if name in REACHED_BY]
    if not missing and not any(entry.values.get(name, "").strip() for name in asked):
        missing.append(FieldProblem(asked[0], "", "an e-mail address or a phone number, so that we can answer"))
    if not _ONCE.fullmatch(entry.once):
        missing.append(FieldProblem("", entry.once, "an id of 8 to 64 letters and digits"))
    return missing


def _touch(book: Book, form: CaptureForm, entry: Entry, lead_id: int, external_id: str, last: Origin) -> None:
    """The form as a touch, and what was agreed to with its wording."""
    lead = Lead.objects.get(pk=lead_id)
    is_show = form.purpose == "show"
    fact = Fact(
        0, "", "event_visit" if is_show else "form_filled", entry.occurred_s, 0, lead_id=lead_id,
        account_id=lead.account_id, side="buyer", channel="event" if is_show else "web", source=last.source,
        campaign=(form.campaign or form.kind) if is_show else last.campaign, field=None if is_show else form.kind,
        source_system=SYSTEM_NAME, external_id=external_id,
    )  # fmt: skip
    appended = book.append([Draft(fact)])
    reactions.follow(appended, book.now_s)
    if not appended.facts:
        return
    CaptureForm.objects.filter(pk=form.pk).update(entries=F("entries") + 1)
    if entry.is_agreed and form.agreement and form.ways:
        codes = {PERMISSIONS[way]: "consent" for way in form.ways.split()}
        said = consent.drafts(book, lead, codes, at_s=entry.occurred_s, how="form", wording=form.agreement)
        reactions.follow(book.append(said), book.now_s)


def hold(*, form: CaptureForm, values: Mapping[str, str], why: str, now_s: int) -> None:
    """Hold back what looks like a machine's entry, until somebody looks at it."""
    kept = {name: text[:2_000] for name, text in values.items() if any(name == known for known, _ in form.fields)}
    HeldEntry.objects.create(form_id=form.pk, values=kept, why=why[:60], at_s=now_s)


def release(*, actor: Actor, held_id: int, now_s: int) -> Captured:
    """Take in an entry that was held back. Raises ``Unknown``, ``WrongValues``, ``Forbidden``."""
    access.check(actor, "manage_capture")
    held = HeldEntry.objects.filter(pk=held_id).first()
    form = CaptureForm.objects.filter(pk=held.form_id).first() if held else None
    if held is None or form is None:
        raise Unknown(f"There is no entry {held_id} that is held back.")
    taken = fill_in(form=form, entry=Entry(f"held-{held.pk:08d}", held.values, held.at_s), now_s=now_s)
    held.delete()
    return taken


def throw_away(*, actor: Actor, held_id: int) -> None:
    """Delete an entry that was held back. Raises ``Unknown``, ``Forbidden``."""
    access.check(actor, "manage_capture")
    if not HeldEntry.objects.filter(pk=held_id).delete()[0]:
        raise Unknown(f"There is no entry {held_id} that is held back.")
