"""Shared credit: a company of four wins counted by hand, the published paths, and what makes the points add up."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections import defaultdict
from datetime import datetime
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.credits import START, agreed_points, bands, position, removal, whole_points
from leadpact.evidence.source import on_connection
from leadpact.rules.pact import Credit
from tests.evidence.company import AS_OF, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown

CASES = Path(__file__).resolve().parents[3].parent / "shared" / "data"
PUBLISHED = pytest.mark.skipif(not CASES.is_dir(), reason="the published data sets are not beside this checkout")
RULE = {"originator": 40, "touches_between": 20, "closer": 40}
PATH_RULES = ("first", "last", "linear", "position", "decay", "shapley")


def told(copies=1):
    """Four wins and a lead that came to nothing, several times over.

    1  web page on day 0, mail on day 7, call on day 14, won on day 14: 2 halvings between page and win
    2  found by sales: a call on day 0, won on day 1
    3  from the fair, never touched, won
    4  touched 91 days before its win only; its colleague 5 of the same account saw a page a day before
    """
    book = Book()
    for copy in range(copies):
        lead = 10 * copy
        buyer, sales = {"side": "buyer"}, {"side": "sales"}
        book.tell("captured", lead + 1, 0, source="ads", **buyer)
        book.tell("page_view", lead + 1, 0, channel="web", **buyer)
        book.tell("email_clicked", lead + 1, 7, channel="email", **buyer)
        book.tell("call", lead + 1, 14, **sales, value_code="reached")
        book.tell("call", lead + 1, 14, **buyer)
        book.tell("won", lead + 1, 14, **sales)
        book.tell("page_view", lead + 1, 20, channel="web", **buyer)
        book.tell("captured", lead + 2, 0, source="list", **sales)
        book.tell("call", lead + 2, 0, channel="call", **sales)
        book.tell("won", lead + 2, 1, **sales)
        book.tell("captured", lead + 3, 2, source="fair", side="marketing")
        book.tell("won", lead + 3, 3, **sales)
        account = {"account_id": 7 + copy}
        book.tell("captured", lead + 4, -92, source="ads", **buyer)
        book.tell("page_view", lead + 4, -91, channel="web", **buyer)
        book.tell("won", lead + 4, 0, **sales, **account)
        book.tell("captured", lead + 5, -2, source="ads", **buyer)
        book.tell("page_view", lead + 5, -1, channel="web", **buyer, **account)
    return book.facts


def points(result, rule):
    return {row["team"]: row["points"] for row in result.rows if row["rule"] == rule}


def test_points_by_hand():
    result = ask("attribution", sqlite_source(told()), as_of_s=AS_OF, **RULE)
    # 1: finder 400 and half of 200 to marketing; 2: all to sales; 3 and 4: finder and closer share alike.
    assert points(result, "agreed") == {"marketing": 500 + 500 + 500, "sales": 500 + 1000 + 500 + 500, "unknown": 0}
    assert points(result, "first") == {"marketing": 1000, "sales": 1000, "unknown": 2000}
    assert points(result, "last") == {"marketing": 0, "sales": 2000, "unknown": 2000}
    assert points(result, "linear") == {"marketing": 667, "sales": 1333, "unknown": 2000}
    assert points(result, "position") == {"marketing": 600, "sales": 1400, "unknown": 2000}
    assert points(result, "shapley") == {"marketing": 667, "sales": 1333, "unknown": 2000}
    # Weights 1/4, 1/2 and 1.
    assert points(result, "decay") == {"marketing": 429, "sales": 1571, "unknown": 2000}
    assert all(row["share"] is None for row in result.rows)
    assert result.sentence_key == "attribution.few"


def test_channels_by_hand():
    result = ask("attribution", sqlite_source(told()), as_of_s=AS_OF, **RULE)
    columns = ("team", "channel", "touched", *PATH_RULES, "markov")
    assert shown(result, columns, "channels") == [
        ("marketing", "email", 1, 0, 0, 0.333333, 0.2, 0.285714, 0.333333, None),
        ("marketing", "web", 1, 1, 0, 0.333333, 0.4, 0.142857, 0.333333, None),
        ("sales", "call", 2, 1, 2, 1.333333, 1.4, 1.571429, 1.333333, None),
        ("unknown", "none", 0, 2, 2, 2, 2, 2, 2, None),
    ]
    assert shown(result, ("sourced", "wins"), "sourced") == [("marketing", 3), ("sales", 1), ("unknown", 0)]
    assert shown(result, ("wins", "all"), "blind") == [(3, 4)]


def test_by_account_the_colleagues_touches_count():
    result = ask("attribution", sqlite_source(told()), as_of_s=AS_OF, level="account", **RULE)
    assert points(result, "first") == {"marketing": 2000, "sales": 1000, "unknown": 1000}
    assert shown(result, ("channel", "touched"), "channels")[1] == ("web", 2)


@pytest.mark.parametrize("as_told", [True, False])
def test_the_account_is_that_of_the_first_win(as_told):
    """A lead is won for account 7, told first of two in that second, and for 9 then and a day later: 7's touch counts.

    With the second two told the other way round account 9's counts, and of a win without an account nobody else's.
    """
    book = Book()
    for lead, account in ((2, 7), (3, 9)):
        book.tell("page_view", lead, -1, channel=f"page of {account}", side="buyer", account_id=account)
    for account in (7, 9) if as_told else (9, 7):
        book.tell("won", 1, 0, side="sales", account_id=account)
    book.tell("won", 1, 1, side="sales", account_id=9)
    book.tell("won", 4, 0, side="sales")
    book.tell("won", 4, 1, side="sales", account_id=9)
    result = ask("attribution", sqlite_source(book.facts), as_of_s=AS_OF, level="account", **RULE)
    told_of = "page of 7" if as_told else "page of 9"
    assert shown(result, ("channel", "touched"), "channels") == [(told_of, 1), ("none", 0)]


def test_the_window_decides_what_counts():
    far = ask("attribution", sqlite_source(told()), as_of_s=AS_OF, window_days=91, **RULE)
    assert points(far, "first") == {"marketing": 2000, "sales": 1000, "unknown": 1000}
    near = ask("attribution", sqlite_source(told()), as_of_s=AS_OF, window_days=0.5, **RULE)
    assert points(near, "linear") == {"marketing": 0, "sales": 1000, "unknown": 3000}


def test_who_captured_may_be_the_finder():
    given = {"sourced": "captured_by", **RULE}
    result = ask("attribution", sqlite_source(told()), as_of_s=AS_OF, **given)
    # 1: finder marketing, three touches between: two of marketing.
    assert points(result, "agreed")["marketing"] == 400 + 133 + 500 + 500
    assert_counts_open_their_leads(result, sqlite_source(told()), {"as_of_s": AS_OF, **given})


def test_says_the_range_and_what_it_is_not():
    result = ask("attribution", sqlite_source(told(5)), as_of_s=AS_OF, **RULE)
    assert result.sentence == (
        "20 wins, each counted once. Under the rule you both signed marketing's share is 7.5 (38%); other rules would "
        "say 0% to 38%, and with chance 0% to 48%. This shares credit; it does not show what would have happened "
        "without."
    )
    assert [note.key for note in result.notes] == ["shares_applause", "blind", "untouched", "no_markov"]
    says = [note.text for note in result.notes[1:3]]
    assert all("in the 90 days before" in text for text in says), says
    bare = ask("attribution", sqlite_source(told(5)), as_of_s=AS_OF)
    assert bare.sentence_key == "attribution.range"
    assert "agreed" not in {row["rule"] for row in bare.rows}
    assert all(sum(points(result, rule).values()) == 1000 * 20 for rule in ("agreed", *PATH_RULES))


def test_wins_that_another_team_captured_are_told():
    """Sales captured two leads of which one had read a page before; the funnel calls both found by sales."""
    book = Book()
    for lead in (1, 2):
        book.tell("captured", lead, 1, source="list", side="sales")
        book.tell("call", lead, 2, side="sales")
        book.tell("won", lead, 5, side="sales")
    book.tell("page_view", 1, 0, channel="web", side="buyer")
    by_touch, by_capture = (
        ask("attribution", sqlite_source(book.facts), as_of_s=AS_OF, sourced=sourced, **RULE)
        for sourced in ("first_touch", "captured_by")
    )
    assert shown(by_touch, ("sourced", "wins"), "sourced") == [("marketing", 1), ("sales", 1), ("unknown", 0)]
    note = "Wins found by another team in the funnel (by who captured them): 1 of 2."
    assert note in [n.text for n in by_touch.notes]
    assert "found_otherwise" not in [note.key for note in by_capture.notes]


def test_says_so_where_nothing_can_be_shared():
    book = Book()
    for lead in range(1, 231):
        book.tell("captured", lead, 0, source="ads", side="buyer")
        book.tell("won", lead, 2, side="sales")
    bare = ask("attribution", sqlite_source(book.facts), as_of_s=AS_OF)
    assert bare.sentence == (
        "230 wins, each counted once. No touch is recorded in the 90 days before any of them, so there is no credit "
        "that a rule could share."
    )
    assert [note.key for note in bare.notes] == ["shares_applause", "blind", "untouched", "no_rule"]
    assert ask("attribution", sqlite_source(book.facts), as_of_s=AS_OF, **RULE).sentence_key == "attribution.agreed"
    for lead in range(1, 231):
        book.tell("page_view", lead, 1, side="buyer", channel="web")
    touched = ask("attribution", sqlite_source(book.facts), as_of_s=AS_OF)
    assert touched.sentence_key == "attribution.one_team"
    assert "every rule gives marketing all of the credit" in touched.sentence


def test_counts_open_their_leads():
    for given in ({}, {"source": "ads"}, {"level": "account", "since_s": AS_OF - 96 * 86_400}):
        asked = {"as_of_s": AS_OF, **RULE, **given}
        source = sqlite_source(told(3))
        assert_counts_open_their_leads(ask("attribution", source, **asked), source, asked)


def test_no_wins_and_future_wins():
    facts = told()
    early = ask("attribution", sqlite_source(facts), as_of_s=AS_OF - 300 * 86_400)
    assert (early.rows, early.sentence) == ((), "No wins are recorded in this period, so there is nothing to share.")
    later = ask("attribution", sqlite_source(facts), as_of_s=AS_OF + 10**8, **RULE)
    assert later.rows == ask("attribution", sqlite_source(facts), as_of_s=AS_OF, **RULE).rows


def test_a_later_win_does_not_change_who_closed_the_first():
    book = Book()
    for lead in range(1, 11):
        book.capture(lead, 0)
        book.tell("won", lead, 5, side="marketing")
        book.tell("won", lead, 50, side="sales")
    result = ask("attribution", sqlite_source(book.facts), as_of_s=AS_OF, **RULE)
    assert points(result, "agreed") == {"marketing": 10_000, "sales": 0, "unknown": 0}


def test_a_touch_after_the_win_changes_nothing():
    facts = told(3)
    late = {"kind": "call", "lead_id": 1, "occurred_s": AS_OF - 10, "side": "sales", "seq": len(facts) + 1}
    first, second = (
        json.dumps(ask("attribution", sqlite_source(each), as_of_s=AS_OF, **RULE).to_json())
        for each in (facts, random.Random(3).sample([*facts, late], len(facts) + 1))
    )
    assert first == second


def test_agreed_points_are_those_of_the_pact():
    rule = Credit(40, 20, 40, "lead", 90, "first_touch")
    assert agreed_points(rule, "sales", "marketing", "sales", {"marketing": 3}) == {"marketing": 600, "sales": 400}
    assert agreed_points(rule, "unknown", "", "unknown", {}) == {"unknown": 1000}
    assert agreed_points(rule, "unknown", "unknown", "sales", {"unknown": 2, "sales": 1}) == {"sales": 1000}


def test_points_add_up_whatever_the_credits():
    rng = random.Random(1)
    for _ in range(200):
        credited = {("t", str(each)): rng.random() ** 3 for each in range(rng.randint(1, 9))}
        assert sum(whole_points(credited, 7).values()) == 7000
    assert whole_points({}, 7) == {}


@PUBLISHED
def test_toy_path():
    want = json.loads((CASES / "reference_cases/attribution/expected.json").read_text())["toy"]
    steps = []
    with (CASES / "reference_cases/attribution/toy_paths.csv").open() as lines:
        for row in csv.DictReader(lines):
            before = START
            for channel in row["path"].split(" > "):
                steps.append((row["won"] == "1", before, ("m", channel), 1))
                before = ("m", channel)
    found = removal(steps)
    assert found.chance == pytest.approx(want["p_convert"], abs=want["tolerance"])
    effects = {channel: effect for (_, channel), effect in found.effects.items()}
    assert effects == pytest.approx(want["removal_effect"], abs=want["tolerance"])
    credited = {channel: credit for (_, channel), credit in found.credits(1).items()}
    assert credited == pytest.approx(want["credit"], abs=want["tolerance"])


@PUBLISHED
def test_coalition_game():
    """A game is a sum of wins touched by exactly one set of channels; the share is linear in them."""
    want = json.loads((CASES / "reference_cases/attribution/expected.json").read_text())["shapley_game"]
    values = {frozenset(name.split("+")): value for name, value in want["values"].items()}
    book = Book()
    for lead, together in enumerate(values, 1):
        book.tell("captured", lead, 0, source="+".join(sorted(together)), side="buyer")
        for channel in sorted(together):
            book.tell("page_view", lead, 1, channel=channel, side="buyer")
        book.tell("won", lead, 2, side="sales")
    source = sqlite_source(book.facts)
    total = dict.fromkeys(want["shapley"], 0.0)
    for together in values:
        inner = [frozenset(part) for size in range(1, len(together) + 1) for part in combinations(together, size)]
        exactly = sum((-1) ** (len(together) - len(part)) * values[part] for part in inner)
        found = ask("attribution", source, as_of_s=AS_OF, source="+".join(sorted(together)))
        for row in found.tables["channels"]:
            total[row["channel"]] += exactly * row["shapley"]
    assert total == pytest.approx(want["shapley"], abs=2e-5)  # shown to six digits, times up to 19


def engine_of_paths(rows):
    """The paths as facts in DuckDB."""
    facts, lead = [], 0
    for path, won, other in rows:
        for each in range(won + other):
            lead += 1
            facts += [("page_view", lead, place, "buyer", channel) for place, channel in enumerate(path)]
            facts += [("won", lead, len(path), "sales", None)] if each < won else []
    return engine_of(facts)


def engine_of(facts):
    """Facts (kind, lead, second, side, channel) in DuckDB, in order of recording."""
    duckdb, pyarrow = pytest.importorskip("duckdb"), pytest.importorskip("pyarrow")
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    names = ("kind", "lead_id", "occurred_s", "side", "channel")
    told = pyarrow.table({name: [fact[place] for fact in facts] for place, name in enumerate(names)})
    connection.register("told", told)
    empty = ", ".join(
        f"null::{kind} as {name}"
        for name, kind in (
            *((name, "bigint") for name in ("person_id", "account_id", "points", "due_s", "worked_s", "asset_id")),
            *((name, "bigint") for name in ("deal_id", "amount_minor", "pact_id", "pact_version", "by_id")),
            *((name, "varchar") for name in ("source", "value_code", "campaign", "stage", "reason", "field")),
            *((name, "varchar") for name in ("corrects_id", "currency", "step", "lane")),
            ("value_number", "double"),
        )
    )
    connection.execute(
        "create table facts as select *, row_number() over () as seq, (row_number() over ())::varchar as id, "
        f"0 as recorded_s, 197001 as occurred_month, {empty} from told"
    )
    return on_connection(connection, "duckdb")


@PUBLISHED
def test_path_data_by_every_rule():
    want = json.loads((CASES / "reference_cases/attribution/expected.json").read_text())["path_data"]
    with (CASES / "reference_cases/attribution/path_data.csv").open() as lines:
        rows = [
            (row["path"].split(" > "), int(row["total_conversions"]), int(row["total_null"]))
            for row in csv.DictReader(lines)
        ]
    result = ask("attribution", engine_of_paths(rows), as_of_s=10**9)
    heuristics = want["heuristics"]
    rules = {rule: heuristics[rule] for rule in ("first", "last", "linear")}
    rules |= {"position": heuristics["u_40_20_40"], "shapley": want["shapley"]}
    rules["markov"] = want["markov_order_1"]["credit"]
    channels = result.tables["channels"]
    for rule, expected in rules.items():
        assert {row["channel"]: row[rule] for row in channels} == pytest.approx(expected, abs=want["tolerance"])
        assert sum(row[f"{rule}_points"] for row in channels) == 1000 * want["totals"]["conversions"]


@PUBLISHED
def test_raw_touches_of_a_month():
    """7,896 customers: each rule against a plain loop over each customer's touches before the first conversion."""
    with gzip.open(CASES / "attribution_touches/attribution_data.csv.gz", "rt") as lines:
        rows = list(csv.DictReader(lines))
    second = {row["time"]: int(datetime.fromisoformat(row["time"]).timestamp()) for row in rows}
    facts, paths, ends = [], defaultdict(list), {}
    for row in rows:
        lead, when = int(row["customer_id"][1:]) + 1, second[row["time"]]
        if row["interaction"] == "conversion":
            ends[lead] = min(when, ends.get(lead, when))
            facts.append(("won", lead, when, "sales", None))
        else:
            paths[lead].append((when, len(facts), row["channel"]))
            facts.append(("page_view", lead, when, "buyer", row["channel"]))
    want = {rule: defaultdict(float) for rule in ("first", "last", "linear", "shapley")}
    for lead, end in ends.items():
        path = [channel for when, _, channel in sorted(paths[lead]) if when <= end] or ["none"]
        want["first"][path[0]] += 1
        want["last"][path[-1]] += 1
        for channel in path:
            want["linear"][channel] += 1 / len(path)
        for channel in set(path):
            want["shapley"][channel] += 1 / len(set(path))
    result = ask("attribution", engine_of(facts), as_of_s=2 * 10**9)
    channels = result.tables["channels"]
    for rule, expected in want.items():
        got = {row["channel"]: row[rule] for row in channels if row[rule]}
        assert got == pytest.approx(dict(expected), abs=1e-5)
    assert sum(row["markov_points"] for row in channels) == 1000 * len(ends)


def test_chance_of_a_win_is_that_of_the_paths():
    rng = random.Random(4)
    steps, won = [], 0
    for _ in range(400):
        path = [("m", rng.choice("abcde")) for _ in range(rng.randint(1, 9))]
        is_won = rng.random() < 0.3
        won += is_won
        steps += [(is_won, before, player, 1) for before, player in zip([START, *path], path, strict=False)]
    found = removal(steps)
    assert found.chance == pytest.approx(won / 400, abs=1e-12)
    assert all(0 < effect < 1 for effect in found.effects.values())


@pytest.mark.long
def test_ranges_hold_the_truth():
    """Of 400 companies with a true share of 0.6 the range over wins holds it in about 95 of 100."""
    numpy = pytest.importorskip("numpy")
    rng = numpy.random.default_rng(7)
    kinds = numpy.array([[1.0], [0.5], [0.0]])
    chances = numpy.array([0.45, 0.3, 0.25])
    held = 0
    for _ in range(400):
        drawn = rng.multinomial(150, chances)
        band = bands(drawn.tolist(), kinds, [0])
        held += bool(band.low[0] <= 0.6 <= band.high[0])
    assert 0.92 <= held / 400 <= 0.98


def test_position_of_every_path_adds_up():
    for n in range(1, 8):
        shares = [position(n, place == 0, place == n - 1, 0 if place in (0, n - 1) else 1) for place in range(n)]
        assert sum(shares) == Fraction(1)
