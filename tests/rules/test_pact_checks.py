"""What a pact that reads well may still get wrong, each with its place and what to do."""

from datetime import date

import pytest

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_checks import check

OLD = pact_file.starter()
ROW = "    - when: {field: budget, is: [approved, planned]}\n      points: 18"


def found(*pairs, today=None):
    text = OLD
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    checked = check(text, today=today)
    assert checked.pact is not None, checked.mistakes
    for each in checked.findings:
        assert text.splitlines()[each.line - 1].strip(), each
    return [(each.level, each.path, each.message) for each in checked.findings]


def more(condition, points="5"):
    row = f"    - when: {condition}\n      points: {points}\n      asked_by: both\n      because: Because.\n"
    return ROW, f"{row}{ROW}"


def test_the_starter_says_nothing_wrong():
    assert found(today=date(2026, 11, 1)) == []


def test_two_rows_that_ask_the_same_in_another_order():
    (one,) = found(more("{field: budget, is: [planned, approved]}"))
    assert one == (
        "error", "good_lead.points[2]",
        "asks the same as points[1], with 5 points there, 18 here; keep one of the two",
    )  # fmt: skip


@pytest.mark.parametrize(
    "condition",
    [
        "{all: [{field: budget, is: approved}, {field: budget, is: none}]}",
        "{all: [{field: employees, at_least: 50}, {field: employees, at_most: 10}]}",
        "{all: [{field: need, known: true}, {not: {field: need, known: true}}]}",
        "{all: [{field: country, unknown: true}, {field: country, is: DE}]}",
        "{any: [{all: [{field: budget, is: approved}, {field: budget, unknown: true}]}]}",
    ],
)
def test_a_condition_that_never_holds(condition):
    (one,) = found(more(condition))
    assert one[:2] == ("error", "good_lead.points[1].when")
    assert "contradicts itself and never holds; change it or remove the row" in one[2]


@pytest.mark.parametrize(
    "condition",
    [
        "{all: [{field: employees, at_least: 50}, {field: employees, at_most: 50}]}",
        "{all: [{field: budget, is: approved}, {field: country, is: DE}]}",
        "{all: [{field: budget, is_not: approved}, {field: budget, is_not: planned}]}",
        "{any: [{field: budget, is: none}, {field: budget, unknown: true}]}",
    ],
)
def test_a_condition_that_may_hold(condition):
    assert found(more(condition)) == []


def test_must_and_never_of_the_same():
    (one,) = found(
        (
            "    - {field: do_not_contact, is: true}",
            "    - {any: [{field: email, known: true}, {field: phone, known: true}]}",
        )
    )
    assert one == (
        "error", "good_lead.must[1]",
        ("“phone known, or e-mail known” must hold, and never[1] keeps every such lead back: no lead would cross; "
        "remove one of the two"),
    )  # fmt: skip


def test_musts_and_nevers_that_are_opposites():
    said = found(
        ("  never:", "    - {field: need, known: true}\n    - {field: need, unknown: true}\n  never:"),
        (
            "    - {field: do_not_contact, is: true}",
            "    - {field: do_not_contact, is: true}\n    - {field: do_not_contact, is_not: true}",
        ),
    )
    assert [(level, path) for level, path, _ in said] == [
        ("error", "good_lead.must[3]"), ("error", "good_lead.never[2]"), ("error", "hand_offs[1].comes_with[2]"),
    ]  # fmt: skip


def test_a_gate_that_nothing_can_pass():
    said = found(
        ("gate: {points: 60, least: {fit: 20, intent: 10}}", "gate: {points: 109, least: {fit: 71, intent: 39}}")
    )
    assert said == [
        ("error", "hand_offs[1].lanes[2].gate.points", ("asks for 109 points, and a lead can have 108 at most: nothing would pass; "
         "ask for 108 or fewer, or give rows more points")),
        ("error", "hand_offs[1].lanes[2].gate.least.fit", ("asks for 71 points for fit, and a lead can have 70 at most: nothing "
         "would pass; ask for 70 or fewer, or give its rows more points")),
        ("error", "hand_offs[1].lanes[2].gate.least.intent", ("asks for 39 points for interest, and a lead can have 38 at most: "
         "nothing would pass; ask for 38 or fewer, or give its rows more points")),
    ]  # fmt: skip


def test_rows_that_exclude_each_other_count_once_for_the_most_points():
    """Budget is approved or none: never both, so the 30 points of the second row do not come on top."""
    text = more("{field: budget, is: none}", "30")
    assert found(text, ("points: 60,", "points: 120,")) == []
    (one,) = found(text, ("points: 60,", "points: 121,"))
    assert "can have 120 at most" in one[2]


@pytest.mark.parametrize(
    ("lane", "is_reached"),
    [
        ("gate: {points: 70}", True),
        ("gate: {points: 60, least: {fit: 20, intent: 10}}", False),
        ("when: {field: country, is: DE}\n        gate: {points: 80, least: {fit: 30, intent: 10}}", False),
        ("gate: {points: 50}", True),
        ("gate: {points: 60, least: {fit: 20}}", True),
        ("gate: {points: 70, least: {fit: 30, intent: 10}}", False),
    ],
)
def test_a_lane_that_nothing_reaches(lane, is_reached):
    said = found(("        surge: {over: 50 a day, first_touch: within 2 working days}\n",
                  f"      - lane: late\n        {lane}\n        first_touch: within 2 working days\n"))  # fmt: skip
    assert bool(said) is not is_reached
    if said:
        assert said[0][:2] == ("error", "hand_offs[1].lanes[3]")
        assert "no lead gets here: every lead that fits fits “By points” before it" in said[0][2]


def test_what_is_said_and_may_stand():
    said = found(("points: 60, least: {fit: 20, intent: 10}", "points: 0"), more("{field: do_not_contact, is: true}"),
                 today=date(2027, 2, 1))  # fmt: skip
    assert [(level, path) for level, path, _ in said] == [
        ("warning", "good_lead.points[1]"), ("warning", "hand_offs[1].lanes[2].gate"),
        ("warning", "goals.together[1].review_by"), ("warning", "goals.marketing[1].review_by"),
        ("warning", "goals.sales[1].review_by"),
    ]  # fmt: skip
    assert said[2][2] == "15 January 2027 is over; name the day on which this goal is looked at again"


def test_findings_carry_their_place_in_the_file():
    text = OLD.replace("points: 60,", "points: 95,").replace("points: 18", "points: 1")
    (one,) = check(text, "our.yaml").findings
    line = text[: text.index("points: 95")].count("\n") + 1
    assert str(one).startswith(f"our.yaml:{line}:16: error: hand_offs[1].lanes[2].gate.points: asks for 95 points")


def test_leads_that_sleep_for_longer_than_they_are_kept():
    kept = "names_kept: 12 months"
    (one,) = found((kept, f"{kept}\n  leads_kept: 90 days"))
    assert one[:2] == ("warning", "people.leads_kept")
    assert "leads are kept for 90 days, and some sleep for 90 days before they come forward again" in one[2]
    assert found((kept, f"{kept}\n  leads_kept: 4 months")) == []
