"""Making ready for a command: settings read, the database at the version of the program."""

from __future__ import annotations

import os
import time

from leadpact.cli.terminal import say


class NotMigrated(Exception):
    """The database belongs to another version of the program; the message says what to do."""


def set_up() -> None:
    """Load the settings and Django. Raises ``WrongSetting``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadpact.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def ready() -> int:
    """Set up, and see that the tables are there; a new home gets them. Gives now, in epoch seconds.

    Raises ``WrongSetting`` and ``NotMigrated``.
    """
    set_up()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing and executor.loader.applied_migrations:
        raise NotMigrated(
            f"The database lacks {len(missing)} change{'s' if len(missing) != 1 else ''} of this version. "
            "Back it up, then run: leadpact migrate"
        )
    if missing:
        migrate()
    return int(time.time())


def migrate() -> int:
    """Bring the tables to the version of the program. Gives how many changes were made."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not executor.loader.applied_migrations:
        say(f"Making the tables of a new ledger in {settings.DATABASES['default']['NAME']} …")
    if missing:
        call_command("migrate", verbosity=0, skip_checks=True, interactive=False)
    return missing
