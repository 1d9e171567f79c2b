"""What material is called: by its newest use that says so, as known then."""

import json

from leadpact.ledger.writer import Draft, recording
from leadpact.operations import refresh
from leadpact.operations.titles import titles
from leadpact.rules.facts import Fact
from tests.company import NOW_S, company


def use(acme, at_s, asset_id, title=None, kind="asset_sent"):
    lead_id = acme.lead(f"{kind}{at_s}{asset_id}")
    payload = json.dumps({"asset": title}) if title else None
    fact = Fact(0, "", kind, at_s, at_s, lead_id=lead_id, side="sales", asset_id=asset_id, payload=payload)
    with recording(at_s) as book:
        book.append([Draft(fact)])


def test_the_newest_use_that_names_it_does(db):
    acme = company()
    use(acme, NOW_S + 10, 1, "Price list")
    use(acme, NOW_S + 20, 1, "Price list 2026", kind="asset_viewed")
    use(acme, NOW_S + 30, 1)
    use(acme, NOW_S + 40, 17)
    assert titles(NOW_S + 15) == {"1": "Price list"}
    assert titles(NOW_S + 40) == {"1": "Price list 2026"}
    body = refresh.run_now(name="material", parameters={}, now_s=NOW_S + 60)
    assert [(row["asset_id"], row["title"]) for row in body["rows"]] == [(1, "Price list 2026"), (17, "material 17")]
    assert "titles" not in body["parameters"]
