from __future__ import annotations

import pytest

from leadpact.rules.pact import Recycle
from leadpact.rules.terms import Span
from leadpact.rules.verdict import (
    Afterwards,
    AlreadyAnswered,
    UnknownReason,
    Verdict,
    after_reject,
    check_back_to_marketing,
    check_reject,
    check_unanswered,
)
from tests.rules.small_pact import small_pact, small_step

NOW_S = 1_000_000_000
NINETY = Span(90, "days")


@pytest.mark.parametrize(
    ("rule", "afterwards", "is_back"),
    [
        (Recycle("too_early", NINETY), Afterwards("too_early", NOW_S + 90 * 86_400), False),
        (
            Recycle("too_early", Span(5, "working_days")),
            Afterwards("too_early", None, Span(5, "working_days")),
            False,
        ),
        (Recycle("too_early", None, "budget"), Afterwards("too_early", None, None, "budget"), False),
        (Recycle("too_early", NINETY, "budget"), Afterwards("too_early", NOW_S + 7_776_000, None, "budget"), False),
        (Recycle("too_early"), Afterwards("too_early"), True),
        (Recycle("no_budget", NINETY), Afterwards("too_early"), True),
    ],
)
def test_what_follows_a_rejection(rule: Recycle, afterwards: Afterwards, is_back: bool) -> None:
    follows = after_reject(small_step(recycle=(rule,)), "too_early", NOW_S)
    assert (follows, follows.is_back_to_marketing) == (afterwards, is_back)


def test_a_reason_nobody_agreed_on_is_refused_with_the_list() -> None:
    with pytest.raises(UnknownReason) as refused:
        check_reject(small_step(), "no_budgt")
    assert refused.value.valid == ("too_early", "no_budget", "other")
    assert str(refused.value) == (
        "“no_budgt” is no reason for sending a lead back. Did you mean “no_budget”? "
        "Choose one of: too_early, no_budget, other; or agree on it in a new pact."
    )
    with pytest.raises(UnknownReason):
        after_reject(small_step(), "not_ready", NOW_S)
    check_reject(small_step(), "other")


def test_handing_a_lead_to_marketing_has_reasons_of_its_own() -> None:
    check_back_to_marketing(small_pact(), "not_ready")
    with pytest.raises(UnknownReason, match="“too_early” is no reason for handing a lead to marketing"):
        check_back_to_marketing(small_pact(), "too_early")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            Verdict("accepted", "Ana", NOW_S),
            (
                "This lead was already accepted by Ana on 2001-09-09 at 01:46 UTC."
                " Talk to Ana, or correct that answer first."
            ),
        ),
        (
            Verdict("rejected", "Ben", NOW_S, "too_early"),
            (
                "This lead was already sent back (reason: too_early) by Ben on 2001-09-09 at 01:46 UTC."
                " Talk to Ben, or correct that answer first."
            ),
        ),
    ],
)
def test_a_second_verdict_hears_of_the_first(given: Verdict, message: str) -> None:
    check_unanswered(None)
    with pytest.raises(AlreadyAnswered) as refused:
        check_unanswered(given)
    assert (str(refused.value), refused.value.given) == (message, given)
