from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0014_duplicate_pairs")]
    operations = [
        migrations.CreateModel(
            name="LookedThrough",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.AddIndex(model_name="duplicatepair", index=models.Index(fields=["other_id"], name="pairs_of_other")),
    ]
