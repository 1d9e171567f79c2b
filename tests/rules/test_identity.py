"""The same buyer is found again: by external id, e-mail or phone, in this order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.identity import FREE_MAIL, Address, Key, Match, is_free_mail, keys, match, read_email


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("ana@example.com", "ana@example.com"),
        ("  Ana.Lopez@Example.COM\t", "ana.lopez@example.com"),
        ("Ana+fair@example.com", "ana+fair@example.com"),
        ("a.n.a@gmail.com", "a.n.a@gmail.com"),
        ("ａｎａ@example．com", "ana@example.com"),
        ("ana@\ufb01rma.de", "ana@firma.de"),
        ("JOSÉ@example.com", "josé@example.com"),
        ("Jose\u0301@example.com", "josé@example.com"),
        ("Ana López <Ana@Example.com>", "ana@example.com"),
        ("mailto:Ana@example.com", "ana@example.com"),
        ("ana@bücher.example", "ana@bücher.example"),
        ("o'neil_x@sub.dept.example.co.uk", "o'neil_x@sub.dept.example.co.uk"),
        ("1@2.de", "1@2.de"),
    ],
)
def test_addresses_are_normalised(text, email):
    assert read_email(text) == Address(email, None)


NO_BOX = "what stands before the @ is no mail box"
NO_DOMAIN = "what stands after the @ is no domain such as example.com"
TOO_LONG = "it is too long: at most 64 signs before the @ and 254 in all"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "it is empty"),
        (" <> ", "it is empty"),
        ("ana", "it has no @"),
        ("ana@a.de, bo@b.de", "it has a space or an invisible sign in it"),
        ("an\u200ba@a.de", "it has a space or an invisible sign in it"),
        ("ana@a.de;bo@b.de", "it has more than one @; write one address"),
        ("@example.com", NO_BOX),
        (".ana@example.com", NO_BOX),
        ("ana.@example.com", NO_BOX),
        ("a..na@example.com", NO_BOX),
        ('"ana"@example.com', NO_BOX),
        ("ana@", NO_DOMAIN),
        ("ana@example", NO_DOMAIN),
        ("ana@example..com", NO_DOMAIN),
        ("ana@-example.com", NO_DOMAIN),
        ("ana@exa_.com", NO_DOMAIN),
        ("ana@127.0.0.1", NO_DOMAIN),
        (f"ana@{'x' * 64}.com", NO_DOMAIN),
        (f"{'x' * 65}@example.com", TOO_LONG),
        (f"ana@{'x' * 60}.{'y' * 60}.{'z' * 60}.{'w' * 60}.example.com", TOO_LONG),
    ],
)
def test_what_is_no_address_says_why(text, problem):
    assert read_email(text) == Address(None, problem)


@given(st.text(alphabet="aÄßＡ.+-@ <>é1\u200b", max_size=20))
def test_normalising_twice_changes_nothing(text):
    once = read_email(text).email
    assert once is None or read_email(once) == Address(once, None)


@pytest.mark.parametrize(
    ("email", "is_free"),
    [
        ("ana@gmail.com", True),
        (" Ana@GMX.de ", True),
        ("ana@mail.gmail.com", False),
        ("ana@acme.com", False),
        ("gmail.com", False),
        ("", False),
    ],
)
def test_free_mail(email, is_free):
    assert is_free_mail(email) is is_free


def test_every_provider_on_the_list_is_a_domain_in_small_letters():
    assert [read_email(f"a@{domain}").email for domain in sorted(FREE_MAIL)] == [f"a@{d}" for d in sorted(FREE_MAIL)]
    assert len(FREE_MAIL) > 100


EXTERNAL, EMAIL, PHONE = Key("external", "crm", "A-1"), Key("email", "", "ana@a.de"), Key("phone", "", "+4930123456")


def test_keys_come_in_the_order_in_which_they_decide():
    assert keys(("crm", " A-1 "), " ANA@a.de", "+4930123456") == (EXTERNAL, EMAIL, PHONE)
    assert keys() == ()


@pytest.mark.parametrize("phone", ["030 123456", "+49 30 123456", "+0301234567", "+123456", "+1234567890123456", ""])
def test_what_is_no_key_is_left_out(phone):
    assert keys(("crm", " "), "not an address", phone) == ()


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({}, Match(None, None, ())),
        ({PHONE: 7}, Match(7, "phone", ())),
        ({EMAIL: 7, PHONE: 7}, Match(7, "email", ())),
        ({PHONE: 9, EXTERNAL: 7}, Match(7, "external", (9,))),
        ({PHONE: 9, EMAIL: 8, EXTERNAL: 7}, Match(7, "external", (8, 9))),
        ({PHONE: 8, EMAIL: 8, EXTERNAL: 7}, Match(7, "external", (8,))),
        ({Key("external", "other", "A-1"): 3}, Match(None, None, ())),
    ],
)
def test_the_first_known_key_wins_and_others_are_reported(found, expected):
    assert match((EXTERNAL, EMAIL, PHONE), found) == expected
