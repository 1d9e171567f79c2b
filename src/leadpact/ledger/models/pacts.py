"""The pact: drafts that both teams edit, what was said of them, and the versions as proposed and signed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PactVersion(models.Model):
    """One version. A signed one never changes; ``text`` is its YAML file.

    ``state`` is proposed, signed, withdrawn or expired; ``ended_s`` is when it was withdrawn or expired.
    """

    name = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    text = models.TextField()
    tree = models.TextField(help_text="The file as JSON: plain maps, lists and texts, in the order of the file.")
    state = models.CharField(max_length=10, default="proposed")
    note = models.TextField(blank=True)
    proposed_by_id = models.BigIntegerField(null=True)
    proposed_s = models.BigIntegerField()
    marketing_signed_by_id = models.BigIntegerField(null=True)
    marketing_signed_s = models.BigIntegerField(null=True)
    sales_signed_by_id = models.BigIntegerField(null=True)
    sales_signed_s = models.BigIntegerField(null=True)
    effective_s = models.BigIntegerField(null=True)
    draft_id = models.BigIntegerField(null=True)
    ended_by_id = models.BigIntegerField(null=True)
    ended_s = models.BigIntegerField(null=True)

    class Meta:
        # Is this version of that name taken?
        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "version"], name="pact_version")]
        # Which version holds at an instant?
        indexes: ClassVar = [models.Index(fields=["effective_s"], name="pact_effective")]


class PactDraft(models.Model):
    """A pact in the making: its YAML text, and how often it was changed. ``state`` is draft, proposed or withdrawn.

    ``base_id`` is the version it began from, ``version_id`` the one it was proposed as.
    """

    name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, default="draft")
    text = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    base_id = models.BigIntegerField(null=True)
    version_id = models.BigIntegerField(null=True)
    begun_by_id = models.BigIntegerField(null=True)
    begun_s = models.BigIntegerField()
    changed_by_id = models.BigIntegerField(null=True)
    changed_s = models.BigIntegerField()


class PactRevision(models.Model):
    """A draft as it was after a change; ``says`` is the change in words."""

    draft_id = models.BigIntegerField()
    revision = models.PositiveIntegerField()
    text = models.TextField()
    says = models.TextField(blank=True)
    by_id = models.BigIntegerField(null=True)
    at_s = models.BigIntegerField()

    class Meta:
        # What did a draft say when this edit was begun?
        constraints: ClassVar = [models.UniqueConstraint(fields=["draft_id", "revision"], name="pact_revision")]


class PactComment(models.Model):
    """Something said of a draft or a version: of a row (``place`` is its key) or of the whole (empty place).

    ``about`` is the row in words as it was then; ``answers_id`` the comment that this one answers.
    """

    draft_id = models.BigIntegerField(null=True)
    pact_id = models.BigIntegerField(null=True)
    place = models.CharField(max_length=300, blank=True)
    about = models.TextField(blank=True)
    answers_id = models.BigIntegerField(null=True)
    text = models.TextField()
    by_id = models.BigIntegerField(null=True)
    said_s = models.BigIntegerField()
    resolved_by_id = models.BigIntegerField(null=True)
    resolved_s = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            # What was said of this draft?
            models.Index(fields=["draft_id"], name="comments_of_draft"),
            # What was said of this version?
            models.Index(fields=["pact_id"], name="comments_of_pact"),
        ]
