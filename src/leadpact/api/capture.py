"""Taking in what other systems send: leads, touches, deals and accounts. Sending the same again changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from django.http import HttpResponse
from ninja import Status
from ninja.params import functions as params
from pydantic import BaseModel, Field

from leadpact.api.bodies import (
    BATCH_MOST,
    AccountIn,
    DealEntry,
    DealIn,
    LeadEntry,
    LeadIn,
    TouchEntry,
    TouchIn,
    sorted_out,
)
from leadpact.api.keys import CAPTURE, Sent, now_s, router
from leadpact.api.refusals import REFUSALS, Problem, found_wrong
from leadpact.operations import account_records, capture, deal_records, touches
from leadpact.operations.capture import WrongValues
from leadpact.rules.capture import FieldProblem

Taken = Literal["created", "changed", "unchanged"]
BATCH: Any = params.Body(..., max_length=BATCH_MOST, description=f"A list of at most {BATCH_MOST} entries.")


class LeadTaken(BaseModel):
    """What became of a lead."""

    lead_id: int = Field(description="The lead's id here.")
    status: Taken
    conflict: list[int] = Field(description="Other leads that its e-mail or phone points to; people look at it.")


class TouchTaken(BaseModel):
    """What became of a touch."""

    lead_id: int
    status: Taken


class DealTaken(BaseModel):
    """What became of a deal."""

    deal_id: int
    lead_id: int
    status: Taken
    is_early: bool = Field(description="It was won before its lead was first heard of; kept, and marked.")


class AccountTaken(BaseModel):
    """What became of a company."""

    account_id: int
    status: Taken


class Entry(BaseModel):
    """What became of one entry of a batch."""

    index: int = Field(description="Its place in the list, from 0.")
    status: Literal["created", "changed", "unchanged", "rejected"]
    lead_id: int | None = None
    deal_id: int | None = None
    conflict: list[int] = []
    detail: list[Problem] = Field([], description="Why it was rejected.")


class Batch(BaseModel):
    """What became of a batch: counts, and each entry in order."""

    created: int
    changed: int
    unchanged: int
    rejected: int
    results: list[Entry]


def _answers(taken: type[BaseModel]) -> dict[int, Any]:
    return {201: taken, 200: taken, **REFUSALS}


def _status(status: str) -> int:
    return 201 if status == "created" else 200


class Misplaced(WrongValues):
    """Wrong values with their places in the body."""

    def __init__(self, problems: Sequence[FieldProblem], places: dict[str, str]) -> None:
        super().__init__([problem._replace(field=places.get(problem.field, problem.field)) for problem in problems])


@router.post("/leads", response=_answers(LeadTaken), auth=CAPTURE, tags=["capture"], summary="Send a lead")
def send_lead(request: Sent, lead: LeadIn) -> HttpResponse:
    """Take in a lead, new or known already: found again by its external id, then by e-mail or phone.

    201 when it is new, 200 when something was added to it or nothing was new.
    """
    try:
        found = capture.capture_lead(actor=request.auth, shape=lead.shape(), now_s=now_s())
    except WrongValues as error:
        raise Misplaced(error.problems, lead.places()) from error
    # Said at once, because of everything that is sent leads are sent most.
    says = {"lead_id": found.lead_id, "status": found.status, "conflict": list(found.conflict)}
    return HttpResponse(json.dumps(says), status=_status(found.status), content_type="application/json")


@router.post(
    "/leads/batch", response={200: Batch, **REFUSALS}, auth=CAPTURE, tags=["capture"], summary="Send up to 500 leads"
)
def send_leads(request: Sent, leads: list[LeadEntry] = BATCH) -> dict[str, Any]:
    """Take in a list of leads in one transaction. A wrong entry is rejected, the others are taken."""
    good, wrong = sorted_out(leads)
    shapes = [lead.shape() for _, lead in good]
    found = capture.capture_leads(actor=request.auth, shapes=shapes, now_s=now_s())
    results = [
        Entry(index=at, status=one.status, lead_id=one.lead_id, conflict=list(one.conflict),
              detail=found_wrong(one.problems, lead.places()))
        for (at, lead), one in zip(good, found, strict=True)
    ]  # fmt: skip
    return _batch(results, wrong)


@router.post("/touches", response=_answers(TouchTaken), auth=CAPTURE, tags=["capture"], summary="Send a touch")
def send_touch(request: Sent, touch: TouchIn) -> Status[Any]:
    """Take in something that happened with a lead. 201 when it is new, 200 when it was sent before."""
    now = now_s()
    try:
        found = touches.record_touch(actor=request.auth, shape=touch.shape(now), now_s=now)
    except WrongValues as error:
        raise Misplaced(error.problems, touch.places()) from error
    return Status(_status(found.status), {"lead_id": found.lead_id, "status": found.status})


@router.post(
    "/touches/batch",
    response={200: Batch, **REFUSALS},
    auth=CAPTURE,
    tags=["capture"],
    summary="Send up to 500 touches",
)
def send_touches(request: Sent, touches_sent: list[TouchEntry] = BATCH) -> dict[str, Any]:
    """Take in a list of touches in one transaction. A wrong entry is rejected, the others are taken."""
    now = now_s()
    good, wrong = sorted_out(touches_sent)
    shapes = [touch.shape(now) for _, touch in good]
    found = touches.record_touches(actor=request.auth, shapes=shapes, now_s=now)
    results = [
        Entry(index=at, status=one.status, lead_id=one.lead_id, detail=found_wrong(one.problems, touch.places()))
        for (at, touch), one in zip(good, found, strict=True)
    ]
    return _batch(results, wrong)


@router.post("/deals", response=_answers(DealTaken), auth=CAPTURE, tags=["capture"], summary="Send a deal")
def send_deal(request: Sent, deal: DealIn) -> Status[Any]:
    """Take in a deal as it stands now. 201 when it is new, 200 when it moved or nothing changed."""
    try:
        found = deal_records.record_deal(actor=request.auth, shape=deal.shape(), now_s=now_s())
    except WrongValues as error:
        raise Misplaced(error.problems, deal.places()) from error
    taken = {"deal_id": found.deal_id, "lead_id": found.lead_id, "status": found.status, "is_early": found.is_early}
    return Status(_status(found.status), taken)


@router.post(
    "/deals/batch", response={200: Batch, **REFUSALS}, auth=CAPTURE, tags=["capture"], summary="Send up to 500 deals"
)
def send_deals(request: Sent, deals: list[DealEntry] = BATCH) -> dict[str, Any]:
    """Take in a list of deals in one transaction. A wrong entry is rejected, the others are taken."""
    good, wrong = sorted_out(deals)
    shapes = [deal.shape() for _, deal in good]
    found = deal_records.record_deals(actor=request.auth, shapes=shapes, now_s=now_s())
    results = [
        Entry(index=at, status=one.status, lead_id=one.lead_id, deal_id=one.deal_id,
              detail=found_wrong(one.problems, deal.places()))
        for (at, deal), one in zip(good, found, strict=True)
    ]  # fmt: skip
    return _batch(results, wrong)


@router.post("/accounts", response=_answers(AccountTaken), auth=CAPTURE, tags=["capture"], summary="Send a company")
def send_account(request: Sent, account: AccountIn) -> Status[Any]:
    """Take in a company. 201 when it is new, 200 when it changed or nothing was new."""
    found = account_records.record_account(actor=request.auth, shape=account.shape(), now_s=now_s())
    return Status(_status(found.status), {"account_id": found.account_id, "status": found.status})


def _batch(taken: Iterable[Entry], wrong: dict[int, list[Problem]]) -> dict[str, Any]:
    rejected = [Entry(index=at, status="rejected", detail=problems) for at, problems in wrong.items()]
    results = sorted([*taken, *rejected], key=lambda entry: entry.index)
    names = ("created", "changed", "unchanged", "rejected")
    return {"results": results, **{name: sum(entry.status == name for entry in results) for name in names}}
