"""Logistic regression as a points table needs it: weights not below zero, few of them, drawn to where they began.

Pure numpy. Newton's steps on the penalised likelihood, each halved until it does not make things worse; the L1 path
by coordinate descent within each step (Friedman, Hastie & Tibshirani 2010).
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from leadpact.evidence.uncertainty import Floats, Ints

_STEPS, _SWEEPS = 25, 100
_NEAR = 1e-5
_FLAT = 1e-4
"""The least weight of a lead in a step."""


def log_loss(score: Floats, won: Ints) -> float:
    """The mean logarithmic loss of log odds."""
    return float(np.mean(np.logaddexp(0.0, score) - won * score))


def chosen(columns: Floats, won: Ints, most: int, depth: float = 1e-4, steps: int = 16) -> Ints:
    """Places of at most ``most`` columns, chosen along the L1 path: where it comes to more, those that tell most.

    ``depth`` is the last penalty as a part of the first at which nothing is chosen.
    """
    n, many = columns.shape
    design = np.column_stack([np.ones(n), columns])
    weights = np.zeros(many + 1)
    weights[0] = _log_odds(won)
    slope = columns.T @ (won - expit(np.full(n, weights[0]))) / n
    found: Ints = np.zeros(0, dtype=np.int64)
    for penalty in max(float(slope.max(initial=0.0)), 1e-9) * np.geomspace(0.5, depth, steps):
        weights = _sparse(design, won, weights, penalty)
        found = np.flatnonzero(weights[1:] > 0)
        if len(found) > most:
            told = weights[1:][found] * columns[:, found].std(axis=0)
            return np.sort(found[np.argsort(-told, kind="stable")[:most]])
    return found


def _sparse(design: Floats, won: Ints, weights: Floats, penalty: float) -> Floats:
    n = len(won)
    for _ in range(8):
        chance = expit(design @ weights)
        curve = np.maximum(chance * (1 - chance), _FLAT)
        bend = (design * curve[:, None]).T @ design / n
        aim = design.T @ (won - chance) / n + bend @ weights
        before = weights
        weights = _descend(bend, aim, weights, penalty)
        if np.abs(weights - before).max() < 1e-3:
            break
    return weights


def _descend(bend: Floats, aim: Floats, weights: Floats, penalty: float) -> Floats:
    found = weights.copy()
    scale = np.maximum(np.diag(bend), 1e-12)
    for _ in range(_SWEEPS):
        last = found.copy()
        for place in range(len(found)):
            rest = aim[place] - bend[place] @ found + scale[place] * found[place]
            found[place] = rest / scale[place] if place == 0 else max(0.0, rest - penalty) / scale[place]
        if np.abs(found - last).max() < _NEAR:
            break
    return found


def drawn_to(
    columns: Floats, won: Ints, begin: Floats, pull: float, *, offset: Floats | float = 0.0, is_free: bool = False
) -> Floats:
    """Weights of the columns after that of the constant, each drawn to where it began with the force ``pull``.

    A pull of p weighs as much as p leads of middling chance whose column is 1. ``offset`` is added to the log odds.
    Weights are held at zero or above unless they are free.
    """
    n, many = columns.shape
    design = np.column_stack([np.ones(n), columns])
    force = np.concatenate([[1e-9], np.full(many, pull)])
    aim = np.concatenate([[0.0], begin])
    weights = aim.copy()
    weights[0] = _log_odds(won) - float(np.mean(offset + columns @ begin))
    held = _penalised(design, won, weights, offset, force, aim)
    for _ in range(_STEPS):
        chance = expit(offset + design @ weights)
        curve = np.maximum(chance * (1 - chance), _FLAT)
        bend = (design * curve[:, None]).T @ design + np.diag(force)
        step = np.linalg.solve(bend, design.T @ (won - chance) - force * (weights - aim))
        weights, now = _shorter(design, won, weights, step, offset, force, aim, held, is_free=is_free)
        if held - now < 1e-7 * max(abs(held), 1.0):
            break
        held = now
    return weights


def _shorter(
    design: Floats, won: Ints, weights: Floats, step: Floats, offset: Floats | float, force: Floats, aim: Floats,
    held: float, *, is_free: bool,
) -> tuple[Floats, float]:  # fmt: skip
    for _ in range(12):
        tried = weights + step
        if not is_free:
            tried[1:] = np.maximum(tried[1:], 0.0)
        now = _penalised(design, won, tried, offset, force, aim)
        if now <= held:
            return tried, now
        step = step / 2
    return weights, held


def _penalised(design: Floats, won: Ints, weights: Floats, offset: Floats | float, force: Floats, aim: Floats) -> float:
    loss = len(won) * log_loss(offset + design @ weights, won)
    return loss + float(force @ (weights - aim) ** 2) / 2


def _log_odds(won: Ints) -> float:
    return float(np.log((won.sum() + 0.5) / (len(won) - won.sum() + 0.5)))
