"""The rows that lists of the pact are made of, as inputs of a form and as pieces of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leadpact.rules.pact import Pact
from leadpact.rules.pact_edits import Path, at
from leadpact.rules.pact_reading import MEASURES
from leadpact.rules.pact_writing_criteria import Tree

_SIDES = (("marketing", "Marketing"), ("sales", "Sales"), ("both", "Both"))


@dataclass(frozen=True, slots=True)
class Input:
    """One input: ``path`` is the place in the file, counted from 1, whose mistakes belong to it.

    ``kind`` is text, number, area, select, date or yes.
    """

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    path: str = ""
    is_required: bool = False
    errors: tuple[str, ...] = ()


def text_of(tree: Tree | None) -> str:
    """A piece of the file as one line of a form: lists with commas, maps as ``a: b``, a choice as ``a or b``."""
    if isinstance(tree, dict) and isinstance(choice := tree.get("one_of"), list):
        return " or ".join(map(text_of, choice))
    if isinstance(tree, dict):
        return ", ".join(f"{key}: {text_of(each)}" for key, each in tree.items())
    return ", ".join(text_of(each) for each in tree) if isinstance(tree, list) else tree or ""


def tree_of(text: str, kind: str) -> Tree | None:
    """The piece of the file that a line of a form stands for; None when nothing is typed."""
    if kind not in ("list", "map", "choices"):
        return " ".join(text.split()) or None
    entries = [" ".join(each.split()) for each in text.split(",") if each.strip()]
    if kind == "choices":
        return [each if " or " not in each else {"one_of": list(each.split(" or "))} for each in entries] or None
    if kind == "list":
        return list(entries)
    pairs = (each.partition(":") for each in entries)
    return {key.strip(): value.strip() for key, _, value in pairs} or None


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of row: the places it is for, its heading, and the key of its condition (empty: the row itself is one)."""

    pattern: str
    title: str
    names: tuple[str, ...]
    condition: str | None = None
    can_be_empty: bool = False
    is_map: bool = True
    otherwise: str = ""
    """What stands in the file where nothing is asked; a place with it is no row of a list."""

    def inputs(self, row: Mapping[str, Tree], pact: Pact, steps: Path) -> list[Input]:
        """The inputs of a row, with paths below it."""
        made = {"points": _points_inputs, "lane": _lane_inputs, "goal": _goal_inputs}.get(
            self.names[0] if self.names else ""
        )
        if made is not None:
            return made(row, pact)
        if not self.is_map:
            hints = {"if_late": "`remind at 75%`, `tell manager at 100%` or `reassign after 8 working hours`"}
            return [
                Input("value", self.title, text_of(row.get("")), hint=hints.get(str(steps[-2]), ""), is_required=True)
            ]
        return [Input(name, _label(name), text_of(row.get(name)), path=name, is_required=True) for name in self.names]

    def tree(self, typed: Mapping[str, str]) -> dict[str, Tree | None]:
        """The row's keys as typed, but for its condition."""
        made = {"points": _points_tree, "lane": _lane_tree, "goal": _goal_tree}.get(self.names[0] if self.names else "")
        return made(typed) if made is not None else {name: typed.get(name) or None for name in self.names}


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _groups(pact: Pact) -> list[str]:
    return list(dict.fromkeys(row.group for row in pact.good_lead.points if row.group))


def _points_inputs(row: Mapping[str, Tree], pact: Pact) -> list[Input]:
    groups = tuple((group, pact.word(group)) for group in _groups(pact))
    return [
        Input(
            "points",
            "Points",
            text_of(row.get("points")),
            "number",
            "A whole number from 0 up.",
            path="points",
            is_required=True,
        ),
        Input(
            "group",
            "Group",
            text_of(row.get("group")),
            "text",
            "A short code, such as fit or intent; empty for none.",
            groups,
            "group",
        ),
        Input(
            "asked_by", "Asked for by", text_of(row.get("asked_by")), "select", "", _SIDES, "asked_by", is_required=True
        ),
        Input(
            "because",
            "Why",
            text_of(row.get("because")),
            "area",
            "One sentence that the other team understands.",
            (),
            "because",
            is_required=True,
        ),
        Input(
            "label", "Name in lists", text_of(row.get("label")), "text", "Empty: the condition in words.", (), "label"
        ),
    ]


def _points_tree(typed: Mapping[str, str]) -> dict[str, Tree | None]:
    return {name: tree_of(typed.get(name, ""), "text") for name in ("points", "label", "group", "asked_by", "because")}


def _lane_inputs(row: Mapping[str, Tree], pact: Pact) -> list[Input]:
    gate = row.get("gate")
    asked = gate if isinstance(gate, dict) else {}
    kinds = (("points", "From a number of points"), ("always", "Whatever the points"))
    least = [
        Input(
            f"least.{group}",
            f"At least, for {pact.word(group).lower()}",
            text_of(at(asked, ("least", group))),
            "number",
            path=f"gate.least.{group}",
        )
        for group in dict.fromkeys([*_groups(pact), *_keys(asked.get("least"))])
    ]
    surge = row.get("surge")
    return [
        Input("lane", "Name", text_of(row.get("lane")), path="lane", is_required=True),
        Input("gate", "The gate opens", "always" if gate == "always" else "points", "select", "", kinds, "gate"),
        Input("points", "Points asked for", text_of(asked.get("points")), "number", path="gate.points"),
        *least,
        Input(
            "first_touch",
            "First touch",
            text_of(row.get("first_touch")),
            hint="Such as `within 4 working hours`.",
            path="first_touch",
            is_required=True,
        ),
        Input(
            "surge.over",
            "On days with more than",
            text_of(at(surge, ("over",))),
            hint="Such as `50 a day`; empty for no such rule.",
            path="surge.over",
        ),
        Input(
            "surge.first_touch",
            "the first touch is",
            text_of(at(surge, ("first_touch",))),
            hint="Such as `within 2 working days`.",
            path="surge.first_touch",
        ),
    ]


def _keys(tree: Tree | None) -> list[str]:
    return list(tree) if isinstance(tree, dict) else []


def _lane_tree(typed: Mapping[str, str]) -> dict[str, Tree | None]:
    gate: Tree = "always"
    if typed.get("gate") != "always":
        least: dict[str, Tree] = {
            name.removeprefix("least."): value for name, value in typed.items() if name.startswith("least.") and value
        }
        gate = {"points": typed.get("points", ""), **({"least": least} if least else {})}
        if not typed.get("points"):
            del gate["points"]
    over, touch = typed.get("surge.over", ""), typed.get("surge.first_touch", "")
    surge: dict[str, Tree] = {key: value for key, value in (("over", over), ("first_touch", touch)) if value}
    return {
        "lane": typed.get("lane") or None,
        "gate": gate,
        "first_touch": typed.get("first_touch") or None,
        "surge": surge or None,
    }


def _goal_inputs(row: Mapping[str, Tree], pact: Pact) -> list[Input]:
    measures = tuple((name, _label(name)) for name in MEASURES)
    fields = tuple((field.name, field.label) for field in pact.fields if field.type == "coded")
    return [
        Input(
            "measure",
            "What is counted",
            text_of(row.get("measure")),
            "select",
            "",
            measures,
            "measure",
            is_required=True,
        ),
        Input(
            "target",
            "Target",
            text_of(row.get("target")),
            "text",
            "Such as `40 a month`, `90%` or `600000 EUR a quarter`.",
            (),
            "target",
            is_required=True,
        ),
        Input(
            "review_by",
            "Looked at again by",
            text_of(row.get("review_by")),
            "date",
            "",
            (),
            "review_by",
            is_required=True,
        ),
        Input(
            "by",
            "Broken down by",
            text_of(row.get("by")),
            "text",
            "A field with fixed values, such as segment; empty for none.",
            fields,
            "by",
        ),
        Input(
            "unless",
            "Not while",
            text_of(row.get("unless")),
            "text",
            "Such as `accepted_handoffs over 60 a month`; empty for always.",
            (),
            "unless",
        ),
        Input("owner", "Who looks after it", text_of(row.get("owner")), "text", "", (), "owner"),
    ]


def _goal_tree(typed: Mapping[str, str]) -> dict[str, Tree | None]:
    names = ("measure", "target", "by", "unless", "review_by", "owner")
    return {name: tree_of(typed.get(name, ""), "text") for name in names}


SHAPES = (
    Shape(r"good_lead\.points\[[0-9]+\]", "A row of points", ("points",), "when"),
    Shape(r"good_lead\.must\[[0-9]+\]", "What must hold, whatever the points", (), ""),
    Shape(r"good_lead\.never\[[0-9]+\]", "What never crosses, whatever the points", (), ""),
    Shape("covers", "Which leads this pact is for", (), "", can_be_empty=True, otherwise="everyone"),
    Shape(r"hand_offs\[[0-9]+\]\.lanes\[[0-9]+\]", "A lane", ("lane",), "when", can_be_empty=True),
    Shape(r"goals\.(together|marketing|sales)\[[0-9]+\]", "A goal", ("goal",)),
    Shape(r"follow_up\.material\[[0-9]+\]", "Material", ("kind", "by_attempt")),
    Shape(r"follow_up\.if_late\[[0-9]+\]", "When a promise runs late", (), is_map=False),
)
