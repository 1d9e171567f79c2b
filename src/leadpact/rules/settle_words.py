"""What the words of other systems say of a lead or a deal: was it called good, was it called at all, how it ended.

Only words whose meaning is plain are known here. Any other word says nothing, and is told to people as such.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Ending = Literal["open", "won", "lost"]
Contact = Literal["call", "email", "meeting", "social"]

_NO = frozenset(
    (
        *(
            "false",
            "no",
            "0",
            "n",
            "nein",
            "non",
            "unqualified",
            "not qualified",
            "disqualified",
            "junk",
            "spam",
            "bad",
        ),
        *("bad timing", "bad fit", "not a fit", "no fit", "dead", "recycled", "rejected", "cold", "subscriber", "lead"),
        *(
            "raw lead",
            "raw",
            "visitor",
            "known",
            "engaged",
            "suspect",
            "inquiry",
            "unknown lead",
            "prospect",
            "nurture",
        ),
        *("nurturing", "junk lead", "lost lead", "closed not converted", "not interested", "other"),
    )
)
_YES = frozenset(
    (
        *(
            "true",
            "yes",
            "1",
            "y",
            "ja",
            "oui",
            "mql",
            "sql",
            "sal",
            "sqo",
            "marketing qualified lead",
            "qualified lead",
        ),
        *("marketing qualified", "marketingqualifiedlead", "salesqualifiedlead", "sales qualified lead", "qualified"),
        *(
            "sales qualified",
            "sales accepted lead",
            "sales accepted",
            "accepted",
            "opportunity",
            "customer",
            "evangelist",
        ),
        *("hot", "warm", "closed converted", "converted", "pre qualified", "open deal", "good", "won", "client"),
    )
)
_ASKED = frozenset(("lead", "subscriber", "other", "prospect", "nurture", "nurturing", "recycled", "known", "engaged"))
"""Words that are no verdict of sales, though marketing says by them that the lead is not good yet."""
_TOUCHED = re.compile(
    r"\b(contacted|attempted|connected|working|in progress|in bearbeitung|called|reached|open deal|converted|"
    r"qualified|unqualified|disqualified|not interested|bad timing|contact in future|junk|recycled|kontaktiert)\b"
)
_UNTOUCHED = re.compile(r"\b(not contacted|uncontacted|never contacted|not attempted|untouched|nicht kontaktiert)\b")
_NEW = frozenset(("new", "open", "unread", "neu", "offen", "nouveau", "assigned"))
_WON = re.compile(
    r"^(closed[ -]*won|closedwon|won|gewonnen|gagne|gagnee|ganado|contract signed|deal won|customer|"
    r"closed converted)\b|\bclosed won\b|\b(is )?won$"
)
_LOST = re.compile(
    r"^(closed[ -]*lost|closedlost|lost|verloren|perdu|perdue|perdido|abandoned|cancelled|canceled|deal lost|"
    r"dead|disqualified|omitted)\b|\bclosed lost\b|\blost$"
)
_MEETING = re.compile(r"\b(meeting|demo|visit|appointment|termin|besuch|rendez vous|event|lunch|call scheduled)\b")
_EMAIL = re.compile(r"\b(e ?mail|mail|email sent|newsletter)\b")
_CALL = re.compile(r"\b(call|called|phone|telefon|anruf|appel|voicemail|dial)\b")
_SOCIAL = re.compile(r"\b(linkedin|social|xing|twitter|inmail|whatsapp|sms)\b")
_DONE = frozenset(
    (*("completed", "done", "closed", "held", "sent", "erledigt", "termine", "true", "1", "yes", "finished"),)
)


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Words in small letters without accents, one space between them: ``Closed - Won`` becomes ``closed won``."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign if sign.isalnum() else " " for sign in bare if not unicodedata.combining(sign))
    return " ".join(bare.split())


def says_good(text: str) -> bool | None:
    """Whether a stage, rating or flag says that marketing's lead is good; None where the word is not known."""
    word = plain(text)
    return True if word in _YES else False if word in _NO else None


def sales_says_good(text: str) -> bool | None:
    """The same of a status that sales gives: only its verdicts count, and a lead just begun has none."""
    word = plain(text)
    return None if word in _ASKED else says_good(text)


def says_contacted(text: str) -> bool | None:
    """Whether a status says that somebody spoke to the lead or tried to; None where it says nothing of it."""
    word = plain(text)
    if _UNTOUCHED.search(word) or word in _NEW:
        return False
    return True if _TOUCHED.search(word) else None


@lru_cache(maxsize=5_000)
def ending(text: str) -> Ending:
    """How a deal stands by its stage or status; what is neither won nor lost is open."""
    word = plain(text)
    return "won" if _WON.search(word) else "lost" if _LOST.search(word) else "open"


@lru_cache(maxsize=20_000)
def contact(text: str) -> Contact | None:
    """What kind of contact an activity was by its type or subject; None where the words do not tell."""
    word = plain(text)
    found: tuple[tuple[Contact, re.Pattern[str]], ...] = (
        ("email", _EMAIL), ("social", _SOCIAL), ("meeting", _MEETING), ("call", _CALL),
    )  # fmt: skip
    return next((kind for kind, pattern in found if pattern.search(word)), None)


def is_done(text: str) -> bool:
    """Whether the status of a task says that it was done; one without a status was."""
    return not text.strip() or plain(text) in _DONE


def is_true(text: str) -> bool | None:
    """A flag: true, false, or None for what is neither."""
    word = plain(text)
    if word in {"true", "yes", "1", "y", "ja", "oui"}:
        return True
    return False if word in {"false", "no", "0", "n", "nein", "non"} else None
