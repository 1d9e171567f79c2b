"""Run every benchmark and print its figures beside their targets: ``make bench``."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys

import benchmarks


def main() -> int:
    """Run all, or those named; gives 1 when a target is missed."""
    is_long = "--long" in sys.argv
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")]
    missed = 0
    for found in sorted(pkgutil.iter_modules(benchmarks.__path__), key=lambda module: module.name):
        if found.name.startswith("_") or (wanted and found.name not in wanted):
            continue
        run = getattr(importlib.import_module(f"benchmarks.{found.name}"), "run", None)
        if run is None:
            continue
        rows = run(long=is_long) if "long" in inspect.signature(run).parameters else run()
        for row in rows:
            mark = "ok    " if row["ok"] else "MISSED"
            missed += not row["ok"]
            print(f"{mark}  {row['name']}: {row['value']} {row['unit']} (target {row['target']})", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
