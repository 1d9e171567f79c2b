"""What a buyer allows: read it, give it, take it back, and who said no to what, for systems that send mails or call."""

from __future__ import annotations

from typing import Any, Literal

from ninja.params import functions as params
from pydantic import BaseModel, ConfigDict, Field, model_validator

from leadpact.api.bodies import Body
from leadpact.api.keys import CAPTURE, READ, Sent, now_s, router
from leadpact.api.leads import Allowed, Shown
from leadpact.api.refusals import REFUSALS, Refused
from leadpact.operations import consent
from leadpact.queries import consent as queries

LIMIT_MOST = 500
_LEAD_ID: Any = params.Path(..., ge=1, lt=1 << 63, description="The lead's id here.")
_LIMIT: Any = params.Query(100, ge=1, le=LIMIT_MOST, description=f"How many at most, 1 to {LIMIT_MOST}.")
_AFTER: Any = params.Query(0, ge=0, lt=1 << 63, description="The mark next of the page before.")
Ground = Literal["consent", "contract", "legitimate_interest", "refused"]


class ConsentIn(Body):
    """What the buyer said, by way; ways that are left out stay as they are."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"email": "consent", "phone": "refused"}]}
    )
    email: Ground | None = Field(None, description="consent, contract, legitimate_interest or refused.")
    phone: Ground | None = Field(None, description="consent, contract, legitimate_interest or refused.")
    post: Ground | None = Field(None, description="consent, contract, legitimate_interest or refused.")
    tracking: Ground | None = Field(None, description="consent, contract, legitimate_interest or refused.")
    do_not_contact: Literal[True] | None = Field(None, description="true: no contact at all, by any way.")
    how: str = Field("api", pattern=r"^[a-z0-9_]{1,30}$", description="Through what it was told: form, mail, phone ...")
    wording: str = Field("", max_length=consent.WORDS_MOST, description="In which words, up to 1,000 signs.")

    @model_validator(mode="after")
    def _says_something(self) -> ConsentIn:
        if self.do_not_contact is None and not self.codes():
            raise ValueError("at least one of email, phone, post, tracking and do_not_contact")
        if self.do_not_contact and self.codes():
            raise ValueError("do_not_contact alone, or single ways; not both at once")
        return self

    def codes(self) -> dict[str, str]:
        """Way to ground or refused, of those that are said."""
        told = {"email": self.email, "phone": self.phone, "post": self.post, "tracking": self.tracking}
        return {way: code for way, code in told.items() if code is not None}


class Consent(BaseModel):
    """What stands for each way."""

    lead_id: int
    allowed: list[Allowed]
    refused: list[str] = Field(description="The ways that the buyer refused.")


class Noted(BaseModel):
    """How many entries were added; 0 where all stood already."""

    lead_id: int
    added: int


class Mark(Shown):
    """The id of a lead in another system."""

    source_system: str
    external_id: str


class Refusal(Shown):
    """A buyer who said no to something."""

    lead_id: int
    marks: list[Mark] = Field(description="The ids by which other systems sent the lead, merged ones too.")
    email: str
    refused: list[str] = Field(description="The ways that the buyer refused: email, phone, post, tracking.")


class RefusalList(Shown):
    """A page of them, by id."""

    rows: list[Refusal]
    next: int | None = Field(description="The mark of the next page for after; null at the end.")


@router.get(
    "/leads/{lead_id}/consent",
    response={200: Consent, 404: Refused, **REFUSALS},
    auth=READ,
    tags=["read"],
    summary="Read what a buyer allows",
)
def standing(request: Sent, lead_id: int = _LEAD_ID) -> dict[str, Any]:
    """Each way with the ground that it stands open on, or the buyer's no, and through what it was told."""
    allowed = queries.of_lead(request.auth, lead_id, now_s())
    return {"lead_id": lead_id, "allowed": allowed, "refused": [each.way for each in allowed if each.is_refused]}


@router.post(
    "/leads/{lead_id}/consent",
    response={200: Noted, 404: Refused, **REFUSALS},
    auth=CAPTURE,
    tags=["capture"],
    summary="Note what a buyer allows or refuses",
)
def note(request: Sent, told: ConsentIn, lead_id: int = _LEAD_ID) -> dict[str, Any]:
    """Note a ground or a no. With no way of sales left the follow-up ends, and its attempts as kept."""
    said: dict[str, Any] = {
        "actor": request.auth,
        "lead_id": lead_id,
        "now_s": now_s(),
        "how": told.how,
        "wording": told.wording,
    }
    facts = consent.refuse(**said) if told.do_not_contact else consent.change(codes=told.codes(), **said)
    return {"lead_id": lead_id, "added": len(facts)}


@router.get(
    "/refusals", response={200: RefusalList, **REFUSALS}, auth=READ, tags=["read"], summary="List who said no to what"
)
def refusals(request: Sent, after: int = _AFTER, limit: int = _LIMIT) -> Any:
    """Every lead that refused a way, with its ids elsewhere: what a system that sends mails or calls must leave out."""
    return queries.refusals(request.auth, after=after, limit=limit)
