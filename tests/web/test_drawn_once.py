"""What was drawn is shown again until something changes that is seen in it."""

from dataclasses import replace

import pytest
from django.utils import translation

from leadpact.queries.evidence import measure_page
from leadpact.queries.evidence_view import view
from leadpact.web.drawn_once import drawn_once
from leadpact.web.measure_door import Links
from tests.company import company

pytestmark = pytest.mark.django_db


def test_it_is_drawn_once_for_all_who_see_the_same():
    acme = company()
    times = []

    @drawn_once
    def draw(seen, links, *, where=""):
        times.append((seen.own_id, links.csv, where))
        return len(times)

    def seen(role, **changed):
        page = measure_page(acme.actor(role), "funnel", {}, now_s=acme.now_s)
        return view(acme.actor(role), replace(page, **changed), now_s=acme.now_s)

    first = seen("marketer", made_s=1, watermark=7)
    assert [draw(first, Links()), draw(seen("marketing_head", made_s=1, watermark=7), Links())] == [1, 1]
    others = [
        (seen("reader", made_s=1, watermark=7), Links(), {}),  # may not open the leads
        (seen("marketer", made_s=2, watermark=7), Links(), {}),
        (seen("marketer", made_s=1, watermark=8), Links(), {}),
        (replace(first, pact_id=99), Links(), {}),
        (replace(first, names={3: "Ana"}), Links(), {}),
        (replace(first, names={3: "Ann"}), Links(), {}),
        (first, Links(csv="/other.csv"), {}),
        (first, Links(), {"where": "this quarter"}),
    ]
    assert [draw(a, b, **more) for a, b, more in others] == list(range(2, 10))
    with translation.override("de"):
        assert draw(first, Links()) == 10
    assert [draw(a, b, **more) for a, b, more in others] == list(range(2, 10))
