"""A condition as a form: what is asked, of which field or kind of touch, and with which values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from leadpact.rules.criteria import InList, leaves
from leadpact.rules.criteria_words import code_label, conditions_of
from leadpact.rules.facts import TOUCHES
from leadpact.rules.pact import Pact
from leadpact.rules.pact_reading_criteria import TESTS_OF
from leadpact.rules.pact_writing_criteria import Tree, one_or_many
from leadpact.rules.terms import FIELDS, Field

TESTS = {
    "is": "is one of",
    "is_not": "is none of",
    "between": "lies between",
    "at_least": "is at least",
    "at_most": "is at most",
    "known": "is known",
    "unknown": "is unknown",
    "contains_word": "contains one of the words",
    "matches_list": "is on the list",
    "is_free_mail": "is at a free mail provider",
    "is_not_free_mail": "is not at a free mail provider",
}
"""What can be asked of a field, as the form says it."""
MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One line: ``what`` is field:NAME, touches, days_since or account_leads; empty for a line without content."""

    what: str = ""
    test: str = ""
    values: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    of: str = ""
    within: str = ""
    is_negated: bool = False
    errors: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The field it asks about; empty for touches and the like."""
        return self.what.partition(":")[2]

    @property
    def is_filled(self) -> bool:
        """Whether anything was typed that could be wrong."""
        return bool(self.what and (self.values or self.low or self.high or self.of or self.within))

    @property
    def head(self) -> str:
        """What it is about: field, touches, days_since or account_leads."""
        return self.what.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition as a form. ``join`` is all or any; ``text`` holds, on one line, what lines cannot say."""

    path: str
    parts: tuple[Part, ...]
    join: str = "all"
    text: Tree | None = None
    words: str = ""
    errors: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    lists: tuple[str, ...] = ()

    @property
    def all_errors(self) -> tuple[str, ...]:
        """Every mistake in it."""
        return (*self.errors, *(message for part in self.parts for message in part.errors))

    def with_mistake(self, path: str, message: str) -> Asked:
        """With a mistake at the line it belongs to."""
        found = re.search(r"\.(?:all|any)\[([0-9]+)\]", path[len(self.path) :])
        number = int(found[1]) - 1 if found else 0
        if self.text is not None or (found is None and len(self.parts) > 1) or number >= len(self.parts):
            return replace(self, errors=(*self.errors, message))
        part = self.parts[number]
        changed = replace(part, errors=(*part.errors, message))
        return replace(self, parts=(*self.parts[:number], changed, *self.parts[number + 1 :]))


def asked_of(tree: Tree | None, path: str, pact: Pact) -> Asked:
    """The form of a condition; one empty line where there is none yet."""
    fields = tuple({**FIELDS, **{field.name: field for field in pact.fields}}.values())
    lists = tuple(sorted(lists_of(pact)))
    empty = Asked(path, (Part(),), fields=fields, lists=lists)
    if not isinstance(tree, dict) or not tree:
        return empty
    for join in ("all", "any"):
        inner = tree.get(join)
        if isinstance(inner, list) and len(tree) == 1:
            parts = [_part(each) for each in inner]
            if all(parts) and len(parts) <= MOST_PARTS:
                return replace(empty, join=join, parts=tuple(part for part in parts if part))
            return replace(empty, parts=(), text=tree)
    part = _part(tree)
    return replace(empty, parts=(part,)) if part else replace(empty, parts=(), text=tree)


def lists_of(pact: Pact) -> set[str]:
    """The named lists that conditions of a pact look things up in."""
    return {leaf.list_name for each in conditions_of(pact) for leaf in leaves(each) if isinstance(leaf, InList)}


def _texts(tree: Tree | None) -> tuple[str, ...]:
    if isinstance(tree, list):
        return tuple(each for each in tree if isinstance(each, str))
    return (tree,) if isinstance(tree, str) and tree else ()


def _one(tree: Tree | None) -> str:
    return tree if isinstance(tree, str) else ""


def _part(tree: Tree) -> Part | None:
    """A line of the form, or None for what lines cannot say."""
    if not isinstance(tree, dict):
        return None
    if set(tree) == {"not"}:
        inner = _part(tree["not"])
        return replace(inner, is_negated=True) if inner and not inner.is_negated else None
    if "field" in tree:
        return _field_part(tree)
    if "touches" in tree:
        kinds = _texts(tree["touches"])
        low, high = _one(tree.get("at_least")), _one(tree.get("at_most"))
        return Part("touches", "", kinds, low, high, _one(tree.get("of")), _one(tree.get("within")))
    if "days_since" in tree:
        return Part("days_since", "", _texts(tree["days_since"]), _one(tree.get("at_least")), _one(tree.get("at_most")))
    inner_tree = tree.get("account_leads")
    if isinstance(inner_tree, dict):
        return Part("account_leads", low=_one(inner_tree.get("at_least")), within=_one(inner_tree.get("within")))
    return None


def _field_part(tree: Mapping[str, Tree]) -> Part | None:
    what = f"field:{_one(tree['field'])}"
    tests = [key for key in tree if key != "field"]
    if set(tests) == {"at_least", "at_most"}:
        return Part(what, "between", low=_one(tree["at_least"]), high=_one(tree["at_most"]))
    if len(tests) != 1:
        return None
    test, value = tests[0], tree[tests[0]]
    if test == "between":
        ends = _texts(value)
        return Part(what, test, low=ends[0], high=ends[1]) if len(ends) == 2 else None
    if test in ("at_least", "at_most"):
        return Part(what, test, low=_one(value)) if test == "at_least" else Part(what, test, high=_one(value))
    yes = _one(value).casefold() in ("true", "yes", "on")
    if test in ("known", "unknown"):
        return Part(what, test if yes else ("unknown" if test == "known" else "known"))
    if test == "is_free_mail":
        return Part(what, test if yes else "is_not_free_mail")
    return Part(what, test, _texts(value))


def tests_of(part: Part, asked: Asked) -> tuple[str, ...]:
    """What can be asked of the field of a line."""
    field = next((each for each in asked.fields if each.name == part.field), None)
    if field is None:
        return ()
    tests = [test for test in TESTS_OF[field.type] if test != "matches_list" or asked.lists]
    return (*tests, "is_free_mail", "is_not_free_mail") if field.name == "email" else tuple(tests)


def field_of(part: Part, asked: Asked) -> Field | None:
    """The field of a line."""
    return next((each for each in asked.fields if each.name == part.field), None)


def codes_of(part: Part, asked: Asked) -> tuple[tuple[str, str], ...]:
    """The values that the field of a line may have, with their labels; none where any code may stand."""
    field = field_of(part, asked)
    return tuple((code, code_label(code)) for code in field.codes) if field else ()


def part_tree(part: Part) -> Tree | None:
    """The piece of the file that a line stands for; None for an empty one."""
    tree = _bare_tree(part)
    return {"not": tree} if tree is not None and part.is_negated else tree


def _bare_tree(part: Part) -> Tree | None:
    if part.head == "field":
        return _field_tree(part)
    if part.head == "touches":
        usual = {
            "touches": one_or_many(part.values or ("any",)),
            "of": part.of,
            "at_least": part.low,
            "at_most": part.high,
        }
        return _given({**usual, "within": part.within})
    if part.head == "days_since":
        return _given(
            {"days_since": one_or_many(part.values) if part.values else "", "at_least": part.low, "at_most": part.high},
            "days_since",
        )
    if part.head == "account_leads":
        return {"account_leads": _given({"at_least": part.low or "1", "within": part.within})}
    return None


def _given(tree: Mapping[str, Tree], *always: str) -> dict[str, Tree]:
    return {key: value for key, value in tree.items() if value or key in always}


def _field_tree(part: Part) -> Tree:
    tree: dict[str, Tree] = {"field": part.field}
    if part.test == "between":
        return {**tree, "between": [part.low, part.high]}
    if part.test in ("at_least", "at_most"):
        return {**tree, part.test: part.low if part.test == "at_least" else part.high}
    if part.test in ("known", "unknown"):
        return {**tree, part.test: "true"}
    if part.test in ("is_free_mail", "is_not_free_mail"):
        return {**tree, "is_free_mail": "true" if part.test == "is_free_mail" else "false"}
    if part.test:
        return {**tree, part.test: one_or_many(part.values) if part.values else ""}
    return tree


def condition_tree_of(asked: Asked) -> Tree | None:
    """The piece of the file that a form stands for; None when nothing is asked."""
    if asked.text is not None:
        return asked.text
    trees = [tree for part in asked.parts if (tree := part_tree(part)) is not None]
    if not trees:
        return None
    return trees[0] if len(trees) == 1 else {asked.join: trees}


def posted_condition(asked: Asked, posted: Mapping[str, Sequence[str]]) -> Asked:
    """The form with what was typed into it. A line's test that its field does not know gives way to the first one."""
    if "part-0-what" not in posted:
        return asked
    parts = []
    for number in range(MOST_PARTS):
        if f"part-{number}-what" not in posted:
            break
        part = _fitting(_posted_part(posted, number), asked)
        if part.what or number == 0:
            parts.append(part)
    if posted.get("part-more") and len(parts) < MOST_PARTS:
        parts.append(Part())
    join = (posted.get("join") or ["all"])[0]
    return replace(asked, parts=tuple(parts), join=join if join in ("all", "any") else "all", text=None, errors=())


def _posted_part(posted: Mapping[str, Sequence[str]], number: int) -> Part:
    def one(name: str) -> str:
        return " ".join((posted.get(f"part-{number}-{name}") or [""])[0].split())

    ticked = [each for each in posted.get(f"part-{number}-values", ()) if each]
    typed = [" ".join(each.split()) for each in one("typed").split(",") if each.strip()]
    return Part(
        one("what"), one("test"), tuple(dict.fromkeys([*ticked, *typed])),
        one("low"), one("high"), one("of"), one("within"), is_negated=bool(one("not")),
    )  # fmt: skip


def _fitting(part: Part, asked: Asked) -> Part:
    """A line whose inputs fit what it asks: what belongs to another test is dropped."""
    if part.head != "field":
        return replace(part, test="")
    tests = tests_of(part, asked)
    test = part.test if part.test in tests else (tests or ("",))[0]
    field = field_of(part, asked)
    values = part.values if test in ("is", "is_not", "contains_word", "matches_list") else ()
    if field is not None and field.codes and test in ("is", "is_not"):
        values = tuple(value for value in values if value in field.codes)
    return replace(part, test=test, values=values, of="", within="")


def subjects(asked: Asked) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What a line can be about, in groups: value and label."""
    fields = tuple((f"field:{field.name}", field.label) for field in asked.fields)
    others = (("touches", "What the buyer did"), ("days_since", "Days since the buyer last did"))
    account = (("account_leads", "Other leads of the same company"),)
    return (("What is known of the lead", fields), ("What happened", others + account))


def touch_kinds() -> tuple[tuple[str, str], ...]:
    """The kinds of touches with their labels."""
    return tuple((kind, code_label(kind, capital=True)) for kind in sorted(TOUCHES))
