"""How long giving out leads takes: the rule alone, 20 people, all six assignment rules of a pact."""

from __future__ import annotations

import sys
from collections import Counter
from time import process_time
from typing import Any

from leadpact.rules.assignment import Placement, Seller, Wanting, assign
from leadpact.rules.pact import AssignRule

SIZES = (10_000, 100_000)
TARGET_US = 200.0
NOW_S = 1_780_000_000
_RULES = tuple(
    AssignRule(by) for by in ("open_deal_owner", "account_owner", "named_accounts", "language", "region", "round_robin")
)
_LANGUAGES = ("de", "fr", "en", None)


def team(size: int = 20) -> list[Seller]:
    """Make a team with two languages each and 50 named accounts each, some served before."""
    return [
        Seller(
            i,
            f"Person {i}",
            languages=(("de", "fr", "en")[i % 3], "en"),
            regions=(f"r{i % 5}",),
            last_served_s=NOW_S - i * 60,
            accounts=tuple(range(i * 50, i * 50 + 50)),
        )
        for i in range(1, size + 1)
    ]


def leads(size: int, *, is_plain: bool) -> list[Wanting]:
    """Make leads: plain ones fit no rule but round robin, the others meet every rule in turn."""
    if is_plain:
        return [Wanting(i) for i in range(size)]
    return [
        Wanting(
            i,
            account_id=i % 20_000,
            open_deal_owner_id=i % 20 + 1 if i % 11 == 0 else None,
            account_owner_id=i % 25 + 1 if i % 7 == 0 else None,
            language=_LANGUAGES[i % 4],
            region=f"r{i % 6}" if i % 5 == 0 else None,
        )
        for i in range(size)
    ]


def run() -> list[dict[str, Any]]:
    """Measure CPU time per lead at both sizes, whether it stays flat, and how even the loads are."""
    rows = []
    for is_plain, what in ((True, "round robin"), (False, "six rules")):
        cost = {}
        for size in SIZES:
            batch, people = leads(size, is_plain=is_plain), team()
            start = process_time()
            placed = assign(batch, people, _RULES, NOW_S)
            cost[size] = (process_time() - start) / size * 1e6
            rows.append(_row(f"assignment, {what}, {size:,} leads", cost[size], "us CPU per lead", TARGET_US))
            if is_plain:
                rows.append(
                    _row(f"assignment, {what}, {size:,} leads, loads differ by", _spread(placed, people), "leads", 1)
                )
        growth = cost[SIZES[1]] / cost[SIZES[0]]
        rows.append(_row(f"assignment, {what}, cost per lead 100,000 / 10,000", growth, "times", 1.5))
    return rows


def _row(name: str, value: float, unit: str, target: float) -> dict[str, Any]:
    return {"name": name, "value": round(value, 2), "unit": unit, "target": f"<= {target:g}", "ok": value <= target}


def _spread(placed: list[Placement], people: list[Seller]) -> int:
    loads = Counter(placement.seller_id for placement in placed)
    each = [loads[seller.id] for seller in people]
    return max(each) - min(each)


if __name__ == "__main__":
    for row in run():
        sys.stdout.write(f"{row}\n")
