"""The ledger is the only Django app with tables."""

import gc

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """All tables, one app: features are files, not apps."""

    name = "leadpact.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Keep the collector of garbage off what is loaded for good, and from looking at every few facts read."""
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)
