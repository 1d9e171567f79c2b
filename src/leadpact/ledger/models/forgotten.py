"""Marks of people who were forgotten, by which they are not brought in again and a restored copy forgets them anew."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class ForgottenMark(models.Model):
    """The digest of one mark (address, number, id of another system) of a forgotten person, made with a salt.

    Nothing can be read from it; a mark that is at hand can be compared with it. ``by_age``: nobody asked for it, the
    time that the pact agrees on was up, so that what the person does later brings them in again.
    """

    digest = models.CharField(max_length=64)
    salt = models.CharField(max_length=32)
    lead_id = models.BigIntegerField()
    at_s = models.BigIntegerField()
    lifted_s = models.BigIntegerField(null=True)
    by_age = models.BooleanField(default=False)

    class Meta:
        # Was this mark forgotten?
        constraints: ClassVar = [models.UniqueConstraint(fields=["digest", "salt"], name="forgotten_mark")]
