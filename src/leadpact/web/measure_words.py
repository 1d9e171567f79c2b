"""What a measure says, in the reader's language: its finding, its sentence and its notes.

The English texts are those of the measures; amounts and shares are written as everywhere on the pages. What has no
words here is shown as the measure wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadpact.web.wording import EXPONENTS, amount_in_words, count_in_words, share_in_words

Args = Mapping[str, Any]
Label = Callable[[str], str]
"""The word of a code, such as that of a source."""

_SHARES = frozenset(("share", "share_low", "share_high", "low", "high", "promise"))

SENTENCES: dict[str, Lazy] = {
    "funnel.none": _("No leads are recorded in this period."),
    "funnel.few": _(
        "%(won)s of %(leads)s leads captured from %(first_month)s to %(last_month)s were won: too few to say more."
    ),
    "funnel.won": _(
        "%(won)s of %(leads)s leads captured from %(first_month)s to %(last_month)s were won: %(share)s "
        "(%(share_low)s to %(share_high)s). Lost: %(lost)s; sent back: %(sent_back)s; still open: "
        "%(still_open)s."
    ),
    "funnel.won_before_captured": _(
        "Won before they were captured: %(leads)s. They are counted as won; look at how they were entered."
    ),
    "source_quality.none": _("No leads are recorded in this period."),
    "source_quality.few": _(
        "%(won)s of %(leads)s leads are won so far and %(open)s are still open: too few followed long enough "
        "to say more."
    ),
    "source_quality.won": _(
        "Within %(day)s days of capture %(share)s of leads are won (%(low)s to %(high)s). %(won)s of "
        "%(leads)s leads are won so far; %(open)s are still open and count as far as they have come."
    ),
    "source_quality.clearly_above": _("Clearly above the rest: %(sources)s."),
    "source_quality.clearly_below": _("Clearly below the rest: %(sources)s."),
    "source_quality.alike": _("The differences between sources are what chance gives."),
    "source_quality.pooled": _("Fewer than 30 leads each, shown together: %(sources)s."),
    "source_quality.won_before_captured": _(
        "Won before they were captured: %(leads)s. They count as won on day 0; look at how they were entered."
    ),
    "sla_keeping.none": _("No hand-offs are recorded by %(until)s, so there is nothing to keep yet."),
    "sla_keeping.no_clocks": _(
        "%(hand_offs)s hand-offs are recorded by %(until)s, but none carries a deadline, so there is nothing "
        "to keep yet."
    ),
    "sla_keeping.few": _(
        "%(kept)s of %(due)s due clocks kept: too few to say more. Still running, and not counted against "
        "anyone: %(running)s."
    ),
    "sla_keeping.kept": _(
        "%(kept)s of %(due)s due clocks kept: %(share)s (%(low)s to %(high)s). Half of all leads wait more "
        "than %(half_hours)s hours. Still running, and not counted against anyone: %(running)s."
    ),
    "sla_keeping.kept_half_not_reached": _(
        "%(kept)s of %(due)s due clocks kept: %(share)s (%(low)s to %(high)s). Fewer than half of all leads "
        "were touched so far. Still running, and not counted against anyone: %(running)s."
    ),
    "sla_keeping.within": _("Differences between people are within chance."),
    "sla_keeping.outside": _("People whose share lies outside what chance gives: %(people)s."),
    "sla_keeping.promise": _("The pact promises %(promise)s."),
    "sla_keeping.wall": _("Touches without recorded working time, counted by the wall clock: %(clocks)s."),
    "sla_keeping.wall_open": _(
        "Open clocks without working time, counted by the wall clock as far as they have come: %(clocks)s."
    ),
    "sla_keeping.late_again": _(
        "Clocks that got a new owner and a new deadline after the first deadline had passed: %(clocks)s. They"
        " are judged by the first one."
    ),
    "persistence.none": _("No attempts are recorded by %(until)s, so there is nothing to learn from yet."),
    "persistence.few": _("Leads with attempts: %(leads)s. Too few to say what the next attempt is worth."),
    "persistence.reply_line": _(
        "Of 100 such leads about %(as_run)s reply by attempt %(attempt)s as you work today. Had none been "
        "dropped it would be between %(as_run)s and %(kept)s, about %(alike)s if dropped leads are like kept "
        "ones of the same score and source."
    ),
    "persistence.reply_range": _(
        "Of 100 such leads about %(as_run)s reply by attempt %(attempt)s as you work today. Had none been "
        "dropped it would be between %(as_run)s and %(kept)s."
    ),
    "persistence.won_line": _(
        "Of 100 such leads about %(as_run)s are won by attempt %(attempt)s as you work today. Had none been "
        "dropped it would be between %(as_run)s and %(kept)s, about %(alike)s if dropped leads are like kept "
        "ones of the same score and source."
    ),
    "persistence.won_range": _(
        "Of 100 such leads about %(as_run)s are won by attempt %(attempt)s as you work today. Had none been "
        "dropped it would be between %(as_run)s and %(kept)s."
    ),
    "persistence.naive": _(
        "The table by final number of contacts slopes by who is dropped when, not by what an attempt is worth."
    ),
    "persistence.no_value": _("The pact names no value of a deal or cost of an attempt, so no stop point is given."),
    "persistence.no_chance": _("Too few leads that replied were followed long enough to say what a reply is worth."),
    "persistence.stop": _("Going on is worth it up to attempt %(stop_after)s (%(low)s to %(high)s)."),
    "persistence.no_stop": _("Every attempt seen so far, up to %(attempts)s, was worth it."),
    "persistence.worth": _(
        "Attempt %(attempt)s gets %(of_100)s in 100 of those still silent: worth %(worth)s, costs %(cost)s."
    ),
    "persistence.talked_first": _("Leads that talked before any attempt, and are left out: %(leads)s."),
}
"""Sentence or note of a measure, as ``measure.key``."""

FINDINGS: dict[str, Lazy] = {
    "funnel.won": _("%(won)s of %(leads)s leads became customers"),
    "funnel.few": _("How far leads come"),
    "source_quality.won": _("What each source brings in the end"),
    "source_quality.few": _("What each source brings in the end"),
    "sla_keeping.kept": _("%(share)s of leads touched in time"),
    "sla_keeping.kept_half_not_reached": _("%(share)s of leads touched in time"),
    "sla_keeping.few": _("Touched in time"),
    "persistence.reply_line": _("What the next attempt is worth"),
}
"""The finding that heads the picture, where the sentence alone gives one."""
_OF_NOTES: tuple[tuple[str, Lazy], ...] = (
    ("source_quality.clearly_above", _("Clearly above the rest: %(sources)s")),
    ("source_quality.clearly_below", _("Clearly below the rest: %(sources)s")),
    ("source_quality.alike", _("No source differs beyond chance")),
    ("persistence.stop", _("Going on is worth it up to attempt %(stop_after)s")),
    ("persistence.no_stop", _("Every attempt up to %(attempts)s was worth it")),
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
    return str(TITLES.get(name, otherwise or same_code(name)))


def sentence(body: Args, label: Label = same_code) -> str:
    """The measure's sentence."""
    found = SENTENCES.get(body["sentence_key"])
    return str(found) % words_of(body["measure"], body["sentence_args"], label) if found else str(body["sentence"])


def note(measure: str, told: Args, label: Label = same_code) -> str:
    """A remark under a result."""
    found = SENTENCES.get(f"{measure}.{told['key']}")
    return str(found) % words_of(measure, told["args"], label) if found else str(told["text"])


def finding(body: Args, label: Label = same_code) -> str:
    """What heads the picture: the finding, else the measure's title."""
    notes = {f"{body['measure']}.{told['key']}": told["args"] for told in body["notes"]}
    for key, text in _OF_NOTES:
        if key in notes:
            return str(text) % words_of(body["measure"], notes[key], label)
    found = FINDINGS.get(body["sentence_key"])
    if found is None:
        return title_of(body["measure"])
    return str(found) % words_of(body["measure"], body["sentence_args"], label)


def words_of(measure: str, args: Args, label: Label) -> dict[str, str]:
    """Arguments as people read them."""
    return {name: _word(measure, name, value, args, label) for name, value in args.items()}


def _word(measure: str, name: str, value: Any, args: Args, label: Label) -> str:
    if name == "sources":
        return ", ".join(label(each) for each in str(value).split(", "))
    if not isinstance(value, (int, float)):
        return str(value)
    if measure == "persistence":
        return _attempts_word(name, value, args)
    if name in _SHARES:
        return share_in_words(value)
    return count_in_words(value, 1 if name == "half_hours" else 0)


def _attempts_word(name: str, value: float, args: Args) -> str:
    if name in ("worth", "cost"):
        currency = str(args.get("currency") or "")
        digits = EXPONENTS.get(currency, 2)
        return amount_in_words(round(Decimal(str(round(value))).scaleb(digits)), currency)
    return count_in_words(value, 1 if name == "of_100" else 0)


def stage_words(stage: str) -> str:
    """A stage of the funnel."""
    words = {
        "captured": gettext("Captured"), "qualified": gettext("Qualified"), "handed_over": gettext("Handed over"),
        "accepted": gettext("Accepted"), "first_talk": gettext("First talk"), "deal_opened": gettext("Deal opened"),
        "won": gettext("Won"),
    }  # fmt: skip
    return words.get(stage, same_code(stage))
