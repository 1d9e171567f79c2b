"""How marketing takes leads in, calls and nurtures them, and hands them over by the pact's gate."""

from __future__ import annotations

from leadpact.demo import deadlines, selling
from leadpact.demo.company import Member
from leadpact.demo.market import Buyer
from leadpact.demo.names import PAGES, TITLES_HIGH
from leadpact.demo.placing import crossing
from leadpact.demo.world import HOUR_S, World
from leadpact.demo.writing import Life
from leadpact.ledger.access import SYSTEM
from leadpact.operations.qualify import READY, passed
from leadpact.rules import identity
from leadpact.rules.capture import Incoming, facts_for
from leadpact.rules.facts import Fact
from leadpact.rules.gate import GateAnswer, decide
from leadpact.rules.shortlist import period_start
from leadpact.rules.trials import EXPLORED, counted, is_explored, lane_to_explore

WORDS_A_NEWSLETTER = "newsletter"
ASSETS = 8
SILENT_DAYS = 120
"""Marketing lets go of a new lead that was silent for so long."""
_FORMS = {"web_form": "contact", "paid_search": "checklist", "webinar": "webinar"}


def meet(world: World, buyer: Buyer) -> None:
    """A buyer is heard of for the first time."""
    life = _taken_in(world, buyer)
    _first_touches(world, life)
    if buyer.source.code == "cold_call":
        world.plan_at_work(_finder(world, life), world.rng.uniform(0.1, 3), selling.call_cold, life)
    _plan_call(world, life, hours=0.8 if buyer.asks_demo else world.rng.uniform(1, 14))
    for weeks in range(2, 10, 2):
        if world.chance(0.45 if buyer.is_hot else 0.3):
            world.plan_in_days(7 * weeks + world.rng.uniform(-3, 3), newsletter, life)
    world.plan_in_days(SILENT_DAYS + world.rng.uniform(0, 20), let_go, life)


def _taken_in(world: World, buyer: Buyer) -> Life:
    account_id = world.diary.account_ids.get(buyer.told.get("company", ""))
    life = Life(len(world.lives) + 1, buyer, account_id, _place_of_marketer(world, buyer))
    world.lives.append(life)
    finder = _finder(world, life) if buyer.by_sales or buyer.channel == "event" else None
    by_form = finder is None and buyer.channel == "web"
    side = "sales" if buyer.by_sales else "marketing" if finder else "buyer"
    external = ("website", f"w-{life.id}") if by_form else None
    incoming = Incoming(
        world.now_s, external[1] if external else None, external[0] if external else None, buyer.source.code,
        buyer.campaign, buyer.channel, finder.id if finder else None, side, buyer.told,
    )  # fmt: skip
    result = facts_for(incoming, world.words.fields, world.words.used, {}, {}, account_id=account_id)
    world.take(life, result.facts, {each.at: (each.field, each.text) for each in result.personal})
    keys = identity.keys(external, buyer.mail, buyer.told.get("phone"))
    world.diary.keys += [(key, life.id) for key in keys]
    return life


def _place_of_marketer(world: World, buyer: Buyer) -> int:
    near = [at for at, member in enumerate(world.staff.marketers) if member.zone == buyer.firm.country.zone]
    return world.rng.choice(near)


def _finder(world: World, life: Life) -> Member:
    """Who found a lead: somebody of sales near it, the same one each time, or its marketer."""
    if not life.buyer.by_sales:
        return world.marketer(life)
    near = [member for member in world.staff.sellers if member.zone == life.buyer.firm.country.zone]
    return near[life.id % len(near)]


def _first_touches(world: World, life: Life) -> None:
    """What the buyer did on the day they were met, and looks at on the days after."""
    buyer, code = life.buyer, life.buyer.source.code
    form = "demo" if buyer.asks_demo else _FORMS.get(code)
    if form:
        world.note(life, "form_filled", side="buyer", channel="web", field=form)
    if code in ("trade_show", "webinar"):
        world.note(life, "event_visit", side="buyer", channel="event", campaign=buyer.campaign)
    if code == "referral":
        world.note(life, "referred", side="buyer", source=code)
    for _ in range(_views(world, buyer)):
        world.plan_in_days(world.rng.uniform(0.001, 4), view_page, life)


def _views(world: World, buyer: Buyer) -> int:
    return min(6, int(world.rng.expovariate(1 / 3.4 if buyer.is_hot else 1 / 1.1)))


def view_page(world: World, life: Life) -> None:
    """The buyer looks at a page, hot ones most often at the prices."""
    page = "pricing" if world.chance(0.55 if life.buyer.is_hot else 0.3) else world.rng.choice(PAGES)
    world.note(life, "page_view", side="buyer", channel="web", field=page)


def newsletter(world: World, life: Life) -> None:
    """A mail with material goes out; some open it, some follow the link and read."""
    if life.state not in READY:
        return
    campaign = f"{WORDS_A_NEWSLETTER}-{1 + (world.now_s // (28 * 86_400)) % 13}"
    world.note(life, "email_opened", side="buyer", channel="email", campaign=campaign)
    if world.chance(0.55 if life.buyer.is_hot else 0.2):
        world.note(life, "email_clicked", side="buyer", channel="email", campaign=campaign)
        asset = 1 + world.rng.randrange(ASSETS)
        world.plan_in_days(0.005, read_asset, life, asset)
        world.plan_in_days(world.rng.uniform(0.01, 0.4), view_page, life)
        if "qualification_call" in life.seen(world.now_s).actions:
            world.plan_at_work(world.marketer(life), world.rng.uniform(1, 9), consider, life)
        else:
            _plan_call(world, life, hours=world.rng.uniform(1, 9))


def read_asset(world: World, life: Life, asset: int) -> None:
    """The buyer reads material."""
    world.note(life, "asset_viewed", side="buyer", channel="web", asset_id=asset)


def _plan_call(world: World, life: Life, *, hours: float) -> None:
    world.plan_at_work(world.marketer(life), hours, call, life)


def call(world: World, life: Life) -> None:
    """Marketing's short qualification call: not reached, a no, or answers."""
    if life.state not in READY - {"recycled"}:
        return
    life.calls += 1
    if not world.chance(world.kind(life).reached_by_marketing):
        if life.calls < world.truth.marketing_tries:
            _plan_call(world, life, hours=world.rng.uniform(6, 20))
        return
    marketer = world.marketer(life)
    if not life.buyer.is_hot and world.chance(world.truth.says_no):
        world.describe(life, {"do_not_contact": "true"}, marketer, "marketing")
        world.note(life, "disqualified", side="marketing", by_id=marketer.id, reason="no_need")
        return
    world.describe(life, life.buyer.answers(world.rng), marketer, "marketing")
    if "qualification_call" not in life.seen(world.now_s).actions:
        world.note(life, "action_done", side="marketing", by_id=marketer.id, field="qualification_call")
    if world.chance(0.3):
        asset = 1 + world.rng.randrange(ASSETS)
        world.note(life, "asset_sent", side="marketing", channel="email", by_id=marketer.id, asset_id=asset)
        if world.chance(0.6 if life.buyer.is_hot else 0.25):
            world.plan_in_days(world.rng.uniform(0.1, 3), read_asset, life, asset)
    hours = 0.3 if life.buyer.asks_demo else world.rng.lognormvariate(0.9, 0.8)
    world.plan_at_work(marketer, hours, consider, life)


def consider(world: World, life: Life) -> None:
    """Hand a lead over when the gate is open; else note the points it had, and ask for what is missing."""
    if life.state not in READY - {"recycled"}:
        return
    view, held = life.seen(world.now_s), world.held
    score = held.card.score(view, world.now_s)
    answer = decide(view, score, held.step, held.pact, world.now_s)
    marketer = world.marketer(life)
    if not answer.open:
        if _explore(world, life, answer, crossing_points=score.total):
            return
        world.note(life, "scored", points=score.total, pact_id=held.id, pact_version=held.pact.version)
        _ask_again(world, life, answer)
        return
    lane = next(lane for lane in held.step.lanes if lane.name == answer.lane)
    crosses = crossing(life, view, held, held.step, lane, score.total)
    for draft in passed(crosses, marketer.actor, world.now_s):
        world.add(life, draft.fact)
    drafts, is_owned = world.desk.place([crosses], marketer.actor, world.rules)[life.id]
    if is_owned:
        deadlines.hand_over(world, life, drafts)
    else:
        world.waiting[life.id] = life
        world.add(life, drafts[0].fact)


def _explore(world: World, life: Life, answer: GateAnswer, *, crossing_points: int) -> bool:
    """Hand a lead of the pact's explored slice over, though it lacks points, while the week has room for it."""
    held = world.held
    name = lane_to_explore(answer)
    week_s = period_start("week", world.now_s, held.pact.time.zone)
    most = held.pact.trials.explored_most or 0
    if name is None or not is_explored(held.pact, held.id, life.id) or world.explored.get(week_s, 0) >= most:
        return False
    lane = next(lane for lane in held.step.lanes if lane.name == name)
    crosses = crossing(life, life.seen(world.now_s), held, counted(held.step), lane, crossing_points)
    drafts, is_owned = world.desk.place([crosses], SYSTEM, world.rules)[life.id]
    if is_owned:
        world.explored[week_s] = world.explored.get(week_s, 0) + 1
        handed, *rest = drafts
        deadlines.hand_over(world, life, [handed._replace(fact=handed.fact._replace(reason=EXPLORED)), *rest])
    return is_owned


def _ask_again(world: World, life: Life, answer: GateAnswer) -> None:
    if answer.missing_fields and life.calls < 2 * world.truth.marketing_tries:
        _plan_call(world, life, hours=world.rng.uniform(4, 16))


def look_again(world: World, life: Life, fact: Fact) -> None:
    """Marketing has a lead back: another person to talk to, or an end; some budgets become known later."""
    if fact.reason == "wrong_person" and world.chance(0.5):
        world.plan_at_work(world.marketer(life), world.rng.uniform(8, 30), another_person, life)
    elif fact.reason in ("no_need", "other", "duplicate") and world.chance(0.7):
        world.plan_at_work(world.marketer(life), world.rng.uniform(8, 60), close, life)
    elif fact.reason == "no_budget" and world.chance(0.4):
        world.plan_in_days(world.rng.uniform(20, 120), learn_budget, life)


def another_person(world: World, life: Life) -> None:
    """Marketing finds who decides, and hands the lead over once more."""
    if life.state == "returned":
        values = {"job_title": world.rng.choice(TITLES_HIGH), "authority": "decides"}
        world.describe(life, values, world.marketer(life), "marketing")
        world.plan_at_work(world.marketer(life), world.rng.uniform(1, 8), consider, life)


def close(world: World, life: Life) -> None:
    """Marketing agrees that nobody should follow the lead up."""
    if life.state == "returned":
        world.note(life, "gave_up", side="marketing", by_id=world.marketer(life).id, reason="no_need")


def let_go(world: World, life: Life) -> None:
    """Marketing closes a lead that it never got through to, or that stayed silent."""
    row = life.story.lead
    if row.state in ("new", "returned"):
        if row.last_s < world.now_s - 45 * 86_400:
            world.note(life, "gave_up", side="marketing", by_id=world.marketer(life).id, reason="silent")
        else:
            world.plan_in_days(45, let_go, life)


def learn_budget(world: World, life: Life) -> None:
    """The buyer says that there is money now, which wakes the lead."""
    row = life.story.lead
    if row.state == "recycled" and row.wake_field == "budget":
        world.note(life, "form_filled", side="buyer", channel="web", field="contact")
        life.buyer.ripen(world.rng)
        world.describe(life, {"budget": "planned"}, None, "buyer")
        world.note(life, "woken", account_id=None, reason="known")


def begin_again(world: World, life: Life, _fact: Fact) -> None:
    """A recycled lead came forward: it may have ripened; marketing sends something and calls."""
    life.calls = 0
    if not life.buyer.is_hot and world.chance(world.kind(life).ripens):
        life.buyer.ripen(world.rng)
    if life.buyer.is_hot:
        for _ in range(2):
            world.plan_in_days(world.rng.uniform(0.01, 2), view_page, life)
    world.plan_in_days(world.rng.uniform(0.1, 1.5), newsletter, life)
    _plan_call(world, life, hours=world.rng.uniform(4, 24))


def same_again(world: World, first: Life, taken_back: bool) -> None:
    """The same buyer writes from another address; marketing merges the two leads, now and then by mistake."""
    if first.story.lead.merged_into_id is not None or first.state == "merged":
        return
    values = {"name": first.buyer.name, "country": first.buyer.firm.country.code, "company": first.buyer.firm.name}
    twin = Life(len(world.lives) + 1, first.buyer, first.account_id, first.marketer)
    world.lives.append(twin)
    mail = first.buyer.mail.replace("@", ".2@")
    incoming = Incoming(
        world.now_s,
        f"w-{twin.id}",
        "website",
        "web_form",
        "contact-page",
        "web",
        None,
        "buyer",
        {**values, "email": mail},
    )
    result = facts_for(incoming, world.words.fields, world.words.used, {}, {}, account_id=twin.account_id)
    world.take(twin, result.facts, {each.at: (each.field, each.text) for each in result.personal})
    world.diary.keys += [(key, twin.id) for key in identity.keys(("website", f"w-{twin.id}"), mail)]
    world.plan_at_work(world.marketer(first), world.rng.uniform(0.5, 6), merge, twin, first, taken_back)


def merge(world: World, twin: Life, first: Life, taken_back: bool) -> None:
    """Two leads are found to be one."""
    by_id = world.marketer(first).id
    world.note(twin, "merged", side="marketing", by_id=by_id, value_number=float(first.id))
    first.merged.append(twin)
    first.forget_story()
    if taken_back:
        world.plan(world.now_s + round(0.4 * HOUR_S), unmerge, twin, first)


def unmerge(world: World, twin: Life, first: Life) -> None:
    """They were two after all."""
    world.note(twin, "unmerged", side="marketing", by_id=world.marketer(first).id, value_number=float(first.id))
    first.merged.remove(twin)
    first.forget_story()
