"""The first tables. Their operations stand in two files, because together they are longer than a file should be."""

from django.db import migrations

from leadpact.ledger.migrations import _initial_company, _initial_ledger


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [*_initial_company.OPERATIONS, *_initial_ledger.OPERATIONS]
