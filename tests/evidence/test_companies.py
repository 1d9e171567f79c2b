"""Companies that look like one, with why; and those that must not."""

import random
import time

from leadpact.evidence.companies import Firm, _worth_comparing, alike, why

FIRMS = [
    Firm("Kessler Logistik GmbH"), Firm("Kessler Logistik"), Firm("Kessler Immobilien"),
    Firm("Bergström Textiles"), Firm("Bergstrom textiles"),
    Firm("Data Works Ltd", "dataworks.example"), Firm("Dataworks", "dataworks.example"),
    Firm("Okafor Shipping"), Firm("Okafor Shiping"),
    Firm("Halle 1 Systems"), Firm("Halle 2 Systems"),
    Firm("Lindner AG", "lindner.example"), Firm("Lindner GmbH", "lindner-bau.example"),
    Firm("Moreau", "moreau.example"), Firm("Moreau Conseil", "moreau.example"),
    Firm("Rahman Foods", "rahman.example"), Firm("Rahman Tools", "tools.example"),
    Firm("Northwind", "nw.example"), Firm("Contoso", "nw.example"),
]  # fmt: skip


def told(firms):
    return [
        (firms[p.one].name, firms[p.other].name, why(firms[p.one].name, firms[p.other].name, p.name, p.domain))
        for p in alike(firms)
    ]


def test_those_that_look_alike_are_found_the_surest_first_with_why():
    assert told(FIRMS) == [
        ("Data Works Ltd", "Dataworks", "same name but for spaces and order, same web domain"),
        ("Bergström Textiles", "Bergstrom textiles", "same name but for its spelling"),
        ("Kessler Logistik GmbH", "Kessler Logistik", "same name but for GmbH"),
        ("Moreau", "Moreau Conseil", "one name begins with the other, same web domain"),
        ("Lindner AG", "Lindner GmbH", "same name but for AG, GmbH; other web domain"),
        ("Okafor Shipping", "Okafor Shiping", "one letter differs"),
        ("Northwind", "Contoso", "same web domain; other name"),
    ]
    levels = [pair.level for pair in alike(FIRMS)]
    assert levels == sorted(levels, reverse=True)
    assert all(0.3 <= level < 1 for level in levels)


def test_a_domain_of_many_companies_says_nothing():
    many = [Firm(name, "group.example") for name in ("Amber", "Birch", "Cedar", "Dogwood", "Elder", "Fir")]
    assert alike(many) == []


def test_many_companies_are_looked_through_in_seconds():
    draw = random.Random(3)
    words = ["".join(draw.choices("abcdefghiklmnoprstu", k=draw.randint(4, 9))) for _ in range(6000)]
    firms = [Firm(" ".join(draw.sample(words, 2)).title()) for _ in range(20_000)]
    firms += [Firm(f"{firm.name} GmbH") for firm in firms[:100]]
    names = [firm.name for firm in firms]
    assert len(_worth_comparing(names, ["".join(name.split()) for name in names], [""] * len(names))) < 20 * len(firms)
    began = time.process_time()
    found = {(pair.one, pair.other) for pair in alike(firms)}
    assert {(at, 20_000 + at) for at in range(100)} <= found
    assert time.process_time() - began < 20  # About 1 second here; the square of the list would take minutes.
