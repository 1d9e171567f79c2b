"""Reading the measures: the last answers, as the pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ninja import Status
from ninja.params import functions as params
from pydantic import BaseModel, Field

from leadpact.api.keys import READ, Sent, now_s, router
from leadpact.api.refusals import REFUSALS, Refused
from leadpact.operations import refresh
from leadpact.queries import evidence as queries
from leadpact.queries.evidence import MeasurePage
from leadpact.queries.evidence_view import view

_DAY = r"^(\d{4}-\d\d-\d\d)?$"
_AS_OF: Any = params.Query("", pattern=_DAY, description="As known at the end of this day (2026-03-31); left out: now.")
_SINCE: Any = params.Query("", pattern=_DAY, description="Only leads first heard of on or after this day.")
_UNTIL: Any = params.Query("", pattern=_DAY, description="Only leads first heard of on or before this day.")
_SOURCE: Any = params.Query("", max_length=100, description="Only leads of this source.")
_TEAM: Any = params.Query("", pattern="^(marketing|sales|unknown)?$", description="Only leads found by this team.")
_SEGMENT: Any = params.Query(
    "",
    max_length=160,
    description="Only leads of which this is known: industry=retail, employees=50-249, country=unknown.",
)
_PACT: Any = params.Query("", max_length=200, description="Only leads judged by the pact of this name.")
_VERSION: Any = params.Query("", pattern=r"^\d{0,6}$", description="Only leads judged by this version of the pact.")
_CAMPAIGN: Any = params.Query("", max_length=200, description="Only leads of this campaign.")
_EVENT: Any = params.Query("", max_length=60, description="What counts, for measures that let one choose.")

_BY: Any = params.Query("", max_length=60, description="Split by source, team, campaign, version or a field: industry.")


class Line(BaseModel):
    """A measure with its last plain answer."""

    name: str
    title: str
    question: str
    unit: str
    grade: str | None = Field(description="Counted, Corrected, Adjusted or Tried; null before the first answer.")
    sentence: str | None
    as_of: str | None
    made_at: datetime | None
    is_stale: bool = Field(description="Facts came since.")


class Note(BaseModel):
    """A remark under an answer."""

    key: str
    args: dict[str, Any]
    text: str


class Chart(BaseModel):
    """The kind of chart, and what it draws beyond the tables."""

    kind: str
    data: dict[str, Any]


class Answer(BaseModel):
    """An answer of a measure: counts with their ranges."""

    measure: str
    as_of: str
    grade: str = Field(description="Counted, Corrected, Adjusted or Tried.")
    sentence: str
    sentence_key: str
    sentence_args: dict[str, Any]
    rows: list[dict[str, Any]]
    tables: dict[str, list[dict[str, Any]]]
    parameters: dict[str, Any]
    notes: list[Note]
    chart: Chart
    made_at: datetime
    is_stale: bool = Field(description="Facts came since; the worker asks again by itself.")


@router.get("/evidence", response={200: list[Line], **REFUSALS}, auth=READ, tags=["read"], summary="List the measures")
def listing(request: Sent) -> Any:
    """Every measure with the sentence of its last answer."""
    return [_line(page) for page in queries.measure_list(request.auth, now_s=now_s())]


@router.get(
    "/evidence/{name}",
    response={200: Answer, 202: Refused, 404: Refused, **REFUSALS},
    auth=READ,
    tags=["read"],
    summary="Read a measure",
)
def one(
    request: Sent,
    name: str,
    as_of: str = _AS_OF,
    since: str = _SINCE,
    until: str = _UNTIL,
    source: str = _SOURCE,
    team: str = _TEAM,
    segment: str = _SEGMENT,
    pact: str = _PACT,
    version: str = _VERSION,
    campaign: str = _CAMPAIGN,
    event: str = _EVENT,
    by: str = _BY,
) -> Any:
    """The last answer to a question. 202 when it was never asked: the worker is at it, ask again in a few seconds."""
    asked = {
        "as_of": as_of, "since": since, "until": until, "source": source, "team": team, "segment": segment,
        "pact": pact, "version": version, "campaign": campaign, "event": event, "by": by,
    }  # fmt: skip
    given = {key: value for key, value in asked.items() if value}
    asked_page = queries.measure_page(request.auth, name, given, now_s=now_s())
    page = view(request.auth, asked_page, now_s=now_s()).page  # What the pact lets the key see of people.
    if page.body is None:
        refresh.request(actor=request.auth, name=name, parameters=given, now_s=now_s())
        return Status(202, {"detail": "Not answered yet. The worker has been asked; ask again in a few seconds."})
    return _answer(page, page.body)


def _line(page: MeasurePage) -> dict[str, Any]:
    body = page.body or {}
    about = page.about
    return {
        "name": about.name,
        "title": about.title,
        "question": about.question,
        "unit": about.unit,
        "grade": body.get("grade"),
        "sentence": body.get("sentence"),
        "as_of": body.get("as_of"),
        "made_at": _at(page.made_s),
        "is_stale": page.is_stale,
    }


def _answer(page: MeasurePage, body: Mapping[str, Any]) -> dict[str, Any]:
    return {**body, "made_at": _at(page.made_s), "is_stale": page.is_stale}


def _at(instant_s: int | None) -> datetime | None:
    return None if instant_s is None else datetime.fromtimestamp(instant_s, UTC)
