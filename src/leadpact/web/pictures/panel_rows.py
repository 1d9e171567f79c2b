"""Rows of an answer's panels: values with their ranges, and bars with their marks."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.evidence.pictures.ink import placed
from leadpact.evidence.pictures.panels import Bar, Bars, Dot, Dots
from leadpact.web.pictures.drawing import EMPTY, exact, joined, key, step
from leadpact.web.pictures.planes import Speak, axis_words, bare, team_class, written
from leadpact.web.templatetags.look import icon


def unbroken(words: str) -> SafeString:
    """The words with a range in brackets on one line: a line may end behind a dash, whatever space follows it."""
    before, bracket, range_ = words.partition("(")
    return format_html('{}<span class="whole">{}</span>', before, bracket + range_)


def dots(panel: Dots, speak: Speak) -> SafeString:
    """Values under each other on one axis."""
    values = [
        value
        for row in panel.rows if row.support != "none"
        for value in (row.value, row.low, row.high, row.mark, *(row.second or ())) if value is not None
    ]  # fmt: skip
    values += [panel.reference] if panel.reference is not None else []
    place, marks = placed(values, panel.neutral, is_log=panel.unit == "times")
    lines = [
        format_html(
            '<div class="drow{}"><span class="dname">{}</span>{}<span class="dv"><b>{}</b><small>{}</small></span>'
            "</div>",
            "" if row.is_named and row.support == "enough" else " few", speak(row.name), _track(row, panel, place),
            unbroken(dot_words(row, panel)), speak(row.note) if row.note else "",
        )
        for row in panel.rows
    ]  # fmt: skip
    shown = joined(
        format_html('<span class="xl {}">{}</span>', step("x", place(mark)), axis_words(mark, panel.unit))
        for mark in marks
        if values
    )
    axis = format_html(
        '<div class="drow axis"><span></span><span class="dot-ticks">{}</span><span></span></div>', shown
    )
    sides = EMPTY
    if all(panel.towards):
        sides = format_html('<p class="towards"><span>← {}</span><span>{} →</span></p>', *map(speak, panel.towards))
    entries = list(zip(("ok", "o"), map(speak, panel.kinds), strict=False))
    entries += [("tick-key", speak(words)) for words in (panel.mark_says, panel.reference_says) if words]
    return joined([
        format_html('<div class="dots">{}{}</div>', joined(lines), axis), sides, key(entries) if entries else EMPTY,
    ])  # fmt: skip


def dot_words(row: Dot, panel: Dots) -> str:
    """A row's value with its range, both of a pair, or that there are too few."""
    if row.support == "none" or row.value is None:
        return gettext("too few to say") if panel.neutral is None else gettext("too few to compare")
    said = written(row.value, panel.unit)
    if panel.kinds:
        other = row.second[0] if row.second else None
        return f"{axis_words(row.value, panel.unit)} / {'–' if other is None else written(other, panel.unit)}"
    if row.low is None or row.high is None:
        return said
    return f"{said} ({bare(row.low, panel.unit)} – {bare(row.high, panel.unit)})"


def _track(row: Dot, panel: Dots, place: Callable[[float], float]) -> SafeString:
    marks = [
        format_html('<line class="mean" x1="{}" x2="{}" y1="0" y2="24"/>', exact(place(at)), exact(place(at)))
        for at in (panel.neutral, panel.reference) if at is not None
    ]  # fmt: skip
    if row.support != "none":
        first = "ok" if panel.kinds else team_class(row.team)
        if panel.neutral is not None:
            first = "s" if row.is_named else "o"
        shift = 4 if row.second is not None else 0
        marks += _mark((row.value, row.low, row.high), first, 12 - shift, place)
        marks += _mark(row.second or (None, None, None), "o", 12 + shift, place)
        if row.mark is not None:
            at = exact(place(row.mark))
            marks.append(format_html('<line class="tick" x1="{}" x2="{}" y1="3" y2="21"/>', at, at))
    return format_html('<svg class="track" height="24" aria-hidden="true" focusable="false">{}</svg>', joined(marks))


def _mark(
    told: tuple[float | None, float | None, float | None], kind: str, y: int, place: Callable[[float], float]
) -> list[SafeString]:
    value, low, high = told
    if value is None:
        return []
    found = []
    if low is not None and high is not None:
        ends = exact(place(low)), exact(place(high))
        found.append(format_html('<line class="whisker {}" x1="{}" x2="{}" y1="{}" y2="{}"/>', kind, *ends, y, y))
    found.append(format_html('<circle class="{}" cx="{}" cy="{}" r="5"/>', kind, exact(place(value)), y))
    return found


def spoken_dots(panel: Dots, speak: Speak) -> str:
    """The values in words."""
    return "; ".join(
        f"{speak(row.name)}: {dot_words(row, panel)}{f', {speak(row.note)}' if row.note else ''}" for row in panel.rows
    )


def bars(panel: Bars, speak: Speak) -> SafeString:
    """Bars under each other, with ranges and what they are held against."""
    lines = [
        format_html(
            '<div class="drow"><span class="dname">{}</span>{}<span class="dv {}"><b>{}{}</b><small>{}</small></span>'
            "</div>",
            speak(row.name), _bar(row, panel, speak), row.state, _sign(row.state), unbroken(speak(row.value)),
            speak(row.note) if row.note else "",
        )
        for row in panel.rows
    ]  # fmt: skip
    entries = [(team_class(team), speak(name)) for team, name in panel.kinds]
    entries += [("tick-key", speak(panel.mark_says))] if panel.mark_says else []
    return joined([
        format_html('<div class="dots bars">{}</div>', joined(lines)), key(entries) if entries else EMPTY,
    ])  # fmt: skip


def _sign(state: str) -> SafeString:
    """Whether a promise was kept, by a sign beside its words."""
    return icon({"kept": "check", "missed": "x"}[state]) if state in ("kept", "missed") else EMPTY


def _bar(row: Bar, panel: Bars, speak: Speak) -> SafeString:
    whole, high = panel.top_of(row), 8 if panel.is_thin else 18
    top = (24 - high) // 2
    marks = [format_html('<rect class="trough" y="{}" width="100%" height="{}" rx="3"/>', top, high)]
    start = 0.0
    for part in (each for each in row.parts if each.amount > 0):
        marks.append(
            format_html(
                '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"{}/>', team_class(part.team),
                exact(start / whole), top, exact(max(part.amount / whole, 0.004)), high,
                format_html(' data-tip="{}"', speak(part.says)) if part.says else EMPTY,
            )
        )  # fmt: skip
        start += part.amount
        if start < row.size:
            marks.append(format_html('<line class="seam" x1="{}" x2="{}" y1="{}" y2="{}"/>', exact(start / whole),
                                     exact(start / whole), top, top + high))  # fmt: skip
    if row.low is not None and row.high is not None:
        ends = exact(row.low / whole), exact(row.high / whole)
        marks.append(format_html('<line class="span" x1="{}" x2="{}" y1="12" y2="12"/>', *ends))
        marks += [format_html('<line class="span" x1="{}" x2="{}" y1="7" y2="17"/>', end, end) for end in ends]
    if row.mark is not None:
        at = exact(row.mark / whole)
        marks.append(format_html('<line class="tick" x1="{}" x2="{}" y1="1" y2="23"/>', at, at))
    return format_html('<svg class="track" height="24" aria-hidden="true" focusable="false">{}</svg>', joined(marks))


def spoken_bars(panel: Bars, speak: Speak) -> str:
    """The bars in words."""
    return "; ".join(
        f"{speak(row.name)}: {speak(row.value)}{f', {speak(row.note)}' if row.note else ''}" for row in panel.rows
    )
