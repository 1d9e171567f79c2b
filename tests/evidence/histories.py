"""Random companies with everything that makes "what was known then" hard, and what a lead looked like at a moment."""

from __future__ import annotations

import random

import duckdb
import pyarrow as pa

from leadpact.evidence.source import on_connection
from leadpact.rules.facts import COLUMNS, Fact
from leadpact.rules.lead import READS, seen
from tests.evidence.company import DAY, START, create_table, row_of, sqlite_source

FIELDS = {
    "budget": [("0", None), ("1", None), ("2", None), ("unknown", None)],
    "employees": [("0", 0.0), ("1", 1.0), ("2", 2.0), ("some", None), ("unknown", None)],
    "email": [("known", None), ("unknown", None)],
    "job_title": [("known", None), ("unknown", None)],
    "job_title:head": [("true", None), ("false", None)],
    "job_title:lead": [("true", None), ("false", None)],
    "email_is_free_mail": [("true", None), ("false", None)],
    "source": [("web", None), ("unknown", None)],
}
KINDS = ("page_view", "form_filled", "call")
AS_OF = START + 100 * DAY
LATE = (0, 0, 0, 0, 60, 2 * DAY, 30 * DAY)


def history(seed, leads=12):
    """Facts of some leads over a hundred days: late ones, mended ones, merges and their undoing, ends of all kinds."""
    rng = random.Random(seed)
    told = []

    def tell(kind, lead, at_s, late_s=0, **more):
        told.append({"kind": kind, "lead_id": lead, "occurred_s": at_s, "recorded_s": at_s + late_s, **more})

    for lead in range(1, leads + 1):
        begun = START + rng.randrange(40) * DAY
        _meet(rng, tell, lead, begun)
        _go_on(rng, tell, lead, begun)
    _merge(rng, tell, leads)
    rng.shuffle(told)
    told.sort(key=lambda fact: fact["recorded_s"])
    for seq, fact in enumerate(told, 1):
        fact |= {"seq": seq, "id": f"fact-{seq}"}
    return told + _mend(rng, told)


def _meet(rng, tell, lead, begun):
    if rng.random() < 0.95:
        more = {"source": rng.choice([None, "web", "fair"]), "campaign": rng.choice([None, "spring"])}
        tell("captured", lead, begun, account_id=rng.choice([None, 1, 1, 2]), **more)
    for _ in range(rng.randrange(10)):
        at_s = begun + rng.randrange(50) * DAY + rng.choice([0, 0, 7])
        if rng.random() < 0.5:
            field = rng.choice(list(FIELDS))
            code, number = rng.choice(FIELDS[field])
            tell("described", lead, at_s, rng.choice(LATE), field=field, value_code=code, value_number=number)
        else:
            tell(rng.choice(KINDS), lead, at_s, rng.choice(LATE), field=rng.choice([None, "pricing", "demo"]))


def _go_on(rng, tell, lead, begun):
    for kind, share in (("action_done", 0.4), ("qualified", 0.4), ("handed_over", 0.5), ("qualified", 0.1)):
        if rng.random() < share:
            more = {"points": rng.choice([None, 30, 70]), "pact_version": rng.choice([None, 1, 2])}
            if kind == "action_done":
                more = {"field": rng.choice(["qualification_call", "visit"])}
            tell(kind, lead, begun + rng.randrange(60) * DAY + rng.choice([0, 7]), **more)
    if rng.random() < 0.4:
        kind = rng.choice(["won", "lost", "gave_up", "disqualified", "deal_opened"])
        tell(kind, lead, begun + rng.randrange(-2, 60) * DAY)


def _merge(rng, tell, leads):
    for _ in range(rng.randrange(5)):
        other, one = sorted(rng.sample(range(1, leads + 1), 2))  # The younger into the older: never in a ring.
        at_s = START + rng.randrange(90) * DAY
        tell("merged", one, at_s, value_number=float(other))
        if rng.random() < 0.4:
            tell("unmerged", one, at_s + rng.randrange(1, 20) * DAY, value_number=float(other))


def _mend(rng, told):
    mended = []
    for fact in rng.sample(told, min(3, len(told))):
        if fact["kind"] not in ("merged", "unmerged"):
            at_s = fact["recorded_s"] + rng.choice([0, 60, 5 * DAY, 40 * DAY])
            seq = len(told) + len(mended) + 1
            more = {"lead_id": fact["lead_id"], "occurred_s": at_s, "recorded_s": at_s, "corrects_id": fact["id"]}
            mended.append({"kind": "corrected", "seq": seq, "id": f"fact-{seq}", **more})
    return mended


def standing(facts, as_of_s=AS_OF):
    """The facts known at the snapshot that nobody had mended by then."""
    heard = [fact for fact in facts if fact["recorded_s"] <= as_of_s]
    wrong = {fact["corrects_id"] for fact in heard if fact["kind"] == "corrected"}
    return [fact for fact in heard if fact["id"] not in wrong and fact["occurred_s"] <= as_of_s]


def key_of(fact):
    return fact["occurred_s"], fact["seq"]


def _into(facts, lead):
    """The lead that one is merged into by the last of its merges and undoings; itself otherwise."""
    own = [fact for fact in facts if fact["lead_id"] == lead and fact["kind"] in ("merged", "unmerged")]
    last = max(own, key=key_of, default=None)
    return lead if last is None or last["kind"] == "unmerged" else int(last["value_number"])


def root_of(facts, lead):
    """The lead for which one counts, merges of merges followed three steps."""
    for _ in range(3):
        lead = _into(facts, lead)
    return lead


def moments_of(facts, as_of_s=AS_OF):
    """The moment each lead is judged at: lead -> (own lead, fact's key, instant, heard, passed, handed)."""
    stood = standing(facts, as_of_s)
    by_lead = {}
    for fact in stood:
        by_lead.setdefault(root_of(stood, fact["lead_id"]), []).append(fact)
    found = {}
    for lead, told in by_lead.items():
        gates = [fact for fact in told if fact["kind"] in ("qualified", "handed_over")]
        if gates:
            first = min(gates, key=key_of)
            handed = int(any(fact["kind"] == "handed_over" for fact in gates))
            found[lead] = (first["lead_id"], key_of(first), first["occurred_s"], first["recorded_s"], 1, handed)
            continue
        ends = [fact for fact in told if fact["kind"] in ("won", "lost", "gave_up", "disqualified", "deal_opened")]
        end = min((key_of(fact) for fact in ends), default=(1 << 60, 0))
        learned = [fact for fact in told if fact["kind"] in READS]
        before = [fact for fact in learned if key_of(fact) < end]
        if before:
            last = max(before, key=key_of)
            heard_s = max(fact["recorded_s"] for fact in before)
            found[lead] = (lead, key_of(last), last["occurred_s"], heard_s, 0, 0)
        elif learned:
            first = min(learned, key=key_of)
            heard_s = min(fact["recorded_s"] for fact in learned)
            found[lead] = (lead, key_of(first), first["occurred_s"], heard_s, 0, 0)
    return found


def seen_at(facts, moment):
    """What conditions read of a lead at a moment, by the rules: from the facts of it that had been told by then."""
    own, key, at_s, heard_s, *_ = moment
    heard = [fact for fact in facts if fact["recorded_s"] <= heard_s]
    merges = [fact for fact in heard if fact["kind"] in ("merged", "unmerged")]
    family = {fact["lead_id"] for fact in heard if own in _chain(merges, fact["lead_id"])}
    wrong = {fact["corrects_id"] for fact in heard if fact["kind"] == "corrected"}
    good = [fact for fact in heard if fact["id"] not in wrong]
    told = [fact for fact in good if fact["lead_id"] in family and key_of(fact) <= key]
    # By when each was recorded is decided above; a history may have been written down long after it happened.
    facts_told = [Fact(**{**fact, "recorded_s": fact["occurred_s"]}) for fact in told]
    return seen(facts_told, at_s, _others(good, told, family, at_s))


def _others(good, told, family, at_s):
    """When the other leads of the company were captured."""
    own = [fact for fact in told if fact["kind"] == "captured" and fact["account_id"]]
    if not own:
        return ()
    account = max(own, key=key_of)["account_id"]
    others = {}
    for fact in good:
        if fact["kind"] == "captured" and fact["account_id"] == account and fact["lead_id"] not in family:
            others.setdefault(fact["lead_id"], []).append(fact["occurred_s"])
    return tuple(min(each) for each in others.values() if min(each) <= at_s)


def _chain(merges, lead):
    chain = [lead]
    for _ in range(3):
        chain.append(_into(merges, chain[-1]))
    return chain


def duckdb_source(facts):
    """DuckDB with the facts in a table."""
    connection = duckdb.connect(config={"threads": 1})
    connection.execute(create_table())
    columns = zip(*(row_of(fact) for fact in facts), strict=True)
    connection.register("told", pa.table(dict(zip((each.name for each in COLUMNS), map(list, columns), strict=True))))
    connection.execute("insert into facts select * from told")
    return on_connection(connection, "duckdb")


ENGINES = {"sqlite": sqlite_source, "duckdb": duckdb_source}
