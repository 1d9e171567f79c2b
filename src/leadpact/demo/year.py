"""The year of the demo company, day by day, and its way into an empty ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from django.db import transaction

from leadpact.demo import company, deadlines, marketing
from leadpact.demo.doors import open_doors
from leadpact.demo.market import Buyer, buyers
from leadpact.demo.truth import TRUTH, Truth
from leadpact.demo.world import DAY_S, Follows, World
from leadpact.demo.writing import NOTICE_DAYS, Diary
from leadpact.operations import pact

Progress = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and what is being done."""
SECOND_PACT_DAYS = 183
"""The second pact was signed so many days ago."""
STEPS = 100
"""How often progress is told."""
CUSTOMERS = 0.04
"""Share of accounts that a salesperson looks after by name."""


def fill(now_s: int, seed: int = 7, leads: int = 6000, progress: Progress | None = None) -> None:
    """Fill an empty ledger with a company and twelve whole months of history and this one up to now (epoch seconds).

    The same seed, size and instant give the same facts. Raises ``NotEmpty`` when there is a company already,
    and ``ValueError`` for fewer than 100 leads.
    """
    simulate(now_s, seed, leads, progress)


def simulate(
    now_s: int, seed: int = 7, leads: int = 6000, progress: Progress | None = None, truth: Truth = TRUTH
) -> World:
    """Do what ``fill`` does and give the simulated world, whose buyers' truth the ledger never learns."""
    if leads < 100:
        raise ValueError(f"A year with {leads} leads shows nothing; ask for 100 or more.")
    company.check_empty()
    tell = progress or _silent
    start_s = begin_of(now_s)
    rng = Random(seed)
    with transaction.atomic():
        staff = company.move_in(rng, leads, start_s - 3 * DAY_S, now_s)
        first_s = company.agree(staff, "first", leads, start_s - DAY_S, now_s)
        everybody = buyers(rng, truth, leads, start_s, now_s)
        world = World(staff, truth, rng, Diary(seed), first_s, now_s)
        world.follows = FOLLOWS
        _open_accounts(world, everybody)
        _plan_all(world, everybody)
        second_s = now_s - SECOND_PACT_DAYS * DAY_S
        _run(world, second_s, leads, tell)
        _write(world, leads, tell)
        world.use_rules(company.agree(staff, "second", leads, second_s, now_s))
        _run(world, now_s, leads, tell)
        _write(world, leads, tell)
        tell(leads, leads, "scoring open leads as of now")
        pact.take_effect(now_s=now_s)
        open_doors(staff, now_s)
    return world


def begin_of(now_s: int) -> int:
    """When the history begins: with this month of the year before, so that measures by month have twelve whole ones."""
    now = datetime.fromtimestamp(now_s, UTC)
    return int(datetime(now.year - 1, now.month, 1, tzinfo=UTC).timestamp())


FOLLOWS: dict[str, Follows] = {
    "handed_over": deadlines.watch,
    "promised": deadlines.watch,
    "queued": deadlines.watch,
    "reassigned": deadlines.watch,
    "accepted": deadlines.accepted,
    "recycled": deadlines.recycled,
    "woken": marketing.begin_again,
    "rejected": marketing.look_again,
}
"""What follows when a fact of a kind is noted."""


def _silent(_done: int, _total: int, _what: str) -> None:
    """Say nothing."""


def _open_accounts(world: World, everybody: list[Buyer]) -> None:
    """Make the companies' accounts; some have been customers for long and have somebody who looks after them."""
    owners: dict[str, int | None] = {}
    for buyer in everybody:
        name = buyer.told.get("company")
        if name is None or name in owners:
            continue
        near = [member.id for member in world.staff.sellers if member.zone == buyer.firm.country.zone]
        owners[name] = world.rng.choice(near) if world.chance(CUSTOMERS) else None
    world.diary.open_accounts(owners)
    ids = world.diary.account_ids
    world.desk.account_owner = {ids[name]: owner_id for name, owner_id in owners.items() if owner_id is not None}


def _plan_all(world: World, everybody: list[Buyer]) -> None:
    for buyer in everybody:
        world.plan(buyer.captured_s, marketing.meet, buyer)
    world.plan(world.now_s, deadlines.fill_each_day)
    twins = max(4, len(everybody) // 120)
    for number in range(twins):
        at_s = world.now_s + round((number + 1) / (twins + 1) * (world.end_s - world.now_s))
        world.plan(at_s, _meet_twice, number % 4 == 1)


def _meet_twice(world: World, is_taken_back: bool) -> None:
    """A buyer heard of lately writes again from another address."""
    lately = [life for life in world.lives[-40:] if life.state == "new" and not life.merged and life.account_id]
    if lately:
        marketing.same_again(world, world.rng.choice(lately), is_taken_back)


def _run(world: World, until_s: int, leads: int, tell: Progress) -> None:
    """Let time go by, a few days at a time, saying how far it is."""
    while world.now_s < until_s:
        world.run(min(until_s, world.now_s + (world.end_s - begin_of(world.end_s)) // STEPS))
        tell(_done(world, leads), leads, f"{world.deal_count:,} deals opened")


def _done(world: World, leads: int) -> int:
    """The part of the year gone by, as so many of its leads."""
    left_s = world.end_s - world.now_s
    return leads - min(leads, left_s * leads // (world.end_s - begin_of(world.end_s)))


def _write(world: World, leads: int, tell: Progress) -> None:
    tell(_done(world, leads), leads, f"writing {len(world.diary.drafts):,} facts")
    world.diary.write(world.now_s, news_from_s=world.end_s - NOTICE_DAYS * DAY_S)
