"""Measures are asked of the live database, with the pact's numbers, and their answers kept by watermark."""

import json
import threading
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from leadpact.connectors import pact_file
from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.compiled import fingerprint
from leadpact.ledger import reader, results
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import FactRow, HandOff, Job, MeasureResult, Person
from leadpact.ledger.results import NOW, Question, WrongQuestion, question
from leadpact.ledger.snapshot import snapshot
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import handoff, people, refresh, sla, tidying
from leadpact.operations.evidence import answer_soon
from leadpact.operations.people import PersonForm
from leadpact.queries import evidence as queries
from leadpact.rules.facts import Fact
from tests.company import NOW_S, PASSWORD, company

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400


@pytest.fixture
def acme(db):
    return company()


def latest(name):
    return results.latest(name, made_by=fingerprint())


def rows():
    return list(MeasureResult.objects.order_by("measure", "watermark").values_list("measure", "watermark", "made_s"))


def test_a_question_has_one_way_to_be_written():
    assert question({}) == question({"as_of": "", "source": None, "since": "  "}) == NOW
    assert NOW.key == '{"as_of": null, "event": null, "since": null, "source": null, "until": null}'
    asked = question({"until": "2018-03-31", "as_of": "2018-11-30", "since": "2018-01-01", "source": "Würzburg"})
    assert asked == Question(date(2018, 11, 30), date(2018, 1, 1), date(2018, 3, 31), "Würzburg")
    assert json.loads(asked.key)["source"] == "Würzburg"


def test_days_are_whole_days_in_the_companys_zone_the_last_one_included():
    asked = question({"as_of": "2018-11-30", "since": "2018-03-25", "until": "2018-03-25"})
    found = asked.instants(BERLIN, NOW_S)
    assert {name: datetime.fromtimestamp(at_s, BERLIN).isoformat() for name, at_s in found.items()} == {
        "as_of_s": "2018-11-30T23:59:59+01:00",
        "since_s": "2018-03-25T00:00:00+01:00",
        "until_s": "2018-03-26T00:00:00+02:00",
    }
    assert question({"as_of": "2026-06-02"}).instants(BERLIN, NOW_S) == {"as_of_s": NOW_S}
    with pytest.raises(WrongQuestion, match=r"2030-01-01, a day that has not come.* choose a day up to 2026-06-02"):
        question({"as_of": "2030-01-01"}).instants(BERLIN, NOW_S)
    assert NOW.instants(BERLIN, NOW_S) == {"as_of_s": NOW_S}


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2026-02-01", "2026-02-28", 202602, 202602),
        ("2026-02-02", "2026-03-30", 202603, 202602),
        ("2025-12-31", "2026-01-30", 202601, 202512),
        ("2025-01-31", "2025-12-31", 202502, 202512),
    ],
)
def test_months_that_lie_wholly_in_a_period(since, until, first, last):
    whole = question({"since": since, "until": until}).whole_months
    assert (whole["first_month"], whole["last_month"]) == (first, last)
    assert NOW.whole_months == {}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"as_of": "30.11.2018"}, "as_of is '30.11.2018'; expected a day such as 2026-03-31"),
        ({"since": "2018-02-30"}, "since is '2018-02-30'"),
        ({"until": "1018-02-03"}, "between 1900 and 2200"),
        ({"since": "2018-02-02", "until": "2018-02-01"}, "until is 2018-02-01 and lies before since"),
        ({"asof": "2018-02-02"}, "no parameter asof; there are: as_of, since"),
        ({"source": "x" * 500}, "The filters are longer together than any can be"),
    ],
)
def test_what_is_wrong_with_a_question_is_said(given, says):
    with pytest.raises(WrongQuestion, match=says):
        question(given)


def test_an_answer_is_kept_with_its_watermark_and_replaced_when_nothing_came(acme):
    acme.good_lead()
    top = reader.watermark()
    body = refresh.run_now(name="funnel", parameters={}, now_s=NOW_S + 60)
    assert (body["measure"], body["as_of"], body["grade"]) == ("funnel", "2026-06-02T08:01:00Z", "Counted")
    assert body["sentence"] == "0 of 1 leads captured in 2026-06 were won: too few to say more."
    assert latest("funnel") == results.Kept("funnel", NOW.key, top, NOW_S + 60, NOW_S + 60, body, fingerprint())
    refresh.run_now(name="funnel", parameters={}, now_s=NOW_S + 90)
    assert rows() == [("funnel", top, NOW_S + 90)]


def test_only_the_last_five_answers_to_a_question_are_kept(acme):
    for number in range(7):
        acme.lead(f"x{number}", name=f"Lead {number}")
        refresh.run_now(name="funnel", parameters={}, now_s=NOW_S + number)
        refresh.run_now(name="funnel", parameters={"source": "web_form"}, now_s=NOW_S)
    plain = MeasureResult.objects.filter(parameters=NOW.key).order_by("made_s").values_list("made_s", flat=True)
    assert list(plain) == [NOW_S + number for number in range(2, 7)]
    assert MeasureResult.objects.exclude(parameters=NOW.key).count() == 5


def test_a_past_day_sees_nothing_that_came_later(acme):
    with recording(NOW_S) as book:
        early = Fact(
            0, "", "captured", NOW_S - 40 * DAY_S, NOW_S - 40 * DAY_S, lead_id=900, side="buyer", source="fair"
        )
        book.append([Draft(early), Draft(early._replace(lead_id=901, recorded_s=NOW_S))])
    asked = {"as_of": str(datetime.fromtimestamp(NOW_S - 39 * DAY_S, BERLIN).date())}
    assert refresh.run_now(name="funnel", parameters=asked, now_s=NOW_S)["sentence_args"]["leads"] == 1
    assert refresh.run_now(name="funnel", parameters={}, now_s=NOW_S)["sentence_args"]["leads"] == 2


def test_the_pacts_numbers_go_with_the_question(acme):
    body = refresh.run_now(name="persistence", parameters={"event": "won"}, now_s=NOW_S)
    assert body["parameters"] == {
        "as_of_s": NOW_S, "event": "won", "rest_days": 30.0, "deal_value_minor": 800_000,
        "attempt_cost_minor": 6_000, "currency": "EUR",
    }  # fmt: skip
    body = refresh.run_now(name="sla_keeping", parameters={}, now_s=NOW_S)
    assert body["parameters"] == {"as_of_s": NOW_S, "promise_share": 0.9}


def test_without_a_pact_the_measures_answer_with_their_defaults(db):
    people.set_up(
        company="Acme", zone="UTC", country="", operator=PersonForm("o@x.example", "O", "operator"),
        password=PASSWORD, now_s=NOW_S,
    )  # fmt: skip
    assert refresh.run_now(name="persistence", parameters={}, now_s=NOW_S)["parameters"] == {
        "as_of_s": NOW_S, "event": "reply", "rest_days": 30,
    }  # fmt: skip
    assert refresh.refresh_due(now_s=NOW_S) == len(MEASURES) - 1


def test_amounts_in_two_currencies_are_not_compared(db):
    text = pact_file.starter().replace("cost_of_an_attempt: 60 EUR", "cost_of_an_attempt: 60 USD")
    company(text=text)
    body = refresh.run_now(name="persistence", parameters={}, now_s=NOW_S)
    assert body["parameters"] == {"as_of_s": NOW_S, "event": "reply", "rest_days": 30.0}


def test_open_clocks_are_counted_in_the_working_time_of_their_owner(acme):
    first, second = acme.handed_over("x1"), acme.handed_over("x2")
    touched = acme.handed_over("x3")
    sla.log_attempt(
        actor=acme.owner(touched),
        lead_id=touched.lead_id,
        channel="call",
        outcome="no_answer",
        now_s=NOW_S + 10 * MINUTE_S,
    )
    Person.objects.filter(pk=second.owner_id).update(zone="America/New_York")
    night_s = NOW_S + 13 * HOUR_S  # 23:00 in Berlin, 17:00 in New York
    body = refresh.run_now(name="sla_keeping", parameters={}, now_s=night_s)
    assert body["rows"][0] | {"clocks": 3, "due": 3, "kept": 1, "overdue": 2, "running": 0} == body["rows"][0]
    # Berlin: 10:00 to 17:30 less lunch. New York: 09:00 to 17:00 less lunch. Both hours of the pact.
    assert refresh._worked(night_s, refresh.Rulebook(night_s)) == {
        FactRow.objects.get(pk=first.pk).id: int(6.5 * HOUR_S),
        FactRow.objects.get(pk=second.pk).id: 7 * HOUR_S,
    }
    assert "wall" not in " ".join(note["key"] for note in body["notes"])
    assert "worked" not in body["parameters"]


def test_a_reassigned_clock_counts_from_its_new_owner_and_a_past_snapshot_from_the_old_one(acme):
    hand_off = acme.handed_over()
    other = next(p for p in (acme.people["salesperson"], acme.people["other"]) if p.pk != hand_off.owner_id)
    moved_s = NOW_S + HOUR_S
    handoff.reassign(actor=acme.actor("sales_head"), hand_off_id=hand_off.pk, person_id=other.pk, now_s=moved_s)
    fact_id = FactRow.objects.get(pk=hand_off.pk).id
    rules = refresh.Rulebook(moved_s + HOUR_S)
    assert refresh._worked(moved_s + 20 * MINUTE_S, rules) == {fact_id: 20 * MINUTE_S}
    assert refresh._worked(moved_s - 20 * MINUTE_S, rules) == {fact_id: 40 * MINUTE_S}
    assert refresh._worked(NOW_S - 1, rules) == {}
    assert HandOff.objects.get().owner_id == other.pk


def test_the_plain_question_is_asked_again_only_when_it_would_say_something_else(acme):
    assert refresh.refresh_due(now_s=NOW_S) == len(MEASURES)
    assert refresh.refresh_due(now_s=NOW_S + 10 * HOUR_S) == 0
    acme.good_lead()
    assert refresh.refresh_due(now_s=NOW_S + 299) == 0, "too soon after the last answer"
    assert refresh.refresh_due(now_s=NOW_S + 300) == len(MEASURES)
    midnight_s = int(datetime(2026, 6, 3, tzinfo=BERLIN).timestamp())
    assert refresh.refresh_due(now_s=midnight_s - 1) == 0
    assert refresh.refresh_due(now_s=midnight_s) == len(MEASURES)
    acme.good_lead("x2")
    assert refresh.refresh_due(now_s=midnight_s + 1, spacing_s=0) == len(MEASURES)


@pytest.mark.parametrize("other", [{}, {"made_by": "another"}])
def test_an_answer_of_another_version_of_the_measures_is_none(acme, other):
    """Its rules and its words may be others, whatever facts it knew: after an update all is asked anew."""
    acme.good_lead()
    refresh.refresh_due(now_s=NOW_S + 60)
    for row in MeasureResult.objects.all():
        body = json.loads(row.body)
        assert body.pop("made_by") == fingerprint()
        MeasureResult.objects.filter(pk=row.pk).update(body=json.dumps({"measure": row.measure} | other))
    assert {latest(name) for name in MEASURES} == {None}
    page = queries.measure_page(acme.actor("reader"), "funnel", {}, now_s=NOW_S + 61)
    assert (page.result, page.body, page.is_stale) == (None, None, False)
    assert answer_soon(actor=acme.actor("reader"), name="funnel", parameters={}, now_s=NOW_S + 61)
    assert latest("funnel").body["sentence"]
    assert refresh.refresh_due(now_s=NOW_S + 62) == len(MEASURES) - 1
    assert refresh.refresh_due(now_s=NOW_S + 1000) == 0


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("funel", {}, "There is no measure funel. Did you mean funnel"),
        ("sla_keeping", {"event": "won"}, "sla_keeping has no parameter event"),
        ("goals", {"since": "2026-01-01"}, "goals has no parameter since: it looks at all months .* Leave since out"),
        ("sla_keeping", {"team": "support"}, "expected who found the lead"),
        ("persistence", {"event": "wins"}, "expected one of reply, won"),
        ("funnel", {"as_of": "tomorrow"}, "expected a day"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_at_every_door(acme, name, given, says):
    for ask in (
        lambda: refresh.run_now(name=name, parameters=given, now_s=NOW_S),
        lambda: refresh.request(actor=acme.actor("reader"), name=name, parameters=given, now_s=NOW_S),
    ):
        with pytest.raises((LookupError, ValueError), match=says):
            ask()
    assert (Job.objects.count(), MeasureResult.objects.count()) == (0, 0)


def test_who_may_not_see_evidence_may_not_ask(acme):
    from leadpact.ledger.access import Actor

    key = Actor(None, "key", "system", "form", frozenset({"capture_lead"}))
    with pytest.raises(Forbidden):
        refresh.request(actor=key, name="funnel", parameters={}, now_s=NOW_S)


def test_old_answers_are_cleared_but_not_the_plain_one(acme):
    refresh.run_now(name="funnel", parameters={}, now_s=NOW_S)
    refresh.run_now(name="funnel", parameters={"source": "web_form"}, now_s=NOW_S)
    Job.objects.create(name="x", once="x", due_s=0, failed_s=NOW_S)
    assert tidying.clear_old(now_s=NOW_S + 29 * DAY_S) == 0
    assert tidying.clear_old(now_s=NOW_S + 91 * DAY_S) == 2
    assert [row[0] for row in rows()] == ["funnel"]


def test_a_snapshot_sees_one_state_whatever_is_written_meanwhile(emptied_db):
    acme = company()
    acme.lead("x1", name="First")
    count = "SELECT COUNT(*) FROM facts"

    def write():
        acme.lead("x2", name="Second")
        connection.close()

    with snapshot() as look:
        cursor = look.connection.cursor()
        cursor.execute(count)
        before = cursor.fetchone()
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        cursor.execute(count)
        assert cursor.fetchone() == before
        cursor.close()
        assert look.watermark < reader_now()
    with pytest.raises(Exception, match=r"read.?only"), snapshot() as look:
        look.connection.cursor().execute("DELETE FROM ledger_job")


def reader_now():
    """The watermark as another connection sees it."""
    found = []

    def look():
        found.append(reader.watermark())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    return found[0]
