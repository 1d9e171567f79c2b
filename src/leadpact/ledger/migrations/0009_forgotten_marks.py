from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0008_facts_of_deal")]
    operations = [
        migrations.CreateModel(
            name="ForgottenMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("salt", models.CharField(max_length=32)),
                ("lead_id", models.BigIntegerField()),
                ("at_s", models.BigIntegerField()),
                ("lifted_s", models.BigIntegerField(null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("digest", "salt"), name="forgotten_mark")],
            },
        ),
    ]
