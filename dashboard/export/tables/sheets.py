"""A table to take away: its rows with the words that go with them, written as CSV or as a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal

import xlsxwriter

from dashboard.text.csv_cells import csv_cell
from dashboard.text.sources import LICENCE, SOURCE, STILL, as_at_words

Kind = Literal["text", "number", "percent", "money", "date"]
Value = str | int | float | date | None

NOTHING = "There is nothing to list in this view on this day."
FRACTIONS = "Shares are fractions: 0.207 is 20.7%."
LONGEST = 32_767
"""The most characters that a cell of a workbook can hold."""
NARROWEST, WIDE, WIDEST = 9, 44, 88
"""Characters that a column has at least, in a table of many columns at most, and in one of few."""
MANY = 4
LINE, TALLEST = 15, 400
"""Points that a line of text takes, and the most that a row may."""
HEAD = {"bold": True, "text_wrap": True, "bg_color": "#dbe5ee", "bottom": 1}
FORMATS: Mapping[str, Mapping[str, Any]] = {
    "text": {"text_wrap": True, "align": "left", "indent": 1},
    "name": {"text_wrap": True},
    "number": {"num_format": "#,##0"},
    "decimal": {"num_format": "[<1]0.000;#,##0.0"},
    "percent": {"num_format": "0.0%"},
    "money": {"num_format": '"£"#,##0.0##"m"'},
    "date": {"num_format": "d mmmm yyyy", "align": "left", "indent": 1},
    "right": {"align": "right", "text_wrap": True},
    "title": {"bold": True, "font_size": 14},
    "line": {},
    "head": {**HEAD, "align": "left", "indent": 1},
    "head_name": HEAD,
    "head_right": {**HEAD, "align": "right"},
    "turned": {**HEAD, "text_wrap": False, "rotation": 90, "align": "center", "valign": "bottom"},
    "total": {"num_format": "#,##0", "bold": True, "top": 1},
}
SHADES = {
    "type": "2_color_scale",
    "min_type": "num",
    "max_type": "num",
    "min_value": 0,
    "max_value": 1,
    "min_color": "#ffffff",
    "max_color": "#6f8fad",
}


@dataclass(frozen=True)
class Column:
    """A column's head and what is in it: ``percent`` takes fractions, ``money`` million pounds.

    A text where a number is expected ("not known") stays a text; ``None`` is blank.
    """

    label: str
    kind: Kind = "text"


Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Sheet:
    """One table with what it shows: ``filters`` are (label, words), ``address`` the page with the same view.

    ``totals`` are rows of counts at the foot, whatever the kind of their columns. A ``matrix`` has turned heads
    and shaded shares; ``tab`` is its name in a workbook.
    """

    title: str
    day: date
    columns: tuple[Column, ...]
    rows: Rows
    address: str
    filters: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    totals: Rows = ()
    tab: str = "Table"
    matrix: bool = False


def texts(*labels: str) -> tuple[Column, ...]:
    """Columns of text."""
    return tuple(Column(label) for label in labels)


def numbers(*labels: str) -> tuple[Column, ...]:
    """Columns of counts and other numbers."""
    return tuple(Column(label, "number") for label in labels)


def percents(*labels: str) -> tuple[Column, ...]:
    """Columns of shares."""
    return tuple(Column(label, "percent") for label in labels)


def header(sheet: Sheet) -> tuple[str, ...]:
    """The words over a table: title, day, filters, what stands still, source, licence, address, notes."""
    return (
        sheet.title,
        f"{as_at_words(sheet.day)}.",
        *(f"{label}: {words}." for label, words in sheet.filters),
        STILL,
        SOURCE,
        LICENCE,
        f"This view: {sheet.address}",
        *sheet.notes,
        *(() if sheet.rows else (NOTHING,)),
    )


def csv_bytes(sheet: Sheet) -> bytes:
    """The header's lines, a blank line, and the table, as RFC 4180 has it, in UTF-8 with the mark that Excel reads it by."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    shares = any(column.kind == "percent" for column in sheet.columns)
    writer.writerows([csv_cell(line)] for line in (*header(sheet), *([FRACTIONS] if shares else [])))
    writer.writerow([])
    writer.writerow([csv_cell(column.label) for column in sheet.columns])
    writer.writerows([csv_cell(value) for value in row] for row in (*sheet.rows, *sheet.totals))
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with a tab a sheet. The same sheets always make the same bytes: it is dated by their day."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        first = sheets[0]
        book.set_properties({"title": first.title, "created": datetime.combine(first.day, time())})
        formats = {name: book.add_format({"valign": "top", **style}) for name, style in FORMATS.items()}
        for sheet in sheets:
            _write(book.add_worksheet(sheet.tab), sheet, formats)
    return out.getvalue()


def _write(tab: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    """One tab: header, heads, rows, totals; heads and first column stay in sight, and a list can be filtered."""
    lines = header(sheet)
    for position, line in enumerate(lines):
        tab.write_string(position, 0, line[:LONGEST], formats["line" if position else "title"])
    tab.set_row(0, 1.5 * LINE)
    top = len(lines) + 1
    last = top + len(sheet.rows)
    widths = _heads(tab, sheet, top, formats)
    for down, row in enumerate(sheet.rows, top + 1):
        for across, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _cell(tab, (down, across), value, column.kind if across else "name", formats)
        tab.set_row(down, _height(row, widths))
    for down, row in enumerate(sheet.totals, last + 1):
        for across, value in enumerate(row):
            _cell(tab, (down, across), value, "total", formats)
    tab.freeze_panes(top + 1, 1)
    shaded = [across for across, column in enumerate(sheet.columns) if column.kind == "percent"]
    if not sheet.matrix:
        tab.autofilter(top, 0, last, len(sheet.columns) - 1)
    elif sheet.rows and shaded:
        tab.conditional_format(top + 1, shaded[0], last, shaded[-1], SHADES)
    _paper(tab, top)


def _heads(tab: Any, sheet: Sheet, top: int, formats: Mapping[str, Any]) -> list[int]:
    """The columns' heads and widths, which it returns; in a matrix all heads but the first are turned."""
    labels = [column.label for column in sheet.columns]
    widths = [NARROWEST + 1 if sheet.matrix and across else _width(sheet, across) for across in range(len(labels))]
    for across, column in enumerate(sheet.columns):
        upright = "head_name" if not across else "head" if column.kind in ("text", "date") else "head_right"
        tab.write_string(top, across, column.label, formats["turned" if sheet.matrix and across else upright])
        tab.set_column(across, across, widths[across])
    longest = max((len(label) for label in labels[1:]), default=0)
    # Room for the arrow of the filter, which covers the end of a head.
    room = [width - 3 for width in widths]
    tab.set_row(top, min(7 * longest, TALLEST) if sheet.matrix else _height(labels, room))
    return widths


def _width(sheet: Sheet, across: int) -> int:
    """Characters that a column needs: its longest cell, or the longest word of its head and the filter's arrow."""
    label = sheet.columns[across].label
    cells = [_shown(row[across]) for row in (*sheet.rows, *sheet.totals)]
    words = [len(word) + 4 for word in label.split()]
    most = WIDE if len(sheet.columns) > MANY else WIDEST
    return min(max(NARROWEST, len(label) // 3, *words, *(len(text) + 2 for text in cells)), most)


def _height(cells: Sequence[Value], widths: Sequence[int]) -> int:
    """Points that a row of wrapped texts needs: programs differ in whether they find out by themselves."""
    texts = [(cell, width - 1) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
    lines = [sum(1 + max(len(line) - 1, 0) // width for line in text.split("\n")) for text, width in texts]
    return min(LINE * max(lines, default=1), TALLEST)


def _shown(value: Value) -> str:
    """About what a cell shows, to measure it by."""
    if isinstance(value, float):
        return f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else f"{value:%d %B %Y}" if isinstance(value, date) else value or ""


def _cell(tab: Any, at: tuple[int, int], value: Value, kind: str, formats: Mapping[str, Any]) -> None:
    """One cell by what it holds, never by what it looks like: a text stays a text."""
    if value is None:
        tab.write_blank(*at, None, formats[kind])
    elif isinstance(value, str):
        tab.write_string(*at, value[:LONGEST], formats["right" if kind in ("number", "percent", "money") else kind])
    elif isinstance(value, date):
        tab.write_datetime(*at, datetime.combine(value, time()), formats["date"])
    else:
        plain = "number" if isinstance(value, int) else "decimal"
        tab.write_number(*at, value, formats[kind if kind in ("percent", "money", "total") else plain])


def _paper(tab: Any, top: int) -> None:
    """Printed, a tab is as wide as a page and repeats its heads."""
    tab.set_landscape()
    tab.set_paper(9)
    tab.set_margins(0.4, 0.4, 0.5, 0.5)
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(top)
    tab.set_footer("&L&A&RPage &P of &N")
