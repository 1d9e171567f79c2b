"""What a buyer allows: over which way we may reach or watch them, on what ground, and what their no means.

Each way is a coded field of the lead (``permission_email`` ...), so that who said it, when, how and through what is in
the ledger, a pact's conditions can read it, and files, forms and systems send it like any other value. The field
``do_not_contact`` sums them up for the hand-off: no way is left by which sales reaches the buyer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from leadpact.rules.criteria import Condition, Is
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Value, valid
from leadpact.rules.terms import DO_NOT_CONTACT, PERMISSIONS, REFUSED

WAYS: tuple[str, ...] = tuple(PERMISSIONS)
"""email, phone, post and tracking, in the order in which they are shown."""
FIELDS: frozenset[str] = frozenset((*PERMISSIONS.values(), DO_NOT_CONTACT))
DIRECT = ("email", "phone", "post")
"""The ways by which a person is reached; ``do_not_contact`` closes them all."""
BY_SALES = ("email", "phone")
"""The ways that sales works by: with both refused there is nothing left to follow up."""
WAY_OF: dict[str, str] = {"call": "phone", "email": "email"}
"""Attempts that go by a way the buyer may refuse."""
TRACKED = frozenset(("page_view", "email_opened", "email_clicked", "asset_viewed"))
"""What is only known because a machine watched; not recorded, and not shown, where the buyer refused it."""
NO_CONTACT: Condition = Is(DO_NOT_CONTACT, ("true",))
NO_CONTACT_WORDS = "The buyer asked not to be contacted"
REASON = "do_not_contact"
"""Why a lead that asked to be left alone leaves the hands of sales."""
WITH_SALES = frozenset(("queued", "handed_over", "accepted"))
"""States that such a no ends. A deal goes on: it has a ground of its own."""


class Answer(NamedTuple):
    """What stands for one way: its ground (consent, contract, legitimate_interest) or refused; None: never asked.

    ``how`` is the channel of the fact: hand, form, import, api, mail ...
    """

    way: str
    code: str | None
    occurred_s: int | None = None
    by_id: int | None = None
    side: str = ""
    how: str | None = None
    fact_id: str = ""
    seq: int = 0

    @property
    def is_refused(self) -> bool:
        """Whether the buyer said no."""
        return self.code == REFUSED


def answers(facts: Iterable[Fact]) -> tuple[Answer, ...]:
    """What stands for each way, by the latest fact about it; ``do_not_contact`` refuses every direct way."""
    last: dict[str, Fact] = {}
    for fact in valid(facts):
        if fact.kind == "described" and fact.field in FIELDS:
            last[fact.field] = fact
    stop = last.get(DO_NOT_CONTACT)
    found = []
    for way, name in PERMISSIONS.items():
        told = last.get(name)
        said = told if told is not None and told.value_code not in (None, "unknown") else None
        if (
            stop is not None
            and stop.value_code == "true"
            and way in DIRECT
            and (said is None or said.value_code != REFUSED)
        ):
            found.append(_answer(way, stop)._replace(code=REFUSED))
        else:
            found.append(_answer(way, said))
    return tuple(found)


def _answer(way: str, fact: Fact | None) -> Answer:
    if fact is None:
        return Answer(way, None)
    return Answer(way, fact.value_code, fact.occurred_s, fact.by_id, fact.side, fact.channel, fact.id, fact.seq)


def refused_ways(codes: Mapping[str, str | None]) -> tuple[str, ...]:
    """The ways that are refused, given the latest code of each field; in the order of ``WAYS``."""
    stops = codes.get(DO_NOT_CONTACT) == "true"
    return tuple(way for way, name in PERMISSIONS.items() if codes.get(name) == REFUSED or (stops and way in DIRECT))


def beside(known: Mapping[str, Value], fresh: Mapping[str, str]) -> str | None:
    """What ``do_not_contact`` becomes by new codes of the permissions: "true", "false", or None where it stays.

    The last way of sales refused sums up to a no; a ground given for a direct way takes a no back.
    """
    if DO_NOT_CONTACT in fresh or fresh.keys().isdisjoint(FIELDS):
        return None
    after = {name: value.code for name, value in known.items() if name in FIELDS} | dict(fresh)
    stops = after.get(DO_NOT_CONTACT) == "true"
    given = [way for way in DIRECT if fresh.get(PERMISSIONS[way]) not in (None, REFUSED, "unknown")]
    if stops and given:
        return "false"
    if not stops and all(after.get(PERMISSIONS[way]) == REFUSED for way in BY_SALES):
        return "true"
    return None


def still_refused(known: Mapping[str, Value], fresh: Mapping[str, str]) -> dict[str, str]:
    """Ways that stay refused when ``do_not_contact`` is taken back by a ground for another one: field to code."""
    stop = known.get(DO_NOT_CONTACT)
    if stop is None or stop.code != "true" or beside(known, fresh) != "false":
        return {}
    names = (PERMISSIONS[way] for way in DIRECT)
    return {name: REFUSED for name in names if name not in fresh and getattr(known.get(name), "code", "") != REFUSED}


def without_lifting(given: Mapping[str, str | None], known: Mapping[str, Value]) -> Mapping[str, str | None]:
    """What a file says of a lead, without what would take back a no: an old list does not overrule the buyer."""
    if given.keys().isdisjoint(FIELDS):
        return given
    refused = refused_ways({name: value.code for name, value in known.items() if name in FIELDS})
    if not refused:
        return given
    names = {PERMISSIONS[way] for way in refused} | {DO_NOT_CONTACT}
    return {
        name: text
        for name, text in given.items()
        if name not in names or (text or "").strip().casefold() in (REFUSED, *_YES)
    }


_YES = ("true", "yes", "y", "on", "1")


def asks_to_be_left(facts: Sequence[Fact]) -> bool:
    """Whether these facts say that the buyer is not to be contacted."""
    return any(f.kind == "described" and f.field == DO_NOT_CONTACT and f.value_code == "true" for f in facts)


def left_alone(
    lead_id: int, at_s: int, *, by_id: int | None = None, recorded_s: int = 0, channel: str | None = None
) -> Fact:
    """The fact that a lead leaves the hands of sales because the buyer asked to be left alone.

    It is the buyer's word: what was promised to be tried ends as kept, and nobody's judgment of the lead is in it.
    """
    return Fact(
        0, "", "disqualified", at_s, recorded_s, lead_id=lead_id, by_id=by_id, side="buyer", reason=REASON,
        channel=channel,
    )  # fmt: skip


def never(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """A pact's conditions that never let a lead cross, with the buyer's no, which no pact can sign away."""
    return tuple(conditions) if NO_CONTACT in conditions else (*conditions, NO_CONTACT)
