"""Answering a hand-off from the link in a mail, without signing in."""

from __future__ import annotations

from leadpact.ledger.mail_links import WrongLink, read, token
from leadpact.operations import verdict

ACTS = ("accept", "reject")


def answer_link(*, token: str, act: str, now_s: int, reason: str = "", note: str = "") -> str:
    """Accept the lead of a link, or send it back with a reason. Gives the id of the fact.

    Raises ``WrongLink``, and what the verdict raises: ``AlreadyAnswered``, ``NotOpen``, ``UnknownReason``.
    """
    if act not in ACTS:
        raise WrongLink(f"{act!r} is no answer; choose one of: {', '.join(ACTS)}.")
    hand_off, actor = read(token, now_s)
    if act == "accept":
        return verdict.accept(actor=actor, hand_off_id=hand_off.pk, now_s=now_s)
    return verdict.reject(actor=actor, hand_off_id=hand_off.pk, reason=reason, now_s=now_s, note=note)


__all__ = ["WrongLink", "answer_link", "read", "token"]
