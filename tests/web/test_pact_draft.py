"""The page of a draft without a browser: forms, mistakes in their place, two people at once, and what it asks of the database."""

import re

import pytest
from django.test import Client

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import tree
from leadpact.ledger.models import PactComment, PactDraft
from leadpact.operations import pact, pact_comments, pact_drafts
from leadpact.rules.pact_edits import Edit, at
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
ROW = {
    "path": "good_lead.points[5]", "revision": "1", "part-0-what": "field:need", "part-0-test": "known", "points": "9",
    "group": "fit", "asked_by": "both", "because": "We can only help with what we know.", "label": "",
}  # fmt: skip


@pytest.fixture
def acme():
    return company()


@pytest.fixture
def draft(acme):
    return pact_drafts.begin(actor=acme.actor("marketer"), now_s=NOW_S, base_id=acme.pact_id)


def client(acme, role="marketer"):
    made = Client()
    made.force_login(acme.people[role])
    return made


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def points(draft, number):
    draft.refresh_from_db()
    return at(tree(draft.text), ("good_lead", "points", number, "points"))


def test_a_row_is_saved_and_the_page_goes_back_to_it(acme, draft):
    answer = client(acme).post(f"/pact/draft/{draft.pk}/row/", ROW)
    assert (answer.status_code, answer["Location"]) == (302, f"/pact/draft/{draft.pk}/#good_lead-points-5")
    assert points(draft, 4) == "9"


def test_mistakes_are_422_with_what_was_typed(acme, draft):
    answer = client(acme).post(f"/pact/draft/{draft.pk}/row/", ROW | {"points": "nine", "asked_by": "us"})
    assert answer.status_code == 422
    said = words(answer)
    assert "`nine` is not understood; expected a whole number from 0 to 1000" in said
    assert "`us` is not one of the choices" in said
    assert b'value="nine"' in answer.content
    assert points(draft, 4) == "8"


def test_looking_saves_nothing(acme, draft):
    asked = ROW | {"part-0-test": "unknown", "points": "", "look": "yes"}
    part = client(acme).post(f"/pact/draft/{draft.pk}/row/", asked, headers={"HX-Request": "true"})
    whole = client(acme).post(f"/pact/draft/{draft.pk}/row/", asked)
    assert (part.status_code, whole.status_code, draft.revision) == (200, 200, 1)
    assert b"<h1" not in part.content
    for answer in (part, whole):
        assert "Need unknown" in words(answer)
        assert "Nothing was saved yet" not in words(answer)
    more = client(acme).post(f"/pact/draft/{draft.pk}/row/", ROW | {"part-more": "yes"}, headers={"HX-Request": "true"})
    assert b'name="part-1-what"' in more.content


def test_the_same_row_changed_by_another_is_told_and_saved_only_on_purpose(acme, draft):
    change = Edit("set", ("good_lead", "points", 4, "points"), "11")
    pact_drafts.change(actor=acme.actor("salesperson"), draft_id=draft.pk, revision=1, edits=[change], now_s=NOW_S)
    answer = client(acme).post(f"/pact/draft/{draft.pk}/row/", ROW)
    said = words(answer)
    assert (answer.status_code, "Ana Lind changed the same place while you did" in said, "points: 11" in said) == (
        422,
        True,
        True,
    )
    assert points(draft, 4) == "11"
    assert b'name="revision" value="2"' in answer.content
    assert client(acme).post(f"/pact/draft/{draft.pk}/row/", ROW | {"revision": "2"}).status_code == 302
    assert points(draft, 4) == "9"


def test_the_file_keeps_what_was_typed_and_takes_in_the_rest(acme, draft):
    mine = draft.text.replace("points: 18", "points: 25")
    for place, value in ((0, "20"), (1, "9")):
        change = Edit("set", ("good_lead", "points", place, "points"), value)
        pact_drafts.change(
            actor=acme.actor("salesperson"), draft_id=draft.pk, revision=place + 1, edits=[change], now_s=NOW_S
        )
    answer = client(acme).post(f"/pact/draft/{draft.pk}/text/", {"text": mine, "revision": "1"})
    assert answer.status_code == 422
    typed = answer.context["text"]
    assert [at(tree(typed), ("good_lead", "points", n, "points")) for n in (0, 1)] == ["25", "9"]
    wrong = client(acme).post(
        f"/pact/draft/{draft.pk}/text/", {"text": mine.replace("because:", "becuase:", 1), "revision": "1"}
    )
    assert (wrong.status_code, "`becuase` is not a known key here; did you mean `because`?" in words(wrong)) == (
        422,
        True,
    )
    assert b"becuase" in wrong.content


def test_rows_move_and_go(acme, draft):
    here = client(acme)
    assert (
        here.post(f"/pact/draft/{draft.pk}/order/", {"do": "move:good_lead.points[1]:3", "revision": "1"}).status_code
        == 302
    )
    assert points(draft, 2) == "18"
    here.post(f"/pact/draft/{draft.pk}/order/", {"do": "remove:good_lead.points[3]", "revision": "2"})
    assert len(at(tree(PactDraft.objects.get().text), ("good_lead", "points"))) == 11
    here.post(f"/pact/draft/{draft.pk}/undo/3/")
    assert points(draft, 2) == "18"
    answer = here.post(
        f"/pact/draft/{draft.pk}/order/", {"do": "remove:good_lead.points[77]", "revision": "1"}, follow=True
    )
    assert "There is no such row in this draft any more" in words(answer)


@pytest.mark.parametrize("query", ["?edit=lists", "?edit=good_lead.points[70]", "?edit=%00", "?say=nothing", "?tab=x"])
def test_odd_addresses_show_the_draft(acme, draft, query):
    answer = client(acme).get(f"/pact/draft/{draft.pk}/{query}")
    assert (answer.status_code, b'id="row-form"' in answer.content) == (200, False)


@pytest.mark.parametrize("do", ["", "move", "move:x", "move:good_lead.points[1]:x", "remove:", "remove:vision"])
def test_odd_orders_change_nothing(acme, draft, do):
    answer = client(acme).post(f"/pact/draft/{draft.pk}/order/", {"do": do, "revision": "1"}, follow=True)
    assert answer.status_code == 200
    assert points(draft, 0) == "18"


def test_comments_on_a_row_are_escaped_and_stay_there(acme, draft):
    text = "<b>really?</b>"
    answer = client(acme, "salesperson").post(
        f"/pact/draft/{draft.pk}/say/", {"path": "good_lead.points[1]", "text": text}, follow=True
    )
    assert b"&lt;b&gt;really?&lt;/b&gt;" in answer.content
    row = PactComment.objects.get()
    assert (row.place.startswith("points:"), row.about) == (True, "Budget approved or planned: +18")
    client(acme).post(f"/pact/said/{row.pk}/settle/")
    assert "settled by Ida Brandt" in words(client(acme).get(f"/pact/draft/{draft.pk}/"))


def test_the_pages_of_the_pact_ask_the_database_as_little_with_more_to_show(acme, draft):
    here = client(acme)
    pact_comments.say(actor=acme.actor("salesperson"), text="Why?", draft_id=draft.pk, now_s=NOW_S)
    counts = []
    for _round in range(2):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            for path in (f"/pact/draft/{draft.pk}/", f"/pact/draft/{draft.pk}/?tab=history", f"/pact/{acme.pact_id}/"):
                assert here.get(path).status_code == 200
        counts.append(len(asked))
        for n in range(3):
            pact_comments.say(actor=acme.actor("salesperson"), text=f"Why {n}?", draft_id=draft.pk, now_s=NOW_S)
            pact_drafts.begin(actor=acme.actor("salesperson"), now_s=NOW_S, base_id=acme.pact_id)
            change = Edit("set", ("follow_up", "rest"), f"{20 + n} days")
            draft.refresh_from_db()
            pact_drafts.change(
                actor=acme.actor("salesperson"), draft_id=draft.pk, revision=draft.revision, edits=[change], now_s=NOW_S
            )
    assert counts[0] == counts[1]


def test_a_draft_that_can_no_longer_be_read_opens_as_its_file(acme, draft):
    PactDraft.objects.filter(pk=draft.pk).update(text=draft.text.replace("good_lead:", "god_lead:"))
    answer = client(acme).get(f"/pact/draft/{draft.pk}/")
    assert "`god_lead` is not a known key here" in words(answer)
    assert b'id="yaml"' in answer.content
    assert client(acme).get(f"/pact/draft/{draft.pk}/effect/").status_code == 409


def test_a_clash_with_what_is_in_force_is_settled_in_the_file(acme, draft):
    mine = Edit("set", ("good_lead", "points", 0, "points"), "20")
    pact_drafts.change(actor=acme.actor("marketer"), draft_id=draft.pk, revision=1, edits=[mine], now_s=NOW_S)
    row = pact.propose(
        actor=acme.actor("sales_head"), text=draft.text.replace("points: 18", "points: 9"), now_s=NOW_S + 30
    )
    for role in ("sales_head", "marketing_head"):
        pact.sign(actor=acme.actor(role), pact_id=row.pk, now_s=NOW_S + 40)
    here = client(acme)
    assert "came into force since this draft was begun" in words(here.get(f"/pact/draft/{draft.pk}/"))
    answer = here.post(f"/pact/draft/{draft.pk}/catch-up/")
    assert (answer.status_code, f'name="newer" value="{row.pk}"' in answer.content.decode()) == (422, True)
    sent = {"text": answer.context["text"], "revision": "2", "newer": str(row.pk)}
    wrong = here.post(
        f"/pact/draft/{draft.pk}/text/", {**sent, "text": sent["text"].replace("good_lead", "god_lead", 1)}
    )
    assert (wrong.status_code, f'name="newer" value="{row.pk}"' in wrong.content.decode()) == (422, True)
    assert here.post(f"/pact/draft/{draft.pk}/text/", sent).status_code == 302
    assert points(draft, 0) == "20"
    assert draft.base_id == row.pk
    assert "came into force since" not in words(here.get(f"/pact/draft/{draft.pk}/"))


def test_covers_fields_words_and_who_gets_a_lead_are_edited_on_the_page(acme, draft):
    browser, address = client(acme), f"/pact/draft/{draft.pk}/"
    page = browser.get(address).content.decode()
    for path in ("covers", "words", "hand_offs%5B1%5D.assign", "fields.%2A", "order"):
        assert f"?edit={path}#" in page, path
        assert b'id="row-form"' in browser.get(f"{address}?edit={path}").content, path

    def save(**typed):
        draft.refresh_from_db()
        answer = browser.post(f"{address}row/", {"revision": draft.revision, **typed})
        assert answer.status_code == 302, words(answer)
        draft.refresh_from_db()
        return tree(draft.text)

    for_some = {"path": "covers", "part-0-what": "field:country", "part-0-test": "is", "part-0-typed": "DE"}
    assert save(**for_some)["covers"] == {"field": "country", "is": "DE"}
    field = {"path": "fields.*", "name": "machine_age", "label": "Age", "type": "number", "codes": "", "ask": ""}
    assert save(**field)["fields"]["machine_age"] == {"type": "number", "label": "Age"}
    assert save(path="words", code="fit", text="Fits")["words"]["fit"] == "Fits"
    first = {"path": "hand_offs[1].assign", "by.1": "region", "how.1": "", "by.2": "", "by.3": ""}
    assert save(**first)["hand_offs"][0]["assign"] == ["region"]
    gone = browser.post(f"{address}order/", {"do": "remove:fields.machine_age", "revision": draft.revision})
    assert gone.status_code == 302
    draft.refresh_from_db()
    assert "machine_age" not in (tree(draft.text).get("fields") or {})
    assert pact_drafts.propose(actor=acme.actor("sales_head"), draft_id=draft.pk, now_s=NOW_S).state == "proposed"


def test_a_field_that_a_row_asks_for_cannot_go(acme, draft):
    change = Edit("set", ("fields",), {"machine_age": {"type": "number"}})
    asked = Edit("set", ("good_lead", "points", 0, "when"), {"field": "machine_age", "known": "true"})
    pact_drafts.change(actor=acme.actor("marketer"), draft_id=draft.pk, revision=1, edits=[change, asked], now_s=NOW_S)
    address = f"/pact/draft/{draft.pk}/"
    answer = client(acme).post(f"{address}order/", {"do": "remove:fields.machine_age", "revision": 2}, follow=True)
    assert "This row cannot go yet" in words(answer)
    draft.refresh_from_db()
    assert "machine_age" in tree(draft.text)["fields"]


def test_a_row_that_never_held_says_so_on_itself(acme, draft):
    acme.good_lead("x1")
    never = Edit("set", ("good_lead", "points", 0, "when"), {"field": "country", "is": "ZZ"})
    pact_drafts.change(actor=acme.actor("marketer"), draft_id=draft.pk, revision=1, edits=[never], now_s=NOW_S)
    browser, address = client(acme), f"/pact/draft/{draft.pk}/"
    assert '<div id="held-good_lead-points-1"></div>' in browser.get(address).content.decode()
    part = browser.get(f"{address}effect/", headers={"HX-Request": "true"}).content.decode()
    assert '<div id="held-good_lead-points-1" hx-swap-oob="true">' in part
    assert "Held for no lead of the last" in part
    assert '<div id="held-good_lead-points-2" hx-swap-oob="true">' not in part
    assert "hx-swap-oob" not in browser.get(f"{address}effect/").content.decode()


def test_the_page_of_a_draft_reads_its_file_once(acme, draft, monkeypatch):
    read, seen = pact_file.read, []
    monkeypatch.setattr(pact_file, "read", lambda *given, **more: seen.append(given[0]) or read(*given, **more))
    assert client(acme).get(f"/pact/draft/{draft.pk}/").status_code == 200
    assert seen.count(draft.text) == 1
