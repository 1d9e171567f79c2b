"""Leads whose agreed time is up: listed first, forgotten later, and never one that something keeps."""

from datetime import UTC, datetime

import hypothesis
import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from leadpact.connectors import pact_file
from leadpact.connectors.shapes import LeadShape
from leadpact.ledger import reader
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import Clock, ExpiringLead, FactRow, Lead, LeadKey, Notice, PersonValue, RetentionRun
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import recording
from leadpact.operations import deals, forget, merging, pact, retention, sla, verdict
from leadpact.operations.capture import Intake
from leadpact.operations.retention import Plan, WrongKeeping
from leadpact.queries import notices
from leadpact.rules.lead import valid
from tests.company import NOW_S, company
from tests.ledger.test_random_histories import _play, histories

pytestmark = pytest.mark.django_db
DAY_S = 86_400
LINE = "  names_kept: 12 months\n"
KEPT = pact_file.starter().replace(LINE, f"{LINE}  leads_kept: 24 months\n")


def day(text):
    return int(datetime.fromisoformat(f"{text}T10:00").replace(tzinfo=UTC).timestamp())


LISTED, OVER = day("2028-05-30"), day("2028-06-20")
"""Days near two years after the company's leads were last heard of, on 2 June 2026."""


@pytest.fixture
def acme(tmp_path, settings):
    settings.HOME = tmp_path
    return company(text=KEPT)


def personal():
    """Leads of which something personal is left."""
    keys = LeadKey.objects.exclude(kind="deal").values_list("lead_id", flat=True)
    return {*PersonValue.objects.values_list("lead_id", flat=True), *keys}


def runs(*days):
    """How many leads each daily run forgets."""
    return [retention.expire(now_s=at_s) for at_s in days]


def test_a_lead_is_listed_first_and_forgotten_when_its_time_is_up(acme):
    lead_id = acme.good_lead("x1")
    facts = FactRow.objects.filter(lead_id=lead_id).count()
    assert runs(day("2028-05-18")) == [0]
    assert ExpiringLead.objects.count() == 0
    assert runs(day("2028-05-20"), day("2028-06-01")) == [0, 0]
    assert personal() == {lead_id}
    assert runs(day("2028-06-03"), day("2028-06-04")) == [1, 0]
    assert personal() == set()
    assert ExpiringLead.objects.count() == 0
    erased = FactRow.objects.get(lead_id=lead_id, kind="erased")
    assert (erased.reason, erased.pact_id, erased.pact_version) == ("retention", acme.pact_id, 1)
    assert FactRow.objects.filter(lead_id=lead_id).count() == facts + 1
    run = RetentionRun.objects.get()
    assert (run.at_s, run.kept, run.pact_id, run.pact_version, run.leads) == (
        day("2028-06-03"), "24 months", acme.pact_id, 1, 1,
    )  # fmt: skip
    assert (run.words, run.keys) == (5, 2)


def test_nobody_is_forgotten_without_an_agreed_time(tmp_path, settings):
    settings.HOME = tmp_path
    bare = company()
    lead_id = bare.good_lead("x1")
    assert runs(*(day(f"20{year}-06-20") for year in range(28, 60, 4))) == [0] * 8
    assert personal() == {lead_id}
    assert (ExpiringLead.objects.count(), Notice.objects.filter(kind="leads_expire").count()) == (0, 0)
    assert retention.plan(now_s=OVER) == Plan(None)


@pytest.mark.parametrize("what", ["customer", "deal", "with sales", "promise", "sleeps", "recent"])
def test_who_something_keeps_is_never_forgotten(acme, what):
    hand_off = acme.handed_over("x1") if what != "recent" else None
    lead_id = hand_off.lead_id if hand_off else acme.good_lead("x1")
    owner = acme.owner(hand_off) if hand_off else acme.actor("marketer")
    if what in ("customer", "deal"):
        deal_id = deals.open_deal(actor=owner, lead_id=lead_id, now_s=acme.now_s + 60)
        if what == "customer":
            deals.win(actor=owner, deal_id=deal_id, amount_minor=500, currency="EUR", now_s=acme.now_s + 90)
    elif what == "promise":
        verdict.accept(actor=owner, hand_off_id=hand_off.pk, now_s=acme.now_s + 60)
    elif what == "sleeps":
        verdict.reject(actor=owner, hand_off_id=hand_off.pk, reason="too_early", now_s=acme.now_s + 60)
        acme.touch(lead_id, "recycled", due_s=day("2030-01-01"), occurred_s=acme.now_s + 90)
    elif what == "recent":
        acme.touch(lead_id, "page_view", "pricing", occurred_s=day("2028-05-31"))
    assert runs(LISTED, OVER, OVER + 30 * DAY_S) == [0, 0, 0]
    assert lead_id in personal()


def test_a_lead_with_sales_is_forgotten_some_time_after_it_was_given_up(acme):
    hand_off = acme.handed_over("x1")
    verdict.accept(actor=acme.owner(hand_off), hand_off_id=hand_off.pk, now_s=acme.now_s + 60)
    assert runs(LISTED, OVER) == [0, 0]
    assert sla.give_up_silent(now_s=OVER) == 1
    assert runs(day("2030-06-10"), day("2030-06-30")) == [0, 1]


def test_in_a_merged_lead_the_newest_of_the_whole_story_counts(acme):
    old, young = acme.good_lead("x1"), acme.lead("x2", name="Nadia X", email="other@kessler.example")
    acme.touch(young, "page_view", "pricing", occurred_s=day("2027-12-01"))
    merging.merge(actor=acme.actor("marketer"), lead_id=old, other_id=young, now_s=acme.now_s + 60)
    assert runs(LISTED, OVER) == [0, 0]
    assert personal() == {old, young}
    assert runs(day("2029-11-28"), day("2029-12-20")) == [0, 1]
    assert personal() == set()
    reasons = set(FactRow.objects.filter(kind="erased").values_list("lead_id", "reason"))
    assert reasons == {(old, "retention"), (young, "retention")}


def test_nobody_is_forgotten_who_did_not_stand_on_the_list_for_two_weeks(acme):
    """However old they are when they come: by a file, by a shorter time, or after the worker stood still."""
    now_s = day("2031-01-01")
    lead_id = acme.good_lead("x1")
    assert runs(now_s, now_s + 13 * DAY_S) == [0, 0]
    assert personal() == {lead_id}
    assert runs(now_s + 14 * DAY_S) == [1]


def test_a_run_does_so_much_and_the_next_the_rest(acme):
    ids = {acme.lead(f"x{n}", email=f"n{n}@k{n}.example") for n in range(5)}
    retention.expire(now_s=LISTED)
    assert retention.expire(now_s=OVER, most=2) == 2
    assert len(personal()) == 3
    assert retention.expire(now_s=OVER) == 3
    assert retention.expire(now_s=OVER) == 0
    assert FactRow.objects.filter(kind="erased", lead_id__in=ids).count() == 5
    assert sum(RetentionRun.objects.values_list("leads", flat=True)) == 5


def test_what_comes_in_between_looking_and_forgetting_keeps_the_lead(acme, monkeypatch):
    lead_id = acme.good_lead("x1")
    retention.expire(now_s=LISTED)
    asked = retention.plan(now_s=OVER)
    assert asked.ready == (lead_id,)
    acme.touch(lead_id, "form_filled", "demo", occurred_s=OVER)
    monkeypatch.setattr(retention, "plan", lambda now_s: asked)
    assert retention.expire(now_s=OVER) == 0
    assert personal() == {lead_id}


def test_activity_takes_a_lead_off_the_list_and_a_plan_changes_nothing(acme):
    lead_id = acme.good_lead("x1")
    retention.expire(now_s=LISTED)
    acme.touch(lead_id, "page_view", "pricing", occurred_s=LISTED + DAY_S)
    asked = retention.plan(now_s=LISTED + 2 * DAY_S)
    assert (asked.ready, asked.fresh, asked.gone, asked.listed) == ((), (), (lead_id,), 0)
    assert ExpiringLead.objects.count() == 1
    retention.expire(now_s=LISTED + 2 * DAY_S)
    assert ExpiringLead.objects.count() == 0


def test_heads_and_operators_are_told_two_weeks_before_and_once_a_week_at_most(acme):
    acme.good_lead("x1")
    acme.now_s += 2 * DAY_S
    acme.lead("x2", email="n2@k2.example")
    days = [day("2028-05-20"), day("2028-05-21"), day("2028-05-26"), day("2028-05-28"), day("2028-06-10")]
    runs(*days)
    told = Notice.objects.filter(kind="leads_expire").order_by("made_s", "person_id")
    people = {acme.people[role].pk for role in ("marketing_head", "sales_head", "operator")}
    assert {notice.person_id for notice in told} == people
    assert sorted({notice.made_s for notice in told}) == [day("2028-05-20"), day("2028-05-28")]
    values = told[0].values
    assert (values["count"], values["kept"]) == (1, "24 months")
    assert values["first_s"] == day("2028-05-20") + 14 * DAY_S
    said = notices.notices_of(acme.people["operator"].pk, now_s=OVER).notices
    assert [row.says for row in said] == [
        "2 leads are forgotten soon, the first on 3 June 2028: nothing happened for 24 months. Look who it is",
        "1 lead is forgotten soon, the first on 3 June 2028: nothing happened for 24 months. Look who it is",
    ]
    assert said[0].path == "/data/retention/"


def test_a_lead_is_kept_longer_for_a_reason_and_let_go_again(acme):
    lead_id = acme.good_lead("x1")
    head = acme.actor("marketing_head")
    retention.expire(now_s=LISTED)
    until_s = retention.keep(
        actor=head, lead_id=lead_id, span="6 months", because="Asked  to be called in spring", now_s=LISTED
    )
    assert until_s == day("2028-11-30")
    assert runs(OVER, day("2028-11-28")) == [0, 0]
    row = ExpiringLead.objects.get()
    assert (row.kept_because, row.kept_by_id) == ("Asked to be called in spring", head.id)
    assert runs(day("2028-11-30"), day("2028-12-20")) == [1, 0]
    other = acme.lead("x2", email="n2@k2.example")
    retention.keep(actor=head, lead_id=other, span="24 months", because="A friend", now_s=OVER)
    assert retention.let_go(actor=head, lead_id=other)
    assert not retention.let_go(actor=head, lead_id=other)
    assert runs(OVER, OVER + 15 * DAY_S) == [0, 1]


def test_keeping_longer_needs_a_reason_a_span_and_somebody_who_may(acme):
    lead_id = acme.good_lead("x1")
    told = {"lead_id": lead_id, "now_s": LISTED}
    head = acme.actor("sales_head")
    with pytest.raises(WrongKeeping, match="Say in at most 300 signs why"):
        retention.keep(actor=head, span="6 months", because=" ", **told)
    with pytest.raises(WrongKeeping, match="'ever' cannot be chosen; keep the lead for 6 months, 12 months, 24 months"):
        retention.keep(actor=head, span="ever", because="Why not", **told)
    with pytest.raises(Forbidden):
        retention.keep(actor=acme.actor("marketer"), span="6 months", because="Why not", **told)
    with pytest.raises(Forbidden):
        retention.let_go(actor=acme.actor("marketer"), lead_id=lead_id)
    assert ExpiringLead.objects.count() == 0


def test_of_several_pacts_the_shortest_time_holds_for_all(acme):
    text = KEPT.replace("24 months", "12 months")
    name = text.splitlines()[next(n for n, line in enumerate(text.splitlines()) if line.startswith("pact:"))]
    other = text.replace(name, "pact: Another\norder: 2").replace(
        "covers: everyone", "covers: {field: country, is: AT}"
    )
    lead_id = acme.good_lead("x1")
    row = pact.propose(actor=acme.actor("marketing_head"), text=other, now_s=acme.now_s)
    for role in ("marketing_head", "sales_head"):
        pact.sign(actor=acme.actor(role), pact_id=row.pk, now_s=acme.now_s)
    assert runs(day("2027-05-25"), day("2027-06-10")) == [0, 1]
    assert FactRow.objects.get(kind="erased", lead_id=lead_id).pact_id == row.pk


def shape(external_id, mail, *, occurred_s=None, phone=None):
    values = {"email": mail} | ({"phone": phone} if phone else {})
    return LeadShape(external_id, "crm", occurred_s, "import", None, "import", "system", None, values)


def take(acme, one, now_s, *, live):
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        outcomes, _ = Intake(book, Rulebook(now_s), live=live).take([one])
    return outcomes[0]


def test_an_old_list_does_not_bring_back_who_was_forgotten_by_age_and_what_happens_since_does(acme):
    mail = "n-x1@kessler.example"
    acme.good_lead("x1", phone="+49301234567")
    assert runs(LISTED, OVER) == [0, 1]
    again = take(acme, shape("c1", mail), OVER + 5, live=False)
    assert again.status == "rejected"
    assert "was forgotten when the time that the pact agrees on was up" in str(again.problems[0])
    assert take(acme, shape("c1", mail, occurred_s=OVER - DAY_S), OVER + 5, live=True).status == "rejected"
    # A colleague who gives the same number of the company is somebody else.
    assert take(acme, shape("c2", "b@kessler.example", phone="+49301234567"), OVER + 5, live=False).status == "created"
    assert take(acme, shape("c3", mail), OVER + 9, live=True).status == "created"
    assert take(acme, shape("c4", mail), OVER + 19, live=False).status in ("updated", "unchanged", "changed", "matched")


def test_a_restored_copy_forgets_again_who_did_nothing_since_and_nobody_else(acme):
    acme.good_lead("x1")
    assert runs(LISTED, OVER) == [0, 1]
    assert take(acme, shape("c1", "n-x1@kessler.example"), OVER + 9, live=True).status == "created"
    assert forget.forget_again(now_s=OVER + 99) == []


def _kept_by_its_facts(lead_id, now_s):
    """Whether a lead's own facts say that it must not be forgotten, told apart from any row or rule of ours."""
    facts = valid(reader.facts_of([lead_id])[lead_id])
    ends = {}  # What last became of each deal.
    for fact in facts:
        if fact.kind in ("deal_opened", "won", "lost"):
            ends[fact.deal_id or fact.seq] = fact.kind
        elif fact.kind == "stage_changed":
            ends.setdefault(fact.deal_id or fact.seq, fact.kind)
    is_recent = any(fact.occurred_s > now_s - 30 * DAY_S for fact in facts if fact.kind != "corrected")
    return is_recent or any(end != "lost" for end in ends.values())


@pytest.mark.parametrize("many", [40, pytest.param(500, marks=[pytest.mark.long, pytest.mark.timeout(1800)])])
def test_no_random_history_has_a_lead_forgotten_that_its_facts_keep(tmp_path, settings, many):
    settings.HOME = tmp_path
    company(text=KEPT.replace("24 months", "30 days"))
    rules = Rulebook(NOW_S)
    seen = {"forgotten": 0, "kept": 0}

    @hypothesis.settings(
        max_examples=many, deadline=None, database=None, derandomize=True,
        phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(histories, st.integers(30, 45))
    def every(history, days):
        with transaction.atomic():
            _play(history, rules)
            now_s = NOW_S + days * DAY_S
            retention.expire(now_s=now_s - 14 * DAY_S)
            roots = reader.roots(personal())
            rows = Lead.objects.in_bulk([roots.get(each, each) for each in personal()])
            had = {each: rows[roots.get(each, each)] for each in personal() if roots.get(each, each) in rows}
            keeps = {each for each, row in had.items() if _kept_by_its_facts(row.pk, now_s)}
            busy = {
                each
                for each, row in had.items()
                if row.state in ("queued", "handed_over", "accepted", "deal")
                or Clock.objects.filter(lead_id=row.pk, state="running").exists()
                or (row.wake_s or 0) > now_s
            }
            retention.expire(now_s=now_s)
            left = personal() & had.keys()
            seen["forgotten"] += len(had.keys() - left)
            seen["kept"] += len(left)
            assert left == keeps | busy
            transaction.set_rollback(True)

    every()
    assert min(seen.values()) >= 5
