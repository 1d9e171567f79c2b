"""What a buyer allows, from facts and beside new values."""

import pytest

from leadpact.rules import consent
from leadpact.rules.capture import Incoming, facts_for
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Value
from leadpact.rules.story import tell
from leadpact.rules.terms import FIELDS


def said(seq, field, code, **more):
    return Fact(seq, f"f{seq}", "described", 100 + seq, 100 + seq, lead_id=1, field=field, value_code=code, **more)


def known(**codes):
    return {name: Value(code, None, 50, 1, "buyer", None) for name, code in codes.items()}


def added(values, before):
    found = facts_for(Incoming(100, values=values), FIELDS, {}, before, {}, is_new=False)
    assert not found.problems
    return {fact.field: fact.value_code for fact in found.facts}


def test_each_way_has_the_latest_answer_with_who_when_and_how():
    facts = [
        said(1, "permission_email", "consent", side="buyer", channel="form"),
        said(2, "permission_email", "refused", side="sales", by_id=7, channel="hand"),
        said(3, "permission_phone", "contract"),
        said(4, "permission_post", "consent"),
        said(5, "permission_post", "unknown"),
    ]
    email, phone, post, tracking = consent.answers(facts)
    assert email == consent.Answer("email", "refused", 102, 7, "sales", "hand", "f2", 2)
    assert (phone.code, post.code, tracking.code) == ("contract", None, None)
    assert [each.is_refused for each in (email, phone, post, tracking)] == [True, False, False, False]


def test_an_entry_that_was_taken_back_counts_no_more():
    facts = [
        said(1, "permission_email", "consent"),
        said(2, "permission_email", "refused"),
        Fact(3, "f3", "corrected", 103, 103, lead_id=1, corrects_id="f2"),
    ]
    assert consent.answers(facts)[0].code == "consent"


def test_do_not_contact_refuses_every_direct_way_but_not_tracking():
    answers = consent.answers(
        [said(1, "permission_email", "consent"), said(2, "do_not_contact", "true", channel="mail")]
    )
    assert [(each.way, each.code, each.how) for each in answers] == [
        ("email", "refused", "mail"), ("phone", "refused", "mail"), ("post", "refused", "mail"), ("tracking", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "before", "after"),
    [
        # The last way of sales refused sums up to a no.
        ({"permission_phone": "refused"}, {}, {"permission_phone": "refused"}),
        (
            {"permission_phone": "refused"},
            {"permission_email": "refused"},
            {"permission_phone": "refused", "do_not_contact": "true"},
        ),
        (
            {"permission_phone": "refused", "permission_email": "refused"},
            {},
            {"permission_phone": "refused", "permission_email": "refused", "do_not_contact": "true"},
        ),
        # A ground for one way takes the no back, and leaves the others refused.
        (
            {"permission_email": "consent"},
            {"do_not_contact": "true"},
            {
                "permission_email": "consent", "permission_phone": "refused", "permission_post": "refused",
                "do_not_contact": "false",
            },
        ),
        ({"permission_tracking": "consent"}, {"do_not_contact": "true"}, {"permission_tracking": "consent"}),
        ({"permission_email": "consent"}, {"do_not_contact": "false"}, {"permission_email": "consent"}),
        # What is said outright stands.
        (
            {"permission_email": "refused", "permission_phone": "refused", "do_not_contact": "false"},
            {"do_not_contact": "true"},
            {"permission_email": "refused", "permission_phone": "refused", "do_not_contact": "false"},
        ),
        ({"name": "Ana"}, {"do_not_contact": "true"}, {"name": "known"}),
    ],
)  # fmt: skip
def test_what_permissions_add_up_to(values, before, after):
    assert added(values, known(**before)) == after


def test_a_file_does_not_take_a_no_back():
    before = known(do_not_contact="true", permission_tracking="consent")
    told = {"name": "Ana", "do_not_contact": "no", "permission_email": "consent", "permission_tracking": "refused"}
    assert consent.without_lifting(told, before) == {"name": "Ana", "permission_tracking": "refused"}
    assert consent.without_lifting({"do_not_contact": "Yes"}, before) == {"do_not_contact": "Yes"}
    assert consent.without_lifting(told, known(permission_email="consent")) == told


def handed(**rule):
    terms = {"attempts": 4, "rule": {"by": "person", "channels": [], "least": [], "days": 1, "zone": "UTC"} | rule}
    import json

    return [
        Fact(1, "f1", "captured", 1, 1, lead_id=1, side="buyer"),
        Fact(2, "f2", "handed_over", 2, 2, lead_id=1, person_id=5, due_s=500),
        Fact(3, "f3", "call", 10, 10, lead_id=1, side="sales", value_code="no_answer"),
        Fact(4, "f4", "accepted", 11, 11, lead_id=1, due_s=900, payload=json.dumps(terms)),
    ]


def attempts_clock(facts):
    story = tell(1, facts, {})
    return story.lead, next(clock for clock in story.clocks if clock.promise == "attempts")


def test_a_no_to_everything_ends_the_attempts_as_kept_and_takes_the_lead_from_sales():
    facts = [*handed(), said(5, "do_not_contact", "true"), consent.left_alone(1, 105)._replace(seq=6, id="f6")]
    lead, clock = attempts_clock(facts)
    assert (lead.state, lead.reason, lead.owner_id, lead.refused) == (
        "closed",
        "do_not_contact",
        None,
        "email phone post",
    )
    assert (clock.state, clock.stopped_s) == ("kept", 105)


def test_a_no_to_calls_ends_a_promise_that_asks_for_calls_only():
    refusal = said(5, "permission_phone", "refused")
    lead, clock = attempts_clock([*handed(least=[["call", 3]]), refusal])
    assert (lead.state, lead.refused, clock.state) == ("accepted", "phone", "kept")
    lead, clock = attempts_clock([*handed(channels=["call"]), refusal])
    assert clock.state == "kept"
    for rule in ({}, {"channels": ["call", "email"]}, {"least": [["email", 1]]}):
        assert attempts_clock([*handed(**rule), refusal])[1].state == "running"


def test_a_lead_that_was_left_alone_comes_back_when_the_buyer_allows_it_again():
    facts = [
        *handed(), said(5, "do_not_contact", "true"), consent.left_alone(1, 105)._replace(seq=6, id="f6"),
        said(7, "do_not_contact", "false"), Fact(8, "f8", "woken", 108, 108, lead_id=1, reason="allowed"),
    ]  # fmt: skip
    lead, _ = attempts_clock(facts)
    assert (lead.state, lead.refused) == ("new", None)
