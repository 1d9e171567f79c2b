"""Which fact is followed by what: one table of notices to people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from leadpact.ledger.models import HandOff, Notice
from leadpact.ledger.reader import root
from leadpact.ledger.statements import insert_new
from leadpact.ledger.writer import Appended
from leadpact.rules.facts import Fact
from leadpact.rules.story import Story

Told = Mapping[int, Story]
_COLUMNS = ("person_id", "kind", "lead_id", "hand_off_id", '"values"', "once", "made_s")


class To(NamedTuple):
    """Somebody who is told of a fact, and under which heading."""

    person_id: int | None
    kind: str


def _owner(fact: Fact, _story: Story) -> Iterable[To]:
    return [To(fact.person_id, fact.kind)]


def _finder(fact: Fact, story: Story) -> Iterable[To]:
    return [To(who, fact.kind) for who in {story.lead.marketer_id, story.lead.found_by_id}]


def _everybody(fact: Fact, story: Story) -> Iterable[To]:
    helpers = {story.lead.found_by_id, story.lead.marketer_id, fact.person_id}
    return [To(who, fact.kind) for who in helpers]


REACTIONS: dict[str, Callable[[Fact, Story], Iterable[To]]] = {
    "handed_over": _owner,
    "reassigned": _owner,
    "kept_on": _owner,
    "reminded": _owner,
    "escalated": _owner,
    "accepted": _finder,
    "rejected": _finder,
    "woken": _finder,
    "won": _everybody,
    "merged": _owner,
}


def follow(appended: Appended, now_s: int) -> int:
    """Write the notices that follow from new facts; each fact tells each person once. Gives how many."""
    found = notices(appended.facts, appended.stories, now_s)
    rows = (
        (n.person_id, n.kind, n.lead_id, n.hand_off_id, json.dumps(n.values, separators=(",", ":")), n.once, n.made_s)
        for n in found
    )
    insert_new(Notice._meta.db_table, _COLUMNS, rows, "once")  # noqa: SLF001 - Django's public description of a model
    return len(found)


def notices(facts: Iterable[Fact], stories: Told, made_s: int | None = None) -> list[Notice]:
    """The notices that follow from facts, not yet written; ``made_s`` None dates each like its fact."""
    found = []
    for fact in facts:
        if fact.kind not in REACTIONS:
            continue
        react, story = REACTIONS[fact.kind], stories.get(fact.lead_id or 0)
        if story is None:
            continue
        hand_off_id = story.hand_offs[-1].id if story.hand_offs else None
        at_s = fact.recorded_s if made_s is None else made_s
        found += [
            _notice(fact, to, hand_off_id, at_s)
            for to in react(fact, story)
            if to.person_id is not None and to.person_id != fact.by_id
        ]
    return found


def _notice(fact: Fact, to: To, hand_off_id: int | None, now_s: int) -> Notice:
    values = {"reason": fact.reason, "promise": fact.field, "due_s": fact.due_s, "by": fact.by_id}
    return Notice(
        person_id=to.person_id or 0,
        kind=to.kind,
        lead_id=fact.lead_id,
        hand_off_id=hand_off_id,
        values={key: value for key, value in values.items() if value is not None},
        once=f"{fact.seq}:{to.person_id}",
        made_s=now_s,
    )


def open_hand_off(lead_id: int) -> HandOff | None:
    """The hand-off of a lead, or of the one into which it was merged, that nobody has ended yet."""
    return HandOff.objects.filter(lead_id=root(lead_id), is_open=True).order_by("-id").first()
