"""Words, colours and axes of the SVG pictures, which need no stylesheet."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable
from html import escape

from leadpact.evidence.pictures.panels import Point, Unit
from leadpact.evidence.result import share_words

WIDTH, LEFT, RIGHT, LINE = 800, 230, 210, 34
INK, PALE, TRACK = "#1f2328", "#59636e", "#d9dee3"
RED, GREEN = "#c1273a", "#1f8a5f"
COLOURS = {
    "marketing": "#b4500f", "sales": "#1f5fd0", "others": "#6b7280", "unknown": "#b8bec6", "pale": "#b8bec6",
    "won": GREEN, "second": "#8a939d",
}  # fmt: skip
PLAIN = "#4a5764"
AGREED = {"alike": GREEN, "unlike": "#d9a23b"}
"""The colours of where two say the same, and of where they differ."""


def colour(team: str) -> str:
    """The colour of a team, or of the second of two things that are no teams; else the plain one."""
    return COLOURS.get(team, PLAIN)


def text(
    x: float, y: float, words: str, *, size: int = 13, weight: int = 400, fill: str = INK, anchor: str = ""
) -> str:
    """Words at a place; ``anchor`` is start, middle or end."""
    at = f' text-anchor="{anchor}"' if anchor else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" fill="{fill}"{at}>{clean(words)}</text>'
    )


def clean(words: str) -> str:
    """Words as XML holds them."""
    return escape("".join(sign for sign in words if sign.isprintable()))


def short(words: str, most: int = 34) -> str:
    """Words that fit beside a picture; of one long word its beginning."""
    kept = textwrap.shorten(words, most, placeholder="…")
    return kept if kept != "…" else f"{words.strip()[: most - 1]}…"


def in_two(words: str, most: int) -> list[str]:
    """Words on one line or two beside a picture; cut only where two do not hold them."""
    lines = textwrap.wrap(words, most)
    return lines if len(lines) <= 2 else [lines[0], short(" ".join(lines[1:]), most)]


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, more: str = "") -> str:
    """A straight line."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}"{more}/>'


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values that cover from ``low`` to ``high``, in steps of 1, 2 or 5 times a power of ten."""
    room = (high - low) or 1.0
    rough = room / most
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(place * step, 10) for place in range(first, last + 1)]


def written(value: float, unit: Unit) -> str:
    """A value in words."""
    if unit == "share":
        return share_words(value)
    if unit == "points":
        said = bare(value, unit)
        return "no difference" if said == "0" else f"{said} point{'' if said in ('+1', '−1') else 's'}"
    if unit == "times":
        return f"{value:.2f} times" if value < 10 else f"{value:.0f} times"
    if unit == "of_100":
        return f"{value:.0f} of 100"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2g}" if abs(value) < 1 else f"{value:,.1f}"


def tick(value: float, unit: Unit) -> str:
    """A value under an axis: whole percent without a decimal, so that all marks of an axis read alike."""
    hundred = round(100 * value, 6)
    return f"{hundred:.0f}%" if unit == "share" and hundred == int(hundred) else written(value, unit)


def bare(value: float, unit: Unit) -> str:
    """A value without the word of its unit, as it stands in a range."""
    if unit == "points":
        hundred = round(100 * value, 0 if abs(value) >= 0.0995 else 1)
        digits = 0 if abs(value) >= 0.0995 or not hundred else 1
        return ("+" if hundred > 0 else "−" if hundred < 0 else "") + f"{abs(hundred):.{digits}f}"
    return f"{value:.2f}" if unit == "times" and value < 10 else written(value, unit)


def placed(values: list[float], neutral: float | None, *, is_log: bool) -> tuple[Callable[[float], float], list[float]]:
    """Where values lie from 0 to 1 between their round ends, and the values to write under the axis.

    Around a ``neutral`` value the ends are those of the values; without one the axis begins at 0.
    """
    if neutral is None:
        marks = ticks(0.0, max([*values, 0.01]))
        return (lambda value: value / marks[-1]), marks
    bend: Callable[[float], float] = (lambda value: math.log(max(value, 1e-6))) if is_log else (lambda value: value)
    bent = [bend(value) for value in (*values, neutral)]
    room = (max(bent) - min(bent)) or 1.0
    low, high = min(bent) - 0.06 * room, max(bent) + 0.06 * room
    return (lambda value: (bend(value) - low) / (high - low)), [neutral]


def path(points: list[Point], *, is_stepped: bool = False) -> str:
    """Path data through places."""
    parts: list[str] = []
    for place, (x, y) in enumerate(points):
        if place and is_stepped:
            parts.append(f"{x:.1f} {points[place - 1][1]:.1f}")
        parts.append(f"{x:.1f} {y:.1f}")
    return "M" + "L".join(parts) if parts else ""
