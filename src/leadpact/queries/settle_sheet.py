"""The sheet as one HTML file that stands alone: one printed page of findings, and below it, on demand, the leads.

Words and styles are in the file itself; nothing is fetched from anywhere, and nothing of it runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from leadpact.connectors.settle_columns import MEANINGS
from leadpact.evidence.settle import Finding
from leadpact.queries.settle import Sheet
from leadpact.queries.settle_lists import HEADINGS, Listed, as_csv, lists
from leadpact.queries.settle_style import STYLE

SHOWN = 200
"""Rows of a list on the page; its CSV has more."""
MOST_CSV = 5_000
"""Rows of a list's CSV within the page."""
_POINTS = 8
_LONGEST = 90
GRADES = {
    "Counted": "what happened",
    "Corrected": "for leads not finished yet",
    "Adjusted": "like compared with like",
    "Tried": "a random slice was set aside",
}


def page(sheet: Sheet, *, nonce: str = "", bar: str = "") -> str:
    """The whole file. ``nonce`` lets its styles pass a page's policy; ``bar`` is HTML above it, never printed."""
    mark = f' nonce="{escape(nonce)}"' if nonce else ""
    title = f"{sheet.marketing.name} and {sheet.sales.name}"
    parts = [
        "<!doctype html>",
        '<html lang="en">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Settled: {escape(title)}</title><style{mark}>{STYLE}</style></head>",
        "<body>",
        bar,
        f'<main class="sheet">{_head(sheet)}{_findings(sheet)}{_cannot(sheet)}{_draft(sheet)}{_foot(sheet)}</main>',
        f'<section class="more" aria-label="Behind the figures">{_more(sheet)}</section>',
        "</body></html>",
    ]
    return "\n".join(parts)


def _head(sheet: Sheet) -> str:
    swapped = (
        "<p>The files were named the other way round; this page takes each for what it is.</p>"
        if sheet.was_swapped
        else ""
    )
    return (
        "<header><h1>What the two files say</h1>"
        f'<p class="files"><b class="m">M</b> {escape(sheet.marketing.name)} '
        f'<b class="s">S</b> {escape(sheet.sales.name)}'
        f" · until {escape(sheet.until)}</p>"
        f'<p class="joined">{escape(" ".join(sheet.joined))}</p>{swapped}</header>'
    )


def _findings(sheet: Sheet) -> str:
    told = [each for each in sheet.findings if each.grade is not None]
    if not told:
        return ""
    return f'<div class="findings">{"".join(_finding(each) for each in told)}</div>'


def _finding(each: Finding) -> str:
    spread = f'<p class="range">{escape(each.spread)}</p>' if each.spread else ""
    notes = "".join(f"<p class=note>{escape(note)}</p>" for note in each.notes)
    link = f'<p class="link"><a href="#{each.key}">The leads behind it</a></p>' if each.leads else ""
    return (
        f'<article class="{each.key}"><p class="badge">{each.grade}</p><h2>{escape(each.title)}</h2>'
        f'<p class="figure">{escape(each.figure)}</p>{spread}<p class="says">{escape(each.says)}</p>'
        f"{_table(each)}{notes}{link}</article>"
    )


def _table(each: Finding) -> str:
    if not each.rows:
        return ""
    names = [name for name, _ in each.columns]
    numbers = {name for name in names if all(isinstance(row[name], int) for row in each.rows)}
    head = "".join(f'<th scope="col"{_right(name in numbers)}>{escape(title)}</th>' for name, title in each.columns)
    body = "".join(
        "<tr>" + "".join(f"<td{_right(name in numbers)}>{escape(_cell(row[name]))}</td>" for name in names) + "</tr>"
        for row in each.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _right(is_number: bool) -> str:
    return ' class="n"' if is_number else ""


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else _cut(str(value))


def _cut(text: str, most: int = _LONGEST) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _cannot(sheet: Sheet) -> str:
    silent = [each for each in sheet.findings if each.grade is None]
    lines = [f"<li><b>{escape(each.title)}:</b> {escape(each.says)}</li>" for each in silent]
    lines += [f"<li>{escape(question)}</li>" for _, question in sheet.asks]
    return (
        f'<section class="cannot"><h2>What the files cannot tell</h2><ul>{"".join(lines)}</ul></section>'
        if lines
        else ""
    )


def _draft(sheet: Sheet) -> str:
    draft = sheet.draft
    rows = "".join(
        f'<tr><td class="box">☐ keep ☐ change</td><td>{escape(_cut(label))}</td><td class="n">{points}</td></tr>'
        for label, points in draft.points[:_POINTS]
    )
    rest = len(draft.points) - _POINTS
    more = f'<p class="note">and {rest} more in the whole draft below.</p>' if rest > 0 else ""
    kind = "Points are learned from these files. " if draft.is_learned else ""
    names = "<th scope=col>Mark up</th><th scope=col>A good lead</th><th scope=col class=n>Points</th>"
    head = f"<thead><tr>{names}</tr></thead>"
    notes = [note for note in draft.notes if not draft.is_learned or note.startswith(("Of a won", "Fields", "Reasons"))]
    return (
        f'<section class="draft"><h2>First draft of a pact, to mark up</h2><p class="note">{kind}'
        f"{escape(' '.join(_cut(note, 240) for note in notes[:3]))}</p><table>{head}<tbody>{rows}</tbody></table>{more}"
        '<p class="sign"><span>For marketing</span><span>For sales</span></p></section>'
    )


def _foot(sheet: Sheet) -> str:
    used = sorted({str(each.grade) for each in sheet.findings if each.grade is not None})
    grades = "; ".join(f"{grade}: {GRADES[grade]}" for grade in used)
    is_used = any(each.key in {"uncalled", "not_good"} and each.grade is not None for each in sheet.findings)
    good = f"{escape(sheet.good.words)} " if sheet.good.is_known and is_used else ""
    return (
        f"<footer><p>{good}{escape(grades)}{'.' if grades else ''} Ranges hold the true share in 95 of 100 such files. "
        "Nothing here says why. Made by Leadpact from these two files alone.</p></footer>"
    )


def _more(sheet: Sheet) -> str:
    found = "".join(_list(each) for each in lists(sheet))
    read = "".join(f"<li>{escape(line)}</li>" for line in (*sheet.read, *_rejected(sheet)))
    learned = "".join(f"<li>{escape(_cut(note, 600))}</li>" for note in sheet.draft.notes)
    file = f"data:text/yaml;charset=utf-8,{quote(sheet.draft.text)}"
    return (
        f"{found}<details><summary>The whole first draft, as a file</summary>"
        f'<p><a download="draft-pact.yaml" href="{file}">Save as draft-pact.yaml</a></p>'
        f"<ul>{learned}</ul><pre>{escape(sheet.draft.text)}</pre></details>"
        f"<details><summary>What was read of the files</summary><ul>{read}</ul>{_columns(sheet)}</details>"
    )


def _rejected(sheet: Sheet) -> Iterable[str]:
    for export in (sheet.marketing, sheet.sales):
        for reject in export.rejects[1:]:
            yield f"{export.name}, line {reject.line}, {reject.column}: {reject.reason}."


def _columns(sheet: Sheet) -> str:
    """Which column was taken for what, so that a wrong guess is seen."""
    rows = "".join(
        f"<tr><td>{escape(export.name)}</td><td>{escape(', '.join(map(export.columns.heading, places)))}</td>"
        f"<td>{escape(MEANINGS[meaning])}</td></tr>"
        for export in (sheet.marketing, sheet.sales)
        for meaning, places in export.columns.means.items()
    )
    return f"<table><thead><tr><th>File</th><th>Column</th><th>taken for</th></tr></thead><tbody>{rows}</tbody></table>"


def _list(listed: Listed) -> str:
    filled = [any(row[place] for row in listed.rows) for place in range(len(HEADINGS))]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name, has in zip(HEADINGS, filled, strict=True) if has)
    body = "".join(
        "<tr>"
        + "".join(f"<td>{escape(_cut(cell))}</td>" for cell, has in zip(row, filled, strict=True) if has)
        + "</tr>"
        for row in listed.rows[:SHOWN]
    )
    many = len(listed.rows)
    rest = f"<p>{many - SHOWN:,} more are in the CSV.</p>" if many > SHOWN else ""
    if many > MOST_CSV:
        rest = f"<p>The first {SHOWN} of {many:,}; the CSV has {MOST_CSV:,}, settle --lists FOLDER all.</p>"
    table = quote("\ufeff" + as_csv(listed, MOST_CSV))
    return (
        f'<details id="{listed.key}"><summary>{escape(listed.title)} ({many:,})</summary>'
        f'<p><a download="{listed.key}.csv" href="data:text/csv;charset=utf-8,{table}">Save as {listed.key}.csv</a></p>'
        f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{rest}</details>'
    )
