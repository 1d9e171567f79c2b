"""What a replay found, in plain sentences."""

from __future__ import annotations

from leadpact.evidence.replay import Wins
from leadpact.evidence.scores import ACTIONS, FIELDS, MUST, NEVER, NO_LANE, NOT_COVERED, SHORT
from leadpact.queries.replay_shapes import Effect

_WHY = {
    NOT_COVERED: "not covered by the pact",
    NO_LANE: "no lane fits",
    SHORT: "too few points",
    FIELDS: "something that comes with it is missing",
    ACTIONS: "something to be done before is not done",
    MUST: "what must hold does not, or is not known",
    NEVER: "ruled out by a “never”",
}
ENOUGH_WEEKS = 8
"""Of fewer whole weeks a volume is said with a warning."""


def kept_back(kept_by: int) -> tuple[str, ...]:
    """What keeps a lead back, in words."""
    return tuple(words for bit, words in _WHY.items() if kept_by & bit)


def whole(number: float) -> str:
    """A number as people write it: whole from ten on, else with one digit where it has one."""
    return f"{number:,.0f}" if number >= 10 or number == int(number) else f"{number:.1f}"


def sentences(found: Effect) -> tuple[str, ...]:
    """What there is to say, the most important first."""
    if not found.leads:
        return (f"No lead was heard of in these {found.months} months, so there is nothing to try the draft on.",)
    weeks = sum(week.is_whole for week in found.weeks)
    said = [_nothing(found) or _volume(found, weeks)]
    if not found.nothing_passes:
        said.append(wins_words(found.draft.wins))
    if found.before is not None:
        said.append(_sides(found))
    if weeks and weeks < ENOUGH_WEEKS:
        said.append(f"Only {weeks} whole week{'s' if weeks != 1 else ''} to count: another few may look different.")
    return tuple(said)


def _nothing(found: Effect) -> str:
    if not found.nothing_passes:
        return ""
    return f"None of the {found.leads:,} leads would have passed. Lower the line, or look at what must hold."


def _volume(found: Effect, weeks: int) -> str:
    draft = found.draft
    begin = "This pact" if draft.line is None else f"A line at {draft.line}"
    if not weeks:
        return f"{begin} would have sent {draft.passed:,} of {found.leads:,} leads. No week is over yet to count by."
    room = f"room for {whole(found.capacity_a_week)}" if found.people else "nobody takes leads yet"
    over = draft.volume.weeks_over
    more = "" if not found.people else f"; {over} of {weeks} weeks above it" if over else "; no week above it"
    return (
        f"{begin} would have sent {whole(draft.volume.mean)} leads a week ({room}{more}); "
        f"in nine of ten weeks at most {whole(draft.volume.high)}."
    )


def wins_words(wins: Wins) -> str:
    """What is known of the wins among leads that pass."""
    if not wins.unseen:
        return f"All {wins.leads:,} of them were worked on: {wins.known:,} are won so far."
    said = f"It would have caught at least {wins.known:,} wins so far"
    if wins.at_most is not None:
        said += f" and at most about {wins.at_most:,.0f}"
    if wins.tried is not None:
        low, high = wins.tried.low, wins.tried.high
        said += f"; the slice let through by chance says {wins.tried.value:,.0f} ({low:,.0f} to {high:,.0f})"
    if wins.never_tried:
        said += f". {wins.never_tried:,} more leads have points that were hardly ever tried: nobody can say"
    return said + "."


def _sides(found: Effect) -> str:
    if not found.joins and not found.leaves:
        return f"All {found.leads:,} leads stay on the side where the pact in force has them."
    moved = found.joins + found.leaves
    return (
        f"{moved:,} of {found.leads:,} leads change side: {found.joins:,} would pass that do not under the pact in "
        f"force, {found.leaves:,} would stay back that pass."
    )
