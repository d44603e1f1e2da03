"""Native shapes: where they stand in EMU (12,700 a point), what their paths hold, how they are painted."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.export.drawing.freeforms import Freeform, Pen, add_group
from dashboard.export.drawing.slides import add_slide, new_deck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SQUARE = np.array([[10, 20], [30, 20], [30, 50], [10, 50], [10, 20]], dtype=float)
LINE = np.array([[5, 5], [15, 5], [15, 25]], dtype=float)


@pytest.fixture
def slide():
    return add_slide(new_deck("Toy", ""), "Toy", "")


def drawn(slide, *shapes: Freeform, name: str = "Group"):
    add_group(slide, name, "A group.", list(shapes))
    return slide.shapes[-1]


def points(shape) -> list[tuple[str, int, int]]:
    """Every step of a path: what it does, and where to."""
    path = shape._element.spPr.find(f".//{A}path")
    return [(step.tag.removeprefix(A), *(int(v) for p in step for v in p.attrib.values())) for step in path]


def test_a_square_in_emu(slide):
    """From 10, 20 to 30, 50 points; inside, twentieths of a point from its own corner."""
    group = drawn(slide, Freeform("Square", (SQUARE,), Pen("#ff0000")))
    (shape,) = group.shapes
    assert (shape.left, shape.top, shape.width, shape.height) == (127_000, 254_000, 254_000, 381_000)
    assert points(shape) == [("moveTo", 0, 0), ("lnTo", 400, 0), ("lnTo", 400, 600), ("lnTo", 0, 600), ("close",)]
    path = shape._element.spPr.find(f".//{A}path")
    assert (path.get("w"), path.get("h")) == ("400", "600")


def test_an_open_line_is_not_closed(slide):
    (shape,) = drawn(slide, Freeform("Line", (LINE,), Pen(line="#000000", width=1))).shapes
    assert points(shape) == [("moveTo", 0, 0), ("lnTo", 200, 0), ("lnTo", 200, 400)]
    assert shape._element.spPr.find(f".//{A}path").get("fill") == "none"


def test_a_group_holds_all_its_shapes(slide):
    group = drawn(slide, Freeform("Square", (SQUARE,), Pen("#ff0000")), Freeform("Line", (LINE,), Pen(line="#000000")))
    assert (group.left, group.top, group.width, group.height) == (5 * 12_700, 5 * 12_700, 25 * 12_700, 45 * 12_700)
    frame = group._element.grpSpPr.find(f"{A}xfrm")
    assert frame.find(f"{A}off").attrib == frame.find(f"{A}chOff").attrib
    assert frame.find(f"{A}ext").attrib == frame.find(f"{A}chExt").attrib


def test_ids_are_unique_over_groups(slide):
    drawn(slide, Freeform("One", (SQUARE,), Pen()), Freeform("Two", (SQUARE,), Pen()), name="First")
    drawn(slide, Freeform("Three", (SQUARE,), Pen()), name="Second")
    ids = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
    assert len(ids) == len(set(ids))


def test_a_ring_with_a_hole_is_one_path_of_two_rings(slide):
    hole = np.array([[15, 30], [20, 30], [20, 40], [15, 30]], dtype=float)
    (shape,) = drawn(slide, Freeform("Ring", (SQUARE, hole), Pen("#ff0000"))).shapes
    steps = points(shape)
    assert [step[0] for step in steps].count("moveTo") == [step[0] for step in steps].count("close") == 2
    assert ("moveTo", 100, 200) in steps


def test_points_that_fall_together_are_drawn_once(slide):
    """A twentieth of a point is the smallest step: 0.01 further is the same place."""
    ring = np.array([[0, 0], [10, 0], [10.01, 0], [10, 10], [0, 0]], dtype=float)
    (shape,) = drawn(slide, Freeform("Ring", (ring,), Pen())).shapes
    assert points(shape) == [("moveTo", 0, 0), ("lnTo", 200, 0), ("lnTo", 200, 200), ("close",)]


def test_a_shape_without_width_still_has_a_frame(slide):
    dot = np.array([[10, 20], [10, 20.001]], dtype=float)
    (shape,) = drawn(slide, Freeform("Dot", (dot,), Pen(line="#000000"))).shapes
    assert (shape.width, shape.height) == (12_700 // 20, 12_700 // 20)


def test_shapes_without_rings_are_left_out(slide):
    before = len(slide.shapes)
    add_group(slide, "Nothing", "", [Freeform("Empty", (), Pen())])
    add_group(slide, "Nothing", "", [])
    assert len(slide.shapes) == before
    assert len(drawn(slide, Freeform("Empty", (), Pen()), Freeform("Square", (SQUARE,), Pen())).shapes) == 1


def test_fill_line_and_opacity(slide):
    pen = Pen("#ff00aa", "#00ff00", 1.5, fill_opacity=0.22, line_opacity=0.85)
    (shape,) = drawn(slide, Freeform("Square", (SQUARE,), pen)).shapes
    fill, line = shape._element.spPr.find(f"{A}solidFill"), shape._element.spPr.find(f"{A}ln")
    assert (fill[0].get("val"), fill[0][0].get("val")) == ("FF00AA", "22000")
    assert line.get("w") == str(1.5 * 12_700).removesuffix(".0")
    stroke = line.find(f"{A}solidFill")[0]
    assert (stroke.get("val"), stroke[0].get("val")) == ("00FF00", "85000")
    assert line.find(f"{A}prstDash").get("val") == "solid"


def test_no_fill_and_no_line(slide):
    (shape,) = drawn(slide, Freeform("Square", (SQUARE,), Pen("#ff0000"))).shapes
    assert shape._element.spPr.find(f"{A}ln")[0].tag == f"{A}noFill"
    assert not len(shape._element.spPr.find(f"{A}solidFill")[0]), "opaque"
    (outline,) = drawn(slide, Freeform("Square", (SQUARE,), Pen(line="#ff0000", width=1))).shapes
    assert outline._element.spPr.find(f"{A}noFill") is not None


def test_dashes_are_thousandths_of_a_per_cent_of_the_width(slide):
    """On 6 and off 3 points at 1.5 points of width: 400% and 200%."""
    (shape,) = drawn(slide, Freeform("Line", (LINE,), Pen(line="#000000", width=1.5, dash=(6, 3, 0.001, 3)))).shapes
    dashes = [(d.get("d"), d.get("sp")) for d in shape._element.spPr.iter(f"{A}ds")]
    assert dashes == [("400000", "200000"), ("1000", "200000")]


def test_names_and_descriptions_are_escaped(slide):
    (shape,) = drawn(slide, Freeform('A "b" <c> & d\x00', (SQUARE,), Pen(), "What it is")).shapes
    assert shape.name == 'A "b" <c> & d'
    assert shape._element.xpath(".//p:cNvPr/@descr") == ["What it is"]
