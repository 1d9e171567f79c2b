"""Random histories of many steps: however facts arrive, the rows that are kept are those that the facts tell."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from leadpact.ledger import rebuild
from leadpact.ledger.models import FactRow, Lead
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Draft, Points, recording
from leadpact.rules.facts import KINDS, PACT_KINDS, Fact
from leadpact.rules.identity import Key
from tests.company import NOW_S, company

DAY_S = 86_400
LEADS = 5
WITHOUT = ("corrected", "merged", "unmerged", *PACT_KINDS)
PLAIN = tuple(kind for kind in KINDS if kind not in WITHOUT)
"""Kinds that are about one lead and nothing else."""
FIELDS = ("country", "employees", "industry", "email", "name", "budget", "need")
FORMS = ("demo", "pricing", "contact")


@st.composite
def drafts(draw):
    """One step: a fact of any kind, at any time before now, perhaps late, perhaps told twice."""
    kind = draw(
        st.one_of(st.sampled_from(PLAIN), st.sampled_from(("handed_over", "call", "reassigned", "deal_opened", "won")))
    )
    at_s = NOW_S - draw(st.integers(0, 40)) * 6 * 3600
    fact = Fact(
        0, "", kind, at_s, draw(st.sampled_from((0, at_s))), lead_id=draw(st.integers(1, LEADS)),
        side=draw(st.sampled_from(("buyer", "marketing", "sales", "system"))),
    )  # fmt: skip
    due = draw(st.none() | st.integers(-8, 40))
    fact = fact._replace(
        person_id=draw(st.none() | st.integers(1, 4)), by_id=draw(st.none() | st.integers(1, 4)),
        due_s=None if due is None else at_s + due * 3600, worked_s=draw(st.none() | st.integers(0, 9000)),
        value_code=draw(st.sampled_from((None, "reached", "no_answer", "unknown"))), reason=draw(st.sampled_from((None, "silent"))),
        external_id=draw(st.none() | st.sampled_from("abcdefgh")), source_system="crm",
    )  # fmt: skip
    if kind == "described":
        return _described(draw, fact)
    if kind in ("deal_opened", "stage_changed", "won", "lost"):
        fact = fact._replace(
            deal_id=fact.lead_id * 10 + draw(st.integers(0, 1)), stage=draw(st.sampled_from((None, "offer")))
        )
    if kind in ("handed_over", "reassigned", "accepted") and draw(st.booleans()):
        fact = fact._replace(payload=f'{{"late":[["remind",{at_s + 60}],["reassign",{at_s + 600}]],"attempts":2}}')
    if kind in ("form_filled", "page_view", "promised", "reminded", "escalated"):
        fact = fact._replace(field=draw(st.sampled_from((*FORMS, "first_touch", "attempts", "answer"))))
    return Draft(fact)


def _described(draw, fact):
    name = draw(st.sampled_from(FIELDS))
    is_personal = name in ("email", "name", "need")
    code = draw(st.sampled_from(("unknown", "known" if is_personal else "12")))
    number = 12.0 if name == "employees" and code != "unknown" else None
    words = f"{name} of {fact.lead_id}" if is_personal and code == "known" else None
    return Draft(fact._replace(field=name, value_code=code, value_number=number), words)


steps = st.one_of(
    drafts(),
    drafts(),
    drafts(),
    drafts(),
    st.tuples(st.just("correct"), st.integers(0, 200)),
    st.tuples(st.just("merge"), st.tuples(st.integers(1, LEADS), st.integers(1, LEADS))),
    st.tuples(st.just("unmerge"), st.integers(1, LEADS)),
    st.tuples(st.just("again"), st.integers(0, 200)),
    st.tuples(st.just("rescore"), st.integers(1, LEADS)),
)
histories = st.lists(st.lists(steps, min_size=2, max_size=8), min_size=3, max_size=12)


def _merged_into(lead_id):
    return Lead.objects.filter(pk=lead_id).values_list("merged_into_id", flat=True).first()


def _is_above(lead_id, other):
    """Whether the other lead is, over any number of merges, merged into this one."""
    seen = set()
    while other is not None and other not in seen:
        seen.add(other)
        other = _merged_into(other)
        if other == lead_id:
            return True
    return False


def _draft(step, book, batch):
    what, value = step
    recorded = list(FactRow.objects.filter(lead_id__isnull=False).order_by("seq").values_list("id", "lead_id"))
    if what == "merge":
        lead_id, into = value
        if lead_id == into or _is_above(lead_id, into) or any(d.fact.kind == "merged" for d in batch):
            return None
        return Draft(Fact(0, "", "merged", NOW_S, 0, lead_id=lead_id, value_number=float(into)))
    if what == "unmerge":
        return Draft(Fact(0, "", "unmerged", NOW_S, 0, lead_id=value)) if _merged_into(value) else None
    if not recorded:
        return None
    id_, lead_id = recorded[value % len(recorded)]
    if what == "again":  # the same id once more, whatever it says now
        return Draft(Fact(0, id_, "call", NOW_S, 0, lead_id=lead_id, side="sales"))
    return Draft(Fact(0, "", "corrected", NOW_S, 0, lead_id=lead_id, corrects_id=id_))


def _play(history, rules):
    """Write the batches one after another, as doors and imports do. Gives how many steps that were."""
    sent = 0
    for batch in history:
        with recording(NOW_S, scorer=rules) as book:
            ready = []
            for step in batch:
                if isinstance(step, Draft):
                    ready.append(step)
                elif step[0] == "rescore":
                    book.rescore(list(Lead.objects.filter(pk=step[1]).values_list("pk", flat=True)))
                elif (draft := _draft(step, book, ready)) is not None:
                    ready.append(draft)
            book.append(ready, [(Key("external", "crm", str(d.fact.lead_id)), d.fact.lead_id) for d in ready])
            sent += len(batch)
    return sent


def _points_by(rules):
    def points(pact_id, view, as_of_s):
        score = rules.by_id(pact_id).card.score(view, as_of_s)
        return Points(pact_id, score.total, score.fades_at_s)

    return points


def _rows():
    from leadpact.ledger import projections

    stored = projections.stored(range(LEADS + 1))
    return {table: sorted(map(tuple, rows)) for table, rows in stored.items()}


@pytest.mark.parametrize("many", [50, pytest.param(2_000, marks=[pytest.mark.long, pytest.mark.timeout(1800)])])
def test_no_history_leaves_drift(db, many):
    from django.db import transaction

    company()
    rules = Rulebook(NOW_S)
    sent = 0

    @settings(
        max_examples=many, deadline=None, database=None, derandomize=True,
        phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(histories)
    def every(history):
        nonlocal sent
        with transaction.atomic():
            sent += _play(history, rules)
            drift = rebuild.check(_points_by(rules), lambda _done, _of: None)
            transaction.set_rollback(True)
        assert [str(each) for each in drift.differences] == []

    every()
    assert sent > 10 * many
