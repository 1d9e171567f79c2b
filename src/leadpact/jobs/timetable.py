"""Which job runs how often, and which ones are done when somebody asks. Each only calls an operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from leadpact.operations import (
    backup,
    copy,
    duplicates,
    handoff,
    imports_runs,
    imports_undo,
    learn,
    notices,
    pact,
    people,
    refresh,
    retention,
    sla,
    tidying,
    trials,
)

MINUTE_S, DAY_S = 60, 86_400
Arguments = Mapping[str, Any]


class Limited(Protocol):
    """An operation that does at most ``limit`` things and gives how many it did."""

    def __call__(self, *, now_s: int, limit: int) -> int:
        """Do what is due."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """A job: its name, how often it runs (None: when asked for), what it is for, and what it calls."""

    name: str
    every_s: int | None
    says: str
    run: Callable[[int, Arguments], object]


MOST_ROUNDS = 100
"""So often an operation is called in one turn; what is left then waits for the next one."""


def _whole(operation: Limited, limit: int, *, until_nothing: bool = False) -> Callable[[int, Arguments], object]:
    """Call an operation until it did less than it may, or nothing at all where one thing makes the next one due."""
    enough = 1 if until_nothing else limit

    def run(now_s: int, _: Arguments) -> None:
        for _round in range(MOST_ROUNDS):
            if operation(now_s=now_s, limit=limit) < enough:
                break

    return run


TIMETABLE: tuple[Turn, ...] = (
    Turn("act_on_due", 15, "Remind, tell the manager, reassign.", _whole(sla.act_on_due, 200, until_nothing=True)),
    Turn("send_mails", 30, "Send the notices that are due by mail.", lambda now_s, _: notices.send_mails(now_s=now_s)),
    Turn(
        "fill_short_lists", MINUTE_S, "Hand over waiting leads as room appears.", _whole(handoff.fill_short_lists, 500)
    ),
    Turn("wake_due", MINUTE_S, "Bring recycled leads forward on their day.", _whole(sla.wake_due, 500)),
    Turn(
        "keep_copy",
        MINUTE_S,
        "Bring new facts into the columnar copy, where measures are asked of it.",
        lambda now_s, _: copy.keep_up(now_s=now_s),
    ),
    Turn(
        "refresh_evidence",
        MINUTE_S,
        "Ask the measures again when facts came.",
        lambda now_s, _: refresh.refresh_due(now_s=now_s),
    ),
    Turn(
        "find_fresh_duplicates",
        MINUTE_S,
        "Compare leads that came or changed with all others.",
        lambda _now_s, _: duplicates.look_fresh(),
    ),
    Turn("rescore_faded", 10 * MINUTE_S, "Score leads anew whose points have faded.", _whole(sla.rescore_faded, 2000)),
    Turn(
        "explore",
        60 * MINUTE_S,
        "Hand over the leads of the explored slice.",
        lambda now_s, _: trials.explore(now_s=now_s),
    ),
    Turn("give_up_silent", DAY_S, "Close hand-offs that went silent.", _whole(sla.give_up_silent, 500)),
    Turn(
        "keep_holidays",
        DAY_S,
        "Keep the holidays of the years ahead.",
        lambda now_s, _: people.keep_holidays_in_use(now_s=now_s),
    ),
    Turn(
        "clear_old",
        DAY_S,
        "Clear sessions, failed jobs and results that are over.",
        lambda now_s, _: tidying.clear_old(now_s=now_s),
    ),
    Turn(
        "forget_expired",
        DAY_S,
        "Forget leads whose agreed time is up.",
        lambda now_s, _: retention.expire(now_s=now_s),
    ),
    Turn("make_backup", DAY_S, "Make the daily backup.", lambda now_s, _: backup.daily(now_s=now_s)),
    Turn("expire_pacts", DAY_S, "Close proposed pacts that nobody signed.", lambda now_s, _: pact.expire(now_s=now_s)),
    Turn(
        "take_effect", None, "Score leads by a pact that takes effect.", lambda now_s, _: pact.take_effect(now_s=now_s)
    ),
    Turn(
        imports_runs.JOB,
        None,
        "Bring a file in.",
        lambda now_s, given: imports_runs.go_on(now_s=now_s, **given),
    ),
    Turn(
        duplicates.JOB,
        None,
        "Look through every lead for others of the same buyer.",
        lambda _now_s, _: duplicates.compute(),
    ),
    Turn(
        imports_undo.JOB,
        None,
        "Take an import back.",
        lambda now_s, given: imports_undo.compute(now_s=now_s, **given),
    ),
    Turn(
        learn.JOB,
        None,
        "Learn a draft of the pact from history.",
        lambda now_s, _: learn.compute(now_s=now_s),
    ),
    Turn(
        refresh.JOB,
        None,
        "Ask one measure as somebody wants to see it.",
        lambda now_s, given: refresh.compute(now_s=now_s, **given),
    ),
)
"""Every job. Handlers bear being called twice: each looks at what is due under the ledger's lock."""
TURNS: dict[str, Turn] = {turn.name: turn for turn in TIMETABLE}
EVERY_S: dict[str, int] = {turn.name: turn.every_s for turn in TIMETABLE if turn.every_s is not None}
