"""Changes to a pact's file that leave everything else of it as it was: comments, quotes, order and blank lines.

The file is read with its places, and only the piece that changes is written anew. What cannot be done piece by
piece is done by reading the whole, changing it and writing it again with its comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import lru_cache
from io import StringIO
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file import scalar_event, yaml_of_texts
from leadpact.rules.pact_edits import Edit, Merged, Path, at, merge, plain
from leadpact.rules.pact_writing_criteria import Tree

YamlNode = MappingNode | ScalarNode | SequenceNode


class WrongEdit(ValueError):
    """A change for a place that the file does not have; the message says which."""


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The file after some changes, one after the other. Raises ``WrongEdit`` for a place that is not there."""
    for edit in edits:
        text = _edited(text, edit)
    return text


def tree(text: str) -> Tree | None:
    """A file, or a piece of one, as a plain tree; None when it cannot be read."""
    root, errors = pact_file.tree_of(text)
    return None if root is None or errors else plain(root)


def flow(value: Tree) -> str:
    """A piece of a file on one line, as it stands inside brackets."""
    return _emitted([value])[1:-1]


def _emitted(value: Tree) -> str:
    out = StringIO()
    events = [StreamStartEvent(), DocumentStartEvent(explicit=False), *_flow_events(value)]
    yaml = yaml_of_texts()
    yaml.indent(mapping=2, sequence=2, offset=0)
    yaml.emit([*events, DocumentEndEvent(), StreamEndEvent()], out)
    return out.getvalue().removesuffix("...\n").strip()


def _flow_events(value: Tree) -> Iterator[Event]:
    if isinstance(value, str):
        yield scalar_event(value)
    elif isinstance(value, dict):
        yield MappingStartEvent(anchor=None, tag=None, implicit=True, flow_style=True)
        for key, each in value.items():
            yield scalar_event(key)
            yield from _flow_events(each)
        yield MappingEndEvent()
    else:
        yield SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=True)
        for each in value:
            yield from _flow_events(each)
        yield SequenceEndEvent()


def merged(base: str, mine: str, theirs: str) -> Merged:
    """Two changes of one file brought together, row by row and key by key."""
    return merge(pieces(base), pieces(mine), pieces(theirs))


def pieces(text: str) -> list[str]:
    """The file cut into what is changed as a whole: rows of lists, single keys, and the lines between them."""
    lines = text.splitlines(keepends=True)
    found, place = [], 0
    for low, high in _units(_compose(text)):
        found += [*lines[place:low], "".join(lines[low:high])]
        place = high
    return [*found, *lines[place:]]


def _edited(text: str, edit: Edit) -> str:
    before = tree(text)
    wanted = _applied(before, edit)
    found = _Surgeon(text).do(edit)
    if found is None or tree(found) != wanted:
        found = _written_anew(text, edit)
    return found


def _applied(before: Tree | None, edit: Edit) -> Tree | None:
    """The plain tree after a change. Raises ``WrongEdit``."""
    after = deepcopy(before)
    parent, last = at(after, edit.path[:-1]), edit.path[-1]
    if isinstance(parent, dict) and isinstance(last, str) and edit.act == "set":
        parent.pop(last, None) if edit.value is None else parent.update({last: edit.value})
        return after
    if isinstance(parent, list) and isinstance(last, int) and 0 <= last <= len(parent) - (edit.act != "insert"):
        if edit.act == "insert":
            parent.insert(last, edit.value or "")
        elif edit.act == "set":
            parent[last] = edit.value or ""
        else:
            taken = parent.pop(last)
            if edit.act == "move":
                parent.insert(edit.to, taken)
        return after
    raise WrongEdit(f"There is no {'.'.join(map(str, edit.path))} in this draft any more; load the page again.")


@lru_cache(maxsize=8)
def _compose(text: str) -> Any:
    return YAML(typ="safe", pure=True).compose(text)


def _end(node: Any) -> Any:
    """The mark after the last sign of a node, without what follows a block."""
    if isinstance(node, ScalarNode) or node.flow_style or not node.value:
        return node.end_mark
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _is_block(node: Any) -> bool:
    return not isinstance(node, ScalarNode) and not node.flow_style and bool(node.value)


def _units(node: Any) -> Iterator[tuple[int, int]]:
    """Line ranges of what is changed as a whole, in order, none inside another."""
    if isinstance(node, MappingNode) and _is_block(node):
        for key, value in node.value:
            if _is_block(value):
                yield from _units(value)
            else:
                yield key.start_mark.line, _end(value).line + 1
    elif isinstance(node, SequenceNode) and _is_block(node):
        for item in node.value:
            if isinstance(item, MappingNode) and any(_is_block(value) for _, value in item.value):
                yield from _units(item)
            else:
                yield item.start_mark.line, _end(item).line + 1


class _Surgeon:
    """Changes one piece of a text; None where that needs more than a piece."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = _compose(text)
        self.starts = [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def do(self, edit: Edit) -> str | None:
        parent, last = self._node(edit.path[:-1]), edit.path[-1]
        if isinstance(parent, MappingNode) and edit.act == "set" and isinstance(last, str):
            return self._set_key(parent, last, edit.value)
        if isinstance(parent, SequenceNode) and isinstance(last, int):
            if edit.act == "set":
                return self._replace(parent.value[last], edit.value or "")
            if _is_block(parent):
                return self._rows(parent, last, edit)
        return None

    def _node(self, path: Path) -> Any:
        node = self.root
        for step in path:
            if isinstance(node, MappingNode):
                node = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return None
        return node

    def _set_key(self, parent: Any, name: str, value: Tree | None) -> str | None:
        pairs = [(key.value, key, node) for key, node in parent.value]
        found = next(((key, node) for each, key, node in pairs if each == name), None)
        if found is None:
            return self.text if value is None else self._new_key(parent, name, value)
        key, node = found
        if value is None:
            return None if parent.flow_style or len(pairs) == 1 else self._without(key.start_mark.line, _end(node).line)
        if isinstance(node, ScalarNode) and node.value == "" and node.start_mark.index == node.end_mark.index:
            return None
        return self._replace(node, value, is_inside=bool(parent.flow_style))

    def _replace(self, node: Any, value: Tree, *, is_inside: bool = True) -> str | None:
        if _is_block(node):
            return None
        low, high = node.start_mark.index, _end(node).index
        return f"{self.text[:low]}{self._one_line(value, is_inside=is_inside)}{self.text[high:]}"

    def _one_line(self, value: Tree, *, is_inside: bool) -> str:
        if is_inside or not isinstance(value, str):
            return flow(value)
        return _scalar(value)

    def _new_key(self, parent: Any, name: str, value: Tree) -> str | None:
        if parent.flow_style:
            place = parent.end_mark.index - 1
            comma = ", " if parent.value else ""
            return f"{self.text[:place]}{comma}{name}: {flow(value)}{self.text[place:]}"
        last_key, last = parent.value[-1]
        line = _end(last).line
        text = f"{' ' * last_key.start_mark.column}{name}: {self._one_line(value, is_inside=False)}\n"
        return self._between(line + 1, text)

    def _rows(self, parent: Any, place: int, edit: Edit) -> str | None:
        ranges = [(item.start_mark.line, _end(item).line + 1) for item in parent.value]
        if any(a[1] > b[0] for a, b in pairwise(ranges)):
            return None
        lines = self.text.splitlines(keepends=True)
        if edit.act == "insert":
            line = ranges[place - 1][1] if place else ranges[0][0]
            return self._between(line, self._row(parent, edit.value or ""))
        low, high = ranges[place]
        if edit.act == "remove":
            return None if len(ranges) == 1 else "".join([*lines[:low], *lines[high:]])
        to = ranges[edit.to][1] if edit.to > place else ranges[edit.to][0]
        block = [_ended(line) for line in lines[low:high]]
        if edit.to > place:
            return "".join([*lines[:low], *map(_ended, lines[high:to]), *block, *lines[to:]])
        return "".join([*lines[:to], *block, *lines[to:low], *lines[high:]])

    def _row(self, parent: Any, value: Tree) -> str:
        """A new row, written as the rows beside it are."""
        like = parent.value[0]
        indent: str = " " * like.start_mark.column
        dash = f"{indent[:-2]}- "
        if not isinstance(value, dict) or not _is_block(like):
            return f"{dash}{flow(value)}\n"
        rows = [f"{name}: {self._one_line(each, is_inside=False)}\n" for name, each in value.items()]
        return dash + indent.join(rows)

    def _between(self, line: int, text: str) -> str:
        place = self.starts[min(line, len(self.starts) - 1)]
        before = self.text[:place]
        return f"{before}{'' if before.endswith(chr(10)) or not before else chr(10)}{text}{self.text[place:]}"

    def _without(self, low: int, high: int) -> str:
        return self.text[: self.starts[low]] + self.text[self.starts[min(high + 1, len(self.starts) - 1)] :]


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n"


def _scalar(value: str) -> str:
    """A text as it stands behind a key, on one line."""
    text = _emitted(value)
    return text if "\n" not in text else flow(value)


def _written_anew(text: str, edit: Edit) -> str:
    """The file read, changed and written again with its comments."""
    yaml = yaml_of_texts()
    root = yaml.load(text)
    parent = root
    for step in edit.path[:-1]:
        parent = parent[step]
    last = edit.path[-1]
    if edit.act == "insert":
        parent.insert(last, edit.value)
    elif edit.act == "set" and edit.value is not None:
        parent[last] = edit.value
    elif edit.act == "move":
        parent.insert(edit.to, parent.pop(last))
    else:
        del parent[last]
    out = StringIO()
    yaml.dump(root, out)
    return out.getvalue()
