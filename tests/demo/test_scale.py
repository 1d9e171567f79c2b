"""Very many leads, written fast: complete, and what their facts add up to."""

from collections import Counter

import pytest
from django.db import transaction

from leadpact import demo
from leadpact.demo import scale
from leadpact.ledger import rebuild
from leadpact.ledger.models import Account, Clock, HandOff, Lead, LeadKey
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Points
from leadpact.operations import sla

NOW_S = 1_780_387_200
pytestmark = pytest.mark.django_db


def test_nobody_has_more_open_than_they_may(monkeypatch):
    """First in this file: below the ledger is filled once for all."""
    monkeypatch.setattr(scale, "OPEN_MOST", 1)
    demo.bulk(400, NOW_S)
    owners = Counter(HandOff.objects.filter(is_open=True).values_list("owner_id", flat=True))
    states = Counter(Lead.objects.values_list("state", flat=True))
    assert set(owners.values()) == {1}
    assert states["handed_over"] + states["accepted"] == len(owners) == 8
    assert states["queued"] > 15


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker):
    """The progress told of a bulk that is written once for all tests of this file and rolled back after them."""
    told = []
    with django_db_blocker.unblock(), transaction.atomic():
        demo.bulk(2_500, NOW_S, 7, lambda done, of, what: told.append((done, of)))
        yield told
        transaction.set_rollback(True)


def test_bulk_leads_are_complete(filled):
    assert filled == [(1_000, 2_500), (2_000, 2_500), (2_500, 2_500)]
    states = Counter(Lead.objects.values_list("state", flat=True))
    assert sum(states.values()) == 2_500
    assert states.keys() == {
        "new", "closed", "recycled", "queued", "handed_over", "accepted", "deal", "lost", "won",
    }  # fmt: skip
    assert abs(states["new"] / 2_500 - 0.5) < 0.05
    assert not Lead.objects.filter(name=None).exists()
    assert LeadKey.objects.count() == 2_500
    assert Account.objects.count() == 2_500 // scale.LEADS_OF_AN_ACCOUNT
    assert not Lead.objects.filter(state="queued", points=None).exists()


def test_their_rows_are_what_the_facts_add_up_to(filled):
    rules = Rulebook(NOW_S)

    def points(pact_id, view, as_of_s):
        score = rules.by_id(pact_id).card.score(view, as_of_s)
        return Points(pact_id, score.total, score.fades_at_s)

    drift = rebuild.check(points, lambda done, of: None)
    assert (drift.count, drift.differences, drift.leads) == (0, [], 2_500)


def test_a_worker_finds_nothing_to_do(filled):
    assert Clock.objects.filter(state="running").exists()
    assert sla.act_on_due(now_s=NOW_S) == 0
    assert sla.wake_due(now_s=NOW_S) == 0


def test_only_an_empty_house_is_filled(filled):
    with pytest.raises(demo.NotEmpty):
        demo.bulk(10, NOW_S)
