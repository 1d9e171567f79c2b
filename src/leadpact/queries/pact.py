"""The pact as a page: what both teams promised, in words, with who signed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from leadpact.connectors.pact_file_checks import Checked, check
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import PactVersion, Person
from leadpact.ledger.rulebook import in_force, parsed
from leadpact.ledger.writer import company_zone
from leadpact.queries.pact_comments import Said, thread
from leadpact.rules.pact import EXPIRES_AFTER_S, Pact
from leadpact.rules.pact_compare import Changes, compare
from leadpact.rules.pact_words import Row, Section, sections

_FIRST = ("together", "good_lead")
__all__ = ["Changes", "PactPage", "Row", "Section", "VersionLine", "sections"]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list: its state in one word, and who signed when."""

    id: int
    name: str
    version: int
    state: str
    proposed_by: str
    proposed_at: datetime
    marketing: str
    sales: str
    effective_at: datetime | None
    note: str
    marketing_at: datetime | None = None
    sales_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PactPage:
    """One version, readable by both teams."""

    line: VersionLine
    vision: str
    teams: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    text: str
    can_sign: bool
    signs_for: str
    against: VersionLine | None
    """The version that the changes are told against: the one in force, or the one before."""
    changes: tuple[Changes, ...]
    said: tuple[Said, ...]
    checked: Checked
    expires_at: datetime | None
    can_withdraw: bool
    draft_id: int | None
    today: date
    """The company's day, from which a version can hold at the earliest."""

    @property
    def first(self) -> tuple[Section, ...]:
        """What both agreed on before anything else: the aim, and what a good lead is."""
        return tuple(each for each in self.sections if each.key in _FIRST)

    @property
    def beside(self) -> tuple[tuple[str, tuple[Section, ...]], ...]:
        """The rest in columns side by side: what marketing promises, with what both agreed on; what sales promises."""
        rest = [each for each in self.sections if each.key not in _FIRST]
        sides: dict[str, list[Section]] = {"marketing": [], "sales": []}
        for each in sorted(rest, key=lambda section: section.side == "both"):
            sides["sales" if each.side == "sales" else "marketing"].append(each)
        return tuple((side, tuple(found)) for side, found in sides.items())


def versions(actor: Actor, now_s: int) -> list[VersionLine]:
    """All versions, the newest first. Raises ``Forbidden``."""
    access.check(actor, "see_pact")
    rows = list(PactVersion.objects.order_by("-proposed_s", "-pk"))
    held = {each.id for each in in_force(now_s)}
    names = _names(rows)
    return [_line(row, held, names, now_s) for row in rows]


def current_id(now_s: int) -> int | None:
    """The version to show first: the one in force, else the newest proposed."""
    held = in_force(now_s)
    if held:
        return held[0].id
    newest = PactVersion.objects.order_by("-proposed_s", "-pk").first()
    return newest.pk if newest else None


def id_of_version(actor: Actor, version: int, now_s: int) -> int:
    """The version of that number, of the pact in force when several pacts have it. Raises ``Unknown``."""
    access.check(actor, "see_pact")
    names = [held.pact.name for held in in_force(now_s)]
    rows = list(PactVersion.objects.filter(version=version).values_list("name", "pk"))
    if not rows:
        raise access.Unknown(f"There is no version {version} of the pact; the page Pact lists them.")
    return min(rows, key=lambda row: (names.index(row[0]) if row[0] in names else len(names), row[1]))[1]


def page(actor: Actor, pact_id: int, now_s: int) -> PactPage:
    """One version as a page. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    pact, _card = parsed(row)
    before = _before(row, now_s)
    rows = [row] if before is None else [row, before]
    held, names = {each.id for each in in_force(now_s)}, _names(rows)
    line = _line(row, held, names, now_s)
    side = actor.side
    verb = {"marketing": "sign_for_marketing", "sales": "sign_for_sales"}.get(side)
    is_open = row.state == "proposed"
    can_sign = is_open and verb is not None and actor.may(verb) and getattr(row, f"{side}_signed_s") is None
    return PactPage(
        line,
        pact.vision,
        pact.teams,
        sections(pact),
        row.text,
        can_sign,
        side if can_sign else "",
        None if before is None else _line(before, held, names, now_s),
        () if before is None else compare(parsed(before)[0], pact),
        thread(row.draft_id, row.pk) if actor.may("comment_pact") else (),
        check(row.text, f"pact-{row.version}.yaml", _at(now_s).date()) if is_open else Checked(pact, (), ()),
        _at(row.proposed_s + EXPIRES_AFTER_S) if is_open else None,
        is_open and actor.may("withdraw_pact"),
        row.draft_id,
        datetime.fromtimestamp(now_s, company_zone()).date(),
    )


def _before(row: PactVersion, now_s: int) -> PactVersion | None:
    """The version that this one is compared with: the one in force for one still to come, else the one it replaced."""
    of_name = PactVersion.objects.filter(name=row.name).exclude(pk=row.pk)
    is_coming = row.effective_s is None or row.effective_s > now_s
    signed = of_name.filter(effective_s__lte=now_s if is_coming else row.effective_s or 0)
    if not is_coming:
        signed = signed.exclude(effective_s=row.effective_s, version__gt=row.version)
    return signed.order_by("-effective_s", "-version").first()


def version_of(actor: Actor, pact_id: int, now_s: int) -> tuple[VersionLine, Pact]:
    """A version in the list, with what it says. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    line = _line(row, {each.id for each in in_force(now_s)}, _names([row]), now_s)
    return line, parsed(row)[0]


def text(actor: Actor, pact_id: int) -> tuple[str, str]:
    """The file of a version, with a name for it. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    return f"pact-{row.version}.yaml", row.text


def _names(rows: list[PactVersion]) -> dict[int, str]:
    ids = {
        person
        for row in rows
        for person in (row.proposed_by_id, row.marketing_signed_by_id, row.sales_signed_by_id)
        if person is not None
    }
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))


def _at(at_s: int) -> datetime:
    return datetime.fromtimestamp(at_s, UTC)


def _line(row: PactVersion, held: set[int], names: dict[int, str], now_s: int) -> VersionLine:
    if row.pk in held:
        state = "in force"
    elif row.state == "signed":
        state = "takes effect" if (row.effective_s or 0) > now_s else "replaced"
    else:
        state = row.state
    return VersionLine(
        row.pk,
        row.name,
        row.version,
        state,
        names.get(row.proposed_by_id or 0, ""),
        _at(row.proposed_s),
        names.get(row.marketing_signed_by_id or 0, "") if row.marketing_signed_s else "",
        names.get(row.sales_signed_by_id or 0, "") if row.sales_signed_s else "",
        _at(row.effective_s) if row.effective_s else None,
        row.note,
        _at(row.marketing_signed_s) if row.marketing_signed_s else None,
        _at(row.sales_signed_s) if row.sales_signed_s else None,
    )
