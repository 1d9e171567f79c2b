"""What two files say in the argument between marketing and sales, and what they cannot say.

Counts are of the files' own rows; waits and sources are the answers of the product's measures, asked of the files as
facts. Methods: Wilson for shares, Kaplan-Meier for waits (``sla_keeping``), Aalen-Johansen for sources
(``source_quality``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import numpy as np

from leadpact.evidence.result import Grade, Row
from leadpact.evidence.settle_facts import DAY_S, NONE_S, Reach, Told
from leadpact.evidence.uncertainty import FEW, Ints, wilson

_MANY = 2_000
RIPE_DAYS = 7
"""A lead so young may still be called: it counts neither way."""


@dataclass(frozen=True, slots=True)
class Good:
    """Which leads are good (1), not good (0) or not said to be (-1), and in words by whose word."""

    is_known: bool
    good: Ints
    words: str
    is_learned: bool = False

    @property
    def by(self) -> str:
        """By whose word, in two words."""
        return "by the learned card" if self.is_learned else "by marketing's word"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of the sheet.

    ``says`` is its sentence, ``figure`` the number that stands out, ``spread`` its range in words. ``leads`` are the
    places of the leads behind it. Where ``grade`` is None the files cannot say, and ``says`` tells why.
    """

    key: str
    title: str
    grade: Grade | None
    says: str
    figure: str = ""
    spread: str = ""
    notes: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    """Of the table ``rows``: name and title of each column."""
    leads: tuple[int, ...] = ()
    numbers: Mapping[str, float | int | None] = field(default_factory=dict)


def day(at_s: int) -> str:
    """An instant's day for people: ``14 November 2018``."""
    found = datetime.fromtimestamp(at_s, UTC)
    return f"{found.day} {found:%B %Y}"


def counted(many: int, noun: str, plural: str = "") -> str:
    """``1 lead``, ``2,000 leads``."""
    return f"{many:,} {noun if many == 1 else plural or noun + 's'}"


def spread_of(k: int, n: int, doubtful: int = 0) -> str:
    """The range of k of n in words; with doubtful ones it reaches from without to with them."""
    if n < FEW:
        return "too few to give a share"
    low, high = wilson(k, n).low, wilson(min(n, k + doubtful), n).high
    digits = 1 if n >= _MANY else 0  # Of many leads the range is narrower than whole percents show.
    return f"{k / n:.{digits}%} ({low:.{digits}%} to {high:.{digits}%})"


def reached(told: Told, reach: Reach) -> tuple[Ints, str]:
    """Which leads sales is known to have taken up, and how that is called for leads that it did not."""
    if reach.has_calls:
        return told.called, "nobody called"
    if reach.has_deals:
        return told.called, "no deal was opened for"
    return told.in_sales, "never reached sales' file"


def old_enough(told: Told) -> Ints:
    """1 for leads that came at least ``RIPE_DAYS`` before the files end, and for those without a date."""
    is_old = (told.created_s <= told.as_of_s - RIPE_DAYS * DAY_S) | (told.created_s == NONE_S)
    return np.asarray(is_old, dtype=np.int64)


def uncalled(told: Told, reach: Reach, good: Good) -> Finding:
    """How many good leads nobody called."""
    title = "Good leads that nobody called"
    if not good.is_known:
        return Finding("uncalled", title, None, f"Nobody can say which leads were good: {good.words}.")
    if reach.is_wins_only:
        why = "Sales' file holds only deals that were won. A good lead without one may have been called and lost."
        return Finding("uncalled", title, None, why)
    taken, words = reached(told, reach)
    asked = (good.good == 1) & (old_enough(told) == 1)
    left = asked & (taken == 0)
    n, k = int(asked.sum()), int(left.sum())
    if not n:
        return Finding("uncalled", title, None, "No lead that is old enough to judge is called good.")
    unsure = int((asked & (taken == 1) & (told.doubtful == 1)).sum())
    notes = [_not_calls(reach)] if not reach.has_calls else []
    if unsure:
        notes.append(f"{counted(unsure, 'further lead')} may belong here: sales' rows for them are joined doubtfully.")
    young = int(((good.good == 1) & (old_enough(told) == 0)).sum())
    if young:
        notes.append(f"{counted(young, 'good lead')} younger than {RIPE_DAYS} days left out.")
    return Finding(
        "uncalled", _title(k, words), "Counted", f"Of {counted(n, 'good lead')} ({good.by}), {words} {k:,}.",
        f"{k:,} of {n:,}", spread_of(k, n, unsure), tuple(notes), leads=tuple(int(at) for at in np.flatnonzero(left)),
        numbers={"k": k, "n": n, "doubtful": unsure},
    )  # fmt: skip


def cost_of(told: Told, spend: Mapping[str, float], leads: Ints) -> float | None:
    """What leads cost to bring in, in whole currency: their own cost, else their share of what their source cost."""
    own = [told.costs[lead] for lead in leads] if told.costs else []
    known = [cost for cost in own if cost is not None]
    if known and len(known) == len(own):
        return float(sum(known))
    sizes: dict[str, int] = {}
    for source in told.sources:
        sizes[source or "unknown"] = sizes.get(source or "unknown", 0) + 1
    names = [told.sources[lead] or "unknown" for lead in leads]
    if not names or any(name not in spend for name in names):
        return None
    return float(sum(spend[name] / sizes[name] for name in names))


def with_cost(finding: Finding, told: Told, spend: Mapping[str, float]) -> Finding:
    """The finding with what its leads cost; the range is that of their number."""
    k, n = int(finding.numbers.get("k") or 0), int(finding.numbers.get("n") or 0)
    cost = cost_of(told, spend, np.array(finding.leads, dtype=np.int64)) if k else None
    if cost is None:
        return finding
    found = wilson(k, n)
    each = cost / k
    said = f"They cost {cost:,.0f} to bring in"
    said += (
        f" ({each * found.low * n:,.0f} to {each * found.high * n:,.0f} with the range of their number)."
        if n >= FEW
        else "."
    )
    return replace(finding, notes=(said, *finding.notes))


def _title(k: int, words: str) -> str:
    if words.startswith("nobody"):
        return f"Nobody called {counted(k, 'good lead')}"
    if words.startswith("no deal"):
        return f"{counted(k, 'good lead')} without a deal"
    return f"{counted(k, 'good lead')} never reached sales"


def _not_calls(reach: Reach) -> str:
    holds = "deals, not calls" if reach.has_deals else "neither calls nor deals"
    return f"Sales' file holds {holds}: some of these may have been called without leaving a trace in it."


def not_good(told: Told, reach: Reach, good: Good) -> Finding:
    """How many of the leads that sales worked on were never good."""
    title = "Called leads that were never good"
    if not good.is_known:
        return Finding("not_good", title, None, f"Nobody can say which leads were good: {good.words}.")
    taken, _ = reached(told, reach)
    called = (
        "called"
        if reach.has_calls
        else "won"
        if reach.is_wins_only
        else "in deals"
        if reach.has_deals
        else "with sales"
    )
    asked = (taken == 1) & (good.good >= 0)
    bad = asked & (good.good == 0)
    n, k = int(asked.sum()), int(bad.sum())
    if reach.is_wins_only and good.is_learned:
        why = "Sales' file holds only deals that were won: it does not tell whom sales called in vain."
        return Finding("not_good", title, None, why)
    if not n:
        return Finding("not_good", title, None, "Of no lead that sales worked on is it said whether it is good.")
    unsure = int((bad & (told.doubtful == 1)).sum())
    notes = []
    if unsure:
        notes.append(f"{unsure:,} of them joined doubtfully.")
    judged, refused = (
        int(((taken == 1) & (told.sales_good >= 0)).sum()),
        int(((taken == 1) & (told.sales_good == 0)).sum()),
    )
    if judged:
        notes.append(
            f"Sales' own word on {counted(judged, 'lead')}: {refused:,} not good ({spread_of(refused, judged)})."
        )
    return Finding(
        "not_good", f"{k:,} of {n:,} leads {called} were never good", "Counted",
        f"Of {counted(n, 'lead')} {called} whose worth is said ({good.by}), {k:,} were not good.",
        f"{k:,} of {n:,}", spread_of(k, n), tuple(notes), leads=tuple(int(at) for at in np.flatnonzero(bad)),
        numbers={"k": k, "n": n, "doubtful": unsure},
    )  # fmt: skip
