"""Pictures of the measures, drawn on the server from the same rows as the tables under them.

Pure functions: plain rows in, safe HTML out. Shares are fractions of 1, money is in minor units. Each figure holds
its title, sentence, badge, picture, numbers and links; see ``drawing.Caption``. Titles, sentences and every label in
the rows are already in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.web.pictures.answers import AnsweredRow, PersonDot, TrumpetLimit, answered, trumpet
from leadpact.web.pictures.attempts import PersistenceRow, persistence
from leadpact.web.pictures.bars import Bit, bullet, goal_bar, spark, stack
from leadpact.web.pictures.drawing import Caption, Cell, figure, joined, key, numbers
from leadpact.web.pictures.groups import FEW, CurvePoint, DotRow, SourceCurve, dots, rising
from leadpact.web.wording import count_in_words, share_in_words

__all__ = [
    "AnsweredRow",
    "Bit",
    "Caption",
    "CurvePoint",
    "DotRow",
    "FunnelRow",
    "PersistenceRow",
    "PersonDot",
    "SourceCurve",
    "StripWeek",
    "TrumpetLimit",
    "answered",
    "bullet",
    "dots",
    "funnel",
    "goal_bar",
    "persistence",
    "rising",
    "spark",
    "strip",
    "trumpet",
]


class FunnelRow(NamedTuple):
    """A stage of the funnel: how many leads of the cohort came so far, by who found them, and what became of them.

    ``lost`` and ``open`` count those for whom this was the last stage: lost there, or still there; None where that
    is not counted. ``onward`` is the share of the stage before that came here, where stages can be skipped.
    """

    stage: str
    marketing: int
    sales: int
    other: int = 0
    lost: int | None = 0
    open: int | None = 0
    leads_url: str = ""
    onward: float | None = None

    @property
    def all(self) -> int:
        """All leads of the stage, whoever found them."""
        return self.marketing + self.sales + self.other


def funnel(caption: Caption, rows: Sequence[FunnelRow]) -> SafeString:
    """Bars from captured to won, each split by who found the leads; lost and open ones are counted, not hidden."""
    widest = max((row.all for row in rows), default=0) or 1
    drawn = []
    for index, row in enumerate(rows):
        before = rows[index - 1].all if index else 0
        share = row.onward if row.onward is not None else row.all / before if before >= FEW else None
        onward = gettext("%(share)s go on") % {"share": share_in_words(share)} if share is not None else ""
        bits = [
            Bit("m", row.marketing, gettext("%(n)s found by Marketing") % {"n": count_in_words(row.marketing)}),
            Bit("s", row.sales, gettext("%(n)s found by Sales") % {"n": count_in_words(row.sales)}),
            Bit("o", row.other, gettext("%(n)s found by nobody we know") % {"n": count_in_words(row.other)}),
        ]
        left = [gettext("%(n)s lost here") % {"n": count_in_words(row.lost)}] if row.lost else []
        left += [gettext("%(n)s still here") % {"n": count_in_words(row.open)}] if row.open else []
        drawn.append(
            format_html(
                '<div class="frow"><span class="fname">{}</span>{}<b class="num">{}</b>'
                '<span class="go-on">{}</span><small>{}</small></div>',
                row.stage, stack(bits, widest, 26), count_in_words(row.all), onward, ", ".join(left),
            )
        )  # fmt: skip
    others = [("o", gettext("others"))] if any(row.other for row in rows) else []
    legend = key([("m", gettext("found by Marketing")), ("s", gettext("found by Sales")), *others])
    spoken = "; ".join(
        gettext("%(stage)s: %(all)s, %(m)s found by Marketing and %(s)s by Sales")
        % {"stage": r.stage, "all": r.all, "m": r.marketing, "s": r.sales}
        for r in rows
    )
    head = [
        gettext("Stage"),
        gettext("All"),
        gettext("Marketing"),
        gettext("Sales"),
        gettext("Others"),
    ]
    counted = [
        (name, [row._asdict()[column] for row in rows])
        for name, column in ((gettext("Lost here"), "lost"), (gettext("Still here"), "open"))
        if any(row._asdict()[column] is not None for row in rows)
    ]
    head += [name for name, _ in counted]
    table: list[list[Cell | str]] = [
        [
            Cell(r.stage, r.leads_url),
            *(count_in_words(n) for n in (r.all, r.marketing, r.sales, r.other)),
            *("–" if column[index] is None else count_in_words(column[index]) for _, column in counted),
        ]
        for index, r in enumerate(rows)
    ]
    return figure("funnel", caption, joined([*drawn, legend]), spoken, numbers(caption, head, table))


class StripWeek(NamedTuple):
    """A week: its label and (kept, due) for each of the days; None where nothing fell due."""

    label: str
    days: tuple[tuple[int, int] | None, ...]


STRIP_MARKS = {"all": "", "kept": "", "missed": "–", "bad": "✕", "none": ""}


def _strip_kind(day: tuple[int, int] | None, promise: float) -> str:
    if day is None or not day[1]:
        return "none"
    share = day[0] / day[1]
    if day[0] == day[1]:
        return "all"
    if share >= promise:
        return "kept"
    return "missed" if share >= promise - 0.2 else "bad"


def strip(caption: Caption, day_names: Sequence[str], weeks: Sequence[StripWeek], *, promise: float) -> SafeString:
    """A square for each working day: darker where all was kept, a mark where the promise broke."""

    def says(week: StripWeek, index: int) -> str:
        day = week.days[index]
        what = gettext("%(k)d of %(n)d in time") % {"k": day[0], "n": day[1]} if day else gettext("nothing fell due")
        return f"{week.label}, {day_names[index]}: {what}"

    lines = [
        format_html(
            '<div class="strip-row"><span></span>{}</div>',
            format_html_join("", '<span class="sl">{}</span>', ((w.label,) for w in weeks)),
        )
    ]
    for index, name in enumerate(day_names):
        kinds = [(_strip_kind(week.days[index], promise), says(week, index)) for week in weeks]
        cells = format_html_join(
            "", '<i class="c {}" data-tip="{}">{}</i>', ((kind, tip, STRIP_MARKS[kind]) for kind, tip in kinds)
        )
        lines.append(format_html('<div class="strip-row"><span class="sd">{}</span>{}</div>', name, cells))
    words = [
        ("all", gettext("all in time")),
        ("kept", gettext("promise kept")),
        ("missed", gettext("missed")),
        ("bad", gettext("missed by far")),
    ]
    legend = format_html_join(
        "",
        '<li><i class="c {}" aria-hidden="true">{}</i>{}</li>',
        ((kind, STRIP_MARKS[kind], text) for kind, text in words),
    )
    spoken = "; ".join(says(week, index) for week in weeks for index in range(len(day_names)) if week.days[index])
    table = [[w.label, *(f"{d[0]} / {d[1]}" if d else "–" for d in w.days)] for w in weeks]
    picture = format_html('<div class="strip">{}</div><ul class="key">{}</ul>', joined(lines), legend)
    return figure("heat", caption, picture, spoken, numbers(caption, [gettext("Week"), *day_names], table))
