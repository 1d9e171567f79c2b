"""A first draft of the pact from two files: points learned from what was won where wins suffice, else the starter's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import edited, tree
from leadpact.evidence import learning_quality, learning_words
from leadpact.evidence.history_examples import History, read
from leadpact.evidence.history_leaks import sifted
from leadpact.evidence.learning import TooLittle, learn
from leadpact.evidence.learning_rows import rows
from leadpact.evidence.learning_table import Attribute, Table
from leadpact.evidence.settle import Good
from leadpact.evidence.settle_facts import Told, facts_of
from leadpact.evidence.uncertainty import Ints
from leadpact.rules.criteria_words import in_words
from leadpact.rules.pact_edits import Edit
from leadpact.rules.pact_writing_criteria import Tree, condition_tree
from leadpact.rules.settle_words import plain
from leadpact.rules.terms import FIELDS, Field

HORIZONS = (180, 120, 90, 60)
_MOST_REASONS = 10
_MOST_CODES = 40


@dataclass(frozen=True, slots=True)
class Card:
    """A points table learned from the files, and whether it ranks leads that it has not seen better than guessing."""

    table: Table
    history: History
    line: int
    ranks: tuple[float, float, float] | None
    words: tuple[str, ...]

    @property
    def is_better(self) -> bool:
        """Whether even the low end of its quality is above guessing."""
        return self.ranks is not None and self.ranks[1] > 0.5


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: the pact's file, what was put into it, and how good its points are; in words."""

    text: str
    points: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]
    is_learned: bool


def card_of(told: Told) -> tuple[Card | None, str]:
    """The points table learned from the leads of the files, or why there is none."""
    if not told.has_dates:
        return None, "leads have no dates, so that nothing can be learned from what was won"
    fields = {**FIELDS, **fields_of(told)}
    with facts_of(told, np.zeros(0, dtype=np.int64)) as source:
        history = read(source, as_of_s=told.as_of_s, horizons=HORIZONS, fields=fields)
    examples, _left = sifted(history)
    try:
        table = learn(examples)
    except TooLittle as error:
        return None, str(error).removesuffix(" The points of your pact stay as they are.")
    judged = learning_quality.judged(examples, None)
    chances = table.chance(np.arange(101))
    line = int(np.argmax(chances > table.won / table.leads)) if table.each_point > 0 else 100
    pact = pact_file.read(pact_file.starter()).pact
    one = (
        ""
        if judged is None or pact is None
        else learning_words.label(judged.one_name, history.asks.get(judged.one_name), pact)
    )
    said = (
        learning_words.population(history),
        *learning_words.quality(judged, one, is_crossed=table.cross is not None),
    )
    ranks = None if judged is None else (judged.ranks.value, judged.ranks.low, judged.ranks.high)
    return Card(table, history, line, ranks, said), ""


def good_by(card: Card, told: Told) -> Good:
    """Which leads the card calls good: those whose chance to win is above the average."""
    found = card.table.points(_known_of(card, told), len(told))
    ranks = card.ranks or (0.5, 0.5, 0.5)
    quality = f"{100 * ranks[0]:.0f} of 100 pairs ({100 * ranks[1]:.0f} to {100 * ranks[2]:.0f})"
    words = (
        f"A lead is good by a points table learned from these files: {card.line} points or more, where the chance to "
        f"win is above the average. On the last leads, kept aside, it ranks a won lead above another in {quality}; "
        "guessing would in 50."
    )
    return Good(True, (found >= card.line).astype(np.int64), words, is_learned=True)


def _known_of(card: Card, told: Told) -> list[Attribute]:
    """What the card asks of, for all leads: also the young ones that nothing was learned from."""
    texts: Mapping[str, Sequence[str]] = {
        **told.attributes,
        "source": told.sources,
        "campaign": told.campaigns,
    }
    found = []
    crossed = card.table.cross.sides if card.table.cross is not None else ()
    for scale in {each.name: each for each in (*crossed, *card.table.scales)}.values():
        name = scale.name.split(":", 1)[-1]
        own = texts.get(name)
        if own is None:
            continue
        if name in told.numbers:
            found.append(Attribute(scale.name, numbers=np.array([float(text) if text else np.nan for text in own])))
        else:
            found.append(_leveled(scale.name, own))
    return found


def _leveled(name: str, own: Sequence[str]) -> Attribute:
    names = sorted({text for text in own if text})
    places = {text: place for place, text in enumerate(names)}
    levels: Ints = np.array([places.get(text, -1) for text in own], dtype=np.int64)
    return Attribute(name, levels=levels, names=tuple(names))


def fields_of(told: Told) -> dict[str, Field]:
    """The fields that marketing's columns would be in a pact, beside the standard ones."""
    found = {}
    for name, words in told.attributes.items():
        is_number = name in told.numbers
        if name in FIELDS:
            continue
        codes = () if is_number else tuple(sorted({word for word in words if word}))[:_MOST_CODES]
        found[name] = Field(name, "number" if is_number else "coded", name.replace("_", " ").capitalize(), codes=codes)
    return found


def draft_of(told: Told, card: Card | None, why: str, names: tuple[str, str]) -> Draft:
    """The draft: the starter pact with the files' own fields and reasons, and with learned points where there are."""
    text = pact_file.starter()
    notes: list[str] = []
    text = _edit(text, Edit("set", ("pact",), f"First draft from {names[0]} and {names[1]}"))
    fields, told_of = _fields(told), ""
    if fields:
        text = _edit(text, Edit("set", ("fields",), fields))
        told_of = f"Fields found in marketing's file: {', '.join(fields)}."
    reasons = _reasons(told)
    if reasons:
        text = _edit(text, Edit("set", ("deals", "loss_reasons"), [*reasons, "other"]))
        text = _edit(text, Edit("set", ("words",), {**_words(text), **reasons}))
    if card is None:
        notes.append(f"Its points are the starter pact's, to be marked up: {_small(why)}")
        points = _starter_points(text)
    else:
        text, points = _learned(text, card)
        notes.extend(card.words)
    notes.extend(
        filter(None, (told_of, f"Reasons found in sales' file: {', '.join(reasons.values())}." if reasons else ""))
    )
    return Draft(text, points, tuple(notes), card is not None)


def _small(text: str) -> str:
    own = text.strip().rstrip(".")
    return f"{own[:1].lower()}{own[1:]}."


def _edit(text: str, edit: Edit) -> str:
    """The file after a change, or as it was where the change would make it one that cannot be read."""
    changed = edited(text, [edit])
    return changed if pact_file.read(changed).pact is not None else text


def _fields(told: Told) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    for name, one in fields_of(told).items():
        about: dict[str, Tree] = {"type": one.type, "label": one.label}
        if one.codes:
            about["codes"] = list(one.codes)
        found[name] = about
    return found


def _reasons(told: Told) -> dict[str, str]:
    """The reasons for which deals were lost, the most frequent first, by code."""
    counted = Counter(deal.reason for deal in told.deals if deal.state == "lost" and deal.reason)
    found: dict[str, str] = {}
    for reason, _ in counted.most_common(_MOST_REASONS):
        code = "_".join("".join(sign if sign.isascii() else " " for sign in plain(reason)).split())[:40]
        if code and code[0].isalpha() and code != "other":
            found.setdefault(code, reason[:60])
    return found


def _words(text: str) -> dict[str, Tree]:
    whole = tree(text)
    words = whole.get("words") if isinstance(whole, dict) else None
    return dict(words) if isinstance(words, dict) else {}


def _starter_points(text: str) -> tuple[tuple[str, int], ...]:
    pact = pact_file.read(text).pact
    if pact is None:
        return ()
    return tuple((in_words(row.when, pact), row.points) for row in pact.good_lead.points if row.points > 0)


def _learned(text: str, card: Card) -> tuple[str, tuple[tuple[str, int], ...]]:
    pact = pact_file.read(text).pact
    if pact is None:  # pragma: no cover - each change was read again before
        return text, ()
    made = rows(card.table, card.history.asks)
    points: list[Tree] = [
        {
            "when": condition_tree(row.when, pact.field),
            "points": str(row.points),
            "group": row.group,
            "asked_by": "both",
            "because": row.because,
        }
        for row in made
    ]
    edits = [Edit("set", ("good_lead", "points"), points)]
    for at, step in enumerate(pact.steps):
        for place, lane in enumerate(step.lanes):
            if not lane.gate.always:
                edits.append(Edit("set", ("hand_offs", at, "lanes", place, "gate"), {"points": str(card.line)}))
    changed = edited(text, edits)
    read_again = pact_file.read(changed).pact
    if read_again is None:  # pragma: no cover - a value that no condition can hold
        return text, _starter_points(text)
    own = [(in_words(row.when, read_again), row.points) for row in made if row.points > 0]
    return changed, tuple(sorted(own, key=lambda each: (-each[1], each[0])))
