"""A ClickHouse server by its HTTP interface: how a session there begins, and what is said when it refuses."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

import clickhouse_connect
from urllib3.exceptions import HTTPError, MaxRetryError, ReadTimeoutError, SSLError

from leadpact.evidence.warehouse_address import Address, WarehouseRefused
from leadpact.evidence.warehouse_steps import STEP

_THROWS = ("distinct", "group_by", "join", "read", "result", "set", "sort", "timeout", "transfer")
SETTINGS = {
    # Without it a row that has no partner in a join would get noughts for what it lacks.
    "join_use_nulls": 1,
    # What a user's profile may say otherwise, and what would then be counted otherwise or be left out in silence.
    "aggregate_functions_null_for_empty": 0,
    "cast_keep_nullable": 0,
    "empty_result_for_aggregation_by_empty_set": 0,
    "group_by_use_nulls": 0,
    "join_default_strictness": "ALL",
    "limit": 0,
    "offset": 0,
    "skip_unavailable_shards": 0,
    "transform_null_in": 0,
    **{f"{what}_overflow_mode": "throw" for what in _THROWS},
}
"""Under which settings measures are asked of a server; all but the first are what a server says by itself."""
_WAIT_S = 10
_SILENT_S = 300
"""How long a server may say nothing. While it computes it tells how far it is, every two minutes."""
_SESSION_S = 900
"""How long a server keeps the tables of a session between two queries; by itself it would for a minute."""
_SECURE = {"": False, "0": False, "false": False, "1": True, "true": True}
_NO_TABLE = 60
_LIMITED = "that is a limit of this user on the server: raise it, or ask for less, such as --since or a filter"
_WHO = "check the user in the address and its password (CLICKHOUSE_PASSWORD, or behind the user: user:password@)"
_MAY = "the user must be allowed to change settings and to make temporary tables: ALTER USER … SETTINGS readonly = 2"
_CURES = {
    _NO_TABLE: "name the table in the address: ?table=name or ?table=database.name",
    81: "name the database in the address, behind the host: clickhouse://user@host:8123/database",
    164: _MAY,
    373: "a query of it that was given up still runs on the server; ask again",
    452: _MAY,
    497: "an administrator can grant it; the user needs SELECT on the table and CREATE TEMPORARY TABLE ON *.*",
    **dict.fromkeys((158, 159, 191, 202, 241, 307, 394, 396), _LIMITED),
    **dict.fromkeys((192, 193, 194, 516), _WHO),
}
"""What can be done about a refusal, by ClickHouse's number for it."""
_LOST = (
    "the server no longer has a table of this session: it was started anew, or waited too long, or requests go to "
    "several servers in turn; ask again, and name one server"
)
_STRANGE = ("HTTP status", "Unexpected response")
_OTHER = "is this ClickHouse's HTTP interface? Its port is 8123, or 8443 with secure=1"
_READONLY = re.compile(r"Setting (\w+) is readonly")
_BEGINS = re.compile(r"^.*?DB::Exception: ", re.DOTALL)
_ENDS = re.compile(r"\s*(\(version [^()]*(\([^()]*\))?[^()]*\))?\s*(\(for url \S*\))?\s*$")


def client(address: Address) -> Any:
    """A session on the server, with connections of its own. Raises ``WarehouseRefused`` or what the driver raises."""
    where = urlsplit(f"clickhouse:{address.place}")
    is_secure = _SECURE.get(address.options.get("secure", "").lower())
    if is_secure is None:
        raise address.refused(f"secure is {address.options['secure']!r}; expected 1 for TLS, or 0")
    host, port = _reached(address, is_secure)
    for driver in ("clickhouse_connect", "urllib3"):
        logging.getLogger(driver).setLevel(logging.ERROR)  # What they warn of the refusal says.
    return clickhouse_connect.get_client(
        host=host,
        port=port,
        username=unquote(where.username or "default"),
        password=unquote(where.password or os.environ.get("CLICKHOUSE_PASSWORD", "")),
        database=unquote(where.path.strip("/")) or "default",
        secure=is_secure,
        connect_timeout=_WAIT_S,
        send_receive_timeout=_SILENT_S,
        settings={**SETTINGS, "session_timeout": _SESSION_S},
        dedicated_pool=True,
    )


def _reached(address: Address, is_secure: bool) -> tuple[str, int]:
    where = urlsplit(f"clickhouse:{address.place}")
    try:
        host, port = where.hostname or "localhost", where.port or (8443 if is_secure else 8123)
    except ValueError as error:
        raise address.refused(f"{error}; expected clickhouse://user@host:8123/database") from None
    address.reach(host, port)
    return host, port


def refused(address: Address, error: Exception) -> WarehouseRefused:
    """The refusal for an error of the driver: what the server said without the driver's words, and what to do."""
    if is_lost(error):
        return address.refused(_broken(error))
    readonly = _READONLY.search(str(error))
    if readonly:
        return address.refused(f"the server does not let this user set {readonly[1]}; {_MAY}")
    said = _ENDS.sub("", _BEGINS.sub("", str(error))).strip()[:400].rstrip(".")
    return address.refused("; ".join(each for each in (said, _cure(error, said)) if each))


def is_lost(error: Exception) -> bool:
    """Whether nothing more can be asked: the server fell silent or the connection broke off."""
    return any(isinstance(each, HTTPError) for each in _causes(error)) or "closed by server" in str(error)


def _cure(error: Exception, said: str) -> str:
    code = getattr(error, "code", None)
    if code is None:
        return _OTHER if any(each in said for each in _STRANGE) else ""
    return _LOST if code == _NO_TABLE and STEP in said else _CURES.get(code, "")


def _broken(error: Exception) -> str:
    causes = list(_causes(error))
    if any(isinstance(each, ReadTimeoutError) for each in causes):
        return (
            f"the server said nothing for {_SILENT_S} seconds and was given up; see whether it is well, and whether a "
            "proxy before it holds back what it tells while it computes"
        )
    last = str(causes[-1])[:200]
    if any(isinstance(each, SSLError) for each in causes):
        return f"no connection by TLS ({last}); see whether the port is one for TLS, or leave out secure=1"
    return (
        f"the connection broke off ({last}); ask again, and if it breaks off each time, see the server's log and "
        "whether a proxy before it ends long requests"
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what it came of, to the first."""
    each: BaseException | None = error
    while each is not None:
        yield each
        each = getattr(each, "reason", None) if isinstance(each, MaxRetryError) else each.__cause__
