"""What other ways of ranking give on the same leads: naive Bayes, the best single attribute, and a black box.

Only to compare with; none of them ever scores a lead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from leadpact.evidence.learning_table import Attribute, Examples
from leadpact.evidence.uncertainty import Floats, Ints

EXTRA = "yardstick"
EQUAL_BINS = 5
_SETTINGS: tuple[dict[str, Any], ...] = (
    {"n_estimators": 100, "learning_rate": 0.05, "num_leaves": 31, "min_child_samples": 20},
    {"n_estimators": 150, "learning_rate": 0.05, "num_leaves": 15, "min_child_samples": 50},
    {"n_estimators": 200, "learning_rate": 0.05, "num_leaves": 7, "min_child_samples": 50},
    {"n_estimators": 60, "learning_rate": 0.05, "num_leaves": 7, "min_child_samples": 20},
)
_INNER = 0.8


class NoYardstick(Exception):
    """The library to compare with is not installed; the message says how to get it."""


def ranking(score: Floats | Ints, won: Ints) -> float:
    """How often, of one won lead and one that was not, the won one has the higher score; equal ones count half."""
    values, place = np.unique(score, return_inverse=True)
    wins = np.bincount(place, won, len(values))
    others = np.bincount(place, 1 - won, len(values))
    below = np.cumsum(others) - others / 2
    return float((wins * below).sum() / (wins.sum() * others.sum()))


@dataclass(frozen=True, slots=True)
class _Codes:
    known: Ints
    asked: Ints
    many: int


def naive_bayes(known: Examples, asked: Examples) -> Floats:
    """Log odds by categorical naive Bayes with one added to each count, as Odoo's lead scoring does.

    Numbers are put into five bins of as many leads each.
    """
    score = np.zeros(len(asked.won))
    for codes in _coded(known, asked):
        wins = np.bincount(codes.known, known.won, codes.many) + 1.0
        others = np.bincount(codes.known, 1 - known.won, codes.many) + 1.0
        score += (np.log(wins / wins.sum()) - np.log(others / others.sum()))[codes.asked]
    return score


def _coded(known: Examples, asked: Examples) -> Iterator[_Codes]:
    for own, other in zip(known.attributes, asked.attributes, strict=True):
        if own.numbers is None or other.numbers is None:
            was = np.unique(np.asarray(own.levels))
            table = np.zeros(len(own.names) + 1, dtype=np.int64)
            table[was] = np.arange(1, len(was) + 1)
            yield _Codes(table[np.asarray(own.levels)], table[np.asarray(other.levels)], len(was) + 1)
            continue
        told = own.numbers[~np.isnan(own.numbers)]
        edges = np.unique(np.quantile(told, np.arange(1, EQUAL_BINS) / EQUAL_BINS)) if len(told) else np.zeros(0)
        yield _Codes(_binned(own, edges), _binned(other, edges), len(edges) + 2)


def _binned(attribute: Attribute, edges: Floats) -> Ints:
    numbers = np.asarray(attribute.numbers)
    place = np.searchsorted(edges, numbers, side="right") + 1
    return np.where(np.isnan(numbers), 0, place).astype(np.int64)


def black_box(known: Examples, asked: Examples, *, is_tuned: bool = True) -> Floats:
    """Chances by gradient-boosted trees (LightGBM), the setting chosen on the last fifth of the known leads.

    Without tuning it is as the library comes. Raises ``NoYardstick``.
    """
    try:
        from lightgbm import LGBMClassifier  # noqa: PLC0415  # an extra: loaded when it is asked for
    except ImportError as error:
        raise NoYardstick(
            f"The black box to compare with is not installed. Get it with: pip install 'leadpact[{EXTRA}]'"
        ) from error
    told = known.in_order()
    table, leveled = _columns(told)
    other, _ = _columns(asked)

    def fitted(rows: Ints, setting: dict[str, Any]) -> Any:
        model = LGBMClassifier(verbose=-1, n_jobs=1, random_state=0, deterministic=True, force_row_wise=True, **setting)
        return model.fit(table[rows], told.won[rows], categorical_feature=leveled)

    rows = np.arange(len(told.won))
    setting: dict[str, Any] = {}
    if is_tuned:
        inner, rest = rows[: int(_INNER * len(rows))], rows[int(_INNER * len(rows)) :]
        if len(np.unique(told.won[rest])) == len(np.unique(told.won[inner])) == 2:
            reached = [ranking(_chances(fitted(inner, each), table[rest]), told.won[rest]) for each in _SETTINGS]
            setting = _SETTINGS[int(np.argmax(reached))]
        else:
            setting = _SETTINGS[-1]
    return _chances(fitted(rows, setting), other)


def _chances(model: Any, table: Floats) -> Floats:
    # Asked of the trees themselves: the library's own wrapper of them asks for columns' names.
    found: Floats = np.asarray(model.booster_.predict(table), dtype=np.float64)
    return found


def _columns(examples: Examples) -> tuple[Floats, list[int]]:
    columns, leveled = [], []
    for place, each in enumerate(examples.attributes):
        if each.numbers is not None:
            columns.append(each.numbers)
            continue
        levels = np.asarray(each.levels).astype(np.float64)
        columns.append(np.where(levels < 0, np.nan, levels))
        leveled.append(place)
    return np.column_stack(columns), leveled
