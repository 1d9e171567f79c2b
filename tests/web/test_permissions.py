"""Every address walked with every role, against one table."""

from datetime import date

import pytest
from django.test import Client
from django.urls import get_resolver

from leadpact.ledger import access
from leadpact.ledger.models import ApiKey, Deal, HeldEntry, ImportRun, Job, Notice
from leadpact.operations import deals, forms, keys, mails, pact_comments, pact_drafts, people
from leadpact.operations.forms import FormPlan
from leadpact.operations.trackers_keys import make_write_key
from tests.company import company
from tests.made_once import made_once

pytestmark = pytest.mark.django_db
ROLES = ("marketer", "salesperson", "marketing_head", "sales_head", "operator", "reader")
EVERYBODY = set(ROLES)
MARKETING = {"marketer", "marketing_head"}
SALES = {"salesperson", "sales_head"}
TEAMS = MARKETING | SALES
LEADS = TEAMS | {"operator"}
HEADS = {"marketing_head", "sales_head"}
NOBODY: set[str] = set()
CAPTURE = {"marketer", "marketing_head", "sales_head", "operator"}

GET: dict[str, set[str]] = {
    "home": EVERYBODY, "shortlist": SALES, "desk": MARKETING, "queue": LEADS, "leads": LEADS, "lead_new": TEAMS,
    "lead": LEADS, "lead_edit": TEAMS, "lead_permissions": TEAMS, "exports": HEADS | {"operator"}, "export_file": HEADS | {"operator"}, "held": HEADS | {"operator"}, "held_json": HEADS | {"operator"}, "forget": HEADS | {"operator"}, "retention": HEADS | {"operator"}, "requests": HEADS | {"operator"}, "deals": LEADS, "deal": LEADS, "deal_open": SALES, "scoreboard": EVERYBODY,
    "evidence": EVERYBODY, "evidence_measure": EVERYBODY, "evidence_csv": EVERYBODY, "evidence_json": EVERYBODY,
    "evidence_svg": EVERYBODY, "evidence_png": EVERYBODY,
    "pact": EVERYBODY, "pact_version": EVERYBODY, "pact_file": EVERYBODY, "pact_replay": EVERYBODY, "pact_replay_csv": EVERYBODY,
    "pact_learn": LEADS, "pact_draft": LEADS, "pact_draft_file": LEADS, "pact_draft_effect": LEADS,
    "pact_statement": EVERYBODY, "goals": EVERYBODY, "promise_leads": LEADS,
    "pact_trials": EVERYBODY, "settle": EVERYBODY,
    "pact_propose": {"marketing_head", "sales_head", "operator"}, "people": {"operator"}, "person_new": {"operator"},
    "person": {"operator"}, "keys": {"operator"}, "notices": EVERYBODY, "search": EVERYBODY,
    "lead_merge": LEADS,
    "my_hours": EVERYBODY, "hours": {"sales_head", "salesperson", "operator"}, "jobs": {"operator"},
    "mails": LEADS,
    "data": CAPTURE, "trackers": CAPTURE, "forms": CAPTURE, "form_new": CAPTURE, "show": TEAMS, "form": CAPTURE, "imports": HEADS | {"operator"}, "import_undo": HEADS | {"operator"}, "duplicates": LEADS, "import_run": HEADS | {"operator"}, "import_rejects": HEADS | {"operator"},
}  # fmt: skip
"""Who may open a page. The salesperson of the test owns the lead, its hand-off and its deal."""
POST: dict[str, set[str]] = {
    "import_upload": HEADS | {"operator"}, "import_choose": HEADS | {"operator"}, "import_begin": HEADS | {"operator"},
    "import_stop": HEADS | {"operator"}, "lead_part": LEADS, "duplicates_look": LEADS, "duplicates_accept": LEADS - {"salesperson"}, "duplicates_decide": LEADS, "duplicates_back": LEADS, "company_decide": LEADS, "company_part": LEADS, "lead_accept": SALES, "lead_reject": SALES, "lead_reassign": {"sales_head"}, "lead_log": TEAMS,
    "lead_qualify": MARKETING, "lead_hand_over": MARKETING, "deal_stage": SALES, "deal_won": SALES, "deal_lost": SALES,
    "pact_learn_ask": LEADS, "pact_learn_begin": LEADS, "pact_draft_begin": LEADS, "pact_draft_row": LEADS, "pact_draft_order": LEADS, "pact_draft_text": LEADS,
    "pact_draft_undo": LEADS, "pact_draft_catch_up": LEADS, "pact_draft_say": LEADS, "pact_settle": LEADS, "pact_say": LEADS, "pact_draft_propose": HEADS | {"operator"},
    "pact_draft_withdraw": HEADS | {"operator"}, "pact_withdraw": HEADS | {"operator"}, "pact_sign": HEADS, "person_leave": {"operator"}, "person_return": {"operator"}, "absence_take_back": {"operator", *SALES},
    "key_revoke": {"operator"}, "tracker_revoke": CAPTURE, "form_close": CAPTURE, "form_held": CAPTURE, "show_send": TEAMS, "show_read": TEAMS, "job_again": {"operator"}, "notices_read": EVERYBODY, "theme": EVERYBODY, "sign_out": EVERYBODY,
    "retention_keep": HEADS | {"operator"}, "retention_let_go": HEADS | {"operator"},
    "mail_place": LEADS, "mail_discard": LEADS, "mail_back": LEADS,
}  # fmt: skip
"""Who may press a button. Refusals in words (a wrong value, a closed gate) count as allowed."""
SAYS: dict[str, dict[str, str]] = {
    "lead_log": {"kind": "call", "outcome": "reached"},
    "deal_won": {"amount": "5"},
    "deal_lost": {"reason": "price"},
    "deal_stage": {"stage": "proposal"},
    "lead_reject": {"reason": "too_early"},
    "pact_draft_row": {"path": "vision", "revision": "1", "value": "Together."},
}
"""What a button sends."""
OPEN = {
    "sign_in", "first_run", "welcome", "healthz", "enter_demo", "answer", "track", "track_snowplow", "track_picture",
    "form_fill", "show_worker",
}  # fmt: skip
"""Addresses before or without signing in; each has tests of its own."""
BY_OWNER = {"undo", "notice_read"}
"""What belongs to one person only; tested where it is made."""


@pytest.fixture
def acme():
    return made_once("one of each", one_of_each)


def one_of_each():
    """A company with something for every address."""
    made = company()
    hand_off = made.handed_over("x1")
    owner = made.owner(hand_off)
    deal_id = deals.open_deal(actor=owner, lead_id=hand_off.lead_id, now_s=made.now_s)
    key, _ = keys.make_key(actor=made.actor("operator"), name="k", scopes=["read"])
    write_key, _ = make_write_key(actor=made.actor("operator"), name="Web", is_public=True, now_s=made.now_s)
    plan = FormPlan(name="Demo", kind="demo", title="See it", fields=(("email", True),))
    web_form = forms.make_form(actor=made.actor("marketer"), plan=plan, now_s=made.now_s)
    plan = FormPlan(name="Fair", kind="fair", title="Fair", fields=(("email", True),), purpose="show")
    show = forms.make_form(actor=made.actor("marketer"), plan=plan, now_s=made.now_s)
    kept = HeldEntry.objects.create(form_id=web_form.pk, values={"email": "a@b.example"}, why="trap", at_s=made.now_s)
    free = made.good_lead("x2")
    job = Job.objects.create(name="take_effect", due_s=made.now_s, failed_s=made.now_s, error="OSError: no disk")
    seller = next(p for p in made.people.values() if p.pk == owner.id)
    away = people.add_absence(actor=owner, person_id=seller.pk, from_on=date(2026, 7, 1), until_on=date(2026, 7, 2))
    made.people["salesperson"] = seller
    draft = pact_drafts.begin(actor=owner, now_s=made.now_s, base_id=made.pact_id)
    said = pact_comments.say(actor=owner, text="Why?", draft_id=draft.pk, now_s=made.now_s)
    mail = mails.take(actor=access.SYSTEM, raw=b"From: who@nowhere.example\r\n\r\nHello", now_s=made.now_s)
    run = ImportRun.objects.create(file_name="leads.csv", shape="", started_s=made.now_s, state="prepared")
    on_draft = ("", "_file", "_effect", "_row", "_order", "_text", "_catch_up", "_say", "_propose", "_withdraw")
    made.ids = {  # type: ignore[attr-defined]  # only here
        **{f"import_{name}": [run.pk] for name in ("run", "rejects", "choose", "begin", "stop")},
        "lead": [hand_off.lead_id], "lead_edit": [hand_off.lead_id], "lead_log": [hand_off.lead_id],
        "deal_open": [hand_off.lead_id], "lead_merge": [hand_off.lead_id], "import_undo": [run.pk], "duplicates_decide": [1], "duplicates_back": [1], "company_decide": [1], "company_part": [1], "lead_part": [hand_off.lead_id], "lead_accept": [hand_off.pk], "lead_reject": [hand_off.pk],
        "export_file": ["leads.csv"], "lead_permissions": [hand_off.lead_id], "held": [hand_off.lead_id], "held_json": [hand_off.lead_id], "forget": [hand_off.lead_id], "retention_keep": [hand_off.lead_id], "retention_let_go": [hand_off.lead_id],
        "lead_reassign": [hand_off.pk], "lead_qualify": [free], "lead_hand_over": [free], "deal": [deal_id],
        "mail_place": [mail.mail_id], "mail_discard": [mail.mail_id], "mail_back": [mail.mail_id],
        "deal_stage": [deal_id], "deal_won": [deal_id], "deal_lost": [deal_id], "pact_version": [made.pact_id],
        "pact_file": [made.pact_id], "pact_replay": [made.pact_id], "pact_replay_csv": [made.pact_id],
        "pact_statement": [made.pact_id], "promise_leads": ["answer"], "pact_sign": [made.pact_id], "person": [made.people["reader"].pk],
        "pact_trials": [made.pact_id],
        "person_leave": [made.people["reader"].pk], "person_return": [made.people["reader"].pk], "hours": [seller.pk],
        "absence_take_back": [away.pk], "job_again": [job.pk], "key_revoke": [key.pk], "tracker_revoke": [write_key.pk], "form": [web_form.pk], "show": [show.token], "show_send": [show.token], "show_read": [show.token], "form_close": [web_form.pk], "form_held": [kept.pk],
        "evidence_measure": ["funnel"], "evidence_csv": ["funnel"], "evidence_json": ["funnel"],
        "evidence_svg": ["funnel"], "evidence_png": ["funnel"], **{f"pact_draft{name}": [draft.pk] for name in on_draft},
        "pact_draft_undo": [draft.pk, 1], "pact_settle": [said.pk], "pact_say": [made.pact_id], "pact_withdraw": [made.pact_id],
    }  # fmt: skip
    return made


def address(acme, name):
    from django.urls import reverse

    return reverse(name, args=acme.ids.get(name, []))


def test_the_table_names_every_address():
    named = {p.name for p in get_resolver().url_patterns if getattr(p, "name", None)}
    assert named == set(GET) | set(POST) | OPEN | BY_OWNER


@pytest.mark.parametrize("name", GET)
def test_pages_open_to_those_who_may(acme, name):
    found = {}
    for role in ROLES:
        client = Client()
        client.force_login(acme.people[role])
        answer = client.get(address(acme, name))
        status = answer.status_code
        if answer.streaming:
            b"".join(answer.streaming_content)  # A file is closed when it was sent.
        assert status in (200, 302, 403, 404, 409, 501), (role, status)
        found[role] = status in (200, 302, 501)  # 501: may, but the means to make a PNG are not installed.
    assert {role for role, may in found.items() if may} == GET[name]


@pytest.mark.parametrize("name", POST)
def test_buttons_work_for_those_who_may(acme, name):
    from django.db import transaction

    found = set()
    for role in ROLES:
        client = Client()
        client.force_login(acme.people[role])
        with transaction.atomic():
            status = client.post(address(acme, name), {"person_id": "0", **SAYS.get(name, {})}).status_code
            transaction.set_rollback(True)
        assert status in (200, 302, 403, 404, 409, 422), (role, status)
        if status in (200, 302, 409, 422):
            found.add(role)
    assert found == POST[name]


@pytest.mark.parametrize("name", [*GET, *POST])
def test_nobody_gets_in_without_signing_in(acme, name):
    client = Client()
    answer = client.get(address(acme, name)) if name in GET else client.post(address(acme, name))
    if name in ("sign_out", "theme"):
        return
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("name", POST)
def test_buttons_need_a_token_against_forgery(acme, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(acme.people["operator"])
    assert client.post(address(acme, name)).status_code == 403


@pytest.mark.parametrize("name", [n for n in POST if n not in ("lead_qualify", "theme")])
def test_buttons_cannot_be_pressed_by_a_link(acme, name):
    client = Client()
    client.force_login(acme.people["operator"])
    assert client.get(address(acme, name)).status_code == 405


def test_pages_carry_a_strict_policy(acme):
    client = Client()
    client.force_login(acme.people["salesperson"])
    answer = client.get("/short-list/")
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


def test_a_strangers_entries_are_out_of_reach(acme):
    """A salesperson cannot see or act on a lead that another one owns."""
    other = next(p for p in acme.people.values() if p.role == "salesperson" and p.pk != acme.people["salesperson"].pk)
    client = Client()
    client.force_login(other)
    assert client.get(address(acme, "lead")).status_code == 404
    assert client.get(address(acme, "deal")).status_code == 404
    assert client.post(address(acme, "lead_log"), {"kind": "call", "outcome": "reached"}).status_code == 404
    assert client.post(address(acme, "deal_won"), {"amount": "5"}).status_code == 404
    assert client.post(address(acme, "lead_accept")).status_code == 404
    assert Deal.objects.get().state == "open"
    assert (ApiKey.objects.count(), Notice.objects.filter(person_id=other.pk).count()) == (1, 0)
