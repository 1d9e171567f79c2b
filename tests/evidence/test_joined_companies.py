"""Two companies that are made one: what counts no companies says the same then, and when they are parted."""

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Account, Lead
from leadpact.operations import companies, refresh
from tests.company import NOW_S
from tests.history import with_history

pytestmark = [pytest.mark.django_db, pytest.mark.measures]


def asked():
    return {name: refresh.run_now(name=name, parameters={}, now_s=NOW_S + 86_400) for name in MEASURES}


def test_joining_companies_makes_no_touch_no_source_and_no_month():
    with_history(1)
    goes, stays = (Account.objects.create(key=name, name=name) for name in ("kessler gmbh", "kessler"))
    Lead.objects.update(account_id=goes.pk)
    before = asked()
    done = companies.join(actor=SYSTEM, account_id=goes.pk, into_id=stays.pk, now_s=NOW_S)
    assert done.leads == Lead.objects.count() > 10
    assert {name for name, body in asked().items() if body != before[name]} <= {"audience"}
    companies.part(actor=SYSTEM, account_id=goes.pk, now_s=NOW_S)
    assert {name for name, body in asked().items() if body != before[name]} <= {"audience"}
