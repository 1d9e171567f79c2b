"""What other systems send: leads, touches, deals and accounts, as JSON.

The description of a field is also what a refusal says was expected.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import pydantic
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    WrapValidator,
    field_validator,
)

from leadpact.api.refusals import Problem, found_invalid
from leadpact.connectors.shapes import AccountShape, DealShape, LeadShape, TouchShape
from leadpact.connectors.tables_cells import minor_units
from leadpact.operations.touches import KINDS_TAKEN
from leadpact.rules.facts import KINDS
from leadpact.rules.terms import FIELDS

BATCH_MOST = 500
"""So many records go into one batch."""
FIELDS_MOST = 200
AMOUNT_MOST = 10**15

_NO_NULL = r"^[^\x00]*$"
Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_NO_NULL)]
System = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=_NO_NULL)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=_NO_NULL)]
Text = Annotated[str, StringConstraints(max_length=20_000, pattern=_NO_NULL)]


def _instant(given: Any) -> int:
    """Epoch seconds of an ISO instant with its offset."""
    try:
        moment = datetime.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError("an instant with its offset from UTC, such as 2026-03-31T14:05:00Z")
    return int(moment.timestamp() // 1)


def _words(given: Any) -> Any:
    """Numbers and yes or no as text; null says nothing."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, int | float):
        return repr(given)
    return "" if given is None else given


Instant = Annotated[int, BeforeValidator(_instant), WithJsonSchema({"type": "string", "format": "date-time"})]
Value = Annotated[
    Text,
    BeforeValidator(_words),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}, {"type": "null"}]}),
]
Fields = Annotated[dict[Annotated[str, StringConstraints(max_length=100)], Value], Field(max_length=FIELDS_MOST)]
Side = Literal["buyer", "marketing", "sales", "system"]
_TAKEN = ", ".join(sorted(KINDS_TAKEN))


class Body(BaseModel):
    """A body whose keys are all known."""

    model_config = ConfigDict(extra="forbid")


def _like(**example: Any) -> ConfigDict:
    """What a body looks like, for the description of the API."""
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})


_LEAD = {"external_id": "4711", "source_system": "webshop"}


class LeadIn(Body):
    """A lead as the sending system knows it. Sending it again changes only what is new."""

    model_config = _like(
        **_LEAD,
        occurred_at="2026-03-31T14:05:00Z",
        source="web_form",
        campaign="spring",
        channel="web",
        fields={"name": "Nadia Rahman", "company": "Kessler", "email": "nadia@kessler.example", "employees": 420},
    )
    external_id: Id = Field(description="The lead's id in the sending system, 1 to 200 signs.")
    source_system: System = Field(description="The sending system's name, 1 to 60 signs, always the same.")
    occurred_at: Instant | None = Field(
        None, description="When it was first heard of, such as 2026-03-31T14:05:00Z; left out: now."
    )
    source: Code | None = Field(None, description="Where it came from, a short code such as web_form.")
    campaign: Code | None = Field(None, description="The campaign or landing page, a short code.")
    channel: Code | None = Field(None, description="web, email, call, event or another short code.")
    side: Side = Field("buyer", description="Whose words these are: buyer, marketing, sales or system.")
    found_by: Code | None = Field(None, description="Who found it: the person's e-mail address or id in your system.")
    fields: Fields = Field(
        default_factory=dict,
        description=f"Field name to text, number, true, false or null. Names: {', '.join(FIELDS)}, and the pact's own.",
    )

    def shape(self) -> LeadShape:
        """The lead as operations take it."""
        return LeadShape(
            self.external_id, self.source_system, self.occurred_at, self.source, self.campaign, self.channel,
            self.side, self.found_by, self.fields,
        )  # fmt: skip

    def places(self) -> dict[str, str]:
        """Where the names that a refusal gives stand in the body."""
        return {name: f"fields.{name}" for name in self.fields}


class LeadMark(Body):
    """A lead that was sent before."""

    external_id: Id = Field(description="The lead's id in the sending system, 1 to 200 signs.")
    source_system: System = Field(description="The sending system's name, 1 to 60 signs, always the same.")


class TouchIn(Body):
    """Something that happened with a lead. The same kind and external_id twice is the same touch."""

    model_config = _like(
        external_id="visit-1", lead=_LEAD, kind="page_view", occurred_at="2026-04-01T08:30:00Z", of="pricing"
    )
    external_id: Id = Field(description="The touch's id in the sending system, 1 to 200 signs.")
    lead: LeadMark = Field(description="Which lead: {external_id, source_system} as it was sent.")
    kind: Id = Field(description=f"One of {_TAKEN}.")
    occurred_at: Instant | None = Field(
        None, description="When it happened, such as 2026-03-31T14:05:00Z; left out: now."
    )
    side: Side | None = Field(
        None, description="Who did it: buyer, marketing, sales or system; left out: as usual for its kind."
    )
    by: Code | None = Field(None, description="Who of your people did it: the e-mail address or id in your system.")
    channel: Code | None = Field(None, description="web, email, call, event or another short code.")
    of: Code | None = Field(None, description="Which form, kind of page or campaign, a short code.")
    asset: Code | None = Field(None, description="The key of the material.")
    value_code: Code | None = Field(
        None, description="How it went: reached, no_answer, voicemail, replied or another short code."
    )
    text: Text | None = Field(None, description="What was said, at most 20,000 signs; kept apart from the facts.")

    def shape(self, now_s: int) -> TouchShape:
        """The touch as operations take it."""
        usual = KINDS[self.kind].side if self.kind in KINDS else "buyer"
        at_s = now_s if self.occurred_at is None else self.occurred_at
        return TouchShape(
            self.external_id, self.lead.source_system, self.lead.external_id, self.kind, at_s, self.side or usual,
            self.by, self.channel, self.of, self.asset, self.value_code, self.text,
        )  # fmt: skip

    def places(self) -> dict[str, str]:
        """Where the names that a refusal gives stand in the body."""
        return LEAD_PLACE


class DealIn(Body):
    """A deal as it stands now. Sending it again records what changed since."""

    model_config = _like(
        external_id="D-9",
        lead=_LEAD,
        stage="offer",
        opened_at="2026-04-02T09:00:00Z",
        amount="12000.50",
        currency="EUR",
    )
    external_id: Id = Field(description="The deal's id in the sending system, 1 to 200 signs.")
    lead: LeadMark = Field(description="Which lead: {external_id, source_system} as it was sent.")
    stage: Code | None = Field(None, description="Its stage, a short code from the pact.")
    state: Literal["open", "won", "lost"] = Field("open", description="open, won or lost.")
    opened_at: Instant | None = Field(None, description="When it began, such as 2026-03-31T14:05:00Z; left out: now.")
    closed_at: Instant | None = Field(
        None, description="When it was won or lost, such as 2026-03-31T14:05:00Z; needed when it was."
    )
    currency: Annotated[str, StringConstraints(to_upper=True, pattern=r"^[A-Za-z]{3}$")] | None = Field(
        None, description="The amount's currency, three letters such as EUR."
    )
    amount: Decimal | None = Field(
        None, ge=0, le=AMOUNT_MOST, description='The amount in the main unit, as text or number: "12000.50".'
    )
    reason: Code | None = Field(None, description="Why it was lost, a code from the pact.")
    qualified_by: Code | None = Field(None, description="Who qualified it: the e-mail address or id in your system.")
    closed_by: Code | None = Field(None, description="Who closed it: the e-mail address or id in your system.")

    @field_validator("amount")
    @classmethod
    def _fits_currency(cls, amount: Decimal | None, given: ValidationInfo) -> Decimal | None:
        if amount is not None and "currency" in given.data:
            if given.data["currency"] is None:
                raise ValueError("an amount with its currency beside it, three letters such as EUR")
            try:
                minor_units(amount, given.data["currency"])
            except ValueError as error:
                raise ValueError(f"an amount in {given.data['currency']}: {error}") from error
        return amount

    def shape(self) -> DealShape:
        """The deal as operations take it."""
        amount_minor = None if self.amount is None else minor_units(self.amount, self.currency)
        return DealShape(
            self.external_id, self.lead.source_system, self.lead.external_id, self.stage, self.state, self.opened_at,
            self.closed_at, amount_minor, self.currency, self.reason, self.qualified_by, self.closed_by,
        )  # fmt: skip

    def places(self) -> dict[str, str]:
        """Where the names that a refusal gives stand in the body."""
        return LEAD_PLACE


LEAD_PLACE = {"lead": "lead.external_id", "source_system": "lead.source_system"}


class AccountIn(Body):
    """A company as the sending system knows it."""

    model_config = _like(external_id="c-17", source_system="webshop", name="Kessler", fields={"industry": "logistics"})
    external_id: Id = Field(description="The company's id in the sending system, 1 to 200 signs.")
    source_system: System = Field(description="The sending system's name, 1 to 60 signs, always the same.")
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=_NO_NULL)] = (
        Field(description="The company's name, 1 to 300 signs.")
    )
    fields: Fields = Field(default_factory=dict, description="Field name to text, number, true, false or null.")

    def shape(self) -> AccountShape:
        """The company as operations take it."""
        return AccountShape(self.external_id, self.source_system, self.name, self.fields)


def _or_problems(model: type[Body]) -> WrapValidator:
    def read(given: Any, validate: Callable[[Any], Any]) -> Any:
        try:
            return validate(given)
        except pydantic.ValidationError as error:
            return found_invalid(model, error)

    return WrapValidator(read)


LeadEntry = Annotated[LeadIn, _or_problems(LeadIn)]
"""An entry of a batch: a lead, or (at run time) the list of its problems."""
TouchEntry = Annotated[TouchIn, _or_problems(TouchIn)]
DealEntry = Annotated[DealIn, _or_problems(DealIn)]


def sorted_out(entries: list[Any]) -> tuple[list[tuple[int, Any]], dict[int, list[Problem]]]:
    """The good entries of a batch with their places, and the problems of the others by place."""
    good = [(at, entry) for at, entry in enumerate(entries) if isinstance(entry, Body)]
    return good, {at: entry for at, entry in enumerate(entries) if not isinstance(entry, Body)}
