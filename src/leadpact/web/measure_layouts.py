"""Any measure as tables and as a plain picture, from what it declares of its columns alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.evidence import layouts
from leadpact.evidence.pictures.panels import Only
from leadpact.evidence.result import year_month
from leadpact.queries.evidence import Layout, Shown
from leadpact.queries.evidence_view import View
from leadpact.web.measure_door import label_of
from leadpact.web.measure_words import Label
from leadpact.web.pictures.drawing import EMPTY, Caption, Cell
from leadpact.web.pictures.groups import DotRow
from leadpact.web.pictures.plain import LengthRow, Numbers, lengths, ranges
from leadpact.web.templatetags.look import side_name
from leadpact.web.wording import bare_points, count_in_words, points, share_in_words, short_amount_in_words

Row = Mapping[str, Any]
Table = dict[str, Any]
DRAWN = 12
"""So many rows are drawn; the table has them all."""
FINE = 1000
"""Numbers below it are written with a digit where they are not whole."""
SIDES = ("marketing", "sales", "unknown")
SIDED = ("developed_by", "found_by", "side", "sourced", "team")
"""Columns that name a team."""
_PLACES = {"none": 0, "few": 10, "enough": 30}
"""How far the support of a row lets its share be drawn; see ``pictures.groups``."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a measure, with which words."""

    seen: View
    label: Label
    currency: str = ""

    def text(self, row: Row, column: Shown) -> str:
        """A value as people read it."""
        value = row.get(column.name)
        if column.kind == "person":
            return self._person(value)
        if column.words and str(value) in column.words:
            return gettext(column.words[str(value)])
        if value is None:
            return gettext("too few") if column.is_of_few(row) else "–"
        return self._value(value, column, row) if isinstance(value, (int, float)) else self._word(str(value), column)

    def _word(self, value: str, column: Shown) -> str:
        if value in SIDES and column.name in SIDED:
            return side_name(value) if value != "unknown" else gettext("Nobody we know")
        is_code = column.kind == "code" or (value.isidentifier() and value.islower())
        return ", ".join(self.label(each) for each in value.split(", ") if each) if is_code else value

    def _value(self, value: float, column: Shown, row: Row) -> str:
        if isinstance(value, bool):
            return gettext("yes") if value else gettext("no")
        if column.name.endswith("difference") and column.kind in ("share", "points"):
            return points(value)
        if column.kind == "month":
            return year_month(int(value))
        if column.kind == "share" or (column.kind == "followed" and row.get("metric") in layouts.SHARES):
            return share_in_words(value)
        if column.kind == "points":
            return count_in_words(100 * value, 1)
        if column.kind == "amount":
            return short_amount_in_words(round(value), self.currency)
        has_digit = column.kind in ("days", "count", "followed") and not float(value).is_integer() and abs(value) < FINE
        return count_in_words(value, 1 if has_digit else column.digits)

    def _person(self, value: Any) -> str:
        if value is None:
            return "–"
        return gettext("You") if value == self.seen.own_id else self.seen.names.get(value, gettext("A colleague"))


def reader_of(seen: View, label: Label) -> Reader:
    """The reader of a measure's page."""
    parameters = seen.page.body["parameters"] if seen.page.body else {}
    return Reader(seen, label, str(parameters.get("currency") or ""))


def layouts_of(seen: View) -> tuple[Layout, ...]:
    """How the tables of an answer are read: as declared, else by its rows' own columns."""
    body = seen.page.body
    return layouts.layouts_of(seen.page.about.layouts, body["rows"], body["parameters"].get("by")) if body else ()


def table_of(reader: Reader, layout: Layout, rows: Sequence[Row], links: Any) -> Table:
    """A table for ``_parts/table.html`` whose counts open the leads behind them."""
    title = gettext(layout.title)
    columns = [{"label": gettext(c.title), "is_number": c.kind in layouts.NUMBERS} for c in layout.columns]
    lines = [[_cell(reader, layout, row, column, links) for column in layout.columns] for row in rows]
    url = links.csv if not layout.table else f"{links.csv}{'&' if '?' in links.csv else '?'}table={layout.table}"
    return {"title": title, "caption": title, "head": columns, "rows": lines, "csv_url": url if links.csv else ""}


def _cell(reader: Reader, layout: Layout, row: Row, column: Shown, links: Any) -> Table:
    cell: Table = {"text": reader.text(row, column), "is_number": column.kind in layouts.NUMBERS}
    value, low, high = (row.get(f"{column.name}{end}") for end in ("", "_low", "_high"))
    if value is not None and low is not None and high is not None and column.kind != "text":
        is_difference = column.name.endswith("difference")
        ends = (bare_points(end) if is_difference else reader.text({**row, column.name: end}, column)
                for end in (low, high))  # fmt: skip
        cell["sub"] = " – ".join(ends)
    is_nobodys = row.get("level") == "person" and row.get("person_id") is None
    if column.opens is not None and value and not is_nobodys:
        cell["url"] = links.behind({**key_of(layout, row), **column.opens})
    if column.name in SIDED and value in ("marketing", "sales"):
        cell |= {"badge": value}
    return cell


def key_of(layout: Layout, row: Row) -> dict[str, str]:
    """What names a row's figures: its key columns as texts; empty ones are left out."""
    named = {name: row.get(name) for name in layout.key}
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in named.items()
        if value is not None
    }


def tables(seen: View, label: Label, links: Any) -> list[Table]:
    """Every table of a measure that has rows."""
    body = seen.page.body
    if body is None or not body["rows"]:
        return []
    reader = reader_of(seen, label)
    told = ((layout, layouts.table_of(body, layout)) for layout in layouts_of(seen))
    return [table_of(reader, layout, rows, links) for layout, rows in told if rows]


def plain_picture(seen: View, label: Label, caption: Caption, links: Any) -> SafeString:
    """A picture of any measure: its first table's shares as dots with their ranges, else its counts as bars."""
    body, declared = seen.page.body, layouts_of(seen)
    if body is None or not declared:
        return EMPTY
    reader = reader_of(seen, label)
    layout, drawn = layouts.drawn_of(declared if body["parameters"].get("by") else declared[:1], body)
    rows, named = layouts.table_of(body, layout), layouts.named_by(layout)
    share, count = layouts.figure_of(layout)
    table = _numbers(reader, layout, rows, links)
    if layout.whole and drawn:
        rows, named = drawn, tuple(each for each in named if each.name not in layout.whole)
        told = _what(reader, [each for each in layout.columns if each.name in layout.whole], rows[0])
        caption = replace(caption, sentence=f"{caption.sentence} {_of_all(told)}")
    shown = [(row, _title(reader, named, row)) for row in rows[:DRAWN]]
    if len(rows) > DRAWN:
        shown, says = _of_each(reader, named, rows) or (shown, "")
        says = says or gettext("Drawn are the first %(n)s of %(all)s rows; the table has them all.") % {
            "n": count_in_words(len(shown)), "all": count_in_words(len(rows))
        }  # fmt: skip
        caption = replace(caption, sentence=f"{caption.sentence} {says}".strip())
    if share is not None:
        return ranges(caption, [_dot(row, share, count, title) for row, title in shown], table)
    if count is not None:
        return lengths(
            caption, [LengthRow(title, row.get(count.name) or 0, gettext(count.title)) for row, title in shown], table
        )
    return EMPTY


def _title(reader: Reader, named: Sequence[Shown], row: Row) -> str:
    return ", ".join(text for each in named if (text := reader.text(row, each)) and text != "–")


def _what(reader: Reader, named: Sequence[Shown], row: Row) -> str:
    """What is drawn of each value; a number with the name of its column."""
    told = ((gettext(each.title), reader.text(row, each)) for each in named)
    return ", ".join(f"{title} {text}" if text.isdigit() else text for title, text in told if text != "–")


def _of_each(reader: Reader, named: Sequence[Shown], rows: Sequence[Row]) -> tuple[list[tuple[Row, str]], str] | None:
    """The first row of each value that an answer is split by, with what they are, where that is the same of all.

    None where the first rows are of different things, or each of one month.
    """
    first = {reader.text(row, named[0]): row for row in reversed(rows)} if named else {}
    rest = {_what(reader, named[1:], row) for row in first.values()}
    if len(rest) != 1 or not 1 < len(first) <= DRAWN or any(each.kind == "month" for each in named):
        return None
    ordered = list(dict.fromkeys(reader.text(row, named[0]) for row in rows))
    return [(first[value], value) for value in ordered], _of_all(rest.pop())


def _of_all(what: str) -> str:
    return gettext("Drawn of each: %(what)s. The table has the rest.") % {"what": what}


def table_under(seen: View, links: Any, table: str = "", only: Only = ()) -> Numbers:
    """A table of a measure as it stands under its picture: the named one, else the first.

    Of a picture of a part ``only`` the rows of that part, without the columns that name it.
    """
    body, declared = seen.page.body, layouts_of(seen)
    if body is None or not declared:
        return (), ()
    layout = next((each for each in declared if each.table == table), declared[0])
    rows = [row for row in layouts.table_of(body, layout) if all(row.get(name) == value for name, value in only)]
    return _numbers(reader_of(seen, label_of(seen)), layout, rows, links, {name for name, _ in only})


def _numbers(reader: Reader, layout: Layout, rows: Sequence[Row], links: Any, without: Collection[str] = ()) -> Numbers:
    """The columns of a layout, with their ranges, as they stand under a picture."""
    columns = [column for column in layout.columns if column.name not in without]
    head = [gettext(column.title) for column in columns]
    body = []
    for row in rows:
        cells = [_cell(reader, layout, row, column, links) for column in columns]
        body.append([
            Cell(cell["text"], cell.get("url", ""), cell.get("sub", ""), not cell["is_number"]) for cell in cells
        ])  # fmt: skip
    return head, body


def _dot(row: Row, share: Shown, count: Shown | None, name: str) -> DotRow:
    value, low, high = (row.get(f"{share.name}{end}") for end in ("", "_low", "_high"))
    size = row.get(count.name) if count is not None else None
    n = _PLACES.get(str(row.get("support", "enough")), 30) if value is not None else 0
    note = f"{gettext(count.title)}: {count_in_words(size)}" if count is not None and size is not None else " "
    return DotRow(name, 0, n, value, low, high, str(row.get("found_by") or ""), note)
