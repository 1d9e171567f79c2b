"""CPU of the evidence pages, warm: the list, the scoreboard, each measure; and that looking computes nothing anew."""

from __future__ import annotations

import json
import time
from typing import Any

from benchmarks.pages import cpu_ms, with_leads

ORDINARY, LONG = 20_000, 180_000
"""Leads: about 110,000 and a million facts."""
MOST_MS = 150.0


def run(long: bool = False) -> list[dict[str, Any]]:
    """The list, the scoreboard and the dearest measure; the answers computed by looking at them."""
    told = with_leads(LONG if long else ORDINARY, "benchmarks.evidence")
    pages: dict[str, float] = told["pages"]
    measures = {name: spent for name, spent in pages.items() if name.startswith("measure ")}
    shown = [*(name for name in pages if name not in measures), max(measures, key=lambda name: measures[name])]
    rows = [
        {
            "name": f"{name} at {told['facts']:,} facts",
            "value": round(pages[name], 1),
            "unit": "ms CPU",
            "target": f"<= {MOST_MS:g}",
            "ok": pages[name] <= MOST_MS,
        }
        for name in shown
    ]
    anew = told["anew"]
    rows.append({"name": "answers computed by looking", "value": anew, "unit": "", "target": "0", "ok": anew == 0})
    return rows


def _asked() -> dict[str, Any]:
    import django

    django.setup()
    from django.test import Client

    from leadpact.evidence.catalogue import MEASURES
    from leadpact.ledger import reader
    from leadpact.ledger.models import Job, MeasureResult, Person
    from leadpact.operations import refresh

    refresh.refresh_due(now_s=int(time.time()))
    head = Person.objects.filter(role="sales_head").order_by("pk")[0]
    pages = {"list of measures": "/evidence/", "scoreboard": "/scoreboard/"}
    pages |= {f"measure {name}": f"/evidence/{name}/" for name in MEASURES}
    for address in pages.values():  # What a page asks for beyond the plain questions is asked for once.
        cpu_ms(Client(), head, address)
    for job in Job.objects.filter(name=refresh.JOB):
        refresh.compute(**job.arguments, now_s=int(time.time()))
        job.delete()
    before = set(MeasureResult.objects.values_list("pk", "made_s"))
    jobs = Job.objects.count()
    spent = {name: cpu_ms(Client(), head, address) for name, address in pages.items()}
    after = set(MeasureResult.objects.values_list("pk", "made_s"))
    return {"facts": reader.watermark(), "pages": spent, "anew": len(after - before) + Job.objects.count() - jobs}


if __name__ == "__main__":
    print(json.dumps(_asked()))
