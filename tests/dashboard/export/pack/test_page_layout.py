"""How an A4 page is set: 595 by 842 points, half an inch (36) at its sides, type of ten points."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import HexColor
from reportlab.platypus import KeepTogether, Paragraph, Spacer, Table

from dashboard.export.pack import document
from dashboard.export.pack.content import Column, Grid, Section, Words
from dashboard.palette import MUTED, TEXT

REGULAR, BOLD = "SourceSans3", "SourceSans3-Semibold"


@pytest.fixture(scope="module", autouse=True)
def typefaces():
    document._register()


@pytest.fixture
def plain():
    return document._Type(1.0)


@pytest.mark.parametrize(
    ("name", "size", "font", "colour", "before", "side"),
    [
        ("body", 10, REGULAR, TEXT, 0, 0),
        ("point", 10, REGULAR, TEXT, 0, 0),
        ("small", 8, REGULAR, MUTED, 0, 0),
        ("kind", 10, BOLD, MUTED, 0, 0),
        ("title", 20, BOLD, TEXT, 0, 0),
        ("lead", 12, REGULAR, TEXT, 0, 0),
        ("heading", 12.5, BOLD, TEXT, 7, 0),
        ("minor", 10.5, BOLD, TEXT, 3, 0),
        ("cell", 8.8, REGULAR, TEXT, 0, 0),
        ("figure", 8.8, REGULAR, TEXT, 0, 2),
        ("head", 8.8, BOLD, TEXT, 0, 0),
        ("figure_head", 8.8, BOLD, TEXT, 0, 2),
    ],
)
def test_styles_at_full_size_and_at_half(plain, name, size, font, colour, before, side):
    for scale, found in ((1, getattr(plain, name)), (0.5, getattr(document._Type(0.5), name))):
        assert (found.fontSize, found.leading) == pytest.approx((size * scale, size * 1.25 * scale))
        assert (found.spaceBefore, found.spaceAfter) == (before * scale, 2.5 * scale)
        assert (found.fontName, found.textColor, found.alignment) == (font, HexColor(colour), side)
        assert found.splitLongWords == 1


def test_points_hang_nine_points_in_and_no_type_is_smaller_than_the_least(plain):
    assert (plain.point.leftIndent, plain.point.bulletIndent, plain.point.bulletFontSize) == (9, 0, 9)
    assert plain.point.bulletFontName == REGULAR
    small = document._Type(0.5, least=7)
    assert (small.body.fontSize, small.title.fontSize, small.point.bulletFontSize, small.point.leftIndent) == (
        7,
        10,
        7,
        4.5,
    )
    assert (plain.columns, small.columns) == (False, False)


def test_the_width_between_the_margins_and_the_sizes_of_type():
    assert pytest.approx(595.28 - 72, abs=0.01) == document.WIDTH
    assert document.SCALES[0] == 1
    assert list(document.SCALES) == sorted(document.SCALES, reverse=True)
    assert document.SCALES[-1] == pytest.approx(2 / 3, abs=0.01)


def grid(**more) -> Grid:
    return Grid(
        "LEPs", (Column("Name", 3), Column("People", 1, number=True)), (("East", "1,500"), ("West", "1,100")), **more
    )


def test_a_table_divides_its_width_by_weight_and_figures_stand_right(plain):
    name, table = document._grid(grid(), plain, 200)
    assert (name.text, name.style) == ("LEPs", plain.minor)
    assert table._colWidths == [150, 50]
    assert table.repeatRows == 1
    assert [[cell.text for cell in row] for row in table._cellvalues] == [
        ["Name", "People"],
        ["East", "1,500"],
        ["West", "1,100"],
    ]
    assert [cell.style for cell in table._cellvalues[0]] == [plain.head, plain.figure_head]
    assert [cell.style for cell in table._cellvalues[2]] == [plain.cell, plain.figure]
    style = table._cellStyles[1][1]
    assert (style.leftPadding, style.rightPadding, style.topPadding, style.bottomPadding) == (4, 4, 1.5, 1)
    assert style.valign == "TOP"
    assert table.spaceAfter == 2


def test_a_row_has_its_bar_and_the_note_follows_the_table(plain):
    *_, table, note = document._grid(grid(note="Rounded.", colours=("#ff0000", "#00ff00")), plain, 200)
    assert (note.text, note.style) == ("Rounded.", plain.small)
    bars = [line for line in table._linecmds if line[0] == "LINEBEFORE"]
    assert [(line[1], line[2], line[3], line[4]) for line in bars] == [
        ((0, 1), (0, 1), 2.5, HexColor("#ff0000")),
        ((0, 2), (0, 2), 2.5, HexColor("#00ff00")),
    ]
    assert [line[3] for line in table._linecmds if line[0] == "LINEBELOW"] == [0.5]


def test_words_in_order_heading_paragraphs_points_aside(plain):
    found = document._block(Words(("One <b>.",), ("Two.",), "Head", "Aside."), plain, 100)
    assert [part.style for part in found] == [plain.minor, plain.body, plain.point, plain.small]
    assert ["".join(frag.text for frag in part.frags) for part in found] == ["Head", "One <b>.", "Two.", "Aside."]
    assert [part.bulletText for part in found] == [None, None, "•", None]


def test_a_heading_stays_with_what_follows_it(plain):
    first, second = document._section(Section("Head", (Words(("One.", "Two.")),), left=1), plain)
    assert isinstance(first, KeepTogether)
    assert [part.text for part in first._content] == ["Head", "One."]
    assert second.text == "Two."
    (kept,) = document._section(Section("", (Words(("One.",)),)), plain)
    assert isinstance(kept._content[0], Spacer)
    assert kept._content[0].height == 4


def test_two_columns_stand_sixteen_points_apart():
    wide = document._Type(1.0, columns=True)
    section = Section("Head", (Words(("Left.",)), Words(("Right.",))), left=1, share=0.25)
    (kept,) = document._section(section, wide)
    heading, table = kept._content
    assert heading.text == "Head"
    assert isinstance(table, Table)
    free = document.WIDTH - 16
    assert table._colWidths == pytest.approx([free / 4, 16, free * 3 / 4])
    ((left, gap, right),) = table._cellvalues
    assert ([part.text for part in left], gap, [part.text for part in right]) == (["Left."], "", ["Right."])
    cell = table._cellStyles[0][0]
    assert (cell.leftPadding, cell.rightPadding, cell.topPadding, cell.bottomPadding, cell.valign) == (
        0,
        0,
        0,
        0,
        "TOP",
    )


def test_a_long_title_is_set_smaller_until_it_takes_two_lines(plain):
    short = document._title("Elm", plain)
    assert short.style.fontSize == 20
    sizes = [document._title("Elm and Fir " * times, plain).style for times in (8, 10, 12, 60)]
    assert {style.fontSize for style in sizes} <= {20, 17, 14.4, 12}
    assert sizes[-1].fontSize == 12, "what can't be two lines stays readable"
    assert all(style.leading == pytest.approx(style.fontSize * 1.25) for style in sizes)
    assert isinstance(short, Paragraph)
