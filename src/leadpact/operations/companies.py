"""Companies that are one: found by name and web domain, made one, and parted again.

Nothing is moved and no word is changed. Each lead of the company that goes gets a fact that names the other one; its
name leads new leads to the other one too. Parting mends these facts, so that every lead is where it was; what came in
since under the name goes with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from leadpact.evidence.companies import Firm, alike
from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Account, CompanyPair, Lead
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.rules.facts import SAME_COMPANY, Fact
from leadpact.rules.identity import FREE_MAIL
from leadpact.rules.lead import valid

MOSTLY = 0.5
"""A web domain is a company's when at least this share of its leads with an address of their own have it."""


class NotOne(ValueError):
    """Two companies cannot be made one, or one cannot be parted; the message says why and what to do."""


class Moved(NamedTuple):
    """What was done: the company that leads went from, the one they went to, and how many they are."""

    from_id: int
    to_id: int
    leads: int


def look(*, actor: Actor) -> int:
    """Look through all companies that have leads for such as are one. Gives how many pairs are to be decided.

    What people said of a pair stands; pairs that nobody decided and that look alike no more are dropped.
    """
    access.check(actor, "merge_leads")
    domains = _domains()
    rows = [
        (pk, Firm(name, domains[pk]))
        for pk, name in Account.objects.filter(same_as_id=None).order_by("pk").values_list("pk", "name").iterator()
        if pk in domains
    ]
    found = {(rows[pair.one][0], rows[pair.other][0]): pair for pair in alike([firm for _, firm in rows])}
    known = {(pair.one_id, pair.other_id): pair for pair in CompanyPair.objects.all()}
    gone = [pair.pk for ids, pair in known.items() if pair.state == "open" and ids not in found]
    fresh, changed = [], []
    for (one_id, other_id), told in found.items():
        pair = known.get((one_id, other_id))
        if pair is None:
            pair = CompanyPair(one_id=one_id, other_id=other_id)
            fresh.append(pair)
        elif pair.state == "open":
            changed.append(pair)
        pair.level, pair.name, pair.domain = told.level, told.name, told.domain
    with transaction.atomic():
        for part in reader.chunks(gone):
            CompanyPair.objects.filter(pk__in=part, state="open").delete()
        CompanyPair.objects.bulk_create(fresh, batch_size=500, ignore_conflicts=True)
        CompanyPair.objects.bulk_update(changed, ["level", "name", "domain"], batch_size=500)
    return CompanyPair.objects.filter(state="open").count()


def _domains() -> dict[int, str]:
    """The web domain of each company that has leads; empty where their addresses tell none."""
    told: dict[int, Counter[str]] = defaultdict(Counter)
    leads = Lead.objects.filter(account_id__isnull=False, merged_into_id=None).values_list("account_id", "email")
    for account_id, email in leads.iterator():
        own = told[account_id or 0]
        domain = (email or "").rpartition("@")[2].casefold()
        if domain and domain not in FREE_MAIL:
            own[domain] += 1
    return {account_id: _most(own) for account_id, own in told.items()}


def _most(own: Counter[str]) -> str:
    if not own:
        return ""
    domain, count = own.most_common(1)[0]
    return domain if count >= MOSTLY * own.total() else ""


def decide(*, actor: Actor, pair_id: int, is_one: bool, now_s: int) -> Moved | None:
    """Say whether a pair is one company. None where they are two, which is remembered. Raises as ``join``."""
    access.check(actor, "merge_leads")
    pair = CompanyPair.objects.filter(pk=pair_id, state="open").first()
    if pair is None:
        raise NotOne("This pair was decided already, or its companies look alike no more.")
    if is_one:
        counts = {each: Lead.objects.filter(account_id=each).count() for each in (pair.one_id, pair.other_id)}
        stays, goes = sorted(counts, key=lambda each: (-counts[each], each))
        return join(actor=actor, account_id=goes, into_id=stays, now_s=now_s)
    _check_may(actor, Lead.objects.filter(account_id__in=(pair.one_id, pair.other_id)))
    pair.state, pair.by_id, pair.at_s = "apart", actor.id, now_s
    pair.save()
    return None


def join(*, actor: Actor, account_id: int, into_id: int, now_s: int) -> Moved:
    """Make a company one with another, which stays. Raises ``NotOne`` and what ``access`` raises."""
    access.check(actor, "merge_leads")
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        goes, into = _root(account_id), _root(into_id)
        if goes.pk == into.pk:
            raise NotOne("These are one company already. Part them on the page of duplicates if they are two.")
        leads = list(Lead.objects.filter(account_id=goes.pk))
        _check_may(actor, [*leads, *Lead.objects.filter(account_id=into.pk)])
        book.append([_named(lead, into.pk, actor, now_s) for lead in leads])
        Account.objects.filter(Q(pk=goes.pk) | Q(same_as_id=goes.pk)).update(same_as_id=into.pk)
        CompanyPair.objects.filter(Q(one_id=goes.pk) | Q(other_id=goes.pk), state="open").delete()
        _rescore(book, (into.pk,))
    return Moved(goes.pk, into.pk, len(leads))


def part(*, actor: Actor, account_id: int, now_s: int) -> Moved:
    """Give a company back that was made one with another. Leads that got another company since keep that.

    Raises ``NotOne`` where it stands for itself, and what ``access`` raises.
    """
    access.check(actor, "merge_leads")
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        account = _account(account_id)
        into_id = account.same_as_id
        if into_id is None:
            raise NotOne(f"{account.name} stands for itself; there is nothing to part.")
        leads = list(Lead.objects.filter(account_id=into_id))
        _check_may(actor, leads)
        drafts: dict[str, Draft] = {}
        again: list[Draft] = []
        count = 0
        told = reader.facts_of([lead.pk for lead in leads])
        for lead in leads:
            facts = valid(told[lead.pk])
            if not _belongs(lead, facts, account):
                continue
            count += 1
            drafts |= {fact.id: _mended(fact, actor, now_s) for fact in facts if _says_same(fact)}
            if _company(fact for fact in facts if not _says_same(fact)) != account.pk:
                again.append(_named(lead, account.pk, actor, now_s))
        Account.objects.filter(pk=account.pk).update(same_as_id=None)
        book.append([*drafts.values(), *again])
        _rescore(book, (into_id, account.pk))
    return Moved(into_id, account.pk, count)


def _belongs(lead: Lead, facts: Sequence[Fact], account: Account) -> bool:
    """Whether a lead was the company's when it was made one with another, or came since under its name."""
    first = min((fact.seq for fact in facts if _says_same(fact)), default=None)
    if first is not None and _company(fact for fact in facts if fact.seq < first) == account.pk:
        return True
    return " ".join((lead.company or "").split()).casefold()[:300] == account.key


def _company(facts: Iterable[Fact]) -> int | None:
    return next((fact.account_id for fact in reversed(list(facts)) if fact.account_id is not None), None)


def _says_same(fact: Fact) -> bool:
    return fact.kind == "captured" and fact.source_system == SAME_COMPANY


def _named(lead: Lead, account_id: int, actor: Actor, now_s: int) -> Draft:
    """That the lead belongs to this company. It was so all the time, so nothing happens anew with the lead."""
    fact = Fact(
        0, "", "captured", lead.last_s, now_s, lead_id=lead.pk, account_id=account_id, by_id=actor.id,
        side=_side(actor), channel="hand", source_system=SAME_COMPANY,
    )  # fmt: skip
    return Draft(fact)


def _mended(fact: Fact, actor: Actor, now_s: int) -> Draft:
    mended = Fact(0, "", "corrected", now_s, now_s, lead_id=fact.lead_id, by_id=actor.id, side=_side(actor))
    return Draft(mended._replace(corrects_id=fact.id))


def _side(actor: Actor) -> str:
    return actor.side if actor.side in ("marketing", "sales") else "system"


def _rescore(book: Book, account_ids: Iterable[int]) -> None:
    if book.scorer is not None and book.scorer.asks_company:
        book.rescore_companies(set(account_ids))


def _account(account_id: int) -> Account:
    account = Account.objects.filter(pk=account_id).first()
    if account is None:
        raise access.Unknown(f"There is no company {account_id}.")
    return account


def _root(account_id: int) -> Account:
    account = _account(account_id)
    return account if account.same_as_id is None else _account(account.same_as_id)


def _check_may(actor: Actor, leads: Iterable[Lead]) -> None:
    """Raise ``Forbidden`` unless the actor may say of all these leads whose they are."""
    if not all(access.may_touch(actor, "merge_leads", lead) for lead in leads):
        raise access.Forbidden("Some leads of these companies are not yours. Ask somebody of marketing or a head.")
