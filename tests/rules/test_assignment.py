"""Who gets which lead: fair, explained, and the same each time it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadpact.rules.assignment import (
    PersonLeft,
    Placement,
    Seller,
    Wanting,
    check_receiver,
)
from leadpact.rules.assignment import assign as placed_in_codes
from leadpact.rules.assignment_turns import away_until_s
from leadpact.rules.assignment_words import tell
from leadpact.rules.pact import AssignRule, ShortList
from leadpact.rules.terms import Span

NOW_S = 1_772_445_600  # 2026-03-02 10:00 UTC
DAY_S = 86_400
BACK_S = 1_772_492_400  # 2026-03-03 00:00 in Berlin
AWAY = ((NOW_S - DAY_S, BACK_S),)
ROUND_ROBIN = (AssignRule("round_robin"),)
WEEK = ShortList(10, "week", "score", Span(14, "days"))

ANA = Seller(1, "Ana", languages=("de", "en"), last_served_s=NOW_S - 300)
BO = Seller(2, "Bo", languages=("de",), last_served_s=NOW_S - 200)
CARA = Seller(3, "Cara", regions=("north_sea",), last_served_s=NOW_S - 100)


def leads(count: int) -> list[Wanting]:
    return [Wanting(100 + i) for i in range(count)]


def who(placed: list[Placement]) -> list[int | None]:
    return [placement.seller_id for placement in placed]


def day(at_s: int) -> str:
    """A day as these tests say it, in Berlin; with its year when it is another."""
    then = datetime.fromtimestamp(at_s, ZoneInfo("Europe/Berlin"))
    return f"{then:%-d %b}" if then.year == 2026 else f"{then:%-d %b %Y}"


def plain(code: str) -> str:
    return code.replace("_", " ")


def assign(*given: object, word: Callable[[str], str] = plain, **more: object) -> list[Placement]:
    """Place leads, with the explanations in English."""
    return [
        placement._replace(explanation=tell(placement.explanation, name=str, day=day, word=word))
        for placement in placed_in_codes(*given, **more)
    ]


def one(lead: Wanting, sellers: list[Seller], *rules: AssignRule, **more: object) -> Placement:
    [placement] = assign([lead], sellers, rules, NOW_S, **more)
    return placement


# ---- round robin -------------------------------------------------------------------------------------------


def test_least_recently_served_first_and_all_before_anyone_again():
    assert assign(leads(4), [CARA, BO, ANA], ROUND_ROBIN, NOW_S) == [
        Placement(100, 1, "round_robin", None, "Ana: least recently served of 3 people"),
        Placement(101, 2, "round_robin", None, "Bo: least recently served of 3 people"),
        Placement(102, 3, "round_robin", None, "Cara: fewest leads so far of 3 people"),
        Placement(103, 1, "round_robin", None, "Ana: next in turn of 3 people"),
    ]


def test_never_served_goes_before_all_and_ties_go_by_id():
    sellers = [Seller(9, "Ida"), Seller(4, "Dan"), Seller(5, "Eve", last_served_s=0)]
    assert who(assign(leads(3), sellers, ROUND_ROBIN, NOW_S)) == [4, 9, 5]


def test_leads_of_the_period_are_made_up_for_first():
    sellers = [replace(ANA, taken=3), replace(BO, taken=1), replace(CARA, taken=2)]
    placed = assign(leads(3), sellers, ROUND_ROBIN, NOW_S, short_list=WEEK)
    assert who(placed) == [2, 3, 2]
    assert placed[0].explanation == "Bo: fewest leads this week of 3 people"


def test_one_left_in_the_team():
    assert one(leads(1)[0], [ANA, replace(BO, absent=AWAY)], *ROUND_ROBIN) == Placement(
        100, 1, "round_robin", None, "Ana: the only one free; Bo is away, back on 3 Mar"
    )


def test_several_absent_are_counted_not_listed():
    sellers = [ANA] + [Seller(i, f"P{i}", absent=AWAY) for i in range(10, 15)]
    assert one(leads(1)[0], sellers, *ROUND_ROBIN).explanation == (
        "Ana: the only one free; P10 is away, back on 3 Mar, P11 is away, back on 3 Mar, 3 more are away"
    )


def test_return_in_another_year_names_the_year():
    sellers = [replace(ANA, absent=((0, NOW_S + 400 * DAY_S),))]
    assert one(leads(1)[0], sellers, *ROUND_ROBIN) == Placement(
        100, None, None, "nobody_available", "Waits: nobody is free: Ana is away, back on 6 Apr 2027"
    )


def test_an_empty_team_keeps_the_lead_waiting():
    assert one(leads(1)[0], [], *ROUND_ROBIN) == Placement(
        100, None, None, "nobody_available", "Waits: the team has no active people"
    )
    assert one(leads(1)[0], [replace(ANA, is_active=False)], *ROUND_ROBIN).seller_id is None


def test_full_people_get_no_more_and_the_rest_waits():
    sellers = [replace(ANA, capacity=1), replace(BO, capacity=2, taken=1)]
    placed = assign(leads(4), sellers, ROUND_ROBIN, NOW_S)
    assert who(placed) == [1, 2, None, None]
    assert placed[1].explanation == "Bo: the only one free; 1 other is full"
    assert placed[3] == Placement(103, None, None, "capacity", "Waits: nobody is free: 2 are full")


@pytest.mark.parametrize(("own", "agreed", "gets"), [(3, 10, 3), (15, 10, 10), (None, 10, 10), (0, 10, 0)])
def test_the_lesser_of_own_capacity_and_the_short_list(own, agreed, gets):
    placed = assign(
        leads(20), [replace(ANA, capacity=own)], ROUND_ROBIN, NOW_S, short_list=replace(WEEK, each_person=agreed)
    )
    assert who(placed) == [1] * gets + [None] * (20 - gets)


def test_a_rule_that_does_not_count_goes_past_capacity_and_stays_fair():
    sellers = [replace(ANA, capacity=0), replace(BO, capacity=0), CARA]
    placed = assign(leads(7), sellers, (AssignRule("round_robin", counts_against_capacity=False),), NOW_S)
    assert Counter(who(placed)) == {1: 3, 2: 2, 3: 2}
    assert placed[0].explanation == "Ana: least recently served of 3 people; does not count against capacity"


# ---- owners ------------------------------------------------------------------------------------------------


def test_the_owner_of_an_open_deal_comes_before_the_owner_of_the_account():
    lead = Wanting(100, account_id=7, open_deal_owner_id=3, account_owner_id=2)
    rules = (AssignRule("open_deal_owner"), AssignRule("account_owner"), *ROUND_ROBIN)
    assert one(lead, [ANA, BO, CARA], *rules) == Placement(100, 3, "open_deal_owner", None, "Cara: owns the open deal")
    assert one(lead, [ANA, BO], *rules) == Placement(100, 2, "account_owner", None, "Bo: owns the account")


def test_an_absent_owner_passes_the_lead_on_or_keeps_it():
    lead = Wanting(100, account_owner_id=2)
    sellers = [ANA, replace(BO, absent=AWAY), CARA]
    assert one(lead, sellers, AssignRule("account_owner"), *ROUND_ROBIN) == Placement(
        100,
        1,
        "round_robin",
        None,
        "Ana: least recently served of 2 people; Bo is away, back on 3 Mar; Bo, who owns the account, is away, back on 3 Mar",
    )
    assert one(lead, sellers, AssignRule("account_owner", if_absent="wait"), *ROUND_ROBIN) == Placement(
        100, None, "account_owner", "owner_away", "Waits: Bo, who owns the account, is away, back on 3 Mar"
    )


def test_a_full_owner_who_is_waited_for_keeps_the_lead():
    lead = Wanting(100, account_owner_id=2)
    sellers = [ANA, replace(BO, capacity=0)]
    assert one(lead, sellers, AssignRule("account_owner", if_absent="wait"), *ROUND_ROBIN) == Placement(
        100, None, "account_owner", "capacity", "Waits: Bo, who owns the account, is full"
    )
    assert one(lead, sellers, AssignRule("account_owner"), *ROUND_ROBIN).seller_id == 1
    free = AssignRule("account_owner", counts_against_capacity=False)
    assert one(lead, sellers, free) == Placement(
        100, 2, "account_owner", None, "Bo: owns the account; does not count against capacity"
    )


def test_an_owner_who_left_is_never_waited_for():
    lead = Wanting(100, account_owner_id=2)
    sellers = [ANA, replace(BO, is_active=False)]
    assert one(lead, sellers, AssignRule("account_owner", if_absent="wait"), *ROUND_ROBIN) == Placement(
        100, 1, "round_robin", None, "Ana: the only one free; Bo, who owns the account, has left"
    )
    assert one(lead, sellers, AssignRule("account_owner")).reason == "nobody_available"


def test_owner_leads_that_do_not_count_leave_the_turn_alone():
    rules = (AssignRule("open_deal_owner", counts_against_capacity=False), *ROUND_ROBIN)
    batch = [Wanting(1, open_deal_owner_id=1), Wanting(2, open_deal_owner_id=1), Wanting(3), Wanting(4)]
    assert who(assign(batch, [ANA, BO], rules, NOW_S)) == [1, 1, 1, 2]


def test_owner_leads_that_count_are_made_up_for():
    rules = (AssignRule("open_deal_owner"), *ROUND_ROBIN)
    batch = [Wanting(1, open_deal_owner_id=1), Wanting(2, open_deal_owner_id=1), Wanting(3), Wanting(4), Wanting(5)]
    assert who(assign(batch, [ANA, BO], rules, NOW_S)) == [1, 1, 2, 2, 1]


# ---- people who fit ----------------------------------------------------------------------------------------


def test_language_says_how_many_speak_it_and_who_cannot():
    sellers = [ANA, BO, *(Seller(i, f"P{i}", languages=("de",), last_served_s=NOW_S) for i in (10, 11, 12))]
    sellers[2] = replace(sellers[2], capacity=0)
    sellers[3] = replace(sellers[3], capacity=0)
    sellers[4] = replace(sellers[4], absent=AWAY)
    assert one(Wanting(1, language="de"), sellers, AssignRule("language"), *ROUND_ROBIN) == Placement(
        1,
        1,
        "language",
        None,
        "Ana: least recently served of 2 who speak German; 2 others are full, P12 is away, back on 3 Mar",
    )


def test_region_uses_the_words_of_the_pact():
    rule = AssignRule("region")
    lead = Wanting(1, region="north_sea")
    assert one(lead, [ANA, CARA], rule).explanation == "Cara: the only one free who covers north sea"
    assert one(lead, [ANA, CARA], rule, word=str.upper).explanation == "Cara: the only one free who covers NORTH_SEA"


def test_nobody_who_fits_leads_to_the_next_rule_and_is_said():
    rules = (AssignRule("language", if_absent="wait"), *ROUND_ROBIN)
    assert one(Wanting(1, language="fi"), [ANA, BO], *rules).explanation == (
        "Ana: least recently served of 2 people; nobody active speaks Finnish"
    )
    assert (
        one(Wanting(1, language="xx"), [ANA], *rules).explanation == "Ana: the only one free; nobody active speaks xx"
    )
    assert one(Wanting(1, language="de"), [replace(ANA, absent=AWAY), CARA], *rules) == Placement(
        1, None, "language", "nobody_available", "Waits: nobody who speaks German is free: Ana is away, back on 3 Mar"
    )


def test_named_accounts_share_an_account_in_turn():
    sellers = [replace(ANA, accounts=(7, 7, 8)), replace(BO, accounts=(7,)), CARA]
    batch = [Wanting(i, account_id=7) for i in range(4)] + [Wanting(5, account_id=9), Wanting(6)]
    placed = assign(batch, sellers, (AssignRule("named_accounts"), *ROUND_ROBIN), NOW_S)
    assert who(placed) == [1, 2, 1, 2, 3, 3]
    assert placed[0].explanation == "Ana: least recently served of 2 who look after this account"
    assert placed[4].rule == "round_robin"


def test_no_rule_names_anybody():
    assert one(Wanting(1), [ANA], AssignRule("language")) == Placement(
        1,
        None,
        None,
        "nobody_available",
        "Waits: no rule of the pact names anybody for this lead; end the order with round_robin",
    )


# ---- refusals and absences ---------------------------------------------------------------------------------


def test_a_person_who_left_is_refused_with_the_cure():
    check_receiver(replace(ANA, absent=AWAY))
    with pytest.raises(PersonLeft) as refused:
        check_receiver(replace(ANA, is_active=False))
    assert refused.value.seller_id == 1
    assert str(refused.value) == (
        "The lead cannot go to Ana: Ana has left. "
        "Choose somebody who is active, or let the pact's assignment rules choose."
    )


def test_two_people_with_one_id_are_refused():
    with pytest.raises(ValueError, match="same id"):
        assign(leads(1), [ANA, replace(BO, id=1)], ROUND_ROBIN, NOW_S)


@pytest.mark.parametrize(
    ("absent", "until"),
    [
        ((), None),
        (((0, 100),), 100),
        (((50, 100),), 100),
        (((51, 100),), None),
        (((0, 50),), None),
        (((0, 60), (60, 90), (80, 95), (200, 300)), 95),
        (((10, 70), (20, 60)), 70),
    ],
)
def test_back_when_all_absences_in_a_row_are_over(absent, until):
    assert away_until_s(absent, 50) == until


# ---- properties --------------------------------------------------------------------------------------------

absences = st.lists(
    st.tuples(st.integers(-5, 5), st.integers(1, 5)).map(lambda p: (NOW_S + p[0], NOW_S + p[0] + p[1])), max_size=2
).map(tuple)
people = st.lists(
    st.builds(
        Seller,
        id=st.integers(1, 40),
        name=st.sampled_from(("Ana", "Bo", "Cara", "Dan")),
        is_active=st.sampled_from((True, True, True, False)),
        absent=absences,
        languages=st.sets(st.sampled_from(("de", "en", "fr"))).map(lambda s: tuple(sorted(s))),
        regions=st.sets(st.sampled_from(("r1", "r2"))).map(lambda s: tuple(sorted(s))),
        taken=st.integers(0, 6),
        capacity=st.none() | st.integers(0, 12),
        last_served_s=st.none() | st.integers(NOW_S - 50, NOW_S),
        served_count=st.integers(0, 9),
        accounts=st.sets(st.integers(1, 3)).map(tuple),
    ),
    max_size=8,
    unique_by=lambda seller: seller.id,
)
wants = st.lists(
    st.builds(
        Wanting,
        lead_id=st.integers(1, 10_000),
        account_id=st.none() | st.integers(1, 4),
        open_deal_owner_id=st.none() | st.integers(1, 40),
        account_owner_id=st.none() | st.integers(1, 40),
        language=st.sampled_from((None, "de", "en", "fi")),
        region=st.sampled_from((None, "r1", "r9")),
    ),
    max_size=40,
    unique_by=lambda lead: lead.lead_id,
)
KINDS = ("open_deal_owner", "account_owner", "named_accounts", "language", "region")
orders = st.lists(
    st.builds(AssignRule, st.sampled_from(KINDS), st.booleans(), st.sampled_from(("next_rule", "wait"))), max_size=5
).map(lambda rules: (*rules, AssignRule("round_robin")))


def is_there(seller: Seller) -> bool:
    return seller.is_active and not any(start <= NOW_S < end for start, end in seller.absent)


def served(seller: Seller, count: int) -> Seller:
    """The person as the ledger knows them after that many leads at NOW_S."""
    if not count:
        return seller
    return replace(seller, taken=seller.taken + count, served_count=seller.served_count + count, last_served_s=NOW_S)


@settings(max_examples=40)
@given(st.integers(1, 12), st.integers(0, 200), st.data())
def test_loads_differ_by_at_most_one_at_any_batch_size(size, count, data):
    ahead = data.draw(st.lists(st.integers(0, 1), min_size=size, max_size=size))
    sellers = [Seller(i, f"P{i}", taken=ahead[i], served_count=i % 3, last_served_s=i % 4) for i in range(size)]
    loads = Counter(who(assign(leads(count), sellers, ROUND_ROBIN, NOW_S)))
    totals = [seller.taken + loads[seller.id] for seller in sellers]
    assert sum(loads.values()) == count
    assert max(totals) - min(totals) <= 1


@settings(max_examples=40)
@given(people, st.integers(0, 60))
def test_nobody_gets_one_more_while_another_with_room_has_fewer(sellers, count):
    loads = Counter(who(assign(leads(count), sellers, ROUND_ROBIN, NOW_S)))
    after = {seller.id: seller.taken + loads[seller.id] for seller in sellers if is_there(seller)}
    with_room = [s.id for s in sellers if is_there(s) and (s.capacity is None or after[s.id] < s.capacity)]
    for seller in sellers:
        if loads[seller.id]:
            assert all(after[seller.id] - after[other] <= 1 for other in with_room)
    if with_room:
        assert loads[None] == 0


@settings(max_examples=40)
@given(people, wants, orders)
def test_every_lead_is_placed_once_or_waits_with_a_reason(sellers, batch, rules):
    placed = assign(batch, sellers, rules, NOW_S)
    by_id = {seller.id: seller for seller in sellers}
    counted: Counter[int] = Counter()
    for lead, placement in zip(batch, placed, strict=True):
        assert placement.lead_id == lead.lead_id
        assert placement.explanation
        if placement.seller_id is None:
            assert placement.reason in {"capacity", "nobody_available", "owner_away"}
            assert placement.explanation.startswith("Waits: ")
            continue
        assert placement.reason is None
        assert is_there(by_id[placement.seller_id])
        if all(rule.counts_against_capacity for rule in rules if rule.by == placement.rule):
            counted[placement.seller_id] += 1
    for seller_id, count in counted.items():
        capacity = by_id[seller_id].capacity
        assert capacity is None or by_id[seller_id].taken + count <= capacity


@settings(max_examples=40)
@given(people, wants, orders, st.randoms())
def test_the_same_ledger_gives_the_same_answer_in_whatever_order_people_come(sellers, batch, rules, chance):
    placed = assign(batch, sellers, rules, NOW_S)
    shuffled = list(sellers)
    chance.shuffle(shuffled)
    assert assign(iter(batch), shuffled, rules, NOW_S) == placed


@settings(max_examples=40)
@given(people, wants, st.integers(0, 40))
def test_one_batch_or_two_makes_no_difference(sellers, batch, cut):
    rules = tuple(AssignRule(by) for by in (*KINDS, "round_robin"))
    first = assign(batch[:cut], sellers, rules, NOW_S)
    loads = Counter(who(first))
    second = assign(batch[cut:], [served(seller, loads[seller.id]) for seller in sellers], rules, NOW_S)
    assert who(first + second) == who(assign(batch, sellers, rules, NOW_S))
