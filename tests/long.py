"""Run what takes long, piece by piece, and say in the end whether all of it passed.

python tests/long.py            every piece
python tests/long.py fuzz real  only these
python tests/long.py --list     what there is, and how long it takes

LEADPACT_FUZZ_SECONDS gives each fuzz test another time than its own of 5 or 10 minutes.
"""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OF_THE_SURROUNDINGS = ("LEADPACT_HOME", "LEADPACT_WORKER", "LEADPACT_DATABASE_URL")
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped)\b")


@dataclass(frozen=True)
class Piece:
    """Some long tests: what they are, about how many minutes two idle cores take, and what pytest is given."""

    name: str
    is_about: str
    minutes: int
    given: tuple[str, ...]
    is_on_postgres: bool = False
    marked: str = "long"
    examples: str = "same"


OWN = {
    "scores": ("tests/evidence/test_scores.py",),
    "postgres": ("tests/evidence/test_on_postgres_histories.py",),
    "histories": ("tests/ledger/test_random_histories.py", "tests/operations/test_retention.py"),
    "lasting": ("tests/evidence/test_lasting.py", "tests/evidence/test_lasting_chosen.py"),
    "engines": ("tests/evidence/test_warehouse_engines.py", "tests/evidence/test_warehouse_server.py"),
    "fuzz": ("tests/fuzz",),
    "real": ("tests/test_real_data.py", "tests/demo"),
}
"""Where the tests of a piece lie; what lies nowhere of these is of the simulated companies."""
_ELSEWHERE = tuple(f"--ignore={place}" for places in OWN.values() for place in places)
PIECES = (
    Piece("simulated", "how often ranges hold the truth and nothing is named without cause, 200 to 1,000 companies each",
          4, ("tests", *_ELSEWHERE)),
    Piece("scores", "points and gates of 400 random pacts and histories, all at once as one at a time, on each engine",
          25, OWN["scores"]),
    Piece("examples", "every test that draws examples, with others than in each ordinary run", 5, ("tests",),
          marked="hypothesis and not long and not browser", examples="others"),
    Piece("histories", "2,500 random histories of facts: no row drifts, no lead is forgotten that its facts keep",
          6, OWN["histories"]),
    Piece("postgres", "2,000 random companies: every measure on PostgreSQL by a second hand, and beside DuckDB; "
          "the random histories again on it", 40, (*OWN["postgres"], *OWN["histories"]), is_on_postgres=True),
    Piece("lasting", "200 random companies over six steps each: what lasts says what is counted anew; of 40 also what is "
          "counted of chosen leads and periods", 30, OWN["lasting"]),
    Piece("engines", "every measure on Spark and ClickHouse, where they are installed: "
          "pip install '.[spark,clickhouse-local]', Java 17", 30, ("--dist=loadfile", *OWN["engines"])),
    Piece("fuzz", "whatever lies in a file, and whatever is sent to the API, for a bounded time", 16, OWN["fuzz"]),
    Piece("real", "the page of public data sets, command by command, and the demo company on other days", 6, OWN["real"]),
)  # fmt: skip


def main() -> int:
    """Run the pieces that are named, or all; 0 when none failed, 2 for a name that is none."""
    known = {piece.name: piece for piece in PIECES}
    names = [name for name in sys.argv[1:] if name != "--list"]
    if unknown := [name for name in names if name not in known]:
        print(f"No piece is called {' or '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    chosen = [known[name] for name in names] or list(PIECES)
    print(f"{len(chosen)} pieces, about {sum(piece.minutes for piece in chosen)} minutes on two idle cores:")
    for piece in chosen:
        print(f"  {piece.name:<10} {piece.minutes:>3} min  {piece.is_about}", flush=True)
    if "--list" in sys.argv[1:]:
        return 0
    began = time.monotonic()
    found = {piece.name: _run(piece) for piece in chosen}
    return _verdict(found, time.monotonic() - began)


def _run(piece):
    """What pytest counted by word, its exit code as "code", and the minutes it took."""
    print(f"\n{piece.name}: {piece.is_about}", flush=True)
    start = [str(ROOT / "tests" / "on_postgres.py")] if piece.is_on_postgres else ["-m", "pytest"]
    command = [sys.executable, *start, "-q", "-n", "2", "-rs", "-m", piece.marked, *piece.given]
    surroundings = {name: value for name, value in os.environ.items() if name not in OF_THE_SURROUNDINGS}
    surroundings["LEADPACT_EXAMPLES"] = piece.examples
    began, last = time.monotonic(), ""
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line if COUNTED.search(line) else last
    counted = {word.rstrip("s"): int(many) for many, word in COUNTED.findall(last)}
    return {**counted, "code": process.returncode, "minutes": (time.monotonic() - began) / 60}


def _verdict(found, seconds):
    print("\npiece       minutes  passed  failed  left out")
    for name, each in found.items():
        failed = each.get("failed", 0) + each.get("error", 0)
        print(f"{name:<10} {each['minutes']:>8.1f} {each.get('passed', 0):>7} {failed:>7} {each.get('skipped', 0):>9}")
    bad = [name for name, each in found.items() if each["code"]]
    left_out = sum(each.get("skipped", 0) for each in found.values())
    told = f" {left_out} were left out for the reasons given above." if left_out else ""
    if bad:
        print(f"\nFAILED: {', '.join(bad)}. Again: python tests/long.py {' '.join(bad)}")
        return 1
    passed = sum(each.get("passed", 0) for each in found.values())
    print(f"\nPASSED: {passed} long tests in {seconds / 60:.0f} minutes.{told}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
