"""CPU of the busiest pages with 100,000 leads, and how they grow: short list, desk and lead page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from statistics import median
from typing import Any

SMALL, LARGE, HUGE = 10_000, 100_000, 1_000_000
ROUNDS = 15
MOST_MS, MOST_GROWTH = 60.0, 1.3
PAGES = ("short list", "desk", "lead page")


def run(long: bool = False) -> list[dict[str, Any]]:
    """Measure at 10,000 and 100,000 leads (long: also 1,000,000), each in a process and database of its own."""
    sizes = (SMALL, LARGE, HUGE) if long else (SMALL, LARGE)
    found = {size: with_leads(size, "benchmarks.pages") for size in sizes}
    rows = []
    for page in PAGES:
        value = found[LARGE][page]
        rows.append(
            {
                "name": f"{page}, {LARGE:,} leads",
                "value": round(value, 1),
                "unit": "ms CPU",
                "target": f"<= {MOST_MS:g}",
                "ok": value <= MOST_MS,
            }
        )
        growth = found[sizes[-1]][page] / found[SMALL][page]
        rows.append(
            {
                "name": f"{page}, {SMALL:,} to {sizes[-1]:,} leads",
                "value": round(growth, 2),
                "unit": "times the CPU",
                "target": f"<= {MOST_GROWTH}",
                "ok": growth <= MOST_GROWTH,
            }
        )
    drift = found[SMALL]["drift"]
    rows.append(
        {
            "name": f"rebuild --check over {SMALL:,} leads",
            "value": drift,
            "unit": "differences",
            "target": "0",
            "ok": drift == 0,
        }
    )
    return rows


def with_leads(size: int, module: str) -> dict[str, Any]:
    """What a module, asked with ``ask`` and the size, says as JSON in its last line, in a company with so many leads.

    Filling goes first, in a process of its own: what it leaves in a process is none of the pages' cost.
    """
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as home:
        environment = {**os.environ, "LEADPACT_HOME": home, "LEADPACT_WORKER": "off"}
        environment["DJANGO_SETTINGS_MODULE"] = "leadpact.settings"
        environment.pop("LEADPACT_DATABASE_URL", None)
        for command in (["benchmarks.pages", "fill", str(size)], [module, "ask", str(size)]):
            program = [sys.executable, "-m", *command]
            done = subprocess.run(program, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _fill(size: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from leadpact.demo.scale import bulk

    bulk(size, int(time.time()), 7)


def _asked(size: int) -> dict[str, float]:
    import django

    django.setup()
    from django.test import Client

    from leadpact.ledger.access import SYSTEM
    from leadpact.ledger.models import HandOff, Person
    from leadpact.operations import rebuild

    seller_id = HandOff.objects.filter(is_open=True).values_list("owner_id", flat=True).first()
    seller = Person.objects.get(pk=seller_id)
    marketer = Person.objects.filter(role="marketer").order_by("pk")[0]
    lead_id = HandOff.objects.filter(is_open=True, owner_id=seller_id).values_list("lead_id", flat=True)[0]
    found = {
        "short list": cpu_ms(Client(), seller, "/short-list/"),
        "desk": cpu_ms(Client(), marketer, "/desk/"),
        "lead page": cpu_ms(Client(), seller, f"/leads/{lead_id}/"),
    }
    if size == SMALL:
        found["drift"] = float(len(rebuild.check(actor=SYSTEM, now_s=int(time.time())).differences))
    return found


def cpu_ms(client: Any, person: Any, address: str) -> float:
    """CPU of a page in milliseconds, seen by a person for the third time and later."""
    client.force_login(person)
    spent = []
    for _ in range(ROUNDS + 2):
        begin = time.process_time()
        answer = client.get(address, HTTP_HOST="localhost")
        spent.append(1000 * (time.process_time() - begin))
        assert answer.status_code == 200, (address, answer.status_code)
    return median(spent[2:])


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        _fill(int(sys.argv[2]))
    else:
        print(json.dumps(_asked(int(sys.argv[2]))))
