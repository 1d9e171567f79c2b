"""What is not learned from, and why: what was told afterwards, what gives the outcome away, what names one lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadpact.evidence.history_examples import History
from leadpact.evidence.learning_table import Attribute, Examples
from leadpact.evidence.learning_yardsticks import ranking
from leadpact.evidence.uncertainty import FEW, Ints

GIVES_AWAY = 0.95
"""An attribute that alone ranks so well is taken for the outcome written down."""
ALMOST_ALL_WON = 0.9
OWN_VALUES = 0.5
"""With more different values than this share of the leads that have one, a field names leads instead of kinds."""
LEAST_SHARE = 0.005
_LATE = 0.9


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An attribute that is not learned from, and the reason in words; ``is_leak``: it would tell the outcome."""

    name: str
    reason: str
    is_leak: bool = False


def sifted(history: History) -> tuple[Examples, tuple[LeftOut, ...]]:
    """The examples without what must not be learned from, and what that is; attributes by name."""
    told = history.examples
    left: list[LeftOut] = []
    for each in told.attributes:
        reason = _after(each, history) or _gives_away(each, told.won) or _own(each)
        if reason is not None:
            left.append(reason)
    known = {ask.field for ask in history.asks.values()}
    for name, (leads, won) in sorted(history.late.items()):
        if name not in known and ":" not in name:
            left.append(LeftOut(f"field:{name}", _late_words(leads, won, history, before=0), is_leak=True))
    kept = told.without([each.name for each in left])
    rare = _rare(kept.attributes)
    return kept.without([each.name for each in rare]), (*left, *rare)


def _late_words(leads: int, won: int, history: History, *, before: int) -> str:
    moment = "it was handed over" if history.is_handed else "sales began or a day had passed"
    some = f" For {before:,} it was told in time." if before else ""
    return f"First told of {leads:,} leads only after {moment}; {won:,} of them were won.{some}"


def _after(attribute: Attribute, history: History) -> LeftOut | None:
    """Told of nearly all its leads only after they were decided on."""
    asked = history.asks[attribute.name]
    leads, won = history.late.get(asked.field, (0, 0)) if asked.field else (0, 0)
    before = int((attribute.is_unknown == 0).sum())
    if leads and leads >= _LATE * (leads + before):
        return LeftOut(attribute.name, _late_words(leads, won, history, before=before), is_leak=True)
    return None


def _gives_away(attribute: Attribute, won: Ints) -> LeftOut | None:
    """Known for almost none but won leads, or telling nearly every win from nearly every other lead."""
    is_known = attribute.is_unknown == 0
    leads, wins, all_wins = int(is_known.sum()), int(won[is_known].sum()), int(won.sum())
    if (
        leads >= FEW
        and leads < len(won)
        and wins >= ALMOST_ALL_WON * leads
        and all_wins < ALMOST_ALL_WON * len(won) / 2
    ):
        return LeftOut(
            attribute.name,
            f"Known for {leads:,} leads, {wins:,} of which were won: it is filled in when a lead is won.",
            is_leak=True,
        )
    if not 0 < all_wins < len(won):
        return None
    alone = ranking(_own_shares(attribute, won), won)
    if alone >= GIVES_AWAY:
        return LeftOut(
            attribute.name,
            f"It alone ranks the won lead higher in {100 * alone:.0f} of 100 pairs: it is the outcome written down, "
            "not something known before.",
            is_leak=True,
        )
    return None


def _own_shares(attribute: Attribute, won: Ints) -> np.ndarray:
    """The win rate of each lead's value, learned from the other half of the leads, rare values drawn to the mean."""
    if attribute.numbers is not None:
        known = attribute.numbers[~np.isnan(attribute.numbers)]
        edges = np.unique(np.quantile(known, np.arange(1, 20) / 20)) if len(known) else np.zeros(0)
        cells = np.where(
            np.isnan(attribute.numbers), len(edges) + 1, np.searchsorted(edges, attribute.numbers, side="right")
        )
    else:
        cells = np.asarray(attribute.levels) + 1
    found = np.zeros(len(won))
    half = np.arange(len(won)) % 2 == 0
    many = int(cells.max(initial=0)) + 1
    for mine in (half, ~half):
        share = won[~mine].mean() if (~mine).any() else 0.0
        wins = np.bincount(cells[~mine], won[~mine], many) + 2 * share
        found[mine] = (wins / (np.bincount(cells[~mine], minlength=many) + 2))[cells[mine]]
    return found


def _own(attribute: Attribute) -> LeftOut | None:
    """Names single leads, or says the same of all."""
    if attribute.numbers is not None:
        values = attribute.numbers[~np.isnan(attribute.numbers)]
        is_same = len(np.unique(values)) < 2 and len(values) == len(attribute.numbers)
        return LeftOut(attribute.name, "It is the same for every lead.") if is_same else None
    levels = np.asarray(attribute.levels)
    known = levels[levels >= 0]
    counts = np.bincount(known, minlength=len(attribute.names))
    many = int((counts > 0).sum())
    if many <= 1 and len(known) == len(levels):
        return LeftOut(attribute.name, "It is the same for every lead.")
    if many > FEW and many > OWN_VALUES * len(known):
        return LeftOut(
            attribute.name,
            f"Nearly every lead has a value of its own ({many:,} values for {len(known):,} leads): it names leads.",
        )
    return None


def _rare(attributes: Sequence[Attribute]) -> tuple[LeftOut, ...]:
    """Known for, or different from nothing for, too few leads to say anything."""
    found = []
    for each in attributes:
        told = each.numbers is not None and each.rises and not np.isnan(each.numbers).any()
        leads = int((np.asarray(each.numbers) > 0).sum()) if told else int((each.is_unknown == 0).sum())
        if leads < FEW:
            found.append(LeftOut(each.name, f"Known for {leads:,} leads only: too few to say."))
    return tuple(found)
