"""Template tags for the look: icons, badges, amounts, and time in words.

Times are shown in Django's current time zone, which a middleware sets to the reader's own. ``now`` in the
template context wins over the clock, so that a page can be drawn as at a stated moment.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from leadpact.web.wording import MINUTE, amount_in_words, duration_in_words, share_in_words, short_amount_in_words

register = template.Library()
BESIDE, BLOCKS = 4, 25
"""So many columns stand beside each other on a phone; of more each row is a block, and so many are shown at first."""

TEAMS = {"marketing": "m", "sales": "s", "buyer": "b", "system": "b"}
"""Class of a side's badge."""
HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE


@cache
def _archive() -> tuple[ZipFile, dict[str, str]]:
    """The archive of the ``lucide`` package, and where each icon lies in it.

    It stays open: reading its list of many names takes a hundred times as long as reading an icon.
    """
    archive = ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))
    return archive, {name.rsplit("/", 1)[-1].removesuffix(".svg"): name for name in archive.namelist()}


@lru_cache(maxsize=256)
def _icon(name: str) -> SafeString:
    """The drawing of one icon. Raises TemplateSyntaxError for a name that does not exist."""
    archive, places = _archive()
    if name not in places:
        raise template.TemplateSyntaxError(f"There is no icon called {name!r}; see lucide.dev for the names.")
    drawing = archive.read(places[name]).decode()
    inner = re.sub(r"<svg[^>]*>|</svg>|<!--.*?-->", "", drawing, flags=re.DOTALL).strip()
    inner = re.sub(r"\s*\n\s*", "", inner)
    # The drawing comes from an installed package, not from a person: safe to inline.
    return mark_safe(  # noqa: S308 - package data, never a person's words
        f'<svg class="ico" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{inner}</svg>'
    )


@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "inbox" %}``: an inlined drawing, hidden from screen readers."""
    return _icon(name)


def side_name(side: str) -> str:
    """The name of a side for people."""
    names = {
        "marketing": gettext("Marketing"),
        "sales": gettext("Sales"),
        "buyer": gettext("Buyer"),
        "system": gettext("Leadpact"),
    }
    return names.get(side) or gettext("Unknown")


@register.simple_tag
def badge(side: str, label: str = "") -> SafeString:
    """``{% badge "marketing" %}``: the letter of a side in its colour; ``label`` says more (``Found by Marketing``)."""
    name = side_name(side)
    return format_html(
        '<span class="badge {}" role="img" aria-label="{}" data-tip="{}">{}</span>',
        TEAMS.get(side, "b"),
        label or name,
        label or name,
        "?" if side not in TEAMS else name[:1].upper(),
    )


@register.filter
def team(side: str) -> str:
    """The class letter of a side: m, s or b."""
    return TEAMS.get(side, "b")


@register.filter
def role_label(role: str) -> str:
    """A role for people: ``sales_head`` is ``Sales head``."""
    return role.replace("_", " ").capitalize()


@register.filter
def initials(name: str | None) -> str:
    """At most two letters for a face: ``Nadia Rahman`` is ``NR``."""
    words = [word for word in re.split(r"[\s\-.]+", name or "") if word]
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper() or "?"


@register.simple_tag
def money(amount_minor: int | None, currency: str) -> str:
    """``{% money 4800000 "EUR" %}``: the whole amount, ``€48,000``; cents only where there are any."""
    return amount_in_words(amount_minor, currency)


@register.simple_tag
def short_money(amount_minor: int | None, currency: str) -> str:
    """``{% short_money 41200000 "EUR" %}``: ``€412k``, for headings and bars."""
    return short_amount_in_words(amount_minor, currency)


@register.filter
def percent(share: float | None) -> str:
    """A share of 1 as ``93%``; nothing known is a dash. Never 0% or 100% unless it is exactly that."""
    return share_in_words(share)


@register.filter
def duration(seconds: float | None) -> str:
    """A length of time in its two largest units: ``42 min``, ``1 h 50``, ``3 days``; the sign is dropped."""
    return "" if seconds is None else duration_in_words(seconds)


@register.filter
def absolute(value: int | None) -> int:
    """The number without its sign."""
    return abs(value or 0)


def _now(context: Context) -> datetime:
    given = context.get("now")
    return given if isinstance(given, datetime) else timezone.now()


@lru_cache(maxsize=4096)
def _exact(when: datetime, _zone: str, _language: str | None) -> tuple[str, str]:
    """The whole date and time in the reader's zone: for machines, and in words."""
    local = timezone.localtime(when)
    words = f"{date_format(local, 'D j M Y, H:i')} ({timezone.get_current_timezone_name()})"
    return local.isoformat("T", "minutes"), words


def _time(when: datetime, words: str) -> SafeString:
    """A time element with the words, exact on hover and for machines."""
    exact = _exact(when, timezone.get_current_timezone_name(), get_language())
    return format_html('<time datetime="{}" title="{}">{}</time>', *exact, words)


def _day_words(when: datetime, now: datetime) -> str:
    """The day of ``when`` seen from ``now`` in the reader's zone, weekday within a week, else the date."""
    local, today = timezone.localtime(when), timezone.localtime(now).date()
    distance = (local.date() - today).days
    near = {0: gettext("today"), 1: gettext("tomorrow"), -1: gettext("yesterday")}
    if distance in near:
        return near[distance]
    if -7 < distance < 7:
        return date_format(local, "D")
    return date_format(local, "j M" if local.year == today.year else "j M Y")


def ago_in_words(when: datetime, now: datetime) -> str:
    """How long ago in words: ``just now``, ``12 min ago``, ``3 h ago``, then the day."""
    passed = (now - when).total_seconds()
    if passed < MINUTE:
        return gettext("just now")
    if passed < HOUR:
        return gettext("%(n)d min ago") % {"n": passed // MINUTE}
    if passed < 12 * HOUR:
        return gettext("%(n)d h ago") % {"n": passed // HOUR}
    return _day_words(when, now)


def until_in_words(when: datetime, now: datetime) -> str:
    """When something comes: the time today, the day with its time within a week, else the date."""
    local = timezone.localtime(when)
    clock = date_format(local, "H:i")
    distance = (local.date() - timezone.localtime(now).date()).days
    if distance == 0:
        return clock
    return f"{_day_words(when, now)} {clock}" if abs(distance) < 7 else _day_words(when, now)


@register.simple_tag(takes_context=True)
def ago(context: Context, when: datetime | None) -> str:
    """``{% ago fact.occurred_at %}``: how long ago, the exact time in the reader's zone on hover."""
    return "" if when is None else _time(when, ago_in_words(when, _now(context)))


@register.simple_tag(takes_context=True)
def until(context: Context, when: datetime | None) -> str:
    """``{% until clock.due_at %}``: ``11:30``, ``tomorrow 10:15``, ``14 Dec``; the exact time on hover."""
    return "" if when is None else _time(when, until_in_words(when, _now(context)))


@register.simple_tag
def number_word(number: int) -> str:
    """Small numbers as words, so that a heading reads as a sentence: ``three``; from 13 on digits."""
    words = gettext("no one two three four five six seven eight nine ten eleven twelve").split()
    return words[number] if 0 <= number < len(words) else str(number)


@register.simple_tag(takes_context=True)
def greeting(context: Context, name: str) -> str:
    """``Good morning, Maya`` by the hour in the reader's zone."""
    hour = timezone.localtime(_now(context)).hour
    if 4 <= hour < 12:
        return gettext("Good morning, %(name)s") % {"name": name}
    if 12 <= hour < 18:
        return gettext("Good afternoon, %(name)s") % {"name": name}
    return gettext("Good evening, %(name)s") % {"name": name}


@register.simple_tag
def slots(taken: int, of: int) -> SafeString:
    """Places of a short list as little boxes; beyond 30 one bar instead."""
    label = gettext("%(taken)d of %(of)d places are taken") % {"taken": taken, "of": of}
    if max(of, taken) > 30:
        share = min(100, round(100 * taken / of))
        bar = format_html(
            '<svg height="8" aria-hidden="true"><rect width="{}%" height="8" rx="3" class="on"/></svg>', share
        )
        return format_html('<span class="places" role="img" aria-label="{}">{}</span>', label, bar)
    boxes = format_html_join("", '<i class="{}"></i>', (("on" if i < taken else "",) for i in range(max(of, taken))))
    return format_html('<span class="places" role="img" aria-label="{}">{}</span>', label, boxes)


def stacks(columns: int) -> bool:
    """Whether a phone shows each row of a table as a block of its own: there are many columns."""
    return columns > BESIDE


@register.filter
def stacked(table: Any) -> bool:
    """Whether a phone shows each row of a table for ``_parts/table.html`` as a block of its own."""
    return stacks(len(table["head"]))


@register.simple_tag
def more_rows(rows: int) -> SafeString:
    """What shows all the blocks of a table on a phone, where there are more than it shows at first."""
    if rows <= BLOCKS:
        return SafeString("")
    says = gettext("Show all %(n)s rows") % {"n": f"{rows:,}"}
    return format_html('<label class="more-rows"><input type="checkbox" autocomplete="off">{}</label>', says)


@register.simple_tag
def column(table: Any, index: int) -> str:
    """The name of a table's column."""
    return str(table["head"][index]["label"])


@register.filter
def days_in_words(days: int) -> str:
    """``1 day``, ``14 days``."""
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


@register.filter
def clock_class(state: str) -> str:
    """The class of a promise's state: running ok, at risk, late, kept, missed or waiting."""
    return {"late": "late", "missed": "late", "risk": "risk", "kept": "kept"}.get(state, "ok")


@register.inclusion_tag("_parts/field.html")
def field(bound: Any, *, wide: bool = False) -> dict[str, Any]:
    """``{% field form.company %}``: label, control, hint and error, tied together for screen readers."""
    bound.field.widget.attrs.setdefault("class", "input")
    return {"field": bound, "wide": wide}
