"""Pages of measures: the last answer with its age, what to ask with, and exactly the leads that a figure counted."""

import csv
import io
from datetime import date

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.ledger import access
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import Job, Lead
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import refresh, sla
from leadpact.queries import evidence
from leadpact.queries.evidence import BadParameter, UnknownMeasure, leads_behind, measure_list, measure_page
from leadpact.rules.facts import Fact
from tests.company import NOW_S, company
from tests.history import with_history

COPIES = 3
HOUR_S = 3_600


@pytest.fixture
def acme(db):
    return company()


@pytest.fixture
def history(db):
    """A year's beginning of 39 leads with every kind of end, merges and corrections among them."""
    return with_history(COPIES)


def answered(acme, name, **given):
    refresh.run_now(name=name, parameters=given, now_s=NOW_S)
    return measure_page(acme.actor("marketing_head"), name, given, now_s=NOW_S)


def total(acme, name, key, given=None):
    return leads_behind(acme.actor("marketing_head"), name, given or {}, key, now_s=NOW_S, limit=1).total


def test_a_measure_not_asked_yet_says_so_and_what_it_may_be_asked_with(acme):
    acme.lead("x1", name="Nadia")
    acme.lead("x2", name="Omar")
    page = measure_page(acme.actor("reader"), "persistence", {}, now_s=NOW_S)
    assert (page.result, page.body, page.made_s, page.is_stale, page.is_under_way) == (None, None, None, False, False)
    assert (page.about.title, page.about.takes) == ("Persistence", ("as_of", "since", "until", "source", "event"))
    assert (page.about.events, page.about.chart) == (("reply", "won"), "staircase")
    spans = tuple(f"employees={span}" for span in evidence.SPANS)
    assert page.offer == evidence.Offer(("web_form",), date(2026, 6, 2), (), (1,), spans)
    refresh.request(actor=acme.actor("reader"), name="persistence", parameters={}, now_s=NOW_S)
    assert measure_page(acme.actor("reader"), "persistence", {}, now_s=NOW_S).is_under_way
    Job.objects.update(error="OSError: disk full", failed_s=NOW_S)
    page = measure_page(acme.actor("reader"), "persistence", {}, now_s=NOW_S)
    assert (page.is_under_way, page.error) == (False, "OSError: disk full")


def test_the_page_holds_the_answer_whole_with_its_age(history):
    page = answered(history, "source_quality")
    later = measure_page(history.actor("reader"), "source_quality", {}, now_s=NOW_S + 90)
    assert (later.age_s, later.as_of_s, later.made_s, later.is_stale) == (90, NOW_S, NOW_S, False)
    assert later.result == page.result
    assert later.result.to_json() == later.body == refresh.run_now(name="source_quality", parameters={}, now_s=NOW_S)
    assert later.result.sentence.endswith("still open and count as far as they have come.")


def test_an_answer_is_stale_when_facts_came_or_another_day_began(history):
    answered(history, "funnel")
    reader = history.actor("reader")
    assert not measure_page(reader, "funnel", {}, now_s=NOW_S + HOUR_S).is_stale
    assert measure_page(reader, "funnel", {}, now_s=NOW_S + 20 * HOUR_S).is_stale
    answered(history, "funnel", as_of="2026-04-10")
    assert not measure_page(reader, "funnel", {"as_of": "2026-04-10"}, now_s=NOW_S + 20 * HOUR_S).is_stale
    history.lead("new", name="New")
    assert measure_page(reader, "funnel", {"as_of": "2026-04-10"}, now_s=NOW_S).is_stale


def test_the_offer_is_counted_again_only_after_a_while_and_never_that_of_another_ledger(acme):
    actor = acme.actor("reader")
    offered = lambda now_s: measure_page(actor, "funnel", {}, now_s=now_s).offer.sources  # noqa: E731 - asked four times
    assert offered(NOW_S) == ()
    acme.lead("x1")
    assert offered(NOW_S) == ("web_form",)
    Lead.objects.update(source="fair")
    assert offered(NOW_S + evidence.OFFER_S - 1) == ("web_form",)
    assert offered(NOW_S + evidence.OFFER_S) == ("fair",)


def test_a_source_called_unknown_and_none_at_all_are_offered_as_one(acme):
    acme.lead("x1")
    Lead.objects.update(source=None)
    acme.lead("x2")
    Lead.objects.filter(source="web_form").update(source="unknown")
    assert measure_page(acme.actor("reader"), "funnel", {}, now_s=NOW_S).offer.sources == ("unknown",)


def test_the_list_has_every_measure_once(history):
    refresh.refresh_due(now_s=NOW_S)
    pages = measure_list(history.actor("salesperson"), now_s=NOW_S)
    assert [(page.about.name, page.result.measure) for page in pages] == [(name, name) for name in MEASURES]
    assert len({page.watermark for page in pages}) == 1


@pytest.mark.parametrize("given", [{}, {"as_of": "2026-04-10", "since": "2026-01-02", "source": "web"}])
def test_every_figure_of_the_funnel_opens_to_exactly_its_leads(history, given):
    page = answered(history, "funnel", **given)
    assert len(page.result.rows) > 1
    stages = ("qualified", "handed_over", "accepted", "first_talk", "deal_opened", "won")
    for row in page.result.rows[:2]:
        place = {"month": row["month"], "found_by": row["found_by"]}
        assert total(history, "funnel", place, given) == row["captured"]
        for stage in stages:
            assert total(history, "funnel", place | {"stage": stage}, given) == row[stage]
        for outcome in ("lost", "sent_back", "still_open", "won_before_captured"):
            assert total(history, "funnel", place | {"outcome": outcome}, given) == row[outcome]
    for row in page.result.tables["stages"][:7]:
        key = {"stage": row["stage"], "found_by": row["found_by"] or ""}
        assert total(history, "funnel", key, given) == row["reached"]
        if "before" in row:
            assert total(history, "funnel", key | {"before": row["before"]}, given) == row["reached_both"]


@pytest.mark.parametrize("given", [{}, {"as_of": "2026-02-20", "source": "fair"}])
def test_every_figure_of_the_sources_opens_to_exactly_its_leads(db, given):
    history = with_history(12)
    page = answered(history, "source_quality", **given)
    tables = page.result.tables
    for row in (page.result.rows[1], tables["all"][0], tables["all"][-1], tables["found_by"][2]):
        key = {name: row[name] for name in ("source", "found_by") if name in row}
        assert total(history, "source_quality", key, given) == row["leads"]
        key["day"] = str(row["day"])
        for outcome in ("won", "ended_without_win", "open_and_younger", "ripe_leads", "ripe_won"):
            assert total(history, "source_quality", key | {"outcome": outcome}, given) == row[outcome], (key, outcome)
    for row in tables["sources"]:
        key = {"source": row["source"]}
        assert total(history, "source_quality", key, given) == row["leads"]
        assert total(history, "source_quality", key | {"outcome": "won"}, given) == row["won"]
        assert total(history, "source_quality", key | {"outcome": "open_and_younger"}, given) == row["open"]


def test_small_sources_shown_together_open_to_their_leads(db):
    history = with_history(6)
    for number in range(4):
        history.lead(f"tiny{number}", name="Tiny")
    page = answered(history, "source_quality")
    pooled = [row for row in page.result.tables["sources"] if row["source"] == "other_small"]
    assert [row["leads"] for row in pooled] == [total(history, "source_quality", {"source": "other_small"})]
    assert pooled[0]["leads"] >= 4


@pytest.mark.parametrize("given", [{}, {"as_of": "2026-02-05"}])
def test_every_figure_of_the_promises_opens_to_exactly_its_hand_offs(history, given):
    page = answered(history, "sla_keeping", **given)
    assert [row["level"] for row in page.result.rows][:3] == ["all", "person", "person"]
    every = ("due", "kept", "running", "overdue", "withdrawn", "touched", "late_again", "unmeasured")
    for row in page.result.rows:
        key = {"level": row["level"], "person_id": str(row["person_id"] or "")}
        for outcome in every if row["level"] == "all" else every[:2]:
            assert total(history, "sla_keeping", key | {"outcome": outcome}, given) == row[outcome], (key, outcome)
    row = page.result.rows[0]
    assert total(history, "sla_keeping", {"outcome": "missed"}, given) == row["due"] - row["kept"]
    late = total(history, "sla_keeping", {"outcome": "late"}, given)
    assert late + row["overdue"] <= row["due"] - row["kept"]


@pytest.mark.parametrize("given", [{}, {"event": "won", "source": "web", "as_of": "2026-04-10"}])
def test_every_figure_of_persistence_opens_to_exactly_its_leads(db, given):
    history = with_history(12)
    page = answered(history, "persistence", **given)
    assert page.result.rows
    for row in page.result.rows:
        key = {"attempt": str(row["attempt"]), "is_pooled": str(row["is_pooled"]).lower()}
        assert total(history, "persistence", key, given) == row["at_risk"]
        for outcome in ("event_here", "lost_here", "gave_up_here", "open_here", "ended_here"):
            assert total(history, "persistence", key | {"outcome": outcome}, given) == row[outcome], (key, outcome)
    for row in page.result.tables["bands"][:3]:
        key = {"band": row["band"], "attempt": str(row["attempt"])}
        assert total(history, "persistence", key, given) == row["at_risk"]
        assert total(history, "persistence", key | {"outcome": "event"}, given) == row["event"]


def test_pages_of_leads_hang_together_newest_first(history):
    answered(history, "funnel")
    mia = history.actor("marketing_head")
    found, after = [], 0
    while after is not None:
        page = leads_behind(mia, "funnel", {}, {"stage": "won"}, now_s=NOW_S, limit=4, after=after)
        found += [row.lead.id for row in page.rows]
        after = page.after
    assert found == sorted(found, reverse=True)
    assert (len(found), page.total, page.hidden) == (2 * COPIES, 2 * COPIES, 0)
    assert set(found) == {each + 100 * copy for copy in range(COPIES) for each in (1, 8)}


def test_clocks_open_to_the_hand_offs_that_started_them(acme):
    hand_off = acme.handed_over()
    refresh.run_now(name="sla_keeping", parameters={}, now_s=NOW_S + 60)
    page = leads_behind(acme.actor("sales_head"), "sla_keeping", {}, {"outcome": "running"}, now_s=NOW_S)
    assert [(row.lead.id, row.lead.name, row.hand_off_id, row.handed_s) for row in page.rows] == [
        (hand_off.lead_id, "Nadia x1", hand_off.pk, NOW_S)
    ]


def test_facts_that_came_after_the_answer_change_neither_figure_nor_leads(history):
    page = answered(history, "funnel")
    with recording(NOW_S + 60) as book:
        book.append(
            [Draft(Fact(0, "", "captured", NOW_S - HOUR_S, NOW_S + 60, lead_id=9_999, side="buyer", source="web"))]
        )
    row = page.result.tables["stages"][0]
    assert total(history, "funnel", {"stage": "captured"}) == row["reached"] == 13 * COPIES - COPIES


def test_a_salesperson_sees_the_figure_and_only_their_own_leads(acme):
    mine = [acme.handed_over(f"x{number}") for number in range(4)]
    sla.act_on_due(now_s=NOW_S + 12 * 60)
    refresh.run_now(name="funnel", parameters={}, now_s=NOW_S + 60)
    refresh.run_now(name="sla_keeping", parameters={}, now_s=NOW_S + 60)
    ana = acme.actor("salesperson")
    own = {hand_off.lead_id for hand_off in mine if hand_off.owner_id == ana.id}
    for name, key in (("funnel", {"stage": "handed_over"}), ("sla_keeping", {"outcome": "running"})):
        page = leads_behind(ana, name, {}, key, now_s=NOW_S)
        assert (page.total, page.hidden, {row.lead.id for row in page.rows}) == (4, 2, own)
    with pytest.raises(Forbidden):
        leads_behind(acme.actor("reader"), "funnel", {}, {"stage": "handed_over"}, now_s=NOW_S)


def test_before_the_first_answer_nothing_is_behind_anything(acme):
    assert leads_behind(acme.actor("sales_head"), "funnel", {}, {}, now_s=NOW_S) == evidence.BehindPage(0, 0, (), None)


@pytest.mark.parametrize(
    ("name", "key", "says"),
    [
        ("funnel", {"colour": "red"}, "have no colour; they have: month, source"),
        ("funnel", {"stage": "nearly"}, "stage is 'nearly'; no figure of funnel"),
        ("funnel", {"month": "May"}, "month is 'May'"),
        ("funnel", {"month": "2026-01'; --"}, "month is"),
        ("source_quality", {"outcome": "ripe_won"}, "outcome is 'ripe_won'"),
        ("source_quality", {"day": "31"}, "day is '31'"),
        ("sla_keeping", {"person_id": "7 OR 1=1"}, "person_id is"),
        ("persistence", {"attempt": "first"}, "attempt is 'first'"),
        ("persistence", {"attempt": "1", "outcome": "x"}, "outcome is 'x'"),
    ],
)
def test_a_figure_that_does_not_exist_is_refused(history, name, key, says):
    answered(history, name)
    with pytest.raises(BadParameter, match=says):
        total(history, name, key)


def test_words_in_a_key_are_words_and_never_commands(history):
    answered(history, "funnel")
    for text in ("web' OR '1'='1", "'; DROP TABLE facts; --", "100%", "${as_of_s}", "日本"):
        assert total(history, "funnel", {"source": text}) == 0
    with pytest.raises(BadParameter):
        total(history, "funnel", {"source": "a\0b"})
    assert Lead.objects.exists()


def test_the_answer_leaves_as_csv_and_as_a_chart(history):
    page = answered(history, "funnel")
    read = list(csv.DictReader(io.StringIO(evidence.as_csv(page))))
    assert [(row["month"], row["found_by"], int(row["captured"])) for row in read] == [
        (row["month"], row["found_by"], row["captured"]) for row in page.result.rows
    ]
    assert len(evidence.as_csv(page, "stays").splitlines()) == 7
    with pytest.raises(BadParameter, match="There is no table stay; there are: stages, stays"):
        evidence.as_csv(page, "stay")
    assert evidence.as_vega_lite(page)["mark"] == "bar"
    empty = measure_page(history.actor("reader"), "sla_keeping", {}, now_s=NOW_S)
    assert (evidence.as_csv(empty).strip(), evidence.as_vega_lite(empty)) == ("", None)


def test_who_asks_for_what_there_is_not_is_told_the_nearest(acme):
    reader = acme.actor("reader")
    with pytest.raises(UnknownMeasure, match="Did you mean funnel"):
        measure_page(reader, "funnels", {}, now_s=NOW_S)
    with pytest.raises(BadParameter, match="sla_keeping has no parameter event; it takes as_of, since, until"):
        measure_page(reader, "sla_keeping", {"event": "won"}, now_s=NOW_S)
    with pytest.raises(Forbidden):
        measure_page(
            access.Actor(None, "key", "system", "form", frozenset({"capture_lead"})), "funnel", {}, now_s=NOW_S
        )


def test_a_page_costs_the_same_few_queries_for_few_leads_and_many(history, django_assert_num_queries):
    reader = history.actor("reader")
    for name in ("funnel", "persistence"):
        answered(history, name)
        with django_assert_num_queries(7):
            measure_page(reader, name, {}, now_s=NOW_S)
