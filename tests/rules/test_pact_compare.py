"""Two versions of a pact in words: what was added, removed, changed and moved."""

from dataclasses import replace

from leadpact.connectors import pact_file
from leadpact.rules.pact_compare import compare

OLD = pact_file.starter()


def read(text):
    reading = pact_file.read(text)
    assert reading.pact is not None, reading.errors
    return reading.pact


def said(text, before=OLD):
    found = compare(read(before), read(text))
    return [(part.key, each.kind, each.says) for part in found for each in part.changes]


def changed(old, new, count=1):
    assert old in OLD, old
    return OLD.replace(old, new, count)


def test_the_same_pact_has_no_changes():
    assert compare(read(OLD), read(OLD.replace("version: 1", "version: 5"))) == ()


def test_points_reasons_and_conditions_in_words():
    text = changed("points: 18", "points: 3").replace("between: [20, 500]", "between: [10, 400]")
    text = text.replace("because: They read what we send.", "because: They read.")
    assert said(text) == [
        ("good_lead", "changed", "Budget approved or planned: +18 → +3"),
        ("good_lead", "changed", "People 20 to 500 → People 10 to 400"),
        ("good_lead", "changed", ("Material read or link in a mail followed 2 times in 30 days: "
         "why: They read what we send. → They read.")),
    ]  # fmt: skip


def test_a_row_added_and_one_removed():
    start = OLD.index("    - when: {field: tool_today")
    end = OLD.index("    # Do they want something now?")
    gone = OLD[:start] + OLD[end:]
    row = "Tool today known: +4, fit, asked by sales: Knowing what they use today makes the first call a better one."
    assert said(gone) == [("good_lead", "removed", row)]
    assert said(OLD, gone) == [("good_lead", "added", row)]


def test_a_moved_row_is_told_once():
    pact = read(OLD)
    rows = pact.good_lead.points
    turned = replace(pact, good_lead=replace(pact.good_lead, points=(rows[1], rows[0], *rows[2:])))
    (part,) = compare(pact, turned)
    assert [(each.kind, each.row.label) for each in part.changes] == [("moved", "People 20 to 500")]


def test_gate_capacity_times_and_the_sections_in_order():
    text = (
        changed("points: 60,", "points: 50,")
        .replace("10 a week", "12 a week")
        .replace("within 3 working days", "within 2 working days")
    )
    text = text.replace("explored_slice: 0%", "explored_slice: 5%").replace("smallest_group: 5", "smallest_group: 7")
    assert said(text) == [
        ("hand_offs[1].touch", "changed", ("By points: From 60 points, at least 20 for fit, 10 for interest → "
         "From 50 points, at least 20 for fit, 10 for interest")),
        ("hand_offs[1].touch", "changed", "Each person takes: 10 a week → 12 a week"),
        ("back", "changed", "Marketing answers: within 3 working days → within 2 working days"),
        ("people", "changed", "Smallest group shown: 5 → 7"),
        ("trials", "changed", "Leads let through by chance: off → 5%"),
    ]  # fmt: skip


def test_every_key_of_the_file_is_said_somewhere():
    """A change of any number or word of the starter is told: nothing of a pact is signed unseen."""
    for old, new in (
        ("vision: We help", "vision: We serve"), ("covers: everyone", "covers: {field: country, is: AT}"),
        ("holidays: DE", "holidays: AT"), ("report_in: EUR", "report_in: USD"), ("half_life: 30", "half_life: 20"),
        ("qualification: [budget, ", "qualification: ["), ("Qualification call\n", "A call\n"),
        ("after: [qualification_call]", "after: []"), ("order: score", "order: age"), ("waits_at_most: 14", "waits_at_most: 7"),
        ("if_absent: wait", "if_absent: next rule"), ("answer: within 1 working day", "answer: within 2 working days"),
        ("too_early: wake after 90", "too_early: wake after 60"), ("least: {call: 3}", "least: {call: 2}"),
        ("remind at 75%", "remind at 50%"), ("rest: 30", "rest: 20"), ("8000 EUR", "9000 EUR"), ("60 EUR", "50 EUR"),
        ("window: 90", "window: 60"), ("sourced: first touch", "sourced: captured by"), ("target: 90%", "target: 80%"),
        ("unless: accepted_handoffs over 60", "unless: accepted_handoffs over 50"), ("names_kept: 12", "names_kept: 6"),
        ("names_kept: 12 months", "names_kept: 12 months\n  leads_kept: 24 months"),
        ("shuffled_call_order: off", "shuffled_call_order: on"), ("persistence: 0%", "persistence: 2%"),
    ):  # fmt: skip
        assert said(changed(old, new)), old
