"""The demo company of ordinary size, filled on other days; apart, because no other company may be there meanwhile."""

import pytest
from django.db import transaction

from leadpact import demo
from leadpact.ledger.models import HandOff, Lead
from tests.demo.test_year import NOW_S, STATES, rows

pytestmark = pytest.mark.django_db


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_company_of_ordinary_size_has_a_queue_on_any_day(django_db_setup, django_db_blocker):
    for days in (1, 3):
        now_s = NOW_S + days * 86_400 + 20_000
        with django_db_blocker.unblock(), transaction.atomic():
            demo.fill(now_s)
            assert set(Lead.objects.values_list("state", flat=True)) >= STATES | {"queued"}
            late = HandOff.objects.filter(is_open=True, next_due_s__lt=now_s).values_list("owner_id", flat=True)
            assert len(set(late)) >= 3
            soon = HandOff.objects.filter(is_open=True, next_due_s__gte=now_s, next_due_s__lt=now_s + 4 * 86_400)
            assert soon.count() >= (3 if days == 1 else 2)  # The other day is a Friday after work: fewer still wait.
            found = rows("SELECT DISTINCT found_side FROM leads WHERE state = 'won'")
            assert {side for (side,) in found} == {"marketing", "sales"}
            assert rows("SELECT COUNT(DISTINCT stage) FROM deals WHERE state = 'open'") == [(3,)]
            transaction.set_rollback(True)
