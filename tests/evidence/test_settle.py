"""Two files as facts that measures are asked of, in memory alone."""

import numpy as np

from leadpact.evidence.catalogue import ask
from leadpact.evidence.history_examples import read
from leadpact.evidence.settle import Good, counted, spread_of, uncalled
from leadpact.evidence.settle_facts import DAY_S, NONE_S, Deal, Reach, Told, facts_of
from leadpact.evidence.settle_waits import span
from leadpact.rules.terms import FIELDS

BEGIN_S = 1_700_000_000
MANY = 300


def told(**changes):
    ids = np.arange(MANY, dtype=np.int64)
    given = {
        "as_of_s": BEGIN_S + 400 * DAY_S, "created_s": BEGIN_S + ids * 3600,
        "sources": ["fair" if lead % 2 else "web" for lead in range(MANY)], "campaigns": [""] * MANY,
        "good": np.ones(MANY, dtype=np.int64), "good_s": np.full(MANY, NONE_S), "sales_good": np.full(MANY, -1),
        "contact_s": np.full(MANY, NONE_S), "called": np.zeros(MANY, dtype=np.int64),
        "in_sales": np.zeros(MANY, dtype=np.int64), "doubtful": np.zeros(MANY, dtype=np.int64),
        "deals": [Deal(lead, "won", closed_s=BEGIN_S + (lead + 40) * 3600) for lead in range(0, MANY, 5)],
    }  # fmt: skip
    return Told(**{**given, **changes})


def test_the_facts_of_two_files_answer_the_products_measures():
    with facts_of(told(), np.zeros(0, dtype=np.int64)) as source:
        found = ask("source_quality", source, as_of_s=BEGIN_S + 400 * DAY_S)
    assert [(row["source"], row["leads"], row["won"]) for row in found.tables["sources"]] == [
        ("fair", 150, 30),
        ("web", 150, 30),
    ]


def test_what_was_made_of_other_leads_is_not_taken_for_these():
    # First the leads handed over are set aside, of which there are none, then all that were captured.
    with facts_of(told(), np.zeros(0, dtype=np.int64)) as source:
        found = read(source, as_of_s=BEGIN_S + 400 * DAY_S, horizons=(60,), fields=FIELDS)
    assert (found.is_handed, len(found.examples.won), [each.name for each in found.examples.attributes]) == (
        False, MANY, ["field:source"],
    )  # fmt: skip


def test_leads_without_a_date_take_no_part_in_what_needs_one():
    made = told()
    made.created_s[:10] = NONE_S
    with facts_of(made, np.flatnonzero(made.created_s > 0)) as source:
        found = ask("funnel", source, as_of_s=made.as_of_s)
    assert found.rows[0]["leads"] == MANY - 10 if "leads" in found.rows[0] else found.rows


def test_wins_alone_do_not_tell_who_was_never_called():
    found = uncalled(told(), Reach(False, True, False, True), Good(True, np.ones(MANY, dtype=np.int64), ""))
    assert found.grade is None
    assert (
        found.says
        == "Sales' file holds only deals that were won. A good lead without one may have been called and lost."
    )


def test_no_share_of_fewer_than_ten():
    assert [spread_of(3, 9), spread_of(0, 10), spread_of(10, 40, doubtful=5)] == [
        "too few to give a share", "0% (0% to 28%)", "25% (14% to 53%)",
    ]  # fmt: skip


def test_spans_and_numbers_in_words():
    assert [span(each) for each in (0, 60, 5400, 7200, 100_000, 180_000, 86_400 * 21, None)] == [
        "0 minutes", "1 minute", "1.5 hours", "2 hours", "28 hours", "2.1 days", "21 days", "not reached",
    ]  # fmt: skip
    assert [counted(1, "lead"), counted(2000, "lead")] == ["1 lead", "2,000 leads"]
