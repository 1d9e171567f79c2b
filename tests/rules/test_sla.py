from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from leadpact.rules.clock import Calendar
from leadpact.rules.criteria import Known
from leadpact.rules.pact import AttemptRule, FollowUp, Gate, Lane, LateStep, Surge
from leadpact.rules.sla import Act, Attempts, attempts_kept, first_touch, next_step, start, state, timetable, used
from leadpact.rules.terms import Span

BERLIN = Calendar.of("Europe/Berlin", "mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00")
LATE_STEPS = (
    LateStep("reassign", after=Span(8, "working_hours")),
    LateStep("remind", at_percent=75),
    LateStep("tell_manager", at_percent=100),
)
RULE = FollowUp(
    attempts=6,
    within=Span(15, "working_days"),
    attempt=AttemptRule("person", ("call", "email", "meeting", "social"), (("call", 3),), 4),
    material=(),
    if_late=LATE_STEPS,
    rest_days=30,
)


def at(text: str) -> int:
    """A local time in Berlin in winter."""
    return int(datetime.fromisoformat(f"{text}+01:00").timestamp())


def shown(acts: tuple[Act, ...]) -> list[tuple[str, str]]:
    return [(act, datetime.fromtimestamp(at_s + 3600, UTC).strftime("%m-%d %H:%M")) for act, at_s in acts]


# First touch ----------------------------------------------------------------------------------------------------


def test_the_surge_holds_from_the_hand_off_after_its_limit() -> None:
    four_hours, two_days = Span(4, "working_hours"), Span(2, "working_days")
    lane = Lane("scored", Gate(points=60), four_hours, Known("email"), Surge(50, two_days))
    assert [first_touch(lane, count) for count in (1, 50, 51, 400)] == [four_hours, four_hours, two_days, two_days]
    assert first_touch(replace(lane, surge=None), 400) == four_hours


def test_a_promise_is_due_in_the_hours_of_its_owner() -> None:
    friday = at("2025-03-07 14:30")
    assert start(BERLIN, friday, Span(1, "working_hours")) == at("2025-03-10 09:30")
    assert start(BERLIN, friday, Span(1, "hours")) == at("2025-03-07 15:30")


# Being late -----------------------------------------------------------------------------------------------------


def test_steps_in_working_time_and_in_order() -> None:
    start_s = at("2025-03-07 14:00")  # Friday; an hour on Friday, three on Monday
    due_s = start(BERLIN, start_s, Span(4, "working_hours"))
    assert shown(timetable(BERLIN, start_s, due_s, LATE_STEPS)) == [
        ("remind", "03-10 11:00"),
        ("tell_manager", "03-10 12:00"),
        ("reassign", "03-11 12:30"),
    ]


def test_a_percentage_beyond_the_deadline_and_a_plain_span_after_it() -> None:
    start_s = at("2025-03-10 09:00")
    steps = (LateStep("tell_manager", at_percent=150), LateStep("reassign", after=Span(1, "days")))
    assert shown(timetable(BERLIN, start_s, at("2025-03-10 11:00"), steps)) == [
        ("tell_manager", "03-10 12:00"),
        ("reassign", "03-11 11:00"),
    ]


def test_a_promise_in_plain_time_is_reminded_in_plain_time() -> None:
    start_s = at("2025-03-07 14:00")
    due_s = start(BERLIN, start_s, Span(4, "hours"))
    plain = timetable(BERLIN, start_s, due_s, LATE_STEPS[1:], in_working_time=False)
    assert shown(plain) == [("remind", "03-07 17:00"), ("tell_manager", "03-07 18:00")]
    on_saturday = timetable(BERLIN, at("2025-03-08 10:00"), at("2025-03-08 14:00"), LATE_STEPS[1:])
    assert shown(on_saturday) == [("remind", "03-08 13:00"), ("tell_manager", "03-08 14:00")]


REMIND, TELL, REASSIGN = Act("remind", 75), Act("tell_manager", 100), Act("reassign", 180)


@pytest.mark.parametrize(
    ("done", "now_s", "step"),
    [
        ((), 10, REMIND),  # waits
        ((), 80, REMIND),
        ((REMIND,), 80, TELL),
        ((("remind", 79),), 80, TELL),
        ((), 100, TELL),  # nobody is reminded of a deadline that has passed
        ((), 500, TELL),  # after a standstill the manager is told first, then it is reassigned
        ((("tell_manager", 500),), 500, REASSIGN),
        ((("tell_manager", 500), ("reassign", 501)), 502, None),
        ((("tell_manager", 60),), 100, TELL),  # told about an earlier clock
    ],
)
def test_the_next_step(done: tuple[tuple[str, int], ...], now_s: int, step: Act | None) -> None:
    assert next_step((REMIND, TELL, REASSIGN), done, now_s) == step


def test_of_two_reminders_due_only_the_later_is_sent_and_once() -> None:
    table = (Act("remind", 50), Act("remind", 75), Act("tell_manager", 100))
    assert next_step(table, (), 60) == Act("remind", 50)
    assert next_step(table, (("remind", 60),), 60) == Act("remind", 75)
    assert next_step(table, (), 80) == Act("remind", 75)
    assert next_step(table, (("remind", 80),), 90) == Act("tell_manager", 100)


@pytest.mark.parametrize(
    ("stopped_s", "now_s", "withdrawn_s", "expected"),
    [
        (None, 50, None, "running"),
        (None, 100, None, "running"),
        (None, 101, None, "overdue"),
        (100, 500, None, "kept"),
        (101, 500, None, "late"),
        (60, 50, None, "running"),  # what is recorded for later has not happened yet
        (None, 500, 99, "withdrawn"),
        (None, 500, 101, "overdue"),  # withdrawn when it was already broken
        (None, 50, 60, "running"),
        (80, 500, 90, "kept"),
        (150, 500, 90, "withdrawn"),
        (None, 50, 5, "running"),  # withdrawn before this clock began: another clock's
        (8, 500, None, "kept"),  # reached before the clock began
    ],
)
def test_the_state_of_a_clock(stopped_s: int | None, now_s: int, withdrawn_s: int | None, expected: str) -> None:
    assert state(10, 100, stopped_s, now_s, withdrawn_s) == expected


def test_the_bar_drains_in_working_time() -> None:
    start_s, due_s = at("2025-03-07 14:00"), at("2025-03-10 12:00")  # an hour on Friday, three on Monday
    instants = ("03-07 13:00", "03-07 14:00", "03-07 15:00", "03-09 20:00", "03-10 10:00", "03-10 12:00", "03-10 15:30")
    shares = [used(BERLIN, start_s, due_s, at(f"2025-{text}")) for text in instants]
    assert shares == [0.0, 0.0, 0.25, 0.25, 0.5, 1.0, 1.625]


def test_the_bar_of_a_promise_in_plain_time_and_of_none() -> None:
    start_s, due_s = at("2025-03-08 10:00"), at("2025-03-08 14:00")
    assert used(BERLIN, start_s, due_s, at("2025-03-08 11:00")) == 0.25
    friday = at("2025-03-07 14:00")
    assert used(BERLIN, friday, friday + 14400, friday + 7200, in_working_time=False) == 0.5
    assert [used(BERLIN, friday, friday, friday + wait) for wait in (0, 60)] == [1.0, 1.0]


# Attempts -------------------------------------------------------------------------------------------------------

STARTED, DUE = at("2025-03-03 09:00"), at("2025-03-21 15:00")
CALLS = [(at(f"2025-03-{day} 10:00"), "call", True) for day in ("03", "04", "05")]
MAILS = [(at(f"2025-03-{day} 11:00"), "email", True) for day in ("03", "06", "07")]


def judged(attempts: list[tuple[int, str, bool]], now: str = "2025-03-10 10:00", ended: str | None = None) -> Attempts:
    return attempts_kept(RULE, attempts, STARTED, DUE, at(now), BERLIN, at(ended) if ended else None)


def test_kept_at_the_attempt_that_completes_it() -> None:
    found = judged(MAILS + CALLS)
    assert found == Attempts("kept", 6, 6, 5, 4, (), 0, at("2025-03-07 11:00"))
    assert (found.words(), found.is_closed) == ("Kept: 6 of 6 attempts on 5 days.", True)


def test_running_says_what_is_missing() -> None:
    found = judged([CALLS[0], *MAILS[:2]])
    assert found == Attempts("running", 3, 6, 2, 4, (("call", 2),), 3)
    assert found.words() == "3 of 6 attempts; 3 more attempts (2 by call, on 2 further days) to go."
    assert not found.is_closed


def test_broken_only_after_the_deadline() -> None:
    attempts = [CALLS[0], *MAILS[:2]]
    assert judged(attempts, "2025-03-21 15:00").state == "running"
    found = judged(attempts, "2025-03-21 15:01")
    assert found == Attempts("broken", 3, 6, 2, 4, (("call", 2),), 3)
    assert found.words() == "3 of 6 attempts; 3 attempts (2 by call, on 2 further days) missing at the deadline."


def test_enough_attempts_over_the_wrong_channel_do_not_keep_it() -> None:
    mails = [(at(f"2025-03-{day:02} 11:00"), "email", True) for day in range(3, 9)]
    assert judged(mails) == Attempts("running", 6, 6, 6, 4, (("call", 3),), 3)


def test_enough_attempts_on_too_few_days_do_not_keep_it() -> None:
    calls = [(at(f"2025-03-03 {hour:02}:00"), "call", True) for hour in range(9, 17)]
    found = judged(calls)
    assert found == Attempts("running", 8, 6, 1, 4, (), 3)
    assert found.words() == "8 of 6 attempts; 3 more attempts (on 3 further days) to go."


def test_what_does_not_count() -> None:
    attempts = [
        (at("2025-03-02 10:00"), "call", True),  # before the start
        (at("2025-03-21 15:01"), "call", True),  # after the deadline
        (at("2025-03-05 10:00"), "call", False),  # by a machine
        (at("2025-03-05 10:00"), "fax", True),  # a channel that was not agreed
        (STARTED, "call", True),  # the call that took the lead
        (DUE, "call", True),
    ]
    assert judged(attempts, "2025-03-28 10:00") == Attempts("broken", 2, 6, 2, 4, (("call", 1),), 4)
    assert judged(attempts, "2025-03-10 10:00").counted == 1  # what lies ahead has not happened yet


def test_anyone_and_any_channel_when_the_pact_says_so() -> None:
    rule = replace(RULE, attempts=2, attempt=AttemptRule("anyone", (), (), 1))
    attempts = [(STARTED, "fax", False), (STARTED + 60, "email", False)]
    assert attempts_kept(rule, attempts, STARTED, DUE, DUE, BERLIN).kept_s == STARTED + 60


def test_days_are_those_of_the_owners_zone() -> None:
    """Late evening in Berlin and the hours after midnight are one afternoon in New York."""
    night = [(at("2025-03-04 23:00"), "call", True), (at("2025-03-05 01:00"), "call", True)]
    new_york = Calendar.of("America/New_York", "mon-fri 09:00-17:00")
    days = [attempts_kept(RULE, night, STARTED, DUE, DUE, calendar).days for calendar in (BERLIN, new_york)]
    assert days == [2, 1]


def test_a_lead_that_is_settled_closes_the_promise_as_kept() -> None:
    found = judged(CALLS[:1], ended="2025-03-04 16:00", now="2025-04-01 10:00")
    assert found == Attempts("kept", 1, 6, 1, 4, (("call", 2),), 0, at("2025-03-04 16:00"), ended_early=True)
    assert (found.words(), found.is_closed) == ("Kept: the lead was settled after 1 of 6 attempts.", True)


def test_a_lead_settled_after_the_deadline_does_not_mend_it() -> None:
    assert judged(CALLS[:1], ended="2025-03-24 09:00", now="2025-04-01 10:00").state == "broken"
    assert judged(CALLS[:1], ended="2025-03-12 09:00", now="2025-03-10 10:00").state == "running"


def test_a_promise_fulfilled_before_the_lead_was_settled_is_kept_by_the_attempts() -> None:
    found = judged(CALLS + MAILS, ended="2025-03-12 09:00", now="2025-04-01 10:00")
    assert (found.state, found.kept_s, found.ended_early) == ("kept", at("2025-03-07 11:00"), False)


def test_a_whole_promise_with_an_absence() -> None:
    """15 working days of 7:12 from Monday; a week away moves the deadline by that week."""
    away = replace(BERLIN, absences=((date(2025, 3, 10), date(2025, 3, 14)),))
    assert [start(calendar, STARTED, RULE.within) for calendar in (BERLIN, away)] == [DUE, at("2025-03-28 15:00")]
