"""Criteria as expressions say of every lead what the rules say of it."""

from __future__ import annotations

import random

import pytest

from leadpact.evidence.criteria import can_judge, condition_of, criteria_of, levels, plain_condition
from leadpact.evidence.handed import handed
from leadpact.evidence.measure import BadParameter
from leadpact.evidence.source import Shaped
from leadpact.rules.criteria import (
    AccountLeads,
    All,
    AnyOf,
    Between,
    ContainsWord,
    DaysSince,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
    evaluate,
)
from leadpact.rules.facts import Fact
from leadpact.rules.lead import seen
from tests.evidence.company import AS_OF, DAY, START, sqlite_source

CONDITIONS = (
    Is("budget", ("approved", "planned")),
    Is("budget", ("none",), negated=True),
    Is("source", ("web",)),
    Known("campaign"),
    Between("employees", 50, 500),
    Between("employees", None, 100),
    Known("need"),
    Known("need", wanted=False),
    ContainsWord("job_title", ("head", "chief")),
    FreeMail(wanted=False),
    InList("industry", "good", frozenset(("steel", "paper"))),
    Touches(("page_view",), of="pricing", at_least=2, within_days=30),
    Touches(("page_view", "form_filled"), at_least=0, at_most=1),
    DaysSince("form_filled", 2, 20),
    All((Is("budget", ("approved",)), Known("need"))),
    AnyOf((Is("budget", ("approved",)), Between("employees", 50, 500))),
    Not(All((Is("budget", ("none",)), DaysSince("page_view", None, 10)))),
)
VALUES = {
    "budget": [("approved", None), ("planned", None), ("none", None), ("unknown", None)],
    "employees": [("10", 10.0), ("50", 50.0), ("100", 100.0), ("900", 900.0), ("some", None), ("unknown", None)],
    "need": [("known", None), ("unknown", None)],
    "source": [("web", None), ("fair", None), ("unknown", None)],
    "job_title": [("known", None), ("unknown", None)],
    "job_title:head": [("true", None), ("false", None)],
    "job_title:chief": [("true", None), ("false", None)],
    "email_is_free_mail": [("true", None), ("false", None)],
    "industry": [("steel", None), ("wood", None)],
}


def facts_of(leads, seed):
    """Random leads: described, touched and handed over on day 60, with facts before, after and told late."""
    rng = random.Random(seed)
    told = []
    for lead in range(1, leads + 1):
        hand_s = START + 60 * DAY + rng.randrange(5)
        told.append({"kind": "captured", "lead_id": lead, "occurred_s": START, "side": "buyer"})
        told[-1] |= {"source": rng.choice([None, "web", "fair"]), "campaign": rng.choice([None, "spring"])}
        for _ in range(rng.randrange(9)):
            field = rng.choice(list(VALUES))
            code, number = rng.choice(VALUES[field])
            at_s = START + rng.randrange(80) * DAY
            told.append({"kind": "described", "lead_id": lead, "occurred_s": at_s, "field": field})
            told[-1] |= {
                "value_code": code,
                "value_number": number,
                "recorded_s": at_s + rng.choice([0, 0, 0, 40 * DAY]),
            }
        for _ in range(rng.randrange(6)):
            kind, of = rng.choice([("page_view", "pricing"), ("page_view", "home"), ("form_filled", None)])
            at_s = START + rng.randrange(80) * DAY + rng.randrange(3)
            told.append({"kind": kind, "lead_id": lead, "occurred_s": at_s, "field": of, "side": "buyer"})
        told.append({"kind": "handed_over", "lead_id": lead, "occurred_s": hand_s, "points": 50})
    rng.shuffle(told)
    return [{**fact, "seq": seq} for seq, fact in enumerate(told, 1)]


def by_rules(facts):
    """What the rules say of each lead by its hand-off, in the order of ``CONDITIONS``."""
    found = {}
    for hand in (fact for fact in facts if fact["kind"] == "handed_over"):
        own = [fact for fact in facts if fact["lead_id"] == hand["lead_id"]]
        at_s = hand["occurred_s"]
        # What is told in the same second but after the hand-off was not known to it.
        own = [fact for fact in own if (fact["occurred_s"], fact["seq"]) <= (at_s, hand["seq"])]
        view = seen([Fact(**{"id": str(f["seq"]), "recorded_s": f["occurred_s"], **f}) for f in own], at_s)
        answers = [evaluate(condition, view, at_s).holds for condition in CONDITIONS]
        found[hand["lead_id"]] = [2 if holds is None else int(holds) for holds in answers]
    return found


def judged(table, p, conditions):
    found = levels(table, p, handed(table, p), conditions)
    return found.select("lead_id", *(f"c{place}" for place in range(len(conditions))))


@pytest.mark.parametrize("seed", range(3))
def test_levels_are_those_of_the_rules(seed):
    facts = facts_of(150, seed)
    values = {"as_of_s": AS_OF, "since_s": 0, "until_s": AS_OF}
    rows = sqlite_source(facts).rows(Shaped(judged, CONDITIONS), values)
    assert {row["lead_id"]: [row[f"c{place}"] for place in range(len(CONDITIONS))] for row in rows} == by_rules(facts)
    assert {level for row in by_rules(facts).values() for level in row} == {0, 1, 2}


@pytest.mark.parametrize("condition", [*CONDITIONS, AccountLeads(2, 30)])
def test_a_condition_as_plain_values_is_the_same_condition(condition):
    assert condition_of(plain_condition(condition)) == condition


def test_what_looks_at_other_leads_is_left_out():
    plain = {"Others": plain_condition(Not(AccountLeads(2, 30))), "Need": plain_condition(Known("need"))}
    assert criteria_of(plain) == (("Need", Known("need")),)
    assert not can_judge(All((Known("need"), AccountLeads(1))))


def test_an_unknown_question_is_refused():
    with pytest.raises(BadParameter, match="asks 'Nothing'; expected one of Is, Between"):
        condition_of({"asks": "Nothing"})
    with pytest.raises(BadParameter, match="asks Known cannot be read"):
        condition_of({"asks": "Known", "colour": "red"})
    with pytest.raises(BadParameter, match="asks 'budget'; expected"):
        condition_of("budget")
