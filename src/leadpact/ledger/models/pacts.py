"""The versions of the pact as signed, with who proposed and signed them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PactVersion(models.Model):
    """One version. A signed one never changes; ``text`` is its YAML file."""

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

    class Meta:
        # Is this version of that name taken?
        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "version"], name="pact_version")]
        # Which version holds at an instant?
        indexes: ClassVar = [models.Index(fields=["effective_s"], name="pact_effective")]
