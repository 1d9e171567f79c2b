from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0007_refused_ways")]
    operations = [
        migrations.AddIndex(
            model_name="factrow",
            index=models.Index(
                condition=models.Q(("deal_id__isnull", False)), fields=["deal_id"], name="facts_of_deal"
            ),
        ),
    ]
