from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0015_duplicates_looked_through")]
    operations = [
        migrations.RemoveIndex(model_name="factrow", name="facts_sent"),
        migrations.AddIndex(
            model_name="factrow",
            index=models.Index(
                condition=models.Q(("external_id__isnull", False), models.Q(("kind", "captured"), _negated=True)),
                fields=["external_id", "source_system", "kind"],
                name="facts_sent",
            ),
        ),
    ]
