"""The pact as one YAML file that people read, review and keep in version control."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from io import StringIO
from typing import Any
from zoneinfo import available_timezones

import holidays
from ruamel.yaml import YAML
from ruamel.yaml.emitter import RoundTripEmitter
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.reader import ReaderError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

from leadpact.rules.pact import Pact
from leadpact.rules.pact_reading import MEASURES, Node, PactError, Reading, read_pact
from leadpact.rules.pact_writing import pact_tree
from leadpact.rules.pact_writing_criteria import Tree

__all__ = ["PactError", "Reading", "normalise", "read", "starter", "tree_of", "write"]

LARGEST_BYTES = 1_000_000
DEEPEST = 30
"""Lists and maps inside each other; the pact's own shape needs about ten."""
MOST_PIECES = 20_000
"""Names, values, lists and maps in one file; a large pact has a thousand."""
WIDEST = 100
"""A map or list longer than this is written on lines of its own, in characters."""
_ENDLESS = 1 << 30
_NOTHING = frozenset({"", "~", "null"})


def read(text: str | bytes, file_name: str = "pact.yaml", measures: tuple[str, ...] = MEASURES) -> Reading:
    """Read a pact's file: the pact, or every mistake with its place. Never raises for what a file may hold.

    ``measures`` are the names a goal may use.
    """
    root, errors = tree_of(text, file_name)
    if root is None:
        return Reading(None, tuple(errors))
    reading = read_pact(root, file=file_name, measures=measures, zones=_zones(), countries=_countries())
    if not errors:
        return reading
    return Reading(None, tuple(sorted((*errors, *reading.errors), key=lambda each: (each.line, each.column))))


def write(pact: Pact) -> str:
    """A pact as a clean file; reading it gives the same pact. Raises ValueError for what no file can say."""
    out = StringIO()
    yaml_of_texts().emit(_events(pact_tree(pact)), out)
    return out.getvalue()


def normalise(text: str) -> str:
    """The same file, read and written again with its comments, quotes and order: two blanks a level, one break a line.

    A file in that form comes back byte for byte. Raises ValueError, with the place, when it is not YAML.
    """
    root, errors = tree_of(text, "pact.yaml")
    if root is None or errors:
        raise ValueError("\n".join(str(error) for error in errors))
    words = text.removeprefix("\ufeff").replace("\r\n", "\n")
    starts = [event.start_mark.index for event in YAML().parse(words) if isinstance(event, MappingStartEvent)]
    out, yaml = StringIO(), yaml_of_texts()
    tree = yaml.load(words)
    yaml.emitter.braced = iter([words[index : index + 1] == "{" for index in starts])
    yaml.dump(tree, out)
    return out.getvalue().replace("\n", "\r\n") if "\r\n" in text else out.getvalue()


def yaml_of_texts() -> YAML:
    """A reader and writer to whom every scalar is a text, and that keeps comments and quotes."""
    yaml = YAML()
    yaml.Resolver, yaml.Emitter = _TextResolver, _TextEmitter
    yaml.preserve_quotes, yaml.width = True, _ENDLESS
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


@cache
def starter() -> str:
    """The pact a company starts from, with its comments."""
    return files("leadpact.connectors").joinpath("starter_pact.yaml").read_text(encoding="utf-8")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _countries() -> frozenset[str]:
    known: dict[str, list[str]] = holidays.list_supported_countries(include_aliases=False)
    return frozenset(known) | {f"{country}-{region}" for country, regions in known.items() for region in regions}


class _Unreadable(Exception):
    """Nothing after this place can be read."""


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet."""

    line: int
    column: int
    path: str
    items: list[Node] | None
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    key: str | None = None
    is_double: bool = False

    def child_path(self) -> str:
        if self.items is not None:
            return f"{self.path}[{len(self.items) + 1}]"
        return f"{self.path}.{self.key}" if self.path else self.key or ""

    def add(self, node: Node) -> None:
        if self.items is not None:
            self.items.append(node)
            return
        if self.key is not None and not self.is_double:
            self.entries[self.key] = node
        self.key, self.is_double = None, False

    def node(self) -> Node:
        value = self.entries if self.items is None else tuple(self.items)
        return Node(value, self.line, self.column, self.keys)


@dataclass(slots=True)
class _Builder:
    """Builds the tree from the parser's events, without recursion, and refuses what a pact has no use for."""

    file: str
    errors: list[PactError] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    root: Node | None = None
    pieces: int = 0

    def fail(self, line: int, column: int, message: str, path: str = "") -> None:
        self.errors.append(PactError(line, column, path or "pact", message, self.file))

    def take(self, event: Event) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.pieces += 1
        if self.pieces > MOST_PIECES:
            self._stop(line, column, f"more than {MOST_PIECES:,} names and values; a pact has a few hundred")
        if isinstance(event, DocumentStartEvent) and self.root is not None:
            self._stop(line, column, "a second document begins; a pact is one document, without `---` inside")
        elif isinstance(event, ScalarEvent):
            self._scalar(event, line, column)
        elif isinstance(event, AliasEvent):
            self._stop(line, column, f"`*{event.anchor}` refers to another place; write its content out")
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._start(event, line, column)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._add(self.open.pop().node())

    def _stop(self, line: int, column: int, message: str) -> None:
        self.fail(line, column, message, self._path())
        raise _Unreadable

    def _path(self) -> str:
        return self.open[-1].child_path() if self.open else ""

    def _expects_key(self) -> bool:
        return bool(self.open) and self.open[-1].items is None and self.open[-1].key is None

    def _plain(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, line: int, column: int) -> None:
        if event.anchor:
            self.fail(
                line,
                column,
                f"`&{event.anchor}` names a place for reuse; a pact has no use for it, remove it",
                self._path(),
            )
        if event.tag:
            self.fail(line, column, f"the tag `{event.tag}` has no use in a pact; remove it", self._path())

    def _scalar(self, event: ScalarEvent, line: int, column: int) -> None:
        self._plain(event, line, column)
        if not self._expects_key():
            value = None if event.implicit[0] and event.value in _NOTHING else event.value
            self._add(Node(value, line, column))
            return
        parent = self.open[-1]
        parent.key, parent.is_double = event.value, event.value in parent.keys
        if parent.is_double:
            first = parent.keys[event.value][0]
            self.fail(
                line,
                column,
                f"`{event.value}` is given twice, first in line {first}; keep one of them",
                parent.child_path(),
            )
        else:
            parent.keys[event.value] = (line, column)

    def _start(self, event: MappingStartEvent | SequenceStartEvent, line: int, column: int) -> None:
        self._plain(event, line, column)
        if self._expects_key():
            self._stop(line, column, "a list or map stands where a name belongs; check the brackets, or quote the text")
        if len(self.open) >= DEEPEST:
            self.open = self.open[:1]
            self._stop(line, column, f"more than {DEEPEST} lists and maps inside each other")
        is_list = isinstance(event, SequenceStartEvent)
        self.open.append(_Open(line, column, self._path(), [] if is_list else None))

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1].add(node)
        else:
            self.root = node


def tree_of(text: str | bytes, file: str = "pact.yaml") -> tuple[Node | None, list[PactError]]:
    """The positioned tree, None where reading had to stop, and the mistakes against YAML itself."""
    root, errors = _tree_of(text, file)
    return root, list(errors)


@lru_cache(maxsize=16)
def _tree_of(text: str | bytes, file: str) -> tuple[Node | None, list[PactError]]:
    # A draft is read several times for one change, and reading costs a tenth of a second.
    build = _Builder(file)
    if len(text) > LARGEST_BYTES:
        build.fail(1, 1, f"the file is larger than {LARGEST_BYTES:,} bytes; a pact has a few thousand")
        return None, build.errors
    words = (_decoded(text, build) if isinstance(text, bytes) else text).removeprefix("\ufeff")
    for number, line in enumerate(re.split(r"\r\n|\r|\n", words), 1):
        indent = re.match(r" *\t", line)
        if indent and line.strip():
            build.fail(number, indent.end(), "a tab indents this line; use blanks, two for each level")
    if build.errors:
        return None, build.errors
    _parse(words, build)
    is_empty = build.root is None or build.root.value is None
    if is_empty and not build.errors:
        build.fail(1, 1, "the file is empty; begin with `pact: NAME`, or with the starter pact")
    return (None if is_empty else build.root), build.errors


def _decoded(text: bytes, build: _Builder) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(text[: error.start].decode("utf-8"))
        build.fail(line, column, "this is not UTF-8 text; save the file as UTF-8")
        return ""


def _parse(text: str, build: _Builder) -> None:
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            build.take(event)
    except _Unreadable:
        build.root = None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        context = f" {error.context}" if error.context else ""
        build.fail(
            mark.line + 1,
            mark.column + 1,
            f"not valid YAML: {_cure(error.problem or 'unreadable')}{context and ' (' + context.strip() + ')'}",
        )
        build.root = None
    except ReaderError as error:
        line, column = _place(text[: error.position])
        code = f"U+{error.character:04X}"
        build.fail(line, column, f"the character {code} cannot stand in a text file; remove it")
        build.root = None
    except (YAMLError, ValueError, OverflowError) as error:
        build.fail(1, 1, f"not valid YAML: {error}")
        build.root = None


def _place(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows a piece of text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _cure(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return f"{problem}; a text with a colon and a blank inside needs quotes"
    return problem


# Writing. Events, not objects: every scalar is plain text wherever YAML allows it.


def _events(tree: dict[str, Tree]) -> Iterator[Event]:
    yield StreamStartEvent()
    yield DocumentStartEvent(explicit=False)
    yield MappingStartEvent(anchor=None, tag=None, implicit=True, flow_style=False)
    for key, value in tree.items():
        yield scalar_event(key)
        yield from _value(value, can_flow=not isinstance(value, dict) or len(_line(value)) <= WIDEST)
    yield MappingEndEvent()
    yield DocumentEndEvent(explicit=False)
    yield StreamEndEvent()


def _value(value: Tree, *, can_flow: bool) -> Iterator[Event]:
    if isinstance(value, str):
        yield scalar_event(value)
        return
    flow = can_flow and len(_line(value)) <= WIDEST
    if isinstance(value, dict):
        yield MappingStartEvent(anchor=None, tag=None, implicit=True, flow_style=flow)
        for key, each in value.items():
            yield scalar_event(key)
            yield from _value(each, can_flow=True)
        yield MappingEndEvent()
        return
    # Rows of one table look alike: if one of them needs lines of its own, all get them.
    rows_flow = all(len(_line(each)) <= WIDEST for each in value)
    yield SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=flow)
    for each in value:
        yield from _value(each, can_flow=flow or rows_flow)
    yield SequenceEndEvent()


def _line(value: Tree) -> str:
    """About what a value looks like on one line."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_line(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(_line, value)) + "]"


def scalar_event(text: str) -> ScalarEvent:
    """A text as plain as YAML allows."""
    # A colon or question mark in front is allowed in plain text, yet not every reader takes it inside brackets.
    needs_quotes = text in _NOTHING or "\n" in text or text.startswith((":", "?"))
    tag = None if text else Tag(suffix="tag:yaml.org,2002:str")  # An empty text cannot be written without.
    return ScalarEvent(anchor=None, tag=tag, implicit=(True, True), value=text, style='"' if needs_quotes else None)


class _TextResolver(VersionedResolver):
    """Every scalar is a text, so that none is respelled; nothing stays nothing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The tag of a node: text for every scalar, the usual one for lists and maps."""
        if kind is not ScalarNode:
            return super().resolve(kind, value, implicit)
        return Tag(suffix="tag:yaml.org,2002:null" if implicit[0] and value == "" else "tag:yaml.org,2002:str")


class _TextEmitter(RoundTripEmitter):
    """Keeps what YAML can spell in two ways as it was: braces in a list, and dots at the beginning of a value."""

    braced: Iterator[bool] = iter(())
    """Whether each map to come had braces; ``[a: b]`` is a map of one entry without."""

    def emit(self, event: Any) -> None:
        """Write an event; a map of one entry that had braces keeps them."""
        if isinstance(event, MappingStartEvent) and next(self.braced, False):
            event.nr_items = 0
        super().emit(event)

    def analyze_scalar(self, scalar: Any) -> Any:
        """What a text looks like, and so which styles it may take."""
        if not scalar.startswith("..."):
            return super().analyze_scalar(scalar)
        found = super().analyze_scalar("x" + scalar)
        found.scalar = scalar
        return found
