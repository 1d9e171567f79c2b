"""Jobs with leases, notices to people and results of measures."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Job(models.Model):
    """Work to be done at least once; claimed by a lease that is renewed and runs out if the worker dies.

    ``again_by_id`` and ``again_s`` say who last let it be tried again after it failed, and when.
    """

    name = models.CharField(max_length=60)
    once = models.CharField(max_length=200, unique=True, null=True)
    arguments = models.JSONField(default=dict)
    due_s = models.BigIntegerField()
    lease_until_s = models.BigIntegerField(default=0)
    lease_by = models.CharField(max_length=60, blank=True)
    tries = models.PositiveIntegerField(default=0)
    every_s = models.PositiveIntegerField(null=True)
    error = models.TextField(blank=True)
    failed_s = models.BigIntegerField(null=True)
    again_by_id = models.BigIntegerField(null=True)
    again_s = models.BigIntegerField(null=True)

    class Meta:
        # What is due and not being worked on?
        indexes: ClassVar = [models.Index(fields=["due_s"], name="jobs_due", condition=models.Q(failed_s__isnull=True))]


class Notice(models.Model):
    """A line in somebody's list of notices; ``once`` keeps it from coming twice."""

    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    lead_id = models.BigIntegerField(null=True)
    hand_off_id = models.BigIntegerField(null=True)
    values = models.JSONField(default=dict)
    once = models.CharField(max_length=120, unique=True)
    made_s = models.BigIntegerField()
    read_s = models.BigIntegerField(null=True)
    mailed_s = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            # What is new for me?
            models.Index(fields=["person_id", "-made_s"], name="notices_of_person"),
            # Which notices still have to be mailed?
            models.Index(fields=["id"], name="notices_to_mail", condition=models.Q(mailed_s__isnull=True)),
        ]


class MeasureResult(models.Model):
    """The result of a measure for its parameters, as of a watermark of the ledger."""

    measure = models.CharField(max_length=40)
    parameters = models.CharField(max_length=500)
    watermark = models.BigIntegerField()
    as_of_s = models.BigIntegerField()
    made_s = models.BigIntegerField()
    body = models.TextField()

    class Meta:
        # What did this measure say last?
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "parameters", "watermark"], name="result_once")
        ]
