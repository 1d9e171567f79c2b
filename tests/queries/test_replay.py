"""What a pact would have done: counted against a small company, and the same for what really went over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.operations import copy, pact, qualify
from leadpact.queries import replay, replay_ground
from leadpact.queries.replay import BadMonths, changed, effect
from leadpact.rules.criteria import Is, Touches
from leadpact.rules.pact import Gate, Pact
from tests.company import NOW_S, company

DAY = 86_400
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    replay_ground.forget()
    yield
    replay_ground.forget()


def starter() -> Pact:
    pact = pact_file.read(pact_file.starter().encode()).pact
    assert pact is not None
    return pact


def with_line(pact, points):
    """The pact with other points for its scored lane, and no lane beside it."""
    step = pact.steps[0]
    lanes = tuple(replace(lane, gate=Gate(points=points), when=None) for lane in step.lanes if not lane.gate.always)
    return replace(pact, steps=(replace(step, lanes=lanes), *pact.steps[1:]))


@pytest.fixture
def acme():
    """Two leads that went over, one whose points suffice though nobody handed it over, and one with next to none."""
    made = company()
    made.handed_over("x1")
    made.handed_over("x2", country="AT")
    made.good_lead("x3")
    made.lead("x4", name="Nobody", company="Nothing")
    return made


def test_the_pact_in_force_agrees_with_its_own_gates(acme):
    found = effect(acme.actor("marketer"), starter(), NOW_S + DAY)
    assert (found.agreement.same, found.agreement.of, found.agreement.elsewhere) == (2, 2, 0)
    assert found.agreement.differs == ()
    assert (found.leads, found.draft.passed, found.joins, found.leaves, found.unchanged) == (4, 3, 0, 0, 4)
    assert found.draft == found.before
    assert found.version_before == 1
    assert [week.crossed for week in found.weeks if week.crossed] == [2]
    assert not found.nothing_passes


def test_a_higher_line_keeps_leads_back_and_lists_them(acme):
    pact, now_s = starter(), NOW_S + DAY
    draft = with_line(pact, 900)
    actor = acme.actor("marketer")
    found = effect(actor, draft, now_s)
    assert (found.draft.passed, found.leaves, found.joins, found.unchanged) == (0, 3, 0, 1)
    assert found.nothing_passes
    assert found.sentences[0] == ("None of the 4 leads would have passed. Lower the line, or look at what must hold.")
    page = changed(actor, draft, now_s, joins=False)
    assert (page.total, page.hidden, page.after) == (3, 0, None)
    assert {row.lead.name for row in page.rows} == {"Nadia x1", "Nadia x2", "Nadia x3"}
    assert {row.why for row in page.rows} == {("too few points",)}
    assert changed(actor, draft, now_s, joins=True).rows == ()
    # The same by another line for the lane of the draft itself.
    assert effect(actor, with_line(pact, 1), now_s, line=900).draft == found.draft


def test_leads_that_are_not_ones_own_are_counted_and_not_shown(acme):
    draft, now_s = with_line(starter(), 900), NOW_S + DAY
    owner = acme.actor("salesperson")
    page = changed(owner, draft, now_s, joins=False)
    assert page.total == 3
    assert page.hidden == 3 - len(page.rows)
    assert page.hidden > 0
    reader = changed(acme.actor("reader"), draft, now_s, joins=False)
    assert (reader.total, reader.hidden, reader.rows) == (3, 3, ())


def test_rows_that_never_held_are_told(acme):
    pact = starter()
    rows = pact.good_lead.points
    never = replace(rows[0], when=Is("budget", ("gold",)))
    fading = replace(rows[0], when=Touches(("meeting",), None, 9, None, 30))
    draft = replace(pact, good_lead=replace(pact.good_lead, points=(never, *rows[1:], fading)))
    found = effect(acme.actor("marketer"), draft, NOW_S + DAY)
    assert 0 in found.never_held
    assert len(rows) in found.never_held
    assert 1 not in found.never_held  # Employees are known of the good leads.


def test_what_came_after_a_gate_changes_nothing(acme):
    pact, now_s = starter(), NOW_S + DAY
    actor = acme.actor("marketer")
    before = effect(actor, pact, now_s)
    lead_id = acme.good_lead("x5")
    acme.now_s += 60
    qualify.hand_over(actor=actor, lead_id=lead_id, now_s=acme.now_s)
    acme.touch(lead_id, "page_view", "pricing")
    acme.touch(lead_id, "page_view", "pricing")
    after = effect(actor, pact, now_s)
    assert (after.agreement.same, after.agreement.of) == (3, 3)
    assert (after.leads, after.draft.passed) == (before.leads + 1, before.draft.passed + 1)


def test_the_columnar_copy_gives_the_same(acme, settings, tmp_path):
    pact, now_s, actor = starter(), NOW_S + DAY, acme.actor("marketer")
    rows = pact.good_lead.points
    edits = [pact, with_line(pact, 900)]
    edits.append(replace(pact, good_lead=replace(pact.good_lead, points=(replace(rows[0], points=90), *rows[1:]))))
    fading = replace(rows[0], when=Touches(("form_filled",), "demo", 1, None, 7))
    edits.append(replace(pact, good_lead=replace(pact.good_lead, points=(fading, *rows[1:]))))
    of_database = [effect(actor, each, now_s) for each in edits]
    settings.HOME, settings.COPY_FROM = tmp_path, 0
    copy.bring_up_to_date(now_s=now_s)
    assert [effect(actor, each, now_s) for each in edits] == of_database
    assert list((tmp_path / "replay").glob("*/*.parquet"))
    # Read again from what the engine kept, and anew once facts came.
    replay_ground.forget()
    assert effect(actor, edits[-1], now_s) == of_database[-1]
    acme.handed_over("x9")
    copy.bring_up_to_date(now_s=now_s)
    more = effect(actor, pact, now_s)
    assert (more.leads, more.agreement.same, more.agreement.of) == (5, 3, 3)


def test_leads_of_a_pact_that_is_asked_before_are_not_its_own(acme):
    own = pact_file.starter()
    name = starter().name
    text = own.replace(f"pact: {name}", "pact: Austria", 1)
    text = text.replace("covers: everyone", "order: 1\ncovers: {field: country, is: [AT]}", 1)
    now_s = NOW_S + 60
    signed = pact.propose(actor=acme.actor("marketing_head"), text=text, now_s=now_s)
    for role in ("marketing_head", "sales_head"):
        pact.sign(actor=acme.actor(role), pact_id=signed.pk, now_s=now_s)
    found = effect(acme.actor("marketer"), starter(), NOW_S + DAY)
    assert (found.leads, found.draft.passed, found.unchanged) == (3, 2, 3)
    assert (found.agreement.same, found.agreement.of) == (2, 2)


def test_an_empty_company_is_told_so():
    made = company()
    found = effect(made.actor("marketer"), starter(), NOW_S + DAY)
    assert found.leads == 0
    assert found.sentences == ("No lead was heard of in these 6 months, so there is nothing to try the draft on.",)
    assert found.never_held == ()
    assert not found.nothing_passes


def test_what_cannot_be_asked(acme):
    with pytest.raises(BadMonths, match="0 months cannot be looked at; ask for 1 to 60"):
        effect(acme.actor("marketer"), starter(), NOW_S, 0)
    with pytest.raises(access.Forbidden):
        effect(access.Actor(1, "marketer", "marketing", verbs=frozenset()), starter(), NOW_S)


def test_reading_again_costs_no_query_of_the_past(acme, django_assert_max_num_queries):
    pact, now_s, actor = starter(), NOW_S + DAY, acme.actor("marketer")
    effect(actor, pact, now_s)
    with django_assert_max_num_queries(8):
        effect(actor, with_line(pact, 40), now_s)
    assert replay.MONTHS == 6


def test_what_another_pact_covers_teaches_nothing_of_this_one(acme):
    name = starter().name
    text = pact_file.starter().replace(f"pact: {name}", "pact: First", 1)
    signed = pact.propose(
        actor=acme.actor("marketing_head"), text=text.replace("covers: everyone", "order: 1\ncovers: everyone", 1),
        now_s=NOW_S + 60,
    )  # fmt: skip
    for role in ("marketing_head", "sales_head"):
        pact.sign(actor=acme.actor(role), pact_id=signed.pk, now_s=NOW_S + 60)
    found = effect(acme.actor("marketer"), starter(), NOW_S + DAY)
    assert (found.leads, found.draft.passed, found.draft.wins.leads) == (0, 0, 0)
    assert [band for band in found.bands if band.seen or band.unseen] == []


def test_a_pact_of_another_name_is_compared_with_nothing(acme):
    other, actor = replace(starter(), name="Another"), acme.actor("marketer")
    found = effect(actor, with_line(other, 900), NOW_S + DAY)
    assert (found.before, found.version_before, found.joins, found.leaves) == (None, None, 0, 0)
    assert changed(actor, with_line(other, 900), NOW_S + DAY, joins=False).total == 0
