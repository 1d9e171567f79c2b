"""Amounts as people of many countries type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.deals_amount import read_amount


@pytest.mark.parametrize(
    ("text", "digits", "amount"),
    [
        ("12000", 2, "12000"),
        ("12.000", 2, "12000"),
        ("12,000", 2, "12000"),
        ("1.234.567", 2, "1234567"),
        ("12.000,50", 2, "12000.50"),
        ("12,000.50", 2, "12000.50"),
        ("12000.5", 2, "12000.5"),
        ("12000,50", 2, "12000.50"),
        ("12,5", 2, "12.5"),
        ("0,99", 2, "0.99"),
        ("12 000", 2, "12000"),
        ("12\u202f000,50", 2, "12000.50"),
        ("12'000.50", 2, "12000.50"),
        ("€12,000", 2, "12000"),
        ("12.000 €", 2, "12000"),
        ("EUR 12.000,50", 2, "12000.50"),
        ("R$ 1.500", 2, "1500"),
        ("12.000", 0, "12000"),
        ("12.000", 3, "12.000"),
        ("12,000", 3, "12000"),
        ("12,000.500", 3, "12000.500"),
        (" 0 ", 2, "0"),
    ],
)
def test_amounts_are_read_as_they_are_meant(text, digits, amount):
    assert read_amount(text, digits) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "-5",
        "1e20",
        "12.0000",
        "12,345,67",
        "1.23.456",
        "0.000",
        "12.34.56",
        "12 00",
        "NaN",
        "1-2",
        "٣",
        "€",
        "5 days",
    ],
)
def test_what_is_no_amount_is_not_guessed(text):
    assert read_amount(text, 2) is None


def test_no_decimals_are_taken_where_the_currency_has_none():
    assert read_amount("12,5", 0) is None


@given(st.integers(0, 10**12), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("'", ".")]))
def test_an_amount_written_in_any_country_is_itself(minor, marks):
    group, point = marks
    text = f"{minor // 100:,}".replace(",", group) + f"{point}{minor % 100:02d}"
    assert read_amount(text, 2) == Decimal(minor) / 100
