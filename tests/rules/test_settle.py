"""Joining two files' rows, and what the words of other systems mean."""

import pytest

from leadpact.rules import settle_words as words
from leadpact.rules.settle import Join, Marks, company_key, id_key, join, phone_key, repeated


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Marketing Qualified Lead", True), ("marketingqualifiedlead", True), ("Closed - Converted", True), ("Hot", True),
        ("Subscriber", False), ("lead", False), ("Closed - Not Converted", False), ("Unqualified", False),
        ("Zebra", None), ("", None),
    ],
)  # fmt: skip
def test_what_marketing_says_of_a_lead(text, good):
    assert words.says_good(text) is good


def test_a_lead_that_sales_has_just_begun_with_has_no_verdict():
    found = [
        words.sales_says_good(text) for text in ("Lead", "Nurture", "Unqualified", "Converted", "Working - Contacted")
    ]
    assert found == [None, None, False, True, None]


def test_whether_a_status_tells_of_a_contact():
    said = {text: words.says_contacted(text) for text in (
        "Open - Not Contacted", "Working - Contacted", "NEW", "ATTEMPTED_TO_CONTACT", "CONNECTED", "Unqualified", "Purple",
    )}  # fmt: skip
    assert said == {
        "Open - Not Contacted": False, "Working - Contacted": True, "NEW": False, "ATTEMPTED_TO_CONTACT": True,
        "CONNECTED": True, "Unqualified": True, "Purple": None,
    }  # fmt: skip


def test_how_deals_end_by_their_words():
    told = (
        "Closed Won",
        "closedwon",
        "Won",
        "Gewonnen",
        "Closed Lost",
        "LOST",
        "Verloren",
        "Negotiation/Review",
        "Wonder",
        "",
    )
    assert [words.ending(text) for text in told] == ["won"] * 4 + ["lost"] * 3 + ["open"] * 3


def test_kinds_of_contacts_and_whether_they_took_place():
    told = ("Call", "Email: Offer", "Demo", "LinkedIn InMail", "To do")
    assert [words.contact(text) for text in told] == ["call", "email", "meeting", "social", None]
    assert [words.is_done(text) for text in ("Completed", "", "Not Started", "Deferred")] == [True, True, False, False]


def test_keys_are_compared_as_people_would():
    assert company_key("Société Île S.A.") == company_key("SOCIETE ILE") == "societe ile"
    assert company_key("The Company GmbH & Co. KG") == company_key("the company gmbh co kg")
    assert phone_key("030/901820") == phone_key("+49 30 901820") == "30901820"
    assert phone_key("12") == ""
    assert id_key("00Q5g00000AbCdEAAV") == "00Q5g00000AbCdE"
    assert id_key("8001.0") == "8001"


def test_rows_join_by_the_surest_key_first():
    marketing = Marks(
        ids=["1", "2", "3", "4"], emails=["a@x.example", "B@X.example", "", ""],
        phones=["", "", "+49 30 12345678", ""], companies=["Acme Inc", "Bolt GmbH", "Bolt GmbH", "Cord Ltd"],
        names=["Ann Bell", "Ben Cole", "Cid Dorn", "Eva Falk"],
    )  # fmt: skip
    sales = Marks(
        ids=["2", "", "", "", "", "", ""], emails=["a@x.example", "b@x.example", "", "", "", "", "no@where.example"],
        phones=["", "", "03012345678", "", "", "", ""],
        companies=["", "", "", "BOLT", "Bolt", "Cord Limited", "Nobody"],
        names=["", "", "", "Cole, Ben", "", "Somebody Else", ""],
    )  # fmt: skip
    assert join(marketing, sales, repeated(marketing)) == [
        Join(1, "id", False), Join(1, "email", False), Join(2, "phone", False), Join(1, "company and name", False),
        Join(1, "company", True), Join(3, "company", True), None,
    ]  # fmt: skip


def test_rows_of_one_lead_count_once():
    marks = Marks(ids=["1", "2", "3", "1"], emails=["a@x.example", "b@x.example", "A@x.example", ""])
    assert repeated(marks) == [0, 1, 0, 0]
