"""What the measures said last, how far that may be trusted, and the leads behind a figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Count

from leadpact.evidence import export, svg
from leadpact.evidence.by import OTHERS
from leadpact.evidence.catalogue import MEASURES, UnknownMeasure, items, measure
from leadpact.evidence.chosen import FILTERS, BadFilter, Chosen, chosen, filters_of
from leadpact.evidence.compiled import fingerprint, keep_in
from leadpact.evidence.measure import OF_PART, BadParameter, Layout, Measure, Shown
from leadpact.evidence.result import Note, Result
from leadpact.evidence.source import on_connection
from leadpact.evidence.svg import NoPictures, can_png
from leadpact.ledger import access, reader, results
from leadpact.ledger.access import Actor
from leadpact.ledger.models import FactRow, HandOff, Job, Lead, PactVersion
from leadpact.ledger.privacy import Sight
from leadpact.ledger.reader import chunks
from leadpact.ledger.results import Kept, Question, WrongQuestion, question
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.snapshot import snapshot
from leadpact.ledger.writer import company_zone
from leadpact.queries.lead_list import LeadLine, lines, visible

keep_in(Path(settings.HOME) / "compiled")
ASKED = {"as_of_s": "as_of", "since_s": "since", "until_s": "until", "source": "source", "event": "event"}
"""Parameter of a measure -> parameter of a question as doors write it."""
SPANS = ("1-9", "10-49", "50-249", "250-999", "1000+")
"""Sizes of companies by people, as statistics offices cut them."""
OFFERED = 100
OFFER_S = 600
"""For so long the offered values are not counted again."""


@dataclass(frozen=True, slots=True)
class About:
    """What a measure declares of itself, in English. ``takes`` are the parameters that a question to it may have."""

    name: str
    title: str
    question: str
    unit: str
    least_sample: int
    counted: str
    formula: str
    assumptions: tuple[str, ...]
    cannot_say: tuple[str, ...]
    published: str
    chart: str
    takes: tuple[str, ...]
    events: tuple[str, ...]
    sentences: Mapping[str, str]
    layouts: tuple[Layout, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page offers to ask with, the most leads first; versions newest first; pacts only where several ran."""

    sources: tuple[str, ...]
    last_recorded_on: date | None
    campaigns: tuple[str, ...] = ()
    versions: tuple[int, ...] = ()
    segments: tuple[str, ...] = ()
    pacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """A measure with its last answer to a question. Instants are epoch seconds.

    ``result`` is None while nothing has been computed; ``is_stale``: facts came since, or the answer is as of now
    and another day began; ``is_under_way``: the worker has been asked; ``error``: why the last try failed.
    """

    about: About
    asked: Question
    offer: Offer
    result: Result | None
    body: Mapping[str, Any] | None
    as_of_s: int | None
    made_s: int | None
    age_s: int | None
    watermark: int | None
    is_stale: bool
    is_under_way: bool
    error: str


def measure_page(actor: Actor, name: str, parameters: Mapping[str, str | None], *, now_s: int) -> MeasurePage:
    """The page of a measure for a question in texts (see ``results.question``).

    Raises ``UnknownMeasure``, ``WrongQuestion``, ``BadParameter``, ``BadFilter`` and ``Forbidden``.
    """
    access.check(actor, "see_evidence")
    asked, top = question(parameters), reader.watermark()
    about = _about(measure(name))
    if asked.event is not None and "event" not in about.takes:
        raise BadParameter(f"{name} has no parameter event; it takes {', '.join((*about.takes, *FILTERS))}.")
    chosen(0, asked.narrowed)
    if asked.as_of is not None:
        asked.instants(company_zone(), now_s)
    return _page(about, asked, _offer(top, now_s), top, now_s)


def measure_list(actor: Actor, *, now_s: int) -> tuple[MeasurePage, ...]:
    """Every measure with its answer to the plain question, in the catalogue's order. Raises ``Forbidden``."""
    access.check(actor, "see_evidence")
    top = reader.watermark()
    offer = _offer(top, now_s)
    return tuple(_page(_about(each), results.NOW, offer, top, now_s) for each in MEASURES.values())


def _about(m: Measure) -> About:
    named = {parameter.name: parameter for parameter in m.parameters}
    events = named["event"].choices if "event" in named else ()
    return About(
        m.name, m.title, m.question, m.unit, m.least_sample, m.counted, m.formula, m.assumptions, m.cannot_say,
        m.published, m.chart, tuple(short for long, short in ASKED.items() if long in named), events,
        {**OF_PART, **m.sentences}, m.layouts,
    )  # fmt: skip


def _offer(top: int, now_s: int) -> Offer:
    """What to offer now. The values of all leads are counted again only after ``OFFER_S`` seconds."""
    last_s = reader.last_recorded_s()
    last_on = None if last_s is None else datetime.fromtimestamp(last_s, company_zone()).date()
    database = str(connection.settings_dict["NAME"])
    held = _OFFERS.get(database)
    if held is None or not held.holds(top, now_s):
        held = _OFFERS[database] = _Offered(top, _id_at(top), now_s, _counted())
    return replace(held.offer, last_recorded_on=last_on)


def _id_at(seq: int) -> str:
    """The id of the fact of that seq; empty when there is none."""
    return FactRow.objects.filter(seq=seq).values_list("id", flat=True).first() or ""


def _counted() -> Offer:
    rows = list(PactVersion.objects.filter(effective_s__isnull=False).values_list("name", "version"))
    countries = [f"country={each}" for each in _most("country") if each]
    return Offer(
        tuple(dict.fromkeys(source or "unknown" for source in _most("source"))),
        None,
        tuple(campaign for campaign in _most("campaign") if campaign),
        tuple(sorted({version for _name, version in rows}, reverse=True)),
        (*countries[:20], *(f"employees={span}" for span in SPANS)),
        tuple(sorted(names)) if len(names := {name for name, _version in rows}) > 1 else (),
    )


@dataclass(frozen=True, slots=True)
class _Offered:
    """An offer with the newest fact it was counted by: of a ledger without that fact it says nothing."""

    top: int
    last_id: str
    made_s: int
    offer: Offer

    def holds(self, top: int, now_s: int) -> bool:
        """Whether it offers anything, is young, and of this very ledger."""
        is_young = bool(self.offer.sources) and 0 < self.top <= top and 0 <= now_s - self.made_s < OFFER_S
        return is_young and _id_at(self.top) == self.last_id


_OFFERS: dict[str, _Offered] = {}


def _most(column: str) -> list[str | None]:
    """The values of a column of leads, the most frequent first."""
    by_size = Lead.objects.values_list(column).annotate(leads=Count("id")).order_by("-leads", column)
    return [value for value, _ in by_size[:OFFERED]]


def _page(about: About, asked: Question, offer: Offer, top: int, now_s: int) -> MeasurePage:
    kept = results.latest(about.name, asked.key, made_by=fingerprint())
    job = Job.objects.filter(once=results.once_of(about.name, asked.key)).first()
    return MeasurePage(
        about,
        asked,
        offer,
        result=None if kept is None else _result(kept.body),
        body=None if kept is None else kept.body,
        as_of_s=None if kept is None else kept.as_of_s,
        made_s=None if kept is None else kept.made_s,
        age_s=None if kept is None else max(0, now_s - kept.made_s),
        watermark=None if kept is None else kept.watermark,
        is_stale=kept is not None and kept.is_stale(top, company_zone(), now_s),
        is_under_way=job is not None and job.failed_s is None,
        error=job.error if job is not None else "",
    )


def _result(body: Mapping[str, Any]) -> Result:
    """The answer as it was before it became JSON."""
    return Result(
        measure=body["measure"],
        as_of=body["as_of"],
        grade=body["grade"],
        sentence_key=body["sentence_key"],
        sentence_args=body["sentence_args"],
        sentence=body["sentence"],
        rows=tuple(body["rows"]),
        tables={name: tuple(rows) for name, rows in body["tables"].items()},
        parameters=body["parameters"],
        notes=tuple(Note(note["key"], note["args"], note["text"]) for note in body["notes"]),
        chart=body["chart"]["kind"],
        chart_data=body["chart"]["data"],
    )


def as_csv(page: MeasurePage, table: str = "") -> str:
    """The rows of the answer as CSV, or those of one of its further tables; a lone heading line when there are none.

    Raises ``BadParameter`` for a table that the answer does not have.
    """
    if page.result is None:
        return export.to_csv(())
    if table and table not in page.result.tables:
        raise BadParameter(f"There is no table {table}; there are: {', '.join(page.result.tables)}.")
    return export.to_csv(page.result.tables[table] if table else page.result.rows)


def as_vega_lite(page: MeasurePage) -> Mapping[str, Any] | None:
    """The chart of the answer for other programs; None while there is no answer."""
    return None if page.result is None else export.to_vega_lite(page.result, page.about.layouts)


def as_svg(page: MeasurePage, word: Callable[[str], str]) -> str | None:
    """The answer as a picture that needs no stylesheet; None while there is no answer. ``word`` is that of a code."""
    return None if page.body is None else svg.to_svg(page.body, page.about.layouts, word)


def as_png(page: MeasurePage, word: Callable[[str], str]) -> bytes | None:
    """The same as PNG; None while there is no answer. Raises ``NoPictures`` where the means are not installed."""
    return None if page.body is None else svg.to_png(svg.to_svg(page.body, page.about.layouts, word))


@dataclass(frozen=True, slots=True)
class BehindRow:
    """A lead behind a figure; for clocks with the hand-off that started them and its instant."""

    lead: LeadLine
    hand_off_id: int | None = None
    handed_s: int | None = None


@dataclass(frozen=True, slots=True)
class BehindPage:
    """The leads behind a figure, newest first.

    ``total`` equals the figure, ``hidden`` are not the actor's to see; ``after``: so many to skip next, None: no more.
    """

    total: int
    hidden: int
    rows: tuple[BehindRow, ...]
    after: int | None


def leads_behind(
    actor: Actor,
    name: str,
    parameters: Mapping[str, str | None],
    key: Mapping[str, str],
    *,
    now_s: int,
    limit: int = 25,
    after: int = 0,
) -> BehindPage:
    """The leads behind a figure of the last answer to a question, as they stood at its snapshot.

    ``key`` names the figure by the columns of its row and the column counted: funnel ``month, found_by, source,
    stage, before, outcome``; source_quality ``source, found_by, day, outcome``; sla_keeping ``level, person_id,
    outcome``; persistence ``attempt, is_pooled, band, source, event, outcome``. Raises ``UnknownMeasure``,
    ``WrongQuestion``, ``BadParameter`` and ``Forbidden``.
    """
    mine = visible(actor)
    asked = question(parameters)
    kept = results.latest(measure(name).name, asked.key, made_by=fingerprint())
    if kept is None:
        return BehindPage(0, 0, (), None)
    found = _items(kept, asked, key)
    leads = _hand_offs(found) if _is_of_hand_offs(name) else _bare(found)
    if (how := measure(name).behind) is not None and how.is_drawn and actor.side == "sales":
        leads = []
    elif not actor.may("see_leads"):
        own = set(mine.values_list("pk", flat=True))
        leads = [each for each in leads if each[0] in own]
    sight = Sight(actor, Rulebook(now_s))
    leads = _open_to(sight, measure(name), key, leads)
    part = leads[::-1][after : after + limit]
    told = {line.id: line for line in lines(Lead.objects.filter(pk__in={lead_id for lead_id, _ in part}), sight)}
    rows = tuple(
        BehindRow(told[lead_id], hand_off.pk if hand_off else None, hand_off.handed_s if hand_off else None)
        for lead_id, hand_off in part
    )
    following = after + len(part)
    return BehindPage(len(found), len(found) - len(leads), rows, following if following < len(leads) else None)


def _open_to(
    sight: Sight, of: Measure, key: Mapping[str, str], leads: list[tuple[int, HandOff | None]]
) -> list[tuple[int, HandOff | None]]:
    """Those of which the reader may know whether they were touched in time, without those a trial keeps points of."""
    if blind := sight.blind():  # By points or by the gate a figure would tell which of them chance let through.
        leads = [each for each in leads if each[0] not in blind]
    if of.behind is None or key.get("outcome", "") not in of.behind.tells_late:
        return leads
    known = sight.late_of(hand_off.owner_id for _, hand_off in leads if hand_off is not None)
    return [(lead_id, hand_off) for lead_id, hand_off in leads if hand_off is None or hand_off.owner_id in known]


def _items(kept: Kept, question: Question, key: Mapping[str, str]) -> Sequence[int | str]:
    asked = measure(kept.measure)
    given = {each: value for each, value in kept.body["parameters"].items() if each in asked.takes}
    shown = [row["source"] for row in kept.body["tables"].get("sources", ()) if row.get("source")]
    blanks = asked.behind.blanks if asked.behind is not None else frozenset()
    parts = {part: value for part, value in key.items() if value or part in blanks}
    if asked.behind is not None and "event" in asked.behind.clauses and "event" in given:
        parts.setdefault("event", given["event"])
    wanted = chosen(kept.as_of_s, filters_of(asked.takes, question.narrowed))
    if question.by is not None:
        wanted = _of_value(wanted, kept, question.by, parts)
    with snapshot() as look:
        source = on_connection(look.connection, look.dialect).of(wanted)
        return items(kept.measure, source, given, parts, shown)


def _of_value(wanted: Chosen, kept: Kept, by: str, parts: dict[str, str]) -> Chosen:
    """The leads of the value that the key of a figure of a split measure names, which leaves the key.

    A row keeps its own column where it is called like the dimension; then what is no value of it stays in the key.
    """
    values = [note["args"]["value"] for note in kept.body["notes"] if note["key"] == "by_value"]
    value = parts.get(by)
    if value not in values:
        return wanted
    del parts[by]
    if value == OTHERS:
        return replace(wanted, by=by, by_others=tuple(each for each in values if each != OTHERS))
    return replace(wanted, by=by, by_value=value)


def _is_of_hand_offs(name: str) -> bool:
    """Whether the figures of a measure count hand-offs, by the ids of their facts, and not leads."""
    how = measure(name).behind
    return how is not None and how.item == "hand_id"


def _bare(ids: Sequence[int | str]) -> list[tuple[int, HandOff | None]]:
    return [(int(each), None) for each in ids]


def _hand_offs(fact_ids: Sequence[int | str]) -> list[tuple[int, HandOff | None]]:
    """The leads of handed_over facts with their hand-offs, oldest first."""
    seqs: list[int] = []
    for part in chunks(str(each) for each in fact_ids):
        seqs += FactRow.objects.filter(id__in=part).values_list("seq", flat=True)
    found: list[tuple[int, HandOff | None]] = []
    for part in chunks(sorted(seqs)):
        found += [(row.lead_id, row) for row in HandOff.objects.filter(pk__in=part).order_by("pk")]
    return found


__all__ = [
    "About",
    "BadFilter",
    "BadParameter",
    "BehindPage",
    "BehindRow",
    "Layout",
    "MeasurePage",
    "NoPictures",
    "Offer",
    "Question",
    "Shown",
    "UnknownMeasure",
    "WrongQuestion",
    "as_csv",
    "as_png",
    "as_svg",
    "as_vega_lite",
    "can_png",
    "leads_behind",
    "measure_list",
    "measure_page",
]
