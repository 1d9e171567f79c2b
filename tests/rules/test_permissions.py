"""One table says who may do what."""

from __future__ import annotations

import pytest

from leadpact.rules.permissions import ROLES, VERBS, may, may_on, reach_of

EVERYBODY = set(ROLES)
MARKETING = {"marketer", "marketing_head"}
SALES = {"salesperson", "sales_head"}
HEADS = {"marketing_head", "sales_head"}


def who_may(verb: str) -> set[str]:
    return {role for role in ROLES if may(role, verb)}


@pytest.mark.parametrize(
    ("verb", "roles"),
    [
        ("see_leads", MARKETING | {"sales_head", "operator"}),
        ("see_own_leads", EVERYBODY - {"reader"}),
        ("see_queue", EVERYBODY - {"reader"}),
        ("capture_lead", MARKETING | SALES),
        ("edit_lead", MARKETING | SALES),
        ("qualify", MARKETING | SALES),
        ("hand_over", MARKETING | SALES),
        ("answer", SALES),
        ("log_attempt", MARKETING | SALES),
        ("reassign", {"sales_head"}),
        ("manage_deals", SALES),
        ("correct_facts", EVERYBODY - {"reader"}),
        ("merge_leads", EVERYBODY - {"reader"}),
        ("see_scoreboard", EVERYBODY),
        ("see_evidence", EVERYBODY),
        ("see_pact", EVERYBODY),
        ("propose_pact", HEADS | {"operator"}),
        ("draft_pact", MARKETING | SALES | {"operator"}),
        ("comment_pact", MARKETING | SALES | {"operator"}),
        ("withdraw_pact", HEADS | {"operator"}),
        ("sign_for_marketing", {"marketing_head"}),
        ("sign_for_sales", {"sales_head"}),
        ("manage_absence", EVERYBODY),
        ("manage_hours", EVERYBODY),
        ("manage_people", {"operator"}),
        ("manage_company", {"operator"}),
        ("manage_keys", {"operator"}),
        ("manage_capture", MARKETING | {"sales_head", "operator"}),
        ("place_mail", MARKETING | SALES | {"operator"}),
        ("import_data", HEADS | {"operator"}),
        ("export_data", HEADS | {"operator"}),
        ("forget_person", HEADS | {"operator"}),
        ("see_jobs", {"operator"}),
        ("retry_jobs", {"operator"}),
    ],
)
def test_who_may(verb, roles):
    assert who_may(verb) == roles


def test_this_file_speaks_of_every_verb():
    [mark] = test_who_may.pytestmark
    assert [row[0] for row in mark.args[1]] == list(VERBS)


@pytest.mark.parametrize(
    ("role", "is_own", "same_side", "may_answer"),
    [
        ("salesperson", True, True, True),
        ("salesperson", False, True, False),
        ("sales_head", False, True, True),
        ("sales_head", True, False, True),
        ("sales_head", False, False, False),
        ("marketer", True, True, False),
        ("operator", True, True, False),
        ("reader", True, True, False),
    ],
)
def test_a_lead_is_answered_by_its_owner_or_the_head_of_the_team(role, is_own, same_side, may_answer):
    assert may_on(role, "answer", is_own=is_own, same_side=same_side) is may_answer


def test_marketing_edits_any_lead_and_sales_its_own():
    assert may_on("marketer", "edit_lead", is_own=False, same_side=False)
    assert not may_on("salesperson", "edit_lead", is_own=False, same_side=True)


def test_reach_narrows_a_list():
    assert [reach_of(role, "see_own_leads") for role in ROLES] == ["all", "own", "all", "side", "all", None]


def test_what_one_may_do_to_nobody_one_may_not_do():
    for role in ROLES:
        for verb in VERBS:
            assert may_on(role, verb, is_own=True, same_side=True) is may(role, verb)


def test_every_verb_says_in_one_line_what_it_is():
    for name, verb in VERBS.items():
        assert verb.name == name
        assert verb.says[0].isupper()
        assert verb.says.endswith(".")
        assert len(verb.says) <= 90
        assert {role for role, _ in verb.reach} <= EVERYBODY


def test_a_misspelt_name_is_no_silent_no():
    with pytest.raises(ValueError, match=r"no verb 'see_lead'.*did you mean 'see_leads'"):
        may("reader", "see_lead")
    with pytest.raises(ValueError, match=r"no role 'boss'.*choose one of marketer"):
        may_on("boss", "answer", is_own=True, same_side=True)
