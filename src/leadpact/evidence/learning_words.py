"""What was learned from history, in plain words: attributes, how good the table is, what it was learned from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from leadpact.evidence.calibration import Interval
from leadpact.evidence.history_examples import Asks, History
from leadpact.evidence.learning_quality import Quality
from leadpact.rules.criteria import Touches
from leadpact.rules.criteria_words import field_label, in_words
from leadpact.rules.pact import Pact

_UNJUDGED = (
    "The history is too short to keep the last leads aside and judge the table by them: how well it ranks leads that "
    "it has not seen is not known."
)


def label(name: str, asked: Asks | None, pact: Pact) -> str:
    """An attribute for people: ``Employees``, ``Pricing page within 90 days``."""
    if asked is None:
        return field_label(name.split(":", 1)[-1], pact)
    if asked.kind == "touches":
        return in_words(Touches((asked.touch,), asked.of, 1, None, asked.days), pact)
    own = field_label(asked.field, pact)
    if asked.kind == "word":
        return f"{own} contains “{asked.word}”"
    endings = {"known": " known", "free_mail": " at a free mail provider"}
    return own + endings.get(asked.kind, "")


def together(names: Sequence[str]) -> str:
    """The heading of a crossed attribute."""
    return f"{' and '.join(names)} together"


def _day(at_s: int) -> str:
    return f"{datetime.fromtimestamp(at_s, UTC):%-d %B %Y}"


def population(history: History) -> str:
    """Which leads were looked at, what counts as known of them, and what counts as won."""
    told = history.examples
    leads, won = len(told.won), int(told.won.sum())
    if not leads:
        return "No lead was decided on long enough ago to know how it ended."
    span = f"from {_day(int(told.moments.min()))} to {_day(int(told.moments.max()))}"
    if history.is_handed:
        which = f"{leads:,} leads handed over {span}, each as it was known when it was first handed over."
    else:
        which = (
            f"{leads:,} leads captured {span}, whether or not they were handed over, each as it was known a day after "
            "its capture, or when sales first did something about it."
        )
    early = ""
    if history.left_early:
        early = f" {history.left_early:,} that were won before that are left out."
    within = f"{won:,} of them were won within {history.horizon_days} days; leads younger than that are not judged."
    return f"{which} {within}{early}"


def pairs(found: Interval) -> str:
    """A ranking for people: ``68 of 100 pairs (64 to 72)``."""
    low, high = (f"{100 * each:.0f}" for each in (found.low, found.high))
    return f"{100 * found.value:.0f} of 100 pairs ({low} to {high})"


def quality(found: Quality | None, one_label: str, *, is_crossed: bool = False) -> list[str]:
    """How good the table is on leads it was not learned from, sentence by sentence.

    ``is_crossed``: the table that is proposed, learned from all leads, has a row with two conditions at once.
    """
    if found is None:
        return [_UNJUDGED]
    said = [
        f"Learned from the first {found.learned_from:,} leads, judged on the last {found.leads:,}; {found.won:,} won.",
        f"Of a won lead and another, it ranks the won one higher in {pairs(found.ranks)}; guessing would in 50.",
        f"The fifth with most points ({found.top_leads:,} leads) holds {found.top_won:,} of the {found.won:,} wins.",
    ]
    if found.plain is not None:
        said.append(
            f"Without the row for two conditions at once, it would rank the won one higher in {pairs(found.plain)}."
        )
    elif is_crossed:
        said.append(
            "From the first leads alone no row for two conditions at once would have been proposed: look hard at it."
        )
    others = [
        ("the points that they had when they were handed over", found.now),
        (f"{one_label} alone", found.one),
        ("naive Bayes, as some CRMs score leads,", found.bayes),
        ("a black box (boosted trees)", found.box),
    ]
    said += [f"For comparison, {name} would rank it higher in {pairs(each)}." for name, each in others if each]
    error, chance = 100 * found.calibration.error, 100 * found.calibration.by_chance
    fits = "they fit" if error <= chance else "they do not fit well"
    said.append(
        f"The chances that go with the points miss by {error:.1f} in a hundred on average; chance alone explains up to "
        f"{chance:.1f}: {fits}."
    )
    if abs(found.rate - found.base_rate) > 0.25 * max(found.base_rate, 1e-9):
        said.append(
            f"The share that is won has changed, from {100 * found.base_rate:.0f} to {100 * found.rate:.0f} in a "
            "hundred: the points still rank leads, but the chances that go with them belong to another time."
        )
    return said


def plain(found: Quality | None) -> dict[str, Any] | None:
    """The figures of the quality as plain values, for the page's pictures."""
    if found is None:
        return None
    bins = found.calibration
    return {
        "leads": found.leads, "won": found.won, "learned_from": found.learned_from,
        "top_leads": found.top_leads, "top_won": found.top_won,
        "ranks": {
            name: None if each is None else [round(value, 4) for value in each]
            for name, each in (
                ("table", found.ranks), ("now", found.now), ("one", found.one), ("bayes", found.bayes),
                ("box", found.box),
            )
        },
        "calibration": {
            "error": round(bins.error, 4), "by_chance": round(bins.by_chance, 4),
            "bins": [
                [int(n), int(k), round(float(p), 4), round(float(low), 4), round(float(high), 4)]
                for n, k, p, low, high in zip(bins.leads, bins.events, bins.foretold, bins.low, bins.high, strict=True)
            ],
        },
    }  # fmt: skip
