"""Where a visit came from: from UTM marks, click marks and the page before to a source and a campaign.

One documented table (``TABLE``); what says nothing is ``unknown``, which is a source of its own and never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from leadpact.rules.capture import free_code

UNKNOWN = "unknown"
"""The source of what names none: a typed address, a bookmark, a mail program that tells nothing."""
SOURCE_MOST, CAMPAIGN_MOST = 100, 200


class Origin(NamedTuple):
    """A source and a campaign, both short codes. ``source`` None: a step within the own site, which says nothing."""

    source: str | None
    campaign: str | None = None


class Row(NamedTuple):
    """One row of the table: when any of these words stands in that mark, the visit is of this source."""

    mark: str
    words: tuple[str, ...]
    source: str
    says: str


SEARCH = ("google", "bing", "duckduckgo", "yahoo", "ecosia", "startpage", "qwant", "baidu", "yandex", "brave", "kagi")
SOCIAL = (
    "linkedin", "lnkd", "xing", "facebook", "instagram", "twitter", "t.co", "x.com", "youtube", "youtu", "tiktok",
    "reddit", "mastodon", "bsky", "threads", "pinterest", "whatsapp", "telegram", "vk",
)  # fmt: skip
MAIL = ("mail.google", "mail.yahoo", "outlook.live", "outlook.office", "deref-gmx", "deref-web", "webmail")
PAID = ("cpc", "ppc", "paid", "paidsearch", "paid_search", "sem", "cpv", "adwords", "googleads")
TABLE: tuple[Row, ...] = (
    Row("utm_medium", ("paid_social", "paidsocial", "social_paid", "cpm_social"), "paid_social", "paid social posts"),
    Row("utm_medium", PAID, "paid_search", "paid clicks; paid_social when utm_source is a social network"),
    Row("utm_medium", ("display", "banner", "cpm", "retargeting", "remarketing", "native"), "display", "banners"),
    Row("utm_medium", ("email", "e_mail", "mail", "newsletter", "mailing"), "email", "mailings"),
    Row("utm_medium", ("organic", "organic_search", "seo"), "organic_search", "unpaid search"),
    Row("utm_medium", ("social", "organic_social", "social_network", "sm", "post"), "social", "unpaid social posts"),
    Row("utm_medium", ("affiliate", "partner", "reseller"), "partner", "partners"),
    Row("utm_medium", ("event", "trade_show", "tradeshow", "fair", "booth"), "trade_show", "stands and fairs"),
    Row("utm_medium", ("webinar", "webcast"), "webinar", "webinars"),
    Row("utm_medium", ("print", "qr", "offline", "flyer", "post_mail"), "print", "printed matter and QR codes"),
    Row("utm_medium", ("referral", "link"), "referral", "links on other sites"),
    Row("click", ("gclid", "gbraid", "wbraid", "msclkid", "dclid"), "paid_search", "the click mark of an ad network"),
    Row("click", ("li_fat_id", "ttclid"), "paid_social", "the click mark of a social network's ad"),
    Row("click", ("fbclid", "twclid", "igshid"), "social", "the click mark of a social network"),
)
"""Read from the top; the first row that fits decides. Then utm_source, then the page before, then ``unknown``."""


def origin_of(marks: Mapping[str, str], referrer: str = "", own_host: str = "") -> Origin:
    """The source and campaign of a visit.

    ``marks`` are the parameters of the address (``utm_source`` and so on, click marks), ``referrer`` the host name of
    the page before and ``own_host`` that of the page itself; a step within the own site without marks says nothing.
    """
    return _origin(
        marks.get("utm_source", "")[:120],
        marks.get("utm_medium", "")[:120],
        marks.get("utm_campaign", "")[:240],
        next((name for row in TABLE if row.mark == "click" for name in row.words if marks.get(name)), ""),
        referrer.lower().removeprefix("www.")[:120],
        own_host.lower().removeprefix("www.")[:120],
    )


@lru_cache(maxsize=8192)
def _origin(source: str, medium: str, campaign: str, click: str, referrer: str, own: str) -> Origin:
    kept = _code(campaign, CAMPAIGN_MOST) if campaign else None
    by, network = _plain(medium), _plain(source)
    for row in TABLE:
        found = by if row.mark == "utm_medium" else click
        if found and found in row.words:
            is_social = row.source == "paid_search" and _names(network, SOCIAL)
            return Origin("paid_social" if is_social else row.source, kept)
    if network:
        return Origin(_of_network(network, source), kept)
    if kept:
        return Origin(_code(_plain(medium), SOURCE_MOST) or _of_host(referrer, own) or UNKNOWN, kept)
    return Origin(None) if referrer and _is_own(referrer, own) else Origin(_of_host(referrer, own) or UNKNOWN)


def _of_network(network: str, source: str) -> str:
    if _names(network, SOCIAL):
        return "social"
    if network in ("newsletter", "email", "mailing"):
        return "email"
    return _code(network, SOURCE_MOST) or _code(source, SOURCE_MOST) or UNKNOWN


def _of_host(host: str, own: str) -> str | None:
    """What the page before says; None when there is none or it is our own."""
    if not host or _is_own(host, own):
        return None
    if any(part in host for part in MAIL):
        return "email"
    if _names(host, SOCIAL):
        return "social"
    return "organic_search" if _names(host, SEARCH) else "referral"


def _is_own(host: str, own: str) -> bool:
    return bool(own) and (host == own or host.endswith(f".{own}") or own.endswith(f".{host}"))


def _names(host: str, words: tuple[str, ...]) -> bool:
    """Whether a host or a utm_source is one of these: as a whole, or as a part between dots."""
    parts = set(host.replace("_", ".").split("."))
    return any(host == word or word in parts or (("." in word) and host.endswith(f".{word}")) for word in words)


def _plain(text: str) -> str:
    return "_".join(text.strip().casefold().replace("-", " ").replace("_", " ").split())


def _code(text: str, most: int) -> str | None:
    return (free_code(text, most).code or None) if text.strip() else None
