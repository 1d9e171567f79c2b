"""The pact: proposed, numbered, signed by both teams, in force from its day on, and what follows for leads."""

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.models import Clock, FactRow, HandOff, Job, Lead, Notice, PactVersion
from leadpact.ledger.rulebook import NoPact, Rulebook, in_force
from leadpact.operations import pact, people, sla
from leadpact.operations.pact import NotToSign, WrongPact
from tests.company import NOW_S, PASSWORD, company

pytestmark = pytest.mark.django_db
DAY_S = 86_400
CHEAP = pact_file.starter().replace("points: 18", "points: 3")


@pytest.fixture
def acme():
    return company()


def propose(acme, text=CHEAP, role="marketing_head", now_s=NOW_S + 60):
    return pact.propose(actor=acme.actor(role), text=text, now_s=now_s)


def sign(acme, row, role, now_s=NOW_S + 120, effective_s=None):
    return pact.sign(actor=acme.actor(role), pact_id=row.pk, now_s=now_s, effective_s=effective_s)


def sign_both(acme, row, now_s=NOW_S + 120):
    sign(acme, row, "marketing_head", now_s)
    return sign(acme, row, "sales_head", now_s)


def holds(at_s):
    return [held.pact.version for held in in_force(at_s)]


# --- proposing


def test_versions_number_themselves_in_the_file_too(acme):
    second, third = propose(acme), propose(acme, CHEAP.replace("version: 1", "version: 77"))
    assert [second.version, third.version] == [2, 3]
    for row in (second, third):
        assert pact_file.read(row.text).pact == Rulebook(NOW_S).by_id(row.pk).pact
        assert f"\nversion: {row.version}\n" in row.text
    assert third.text == CHEAP.replace("version: 1", "version: 3")


def test_another_pact_begins_with_the_number_it_was_given(acme):
    row = propose(acme, CHEAP.replace("pact: Our pact", "pact: Spare parts").replace("version: 1", "version: 4"))
    assert (row.name, row.version, row.state) == ("Spare parts", 4, "proposed")


def test_a_wrong_file_lists_every_mistake_and_is_not_kept(acme):
    before = FactRow.objects.count()
    text = CHEAP.replace("half_life: 30 days", "half_live: 30 days").replace(
        "year_starts: january", "year_starts: smarch"
    )
    with pytest.raises(WrongPact) as wrong:
        propose(acme, text)
    lines = {word: text[: text.index(word)].count("\n") + 1 for word in ("smarch", "half_live")}
    assert [(error.line, error.path) for error in wrong.value.errors] == [
        (lines["smarch"], "time.year_starts"),
        (lines["half_live"], "good_lead.half_live"),
    ]
    assert str(wrong.value).startswith(f"2 mistakes:\npact.yaml:{lines['smarch']}:")
    assert (PactVersion.objects.count(), FactRow.objects.count()) == (1, before)


def test_who_proposed_and_signed_are_facts(acme):
    row = propose(acme)
    sign(acme, row, "sales_head", effective_s=NOW_S + DAY_S)
    sign(acme, row, "marketing_head", NOW_S + 180)
    mia, sam = acme.people["marketing_head"].pk, acme.people["sales_head"].pk
    told = FactRow.objects.filter(pact_id=row.pk).order_by("seq")
    assert list(told.values_list("kind", "by_id", "side", "pact_version", "occurred_s", "due_s")) == [
        ("pact_proposed", mia, "marketing", 2, NOW_S + 60, None),
        ("pact_signed", sam, "sales", 2, NOW_S + 120, NOW_S + DAY_S),
        ("pact_signed", mia, "marketing", 2, NOW_S + 180, None),
    ]


@pytest.mark.parametrize("role", ["marketer", "salesperson", "reader"])
def test_who_may_not_propose(acme, role):
    with pytest.raises(access.Forbidden):
        propose(acme, role=role)


# --- signing


def test_one_signature_changes_nothing(acme):
    row = sign(acme, propose(acme), "marketing_head")
    assert (row.state, row.effective_s, row.marketing_signed_by_id) == (
        "proposed",
        None,
        acme.people["marketing_head"].pk,
    )
    assert holds(NOW_S + 10 * DAY_S) == [1]


def test_both_signatures_put_it_in_force_at_once_and_score_anew(acme):
    lead_id = acme.good_lead()
    old = Lead.objects.get(pk=lead_id)
    row = sign_both(acme, propose(acme))
    assert (row.state, row.effective_s) == ("signed", NOW_S + 120)
    assert (holds(NOW_S + 119), holds(NOW_S + 120)) == ([1], [2])
    new = Lead.objects.get(pk=lead_id)
    assert (new.points, new.points_pact_id, new.points_s) == (old.points - 15, row.pk, NOW_S + 120)


@pytest.mark.parametrize(
    ("first", "second", "holds_s"),
    [
        (None, NOW_S + DAY_S, NOW_S + DAY_S),
        (NOW_S + DAY_S, None, NOW_S + DAY_S),
        (NOW_S + 2 * DAY_S, NOW_S + DAY_S, NOW_S + 2 * DAY_S),
        (NOW_S + DAY_S, NOW_S + 2 * DAY_S, NOW_S + 2 * DAY_S),
        (NOW_S - 3600, NOW_S - 3600, NOW_S + 180),
    ],
)
def test_the_later_of_two_wished_days_holds(acme, first, second, holds_s):
    row = propose(acme)
    sign(acme, row, "marketing_head", NOW_S + 120, first)
    row = sign(acme, row, "sales_head", NOW_S + 180, second)
    assert (row.state, row.effective_s) == ("signed", holds_s)
    assert (holds(holds_s - 1), holds(holds_s)) == ([1], [2])


def test_a_version_for_later_waits_for_its_job(acme):
    lead_id = acme.good_lead()
    row = propose(acme)
    sign(acme, row, "marketing_head")
    sign(acme, row, "sales_head", effective_s=NOW_S + DAY_S)
    assert Lead.objects.get(pk=lead_id).points_pact_id == acme.pact_id
    assert list(Job.objects.filter(name="take_effect").values_list("due_s", flat=True)) == [NOW_S + DAY_S]
    assert pact.take_effect(now_s=NOW_S + DAY_S) == 1
    assert Lead.objects.get(pk=lead_id).points_pact_id == row.pk


def test_a_signature_is_given_once_and_not_on_what_is_signed(acme):
    row = propose(acme)
    sign(acme, row, "marketing_head")
    with pytest.raises(NotToSign, match="Marketing has signed version 2 already; now the other team"):
        sign(acme, row, "marketing_head")
    sign(acme, row, "sales_head")
    with pytest.raises(NotToSign, match="Version 2 is signed; propose a new one to change something"):
        sign(acme, row, "sales_head")
    assert FactRow.objects.filter(kind="pact_signed", pact_id=row.pk).count() == 2


@pytest.mark.parametrize("role", ["marketer", "salesperson", "operator", "reader"])
def test_only_heads_sign(acme, role):
    row = propose(acme)
    with pytest.raises(access.Forbidden):
        sign(acme, row, role)


def test_a_day_that_is_over_is_refused(acme):
    row = propose(acme)
    with pytest.raises(NotToSign, match=r"1 June 2026 is over; a pact holds from today at the earliest"):
        sign(acme, row, "sales_head", effective_s=NOW_S - DAY_S)
    assert pact.day_starts_s("2026-06-02", NOW_S) is None
    assert pact.day_starts_s("2026-06-04", NOW_S) == NOW_S - 36_000 + 2 * DAY_S
    with pytest.raises(NotToSign, match="“soon” is no day; write it as 2026-12-01"):
        pact.day_starts_s("soon", NOW_S)
    with pytest.raises(NotToSign, match="“0001-01-01” is no day"):  # East of Greenwich it begins before all time.
        pact.day_starts_s("0001-01-01", NOW_S)


def test_one_day_has_one_pact(acme):
    first, second = propose(acme), propose(acme, CHEAP.replace("points: 12", "points: 11"))
    sign(acme, first, "marketing_head", effective_s=NOW_S + 2 * DAY_S)
    sign(acme, first, "sales_head")
    for wished_s in (NOW_S + 2 * DAY_S, NOW_S + 2 * DAY_S + 7200):
        with pytest.raises(
            NotToSign, match=r"Version 2 takes effect on 4 June 2026 too, and one day has one pact. Name another day"
        ):
            sign(acme, second, "marketing_head", effective_s=wished_s)
    sign(acme, second, "marketing_head", effective_s=NOW_S + 3 * DAY_S)
    assert sign(acme, second, "sales_head").effective_s == NOW_S + 3 * DAY_S
    assert [holds(NOW_S + n * DAY_S) for n in (1, 2, 3)] == [[1], [2], [3]]


def test_a_version_that_contradicts_itself_is_neither_proposed_nor_signed(acme):
    wrong = CHEAP.replace("points: 60,", "points: 99,")
    with pytest.raises(WrongPact) as refused:
        propose(acme, wrong)
    (one,) = refused.value.errors
    assert (one.path, one.line) == (
        "hand_offs[1].lanes[2].gate.points",
        wrong[: wrong.index("points: 99")].count("\n") + 1,
    )
    row = propose(acme)
    PactVersion.objects.filter(pk=row.pk).update(text=wrong)  # proposed before such things were looked at
    with pytest.raises(NotToSign, match=r"Version 2 cannot be signed: .*can have 93 at most"):
        sign(acme, row, "sales_head")


def test_a_signed_version_never_changes(acme):
    from django.db import DatabaseError, transaction

    for values in ({"text": "x"}, {"state": "proposed"}, {"effective_s": NOW_S + DAY_S}, {"marketing_signed_by_id": 1}):
        with pytest.raises(DatabaseError, match="a signed pact never changes"), transaction.atomic():
            PactVersion.objects.filter(pk=acme.pact_id).update(**values)


def test_a_proposal_is_withdrawn_and_then_not_signed(acme):
    row = propose(acme)
    sign(acme, row, "sales_head")
    with pytest.raises(access.Forbidden):
        pact.withdraw(actor=acme.actor("salesperson"), pact_id=row.pk, now_s=NOW_S + 200)
    row = pact.withdraw(actor=acme.actor("marketing_head"), pact_id=row.pk, now_s=NOW_S + 200)
    assert (row.state, row.ended_s, row.ended_by_id) == ("withdrawn", NOW_S + 200, acme.people["marketing_head"].pk)
    with pytest.raises(NotToSign, match="Version 2 was withdrawn; begin a draft from it"):
        sign(acme, row, "marketing_head", NOW_S + 300)
    with pytest.raises(NotToSign, match="a signed version stays"):
        pact.withdraw(actor=acme.actor("sales_head"), pact_id=acme.pact_id, now_s=NOW_S + 300)
    fact = FactRow.objects.get(kind="pact_withdrawn")
    assert (fact.pact_id, fact.pact_version, fact.side) == (row.pk, 2, "marketing")


def test_a_proposal_that_nobody_signs_expires(acme):
    row = propose(acme)
    late_s = row.proposed_s + pact.EXPIRES_AFTER_S
    assert (pact.expire(now_s=late_s - 1), pact.expire(now_s=late_s), pact.expire(now_s=late_s)) == (0, 1, 0)
    with pytest.raises(NotToSign, match="was not signed in time and is over"):
        sign(acme, row, "marketing_head", late_s + 1)
    assert FactRow.objects.filter(kind="pact_expired", pact_id=row.pk, side="system").count() == 1


def test_heads_are_told_of_every_step_that_is_not_their_own(acme):
    from leadpact.queries.notices import notices_of

    Notice.objects.all().delete()
    row = propose(acme)
    sign(acme, row, "marketing_head")
    other = propose(acme, now_s=NOW_S + 130)
    pact.withdraw(actor=acme.actor("sales_head"), pact_id=other.pk, now_s=NOW_S + 140)
    pact.expire(now_s=NOW_S + 61 * DAY_S)

    def told(role):
        found = notices_of(acme.people[role].pk, now_s=NOW_S + 62 * DAY_S)
        return [(each.says, each.path) for each in found.notices]

    two, three = f"/pact/{row.pk}/", f"/pact/{other.pk}/"
    over = ("Nobody signed Our pact, version 2 within 60 days: it is over", two)
    assert told("sales_head") == [
        over, ("Mia Head proposed Our pact, version 3: read it, say what you think, and sign", three),
        ("Mia Head signed Our pact, version 2", two),
        ("Mia Head proposed Our pact, version 2: read it, say what you think, and sign", two),
    ]  # fmt: skip
    assert told("marketing_head") == [over, ("Sam Head withdrew Our pact, version 3", three)]
    assert told("salesperson") == []


def test_no_such_pact(acme):
    with pytest.raises(access.Unknown, match="There is no pact 99"):
        pact.sign(actor=acme.actor("sales_head"), pact_id=99, now_s=NOW_S)


# --- what follows


def test_running_clocks_keep_the_version_they_began_with(acme):
    hand_off = acme.handed_over()
    before = list(Clock.objects.order_by("pk").values())
    sign_both(acme, propose(acme, CHEAP.replace("within 15 working minutes", "within 1 working hours")))
    assert list(Clock.objects.order_by("pk").values()) == before
    owner = acme.owner(hand_off)
    sla.log_attempt(actor=owner, lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=NOW_S + 600)
    assert set(FactRow.objects.filter(kind__in=("handed_over", "accepted")).values_list("pact_version", flat=True)) == {
        1
    }
    assert acme.handed_over("x2").pact_version == 1  # still handed over at the earlier instant
    acme.now_s = NOW_S + 900
    later = acme.handed_over("x3")
    assert (later.pact_version, later.points) == (2, 61)
    assert HandOff.objects.get(pk=hand_off.pk).pact_version == 1


def test_ended_leads_are_not_scored_anew(acme):
    from tests.story import story

    won, fresh = story(acme, "captured web; won 3k"), acme.good_lead()
    row = sign_both(acme, propose(acme))
    assert dict(Lead.objects.values_list("pk", "points_pact_id")) == {won: None, fresh: row.pk}


def test_two_pacts_share_the_leads_in_the_order_of_their_places(acme):
    text = CHEAP.replace("pact: Our pact", "pact: A pact for Austria").replace(
        "covers: everyone ", "covers: {field: country, is: AT}\norder: 1 "
    )
    row = sign_both(acme, propose(acme, text))
    acme.now_s = NOW_S + 200
    here, there = acme.good_lead("x1", country="AT"), acme.good_lead("x2")
    assert dict(Lead.objects.values_list("pk", "points_pact_id")) == {here: row.pk, there: acme.pact_id}


def test_before_a_pact_is_signed_leads_have_no_points_and_say_why():
    form = people.PersonForm("op@acme.example", "Olga", "operator")
    operator = people.set_up(company="Acme", zone="UTC", country="", operator=form, password=PASSWORD, now_s=NOW_S)
    with pytest.raises(NoPact, match="No pact is signed by both teams yet"):
        Rulebook(NOW_S).main()
    assert pact.starter_text() == pact_file.starter()
    row = pact.propose(actor=access.actor_of(operator), text=pact.starter_text(), now_s=NOW_S)
    assert (row.version, row.text) == (1, pact_file.starter())
