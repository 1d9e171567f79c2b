from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_waiting_and_own_leads")]
    operations = [
        migrations.AddField(model_name="job", name="again_by_id", field=models.BigIntegerField(null=True)),
        migrations.AddField(model_name="job", name="again_s", field=models.BigIntegerField(null=True)),
    ]
