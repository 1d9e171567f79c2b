"""Facts go in through one door, in order, once, and never change."""

import threading

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger import reader, sent
from leadpact.ledger.fact_checks import WrongFact
from leadpact.ledger.models import Deal, FactRow, HandOff, Lead, LeadKey, PersonValue
from leadpact.ledger.stamps import new_ids, stamp
from leadpact.ledger.writer import Draft, recording
from leadpact.rules.facts import Fact
from leadpact.rules.identity import Key

NOW_S = 1_780_387_200


def fact(kind, lead_id=1, at=0, **more):
    return Fact(0, more.pop("id", ""), kind, NOW_S + at, more.pop("recorded_s", 0), lead_id=lead_id, **more)


def append(*drafts, now_s=NOW_S, keys=()):
    with recording(now_s) as book:
        return book.append([d if isinstance(d, Draft) else Draft(d) for d in drafts], keys)


def test_seq_follows_the_order_given_and_ids_are_made(db):
    made = append(fact("captured", source="web_form", side="buyer"), fact("page_view", side="buyer")).facts
    assert [f.seq for f in made] == [1, 2]
    assert [len(f.id) for f in made] == [36, 36]
    assert [f.recorded_s for f in made] == [NOW_S, NOW_S]


def test_ids_are_version_7_and_unique():
    ids = new_ids(1000, NOW_S * 1000)
    assert len(set(ids)) == 1000
    assert {i[14] for i in ids} == {"7"}
    assert {i[19] for i in ids} <= set("89ab")
    assert len({i[:13] for i in ids}) == 1


@pytest.mark.parametrize("statement", ["UPDATE facts SET kind = 'won'", "DELETE FROM facts"])
def test_the_database_refuses_to_change_a_fact(emptied_db, statement):
    append(fact("captured"))
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(FactRow.objects.values_list("kind", flat=True)) == ["captured"]


def test_the_same_id_twice_is_the_same_fact(db):
    given = "0190a0a0-0000-7000-8000-000000000001"
    append(fact("captured", id=given))
    again = append(fact("captured", id=given), fact("page_view"))
    assert (len(again.facts), again.duplicates) == (1, [0])
    assert FactRow.objects.count() == 2


def test_the_same_external_id_twice_is_the_same_fact_per_system_and_kind(db):
    one = {"source_system": "crm", "external_id": "7"}
    append(fact("call", **one))
    again = append(fact("call", **one), fact("email", **one), fact("call", source_system="other", external_id="7"))
    assert again.duplicates == [0]
    assert sorted(FactRow.objects.values_list("source_system", "kind")) == [
        ("crm", "call"),
        ("crm", "email"),
        ("other", "call"),
    ]


def test_a_capture_that_was_sent_before_is_left_out_by_the_keys_of_its_lead(db):
    one = {"source_system": "crm", "external_id": "7"}
    append(fact("captured", **one), keys=[(Key("external", "crm", "7"), 1)])
    again = append(fact("captured", **one), fact("captured", source_system="crm", external_id="8"))
    assert (again.duplicates, [f.external_id for f in again.facts]) == ([0], ["8"])


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda: sent.sent([("crm", "call", "7")]), "facts_sent (external_id=?)"),
        (lambda: sent.openings(["7"]), "facts_sent (external_id=?)"),
        (lambda: sent.sent([("crm", "captured", "7")]), "facts_of_lead (lead_id=?)"),
    ],
)
def test_what_was_sent_is_found_without_reading_every_fact(db, ask, index):
    if connection.vendor != "sqlite":
        pytest.skip("the plan of a small table says nothing on PostgreSQL")
    append(fact("captured"))
    with CaptureQueriesContext(connection) as seen:
        ask()
    (query,) = [each["sql"] for each in seen.captured_queries]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query}")
        plan = [row[3] for row in cursor.fetchall()]
    assert any(step.endswith(f"INDEX {index}") for step in plan), plan


def test_a_repeat_within_one_append_is_left_out(db):
    one = {"source_system": "crm", "external_id": "7"}
    assert append(fact("call", **one), fact("call", **one)).duplicates == [1]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"kind": "sold"}, "kind is 'sold'"),
        ({"kind": "won", "side": "seller"}, "side is 'seller'"),
        ({"kind": "won", "recorded_s": NOW_S + 3600}, "lies in the future"),
        ({"kind": "corrected"}, "needs corrects_id"),
    ],
)
def test_wrong_facts_are_refused_and_nothing_is_written(db, wrong, says):
    kind = wrong.pop("kind")
    with pytest.raises(WrongFact, match=says):
        append(fact("captured"), fact(kind, **wrong))
    assert FactRow.objects.count() == 0


def test_words_lie_apart_from_facts(db):
    append(Draft(fact("described", field="name", value_code="known", side="buyer"), "Nadia Rahman"))
    row = FactRow.objects.get()
    assert [row.value_code, row.payload] == ["known", None]
    assert list(PersonValue.objects.values_list("fact_seq", "lead_id", "field", "text")) == [
        (1, 1, "name", "Nadia Rahman")
    ]
    assert Lead.objects.get().name == "Nadia Rahman"
    dump = [str(value) for values in FactRow.objects.values_list() for value in values]
    assert not any("Nadia" in value for value in dump)


def test_rows_are_written_with_the_facts(db):
    append(
        fact("captured", source="web_form", side="buyer"),
        fact("handed_over", at=60, person_id=5, due_s=NOW_S + 4000, side="marketing", points=66),
        fact("call", at=120, by_id=5, side="sales", value_code="reached", worked_s=60),
        fact("deal_opened", at=180, deal_id=3, by_id=5, side="sales", stage="discovery"),
        fact("won", at=240, deal_id=3, person_id=5, side="sales", amount_minor=1200000, currency="EUR"),
    )
    lead, hand_off, deal = Lead.objects.get(), HandOff.objects.get(), Deal.objects.get()
    assert (lead.state, lead.source, lead.attempts, lead.owner_id, lead.found_side) == (
        "won",
        "web_form",
        1,
        5,
        "marketing",
    )
    assert (hand_off.id, hand_off.owner_id, hand_off.first_touch_s, hand_off.is_open) == (2, 5, NOW_S + 120, False)
    assert (deal.state, deal.amount_minor, deal.closer_id, deal.closed_s) == ("won", 1200000, 5, NOW_S + 240)


def test_a_correction_takes_a_fact_back(db):
    made = append(
        fact("captured"),
        fact("deal_opened", at=5, deal_id=1, side="sales"),
        fact("lost", at=9, deal_id=1, reason="price"),
    )
    append(fact("corrected", at=20, corrects_id=made.facts[2].id), now_s=NOW_S + 20)
    assert list(Deal.objects.values_list("state", "reason")) == [("open", None)]
    assert Lead.objects.get().state == "deal"


def test_history_that_arrives_late_falls_into_its_place(db):
    append(fact("described", at=100, field="country", value_code="DE"))
    append(
        fact("described", at=50, field="country", value_code="AT"),
        fact("captured", at=0, source="web"),
        now_s=NOW_S + 200,
    )
    lead = Lead.objects.get()
    assert (lead.country, lead.source, lead.captured_s) == ("DE", "web", NOW_S)


def test_a_merge_keeps_both_histories_and_can_be_taken_back(db):
    append(fact("captured", 1, source="web"), fact("captured", 2, at=5, source="fair"))
    append(fact("call", 2, at=10, side="sales", value_code="no_answer"))
    append(fact("merged", 2, at=20, value_number=1.0))
    rows = Lead.objects.order_by("id").values_list("state", "attempts", "merged_into_id")
    assert list(rows) == [("new", 1, None), ("merged", 1, 1)]
    append(fact("call", 2, at=30, side="sales", value_code="no_answer"))
    assert Lead.objects.get(pk=1).attempts == 2
    append(fact("unmerged", 2, at=40))
    assert list(Lead.objects.order_by("id").values_list("state", "attempts")) == [("new", 0), ("new", 2)]


def test_merged_rows_belong_to_the_survivor_and_come_back(db):
    append(fact("captured", 1), fact("captured", 2), fact("handed_over", 2, at=1, person_id=4, due_s=NOW_S + 50))
    append(fact("merged", 2, at=2, value_number=1.0))
    assert list(HandOff.objects.values_list("id", "lead_id")) == [(3, 1)]
    append(fact("unmerged", 2, at=3))
    assert list(HandOff.objects.values_list("id", "lead_id")) == [(3, 2)]


def test_keys_find_a_lead_again(db):
    key = Key("email", "", "n@kessler.example")
    append(fact("captured", 9), keys=[(key, 9)])
    append(fact("captured", 10), keys=[(key, 10)])
    with recording(NOW_S) as book:
        assert book.match([key, Key("phone", "", "+49301234567")]) == {key: 9}
        assert book.new_lead_id() == 11
    assert LeadKey.objects.count() == 1


def test_nothing_is_kept_when_the_block_fails(db):
    def half_way():
        with recording(NOW_S) as book:
            book.append([Draft(fact("captured"))])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()
    assert (FactRow.objects.count(), Lead.objects.count()) == (0, 0)


def test_instants_are_written_as_utc_and_dated_in_the_companys_zone(db):
    from leadpact.ledger.models import Company

    Company.objects.create(name="A", zone="America/Sao_Paulo")
    append(fact("captured", at=-12 * 3600))  # 20:00 UTC the day before, 17:00 there
    append(fact("captured", 2, at=-8 * 3600 + 60))  # 00:01 UTC, still the day before there
    rows = list(FactRow.objects.order_by("seq").values_list("occurred_on", "occurred_month", "occurred_at"))
    assert [str(row[0]) for row in rows] == ["2026-06-01", "2026-06-01"]
    assert {row[1] for row in rows} == {202606}
    assert rows[1][2].isoformat() == "2026-06-02T00:01:00+00:00"
    assert stamp(0) == "1970-01-01 00:00:00+00:00"


def test_facts_read_back_as_they_were_written(db):
    sent = fact(
        "handed_over", 7, person_id=4, by_id=3, side="marketing", source="web", points=66, pact_id=1, pact_version=2,
        due_s=NOW_S + 5, step="s", lane="l", reason="round_robin", account_id=8, payload='{"late":[]}', recorded_s=NOW_S - 5,
    )  # fmt: skip
    made = append(sent).facts[0]
    assert reader.facts_of([7]) == {7: [made]}
    assert made == sent._replace(seq=1, id=made.id)
    assert reader.watermark() == 1


def test_commit_order_is_seq_order(emptied_db):
    """Two open transactions: the second to take the ledger waits, so no reader ever sees a later seq first."""
    inside, go, order = threading.Event(), threading.Event(), []

    def first():
        with recording(NOW_S) as book:
            book.append([Draft(fact("captured", 1))])
            inside.set()
            go.wait(5)
            order.append("first commits")
        connection.close()

    def second():
        inside.wait(5)
        with recording(NOW_S) as book:
            order.append("second enters")
            book.append([Draft(fact("captured", 2))])
        connection.close()

    threads = [threading.Thread(target=run) for run in (first, second)]
    for thread in threads:
        thread.start()
    inside.wait(5)
    assert reader.watermark() == 0
    go.set()
    for thread in threads:
        thread.join(20)
    assert order == ["first commits", "second enters"]
    assert list(FactRow.objects.order_by("seq").values_list("seq", "lead_id")) == [(1, 1), (2, 2)]
