"""The API sent whatever its own description allows, and what it does not: never a defect, always an answer as described."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import strategies as st

from leadpact.ledger.access import SYSTEM
from leadpact.operations.keys import make_key
from tests.company import company
from tests.fuzz.rounds import rounds
from tests.made_once import just_now

SHORT_S, LONG_S = 3, 600


@schemathesis.serializer("message/rfc822")
def as_mail(_context, value):
    """A mail as it is sent: its bytes."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@pytest.fixture
def api(settings, emptied_db):
    settings.ALLOWED_HOSTS = ["*"]
    company(just_now())
    key = make_key(actor=SYSTEM, name="Fuzz", scopes=["read", "capture"])[1]
    return schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application()), key


def fuzz(api, seconds):
    schema, key = api
    operations = [found.ok() for found in schema.get_all_operations()]
    cases = st.one_of(
        *(each.as_strategy(generation_mode=mode) for each in operations for mode in schemathesis.GenerationMode)
    )

    def is_answered(case):
        answer = case.call(headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code < 500, answer.text
        assert answer.headers["content-type"][0].startswith(("application/json", "text/csv", "image/svg")), (
            answer.headers
        )

    rounds(is_answered, cases, seconds=seconds, examples=25)


def test_for_a_moment(api):
    fuzz(api, SHORT_S)


@pytest.mark.long
@pytest.mark.timeout(0)  # It is as long as it is told to be.
def test_for_long(api):
    fuzz(api, LONG_S)
