"""Leads whose time is nearly up, and what was done when it was."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class ExpiringLead(models.Model):
    """A lead on the list of those that are forgotten soon, since when; somebody may keep it longer, and says why."""

    lead_id = models.BigIntegerField(unique=True)
    listed_s = models.BigIntegerField()
    kept_until_s = models.BigIntegerField(null=True)
    kept_because = models.CharField(max_length=300, blank=True)
    kept_by_id = models.BigIntegerField(null=True)

    class Meta:
        db_table = "expiring_leads"
        # Which leads stand on the list for so long already?
        indexes: ClassVar = [models.Index(fields=["listed_s", "lead_id"], name="expiring_since")]


class RetentionRun(models.Model):
    """Leads that were forgotten together because their time was up: by which pact, after which span, and how much."""

    at_s = models.BigIntegerField()
    kept = models.CharField(max_length=20)
    pact_id = models.BigIntegerField()
    pact_version = models.IntegerField()
    leads = models.IntegerField()
    words = models.IntegerField()
    keys = models.IntegerField()

    class Meta:
        db_table = "retention_runs"
        # What was forgotten last?
        indexes: ClassVar = [models.Index(fields=["-at_s"], name="retention_runs_newest")]
