"""Names beside what they name, worked on a page of 400 by 300 points with what is named in its middle."""

from __future__ import annotations

import pytest

from dashboard.export.drawing.paper import Box
from dashboard.export.map.beside import Named, beside, crosses, distance_to, edge_of, meet

SCREEN = Box(0, 0, 400, 300)
NEAREST = 24 * 0.62
"""The shortest line, in points: 24 pixels."""


def named(x: float = 200, y: float = 150, room: float = 5) -> Named:
    """Something to be named in 40 by 12 points."""
    return Named((x, y), room, 40, 12)


def middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def test_a_name_stands_at_the_end_of_the_shortest_line():
    """To the right, where the search begins: its box begins where the line ends."""
    one = named()
    assert beside([one], [one], SCREEN, []) == {0: Box(pytest.approx(200 + NEAREST), pytest.approx(144), 40, 12)}


def test_it_gives_way_to_what_is_taken():
    """With the right half taken it stands somewhere on the left."""
    one = named()
    (box,) = beside([one], [one], SCREEN, [Box(200, 0, 200, 300)]).values()
    assert box.right <= 200
    assert beside([one], [one], SCREEN, [SCREEN]) == {}


def test_it_stays_on_the_page_three_points_from_the_edge():
    one = named(x=390)
    (box,) = beside([one], [one], SCREEN, []).values()
    assert box.right <= 397
    assert beside([named()], [named()], Box(180, 140, 40, 20), []) == {}


def test_a_line_that_passes_over_another_costs_120_pixels_more():
    """Its neighbour fills the right; a line to the left costs no more than its length."""
    one, other = named(), named(x=215, room=12)
    (box,) = beside([one], [one, other], SCREEN, []).values()
    assert distance_to(one.at, middle(box), other.at) >= 12


def test_no_line_is_longer_than_280_pixels():
    """173.6 points: with all taken but a strip 180 points away there is no name, at 150 there is."""
    one = Named((20, 150), 5, 40, 12)
    for free_from, names in ((200, 0), (160, 1)):
        assert len(beside([one], [one], SCREEN, [Box(0, 0, free_from, 300)])) == names


def test_names_and_lines_leave_one_another_alone():
    few = [named(190, 150), named(200, 150), named(210, 150), named(200, 160)]
    found = beside(few, few, SCREEN, [])
    assert sorted(found) == [0, 1, 2, 3]
    for k, box in found.items():
        for other in set(found) - {k}:
            assert not box.overlaps(found[other])
            assert not crosses(few[k].at, middle(box), found[other])
            assert not meet(few[k].at, middle(box), few[other].at, middle(found[other]))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ((0, 0), (100, 100), True),
        ((0, 0), (30, 30), False),  # it ends before the box
        ((0, 50), (100, 50), True),
        ((0, 30), (100, 30), False),
        ((50, 0), (50, 100), True),
        ((30, 0), (30, 100), False),
        ((50, 50), (50, 50), True),
    ],
)
def test_a_line_passes_through_a_box_or_does_not(start, end, found):
    assert crosses(start, end, Box(40, 40, 20, 20)) == found


@pytest.mark.parametrize(
    ("other", "found"), [(((0, 10), (10, 0)), True), (((0, 10), (4, 6)), False), (((20, 0), (20, 10)), False)]
)
def test_lines_cross_or_do_not(other, found):
    assert meet((0, 0), (10, 10), *other) == found


def test_how_far_a_point_is_from_a_line():
    assert distance_to((0, 0), (10, 0), (5, 3)) == 3
    assert distance_to((0, 0), (10, 0), (13, 4)) == 5, "beyond its end"
    assert distance_to((0, 0), (0, 0), (3, 4)) == 5, "a line of no length"


def test_a_line_ends_at_the_side_of_the_box_that_it_comes_from():
    box = Box(40, 40, 20, 20)
    assert edge_of((0, 50), box) == (40, 50)
    assert edge_of((50, 100), box) == (50, 60)
    assert edge_of((100, 100), box) == (60, 60)
