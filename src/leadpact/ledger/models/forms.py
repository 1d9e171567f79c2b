"""Forms that marketing makes for the web site and for trade shows, and what came by them and was held back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class CaptureForm(models.Model):
    """A form. ``token`` is its address, ``kind`` the code by which the pact knows it.

    ``purpose`` is web (anybody fills it in) or show (people of the company do, on a phone). ``fields`` are
    names with whether they are needed, ``ways`` those that the box beside ``agreement`` allows, with spaces between.
    """

    token = models.CharField(max_length=40, unique=True)
    purpose = models.CharField(max_length=10)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    intro = models.TextField(blank=True)
    button = models.CharField(max_length=60, blank=True)
    thanks = models.TextField(blank=True)
    fields = models.JSONField(default=list)
    agreement = models.TextField(blank=True)
    ways = models.CharField(max_length=60, blank=True)
    campaign = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="en")
    entries = models.PositiveIntegerField(default=0)
    made_by_id = models.BigIntegerField(null=True)
    made_s = models.BigIntegerField()
    changed_s = models.BigIntegerField()
    closed_s = models.BigIntegerField(null=True)


class HeldEntry(models.Model):
    """What somebody sent that looks like a machine's, held until a person looks at it or it is too old."""

    form_id = models.BigIntegerField()
    values = models.JSONField(default=dict)
    why = models.CharField(max_length=60)
    at_s = models.BigIntegerField()

    class Meta:
        indexes: ClassVar = [
            # What was held of this form?
            models.Index(fields=["form_id", "-at_s"], name="held_of_form"),
            # What is too old to hold?
            models.Index(fields=["at_s"], name="held_by_day"),
        ]
