"""Why a lead went to a person, or waits, in words. Each text is made once per change, not once per lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from leadpact.rules.assignment_turns import Pool, Turn, Who
from leadpact.rules.pact import AssignBy

_LANGUAGES = (
    "ar:Arabic bg:Bulgarian cs:Czech da:Danish de:German el:Greek en:English es:Spanish et:Estonian fi:Finnish "
    "fr:French he:Hebrew hi:Hindi hr:Croatian hu:Hungarian id:Indonesian it:Italian ja:Japanese ko:Korean "
    "lt:Lithuanian lv:Latvian nl:Dutch no:Norwegian pl:Polish pt:Portuguese ro:Romanian ru:Russian sk:Slovak "
    "sl:Slovenian sr:Serbian sv:Swedish th:Thai tr:Turkish uk:Ukrainian vi:Vietnamese zh:Chinese"
)
LANGUAGES: dict[str, str] = {pair[:2]: pair[3:] for pair in _LANGUAGES.split()}
"""English names of the languages most often spoken with buyers; any other is called by its label or code."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMED_AWAY = 2
OWNERS: dict[AssignBy, Who] = {
    "open_deal_owner": Who("owns the open deal", "own the open deal"),
    "account_owner": Who("owns the account", "own the account"),
}
"""Rules that name one person, whose turn is not touched unless the rule counts."""


class Teller:
    """Says who is meant, why one was chosen, and why nobody could be. ``zone`` is for the day somebody is back."""

    def __init__(self, now_s: int, zone: str, word: Callable[[str], str] | None) -> None:
        self.zone: tzinfo = UTC if zone == "UTC" else ZoneInfo(zone)
        self.year = datetime.fromtimestamp(now_s, self.zone).year
        self.word = word or _plain

    def who(self, by: AssignBy, value: int | str) -> Who:
        """Call the people a rule names for a value."""
        if by == "language":
            language = LANGUAGES.get(str(value).casefold()) or self.word(str(value))
            return Who(f"speaks {language}", f"speak {language}")
        if by == "region":
            region = self.word(str(value))
            return Who(f"covers {region}", f"cover {region}")
        if by == "named_accounts":
            return Who("looks after this account", "look after this account")
        return OWNERS.get(by) or Who("", "")

    def back(self, turn: Turn) -> str:
        """Say until when somebody is away: ``away until 3 Mar``, with the year when it is another."""
        day = datetime.fromtimestamp(turn.back_s or 0, self.zone)
        year = f" {day.year}" if day.year != self.year else ""
        return f"away until {day.day} {_MONTHS[day.month - 1]}{year}"

    def out(self, pool: Pool, other: str = "") -> str:
        """Say who of a pool cannot take a lead: ``2 others are full, Bo is away until 3 Mar``."""
        parts = []
        if pool.full == 1:
            parts.append(f"1{other} is full")
        elif pool.full:
            parts.append(f"{pool.full}{other and other + 's'} are full")
        named = pool.away if len(pool.away) <= _NAMED_AWAY + 1 else pool.away[:_NAMED_AWAY]
        parts += [f"{turn.seller.name} is {self.back(turn)}" for turn in named]
        if len(named) < len(pool.away):
            parts.append(f"{len(pool.away) - len(named)} more are away")
        return ", ".join(parts)

    def others(self, pool: Pool) -> str:
        """Say out of whom somebody was chosen, to follow the reason: `` of 3 who speak German; 1 other is full``."""
        if pool.free == 1:
            text = f"the only one free who {pool.who.one}" if pool.who.one else "the only one free"
        else:
            text = f" of {pool.free} who {pool.who.several}" if pool.who.several else f" of {pool.free} people"
        out = self.out(pool, " other")
        if out:
            text = f"{text}; {out}"
        return text if pool.counts else f"{text}; does not count against capacity"

    def blocked(self, pool: Pool, by: AssignBy) -> str:
        """Say why nobody of a pool can take a lead."""
        if by in OWNERS:
            return self._owner_blocked(pool)
        who = pool.who.one
        out = self.out(pool)
        if out:
            return f"nobody who {who} is free: {out}" if who else f"nobody is free: {out}"
        return f"nobody active {who}" if who else "the team has no active people"

    def _owner_blocked(self, pool: Pool) -> str:
        owner = pool.people[0]
        if not owner.seller.is_active:
            state = "has left"
        else:
            state = "is full" if owner.back_s is None else f"is {self.back(owner)}"
        return f"{owner.seller.name}, who {pool.who.one}, {state}"


def _plain(code: str) -> str:
    return code.replace("_", " ")
