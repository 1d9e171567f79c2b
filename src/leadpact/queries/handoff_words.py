"""Why a lead waits for an owner, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadpact.rules.terms import Span

_UNITS_S = (86_400, 3_600, 60)


def reason_words(reason: str | None, per: str) -> str:
    """Why leads wait, to follow their number: ``because everybody's list is full for this week``."""
    periods = {"day": _("for today"), "week": _("for this week"), "month": _("for this month")}
    words = {
        "capacity": _("everybody's list is full {period}").format(period=periods.get(per, per)).strip(),
        "nobody_available": _("nobody who may take them is there"),
        "owner_away": _("their owner is away, and the pact keeps them for that person"),
        "no_calendar": _("no deadline can be counted, because holidays are not known"),
    }
    return words.get(reason or "") or (reason or _("no reason is recorded")).replace("_", " ")


def waits_in_words(
    reason: str | None, waited_s: int, per: str, *, place: int | None, of: int, agreed: Span, is_late: bool
) -> str:
    """For how long a lead has waited, at which place (from 1; None leaves it out) of the queue, and for what.

    ``Waits 3 days, place 2 of 9: everybody who may take it has the leads agreed for this week.`` A lead that waits
    too long says so; ``agreed`` is how long at most.
    """
    text = _("Waits {age}: {why}.") if place is None else _("Waits {age}, place {place} of {of}: {why}.")
    says = text.format(age=_age(waited_s), place=place, of=of, why=_one_waits(reason, per))
    return says + " " + _("Agreed were {span} at most.").format(span=span_words(agreed)) if is_late else says


def _one_waits(reason: str | None, per: str) -> str:
    full = {
        "day": _("everybody who may take it has the leads agreed for this day"),
        "week": _("everybody who may take it has the leads agreed for this week"),
        "month": _("everybody who may take it has the leads agreed for this month"),
    }
    words = {
        "capacity": full.get(per, full["week"]),
        "nobody_available": _("nobody who may take it is there"),
        "owner_away": _("its owner is away, and the pact keeps it for them"),
    }
    return words.get(reason or "") or reason_words(reason, per)


def _age(seconds: int) -> str:
    days, hours, minutes = (seconds // unit_s for unit_s in _UNITS_S)
    if days > 0:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if hours > 0:
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    if minutes > 0:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    return _("less than a minute")


def span_words(span: Span) -> str:
    """A length of time as the pact agreed it: ``14 days``, ``24 working hours``."""
    number = 1 if span.amount == 1 else 2 if span.amount != int(span.amount) else int(span.amount)
    words = {
        "minutes": ngettext("{n} minute", "{n} minutes", number),
        "hours": ngettext("{n} hour", "{n} hours", number),
        "days": ngettext("{n} day", "{n} days", number),
        "working_minutes": ngettext("{n} working minute", "{n} working minutes", number),
        "working_hours": ngettext("{n} working hour", "{n} working hours", number),
        "working_days": ngettext("{n} working day", "{n} working days", number),
    }
    return words[span.unit].format(n=f"{span.amount:g}")
