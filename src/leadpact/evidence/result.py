"""What a measure answers: counts, ranges, one sentence, and how far it may be trusted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from string import Formatter
from typing import Any, Literal

from leadpact.evidence.uncertainty import Range, support, wilson

Grade = Literal["Counted", "Corrected", "Adjusted", "Tried"]
"""Counted: what happened. Corrected: for leads not finished yet. Adjusted: like with like. Tried: a random slice."""
Row = dict[str, Any]
POOLED = "other_small"
"""The name that small sources go by together."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under a result: a key for translation, its arguments, and the English text."""

    key: str
    args: Mapping[str, Any]
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """One answer of one measure as known at ``as_of`` (ISO instant, UTC).

    ``rows`` is the main table and ``tables`` are further ones by name; all rows hold plain values only.
    ``sentence_key`` names the measure's sentence, to be translated and filled with ``sentence_args``.
    ``chart`` is the measure's kind of chart and ``chart_data`` what beyond the tables it draws.
    """

    measure: str
    as_of: str
    grade: Grade
    sentence_key: str
    sentence_args: Mapping[str, Any]
    sentence: str
    rows: tuple[Row, ...]
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    chart: str = ""
    chart_data: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain values for JSON; fractions rounded to 9 digits, what is not a number as null."""
        return {
            "measure": self.measure,
            "as_of": self.as_of,
            "grade": self.grade,
            "sentence": self.sentence,
            "sentence_key": self.sentence_key,
            "sentence_args": plain(self.sentence_args),
            "rows": plain(self.rows),
            "tables": plain(self.tables),
            "parameters": plain(self.parameters),
            "notes": [{"key": note.key, "args": plain(note.args), "text": note.text} for note in self.notes],
            "chart": {"kind": self.chart, "data": plain(self.chart_data)},
        }


def plain(value: Any) -> Any:
    """A value as JSON can hold it: mappings, lists, text, whole numbers, rounded fractions, null."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    number = float(value)
    return round(number, 9) if math.isfinite(number) else None


def iso(instant_s: int) -> str:
    """An instant as ISO text in UTC."""
    return datetime.fromtimestamp(instant_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def share(k: int, n: int, name: str = "share") -> Row:
    """The columns of k of n: its share with Wilson's range and the support; no percentage below ten."""
    enough = support(n)
    if enough == "none":
        return {name: None, f"{name}_low": None, f"{name}_high": None, "support": enough}
    return {name: k / n, **ranged(name, wilson(k, n)), "support": enough}


def ranged(name: str, found: Range | None) -> Row:
    """The columns of a range, empty where there is none."""
    return {f"{name}_low": found.low if found else None, f"{name}_high": found.high if found else None}


_NO_MINOR = frozenset(
    (
        *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"),
        *("PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"),
    )
)
_THREE_DIGITS = frozenset((*("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"),))


def major(amount_minor: float, currency: str) -> float:
    """An amount in the currency's main unit (ISO 4217); an unknown currency has two digits."""
    return amount_minor / (1 if currency in _NO_MINOR else 1000 if currency in _THREE_DIGITS else 100)


def share_words(share: float) -> str:
    """A share in whole percent; one digit below 10%, and never a false 0% or 100%."""
    hundred = 100 * share
    if hundred in {0, 100}:
        return f"{hundred:.0f}%"
    if 0 < hundred < 0.1:
        return "<0.1%"
    if 99.5 <= hundred < 100:
        return ">99%"
    return f"{hundred:.1f}%" if abs(hundred) < 9.95 else f"{hundred:.0f}%"


class _English(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        """A value in words."""
        return share_words(value) if format_spec == ".0%" else str(super().format_field(value, format_spec))


_ENGLISH = _English()


def in_english(text: str, args: Mapping[str, Any]) -> str:
    """An English text with what stands in its places; shares in whole percent as in pictures, see ``share_words``."""
    return _ENGLISH.vformat(text, (), args)


def span_words(span: str) -> str:
    """A span of numbers as people read it: ``10-19`` is ``10 to 19``, ``90+`` is ``90 or more``."""
    return f"{span[:-1]} or more" if span.endswith("+") else span.replace("-", " to ")


def year_month(month: int | str) -> str:
    """A month, yyyymm, as people read it: ``2025-11``; one that is written so already stays."""
    return month if isinstance(month, str) else f"{int(month) // 100:04d}-{int(month) % 100:02d}"


def called(assets: Iterable[int], titles: Mapping[str, str] | None) -> dict[int, str]:
    """What each piece of material is called; one without a title goes by its number."""
    known = titles or {}
    return {asset: known.get(str(asset)) or f"material {asset}" for asset in assets}


def in_order(rows: Iterable[Row], *keys: str) -> list[Row]:
    """Rows sorted by columns that may be empty; the same whatever order the engine gave."""
    return sorted(rows, key=lambda row: tuple((row[key] is None, row[key]) for key in keys))
