"""Facts, and the words about people that lie apart from them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from leadpact.ledger.models.numbered import RowNumber


class FactRow(models.Model):
    """One fact. Written by ``ledger.writer`` alone; the database refuses update and delete."""

    seq = RowNumber(primary_key=True)
    id = models.CharField(max_length=36, unique=True)
    kind = models.CharField(max_length=20)
    occurred_at = models.DateTimeField()
    occurred_s = models.BigIntegerField()
    occurred_month = models.IntegerField()
    occurred_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_s = models.BigIntegerField()
    lead_id = models.BigIntegerField(null=True)
    account_id = models.BigIntegerField(null=True)
    deal_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True)
    by_id = models.BigIntegerField(null=True)
    side = models.CharField(max_length=10)
    channel = models.CharField(max_length=30, null=True)
    source = models.CharField(max_length=100, null=True)
    campaign = models.CharField(max_length=200, null=True)
    asset_id = models.BigIntegerField(null=True)
    stage = models.CharField(max_length=60, null=True)
    reason = models.CharField(max_length=60, null=True)
    step = models.CharField(max_length=100, null=True)
    lane = models.CharField(max_length=100, null=True)
    field = models.CharField(max_length=160, null=True)
    value_code = models.CharField(max_length=200, null=True)
    value_number = models.FloatField(null=True)
    amount_minor = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, null=True)
    points = models.IntegerField(null=True)
    pact_id = models.BigIntegerField(null=True)
    pact_version = models.IntegerField(null=True)
    due_s = models.BigIntegerField(null=True)
    worked_s = models.BigIntegerField(null=True)
    corrects_id = models.CharField(max_length=36, null=True)
    source_system = models.CharField(max_length=60, null=True)
    external_id = models.CharField(max_length=200, null=True)
    payload = models.TextField(null=True)

    class Meta:
        db_table = "facts"
        indexes: ClassVar = [
            # What happened to this lead?
            models.Index(fields=["lead_id", "seq"], name="facts_of_lead"),
            # Which facts of a kind lie in a period? (measures)
            models.Index(fields=["kind", "occurred_s"], name="facts_of_kind"),
            # Did the other system send this before? The writer, one at a time, keeps it from being there twice; what
            # was taken back with its import may come again. A lead's keys answer it for captures.
            models.Index(
                fields=["external_id", "source_system", "kind"],
                name="facts_sent",
                condition=models.Q(("external_id__isnull", False), ~models.Q(kind="captured")),
            ),
            # Which number did the last deal get, also when all of it was taken back?
            models.Index(fields=["deal_id"], name="facts_of_deal", condition=models.Q(deal_id__isnull=False)),
            # Which facts does another one mend?
            models.Index(fields=["corrects_id"], name="facts_corrected", condition=models.Q(corrects_id__isnull=False)),
        ]


class PersonValue(models.Model):
    """The words of a personal field, keyed by the fact that made them known. Erasing deletes these rows only."""

    fact_seq = RowNumber(primary_key=True)
    lead_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    text = models.TextField()

    class Meta:
        db_table = "person_values"
        # Which words are known of this lead?
        indexes: ClassVar = [models.Index(fields=["lead_id"], name="words_of_lead")]
