"""Rows that carry the number we give them."""

from __future__ import annotations

from typing import Any

from django.db import models


class RowNumber(models.BigIntegerField):  # type: ignore[type-arg]  # the class takes no types at run time
    """A primary key that we number ourselves. On SQLite it is the row's own number, which needs no further index."""

    def db_type(self, connection: Any) -> str | None:
        """``integer`` on SQLite, else a big integer."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)
