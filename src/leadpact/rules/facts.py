"""What a fact is: the columns every engine keeps and the closed list of kinds.

A fact is one thing that happened, once. It never holds personal data: for a personal field it says
only that the field became known or unknown (``value_code``), and the words lie apart from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Fact(NamedTuple):
    """One fact, in the order of the ledger's columns.

    ``*_s`` are epoch seconds (UTC), ``*_id`` are the ledger's own integers, ``amount_minor`` is in the
    currency's minor unit, ``worked_s`` is working seconds. ``seq`` is 0 until the fact is recorded.
    ``payload`` holds the few typed extras of a kind as a JSON object in text; no measure reads it.
    """

    seq: int
    id: str
    kind: str
    occurred_s: int
    recorded_s: int
    lead_id: int | None = None
    account_id: int | None = None
    deal_id: int | None = None
    person_id: int | None = None
    by_id: int | None = None
    side: str = "system"
    channel: str | None = None
    source: str | None = None
    campaign: str | None = None
    asset_id: int | None = None
    stage: str | None = None
    reason: str | None = None
    step: str | None = None
    lane: str | None = None
    field: str | None = None
    value_code: str | None = None
    value_number: float | None = None
    amount_minor: int | None = None
    currency: str | None = None
    points: int | None = None
    pact_id: int | None = None
    pact_version: int | None = None
    due_s: int | None = None
    worked_s: int | None = None
    corrects_id: str | None = None
    source_system: str | None = None
    external_id: str | None = None
    payload: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the ledger: its name, its type on every engine, and what it says."""

    name: str
    type: str
    says: str


COLUMNS: tuple[Column, ...] = (
    Column("seq", "int64", "order of recording, given by the ledger"),
    Column("id", "string", "UUIDv7 text; the same id twice is the same fact"),
    Column("kind", "string", "what happened: one of the kinds below"),
    Column("occurred_at", "timestamp", "when it happened (UTC)"),
    Column("occurred_s", "int64", "when it happened, epoch seconds"),
    Column("occurred_month", "int32", "yyyymm of that instant in the company's zone"),
    Column("occurred_on", "date", "the day of that instant in the company's zone"),
    Column("recorded_at", "timestamp", "when the ledger learned of it (UTC)"),
    Column("recorded_s", "int64", "when the ledger learned of it, epoch seconds"),
    Column("lead_id", "int64", "the lead it is about"),
    Column("account_id", "int64", "the company the lead belongs to"),
    Column("deal_id", "int64", "the deal it is about; facts of a lead that name none are about one deal"),
    Column("person_id", "int64", "the person it concerns: the new owner, the one reminded, the closer"),
    Column("by_id", "int64", "the person who did it"),
    Column("side", "string", "buyer, marketing, sales or system"),
    Column("channel", "string", "web, email, call, meeting, social, event, import, api ..."),
    Column("source", "string", "where the lead came from, a code"),
    Column("campaign", "string", "the campaign or landing page, a code"),
    Column("asset_id", "int64", "the piece of material"),
    Column("stage", "string", "the deal's stage"),
    Column("reason", "string", "a code from the pact's agreed lists"),
    Column("step", "string", "the pact's hand-off step"),
    Column("lane", "string", "the pact's lane within the step"),
    Column("field", "string", "which field got a value, which promise started, which form or page was touched"),
    Column("value_code", "string", "the value of a coded, number or date field; known or unknown for a personal one"),
    Column("value_number", "float64", "the same value as a number (dates: days since 1970-01-01)"),
    Column("amount_minor", "int64", "money in minor units"),
    Column("currency", "string", "its currency, ISO 4217"),
    Column("points", "int32", "the lead's points when the decision was taken"),
    Column("pact_id", "int64", "the pact that judged it"),
    Column("pact_version", "int32", "and its version"),
    Column("due_s", "int64", "deadline of the promise this fact starts, epoch seconds"),
    Column("worked_s", "int64", "working seconds since the clock that this fact stops had started"),
    Column("corrects_id", "string", "the id of the fact that this one mends"),
    Column("source_system", "string", "the system it came from"),
    Column("external_id", "string", "its id there"),
    Column("payload", "string", "a small JSON object, never read by a measure"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: who it is usually done by, what it says, and the columns it fills."""

    name: str
    side: str
    says: str
    fills: tuple[str, ...] = ()


_KINDS = (
    Kind(
        "captured",
        "buyer",
        'A lead was first heard of, or again; from source_system "same company" it only says to which company it '
        "belongs, because two are one.",
        ("source", "campaign", "channel", "by_id"),
    ),
    Kind(
        "described",
        "buyer",
        "A field of the lead got a value, or became unknown.",
        ("field", "value_code", "value_number"),
    ),
    Kind("page_view", "buyer", "The buyer looked at a page; field is the kind of page.", ("field",)),
    Kind("form_filled", "buyer", "The buyer filled in a form; field is the kind of form.", ("field",)),
    Kind("email_opened", "buyer", "The buyer opened a mail.", ("campaign",)),
    Kind("email_clicked", "buyer", "The buyer followed a link in a mail.", ("campaign",)),
    Kind(
        "call",
        "sales",
        "A call; value_code is reached, no_answer or voicemail.",
        ("value_code", "worked_s", "by_id"),
    ),
    Kind("email", "sales", "A mail to or from the buyer; side says from whom.", ("value_code", "worked_s", "by_id")),
    Kind("meeting", "sales", "A talk in person or by video.", ("value_code", "worked_s", "by_id")),
    Kind("event_visit", "buyer", "The buyer came to a stand or an event.", ("campaign",)),
    Kind("social", "sales", "A message on a social network.", ("value_code", "worked_s", "by_id")),
    Kind("asset_sent", "sales", "Material was sent to the buyer.", ("asset_id", "by_id")),
    Kind("asset_viewed", "buyer", "The buyer read material.", ("asset_id",)),
    Kind("referred", "buyer", "Somebody recommended us.", ("source",)),
    Kind(
        "action_done",
        "marketing",
        "Marketing did what the pact asks before a hand-off; field names the action.",
        ("field", "by_id"),
    ),
    Kind("qualified", "marketing", "The lead passed the pact's gate.", ("points", "pact_version", "step", "lane")),
    Kind("scored", "system", "The points on which a decision rested.", ("points", "pact_version")),
    Kind(
        "queued",
        "system",
        "A qualified lead waits; reason says for what.",
        ("reason", "points", "step", "lane", "due_s"),
    ),
    Kind(
        "handed_over",
        "marketing",
        "The lead became somebody's to follow up; due_s is the first-touch deadline, reason the rule by which, or "
        "explored where it was only to be tried out; value_number its drawn place while the call order is shuffled.",
        ("person_id", "points", "step", "lane", "due_s", "reason", "value_number"),
    ),
    Kind(
        "promised",
        "system",
        "A further clock started with the fact before it; field names the promise.",
        ("field", "due_s", "person_id"),
    ),
    Kind(
        "accepted",
        "sales",
        "Sales took the lead; due_s is the deadline of the attempts.",
        ("worked_s", "due_s", "by_id"),
    ),
    Kind("rejected", "sales", "Sales sent the lead back, with a reason.", ("reason", "worked_s", "by_id")),
    Kind("recycled", "system", "The lead went back to be nurtured; due_s is when it wakes.", ("reason", "due_s")),
    Kind("woken", "system", "A recycled lead came forward again.", ("reason",)),
    Kind("gave_up", "sales", "Nobody will follow the lead up any more.", ("reason",)),
    Kind(
        "kept_on",
        "system",
        "A lead about to be given up gets more attempts, by a trial of the pact; value_number says how many.",
        ("person_id", "due_s", "value_number", "step", "lane", "reason"),
    ),
    Kind("disqualified", "sales", "The lead said no, or cannot buy.", ("reason",)),
    Kind(
        "reassigned",
        "system",
        "The lead got another owner; due_s is the deadline from now.",
        ("person_id", "due_s", "reason"),
    ),
    Kind(
        "reminded",
        "system",
        "The owner was reminded before a deadline; field names the promise.",
        ("person_id", "field", "due_s"),
    ),
    Kind(
        "escalated",
        "system",
        "The manager was told after a deadline; field names the promise.",
        ("person_id", "field", "due_s"),
    ),
    Kind("asked", "buyer", "The buyer asked a question.", ()),
    Kind("deal_opened", "sales", "A deal began.", ("deal_id", "stage", "amount_minor", "currency", "by_id")),
    Kind("stage_changed", "sales", "A deal moved to another stage.", ("deal_id", "stage", "by_id")),
    Kind("won", "sales", "A deal was won; person_id closed it.", ("deal_id", "amount_minor", "currency", "person_id")),
    Kind("lost", "sales", "A deal was lost, with a reason.", ("deal_id", "reason", "stage", "person_id")),
    Kind("pact_proposed", "marketing", "A version of the pact was proposed.", ("pact_id", "pact_version", "by_id")),
    Kind(
        "pact_signed",
        "marketing",
        "A head signed a version for a team; side says which, due_s from when on it is to hold.",
        ("pact_id", "pact_version", "by_id", "due_s"),
    ),
    Kind(
        "pact_drafted",
        "marketing",
        "A draft of the pact was begun; value_number is its number.",
        ("value_number", "by_id"),
    ),
    Kind(
        "pact_commented",
        "marketing",
        "Somebody said something of a draft or a version; value_number is the draft's number. The words lie apart.",
        ("value_number", "pact_id", "pact_version", "by_id"),
    ),
    Kind(
        "pact_withdrawn",
        "marketing",
        "A proposed version, or a draft (value_number is its number), was taken back.",
        ("value_number", "pact_id", "pact_version", "by_id"),
    ),
    Kind("pact_expired", "system", "A proposed version was not signed in time.", ("pact_id", "pact_version")),
    Kind("merged", "system", "This lead is the same as another; person-made, can be taken back.", ("value_number",)),
    Kind("unmerged", "system", "A merge was taken back.", ("value_number",)),
    Kind(
        "corrected",
        "system",
        "An earlier fact was wrong and no longer counts; reason says import_undone where its import was taken back.",
        ("corrects_id", "by_id", "reason"),
    ),
    Kind(
        "erased",
        "system",
        "The person's words were deleted; the countable facts stay. Reason retention: the pact's time was up.",
        ("by_id", "reason", "pact_id", "pact_version"),
    ),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
PACT_KINDS = frozenset(name for name in KINDS if name.startswith("pact_"))
"""Facts of the pact itself; they have no lead."""
SAME_COMPANY = "same company"
"""``source_system`` of a captured fact that only says to which company the lead belongs."""
SIDES = ("buyer", "marketing", "sales", "system")
TOUCHES = frozenset((
    "page_view", "form_filled", "email_opened", "email_clicked", "call", "email", "meeting", "event_visit", "social",
    "asset_sent", "asset_viewed", "referred",
))  # fmt: skip
ATTEMPTS = frozenset(("call", "email", "meeting", "social"))
"""Contacts that sales makes; an attempt when ``side`` is sales and it came before the first two-way reply."""
