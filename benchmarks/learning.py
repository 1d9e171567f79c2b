"""Learning a points table: how well it ranks held-out leads beside other methods, its calibration, its cost.

Real leads: a bank's calls (without ``duration``, which is known only afterwards) and a marketplace's first contacts;
see the folder ``shared/data`` beside the checkout. LightGBM and scikit-learn (extra ``yardstick``) are only compared
with.
"""

from __future__ import annotations

import csv
import gzip
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from leadpact.evidence.calibration import calibration, equal_bins
from leadpact.evidence.learning import LEAST_WINS, TooLittle, learn
from leadpact.evidence.learning_table import Attribute, Examples, Table
from leadpact.evidence.learning_yardsticks import NoYardstick, black_box, naive_bayes, ranking

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
NUMBERS = ("age", "campaign", "pdays", "previous", "emp.var.rate", "cons.price.idx", "cons.conf.idx", "euribor3m")
NUMBERS += ("nr.employed",)
LEVELS = ("job", "marital", "education", "default", "housing", "loan", "contact", "month", "day_of_week", "poutcome")
NEVER_CALLED = 999
SPLITS = 5
TRAINED = 0.7
RESAMPLES, FEW = 50, 200
BIG, WIDE = 40_000, 20
NEAR, OLIST_NEAR, OFF, CPU_S = 0.008, 0.005, 0.02, 10.0


def run() -> list[dict[str, Any]]:
    """All figures; those of real leads are left out, and it is said, where the data are not there."""
    rows = [_cost()]
    if not (DATA / "bank_marketing").is_dir():
        print("left out: ranking and calibration on real leads, which are not beside this checkout")
        return rows
    bank, olist = bank_calls(), olist_contacts()
    try:
        rows += [*_bank(bank), *_olist(olist)]
    except NoYardstick as error:
        print(f"left out: ranking beside other methods. {error}")
    for name, examples in (("bank", bank), ("Olist", olist)):
        rows += _small(name, examples)
        rows.append(_calibrated(name, examples))
    return rows


def _levels(name: str, values: list[str | None]) -> Attribute:
    names = sorted({value for value in values if value is not None})
    place = {value: index for index, value in enumerate(names)}
    codes = np.array([-1 if value is None else place[value] for value in values], dtype=np.int64)
    return Attribute(name, levels=codes, names=tuple(names))


def bank_calls() -> Examples:
    """41,188 calls in order of time; won: the client subscribed."""
    with gzip.open(DATA / "bank_marketing" / "bank-additional-full.csv.gz", "rt") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    made = []
    for name in NUMBERS:
        numbers = np.array([float(row[name]) for row in rows])
        made.append(Attribute(name, numbers=np.where(numbers == NEVER_CALLED, np.nan, numbers)))
    made += [_levels(name, [None if row[name] == "unknown" else row[name] for row in rows]) for name in LEVELS]
    ids = np.arange(len(rows))
    return Examples(ids, ids, np.array([row["y"] == "yes" for row in rows], dtype=np.int64), tuple(made))


def olist_contacts() -> Examples:
    """8,000 leads of a marketplace by day of first contact, with what was known then; won: a deal was made."""
    folder = DATA / "olist_funnel"
    with (folder / "olist_closed_deals_dataset.csv").open() as file:
        won = {row["mql_id"] for row in csv.DictReader(file)}
    with (folder / "olist_marketing_qualified_leads_dataset.csv").open() as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (row["first_contact_date"], row["mql_id"]))
    days = [date.fromisoformat(row["first_contact_date"]) for row in rows]
    made = (
        _levels("origin", [row["origin"] or None for row in rows]),
        _levels("landing_page", [row["landing_page_id"] or None for row in rows]),
        _levels("weekday", [str(day.weekday()) for day in days]),
    )
    moments = np.array([day.toordinal() for day in days], dtype=np.int64)
    is_won = np.array([row["mql_id"] in won for row in rows], dtype=np.int64)
    return Examples(np.arange(len(rows)), moments, is_won, made)


def _random(examples: Examples, seed: int) -> tuple[Examples, Examples]:
    order = np.random.default_rng(seed).permutation(len(examples.won))
    cut = int(TRAINED * len(order))
    return examples.of(order[:cut]), examples.of(order[cut:])


def _in_time(examples: Examples) -> tuple[Examples, Examples]:
    rows = np.arange(len(examples.won))
    cut = int(TRAINED * len(rows))
    return examples.of(rows[:cut]), examples.of(rows[cut:])


def _table(known: Examples, asked: Examples) -> float:
    return ranking(learn(known).points(asked.attributes, len(asked.won)), asked.won)


def _by(method: Callable[..., Any], known: Examples, asked: Examples, **more: Any) -> float:
    return ranking(method(known, asked, **more), asked.won)


def _one_hot(known: Examples, asked: Examples) -> np.ndarray:
    from sklearn.linear_model import LogisticRegression

    columns, others = [], []
    for own, other in zip(known.attributes, asked.attributes, strict=True):
        if own.numbers is not None:
            middle, spread = np.nanmean(own.numbers), np.nanstd(own.numbers) + 1e-9
            columns += [np.nan_to_num((own.numbers - middle) / spread), np.isnan(own.numbers)]
            others += [np.nan_to_num((other.numbers - middle) / spread), np.isnan(other.numbers)]
            continue
        for level in (int(each) for each in np.unique(own.levels)):
            columns.append(own.levels == level)
            others.append(other.levels == level)
    model = LogisticRegression(max_iter=1000).fit(np.column_stack(columns), known.won)
    return np.asarray(model.decision_function(np.column_stack(others)))


def _row(name: str, value: float, unit: str, target: str, *, ok: bool) -> dict[str, Any]:
    return {"name": name, "value": round(float(value), 4), "unit": unit, "target": target, "ok": bool(ok)}


def _bank(bank: Examples) -> list[dict[str, Any]]:
    found = []
    for seed in range(SPLITS):
        known, asked = _random(bank, seed)
        found.append((_table(known, asked), _by(black_box, known, asked, is_tuned=False), _by(black_box, known, asked)))
    own, plain, tuned = np.mean(found, axis=0)
    known, asked = _in_time(bank)
    late, box, best = (
        _table(known, asked), _by(black_box, known, asked, is_tuned=False), _by(black_box, known, asked)
    )  # fmt: skip
    return [
        _row(
            f"bank, {SPLITS} splits 70/30 at random (LightGBM {plain:.4f}, tuned {tuned:.4f})",
            own, "AUC", f"at least {plain - NEAR:.4f}", ok=own >= plain - NEAR,
        ),
        _row(
            f"bank, the last 30% in time (LightGBM {box:.4f}, tuned {best:.4f})",
            late, "AUC", f"at least {max(box, best):.4f}", ok=late >= max(box, best),
        ),
    ]  # fmt: skip


def _olist(olist: Examples) -> list[dict[str, Any]]:
    rows = []
    methods = (black_box, _one_hot, naive_bayes)
    for name, splits in (
        ("the last 30% in time", [_in_time(olist)]),
        (f"{SPLITS} splits 70/30 at random", [_random(olist, seed) for seed in range(SPLITS)]),
    ):
        own = float(np.mean([_table(*split) for split in splits]))
        others = [float(np.mean([_by(method, *split) for split in splits])) for method in methods]
        told = f"LightGBM {others[0]:.4f}, one-hot logistic {others[1]:.4f}, naive Bayes {others[2]:.4f}"
        floor = max(others) - OLIST_NEAR
        rows.append(_row(f"Olist, {name} ({told})", own, "AUC", f"at least {floor:.4f}", ok=own >= floor))
    return rows


def _small(name: str, examples: Examples) -> list[dict[str, Any]]:
    """Learned from 200 leads, half of them won; and as they come, where wins are too few to learn anything at all."""
    found, refused = [], 0
    for seed in range(RESAMPLES):
        known, asked = _few(examples, FEW // 2, seed)
        own = ranking(learn(known).points(asked.attributes, len(asked.won)), asked.won)
        found.append((own, _by(naive_bayes, known, asked)))
        try:
            learn(_few(examples, 0, seed)[0])
        except TooLittle:
            refused += 1
    own, bayes = np.mean(found, axis=0)
    half = f"{name}, {RESAMPLES} times {FEW} leads, {FEW // 2} won (naive Bayes {bayes:.4f})"
    some = f"{name}, {RESAMPLES} times {FEW} leads as they come, some {round(FEW * examples.won.mean())} won"
    return [
        _row(half, own, "AUC", f"at least {bayes:.4f}", ok=own >= bayes),
        _row(
            f"{some}: told that it is too little history, below {LEAST_WINS} wins", refused, "times",
            f"{RESAMPLES}", ok=refused == RESAMPLES,
        ),
    ]  # fmt: skip


def _few(examples: Examples, wins: int, seed: int) -> tuple[Examples, Examples]:
    draw = np.random.default_rng(1000 + seed)
    rows = draw.permutation(len(examples.won))
    if wins:
        is_won = examples.won[rows] == 1
        chosen = np.concatenate([rows[is_won][:wins], rows[~is_won][: FEW - wins]])
    else:
        chosen = rows[:FEW]
    return examples.of(chosen), examples.of(np.setdiff1d(rows, chosen))


def calibration_error(table: Table, asked: Examples) -> tuple[float, float]:
    """The calibration error of held-out leads in ten bins, and what a perfect score stays below by chance."""
    points = table.points(asked.attributes, len(asked.won))
    values, place = np.unique(points, return_inverse=True)
    leads = np.bincount(place)
    wins = np.bincount(place, asked.won).astype(np.int64)
    found = calibration(equal_bins(leads), table.chance(values), wins, leads)
    return found.error, found.by_chance


def _calibrated(name: str, examples: Examples) -> dict[str, Any]:
    found = []
    for seed in range(SPLITS):
        known, asked = _random(examples, seed)
        found.append(calibration_error(learn(known), asked))
    error, chance = np.mean(found, axis=0)
    earlier, later = _in_time(examples)
    late, _chance = calibration_error(learn(earlier), later)
    return _row(
        f"{name}, calibration error held out (chance {chance:.4f}; the last 30% in time {late:.4f})",
        error, "share", f"at most {chance + OFF:.4f}", ok=error <= chance + OFF,
    )  # fmt: skip


def _cost() -> dict[str, Any]:
    draw = np.random.default_rng(3)
    numbers = [Attribute(f"number {n}", numbers=draw.lognormal(3, 1, BIG)) for n in range(WIDE // 2)]
    names = tuple(f"level {n}" for n in range(30))
    levels = [Attribute(f"kind {n}", levels=draw.integers(-1, 30, BIG), names=names) for n in range(WIDE // 2)]
    pull = sum(0.2 * (np.log(np.asarray(each.numbers)) - 3) for each in numbers)
    pull = pull + sum(0.02 * (np.asarray(each.levels) - 15) for each in levels)
    won = (draw.random(BIG) < 1 / (1 + np.exp(2 - pull))).astype(np.int64)
    examples = Examples(np.arange(BIG), np.arange(BIG), won, (*numbers, *levels))
    began_s = time.process_time()
    learn(examples)
    took_s = time.process_time() - began_s
    name = f"learning from {BIG:,} leads with {WIDE} attributes"
    return _row(name, took_s, "CPU seconds", f"at most {CPU_S}", ok=took_s <= CPU_S)


if __name__ == "__main__":
    for line in run():
        print(line)
