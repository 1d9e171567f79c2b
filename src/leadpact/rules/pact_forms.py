"""The pact in forms: which inputs a row has, what they hold, and the changes to the file that they stand for.

The rules of a form are those of the file: what is typed is written into the draft, the draft is read, and each
mistake goes back to the input whose place it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leadpact.rules.criteria_words import in_words
from leadpact.rules.pact import Pact
from leadpact.rules.pact_edits import Edit, Path, at
from leadpact.rules.pact_forms_conditions import Asked, asked_of, condition_tree_of, lists_of, posted_condition
from leadpact.rules.pact_forms_places import SIMPLE, Choices, Place
from leadpact.rules.pact_forms_rows import SHAPES, Input, text_of, tree_of
from leadpact.rules.pact_forms_wholes import NEW, Whole, named, whole_at
from leadpact.rules.pact_reading import MEASURES
from leadpact.rules.pact_reading_criteria import condition
from leadpact.rules.pact_reading_names import STANDARD
from leadpact.rules.pact_reading_tree import Names, Node, PactError, Spot
from leadpact.rules.pact_writing_criteria import Tree

Posted = Mapping[str, Sequence[str]]
"""What a form sent: a list of texts for each name."""
_PIECE = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class RowForm:
    """The form of one row. ``condition`` is None where there is none to choose; ``others`` are mistakes elsewhere."""

    path: str
    title: str
    inputs: tuple[Input, ...]
    condition: Asked | None = None
    can_be_empty: bool = False
    """Whether the condition may be left out."""
    is_new: bool = False
    is_row: bool = False
    """Whether it is a row of a list: it can be removed and moved."""
    others: tuple[str, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether anything in it is wrong."""
        in_condition = self.condition is not None and bool(self.condition.all_errors)
        return bool(self.others) or in_condition or any(each.errors for each in self.inputs)


def path_of(text: str) -> Path:
    """``good_lead.points[3]`` as steps: names, and places counted from 0."""
    return tuple(name or int(number) - 1 for name, number in _PIECE.findall(text))


def path_words(path: Iterable[str | int]) -> str:
    """Steps as the file's messages write them."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def form_of(tree: Tree | None, pact: Pact, path: str) -> RowForm | None:
    """The form of a row, or of a new one where the list ends; None for a place that has none."""
    steps = path_of(path)
    whole = whole_at(path)
    if whole is not None:
        return _whole(tree, pact, path, whole)
    shape = next((each for each in SHAPES if re.fullmatch(each.pattern, path)), None)
    if shape is None:
        place = SIMPLE.get(re.sub(r"\[[0-9]+\]", "[]", path))
        return _simple(tree, path, place) if place else None
    piece = at(tree, steps)
    rows = at(tree, steps[:-1])
    is_new = piece is None and not shape.otherwise
    if is_new and steps[0] == "hand_offs" and at(tree, steps[:2]) is None:
        return None
    if is_new and steps[-1] != (len(rows) if isinstance(rows, list) else 0):
        return None
    row = piece if isinstance(piece, dict) else {}
    made = shape.inputs(row if shape.is_map else {"": piece or ""}, pact, steps)
    asked = None
    if shape.condition is not None:
        inner = row.get(shape.condition) if shape.condition else row or None
        asked = asked_of(inner, f"{path}.{shape.condition}" if shape.condition else path, pact)
    inputs = tuple(replace(each, path=f"{path}.{each.path}" if each.path else path) for each in made)
    is_row = not shape.otherwise
    return RowForm(path, shape.title, inputs, asked, shape.can_be_empty, is_new=is_new, is_row=is_row)


def _whole(tree: Tree | None, pact: Pact, path: str, whole: Whole) -> RowForm | None:
    piece = at(tree, path_of(path))
    is_new = path.endswith(f".{NEW}")
    if piece is None and not is_new and not whole.can_be_new:
        return None
    inputs = tuple(replace(each, path=_below(path, each.path)) for each in whole.inputs(piece, pact))
    return RowForm(path, whole.title, inputs, is_new=is_new)


def _below(path: str, key: str) -> str:
    return path if not key else f"{path}{key}" if key.startswith("[") else f"{path}.{key}"


def _simple(tree: Tree | None, path: str, place: Place) -> RowForm:
    steps = path_of(path)
    inputs = []
    for name, label, kind, hint, choices in place.inputs:
        whole = steps[: place.keeps] + tuple(name.split(".")) if name else steps
        value = _as_choice(text_of(at(tree, whole)), choices)
        inputs.append(Input(name or "value", label, value, kind, hint, choices, path_words(whole)))
    return RowForm(path, place.title, tuple(inputs))


_SWITCHES = ("on", "off", "true", "false", "yes", "no")


def _as_choice(value: str, choices: Choices) -> str:
    """A switch that was written another way, as the choice it stands for."""
    if value.casefold() not in _SWITCHES or not any(code == "on" for code, _label in choices):
        return value
    return "on" if value.casefold() in ("on", "true", "yes") else "off"


def filled(form: RowForm, posted: Posted) -> RowForm:
    """The form with what was typed into it, to be shown again."""
    typed = [replace(each, value=_first(posted, each.name, each.value)) for each in form.inputs]
    path = named(typed, form.path)  # A new entry has its place once it has a name.
    inputs = tuple(replace(each, path=each.path.replace(form.path, path, 1)) for each in typed)
    asked = posted_condition(form.condition, posted) if form.condition is not None else None
    return replace(form, inputs=inputs, condition=asked)


def _first(posted: Posted, name: str, otherwise: str) -> str:
    found = posted.get(name)
    return found[0].strip() if found else otherwise


def edits_of(form: RowForm, tree: Tree | None) -> list[Edit]:
    """The changes to the file that a filled form stands for; none when it says what is there."""
    steps = path_of(form.path)
    typed = {each.name: each.value for each in form.inputs}
    whole = whole_at(form.path)
    if whole is not None:
        return whole.edits(tree, steps, typed)
    shape = next((each for each in SHAPES if re.fullmatch(each.pattern, form.path)), None)
    if shape is None:
        return _simple_edits(form, tree)
    asked = condition_tree_of(form.condition) if form.condition is not None else None
    made: dict[str, Tree | None]
    if not shape.is_map:
        return _put(tree, steps, typed.get("value", ""), is_new=form.is_new)
    made = shape.tree(typed)
    if shape.condition == "":
        if asked is None and shape.otherwise and at(tree, steps) in (None, shape.otherwise):
            return []
        return _put(tree, steps, asked or shape.otherwise, is_new=form.is_new)
    if shape.condition:
        made = (
            {shape.condition: asked, **made}
            if shape.condition == "when" and "lane" not in made
            else _after_first(made, asked)
        )
    if form.is_new:
        return _put(tree, steps, {key: value for key, value in made.items() if value is not None}, is_new=True)
    row = at(tree, steps)
    now = row if isinstance(row, dict) else {}
    return [Edit("set", (*steps, key), value) for key, value in made.items() if now.get(key) != value]


def _after_first(made: dict[str, Tree | None], asked: Tree | None) -> dict[str, Tree | None]:
    first, *others = made.items()
    return dict([first, ("when", asked), *others])


def _put(tree: Tree | None, steps: Path, value: Tree, *, is_new: bool) -> list[Edit]:
    if not is_new:
        return [] if at(tree, steps) == value else [Edit("set", steps, value)]
    rows = at(tree, steps[:-1])
    if isinstance(rows, list) and rows:
        return [Edit("insert", steps, value)]
    return [*_parents(tree, steps[:-2]), Edit("set", steps[:-1], [value])]


def _parents(tree: Tree | None, steps: Path) -> list[Edit]:
    return [Edit("set", steps[:n], {}) for n in range(1, len(steps) + 1) if at(tree, steps[:n]) is None]


def _simple_edits(form: RowForm, tree: Tree | None) -> list[Edit]:
    edits: list[Edit] = []
    for each in form.inputs:
        steps = path_of(each.path)
        if _as_choice(text_of(at(tree, steps)), each.choices) == each.value:
            continue
        value = tree_of(each.value, each.kind)
        if at(tree, steps[:-1]) is None:
            edits.append(Edit("set", steps[:-1], {str(steps[-1]): value or ""}))
        else:
            edits.append(Edit("set", steps, value))
    return edits


def with_mistakes(form: RowForm, mistakes: Iterable[tuple[str, str]]) -> RowForm:
    """The form with each mistake (path, message) at the input that it belongs to, all at once."""
    for path, message in mistakes:
        form = _with_mistake(form, path, message)
    return form


def _with_mistake(form: RowForm, path: str, message: str) -> RowForm:
    if (
        form.condition is not None
        and _is_in(path, form.condition.path)
        and (form.condition.path != form.path or not _inputs_at(form, path))
    ):
        return replace(form, condition=form.condition.with_mistake(path, message))
    found = _inputs_at(form, path)
    if not found:
        return replace(form, others=(*form.others, message if _is_in(path, form.path) else f"{path}: {message}"))
    best = max(found, key=lambda each: len(each.path))
    inputs = tuple(replace(each, errors=(*each.errors, message)) if each is best else each for each in form.inputs)
    return replace(form, inputs=inputs)


def _inputs_at(form: RowForm, path: str) -> list[Input]:
    return [each for each in form.inputs if each.path != form.path and _is_in(path, each.path)] or [
        each for each in form.inputs if each.path == form.path == path
    ]


def _is_in(path: str, outer: str) -> bool:
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))


def unfinished(form: RowForm) -> RowForm:
    """The form while it is being filled in: what is not typed yet is no mistake yet."""
    inputs = tuple(replace(each, errors=each.errors if each.value else ()) for each in form.inputs)
    asked = form.condition
    if asked is not None:
        parts = tuple(part if part.is_filled else replace(part, errors=()) for part in asked.parts)
        asked = replace(asked, parts=parts, errors=asked.errors if all(part.is_filled for part in parts) else ())
    return replace(form, inputs=inputs, condition=asked, others=())


def with_words(form: RowForm, pact: Pact) -> RowForm:
    """The form with its condition in words; without where it cannot be read yet."""
    if form.condition is None:
        return form
    asked = condition_tree_of(form.condition)
    words = "" if asked is None else _words(asked, pact)
    return replace(form, condition=replace(form.condition, words=words))


def _words(asked: Tree, pact: Pact) -> str:
    errors: list[PactError] = []
    fields = {**STANDARD, **{field.name: field for field in pact.fields}}
    names = Names(MEASURES, None, None, "", fields, {name: frozenset() for name in lists_of(pact)})
    found = condition(Spot(_node(asked), "", names, errors))
    return "" if errors else in_words(found, pact)


def _node(tree: Tree) -> Node:
    if isinstance(tree, dict):
        return Node({key: _node(each) for key, each in tree.items()}, 0, 0)
    return Node(tuple(map(_node, tree)), 0, 0) if isinstance(tree, list) else Node(tree or None, 0, 0)
