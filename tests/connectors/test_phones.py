import csv
from pathlib import Path

import pytest

from leadpact.connectors.phones import Phone, read_phone

EXAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "phone_examples" / "example_numbers.csv"


@pytest.mark.parametrize(
    ("text", "region", "phone"),
    [
        ("030 123456", "DE", "+4930123456"),
        ("030/12 34-56", "de", "+4930123456"),
        ("0049 30 123456", "DE", "+4930123456"),
        ("+49 30 123456 ext. 12", None, "+4930123456"),
        ("tel:+49-30-123456", None, "+4930123456"),
        (" (11) 96123-4567 ", "BR", "+5511961234567"),
    ],
)
def test_all_spellings_of_a_number_become_one(text, region, phone):
    assert read_phone(text, region) == Phone(phone)


@pytest.mark.parametrize(
    ("text", "region", "reason"),
    [
        ("", "DE", "it is blank"),
        ("call me", "DE", "it holds no phone number"),
        ("030 123456", None, "it has no country code, and the lead's country is not known"),
        ("030 123456", "XX", "it has no country code, and the lead's country is not known"),
        ("+999 123456", "DE", "its country code does not exist"),
        ("030", "DE", "it lacks its area code"),
        ("030 1234567890123456789", "DE", "it is too long"),
        ("1" * 300, "DE", "it is too long"),
        ("+1 000 000 0000", None, "no number in US begins so"),
    ],
)
def test_what_is_no_number_says_why(text, region, reason):
    assert read_phone(text, region) == Phone(None, reason)


@pytest.mark.skipif(not EXAMPLES.exists(), reason="shared/data/phone_examples is not beside the checkout")
def test_every_country_s_example_is_read_in_every_spelling():
    with EXAMPLES.open(newline="") as file:
        rows = list(csv.DictReader(file))
    spellings = ("national", "international", "e164", "rfc3966")
    wrong = [
        (row["region"], row[spelling])
        for row in rows
        for spelling in spellings
        if read_phone(row[spelling], row["region"]) != Phone(row["e164"])
    ]
    assert (len(rows), wrong) == (489, [])
