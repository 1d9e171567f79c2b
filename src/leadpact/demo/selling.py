"""How sales follows up: first touch, verdict, attempts, answers, and deals from opened to won or lost."""

from __future__ import annotations

from typing import Any

from leadpact.demo.names import QUESTIONS
from leadpact.demo.world import HOUR_S, World
from leadpact.demo.writing import Life
from leadpact.operations.sla import accepted
from leadpact.operations.verdict import rejected
from leadpact.rules import clock
from leadpact.rules.facts import Fact
from leadpact.rules.story import ENDED

CHANNELS = ("call", "email", "call", "call", "social", "email", "call", "meeting", "call")
"""The way of each attempt, the first to the ninth."""
SILENT = {"call": ("no_answer", "voicemail"), "email": ("sent",), "social": ("sent",), "meeting": ("no_show",)}
ANSWERED = {"call": "reached", "email": "replied", "social": "replied", "meeting": "held"}
REFUSALS = (("too_early", 35), ("no_budget", 20), ("no_need", 25), ("wrong_person", 15), ("duplicate", 2), ("other", 3))
LOSSES = (
    ("price", 26), ("no_decision", 27), ("competitor", 18), ("too_early", 9), ("did_not_understand", 6),
    ("missing_feature", 10), ("other", 4),
)  # fmt: skip
ASSETS = 8
NEVER_SEEN = 0.12
"""Share of late first touches that are forgotten until the pact gives the lead to somebody else."""


def receive(world: World, life: Life) -> None:
    """A lead is somebody's: in their own time they answer and make the first touch."""
    hand_off, due = life.open_hand_off, life.running("first_touch")
    if hand_off is None or due is None:
        return  # The lead changed hands after the first touch: the next attempt is planned already by nobody.
    member = world.member(hand_off.owner_id)
    if world.chance(_untouched(world)):
        return
    held = world.rules.by_id(hand_off.pact_id)
    promised_h = clock.elapsed(world.calendar(member, held), world.now_s, due.due_s) / HOUR_S
    if _is_in_time(world, life):
        hours = promised_h * world.rng.uniform(0.04, 0.9)
    elif world.chance(NEVER_SEEN):
        return
    else:
        hours = promised_h * 1.03 + max(promised_h, 2.0) * world.rng.expovariate(1.4)
    if world.chance(world.kind(life).refused):
        world.plan_at_work(member, hours, refuse, life, life.turn, _drawn(world, REFUSALS))
        return
    if world.chance(0.25):
        world.plan_at_work(member, hours * world.rng.uniform(0.2, 0.9), take, life, life.turn)
    world.plan_at_work(member, hours, attempt, life, life.turn, 1)


def _is_in_time(world: World, life: Life) -> bool:
    return world.chance(world.truth.in_time[_place(world, life.story.lead.owner_id)])


def _untouched(world: World) -> float:
    """The chance that a lead received now lies untouched until the end, because sales has had a full day."""
    return next((share for since_s, share in world.behind if world.now_s >= since_s), 0.0)


def _place(world: World, person_id: int | None) -> int:
    return next(at for at, member in enumerate(world.staff.sellers) if member.id == person_id)


def _is_mine(life: Life, turn: int) -> bool:
    return life.turn == turn and life.open_hand_off is not None


def take(world: World, life: Life, turn: int) -> None:
    """Accept a lead before calling."""
    hand_off = life.open_hand_off
    if _is_mine(life, turn) and hand_off is not None and hand_off.answer == "open":
        _accept(world, life, None)


def _accept(world: World, life: Life, channel: str | None) -> None:
    """Take a lead, perhaps by the very act of reaching out over a channel."""
    hand_off = life.hand_off()
    if hand_off is not None:
        actor = world.member(hand_off.owner_id).actor
        fact = accepted(hand_off, actor, world.rules, world.now_s, _worked(world, life, "answer"))
        world.add(life, fact._replace(channel=channel))


def _worked(world: World, life: Life, promise: str) -> int | None:
    running, hand_off = life.running(promise), life.open_hand_off
    if running is None or hand_off is None:
        return None
    calendar = world.rules.calendar(running.person_id, world.rules.by_id(hand_off.pact_id))
    return clock.elapsed(calendar, running.started_s, world.now_s)


def refuse(world: World, life: Life, turn: int, reason: str) -> None:
    """Send a lead back with a reason."""
    hand_off = life.hand_off()
    if not _is_mine(life, turn) or hand_off is None:
        return
    actor = world.member(hand_off.owner_id).actor
    for fact in rejected(hand_off, actor, world.rules, reason, _worked(world, life, "answer")):
        world.add(life, fact)


def attempt(world: World, life: Life, turn: int, number: int) -> None:
    """Reach out: answered, to be tried again, or the last time."""
    hand_off = life.open_hand_off
    if not _is_mine(life, turn) or hand_off is None:
        return
    first_touch = life.running("first_touch")
    if first_touch is not None:
        life.is_late = world.now_s > first_touch.due_s
    channel = CHANNELS[(number - 1) % len(CHANNELS)]
    if hand_off.answer == "open":
        _accept(world, life, channel)
    kind = world.kind(life)
    answers = kind.answers * (world.truth.late_answers if life.is_late else 1.0)
    is_answered = world.chance(answers)
    life.answers_at.append((life.buyer.is_hot, life.is_late, is_answered))
    code = ANSWERED[channel] if is_answered else world.rng.choice(SILENT[channel])
    owner_id = hand_off.owner_id
    fact = world.note(
        life, channel, by_id=owner_id, side="sales", channel=channel, value_code=code,
        worked_s=_worked(world, life, "first_touch"),
    )  # fmt: skip
    member = world.member(owner_id)
    if is_answered:
        _learn(world, life)
        world.plan_at_work(member, world.rng.uniform(0.1, 24), decide, life, turn)
    elif number >= world.truth.most_attempts or (number >= world.truth.drops_from and world.chance(kind.dropped)):
        if world.chance(0.5):
            world.plan_at_work(member, world.rng.uniform(4, 20), refuse, life, turn, "not_reachable")
    else:
        if number > 1 and world.chance(0.02):
            _log_twice(world, life, fact)
        if world.chance(0.12):
            _send(world, life)
        world.plan_at_work(member, world.rng.uniform(3, 16), attempt, life, turn, number + 1)


def try_more(world: World, life: Life) -> None:
    """Two more attempts, asked for by a trial of the pact."""
    member = world.member(life.story.lead.owner_id)
    for hours in (world.rng.uniform(2, 20), world.rng.uniform(24, 60)):
        world.plan_at_work(member, hours, attempt_more, life, life.turn)


def attempt_more(world: World, life: Life, turn: int) -> None:
    """One of them; whoever answers is talked with as at any attempt."""
    hand_off = life.open_hand_off
    if not _is_mine(life, turn) or hand_off is None or hand_off.replied_s is not None:
        return
    is_answered = world.chance(world.kind(life).answers * (world.truth.late_answers if life.is_late else 1.0))
    code = "reached" if is_answered else "no_answer"
    world.note(life, "call", by_id=hand_off.owner_id, side="sales", channel="call", value_code=code)
    if is_answered:
        _learn(world, life)
        world.plan_at_work(world.member(hand_off.owner_id), world.rng.uniform(0.1, 24), decide, life, turn)


def _log_twice(world: World, life: Life, fact: Fact) -> None:
    """The same attempt is logged a second time by mistake, and taken back."""
    again = world.note(
        life, fact.kind, by_id=fact.by_id, side="sales", channel=fact.channel, value_code=fact.value_code
    )
    world.plan(world.now_s + 90, take_back, life, again)


def take_back(world: World, life: Life, fact: Fact) -> None:
    """Say that an earlier fact was wrong."""
    world.note(life, "corrected", account_id=None, side="sales", by_id=fact.by_id, corrects_id=fact.id)


def _learn(world: World, life: Life) -> None:
    """In the first talk the buyer asks something, and sales finds out what marketing had not."""
    owner = world.member(life.story.lead.owner_id)
    if world.chance(0.3):
        world.note(life, "asked", side="buyer", channel="call", words=world.rng.choice(QUESTIONS))
    if world.chance(0.35):
        world.describe(life, {"tool_today": life.buyer.tool}, owner, "sales")
    if world.chance(0.1):
        world.describe(life, {"budget": life.buyer.budget}, owner, "sales")
    if world.chance(0.3):
        _send(world, life)


def _send(world: World, life: Life) -> None:
    """Sales sends material; the buyer may read it."""
    owner_id = life.story.lead.owner_id
    asset = 1 + world.rng.randrange(ASSETS)
    world.note(life, "asset_sent", side="sales", channel="email", by_id=owner_id, asset_id=asset)
    if world.chance(0.5 if life.buyer.is_hot else 0.2):
        world.plan_in_days(world.rng.uniform(0.1, 4), read, life, asset)


def read(world: World, life: Life, asset: int) -> None:
    """The buyer reads material."""
    world.note(life, "asset_viewed", side="buyer", channel="web", asset_id=asset)


def decide(world: World, life: Life, turn: int) -> None:
    """After the talk: a deal, a no, or back with a reason."""
    if not _is_mine(life, turn):
        return
    owner_id = life.story.lead.owner_id or 0
    if world.chance(world.kind(life).deal):
        open_deal(world, life, owner_id)
    elif world.chance(0.2):
        world.note(life, "disqualified", side="sales", by_id=owner_id, reason="no_need")
    else:
        refuse(world, life, turn, _drawn(world, REFUSALS))


def call_cold(world: World, life: Life) -> None:
    """Sales calls a company of its own choice, once; an answer may become a deal with no hand-off at all."""
    if life.state != "new" or life.story.lead.found_by_id is None:
        return
    finder = world.member(life.story.lead.found_by_id)
    kind = world.kind(life)
    is_reached = world.chance(kind.answers)
    life.answers_at.append((life.buyer.is_hot, False, is_reached))
    code = "reached" if is_reached else "no_answer"
    world.note(life, "call", by_id=finder.id, side="sales", channel="call", value_code=code)
    if is_reached and world.chance(kind.deal):
        world.plan_at_work(finder, world.rng.uniform(4, 40), open_own_deal, life, finder.id)


def open_own_deal(world: World, life: Life, finder_id: int) -> None:
    """A deal that sales found by itself, while marketing had not yet handed the lead over."""
    if life.state == "new":
        open_deal(world, life, finder_id)


def open_deal(world: World, life: Life, owner_id: int) -> None:
    """Open a deal and plan its way to the end, which is settled now and known to nobody."""
    world.deal_count += 1
    deal_id = world.deal_count
    amount = round(world.rng.lognormvariate(8.75, 0.55) * (life.buyer.firm.employees / 100) ** 0.15 / 50) * 5_000
    stages = world.held.pact.deals.stages
    _deal_fact(
        world, life, deal_id, "deal_opened", by_id=owner_id, stage=stages[0], amount_minor=amount,
        currency=world.held.pact.report_in,
    )  # fmt: skip
    if life.account_id is not None:
        world.desk.deals.setdefault(life.account_id, {})[deal_id] = owner_id
    is_won = world.chance(world.kind(life).won)
    median = life.buyer.source.days_to_win
    days = median * world.rng.lognormvariate(0, 0.5) * (1.0 if is_won else 0.85)
    member = world.member(owner_id)
    for part, doing, about in (
        (world.rng.uniform(0.08, 0.3), meet, (life, deal_id, owner_id)),
        (world.rng.uniform(0.3, 0.42), move, (life, deal_id, owner_id, stages[1])),
        (world.rng.uniform(0.45, 0.6), write_back, (life,)),
        (world.rng.uniform(0.62, 0.8), move, (life, deal_id, owner_id, stages[2])),
    ):
        world.plan_at_work(member, days * part * _WORKING_HOURS_A_DAY, doing, *about)
    ends = win if is_won else lose
    world.plan_at_work(member, days * _WORKING_HOURS_A_DAY, ends, life, deal_id, owner_id, amount)


_WORKING_HOURS_A_DAY = 35.5 / 7
"""An ordinary week's working hours per day of the calendar."""


def _deal_fact(world: World, life: Life, deal_id: int, kind: str, *, by_id: int, **columns: Any) -> None:
    world.note(life, kind, deal_id=deal_id, by_id=by_id, person_id=by_id, side="sales", **columns)


def _is_open(life: Life, deal_id: int) -> bool:
    return any(deal.id == deal_id and deal.state == "open" for deal in life.story.deals)


def meet(world: World, life: Life, deal_id: int, owner_id: int) -> None:
    """A meeting while the deal is open."""
    if _is_open(life, deal_id):
        world.note(life, "meeting", by_id=owner_id, side="sales", channel="meeting", value_code="held")
        if world.chance(0.4):
            world.note(life, "asked", side="buyer", channel="meeting", words=world.rng.choice(QUESTIONS))
        if world.chance(0.5):
            _send(world, life)


def move(world: World, life: Life, deal_id: int, owner_id: int, stage: str) -> None:
    """The deal reaches another stage."""
    if _is_open(life, deal_id) and (stage != "negotiation" or world.chance(0.85)):
        _deal_fact(world, life, deal_id, "stage_changed", by_id=owner_id, stage=stage)


def write_back(world: World, life: Life) -> None:
    """The buyer writes of their own accord."""
    if life.state not in ENDED:
        world.note(life, "email", side="buyer", channel="email", value_code="replied")


def win(world: World, life: Life, deal_id: int, owner_id: int, amount: int) -> None:
    """The deal is won, for a little more or less than was thought."""
    final = round(amount * world.rng.uniform(0.85, 1.15) / 5_000) * 5_000
    currency = world.held.pact.report_in
    _deal_fact(
        world, life, deal_id, "won", by_id=owner_id, amount_minor=final, currency=currency, stage=_stage(life, deal_id)
    )
    _closed(world, life, deal_id)


def lose(world: World, life: Life, deal_id: int, owner_id: int, _amount: int) -> None:
    """The deal is lost, with a reason."""
    reason = _drawn(world, LOSSES)
    _deal_fact(world, life, deal_id, "lost", by_id=owner_id, reason=reason, stage=_stage(life, deal_id))
    _closed(world, life, deal_id)


def _stage(life: Life, deal_id: int) -> str | None:
    return next(deal.stage for deal in life.story.deals if deal.id == deal_id)


def _closed(world: World, life: Life, deal_id: int) -> None:
    world.desk.deals.get(life.account_id or 0, {}).pop(deal_id, None)


def _drawn(world: World, weighted: tuple[tuple[str, int], ...]) -> str:
    return world.rng.choices([code for code, _ in weighted], [weight for _, weight in weighted])[0]
