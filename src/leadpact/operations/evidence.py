"""Having a question to a measure answered when somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leadpact.evidence.compiled import fingerprint
from leadpact.ledger import access, reader, results
from leadpact.ledger.access import Actor
from leadpact.ledger.writer import company_zone
from leadpact.operations import refresh

SMALL = 5_000
"""With fewer facts than this a question is answered while its reader waits."""


def answer_soon(*, actor: Actor, name: str, parameters: Mapping[str, str | None], now_s: int) -> bool:
    """See to it that a question has an answer that is not out of date; True when there is a new one at once.

    A small ledger answers while the reader waits, any other leaves it to the worker. An answer that facts have
    overtaken is made anew at most every ``refresh.SPACING_S`` seconds. Raises ``UnknownMeasure``,
    ``WrongQuestion``, ``BadParameter`` and ``Forbidden``.
    """
    access.check(actor, "see_evidence")
    top = reader.watermark()
    last = results.latest(name, results.question(parameters).key, made_by=fingerprint())
    if last is not None:
        is_young = now_s - last.made_s < refresh.SPACING_S
        if is_young or not last.is_stale(top, company_zone(), now_s):
            return False
    if top < SMALL:
        refresh.run_now(name=name, parameters=parameters, now_s=now_s)
        return True
    refresh.request(actor=actor, name=name, parameters=parameters, now_s=now_s)
    return False


def answer_each(*, actor: Actor, questions: Iterable[tuple[str, Mapping[str, str]]], now_s: int) -> bool:
    """The same for each of several measures with its question; whether any has a new answer at once."""
    made = [answer_soon(actor=actor, name=name, parameters=asked, now_s=now_s) for name, asked in questions]
    return any(made)
