from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0017_assets")]
    operations = [
        migrations.AddField("ForgottenMark", "by_age", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="ExpiringLead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lead_id", models.BigIntegerField(unique=True)),
                ("listed_s", models.BigIntegerField()),
                ("kept_until_s", models.BigIntegerField(null=True)),
                ("kept_because", models.CharField(blank=True, max_length=300)),
                ("kept_by_id", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "expiring_leads",
                "indexes": [models.Index(fields=["listed_s", "lead_id"], name="expiring_since")],
            },
        ),
        migrations.CreateModel(
            name="RetentionRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at_s", models.BigIntegerField()),
                ("kept", models.CharField(max_length=20)),
                ("pact_id", models.BigIntegerField()),
                ("pact_version", models.IntegerField()),
                ("leads", models.IntegerField()),
                ("words", models.IntegerField()),
                ("keys", models.IntegerField()),
            ],
            options={
                "db_table": "retention_runs",
                "indexes": [models.Index(fields=["-at_s"], name="retention_runs_newest")],
            },
        ),
    ]
