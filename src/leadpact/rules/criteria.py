"""Conditions on a lead, as data: a closed set, each true, false or unknown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Is:
    """A field has one of the values (``negated``: none of them). Unknown while the field is."""

    field: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """A number or date field lies within bounds, both included; an open bound is None. Dates are ISO text in the pact, days since 1970 here."""

    field: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A field has a value (``wanted`` True) or has none (False). Never itself unknown."""

    field: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class ContainsWord:
    """A personal text contains one of the words; read from the derived codes written with the fact."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FreeMail:
    """The e-mail address is (``wanted``) or is not at a free mail provider."""

    wanted: bool = True


@dataclass(frozen=True, slots=True)
class InList:
    """A field's value is on one of the pact's named lists."""

    field: str
    list_name: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Touches:
    """At least (and at most) so many touches of a kind within a window of days; ``of`` narrows to one form, page or campaign."""

    kinds: tuple[str, ...]
    of: str | None = None
    at_least: int = 1
    at_most: int | None = None
    within_days: float | None = None


@dataclass(frozen=True, slots=True)
class DaysSince:
    """Days since the last touch of a kind lie within bounds; unknown when there was none."""

    kind: str
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class AccountLeads:
    """At least so many leads of the same account within a window of days."""

    at_least: int
    within_days: float | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold; unknown stays unknown."""

    condition: Condition


Condition = Is | Between | Known | ContainsWord | FreeMail | InList | Touches | DaysSince | AccountLeads | All | AnyOf | Not
