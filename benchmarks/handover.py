"""Cost of handing leads over with all facts and rows written: 20 people, starter pact with room for everybody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

LEADS = 2_000
PEOPLE = 20


def run() -> list[dict[str, Any]]:
    """Measure in a process of its own, on a SQLite file of its own."""
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as home:
        environment = {**os.environ, "LEADPACT_HOME": home, "LEADPACT_WORKER": "off"}
        environment["DJANGO_SETTINGS_MODULE"] = "leadpact.settings"
        environment.pop("LEADPACT_DATABASE_URL", None)
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.handover"], env=environment, capture_output=True, text=True, check=True
        )
    found = json.loads(done.stdout.splitlines()[-1])
    return [
        {
            "name": f"hand over {LEADS} leads to {PEOPLE} people, facts written",
            "value": round(found["ms"], 3),
            "unit": "ms CPU per lead",
            "target": "<= 0.8",
            "ok": found["ms"] <= 0.8,
        },
        {
            "name": "largest difference of loads",
            "value": found["spread"],
            "unit": "leads",
            "target": "<= 1",
            "ok": found["spread"] <= 1,
        },
    ]


def _measure() -> dict[str, float]:
    import time

    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.db.models import Count
    from tests.company import company

    from leadpact.connectors import pact_file
    from leadpact.ledger import access
    from leadpact.ledger.models import HandOff
    from leadpact.operations import people, qualify
    from leadpact.operations.people import PersonForm

    text = pact_file.starter().replace("each_person: 10 a week", "each_person: 100000 a week")
    acme = company(text=text)
    run_by = access.actor_of(acme.people["operator"])
    for number in range(PEOPLE - 2):
        form = PersonForm(f"seller{number}@acme.example", f"Seller {number}", "salesperson")
        people.invite(actor=run_by, form=form, now_s=acme.now_s)
    leads = _good_leads(acme, LEADS)
    begin = time.process_time()
    done = qualify.hand_over_all(actor=acme.actor("marketer"), lead_ids=leads, now_s=acme.now_s)
    spent = time.process_time() - begin
    assert len(done.owners) == LEADS, done.refused
    loads = [row["n"] for row in HandOff.objects.values("owner_id").annotate(n=Count("pk"))]
    return {"ms": 1000 * spent / LEADS, "spread": max(loads) - min(loads)}


def _good_leads(acme: Any, count: int) -> list[int]:
    """Leads that pass the gate, written in bulk: copies of one that does."""
    from leadpact.ledger import reader
    from leadpact.ledger.rulebook import Rulebook
    from leadpact.ledger.writer import Draft, recording

    first = acme.good_lead("x0")
    facts = [f for f in reader.facts_of([first])[first] if f.kind not in ("qualified", "handed_over", "promised")]
    ids = [first]
    rules = Rulebook(acme.now_s)
    while len(ids) < count:
        with recording(acme.now_s, scorer=rules) as book:
            drafts = []
            for _ in range(min(500, count - len(ids))):
                lead_id = book.new_lead_id()
                ids.append(lead_id)
                for fact in facts:
                    drafts.append(Draft(fact._replace(seq=0, id="", lead_id=lead_id, external_id=None)))
            book.append(drafts)
    return ids


if __name__ == "__main__":
    print(json.dumps(_measure()))
