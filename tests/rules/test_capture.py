"""From a record to facts: typed values, only what is new, no words in a fact."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadpact.rules.capture import (
    CaptureResult,
    FieldProblem,
    Incoming,
    Personal,
    Typed,
    clean_text,
    contains_word,
    derived_codes,
    facts_for,
    type_value,
)
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Value, seen
from leadpact.rules.terms import FIELDS, Field

NOW_S = 1_772_445_600
OWN = {
    "starts_on": Field("starts_on", "date", "Start"),
    "product": Field("product", "coded", "Product", codes=("Big One", "small")),
}
ALL = {**FIELDS, **OWN}
BLANK = Fact(0, "", "described", NOW_S, 0, side="buyer")


def take(values=None, known=None, known_personal=None, words=None, **more) -> CaptureResult:
    options = {key: more.pop(key) for key in ("is_new", "lead_id", "account_id") if key in more}
    incoming = Incoming(**{"occurred_s": NOW_S, "values": values or {}, **more})
    return facts_for(incoming, ALL, words or {}, known or {}, known_personal or {}, **{"is_new": False, **options})


def value(code: str, occurred_s: int = NOW_S - 10) -> Value:
    return Value(code, None, occurred_s, 1, "buyer", None)


def described(name: str, code: str, number: float | None = None) -> Fact:
    return BLANK._replace(field=name, value_code=code, value_number=number)


def test_a_new_lead_is_captured_and_described():
    result = take(
        {
            "budget": "Approved",
            "employees": "1,200",
            "email": " Ana@GMX.de ",
            "company": "Acme",
            "city": " ",
            "note": None,
        },
        is_new=True,
        lead_id=7,
        account_id=3,
        external_id="A-1",
        source_system="web",
        source="trade_show",
        campaign="hannover 2026",
        channel="event",
        found_by=12,
        side="marketing",
    )
    every = {
        "lead_id": 7,
        "account_id": 3,
        "by_id": 12,
        "side": "marketing",
        "channel": "event",
        "source_system": "web",
    }
    assert result == CaptureResult(
        facts=[
            BLANK._replace(kind="captured", source="trade_show", campaign="hannover 2026", external_id="A-1", **every),
            described("budget", "approved")._replace(**every),
            described("employees", "1200", 1200.0)._replace(**every),
            described("email", "known")._replace(**every),
            described("email_is_free_mail", "true")._replace(**every),
            described("company", "known")._replace(**every),
        ],
        personal=[Personal(3, "email", "ana@gmx.de"), Personal(5, "company", "Acme")],
        problems=[],
    )


def test_a_known_lead_gets_only_what_changed():
    result = take(
        {"budget": "planned", "employees": "1200.0", "company": " Acme ", "job_title": "Head of  buying"},
        known={
            "budget": value("approved"),
            "employees": value("1200"),
            "company": value("known"),
            "job_title": value("known"),
        },
        known_personal={"company": "Acme", "job_title": "Buyer"},
    )
    assert result == CaptureResult(
        [described("budget", "planned"), described("job_title", "known")],
        [Personal(1, "job_title", "Head of buying")],
        [],
    )


def test_nothing_given_never_overwrites():
    known = {"budget": value("approved"), "company": value("known")}
    assert take({"budget": "", "company": None, "need": "  "}, known, {"company": "Acme"}) == CaptureResult()


def test_what_is_older_than_what_is_known_adds_nothing():
    later = {"budget": value("planned", NOW_S + 1), "company": value("known", NOW_S + 1)}
    assert take({"budget": "approved", "company": "Old name"}, later, {"company": "New name"}) == CaptureResult()
    assert take({"budget": "unknown", "company": "unknown"}, later, {"company": "New name"}) == CaptureResult()
    same = {"budget": value("planned", NOW_S)}
    assert take({"budget": "approved"}, same).facts == [described("budget", "approved")]


def test_unknown_makes_a_value_and_all_derived_from_it_unknown():
    known = {name: value("true") for name in ("budget", "email", "email_is_free_mail", "need", "need:crane", "needs")}
    words = {"email": "ana@gmx.de", "need": "A crane"}
    assert take(
        {"budget": "Unknown", "email": "unknown", "need": "UNKNOWN", "city": "unknown"}, known, words
    ) == CaptureResult(
        [described(name, "unknown") for name in ("budget", "email", "email_is_free_mail", "need", "need:crane")], [], []
    )


def test_do_not_contact_is_a_fact_like_any_other():
    assert take({"do_not_contact": "yes"}).facts == [described("do_not_contact", "true")]
    assert take({"do_not_contact": "0"}, {"do_not_contact": value("true")}).facts == [
        described("do_not_contact", "false")
    ]


def test_words_looked_for_are_derived_when_the_text_is_new():
    result = take({"need": "A new crane, 5 t"}, words={"need": {"Crane", "press"}, "job_title": {"head"}})
    assert result == CaptureResult(
        [described("need", "known"), described("need:crane", "true"), described("need:press", "false")],
        [Personal(0, "need", "A new crane, 5 t")],
        [],
    )


def test_words_looked_for_later_are_derived_from_the_same_text():
    known = {"need": value("known"), "need:crane": value("true")}
    result = take({"need": "A crane"}, known, {"need": "A crane"}, {"need": {"crane", "press"}})
    assert result == CaptureResult([described("need:press", "false")], [], [])


def test_a_changed_address_tells_anew_whether_it_is_free_mail():
    known = {"email": value("known"), "email_is_free_mail": value("true")}
    result = take({"email": "ana@acme.de"}, known, {"email": "ana@gmx.de"})
    assert result.facts == [described("email", "known"), described("email_is_free_mail", "false")]
    same = take({"email": "bo@web.de"}, known, {"email": "ana@gmx.de"})
    assert same.facts == [described("email", "known")]


def test_all_problems_are_told_and_the_rest_is_taken():
    result = take(
        {
            "budget": "aproved",
            "employees": "50-100",
            "starts_on": "31.12.2026",
            "email": "ana",
            "industry": "ask ana@acme.de",
            "emplyees": "3",
            "email_is_free_mail": "false",
            "city": "x" * 301,
            "country": "DE",
        },
        side="both",
        source="a@b.de",
    )
    assert result.facts == [described("country", "DE")._replace(side="system")]
    assert [(problem.field, problem.expected) for problem in result.problems] == [
        ("source", "a short code: at most 100 signs, no @, nothing that names a person"),
        ("side", "one of buyer, marketing, sales, system"),
        ("budget", "one of approved, planned, none; did you mean approved?"),
        ("employees", "a number such as 1200, 1,200 or 12.5, without a unit"),
        ("starts_on", "a date such as 2026-03-31 (year-month-day)"),
        ("email", "an e-mail address such as ana@example.com; it has no @"),
        ("industry", "a short code: at most 64 signs, no @, nothing that names a person"),
        ("emplyees", "a field that is declared; did you mean employees? (declare your own under fields in the pact)"),
        ("email_is_free_mail", "a field that is declared (declare your own under fields in the pact)"),
        ("city", "at most 300 signs, not 301"),
    ]


def test_a_problem_reads_as_a_sentence():
    assert str(FieldProblem("employees", "many", "a number")) == "employees: 'many' was not taken; expected a number."


# ---- values ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [
        ("1200", "1200", 1200.0),
        ("-3", "-3", -3.0),
        ("+3.50", "3.5", 3.5),
        ("-0", "0", 0.0),
        (".5", "0.5", 0.5),
        ("1e3", "1000", 1000.0),
        ("1,200", "1200", 1200.0),
        ("1,200,000.25", "1200000.25", 1200000.25),
        ("1.200.000", "1200000", 1200000.0),
        ("1.200,5", "1200.5", 1200.5),
        ("1 200", "1200", 1200.0),
        ("1\u202f200\u00a0000", "1200000", 1200000.0),
        ("1'200", "1200", 1200.0),
        ("12,5", "12.5", 12.5),
        ("0,125", "0.125", 0.125),
        ("1200,75", "1200.75", 1200.75),
        ("1.2", "1.2", 1.2),
    ],
)
def test_numbers(text, code, number):
    assert type_value(FIELDS["score_elsewhere"], text) == Typed(code, number)


@pytest.mark.parametrize(
    ("text", "typed"),
    [("1.200", Typed("1200", 1200.0)), ("12.500.000", Typed("12500000", 12500000.0)), ("420", Typed("420", 420.0))],
)
def test_a_dot_parts_thousands_of_people(text, typed):
    assert type_value(FIELDS["employees"], text) == typed
    assert type_value(Field("load", "number", "Load"), "1.200") == Typed("1.2", 1.2)


@pytest.mark.parametrize(("text", "code"), [("de", "DE"), (" De-by ", "DE-BY"), ("Germany", "Germany")])
def test_a_country_is_one_in_whatever_case(text, code):
    assert type_value(FIELDS["country"], text) == Typed(code)


@pytest.mark.parametrize(
    "text",
    ["many", "50-100", "1,20,000", "12 kg", "1,200,00", "nan", "inf", "1e99", "9" * 17, "0x10", "1_000", "--3", "1..2"],
)
def test_what_is_no_number(text):
    typed = type_value(FIELDS["score_elsewhere"], text)
    assert (typed.code, typed.number) == (None, None)
    assert typed.expected.startswith("a number")


@given(st.integers(-(10**15), 10**15), st.sampled_from(("", ",", " ", "'")))
def test_thousands_read_back(number, separator):
    text = f"{number:,}".replace(",", separator)
    assert type_value(FIELDS["score_elsewhere"], text) == Typed(str(number), float(number))


@given(st.floats(-1e15, 1e15))
def test_a_number_keeps_its_value(number):
    typed = type_value(FIELDS["score_elsewhere"], repr(number))
    assert typed.number == number
    assert float(typed.code) == number


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("2026-03-31", Typed("2026-03-31", 20543.0)),
        ("1969-12-31", Typed("1969-12-31", -1.0)),
        ("2026-03-31T23:10:00Z", Typed("2026-03-31", 20543.0)),
        ("2026-02-29", Typed(None, None, "a date such as 2026-03-31 (year-month-day)")),
        ("20260331", Typed(None, None, "a date such as 2026-03-31 (year-month-day)")),
        ("2026-03-311", Typed(None, None, "a date such as 2026-03-31 (year-month-day)")),
    ],
)
def test_dates(text, typed):
    assert type_value(OWN["starts_on"], text) == typed


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("product", "big_one", "Big One"),
        ("product", "BIG-ONE", "Big One"),
        ("product", "Small", "small"),
        ("country", " de ", "DE"),
        ("industry", "health  &\u00a0beauty", "health & beauty"),
        ("do_not_contact", "TRUE", "true"),
        ("do_not_contact", "off", "false"),
    ],
)
def test_codes(name, text, code):
    assert type_value(ALL[name], text) == Typed(code)


@pytest.mark.parametrize(
    ("name", "text", "clean"),
    [
        ("company", "  Acme\u200b   Ltd\r\n & Sons\x07 ", "Acme Ltd & Sons"),
        ("name", "Jose\u0301", "José"),
        ("name", "نیک\u200cنام", "نیک\u200cنام"),
        ("need", "First.\r\n\r\n  Then   this. \n", "First.\n\nThen this."),
        ("email", "Ana <ANA@a.de>", "ana@a.de"),
    ],
)
def test_words_are_tidied(name, text, clean):
    assert clean_text(name, text) == Typed(clean)


def test_words_of_nothing_but_invisible_signs_are_no_words():
    assert take({"company": "\u200b\x07"}).problems == [FieldProblem("company", "\u200b\x07", "some text")]


@pytest.mark.parametrize(
    ("text", "word", "is_there"),
    [
        ("A new Crane.", "crane", True),
        ("Cranes", "crane", False),
        ("tower-crane!", "crane", True),
        ("Head  of\nbuying", "head of", True),
        ("STRASSE", "straße", True),
        ("C++ developer", "c++", True),
        ("C++ developer", "c", True),
        ("anything", " ", False),
    ],
)
def test_a_word_is_found_whole_and_whatever_its_case(text, word, is_there):
    assert contains_word(text, word) is is_there


def test_derived_codes_stand_beside_the_words():
    assert derived_codes("email", "ana@gmx.de", {"Gmx"}) == {"email:gmx": "true", "email_is_free_mail": "true"}
    assert derived_codes("need", "a crane", ()) == {}


# ---- properties --------------------------------------------------------------------------------------------

TEXTS = st.text(alphabet="aZé@. ,-1205\u200b\n", max_size=12) | st.sampled_from(
    ("approved", "unknown", "ana@gmx.de", "bo@acme.de", "1,200", "2026-01-01", "yes", "crane", "DE")
)
RECORDS = st.dictionaries(st.sampled_from([*ALL, "no_such"]), st.none() | TEXTS, max_size=8)
WORDS = {"need": {"crane"}, "company": {"a"}, "email": {"acme"}}


def remember(result: CaptureResult, facts: list[Fact], texts: dict[str, str]) -> None:
    """What the ledger does: number the facts, keep the words."""
    base = len(facts)
    facts += [fact._replace(seq=base + i + 1, id=str(base + i + 1)) for i, fact in enumerate(result.facts)]
    for fact in result.facts:
        if fact.value_code == "unknown":
            texts.pop(fact.field, None)
    texts.update({name: text for _, name, text in result.personal})


@settings(max_examples=60)
@given(st.lists(RECORDS, min_size=1, max_size=3))
def test_sending_again_changes_nothing(records):
    facts: list[Fact] = []
    texts: dict[str, str] = {}
    for i, values in enumerate(records):
        incoming = Incoming(NOW_S + i, values=values)
        remember(facts_for(incoming, ALL, WORDS, seen(facts).values, texts, is_new=i == 0), facts, texts)
    again = facts_for(
        Incoming(NOW_S + len(records), values=records[-1]), ALL, WORDS, seen(facts).values, texts, is_new=False
    )
    assert (again.facts, again.personal) == ([], [])


@settings(max_examples=60)
@given(RECORDS)
def test_no_personal_words_in_a_fact(values):
    marked = {
        name: f"Zebra{text}" for name, text in values.items() if text and name in ALL and ALL[name].type == "personal"
    }
    result = take(marked, words=WORDS)
    assert "zebra" not in json.dumps(result.facts).casefold()
    assert {result.facts[at].field for at, _, _ in result.personal} == {name for _, name, _ in result.personal}
