"""The ledger is the only Django app with tables."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """All tables, one app: features are files, not apps."""

    name = "leadpact.ledger"
    label = "ledger"
