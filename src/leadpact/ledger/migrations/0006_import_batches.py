"""What each import run is, what each of its batches wrote, and how files were read before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0005_pact_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name="digest",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="importrun",
            name="error",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="importrun",
            name="is_stop_asked",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="importrun",
            name="lines",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="importrun",
            name="notes",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="importrun",
            name="of_lines",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="importrun",
            name="path",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="importrun",
            name="preview",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="importrun",
            name="settings",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="importrun",
            name="state",
            field=models.CharField(default="done", max_length=10),
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("run_id", models.BigIntegerField()),
                ("first_seq", models.BigIntegerField()),
                ("last_seq", models.BigIntegerField()),
                ("lines", models.BigIntegerField()),
                ("counts", models.JSONField(default=dict)),
                ("rejects_bytes", models.BigIntegerField(default=0)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["run_id", "first_seq"], name="batches_of_run"),
                    models.Index(fields=["last_seq"], name="batches_by_seq"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportMemory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("headings", models.CharField(max_length=64)),
                ("shape", models.CharField(max_length=20)),
                ("settings", models.JSONField(default=dict)),
                ("names", models.JSONField(default=list)),
                ("used_s", models.BigIntegerField()),
                ("by_id", models.BigIntegerField(null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("headings",), name="memory_of_headings")],
            },
        ),
    ]
