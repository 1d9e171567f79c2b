"""Asking the measures: the plain question when facts came, any other one when somebody wants to see it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q

from leadpact.evidence.by import split
from leadpact.evidence.catalogue import MEASURES, UnknownMeasure, ask, measure
from leadpact.evidence.chosen import BadFilter, check_dimension, chosen, filters_of
from leadpact.evidence.compiled import fingerprint, keep_in
from leadpact.evidence.measure import BadParameter
from leadpact.evidence.privacy import people_of
from leadpact.evidence.source import Source, on_connection
from leadpact.evidence.warehouse import WarehouseRefused, warehouse
from leadpact.ledger import access, reader, results
from leadpact.ledger.access import Actor
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import Clock, FactRow, HandOff, PactVersion
from leadpact.ledger.reader import chunks
from leadpact.ledger.results import NOW, PEOPLE, Kept, Question, WrongQuestion, question
from leadpact.ledger.rulebook import NoPact, Rulebook, read_version
from leadpact.ledger.snapshot import snapshot
from leadpact.ledger.writer import company_zone
from leadpact.operations import agreed, copy
from leadpact.operations.copy import CopyBusy, CopyDamaged, Look
from leadpact.operations.evidence_part import of_part
from leadpact.operations.titles import available, titles
from leadpact.rules import clock
from leadpact.rules.pact import Goal, Pact
from leadpact.rules.pact_reading_forms import MONTHS

log = logging.getLogger("leadpact.evidence")
keep_in(Path(settings.HOME) / "compiled")
JOB = "compute_result"
"""The timetable's name of the job that answers a question that was asked for."""
SPACING_S = 300
"""Unasked, a measure is asked again at most this often."""
_NOT_ALL_TAKE = {
    "since": ("since_s", "looks at all months there are, up to the day of as_of"),
    "until": ("until_s", "looks at all months there are, up to the day of as_of"),
    "event": ("event", "lets nobody choose what counts"),
}
"""What a question may hold that not every measure takes, with the measure's own name of it and why it has none."""
MOST_CLOCKS = 100_000
"""With more open clocks than this their waiting is shown in buckets of wall time."""


def run_now(*, name: str, parameters: Mapping[str, str | None], now_s: int) -> Mapping[str, Any]:
    """Ask a measure and keep what it says. Gives the JSON of its answer.

    ``parameters`` are texts: ``as_of``, ``since``, ``until`` (days, in the company's zone), the filters of
    ``evidence.chosen``, and ``event``.
    Raises ``UnknownMeasure``, ``WrongQuestion``, ``BadParameter``, ``BadFilter``, and what ``copy.look`` raises.
    """
    return refresh(name=name, asked=question(parameters), now_s=now_s).body


def refresh(*, name: str, asked: Question, now_s: int, look: Look | None = None) -> Kept:
    """Ask a measure of the facts as they are now, with the pact's numbers, and keep the result.

    ``look``: where to ask; without one, the database or the columnar copy, by how many facts there are.
    Raises ``UnknownMeasure``, ``BadParameter``, ``BadFilter``, and what ``copy.look`` raises.
    """
    given = _given(name, asked, now_s)
    with ExitStack() as stack:
        at = look or stack.enter_context(_looking(now_s))
        body = _body(name, asked, at.source, given)
    kept = Kept(name, asked.key, at.watermark, given["as_of_s"], now_s, body, fingerprint())
    results.keep(kept)
    return kept


def ask_elsewhere(*, address: str, name: str, parameters: Mapping[str, str | None], now_s: int) -> Mapping[str, Any]:
    """Ask a measure of a warehouse's facts, with the numbers of the pact here. Gives the JSON of its answer.

    Nothing is kept. ``address``: see ``evidence.warehouse``; ``parameters`` as for ``run_now``.
    Raises what ``run_now`` raises but for the copy's, and ``WarehouseRefused``.
    """
    asked = question(parameters)
    given = _given(name, asked, now_s)
    with warehouse(address, settings.COPY_MEMORY_MB) as source:
        return _body(name, asked, source, given)


def _body(name: str, asked: Question, source: Source, given: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON of a measure's answer from a source."""
    wanted = chosen(given["as_of_s"], filters_of(measure(name).takes, asked.narrowed))
    if asked.by is None:
        found = ask(name, source.of(wanted), **given)
    else:
        found = split(measure(name), source, wanted, asked.by, given)
    body = of_part(found, source, asked, given["as_of_s"]).to_json()
    # As long as there are open clocks or material; the rows have the titles.
    for long_one in ("worked", "titles", "available"):
        body["parameters"].pop(long_one, None)
    body["parameters"] |= asked.filters | ({"by": asked.by} if asked.by else {})
    if asked.is_part:  # Whom the part is about, for what the pact lets readers see of so few; no reader gets this.
        people = people_of(name, source, wanted, given, asked.by)
        body |= {PEOPLE: people} if people else {}
    return body


@contextmanager
def _looking(now_s: int) -> Iterator[Look]:
    """The facts as they are now: in the columnar copy where there are many, else in the database itself."""
    if copy.is_used(reader.watermark()):
        with copy.look(now_s=now_s) as look:
            yield look
    else:
        with snapshot() as seen:
            yield Look(on_connection(seen.connection, seen.dialect), seen.watermark)


def request(*, actor: Actor, name: str, parameters: Mapping[str, str | None], now_s: int) -> bool:
    """Have a question answered by the worker soon; False when that is under way already.

    Raises ``UnknownMeasure``, ``WrongQuestion``, ``BadParameter``, ``BadFilter`` and ``Forbidden``.
    """
    access.check(actor, "see_evidence")
    asked = question(parameters)
    _agreed(name, asked, now_s)
    texts = {key: text for key, text in parameters.items() if text}
    return enqueue(
        JOB, due_s=now_s, once=results.once_of(name, asked.key), arguments={"name": name, "parameters": texts}
    )


def compute(*, name: str, parameters: Mapping[str, str | None], now_s: int) -> None:
    """Answer a question that was asked for. Called by the timetable."""
    refresh(name=name, asked=question(parameters), now_s=now_s)


def refresh_due(
    *, now_s: int, spacing_s: int = SPACING_S, is_each: bool = False, progress: copy.Progress = copy.quiet
) -> int:
    """Ask each measure its plain question again, where facts came or another day began. Gives how many were asked.

    ``spacing_s``: seconds since the last answer before a measure is asked again; ``is_each``: ask all of them,
    whatever they said last. A measure that fails does not keep the others from being asked; its error is raised at
    the end. Of the columnar copy all are asked in one look, so that what several need is counted once, and lasts.
    """
    due = list(MEASURES) if is_each else _due(now_s, spacing_s)
    if not due:
        return 0
    with ExitStack() as stack:
        is_copied = copy.is_used(reader.watermark())
        look = stack.enter_context(copy.look(now_s=now_s)) if is_copied else None
        wrong: Exception | None = None
        for done, name in enumerate(due, 1):
            try:
                refresh(name=name, asked=NOW, now_s=now_s, look=look)
            except Exception as error:  # The other measures are asked first, then it is raised.
                log.warning("measure %s failed", name, exc_info=True)
                wrong = error
            progress(done, len(due))
    if wrong is not None:
        raise wrong
    return len(due)


def _due(now_s: int, spacing_s: int) -> list[str]:
    """The measures whose last answer is stale and not too fresh to be asked again."""
    top, zone = reader.watermark(), company_zone()
    due = []
    for name in MEASURES:
        last = results.latest(name, made_by=fingerprint())
        if last is None or (last.is_stale(top, zone, now_s) and now_s - last.made_s >= spacing_s):
            due.append(name)
    return due


def _given(name: str, asked: Question, now_s: int) -> dict[str, Any]:
    """Everything the measure is asked with, checked."""
    given, rules = _agreed(name, asked, now_s)
    if "worked" in {parameter.name for parameter in measure(name).parameters}:
        given["worked"] = _worked(given["as_of_s"], rules)
    if "titles" in measure(name).takes:
        given["titles"] = titles(given["as_of_s"])
    if "available" in measure(name).takes:
        given["available"] = available(given["as_of_s"])
    return given


def _agreed(name: str, asked: Question, now_s: int) -> tuple[dict[str, Any], Rulebook]:
    """What is asked and what the pact says to it, checked."""
    takes = {parameter.name for parameter in measure(name).parameters}
    given: dict[str, Any] = {**asked.instants(company_zone(), now_s)}
    given |= {key: value for key, value in (("source", asked.source), ("event", asked.event)) if value is not None}
    if "source" not in takes:
        given.pop("source", None)
    for word, (parameter, why) in _NOT_ALL_TAKE.items():
        if parameter in given and parameter not in takes:
            raise BadParameter(f"{name} has no parameter {word}: it {why}. Leave {word} out.")
    measure(name).checked(given)
    chosen(given["as_of_s"], filters_of(measure(name).takes, asked.narrowed))
    rules = Rulebook(now_s)
    if asked.by is not None:
        check_dimension(asked.by, [field.name for field in rules.main().pact.fields] if rules.pacts else ())
    if rules.pacts:
        found = {**_numbers(rules.main().pact), **agreed.terms(rules, given["as_of_s"])}
        given |= {key: value for key, value in found.items() if key in takes}
    if "running_month" in takes:
        given["running_month"] = _running_month(given["as_of_s"])
    if "is_part" in takes and (asked.filters or asked.by):
        given["is_part"] = 1
    return given | {name: month for name, month in asked.whole_months.items() if name in takes}, rules


def _running_month(as_of_s: int) -> int:
    """The company's month, yyyymm, that runs once the snapshot's last second is over."""
    when = datetime.fromtimestamp(as_of_s + 1, company_zone())
    return when.year * 100 + when.month


def _numbers(pact: Pact) -> dict[str, Any]:
    """What the pact says that measures need; what it leaves open is left out."""
    worth, cost = pact.deals.value_of_a_deal, pact.deals.cost_of_an_attempt
    promised = [goal.target / 100 for goal in pact.goals if goal.measure == "promise_kept" and goal.unit == "%"]
    found: dict[str, Any] = {
        "rest_days": pact.follow_up.rest_days,
        **_shared_by(pact),
        "stages": ",".join(pact.deals.stages),
    }
    if pact.goals:
        found["goals"] = _goals(pact)
    if promised:
        found["promise_share"] = promised[0]
    if worth is not None and cost is not None and worth.currency == cost.currency:
        found["deal_value_minor"], found["attempt_cost_minor"] = worth.amount_minor, cost.amount_minor
        found["currency"] = worth.currency
    return found


def _shared_by(pact: Pact) -> dict[str, Any]:
    """How the pact shares a win."""
    rule = pact.credit
    return {
        "originator": rule.originator, "touches_between": rule.touches_between, "closer": rule.closer,
        "level": rule.level, "window_days": rule.window_days, "sourced": rule.sourced,
    }  # fmt: skip


def _goals(pact: Pact) -> dict[str, dict[str, Any]]:
    """The pact's goals with the month since when each is agreed as it is now, and whether it was redefined then."""
    signed = PactVersion.objects.filter(name=pact.name, version__lt=pact.version, effective_s__isnull=False)
    own = PactVersion.objects.filter(name=pact.name, version=pact.version).first()
    before = [(row.effective_s or 0, read_version(row).pact.goals) for row in signed.order_by("-version")]
    found: dict[str, dict[str, Any]] = {}
    for number, goal in enumerate(pact.goals):
        since_s = (own.effective_s if own else None) or 0
        for effective_s, goals in before:
            if not any(_terms(goal) == _terms(each) for each in goals):
                break
            since_s = effective_s
        agreed = datetime.fromtimestamp(since_s, UTC)
        found[f"{number:03d}"] = {
            "side": goal.side, "measure": goal.measure, "target": goal.target, "unit": goal.unit, "per": goal.per,
            "review_by": goal.review_by.isoformat(), "agreed_month": agreed.year * 100 + agreed.month,
            "is_changed": bool(own and since_s < (own.effective_s or 0)),
            "year_starts": MONTHS.index(pact.time.year_starts),
        }  # fmt: skip
    return found


def _terms(goal: Goal) -> tuple[Any, ...]:
    return goal.side, goal.measure, goal.target, goal.unit, goal.per, goal.by


def _worked(as_of_s: int, rules: Rulebook) -> dict[str, int]:
    """Working seconds until the snapshot of each first-touch clock open then, by id of its handed_over fact.

    In the hours of the clock's owner. Clocks of hand-offs without a pact, and those whose hours cannot be
    answered, are left out: the measure counts them by the wall clock and says so.
    """
    is_open = Q(stopped_s__isnull=True) | Q(stopped_s__gt=as_of_s)
    started = Clock.objects.filter(is_open, promise="first_touch", started_s__lte=as_of_s, hand_off_id__isnull=False)
    rows = list(started.order_by("started_s").values_list("hand_off_id", "person_id", "started_s")[: MOST_CLOCKS + 1])
    if len(rows) > MOST_CLOCKS:
        return {}
    fact_ids: dict[int, str] = {}
    pact_ids: dict[int, int | None] = {}
    for part in chunks({row[0] for row in rows if row[0] is not None}):
        fact_ids |= dict(FactRow.objects.filter(seq__in=part).values_list("seq", "id"))
        pact_ids |= dict(HandOff.objects.filter(pk__in=part).values_list("pk", "pact_id"))
    worked: dict[str, int] = {}
    for hand_off_id, person_id, started_s in rows:
        if hand_off_id not in fact_ids or pact_ids.get(hand_off_id) is None:
            continue
        try:
            calendar = rules.calendar(person_id, rules.by_id(pact_ids[hand_off_id]))
            worked[fact_ids[hand_off_id]] = clock.elapsed(calendar, started_s, as_of_s)
        except (clock.Unanswerable, NoPact):
            continue
    return worked


__all__ = [
    "JOB",
    "BadFilter",
    "BadParameter",
    "CopyBusy",
    "CopyDamaged",
    "UnknownMeasure",
    "WarehouseRefused",
    "WrongQuestion",
    "ask_elsewhere",
    "compute",
    "refresh",
    "refresh_due",
    "request",
    "run_now",
]
