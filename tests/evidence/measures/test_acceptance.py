"""Acceptance by criterion, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.evidence.catalogue import ask, items
from leadpact.evidence.criteria import plain_condition
from leadpact.rules.criteria import AccountLeads, Is, Known
from tests.evidence.company import AS_OF, START, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown

CRITERIA = {
    "Budget approved": plain_condition(Is("budget", ("approved",))),
    "Need known": plain_condition(Known("need")),
}
COLUMNS = ("leads", "met", "not_met", "unknown")


def small():
    """Six leads: what each is there for."""
    book = Book()
    for lead in range(1, 7):
        book.capture(lead, 0, source="web" if lead < 5 else "fair")
    book.describe(1, 1, "budget", "approved")  # met, accepted, won
    book.describe(1, 1, "need", "known")
    book.describe(2, 1, "budget", "none")  # not met, sent back after it was accepted
    book.describe(3, 1, "budget", "approved")  # met, then made unknown before the hand-off; open
    book.describe(3, 2, "budget", "unknown")
    book.describe(4, 1, "budget", "approved", recorded_s=START + 40 * 86_400)  # told after the hand-off: unknown
    book.describe(5, 6, "budget", "approved")  # happened after the hand-off: unknown
    book.tell("won", 6, 3)  # won before it was handed over
    for lead in range(1, 7):
        book.hand(lead, 5)
    book.tell("accepted", 1, 6)
    book.tell("won", 1, 20, deal_id=1)
    book.tell("accepted", 2, 6)
    book.tell("rejected", 2, 7, reason="no_budget")
    book.tell("rejected", 4, 6, reason="too_early")
    book.hand(4, 30)  # the answer to the second hand-off is not that to the first
    book.tell("accepted", 4, 31)
    book.tell("deal_opened", 5, 8, deal_id=2)  # a deal takes the lead
    return book.facts


def test_levels_and_answers_by_hand():
    result = ask("acceptance", sqlite_source(small()), as_of_s=AS_OF, criteria=CRITERIA)
    assert shown(result, ("criterion", *COLUMNS)) == [
        ("Budget approved", 6, 1, 1, 4),
        ("Need known", 6, 1, 5, 0),
    ]
    levels = ("criterion", "level", "leads", "answered", "accepted", "won", "accepted_share")
    assert shown(result, levels, "levels") == [
        ("Budget approved", "met", 1, 1, 1, 1, None),
        ("Budget approved", "not_met", 1, 1, 0, 0, None),
        ("Budget approved", "unknown", 4, 2, 1, 0, None),
        ("Need known", "met", 1, 1, 1, 1, None),
        ("Need known", "not_met", 5, 3, 1, 0, None),
        ("Need known", "unknown", 0, 0, 0, 0, None),
    ]
    assert result.sentence == "2 of 4 answered leads were accepted, of 6 handed over: too few to say more."
    assert [(note.key, note.args) for note in result.notes] == [
        ("unanswered", {"leads": 2}),
        ("won_early", {"leads": 1}),
    ]


def test_a_deal_takes_a_lead_whether_it_is_won_or_lost():
    book = Book()
    for lead in range(1, 25):
        book.hand(lead, 5)
        book.tell("won" if lead < 13 else "lost", lead, 9, deal_id=lead)
    book.hand(25, 5)
    book.tell("stage_changed", 25, 9, deal_id=25, stage="offer")  # a deal that is still open
    book.hand(26, 5)
    book.tell("lost", 26, 9, deal_id=26)
    book.tell("rejected", 26, 10)  # sent back, whatever came before
    source = sqlite_source(book.facts)
    result = ask("acceptance", source, as_of_s=AS_OF, criteria=CRITERIA)
    levels = ("criterion", "level", "leads", "answered", "accepted", "won")
    assert ("Need known", "not_met", 26, 26, 25, 12) in shown(result, levels, "levels")
    result = ask("scoring_quality", source, as_of_s=AS_OF)
    assert shown(result, ("judged", "had")) == [(26, 25)]
    result = ask("lead_definition", source, as_of_s=AS_OF)
    assert shown(result, ("leads", "accepted", "rejected", "unjudged"))[0] == (26, 25, 1, 0)


def test_counts_open_their_leads():
    source = sqlite_source(small())
    given = {"as_of_s": AS_OF, "criteria": CRITERIA}
    assert_counts_open_their_leads(ask("acceptance", source, **given), source, given)
    assert items("acceptance", source, given, {"number": "0", "level": "unknown"}) == [3, 4, 5, 6]
    assert items("acceptance", source, given | {"source": "web"}, {"number": "0", "level": "unknown"}) == [3, 4]


def test_a_fact_of_after_the_decision_moves_nothing():
    before = ask("acceptance", sqlite_source(small()), as_of_s=AS_OF, criteria=CRITERIA)
    book = Book()
    book.facts = small()
    book.describe(2, 5.5, "budget", "approved")
    book.describe(1, 9, "need", "unknown")
    assert ask("acceptance", sqlite_source(book.facts), as_of_s=AS_OF, criteria=CRITERIA).rows == before.rows


def test_one_source_alone_and_nothing_at_all():
    source = sqlite_source(small())
    assert shown(ask("acceptance", source, as_of_s=AS_OF, criteria=CRITERIA, source="fair"), COLUMNS)[0] == (2, 0, 0, 2)
    nobody = ask("acceptance", source, as_of_s=START, criteria=CRITERIA)
    assert (nobody.rows, nobody.sentence_key) == ((), "acceptance.none")
    bare = ask("acceptance", source, as_of_s=AS_OF)
    assert bare.sentence == "No pact in force names a criterion, so the 6 leads handed over meet or miss none."
    others = {"Colleagues": plain_condition(AccountLeads(2))}
    unread = ask("acceptance", source, as_of_s=AS_OF, criteria=others)
    assert unread.notes[0].text == "Not judged here, for they look at other leads of the company: Colleagues."


def world(seed, leads=600, effect=0.3):
    """Budget goes with acceptance by ``effect``; authority only follows budget; the need goes with nothing."""
    rng = np.random.default_rng(seed)
    book = Book()
    for lead in range(1, leads + 1):
        budget = rng.random() < 0.5
        follows = budget if rng.random() < 0.9 else not budget
        book.capture(lead, 0)
        book.describe(lead, 1, "budget", "approved" if budget else "none")
        book.describe(lead, 1, "authority", "decides" if follows else "none")
        if rng.random() < 0.5:
            book.describe(lead, 1, "need", "known")
        book.hand(lead, 2)
        book.tell("accepted" if rng.random() < 0.4 + effect * budget else "rejected", lead, 3)
    return book.facts


WORLD = {**CRITERIA, "Decides": plain_condition(Is("authority", ("decides",)))}


def test_what_only_repeats_another_criterion_is_said_to():
    result = ask("acceptance", sqlite_source(world(5)), as_of_s=AS_OF, criteria=WORLD)
    found = {row["criterion"]: row for row in result.rows}
    assert [found[name]["accepted_finding"] for name in WORLD] == ["more", "no_difference", "more"]
    budget, decides = found["Budget approved"], found["Decides"]
    assert budget["accepted_difference_low"] < 0.3 < budget["accepted_difference_high"]
    assert (budget["other"], budget["is_redundant"]) == ("Decides", False)
    assert (decides["other"], decides["is_redundant"]) == ("Budget approved", True)
    assert decides["ratio_crude"] > 2 > decides["ratio_within"]
    assert result.sentence_key == "acceptance.more"
    assert "“Budget approved”: where it is met," in result.sentence


@pytest.mark.long
def test_no_difference_is_named_in_about_one_of_twenty_companies_without_any():
    named = covered = 0
    for seed in range(200):
        rows = ask("acceptance", sqlite_source(world(seed, 300, 0.0)), as_of_s=AS_OF, criteria=WORLD).rows
        named += any(row["accepted_finding"] in ("more", "less") for row in rows)
        covered += rows[0]["accepted_difference_low"] <= 0 <= rows[0]["accepted_difference_high"]
    assert named <= 0.09 * 200
    assert covered >= 0.91 * 200
