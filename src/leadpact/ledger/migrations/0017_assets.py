from django.db import migrations, models

import leadpact.ledger.models.numbered


class Migration(migrations.Migration):
    dependencies = [("ledger", "0016_facts_sent")]
    operations = [
        migrations.CreateModel(
            name="Asset",
            fields=[
                ("id", leadpact.ledger.models.numbered.RowNumber(primary_key=True, serialize=False)),
                ("source_system", models.CharField(max_length=60)),
                ("external_id", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=300)),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("url", models.CharField(blank=True, max_length=500)),
                ("since_s", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["title"], name="assets_by_title")],
                "constraints": [models.UniqueConstraint(fields=("external_id", "source_system"), name="asset_once")],
            },
        ),
    ]
