"""Drafts of the pact with what was said of them; the database refuses to change a signed version."""

from typing import Any

from django.db import migrations, models

from leadpact.ledger.append_only import SIGNED_POSTGRESQL, SIGNED_SQLITE

ID = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def add(_apps: Any, schema_editor: Any) -> None:
    for statement in SIGNED_SQLITE if schema_editor.connection.vendor == "sqlite" else SIGNED_POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_jobs_tried_again")]
    operations = [
        *(
            migrations.AddField(model_name="pactversion", name=name, field=models.BigIntegerField(null=True))
            for name in ("draft_id", "ended_by_id", "ended_s")
        ),
        migrations.CreateModel(
            name="PactDraft",
            fields=[
                ID,
                ("name", models.CharField(max_length=200)),
                ("state", models.CharField(default="draft", max_length=10)),
                ("text", models.TextField()),
                ("revision", models.PositiveIntegerField(default=1)),
                ("base_id", models.BigIntegerField(null=True)),
                ("version_id", models.BigIntegerField(null=True)),
                ("begun_by_id", models.BigIntegerField(null=True)),
                ("begun_s", models.BigIntegerField()),
                ("changed_by_id", models.BigIntegerField(null=True)),
                ("changed_s", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="PactRevision",
            fields=[
                ID,
                ("draft_id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("says", models.TextField(blank=True)),
                ("by_id", models.BigIntegerField(null=True)),
                ("at_s", models.BigIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("draft_id", "revision"), name="pact_revision")],
            },
        ),
        migrations.CreateModel(
            name="PactComment",
            fields=[
                ID,
                ("draft_id", models.BigIntegerField(null=True)),
                ("pact_id", models.BigIntegerField(null=True)),
                ("place", models.CharField(blank=True, max_length=300)),
                ("about", models.TextField(blank=True)),
                ("answers_id", models.BigIntegerField(null=True)),
                ("text", models.TextField()),
                ("by_id", models.BigIntegerField(null=True)),
                ("said_s", models.BigIntegerField()),
                ("resolved_by_id", models.BigIntegerField(null=True)),
                ("resolved_s", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["draft_id"], name="comments_of_draft"),
                    models.Index(fields=["pact_id"], name="comments_of_pact"),
                ],
            },
        ),
        migrations.RunPython(add, migrations.RunPython.noop),
    ]
