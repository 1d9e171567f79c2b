from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0011_capture_forms"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32, unique=True)),
                ("state", models.CharField(max_length=10)),
                ("apart", models.CharField(blank=True, max_length=10)),
                ("sent_s", models.BigIntegerField()),
                ("came_s", models.BigIntegerField()),
                ("side", models.CharField(max_length=10)),
                ("person_id", models.BigIntegerField(null=True)),
                ("sender", models.CharField(blank=True, max_length=254)),
                ("sender_name", models.CharField(blank=True, max_length=200)),
                ("subject", models.CharField(blank=True, max_length=300)),
                ("words", models.CharField(blank=True, max_length=500)),
                ("lead_ids", models.JSONField(default=list)),
                ("added", models.JSONField(default=list)),
                ("turn", models.PositiveIntegerField(default=0)),
                ("by_id", models.BigIntegerField(null=True)),
                ("done_s", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "mails_in",
                "indexes": [models.Index(fields=["state", "-came_s", "-id"], name="mails_by_state")],
            },
        ),
    ]
