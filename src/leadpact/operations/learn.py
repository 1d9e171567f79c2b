"""A draft of the pact learned from history: its points table, what stands behind it, and the line that fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import numpy as np

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import edited
from leadpact.evidence import learning_quality, learning_words, replay
from leadpact.evidence.history_examples import History, read
from leadpact.evidence.history_leaks import LeftOut, sifted
from leadpact.evidence.judged import judging
from leadpact.evidence.learning import TooLittle, learn
from leadpact.evidence.learning_rows import LearnedRow, both, condition, rows
from leadpact.evidence.learning_table import Table
from leadpact.evidence.learning_yardsticks import NoYardstick
from leadpact.evidence.scores import Scoring, scoring_of
from leadpact.evidence.source import Source, on_connection
from leadpact.evidence.tally import tally
from leadpact.ledger import access, reader, results
from leadpact.ledger.access import Actor
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import PactDraft, PactVersion
from leadpact.ledger.results import Kept
from leadpact.ledger.rulebook import in_force, takes_a_week
from leadpact.ledger.snapshot import snapshot
from leadpact.ledger.writer import company_zone
from leadpact.operations import copy, pact_drafts
from leadpact.rules.criteria_words import in_words
from leadpact.rules.pact import Pact, Step
from leadpact.rules.pact_edits import Edit
from leadpact.rules.pact_writing_criteria import Tree, condition_tree
from leadpact.rules.terms import FIELDS, Field

JOB = "learn_draft"
KEPT_AS = "learned_draft"
HORIZONS = (180, 120, 90, 60)
"""Days within which a lead must be won; where none is named, the one that leaves most wins to learn from."""
WEEKS = 26
MOST_DAYS = 3_650
_ANY = 1 << 20
_OF_ALL = (
    "Several pacts are in force. The table was learned from leads of them all, and stands in a draft of the first."
)
Progress = Callable[[str, int, int], None]


class NothingLearned(ValueError):
    """There is no learned draft to go on with; the message says what to do."""


def _quiet(_what: str, _done: int, _of: int) -> None:
    return None


class WrongWish(ValueError):
    """What was asked for cannot be learned; the message says what can be."""


class _Begun(NamedTuple):
    text: str
    pact: Pact
    has_others: bool


def learn_draft(
    *, actor: Actor, now_s: int, as_of: str | None = None, horizon_days: int | None = None,
    rising: Iterable[str] = (), with_box: bool = False, progress: Progress = _quiet,
) -> Mapping[str, Any]:  # fmt: skip
    """Learn a draft from the history as known now, or at the end of the day ``as_of``, and give it.

    ``horizon_days``: won within so many days. ``rising``: number fields of which more is never to be worth less.
    ``with_box``: compare with the black box too. What is learned as of now is kept for the page. The answer is plain
    values: ``is_learned``; ``text`` of the draft; ``attributes`` with their rows; ``quality``, ``population`` and
    ``notes`` in words; ``left_out`` with reasons.
    Where history is too short it says so (``too_little``), and nothing else is proposed.
    Raises ``Forbidden``, ``WrongQuestion`` for what is no day, ``WrongWish`` for other fields and horizons, and
    ``NoYardstick`` where the black box is asked for and not there.
    """
    access.check(actor, "draft_pact")
    rising = tuple(rising)
    begun = _begin(now_s)
    _check(horizon_days, rising, begun.pact)
    as_of_s = results.question({"as_of": as_of}).instants(company_zone(), now_s)["as_of_s"]
    with _looking(now_s) as (source, watermark):
        progress("Reading what was known of each lead", 0, 1)
        history = _history(source, as_of_s, horizon_days, begun.pact, rising)
        body = _found(history, begun, with_box, progress)
        if body["is_learned"]:
            progress("Finding the line that fits", 0, 1)
            has_least = any(lane.gate.least for step in begun.pact.steps for lane in step.lanes)
            body |= _with_line(source, body.pop("table"), body["text"], now_s, has_least=has_least)
            if begun.has_others:
                body["notes"].append(_OF_ALL)
    if as_of is None:
        results.keep(Kept(KEPT_AS, results.NOW.key, watermark, as_of_s, now_s, body))
    return body


def request(*, actor: Actor, now_s: int) -> bool:
    """Have a draft learned by the worker soon; False when that is under way already. Raises ``Forbidden``."""
    access.check(actor, "draft_pact")
    return enqueue(JOB, due_s=now_s, once=JOB)


def compute(*, now_s: int) -> None:
    """Learn the draft that was asked for. Called by the timetable."""
    learn_draft(actor=access.SYSTEM, now_s=now_s)


def begin_draft(*, actor: Actor, now_s: int) -> PactDraft:
    """Begin a draft from what was learned last. Raises ``NothingLearned`` and ``Forbidden``."""
    access.check(actor, "draft_pact")
    last = results.latest(KEPT_AS)
    if last is None or not last.body.get("is_learned"):
        raise NothingLearned("Nothing has been learned yet; let a draft be learned from your history first.")
    return pact_drafts.begin(actor=actor, now_s=now_s, text=str(last.body["text"]))


def _begin(now_s: int) -> _Begun:
    """The pact that the learned table is put into: the one in force, else the starter."""
    held = in_force(now_s)
    text = PactVersion.objects.get(pk=held[0].id).text if held else pact_file.starter()
    reading = pact_file.read(text)
    if reading.pact is None:  # A signed version was read before it was signed.
        raise NothingLearned("The pact in force cannot be read; see leadpact pact check.")
    return _Begun(text, reading.pact, len(held) > 1)


def _check(horizon_days: int | None, rising: tuple[str, ...], pact: Pact) -> None:
    """Raise ``WrongWish`` for what nothing can be learned with."""
    if horizon_days is not None and not 1 <= horizon_days <= MOST_DAYS:
        raise WrongWish(f"A horizon of {horizon_days:,} days cannot be looked at; take 1 to {MOST_DAYS:,} days.")
    numbers = sorted(name for name, field in _fields(pact).items() if field.type == "number")
    wrong = next((name for name in rising if name not in numbers), None)
    if wrong is not None:
        raise WrongWish(f"{wrong} is no number field of the pact. Number fields are: {', '.join(numbers) or 'none'}.")


def _fields(pact: Pact) -> dict[str, Field]:
    return {**FIELDS, **{field.name: field for field in pact.fields}}


@contextmanager
def _looking(now_s: int) -> Iterator[tuple[Source, int]]:
    """The facts as they are now: in the columnar copy where there are many, else in the database itself."""
    if copy.is_used(reader.watermark()):
        with copy.look(now_s=now_s) as look:
            yield look.source, look.watermark
    else:
        with snapshot() as seen:
            yield on_connection(seen.connection, seen.dialect), seen.watermark


def _history(source: Source, as_of_s: int, horizon_days: int | None, pact: Pact, rising: tuple[str, ...]) -> History:
    """The history with the horizon that was asked for, else the one that leaves most wins to learn from."""
    horizons = (horizon_days,) if horizon_days else HORIZONS
    return read(source, as_of_s=as_of_s, horizons=horizons, fields=_fields(pact), rising=rising)


def _found(history: History, begun: _Begun, with_box: bool, progress: Progress) -> dict[str, Any]:
    told, left = sifted(history)
    said: dict[str, Any] = {
        "is_learned": False,
        "population": learning_words.population(history),
        "horizon_days": history.horizon_days,
        "left_out": [_left(each, history, begun.pact) for each in left],
        "attributes": [], "quality": [], "notes": [], "too_little": "", "text": "", "figures": None,
    }  # fmt: skip
    try:
        progress("Learning the table", 0, 1)
        table = learn(told)
    except TooLittle as error:
        return said | {"too_little": str(error)}
    progress("Judging it on the last leads", 0, 1)
    judged = learning_quality.judged(told, history.given, with_box=with_box)
    steady = learning_quality.steadiness(
        told, table, lambda done, of: progress("Learning it again from resampled leads", done, of)
    )
    made = rows(table, history.asks)
    one = "" if judged is None else learning_words.label(judged.one_name, history.asks.get(judged.one_name), begun.pact)
    return said | {
        "is_learned": True,
        "table": table,
        "text": _text(begun, made),
        "attributes": _attributes(table, history, steady, begun.pact),
        "quality": learning_words.quality(judged, one, is_crossed=table.cross is not None),
        "figures": learning_words.plain(judged),
        "leads": table.leads,
        "won": table.won,
    }


def _left(each: LeftOut, history: History, pact: Pact) -> dict[str, Any]:
    name = learning_words.label(each.name, history.asks.get(each.name), pact)
    return {"name": name, "reason": each.reason, "is_leak": each.is_leak}


def _attributes(
    table: Table, history: History, steady: Mapping[tuple[str, int], int], pact: Pact
) -> list[dict[str, Any]]:
    """Each attribute with all its bins, also those that earn nothing; last what two conditions earn at once."""
    found = []
    for scale in table.scales:
        asked = history.asks[scale.name]
        bins = [
            {
                "label": in_words(condition(scale, each, asked), pact),
                "points": each.points, "leads": each.leads, "won": each.won,
                "is_unknown": each.is_unknown, "steady": steady[scale.name, place],
            }
            for place, each in enumerate(scale.bins)
        ]  # fmt: skip
        found.append({"name": learning_words.label(scale.name, asked, pact), "most": scale.most, "bins": bins})
    if table.cross is not None:
        cross = table.cross
        one = {
            "label": in_words(both(cross, history.asks), pact),
            "points": cross.points, "leads": cross.leads, "won": cross.won,
            "is_unknown": False, "steady": steady[cross.name, 0],
        }  # fmt: skip
        names = [learning_words.label(side.name, history.asks[side.name], pact) for side in cross.sides]
        found.append({"name": learning_words.together(names), "most": cross.points, "bins": [one]})
    return found


def _text(begun: _Begun, made: list[LearnedRow]) -> str:
    """The pact's file with the learned rows in place of its own; everything else of it stays."""
    table: list[Tree] = [
        {
            "when": condition_tree(row.when, begun.pact.field),
            "points": str(row.points),
            "group": row.group,
            "asked_by": "both",
            "because": row.because,
        }
        for row in made
    ]
    # What gates asked for in each group belongs to the old points; a group may have no row any more.
    gates = [
        Edit("set", ("hand_offs", at, "lanes", place, "gate"), {"points": str(lane.gate.points)})
        for at, step in enumerate(begun.pact.steps)
        for place, lane in enumerate(step.lanes)
        if lane.gate.least
    ]
    return edited(begun.text, [Edit("set", ("good_lead", "points"), table), *gates])


def _with_line(source: Source, table: Table, text: str, now_s: int, *, has_least: bool) -> dict[str, Any]:
    """The draft with a gate that fits: what passes in nine of ten weeks is no more than sales can take."""
    pact = pact_file.read(text).pact
    at = None if pact is None or not pact.steps else _scored_lane(pact.steps[0])
    if pact is None or at is None:
        return {"text": text, "notes": ["No lane of the pact asks for points, so that no line is proposed."]}
    step = pact.steps[0]
    _, capacity = takes_a_week(step)
    line = _line(source, pact, at, capacity, now_s) if capacity > 0 else None
    if line is not None:
        why = (
            f"The line is put at {line} points: the lowest at which nine of ten of the last {WEEKS} weeks bring no "
            f"more than the {capacity:g} leads a week that sales can take."
        )
    else:
        line = _above_average(table)
        reason = "no salesperson takes leads yet" if capacity <= 0 else "what crosses whatever its points fills sales"
        why = f"The line is put at {line} points, where the chance to win is above the average, because {reason}."
    gate: Tree = {"points": str(line)}
    path = ("hand_offs", 0, "lanes", at, "gate")
    notes = [why]
    if has_least:
        notes.append("What gates asked for in each group belongs to the old points and is left out.")
    if pact.good_lead.half_life_days and any(row.group == "intent" for row in pact.good_lead.points):
        notes.append(
            f"Points for what buyers did halve every {pact.good_lead.half_life_days:g} days, as your pact says; the "
            "table was learned without that."
        )
    notes.append(
        "What a sum of points means: "
        + ", ".join(f"{at_} points {100 * float(table.chance(np.array([at_]))[0]):.0f}" for at_ in (0, 25, 50, 75))
        + " in a hundred are won."
    )
    return {"text": edited(text, [Edit("set", path, gate)]), "notes": notes, "line": line}


def _scored_lane(step: Step) -> int | None:
    return next((at for at in range(len(step.lanes) - 1, -1, -1) if not step.lanes[at].gate.always), None)


def _line(source: Source, pact: Pact, lane: int, capacity: float, now_s: int) -> int | None:
    """The lowest line that keeps nine of ten of the last weeks within the capacity; None where none does."""
    today = datetime.fromtimestamp(now_s, UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=today.weekday())
    starts = [int((monday - timedelta(weeks=back)).timestamp()) for back in range(WEEKS, 0, -1)]
    scoring = scoring_of(pact)
    until_s = int(monday.timestamp())
    looked = judging(source, {"as_of_s": now_s, "since_s": starts[0], "until_s": until_s})
    leads = looked.population()
    asked = tuple(dict.fromkeys(scoring.asked))
    levels = dict(zip(asked, looked.marked(asked), strict=True))
    free = tally(_at(scoring, lane, -_ANY), len(leads), levels)
    always = tally(_at(scoring, lane, _ANY), len(leads), levels)
    return replay.capacity_line(free.total, leads.hand_s, free.passes, always.passes, starts, capacity)


def _at(scoring: Scoring, lane: int, points: int) -> Scoring:
    lanes = list(scoring.lanes)
    lanes[lane] = replace(lanes[lane], points=points, least=())
    return replace(scoring, lanes=tuple(lanes))


def _above_average(table: Table) -> int:
    """The least points at which the chance is above the average."""
    chances = table.chance(np.arange(101))
    return int(np.argmax(chances > table.won / table.leads)) if table.each_point > 0 else 100


__all__ = [
    "JOB",
    "KEPT_AS",
    "NoYardstick",
    "NothingLearned",
    "WrongWish",
    "begin_draft",
    "compute",
    "learn_draft",
    "request",
]
