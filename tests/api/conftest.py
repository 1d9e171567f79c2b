"""A company, keys for its API, and a client that sends JSON."""

import json

import pytest
from django.test import Client

from leadpact.ledger.access import SYSTEM
from leadpact.operations.keys import make_key
from tests.company import company
from tests.made_once import just_now

LEAD = {
    "external_id": "a1",
    "source_system": "shop",
    "source": "web_form",
    "fields": {"name": "Nadia Rahman", "company": "Kessler", "email": "nadia@kessler.example", "employees": 420},
}
MARK = {"external_id": "a1", "source_system": "shop"}
TOUCH = {"external_id": "t1", "lead": MARK, "kind": "form_filled", "of": "demo"}
DEAL = {"external_id": "d1", "lead": MARK, "stage": "offer", "amount": "1200.50", "currency": "EUR"}


class Api:
    """Speaks to the API with a key; answers are (status, JSON)."""

    def __init__(self, key=None):
        self.client = Client(headers={"Authorization": f"Bearer {key}"} if key else {})

    def post(self, path, body):
        data = body if isinstance(body, (str, bytes)) else json.dumps(body)
        answer = self.client.post(f"/api{path}", data=data, content_type="application/json")
        return answer.status_code, answer.json()

    def get(self, path):
        answer = self.client.get(f"/api{path}")
        return answer.status_code, answer.json()


@pytest.fixture
def acme(db):
    """A company with people and a signed pact; most of what is tested here needs none."""
    return company(just_now())


@pytest.fixture
def key(db):
    """Makes a key with these scopes."""
    return lambda *scopes: make_key(actor=SYSTEM, name="Shop", scopes=list(scopes))[1]


@pytest.fixture
def sender(key):
    return Api(key("capture"))


@pytest.fixture
def reader(key):
    return Api(key("read"))
