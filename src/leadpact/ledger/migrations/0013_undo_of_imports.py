from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0012_mails_in")]
    operations = [
        migrations.AddField(
            model_name="importrun",
            name="undo",
            field=models.JSONField(default=dict, help_text="What taking it back did so far; empty while nobody did."),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="made",
            field=models.JSONField(
                default=dict, help_text="Ids of companies, keys and people it made, and companies changed."
            ),
        ),
        migrations.RemoveConstraint(model_name="factrow", name="facts_external"),
        migrations.AddIndex(
            model_name="factrow",
            index=models.Index(
                condition=models.Q(("external_id__isnull", False)),
                fields=["external_id", "source_system", "kind"],
                name="facts_sent",
            ),
        ),
    ]
