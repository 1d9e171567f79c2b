"""Leads that look alike are found as they come, and rows of a file before they come, without the whole base being read."""

import csv
from pathlib import Path

import pytest

from leadpact.evidence.duplicates import find
from leadpact.evidence.duplicates_words import record
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import DuplicatePair, Lead, LookedThrough
from leadpact.operations import capture, duplicates, imports_runs, merging
from leadpact.operations.duplicates_near import near
from leadpact.queries.merging import family_of
from tests.company import company

pytestmark = pytest.mark.django_db
SPLINK = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "duplicates" / "splink_fake_1000.csv"


@pytest.fixture
def acme():
    made = company()
    for n, name in enumerate(("Tom Berg", "Ida Lind", "Ali Okafor", "Rosa Moreau", "Chen Weiss", "Lena Visser")):
        made.lead(f"s{n}", name=name, company=f"{name[:3]} Works {n * 37}", email=f"{name[:3].lower()}@c{n}.example")
    return made


def pairs():
    return list(DuplicatePair.objects.order_by("pk").values_list("one_id", "other_id", "state"))


def test_a_lead_that_comes_is_compared_without_anybody_asking(acme):
    first = acme.lead("a", name="Nadia Rahman", company="Kessler GmbH", email="n.rahman@kessler.example")
    assert (duplicates.look_fresh(), pairs()) == (7, [])
    assert duplicates.look_fresh() == 0, "nothing came"
    second = acme.lead("b", name="Nadia Rahmann", company="Kessler", email="nadia@kessler.example")
    assert (duplicates.look_fresh(), pairs()) == (1, [(first, second, "open")])
    twin = family_of(acme.actor("marketer"), Lead.objects.get(pk=first)).twin
    assert (twin.id, twin.name) == (second, "Nadia Rahmann, Kessler")
    assert twin.why.startswith("same company, name differs by a slip")
    assert family_of(acme.actor("reader"), Lead.objects.get(pk=first)).twin is None, "who may not merge is not asked"


def test_a_pair_that_was_decided_stays_so_and_one_that_is_alike_no_more_goes(acme):
    first = acme.lead("a", name="Nadia Rahman", company="Kessler", email="n.rahman@kessler.example")
    second = acme.lead("b", name="Nadia Rahman", company="Kessler", email="nadia@kessler.example")
    third = acme.lead("c", name="Nadia Rahman", company="Kessler", email="rahman@kessler.example")
    duplicates.look_fresh()
    assert len(pairs()) == 3
    apart = DuplicatePair.objects.get(one_id=first, other_id=second)
    duplicates.decide(actor=SYSTEM, pair_id=apart.pk, is_one=False, now_s=acme.now_s)
    for name in ("Wouter Aubert", "Marek Sedlar"):  # The third one was somebody else.
        capture.describe_lead(
            actor=acme.actor("marketer"),
            lead_id=third,
            values={"name": name, "company": f"{name} BV"},
            now_s=acme.now_s,
        )
    duplicates.look_fresh()
    assert pairs() == [(first, second, "apart")]


def test_a_merged_lead_is_not_offered_again(acme):
    first = acme.lead("a", name="Nadia Rahman", company="Kessler", email="n.rahman@kessler.example")
    second = acme.lead("b", name="Nadia Rahman", company="Kessler", email="nadia@kessler.example")
    duplicates.look_fresh()
    merging.merge(actor=SYSTEM, lead_id=first, other_id=second, now_s=acme.now_s)
    assert family_of(SYSTEM, Lead.objects.get(pk=first)).twin is None
    merging.unmerge(actor=SYSTEM, lead_id=second, now_s=acme.now_s)
    duplicates.look_fresh()
    assert family_of(SYSTEM, Lead.objects.get(pk=first)).twin.id == second


def test_many_leads_are_looked_at_in_turns(acme):
    turns = []
    while done := duplicates.look_fresh(limit=4):
        turns.append((done, LookedThrough.objects.get().seq))
    assert [done for done, _ in turns] == [4, 2]
    assert turns[0][1] < turns[1][1]


def test_many_rows_that_share_names_with_others_hide_no_twin(acme):
    """What was fetched because it bears the same name does not make that name seem frequent."""
    firsts, lasts = ("Nadia", "Wouter", "Lucia", "Marek", "Sanne"), ("Visser", "Robles", "Aubert", "Terpstra", "Sedlar")
    for n in range(250):
        acme.lead(f"n{n}", name=f"{firsts[n % 5]} {lasts[n // 5 % 5]}", company=f"Firm {chr(65 + n % 23)}{n} GmbH")
    known = Lead.objects.get(company="Firm A46 GmbH")
    asked = [
        {"name": f"{firsts[n % 5]} {lasts[n // 5 % 5]}", "company": f"Werk {chr(65 + n % 23)}{n}"} for n in range(250)
    ]
    twin = {"name": known.name, "company": "Firm A46"}
    found = near([*asked, twin], at_least=0.5)
    assert [(each.at, each.lead_id) for each in found if each.lead_id] == [(250, known.pk)]


def preview_of(text, tmp_path, now_s):
    run = imports_runs.upload(actor=SYSTEM, name="people.csv", pieces=[text.encode()], now_s=now_s)
    prepared = imports_runs.look(actor=SYSTEM, run_id=run.pk, now_s=now_s)
    return imports_runs.look_closer(actor=SYSTEM, run_id=run.pk, prepared=prepared, now_s=now_s)


def test_a_preview_names_the_lead_that_a_row_looks_like(acme, settings, tmp_path):
    settings.HOME = tmp_path
    known = acme.lead("a", name="Nadia Rahman", company="Kessler GmbH", email="n.rahman@kessler.example")
    before = Lead.objects.count()
    text = "Name,Company,Email\n" + "".join(f"{row}\n" for row in (
        "Nadia Rahman,Kessler,nadia@home.example", "Grace Abara,Nordlicht,grace@nordlicht.example",
        "Grace Abarra,Nordlicht AG,abara@nordlicht.example", "Yanis Robles,Quelle,yanis@quelle.example",
        "Tom Berg,Tom Works 0,tom@c0.example",
    ))  # fmt: skip
    found = preview_of(text, tmp_path, acme.now_s)
    assert [(row.line, row.lead_id, row.other_line, row.called) for row in found.likely.rows] == [
        (2, known, None, "Nadia Rahman, Kessler GmbH"), (4, None, 3, "Grace Abara, grace@nordlicht.example, Nordlicht"),
    ]  # fmt: skip
    assert found.likely.rows[0].why.startswith("same name, same company")
    assert (found.likely.compared, found.likely.count) == (4, 2)
    assert [(line.line, [name for _, name in line.named]) for line in found.duplicates] == [
        (6, ["Tom Berg, Tom Works 0"])
    ]
    assert Lead.objects.count() == before


def test_a_preview_of_deals_says_to_whom_they_go_and_which_could_go_to_several(acme, settings, tmp_path):
    settings.HOME = tmp_path
    one = acme.lead("a", name="Nadia Rahman", company="Kessler GmbH", email="n.rahman@kessler.example")
    two = [acme.lead(n, name=f"{n} Visser", company="Nordlicht AG") for n in ("Lena", "Rosa")]
    text = "Deal ID,Company,Stage,Amount,Currency,Opened\n" + "".join(f"{row}\n" for row in (
        "d1,Kessler,Offer,12000,EUR,2026-05-01", "d2,Nordlicht,Offer,9000,EUR,2026-05-02",
    ))  # fmt: skip
    found = preview_of(text, tmp_path, acme.now_s)
    assert found.counts == {"created": 1, "rejected": 1}
    assert [(line.line, line.who, line.says, line.named) for line in found.created] == [
        (2, "d1", "goes to", ((one, "Nadia Rahman, Kessler GmbH"),))
    ]
    assert [(line.line, line.who) for line in found.rejected] == [(3, "Nordlicht")]
    assert f"leads {two[0]} and {two[1]} are: which?" in found.rejected[0].says
    assert found.rejected[0].named == tuple(
        (two[at], f"{n} Visser, Nordlicht AG") for at, n in enumerate(("Lena", "Rosa"))
    )


@pytest.mark.skipif(not SPLINK.is_file(), reason="the sets with known answers lie beside the checkout only")
def test_looking_up_finds_what_looking_through_everything_finds(acme):
    """Half of a set with known answers is the base, the other half comes in; towns stand for companies."""
    with SPLINK.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    people = [
        {"name": f"{row['first_name']} {row['surname']}".strip(), "company": row["city"], "email": row["email"]}
        for row in rows
    ]
    people = [{name: text for name, text in each.items() if text} for each in people]
    order = [*range(0, len(rows), 2), *range(1, len(rows), 2)]
    people, who = [people[at] for at in order], [rows[at]["cluster"] for at in order]
    half = len(rows) // 2
    for n, each in enumerate(people[:half]):  # Without keys, so that nobody is matched for sure.
        lead_id = acme.lead(f"p{n}", name=each.get("name", "-"), company=each.get("company", ""))
        Lead.objects.filter(pk=lead_id).update(name=each.get("name"), email=each.get("email"))
    first = lead_id - half + 1
    true = {
        (one, other - half)
        for one in range(half) for other in range(half, len(rows)) if who[one] == who[other]
    }  # fmt: skip
    looked_up = {(each.lead_id - first, each.at) for each in near(people[half:], at_least=0.3) if each.lead_id}
    records = [record(each) for each in people]
    everything = {
        (pair.one, pair.other - half)
        for pair in find(records, at_least=0.5, fresh=range(half, len(rows)))
        if pair.one < half
    }
    assert len(looked_up & true) >= 0.98 * len(looked_up)
    assert len(looked_up & true) >= 0.93 * len(everything & true)
    assert len(looked_up) > 500
