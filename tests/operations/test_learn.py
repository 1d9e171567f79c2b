"""Learning a draft from the ledger: the pact's file with a learned table in it, and what is said where little is known."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.connectors.pact_file_checks import check
from leadpact.ledger import results
from leadpact.ledger.models import FactRow
from leadpact.ledger.reader import watermark
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import learn, pact
from leadpact.operations.learn import NothingLearned
from leadpact.rules.facts import Fact
from tests.company import company

DAY = 86_400
LEADS = 240


pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def past(now_s: int, *, wins: bool = True) -> None:
    """A history of leads whose size decides whether they were won; facts alone, in order of time."""
    draw = np.random.default_rng(11)
    facts = []
    for lead in range(1, LEADS + 1):
        at_s = now_s - (LEADS + 200 - lead) * DAY
        is_big = lead % 2 == 0
        size = float(draw.integers(200, 500) if is_big else draw.integers(1, 90))
        is_won = wins and bool(draw.random() < (0.75 if is_big else 0.15))
        own = {"lead_id": lead + 50_000, "side": "buyer"}
        facts += [
            Fact(0, "", "captured", at_s, 0, source="web", **own),
            Fact(0, "", "described", at_s, 0, field="employees", value_code=f"{size:g}", value_number=size, **own),
            Fact(0, "", "handed_over", at_s + 60, 0, lead_id=own["lead_id"], side="marketing", points=50),
            Fact(0, "", "described", at_s + 90, 0, field="budget", value_code="approved" if is_won else "none", **own),
        ]
        if is_won:
            facts.append(Fact(0, "", "won", at_s + 30 * DAY, 0, lead_id=own["lead_id"], side="sales"))
    with recording(now_s) as book:
        book.append([Draft(fact) for fact in sorted(facts, key=lambda each: each.occurred_s)])
    del facts


def test_a_draft_is_the_pact_with_a_learned_table(acme) -> None:
    past(acme.now_s)
    found = learn.learn_draft(actor=acme.actor("sales_head"), now_s=acme.now_s, horizon_days=60)
    checked = check(found["text"])
    assert (found["is_learned"], checked.errors) == (True, ())
    assert "# why a lead is sent back" in found["text"]
    rows = checked.pact.good_lead.points
    assert {row.asked_by for row in rows} == {"both"}
    assert max(row.points for row in rows) == 100
    assert "leads with it were won" in rows[0].because
    assert [each["name"] for each in found["attributes"]] == ["People"]
    budget = next(each for each in found["left_out"] if each["name"] == "Budget")
    assert budget["is_leak"]
    assert "only after it was handed over" in budget["reason"]
    assert found["quality"][1].startswith("Of a won lead and another, it ranks the won one higher in ")
    assert results.latest(learn.KEPT_AS).body == found


def together(now_s: int, leads: int = 1_500) -> None:
    """A history in which large companies that are in manufacturing are won far more than either alone."""
    draw = np.random.default_rng(4)
    facts = []
    for lead in range(1, leads + 1):
        at_s = now_s - 900 * DAY + lead * DAY // 3
        own = {"lead_id": lead + 50_000, "side": "buyer"}
        is_big, trade = bool(draw.random() < 0.5), str(draw.choice(["manufacturing", "retail", "education"]))
        size = float(draw.integers(100, 400) if is_big else draw.integers(1, 90))
        is_best = is_big and trade == "manufacturing"
        chance = 0.75 if is_best else 0.15 + 0.06 * is_big + 0.06 * (trade == "manufacturing")
        facts += [
            Fact(0, "", "captured", at_s, 0, source="web", **own),
            Fact(0, "", "described", at_s, 0, field="employees", value_code=f"{size:g}", value_number=size, **own),
            Fact(0, "", "described", at_s, 0, field="industry", value_code=trade, **own),
            Fact(0, "", "handed_over", at_s + 60, 0, lead_id=own["lead_id"], side="marketing", points=50),
        ]
        if draw.random() < chance:
            facts.append(Fact(0, "", "won", at_s + 30 * DAY, 0, lead_id=own["lead_id"], side="sales"))
    with recording(now_s) as book:
        book.append([Draft(fact) for fact in sorted(facts, key=lambda each: each.occurred_s)])


def test_two_things_that_tell_more_together_are_a_row_with_both(acme) -> None:
    together(acme.now_s)
    found = learn.learn_draft(actor=acme.actor("sales_head"), now_s=acme.now_s, horizon_days=60)
    checked = check(found["text"])
    assert checked.errors == ()
    last = found["attributes"][-1]
    assert set(last["name"].removesuffix(" together").split(" and ")) == {"People", "Industry"}
    row = checked.pact.good_lead.points[-1]
    assert (row.label, row.points) == (last["bins"][0]["label"], last["most"])
    assert "manufacturing" in row.label.casefold()
    assert "people" in row.label.casefold()
    assert last["bins"][0]["steady"] >= 45
    assert any("row for two conditions at once" in each for each in found["quality"])


def test_with_one_outcome_nothing_is_learned_and_it_is_said(acme) -> None:
    past(acme.now_s, wins=False)
    found = learn.learn_draft(actor=acme.actor("marketing_head"), now_s=acme.now_s)
    assert (found["is_learned"], found["text"]) == (False, "")
    assert "none was won: with one outcome only there is nothing to compare" in found["too_little"]
    with pytest.raises(NothingLearned):
        learn.begin_draft(actor=acme.actor("marketing_head"), now_s=acme.now_s)


def test_without_any_history_it_is_said(acme) -> None:
    found = learn.learn_draft(actor=acme.actor("marketing_head"), now_s=acme.now_s)
    assert found["population"] == "No lead was decided on long enough ago to know how it ended."
    assert "There is no lead yet whose outcome is known" in found["too_little"]


def test_the_learned_text_becomes_a_draft_that_can_be_proposed(acme) -> None:
    past(acme.now_s)
    head = acme.actor("sales_head")
    text = learn.learn_draft(actor=head, now_s=acme.now_s, horizon_days=60)["text"]
    row = learn.begin_draft(actor=head, now_s=acme.now_s)
    assert row.text == text
    assert pact.propose(actor=head, text=row.text, now_s=acme.now_s).state == "proposed"


def test_it_is_asked_for_once(acme) -> None:
    head = acme.actor("sales_head")
    assert [learn.request(actor=head, now_s=acme.now_s) for _ in range(2)] == [True, False]
    before = watermark()
    learn.compute(now_s=acme.now_s)
    assert (watermark(), FactRow.objects.filter(kind="pact_drafted").count()) == (before, 0)


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"horizon_days": 0}, "take 1 to 3,650 days"),
        ({"horizon_days": 99_999}, "take 1 to 3,650 days"),
        ({"rising": ["emploees"]}, "emploees is no number field of the pact. Number fields are: employees"),
        ({"rising": ["country"]}, "country is no number field"),
    ],
)
def test_what_cannot_be_learned_with_is_said_before_anything_is_read(acme, wish, says) -> None:
    with pytest.raises(learn.WrongWish, match=says):
        learn.learn_draft(actor=acme.actor("sales_head"), now_s=acme.now_s, **wish)


def test_a_try_at_another_day_leaves_what_the_page_shows(acme) -> None:
    past(acme.now_s)
    kept = learn.learn_draft(actor=acme.actor("sales_head"), now_s=acme.now_s)
    tried = learn.learn_draft(actor=acme.actor("sales_head"), now_s=acme.now_s + 60, as_of="2026-05-31")
    assert not tried["is_learned"]  # Nothing was recorded by then.
    assert results.latest(learn.KEPT_AS).body["text"] == kept["text"]
