"""Rows that drifted from the facts are found and named, and a rebuild mends them."""

from django.db import connection

from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Clock, Deal, HandOff, Lead
from leadpact.operations import deals, rebuild
from tests.company import company


def _history():
    acme = company()
    hand_off = acme.handed_over("x1")
    acme.lead("x2", email="b@b.example")
    deals.open_deal(actor=acme.owner(hand_off), lead_id=hand_off.lead_id, now_s=acme.now_s + 60)
    return acme, hand_off


def _change(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _check(acme):
    return rebuild.check(actor=SYSTEM, now_s=acme.now_s + 100)


def _seen(drift):
    return sorted(str(each) for each in drift.differences)


def test_rows_written_with_their_facts_show_no_drift(db):
    acme, _ = _history()
    drift = _check(acme)
    rows = Lead.objects.count() + HandOff.objects.count() + Clock.objects.count() + Deal.objects.count()
    assert (drift.leads, drift.rows, drift.count, drift.differences) == (2, rows, 0, [])


def test_every_changed_missing_and_surplus_row_is_named(db):
    acme, hand_off = _history()
    lead = Lead.objects.get(pk=hand_off.lead_id)
    _change(f"UPDATE leads SET state = 'won', points = points + 1 WHERE id = {lead.pk}")
    _change("DELETE FROM deals")
    _change("DELETE FROM leads WHERE id = 2")
    _change(f"UPDATE hand_offs SET id = 99 WHERE id = {hand_off.pk}")
    drift = _check(acme)
    named = [text.split(":")[0] for text in _seen(drift)]
    assert drift.count == 6
    assert named == sorted(
        [
            "deals 1",
            f"hand_offs {hand_off.pk}",
            "hand_offs 99",
            "leads 2",
            f"leads {lead.pk}, points",
            f"leads {lead.pk}, state",
        ]
    )
    assert f"leads {lead.pk}, state: kept 'won', the facts say 'deal'" in _seen(drift)


def test_a_rebuild_brings_every_row_back(db):
    acme, _ = _history()
    before = list(Lead.objects.order_by("pk").values()), list(HandOff.objects.values()), list(Deal.objects.values())
    _change("UPDATE leads SET state = 'won', name = 'Somebody'")
    _change("UPDATE hand_offs SET id = 99")
    _change("DELETE FROM deals")
    _change("DELETE FROM clocks")
    told = []
    done = rebuild.write_again(actor=SYSTEM, now_s=acme.now_s, progress=lambda now, of: told.append((now, of)))
    assert (done, told) == (2, [(2, 2)])
    after = list(Lead.objects.order_by("pk").values()), list(HandOff.objects.values()), list(Deal.objects.values())
    for row in (*before[0], *after[0]):  # scored as of now instead of as of the last fact
        row.pop("points_s")
    assert after == before
    assert _check(acme).count == 0


def test_rows_of_leads_that_no_fact_knows_are_swept(db):
    acme, _ = _history()
    stray = Lead.objects.get(pk=2)
    stray.pk = 77
    stray.save(force_insert=True)
    Deal.objects.create(id=5, lead_id=78, state="open", opened_s=1)
    assert [text.split(":")[0] for text in _seen(_check(acme))] == ["deals 5", "leads 77"]
    rebuild.write_again(actor=SYSTEM, now_s=acme.now_s)
    assert _check(acme).count == 0
    assert sorted(Lead.objects.values_list("pk", flat=True)) == [1, 2]
