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


def test_goals_are_for_all_leads(db):
    company(NOW_S)
    for name in ("goals", "promises"):
        assert "is_part" not in run_now(name=name, parameters={}, now_s=NOW_S)["parameters"]
        for part in ({"source": "fair"}, {"team": "sales"}, {"by": "source"}):
            assert run_now(name=name, parameters=part, now_s=NOW_S)["parameters"]["is_part"] == 1
    told = run_now(name="promises", parameters={"since": "2026-01-02", "until": "2026-03-31"}, now_s=NOW_S)
    assert {name: told["parameters"][name] for name in ("first_month", "last_month")} == {
        "first_month": 202602, "last_month": 202603,
    }  # fmt: skip
