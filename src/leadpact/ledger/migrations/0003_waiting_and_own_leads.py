from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]
    operations = [
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                Coalesce("marketer_id", "found_by_id"),
                models.OrderBy(models.F("points"), descending=True),
                models.F("id"),
                condition=models.Q(("state__in", ["new", "returned"])),
                name="desk_of_person",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                fields=["queued_s"], name="leads_waiting", condition=models.Q(("queued_s__isnull", False))
            ),
        ),
    ]
