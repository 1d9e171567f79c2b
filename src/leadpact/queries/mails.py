"""The tray of mails: what waits to be placed, what nobody wrote by hand, and what was done with the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import MailIn, Person
from leadpact.queries.lead_list import Hit, search
from leadpact.rules.identity import FREE_MAIL

PAGE = 50
State = Literal["waiting", "apart", "discarded", "placed"]
STATES: tuple[State, ...] = ("waiting", "apart", "discarded", "placed")


@dataclass(frozen=True, slots=True)
class MailLine:
    """A mail as the tray tells it. ``colleague`` wrote it to the buyer; empty: the buyer wrote.

    ``hits`` are leads that it may be about; ``lead_ids`` those it was placed on. Without ``has_words`` its words are
    gone, and it cannot be put back.
    """

    id: int
    sender: str
    sender_name: str
    subject: str
    words: str
    sent_at: datetime
    colleague: str
    is_from_buyer: bool
    apart: str
    lead_ids: tuple[int, ...]
    hits: tuple[Hit, ...]
    has_words: bool


@dataclass(frozen=True, slots=True)
class Tray:
    """The newest mails of a state, and how many there are of each."""

    state: State
    counts: dict[str, int]
    rows: tuple[MailLine, ...]


def tray(actor: Actor, state: str = "waiting", *, looked_for: int | None = None, text: str = "") -> Tray:
    """The mails of a state, the newest first, at most ``PAGE``; each with leads that it may be about.

    ``text`` is what is looked for in place of the sender for the mail ``looked_for``. Raises ``Forbidden``.
    """
    access.check(actor, "place_mail")
    chosen: State = next((each for each in STATES if each == state), "waiting")
    counts: dict[str, int] = {each: MailIn.objects.filter(state=each).count() for each in STATES}
    rows = list(MailIn.objects.filter(state=chosen).order_by("-came_s", "-pk")[:PAGE])
    names = dict(Person.objects.filter(pk__in={row.person_id for row in rows}).values_list("pk", "name"))
    lines = []
    for row in rows:
        hits: Sequence[Hit] = ()
        if chosen == "waiting":
            hits = search(actor, text) if row.pk == looked_for and text else guesses(actor, row)
        lines.append(_line(row, names.get(row.person_id or 0, ""), hits))
    return Tray(chosen, counts, tuple(lines))


def waiting(actor: Actor) -> int:
    """How many mails wait to be placed; 0 for who may not place any."""
    return MailIn.objects.filter(state="waiting").count() if actor.may("place_mail") else 0


def guesses(actor: Actor, row: MailIn) -> list[Hit]:
    """Leads that bear the sender's name, else those of the company that the address names."""
    found = search(actor, row.sender_name, 3) if len(row.sender_name) > 3 else []
    domain = row.sender.rpartition("@")[2]
    if not found and domain and domain not in FREE_MAIL:
        found = search(actor, domain.split(".")[0], 3)
    return found


def _line(row: MailIn, colleague: str, hits: Sequence[Hit]) -> MailLine:
    return MailLine(
        row.pk, row.sender, row.sender_name, row.subject, row.words, datetime.fromtimestamp(row.sent_s, UTC), colleague,
        row.side == "buyer", row.apart, tuple(row.lead_ids), tuple(hits), bool(row.sender),
    )  # fmt: skip


__all__ = ["STATES", "MailLine", "Tray", "tray", "waiting"]
