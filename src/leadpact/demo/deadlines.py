"""What the timetable does: reminds, tells the manager, reassigns, wakes, gives up, and fills the short lists."""

from __future__ import annotations

import json

from leadpact.demo import selling
from leadpact.demo.placing import crossing
from leadpact.demo.world import DAY_S, World
from leadpact.demo.writing import Life
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.writer import Draft
from leadpact.operations.handoff import Crossing, reassigned
from leadpact.operations.trials import kept_on_fact
from leadpact.rules.facts import Fact
from leadpact.rules.shortlist import next_period_start
from leadpact.rules.story_rows import ClockRow
from leadpact.rules.trials import is_kept_on

MINUTE_S = 60


def watch(world: World, life: Life, fact: Fact) -> None:
    """Plan the late steps of the clock that a fact starts."""
    extra = json.loads(fact.payload) if fact.payload else {}
    for _, at_s in extra.get("late", ()):
        world.plan(at_s, step, life)


def accepted(world: World, life: Life, fact: Fact) -> None:
    """Watch the attempts of a lead that sales took, and whether it falls silent."""
    watch(world, life, fact)
    rest_days = world.rules.by_id(fact.pact_id).pact.follow_up.rest_days
    world.plan_in_days(rest_days + 0.1, give_up_silent, life, life.turn)


def recycled(world: World, life: Life, fact: Fact) -> None:
    """Plan the waking of a lead that was sent back for later."""
    if fact.due_s is not None:
        world.plan(fact.due_s, wake, life)


def step(world: World, life: Life) -> None:
    """Take every late step that is due on a lead."""
    while True:
        due = [clock for clock in life.story.clocks if clock.state == "running" and (clock.next_s or 0) <= world.now_s]
        due = [clock for clock in due if clock.next_act]
        if not due:
            return
        _act(world, life, min(due, key=lambda clock: (clock.next_s or 0, clock.id)))


def _act(world: World, life: Life, clock: ClockRow) -> None:
    if clock.next_act == "reassign" and life.open_hand_off is not None:
        other = world.desk.another(life, world.rules)
        if other.seller_id is not None:
            reassign(world, life, other.seller_id, "late", why=other.explanation)
            return
    kind = {"remind": "reminded", "tell_manager": "escalated"}.get(clock.next_act or "", "escalated")
    head = world.staff.marketing_head if clock.promise == "waiting" else world.staff.sales_head
    world.note(
        life, kind, account_id=None, person_id=clock.person_id if kind == "reminded" else head.id, field=clock.promise,
        due_s=clock.due_s, reason="nobody_else" if clock.next_act == "reassign" else None,
        payload=json.dumps({"act": clock.next_act}),
    )  # fmt: skip
    if clock.next_act == "reassign":
        place = world.rng.randrange(len(world.staff.sellers))
        world.plan_at_work(world.staff.sellers[place], world.rng.uniform(1, 8), take_over, life, life.turn, place)


def take_over(world: World, life: Life, turn: int, place: int) -> None:
    """The head of sales asks somebody to help out where nobody had room."""
    person_id = world.staff.sellers[place].id
    hand_off = life.open_hand_off
    if life.turn == turn and hand_off is not None and hand_off.answer == "open" and hand_off.owner_id != person_id:
        reassign(world, life, person_id, "by_hand")


def reassign(world: World, life: Life, person_id: int, reason: str, why: str | None = None) -> None:
    """Give an open hand-off to another person, who starts anew."""
    hand_off = life.hand_off()
    if hand_off is None:
        return
    actor = world.staff.sales_head if reason == "by_hand" else SYSTEM
    world.add(life, reassigned(hand_off, person_id, reason, actor, world.rules, why))
    world.desk.own(person_id, hand_off.pk, world.now_s, before_id=hand_off.owner_id)
    life.turn += 1
    selling.receive(world, life)


def wake(world: World, life: Life) -> None:
    """Bring a recycled lead forward whose day has come."""
    row = life.story.lead
    if row.state == "recycled" and row.wake_s is not None and row.wake_s <= world.now_s:
        world.note(life, "woken", account_id=None, reason="time")


def give_up_silent(world: World, life: Life, turn: int) -> None:
    """Close a hand-off on which nothing happened for longer than the pact's rest."""
    row = life.story.lead
    if row.state != "accepted" or life.turn != turn:
        return
    hand_off = life.story.hand_offs[-1]
    rest_s = round(world.rules.by_id(hand_off.pact_id).pact.follow_up.rest_days * DAY_S)
    acted_s = max(fact.occurred_s for fact in life.told() if fact.side in ("buyer", "sales"))
    if acted_s < world.now_s - rest_s:
        if _is_kept_on(world, life):
            world.plan(world.now_s + rest_s + 1, give_up_silent, life, turn)
        else:
            world.note(life, "gave_up", reason="silent")
    else:
        world.plan(acted_s + rest_s + 1, give_up_silent, life, turn)


def _is_kept_on(world: World, life: Life) -> bool:
    """Give a lead of the pact's persistence trial two more attempts, once, where the buyer never answered."""
    hand_off = life.hand_off()
    if hand_off is None or hand_off.replied_s is not None or any(fact.kind == "kept_on" for fact in life.facts):
        return False
    held = world.rules.by_id(hand_off.pact_id)
    if not is_kept_on(held.pact, held.id, life.id):
        return False
    world.add(life, kept_on_fact(hand_off, life.account_id, held, world.rules))
    selling.try_more(world, life)
    return True


def fill_each_day(world: World) -> None:
    """Fill the short lists every night, when a week or somebody's absence may have ended."""
    fill_short_lists(world)
    zone = world.held.pact.time.zone
    world.plan(next_period_start("day", world.now_s, zone) + 5 * MINUTE_S, fill_each_day)


def fill_short_lists(world: World) -> None:
    """Hand waiting leads over, best first, as far as people have room."""
    groups: dict[tuple[int, str], list[Crossing]] = {}
    for life in world.waiting.values():
        told = next(fact for fact in reversed(life.facts) if fact.kind == "queued")
        held = world.rules.by_id(told.pact_id)
        where = held.step_named(told.step)
        lane = next((lane for lane in where.lanes if lane.name == told.lane), where.lanes[-1])
        view = life.seen(world.now_s)
        scored = world.rules.points(view, world.now_s)
        points = scored.total if scored else told.points or 0
        groups.setdefault((held.id, where.name), []).append(crossing(life, view, held, where, lane, points))
    for crossings in groups.values():
        placed = world.desk.place(crossings, SYSTEM, world.rules, is_queued=True)
        for lead_id, (drafts, is_owned) in placed.items():
            if is_owned:
                hand_over(world, world.lives[lead_id - 1], drafts)
            else:
                world.add(world.lives[lead_id - 1], drafts[0].fact)


def hand_over(world: World, life: Life, drafts: list[Draft]) -> None:
    """Note a hand-off and let its new owner begin."""
    world.waiting.pop(life.id, None)
    for draft in drafts:
        fact = world.add(life, draft.fact)
        if fact.kind == "handed_over" and fact.person_id is not None:
            world.desk.own(fact.person_id, fact.seq, world.now_s, rule=fact.reason)
    life.turn += 1
    selling.receive(world, life)
