"""The words of the field, each spelled once: fields of a lead, sides, durations, time of a promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldType = Literal["coded", "number", "date", "personal"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a lead may have.

    ``type`` personal covers every name, address and free text: its words never enter a fact.
    ``codes`` are the values a coded field may take; empty means any short code. ``ask`` is the question a
    salesperson would put to find out.
    """

    name: str
    type: FieldType
    label: str
    ask: str = ""
    codes: tuple[str, ...] = ()


REFUSED = "refused"
GROUNDS = ("consent", "contract", "legitimate_interest", REFUSED)
"""On what ground a way of reaching or watching a buyer stands open, or that the buyer refused it."""
DO_NOT_CONTACT = "do_not_contact"
PERMISSIONS: dict[str, str] = {
    "email": "permission_email",
    "phone": "permission_phone",
    "post": "permission_post",
    "tracking": "permission_tracking",
}
"""The field that says what a buyer allows, by way."""
FIELDS: dict[str, Field] = {
    f.name: f
    for f in (
        Field("name", "personal", "Name"),
        Field("email", "personal", "E-mail", "E-mail?"),
        Field("phone", "personal", "Phone", "Phone?"),
        Field("company", "personal", "Company", "Which company?"),
        Field("job_title", "personal", "Job title", "What is your role?"),
        Field("website", "personal", "Website"),
        Field("city", "personal", "City"),
        Field("need", "personal", "Need", "What should it solve?"),
        Field("note", "personal", "Note"),
        Field("country", "coded", "Country"),
        Field("region", "coded", "Region"),
        Field("language", "coded", "Language"),
        Field("industry", "coded", "Industry", "Which trade?"),
        Field("segment", "coded", "Segment"),
        Field("employees", "number", "People", "How many people?"),
        Field("budget", "coded", "Budget", "Budget?", ("approved", "planned", "none")),
        Field("authority", "coded", "Authority", "Who decides?", ("decides", "influences", "none")),
        Field("timeframe_months", "number", "Timeframe (months)", "When to start?"),
        Field("tool_today", "coded", "Tool today", "Which tool today?"),
        Field("do_not_contact", "coded", "Do not contact", "", ("true", "false")),
        Field("permission_email", "coded", "E-mail permission", "May we write to you?", GROUNDS),
        Field("permission_phone", "coded", "Phone permission", "May we call you?", GROUNDS),
        Field("permission_post", "coded", "Post permission", "", GROUNDS),
        Field("permission_tracking", "coded", "Tracking permission", "", GROUNDS),
        Field("score_elsewhere", "number", "Score in another system"),
    )
}
DERIVED_FREE_MAIL = "email_is_free_mail"
"""Derived field, coded true or false, written beside ``email`` when its words are."""


def derived_word(field: str, word: str) -> str:
    """Name of the derived field saying whether the personal ``field`` contains ``word``."""
    return f"{field}:{word.casefold()}"


Unit = Literal["minutes", "hours", "days", "working_minutes", "working_hours", "working_days"]


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as the pact writes it: an amount and a unit; working units follow a person's hours."""

    amount: float
    unit: Unit

    @property
    def is_working(self) -> bool:
        """Whether it is counted in somebody's working hours."""
        return self.unit.startswith("working_")

    @property
    def seconds(self) -> int:
        """Length in seconds for every unit but working days, whose length is a matter of the calendar."""
        each = {"minutes": 60, "hours": 3600, "days": 86400, "working_minutes": 60, "working_hours": 3600}
        return round(self.amount * each[self.unit])

    def __str__(self) -> str:
        amount = int(self.amount) if self.amount == int(self.amount) else self.amount
        unit = self.unit.replace("_", " ")
        return f"{amount} {unit[:-1] if amount == 1 else unit}"
