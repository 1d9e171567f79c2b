"""First and last touch: of the lead now, and as they stood at a hand-off."""

from leadpact.queries.trackers_came import came_of
from leadpact.rules.facts import Fact


def fact(seq, kind, at_s, source, campaign=None, recorded_s=None):
    return Fact(seq, f"f{seq}", kind, at_s, recorded_s or at_s, lead_id=1, source=source, campaign=campaign)


TOLD = [
    fact(1, "captured", 200, "paid_search"), fact(2, "page_view", 100, "organic_search", recorded_s=200),
    fact(3, "page_view", 300, "email", "News"), fact(4, "page_view", 400, "unknown"), fact(5, "page_view", 500, None),
]  # fmt: skip


def said(facts, **more):
    return [(each.label, each.source, each.campaign) for each in came_of(facts, None, **more)]


def test_the_first_and_the_last_that_name_a_source():
    assert said(TOLD) == [("First touch", "organic search", ""), ("Last touch", "email", "News")]


def test_what_came_after_a_hand_off_does_not_count_for_it():
    assert said(TOLD, by_s=250) == [("First touch", "organic search", ""), ("Last touch", "paid search", "")]
    assert said(TOLD, by_s=150) == []  # The visit was not known to be the lead's by then.


def test_unknown_is_a_source_of_its_own():
    assert said([fact(1, "captured", 1, "unknown")]) == [("First and last touch", "unknown", "")]
    assert said([]) == []
