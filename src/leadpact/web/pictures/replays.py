"""Pictures of a pact tried on the past: leads a week against room, wins as a range, and bands of points."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.evidence.replay import Band, Wins
from leadpact.queries.replay import Week
from leadpact.web.pictures.drawing import (
    EMPTY,
    Caption,
    Tick,
    area,
    curve,
    exact,
    figure,
    joined,
    key,
    numbers,
    path,
    rule,
    scale_ticks,
    shapes,
    stairs,
)
from leadpact.web.wording import count_in_words, share_in_words

_HATCH = SafeString(
    '<defs><pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern>'
    "</defs>"
)
MOST_LABELS = 7


def _hatch(name: str) -> SafeString:
    return SafeString(_HATCH.replace("{id}", name))


def volume(caption: Caption, weeks: Sequence[Week], *, room: float, has_before: bool) -> SafeString:
    """Bars of leads a week under the draft, a line of the pact in force, and the room that people have."""
    top = scale_ticks(max([room, 1.0, *(max(each.draft, each.before) for each in weeks)]))
    width = 1 / max(1, len(weeks))
    bars = []
    for at, week in enumerate(weeks):
        kind = "bar off" if not week.is_whole else "bar over" if room and week.draft > room else "bar"
        bars.append(
            format_html(
                '<rect class="{}" x="{}" width="{}" y="{}" height="{}" rx="2" data-tip="{}"/>',
                kind, exact((at + 0.18) * width), exact(0.64 * width), exact(1 - week.draft / top[-1]),
                exact(week.draft / top[-1]), _week_tip(week, has_before=has_before),
            )
        )  # fmt: skip
    line = stairs([(at * width, week.before / top[-1]) for at, week in enumerate(weeks)], 1.0)
    marks = joined([*bars, shapes(curve("line o", path(line))) if has_before else EMPTY])
    if room:
        marks += rule("cost", y=room / top[-1])
    every = max(1, -(-len(weeks) // MOST_LABELS))
    ticks = [Tick((at + 0.5) * width, f"{week.starts_on:%-d %b}") for at, week in enumerate(weeks) if at % every == 0]
    plane = area(
        x_ticks=ticks,
        y_ticks=[Tick(each / top[-1], count_in_words(each)) for each in top],
        marks=marks,
        x_title=gettext("week from Monday"),
    )
    entries = [("s", gettext("leads that would pass"))]
    entries += [("line o", gettext("under the pact in force"))] if has_before else []
    entries += [("cost", gettext("room for %(n)s a week") % {"n": count_in_words(round(room))})] if room else []
    head = [gettext("Week from"), gettext("Draft"), gettext("In force"), gettext("Did pass"), gettext("Whole week")]
    rows = [
        [
            f"{week.starts_on:%-d %b %Y}", count_in_words(week.draft),
            count_in_words(week.before) if has_before else "–", count_in_words(week.crossed),
            gettext("yes") if week.is_whole else gettext("no"),
        ]
        for week in weeks
    ]  # fmt: skip
    spoken = "; ".join(_week_tip(week, has_before=has_before) for week in weeks)
    return figure("replay-weeks", caption, joined([plane, key(entries)]), spoken, numbers(caption, head, rows))


def _week_tip(week: Week, *, has_before: bool) -> str:
    words = gettext("week from %(day)s: %(n)s would pass") % {
        "day": f"{week.starts_on:%-d %b}", "n": count_in_words(week.draft)
    }  # fmt: skip
    if has_before:
        words += ", " + gettext("%(n)s under the pact in force") % {"n": count_in_words(week.before)}
    return words if week.is_whole else words + ", " + gettext("not a whole week")


def outcome(caption: Caption, rows: Sequence[tuple[str, Wins]]) -> SafeString:
    """Wins of each pact: known ones solid, up to what is possible hatched, and a diamond for the slice by chance."""
    top = max([1.0, *(_highest(wins) for _, wins in rows)])
    drawn = []
    for at, (name, wins) in enumerate(rows):
        known, most = wins.known / top, _highest(wins) / top
        parts = [
            _hatch(f"may-be-won-{at}"),
            SafeString('<rect class="trough" width="100%" height="22" y="4" rx="5"/>'),
            format_html(
                '<rect fill="url(#may-be-won-{})" x="{}" width="{}" height="22" y="4" data-tip="{}"/>',
                at, exact(known), exact(most - known), _cap_tip(wins),
            ),
            format_html(
                '<rect class="known" width="{}" height="22" y="4" data-tip="{}"/>', exact(known), _known_tip(wins)
            ),
        ]  # fmt: skip
        if wins.tried is not None:
            low, value, high = (each / top for each in (wins.tried.low, wins.tried.value, wins.tried.high))
            parts.append(
                format_html(
                    '<line class="whisker" x1="{}" x2="{}" y1="15" y2="15"/>'
                    '<svg x="{}" y="15" overflow="visible"><rect class="diamond" x="-6" y="-6" width="12" height="12" '
                    'transform="rotate(45)" data-tip="{}"/></svg>',
                    exact(low), exact(high), exact(value), _tried_tip(wins),
                )
            )  # fmt: skip
        drawn.append(
            format_html(
                '<div class="wins-row"><span>{}</span><svg height="30" aria-hidden="true" focusable="false">{}</svg>'
                "<b>{}</b></div>",
                name, joined(parts), _range_words(wins),
            )
        )  # fmt: skip
    entries = [("known", gettext("won so far")), ("hatched", gettext("could be won besides, nobody worked on them"))]
    if any(wins.tried is not None for _, wins in rows):
        entries.append(("diamond", gettext("by the leads let through by chance")))
    head = [
        gettext("Pact"), gettext("Leads that pass"), gettext("Won so far"), gettext("At most about"),
        gettext("If all unseen were won"), gettext("Not worked on"), gettext("Of these hardly ever tried"),
    ]  # fmt: skip
    table = [
        [
            name, count_in_words(wins.leads), count_in_words(wins.known),
            "–" if wins.at_most is None else count_in_words(round(wins.at_most)),
            count_in_words(wins.without_assumption), count_in_words(wins.unseen), count_in_words(wins.never_tried),
        ]
        for name, wins in rows
    ]  # fmt: skip
    spoken = "; ".join(f"{name}: {_known_tip(wins)}, {_cap_tip(wins)}" for name, wins in rows)
    return figure("replay-wins", caption, joined([*drawn, key(entries)]), spoken, numbers(caption, head, table))


def _highest(wins: Wins) -> float:
    tried = wins.tried.high if wins.tried is not None else 0.0
    return max(float(wins.known), wins.at_most or 0.0, tried)


def _range_words(wins: Wins) -> str:
    if wins.at_most is None or round(wins.at_most) == wins.known:
        return count_in_words(wins.known) + ("+" if wins.unseen else "")
    return gettext("%(low)s to %(high)s") % {
        "low": count_in_words(wins.known),
        "high": count_in_words(round(wins.at_most)),
    }


def _known_tip(wins: Wins) -> str:
    return gettext("%(k)s of %(n)s leads are won so far") % {
        "k": count_in_words(wins.known), "n": count_in_words(wins.leads)
    }  # fmt: skip


def _cap_tip(wins: Wins) -> str:
    if wins.at_most is None:
        return gettext("what else could be won nobody can say")
    return gettext("at most about %(n)s, if the others are won as often as leads with as many points") % {
        "n": count_in_words(round(wins.at_most))
    }


def _tried_tip(wins: Wins) -> str:
    if wins.tried is None:
        return ""
    return gettext("%(n)s leads let through by chance say %(value)s (%(low)s to %(high)s)") % {
        "n": count_in_words(wins.tried.leads), "value": count_in_words(round(wins.tried.value)),
        "low": count_in_words(round(wins.tried.low)), "high": count_in_words(round(wins.tried.high)),
    }  # fmt: skip


def bands(caption: Caption, rows: Sequence[Band], *, line: int | None) -> SafeString:
    """Each band of points with the share won of those worked on; bands never tried are hatched and have no number."""
    shown = [band for band in rows if band.seen or band.unseen]
    top = max([0.01, *(band.share or 0.0 for band in shown)])
    drawn = []
    for at, band in enumerate(reversed(shown)):
        if band.share is None:
            inner = joined([
                _hatch(f"never-tried-{at}"),
                format_html(
                    '<rect fill="url(#never-tried-{})" width="100%" height="16" y="3" rx="4" data-tip="{}"/>',
                    at, gettext("hardly ever tried: no share can be given"),
                ),
            ])  # fmt: skip
            words = gettext("never tried") if not band.seen else gettext("too few to say")
        else:
            inner = joined([
                SafeString('<rect class="trough" width="100%" height="16" y="3" rx="4"/>'),
                format_html(
                    '<rect class="known" width="{}" height="16" y="3" rx="4" data-tip="{}"/>',
                    exact(band.share / top), _band_tip(band),
                ),
            ])  # fmt: skip
            words = share_in_words(band.share)
        kind = "band-row" if line is None or band.low >= line else "band-row below"
        drawn.append(
            format_html(
                '<div class="{}"><span>{}</span><svg height="22" aria-hidden="true" focusable="false">{}</svg>'
                "<b>{}</b><small>{}</small></div>",
                kind, _points(band), inner, words, _band_counts(band),
            )
        )  # fmt: skip
    entries = [("known", gettext("share won of those worked on")), ("hatched", gettext("hardly ever tried"))]
    head = [gettext("Points"), gettext("Worked on"), gettext("Won"), gettext("Share won"), gettext("Not worked on")]
    table = [
        [
            _points(band), count_in_words(band.seen), count_in_words(band.won),
            "–" if band.share is None else share_in_words(band.share), count_in_words(band.unseen),
        ]
        for band in shown
    ]  # fmt: skip
    spoken = "; ".join(f"{_points(band)}: {_band_counts(band)}" for band in shown)
    return figure("replay-bands", caption, joined([*drawn, key(entries)]), spoken, numbers(caption, head, table))


def _points(band: Band) -> str:
    return gettext("%(low)d to %(high)d points") % {"low": band.low, "high": band.high - 1}


def _band_tip(band: Band) -> str:
    return gettext("%(k)s of %(n)s worked on are won") % {
        "k": count_in_words(band.won), "n": count_in_words(band.seen)
    }  # fmt: skip


def _band_counts(band: Band) -> str:
    worked = gettext("%(k)s of %(n)s won") % {"k": count_in_words(band.won), "n": count_in_words(band.seen)}
    return worked + ", " + gettext("%(n)s not worked on") % {"n": count_in_words(band.unseen)}
