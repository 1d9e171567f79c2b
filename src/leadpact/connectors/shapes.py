"""The plain shapes that doors and connectors hand to the operations: what somebody else says happened.

They carry the ids and words of the system they came from; the operations match these with the ledger's
own. Named tuples, because an import makes hundreds of thousands of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

NO_VALUES: Mapping[str, str] = MappingProxyType({})
State = Literal["open", "won", "lost"]
STATES: tuple[State, ...] = ("open", "won", "lost")


class LeadShape(NamedTuple):
    """One lead as another system knows it.

    ``occurred_s`` (epoch seconds) is when it was first heard of, None when nobody says; ``found_by`` is the
    person who found it, by e-mail or by that system's key; ``values`` are field name to text, blank ones
    left out.
    """

    external_id: str
    source_system: str
    occurred_s: int | None = None
    source: str | None = None
    campaign: str | None = None
    channel: str | None = None
    side: str = "buyer"
    found_by: str | None = None
    values: Mapping[str, str] = NO_VALUES


class TouchShape(NamedTuple):
    """One touch of a lead.

    ``lead`` is the lead's external id; ``of`` the form, kind of page or campaign; ``asset`` the key of the
    material; ``text`` is kept apart from the facts.
    """

    external_id: str
    source_system: str
    lead: str
    kind: str
    occurred_s: int
    side: str = "buyer"
    by: str | None = None
    channel: str | None = None
    of: str | None = None
    asset: str | None = None
    value_code: str | None = None
    text: str | None = None


class DealShape(NamedTuple):
    """One deal and where it stands.

    ``lead`` is the lead's external id, empty where ``email``, ``contact`` (a person's name) or ``company`` tell which
    lead is meant; won and lost deals have ``closed_s`` (epoch seconds), open ones never. ``values`` describe the deal
    and never the lead.
    """

    external_id: str
    source_system: str
    lead: str
    stage: str | None = None
    state: State = "open"
    opened_s: int | None = None
    closed_s: int | None = None
    amount_minor: int | None = None
    currency: str | None = None
    reason: str | None = None
    qualified_by: str | None = None
    closed_by: str | None = None
    email: str | None = None
    contact: str | None = None
    company: str | None = None
    values: Mapping[str, str] = NO_VALUES


class AccountShape(NamedTuple):
    """One company. ``values`` are field name to text."""

    external_id: str
    source_system: str
    name: str
    values: Mapping[str, str] = NO_VALUES


class OwnerShape(NamedTuple):
    """Somebody who owns leads or deals in another system, by id or name there."""

    external_id: str
    source_system: str
    name: str | None = None
    email: str | None = None


class AssetShape(NamedTuple):
    """One piece of marketing material; ``occurred_s`` is since when it is there, None when nobody says."""

    external_id: str
    source_system: str
    title: str
    kind: str | None = None
    url: str | None = None
    occurred_s: int | None = None


Shape = LeadShape | TouchShape | DealShape | AccountShape | OwnerShape | AssetShape


class Reject(NamedTuple):
    """A row that is not taken: its line in the file (from 1), the column, why, and what stood there."""

    line: int
    column: str
    reason: str
    value: str = ""


SHOWN = 120
"""How many characters of a rejected value are shown."""


def shown(value: str) -> str:
    """The value as a reject shows it: cut, in one line, without characters that a terminal would obey."""
    cut = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
    return "".join(sign if sign.isprintable() else " " for sign in cut)
