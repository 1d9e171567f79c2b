"""What trackers of web sites tell: their write keys, visits of people not known yet, and what was refused."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class WriteKey(models.Model):
    """A key with which a tracker sends events and nothing else.

    One that stands in a web page (``is_public``) is read by everybody and so may add to what is known of a lead but
    change nothing; it is kept as it is (``shown``), any other as a digest. ``app`` is the application id of Snowplow's
    trackers, ``system`` whose user ids they send.
    """

    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    shown = models.CharField(max_length=200)
    app = models.CharField(max_length=100, blank=True)
    system = models.CharField(max_length=60, default="tracker")
    is_public = models.BooleanField()
    made_by_id = models.BigIntegerField(null=True)
    made_s = models.BigIntegerField()
    used_s = models.BigIntegerField(null=True)
    revoked_s = models.BigIntegerField(null=True)


class Visit(models.Model):
    """One event of a tracker, without a word of who it was: ``visitor`` is a keyed digest, empty where nobody may know.

    ``state``: waiting (for its visitor to become known), joined (a touch of ``lead_id``), machine, declined (no
    consent) or counted (no step of a buyer's). Rows are deleted after ``rules.visits.KEPT_DAYS``.
    """

    key_id = models.BigIntegerField()
    event_id = models.CharField(max_length=200)
    digest = models.BigIntegerField()
    visitor = models.CharField(max_length=32, blank=True)
    state = models.CharField(max_length=10)
    touch = models.CharField(max_length=20, blank=True)
    of = models.CharField(max_length=160, null=True)
    source = models.CharField(max_length=100, null=True)
    campaign = models.CharField(max_length=200, null=True)
    occurred_s = models.BigIntegerField()
    received_s = models.BigIntegerField()
    lead_id = models.BigIntegerField(null=True)

    class Meta:
        db_table = "visits"
        # Was this event sent before?
        constraints: ClassVar = [models.UniqueConstraint(fields=["event_id", "key_id"], name="visit_once")]
        indexes: ClassVar = [
            # Which visits of this visitor wait to be joined?
            models.Index(fields=["visitor"], name="visits_waiting", condition=models.Q(state="waiting")),
            # What came lately, and what is too old to keep?
            models.Index(fields=["received_s"], name="visits_by_day"),
            # Which visits were this lead's?
            models.Index(fields=["lead_id"], name="visits_of_lead", condition=models.Q(lead_id__isnull=False)),
        ]


class Visitor(models.Model):
    """Which visitors are one person (``person`` is the digest they share), and which lead that is."""

    visitor = models.CharField(max_length=32, primary_key=True)
    person = models.CharField(max_length=32)
    lead_id = models.BigIntegerField(null=True)
    seen_s = models.BigIntegerField()

    class Meta:
        db_table = "visitors"
        indexes: ClassVar = [
            # Which other visitors are this person?
            models.Index(fields=["person"], name="visitors_of_person"),
            # Which visitors are this lead?
            models.Index(fields=["lead_id"], name="visitors_of_lead", condition=models.Q(lead_id__isnull=False)),
            # Which links are too old to keep?
            models.Index(fields=["seen_s"], name="visitors_by_day"),
        ]


class RefusedEvent(models.Model):
    """An event that was not taken, and why, in words that name nobody."""

    key_id = models.BigIntegerField(null=True)
    event_id = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=300)
    at_s = models.BigIntegerField()

    class Meta:
        db_table = "refused_events"
        # What was refused lately?
        indexes: ClassVar = [models.Index(fields=["at_s"], name="refused_by_day")]
