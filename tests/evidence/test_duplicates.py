"""Duplicates are found where the answers are known, with a level that means what it says, and with reasons."""

from pathlib import Path

import pytest
from benchmarks.duplicates import measured, sets

from leadpact.evidence.duplicates import NEAR, OTHER, SAME, find
from leadpact.evidence.duplicates_blocks import candidates, sound
from leadpact.evidence.duplicates_words import company_of, name_of, record, street_of, why

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "duplicates"
LEAST = {"FEBRL 3": 0.95, "FEBRL 4": 0.98, "splink fake 1000": 0.88, "organisations": 0.9}


@pytest.mark.skipif(not DATA.is_dir(), reason="the sets with known answers lie beside the checkout only")
def test_the_sets_with_known_answers():
    found = {each.name: measured(each) for each in sets(DATA)}
    assert {name: each.f1 >= LEAST[name] for name, each in found.items()} == dict.fromkeys(LEAST, True)


def people(count):
    """Strangers."""
    firsts = ("nadia", "tom", "ida", "marek", "lena", "ali", "chen", "rosa")
    lasts = ("kessler", "berg", "okafor", "lind", "rahman", "weiss", "moreau")
    return [
        record({
            "name": f"{firsts[n % 8]} {lasts[n % 7]}{'x' * (n // 56)}", "company": f"Company {n * 7919 % 9973}",
            "email": f"{firsts[n % 8]}{n}@c{n}.example", "phone": f"+4930{n * 104_729 % 10_000_000:07d}",
        })
        for n in range(count)
    ]  # fmt: skip


def test_strangers_are_not_found_and_a_duplicate_is_with_its_reasons():
    twin = record({"name": "Rahmann, Nadia", "company": "Kessler Logistik GmbH", "phone": "+49301234567"})
    one = record({
        "name": "Dr. Nadia Rahman", "company": "Kessler Logistik", "email": "n.rahman@kessler.example", "phone": "+49301234567",
    })  # fmt: skip
    pairs = find([*people(100), one, twin], at_least=0.5)
    assert [(pair.one, pair.other) for pair in pairs] == [(100, 101)]
    assert pairs[0].level > 0.95
    assert why(pairs[0]) == "same phone, same company, name differs by a slip"


def test_only_pairs_with_a_fresh_record_are_looked_at():
    one = record({"name": "Nadia Rahman", "phone": "+49301234567", "company": "Kessler"})
    records = [*people(50), one, one, one]
    every = {(pair.one, pair.other) for pair in find(records, at_least=0.9)}
    assert every == {(50, 51), (50, 52), (51, 52)}
    assert {(p.one, p.other) for p in find(records, at_least=0.9, fresh={52})} == {(50, 52), (51, 52)}


def test_nothing_comes_of_nothing():
    assert find([]) == []
    assert find([{}, {}]) == []
    assert candidates([{"last": "berg"}, {}]) == set()


def test_names_written_the_other_way_round_are_near():
    pairs = find([*people(60), {"first": "aria", "last": "cross", "birth": "19990114"}, {"first": "cross", "last": "aria", "birth": "19990114"}], at_least=0.1)  # fmt: skip
    assert [dict(pair.why)["first"] for pair in pairs] == [NEAR]


def test_what_speaks_against_it_is_said_too():
    pairs = find(
        [
            *people(60),
            record({"name": "Nadia Rahman", "phone": "+49301234567", "company": "Kessler"}),
            record({"name": "Nadia Rahman", "phone": "+49301234567", "company": "Oberon"}),
        ],
        at_least=0.1,
    )
    assert (dict(pairs[0].why)["company"], dict(pairs[0].why)["phone"]) == (OTHER, SAME)
    assert why(pairs[0]) == "same phone, same name; other company"


def test_spellings():
    assert name_of("Rahman, Nadia") == name_of("Dr. Nadia  RAHMAN") == ("nadia", "rahman")
    assert name_of("Müller") == ("muller", "")
    assert company_of("Kessler GmbH & Co. KG") == company_of("KESSLER") == "kessler"
    assert street_of("12 High Street") == ("high st", "12")
    assert sound("robert") == sound("rupert")


def base(leads=600):
    """People of a few names in many companies, each with an address made of both, as in a base of business leads."""
    firsts, lasts = ("Nadia", "Wouter", "Lucia", "Marek", "Sanne", "Yanis"), ("Visser", "Robles", "Aubert", "Terpstra")
    return [
        {"name": f"{(a := firsts[n % 6])} {(b := lasts[n // 6 % 4])}", "company": f"Firm {chr(65 + n % 23)}{n}",
         "email": f"{a}.{b}@firm{n}.example".lower(), "country": "NL"}
        for n in range(leads)
    ]  # fmt: skip


def test_who_only_bears_the_same_name_elsewhere_is_somebody_else():
    leads = base()
    twin = {**leads[7], "email": "wouter.robles2@firm7.example"}
    found = find([record(each) for each in (*leads, twin)], at_least=0.3)
    assert [(pair.one, pair.other) for pair in found] == [(7, len(leads))]


def test_colleagues_with_one_surname_are_two():
    first = {"name": "Marek Sedlar", "company": "Dormoor Foods", "email": "marek.sedlar@dormoor-foods.example"}
    second = {"name": "Kacper Sedlar", "company": "Dormoor Foods", "email": "kacper.sedlar@dormoor-foods.example"}
    found = find([record(each) for each in (*base(), first, second)], at_least=0.9)
    assert found == []


@pytest.mark.parametrize(
    ("domain", "is_one"),
    [
        ("erlbruck-verre.example", False),
        ("velbruck-verre.example", True),
        ("mail.velbruck-verre.test", True),
        ("velbrueck-verre.example", True),
        ("gmail.com", True),
    ],
)
def test_one_name_at_companies_called_alike_is_two_people_where_each_has_a_domain_of_its_own(domain, is_one):
    one = {"name": "Marcus Tran", "company": "Velbrück Verre", "email": "marcus.tran@velbruck-verre.example"}
    other = {"name": "Marcus Tran", "company": "Erlbrück Verre", "email": f"marcus.tran@{domain}"}
    found = find([record(each) for each in (*base(), one, other)], at_least=0.8)
    assert [(pair.one, pair.other) for pair in found] == ([(600, 601)] if is_one else [])
