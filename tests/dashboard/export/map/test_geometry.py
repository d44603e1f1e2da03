"""Built outlines on the national grid, and what a frame shows of them."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import LineString, box

from dashboard.export.map.geometry import built, dissolved, drawn, filled, label_places, outlines, point
from layers.package import TableError
from tests.dashboard.toy import CORNERS, SIDE
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")

FRAME = (0.0, 0.0, 10.0, 10.0)
NEAR = 15
"""Metres by which rounding to four decimals of a degree may move a corner."""


def test_a_square_comes_back_to_where_it_was_on_the_grid():
    west, south = CORNERS["E"]
    found = outlines("districts-local")[code("E")].bounds
    assert found == pytest.approx((west, south, west + SIDE, south + SIDE), abs=NEAR)


def test_a_place_in_metres():
    """The grid's own origin of false eastings: 2° west, 49° north is 400 km east and 100 km south of it (OSGB36: some metres off)."""
    assert point(-0.1284, 51.504) == pytest.approx((530_000, 180_000), abs=NEAR)


def test_dissolved_districts_have_no_line_between_them():
    one = dissolved("districts-local", [code("A")])
    both = dissolved("districts-local", [code("A"), code("B")])
    assert one.area == pytest.approx(SIDE**2, rel=0.01)
    assert both.area == pytest.approx(2 * SIDE**2, rel=0.01)
    assert both.length == pytest.approx(6 * SIDE, rel=0.01), "2 x 1 squares have six sides round them"


def test_what_was_not_built_is_named():
    for ask in (lambda: built("none"), lambda: outlines("none")):
        with pytest.raises(TableError, match="has no file called none"):
            ask()
    with pytest.raises(KeyError, match="none"):
        dissolved("districts-local", ["none"])


def test_labels_stand_in_the_middle_of_a_square_with_half_a_side_of_room():
    places = label_places()
    for name, letter in ((code("D"), "D"), ("stp-thames", "L")):
        west, south = CORNERS[letter]
        east, north, room = places[name]
        assert (east, north) == pytest.approx((west + SIDE / 2, south + SIDE / 2), abs=150)
        assert room == pytest.approx(SIDE / 2, abs=100)


INSIDE, ACROSS, OUTSIDE = box(2, 2, 4, 4), box(5, 5, 15, 8), box(20, 20, 30, 30)


def test_what_lies_inside_is_shown_as_it_is():
    assert filled(INSIDE, FRAME) is INSIDE
    assert drawn(INSIDE, FRAME) is INSIDE
    exactly = box(*FRAME)
    assert filled(exactly, FRAME) is exactly
    assert drawn(exactly, FRAME) is exactly


@pytest.mark.parametrize("shape", [box(-1, 2, 3, 3), box(2, -1, 3, 3), box(8, 2, 11, 3), box(2, 8, 3, 11)], ids="wsen")
def test_what_crosses_any_side_is_cut(shape):
    inside = shape.intersection(box(*FRAME))
    assert filled(shape, FRAME).area == pytest.approx(inside.area)
    assert filled(shape, FRAME).area < shape.area


def test_an_outline_that_crosses_has_no_line_along_the_frame():
    """From the box 5-15 by 5-8 the frame shows its left side, 3 long, and 5 of its top and bottom each: no right side."""
    line = drawn(ACROSS, FRAME)
    assert line.length == pytest.approx(3 + 5 + 5)
    assert line.intersection(LineString([(10, 0), (10, 10)])).length == 0
    assert filled(ACROSS, FRAME).equals(box(5, 5, 10, 8))


def test_what_lies_outside_is_not_shown():
    assert filled(OUTSIDE, FRAME) is None
    assert drawn(OUTSIDE, FRAME) is None
    round_it = box(-5, -5, 15, 15)
    assert drawn(round_it, FRAME) is None, "its outline is outside, though its area is not"
    assert filled(round_it, FRAME).equals(box(*FRAME))


def test_an_area_that_crosses_itself_is_mended_before_it_is_cut():
    bow_tie = shapely.Polygon([(5, 0), (15, 4), (15, 0), (5, 4)])
    assert not bow_tie.is_valid
    assert filled(bow_tie, FRAME).area == pytest.approx(10)
