from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0013_undo_of_imports")]
    operations = [
        migrations.CreateModel(
            name="DuplicatePair",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("one_id", models.BigIntegerField()),
                ("other_id", models.BigIntegerField()),
                ("level", models.FloatField()),
                ("why", models.JSONField(default=list)),
                ("state", models.CharField(default="open", max_length=8)),
                ("by_id", models.BigIntegerField(null=True)),
                ("at_s", models.BigIntegerField(null=True)),
                ("gone_id", models.BigIntegerField(null=True)),
                ("bulk_s", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "-level"], name="pairs_to_look_at")],
                "constraints": [models.UniqueConstraint(fields=("one_id", "other_id"), name="pair_once")],
            },
        ),
    ]
