"""A draft of the pact as the page on which both teams edit it, row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_checks import Checked, check
from leadpact.connectors.pact_file_rows import NoSuchRow, form, try_row
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import PactDraft, PactRevision, PactVersion, Person
from leadpact.ledger.rulebook import newer_version, parsed
from leadpact.queries import replay
from leadpact.queries.pact_comments import Said, thread
from leadpact.queries.replay_shapes import Effect
from leadpact.rules.pact import Pact
from leadpact.rules.pact_checks import Finding
from leadpact.rules.pact_checks_bounds import most_points
from leadpact.rules.pact_compare import Change, Changes, compare
from leadpact.rules.pact_forms import RowForm, form_of, unfinished
from leadpact.rules.pact_forms_wholes import NEW, whole_at
from leadpact.rules.pact_reading_tree import PactError
from leadpact.rules.pact_words import Row, Section, sections

_LIST = re.compile(
    r"(good_lead\.(?:points|must|never)|.*\.lanes|goals\.[a-z]+|follow_up\.(?:material|if_late))\[(\d+)\]"
)
_REVISIONS = 50
_ADDS = {
    "good_lead": (
        ("good_lead.points", "A row of points"),
        ("good_lead.must", "What must hold"),
        ("good_lead.never", "What never crosses"),
    ),
    "follow_up": (("follow_up.material", "Material"), ("follow_up.if_late", "A step when late")),
    "goals": (
        ("goals.together", "A goal together"),
        ("goals.marketing", "A goal of marketing"),
        ("goals.sales", "A goal of sales"),
    ),
}
"""Lists that rows can be added to, by section."""


def anchor(path: str) -> str:
    """A path as a name in an address: ``good_lead-points-3``."""
    return re.sub(r"[^a-z0-9_]+", "-", path).strip("-")


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row as it stands in the draft, with what changed, what was said of it and what is wrong with it.

    ``number`` of ``of``: its place in its list, 0 where it is no row of a list.
    """

    row: Row
    change: Change | None
    said: tuple[Said, ...]
    findings: tuple[Finding, ...]
    can_edit: bool
    can_remove: bool
    number: int
    of: int

    @property
    def anchor(self) -> str:
        """The row's name in an address."""
        return anchor(self.row.path)


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section of the draft; ``gone`` are sentences it no longer has, ``adds`` paths and labels of new rows."""

    title: str
    side: str
    key: str
    rows: tuple[DraftRow, ...]
    gone: tuple[Change, ...]
    adds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of the draft: who made it, when, and what it did."""

    number: int
    says: str
    by: str
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft, whole. ``since`` names the version that changes are told against; ``lost`` was said of rows now gone."""

    id: int
    name: str
    state: str
    revision: int
    version_id: int | None
    base_id: int | None
    newer: str
    """The version that came into force since the draft was begun; empty when there is none."""
    since: str
    changed_by: str
    changed_at: datetime
    sections: tuple[DraftSection, ...]
    changes: int
    whole: tuple[Said, ...]
    lost: tuple[Said, ...]
    checked: Checked
    text: str
    revisions: tuple[Revision, ...]
    most_points: int


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in a list."""

    id: int
    name: str
    changed_by: str
    changed_at: datetime
    revision: int


def drafts(actor: Actor) -> list[DraftLine]:
    """The drafts that are being worked on, the last changed first; none for who may not."""
    if not actor.may("draft_pact"):
        return []
    rows = list(PactDraft.objects.filter(state="draft").order_by("-changed_s", "-pk")[:20])
    names = dict(Person.objects.filter(pk__in={row.changed_by_id for row in rows}).values_list("pk", "name"))
    return [
        DraftLine(row.pk, row.name, names.get(row.changed_by_id or 0, ""), _at(row.changed_s), row.revision)
        for row in rows
    ]


def _at(at_s: int) -> datetime:
    return datetime.fromtimestamp(at_s, UTC)


def _row(actor: Actor, draft_id: int) -> PactDraft:
    access.check(actor, "draft_pact")
    row = PactDraft.objects.filter(pk=draft_id).first()
    if row is None:
        raise access.Unknown(f"There is no draft {draft_id}.")
    return row


def text(actor: Actor, draft_id: int) -> tuple[str, str]:
    """The file of a draft, with a name for it. Raises ``Unknown`` and ``Forbidden``."""
    row = _row(actor, draft_id)
    return f"draft-{row.pk}.yaml", row.text


@dataclass(frozen=True, slots=True)
class WholeDraft:
    """A draft with its file, and what it gets wrong or contradicts."""

    id: int
    name: str
    state: str
    revision: int
    text: str
    findings: tuple[PactError | Finding, ...]


def whole(actor: Actor, draft_id: int, now_s: int) -> WholeDraft:
    """A draft with its file, for other programs. Raises ``Unknown`` and ``Forbidden``."""
    row = _row(actor, draft_id)
    checked = check(row.text, f"draft-{row.pk}.yaml", _at(now_s).date())
    found: tuple[PactError | Finding, ...] = (*checked.mistakes, *checked.findings)
    return WholeDraft(row.pk, row.name, row.state, row.revision, row.text, found)


def row_form(actor: Actor, draft_id: int, path: str) -> RowForm:
    """The form of a row, or of a new one at the end of a list. Raises ``NoSuchRow``, ``Unknown`` and ``Forbidden``."""
    return form(_row(actor, draft_id).text, path)


def looked(actor: Actor, draft_id: int, revision: int, path: str, posted: Mapping[str, Sequence[str]]) -> RowForm:
    """A form as typed so far, with its condition in words and its mistakes; nothing is saved. Raises as above."""
    row = _row(actor, draft_id)
    kept = PactRevision.objects.filter(draft_id=draft_id, revision=revision).values_list("text", flat=True).first()
    return unfinished(try_row(kept or row.text, path, posted).form)


def revision_of(actor: Actor, draft_id: int) -> int:
    """The revision at which a draft stands. Raises ``Unknown`` and ``Forbidden``."""
    return _row(actor, draft_id).revision


def said(actor: Actor, draft_id: int) -> tuple[Said, ...]:
    """What was said of a draft. Raises ``Unknown`` and ``Forbidden``."""
    row = _row(actor, draft_id)
    return thread(row.pk, row.version_id)


def place_of(actor: Actor, draft_id: int, path: str) -> tuple[str, str]:
    """The key of a row and the row in words, for what is said of it. Raises as ``row_form``."""
    for section in sections(_pact(_row(actor, draft_id))):
        for row in section.rows:
            if row.path == path:
                return row.key, f"{row.label}: {row.value}"
    raise NoSuchRow(f"There is no row {path} in this draft any more; load the page again.")


def effect(actor: Actor, draft_id: int, now_s: int) -> tuple[Effect, tuple[str, ...]]:
    """What the draft would have done with the leads of the last months, and its rows of points that never held.

    Raises ``Unknown`` and ``Forbidden``.
    """
    pact = _pact(_row(actor, draft_id))
    found = replay.effect(actor, pact, now_s, with_gates=False)
    return found, tuple(pact.good_lead.points[place].label for place in found.never_held)


def _pact(row: PactDraft) -> Pact:
    pact = pact_file.read(row.text).pact
    if pact is None:
        raise NoSuchRow(f"Draft {row.pk} can no longer be read; open it as YAML and mend it.")
    return pact


def page(actor: Actor, draft_id: int, now_s: int) -> DraftPage:
    """A draft, whole. Raises ``Unknown`` and ``Forbidden``."""
    row = _row(actor, draft_id)
    checked = check(row.text, f"draft-{row.pk}.yaml", _at(now_s).date())
    pact = checked.pact
    base = PactVersion.objects.filter(pk=row.base_id or 0).first()
    newer = newer_version(row, now_s) if row.state == "draft" else None
    changes = compare(parsed(base)[0], pact) if base is not None and pact is not None else ()
    said = thread(row.pk, row.version_id)
    parts = sections(pact) if pact is not None else ()
    keys = {each.key for section in parts for each in section.rows}
    made = tuple(_section(each, pact, changes_of(changes, each.key), said, checked) for each in parts if pact)
    people = {person.pk: person for person in Person.objects.filter(pk__in=_people(row))}
    changer = people.get(row.changed_by_id or 0)
    return DraftPage(
        row.pk, row.name, row.state, row.revision, row.version_id, row.base_id,
        f"{newer.name}, version {newer.version}" if newer else "",
        f"{base.name}, version {base.version}" if base else "",
        changer.name if changer else "", _at(row.changed_s), made, sum(len(each.changes) for each in changes),
        tuple(each for each in said if not each.place),
        tuple(each for each in said if each.place and each.place not in keys),
        checked, row.text, _revisions(row, people), most_points(pact) if pact is not None else 0,
    )  # fmt: skip


def changes_of(changes: Sequence[Changes], key: str) -> tuple[Change, ...]:
    """The changes of one section."""
    return next((each.changes for each in changes if each.key == key), ())


def _people(row: PactDraft) -> set[int]:
    ids = PactRevision.objects.filter(draft_id=row.pk).order_by("-revision").values_list("by_id", flat=True)
    return {each for each in (*ids[:_REVISIONS], row.changed_by_id) if each is not None}


def _revisions(row: PactDraft, people: dict[int, Person]) -> tuple[Revision, ...]:
    found = PactRevision.objects.filter(draft_id=row.pk).order_by("-revision").defer("text")[:_REVISIONS]
    return tuple(
        Revision(
            each.revision,
            each.says,
            people[each.by_id].name if each.by_id in people else "",
            people[each.by_id].side if each.by_id in people else "system",
            _at(each.at_s),
        )
        for each in found
    )


def _section(
    section: Section, pact: Pact, changes: tuple[Change, ...], said: tuple[Said, ...], checked: Checked
) -> DraftSection:
    by_key = {each.after.key: each for each in changes if each.after is not None}
    counts = _counts(section)
    rows = tuple(
        DraftRow(
            row,
            by_key.get(row.key),
            tuple(each for each in said if each.place == row.key),
            tuple(each for each in checked.findings if each.path == row.path or each.path.startswith(f"{row.path}.")),
            form_of(None, pact, row.path) is not None or _is_listed(row.path) or whole_at(row.path) is not None,
            _is_listed(row.path) or row.path.startswith("fields."),
            *_place(row.path, counts),
        )
        for row in section.rows
    )
    lists = tuple((f"{path}[{counts.get(path, 0) + 1}]", label) for path, label in _adds(section))
    adds = (*lists, *_other_adds(section, pact))
    gone = tuple(each for each in changes if each.after is None)
    return DraftSection(section.title, section.side, section.key, rows, gone, adds)


def _adds(section: Section) -> tuple[tuple[str, str], ...]:
    if section.key.endswith(".touch"):
        return ((f"{section.key.removesuffix('.touch')}.lanes", "A lane"),)
    return _ADDS.get(section.key, ())


def _other_adds(section: Section, pact: Pact) -> tuple[tuple[str, str], ...]:
    """What may be put in that is no row of a list: a place of the pact that says nothing yet, and a field."""
    if section.key == "together":
        return (("order", "A place among several pacts"),) if pact.order is None else ()
    if section.key == "own":
        return ((f"fields.{NEW}", "A field"), *((("words", "Words"),) if not pact.words else ()))
    return ()


def _is_listed(path: str) -> bool:
    return _LIST.fullmatch(path) is not None


def _counts(section: Section) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in section.rows:
        found = _LIST.fullmatch(row.path)
        if found:
            counts[found[1]] = max(counts.get(found[1], 0), int(found[2]))
    return counts


def _place(path: str, counts: dict[str, int]) -> tuple[int, int]:
    found = _LIST.fullmatch(path)
    return (int(found[2]), counts[found[1]]) if found else (0, 0)
