"""Why a lead went to a person, or waits: told in codes by the assignment, put into words by whoever shows it.

An explanation is kept with its fact as ``#12: least of_language 3 de; full_others 2, away #14 1772492400``:
people and parts of codes with their values, between ``: ``, ``, `` and ``; ``. So it holds no name and no language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from leadpact.rules.assignment_turns import Pool, Turn, Who
from leadpact.rules.pact import AssignBy

_LANGUAGES = (
    "ar:Arabic bg:Bulgarian cs:Czech da:Danish de:German el:Greek en:English es:Spanish et:Estonian fi:Finnish "
    "fr:French he:Hebrew hi:Hindi hr:Croatian hu:Hungarian id:Indonesian it:Italian ja:Japanese ko:Korean "
    "lt:Lithuanian lv:Latvian nl:Dutch no:Norwegian pl:Polish pt:Portuguese ro:Romanian ru:Russian sk:Slovak "
    "sl:Slovenian sr:Serbian sv:Swedish th:Thai tr:Turkish uk:Ukrainian vi:Vietnamese zh:Chinese"
)
LANGUAGES: dict[str, str] = {pair[:2]: pair[3:] for pair in _LANGUAGES.split()}
"""English names of the languages most often spoken with buyers; any other is called by its label or code."""
_NAMED_AWAY = 2
OWNERS: frozenset[AssignBy] = frozenset(("open_deal_owner", "account_owner"))
"""Rules that name one person, whose turn is not touched unless the rule counts."""
UNCOUNTED = "; uncounted"
"""Follows what was given without counting against capacity."""
_BETWEEN = re.compile(r"(: |, |; )")
Translate = Callable[[str], str]
"""Puts a text into the reader's language: ``gettext``, or ``str`` for English."""


def ids_in(text: str | None) -> list[int]:
    """The people's numbers in an explanation."""
    return [int(number) for number in re.findall(r"#(\d+)", text or "")]


def who(by: AssignBy, value: int | str) -> Who:
    """The people a rule names for a value, as codes call them."""
    has_value = by in ("language", "region")
    return Who("" if by == "round_robin" else f"_{by}", f" {quote(str(value), safe='')}" if has_value else "")


def out(pool: Pool, others: str = "") -> str:
    """Who of a pool cannot take a lead: ``full_others 2, away #14 1772492400``."""
    parts = [f"full{others} {pool.full}"] if pool.full else []
    named = pool.away if len(pool.away) <= _NAMED_AWAY + 1 else pool.away[:_NAMED_AWAY]
    parts += [f"away {turn.seller.name} {turn.back_s or 0}" for turn in named]
    if len(named) < len(pool.away):
        parts.append(f"more_away {len(pool.away) - len(named)}")
    return ", ".join(parts)


def others(pool: Pool) -> str:
    """Out of whom somebody was chosen, to follow the reason: `` of_language 3 de; full_others 1``."""
    kind, value = pool.who
    text = f"only{kind}{value}" if pool.free == 1 else f" of{kind} {pool.free}{value}"
    missing = out(pool, "_others")
    if missing:
        text = f"{text}; {missing}"
    return text if pool.counts else f"{text}{UNCOUNTED}"


def blocked(pool: Pool, by: AssignBy) -> str:
    """Why nobody of a pool can take a lead."""
    kind, value = pool.who
    if by in OWNERS:
        return _owner_blocked(pool.people[0], kind)
    missing = out(pool)
    return f"nobody_free{kind}{value}: {missing}" if missing else f"nobody_active{kind}{value}"


def _owner_blocked(owner: Turn, kind: str) -> str:
    name = owner.seller.name
    if not owner.seller.is_active:
        return f"left{kind} {name}"
    return f"is_full{kind} {name}" if owner.back_s is None else f"is_away{kind} {name} {owner.back_s}"


def tell(
    text: str, *, name: Translate, day: Callable[[int], str], word: Callable[[str], str], _: Translate = str
) -> str:
    """An explanation in words. ``name`` calls a person, ``day`` a day (epoch seconds), ``word`` a region or language.

    What is no explanation in codes, as in brought-in history, is given back with its people called by name.
    """
    texts, whys = _texts(_), _whys(_)

    def part(coded: str) -> str:
        code, *values = coded.split(" ")
        if not values and code not in texts:
            return name(code)
        why = ""
        if code in whys:
            why, code, values = whys[code], values[0], values[1:]
        form, taken = texts[_number_form(code, values)]
        found = dict(zip(taken, values, strict=True))
        return form.format(why=why, **{key: show[key](value) for key, value in found.items()})

    def language(value: str) -> str:
        code = unquote(value)
        known = LANGUAGES.get(code.casefold())
        return _(known) if known else word(code)

    show: Mapping[str, Callable[[str], str]] = {
        "who": name, "n": str, "day": lambda value: day(int(value)), "language": language,
        "region": lambda value: word(unquote(value)),
    }  # fmt: skip
    pieces = _BETWEEN.split(text)
    try:
        return "".join(piece if at % 2 else part(piece) for at, piece in enumerate(pieces))
    except (KeyError, ValueError, IndexError):
        return name(text)


def _number_form(code: str, values: list[str]) -> str:
    """The code of the text for one, where it differs from that for several."""
    return f"{code}_1" if code in ("full", "full_others", "more_away") and values[0] == "1" else code


def _whys(_: Translate) -> dict[str, str]:
    """In what the next in turn differs from the one after."""
    return {
        "fewest_day": _("fewest leads this day"),
        "fewest_week": _("fewest leads this week"),
        "fewest_month": _("fewest leads this month"),
        "fewest": _("fewest leads so far"),
        "least": _("least recently served"),
        "turn": _("next in turn"),
    }


def _texts(_: Translate) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The text of each code, and the values that follow it in order."""
    return {
        "waits": (_("Waits"), ()),
        "uncounted": (_("does not count against capacity"), ()),
        "no_rule": (_("no rule of the pact names anybody for this lead; end the order with round_robin"), ()),
        "owns_open_deal_owner": (_("owns the open deal"), ()),
        "owns_account_owner": (_("owns the account"), ()),
        "only": (_("the only one free"), ()),
        "only_language": (_("the only one free who speaks {language}"), ("language",)),
        "only_region": (_("the only one free who covers {region}"), ("region",)),
        "only_named_accounts": (_("the only one free who looks after this account"), ()),
        "of": (_("{why} of {n} people"), ("n",)),
        "of_language": (_("{why} of {n} who speak {language}"), ("n", "language")),
        "of_region": (_("{why} of {n} who cover {region}"), ("n", "region")),
        "of_named_accounts": (_("{why} of {n} who look after this account"), ("n",)),
        "full_1": (_("{n} is full"), ("n",)),
        "full": (_("{n} are full"), ("n",)),
        "full_others_1": (_("{n} other is full"), ("n",)),
        "full_others": (_("{n} others are full"), ("n",)),
        "away": (_("{who} is away, back on {day}"), ("who", "day")),
        "more_away_1": (_("{n} more is away"), ("n",)),
        "more_away": (_("{n} more are away"), ("n",)),
        "nobody_free": (_("nobody is free"), ()),
        "nobody_free_language": (_("nobody who speaks {language} is free"), ("language",)),
        "nobody_free_region": (_("nobody who covers {region} is free"), ("region",)),
        "nobody_free_named_accounts": (_("nobody who looks after this account is free"), ()),
        "nobody_active": (_("the team has no active people"), ()),
        "nobody_active_language": (_("nobody active speaks {language}"), ("language",)),
        "nobody_active_region": (_("nobody active covers {region}"), ("region",)),
        "nobody_active_named_accounts": (_("nobody active looks after this account"), ()),
        "left_open_deal_owner": (_("{who}, who owns the open deal, has left"), ("who",)),
        "left_account_owner": (_("{who}, who owns the account, has left"), ("who",)),
        "is_full_open_deal_owner": (_("{who}, who owns the open deal, is full"), ("who",)),
        "is_full_account_owner": (_("{who}, who owns the account, is full"), ("who",)),
        "is_away_open_deal_owner": (_("{who}, who owns the open deal, is away, back on {day}"), ("who", "day")),
        "is_away_account_owner": (_("{who}, who owns the account, is away, back on {day}"), ("who", "day")),
    }
