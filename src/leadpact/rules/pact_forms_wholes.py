"""Places of the pact that are edited as a whole: who gets a lead in which order, a field of one's own, and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, get_args

from leadpact.rules.criteria_words import code_label
from leadpact.rules.pact import AssignBy, Pact
from leadpact.rules.pact_edits import Edit, Path, at
from leadpact.rules.pact_forms_rows import Input, text_of, tree_of
from leadpact.rules.pact_reading_names import TYPES
from leadpact.rules.pact_words_steps import RULES
from leadpact.rules.pact_writing_criteria import Tree

NEW = "*"
"""Ends the path of an entry that has no name yet: ``fields.*``."""
Typed = Mapping[str, str]


class Whole(NamedTuple):
    """A place with a form of its own: its inputs, with paths below it, and the changes that the filled form stands for.

    ``can_be_new``: it has a form too where the file says nothing of it yet.
    """

    pattern: str
    title: str
    inputs: Callable[[Tree | None, Pact], list[Input]]
    edits: Callable[[Tree | None, Path, Typed], list[Edit]]
    can_be_new: bool = False


def whole_at(path: str) -> Whole | None:
    """The form of a place; None where it has none of these."""
    return next((each for each in WHOLES if re.fullmatch(each.pattern, path)), None)


_RULES: tuple[str, ...] = get_args(AssignBy)
_HOW = (
    ("", "counts in their room; if away the next rule is asked"),
    ("beyond", "beyond their room; if away the next rule is asked"),
    ("wait", "counts in their room; waits while they are away"),
    ("beyond wait", "beyond their room; waits while they are away"),
)


def _assign_inputs(piece: Tree | None, _pact: Pact) -> list[Input]:
    rules = piece if isinstance(piece, list) else []
    choices = (("", "nobody by a rule"), *((rule, RULES[rule]) for rule in _RULES))
    found = []
    for place in range(len(_RULES)):
        by, how = _rule_of(rules[place]) if place < len(rules) else ("", "")
        label = "Goes to" if place == 0 else "else to"
        found += [
            Input(f"by.{place + 1}", label, by, "select", "", choices, f"[{place + 1}]"),
            Input(f"how.{place + 1}", "the lead", how, "select", "", _HOW, f"[{place + 1}]"),
        ]
    return found


def _rule_of(tree: Tree) -> tuple[str, str]:
    if not isinstance(tree, dict):
        return text_of(tree), ""
    is_beyond = text_of(tree.get("counts")).casefold() in ("false", "no", "off")
    is_waiting = text_of(tree.get("if_absent")).replace("_", " ") == "wait"
    how = " ".join(word for word, is_so in (("beyond", is_beyond), ("wait", is_waiting)) if is_so)
    return text_of(tree.get("by")), how


def _assign_edits(tree: Tree | None, steps: Path, typed: Typed) -> list[Edit]:
    rules = at(tree, steps)
    was = [_rule_of(each) for each in rules] if isinstance(rules, list) else []
    numbers = range(1, len(_RULES) + 1)
    now = [(typed.get(f"by.{n}", ""), typed.get(f"how.{n}", "")) for n in numbers]
    asked = [each for each in now if each[0]]
    if asked == was:
        return []
    made: list[Tree] = [_rule_tree(by, how) for by, how in asked]
    return [Edit("set", steps, made)]


def _rule_tree(by: str, how: str) -> Tree:
    more: dict[str, Tree] = {}
    if "beyond" in how:
        more["counts"] = "false"
    if "wait" in how:
        more["if_absent"] = "wait"
    return {"by": by, **more} if more else by


_FIELD = ("type", "label", "ask", "codes")


def _field_inputs(piece: Tree | None, _pact: Pact) -> list[Input]:
    row = piece if isinstance(piece, dict) else {}
    kinds = {"coded": "one of a list", "number": "a number", "date": "a date", "personal": "a text of their own"}
    name = [] if row else [
        Input("name", "Name in the file", hint="Small letters, digits and underscores, such as `machine_age`.",
              path="", is_required=True)
    ]  # fmt: skip
    return [
        *name,
        Input("label", "Called", text_of(row.get("label")), hint="Empty: the name in words.", path="label"),
        Input("type", "Holds", text_of(row.get("type")) or "coded", "select",
              choices=tuple((kind, kinds[kind]) for kind in TYPES), path="type", is_required=True),
        Input("codes", "Values of the list", text_of(row.get("codes")), "list",
              "Short codes with commas between; empty for any.", path="codes"),
        Input("ask", "Asked as", text_of(row.get("ask")), hint="The question that finds it out.", path="ask"),
    ]  # fmt: skip


def _field_edits(tree: Tree | None, steps: Path, typed: Typed) -> list[Edit]:
    made = {name: tree_of(typed.get(name, ""), "list" if name == "codes" else "text") or None for name in _FIELD}
    if steps[-1] != NEW:
        row = at(tree, steps)
        now = row if isinstance(row, dict) else {}
        return [
            Edit("set", (*steps, key), value) for key, value in made.items() if text_of(now.get(key)) != text_of(value)
        ]
    name = typed.get("name", "") or NEW
    row = {key: value for key, value in made.items() if value is not None}
    if at(tree, steps[:-1]) is None:
        return [Edit("set", steps[:-1], {name: row})]
    return [Edit("set", (*steps[:-1], name), row)]


_LANGUAGE = re.compile(r"([a-z]{2,3}(?:-[A-Z]{2})?) *: *(.*)")
_ENGLISH = "en"


def texts_of(line: str) -> dict[str, str]:
    """``Too early; de: Zu früh`` as texts by language; what names no language belongs to what stands before it."""
    found: dict[str, str] = {}
    language = _ENGLISH
    for piece in (" ".join(each.split()) for each in line.split(";")):
        spoken = _LANGUAGE.fullmatch(piece)
        language, text = (spoken[1], spoken[2]) if spoken else (language, piece)
        if text:
            found[language] = f"{found[language]}; {text}" if language in found and not spoken else text
    return found


def line_of(tree: Tree | None) -> str:
    """Texts by language on one line, English first."""
    if not isinstance(tree, dict):
        return text_of(tree)
    texts = {name: text_of(each) for name, each in tree.items()}
    first = [texts.pop(_ENGLISH)] if _ENGLISH in texts else []
    return "; ".join([*first, *(f"{name}: {text}" for name, text in texts.items())])


def _word_inputs(piece: Tree | None, pact: Pact) -> list[Input]:
    own = piece if isinstance(piece, dict) else {}
    hint = "English first, other languages behind it: `Too early; de: Zu früh`. Empty: the code in words."
    found = [
        Input(
            f"word.{code}",
            code_label(code, capital=True),
            line_of(own.get(code)),
            hint="" if place else hint,
            path=code,
        )
        for place, code in enumerate(dict.fromkeys([*_codes(pact), *own]))
    ]
    return [
        *found,
        Input("code", "Another code", hint="As it stands in the file.", path=""),
        Input("text", "is called", path=""),
    ]


def _codes(pact: Pact) -> list[str]:
    """Codes that people read, in the order in which the pact names them."""
    found: list[str] = [row.group for row in pact.good_lead.points if row.group]
    for step in pact.steps:
        found += [lane.name for lane in step.lanes] + list(step.reject_reasons)
    found += pact.back_to_marketing.reasons if pact.back_to_marketing is not None else ()
    found += [*pact.follow_up.attempt.channels, *(each.kind for each in pact.follow_up.material)]
    found += [*pact.deals.stages, *pact.deals.loss_reasons, *(code for field in pact.fields for code in field.codes)]
    return found


def _word_edits(tree: Tree | None, steps: Path, typed: Typed) -> list[Edit]:
    words = at(tree, steps)
    own = words if isinstance(words, dict) else {}
    lines = {name.removeprefix("word."): line for name, line in typed.items() if name.startswith("word.")}
    if typed.get("code") or typed.get("text"):
        lines[typed.get("code", "") or NEW] = typed.get("text", "")
    changed = {
        code: texts for code, line in lines.items() if (texts := texts_of(line)) != texts_of(line_of(own.get(code)))
    }
    if not own:
        made: dict[str, Tree] = {code: _word_tree(texts) for code, texts in changed.items() if texts}
        return [Edit("set", steps, made)] if made else []
    if not {*own, *changed} - {code for code, texts in changed.items() if not texts}:
        return [Edit("set", steps, None)]
    return [Edit("set", (*steps, code), _word_tree(texts) if texts else None) for code, texts in changed.items()]


def _word_tree(texts: dict[str, str]) -> Tree:
    whole: dict[str, Tree] = dict(texts)
    return texts[_ENGLISH] if set(texts) == {_ENGLISH} else whole


def named(inputs: Sequence[Input], path: str) -> str:
    """The path of an entry once its name is typed; as it is where it has one, or none is typed."""
    name = next((each.value for each in inputs if each.name == "name"), "")
    return f"{path.removesuffix(NEW)}{name}" if path.endswith(f".{NEW}") and name else path


WHOLES = (
    Whole(r"hand_offs\[[0-9]+\]\.assign", "Who gets it, in this order", _assign_inputs, _assign_edits),
    Whole(r"fields\.[^.\[\]]+", "A field of our own", _field_inputs, _field_edits, can_be_new=True),
    Whole("words", "What codes are called", _word_inputs, _word_edits, can_be_new=True),
)
