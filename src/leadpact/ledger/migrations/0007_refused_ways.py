from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0006_import_batches")]
    operations = [
        migrations.AddField(
            model_name="lead",
            name="refused",
            field=models.CharField(help_text="Ways the buyer refused, with spaces between.", max_length=40, null=True),
        ),
    ]
