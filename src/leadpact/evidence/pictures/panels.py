"""What the pictures of an answer show, as plain data: page, SVG file and Vega-Lite draw the same panels.

Words are English with places and stand apart from their arguments, so that a page says them in its reader's
language. A code of the pact is the argument ``code``. Shares are fractions of 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal, NamedTuple

from leadpact.evidence.result import in_english

Unit = Literal["share", "points", "times", "number", "of_100"]
"""How a value is written: 31%; +12 points (a difference of shares); 1.5 times; 12; 17 of 100."""
Point = tuple[float, float]
Only = tuple[tuple[str, Any], ...]
"""Columns and the one value of each that a panel shows of its table."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text with places, and what stands in them."""

    text: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.text)

    def english(self) -> str:
        """The text in English; a code that it begins with gets a capital letter."""
        codes = {name: str(value).replace("_", " ") if name == "code" else value for name, value in self.args.items()}
        words = in_english(self.text, codes)
        return words[:1].upper() + words[1:] if self.text.startswith("{code}") else words


def code(value: Any) -> Said:
    """A code of the pact."""
    return Said("{code}", {"code": str(value)})


NOTHING = Said()


class Dot(NamedTuple):
    """A value with its range; ``second`` is another one beside it (value, low, high), ``mark`` an upright stroke.

    ``support`` says whether it may be shown (none, few, enough); what is not ``is_named`` is grey: chance may give it.
    """

    name: Said
    value: float | None
    low: float | None = None
    high: float | None = None
    team: str = ""
    note: Said = NOTHING
    support: str = "enough"
    is_named: bool = True
    mark: float | None = None
    second: tuple[float | None, float | None, float | None] | None = None


@dataclass(frozen=True, slots=True)
class Dots:
    """Values under each other on one axis.

    ``neutral`` is no difference, drawn as an upright line; of ``times`` the axis is that of the logarithms.
    ``mark_says`` names the strokes, ``reference_says`` the line over all rows, ``kinds`` both values.
    """

    title: Said
    rows: tuple[Dot, ...]
    unit: Unit = "share"
    neutral: float | None = None
    reference: float | None = None
    towards: tuple[Said, Said] = (NOTHING, NOTHING)
    mark_says: Said = NOTHING
    reference_says: Said = NOTHING
    kinds: tuple[Said, ...] = ()
    says: Said = NOTHING
    table: str = ""
    only: Only = ()


class Part(NamedTuple):
    """A part of a bar, how much and its words. ``team``: marketing, sales, others, unknown; pale; else nobody's."""

    team: str
    amount: float
    says: Said = NOTHING


class Bar(NamedTuple):
    """A bar of parts with its range and a stroke at what was promised. ``value`` and ``note`` stand beside it."""

    name: Said
    parts: tuple[Part, ...]
    value: Said
    note: Said = NOTHING
    low: float | None = None
    high: float | None = None
    mark: float | None = None
    state: str = ""

    @property
    def size(self) -> float:
        """How long the bar is."""
        return sum(part.amount for part in self.parts)


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under each other. ``is_thin``: bullets.

    ``top`` is the end of the axis, else the longest bar; each bar has its own where ``is_own_scale`` (they measure
    different things).
    """

    title: Said
    rows: tuple[Bar, ...]
    unit: Unit = "number"
    top: float | None = None
    is_thin: bool = False
    is_own_scale: bool = False
    mark_says: Said = NOTHING
    kinds: tuple[tuple[str, Said], ...] = ()
    says: Said = NOTHING
    table: str = ""
    only: Only = ()

    def top_of(self, row: Bar) -> float:
        """Where the axis of a bar ends."""
        if self.top is not None:
            return self.top
        rows = (row,) if self.is_own_scale else self.rows
        return max(v for each in rows for v in (each.size, each.high or 0, each.mark or 0, 0)) or 1


class Line(NamedTuple):
    """A line through points. ``kind``: line, edge (a bound), limit, diagonal, or faded."""

    kind: str
    points: tuple[Point, ...]
    name: Said = NOTHING
    team: str = ""
    is_stepped: bool = False
    dash: int = 0


class Band(NamedTuple):
    """The room between two lines. ``kind``: range or chance."""

    kind: str
    lower: tuple[Point, ...]
    upper: tuple[Point, ...]
    name: Said = NOTHING
    is_stepped: bool = False


class Spot(NamedTuple):
    """A round mark with its words, and its range upright. ``kind``: value, or out (a signal)."""

    x: float
    y: float
    says: Said
    kind: str = "value"
    low: float | None = None
    high: float | None = None


class Rule(NamedTuple):
    """A straight line over the whole plane at ``x`` or ``y``. ``kind``: goal, mean, mark or cost."""

    kind: str
    axis: Literal["x", "y"]
    at: float
    name: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Plane:
    """Lines, bands and marks over two axes.

    ``x_names`` stand under 0, 1, 2 … where x has names and no numbers. A plane that need not begin at zero still
    does where its values reach down to half their height. ``out_says`` names the marks that stand out,
    ``spots_say`` the others.
    """

    title: Said
    x_title: Said
    y_title: Said = NOTHING
    x_unit: Unit = "number"
    y_unit: Unit = "share"
    lines: tuple[Line, ...] = ()
    bands: tuple[Band, ...] = ()
    spots: tuple[Spot, ...] = ()
    rules: tuple[Rule, ...] = ()
    x_names: tuple[str, ...] = ()
    is_from_zero: bool = True
    out_says: Said = NOTHING
    spots_say: Said = NOTHING
    says: Said = NOTHING
    table: str = ""
    only: Only = ()

    def ends(self) -> tuple[Point, Point]:
        """The least and the most of x, and of y; x begins at 0 or below, and y where the plane is from zero."""
        points = [p for line in self.lines for p in line.points]
        points += [p for band in self.bands for p in (*band.lower, *band.upper)]
        points += [(s.x, y) for s in self.spots for y in (s.y, s.low, s.high) if y is not None]
        xs = [x for x, _ in points] + [rule.at for rule in self.rules if rule.axis == "x"]
        ys = [y for _, y in points] + [rule.at for rule in self.rules if rule.axis == "y"]
        low, high = min(ys, default=0.0), max(ys, default=1.0)
        if self.is_from_zero or low < high / 2 or low == high:
            low = min(low, 0.0)
        return (min([0.0, *xs]), max([*xs, 0.0]) or 1.0), (low, high if high > low else low + 1.0)


Finding = Literal["more", "less", "like_the_rest", "too_few"]


class Square(NamedTuple):
    """A cell of a grid: its share, whether it differs beyond chance, and its words."""

    value: float | None
    finding: Finding
    says: Said


class GridRow(NamedTuple):
    """A row of a grid: its name, of how many its shares are, and its cells."""

    name: Said
    of: int
    cells: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Shares in rows and columns of which only what differs beyond chance is coloured."""

    title: Said
    columns: tuple[Said, ...]
    rows: tuple[GridRow, ...]
    first: Said = NOTHING
    says: Said = NOTHING
    table: str = ""


class Corner(NamedTuple):
    """One of two by two: how many, their words, and whether both sides agree there."""

    size: int
    name: Said
    is_agreed: bool


ALIKE, UNLIKE = Said("both say the same"), Said("they differ")
"""What the two colours of corners mean."""


@dataclass(frozen=True, slots=True)
class Corners:
    """Two opinions on the same leads: squares as large as their counts, row by row under two heads."""

    title: Said
    heads: tuple[Said, Said]
    cells: tuple[Corner, ...]
    says: Said = NOTHING
    table: str = ""


class Mirrored(NamedTuple):
    """A segment's shares on both sides, and words where they differ beyond chance."""

    name: Said
    left: float
    right: float
    note: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Mirror:
    """Shares of two crowds to both sides of a middle line; crowds are no teams and have no team's colour."""

    title: Said
    sides: tuple[Said, Said]
    rows: tuple[Mirrored, ...]
    colours: tuple[str, str] = ("second", "plain")
    says: Said = NOTHING
    table: str = ""


Panel = Dots | Bars | Plane | Grid | Corners | Mirror


def worded(panels: Sequence[Panel], word: Callable[[str], str]) -> tuple[Panel, ...]:
    """The panels with the word of each code in its place."""
    found: tuple[Panel, ...] = _worded(tuple(panels), word)
    return found


def _worded(shown: Any, word: Callable[[str], str]) -> Any:
    if isinstance(shown, Said):
        return replace(shown, args={n: word(str(v)) if n == "code" else v for n, v in shown.args.items()})
    if isinstance(shown, tuple):
        parts = [_worded(part, word) for part in shown]
        return type(shown)(*parts) if hasattr(shown, "_fields") else tuple(parts)
    if is_dataclass(shown) and not isinstance(shown, type):
        return replace(shown, **{each.name: _worded(getattr(shown, each.name), word) for each in fields(shown)})
    return shown
