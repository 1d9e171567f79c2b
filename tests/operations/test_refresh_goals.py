"""What the pact gives the measures to be asked with."""

from __future__ import annotations

from leadpact.operations.refresh import run_now
from tests.company import NOW_S, company


def test_goals_and_shares_come_from_the_pact(db):
    company(NOW_S)
    told = run_now(name="goals", parameters={}, now_s=NOW_S)["parameters"]["goals"]
    assert [goal["measure"] for _, goal in sorted(told.items())]
    assert all(goal["agreed_month"] > 202000 and not goal["is_changed"] for goal in told.values())
    credit = run_now(name="attribution", parameters={}, now_s=NOW_S)["parameters"]
    assert {"originator", "touches_between", "closer", "level", "window_days", "sourced"} <= set(credit)
