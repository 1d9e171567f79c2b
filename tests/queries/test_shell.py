"""What the frame of every page says waits: here, a version of the pact for the heads to sign."""

import pytest

from leadpact.connectors import pact_file
from leadpact.operations import pact
from leadpact.queries.shell import frame
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db


def waits(acme, role, now_s=NOW_S + 120):
    return frame(acme.actor(role), now_s).to_sign


def test_a_proposed_version_waits_for_the_heads_until_they_sign():
    acme = company()
    assert waits(acme, "sales_head") is None
    assert frame(acme.actor("salesperson"), NOW_S + 1).trials == 0
    row = pact.propose(actor=acme.actor("marketing_head"), text=pact_file.starter(), now_s=NOW_S + 60)
    roles = ("marketing_head", "sales_head", "marketer", "operator", "reader")
    assert [waits(acme, role) for role in roles] == [(row.pk, 2), (row.pk, 2), None, None, None]
    assert frame(acme.actor("sales_head"), NOW_S + 120).counts["pact"] == 1
    pact.sign(actor=acme.actor("sales_head"), pact_id=row.pk, now_s=NOW_S + 90)
    assert [waits(acme, role) for role in roles[:2]] == [(row.pk, 2), None]
    pact.sign(actor=acme.actor("marketing_head"), pact_id=row.pk, now_s=NOW_S + 100)
    assert [waits(acme, role) for role in roles[:2]] == [None, None]


def test_a_version_that_a_later_one_overtook_waits_for_nobody():
    acme = company()
    pact.propose(actor=acme.actor("marketing_head"), text=pact_file.starter(), now_s=NOW_S + 60)
    later = pact.propose(actor=acme.actor("marketing_head"), text=pact_file.starter(), now_s=NOW_S + 61)
    for role in ("marketing_head", "sales_head"):
        pact.sign(actor=acme.actor(role), pact_id=later.pk, now_s=NOW_S + 90)
    assert waits(acme, "sales_head") is None


def test_everybody_is_told_how_many_trials_run():
    off = "trials: {explored_slice: 0%, persistence: 0%, shuffled_call_order: off}"
    on = "trials: {explored_slice: 5%, persistence: 0%, shuffled_call_order: on}"
    acme = company(text=pact_file.starter().replace(off, on))
    assert [frame(acme.actor(role), NOW_S + 1).trials for role in ("salesperson", "reader")] == [2, 2]
