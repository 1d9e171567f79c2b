from __future__ import annotations

import pytest

from leadpact.rules.criteria import (
    AccountLeads,
    All,
    AnyOf,
    Between,
    Condition,
    ContainsWord,
    DaysSince,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
)
from leadpact.rules.criteria_words import in_words, words_used
from leadpact.rules.pact import Gate, Lane
from leadpact.rules.terms import Field, Span
from tests.rules.small_pact import good_lead, row, small_pact, small_step


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Is("budget", ("approved", "planned")), "Budget approved or planned"),
        (Is("budget", ("approved", "planned"), negated=True), "Budget neither approved nor planned"),
        (Is("budget", ("none",), negated=True), "Budget not none"),
        (Is("country", ("DE", "AT", "CH")), "Country DE, AT or CH"),
        (Is("do_not_contact", ("true",)), "Do not contact yes"),
        (Is("source", ("trade_show",)), "Source trade show"),
        (Between("employees", 50, 500), "People 50 to 500"),
        (Between("employees", 1000000), "People at least 1000000"),
        (Between("timeframe_months", None, 1.5), "Timeframe (months) at most 1.5"),
        (Between("employees"), "People a number"),
        (Known("need"), "Need known"),
        (Known("country", wanted=False), "Country unknown"),
        (ContainsWord("job_title", ("head", "lead")), "Job title contains “head” or “lead”"),
        (FreeMail(), "E-mail at a free mail provider"),
        (FreeMail(wanted=False), "E-mail not at a free mail provider"),
        (InList("industry", "core_trades", frozenset()), "Industry on the list core trades"),
        (Touches(("page_view",), "pricing", 2, None, 30), "Pricing page 2 times in 30 days"),
        (Touches(("form_filled",), "demo"), "Demo form"),
        (Touches(("form_filled",), None, 1, None, 1), "Form submitted in 1 day"),
        (Touches(("call", "meeting"), None, 2, 4, 0.5), "Call or meeting 2 to 4 times in 12 hours"),
        (Touches(("page_view",), "jobs", 0, 0, 90), "Jobs page never in 90 days"),
        (Touches(("page_view",), None, 0, 1), "Page view at most 1 time"),
        (DaysSince("call", None, 7), "Last call at most 7 days ago"),
        (DaysSince("page_view", 7, 30), "Last page view 7 to 30 days ago"),
        (DaysSince("call"), "Last call at any time"),
        (AccountLeads(3, 30), "At least 3 other leads of the same company in 30 days"),
        (AccountLeads(1), "At least 1 other lead of the same company"),
        (All((Known("need"), Known("email"))), "Need known, and e-mail known"),
        (
            AnyOf((Known("phone"), All((Known("need"), Not(FreeMail()))))),
            "Phone known, or (need known, and not: e-mail at a free mail provider)",
        ),
        (Not(AnyOf((Known("need"), Known("note")))), "Not: (need known, or note known)"),
        (All(()), "Always"),
        (AnyOf((Known("need"),)), "Need known"),
    ],
)
def test_a_condition_in_words(condition: Condition, words: str) -> None:
    assert in_words(condition) == words


def test_the_pact_names_its_own_fields_and_codes() -> None:
    pact = small_pact(
        fields=(Field("contract_ends", "date", "Contract ends"), Field("crm", "coded", "CRM")),
        words={"trade_show": {"en": "the Trade Show"}},
    )
    texts = [
        in_words(condition, pact)
        for condition in (
            Between("contract_ends", 19723, 20088),
            All((Known("need"), Known("crm"))),
            Is("source", ("trade_show",)),
        )
    ]
    assert texts == ["Contract ends 2024-01-01 to 2024-12-31", "Need known, and CRM known", "Source the Trade Show"]


def test_words_are_gathered_from_every_condition_of_the_pact() -> None:
    title = ContainsWord("job_title", ("Head",))
    pact = small_pact(
        good_lead(
            row(AnyOf((title, ContainsWord("need", ("Press",)))), 5),
            must=(ContainsWord("need", ("line",)),),
            never=(Not(ContainsWord("note", ("Spam",))),),
        ),
        small_step(Lane("fast", Gate(always=True), Span(1, "hours"), when=ContainsWord("job_title", ("CEO",)))),
        covers=ContainsWord("company", ("GmbH",)),
    )
    assert words_used(pact) == {
        "company": {"gmbh"},
        "job_title": {"head", "ceo"},
        "need": {"press", "line"},
        "note": {"spam"},
    }
