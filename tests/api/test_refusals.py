"""What is wrong with a request is said whole: the field, the problem and what was expected; never a traceback."""

import json

import pytest
from django.test import RequestFactory
from ninja.testing import TestClient
from pydantic import BaseModel, ValidationError

from leadpact.api import api
from leadpact.api.refusals import JsonBody, LeadpactAPI
from leadpact.ledger.models import FactRow, Lead
from leadpact.operations.qualify import UnknownAction
from tests.api.conftest import DEAL, LEAD, MARK, TOUCH

LEAD_ID = "The lead's id in the sending system, 1 to 200 signs"
LEAD_KEYS = "external_id, source_system, occurred_at, source, campaign, channel, side, found_by, fields"
INSTANT = "an instant with its offset from UTC, such as 2026-03-31T14:05:00Z"


def without(body, name):
    return {key: value for key, value in body.items() if key != name}


WRONG = [
    ("/leads", {**LEAD, "feilds": {}}, "feilds", "is not known", f"one of {LEAD_KEYS}; did you mean fields?"),
    ("/leads", without(LEAD, "external_id"), "external_id", "is missing", LEAD_ID),
    ("/leads", {**LEAD, "external_id": "  "}, "external_id", '"  " was not taken', LEAD_ID),
    ("/leads", {**LEAD, "external_id": 7}, "external_id", "7 was not taken", LEAD_ID),
    ("/leads", {**LEAD, "side": "bauer"}, "side", '"bauer" was not taken', "Whose words these are: buyer, marketing, sales or system"),
    ("/leads", {**LEAD, "occurred_at": "2026-01-01"}, "occurred_at", '"2026-01-01" was not taken', INSTANT),
    ("/leads", {**LEAD, "occurred_at": 1_780_000_000}, "occurred_at", "1780000000 was not taken", INSTANT),
    ("/leads", {**LEAD, "occurred_at": "2999-01-01T00:00:00Z"}, "occurred_at", '"2999-01-01T00:00:00+00:00" was not taken',
     "an instant since 1970 that is not in the future"),
    ("/leads", {**LEAD, "fields": {"employes": 3}}, "fields.employes", '"3" was not taken',
     "a field that is declared; did you mean employees? (declare your own under fields in the pact)"),
    ("/leads", {**LEAD, "fields": {"employees": "many"}}, "fields.employees", '"many" was not taken',
     "a number such as 1200, 1,200 or 12.5, without a unit"),
    ("/leads", {**LEAD, "fields": {"email": "x"}}, "fields.email", '"x" was not taken', "an e-mail address such as ana@example.com; it has no @"),
    ("/leads", {**LEAD, "fields": {"budget": "aproved"}}, "fields.budget", '"aproved" was not taken',
     "one of approved, planned, none; did you mean approved?"),
    ("/leads", {**LEAD, "source": "ana@example.com"}, "source", '"ana@example.com" was not taken',
     "a short code: at most 100 signs, no @, nothing that names a person"),
    ("/leads", [LEAD], "body", None, f"an object with the keys {LEAD_KEYS}"),
    ("/leads", "", "body", "is missing", f"an object with the keys {LEAD_KEYS}"),
    ("/leads", '{"external_id": NaN}', "body", "cannot be read: NaN is no JSON", "JSON in UTF-8"),
    ("/leads", "{,", "body", "cannot be read: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)", "JSON in UTF-8"),
    ("/leads", b"\xff\xfe{", "body", None, "JSON in UTF-8"),
    ("/leads/batch", LEAD, "body", None, "A list of at most 500 entries"),
    ("/touches", {**TOUCH, "kind": "form"}, "kind", '"form" was not taken',
     "one of asked, asset_sent, asset_viewed, call, email, email_clicked, email_opened, event_visit, form_filled, meeting, page_view, referred, social"),
    ("/touches", {**TOUCH, "lead": {**MARK, "external_id": "zz"}}, "lead.external_id", '"zz" was not taken',
     "a lead with this id of system 'shop': import the leads first"),
    ("/touches", {**TOUCH, "lead": {"external_id": "a1"}}, "lead.source_system", "is missing",
     "The sending system's name, 1 to 60 signs, always the same"),
    ("/touches", {**TOUCH, "lead": {**MARK, "sistem": "x"}}, "lead.sistem", "is not known", "one of external_id, source_system"),
    ("/touches", {**TOUCH, "text": "a\x00b"}, "text", '"a\\u0000b" was not taken', "What was said, at most 20,000 signs; kept apart from the facts"),
    ("/deals", without(DEAL, "currency"), "amount", '"1200.50" was not taken', "an amount with its currency beside it, three letters such as EUR"),
    ("/deals", {**DEAL, "currency": "JPY"}, "amount", '"1200.50" was not taken', "an amount in JPY: it has more than 0 digits after the decimal point"),
    ("/deals", {**DEAL, "currency": "EURO"}, "currency", '"EURO" was not taken', "The amount's currency, three letters such as EUR"),
    ("/deals", {**DEAL, "amount": "-3"}, "amount", '"-3" was not taken', 'The amount in the main unit, as text or number: "12000.50"'),
    ("/deals", {**DEAL, "amount": "1e999"}, "amount", '"1e999" was not taken', 'The amount in the main unit, as text or number: "12000.50"'),
    ("/deals", {**DEAL, "state": "won"}, "closed_at", "is missing", "when the deal was won"),
    ("/accounts", {**MARK, "name": ""}, "name", '"" was not taken', "The company's name, 1 to 300 signs"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "body", "field", "problem", "expected"), WRONG)
def test_a_wrong_body_is_refused_by_field(path, body, field, problem, expected, sender):
    sender.post("/leads", LEAD)
    before = FactRow.objects.count()
    status, answer = sender.post(path, body)
    assert status == 422
    found = answer["detail"][0]
    assert answer["detail"] == [{"field": field, "problem": problem or found["problem"], "expected": expected}]
    assert FactRow.objects.count() == before


def test_all_mistakes_are_told_at_once(sender):
    body = {"source_system": "shop", "side": "x", "fields": {"a": [1]}, "foo": 1}
    status, answer = sender.post("/leads", body)
    assert (status, [each["field"] for each in answer["detail"]]) == (422, ["external_id", "side", "fields.a", "foo"])


def test_a_refused_lead_leaves_nothing_behind(sender):
    assert (
        sender.post("/leads", {**LEAD, "found_by": "new@x.example", "fields": {"company": "Kessler", "email": "x"}})[0]
        == 422
    )
    assert Lead.objects.count() == 0


def test_a_body_that_is_too_large_is_refused(sender):
    assert sender.post("/leads", b"x" * 5_000_001) == (
        413,
        {"detail": "The body is larger than 5 MB. Send smaller batches."},
    )


def test_deep_nesting_is_refused(sender):
    status, answer = sender.post("/leads", "[" * 100_000)
    assert (status, answer["detail"][0]["field"]) == (422, "body")


def test_an_unexpected_error_says_nothing_of_the_inside():
    answer = api.on_exception(RequestFactory().get("/api/leads"), RuntimeError("a secret"))
    assert (answer.status_code, json.loads(answer.content)) == (
        500, {"detail": "Something went wrong here; the log of the server says what."},
    )  # fmt: skip


def test_a_refusal_of_an_operation_is_a_conflict():
    answer = api.on_exception(RequestFactory().get("/api/leads"), UnknownAction("Not now: because."))
    assert (answer.status_code, json.loads(answer.content)) == (409, {"detail": "Not now: because."})


class Answer(BaseModel):
    """An answer that a made-up address gives."""

    count: int


def wrong_answer():
    """What comes of an answer that fits no model."""
    try:
        Answer.model_validate({"count": "a secret"})
    except ValidationError as error:
        return error
    raise AssertionError("it was taken")


@pytest.mark.parametrize(
    "error", [wrong_answer(), ValueError("a secret"), UnicodeError("a secret"), KeyError("a secret")]
)
def test_a_mistake_of_ours_is_no_fault_of_the_sender(error, caplog):
    answer = api.on_exception(RequestFactory().get("/api/leads"), error)
    assert (answer.status_code, json.loads(answer.content)) == (
        500, {"detail": "Something went wrong here; the log of the server says what."},
    )  # fmt: skip
    assert caplog.messages == ["GET /api/leads failed"]


def test_an_answer_that_fits_no_model_is_a_mistake_of_ours():
    made = LeadpactAPI(urls_namespace="made-up", parser=JsonBody())

    @made.get("/count", response=Answer)
    def count(request):
        return {"count": "a secret"}

    answer = TestClient(made).get("/count")
    assert (answer.status_code, answer.json()) == (
        500, {"detail": "Something went wrong here; the log of the server says what."},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/leads?limit=99999999999999999999999", "limit"), ("/leads?limit=x", "limit"), ("/leads?after=1", "after"),
        ("/leads/99999999999999999999999", "lead_id"), ("/leads/x", "lead_id"), ("/leads?state=gone", "state"),
        ("/leads/1?before=99999999999999999999999", "before"), ("/queue?after=x", "after"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_refused_by_field(path, field, reader):
    status, answer = reader.get(path)
    assert (status, [each["field"] for each in answer["detail"]]) == (422, [field])
    assert all(each["expected"] for each in answer["detail"])


@pytest.mark.parametrize("count", [2**31, 2**31 - 0.5, 10**15, -1])
def test_more_people_than_a_company_can_have_are_refused(count, sender):
    status, answer = sender.post("/leads", {**LEAD, "fields": {"employees": count}})
    assert (status, answer["detail"][0]["field"], answer["detail"][0]["expected"]) == (
        422, "fields.employees", "a number of people from 0 to 2,147,483,647",
    )  # fmt: skip
    assert (Lead.objects.count(), FactRow.objects.count()) == (0, 0)


@pytest.mark.parametrize("count", [2**31 - 1, 0])
def test_the_largest_company_is_kept_as_it_is(count, sender):
    assert sender.post("/leads", {**LEAD, "fields": {"employees": count}})[0] == 201
    assert Lead.objects.get().employees == count


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/leads", {**LEAD, "fields": {"employees": 2**63}}, "fields.employees"),
        ("/leads", {**LEAD, "fields": {"score_elsewhere": 10**16}}, "fields.score_elsewhere"),
        ("/leads", {**LEAD, "fields": {"timeframe_months": 1e308}}, "fields.timeframe_months"),
        ("/leads", {**LEAD, "occurred_at": "9999-12-31T23:59:59Z"}, "occurred_at"),
        ("/touches", {**TOUCH, "occurred_at": "0001-01-01T00:00:00Z"}, "occurred_at"),
        ("/deals", {**DEAL, "amount": 10**16}, "amount"),
        ("/deals", {**DEAL, "opened_at": "0001-01-01T00:00:00Z"}, "opened_at"),
    ],
)
def test_numbers_beyond_any_column_are_refused_by_field(path, body, field, sender):
    sender.post("/leads", LEAD)
    before = FactRow.objects.count()
    status, answer = sender.post(path, body)
    assert (status, [each["field"] for each in answer["detail"]]) == (422, [field])
    assert FactRow.objects.count() == before
