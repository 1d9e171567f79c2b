"""What many tests begin with is made once: later its rows are written back as they were."""

import copy
import time
from functools import cache

from django.apps import apps
from django.db import connection, transaction

_KEPT: dict = {}
"""By what was made and where: its rows by table, and what the maker gave."""
_OLDEST_S = 20


def made_once(key, make):
    """What ``make`` gives: in an empty ledger it runs once, and for later tests of this process its rows are copied.

    ``key`` names it, with all that it depends on.
    """
    if _is_any_row():
        return make()  # Its rows could not be told from those that are there.
    place = (connection.vendor, key)
    if place not in _KEPT:
        given = make()
        _KEPT[place] = _rows(), copy.deepcopy(given)
        return given
    rows, given = _KEPT[place]
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, values) in rows.items():
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)
    return copy.deepcopy(given)


def just_now():
    """An instant a few seconds ago at most, the same for tests that follow each other, so that they share what they make."""
    now_s = int(time.time())
    return now_s - now_s % _OLDEST_S


@cache
def _tables():
    """The ledger's tables with their columns, quoted."""
    quoted, models = connection.ops.quote_name, apps.get_app_config("ledger").get_models(include_auto_created=True)
    return {
        quoted(model._meta.db_table): [quoted(field.column) for field in model._meta.local_concrete_fields]
        for model in models
    }


def _is_any_row():
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in _tables()))
        return bool(cursor.fetchone()[0])


def _rows():
    """All rows of the ledger as the database keeps them: {table: (columns, rows)}."""
    found = {}
    # SQLite's driver reads dates of bare columns; with a sign before it a column is given as it is kept.
    sign = "+" if connection.vendor == "sqlite" else ""
    with connection.cursor() as cursor:
        for table, columns in _tables().items():
            cursor.execute(f"SELECT {', '.join(sign + name for name in columns)} FROM {table}")
            if rows := cursor.fetchall():
                found[table] = columns, rows
    return found
