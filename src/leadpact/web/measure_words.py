"""What a measure says, in the reader's language: its finding, its sentence and its notes.

The English texts that a measure declares are the ones to translate. Their places say how a number is written:
``%`` as a share, ``.1f`` with one digit, and beside ``{currency}`` as an amount; pages write them all as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from string import Formatter
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadpact.queries.evidence import About
from leadpact.web.wording import EXPONENTS, amount_in_words, count_in_words, share_in_words

Args = Mapping[str, Any]
Label = Callable[[str], str]
"""The word of a code, such as that of a source."""

CODES = frozenset((
    *("action", "actions", "asset", "assets", "band", "bands", "campaign", "campaigns", "channel", "channels"),
    *("criteria", "criterion", "field", "fields", "reason", "reasons", "source", "sources", "stage", "stages"),
))  # fmt: skip
"""Arguments that hold codes of the pact, several with commas between them."""

FINDINGS: dict[str, Lazy] = {
    "funnel.won": _("{won:,} of {leads:,} leads became customers"),
    "funnel.few": _("How far leads come"),
    "source_quality.won": _("What each source brings in the end"),
    "source_quality.few": _("What each source brings in the end"),
    "sla_keeping.kept": _("{share:.0%} of leads touched in time"),
    "sla_keeping.kept_half_not_reached": _("{share:.0%} of leads touched in time"),
    "sla_keeping.few": _("Touched in time"),
    "persistence.reply_line": _("What the next attempt is worth"),
}
"""The finding that heads the picture, where the sentence alone gives one."""
_OF_NOTES: tuple[tuple[str, Lazy], ...] = (
    ("source_quality.clearly_above", _("Clearly above the rest: {sources}")),
    ("source_quality.clearly_below", _("Clearly below the rest: {sources}")),
    ("source_quality.alike", _("No source differs beyond chance")),
    ("persistence.stop", _("Going on is worth it up to attempt {stop_after}")),
    ("persistence.no_stop", _("Every attempt up to {attempts} was worth it")),
)
"""Notes that are the finding; the first one there is wins."""
TITLES: dict[str, Lazy] = {
    "funnel": _("How far leads come"),
    "source_quality": _("What each source brings in the end"),
    "sla_keeping": _("Touched in time"),
    "persistence": _("What the next attempt is worth"),
}


def same_code(code: str) -> str:
    """A code as people read it, where no pact gives it a word."""
    return code.replace("_", " ").capitalize()


def title_of(name: str, otherwise: str = "") -> str:
    """What a measure is called."""
    found = TITLES.get(name)
    return str(found) if found else gettext(otherwise) if otherwise else same_code(name)


def sentence(about: About, body: Args, label: Label = same_code) -> str:
    """The measure's sentence."""
    text = about.sentences.get(body["sentence_key"].removeprefix(f"{about.name}."))
    return said(gettext(text), body["sentence_args"], label) if text else str(body["sentence"])


def note(about: About, told: Args, label: Label = same_code) -> str:
    """A remark under a result."""
    text = about.sentences.get(told["key"])
    return said(gettext(text), told["args"], label) if text else str(told["text"])


def finding(about: About, body: Args, label: Label = same_code) -> str:
    """What heads the picture: the finding, else the measure's title."""
    notes = {f"{about.name}.{told['key']}": told["args"] for told in body["notes"]}
    for key, text in _OF_NOTES:
        if key in notes:
            return said(str(text), notes[key], label)
    found = FINDINGS.get(body["sentence_key"])
    return said(str(found), body["sentence_args"], label) if found else title_of(about.name, about.title)


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


def stage_words(stage: str) -> str:
    """A stage of the funnel."""
    words = {
        "captured": gettext("Captured"), "qualified": gettext("Qualified"), "handed_over": gettext("Handed over"),
        "accepted": gettext("Accepted"), "first_talk": gettext("First talk"), "deal_opened": gettext("Deal opened"),
        "won": gettext("Won"),
    }  # fmt: skip
    return words.get(stage, same_code(stage))
