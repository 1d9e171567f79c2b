"""A recognised table written down as a mapping, such as people write them."""

from __future__ import annotations

import io
from typing import Any

from ruamel.yaml import YAML

from leadpact.connectors.tables_names import plain
from leadpact.connectors.tables_recognition import DATES, NUMBERS, Recognised
from leadpact.connectors.tables_targets import NOS

_SLOTS = {
    "leads": ("external_id", "occurred_at", "source", "campaign", "channel", "side", "found_by"),
    "deals": (
        "external_id", "lead", "email", "contact", "company", "stage", "state", "opened_at", "closed_at", "amount",
        "currency", "reason", "qualified_by", "closed_by",
    ),
    "touches": (
        "external_id", "lead", "kind", "occurred_at", "side", "by", "channel", "of", "asset", "value_code",
        "text",
    ),
    "accounts": ("external_id", "name"),
    "owners": ("external_id", "name", "email"),
    "assets": ("external_id", "title", "kind", "url", "occurred_at"),
}  # fmt: skip
_WON = ("won", "closed won", "closedwon", "gewonnen", "gagné", "ganado", "vinto")
_LOST = ("lost", "closed lost", "closedlost", "verloren", "perdu", "perdido", "perso")
_KINDS = {
    "call": ("call", "phone call", "anruf", "telefonat"),
    "email": ("email", "e-mail", "mail"),
    "meeting": ("meeting", "event", "demo", "appointment"),
}
_BLANKS = ("NULL", "null", "N/A", "n/a", "None", "-", "—")
WHO = ("name", "name+", "email", "phone", "company")
"""What tells rows apart that have no id."""


def targets_of(shape: str, fields: tuple[str, ...]) -> tuple[str, ...]:
    """What a column of a shape can mean; ``name+`` is a part of the name, ``country_name`` is read as code."""
    slots = _SLOTS[shape]
    if shape == "owners":
        return (*slots, "name+")
    return (*slots, "name+", *NOS, *(name for name in fields if name not in slots)) if shape == "leads" else slots


def mapping_of(found: Recognised, seen: dict[str, list[str]] | None = None) -> str:
    """The mapping of a recognised table as YAML; ``seen`` are the different texts of columns with codes."""
    at: dict[str, list[str]] = {}
    first = set()
    for column in found.columns:
        name, _, part = column.target.partition(" ")
        if name:
            at.setdefault(name, []).append(column.heading)
            first |= {name} if part == "first" else set()
    made: dict[str, Any] = {
        "shape": found.shape,
        "source_system": found.settings["source_system"],
        "zone": found.settings.get("zone") or "UTC",
        "date": found.settings.get("date_order") or "ymd",
        "blanks": list(_BLANKS),
        "key": at.pop("external_id", [None])[0] or {"digest": _who(found)},
    }
    slots, fields = {}, {}
    for name, headings in at.items():
        if name == "name+" and found.shape == "owners":
            slots["name"] = _entry(found, name, headings, is_first=False)
        elif name == "name+" or (found.shape == "leads" and name not in _SLOTS["leads"]):
            if name in NOS and _field(name) in at:  # The file says it as we do already.
                continue
            fields[_field(name)] = _entry(found, name, headings, is_first=name in first)
        else:
            slots[name] = _entry(found, name, headings, is_first=name in first)
    _complete(found, slots, seen or {})
    made["columns"] = slots
    if fields:
        made["fields"] = fields
    out = io.StringIO()
    yaml = YAML()
    yaml.width = 110
    yaml.dump(made, out)
    return out.getvalue()


def _who(found: Recognised) -> list[str]:
    who = {"owners": ("email",), "assets": ("title",)}.get(found.shape, WHO)
    told = [column.heading for column in found.columns if column.target.split(" ")[0] in who]
    return told or [column.heading for column in found.columns]


def _field(name: str) -> str:
    return NOS[name][0] if name in NOS else {"name+": "name", "country_name": "country"}.get(name, name)


def _entry(found: Recognised, name: str, headings: list[str], *, is_first: bool) -> Any:
    several = name == "name+" or (name in (*DATES, *NOS) and len(headings) > 1)
    entry: dict[str, Any] = {"from": headings if several else headings[0]}
    if is_first:
        entry["part"] = "first"
    if name in NUMBERS:
        entry["decimal"] = found.settings.get("decimal") or "either"
    if name == "country_name":
        entry["countries"] = True
    if name in NOS:
        entry["refusal"] = NOS[name][1]
    return entry if len(entry) > 1 or several else headings[0]


def _complete(found: Recognised, slots: dict[str, Any], seen: dict[str, list[str]]) -> None:
    """Fill in what a shape cannot do without, and what is the same for every row."""
    if found.shape == "leads":
        slots.setdefault("channel", {"constant": "import"})
    if found.shape == "touches":
        slots.setdefault("channel", {"constant": "import"})
        if isinstance(slots.get("kind"), str):
            slots["kind"] = {"from": slots["kind"], "values": _kinds(seen.get(slots["kind"], []))}
    if found.shape == "deals":
        source = slots.get("state") or slots.get("stage")
        heading = source if isinstance(source, str) else (source or {}).get("from")
        slots["state"] = (
            {"from": heading, "values": _states(seen.get(heading or "", []))}
            if heading
            else {"constant": found.settings["state"]}
        )
        if "currency" not in slots and found.settings.get("currency"):
            slots["currency"] = {"constant": found.settings["currency"]}


def _states(texts: list[str]) -> dict[str, str]:
    """Where a deal stands, by the words of its stage: won, lost, or still open."""
    return {text: "won" if plain(text) in _WON else "lost" if plain(text) in _LOST else "open" for text in texts}


def _kinds(texts: list[str]) -> dict[str, str]:
    """The kinds of touch that words name; a word that names none has no meaning, and its rows are refused."""
    found = {}
    for text in texts:
        word = plain(text.split(":")[0])
        for kind, names in _KINDS.items():
            if word in (kind, *names):
                found[text] = kind
    return found or {"call": "call", "email": "email", "meeting": "meeting"}
