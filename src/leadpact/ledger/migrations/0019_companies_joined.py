from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0018_retention")]
    operations = [
        migrations.AddField(model_name="account", name="same_as_id", field=models.BigIntegerField(null=True)),
        migrations.AddIndex(
            model_name="account",
            index=models.Index(
                fields=["same_as_id"], name="accounts_joined", condition=models.Q(same_as_id__isnull=False)
            ),
        ),
        migrations.CreateModel(
            name="CompanyPair",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("one_id", models.BigIntegerField()),
                ("other_id", models.BigIntegerField()),
                ("level", models.FloatField()),
                ("name", models.CharField(max_length=10)),
                ("domain", models.CharField(max_length=10)),
                ("state", models.CharField(default="open", max_length=8)),
                ("by_id", models.BigIntegerField(null=True)),
                ("at_s", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "-level"], name="companies_to_look_at")],
                "constraints": [models.UniqueConstraint(fields=("one_id", "other_id"), name="companies_once")],
            },
        ),
    ]
