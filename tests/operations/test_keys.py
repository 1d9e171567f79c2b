"""Keys: shown once, kept as a digest, noted when used, dead when revoked."""

from datetime import UTC, datetime

import pytest

from leadpact.connectors.shapes import LeadShape
from leadpact.ledger import access
from leadpact.ledger.models import ApiKey, Lead
from leadpact.operations import capture, keys, qualify
from leadpact.operations.keys import WrongScope
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def make(acme, scopes=("capture",), name="Web form", role="operator"):
    return keys.make_key(actor=acme.actor(role), name=name, scopes=list(scopes))


def test_a_key_is_shown_once_and_kept_as_a_digest(acme):
    row, key = make(acme)
    assert (key[:3], len(key)) == ("lp_", 46)
    kept = ApiKey.objects.values().get()
    assert key not in str(kept)
    assert (len(kept["digest"]), kept["hint"], kept["made_by_id"]) == (64, f"{key[:7]}…", acme.people["operator"].pk)
    assert make(acme)[1] != key
    assert row.scopes == "capture"


def test_a_key_acts_within_its_scopes_and_no_further(acme):
    _, key = make(acme)
    actor = keys.actor_of_key(key, NOW_S)
    assert (actor.id, actor.role, actor.side, actor.name) == (None, "key", "system", "Web form")
    shape = LeadShape("x1", "web", None, "web_form", None, "web", "buyer", None, {"name": "Nadia"})
    taken = capture.capture_lead(actor=actor, shape=shape, now_s=NOW_S)
    assert taken.status == "created"
    for verb in ("see_leads", "hand_over", "qualify", "answer", "manage_people", "import_data"):
        assert actor.may(verb) is False
    with pytest.raises(access.Forbidden):
        qualify.hand_over(actor=actor, lead_id=taken.lead_id, now_s=NOW_S)
    _, reading = make(acme, ["read"])
    with pytest.raises(access.Forbidden):
        capture.capture_lead(
            actor=keys.actor_of_key(reading, NOW_S), shape=shape._replace(external_id="x2"), now_s=NOW_S
        )
    assert Lead.objects.count() == 1


def test_a_revoked_key_stops_at_once(acme):
    row, key = make(acme)
    keys.revoke_key(actor=acme.actor("operator"), key_id=row.pk, now_s=NOW_S)
    assert keys.actor_of_key(key, NOW_S) is None
    row.refresh_from_db()
    assert row.revoked_at == datetime.fromtimestamp(NOW_S, UTC)
    for key_id in (row.pk, 999):
        with pytest.raises(access.Unknown, match=f"There is no key {key_id} that still works"):
            keys.revoke_key(actor=acme.actor("operator"), key_id=key_id, now_s=NOW_S)


@pytest.mark.parametrize("key", ["", "lp_", "lp_wrong", "nonsense"])
def test_a_wrong_key_is_nobody(acme, key):
    make(acme)
    assert keys.actor_of_key(key, NOW_S) is None


def test_the_use_of_a_key_is_noted_once_an_hour(acme):
    _, key = make(acme)
    seen = []
    for after_s in (0, 60, 3599, 3700):
        keys.actor_of_key(key, NOW_S + after_s)
        seen.append(int(ApiKey.objects.get().last_used_at.timestamp()) - NOW_S)
    assert seen == [0, 0, 0, 3700]


@pytest.mark.parametrize(
    ("scopes", "name", "says"),
    [
        ([], "Web", "Choose at least one scope of: capture, read, merge, draft."),
        (["capture", "all"], "Web", "Choose at least one scope of: capture, read, merge, draft. 'all' is none."),
        (["capture"], " ", "Give the key a name, so that you know later whose it is."),
    ],
)
def test_what_no_key_is_made_of(acme, scopes, name, says):
    with pytest.raises(WrongScope) as wrong:
        make(acme, scopes, name)
    assert (str(wrong.value), ApiKey.objects.count()) == (says, 0)


@pytest.mark.parametrize("role", ["marketing_head", "sales_head", "marketer", "salesperson", "reader"])
def test_only_the_operator_makes_and_revokes_keys(acme, role):
    row, _ = make(acme)
    with pytest.raises(access.Forbidden):
        make(acme, role=role)
    with pytest.raises(access.Forbidden):
        keys.revoke_key(actor=acme.actor(role), key_id=row.pk, now_s=NOW_S)
