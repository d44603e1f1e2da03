"""Room that words and tables take on a slide: points, line by line.

At scale 1 a paragraph of one line takes 15 x (1.25 + 0.45) = 25.5 points, a point of a list 15 x (1.25 + 0.3) = 23.25,
a small heading 14 x (1.25 + 0.25) = 21, an aside 10 x 1.25 = 12.5; a row of a table 12 x 1.25 + 2 x 3 = 21, its name 21,
its note 12.5 + 4.
"""

from __future__ import annotations

import pytest

from dashboard.export.drawing.paper import Box
from dashboard.export.drawing.typeface import text_width
from dashboard.export.pack.content import Column, Grid, Words
from dashboard.export.pack.fitting import (
    GAP,
    column_widths,
    fitting_scale,
    grid_height,
    height_of,
    lines_of,
    note_size,
    row_heights,
    stacked,
    words_height,
)

WIDE = 400.0


def grid(rows: int, note: str = "") -> Grid:
    return Grid("Name", (Column("A"), Column("B", 3)), (("a", "b"),) * rows, note)


@pytest.mark.parametrize(
    ("words", "height"),
    [
        (Words(("a",)), 25.5),
        (Words(points=("a", "b")), 46.5),
        (Words(("a",), ("b",), "H", "m"), 21 + 25.5 + 23.25 + 12.5),
        (Words(heading="H"), 21),
        (Words(), 0),
    ],
)
def test_words(words, height):
    assert words_height(words, WIDE, 1) == pytest.approx(height)
    assert height_of(words, WIDE, 1) == pytest.approx(height)
    without_aside = Words(words.paragraphs, words.points, words.heading)
    assert words_height(without_aside, WIDE, 0.8) == pytest.approx(0.8 * words_height(without_aside, WIDE, 1))


def test_a_second_line_takes_a_line_more():
    """Arial is taken to be 1.12 times as wide as what is measured; a point hangs its own size in."""
    text = "mmmm mmmm"
    exact = text_width(text, 15 * 1.12)
    assert (lines_of(text, 15, exact), lines_of(text, 15, exact - 0.01), lines_of("", 15, 10)) == (1, 2, 1)
    assert words_height(Words((text,)), exact - 0.01, 1) == pytest.approx(25.5 + 15 * 1.25)
    assert words_height(Words(points=(text,)), exact + 15, 1) == pytest.approx(23.25)
    assert words_height(Words(points=(text,)), exact + 14.9, 1) == pytest.approx(23.25 + 18.75)


def test_a_table():
    assert column_widths(grid(1), WIDE) == [100, 300]
    assert row_heights(grid(2), WIDE, 1) == pytest.approx([21, 21, 21])
    assert grid_height(grid(2), WIDE, 1) == pytest.approx(21 + 63)
    assert grid_height(grid(2, "note"), WIDE, 1) == pytest.approx(21 + 63 + 16.5)
    assert height_of(grid(2), WIDE, 1) == pytest.approx(84)


def test_a_row_is_as_high_as_its_highest_cell():
    """A cell has 6 points beside its words on either side."""
    text = "mmmm mmmm"
    exact = text_width(text, 12 * 1.12) + 12
    one = Grid("N", (Column("A"), Column("B")), ((text, "b"), ("a", text)))
    assert row_heights(one, 2 * exact, 1) == pytest.approx([21, 21, 21])
    assert row_heights(one, 2 * exact - 0.1, 1) == pytest.approx([21, 36, 36])


def test_asides_stay_readable():
    assert (note_size(1), note_size(0.95), note_size(0.9), note_size(0.76)) == (10, 9.5, 9, 9)


@pytest.mark.parametrize(
    ("height", "scale"),
    [(1000, 1.25), (100.5, 1.25), (100.4, 1.17), (84, 1.0), (83.9, 0.94), (80.04, 0.94), (80, 0.88), (10, 0.76)],
)
def test_the_largest_scale_that_fits(height, scale):
    """Head, two rows and name are 84 points at scale 1, of which 18 are padding that doesn't shrink: 18 + 66 x scale."""
    assert fitting_scale((grid(2),), Box(0, 0, WIDE, height)) == scale


def test_gaps_count():
    """Two paragraphs of 25.5 and a gap of 10: 61 points."""
    blocks = (Words(("a",)), Words(("b",)))
    assert fitting_scale(blocks, Box(0, 0, WIDE, 51 + GAP)) == 1.0
    assert fitting_scale(blocks, Box(0, 0, WIDE, 51 + GAP - 0.1)) == 0.94


def test_blocks_stand_below_one_another():
    blocks = (Words(("a",)), grid(2), Words(points=("b",)))
    found = stacked(blocks, Box(10, 20, WIDE, 500), 1)
    assert [(item.box.x, item.box.y, item.box.height) for item in found] == [
        (10, 20, pytest.approx(25.5)),
        (10, pytest.approx(20 + 25.5 + GAP), pytest.approx(84)),
        (10, pytest.approx(20 + 25.5 + GAP + 84 + GAP), pytest.approx(23.25)),
    ]
    assert [item.rows for item in found] == [0, 2, 1]
    assert {item.scale for item in found} == {1}


def test_the_longest_is_cut_and_the_short_stay_whole():
    """Room of 150: 10 for the gap and 25.5 for the paragraph leave 114.5 for ten rows of 21.

    Of these the name and the head take 42, the line that counts what is left out 16.5: 56 are left, two rows.
    """
    blocks = (Words(("a",)), grid(10))
    short, cut = stacked(blocks, Box(0, 0, WIDE, 150), 1)
    assert short.box.height == pytest.approx(25.5)
    assert cut.box.height == pytest.approx(114.5)
    assert cut.rows == 2


@pytest.mark.parametrize(
    ("room", "rows"), [(42 + 16.5 + 21, 1), (42 + 16.5 + 20, 0), (42 + 16.5 + 63, 3), (252, 10), (251, 9)]
)
def test_rows_that_fit(room, rows):
    """Ten rows, name and head take 252 points; with fewer there is a line that counts those left out."""
    (found,) = stacked((grid(10),), Box(0, 0, WIDE, room), 1)
    assert found.rows == rows


@pytest.mark.parametrize(
    ("room", "points"), [(93, 4), (92.4, 3), (12.5 + 23.25 * 2, 2), (12.5 + 23.25 * 2 - 0.1, 1), (5, 0)]
)
def test_points_that_fit(room, points):
    """Four points take 93; with fewer there is a line of 12.5 that counts those left out."""
    (found,) = stacked((Words(points=("a", "b", "c", "d")),), Box(0, 0, WIDE, room), 1)
    assert found.rows == points


def test_points_of_two_lines_take_two():
    """A point of two lines takes 42 of 15 x (2.5 + 0.3); with 12.5 for the line that counts the rest, one fits 55 points."""
    text = "mmmm mmmm"
    wide = text_width(text, 15 * 1.12) + 14.9
    (found,) = stacked((Words(points=(text,) * 3),), Box(0, 0, wide, 42 + 12.5), 1)
    assert found.rows == 1
    (less,) = stacked((Words(points=(text,) * 3),), Box(0, 0, wide, 42 + 12.4), 1)
    assert less.rows == 0


def test_two_long_ones_share_the_room():
    """Each of 252 points gets half of 200 less the gap."""
    one, other = stacked((grid(10), grid(10)), Box(0, 0, WIDE, 200), 1)
    assert one.box.height == other.box.height == pytest.approx(95)
    assert other.box.y == pytest.approx(105)
