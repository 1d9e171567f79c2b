"""Points and gates of very many leads under a new pact: against a scan of what is read, and against the scorer at hand.

50,000 leads with a million facts, a million leads with twenty million facts with ``--long``; each at its own moment,
by a pact of twelve rows of which four fade. Every tenth lead at most, and ten thousand at least, is scored at hand from
the same facts, and must have the same total. Beside it the page with 100,000 leads and one edit. Figures are CPU
seconds.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.copy import _opened, _say, _scan, _told, child
from benchmarks.pages import with_leads

ORDINARY, LONG = 1_000_000, 20_000_000
MOST_TO_SCAN, LEAST_TO_HAND = 6.0, 8.0
SAMPLED = 10_000
LEADS, MONTHS, EDITS, MOST_EDIT_S = 100_000, 30, 5, 1.0


def run(long: bool = False) -> list[dict[str, Any]]:
    """The rows for the ordinary or the large size."""
    facts = int(os.environ.get("LEADPACT_BENCH_FACTS", LONG if long else ORDINARY))
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as name:
        folder = Path(name)
        for part in ("make", "fill"):
            child(part, folder, facts)
        rows = list(_told(child("rescore", folder, facts, "benchmarks.rescoring")))
    found = with_leads(LEADS, "benchmarks.rescoring")
    for name in found:
        target = None if name == "first look" else MOST_EDIT_S
        value = found[name]
        rows.append({
            "name": f"replay page, {LEADS:,} leads, {name}", "value": round(value, 2), "unit": "CPU s",
            "target": "-" if target is None else f"<= {target:g}", "ok": target is None or value <= target,
        })  # fmt: skip
    return rows


def _pact() -> Any:
    """A pact over the fields that ``_facts`` makes up."""
    from benchmarks.scoring import _pact as small
    from leadpact.rules.criteria import All, AnyOf, DaysSince, Is, Known, Not, Touches
    from leadpact.rules.pact import Gate as Line
    from leadpact.rules.pact import GoodLead, Lane, Points, ShortList, Step
    from leadpact.rules.terms import Span

    def codes(first: int, many: int) -> tuple[str, ...]:
        return tuple(f"v{number}" for number in range(first, first + many))

    rows = (
        (Is("f0", codes(0, 8)), 18, "fit"), (Is("f1", codes(3, 6)), 12, "fit"), (Is("f2", codes(0, 4)), 9, "fit"),
        (Is("f3", codes(9, 5), negated=True), 8, "fit"), (Known("f4"), 7, "fit"), (Is("f5", codes(1, 3)), -6, "fit"),
        (AnyOf((Is("f6", codes(0, 5)), All((Is("f7", codes(4, 9)), Known("f0"))))), 5, "fit"),
        (Not(Is("source", ("s1", "s2"))), 4, "fit"),
        (Touches(("page_view",), "p1", 2, None, 30), 10, "intent"),
        (Touches(("form_filled",), "demo", 1, None, 90), 15, "intent"),
        (Touches(("email_opened", "email_clicked"), None, 3, None, 60), 6, "intent"),
        (DaysSince("page_view", None, 14), 5, "intent"),
    )  # fmt: skip
    points = tuple(Points(when, worth, f"Row {at}", group, "both", "") for at, (when, worth, group) in enumerate(rows))
    day = Span(1, "working_days")
    lanes = (
        Lane("asked", Line(always=True), day, Touches(("form_filled",), "demo")),
        Lane("scored", Line(points=45), day),
    )
    step = Step("marketing to sales", (("f0", "f1"),), (), lanes, ShortList(10, "week", "score", day), (), day, (), ())
    return replace(small(), good_lead=GoodLead(points, 30, (), ()), steps=(step,))


def _all(table: Any, p: Any, scoring: Any) -> Any:
    from leadpact.evidence.moments import moments
    from leadpact.evidence.scores import scores

    return scores(table, p, moments(table, p["as_of_s"]), scoring)


def rescore(folder: Path, _facts_wanted: int) -> None:
    """Judge every lead at its moment by a new pact, add the counts up, and hold a sample against the scorer at hand."""
    from benchmarks._facts import AS_OF_S
    from leadpact.evidence.copy_engine import connect
    from leadpact.evidence.copy_source import keeping, opening
    from leadpact.evidence.judged import MEMORY_TIMES, judging
    from leadpact.evidence.scores import scoring_of

    manifest, opened = _opened(folder)
    opened = opening(manifest, str(folder / "spill"), MEMORY_TIMES * opened["memory_mb"])
    pact = _pact()
    scoring, values = scoring_of(pact), {"as_of_s": AS_OF_S, "since_s": 0, "until_s": AS_OF_S + 1}
    with connect(**{**opened, "parts": [], "tail": []}) as empty:  # SQL is written once, and kept.
        judging(keeping(lambda sql: empty.execute(sql).fetchall(), opened), values).scored(scoring)
    found: dict[str, list[float]] = {"moments": [], "scored": [], "scan": []}
    rows: list[dict[str, int]] = []
    for _ in range(3):
        ran: list[str] = []
        with connect(**opened) as connection:

            def ask(sql: str, own: Any = connection, ran: list[str] = ran) -> Any:
                ran.append(sql)
                return own.execute(sql).fetchall()

            begun = time.process_time()
            looked = judging(keeping(ask, opened), values)
            found["moments"].append(time.process_time() - begun)
            begun = time.process_time()
            rows = looked.scored(scoring)
            found["scored"].append(time.process_time() - begun)
            found["scan"].append(_scan(connection, " ".join(ran)))
    leads = sum(row["leads"] for row in rows)
    moments, scored, scan = (median(found[name]) for name in ("moments", "scored", "scan"))
    name = (
        f"re-scoring {leads:,} leads with {manifest.facts:,} facts: moments {moments:.2f}, scores {scored:.2f} CPU s; "
        f"scan {scan:.2f}"
    )
    spent = moments + scored
    _say(name, spent / scan, "times the scan", f"<= {MOST_TO_SCAN:g}", ok=spent <= MOST_TO_SCAN * scan)
    _at_hand(opened, pact, {"as_of_s": AS_OF_S}, leads / scored)


def _at_hand(opened: dict[str, Any], pact: Any, values: dict[str, int], rate: float) -> None:
    """The same totals from the scorer at hand, for a sample; and how fast it is."""
    from leadpact.evidence.copy_engine import connect
    from leadpact.evidence.copy_source import keeping
    from leadpact.evidence.scores import scoring_of
    from leadpact.evidence.source import Shaped
    from leadpact.evidence.tables import FACT_STEP
    from leadpact.rules.facts import Fact
    from leadpact.rules.gate import compile_gate
    from leadpact.rules.lead import seen
    from leadpact.rules.scoring import compile_card

    card, gate = compile_card(pact), compile_gate(pact, pact.steps[0])
    with connect(**opened) as connection:
        source = keeping(lambda sql: connection.execute(sql).fetchall(), opened)
        source.keep("scored_leads", Shaped(_all, scoring_of(pact)), values)
        many = connection.execute("SELECT count(*) FROM scored_leads").fetchone()
        step = max(1, (many[0] if many else 0) // (2 * SAMPLED))
        told = connection.execute(
            f"SELECT lead_id, own_id, hand_key, hand_s, heard_s, total, kept_by FROM scored_leads"
            f" WHERE own_id % {step} = 0 ORDER BY own_id"
        ).fetchall()
        facts = _facts_of(connection, step)
    spent, wrong, scored = 0.0, 0, 0
    for _lead_id, own_id, hand_key, hand_s, heard_s, total, kept_by in told:
        known = facts.get(own_id)
        if known is None:  # Merges join several leads' facts: those are compared by the tests.
            continue
        begun = time.process_time()
        own = [Fact._make(row) for row in known]
        own = [f for f in own if f.occurred_s * FACT_STEP + f.seq <= hand_key and f.recorded_s <= heard_s]
        view = seen(own, hand_s)
        score = card.score(view, hand_s)
        answer = gate.decide(view, score, hand_s)
        spent += time.process_time() - begun
        scored += 1
        wrong += (score.total, answer.open) != (total, kept_by == 0)
    _say(f"totals and gates that differ from those at hand, of {scored:,} leads", wrong, "leads", "0", ok=wrong == 0)
    _say("leads compared with the scorer at hand", scored, "leads", f">= {SAMPLED}", ok=scored >= SAMPLED)
    by_hand = scored / spent  # From the rows that the driver gives: reading them is part of the other figure too.
    name = f"a further pact on the same moments: {rate:,.0f} leads per CPU second, at hand {by_hand:,.0f}"
    _say(name, rate / by_hand, "times the rate", f">= {LEAST_TO_HAND:g}", ok=rate >= LEAST_TO_HAND * by_hand)


def _facts_of(connection: Any, step: int) -> dict[int, list[Any]]:
    """The facts of a sample of leads that no merge touches, as the driver gives them."""
    from leadpact.rules.facts import Fact

    merged = {
        lead
        for row in connection.execute(
            "SELECT lead_id, CAST(value_number AS BIGINT) FROM facts WHERE kind IN ('merged', 'unmerged')"
        ).fetchall()
        for lead in row
    }
    names = ", ".join("NULL" if name == "payload" else name for name in Fact._fields)
    rows = connection.execute(f"SELECT {names} FROM facts WHERE lead_id % {step} = 0").fetchall()
    place = Fact._fields.index("lead_id")
    found: dict[int, list[Any]] = {}
    for row in rows:
        if row[place] is not None and row[place] not in merged:
            found.setdefault(row[place], []).append(row)
    return found


def _asked() -> dict[str, float]:
    """CPU seconds of the page with its engine: at first, with one condition changed, with points changed."""
    import django

    django.setup()
    from django.test import Client

    from leadpact.ledger.models import PactVersion, Person
    from leadpact.operations import copy
    from leadpact.queries import replay_ground

    now_s = int(time.time())
    copy.bring_up_to_date(now_s=now_s)
    client = Client()
    client.force_login(Person.objects.get(role="marketing_head"))
    row = PactVersion.objects.filter(effective_s__lte=now_s).order_by("-effective_s")[0]
    address = f"/pact/{row.pk}/replay/"

    def spent(*texts: str) -> float:
        """CPU seconds for each text, from no engine at work to none."""
        replay_ground.end_engine()
        begun = _cpu()
        for text in texts:
            answer = client.post(address, {"text": text, "months": MONTHS}, HTTP_HOST="localhost")
            assert answer.status_code == 200, answer.status_code
        replay_ground.end_engine()
        return (_cpu() - begun) / len(texts)

    assert "within: 30 days" in row.text
    assert "points: 12" in row.text
    touched = [row.text.replace("within: 30 days", f"within: {31 + at} days", 1) for at in range(2 * EDITS)]
    worth = [row.text.replace("points: 12", f"points: {13 + at}", 1) for at in range(EDITS)]
    return {
        "first look": spent(row.text),
        "first edit of a condition": median(spent(text) for text in touched[:EDITS]),
        "a further condition changed": spent(*touched[EDITS:]),
        "points changed": spent(*worth),
    }


def _cpu() -> float:
    """CPU seconds of this process and of those it started that have ended."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


if __name__ == "__main__":
    if sys.argv[1] == "ask":
        print(json.dumps(_asked()))
    else:
        rescore(Path(sys.argv[2]), int(sys.argv[3]))
