"""Run every benchmark and print its figures beside their targets: ``make bench``."""

from __future__ import annotations

import importlib
import inspect
import logging
import pkgutil
import sys

import benchmarks

log = logging.getLogger(__name__)


def main() -> int:
    """Run all, or those named; gives 1 when a target is missed, or one of them broke: the others run all the same."""
    is_long = "--long" in sys.argv
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")]
    missed = 0
    for found in sorted(pkgutil.iter_modules(benchmarks.__path__), key=lambda module: module.name):
        if found.name.startswith("_") or (wanted and found.name not in wanted):
            continue
        run = getattr(importlib.import_module(f"benchmarks.{found.name}"), "run", None)
        if run is None:
            continue
        try:
            rows = run(long=is_long) if "long" in inspect.signature(run).parameters else run()
        except Exception:
            missed += 1
            log.exception("BROKEN  %s", found.name)
            continue
        for row in rows:
            mark = "ok    " if row["ok"] else "MISSED"
            missed += not row["ok"]
            print(f"{mark}  {row['name']}: {row['value']} {row['unit']} (target {row['target']})", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
