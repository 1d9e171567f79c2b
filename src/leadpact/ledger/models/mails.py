"""Mails that were sent or forwarded to the company's address, until somebody placed or discarded them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class MailIn(models.Model):
    """One mail that came in; ``key`` is a digest, so that the same mail is known again when its words are gone.

    ``state`` is placed (on ``lead_ids``), waiting, apart (nobody wrote it by hand; ``apart`` says why) or discarded.
    ``side`` says who wrote: buyer, marketing, sales, or system for a colleague without a side; ``person_id`` which
    colleague. ``sender`` is the buyer's address, whoever wrote. ``turn`` counts how often it was placed, ``added``
    are addresses by which its lead is known since. The words go when the mail is done with for a while.
    """

    key = models.CharField(max_length=32, unique=True)
    state = models.CharField(max_length=10)
    apart = models.CharField(max_length=10, blank=True)
    sent_s = models.BigIntegerField()
    came_s = models.BigIntegerField()
    side = models.CharField(max_length=10)
    person_id = models.BigIntegerField(null=True)
    sender = models.CharField(max_length=254, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    words = models.CharField(max_length=500, blank=True)
    lead_ids = models.JSONField(default=list)
    added = models.JSONField(default=list)
    turn = models.PositiveIntegerField(default=0)
    by_id = models.BigIntegerField(null=True)
    done_s = models.BigIntegerField(null=True)

    class Meta:
        db_table = "mails_in"
        # Which mails wait, the newest first?
        indexes: ClassVar = [models.Index(fields=["state", "-came_s", "-id"], name="mails_by_state")]
