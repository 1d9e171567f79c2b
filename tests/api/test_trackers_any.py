"""Whatever is sent to the addresses of trackers, the answer is in words, and nothing is half-written."""

import json

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Visit
from leadpact.operations.trackers_keys import make_write_key
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db
WORDS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12),
    st.sampled_from(["2026-06-02T08:00:00Z", "a@b.example", "https://a.example/x?utm_source=\ud800", "\x00", "v1", "9" * 400]),
)  # fmt: skip
ANY = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
EVENT = st.fixed_dictionaries(
    {"type": st.sampled_from(["page", "track", "identify", "group", "alias", "x"])},
    optional={
        name: st.one_of(ANY, WORDS)
        for name in ("messageId", "anonymousId", "userId", "previousId", "timestamp", "event", "name", "properties", "traits", "context")
    }
    | {
        "messageId": st.text(min_size=1, max_size=8), "context": st.fixed_dictionaries({}, optional=dict.fromkeys(("page", "campaign", "consent", "userAgent", "traits", "dnt", "consentManagement"), ANY)),
        "traits": st.fixed_dictionaries({}, optional=dict.fromkeys(("email", "name", "phone", "company", "country", "employees", "budget"), WORDS)),
        "properties": st.fixed_dictionaries({}, optional=dict.fromkeys(("url", "referrer", "form", "sent_at", "slug"), WORDS)),
    },
)  # fmt: skip


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(batch=st.lists(EVENT, max_size=4), sent=WORDS)
def test_any_event_is_taken_or_refused_in_words(db, batch, sent):
    _key()
    body = json.dumps({"writeKey": "any-key-0", "batch": batch, "sentAt": sent})
    answer = Client().post("/v1/batch", body, "text/plain")
    assert answer.status_code == 200, answer.content
    says = answer.json()
    assert says["taken"] + says["unchanged"] + len(says["refused"]) == len(batch)
    assert all(each["why"] for each in says["refused"])
    again = Client().post("/v1/batch", body, "text/plain").json()
    assert again["taken"] == 0 or sent is None
    assert again["taken"] == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.one_of(
        ANY,
        st.dictionaries(
            st.sampled_from(["e", "eid", "dtm", "stm", "url", "ue_pr", "ue_px", "co", "cx", "duid", "uid", "aid"]),
            WORDS,
        ),
    )
)
def test_any_snowplow_event_is_taken_or_refused(db, told):
    _key()
    body = json.dumps({"data": [{"aid": "any", "eid": "e1", "e": "pv"}, told]})
    answer = Client().post("/com.snowplowanalytics.snowplow/tp2", body, "application/json")
    assert answer.status_code == 200, answer.content
    assert Visit.objects.exists()


def _key():
    from leadpact.ledger.models import WriteKey

    if not WriteKey.objects.exists():
        company(just_now())
        make_write_key(actor=SYSTEM, name="Any", is_public=False, now_s=just_now(), own="any-key-0", app="any")
