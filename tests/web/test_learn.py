"""The page of what was learned: asked for, told in words, made a draft."""

import pytest
from django.test import Client
from django.urls import reverse

from leadpact.ledger.models import Job, PactDraft
from leadpact.operations import learn
from tests.company import company
from tests.operations.test_learn import past

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


@pytest.fixture
def head(acme):
    client = Client()
    client.force_login(acme.people["sales_head"])
    return client


def test_before_anything_is_learned_it_can_be_asked_for(head) -> None:
    page = head.get(reverse("pact_learn")).content.decode()
    assert "Learn a points table from your history" in page
    answer = head.post(reverse("pact_learn_ask"), follow=True).content.decode()
    assert "Learning from the past leads" in answer
    assert Job.objects.get(once=learn.JOB).name == learn.JOB


def test_what_was_learned_is_told_and_becomes_a_draft(acme, head) -> None:
    past(acme.now_s)
    learn.learn_draft(actor=acme.actor("sales_head"), now_s=acme.now_s, horizon_days=60)
    page = head.get(reverse("pact_learn")).content.decode()
    for words in ("leads teach", "People: up to 100 points", "Left out, and why", "only after it was handed over"):
        assert words in page
    made = head.post(reverse("pact_learn_begin"), follow=True)
    draft = PactDraft.objects.get()
    assert made.redirect_chain[-1][0] == reverse("pact_draft", args=[draft.pk])


def test_too_little_history_is_said_in_its_place(acme, head) -> None:
    learn.learn_draft(actor=acme.actor("sales_head"), now_s=acme.now_s)
    page = head.get(reverse("pact_learn")).content.decode()
    assert "There is too little history to learn from" in page
    assert "The points of your pact stay as they are." in page
    answer = head.post(reverse("pact_learn_begin"), follow=True).content.decode()
    assert "Nothing has been learned yet" in answer


def test_a_failed_job_is_said(head) -> None:
    Job.objects.create(name=learn.JOB, once=learn.JOB, due_s=1, failed_s=2, error="Traceback\nOSError: no disk")
    assert "It could not be learned: OSError: no disk." in head.get(reverse("pact_learn")).content.decode()
