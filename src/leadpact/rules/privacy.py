"""What people may see of people, as both teams signed it: every door asks here.

A *figure* of somebody is a count or share of what one person did. *Late* is that a certain promise of one person is
near or past its deadline. What a whole team did is the team's, and open to all who may see the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from leadpact.rules import retention
from leadpact.rules.pact import PeopleFigures

What = Literal["figure", "late"]
NOT_SIGNED = PeopleFigures(figures="own", individual_late="owner")
"""What holds while no pact is in force: the strictest."""
_FIGURES = ("own", "own_and_team", "all")
_LATE = ("owner", "owner_and_manager", "team")


class Someone(NamedTuple):
    """Somebody who reads, or is read about. A machine has no id; ``is_system`` is the product itself."""

    id: int | None
    role: str
    side: str
    manager_id: int | None = None
    is_system: bool = False


def strictest(agreed: Iterable[PeopleFigures]) -> PeopleFigures:
    """What holds under several pacts at once: of each line the strictest; without any ``NOT_SIGNED``."""
    every = list(agreed)
    if not every:
        return NOT_SIGNED
    return PeopleFigures(
        figures=min((each.figures for each in every), key=_FIGURES.index),
        smallest_group=max(each.smallest_group for each in every),
        individual_late=min((each.individual_late for each in every), key=_LATE.index),
        names_kept=min((each.names_kept for each in every), key=retention.days_of),
        leads_kept=min((each.leads_kept for each in every if each.leads_kept), key=retention.days_of, default=None),
    )


def may_see(reader: Someone, subject: Someone, what: What, agreed: PeopleFigures) -> bool:
    """Whether a reader may see this of somebody. One's own is always open to oneself."""
    if reader.is_system or (reader.id is not None and reader.id == subject.id):
        return True
    return _figure(reader, subject, agreed) if what == "figure" else _late(reader, subject, agreed)


def _figure(reader: Someone, subject: Someone, agreed: PeopleFigures) -> bool:
    """Figures: all people's to everybody, those of the own team to its head, or only one's own."""
    if agreed.figures == "all":
        return True
    return agreed.figures == "own_and_team" and _heads(reader, subject)


def _late(reader: Someone, subject: Someone, agreed: PeopleFigures) -> bool:
    """Lateness: to the team, to the manager and the head of the team, or to nobody else. A key is nobody's manager."""
    if reader.id is None or agreed.individual_late == "owner":
        return False
    if subject.manager_id == reader.id or _heads(reader, subject):
        return True
    return agreed.individual_late == "team" and reader.side == subject.side and reader.side in ("marketing", "sales")


def _heads(reader: Someone, subject: Someone) -> bool:
    return reader.role.endswith("_head") and reader.side == subject.side


def may_see_group(
    reader: Someone, group: Iterable[Someone], agreed: PeopleFigures, *, is_whole_team: bool = False
) -> bool:
    """Whether what a group did together is open: a whole team, enough people, or people seen one by one anyway."""
    people = list(group)
    if is_whole_team or len(people) >= agreed.smallest_group:
        return True
    return all(may_see(reader, each, "figure", agreed) for each in people)


def manager_is_told(agreed: PeopleFigures) -> bool:
    """Whether a promise that runs late is told to anybody but its owner."""
    return agreed.individual_late != "owner"


def named_until_s(agreed: PeopleFigures, now_s: int) -> int:
    """The instant before which what happened no longer carries names. Months and years are those of the calendar."""
    return retention.before_s(agreed.names_kept, now_s)


__all__ = [
    "NOT_SIGNED",
    "Someone",
    "What",
    "manager_is_told",
    "may_see",
    "may_see_group",
    "named_until_s",
    "strictest",
]
