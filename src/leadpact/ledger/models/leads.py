"""What the facts add up to: leads, hand-offs, clocks and deals. Written by ``ledger.writer`` alone, can be rebuilt."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Coalesce

from leadpact.ledger.models.numbered import RowNumber


class Account(models.Model):
    """A company that leads belong to; ``key`` is its normalised name, or an external id.

    ``same_as_id`` is the company that it is one with, to which its leads belong; that one stands for itself.
    """

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True)
    owner_id = models.BigIntegerField(null=True)
    values = models.JSONField(default=dict)
    same_as_id = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            # Which companies is this one known as too?
            models.Index(fields=["same_as_id"], name="accounts_joined", condition=models.Q(same_as_id__isnull=False)),
        ]


class Asset(models.Model):
    """A piece of marketing material; uses of it are counted by its number. ``since_s`` is since when it is there."""

    id = RowNumber(primary_key=True)
    source_system = models.CharField(max_length=60)
    external_id = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=60, blank=True)
    url = models.CharField(max_length=500, blank=True)
    since_s = models.BigIntegerField(null=True)

    class Meta:
        # Which material is this one of the other system?
        constraints: ClassVar = [models.UniqueConstraint(fields=["external_id", "source_system"], name="asset_once")]
        # Which material is called so?
        indexes: ClassVar = [models.Index(fields=["title"], name="assets_by_title")]


class LeadKey(models.Model):
    """By which marks a lead is found again: external id, normalised e-mail or phone."""

    kind = models.CharField(max_length=10)
    system = models.CharField(max_length=60)
    value = models.CharField(max_length=254)
    lead_id = models.BigIntegerField()

    class Meta:
        db_table = "lead_keys"
        # Which lead is this?
        constraints: ClassVar = [models.UniqueConstraint(fields=["value", "kind", "system"], name="lead_key")]
        # By which marks is this lead known?
        indexes: ClassVar = [models.Index(fields=["lead_id"], name="keys_of_lead")]


class Lead(models.Model):
    """A lead as its facts leave it; ``points`` are as of ``points_s`` (epoch seconds) by ``points_pact_id``."""

    id = RowNumber(primary_key=True)
    state = models.CharField(max_length=12)
    account_id = models.BigIntegerField(null=True)
    source = models.CharField(max_length=100, null=True)
    campaign = models.CharField(max_length=200, null=True)
    captured_s = models.BigIntegerField()
    last_s = models.BigIntegerField()
    last_seq = models.BigIntegerField()
    found_side = models.CharField(max_length=10)
    found_by_id = models.BigIntegerField(null=True)
    owner_id = models.BigIntegerField(null=True)
    marketer_id = models.BigIntegerField(null=True)
    points = models.IntegerField(null=True)
    points_s = models.BigIntegerField(null=True)
    points_pact_id = models.BigIntegerField(null=True)
    fades_s = models.BigIntegerField(null=True)
    queued_s = models.BigIntegerField(null=True)
    queued_reason = models.CharField(max_length=60, null=True)
    wake_s = models.BigIntegerField(null=True)
    wake_field = models.CharField(max_length=60, null=True)
    reason = models.CharField(max_length=60, null=True)
    attempts = models.IntegerField()
    merged_into_id = models.BigIntegerField(null=True)
    has_warning = models.BooleanField(default=False)
    name = models.CharField(max_length=300, null=True)
    company = models.CharField(max_length=300, null=True)
    job_title = models.CharField(max_length=300, null=True)
    email = models.CharField(max_length=254, null=True)
    phone = models.CharField(max_length=60, null=True)
    country = models.CharField(max_length=100, null=True)
    employees = models.IntegerField(null=True)
    refused = models.CharField(max_length=40, null=True, help_text="Ways the buyer refused, with spaces between.")

    class Meta:
        db_table = "leads"
        indexes: ClassVar = [
            # Marketer's desk and queue: leads in a state, best first, keyset by (points, id).
            models.Index(fields=["state", "-points", "id"], name="leads_by_points"),
            # Which leads on the desk are mine, best first? Mine: qualified by me, else found by me.
            models.Index(
                Coalesce("marketer_id", "found_by_id"),
                models.F("points").desc(),
                "id",
                name="desk_of_person",
                condition=models.Q(state__in=["new", "returned"]),
            ),
            # Which lead has waited longest?
            models.Index(fields=["queued_s"], name="leads_waiting", condition=models.Q(queued_s__isnull=False)),
            # All leads, newest first, keyset by (captured_s, id).
            models.Index(fields=["-captured_s", "-id"], name="leads_by_capture"),
            # Whose points fade next? (the worker scores them anew)
            models.Index(fields=["fades_s"], name="leads_to_fade", condition=models.Q(fades_s__isnull=False)),
            # Which leads of a company are there?
            models.Index(fields=["account_id"], name="leads_of_account", condition=models.Q(account_id__isnull=False)),
            # Which recycled leads are to wake?
            models.Index(fields=["wake_s"], name="leads_to_wake", condition=models.Q(wake_s__isnull=False)),
            # Which leads are the same as this one?
            models.Index(
                fields=["merged_into_id"], name="leads_merged", condition=models.Q(merged_into_id__isnull=False)
            ),
        ]


class HandOff(models.Model):
    """One crossing from a team to the other; ``id`` is the seq of its handed_over fact."""

    id = RowNumber(primary_key=True)
    lead_id = models.BigIntegerField()
    step = models.CharField(max_length=100, null=True)
    lane = models.CharField(max_length=100, null=True)
    owner_id = models.BigIntegerField(null=True)
    handed_by_id = models.BigIntegerField(null=True)
    handed_s = models.BigIntegerField()
    owned_s = models.BigIntegerField()
    points = models.IntegerField(null=True)
    pact_id = models.BigIntegerField(null=True)
    pact_version = models.IntegerField(null=True)
    answer = models.CharField(max_length=10)
    answered_s = models.BigIntegerField(null=True)
    answered_by_id = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=60, null=True)
    why = models.CharField(max_length=500, null=True)
    first_touch_s = models.BigIntegerField(null=True)
    attempts = models.IntegerField()
    replied_s = models.BigIntegerField(null=True)
    is_open = models.BooleanField()
    next_due_s = models.BigIntegerField(null=True)
    next_promise = models.CharField(max_length=20, null=True)

    class Meta:
        db_table = "hand_offs"
        indexes: ClassVar = [
            # What is on my short list, most urgent first?
            models.Index(fields=["owner_id", "next_due_s", "id"], name="short_list", condition=models.Q(is_open=True)),
            # How many did this person take in the period?
            models.Index(fields=["owner_id", "owned_s"], name="taken_since"),
            # Which hand-offs did this lead have?
            models.Index(fields=["lead_id"], name="hand_offs_of_lead"),
            # How many went over today? (surge)
            models.Index(fields=["handed_s"], name="handed_since"),
        ]


class Clock(models.Model):
    """A running or stopped promise; ``id`` is made of the fact that started it and the promise."""

    id = models.CharField(max_length=40, primary_key=True)
    lead_id = models.BigIntegerField()
    hand_off_id = models.BigIntegerField(null=True)
    promise = models.CharField(max_length=20)
    person_id = models.BigIntegerField(null=True)
    started_s = models.BigIntegerField()
    due_s = models.BigIntegerField()
    stopped_s = models.BigIntegerField(null=True)
    worked_s = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10)
    next_act = models.CharField(max_length=20, null=True)
    next_s = models.BigIntegerField(null=True)

    class Meta:
        db_table = "clocks"
        indexes: ClassVar = [
            # Which step of which clock is due now? (the worker)
            models.Index(fields=["next_s"], name="clocks_next", condition=models.Q(next_s__isnull=False)),
            # Which clocks ran on this lead?
            models.Index(fields=["lead_id"], name="clocks_of_lead"),
        ]


class Deal(models.Model):
    """A deal as its facts leave it."""

    id = RowNumber(primary_key=True)
    lead_id = models.BigIntegerField()
    account_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=6)
    stage = models.CharField(max_length=60, null=True)
    opened_s = models.BigIntegerField()
    closed_s = models.BigIntegerField(null=True)
    amount_minor = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, null=True)
    reason = models.CharField(max_length=60, null=True)
    owner_id = models.BigIntegerField(null=True)
    closer_id = models.BigIntegerField(null=True)
    qualified_by_id = models.BigIntegerField(null=True)

    class Meta:
        db_table = "deals"
        indexes: ClassVar = [
            # Which deals does this person work on, newest first?
            models.Index(fields=["owner_id", "state", "-opened_s"], name="deals_of_owner"),
            # What was won or lost in a period?
            models.Index(fields=["state", "closed_s"], name="deals_closed"),
            # Which deals did this lead become?
            models.Index(fields=["lead_id"], name="deals_of_lead"),
        ]
