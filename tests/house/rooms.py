"""A feature's file on every floor: ``make room NAME``."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "leadpact"
FLOORS = ("rules", "ledger", "evidence", "connectors", "operations", "queries", "jobs", "demo", "web", "api", "cli")


def rooms():
    """Room name -> other file names that belong to it, as ARCHITECTURE.md lists them."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("## The rooms")[1].split("## House rules")[0]
    rows = re.findall(r"^\| (\w+) \| .* \| ?(.*?) ?\|$", text, re.MULTILINE)
    return {
        name: [each.strip() for each in others.split(",") if each.strip()] for name, others in rows if name != "room"
    }


def files():
    """Every Python file of the product."""
    return sorted(p for p in SOURCE.rglob("*.py") if p.name != "__init__.py" and "migrations" not in p.parts)


def room_of(path, table):
    """The room a file belongs to; None when it is in no row."""
    stem = path.stem
    exact = [name for name, others in table.items() if stem == name or stem in others]
    if exact:
        return exact[0]
    begins = [name for name, others in table.items() if any(stem.startswith(f"{each}_") for each in (name, *others))]
    inside = [name for name, others in table.items() if path.parent.name in others]
    return max(begins, key=len) if begins else inside[0] if inside else None


def main():
    table = rooms()
    if len(sys.argv) != 2 or sys.argv[1] not in table:
        print(f"Name a room: {', '.join(table)}")
        return 2
    wanted = sys.argv[1]
    for path in files():
        names = {wanted, *table[wanted]}
        if room_of(path, table) == wanted or path.stem in names or any(path.stem.startswith(f"{n}_") for n in names):
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
