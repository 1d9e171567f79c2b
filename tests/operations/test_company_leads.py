"""A row of the points table that counts a company's other leads: at hand, stored, and in bulk alike."""

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger.models import Lead
from leadpact.operations import companies, qualify
from leadpact.operations import rebuild as rebuilding
from leadpact.queries import leads, replay, replay_ground, score
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
DAY_S = 86_400
ROW = """    - when: {account_leads: {at_least: 1, within: 30 days}}
      points: 20
      group: fit
      asked_by: both
      because: Several people of one company ask together.
"""


@pytest.fixture
def acme():
    replay_ground.forget()
    text = pact_file.starter()
    head = "    # Does the company fit?\n"
    assert head in text
    yield company(text=text.replace(head, head + ROW))
    replay_ground.forget()


def points():
    return list(Lead.objects.order_by("pk").values_list("points", flat=True))


def test_a_second_lead_of_the_company_gives_both_their_points(acme):
    first = acme.lead("a", name="Ida", company="Kessler GmbH", email="ida@kessler.example")
    acme.lead("b", name="Ole", company="Brandt AG", email="ole@brandt.example")
    assert points() == [0, 0]
    third = acme.lead("c", name="Max", company="Kessler GmbH", email="max@kessler.example")
    assert points() == [20, 0, 20]
    actor = acme.actor("marketer")
    assert [score.of_lead(actor, each, NOW_S)["points"] for each in (first, third)] == [20, 20]
    assert [leads.page(actor, each, NOW_S).score.points for each in (first, third)] == [20, 20]
    drift = rebuilding.check(actor=acme.actor("operator"), now_s=NOW_S)
    assert drift.differences == []
    assert Lead.objects.get(pk=first).fades_s is not None  # after thirty days the other one no longer counts


def test_the_gate_counts_them_and_a_replay_agrees(acme):
    for name in ("x1", "x2"):
        acme.lead(f"before-{name}", company=f"Kessler {name}", name="Ole", email=f"ole@{name}.example")
        acme.handed_over(name)
    found = replay.effect(acme.actor("marketer"), pact_file.read(pact_file.starter()).pact, NOW_S + DAY_S)
    assert (found.agreement.same, found.agreement.of) == (2, 2)


def test_those_handed_over_together_count_each_other(acme):
    made = [acme.good_lead(name, company="Kessler GmbH") for name in ("x1", "x2")]
    went = qualify.hand_over_all(actor=acme.actor("marketer"), lead_ids=made, now_s=NOW_S)
    assert set(went.owners) == set(made)
    drift = rebuilding.check(actor=acme.actor("operator"), now_s=NOW_S)
    assert drift.differences == []


def test_two_companies_made_one_count_each_others_leads_until_parted(acme):
    acme.lead("a", name="Ida", company="Kessler GmbH", email="ida@kessler.example")
    acme.lead("b", name="Ole", company="Kessler", email="ole@kessler.example")
    assert points() == [0, 0]
    one, other = Lead.objects.order_by("pk").values_list("account_id", flat=True)
    companies.join(actor=acme.actor("marketer"), account_id=other, into_id=one, now_s=NOW_S)
    assert points() == [20, 20]
    assert rebuilding.check(actor=acme.actor("operator"), now_s=NOW_S).differences == []
    companies.part(actor=acme.actor("marketer"), account_id=other, now_s=NOW_S)
    assert points() == [0, 0]
    assert rebuilding.check(actor=acme.actor("operator"), now_s=NOW_S).differences == []
