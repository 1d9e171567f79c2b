"""What facts add up to: the rows of leads, hand-offs, clocks and deals, whatever the order in which facts came."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadpact.rules.facts import KINDS, Fact
from leadpact.rules.lead import merged_into
from leadpact.rules.story import tell
from leadpact.rules.story_rows import ClockRow, DealRow, HandOffRow
from tests.story import PEOPLE, told, words_told

H = 3600
IDA, ANA, BO = PEOPLE["Ida"], PEOPLE["Ana"], PEOPLE["Bo"]


def rows(text, **more):
    return tell(1, told(text, **more), {})


def lead(text, *names):
    row = rows(text).lead
    return tuple(getattr(row, name) for name in names)


def clocks(text):
    """(promise, whose, state, hour in which it stopped) of each clock."""
    return [
        (c.promise, c.person_id, c.state, None if c.stopped_s is None else c.stopped_s / H) for c in rows(text).clocks
    ]


def test_the_story_of_the_house_is_told_whole():
    lead_row, hand_offs, clock_rows, deal_rows = rows(
        "captured web by Ida; handed over to Ana within 4 hours; 3 calls; won 12k"
    )
    assert hand_offs == (
        HandOffRow(
            id=2, lead_id=1, step=None, lane=None, owner_id=ANA, handed_by_id=IDA, handed_s=H, owned_s=H, points=70,
            pact_id=None, pact_version=None, answer="open", answered_s=None, answered_by_id=None, reason=None,
            why="#2: next in turn", first_touch_s=2 * H, attempts=3, replied_s=None, is_open=False, next_due_s=None,
            next_promise=None,
        ),
    )  # fmt: skip
    assert clock_rows == (
        ClockRow("2:first_touch", 1, 2, "first_touch", ANA, H, 5 * H, 2 * H, None, "kept", None, None),
    )
    assert deal_rows == (DealRow(10, 1, None, "won", None, 5 * H, 5 * H, 1_200_000, "EUR", None, ANA, ANA, ANA),)
    assert lead_row._asdict() == {
        **dict.fromkeys(lead_row._fields), "id": 1, "state": "won", "source": "web", "captured_s": 0, "last_s": 5 * H,
        "last_seq": 6, "found_side": "marketing", "found_by_id": IDA, "marketer_id": IDA, "owner_id": ANA, "attempts": 3,
        "has_warning": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("captured web", "new"),
        ("page pricing", "new"),
        ("captured web; qualified 70; queued capacity", "queued"),
        ("captured web; queued capacity; handed over to Ana", "handed_over"),
        ("captured web; handed over to Ana; accepted", "accepted"),
        ("captured web; handed over to Ana; rejected no_need", "returned"),
        ("captured web; handed over to Ana; accepted; rejected no_need", "returned"),
        ("captured web; handed over to Ana; rejected too_early; recycled for 90 days", "recycled"),
        ("captured web; handed over to Ana; rejected too_early; recycled for 90 days; woken", "new"),
        ("captured web; handed over to Ana; rejected no_need; handed over to Bo", "handed_over"),
        ("captured web; handed over to Ana; accepted; gave up", "closed"),
        ("captured web; handed over to Ana; accepted; disqualified", "closed"),
        ("captured web; handed over to Ana; deal", "deal"),
        ("captured web; handed over to Ana; deal; accepted", "deal"),
        ("captured web; handed over to Ana; deal; lost price", "lost"),
        ("captured web; handed over to Ana; deal; lost price; deal", "deal"),
        ("captured web; handed over to Ana; deal; lost price; deal; won 1k", "won"),
        ("captured web; merged into 2", "merged"),
        ("captured web; merged into 2; unmerged", "new"),
    ],
)
def test_state(text, state):
    assert rows(text).lead.state == state


def test_a_lead_without_any_fact_is_new():
    row = tell(1, [], {}).lead
    assert (row.state, row.captured_s, row.found_side, row.last_seq) == ("new", 0, "unknown", 0)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_be_told_alone(kind):
    fact = Fact(1, "a", kind, 5, 5, lead_id=1, value_number=2.0 if kind == "merged" else None, corrects_id="x")
    assert tell(1, [fact], {}).lead.id == 1


# --- hand-offs and deals


def test_a_lead_handed_over_twice_has_two_hand_offs_of_which_one_is_open():
    hand_offs = rows("captured web; handed over to Ana; rejected no_need; handed over to Bo; call").hand_offs
    assert [(h.owner_id, h.answer, h.reason, h.is_open, h.attempts) for h in hand_offs] == [
        (ANA, "rejected", "no_need", False, 0),
        (BO, "open", None, True, 1),
    ]


def test_handing_over_again_closes_the_open_one():
    text = "captured web; handed over to Ana within 4 hours; handed over to Bo within 4 hours"
    assert [(h.owner_id, h.is_open) for h in rows(text).hand_offs] == [(ANA, False), (BO, True)]
    assert clocks(text) == [("first_touch", ANA, "withdrawn", 2), ("first_touch", BO, "running", None)]


def test_the_most_urgent_promise_stands_on_the_hand_off():
    (hand_off,) = rows("captured web; handed over to Ana within 4 hours; answer within 1 hour").hand_offs
    assert (hand_off.next_promise, hand_off.next_due_s) == ("answer", 3 * H)


def test_why_is_kept_within_its_column():
    facts = told("captured web; handed over to Ana")
    facts[1] = facts[1]._replace(payload=json.dumps({"why": "x" * 900}))
    assert tell(1, facts, {}).hand_offs[0].why == "x" * 500


def test_two_deals_stand_side_by_side_and_the_lead_ends_with_the_last():
    text = "captured web; handed over to Ana; deal 5k; deal 7k; deal 11: lost price"
    assert lead(text, "state", "reason") == ("deal", "price")
    assert [(d.id, d.state, d.reason) for d in rows(text).deals] == [(10, "open", None), (11, "lost", "price")]
    assert lead(f"{text}; deal 10: won 9k", "state", "reason") == ("won", None)


def test_a_second_deal_after_a_lost_one_clears_the_reason():
    text = "captured web; handed over to Ana; deal; lost price; deal 3k"
    assert lead(text, "state", "reason", "owner_id") == ("deal", None, ANA)


def test_a_deal_won_without_being_opened_is_opened_by_its_end():
    (deal,) = rows("captured web; won 3k").deals
    assert (deal.state, deal.opened_s, deal.closed_s, deal.amount_minor) == ("won", H, H, 300_000)


def test_a_deal_keeps_its_opener_as_finder_of_last_resort_and_its_last_amount():
    facts = told("captured web; deal 3k; stage proposal; won 4k")
    facts[1] = facts[1]._replace(by_id=IDA)
    (deal,) = tell(1, facts, {}).deals
    assert (deal.qualified_by_id, deal.closer_id, deal.stage, deal.amount_minor) == (IDA, ANA, "proposal", 400_000)


def test_won_before_captured_is_kept_and_flagged():
    early = told("won 3k") + told("captured web", start_s=9 * H, first_seq=2)
    row = tell(1, early, {}).lead
    assert (row.state, row.has_warning, row.captured_s) == ("won", True, 9 * H)
    assert rows("captured web; won 3k").lead.has_warning is False


# --- who, what is known


@pytest.mark.parametrize(
    ("phrase", "side", "finder", "marketer"),
    [
        ("captured web", "marketing", None, None),
        ("captured trade_show by Ida", "marketing", IDA, IDA),
        ("captured cold_call by Bo", "sales", BO, None),
    ],
)
def test_who_found_a_lead(phrase, side, finder, marketer):
    assert lead(phrase, "found_side", "found_by_id", "marketer_id") == (side, finder, marketer)


def test_the_first_capture_counts_and_the_last_who_qualified():
    text = "captured web by Mia; captured trade_show by Bo; qualified 70"
    assert lead(text, "source", "found_by_id", "marketer_id", "captured_s") == ("web", PEOPLE["Mia"], IDA, 0)


def test_words_and_values_are_the_latest_known():
    text = "captured web; email=a@x.example; name=Ana; email=b@x.example; country=DE; employees=42; name=unknown; country=unknown"
    row = tell(1, told(text), words_told(text)).lead
    assert (row.email, row.name, row.country, row.employees) == ("b@x.example", None, None, 42)


def test_a_number_of_employees_beyond_the_row_is_capped():
    assert lead("captured web; employees=999999999999", "employees") == (2_147_483_647,)


# --- corrections, merges, late arrivals


@pytest.mark.parametrize(
    ("text", "without"),
    [
        (
            "captured web; handed over to Ana within 4 hours; call; undo",
            "captured web; handed over to Ana within 4 hours",
        ),
        ("captured web; handed over to Ana; accepted; undo", "captured web; handed over to Ana"),
        ("captured web; handed over to Ana; deal 3k; won 3k; undo", "captured web; handed over to Ana; deal 3k"),
        ("captured web; handed over to Ana; rejected no_need; undo", "captured web; handed over to Ana"),
    ],
)
def test_a_corrected_fact_leaves_no_trace(text, without):
    after, never = rows(text), rows(without)
    bare = {"last_s": 0, "last_seq": 0}
    assert after.lead._replace(**bare) == never.lead._replace(**bare)
    assert after[1:] == never[1:]


def test_a_waking_stays_without_effect_when_the_sleep_was_taken_back():
    facts = told("captured web; handed over to Ana; rejected too_early; recycled for 90 days; woken")
    gone = [
        Fact(20 + n, f"c{n}", "corrected", 99 * H, 0, lead_id=1, corrects_id=facts[at].id)
        for n, at in enumerate((2, 3))
    ]
    story = tell(1, facts + gone, {})
    assert (story.lead.state, story.hand_offs[0].is_open, story.hand_offs[0].answer) == ("handed_over", True, "open")


def test_a_merged_lead_points_to_the_other_and_has_no_rows_of_its_own():
    story = rows("captured web; handed over to Ana; deal; merged into 2")
    assert (story.lead.state, story.lead.merged_into_id, story[1:]) == ("merged", 2, ((), (), ()))
    assert merged_into(told("captured web; merged into 2"), 1) == 2
    assert merged_into(told("captured web; merged into 2; unmerged"), 1) is None
    assert merged_into(told("captured web; merged into 2; undo"), 1) is None


def test_a_survivor_tells_the_others_facts_as_its_own():
    gone = told("captured trade_show by Ida; handed over to Ana; call; merged into 1", lead_id=2)
    own = told("captured web", start_s=50 * H, first_seq=9)
    story = tell(1, [*own, *gone], {})
    assert (story.lead.state, story.lead.source, story.lead.merged_into_id) == ("handed_over", "trade_show", None)
    assert [(h.lead_id, h.owner_id, h.attempts) for h in story.hand_offs] == [(1, ANA, 1)]


def test_what_arrives_late_takes_its_place():
    facts = told("captured web; handed over to Ana within 4 hours; wait 9 hours; call")
    late = Fact(50, "late", "call", 3 * H, 99 * H, lead_id=1, side="sales", by_id=ANA, value_code="no_answer")
    assert [c.state for c in tell(1, facts, {}).clocks] == ["late"]
    (clock,) = tell(1, [*facts, late], {}).clocks
    assert (clock.state, clock.stopped_s) == ("kept", 3 * H)


PHRASES = st.lists(
    st.sampled_from(
        (
            "captured web", "captured trade_show by Ida", "country=DE", "employees=42", "budget=approved", "page pricing",
            "qualified 70", "queued capacity for 14 days", "handed over to Ana within 4 hours", "answer within 24 hours",
            "handed over to Bo", "accepted within 15 days for 3 attempts", "rejected too_early", "recycled for 90 days", "woken",
            "2 calls", "call reached", "reply", "reassigned to Bo within 2 hours", "reminded", "escalated", "deal 3k",
            "stage proposal", "won 4k", "lost price", "gave up", "disqualified", "undo", "wait 3 days", "merged into 2", "unmerged",
        )
    ),
    min_size=1,
    max_size=14,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PHRASES, st.integers(0, 10_000))
def test_the_order_in_which_facts_are_read_changes_nothing(phrases, seed):
    facts = told("captured web; " + "; ".join(phrases))
    shuffled = list(facts)
    Random(seed).shuffle(shuffled)
    assert tell(1, shuffled, {}) == tell(1, facts, {})


@settings(max_examples=300, deadline=None)
@given(PHRASES)
def test_rows_agree_with_each_other(phrases):
    story = tell(1, told("captured web; " + "; ".join(phrases)), {})
    assert sum(hand_off.is_open for hand_off in story.hand_offs) <= 1
    assert all((clock.stopped_s is None) == (clock.state == "running") for clock in story.clocks)
    assert all(clock.next_act is None for clock in story.clocks if clock.state != "running")
    if story.lead.state in ("returned", "recycled", "closed", "won", "lost", "merged"):
        assert not any(hand_off.is_open for hand_off in story.hand_offs)
    if story.lead.state == "queued":
        assert story.lead.queued_s is not None
    if story.lead.state in ("deal", "handed_over", "accepted"):
        assert story.lead.owner_id is not None
        assert story.lead.queued_s is None


def test_the_words_of_a_mail_are_not_the_address_of_the_lead():
    from leadpact.rules.facts import Fact
    from leadpact.rules.story import tell

    facts = [
        Fact(1, "f1", "captured", 1, 1, lead_id=1, side="buyer"),
        Fact(2, "f2", "described", 2, 2, lead_id=1, field="email", value_code="known"),
        Fact(3, "f3", "email", 3, 3, lead_id=1, side="sales", value_code="sent"),
    ]
    story = tell(1, facts, {2: ("email", "n@k.example"), 3: ("email", "I sent the offer")})
    assert story.lead.email == "n@k.example"
