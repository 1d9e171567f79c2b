"""The year's diary: facts as they happen, each lead's story so far, and their way into the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from leadpact.demo.market import Buyer
from leadpact.ledger.models import Account, HandOff, Notice
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import reactions
from leadpact.rules.facts import Fact
from leadpact.rules.identity import Key
from leadpact.rules.lead import Seen, seen
from leadpact.rules.story import Story, tell
from leadpact.rules.story_rows import ClockRow, HandOffRow

DAY_S = 86_400
NOTICE_DAYS = 14
"""Notices older than this are not kept."""
PASSING = frozenset((
    "described", "page_view", "form_filled", "email_opened", "email_clicked", "event_visit", "asset_sent",
    "asset_viewed", "referred", "action_done", "scored", "asked",
))  # fmt: skip
"""Kinds that change nothing of a lead's state, hand-offs, clocks and deals."""
READ_DAYS = 2
"""Notices older than this have been read."""


@dataclass(slots=True)
class Life:
    """One lead while the year goes by: its buyer, its facts so far, and where it is in people's hands."""

    id: int
    buyer: Buyer
    account_id: int | None
    marketer: int
    """Place of the marketer who looks after it."""
    facts: list[Fact] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    merged: list[Life] = field(default_factory=list)
    turn: int = 0
    """Grows with every new owner, so that what an earlier one had planned is off."""
    calls: int = 0
    """Calls by marketing since it was last new."""
    is_late: bool = False
    """Whether the first touch of the present hand-off came too late."""
    answers_at: list[tuple[bool, bool, bool]] = field(default_factory=list)
    """For each attempt on a hand-off: hot, late, answered. Known to the simulation alone."""
    _story: Story | None = None

    def told(self) -> list[Fact]:
        """Its facts and those of the leads merged into it."""
        if not self.merged:
            return self.facts
        facts = [fact for life in (self, *self.merged) for fact in life.facts]
        return sorted(facts, key=lambda fact: fact.seq)

    @property
    def story(self) -> Story:
        """What its facts add up to now."""
        if self._story is None:
            self._story = tell(self.id, self.told(), {})
        return self._story

    @property
    def state(self) -> str:
        """Its state now."""
        return self.story.lead.state

    def seen(self, at_s: int) -> Seen:
        """What conditions read of it at an instant."""
        return seen(self.told(), at_s)

    def forget_story(self) -> None:
        """Tell it anew when next asked."""
        self._story = None

    def take(self, fact: Fact) -> None:
        """Add a fact, the newest of all; the story is told anew only where the fact changes more than its end."""
        self.facts.append(fact)
        if fact.kind in PASSING and self._story is not None:
            lead = self._story.lead._replace(last_s=fact.occurred_s, last_seq=fact.seq)
            self._story = self._story._replace(lead=lead)
        else:
            self._story = None

    @property
    def open_hand_off(self) -> HandOffRow | None:
        """The hand-off that nobody has ended yet."""
        rows = self.story.hand_offs
        return rows[-1] if rows and rows[-1].is_open else None

    def hand_off(self) -> HandOff | None:
        """The same as the operations read it."""
        row = self.open_hand_off
        return None if row is None else HandOff(**row._asdict())

    def running(self, promise: str) -> ClockRow | None:
        """The oldest running clock of a promise."""
        found = [clock for clock in self.story.clocks if clock.promise == promise and clock.state == "running"]
        return min(found, key=lambda clock: clock.started_s, default=None)


class Diary:
    """Takes facts in order of time and keeps them until they are written."""

    def __init__(self, seed: int) -> None:
        self._ids = Random(seed)
        self._seq = 0
        self.drafts: list[Draft] = []
        self.keys: list[tuple[Key, int]] = []
        self.account_ids: dict[str, int] = {}

    def add(self, life: Life, fact: Fact, words: str | None = None) -> Fact:
        """Note that something happened to a lead; history is recorded when it happens."""
        self._seq += 1
        fact = fact._replace(
            seq=self._seq, id=self._new_id(fact.occurred_s), recorded_s=fact.occurred_s, lead_id=life.id
        )
        life.take(fact)
        self.drafts.append(Draft(fact, words))
        return fact

    def _new_id(self, at_s: int) -> str:
        """A UUIDv7 whose chance comes from the seed."""
        stamp = f"{at_s * 1000:012x}"
        noise = f"{self._ids.getrandbits(76):019x}"
        return f"{stamp[:8]}-{stamp[8:]}-7{noise[:3]}-{'89ab'[int(noise[3], 16) & 3]}{noise[4:7]}-{noise[7:]}"

    def open_accounts(self, owners: Mapping[str, int | None]) -> None:
        """Make the accounts of these companies, with the person who looks after each; known ones stay."""
        fresh = [name for name in owners if name not in self.account_ids]
        rows = [Account(key=name.casefold(), name=name, owner_id=owners[name]) for name in fresh]
        for row in Account.objects.bulk_create(rows, batch_size=500):
            self.account_ids[row.name] = row.pk

    def write(self, now_s: int, *, news_from_s: int) -> int:
        """Write what was noted, with the notices of facts from ``news_from_s`` on. Gives how many facts."""
        with recording(now_s) as book:
            appended = book.append(self.drafts, self.keys)
            fresh = [fact for fact in appended.facts if fact.occurred_s >= news_from_s]
            notices = reactions.notices(fresh, appended.stories)
            for notice in notices:
                notice.mailed_s = notice.made_s
                notice.read_s = notice.made_s + 3_600 if notice.made_s < now_s - READ_DAYS * DAY_S else None
            Notice.objects.bulk_create(notices, ignore_conflicts=True, batch_size=500)
        self.drafts, self.keys = [], []
        return len(appended.facts)
