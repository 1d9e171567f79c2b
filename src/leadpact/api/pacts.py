"""Drafts of the pact, what history teaches, and a pact tried on the past, as pages and command line have them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self

from ninja import Status
from pydantic import BaseModel, ConfigDict, Field, model_validator

from leadpact.api.keys import DRAFT, READ, Sent, now_s, router
from leadpact.api.refusals import REFUSALS, Refused
from leadpact.operations import learn as learning
from leadpact.operations import pact_drafts
from leadpact.operations.pact_drafts import Clashed
from leadpact.queries import learn, pact, pact_draft, replay, replay_drafts
from leadpact.queries.replay_rows import plain

_TEXT = "The pact's file, YAML."
_LONGEST = 1_000_000


class DraftLine(BaseModel):
    """A draft that is being worked on."""

    draft_id: int
    pact: str
    revision: int
    changed_at: datetime
    changed_by: str


class WholeDraft(BaseModel):
    """A draft with its file. A draft that was proposed or put away can be read, not changed."""

    draft_id: int
    pact: str
    state: Literal["draft", "proposed", "withdrawn"]
    revision: int = Field(description="Send it with your change: what others changed meanwhile is then kept.")
    text: str = Field(description=_TEXT)
    findings: list[str] = Field(description="What contradicts itself or can never hold, each with its place.")


class NewDraft(BaseModel):
    """What a draft begins with."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(
        None, max_length=_LONGEST, description="A pact's file, YAML; left out: the pact in force, else the starter."
    )
    is_learned: bool = Field(False, description="Begin with what was learned last from history, in place of a text.")


class Begun(BaseModel):
    """A draft that was begun."""

    draft_id: int
    revision: int


class Change(BaseModel):
    """A draft's whole file as it is to be."""

    model_config = ConfigDict(extra="forbid")

    revision: int = Field(ge=1, description="The revision that the text was made from.")
    text: str = Field(max_length=_LONGEST, description=_TEXT)


class SavedDraft(BaseModel):
    """A draft that was saved."""

    revision: int
    is_merged: bool = Field(description="Others had changed other places meanwhile; both stand now.")
    says: str = Field(description="What changed, in words; empty where nothing did.")


class Clash(BaseModel):
    """A place that somebody else changed too."""

    yours: str
    theirs: str


class Clashes(BaseModel):
    """Nothing was saved: somebody else changed the same places. Look at both and send again with this revision."""

    detail: str
    revision: int
    clashes: list[Clash]


class Learned(BaseModel):
    """What history teaches, learned last."""

    state: Literal["nothing", "too_little", "learned"]
    is_looking: bool = Field(description="It is being learned now; ask again in a few seconds.")
    error: str = Field(description="Why it could not be learned the last time; else empty.")
    made_at: datetime | None
    found: dict[str, Any] = Field(
        description="text of the draft; attributes with their rows; quality, population and notes in words; left_out "
        "with reasons; too_little where history is too short."
    )


class Tried(BaseModel):
    """A pact to try on the leads of the last months: one of text, draft_id and pact_id; none of them: in force."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(None, max_length=_LONGEST, description=_TEXT)
    draft_id: int | None = Field(None, description="A draft.")
    pact_id: int | None = Field(None, description="A version.")
    months: int = Field(6, ge=1, le=replay.MOST_MONTHS, description=f"So many months back, 1 to {replay.MOST_MONTHS}.")
    line: int | None = Field(
        None, ge=0, le=1000, description="Another number of points for its scored lane, 0 to 1000."
    )

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if sum(each is not None for each in (self.text, self.draft_id, self.pact_id)) > 1:
            raise ValueError("one of text, draft_id and pact_id")
        return self


_DRAFTING: dict[int, Any] = {**REFUSALS, 404: Refused, 409: Refused}


@router.get(
    "/pact/drafts", response={200: list[DraftLine], **REFUSALS}, auth=DRAFT, tags=["draft"], summary="List drafts"
)
def drafts(request: Sent) -> Any:
    """The drafts that both teams work on, the last changed first."""
    return [
        {
            "draft_id": each.id, "pact": each.name, "revision": each.revision,
            "changed_at": each.changed_at, "changed_by": each.changed_by,
        }
        for each in pact_draft.drafts(request.auth)
    ]  # fmt: skip


@router.post("/pact/drafts", response={201: Begun, **_DRAFTING}, auth=DRAFT, tags=["draft"], summary="Begin a draft")
def begin(request: Sent, draft: NewDraft) -> Status[Any]:
    """Begin a draft that both teams edit, from a file, from what was learned, or from the pact in force."""
    actor, at_s = request.auth, now_s()
    if draft.is_learned:
        row = learning.begin_draft(actor=actor, now_s=at_s)
    else:
        base_id = None if draft.text is not None else pact.current_id(at_s)
        row = pact_drafts.begin(actor=actor, now_s=at_s, base_id=base_id, text=draft.text)
    return Status(201, {"draft_id": row.pk, "revision": row.revision})


@router.get(
    "/pact/drafts/{draft_id}", response={200: WholeDraft, **_DRAFTING}, auth=DRAFT, tags=["draft"],
    summary="Read a draft",
)  # fmt: skip
def one(request: Sent, draft_id: int) -> Any:
    """A draft's file with its revision, and what contradicts itself in it."""
    found = pact_draft.whole(request.auth, draft_id, now_s())
    return {
        "draft_id": found.id, "pact": found.name, "state": found.state, "revision": found.revision,
        "text": found.text, "findings": [str(each) for each in found.findings],
    }  # fmt: skip


@router.post(
    "/pact/drafts/{draft_id}", response={200: SavedDraft, **_DRAFTING, 409: Clashes | Refused}, auth=DRAFT,
    tags=["draft"], summary="Save a draft",
)  # fmt: skip
def save(request: Sent, draft_id: int, change: Change) -> Status[Any]:
    """Save a draft's whole file; what others changed at other places meanwhile is kept, the same place never."""
    try:
        saved = pact_drafts.put_text(
            actor=request.auth, draft_id=draft_id, revision=change.revision, text=change.text, now_s=now_s()
        )
    except Clashed as clash:
        places = [{"yours": each.mine, "theirs": each.theirs} for each in clash.clashes]
        return Status(409, {"detail": str(clash), "revision": clash.revision, "clashes": places})
    return Status(200, {"revision": saved.revision, "is_merged": saved.is_merged, "says": saved.says})


@router.post(
    "/pact/learn", response={202: Learned, **REFUSALS}, auth=DRAFT, tags=["draft"], summary="Learn from history"
)
def learn_again(request: Sent) -> Status[Any]:
    """Have a points table learned from history by the worker; read it in a few seconds to a minute."""
    learning.request(actor=request.auth, now_s=now_s())
    return Status(202, _learned(request))


@router.get(
    "/pact/learn", response={200: Learned, **REFUSALS}, auth=DRAFT, tags=["draft"], summary="Read what was learned"
)
def learned(request: Sent) -> Any:
    """What was learned last from history, with the draft that it would make."""
    return _learned(request)


def _learned(request: Sent) -> dict[str, Any]:
    found = learn.page(request.auth)
    return {
        "state": found.state, "is_looking": found.is_looking, "error": found.error, "made_at": found.made_at,
        "found": dict(found.body),
    }  # fmt: skip


@router.post(
    "/pact/replay", response={200: dict[str, Any], **_DRAFTING}, auth=READ, tags=["read"], summary="Try on the past"
)
def try_on_the_past(request: Sent, tried: Tried) -> Any:
    """What a pact would have done with the leads of the last months: exact volumes, wins as ranges, and the proof.

    ``draft_id`` needs the scope draft too.
    """
    actor, at_s = request.auth, now_s()
    wanted = replay_drafts.wanted(actor, at_s, text=tried.text, draft_id=tried.draft_id, pact_id=tried.pact_id)
    return plain(replay.effect(actor, wanted, at_s, tried.months, line=tried.line))
