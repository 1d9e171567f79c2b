"""Mails from a mail server or a mail service: the raw message in the body."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from leadpact.api.keys import CAPTURE, Sent, now_s, router
from leadpact.api.refusals import REFUSALS, WHOLE
from leadpact.operations import mails
from leadpact.operations.capture import WrongValues
from leadpact.rules.capture import FieldProblem


class MailTaken(BaseModel):
    """What became of a mail."""

    status: Literal["placed", "waiting", "apart", "known", "ours", "forgotten"] = Field(
        description="placed on its leads; waiting in the tray; apart: written by no one; known already; ours: between "
        "colleagues; forgotten: of somebody who asked for it. The last two are not kept."
    )
    lead_ids: list[int]


@router.post(
    "/mails", response={200: MailTaken, **REFUSALS}, auth=CAPTURE, tags=["capture"], summary="Send a mail",
    openapi_extra={
        "requestBody": {"required": True, "content": {"message/rfc822": {"schema": {"type": "string"}}}},
    },
)  # fmt: skip
def send_mail(request: Sent) -> Any:
    """Take in one mail as it came (RFC 5322) and make it a touch of its lead. The same mail again changes nothing."""
    try:
        found = mails.take(actor=request.auth, raw=request.body, now_s=now_s())
    except mails.NotAMail as error:
        raise WrongValues([FieldProblem(WHOLE, "", str(error))]) from error
    return {"status": found.what, "lead_ids": list(found.lead_ids)}
