"""The database itself refuses to change or delete a fact."""

from typing import Any

from django.db import migrations

from leadpact.ledger.append_only import POSTGRESQL, SQLITE


def add(_apps: Any, schema_editor: Any) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
