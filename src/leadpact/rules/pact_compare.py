"""Two versions of a pact side by side: what was added, removed, changed and moved, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from leadpact.rules.criteria import Between, Condition, Is, leaves
from leadpact.rules.criteria_words import lower_first
from leadpact.rules.pact import Pact, Points
from leadpact.rules.pact_words import Row, Section, condition_key, sections

Kind = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that differs; ``before`` is None for an added one, ``after`` for a removed one."""

    kind: Kind
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The sentence as it is now, or as it last was. Raises ``ValueError`` when there is none."""
        found = self.after or self.before
        if found is None:
            raise ValueError("A change needs a sentence before or after it.")
        return found

    @property
    def says(self) -> str:
        """The change on one line: ``Budget approved: +18 → +12``."""
        if self.before is None or self.after is None:
            return f"{self.row.label}: {_whole(self.row)}"
        if self.kind == "moved":
            return f"{self.row.label}: {self.row.value}"
        label = (
            self.after.label if self.after.label == self.before.label else f"{self.before.label} → {self.after.label}"
        )
        parts = [
            f"{name}{old or 'nothing'} → {new or 'nothing'}"
            for name, old, new in (
                ("", self.before.value, self.after.value),
                ("", self.before.note, self.after.note),
                ("group ", self.before.group, self.after.group),
                ("asked by ", self.before.asked_by, self.after.asked_by),
                ("why: ", self.before.because, self.after.because),
            )
            if old != new
        ]
        return f"{label}: {'; '.join(parts)}" if parts else label


def _whole(row: Row) -> str:
    """A sentence whole, without its label."""
    because = f"asked by {row.asked_by}: {row.because}" if row.because else ""
    return ", ".join(part for part in (row.value, lower_first(row.note), row.group, because) if part)


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs in one section."""

    title: str
    side: str
    key: str
    changes: tuple[Change, ...]


def compare(before: Pact, after: Pact) -> tuple[Changes, ...]:
    """What differs between two versions, section by section in the pact's order; empty when they say the same."""
    old = {section.key: section for section in sections(before)}
    new = {section.key: section for section in sections(after)}
    renamed = dict(matched_points(before.good_lead.points, after.good_lead.points))
    found = []
    for key in in_order(list(old), list(new)):
        was, now = old.get(key), new.get(key)
        shown = now or was
        if shown is None:
            continue
        changes = tuple(_changes(was, now, renamed if key == "good_lead" else {}))
        if changes:
            found.append(Changes(shown.title, shown.side, key, changes))
    return tuple(found)


def in_order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The keys of two lists, those of the new one in its order, what is gone where it stood."""
    found = list(new)
    for place, key in enumerate(old):
        if key not in found:
            before = next((each for each in reversed(old[:place]) if each in found), None)
            found.insert(0 if before is None else found.index(before) + 1, key)
    return found


def _changes(was: Section | None, now: Section | None, renamed: dict[int, int]) -> Iterator[Change]:
    old = {row.key: row for row in was.rows} if was else {}
    new = {row.key: row for row in now.rows} if now else {}
    if was and now:
        for i, j in renamed.items():  # A row whose condition changed is the same row.
            old[now.rows[j].key] = old.pop(was.rows[i].key)
        old = {key: old[key] for key in sorted(old, key=lambda each: was.rows.index(old[each]))}
    moved = set(_moved(list(old), list(new))) if now and now.is_ordered else set()
    for key in in_order(list(old), list(new)):
        before, after = old.get(key), new.get(key)
        if before is None:
            yield Change("added", None, after)
        elif after is None:
            yield Change("removed", before, None)
        elif before != after:
            yield Change("changed", before, after)
        elif key in moved:
            yield Change("moved", before, after)


def _moved(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The keys whose order among those kept has changed: the fewest that explain the new order."""
    a, b = [key for key in old if key in new], [key for key in new if key in old]
    still = {
        b[i]
        for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        for i in range(block.b, block.b + block.size)
    }
    return [key for key in b if key not in still]


def matched_points(old: Sequence[Points], new: Sequence[Points]) -> Iterator[tuple[int, int]]:
    """Rows whose condition changed though they are about the same: pairs of places, counted from 0.

    The same label or reason first, then the same field or kind of touch; rows that ask the same are no pairs.
    """
    kept = {row.when for row in old} & {row.when for row in new}
    left = [i for i, row in enumerate(old) if row.when not in kept]
    right = [j for j, row in enumerate(new) if row.when not in kept]
    for alike in (_same_words, _same_subject):
        for i in list(left):
            j = next((j for j in right if alike(old[i], new[j])), None)
            if j is not None:
                left.remove(i)
                right.remove(j)
                yield i, j


def _same_words(one: Points, other: Points) -> bool:
    return one.label == other.label or (one.because == other.because and one.group == other.group)


def _same_subject(one: Points, other: Points) -> bool:
    return one.group == other.group and subject(one.when) == subject(other.when)


def subject(condition: Condition) -> tuple[str, ...]:
    """What a condition is about: the fields and kinds of touches it looks at, and how it joins them."""
    found = []
    for leaf in leaves(condition):
        about = getattr(leaf, "field", None) or getattr(leaf, "kind", None) or "+".join(getattr(leaf, "kinds", ()))
        kind = "value" if isinstance(leaf, Is | Between) else type(leaf).__name__
        found.append(f"{kind}:{about}:{getattr(leaf, 'of', None) or ''}")
    return (type(condition).__name__ if len(found) > 1 else "", *found)


def new_keys(before: Pact, after: Pact) -> dict[str, str]:
    """The keys of rows whose condition changed: the old one with the new one."""
    rows, others = before.good_lead.points, after.good_lead.points
    return {
        f"points:{condition_key(rows[i].when, before)}": f"points:{condition_key(others[j].when, after)}"
        for i, j in matched_points(rows, others)
    }
