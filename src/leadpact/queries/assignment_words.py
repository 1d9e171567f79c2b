"""Why a lead went to somebody, in the reader's language and with people's names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from leadpact.rules.assignment_words import tell
from leadpact.rules.pact import Pact

HALF_A_DAY_S = 43_200


def chosen_words(why: str | None, names: Mapping[int, str], pact: Pact | None, now_s: int) -> str:
    """The explanation of an assignment for people; empty where none is kept."""
    if not why:
        return ""

    def day(at_s: int) -> str:
        # Somebody is back at midnight where they are; by noon it is the same day for nearly every reader.
        then, now = (timezone.localtime(datetime.fromtimestamp(each, UTC)) for each in (at_s + HALF_A_DAY_S, now_s))
        return date_format(then, "j M" if then.year == now.year else "j M Y")

    def word(code: str) -> str:
        plain = code.replace("_", " ")
        label = pact.word(code) if pact else plain
        return plain if label.casefold() == plain.casefold() else label

    return tell(why, name=lambda text: with_names(text, names), day=day, word=word, _=gettext)


def with_names(text: str, names: Mapping[int, str]) -> str:
    """A text with people's numbers (``#12``) replaced by their names."""
    return re.sub(r"#(\d+)", lambda found: names.get(int(found.group(1)), found.group(0)), text)
