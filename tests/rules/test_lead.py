"""What was known of a lead at a moment: recorded by then, happened by then, not corrected by then."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadpact.rules.facts import Fact
from leadpact.rules.lead import Seen, Touch, Value, seen, valid
from tests.story import told

H = 3600


def kinds(facts):
    return [(fact.kind, fact.seq) for fact in facts]


def test_everything_a_condition_may_read():
    facts = told(
        "captured web; budget=approved; employees=420; name=Ana; form demo; page pricing; action qualification_call; "
        "call; reply; qualified 70; handed over to Ana; accepted"
    )
    assert seen(facts) == Seen(
        values={
            "source": Value("web", None, 0, 1, "buyer", None),
            "budget": Value("approved", None, H, 2, "marketing", None),
            "employees": Value("420", 420.0, 2 * H, 3, "marketing", None),
            "name": Value("known", None, 3 * H, 4, "marketing", None),
        },
        touches={
            "form_filled": [Touch(4 * H, "demo", 5, "buyer")],
            "page_view": [Touch(5 * H, "pricing", 6, "buyer")],
            "call": [Touch(7 * H, None, 8, "sales")],
            "email": [Touch(8 * H, None, 9, "buyer")],
        },
        actions={"qualification_call"},
        members={1},
    )


def test_where_it_came_from_fills_nothing_that_somebody_called_unknown():
    assert not seen(told("source=unknown; captured web")).values
    assert not seen(told("captured web; source=unknown; captured mail")).values
    assert seen(told("source=unknown; captured web; source=mail")).values["source"].code == "mail"


def test_a_value_that_became_unknown_is_absent():
    assert seen(told("captured web; budget=approved; budget=unknown")).values.keys() == {"source"}


def test_the_first_source_and_campaign_count():
    facts = told("captured web; captured trade_show")
    facts[1] = facts[1]._replace(campaign="spring")
    found = seen(facts).values
    assert (found["source"].code, found["campaign"].code) == ("web", "spring")


def test_the_latest_value_is_by_when_it_was_so_not_by_when_it_came():
    facts = told("captured web; budget=approved")
    late = Fact(9, "late", "described", H // 2, 99 * H, lead_id=1, field="budget", value_code="none")
    assert seen([*facts, late]).values["budget"].code == "approved"
    assert seen([*facts, late._replace(occurred_s=2 * H)]).values["budget"].code == "none"


@pytest.mark.parametrize(
    ("as_of_h", "codes"),
    [
        (0, {"web"}),
        (0.5, {"web"}),
        (1, {"web", "planned"}),
        (2.9, {"web", "planned"}),
        (3, {"web", "approved"}),
        (99, {"web", "none"}),
    ],
)
def test_as_of_asks_what_was_recorded_and_had_happened_by_then(as_of_h, codes):
    facts = told("captured web; budget=planned; page pricing; budget=approved")
    told_late = Fact(9, "late", "described", 4 * H, 50 * H, lead_id=1, field="budget", value_code="none")
    future = Fact(10, "future", "described", 200 * H, 0, lead_id=1, field="need", value_code="known")
    found = seen([*facts, told_late, future], round(as_of_h * H))
    assert {value.code for value in found.values.values()} == codes


def test_a_correction_counts_from_when_it_was_recorded():
    facts = told("captured web; budget=approved; undo")
    assert kinds(valid(facts)) == [("captured", 1), ("corrected", 3)]
    assert kinds(valid(facts, recorded_by_s=H)) == [("captured", 1), ("described", 2)]


def test_facts_of_one_moment_stand_in_order_of_recording():
    facts = [Fact(seq, str(seq), "page_view", 5, 5, lead_id=1) for seq in (3, 1, 2)]
    assert [fact.seq for fact in valid(facts)] == [1, 2, 3]


PHRASES = (
    "budget=approved",
    "budget=none",
    "budget=unknown",
    "employees=9",
    "page pricing",
    "form demo",
    "call",
    "undo",
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), max_size=10), st.integers(0, 9999), st.integers(0, 12))
def test_what_is_seen_does_not_hang_on_the_order_of_reading(phrases, seed, hour):
    facts = told("captured web; " + "; ".join(phrases))
    shuffled = list(facts)
    Random(seed).shuffle(shuffled)
    assert seen(shuffled, hour * H) == seen(facts, hour * H)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), max_size=10), st.integers(0, 12))
def test_what_comes_later_does_not_change_what_was_seen(phrases, hour):
    facts = told("captured web; " + "; ".join(phrases))
    by_then = [fact for fact in facts if fact.recorded_s <= hour * H]
    assert seen(facts, hour * H) == seen(by_then, hour * H)
