"""A sheet as a workbook: widths in characters, heights in points, what stays in sight, what each cell holds."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from dashboard.export.tables.sheets import Column, Sheet, csv_bytes, header, numbers, percents, texts, xlsx_bytes

DAY = date(2017, 12, 1)
PADDING = 0.7109375
"""What a workbook adds to the characters asked for, in pixels of its own typeface."""


def tab(sheet: Sheet):
    return load_workbook(io.BytesIO(xlsx_bytes([sheet]))).active


def sheet(columns, rows, **more) -> Sheet:
    return Sheet("Title", DAY, columns, rows, "https://toy/", **more)


def heads_at(found: Sheet) -> int:
    """The row of the heads: after the words over the table and a blank line."""
    return len(header(found)) + 2


def height(found: Sheet, row: int) -> float:
    """Points of a row, counted from the heads; a workbook leaves out the usual 15."""
    return tab(found).row_dimensions[heads_at(found) + row].height or 15


def width(columns, rows, **more) -> float:
    """Characters of the first column."""
    return tab(sheet(columns, rows, **more)).column_dimensions["A"].width - PADDING


@pytest.mark.parametrize(
    ("label", "cell", "characters"),
    [
        ("A", "a", 9),  # the least
        ("A", "x" * 7, 9),  # a cell and two more
        ("A", "x" * 8, 10),
        ("Numbering", "a", 13),  # a word of the head and four more
        ("aaaa " * 12, "a", 60 // 3),  # a long head over three lines
        ("A", "x" * 200, 88),  # the most of a table of few columns
        ("A", 1_234_567, 11),
        ("A", 1234.56, 9),  # as 1,234.6
        ("A", date(2017, 12, 1), 18),  # as 01 December 2017
        ("A", None, 9),
    ],
)
def test_a_column_is_as_wide_as_its_longest_cell_or_word(label, cell, characters):
    assert width(texts(label), [(cell,)]) == characters


@pytest.mark.parametrize(("count", "most"), [(4, 88), (5, 44)])
def test_columns_are_narrower_where_there_are_many(count, most):
    assert width(texts(*"ABCDE"[:count]), [("x" * 200, *[""] * (count - 1))]) == most


def test_totals_count_for_the_width():
    assert width(texts("A"), [("a",)], totals=[("x" * 20,)]) == 22


@pytest.mark.parametrize(("letters", "points"), [(87, 15), (88, 30), (174, 30), (175, 45)])
def test_a_row_is_as_high_as_its_lines(letters, points):
    """A column of 88 characters takes 87 a line, and a line is 15 points."""
    found = sheet(texts("A"), [("x" * letters,), ("x" * 200,)])
    assert height(found, 1) == points


def test_lines_of_a_cell_count_and_there_is_a_most():
    found = sheet(texts("A"), [("one\ntwo\nthree",), ("x\n" * 100,)])
    assert [height(found, row) for row in (1, 2)] == [45, pytest.approx(400, abs=0.5)]


def test_heads_leave_room_for_the_arrow_of_the_filter():
    """Ten letters have a column of 14, of which the arrow takes 3; 14 letters of short words have one of 9, 5 a line."""
    assert height(sheet(texts("aaaaaaaaaa", "b"), [("a", "b")]), 0) == 15
    assert height(sheet(texts("aaaa aaaa aaaa", "b"), [("a", "b")]), 0) == 45


def test_values_stay_what_they_are():
    columns = (
        *texts("Name", "Text"),
        *numbers("Count", "Part"),
        *percents("Share"),
        Column("Money", "money"),
        Column("Day", "date"),
    )
    found = sheet(
        columns, [("=1+1", "http://a", 1234, 0.5, 0.207, 16.7, DAY), ("b", None, "not known", None, None, None, None)]
    )
    page, first = tab(found), heads_at(found) + 1
    values = [cell.value for cell in page[first]]
    assert values == ["=1+1", "http://a", 1234, 0.5, 0.207, 16.7, datetime(2017, 12, 1)]
    assert page.cell(first, 1).data_type == "s"
    formats = [cell.number_format for cell in page[first]][2:]
    assert formats == ["#,##0", "[<1]0.000;#,##0.0", "0.0%", '"£"#,##0.0##"m"', "d mmmm yyyy"]
    second = page[first + 1]
    assert [cell.value for cell in second] == ["b", None, "not known", None, None, None, None]
    assert second[2].alignment.horizontal == "right"
    assert [page.cell(heads_at(found), k).alignment.horizontal for k in (1, 2, 3)] == [None, "left", "right"]
    assert page.cell(heads_at(found), 7).alignment.horizontal == "left"


def test_heads_and_the_first_column_stay_in_sight():
    found = sheet(texts("A", "B"), [("a", "b")] * 3)
    page = tab(found)
    assert page.freeze_panes == f"B{heads_at(found) + 1}"
    assert page.auto_filter.ref == f"A{heads_at(found)}:B{heads_at(found) + 3}"
    assert page["A1"].value == "Title"
    assert page.row_dimensions[1].height == 22.5, "a line and a half"
    assert (page["A1"].font.b, page["A2"].font.b) == (True, False)
    assert page.page_setup.orientation == "landscape"


def test_a_matrix_has_turned_heads_shades_and_totals():
    columns = (*texts("STP"), *numbers("People"), *percents("East", "West"))
    found = sheet(columns, [("North", 800, 1.0, 0.625)], totals=[("People", None, 1500, 1100)], matrix=True)
    page, heads = tab(found), heads_at(found)
    assert [page.cell(heads, k).alignment.textRotation for k in (1, 2, 3)] == [0, 90, 90]
    assert page.auto_filter.ref is None
    (shaded,) = page.conditional_formatting
    assert str(shaded.sqref) == f"C{heads + 1}:D{heads + 1}"
    assert [cell.value for cell in page[heads + 2]] == ["People", None, 1500, 1100]
    assert page.cell(heads + 2, 3).number_format == "#,##0", "a total of people, though its column is of shares"
    assert page.column_dimensions["B"].width - PADDING == 10
    assert page.row_dimensions[heads].height == 7 * len("People")


def test_words_over_the_table():
    found = sheet(texts("A"), [], filters=(("Layers", "STPs"),), notes=("A note.",))
    lines = header(found)
    assert lines[:3] == ("Title", "As at 1 December 2017.", "Layers: STPs.")
    assert lines[-3:] == ("This view: https://toy/", "A note.", "There is nothing to list in this view on this day.")
    assert header(sheet(texts("A"), [("a",)]))[-1] == "This view: https://toy/"


def test_csv():
    """Words, a blank line, heads, rows and totals; shares are said to be fractions where there are any."""
    columns = (*texts("Name"), *percents("Share"), Column("Day", "date"))
    lines = (
        csv_bytes(sheet(columns, [("=a", 0.207, DAY), ("b", None, None)], totals=[("All", 1, None)]))
        .decode("utf-8-sig")
        .splitlines()
    )
    assert lines[-6:] == [
        "Shares are fractions: 0.207 is 20.7%.",
        "",
        "Name,Share,Day",
        "'=a,0.207,2017-12-01",
        "b,,",
        "All,1,",
    ]
    plain = csv_bytes(sheet(texts("Name"), [("a",)])).decode("utf-8-sig").splitlines()
    assert plain[-3:] == ["", "Name", "a"]
    assert not any("fractions" in line for line in plain)
