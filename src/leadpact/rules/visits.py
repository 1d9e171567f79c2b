"""What visits mean: which touch an event of a tracker is, which kind of page an address is, and what no person did."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from leadpact.rules.capture import free_code

KEPT_DAYS = 90
"""So long a visit of somebody unknown is kept, under a mark that says nobody's name."""
SENT_S = 10
"""A mail opened within so many seconds of being sent was opened by a machine that looks for harm."""
SENT = "email_sent"
"""What is remembered of a mail sent, to know openings by machines; no touch."""
OF_MOST = 160


class Meaning(NamedTuple):
    """Which touch an event is (empty: none), and of what."""

    touch: str
    of: str | None = None


_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
_MACHINE = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|headless|phantomjs|facebookexternalhit|embedly|lighthouse|pingdom|uptime"
    r"|monitor|scanner|barracuda|mimecast|proofpoint|safelinks|imageproxy|mailproxy|validator|fetcher|python-requests"
    r"|python-urllib|curl/|wget|okhttp|go-http-client|libwww|httpclient|scrapy|archiver|transcoder",
    re.IGNORECASE,
)
_MAIL = frozenset(("email", "mail", "mailing", "newsletter"))
_EVENT = frozenset(("webinar", "event", "show", "booth", "fair", "conference", "workshop", "stand"))
_CAME = frozenset(("attended", "visited", "visit", "scan", "scanned", "joined", "entered"))
_READ = frozenset(("viewed", "downloaded", "download", "watched", "read", "played", "opened", "view", "completed"))
_MATERIAL = frozenset((
    "case", "study", "whitepaper", "paper", "guide", "ebook", "brochure", "video", "asset", "file", "document", "pdf",
    "checklist", "report", "catalog", "catalogue", "deck", "article", "post", "podcast", "recording", "price",
))  # fmt: skip
_FORM = frozenset(("form", "requested", "request", "submitted", "submit", "subscribed", "lead", "enquiry", "inquiry"))
_OF_FORM = frozenset(("form", "filled", "sent", "submission", "user", "a", "the", "generate"))


@lru_cache(maxsize=4096)
def meaning_of(name: str, of: str = "", form: str = "") -> Meaning:
    """Which touch an event of this name is; ``form`` is the form it names and ``of`` what else it says it is about.

    The name is read by its words, whatever their spelling: ``Demo Requested`` and ``demo_requested`` are the form
    demo. An event whose name says nothing of the table is counted and is no touch.
    """
    words = [word.casefold() for word in _WORDS.findall(_CAMEL.sub(" ", name))]
    said = set(words)
    if not words:
        return Meaning("")
    if said & _MAIL:
        return _of_mail(said, of)
    if said & _EVENT and said & _CAME:
        return Meaning("event_visit", code_of(of or " ".join(word for word in words if word not in _CAME)))
    if said & _READ and said & _MATERIAL:
        return Meaning("asset_viewed", code_of(of or " ".join(word for word in words if word not in _READ)))
    if said & {"page", "screen"} and said & {"viewed", "view", "visited"}:
        return Meaning("page_view", code_of(of) if of else None)
    if said & _FORM or (words[0] == "signed" and "up" in said):
        own = [word for word in words if word not in _FORM | _OF_FORM]
        return Meaning("form_filled", code_of(form or " ".join(own) or of) or "form")
    if said & {"referred", "recommended"}:
        return Meaning("referred")
    return Meaning("")


def _of_mail(said: set[str], of: str) -> Meaning:
    if said & {"opened", "open"}:
        return Meaning("email_opened", code_of(of))
    if said & {"clicked", "click"}:
        return Meaning("email_clicked", code_of(of))
    if said & {"sent", "delivered"}:
        return Meaning(SENT, code_of(of))
    if said & {"subscribed", "signup", "requested"}:
        return Meaning("form_filled", "newsletter")
    return Meaning("")


@lru_cache(maxsize=8192)
def page_of(path: str, name: str, named: frozenset[str] = frozenset()) -> str:
    """Which kind of page an address is: a part of it that the pact names, else its first part, ``home`` for the root.

    ``named`` are the kinds of pages that the pacts in force name. Languages and numbers in the address are no kinds.
    """
    parts = [part for part in path.casefold().split("?")[0].split("#")[0].split("/") if part]
    slugs = [
        code
        for part in parts
        if not _LANGUAGE.fullmatch(part) and (code := code_of(part.rpartition(".html")[0] or part))
    ]
    own = code_of(name)
    found = next((slug for slug in slugs if slug in named), None) or (own if own in named else None)
    if found:
        return found
    slugs = [slug for slug in slugs if not slug.isdigit()]
    return slugs[0] if slugs else (own if own and not path else "home")


@lru_cache(maxsize=8192)
def code_of(text: str) -> str | None:
    """A name as a code: its words in small letters with ``_`` between; None when nothing is left that may be kept."""
    if "@" in text:
        return None
    code = free_code("_".join(word.casefold() for word in _WORDS.findall(text))[:OF_MOST], OF_MOST).code
    return code or None


@lru_cache(maxsize=4096)
def is_machine(agent: str) -> bool:
    """Whether a browser's own description is that of a program that reads pages or mails by itself."""
    return bool(agent) and _MACHINE.search(agent) is not None


def is_at_once(opened_s: int, sent_s: int) -> bool:
    """Whether a mail was opened so soon after it was sent that no person did it."""
    return 0 <= opened_s - sent_s <= SENT_S
