"""A table written as CSV and as a workbook: what goes with it, what stays a number, and what stays mere text."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from dashboard.export.tables.sheets import (
    FRACTIONS,
    LONGEST,
    NOTHING,
    Column,
    Sheet,
    csv_bytes,
    numbers,
    texts,
    xlsx_bytes,
)
from dashboard.text.sources import LICENCE, SOURCE, STILL
from tests.dashboard.export.workbooks import read_csv, read_tabs

ADDRESS = "http://127.0.0.1:8050/overlaps?b=lep"
COLUMNS = (
    *texts("Name"),
    *numbers("People"),
    Column("Share", "percent"),
    Column("Amount, £m", "money"),
    Column("Since", "date"),
)
SHEET = Sheet(
    title="Bodies",
    day=date(2016, 3, 15),
    columns=COLUMNS,
    rows=(("A", 1234567, 0.2071, 12.5, date(2014, 4, 1)), ("B", None, 1.0, "not known", "not known"), ("C", 0, 0.0, 3, None)),
    address=ADDRESS,
    filters=(("Layers", "STPs, LEPs"),),
    notes=("A note.",),
)  # fmt: skip
HOSTILE = (
    '=HYPERLINK("http://evil.example","click")', "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "{=1+1}",
    "<script>alert(1)</script>", "http://evil.example/", "mailto:a@b.example", "\u202etxt.exe", "שלום עולם", "x" * 10_000,
    'a "quoted", text\r\nin two lines', "𝄞 ﷽ e\u0301", "0012", "1e5", "TRUE",
)  # fmt: skip


def tab_of(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


@pytest.mark.parametrize("read", ["csv", "xlsx"])
def test_the_header_says_what_it_is_of_when_whose_and_where(read):
    found = read_csv(csv_bytes(SHEET)) if read == "csv" else read_tabs(xlsx_bytes([SHEET]))["Table"]
    said = ["Bodies", "As at 15 March 2016.", "Layers: STPs, LEPs.", STILL, SOURCE, LICENCE, f"This view: {ADDRESS}"]
    assert found.header == [*said, "A note.", *([FRACTIONS] if read == "csv" else [])]
    assert found.columns == [column.label for column in COLUMNS]
    assert len(found.rows) == 3


def test_csv_is_utf8_with_a_mark_and_crlf():
    content = csv_bytes(SHEET)
    assert content.startswith(b"\xef\xbb\xbfBodies\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert read_csv(content).rows == [
        ["A", "1234567", "0.2071", "12.5", "2014-04-01"],
        ["B", "", "1.0", "not known", "not known"],
        ["C", "0", "0.0", "3", ""],
    ]


def test_a_workbook_holds_numbers_as_numbers_and_unknown_as_blank_or_words():
    rows = read_tabs(xlsx_bytes([SHEET]))["Table"].rows
    assert rows == [
        ["A", 1234567, 0.2071, 12.5, datetime(2014, 4, 1)],
        ["B", None, 1, "not known", "not known"],
        ["C", 0, 0, 3, None],
    ]


def test_a_workbook_shows_thousands_percentages_pounds_and_dates():
    tab = tab_of(xlsx_bytes([SHEET]))
    first = next(row for row in tab.iter_rows() if row[0].value == "A")
    assert [cell.number_format for cell in first[1:]] == ["#,##0", "0.0%", '"£"#,##0.0##"m"', "d mmmm yyyy"]


def test_heads_and_first_column_stay_in_sight_and_the_list_can_be_filtered():
    tab = tab_of(xlsx_bytes([SHEET]))
    top = next(row[0].row for row in tab.iter_rows() if row[0].value == "Name")
    assert tab.freeze_panes == f"B{top + 1}"
    assert tab.auto_filter.ref == f"A{top}:E{top + 3}"
    assert all(cell.font.bold for cell in tab[top])
    assert tab.column_dimensions["B"].width > len("1,234,567")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_a_workbook_wherever_it_stands(text):
    content = xlsx_bytes([_everywhere(text)])
    tab = tab_of(content)
    found = [cell for row in tab.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in found} == {"s"}
    shown = [cell.value.replace("_x000D_", "\r").replace("\r\n", "\n") for cell in found]
    assert sum(text.replace("\r\n", "\n") in value for value in shown) == 6
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not [name for name in archive.namelist() if "rels" in name and "worksheets" in name]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_csv_wherever_it_stands(text):
    found = read_csv(csv_bytes(_everywhere(text)))
    cells = [*found.header, *found.columns, *(cell for row in found.rows for cell in row)]
    assert sum(text in cell for cell in cells) == 6
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert found.rows[0][1] == (f"'{text}" if text[0] in "=+-@\t\r" else text)


def _everywhere(text: str) -> Sheet:
    """A sheet with the text as title, filter, note, head and cells of a text and of a number column."""
    columns = (*texts("Name", text), *numbers("People"))
    rows = (("A", text, text),)
    return replace(SHEET, title=text, columns=columns, rows=rows, filters=((text[:1], text),), notes=(text,))


def test_a_text_longer_than_a_cell_can_hold_is_cut_not_lost():
    sheet = replace(SHEET, columns=texts("Name"), rows=(("x" * 40_000,),))
    assert read_tabs(xlsx_bytes([sheet]))["Table"].rows == [["x" * LONGEST]]


def test_the_same_sheets_make_the_same_bytes_dated_by_their_day():
    content = xlsx_bytes([SHEET])
    assert content == xlsx_bytes([SHEET])
    assert openpyxl.load_workbook(io.BytesIO(content)).properties.created == datetime(2016, 3, 15)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert csv_bytes(SHEET) == csv_bytes(SHEET)


@pytest.mark.parametrize("matrix", [False, True])
def test_a_table_without_rows_says_so(matrix):
    empty = replace(SHEET, rows=(), matrix=matrix)
    assert NOTHING in read_csv(csv_bytes(empty)).header
    assert NOTHING in read_tabs(xlsx_bytes([empty]))["Table"].header


def test_totals_are_counts_at_the_foot():
    sheet = replace(SHEET, totals=(("All", None, 1234, None, None),))
    assert read_csv(csv_bytes(sheet)).rows[-1] == ["All", "", "1234", "", ""]
    last = list(tab_of(xlsx_bytes([sheet])).iter_rows())[-1]
    assert (last[2].value, last[2].number_format) == (1234, "#,##0")
