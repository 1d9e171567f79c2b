"""The sheet made in a process of its own, which ends with it: what large files take is given back, and nothing is kept.

Only the queries, compiled, are kept where the asking process keeps its own: they hold nothing of the files.

The process is told what to do in JSON on standard input and writes the page to standard output; where it cannot, it
writes why to standard error and ends with the status ``REFUSED``.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from leadpact.connectors.settle_columns import NoSuchColumn
from leadpact.connectors.settle_dates import TwoDates
from leadpact.connectors.tables_refused import TableRefused
from leadpact.evidence import compiled
from leadpact.queries.settle import Asked, WrongFiles, settle
from leadpact.queries.settle_sheet import page
from leadpact.queries.settle_told import NothingInCommon

REFUSED = 2
MOST_MB = 3_000
"""Memory that the process may take."""
WITHIN_S = 300
_TOO_LARGE = "The files are too large for this page. On the command line leadpact settle takes larger ones."


class Unsettled(ValueError):
    """The sheet could not be made; the message says why and what to do."""


def settled_page(
    files: tuple[Path, Path], names: tuple[str, str], options: Mapping[str, Any], *, now_s: int, nonce: str, bar: str
) -> str:
    """The page, made apart. ``options`` are fields of ``Asked`` as plain values. Raises ``Unsettled``."""
    kept = compiled.kept_in()
    told = {
        "files": [str(file) for file in files],
        "names": names,
        "options": dict(options),
        "now_s": now_s,
        "nonce": nonce,
        "bar": bar,
        "compiled": None if kept is None else str(kept),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "leadpact.queries.settle_apart"],
            input=json.dumps(told), capture_output=True, text=True, encoding="utf-8", timeout=WITHIN_S, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Unsettled(_TOO_LARGE) from None
    if done.returncode == 0:
        return done.stdout
    if done.returncode != REFUSED:
        raise Unsettled(_TOO_LARGE if done.returncode < 0 or "MemoryError" in done.stderr else _defect(done.stderr))
    raise Unsettled(done.stderr.strip())


def _defect(text: str) -> str:
    last = text.strip().splitlines()[-1:] or ["no reason given"]
    return f"This is a defect of Leadpact: {last[0][:300]}. Nothing was kept."


def asked_of(options: Mapping[str, Any]) -> Asked:
    """What people said, from plain values."""
    given = dict(options)
    zone = given.pop("zone", None)
    return Asked(**{**given, "good_values": tuple(given.get("good_values", ())), "zone": ZoneInfo(zone or "UTC")})


def main() -> int:
    """Make the page that is asked for on standard input."""
    told = json.loads(sys.stdin.buffer.read())
    if told["compiled"]:
        compiled.keep_in(Path(told["compiled"]))
    gc.disable()
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MB << 20, MOST_MB << 20))
    one, other = (Path(file) for file in told["files"])
    try:
        sheet = settle(
            one, other, now_s=int(told["now_s"]), asked=asked_of(told["options"]), names=tuple(told["names"])
        )
    except (NoSuchColumn, NothingInCommon, TableRefused, TwoDates, WrongFiles) as error:
        says = str(error).replace(str(one), told["names"][0]).replace(str(other), told["names"][1])
        sys.stderr.buffer.write(says.encode())
        return REFUSED
    sys.stdout.buffer.write(page(sheet, nonce=told["nonce"], bar=told["bar"]).encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
