"""Very many simple but complete leads, written fast and in flat memory, to measure pages and figures on."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from django.db import transaction

from leadpact.demo import company
from leadpact.demo.names import CAMPAIGNS, COUNTRIES, TITLES_HIGH, TITLES_LOW, TRADES, Names
from leadpact.demo.truth import TRUTH
from leadpact.demo.year import Progress
from leadpact.ledger.models import Account
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.rules import clock, sla
from leadpact.rules.facts import Fact
from leadpact.rules.identity import Key

DAY_S = 86_400
DAYS = 730
BATCH = 1_000
LEADS_OF_AN_ACCOUNT = 5
ENDS = (
    ("new", 50), ("gave_up", 20), ("recycled", 6), ("queued", 3), ("handed_over", 2), ("accepted", 3), ("deal", 2),
    ("lost", 9), ("won", 5),
)  # fmt: skip
"""What becomes of the leads, in shares of 100."""
OPEN_MOST = 60
"""So many leads a salesperson has open at most: what six weeks of ten a week leave."""
NO_STEPS = '{"late":[]}'
"""The clocks of these leads ask for no reminders, so that a worker finds nothing to do."""


class Scene(NamedTuple):
    """What all leads of a run share."""

    rng: Random
    staff: company.Staff
    held: InForce
    rules: Rulebook
    people: list[tuple[str, str, str]]
    """Names, job titles and countries to choose from."""
    now_s: int
    room: dict[int, int]
    """How many more leads each salesperson can have open: the pact lets nobody drown, however many leads there are."""


def bulk(leads: int, now_s: int, seed: int = 7, progress: Progress | None = None) -> None:
    """Set the demo company up in an empty ledger and write so many leads of the last two years.

    Memory does not grow with their number. Raises ``NotEmpty`` when there is a company already.
    """
    company.check_empty()
    rng = Random(seed)
    start_s = now_s - DAYS * DAY_S
    with transaction.atomic():
        staff = company.move_in(rng, company.ORDINARY_LEADS, start_s - 3 * DAY_S, now_s)
        company.agree(staff, "second", company.ORDINARY_LEADS, start_s - DAY_S, now_s)
    rules = Rulebook(now_s)
    room = {seller.id: OPEN_MOST for seller in staff.sellers}
    scene = Scene(rng, staff, rules.main(), rules, _people(rng), now_s, room)
    for begun in range(0, leads, BATCH):
        count = min(BATCH, leads - begun)
        with recording(now_s, scorer=rules) as book:
            _write(book, scene, begun, count)
        if progress is not None:
            progress(begun + count, leads, "leads written")


def _people(rng: Random) -> list[tuple[str, str, str]]:
    names = Names(rng)
    chosen = rng.choices(COUNTRIES, [country.share for country in COUNTRIES], k=2_000)
    return [(names.person(each), rng.choice(TITLES_HIGH + TITLES_LOW), each.code) for each in chosen]


def _write(book: Book, scene: Scene, begun: int, count: int) -> None:
    drafts: list[Draft] = []
    keys: list[tuple[Key, int]] = []
    ends = scene.rng.choices([name for name, _ in ENDS], [share for _, share in ENDS], k=count)
    accounts = _accounts(scene, begun, count)
    for number, end in enumerate(ends):
        lead_id = book.new_lead_id()
        account = accounts[number // LEADS_OF_AN_ACCOUNT]
        captured_s = scene.now_s - scene.rng.randrange(30 * DAY_S, DAYS * DAY_S)
        base = Fact(0, "", "", captured_s, 0, lead_id=lead_id, account_id=account.pk)
        drafts += _captured(scene, base, account.name)
        drafts += _ENDED[end](book, scene, base)
        keys.append((Key("external", "bulk", f"b-{lead_id}"), lead_id))
    book.append(drafts, keys)


def _accounts(scene: Scene, begun: int, count: int) -> list[Account]:
    rng = scene.rng
    numbers = range(begun, begun + count, LEADS_OF_AN_ACCOUNT)
    names = [f"Company {number:,} {rng.choice(rng.choice(_TRADES))}" for number in numbers]
    return Account.objects.bulk_create([Account(name=name, key=name.casefold()) for name in names])


_TRADES = tuple(TRADES.values())


def _captured(scene: Scene, base: Fact, account: str) -> list[Draft]:
    """A lead is heard of, with who it is, and looks at something."""
    rng = scene.rng
    source = rng.choice(TRUTH.sources).code
    name, title, country = rng.choice(scene.people)
    described = base._replace(kind="described", side="buyer")
    drafts = [
        Draft(base._replace(kind="captured", side="buyer", channel="web", source=source, campaign=CAMPAIGNS[source][0],
                            source_system="bulk", external_id=f"b-{base.lead_id}")),
        Draft(described._replace(field="name", value_code="known"), name),
        Draft(described._replace(field="company", value_code="known"), account),
        Draft(described._replace(field="country", value_code=country)),
    ]  # fmt: skip
    if rng.random() < 0.4:
        drafts.append(Draft(described._replace(field="job_title", value_code="known"), title))
    if rng.random() < 0.4:
        drafts.append(Draft(base._replace(kind="form_filled", side="buyer", field="demo")))
    return drafts


def _lately(scene: Scene, base: Fact) -> Fact:
    """The same lead some days before now, judged by the pact."""
    at_s = scene.now_s - scene.rng.randrange(DAY_S // 4, 20 * DAY_S)
    step = scene.held.step
    return base._replace(
        occurred_s=at_s, pact_id=scene.held.id, pact_version=scene.held.pact.version, step=step.name,
        lane=step.lanes[-1].name, points=scene.rng.randint(60, 95),
    )  # fmt: skip


def _qualified(scene: Scene, base: Fact) -> Draft:
    return Draft(base._replace(kind="qualified", side="marketing", by_id=scene.rng.choice(scene.staff.marketers).id))


def _new(_book: Book, _scene: Scene, _base: Fact) -> list[Draft]:
    return []


def _gave_up(_book: Book, scene: Scene, base: Fact) -> list[Draft]:
    by_id = scene.rng.choice(scene.staff.marketers).id
    at_s = base.occurred_s + 20 * DAY_S
    return [Draft(base._replace(kind="gave_up", side="marketing", occurred_s=at_s, by_id=by_id, reason="silent"))]


def _recycled(_book: Book, scene: Scene, base: Fact) -> list[Draft]:
    wakes_s = scene.now_s + scene.rng.randrange(DAY_S, 80 * DAY_S)
    at_s = base.occurred_s + 20 * DAY_S
    return [Draft(base._replace(kind="recycled", occurred_s=at_s, reason="too_early", due_s=wakes_s))]


def _queued(_book: Book, scene: Scene, base: Fact) -> list[Draft]:
    lately = _lately(scene, base)
    due_s = lately.occurred_s + 14 * DAY_S
    waits = lately._replace(kind="queued", reason="capacity", due_s=due_s, payload=NO_STEPS)
    return [_qualified(scene, lately), Draft(waits)]


def _handed_over(book: Book, scene: Scene, base: Fact) -> list[Draft]:
    """Handed over while somebody has room; else it waits like the others."""
    free = [seller_id for seller_id, room in scene.room.items() if room]
    if not free:
        return _queued(book, scene, base)
    seller_id = scene.rng.choice(free)
    scene.room[seller_id] -= 1
    return _handed(scene, _lately(scene, base), seller_id)


def _handed(scene: Scene, at: Fact, seller_id: int) -> list[Draft]:
    calendar = scene.rules.calendar(seller_id, scene.held)
    step = scene.held.step
    first_s = sla.start(calendar, at.occurred_s, step.lanes[-1].first_touch)
    answer_s = sla.start(calendar, at.occurred_s, step.answer)
    by_id = scene.rng.choice(scene.staff.marketers).id
    handed = at._replace(
        kind="handed_over", side="marketing", person_id=seller_id, by_id=by_id, due_s=first_s, reason="round_robin",
        payload=NO_STEPS,
    )  # fmt: skip
    promised = handed._replace(kind="promised", side="system", field="answer", due_s=answer_s, reason=None, points=None)
    return [Draft(handed), Draft(promised)]


def _accepted(book: Book, scene: Scene, base: Fact) -> list[Draft]:
    drafts = _handed_over(book, scene, base)
    handed = drafts[0].fact
    if handed.kind != "handed_over":
        return drafts
    calendar = scene.rules.calendar(handed.person_id, scene.held)
    at_s = min(scene.now_s - 60, clock.due(calendar, handed.occurred_s, 3_600))
    due_s = sla.start(calendar, at_s, scene.held.pact.follow_up.within)
    call = handed._replace(
        kind="call", side="sales", occurred_s=at_s, by_id=handed.person_id, person_id=None, channel="call",
        value_code="no_answer", due_s=None, payload=None, reason=None, points=None, worked_s=3_600, step=None,
        lane=None,
    )  # fmt: skip
    taken = handed._replace(
        kind="accepted", side="sales", occurred_s=at_s, by_id=handed.person_id, due_s=due_s, reason=None, points=None,
        payload='{"late":[],"attempts":6}', worked_s=3_600,
    )  # fmt: skip
    return [*drafts, Draft(taken), Draft(call)]


def _deal(book: Book, scene: Scene, base: Fact) -> list[Draft]:
    return [_opened(book, scene, base._replace(occurred_s=scene.now_s - scene.rng.randrange(DAY_S, 25 * DAY_S)))]


def _opened(book: Book, scene: Scene, at: Fact) -> Draft:
    seller_id = scene.rng.choice(scene.staff.sellers).id
    return Draft(
        at._replace(
            kind="deal_opened", side="sales", deal_id=book.new_deal_id(), by_id=seller_id, person_id=seller_id,
            stage=scene.rng.choice(scene.held.pact.deals.stages), amount_minor=scene.rng.randrange(2_000, 30_000) * 100,
            currency=scene.held.pact.report_in,
        )
    )  # fmt: skip


def _lost(book: Book, scene: Scene, base: Fact) -> list[Draft]:
    opened = _opened(book, scene, base._replace(occurred_s=base.occurred_s + 8 * DAY_S))
    reason = scene.rng.choice(scene.held.pact.deals.loss_reasons)
    ended_s = base.occurred_s + scene.rng.randrange(9, 30) * DAY_S
    return [opened, Draft(opened.fact._replace(kind="lost", occurred_s=ended_s, reason=reason))]


def _won(book: Book, scene: Scene, base: Fact) -> list[Draft]:
    opened = _opened(book, scene, base._replace(occurred_s=base.occurred_s + 8 * DAY_S))
    ended_s = base.occurred_s + scene.rng.randrange(9, 30) * DAY_S
    return [opened, Draft(opened.fact._replace(kind="won", occurred_s=ended_s))]


_ENDED: dict[str, Callable[[Book, Scene, Fact], list[Draft]]] = {
    "new": _new,
    "gave_up": _gave_up,
    "recycled": _recycled,
    "queued": _queued,
    "handed_over": _handed_over,
    "accepted": _accepted,
    "deal": _deal,
    "lost": _lost,
    "won": _won,
}
