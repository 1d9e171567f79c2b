"""What taking an import back would do or did, for its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import ImportRun, Lead
from leadpact.ledger.notices import called
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries.story_words import SAYS, Telling
from leadpact.rules.facts import Fact

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """A lead that stays: its number and name, what was done on it since, by whom and when."""

    id: int
    name: str
    since: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class UndoPage:
    """An import and how far taking it back came; ``undo`` as kept with the run."""

    id: int
    file_name: str
    state: str
    undo: Mapping[str, Any]


def run_of(actor: Actor, run_id: int) -> UndoPage:
    """The import of a page. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "import_data")
    run = ImportRun.objects.filter(pk=run_id).first()
    if run is None:
        raise access.Unknown(f"There is no import {run_id}.")
    return UndoPage(run.pk, run.file_name, run.state, run.undo)


def kept(actor: Actor, stays: Sequence[Sequence[Any]], now_s: int) -> tuple[Kept, ...]:
    """The leads that stay, in words; each is (lead, kind of what was done since, by whom, when)."""
    access.check(actor, "import_data")
    shown = stays[:SHOWN]
    leads = Lead.objects.in_bulk([int(each[0]) for each in shown])
    names = Sight(actor, Rulebook(now_s)).names(each[2] for each in shown)
    return tuple(
        Kept(
            int(lead_id), called(leads.get(int(lead_id))), _since(str(kind), int(at_s)),
            names.told_at(int(at_s)).get(by_id or 0, ""), datetime.fromtimestamp(int(at_s), UTC),
        )
        for lead_id, kind, by_id, at_s in shown
    )  # fmt: skip


def _since(kind: str, at_s: int) -> str:
    say = SAYS.get(kind)
    return (say(Fact(0, "", kind, at_s, at_s), Telling({}, None)) if say else "") or kind.replace("_", " ")
