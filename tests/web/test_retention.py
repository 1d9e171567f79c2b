"""The page of leads whose time is nearly up, and where a pact says how many it would forget."""

import html
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leadpact.ledger.models import ExpiringLead, Notice
from leadpact.operations import pact, pact_drafts, retention
from leadpact.rules.retention import DAY_S
from tests.company import company
from tests.operations.test_retention import KEPT

pytestmark = pytest.mark.django_db
AGO_S = 730 * DAY_S


@pytest.fixture
def acme(tmp_path, settings):
    settings.HOME = tmp_path
    return company(int(time.time()) - AGO_S + 20 * DAY_S, text=KEPT)


def browser(acme, role):
    client = Client()
    client.force_login(acme.people[role])
    return client


def text(answer):
    return " ".join(html.unescape(answer.content.decode()).split())


def test_who_is_forgotten_is_listed_kept_and_let_go(acme):
    lead_id = acme.good_lead("x1")
    bought = acme.handed_over("x2")
    client = browser(acme, "marketing_head")
    page = text(client.get(reverse("retention")))
    assert "1 lead is forgotten within 8 weeks" in page
    assert "keeps leads for 24 months" in page
    assert "Nadia x1" in page
    assert "Nadia x2" not in page
    told = client.post(
        reverse("retention_keep", args=[lead_id]), {"because": "Asked for spring", "span": "6 months"}, follow=True
    )
    said = text(told)
    assert "The lead is kept until" in said
    assert "Asked for spring" in said
    assert "0 leads are forgotten" in said
    assert ExpiringLead.objects.get().kept_by_id == acme.people["marketing_head"].pk
    refused = client.post(reverse("retention_keep", args=[lead_id]), {"because": "", "span": "6 months"}, follow=True)
    assert "Say in at most 300 signs why this lead is kept longer" in text(refused)
    client.post(reverse("retention_let_go", args=[lead_id]))
    assert "1 lead is forgotten within 8 weeks" in text(client.get(reverse("retention")))
    assert bought.is_open


def test_old_leads_that_something_keeps_are_counted_with_their_reason(tmp_path, settings):
    settings.HOME = tmp_path
    old = company(int(time.time()) - AGO_S - 5 * DAY_S, text=KEPT)
    old.handed_over("x1")
    old.handed_over("x2")
    shown = text(browser(old, "operator").get(reverse("retention") + "?weeks=52"))
    assert "Nobody's time is up" in shown
    assert "With sales, or waiting for somebody of sales: 2" in shown


def test_without_an_agreed_time_the_page_says_so(tmp_path, settings):
    settings.HOME = tmp_path
    bare = company()
    bare.good_lead("x1")
    page = text(browser(bare, "operator").get(reverse("retention")))
    assert "No lead is forgotten by itself" in page
    assert "No pact in force says how long leads are kept" in page


def test_a_version_and_a_draft_say_how_many_leads_they_forget_before_anybody_signs(tmp_path, settings):
    settings.HOME = tmp_path
    bare = company(int(time.time()) - AGO_S)
    bare.good_lead("x1")
    bare.handed_over("x2")
    head = bare.actor("marketing_head")
    shorter = KEPT.replace("24 months", "12 months")
    row = pact.propose(actor=head, text=shorter, now_s=int(time.time()))
    page = text(browser(bare, "sales_head").get(reverse("pact_version", args=[row.pk])))
    assert "With this pact leads are kept for 12 months: 1 lead is older than that and is forgotten two weeks" in page
    assert "By what holds today it is 0." in page
    draft = pact_drafts.begin(actor=head, now_s=int(time.time()), base_id=bare.pact_id)
    client = browser(bare, "sales_head")
    client.post(
        reverse("pact_draft_row", args=[draft.pk]),
        {"path": "people.leads_kept", "revision": "1", "leads_kept": "12 months"},
    )
    assert "leads are kept for 12 months: 1 lead" in text(client.get(reverse("pact_draft_effect", args=[draft.pk])))
    assert "12 months after the last that happened with them" in text(
        client.get(reverse("pact_draft", args=[draft.pk]))
    )


def test_a_notice_leads_to_the_page(acme):
    acme.now_s += 1
    acme.good_lead("x1")
    retention.expire(now_s=int(time.time()) + 10 * DAY_S)
    assert Notice.objects.filter(kind="leads_expire").count() == 3
    page = text(browser(acme, "sales_head").get(reverse("notices")))
    assert "1 lead is forgotten soon" in page
    assert reverse("retention") in page


def test_the_list_asks_the_database_as_little_with_more_to_show(acme, django_assert_max_num_queries):
    acme.lead("x1", email="a@k1.example")
    client = browser(acme, "operator")
    client.get(reverse("retention"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("retention"))
    for number in (2, 3):
        acme.lead(f"x{number}", email=f"a@k{number}.example")
    with django_assert_max_num_queries(len(one)):
        client.get(reverse("retention"))
