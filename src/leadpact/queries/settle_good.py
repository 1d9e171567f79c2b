"""By whose word a lead is good: marketing's own statement, as its file holds it, or nobody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadpact.connectors.settle_reading import Export
from leadpact.evidence.uncertainty import Ints
from leadpact.rules.settle_words import plain, says_good

LEAST_SAID = 0.2
"""Below this share of leads that say anything, a column is no statement."""


@dataclass(slots=True)
class Statement:
    """Whether each lead is good (1), not (0), or not said to be either (-1), and in words who says so.

    ``is_made`` is False where nobody does; then ``words`` says why. ``values`` counts what stood in the column.
    """

    is_made: bool
    good: Ints
    words: str
    heading: str = ""
    values: tuple[tuple[str, int, bool | None], ...] = ()
    line_wanted: bool = False
    """Whether points are there and only the line between good and not is missing."""


def statement(
    export: Export, rows: Sequence[int], good_values: tuple[str, ...], good_from: float | None
) -> Statement:  # fmt: skip
    """What marketing itself says of its leads.

    By ``good_from``: points of at least so many. By ``good_values``: these words of the stage mean good. Else by the
    date of becoming qualified, else by the words of a stage, rating or flag that are plainly one or the other.
    """
    scores = export.numbers.get("score")
    if good_from is not None and scores:
        return _by_points(export, scores, rows, good_from)
    stages = export.text("good")
    by_words = _by_words(export, stages, rows, good_values) if stages else None
    if by_words is not None and by_words.is_made:
        return by_words
    dates = export.seconds("good_at")
    if dates and any(dates[row] > 0 for row in rows):
        good = np.array([int(dates[row] > 0) for row in rows], dtype=np.int64)
        if 0 < good.sum() < len(good):
            heading = export.columns.heading(export.columns.means["good_at"][0])
            return Statement(True, good, f"A lead is good where marketing filled in {heading}.", heading)
    if by_words is not None and by_words.words:
        return by_words
    if scores and any(score is not None for score in scores):
        heading = export.columns.heading(export.columns.means["score"][0])
        why = f"marketing's file holds points ({heading}), but not from how many on a lead is good"
        return Statement(False, _nobody(rows), why, heading, line_wanted=True)
    return Statement(False, _nobody(rows), "marketing's file has no stage, rating, flag or points")


def _nobody(rows: Sequence[int]) -> Ints:
    return np.full(len(rows), -1, dtype=np.int64)


def _by_points(export: Export, scores: Sequence[float | None], rows: Sequence[int], line: float) -> Statement:
    good = np.array([-1 if (own := scores[row]) is None else int(own >= line) for row in rows], dtype=np.int64)
    heading = export.columns.heading(export.columns.means["score"][0])
    return Statement(True, good, f"A lead is good with {line:g} points or more ({heading}).", heading)


def _by_words(
    export: Export, stages: Sequence[str], rows: Sequence[int], good_values: tuple[str, ...]
) -> Statement:  # fmt: skip
    heading = export.columns.heading(export.columns.means["good"][0])
    wanted = {plain(value) for value in good_values}
    counted = Counter(stages[row] for row in rows if stages[row])
    says = {word: (plain(word) in wanted if wanted else says_good(word)) for word in counted}
    good = np.array([-1 if (own := says.get(stages[row])) is None else int(own) for row in rows], dtype=np.int64)
    values = tuple((word, count, says[word]) for word, count in counted.most_common(12))
    said = int((good >= 0).sum())
    yes = sorted({word for word, is_good in says.items() if is_good})
    if said < max(1, LEAST_SAID * len(rows)):
        why = f"{heading} says of too few leads whether they are good" if counted else ""
        return Statement(False, _nobody(rows), why, heading, values)
    if not 0 < int((good == 1).sum()) < said:
        all_or_none = "every" if (good[good >= 0] == 1).all() else "no"
        return Statement(False, _nobody(rows), f"by {heading} {all_or_none} lead would be good", heading, values)
    unread = sorted((word for word, is_good in says.items() if is_good is None), key=lambda word: -counted[word])
    left = f" Not understood and left out: {', '.join(unread[:5])}." if unread else ""
    return Statement(True, good, f"A lead is good where {heading} is {_or(yes)}.{left}", heading, values)


def _or(words: Sequence[str]) -> str:
    shown = list(words[:8])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
