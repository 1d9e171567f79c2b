"""What a measure says, in the reader's language: its finding, its sentence and its notes.

The English texts that a measure declares are the ones to translate. Their places say how a number is written:
``%`` as a share, ``.1f`` with one digit, and beside ``{currency}`` as an amount; pages write them all as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from string import Formatter
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext

from leadpact.evidence.pictures.panels import Said
from leadpact.queries.evidence import About
from leadpact.web.wording import EXPONENTS, amount_in_words, count_in_words, share_in_words

Args = Mapping[str, Any]
Label = Callable[[str], str]
"""The word of a code, such as that of a source."""

CODES = frozenset((
    *("action", "actions", "band", "bands", "campaign", "campaigns", "channel", "channels", "code"),
    *("criteria", "criterion", "field", "fields", "reason", "reasons", "source", "sources", "stage", "stages"),
))  # fmt: skip
"""Arguments that hold codes of the pact, several with commas between them."""


def same_code(code: str) -> str:
    """A code as people read it, where no pact gives it a word."""
    return code.replace("_", " ").capitalize()


def sentence(about: About, body: Args, label: Label = same_code) -> str:
    """The measure's sentence."""
    text = about.sentences.get(body["sentence_key"].removeprefix(f"{about.name}."))
    return said(gettext(text), body["sentence_args"], label) if text else str(body["sentence"])


def note(about: About, told: Args, label: Label = same_code) -> str:
    """A remark under a result; of a measure that is split, what it says of one value."""
    if told["key"] == "by_value":
        found = about.sentences.get(told["args"]["key"])
        says = said(gettext(found), told["args"]["args"], label) if found else str(told["text"])
        return f"{label(told['args']['value'])}: {says}" if found else says
    text = about.sentences.get(told["key"])
    return said(gettext(text), told["args"], label) if text else str(told["text"])


def finding(findings: Sequence[tuple[str, Lazy]], title: str, name: str, body: Args, label: Label = same_code) -> str:
    """What heads the picture: the first finding that the answer has, else the measure's title."""
    told = {each["key"]: each["args"] for each in body["notes"]}
    told[body["sentence_key"].removeprefix(f"{name}.")] = body["sentence_args"]
    found = next(((text, told[key]) for key, text in findings if key in told), None)
    return said(str(found[0]), found[1], label) if found else title


def title_of(title: Lazy | None, about: About) -> str:
    """What a measure is called."""
    return str(title) if title else gettext(about.title)


def speaker(label: Label) -> Callable[[Said], str]:
    """Says the words of panels in the reader's language."""
    return lambda words: said(gettext(words.text), words.args, label)


def said(text: str, args: Args, label: Label = same_code) -> str:
    """A text with its places filled as people read them; see the head of this file."""
    places = list(Formatter().parse(text))
    parts: list[str] = []
    is_money = False
    for at, (before, name, spec, _conversion) in enumerate(places):
        if is_money and name == "currency":  # It stands in the amount before it.
            is_money = False
            continue
        parts.append(before)
        if name is None:
            continue
        onward = places[at + 1] if at + 1 < len(places) else ("", None, None, None)
        is_money = onward[:2] == (" ", "currency") and isinstance(args[name], (int, float))
        currency = str(args.get("currency") or "")
        parts.append(_amount(args[name], currency) if is_money else _word(name, args[name], spec or "", label))
    return "".join(parts)


def _amount(amount: float, currency: str) -> str:
    """An amount in the currency's main unit."""
    return amount_in_words(round(Decimal(str(round(amount))).scaleb(EXPONENTS.get(currency, 2))), currency)


def _word(name: str, value: Any, spec: str, label: Label) -> str:
    if value is None:
        return "–"
    if isinstance(value, (str, bool)):
        return ", ".join(label(each) for each in str(value).split(", ")) if name in CODES else str(value)
    if not isinstance(value, (int, float)):
        return str(value)
    if spec.endswith("%"):
        return share_in_words(value)
    digits = re.search(r"\.(\d+)f", spec)
    if digits:
        return count_in_words(value, int(digits.group(1)))
    return count_in_words(value, 0 if float(value).is_integer() else 1)
