"""One connection for all that other systems send, on SQLite.

SQLite lets one write at a time, and a connection reads its pages anew after another one has written. Requests that
only write therefore take turns on one connection, whichever thread they run in, instead of each thread with its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from leadpact.ledger import statements

_turn = Lock()
_shared: dict[str, Any] = {}
"""The connection and the cursor kept with it, once there are any."""


@contextmanager
def one_connection() -> Iterator[None]:
    """Within the block this thread uses the shared connection; other threads that want it wait.

    Inside a transaction, and on any other database, the thread keeps the connection that it has.
    """
    own: Any = connections[DEFAULT_DB_ALIAS]
    if own.vendor != "sqlite" or own.in_atomic_block:
        yield
        return
    with _turn:
        shared = _of(own)
        connections[DEFAULT_DB_ALIAS] = shared
        own_cursor = statements.keep(_shared.get("cursor"))
        try:
            yield
        finally:
            _shared["cursor"] = statements.keep(own_cursor)
            connections[DEFAULT_DB_ALIAS] = own
            if shared.errors_occurred:
                shared.close_if_unusable_or_obsolete()


def _of(own: Any) -> Any:
    """The shared connection to the database that this thread's own one leads to."""
    shared = _shared.get("connection")
    if shared is None or shared.settings_dict["NAME"] != own.settings_dict["NAME"]:
        if shared is not None:
            shared.close()
        shared = own.copy()
        shared.inc_thread_sharing()
        _shared.update(connection=shared, cursor=None)
    return shared
