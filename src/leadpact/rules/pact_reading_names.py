"""The names a pact declares itself: fields, lists, actions, and words for codes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from leadpact.rules.pact import Words
from leadpact.rules.pact_reading_forms import once, phrase, text
from leadpact.rules.pact_reading_tree import Spot
from leadpact.rules.terms import FIELDS, Field, FieldType

CAPTURED = (Field("source", "coded", "Source"), Field("campaign", "coded", "Campaign"))
"""What every captured lead brings along; asked about like a coded field."""
STANDARD: Mapping[str, Field] = {field.name: field for field in (*FIELDS.values(), *CAPTURED)}
"""The fields every pact may ask about."""
TYPES: Mapping[str, FieldType] = {"coded": "coded", "number": "number", "date": "date", "personal": "personal"}
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


def _is_name(spot: Spot, name: str, of: Spot) -> bool:
    if _CODE.fullmatch(name):
        return True
    spot.fail(f"`{name}` is not a name (small letters, digits and underscores, a letter first)", of.node.keys.get(name))
    return False


def fields(spot: Spot) -> dict[str, Field | None]:
    """The pact's own fields by name; None for one with a mistake."""
    return {name: _field(each, name, spot) for name, each in spot.entries("a map of fields").items()}


def _field(spot: Spot, name: str, of: Spot) -> Field | None:
    before = len(spot.errors)
    _is_name(spot, name, of)
    section = spot.section(("type", "label", "ask", "codes"), ("type",))
    kind: FieldType = section.read("type", phrase(TYPES, "coded"), "coded")
    label = section.read("label", text, name.replace("_", " ").capitalize())
    codes: tuple[str, ...] = section.read("codes", lambda each: once(each.items(1), text), ())
    ask = section.read("ask", text, "")
    if codes and kind != "coded":
        section.spots["codes"].fail(f"only a coded field has codes; `{name}` is a {kind} field")
    standard = STANDARD.get(name)
    if standard and "type" in section.spots and standard.type != kind and len(spot.errors) == before:
        section.spots["type"].fail(
            f"`{name}` is a standard field and stays {standard.type}; take another name for another meaning"
        )
    return Field(name, kind, label, ask, codes) if len(spot.errors) == before else None


def lists(spot: Spot) -> dict[str, frozenset[str]]:
    """The pact's named lists of values."""
    found = {}
    for name, each in spot.entries("a map of lists such as `{target_trades: [steel, wood]}`").items():
        _is_name(each, name, spot)
        found[name] = frozenset(once(each.items(1), text))
    return found


def refuse_unused_lists(spot: Spot) -> None:
    """An error for each list that no condition asks for: it would mean nothing."""
    for name in spot.names.lists:
        if name not in spot.names.used_lists:
            spot.fail(
                f"no condition asks for the list `{name}`; use it with `matches_list`, or remove it",
                spot.node.keys.get(name),
            )


def actions(spot: Spot) -> tuple[tuple[str, str], ...]:
    """Actions that marketing may record: code and label."""
    found = []
    for name, each in spot.entries("a map of actions and labels").items():
        _is_name(each, name, spot)
        found.append((name, each.text("the action's label")))
    return tuple(found)


def words(spot: Spot) -> dict[str, Words]:
    """Labels of codes per language; a plain text is English."""
    found: dict[str, Words] = {}
    for name, each in spot.entries("a map of codes and texts").items():
        if not name.strip(" *"):
            each.fail("this text names no code; write the code that it stands for, such as `too_early`")
        if not isinstance(each.node.value, dict):
            found[name] = {"en": each.text("a text, or a map of languages and texts")}
            continue
        texts = each.entries()
        for language, inner in texts.items():
            if not _LANGUAGE.fullmatch(language):
                inner.fail(
                    f"`{language}` is not a language; expected a code such as `en`, `de` or `pt-BR`",
                    each.node.keys.get(language),
                )
        if not texts:
            each.fail("no text in any language; expected for instance `{en: Too early, de: Zu früh}`")
        found[name] = {language: inner.text() for language, inner in texts.items()}
    return found
