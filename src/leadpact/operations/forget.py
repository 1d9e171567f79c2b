"""Forgetting a person on request: their words go from every table and file, the countable facts stay."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, cast

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from leadpact.ledger import access, forgotten, reader, visits
from leadpact.ledger.access import Actor
from leadpact.ledger.models import (
    Account,
    HeldEntry,
    ImportRun,
    Job,
    Lead,
    LeadKey,
    MailIn,
    MeasureResult,
    PactComment,
    PersonValue,
)
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.statements import hand
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import mails
from leadpact.rules import consent
from leadpact.rules.facts import Fact
from leadpact.rules.identity import Key, KeyKind

log = logging.getLogger("leadpact.forget")
GONE = "(forgotten)"
SHORTEST = 6
"""A text of fewer signs is not looked for in files and comments: it would be found in other words."""
LOOKED_THROUGH: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (PactComment, ("text", "about")),
    (Job, ("error",)),
    (MeasureResult, ("body",)),
    (ImportRun, ("file_name",)),
    (MailIn, ("sender", "sender_name", "subject", "words")),
)
"""Tables with texts of people's own in which somebody may be named."""


@dataclass
class Report:
    """What was done, in counts. ``by_hand`` names what people have to look at themselves."""

    lead_ids: tuple[int, ...]
    roots: tuple[int, ...] = ()
    """Those of them that stand for themselves: a merged one goes with its survivor."""
    words: int = 0
    keys: int = 0
    companies: int = 0
    texts: int = 0
    files: int = 0
    lines: int = 0
    facts_kept: int = 0
    marks: int = 0
    by_hand: tuple[str, ...] = field(default=())

    def sentences(self) -> list[str]:
        """The report as sentences."""
        said = [
            (
                f"Deleted {_many(self.words, 'personal text')} and {_many(self.keys, 'mark')} (address, number, id) "
                f"of {_many(len(self.lead_ids), 'lead')}."
            ),
            f"Kept {_many(self.facts_kept, 'countable fact')} that name nobody; every figure stays as it was.",
            f"Kept {_many(self.marks, 'digest')} so that no file or system brings the person in again.",
        ]
        if self.companies:
            said.append(f"Took the name from {_many(self.companies, 'company', 'companies')} that had no other lead.")
        if self.texts:
            said.append(f"Blotted out the person in {_many(self.texts, 'comment or note', 'comments and notes')}.")
        if self.files:
            said.append(f"Took {_many(self.lines, 'line')} out of {_many(self.files, 'file')} of imports.")
        return said + [f"Please do by hand: {each}" for each in self.by_hand]


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count:,} {one}" if count == 1 else f"{count:,} {more or one + 's'}"


BY_HAND = (
    "backups made before today still hold the person; restoring one here forgets them again. Delete old copies.",
    "files that were exported, and the systems the lead came from, are yours to clean.",
)


class Because(NamedTuple):
    """Why people are forgotten that did not ask for it, as the fact says it: the reason and the pact that agreed it."""

    reason: str
    pact_id: int
    pact_version: int


def forget(*, actor: Actor, lead_id: int, now_s: int) -> Report:
    """Delete everything personal of a lead, and of those merged with it. Gives what was done.

    A follow-up that runs ends. Doing it twice changes nothing. Raises what ``access`` raises.
    """
    access.lead(actor, "forget_person", lead_id)
    report = _forget(actor, lambda: [reader.root(lead_id)], None, now_s)
    settle()
    return report


def forget_many(
    *, lead_ids: Sequence[int], because: Because, still: Callable[[Sequence[int]], Sequence[int]], now_s: int
) -> Report:
    """The same for several leads at once, none of them merged into another, by the timetable.

    ``still`` says which of them are to be forgotten when the ledger is locked. ``settle`` is the caller's to call.
    """
    return _forget(access.SYSTEM, lambda: still(lead_ids), because, now_s)


def _forget(actor: Actor, asked: Callable[[], Sequence[int]], because: Because | None, now_s: int) -> Report:
    _secure()
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        roots = tuple(asked())
        families = {root: tuple(sorted(reader.family([root]))) for root in roots}
        lead_ids = tuple(sorted(each for family in families.values() for each in family))
        report = Report(lead_ids, roots, by_hand=BY_HAND)
        if not roots:
            return report
        terms = _terms(lead_ids)
        keys = {root: _keys(family) for root, family in families.items()}
        if because is not None:
            keys = {root: _surest(own) for root, own in keys.items()}
        report.marks = forgotten.keep(keys, now_s, by_age=because is not None)
        _delete(book, lead_ids, report, _erased(actor, because, now_s))
        report.texts = mails.forget(lead_ids) + _blot_out(terms) + _drop_held(terms)
    report.files, report.lines = _clean_files(terms)
    return report


def forget_again(*, now_s: int) -> list[Report]:
    """Forget whoever the marks say was forgotten and is there all the same, as after restoring an older copy."""
    forgotten.write(mark for mark in forgotten.filed() if mark not in set(forgotten.kept()))
    known = forgotten.Forgotten()
    if not known:
        return []
    rows = LeadKey.objects.values_list("kind", "system", "value", "lead_id").iterator(5000)
    last = dict(Lead.objects.values_list("pk", "last_s").iterator(5000))
    into = reader.roots(Lead.objects.filter(merged_into_id__isnull=False).values_list("pk", flat=True))
    found = {
        lead_id
        for kind, system, value, lead_id in rows
        if known.why([Key(cast("KeyKind", kind), system, value)], last.get(into.get(lead_id, lead_id), 0)) is not None
    }
    return [forget(actor=access.SYSTEM, lead_id=lead_id, now_s=now_s) for lead_id in sorted(found)]


def _keys(lead_ids: Sequence[int]) -> list[Key]:
    rows = LeadKey.objects.filter(lead_id__in=lead_ids).exclude(kind="deal").values_list("kind", "system", "value")
    return [Key(cast("KeyKind", kind), system, value) for kind, system, value in rows]


def _surest(keys: Sequence[Key]) -> list[Key]:
    """The marks that are one person's own: a phone number may be that of a whole company."""
    return [key for key in keys if key.kind != "phone"] or list(keys)


def _drop_held(terms: Sequence[str]) -> int:
    """Delete entries of forms that are held back and name the person. Gives how many."""
    low = [term.casefold() for term in terms]
    rows = HeldEntry.objects.values_list("pk", "values").iterator(500)
    found = [pk for pk, told in rows if any(term in json.dumps(told, ensure_ascii=False).casefold() for term in low)]
    return HeldEntry.objects.filter(pk__in=found).delete()[0] if found else 0


def _terms(lead_ids: Sequence[int]) -> list[str]:
    """The texts by which the person is named: addresses, numbers and the whole name, longest first."""
    rows = PersonValue.objects.filter(lead_id__in=lead_ids, field__in=("email", "phone", "name"))
    found = {text.strip() for text in rows.values_list("text", flat=True)}
    found |= set(
        LeadKey.objects.filter(lead_id__in=lead_ids, kind__in=("email", "phone")).values_list("value", flat=True)
    )
    return sorted((term for term in found if len(term) >= SHORTEST), key=len, reverse=True)


def _erased(actor: Actor, because: Because | None, now_s: int) -> Fact:
    """What the ledger says of somebody who is forgotten."""
    fact = Fact(0, "", "erased", now_s, 0, by_id=actor.id)
    return fact if because is None else fact._replace(**because._asdict())


def _delete(book: Book, lead_ids: Sequence[int], report: Report, erased: Fact) -> None:
    told = book.facts_of(lead_ids)
    report.facts_kept = len({fact.seq for facts in told.values() for fact in facts})
    report.words, _ = PersonValue.objects.filter(lead_id__in=lead_ids).delete()
    report.keys, _ = LeadKey.objects.filter(lead_id__in=lead_ids).exclude(kind="deal").delete()
    for lead_id in lead_ids:
        visits.forget(lead_id)
    leads = {lead.pk: lead for lead in Lead.objects.filter(pk__in=lead_ids)}
    account_ids = {lead.account_id for lead in leads.values() if lead.account_id is not None}
    drafts = []
    for each, lead in leads.items():
        if any(fact.kind == "erased" and fact.lead_id == each for fact in told[each]):
            continue
        drafts.append(Draft(erased._replace(lead_id=each)))
        if lead.state in consent.WITH_SALES:
            left = consent.left_alone(each, erased.occurred_s, by_id=erased.by_id)
            drafts.append(Draft(left._replace(reason="forgotten")))
    book.append(drafts)
    report.companies = sum(_take_name(account_id) for account_id in account_ids | _known_as(leads.values()))


def _known_as(leads: Iterable[Lead]) -> set[int]:
    """The companies of these names that were made one with another, where no other lead gave that name."""
    found = set()
    for lead in leads:
        name = " ".join((lead.company or "").split())
        same = Account.objects.filter(key=name.casefold()[:300], same_as_id__isnull=False).first() if name else None
        if same is not None and not Lead.objects.filter(account_id=same.same_as_id, company__iexact=name).exists():
            found.add(same.pk)
    return found


def _take_name(account_id: int) -> bool:
    """Take the name from a company without any other lead that still has words: it may be the person's own name."""
    others = Lead.objects.filter(account_id=account_id).exclude(name=None, company=None, email=None, phone=None)
    account = Account.objects.filter(pk=account_id).first()
    if account is None or others.exists() or account.owner_id is not None:
        return False
    gone = f"{GONE} {account_id}"
    if account.name == gone:
        return False
    Account.objects.filter(pk=account_id).update(name=gone, key=gone, values={})
    return True


def _blot_out(terms: Sequence[str]) -> int:
    """Replace the person in texts that people wrote. Gives how many texts."""
    changed = 0
    for model, columns in LOOKED_THROUGH:
        for column in columns:
            for term in terms:
                for row in model.objects.filter(**{f"{column}__icontains": term}):
                    setattr(row, column, _without(getattr(row, column), [term]))
                    row.save(update_fields=[column])
                    changed += 1
    for job in Job.objects.all():
        text = json.dumps(job.arguments, ensure_ascii=False)
        if _names(text, terms):
            Job.objects.filter(pk=job.pk).update(arguments=_deep_without(job.arguments, terms))
            changed += 1
    return changed


def _names(text: str, terms: Iterable[str]) -> bool:
    folded = text.casefold()
    return any(term.casefold() in folded for term in terms)


def _without(text: str, terms: Iterable[str]) -> str:
    for term in terms:
        start = text.casefold().find(term.casefold())
        while start >= 0:
            text = f"{text[:start]}{GONE}{text[start + len(term) :]}"
            start = text.casefold().find(term.casefold(), start + len(GONE))
    return text


def _deep_without(value: Any, terms: Sequence[str]) -> Any:
    if isinstance(value, str):
        return _without(value, terms)
    if isinstance(value, dict):
        return {key: _deep_without(child, terms) for key, child in value.items()}
    return [_deep_without(child, terms) for child in value] if isinstance(value, list) else value


def _clean_files(terms: Sequence[str]) -> tuple[int, int]:
    """Take the lines that name the person out of the files that imports left in the home folder."""
    files = lines = 0
    folder = Path(settings.HOME) / "imports"
    if not terms or not folder.is_dir():
        return 0, 0
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and not each.is_symlink()):
        gone = _clean(path, terms)
        files, lines = files + bool(gone), lines + gone
    return files, lines


def _clean(path: Path, terms: Sequence[str]) -> int:
    """Write a file anew without the lines that name the person; one that is no text goes whole."""
    try:
        rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    except (UnicodeDecodeError, OSError):
        raw = path.read_bytes()
        if not any(term.encode() in raw for term in terms):
            return 0
        path.unlink()
        return 1
    folded = "".join(rows).casefold()
    named = [term for term in terms if term.casefold() in folded]  # Looking once saves looking in every line.
    left = [row for row in rows if not _names(row, named)]
    if len(left) == len(rows):
        return 0
    half = path.with_name(f".{path.name}.part")
    half.write_text("".join(left), encoding="utf-8")
    half.chmod(0o600)
    half.replace(path)
    return len(rows) - len(left)


def _secure() -> None:
    """Have SQLite overwrite what it deletes."""
    if connection.vendor == "sqlite":
        with hand() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def settle() -> None:
    """Clear what the database keeps of rows that were deleted, when the transaction around is over."""
    transaction.on_commit(_settle)


def _settle() -> None:
    """Clear what the database keeps of deleted rows; where somebody reads meanwhile, it is cleared later by itself."""
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            elif connection.get_autocommit():
                cursor.execute("VACUUM person_values, lead_keys, leads")
    except DatabaseError as error:
        log.info("Deleted rows are cleared later: %s", error)
