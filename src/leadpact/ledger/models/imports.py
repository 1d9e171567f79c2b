"""Imports: their runs, the batches these wrote, and how files with the same headings were read before."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class ImportRun(models.Model):
    """One import: the file, how it is read, how far it came and what it did.

    ``state`` is prepared (shown, nothing written), waiting (for the worker), running, done, stopped (somebody
    stopped it) or failed (``error`` says why). ``path`` is the copy of the file that the worker reads, empty when
    it lies elsewhere. ``lines`` of about ``of_lines`` rows are taken. ``settings`` say how it is read.
    """

    file_name = models.CharField(max_length=300)
    shape = models.CharField(max_length=20)
    started_s = models.BigIntegerField()
    ended_s = models.BigIntegerField(null=True)
    by_id = models.BigIntegerField(null=True)
    counts = models.JSONField(default=dict)
    rejects_file = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, default="done")
    path = models.CharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    settings = models.JSONField(default=dict)
    lines = models.BigIntegerField(default=0)
    of_lines = models.BigIntegerField(default=0)
    notes = models.JSONField(default=list)
    preview = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    is_stop_asked = models.BooleanField(default=False)
    undo = models.JSONField(default=dict, help_text="What taking it back did so far; empty while nobody did.")


class ImportBatch(models.Model):
    """What one transaction of an import wrote: the facts ``first_seq`` to ``last_seq``, all of them its own.

    A batch that wrote no fact has a ``last_seq`` before its ``first_seq``. ``lines`` are the rows of the file that
    it took, whatever became of them; ``counts`` what became of them; ``rejects_bytes`` is how long the file of
    rejects was after it, so that an import that goes on after a crash knows where to go on.
    """

    run_id = models.BigIntegerField()
    first_seq = models.BigIntegerField()
    last_seq = models.BigIntegerField()
    lines = models.BigIntegerField()
    counts = models.JSONField(default=dict)
    rejects_bytes = models.BigIntegerField(default=0)
    made = models.JSONField(default=dict, help_text="Ids of companies, keys and people it made, and companies changed.")

    class Meta:
        indexes: ClassVar = [
            # What did this run write, in order?
            models.Index(fields=["run_id", "first_seq"], name="batches_of_run"),
            # Which import brought this fact?
            models.Index(fields=["last_seq"], name="batches_by_seq"),
        ]


class ImportMemory(models.Model):
    """How a file with these headings was read the last time, so that the next one needs no asking.

    ``headings`` is a digest of the headings in their order; ``settings`` as in ``ImportRun``.
    """

    headings = models.CharField(max_length=64)
    shape = models.CharField(max_length=20)
    settings = models.JSONField(default=dict)
    names = models.JSONField(default=list)
    used_s = models.BigIntegerField()
    by_id = models.BigIntegerField(null=True)

    class Meta:
        # How was a file with these headings read?
        constraints: ClassVar = [models.UniqueConstraint(fields=["headings"], name="memory_of_headings")]
