import csv
import random
from pathlib import Path

import phonenumbers
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


def whole(text):
    """What the library says of a number in E.164, without any short way."""
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return None
    is_valid = phonenumbers.is_valid_number(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if is_valid else None


def test_a_number_that_is_written_so_already_is_read_as_the_library_reads_it():
    drawn = random.Random(7)
    codes = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
    texts = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)[::3]:
        example = phonenumbers.example_number(region)
        text = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
        for _ in range(6):  # near misses: digits changed, added, taken away, a zero or a one put before them
            at = drawn.randrange(4, len(text))
            texts += [text[:at] + str(drawn.randrange(10)) + text[at + 1 :], text[:at] + text[at + 1 :], text + "0"]
        head = f"+{example.country_code}"
        texts += [text, f"{head}0{text[len(head) :]}", f"{head}1{text[len(head) :]}", f"{head}8{text[len(head) :]}"]
    texts += [f"+{drawn.choice(codes)}{drawn.randrange(10**5, 10**11)}" for _ in range(600)]
    assert [text for text in texts if read_phone(text).e164 != whole(text)] == []
    assert sum(whole(text) is not None for text in texts) > 300
