"""Two small exports with a known truth: marketing's leads, and sales' calls or deals about them."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


def write(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """A CSV file of rows, the heading first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def stamp(moment: datetime) -> str:
    """An instant as CRMs write it."""
    return f"{moment:%Y-%m-%d %H:%M}"


def company(folder: Path, leads: int = 400, seed: int = 7) -> tuple[Path, Path, Path]:
    """Marketing's leads, sales' calls and sales' deals of half a year.

    Every third lead is good; of good ones every fifth is never called, of the others every fourth is called. Webinar
    leads win twice as often as those of the fair.
    """
    draw = random.Random(seed)
    contacts = [["Record ID", "First Name", "Last Name", "Email", "Phone Number", "Company Name", "Lifecycle Stage",
                 "Original Source", "Create Date", "Country", "Lead cost"]]  # fmt: skip
    calls = [["Activity ID", "Activity type", "Activity date", "Email", "Company", "Task status"]]
    deals = [["Deal ID", "Deal Name", "Deal Stage", "Amount", "Create Date", "Close Date", "Associated Contact IDs",
              "Closed Lost Reason"]]  # fmt: skip
    for number in range(leads):
        came = BEGIN + timedelta(hours=8 * number)
        is_good = number % 3 == 0
        source = ("Webinar", "Fair", "Web search")[number % 7 % 3]
        email = f"p{number}@firm{number}.example"
        contacts.append([str(700_000 + number), f"Ann{number}", f"Bell{number}", email, f"+49301234{number:04}", f"Firm {number}",
                         "Marketing Qualified Lead" if is_good else "Lead", source, stamp(came), "DE" if number % 2 else "FR", "40"])  # fmt: skip
        is_called = number % 15 != 0 if is_good else number % 4 == 0
        if not is_called:
            continue
        called = came + timedelta(hours=draw.choice((1, 2, 5, 20, 30, 50, 90)))
        calls.append([f"A{number}", "Call", stamp(called), email, f"Firm {number}", "Completed"])
        if draw.random() < 0.5:
            state = "Closed Won" if draw.random() < (0.6 if source == "Webinar" else 0.3) else "Closed Lost"
            closed = called + timedelta(days=draw.randrange(5, 40))
            deals.append([f"D{number}", f"Deal {number}", state, "8000", stamp(called), stamp(closed), str(700_000 + number),
                          draw.choice(("Price too high", "No decision")) if state == "Closed Lost" else ""])  # fmt: skip
    return write(folder / "leads.csv", contacts), write(folder / "calls.csv", calls), write(folder / "deals.csv", deals)
