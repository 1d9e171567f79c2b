"""The page on public data holds what the commands answer, and what a count by hand of the raw files gives."""

import csv
import gzip
import json
import os
import re
import shlex
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from leadpact.connectors.fact_files import read_facts

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "explanation" / "real-data.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
OLIST, BANK, TOUCHES, PATHS = (
    "Olist: 8,000 qualified leads, 842 of them won",
    "A bank's telephone campaign: 41,188 clients",
    "Advertising touches of 7,896 customers",
    "88,387 paths already grouped",
)


def table(title):
    """The rows of the part's table of figures, by their first cell."""
    rows = re.findall(r"^\| (.+) \|$", PARTS[title], re.MULTILINE)[2:]
    return {cells[0]: cells[1:] for cells in (row.split(" | ") for row in rows)}


def percent(fraction):
    return f"{100 * fraction:.1f}%"


def raw(path, **how):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, **how))


# -- by hand -------------------------------------------------------------------------------------------------


def test_olist_by_hand(shared_data):
    """Nobody of the file is younger than 180 days on 30 November 2018, so the share won is k of n."""
    folder = shared_data / "olist_funnel"
    leads = {row["mql_id"]: row for row in raw(folder / "olist_marketing_qualified_leads_dataset.csv")}
    count, won, in_time = Counter(), Counter(), Counter()
    for row in leads.values():
        count[row["origin"] or "unknown"] += 1
    for row in raw(folder / "olist_closed_deals_dataset.csv"):
        lead = leads[row["mql_id"]]
        source = lead["origin"] or "unknown"
        first = datetime.fromisoformat(lead["first_contact_date"]).replace(tzinfo=ZoneInfo("America/Sao_Paulo"))
        won[source] += 1
        waited = datetime.fromisoformat(row["won_date"]).replace(tzinfo=UTC) - first
        in_time[source] += waited.days <= 180
    assert {name: cells[:3] for name, cells in table(OLIST).items()} == {
        name: [f"{count[name]:,}", str(won[name]), percent(in_time[name] / count[name])] for name in count
    }
    assert (sum(count.values()), sum(won.values())) == (8000, 842)
    assert f"Within 180 days of capture {percent(sum(in_time.values()) / 8000)}" in PAGE


def test_the_bank_by_hand(shared_data):
    clients = raw(shared_data / "bank_marketing" / "bank-additional-full.csv.gz", delimiter=";")
    ended = Counter((row["contact"], int(row["campaign"]), row["y"] == "yes") for row in clients)
    kinds = sorted({kind for kind, _, _ in ended})

    def at(attempt, kinds):
        risk = sum(n for (kind, k, _), n in ended.items() if kind in kinds and k >= attempt)
        yes, no = (sum(ended[kind, attempt, is_won] for kind in kinds) for is_won in (True, False))
        return risk, yes, no

    want, silent, as_worked, kept, apart = {}, 1.0, 0.0, 1.0, dict.fromkeys(kinds, 1.0)
    for attempt in range(1, 8):
        risk, yes, no = at(attempt, kinds)
        as_worked, silent, kept = (
            as_worked + silent * yes / risk,
            silent * (1 - (yes + no) / risk),
            kept * (1 - yes / risk),
        )
        for kind in kinds:
            own, won, _ = at(attempt, [kind])
            apart[kind] *= 1 - won / own
        alike = sum(at(1, [kind])[0] * (1 - apart[kind]) for kind in kinds) / len(clients)
        shares = (yes / risk, yes / (yes + no), as_worked, 1 - kept, alike)
        want[str(attempt)] = [f"{risk:,}", f"{yes:,}", *map(percent, shares)]
    assert table(BANK) == want


def credits_by_hand(paths):
    """First, last, linear and Shapley of (channels, wins), as the page writes them."""
    found = {rule: defaultdict(float) for rule in ("first", "last", "linear", "shapley")}
    for channels, wins in paths:
        found["first"][channels[0]] += wins
        found["last"][channels[-1]] += wins
        for channel in channels:
            found["linear"][channel] += wins / len(channels)
        for channel in set(channels):
            found["shapley"][channel] += wins / len(set(channels))
    return {
        channel: [f"{found[rule][channel]:.1f}" for rule in ("first", "last", "linear", "shapley")]
        for channel in found["shapley"]
    }


def test_touches_by_hand(shared_data):
    told, ends = defaultdict(list), {}
    for row in raw(shared_data / "attribution_touches" / "attribution_data.csv.gz"):
        customer, is_won = row["customer_id"], row["conversion"] == "1"
        told[customer].append((row["time"], is_won, row["channel"].lower().replace(" ", "_")))
        if is_won:
            ends[customer] = min(row["time"], ends.get(customer, row["time"]))
    paths = [([each[2] for each in sorted(told[who]) if each[0] <= end], 1) for who, end in ends.items()]
    assert (len(told), len(paths)) == (7896, 1642)
    found = {channel: [*cells[:3], cells[5]] for channel, cells in table(TOUCHES).items()}
    assert found == credits_by_hand(paths)


def test_paths_by_hand(shared_data):
    rows = raw(shared_data / "attribution_paths" / "channel_paths_10k.csv.gz")
    paths = [(row["path"].split(" > "), int(row["total_conversions"])) for row in rows]
    found = {channel: [*cells[:3], cells[4]] for channel, cells in table(PATHS).items()}
    want = credits_by_hand(paths)
    assert found == {channel: cells for channel, cells in want.items() if channel in found}
    assert {channel for channel, cells in want.items() if cells[3] != "0.0"} == set(found)


# -- the example that makes facts of them ----------------------------------------------------------------------


def made(tmp_path, text):
    (tmp_path / "in.csv").write_text(text)
    arguments = [sys.executable, str(ROOT / "examples" / "attribution_to_facts.py"), "in.csv", "out.csv"]
    subprocess.run(arguments, cwd=tmp_path, check=True, capture_output=True)
    return [
        (fact.lead_id, fact.kind, fact.occurred_s, fact.channel)
        for batch in read_facts(tmp_path / "out.csv", now_s=2 * 10**9)
        for _, fact in batch
    ]


def test_touches_become_facts_in_order_of_time(tmp_path):
    text = (
        "customer_id,time,interaction,conversion,conversion_value,channel\n"
        "A1,2018-07-02T00:00:05Z,conversion,1,6.5,Paid Search\n"
        "A1,2018-07-02T00:00:00Z,impression,0,0,Facebook\n"
    )
    start = int(datetime(2018, 7, 2, tzinfo=UTC).timestamp())
    assert made(tmp_path, text) == [
        ("A1", "captured", start, "web"),
        ("A1", "page_view", start, "facebook"),
        ("A1", "page_view", start + 5, "paid_search"),
        ("A1", "won", start + 5, None),
    ]


def test_a_grouped_path_becomes_a_lead_for_each_win_and_each_failure(tmp_path):
    text = "path,total_conversions,total_conversion_value,total_null\neta > iota,1,0.2,2\nbeta,0,0,1\n"
    kinds = defaultdict(list)
    for lead, kind, _, channel in made(tmp_path, text):
        kinds[lead].append((kind, channel))
    walked = [("captured", "web"), ("page_view", "eta"), ("page_view", "iota")]
    assert dict(kinds) == {
        "path-1": [*walked, ("won", None)],
        "path-2": walked,
        "path-3": walked,
        "path-4": [("captured", "web"), ("page_view", "beta")],
    }


# -- the commands ----------------------------------------------------------------------------------------------


def commands(title):
    """Each command of a part with the lines that its answer must have, in this order."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", PARTS[title], re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line != "…":
                found[-1][1].append(line)
    return found


def given(command, home):
    """Run a command of the page; gives what it answers."""
    name, *arguments = shlex.split(command)
    start = [sys.executable, "-m", "leadpact"] if name == "leadpact" else [sys.executable]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LEADPACT_")}
    environment = {**kept, "LEADPACT_HOME": str(home / "home"), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([*start, *arguments], cwd=home, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def figures(title, home):
    """The table of a part as the measure's JSON has it."""
    measure = {OLIST: "source_quality", BANK: "persistence"}.get(title, "attribution")
    (asked,) = [command for command, _ in commands(title) if command.startswith(f"leadpact evidence {measure} ")][:1]
    body = json.loads(given(f"{asked} --format json", home))
    if title == OLIST:
        return {
            row["source"]: [
                percent(row["won_share"]),
                f"{percent(row['won_share_low'])} to {percent(row['won_share_high'])}",
            ]
            for row in body["rows"]
            if row["day"] == 180
        }
    if title == BANK:
        curves = ("hazard", "naive", "cif_as_run", "cif_if_everyone_had_been_kept", "cif_like_with_like")
        naive = {row["attempt"]: row["naive_rate"] for row in body["tables"]["naive"]}
        rows = [{**row, "naive": naive[row["attempt"]]} for row in body["rows"][:7]]
        return {str(row["attempt"]): [percent(row[curve]) for curve in curves] for row in rows}
    rules = ["first", "last", "linear", "position", *(["decay"] if title == TOUCHES else []), "shapley", "markov"]
    return {row["channel"]: [f"{row[rule]:.1f}" for rule in rules] for row in body["tables"]["channels"]}


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("title", [OLIST, BANK, TOUCHES, PATHS])
def test_the_commands_answer_what_the_page_says(shared_data, tmp_path, title):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "shared").symlink_to(shared_data.parent)
    for command, lines in commands(title):
        answer = iter(given(command, tmp_path).splitlines())
        missing = [line for line in lines if line not in answer]  # the iterator goes on, so the order counts
        assert (command, missing) == (command, [])
    shown = table(title)
    skipped = 2 if title in (OLIST, BANK) else 0
    assert figures(title, tmp_path) == {name: cells[skipped:] for name, cells in shown.items()}


def test_every_measure_is_asked_of_olist():
    from leadpact.evidence.catalogue import MEASURES

    asked = {command.split()[2] for command, _ in commands(OLIST) if command.startswith("leadpact evidence")}
    assert asked == set(MEASURES)
