"""Each measure on the company of thirteen leads: counted by hand, and by SQL written apart."""

from __future__ import annotations

import json
import random
import sqlite3

import pytest

from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.measure import sql_values
from tests.evidence import second_hand
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, DAY, HOUR, START, company, sqlite_connection, sqlite_source

NO_COUNT = {"source", "found_by", "month", "band", "days", "k", "person_id", "is_reassigned", "stage", "is_left"}


@pytest.fixture(scope="module")
def connection():
    return sqlite_connection(company())


def counted(source, measure, query, columns=None, **given):
    """The rows of one query of a measure, as a set of tuples."""
    declared = MEASURES[measure]
    asked = sql_values(declared.checked({"as_of_s": AS_OF, **given}))
    found = next(q for q in declared.queries if q.name == query)
    rows = source.rows(found.build, {name: asked[name] for name in found.needs})
    names = columns or list(rows[0])
    return sorted(tuple(row[name] for name in names) for row in rows)


def by_second_hand(connection, sql, names):
    connection.row_factory = sqlite3.Row
    rows = connection.execute(sql, {"as_of": AS_OF}).fetchall()
    connection.row_factory = None
    return sorted(tuple(row[name] for name in names) for row in rows)


@pytest.mark.parametrize(
    ("measure", "query", "sql"),
    [
        ("funnel", "cohorts", second_hand.FUNNEL),
        ("source_quality", "ages", second_hand.SOURCE_QUALITY),
        ("sla_keeping", "people", second_hand.SLA_KEEPING),
        ("persistence", "spells", second_hand.PERSISTENCE),
    ],
)
@pytest.mark.parametrize("facts", [company(), company(3)], ids=["once", "three times"])
def test_counts_equal_those_of_the_second_hand(facts, measure, query, sql):
    connection = sqlite_connection(facts)
    cursor = connection.execute(sql, {"as_of": AS_OF, "since": None, "until": None})
    names = [column[0] for column in cursor.description]
    want = sorted(cursor.fetchall())
    assert want
    assert counted(sqlite_source(facts), measure, query, names) == want


def test_funnel_by_hand(connection):
    source = sqlite_source(company())
    rows = ask("funnel", source, as_of_s=AS_OF).rows
    stages = ("captured", "qualified", "handed_over", "accepted", "first_talk", "deal_opened", "won")
    ends = ("lost", "sent_back", "still_open", "won_before_captured", "support")
    assert [tuple(row[name] for name in ("month", "found_by", *stages, *ends)) for row in rows] == [
        ("2026-01", "marketing", 8, 1, 5, 1, 2, 2, 2, 2, 1, 3, 1, "none"),
        ("2026-01", "unknown", 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, "none"),
        ("2026-02", "sales", 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, "none"),
        ("2026-04", "marketing", 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, "none"),
    ]
    assert all(row["won_share"] is None for row in rows)


def test_funnel_says_k_of_n_with_its_range():
    result = ask("funnel", sqlite_source(company()), as_of_s=AS_OF)
    assert result.sentence == (
        "2 of 11 leads captured from 2026-01 to 2026-04 were won: 18.2% (5.1% to 47.7%). "
        "Lost or disqualified: 2; sent back or given up: 1; still open: 6."
    )
    assert result.grade == "Counted"
    assert result.as_of == "2026-04-11T00:00:00Z"
    assert [note.key for note in result.notes] == ["won_before_captured"]
    overall = {row["stage"]: row for row in result.tables["stages"] if row["found_by"] is None}
    assert (overall["won"]["reached"], overall["won"]["support"]) == (2, "few")
    assert (overall["deal_opened"]["reached_both"], overall["deal_opened"]["reached_before"]) == (2, 3)
    assert overall["deal_opened"]["of_before"] is None


def test_days_in_a_stage_count_leads_that_are_still_there():
    stay = {row["stage"]: row for row in ask("funnel", sqlite_source(company(10)), as_of_s=AS_OF).tables["stays"]}
    captured, deal = stay["captured"], stay["deal_opened"]
    # 1 and 7 leave capture by stages, 2, 3, 4, 6, 9 by the hand-off, 5 by its end, 11 by its talk; 8 and 12 stay.
    assert (captured["entered"], captured["left"], captured["still_there"]) == (110, 90, 20)
    # Days until they leave: 1, 2, 2, 4, 4, 4, 4, 1, 7; two are still there after 99 and 97.
    assert (captured["median_days"], deal["median_days"]) == (4.0, 10.0)
    assert (deal["entered"], deal["left"]) == (20, 20)


def test_a_later_snapshot_sees_what_was_recorded_later():
    facts = company()
    before = ask("funnel", sqlite_source(facts), as_of_s=AS_OF)
    after = ask("funnel", sqlite_source(facts), as_of_s=START + 102 * DAY)
    assert sum(row["captured"] for row in before.rows) == 11
    assert sum(row["captured"] for row in after.rows) == 12
    assert sum(row["lost"] for row in before.rows) == 2
    assert sum(row["lost"] for row in after.rows) == 1


def test_cohort_is_bounded_by_since_and_until():
    source = sqlite_source(company())
    found = ask("funnel", source, as_of_s=AS_OF, since_s=START + DAY, until_s=START + 3 * DAY)
    assert sum(row["captured"] for row in found.rows) == 4
    assert sum(row["captured"] for row in ask("funnel", source, as_of_s=AS_OF, source="fair").rows) == 3
    nobody = ask("funnel", source, as_of_s=AS_OF, until_s=START)
    assert (nobody.rows, nobody.sentence) == ((), "No leads are recorded in this period.")


def test_a_merge_counts_for_the_lead_that_stays_until_it_is_taken_back():
    facts = company()
    assert counted(sqlite_source(facts), "funnel", "cohorts", ["source", "captured"])[-1] == ("web", 5)
    again = {"kind": "unmerged", "lead_id": 10, "occurred_s": START + 30 * DAY, "value_number": 1.0}
    apart = [*facts, {**again, "seq": len(facts) + 1}]
    sources = [row[0] for row in counted(sqlite_source(apart), "funnel", "cohorts", ["source"])]
    assert "ads" in sources
    assert "ads" not in [row[0] for row in counted(sqlite_source(facts), "funnel", "cohorts", ["source"])]


def test_merges_of_merges_are_followed():
    facts = company()
    more = [
        {"kind": "merged", "lead_id": 1, "occurred_s": START + 40 * DAY, "value_number": 3.0},
        {"kind": "merged", "lead_id": 3, "occurred_s": START + 41 * DAY, "value_number": 7.0},
    ]
    facts += [{**fact, "seq": len(facts) + place} for place, fact in enumerate(more, 1)]
    rows = ask("funnel", sqlite_source(facts), as_of_s=AS_OF).rows
    assert sum(row["captured"] for row in rows) == 9  # 10, 1 and 3 all count for 7
    assert sum(row["won"] for row in rows) == 2


def test_source_quality_by_hand():
    columns = ["source", "found_by", "days", "leads", "won", "lost", "sent_back", "won_before_captured"]
    assert counted(sqlite_source(company()), "source_quality", "ages", columns) == [
        ("fair", "marketing", 0, 1, 1, 0, 0, 1),
        ("fair", "marketing", 39, 1, 0, 1, 0, 0),
        ("fair", "marketing", 99, 1, 0, 0, 0, 0),
        ("referral", "sales", 65, 1, 0, 0, 0, 0),
        ("unknown", "unknown", 97, 1, 0, 0, 0, 0),
        ("web", "marketing", 4, 1, 0, 1, 0, 0),
        ("web", "marketing", 5, 1, 0, 0, 0, 0),
        ("web", "marketing", 10, 1, 0, 0, 1, 0),
        ("web", "marketing", 20, 1, 1, 0, 0, 0),
        ("web", "marketing", 97, 1, 0, 0, 0, 0),
        ("web", "marketing", 100, 1, 0, 0, 0, 0),
    ]


def test_source_quality_of_thirty_companies_by_hand():
    result = ask("source_quality", sqlite_source(company(30)), as_of_s=AS_OF, spend={"web": 1000, "fair": 900_000})
    by_day = {(row["source"], row["day"]): row for row in result.rows}
    shares = {key: row["won_share"] for key, row in by_day.items()}
    # web: 180 leads, 30 lost on day 4, 30 last seen on day 5, 30 of 120 given up on day 10, then 30 of 90 won on day
    # 20, which is as if nobody were given up and 30 of 120 won; nobody lived to day 180.
    assert [shares["web", day] for day in (30, 60, 90, 180)] == [pytest.approx(150 / 180 * 30 / 120)] * 3 + [None]
    # fair: 30 of 90 won on day 0, 30 lost on day 39, 30 followed for 99 days.
    assert [shares["fair", day] for day in (30, 60, 90, 180)] == [pytest.approx(1 / 3)] * 3 + [None]
    # referral: last seen on day 65.
    assert [shares["referral", day] for day in (30, 60, 90, 180)] == [0.0, 0.0, None, None]
    assert (by_day["web", 90]["at_risk"], by_day["web", 90]["open_and_younger"]) == (60, 30)
    assert (by_day["web", 90]["ripe_leads"], by_day["web", 90]["ripe_won"]) == (150, 30)
    summary = {row["source"]: row for row in result.tables["sources"]}
    assert summary["fair"]["group"] == "clearly_above"
    assert summary["web"]["ripe_on"] == "2026-10-03"
    assert summary["fair"]["cost_per_win_minor"] is None  # nobody was followed for 180 days
    assert "Clearly above the rest: fair." in [note.text for note in result.notes]


def test_cost_of_an_expected_win():
    result = ask(
        "source_quality", sqlite_source(company(30)), as_of_s=START + 300 * DAY, spend={"fair": 900_000}, source="fair"
    )
    (fair,) = result.tables["sources"]
    assert fair["cost_per_win_minor"] == 30_000
    assert fair["cost_per_win_minor_low"] < 30_000 < fair["cost_per_win_minor_high"]


def test_small_sources_go_together():
    result = ask("source_quality", sqlite_source(company()), as_of_s=AS_OF)
    assert {row["source"] for row in result.rows} == {"other_small"}
    assert result.sentence == (
        "2 of 11 leads are won so far and 6 are still open: too few followed long enough to say more."
    )
    assert all(row["won_share"] is None for row in result.rows)


def test_sla_keeping_by_hand():
    names = ["person_id", "is_reassigned", "clocks", "due", "kept", "running", "overdue", "withdrawn", "touched"]
    assert counted(sqlite_source(company()), "sla_keeping", "people", [*names, "late_again"]) == [
        (7, 0, 3, 2, 1, 0, 0, 1, 2, 0),
        (7, 1, 1, 1, 0, 0, 0, 0, 1, 1),
        (8, 0, 4, 2, 1, 1, 1, 1, 1, 0),
    ]
    assert counted(sqlite_source(company()), "sla_keeping", "times", ["is_touched", "is_open", "seconds"]) == [
        (0, 0, HOUR),
        (0, 0, 2 * HOUR),
        (0, 1, HOUR),
        (0, 1, 98 * DAY),
        (1, 0, HOUR),
        (1, 0, 3 * HOUR),
        (1, 0, 3 * HOUR),
        (1, 0, 6 * HOUR),
    ]


def test_sla_keeping_in_words():
    result = ask("sla_keeping", sqlite_source(company(4)), as_of_s=AS_OF, promise_share=0.9)
    assert result.sentence == (
        "8 of 20 due clocks kept: 40% (22% to 61%). Half of all leads wait more than 3.0 hours. "
        "Still running, and not counted against anyone: 4."
    )
    assert [(row["level"], row["person_id"], row["due"], row["kept"], row["flag"]) for row in result.rows] == [
        ("all", None, 20, 8, None),
        ("person", 7, 8, 4, None),
        ("person", 8, 8, 4, None),
        ("reassigned", None, 4, 0, None),
    ]
    assert {note.key for note in result.notes} == {"within", "promise", "wall_open", "late_again"}
    steps = [(row["seconds"], row["at_risk"]) for row in result.tables["curve"]]
    assert steps == [(HOUR, 32), (3 * HOUR, 16), (6 * HOUR, 8)]
    shares = [row["touched_share"] for row in result.tables["curve"]]
    # Of 32 clocks 4 are touched within the hour, 8 leave; 4 more leave; then 8 of 16, and 4 of 8.
    assert shares == pytest.approx([1 / 8, 1 - 7 / 8 * 1 / 2, 1 - 7 / 8 * 1 / 2 * 1 / 2])


def test_open_clocks_take_the_working_seconds_of_the_caller():
    facts = company(4)
    hand = next(fact for fact in facts if fact["kind"] == "handed_over" and fact["lead_id"] == 3)
    worked = {f"fact-{hand['seq']}": 2 * HOUR}
    plain = ask("sla_keeping", sqlite_source(facts), as_of_s=AS_OF)
    told = ask("sla_keeping", sqlite_source(facts), as_of_s=AS_OF, worked=worked)
    assert [row["at_risk"] for row in plain.tables["curve"]] == [32, 16, 8]
    assert [row["at_risk"] for row in told.tables["curve"]] == [32, 15, 7]
    assert [note.args for note in told.notes if note.key == "wall_open"] == [{"clocks": 7}]


def test_buckets_say_nearly_the_same_as_raw_times(monkeypatch):
    from leadpact.evidence.measures import sla_keeping

    source = sqlite_source(company(4))
    raw = ask("sla_keeping", source, as_of_s=AS_OF)
    monkeypatch.setattr(sla_keeping, "MOST_RAW", 1)
    bucketed = ask("sla_keeping", source, as_of_s=AS_OF)
    assert bucketed.rows == raw.rows
    assert bucketed.tables["curve"] == raw.tables["curve"]  # these touches lie on edges


def test_nothing_to_keep_is_an_answer():
    facts = [fact for fact in company() if fact["kind"] != "handed_over"]
    result = ask("sla_keeping", sqlite_source(facts), as_of_s=AS_OF)
    assert result.rows == ()
    assert result.sentence == "No hand-offs are recorded by 2026-04-11, so there is nothing to keep yet."
    bare = [{**fact, "due_s": None} for fact in company()]
    assert ask("sla_keeping", sqlite_source(bare), as_of_s=AS_OF).sentence_key == "sla_keeping.no_clocks"


def test_persistence_by_hand():
    names = ["reply_event", "reply_lost", "reply_gave_up", "won_event", "won_lost", "won_gave_up"]
    assert counted(sqlite_source(company()), "persistence", "spells", ["band", "source", "k", "leads", *names]) == [
        ("60-79", "referral", 1, 1, 0, 0, 1, 0, 0, 1),
        ("60-79", "web", 2, 1, 0, 0, 1, 0, 0, 1),
        ("80+", "fair", 1, 1, 1, 0, 0, 0, 1, 0),
        ("80+", "web", 2, 1, 1, 0, 0, 1, 0, 0),
        ("none", "unknown", 0, 1, 1, 0, 0, 0, 0, 1),
        ("none", "web", 2, 1, 0, 0, 0, 0, 0, 0),
    ]
    ripening = counted(sqlite_source(company()), "persistence", "ripening", ["source", "days", "leads", "won", "lost"])
    assert ripening == [("fair", 34, 1, 0, 1), ("web", 17, 1, 1, 0)]


def test_persistence_of_thirty_companies_by_hand():
    result = ask("persistence", sqlite_source(company(30)), as_of_s=AS_OF)
    columns = ("attempt", "at_risk", "ended_here", "event_here", "lost_here", "gave_up_here", "open_here", "hazard")
    assert [tuple(row[name] for name in columns) for row in result.rows] == [
        (1, 150, 60, 30, 0, 30, 0, 30 / 150),
        (2, 90, 90, 30, 0, 30, 30, 30 / 90),
    ]
    as_run = [row["cif_as_run"] for row in result.rows]
    kept = [row["cif_if_everyone_had_been_kept"] for row in result.rows]
    alike = [row["cif_like_with_like"] for row in result.rows]
    assert as_run == pytest.approx([0.2, 0.2 + 0.6 / 3])
    assert kept == pytest.approx([0.2, 0.2 + 0.8 / 3])
    # Of five groups of 30 one answers at attempt 1 and one at attempt 2; nobody in the other three ever does.
    assert alike == pytest.approx([0.2, 0.4])
    assert result.grade == "Adjusted"
    assert [note.text for note in result.notes][-1] == "Leads that talked before any attempt, and are left out: 30."


@pytest.mark.parametrize("name", list(MEASURES))
def test_the_order_of_rows_in_the_table_does_not_matter(name):
    facts = company(12)
    mixed = random.Random(5).sample(facts, len(facts))
    answers = [
        json.dumps(ask(name, sqlite_source(rows), as_of_s=AS_OF, **GIVEN.get(name, {})).to_json(), sort_keys=True)
        for rows in (facts, mixed)
    ]
    assert answers[0] == answers[1]


@pytest.mark.parametrize("name", list(MEASURES))
def test_no_facts_at_all_is_an_answer(name):
    result = ask(name, sqlite_source([]), as_of_s=AS_OF)
    assert result.rows == ()
    assert result.sentence.startswith("No ")
    assert {"measure", "as_of", "grade", "sentence", "rows", "parameters", "notes"} <= set(result.to_json())
