"""Which columns of two files hold ids of the same thing: told by what they are called and by the ids themselves."""

from __future__ import annotations

from typing import NamedTuple

from leadpact.connectors.settle_columns import compact
from leadpact.connectors.settle_reading import Export
from leadpact.rules.settle import Marks, ids_of

_OWN = frozenset(
    (*("", "record", "system", "external", "pipedrivesystem", "personpipedrivesystem", "personsystem", "hsobject"),)
)
_PEOPLE = frozenset(
    (
        *(
            "lead",
            "contact",
            "person",
            "who",
            "mql",
            "prospect",
            "associatedcontact",
            "primarycontact",
            "contactrecord",
        ),
        *(
            "hscontact",
            "vid",
            "hubspotcontact",
            "convertedcontact",
            "leadorcontact",
            "marketingcontact",
            "convertedlead",
        ),
    )
)
_DEALS = frozenset(("opportunity", "deal", "convertedopportunity", "converteddeal", "what", "associateddeal"))
_NEVER = (
    *(
        "owner",
        "user",
        "createdby",
        "modifiedby",
        "campaign",
        "pipeline",
        "stage",
        "portal",
        "recordtype",
        "sdr",
        "seller",
    ),
    *(
        "account",
        "company",
        "landingpage",
        "sr",
        "category",
        "type",
        "team",
        "form",
        "page",
        "pricebook",
        "master",
        "jigsaw",
        "territory",
    ),
)
_LONG = 10


class Pair(NamedTuple):
    """A column of marketing's file and one of sales', by their places, and how many rows of sales' they join."""

    marketing: int
    sales: int
    rows: int


def entity(heading: str) -> str:
    """What a column's ids are of: ``Associated Contact IDs`` gives ``associatedcontact``, ``id`` nothing."""
    name = compact(heading)
    for start in ("property", "deal", "person", "activity"):
        rest = name.removeprefix(start)
        if rest != name and rest not in {"id", "ids", ""}:
            name = rest
    for ending in ("ids", "id", "guid", "uuid", "key"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def comparable(marketing: Export, sales: Export) -> list[tuple[int, int]]:
    """The columns of ids that may be of the same thing, by what they are called."""
    ones = [(place, entity(marketing.columns.heading(place))) for place in marketing.ids]
    others = [(place, entity(sales.columns.heading(place))) for place in sales.ids]
    return [
        (own, place)
        for own, one in ones
        for place, other in others
        if not one.endswith(_NEVER) and not other.endswith(_NEVER) and _may_join(one, other, marketing, sales)
    ]


def id_pair(marketing: Export, sales: Export) -> Pair | None:
    """The two columns that join most rows, of those that can be ids of the same thing."""
    best: Pair | None = None
    held: dict[tuple[str, int], set[str]] = {}

    def keys(export: Export, side: str, place: int) -> set[str]:
        if (side, place) not in held:
            held[side, place] = {key for cell in dict.fromkeys(export.ids[place]) for key in ids_of(cell)}
        return held[side, place]

    for own, place in comparable(marketing, sales):
        both = keys(marketing, "marketing", own) & keys(sales, "sales", place)
        if not both or _is_chance(marketing.columns.heading(own), sales.columns.heading(place), both):
            continue
        found = sum(1 for cell in sales.ids[place] if not both.isdisjoint(ids_of(cell)))
        if best is None or found > best.rows:
            best = Pair(own, place, found)
    return best


def _may_join(one: str, other: str, marketing: Export, sales: Export) -> bool:
    if one == other:
        return True
    if one in _OWN | _PEOPLE and other in _PEOPLE:
        return True
    is_deal = sales.columns.kind == "deals" and one in _DEALS and other in _OWN | _DEALS
    return is_deal or (marketing.columns.kind == sales.columns.kind and one in _OWN | _PEOPLE and other in _OWN)


def _is_chance(one: str, other: str, both: set[str]) -> bool:
    """Whether two systems merely count from 1: plain ids that only look alike prove nothing."""
    if entity(one) not in _OWN or entity(other) not in _OWN:
        return False
    return sum(len(key) < _LONG or key.isdigit() for key in both) > 0.5 * len(both)


def marks_of(export: Export, ids: int | None) -> Marks:
    """What the rows of a file can be known by; ``ids`` is the place of the column that joins."""
    names = export.text("name")
    first, last = export.text("first_name"), export.text("last_name")
    if first and last:
        whole = [f"{one} {other}" if one and other else "" for one, other in zip(first, last, strict=True)]
        names = [own or one for own, one in zip(names, whole, strict=True)] if names else whole
    found = Marks(
        export.ids[ids] if ids is not None else [], export.text("email"), export.text("phone"),
        export.text("company"), names,
    )  # fmt: skip
    return found if len(found) else Marks(ids=[""] * len(export))
