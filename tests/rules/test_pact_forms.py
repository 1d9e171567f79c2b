"""The pact in forms: a form that is sent as it came changes nothing, and what is typed becomes the piece of the file."""

import pytest
from hypothesis import given, settings

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import edited, tree
from leadpact.connectors.pact_file_rows import NoSuchRow, form, path_now, try_row
from leadpact.rules.criteria import All, AnyOf, Not
from leadpact.rules.pact_edits import Edit, at
from leadpact.rules.pact_forms import edits_of, filled, form_of, path_of, path_words, unfinished
from leadpact.rules.pact_forms_conditions import asked_of, condition_tree_of
from leadpact.rules.pact_words import sections
from leadpact.rules.pact_writing_criteria import condition_tree
from tests.rules.conditions_strategy import conditions

OLD = pact_file.starter()
PACT = pact_file.read(OLD).pact
ROWS = [row.path for section in sections(PACT) for row in section.rows]


def sent(of):
    """What a browser sends for a form as it came."""
    posted = {each.name: [each.value] for each in of.inputs}
    for number, part in enumerate(of.condition.parts if of.condition else ()):
        name = f"part-{number}-"
        posted |= {f"{name}{key}": [getattr(part, key)] for key in ("what", "test", "low", "high", "of", "within")}
        posted[f"{name}values"] = list(part.values)
        if part.is_negated:
            posted[f"{name}not"] = ["yes"]
    if of.condition:
        posted["join"] = [of.condition.join]
    return posted


def test_every_row_has_a_form():
    assert {path for path in ROWS if form_of(tree(OLD), PACT, path) is None} == set()


@pytest.mark.parametrize("path", [*ROWS, "order"])
def test_a_form_sent_as_it_came_changes_nothing(path):
    of = form(OLD, path)
    assert edits_of(filled(of, sent(of)), tree(OLD)) == []


def test_paths_read_as_they_are_written():
    for path in ROWS:
        assert path_words(path_of(path)) == path


def unwrapped(condition):
    """Without lists of one, and double denials."""
    if isinstance(condition, All | AnyOf) and len(condition.conditions) == 1:
        return unwrapped(condition.conditions[0])
    if isinstance(condition, All | AnyOf):
        return type(condition)(tuple(map(unwrapped, condition.conditions)))
    return Not(unwrapped(condition.condition)) if isinstance(condition, Not) else condition


@settings(max_examples=150, deadline=None)
@given(conditions)
def test_a_condition_comes_back_from_its_form(condition):
    plain = unwrapped(condition)
    try:
        written = condition_tree(plain, PACT.field)
    except ValueError:
        return  # bounds without a bound; no file can say that
    if "[]" in str(written):
        return
    assert condition_tree_of(asked_of(written, "x", PACT)) == written


def row_typed(path, **typed):
    of = form(OLD, path)
    return try_row(OLD, path, sent(of) | {key.replace("__", "."): [value] for key, value in typed.items()})


def test_a_row_typed_in_becomes_the_piece_of_the_file():
    tried = try_row(OLD, "good_lead.points[13]", {
        "part-0-what": ["field:country"], "part-0-test": ["is"], "part-0-typed": ["DE, AT"], "part-0-not": ["yes"],
        "part-1-what": ["touches"], "part-1-values": ["call", "meeting"], "part-1-low": ["2"], "part-1-within": ["14 days"],
        "part-2-what": [""], "join": ["any"], "points": ["4"], "group": ["fit"], "asked_by": ["sales"],
        "because": ["They  call\nback."], "label": [""],
    })  # fmt: skip
    assert (tried.form.is_wrong, tried.form.condition.words) == (
        False, "Not: country DE or AT, or call or meeting 2 times in 14 days",
    )  # fmt: skip
    row = {
        "when": {"any": [{"not": {"field": "country", "is": ["DE", "AT"]}},
                         {"touches": ["call", "meeting"], "at_least": "2", "within": "14 days"}]},
        "points": "4", "group": "fit", "asked_by": "sales", "because": "They call back.",
    }  # fmt: skip
    assert tried.edits == (Edit("insert", ("good_lead", "points", 12), row),)
    assert at(tree(edited(OLD, tried.edits)), ("good_lead", "points", 12)) == row


def test_every_mistake_stands_at_its_input():
    tried = row_typed(
        "hand_offs[1].lanes[2]", points="many", least__fit="-1", first_touch="soon", surge__over="", lane=""
    )
    wrong = {each.name: each.errors for each in tried.form.inputs if each.errors}
    assert set(wrong) == {"lane", "points", "least.fit", "first_touch", "surge.over"}
    assert "is not a span of time; expected a span such as" in wrong["first_touch"][0]
    condition = try_row(OLD, "good_lead.points[2]", sent(form(OLD, "good_lead.points[2]")) | {"part-0-low": ["600"]})
    assert condition.form.condition.parts[0].errors == ("the lower bound lies above the upper one; turn them round",)
    assert condition.form.condition.words == ""


def test_mistakes_elsewhere_name_their_place():
    """The only rows of a group that a gate asks points of cannot leave the group unseen."""
    text = edited(OLD, [Edit("set", ("good_lead", "points", n, "group"), None) for n in (8, 9, 10)])
    tried = try_row(text, "good_lead.points[8]", sent(form(text, "good_lead.points[8]")) | {"group": [""]})
    (says,) = tried.form.others
    assert says.startswith(
        "hand_offs[1].lanes[2].gate.least.intent: no row of `good_lead.points` is in the group `intent`"
    )


@pytest.mark.parametrize(
    ("path", "typed", "where", "value"),
    [
        ("hand_offs[1].comes_with", {"value": "company, phone or email"}, "hand_offs.0.comes_with",
         ["company", {"one_of": ["phone", "email"]}]),
        ("hand_offs[1].short_list.each_person", {"short_list__each_person": "3 a day"}, "hand_offs.0.short_list.each_person", "3 a day"),
        ("follow_up.attempts", {"attempt__least": "call: 2, email: 1"}, "follow_up.attempt.least", {"call": "2", "email": "1"}),
        ("hand_offs[1].reject_reasons[1]", {"recycle": "other: back to marketing"}, "hand_offs.0.recycle", {"other": "back to marketing"}),
        ("good_lead.half_life", {"value": ""}, "good_lead.half_life", None),
        ("time.hours", {"hours": "mon-fri: 09:00-17:00"}, "time.hours", {"mon-fri": "09:00-17:00"}),
        ("hand_offs[1].lanes[2]", {"gate": "always"}, "hand_offs.0.lanes.1.gate", "always"),
        ("hand_offs[1].lanes[2]", {"surge__over": "", "surge__first_touch": ""}, "hand_offs.0.lanes.1.surge", None),
        ("good_lead.never[1]", {"part-0-values": "false"}, "good_lead.never.0.is", "false"),
        ("goals.sales[1]", {"unless": "", "target": "85%"}, "goals.sales.0.unless", None),
        ("people.figures", {"figures": "own"}, "people.figures", "own"),
        ("people.leads_kept", {"leads_kept": "24 months"}, "people.leads_kept", "24 months"),
        ("trials.persistence", {"persistence": "2%"}, "trials.persistence", "2%"),
        ("credit", {"originator": "30%", "closer": "50%"}, "credit.closer", "50%"),
        ("follow_up.if_late[1]", {"value": "remind at 60%"}, "follow_up.if_late.0", "remind at 60%"),
    ],
)  # fmt: skip
def test_places_of_one_line(path, typed, where, value):
    tried = row_typed(path, **typed)
    assert not tried.form.is_wrong
    steps = tuple(int(each) if each.isdigit() else each for each in where.split("."))
    assert at(tree(edited(OLD, tried.edits)), steps) == value


def test_the_first_row_of_a_list_that_is_not_there_yet():
    text = edited(OLD, [Edit("set", ("good_lead", "never"), None), Edit("set", ("goals",), None)])
    for path, typed, where in (
        ("good_lead.never[1]", {"part-0-what": ["field:do_not_contact"], "part-0-test": ["is"], "part-0-values": ["true"]}, ("good_lead", "never")),
        ("goals.sales[1]", {"measure": ["deals_won"], "target": ["4 a month"], "review_by": ["2027-01-15"]}, ("goals", "sales")),
    ):  # fmt: skip
        tried = try_row(text, path, typed)
        assert not tried.form.is_wrong, tried.form
        assert len(at(tree(edited(text, tried.edits)), where)) == 1


def test_what_is_not_typed_yet_is_no_mistake_yet():
    tried = try_row(OLD, "good_lead.points[13]", {"part-0-what": ["field:industry"], "points": ["x"], "because": [""]})
    assert tried.form.is_wrong
    quiet = unfinished(tried.form)
    assert [each.name for each in quiet.inputs if each.errors] == ["points"]
    assert (quiet.condition.all_errors, quiet.others) == ((), ())


def test_a_row_is_found_again_after_others_moved_it():
    moved = edited(OLD, [Edit("move", ("good_lead", "points", 0), to=3)])
    assert path_now(OLD, moved, "good_lead.points[1]") == "good_lead.points[4]"
    gone = edited(OLD, [Edit("remove", ("good_lead", "points", 0))])
    assert path_now(OLD, gone, "good_lead.points[1]") == "good_lead.points[12]"
    assert path_now(OLD, gone, "vision") == "vision"


@pytest.mark.parametrize(
    "path", ["good_lead.points[40]", "lists", "hand_offs[3].assign", "hand_offs[3].lanes[1]", "x[1]", ""]
)
def test_a_place_without_a_form(path):
    with pytest.raises(NoSuchRow):
        form(OLD, path)


@pytest.mark.parametrize(("written", "shown"), [("true", "on"), ("Yes", "on"), ("on", "on"), ("no", "off")])
def test_a_switch_written_another_way_is_shown_and_left_as_it_is(written, shown):
    text = edited(OLD, [Edit("set", ("trials",), {"shuffled_call_order": written})])
    asked = form(text, "trials.shuffled_call_order")
    assert {each.name: each.value for each in asked.inputs}["shuffled_call_order"] == shown
    assert edits_of(filled(asked, sent(asked)), tree(text)) == []


def test_a_condition_of_more_lines_than_a_form_has_stays_in_the_file():
    lines = [{"field": "country", "is": name} for name in ("DE", "FR", "IT", "ES", "PT", "NL", "BE", "AT", "CH")]
    for few, has_lines in ((lines[:8], True), (lines, False)):
        asked = asked_of({"any": few}, "good_lead.must[1]", PACT)
        assert (len(asked.parts), asked.text is None) == ((8, True) if has_lines else (0, False))
        assert condition_tree_of(asked) == {"any": few}


def test_whether_trials_are_announced_has_its_input():
    assert "trials" in {each.name for each in form(OLD, "people.trials").inputs}


def test_which_leads_a_pact_is_for():
    tried = try_row(
        OLD, "covers", {"part-0-what": ["field:country"], "part-0-test": ["is"], "part-0-typed": ["DE, AT"]}
    )
    assert (tried.form.is_wrong, tried.form.condition.words, tried.form.is_row) == (False, "Country DE or AT", False)
    text = edited(OLD, tried.edits)
    assert pact_file.read(text).pact.covers is not None
    assert "# or conditions on the lead, when there are several pacts" in text
    back = try_row(text, "covers", {"part-0-what": [""]})
    assert (back.form.is_wrong, edited(text, back.edits)) == (False, OLD)
    silent = edited(OLD, [Edit("set", ("covers",), None)])
    assert try_row(silent, "covers", {"part-0-what": [""]}).edits == ()
    assert at(tree(edited(silent, try_row(silent, "order", {"order": ["2"], "value": ["2"]}).edits)), ("order",)) == "2"


def test_who_gets_a_lead_is_chosen_rule_by_rule():
    typed = {"by__1": "region", "how__1": "wait", "by__2": "round_robin", "how__2": "", "by__3": "", "how__3": "beyond"}
    tried = row_typed("hand_offs[1].assign", **typed)
    assert not tried.form.is_wrong
    rules = pact_file.read(edited(OLD, tried.edits)).pact.steps[0].assign
    assert [(rule.by, rule.counts_against_capacity, rule.if_absent) for rule in rules] == [
        ("region", True, "wait"), ("round_robin", True, "next_rule"),
    ]  # fmt: skip
    twice = row_typed("hand_offs[1].assign", by__1="region", by__2="region").form
    assert [each.name for each in twice.inputs if each.errors] == ["by.2"]
    assert "is given twice" in next(each.errors[0] for each in twice.inputs if each.errors)
    none = row_typed("hand_offs[1].assign", by__1="", by__2="", by__3="").form
    assert none.is_wrong


def test_a_field_of_our_own_is_put_in_changed_and_named():
    new = {
        "name": ["machine_age"],
        "label": ["Age of the machine"],
        "type": ["number"],
        "codes": [""],
        "ask": ["How old is it?"],
    }
    tried = try_row(OLD, "fields.*", new)
    assert not tried.form.is_wrong
    text = edited(OLD, tried.edits)
    (field,) = [each for each in pact_file.read(text).pact.fields if each.name == "machine_age"]
    assert (field.type, field.label, field.ask, field.codes) == ("number", "Age of the machine", "How old is it?", ())
    again = try_row(text, "fields.machine_age", {"label": ["Age"], "type": ["coded"], "codes": ["new, old"]})
    (field,) = [each for each in pact_file.read(edited(text, again.edits)).pact.fields if each.name == "machine_age"]
    assert (field.type, field.label, field.codes) == ("coded", "Age", ("new", "old"))
    wrong = try_row(OLD, "fields.*", new | {"name": ["Machine age"], "codes": ["new"]}).form
    assert {each.name for each in wrong.inputs if each.errors} == {"name", "codes"}
    assert try_row(OLD, "fields.*", new | {"name": [""]}).form.is_wrong
    bare = edited(OLD, [Edit("set", ("fields",), None)])
    assert "machine_age" in tree(edited(bare, try_row(bare, "fields.*", new).edits))["fields"]


def test_words_are_changed_code_by_code():
    tried = row_typed("words", **{"word.too_early": "Not yet; de: Noch nicht; fr: Pas encore", "word.no_need": ""})
    assert not tried.form.is_wrong
    words = pact_file.read(edited(OLD, tried.edits)).pact.words
    assert words["too_early"] == {"en": "Not yet", "de": "Noch nicht", "fr": "Pas encore"}
    assert "no_need" not in words
    assert words["wrong_person"] == PACT.words["wrong_person"]
    more = row_typed("words", code="fit", text="Fits; somehow")
    assert pact_file.read(edited(OLD, more.edits)).pact.words["fit"] == {"en": "Fits; somehow"}
    bare = edited(OLD, [Edit("set", ("words",), None)])
    made = try_row(bare, "words", {"word.too_early": ["Early"], "code": [""], "text": [""]})
    assert tree(edited(bare, made.edits))["words"] == {"too_early": "Early"}
    (says,) = row_typed("words", text="Nameless").form.others
    assert "this text names no code" in says
