"""Explanations of assignments: kept in codes, told in words."""

import pytest
from django.utils import timezone

from leadpact.ledger.rulebook import Rulebook
from leadpact.queries.assignment_words import chosen_words
from leadpact.rules.assignment_words import ids_in
from tests.company import company
from tests.story import PEOPLE

NAMES = {number: name for name, number in PEOPLE.items()}
NOW_S = 1_780_387_200  # 2 June 2026


@pytest.fixture
def acme(db):
    return company()


@pytest.mark.parametrize(
    ("why", "says"),
    [
        ("#2: turn of 2", "Ana: next in turn of 2 people"),
        (
            "#2: fewest_week of_language 3 de; full_others 1, away #3 1780704000, more_away 4",
            "Ana: fewest leads this week of 3 who speak German; 1 other is full, Bo is away, back on 6 Jun, 4 more are away",
        ),
        ("#2: least of_region 2 north_sea", "Ana: least recently served of 2 who cover north sea"),
        (
            "#2: only_language a%2C%20b%3A; uncounted",
            "Ana: the only one free who speaks a, b:; does not count against capacity",
        ),
        ("#2: owns_open_deal_owner", "Ana: owns the open deal"),
        (
            "#2: only; is_away_account_owner #3 1830384000; left_open_deal_owner #77",
            "Ana: the only one free; Bo, who owns the account, is away, back on 2 Jan 2028; #77, who owns the open deal, has left",
        ),
        ("waits: nobody_free_language de: full 2", "Waits: nobody who speaks German is free: 2 are full"),
        ("waits: no_rule", "Waits: no rule of the pact names anybody for this lead; end the order with round_robin"),
        # Told before there were codes, or brought in with history.
        ("#2: next in turn of 2 people; #77 is full", "Ana: next in turn of 2 people; #77 is full"),
        ("her turn", "her turn"),
        ("full", "full"),
        ("away #2 soon", "away Ana soon"),
        ("", ""),
        (None, ""),
    ],
)
def test_an_explanation_in_words(why, says):
    assert chosen_words(why, NAMES, None, NOW_S) == says


def test_a_region_is_called_by_the_pacts_word_or_by_its_code(acme):
    pact = Rulebook(NOW_S).main().pact
    said = [chosen_words(f"#2: only_region {code}", NAMES, pact, NOW_S) for code in ("PL", "north_sea", "web_form")]
    assert said == [
        "Ana: the only one free who covers PL", "Ana: the only one free who covers north sea",
        "Ana: the only one free who covers web form",
    ]  # fmt: skip


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo"])
def test_the_day_somebody_is_back_is_theirs_wherever_the_reader_is(zone):
    with timezone.override(zone):
        assert chosen_words("#2: only; away #3 1780696800", NAMES, None, NOW_S).endswith("back on 6 Jun")


def test_the_people_in_an_explanation_are_found():
    assert ids_in("#2: least of 2; away #13 1780704000") == [2, 13]
    assert ids_in(None) == []


def test_another_language_is_put_in_text_by_text():
    from leadpact.rules.assignment_words import tell

    other = {
        "next in turn": "als Nächste dran",
        "{why} of {n} who speak {language}": "{why} von {n}, die {language} sprechen",
        "German": "Deutsch",
    }
    said = tell("#2: turn of_language 3 de", name=str, day=str, word=str, _=lambda text: other.get(text, text))
    assert said == "#2: als Nächste dran von 3, die Deutsch sprechen"
