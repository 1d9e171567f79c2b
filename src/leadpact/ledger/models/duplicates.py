"""Leads and companies that look alike, and what people said of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class DuplicatePair(models.Model):
    """Two leads that look alike, the smaller number first. It holds no words of theirs, only how each field agrees.

    ``level`` is how sure it is (0 to 1), ``why`` each field with its agreement. ``state`` is open, merged or apart;
    ``bulk_s`` is when it was merged together with others at a level, None where it was looked at alone.
    """

    one_id = models.BigIntegerField()
    other_id = models.BigIntegerField()
    level = models.FloatField()
    why = models.JSONField(default=list)
    state = models.CharField(max_length=8, default="open")
    by_id = models.BigIntegerField(null=True)
    at_s = models.BigIntegerField(null=True)
    gone_id = models.BigIntegerField(null=True)
    bulk_s = models.BigIntegerField(null=True)

    class Meta:
        # Was this pair found before?
        constraints: ClassVar = [models.UniqueConstraint(fields=["one_id", "other_id"], name="pair_once")]
        indexes: ClassVar = [
            # Which pairs are still to be looked at, the surest first?
            models.Index(fields=["state", "-level"], name="pairs_to_look_at"),
            # Which leads look like this one? (those with a smaller number; the others are found by pair_once)
            models.Index(fields=["other_id"], name="pairs_of_other"),
        ]


class CompanyPair(models.Model):
    """Two companies that look alike, the smaller number first; ``name`` and ``domain`` say how these agree.

    ``state`` is open or apart; those that were made one are so by ``Account.same_as_id``.
    """

    one_id = models.BigIntegerField()
    other_id = models.BigIntegerField()
    level = models.FloatField()
    name = models.CharField(max_length=10)
    domain = models.CharField(max_length=10)
    state = models.CharField(max_length=8, default="open")
    by_id = models.BigIntegerField(null=True)
    at_s = models.BigIntegerField(null=True)

    class Meta:
        # Was this pair found before?
        constraints: ClassVar = [models.UniqueConstraint(fields=["one_id", "other_id"], name="companies_once")]
        # Which pairs are still to be looked at, the surest first?
        indexes: ClassVar = [models.Index(fields=["state", "-level"], name="companies_to_look_at")]


class LookedThrough(models.Model):
    """Up to which fact leads were compared with all others; there is one row, with id 1."""

    seq = models.BigIntegerField(default=0)
