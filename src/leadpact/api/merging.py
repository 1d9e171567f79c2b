"""Which leads are one buyer: read what looks alike, make two one, part them again."""

from __future__ import annotations

from typing import Any

from ninja.params import functions as params
from pydantic import BaseModel, ConfigDict, Field

from leadpact.api.bodies import Body
from leadpact.api.keys import MERGE, Sent, now_s, router
from leadpact.api.leads import Shown
from leadpact.api.refusals import REFUSALS, Refused
from leadpact.operations import merging
from leadpact.queries import duplicates as queries

LIMIT_MOST = 100
_LIMIT: Any = params.Query(25, ge=1, le=LIMIT_MOST, description=f"How many at most, 1 to {LIMIT_MOST}.")
_LEAD_ID: Any = params.Path(..., ge=1, lt=1 << 63, description="The lead's id here.")
_GONE: Any = params.Path(..., ge=1, lt=1 << 63, description="The id of the lead that was merged into another one.")
_MAY_FAIL: dict[int, Any] = {404: Refused, 409: Refused, **REFUSALS}


class MergeIn(Body):
    """Which lead is the same buyer, and which of the two stays."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"other": 42}]})
    other: int = Field(ge=1, lt=1 << 63, description="The id of the other lead.")
    keep: int | None = Field(
        None, ge=1, lt=1 << 63, description="Which of them stays; without it the one further along, else the older."
    )


class Merged(BaseModel):
    """The lead that stays, and the one that went into it."""

    survivor_id: int
    lead_id: int = Field(description="Part them again by this one.")


class Parted(BaseModel):
    """Two leads again, and what came since the merge."""

    lead_id: int
    survivor_id: int
    went: int = Field(description="Entries that came in by the keys of lead_id and went with it.")
    stayed: int = Field(description="Entries noted since that stay with survivor_id.")


class Side(Shown):
    """One of two leads that look alike."""

    id: int
    name: str
    state: str
    stays: bool = Field(description="It would stay, if nothing else is said.")


class Alike(Shown):
    """Two leads that look alike, and why."""

    percent: int = Field(description="How sure it is that they are one.")
    why: str
    one: Side
    other: Side


class Duplicates(BaseModel):
    """How many pairs wait to be decided, and the surest of them."""

    count: int
    rows: list[Alike]


@router.get(
    "/duplicates",
    response={200: Duplicates, **REFUSALS},
    auth=MERGE,
    tags=["merge"],
    summary="List leads that look alike",
)
def alike(request: Sent, limit: int = _LIMIT) -> dict[str, Any]:
    """Pairs of leads that nobody decided on yet, the surest first."""
    count, rows = queries.suggestions(request.auth, now_s(), limit)
    return {"count": count, "rows": rows}


@router.post(
    "/leads/{lead_id}/merge",
    response={200: Merged, **_MAY_FAIL},
    auth=MERGE,
    tags=["merge"],
    summary="Make two leads one",
)
def merge(request: Sent, merge: MergeIn, lead_id: int = _LEAD_ID) -> dict[str, Any]:
    """Say that two leads are the same buyer. Both histories are kept. 409 when they are one already."""
    done = merging.merge(actor=request.auth, lead_id=lead_id, other_id=merge.other, keep_id=merge.keep, now_s=now_s())
    return {"survivor_id": done.survivor_id, "lead_id": done.lead_id}


@router.post(
    "/leads/{lead_id}/unmerge",
    response={200: Parted, **_MAY_FAIL},
    auth=MERGE,
    tags=["merge"],
    summary="Part them",
)
def unmerge(request: Sent, lead_id: int = _GONE) -> dict[str, Any]:
    """Part a lead from the one it was merged into; each gets its own history back. 409 when it stands for itself."""
    return merging.unmerge(actor=request.auth, lead_id=lead_id, now_s=now_s())._asdict()
