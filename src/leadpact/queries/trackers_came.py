"""Where a lead came from: its first touch and its last one, of the lead or as they stood at a hand-off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from leadpact.rules.criteria_words import code_label
from leadpact.rules.facts import TOUCHES, Fact
from leadpact.rules.lead import FAR_S, valid
from leadpact.rules.pact import Pact
from leadpact.rules.sources import UNKNOWN


@dataclass(frozen=True, slots=True)
class Came:
    """One touch that says where the lead came from."""

    label: str
    source: str
    campaign: str
    at: datetime


def came_of(facts: Iterable[Fact], pact: Pact | None, by_s: int = FAR_S) -> tuple[Came, ...]:
    """The first and the last touch that name a source, as known by an instant; one line where they are the same.

    The last one is the last that names more than ``unknown``, for a visit that says nothing takes nothing away.
    """
    told = [
        fact
        for fact in valid(facts, by_s)
        if fact.source and fact.occurred_s <= by_s and (fact.kind == "captured" or fact.kind in TOUCHES)
    ]
    if not told:
        return ()
    named = [fact for fact in told if fact.source != UNKNOWN]
    first, last = (named or told)[0], (named or told)[-1]
    if (first.source, first.campaign) == (last.source, last.campaign):
        return (_came(_("First and last touch"), first, pact),)
    return _came(_("First touch"), first, pact), _came(_("Last touch"), last, pact)


def _came(label: str, fact: Fact, pact: Pact | None) -> Came:
    source = code_label(fact.source or UNKNOWN, pact)
    return Came(label, source, fact.campaign or "", datetime.fromtimestamp(fact.occurred_s, UTC))
