"""Leads that look alike are found, decided one by one or together, and what was said is remembered."""

import pytest

from leadpact.ledger.models import DuplicatePair, Lead
from leadpact.operations import duplicates
from leadpact.operations.duplicates import NoPair
from leadpact.queries.duplicates import suggestions
from tests.company import company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    made = company()
    for n, name in enumerate(("Tom Berg", "Ida Lind", "Ali Okafor", "Rosa Moreau")):
        made.lead(f"s{n}", name=name, company=f"Company {n * 37}", email=f"{name[:3].lower()}@c{n}.example")
    same = {"company": "Kessler GmbH"}
    made.lead("a", name="Nadia Rahman", email="n.rahman@kessler.example", **same)
    made.lead("b", name="Nadia Rahmann", email="n.rahmann@kessler.example", **same)
    made.lead("c", name="Rahman, Nadia", email="n.rahman@kesler.example", **same)
    return made


def test_found_decided_and_remembered(acme):
    marketer = acme.actor("marketer")
    assert duplicates.look(actor=marketer) == 3
    count, found = suggestions(marketer, acme.now_s)
    assert (count, len(found)) == (3, 3)
    assert {each for pair in found for each in (pair.one.name[:3], pair.other.name[:3])} <= {"Nad", "Rah"}
    assert "same company" in found[0].why
    first, *_ = found
    gone = duplicates.decide(actor=marketer, pair_id=first.id, is_one=True, now_s=acme.now_s + 5)
    assert Lead.objects.get(pk=gone).state == "merged"
    with pytest.raises(NoPair):
        duplicates.decide(actor=marketer, pair_id=first.id, is_one=True, now_s=acme.now_s + 6)
    for each in suggestions(marketer, acme.now_s)[1]:
        duplicates.decide(actor=marketer, pair_id=each.id, is_one=False, now_s=acme.now_s + 7)
    assert suggestions(marketer, acme.now_s) == (0, ())
    assert duplicates.look(actor=marketer) == 0


def test_all_above_a_level_and_back(acme):
    marketer = acme.actor("marketer")
    duplicates.look(actor=marketer)
    before = set(Lead.objects.values_list("pk", "state", "merged_into_id"))
    assert duplicates.accept_above(actor=marketer, level=0.3, now_s=acme.now_s + 60) == 2
    assert Lead.objects.filter(state="merged").count() == 2
    assert duplicates.precision(0.3).n == 0  # What was accepted together is no answer.
    assert duplicates.take_back(actor=marketer, bulk_s=acme.now_s + 60, now_s=acme.now_s + 90) == 2
    assert set(Lead.objects.values_list("pk", "state", "merged_into_id")) == before


def test_the_precision_of_a_level_is_that_of_ones_own_answers(db):
    for n in range(25):
        state = "apart" if n < 5 else "merged"
        DuplicatePair.objects.create(one_id=n, other_id=n + 100, level=0.9, state=state)
    said = duplicates.precision(0.8)
    assert (said.k, said.n, said.is_enough) == (20, 25, True)
    assert said.low < 0.8 < said.high
    assert not duplicates.precision(0.95).is_enough
