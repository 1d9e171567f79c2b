"""Drafts that both teams change at once: nothing typed is lost, nothing is overwritten unseen."""

import pytest

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import tree
from leadpact.ledger import access
from leadpact.ledger.models import FactRow, Notice, PactComment, PactRevision, PactVersion
from leadpact.operations import pact, pact_comments, pact_drafts
from leadpact.operations.pact import WrongPact
from leadpact.operations.pact_comments import WrongComment
from leadpact.operations.pact_drafts import Clashed, NotToChange
from leadpact.rules.pact_edits import Edit, at
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
POINTS = ("good_lead", "points")
OLD = pact_file.starter()


@pytest.fixture
def acme():
    return company()


@pytest.fixture
def draft(acme):
    return pact_drafts.begin(actor=acme.actor("marketer"), now_s=NOW_S + 10, base_id=acme.pact_id)


def change(acme, draft, *edits, role="marketer", revision=1, now_s=NOW_S + 20):
    return pact_drafts.change(
        actor=acme.actor(role), draft_id=draft.pk, revision=revision, edits=edits, now_s=now_s
    )  # fmt: skip


def points(row, number, value):
    return Edit("set", (*POINTS, number, "points"), value)


def test_a_draft_begins_as_the_version_and_is_a_fact(acme, draft):
    version = PactVersion.objects.get(pk=acme.pact_id)
    assert (draft.text, draft.revision, draft.state, draft.name) == (version.text, 1, "draft", "Our pact")
    fact = FactRow.objects.get(kind="pact_drafted")
    assert (fact.value_number, fact.by_id, fact.side) == (draft.pk, acme.people["marketer"].pk, "marketing")


@pytest.mark.parametrize(
    ("role", "may"), [("salesperson", True), ("operator", True), ("sales_head", True), ("reader", False)]
)
def test_both_teams_begin_and_change_drafts(acme, role, may):
    if not may:
        with pytest.raises(access.Forbidden):
            pact_drafts.begin(actor=acme.actor(role), now_s=NOW_S)
        return
    row = pact_drafts.begin(actor=acme.actor(role), now_s=NOW_S)
    assert (row.text, row.base_id) == (OLD, acme.pact_id)
    other = pact_drafts.begin(actor=acme.actor(role), now_s=NOW_S, text=OLD.replace("pact: Our pact", "pact: Another"))
    assert (other.name, other.base_id) == ("Another", None)
    assert change(acme, row, points(row, 0, "20"), role=role).says == "changed: Budget approved or planned: +18 → +20"


def test_two_people_change_different_rows(acme, draft):
    change(acme, draft, points(draft, 0, "20"))
    saved = change(acme, draft, points(draft, 1, "9"), role="salesperson", revision=1)
    assert (saved.revision, saved.is_merged, saved.says) == (3, True, "changed: People 20 to 500: +12 → +9")
    draft.refresh_from_db()
    assert [at(tree(draft.text), (*POINTS, n, "points")) for n in (0, 1)] == ["20", "9"]
    assert draft.changed_by_id == acme.people["salesperson"].pk


def test_two_people_change_the_same_row(acme, draft):
    change(acme, draft, points(draft, 0, "20"))
    with pytest.raises(
        Clashed, match=r"Ida Brandt changed the same place while you did\. Nothing was overwritten"
    ) as found:
        change(acme, draft, points(draft, 0, "25"), role="salesperson", revision=1)
    (clash,) = found.value.clashes
    assert ("points: 25" in clash.mine, "points: 20" in clash.theirs, found.value.revision) == (True, True, 2)
    assert "points: 25" in found.value.text
    draft.refresh_from_db()
    assert at(tree(draft.text), (*POINTS, 0, "points")) == "20"
    change(acme, draft, points(draft, 0, "25"), role="salesperson", revision=2)


def test_the_file_and_the_page_give_the_same_draft(acme, draft):
    other = pact_drafts.begin(actor=acme.actor("marketer"), now_s=NOW_S + 10, base_id=acme.pact_id)
    change(acme, draft, points(draft, 0, "20"))
    text = draft.text.replace("points: 18", "points: 20")
    pact_drafts.put_text(actor=acme.actor("salesperson"), draft_id=other.pk, revision=1, text=text, now_s=NOW_S + 30)
    draft.refresh_from_db()
    other.refresh_from_db()
    assert draft.text == other.text == text


def test_a_browser_s_line_breaks_change_nothing(acme, draft):
    saved = pact_drafts.put_text(
        actor=acme.actor("marketer"), draft_id=draft.pk, revision=1, text=draft.text.replace("\n", "\r\n"), now_s=NOW_S
    )
    assert (saved.revision, saved.says) == (1, "")


def test_what_cannot_be_read_is_refused_with_every_mistake(acme, draft):
    with pytest.raises(WrongPact) as refused:
        change(acme, draft, points(draft, 0, "many"), Edit("set", (*POINTS, 1, "asked_by"), "us"))
    assert [each.path for each in refused.value.errors] == [
        "good_lead.points[1].points",
        "good_lead.points[2].asked_by",
    ]
    assert PactRevision.objects.count() == 1


def test_an_edit_is_undone_although_others_went_on(acme, draft):
    change(acme, draft, Edit("remove", (*POINTS, 0)))
    change(acme, draft, points(draft, 3, "7"), role="salesperson", revision=2)
    pact_drafts.take_back(actor=acme.actor("marketer"), draft_id=draft.pk, revision=2, now_s=NOW_S + 40)
    draft.refresh_from_db()
    rows = at(tree(draft.text), POINTS)
    assert (len(rows), rows[0]["points"], rows[4]["points"]) == (12, "18", "7")


def test_comments_stay_with_a_row_whose_condition_changes(acme, draft):
    from leadpact.rules.pact_words import sections

    def first_key():
        draft.refresh_from_db()
        return sections(pact_file.read(draft.text).pact)[1].rows[0].key

    key = first_key()
    said = pact_comments.say(
        actor=acme.actor("salesperson"), text="Why?", draft_id=draft.pk, place=key, about="Budget", now_s=NOW_S + 20
    )
    change(acme, draft, Edit("set", (*POINTS, 0, "when"), {"field": "budget", "is": "approved"}))
    assert (first_key() != key, PactComment.objects.get(pk=said.pk).place) == (True, first_key())


def test_comments_are_answered_resolved_and_told(acme, draft):
    Notice.objects.all().delete()
    said = pact_comments.say(actor=acme.actor("salesperson"), text=" Why 18? ", draft_id=draft.pk, now_s=NOW_S + 20)
    answer = pact_comments.say(
        actor=acme.actor("marketer"), text="Half of them won.", answers_id=said.pk, now_s=NOW_S + 30
    )
    assert (said.text, answer.answers_id, answer.draft_id) == ("Why 18?", said.pk, draft.pk)
    heads = [acme.people["marketing_head"].pk, acme.people["sales_head"].pk]
    assert list(Notice.objects.filter(kind="pact_commented").order_by("id").values_list("person_id", flat=True)) == [
        *heads, *heads, acme.people["salesperson"].pk,
    ]  # fmt: skip
    assert pact_comments.resolve(actor=acme.actor("marketer"), comment_id=answer.pk, now_s=NOW_S + 40).pk == said.pk
    said.refresh_from_db()
    assert (said.resolved_by_id, said.resolved_s) == (acme.people["marketer"].pk, NOW_S + 40)
    assert "18" not in "".join(str(fact.payload) for fact in FactRow.objects.filter(kind="pact_commented"))
    for text, match in ((" ", "Say something first"), ("x" * 2001, "at most 2000 signs; this one has 2001")):
        with pytest.raises(WrongComment, match=match):
            pact_comments.say(actor=acme.actor("marketer"), text=text, draft_id=draft.pk, now_s=NOW_S + 50)
    with pytest.raises(access.Forbidden):
        pact_comments.say(actor=acme.actor("reader"), text="Hm", draft_id=draft.pk, now_s=NOW_S + 50)


def test_a_draft_is_proposed_withdrawn_and_gone_on_with(acme, draft):
    change(acme, draft, points(draft, 0, "20"))
    with pytest.raises(access.Forbidden):
        pact_drafts.propose(actor=acme.actor("salesperson"), draft_id=draft.pk, now_s=NOW_S + 30)
    with pytest.raises(NotToChange, match="Ida Brandt changed the draft since you read it"):
        pact_drafts.propose(actor=acme.actor("sales_head"), draft_id=draft.pk, revision=1, now_s=NOW_S + 30)
    row = pact_drafts.propose(
        actor=acme.actor("sales_head"), draft_id=draft.pk, revision=2, note="More", now_s=NOW_S + 30
    )
    assert (row.version, row.draft_id, row.state, "version: 2\n" in row.text) == (2, draft.pk, "proposed", True)
    with pytest.raises(NotToChange, match="This draft was proposed; withdraw the version"):
        change(acme, draft, points(draft, 0, "21"), revision=2)
    pact.withdraw(actor=acme.actor("sales_head"), pact_id=row.pk, now_s=NOW_S + 40)
    assert change(acme, draft, points(draft, 0, "21"), revision=2).revision == 3
    pact_drafts.put_away(actor=acme.actor("sales_head"), draft_id=draft.pk, now_s=NOW_S + 50)
    with pytest.raises(NotToChange, match="put away"):
        change(acme, draft, points(draft, 0, "22"), revision=3)


def test_what_came_into_force_meanwhile_is_brought_in(acme, draft):
    with pytest.raises(NotToChange, match="has everything that is in force"):
        pact_drafts.catch_up(actor=acme.actor("marketer"), draft_id=draft.pk, now_s=NOW_S + 20)
    change(acme, draft, points(draft, 0, "20"))
    row = pact.propose(
        actor=acme.actor("sales_head"), text=OLD.replace("points: 12", "points: 11", 1), now_s=NOW_S + 30
    )
    for role in ("sales_head", "marketing_head"):
        pact.sign(actor=acme.actor(role), pact_id=row.pk, now_s=NOW_S + 40)
    saved = pact_drafts.catch_up(actor=acme.actor("salesperson"), draft_id=draft.pk, now_s=NOW_S + 50)
    assert saved.says == "changed: People 20 to 500: +12 → +11"
    draft.refresh_from_db()
    assert (draft.base_id, [at(tree(draft.text), (*POINTS, n, "points")) for n in (0, 1)]) == (row.pk, ["20", "11"])
    assert tree(draft.text)["version"] == "2"


def test_what_came_into_force_at_the_same_place_is_shown(acme, draft):
    change(acme, draft, points(draft, 0, "20"))
    row = pact.propose(actor=acme.actor("sales_head"), text=OLD.replace("points: 18", "points: 9"), now_s=NOW_S + 30)
    for role in ("sales_head", "marketing_head"):
        pact.sign(actor=acme.actor(role), pact_id=row.pk, now_s=NOW_S + 40)
    with pytest.raises(Clashed, match="Our pact, version 2 changed the same place") as found:
        pact_drafts.catch_up(actor=acme.actor("salesperson"), draft_id=draft.pk, now_s=NOW_S + 50)
    assert "points: 9" in found.value.clashes[0].theirs


def test_a_change_that_touches_no_promise_is_saved_and_called_so(acme, draft):
    text = draft.text.replace("good_lead:", "# agreed in May\ngood_lead:", 1)
    saved = pact_drafts.put_text(actor=acme.actor("marketer"), draft_id=draft.pk, revision=1, text=text, now_s=NOW_S)
    assert (saved.revision, saved.says) == (2, "words of the file that change no promise")


def test_a_file_from_another_system_is_kept_with_its_lines_ended_as_ours(acme, draft):
    text = draft.text.replace("points: 18", "points: 17").replace("\n", "\r\n")
    pact_drafts.put_text(actor=acme.actor("marketer"), draft_id=draft.pk, revision=1, text=text, now_s=NOW_S)
    draft.refresh_from_db()
    assert draft.text == OLD.replace("points: 18", "points: 17")
    begun = pact_drafts.begin(actor=acme.actor("marketer"), now_s=NOW_S, text=text)
    assert begun.text == draft.text
    row = pact.propose(actor=acme.actor("sales_head"), text=text, now_s=NOW_S)
    assert "\r" not in row.text


def test_putting_a_draft_away_keeps_what_was_saved_since_it_was_opened(acme, draft):
    change(acme, draft, points(draft, 0, "20"))
    pact_drafts.put_away(actor=acme.actor("sales_head"), draft_id=draft.pk, now_s=NOW_S + 30)
    draft.refresh_from_db()
    assert (draft.state, draft.revision, at(tree(draft.text), (*POINTS, 0, "points"))) == ("withdrawn", 2, "20")
