"""ClickHouse's HTTP interface as its driver uses it, before chdb: the engine of a server without the server.

What a real one does and this one too: users with passwords and profiles of settings; sessions by ``session_id`` with
temporary tables of their own, locked while a query of theirs runs and forgotten when nothing was asked for a while;
settings of one request; answers in Native blocks, compressed and in chunks; errors with their number and HTTP status;
progress told in headers while a query runs; connections that stay open. What it has not: grants (``denied`` stands for
one that is missing), several servers, TLS.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
import threading
import time
from base64 import b64decode
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

MAX_SESSION_S = 3600
SESSION_S = 60
CHUNK = 65_536
MOST_S = 60
"""No request takes longer, whatever is to go wrong with it."""
OWN = frozenset(
    [
        "user",
        "password",
        "database",
        "query",
        "default_format",
        "session_id",
        "session_timeout",
        "session_check",
        "query_id",
        "quota_key",
        "role",
        "wait_end_of_query",
        "buffer_size",
        "compress",
        "decompress",
        "client_protocol_version",
        "stacktrace",
        "close_session",
    ]
)
"""Parameters of a request that are no settings."""
STATUS = {62: 400, 46: 404, 47: 404, 50: 404, 60: 404, 81: 404, 115: 404, 192: 403, 193: 403, 516: 403, 194: 401}
NAMES = {
    81: "UNKNOWN_DATABASE",
    373: "SESSION_IS_LOCKED",
    374: "INVALID_SESSION_TIMEOUT",
    497: "ACCESS_DENIED",
    516: "AUTHENTICATION_FAILED",
}
FORMAT = re.compile(r"\s+FORMAT\s+(\w+)\s*$")
BLOCK_INFO = b"\x01\x00\x02\xff\xff\xff\xff\x00"
ERROR = re.compile(r"Code: (\d+)\. (.*)", re.DOTALL)


class Refused(Exception):
    def __init__(self, code, said):
        super().__init__(said)
        self.code = code


class Gone(Exception):
    """There will be no answer."""


def denied(code, said):
    return Refused(code, f"DB::Exception: {said} ({NAMES[code]})")


@dataclass
class User:
    """A user: the settings of the profile, and by the beginning of a statement the grant that is missing for it."""

    password: str = ""
    profile: dict = field(default_factory=dict)
    denied: dict = field(default_factory=dict)


@dataclass
class Wrong:
    """What goes wrong with a query: ``silent``, ``slow`` (for ``amount`` seconds), ``gone``, ``cut`` or ``stalled``
    (after ``amount`` bytes of the answer).
    """

    how: str
    amount: float = 0


@dataclass
class Session:
    handle: object
    seen: float
    timeout: float = SESSION_S
    lock: threading.Lock = field(default_factory=threading.Lock)
    before: dict = field(default_factory=dict)
    now: dict = field(default_factory=dict)

    def set(self, settings):
        """The settings of one request; those of the request before it are as they were."""
        for name in [each for each in self.now if each not in settings]:
            self.put(name, self.before[name])
            del self.now[name]
        for name, value in settings.items():
            if self.now.get(name) != value:
                if name not in self.before:
                    found = rows(self.handle, f"SELECT value FROM system.settings WHERE name = {quoted(name)}")
                    self.before[name] = found[0][0] if found else ""
                self.put(name, value)
                self.now[name] = value

    def put(self, name, value):
        if name != "readonly" or value != self.before.get(name):
            run(self.handle, f"SET {name} = {quoted(value)}")


def quoted(text):
    return "'" + str(text).replace("\\", "\\\\").replace("'", "\\'") + "'"


def run(handle, sql, fmt="TabSeparated"):
    """The answer of the engine in blocks. Raises ``Refused``."""
    try:
        if fmt == "Native" and sql.startswith(("SELECT", "WITH")):
            return [bytes(block.bytes()) for block in handle.send_query(sql, fmt)]
        return [bytes(handle.query(sql, fmt).bytes())]
    except Exception as error:
        found = ERROR.search(str(error))
        if found is None:
            raise
        raise Refused(int(found[1]), found[2]) from None


def rows(handle, sql):
    return [line.split("\t") for line in b"".join(run(handle, sql)).decode().splitlines()]


@dataclass
class Asked:
    """A request as it came: who asked, in which session, with which parameters, for what."""

    user: str
    session: str
    parameters: dict
    sql: str
    connection: tuple


class Server:
    """Users and sessions before one engine; ``wrong`` says of a statement what is to go wrong with it."""

    def __init__(self, users: dict[str, User]):
        import chdb

        self.connect = lambda: chdb.connect(":memory:")
        self.root = self.connect()
        self.users = users
        self.sessions: dict[tuple[str, str], Session] = {}
        self.asked: list[Asked] = []
        self.wrong: Callable[[str], Wrong | None] = lambda sql: None
        self.later_s = 0.0
        self.keep_alive_s = 10.0
        self.stopped = threading.Event()
        self.open: dict[tuple, socket.socket] = {}
        self.guard = threading.Lock()
        (self.version, self.zone), *_ = rows(self.root, "SELECT version(), timezone()")

    @property
    def address(self):
        return f"{self.host}:{self.port}"

    @property
    def connections(self):
        return set(self.open)

    def forget(self, user=None):
        """End the sessions in which nothing was asked for as long as they wait, or all of a user."""
        now = self.now()
        with self.guard:
            for key, each in list(self.sessions.items()):
                is_over = now - each.seen > each.timeout if user is None else key[0] == user
                if is_over and each.lock.acquire(blocking=False):
                    del self.sessions[key]
                    each.handle.close()

    def now(self):
        return time.monotonic() + self.later_s

    def opened(self, user):
        handle = self.connect()
        for name, value in sorted(self.users[user].profile.items(), key=lambda each: each[0] == "readonly"):
            run(handle, f"SET {name} = {quoted(value)}")
        return Session(handle, self.now())

    def tables(self):
        """Every table there is with its rows, but for what the engine itself has, and the temporary ones by session."""
        own = "('system', 'INFORMATION_SCHEMA', 'information_schema')"
        sql = f"SELECT database, name, total_rows FROM system.tables WHERE database NOT IN {own} AND NOT is_temporary"
        return sorted(map(tuple, rows(self.root, sql)))

    def temporary(self, user):
        """The temporary tables of a user's sessions that are not ended."""
        sql = "SELECT name FROM system.tables WHERE is_temporary"
        return [name for key, each in self.sessions.items() if key[0] == user for (name,) in rows(each.handle, sql)]

    @contextmanager
    def session(self, user, parameters):
        """The session that a request names, or one for it alone."""
        name = parameters.get("session_id")
        if not name:
            alone = self.opened(user)
            try:
                yield alone
            finally:
                alone.handle.close()
            return
        timeout = float(parameters.get("session_timeout", SESSION_S))
        if timeout > MAX_SESSION_S:
            raise denied(374, f"Session timeout '{timeout:.0f}' is larger than max_session_timeout: {MAX_SESSION_S}.")
        self.forget()
        with self.guard:
            found = self.sessions.get((user, name)) or self.sessions.setdefault((user, name), self.opened(user))
        if not found.lock.acquire(blocking=False):
            raise denied(373, f"Session {name} is locked by a concurrent client")
        try:
            found.timeout = timeout
            yield found
        finally:
            found.seen = self.now()
            found.lock.release()

    def answer(self, user, parameters, sql, is_get, meanwhile):
        """Blocks of bytes and their format; no format for a statement without an answer. Raises ``Refused``.

        ``meanwhile`` is done while the session is locked.
        """
        for begin, grant in self.users[user].denied.items():
            if sql.startswith(begin):
                said = (
                    f"{user}: Not enough privileges. To execute this query, it's necessary to have the grant {grant}."
                )
                raise denied(497, said)
        settings = {name: value for name, value in parameters.items() if name not in OWN}
        if is_get:
            settings.setdefault("readonly", "2")
        with self.session(user, parameters) as session:
            meanwhile()
            run(session.handle, f"USE {quoted_name(parameters.get('database') or 'default')}")
            session.set(settings)
            found = FORMAT.search(sql)
            fmt = found[1] if found else "TabSeparated"
            blocks = [block for block in run(session.handle, FORMAT.sub("", sql), fmt) if block]
            if fmt == "Native" and int(parameters.get("client_protocol_version", 0)):
                blocks = [BLOCK_INFO + block for block in blocks]
            return blocks, (fmt if blocks or found else "")

    def __enter__(self):
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads, self.http.block_on_close = True, False
        self.http.owner = self
        self.host, self.port = self.http.server_address
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        self.http.shutdown()
        self.http.server_close()
        for each in list(self.open.values()):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self.thread.join(10)
        for each in self.sessions.values():
            if each.lock.acquire(timeout=10):
                each.handle.close()
        self.root.close()


def quoted_name(name):
    return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def setup(self):
        self.owner = self.server.owner
        self.timeout = self.owner.keep_alive_s
        self.owner.open[self.client_address] = self.request
        super().setup()

    def finish(self):
        self.owner.open.pop(self.client_address, None)
        with suppress(OSError):
            super().finish()

    def log_message(self, *_):
        pass

    def handle(self):
        with suppress(OSError):
            super().handle()

    def do_GET(self):
        self.respond(b"", is_get=True)

    def do_POST(self):
        self.respond(self.rfile.read(int(self.headers.get("Content-Length", 0))), is_get=False)

    def respond(self, body, is_get):
        if urlsplit(self.path).path == "/ping":
            self.begin(200, {"Content-Length": "4"})
            self.wfile.write(b"Ok.\n")
            return
        parameters = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        sql = (parameters.get("query", "") + body.decode()).strip()
        self.is_begun = False
        try:
            user = self.who(parameters)
            self.owner.asked.append(Asked(user, parameters.get("session_id", ""), parameters, sql, self.client_address))
            wrong = self.owner.wrong(sql)
            blocks, fmt = self.owner.answer(user, parameters, sql, is_get, lambda: self.meet(wrong, parameters))
            self.tell(parameters, blocks, fmt, wrong if wrong and wrong.how in ("cut", "stalled") else None)
        except Refused as refused:
            self.refuse(refused)
        except Gone:
            self.close_connection = True

    def meet(self, wrong, parameters):
        """What goes wrong before there is an answer. Raises ``Gone`` when there will be none."""
        if wrong and wrong.how == "slow":
            self.wait(min(wrong.amount, MOST_S), parameters)
        if wrong and wrong.how in ("silent", "gone"):
            self.owner.stopped.wait(MOST_S if wrong.how == "silent" else 0)
            raise Gone

    def who(self, parameters):
        """The user, by basic authentication, by headers or by parameters."""
        basic = self.headers.get("Authorization", "").removeprefix("Basic ")
        name, _, password = b64decode(basic).decode().partition(":")
        name = name or self.headers.get("X-ClickHouse-User") or parameters.get("user") or "default"
        password = password or self.headers.get("X-ClickHouse-Key") or parameters.get("password") or ""
        known = self.owner.users.get(name)
        if known is None or known.password != password:
            said = "Authentication failed: password is incorrect, or there is no user with that name."
            raise denied(516, f"{name}: {said}")
        return name

    def wait(self, seconds, parameters):
        """A query that takes long: how far it is is told in headers, as often as the request says."""
        every = int(parameters.get("http_headers_progress_interval_ms", 100)) / 1000
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self.owner.stopped.wait(min(every, left)):
            if parameters.get("send_progress_in_http_headers") == "1":
                if not self.is_begun:
                    self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                    self.is_begun = True
                self.wfile.write(b'X-ClickHouse-Progress: {"read_rows":"1"}\r\n')
                self.wfile.flush()

    def begin(self, status, headers):
        if not getattr(self, "is_begun", False):
            self.send_response(status)
        for name, value in {
            "Connection": "Keep-Alive",
            "Keep-Alive": f"timeout={self.owner.keep_alive_s:.0f}",
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()

    def tell(self, parameters, blocks, fmt, cut):
        """The answer in chunks; with ``cut`` the connection ends, or says nothing more, after so many bytes of them."""
        headers = {
            "Content-Type": "application/octet-stream"
            if fmt == "Native"
            else "text/tab-separated-values; charset=UTF-8",
            "X-ClickHouse-Server-Display-Name": "double",
            "X-ClickHouse-Query-Id": parameters.get("query_id", ""),
            "X-ClickHouse-Timezone": self.owner.zone,
            "X-ClickHouse-Summary": json.dumps({"read_rows": "0", "read_bytes": "0", "result_rows": "0"}),
            "Transfer-Encoding": "chunked",
        }
        if fmt:
            headers["X-ClickHouse-Format"] = fmt
        packs = None
        if parameters.get("enable_http_compression") == "1" and blocks:
            encoding, packs = compression(self.headers.get("Accept-Encoding", ""))
            if packs:
                headers["Content-Encoding"] = encoding
        self.begin(200, headers)
        answer = b"".join(blocks)
        answer = packs(answer) if packs else answer
        whole = b"".join(
            b"%x\r\n%b\r\n" % (len(piece), piece)
            for piece in (answer[at : at + CHUNK] for at in range(0, len(answer), CHUNK))
        )
        if cut is None:
            self.wfile.write(whole + b"0\r\n\r\n")
            return
        self.wfile.write(whole[: int(cut.amount)])
        self.wfile.flush()
        self.owner.stopped.wait(MOST_S if cut.how == "stalled" else 0)
        self.close_connection = True

    def refuse(self, refused):
        said = str(refused)
        if "(version " not in said:
            said = f"{said} (version {self.owner.version} (official build))"
        body = f"Code: {refused.code}. {said}\n".encode()
        self.begin(
            STATUS.get(refused.code, 500),
            {
                "Content-Type": "text/plain; charset=UTF-8",
                "X-ClickHouse-Exception-Code": str(refused.code),
                "Content-Length": str(len(body)),
            },
        )
        self.wfile.write(body)


def compression(accepted):
    """How an answer is packed for who accepts it so, as far as this Python can."""
    names = [each.split(";")[0].strip() for each in accepted.split(",")]
    with suppress(ImportError):
        from backports import zstd

        if "zstd" in names:
            return "zstd", zstd.compress
    with suppress(ImportError):
        from lz4 import frame

        if "lz4" in names:
            return "lz4", frame.compress
    return ("gzip", gzip.compress) if "gzip" in names else ("", None)
