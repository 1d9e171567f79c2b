"""Changes to a pact's file: one piece changes, everything else stays, and two people's changes come together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import WrongEdit, edited, merged, pieces, tree
from leadpact.rules.pact_edits import Edit, at

OLD = pact_file.starter()
POINTS = ("good_lead", "points")


def lines_changed(new, old=OLD):
    import difflib

    found = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (Edit("set", (*POINTS, 0, "points"), "20"), ["-      points: 18", "+      points: 20"]),
        (Edit("set", (*POINTS, 0, "because"), "Yes: really #1"),
         ["-      because: Without money there is no deal, however good the talk.", "+      because: 'Yes: really #1'"]),
        (Edit("set", (*POINTS, 1, "when"), {"field": "employees", "between": ["10", "400"]}),
         ["-    - when: {field: employees, between: [20, 500]}", "+    - when: {field: employees, between: [10, 400]}"]),
        (Edit("set", (*POINTS, 0, "label"), "Money"), ["+      label: Money"]),
        (Edit("set", ("hand_offs", 0, "short_list", "each_person"), "12 a week"),
         ["-    short_list: {each_person: 10 a week, order: score, waits_at_most: 14 days}",
          "+    short_list: {each_person: 12 a week, order: score, waits_at_most: 14 days}"]),
        (Edit("set", ("people", "smallest_group"), "7"), ["-  smallest_group: 5", "+  smallest_group: 7"]),
        (Edit("set", ("follow_up", "material"), [{"kind": "case_study", "by_attempt": "2"}]),
         ["-  material: []                # such as {kind: case_study, by_attempt: 2}",
          "+  material: [{kind: case_study, by_attempt: 2}]                # such as {kind: case_study, by_attempt: 2}"]),
        (Edit("insert", ("goals", "sales", 1), {"measure": "deals_won", "target": "4 a month", "review_by": "2027-01-15"}),
         ["+    - {measure: deals_won, target: 4 a month, review_by: 2027-01-15}"]),
        (Edit("remove", ("hand_offs", 0, "assign", 1)), ["-      - {by: account_owner, counts: false}"]),
        (Edit("set", ("vision",), "Help: always, [and] {ever}"),
         ["-vision: We help the right companies, and none of them waits for an answer.", "+vision: 'Help: always, [and] {ever}'"]),
    ],
)  # fmt: skip
def test_one_piece_changes_and_nothing_else(edit, lines):
    assert lines_changed(edited(OLD, [edit])) == lines


def test_a_row_put_in_looks_like_the_rows_beside_it():
    row = {"when": {"field": "country", "is": ["DE", "NO"]}, "points": "5", "asked_by": "both", "because": "Near."}
    new = edited(OLD, [Edit("insert", (*POINTS, 1), row)])
    assert lines_changed(new) == [
        "+    - when: {field: country, is: [DE, NO]}", "+      points: 5", "+      asked_by: both", "+      because: Near.",
    ]  # fmt: skip
    assert pact_file.read(new).pact.good_lead.points[1].points == 5


def test_moving_there_and_back_changes_nothing():
    moved = edited(OLD, [Edit("move", (*POINTS, 0), to=7)])
    assert at(tree(moved), (*POINTS, 7)) == at(tree(OLD), (*POINTS, 0))
    assert edited(moved, [Edit("move", (*POINTS, 7), to=0)]) == OLD


def test_headings_stay_where_they_are_when_rows_go():
    new = edited(OLD, [Edit("remove", (*POINTS, 7)), Edit("remove", (*POINTS, 6))])
    assert [line for line in lines_changed(new) if "#" in line] == []


def test_the_last_row_of_a_list_and_a_key_in_braces_go_too():
    new = edited(
        OLD,
        [Edit("set", ("good_lead", "never"), None), Edit("set", ("hand_offs", 0, "lanes", 1, "gate", "least"), None)],
    )
    assert (at(tree(new), ("good_lead", "never")), at(tree(new), ("hand_offs", 0, "lanes", 1, "gate"))) == (
        None,
        {"points": "60"},
    )
    assert [line for line in OLD.splitlines() if line.strip().startswith("#")] == [
        line for line in new.splitlines() if line.strip().startswith("#")
    ]


def test_a_place_that_is_gone_is_refused():
    with pytest.raises(WrongEdit, match=r"There is no good_lead\.points\.40 in this draft any more"):
        edited(OLD, [Edit("remove", (*POINTS, 40))])


def test_pieces_make_the_file():
    assert "".join(pieces(OLD)) == OLD
    assert sum(piece.startswith("    - when:") for piece in pieces(OLD)) == 12


EDITS = st.one_of(
    st.builds(lambda i, p: Edit("set", (*POINTS, i, "points"), str(p)), st.integers(0, 11), st.integers(0, 50)),
    st.builds(lambda i, w: Edit("set", (*POINTS, i, "because"), w), st.integers(0, 11),
              st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1, max_size=40)
              .filter(lambda text: text.strip() == text and text)),
    st.builds(lambda i: Edit("remove", (*POINTS, i)), st.integers(0, 11)),
    st.builds(lambda i, j: Edit("move", (*POINTS, i), to=j), st.integers(0, 11), st.integers(0, 11)),
    st.builds(lambda i, n: Edit("insert", (*POINTS, i), {"when": {"field": "industry", "is": f"i{n}"}, "points": "1",
              "asked_by": "both", "because": "B."}), st.integers(0, 12), st.integers(0, 9)),
    st.just(Edit("set", ("follow_up", "rest"), "20 days")),
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(EDITS)
def test_any_change_leaves_comments_and_everything_else(edit):
    new = edited(OLD, [edit])
    comments = [line for line in OLD.splitlines() if line.strip().startswith("#")]
    assert [line for line in new.splitlines() if line.strip().startswith("#")] == comments
    kept = {key: value for key, value in tree(OLD).items() if key not in ("good_lead", "follow_up")}
    assert {key: value for key, value in tree(new).items() if key not in ("good_lead", "follow_up")} == kept


# --- two people


def both(mine, theirs):
    return merged(OLD, edited(OLD, mine), edited(OLD, theirs))


def test_changes_at_different_places_come_together():
    one, other = Edit("set", (*POINTS, 0, "points"), "20"), Edit("set", (*POINTS, 1, "points"), "9")
    assert both([one], [other]).text == edited(OLD, [one, other])
    assert both([one], [Edit("move", (*POINTS, 3), to=1)]).text == edited(OLD, [one, Edit("move", (*POINTS, 3), to=1)])


def test_two_new_rows_at_the_same_place_are_both_kept():
    def row(code):
        return Edit(
            "insert",
            (*POINTS, 12),
            {"when": {"field": "country", "is": code}, "points": "1", "asked_by": "both", "because": "B."},
        )

    text = both([row("AT")], [row("CH")]).text
    rows = at(tree(text), POINTS)
    assert [each["when"]["is"] for each in rows[12:]] == ["CH", "AT"]
    assert pact_file.read(text).pact is not None


def test_the_same_row_changed_by_both_is_a_clash_with_what_the_other_wrote():
    found = both([Edit("set", (*POINTS, 0, "points"), "20")], [Edit("set", (*POINTS, 0, "because"), "Because.")])
    (clash,) = found.clashes
    assert (found.text, "points: 20" in clash.mine, "because: Because." in clash.theirs) == (None, True, True)
    gone = both([Edit("set", (*POINTS, 0, "points"), "20")], [Edit("remove", (*POINTS, 0))])
    assert (gone.text, gone.clashes[0].theirs) == (None, "")


def test_the_same_change_made_twice_is_made_once():
    one = Edit("set", (*POINTS, 0, "points"), "20")
    assert both([one], [one]).text == edited(OLD, [one])


@settings(max_examples=15, deadline=None)
@given(EDITS, EDITS)
def test_merging_is_fair_and_loses_nothing(mine, theirs):
    """Both orders clash alike; what comes together reads as a tree that has both changes of single values."""
    a, b = edited(OLD, [mine]), edited(OLD, [theirs])
    one, other = merged(OLD, a, b), merged(OLD, b, a)
    assert (one.text is None) == (other.text is None)
    if one.text is not None:
        assert tree(one.text) is not None
        for edit in (mine, theirs):
            if edit.act == "set":
                assert str(edit.value) in one.text
