"""A map as a picture: where its shapes stand in the SVG, and what its PNG and PDF are."""

from __future__ import annotations

import io
import re
import struct

import pytest
import shapely
from matplotlib.path import Path
from pypdf import PdfReader

from dashboard.export.drawing.paper import MAP, Box
from dashboard.export.map.build import scene
from dashboard.export.map.picture import map_alone, path_of, picture, rings_of
from dashboard.export.map.scene import Mark, Symbol
from dashboard.export.map.symbols import corners_of, mark_colours, mark_size
from dashboard.palette import CLASSES, PAPER
from tests.dashboard.export.map.plans import plan
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")


@pytest.fixture(scope="module")
def drawn(world, toy_files):
    now = world.land.as_at()
    asked = plan(
        now,
        "stp",
        filled="stp",
        measure="imd2015_average_score",
        points=("nhs_trust",),
        selected=code("E"),
        title="Cost: $5 & more",
    )
    return scene(world.land, asked)


@pytest.fixture(scope="module")
def svg(drawn) -> str:
    return picture(drawn, "svg").decode()


def path(svg: str, name: str) -> tuple[list[float], str]:
    """The bounds of the first path of a group (left, top, right, bottom) and its style."""
    body = re.search(rf'<g id="{re.escape(name)}">(.*?)</g>', svg, re.DOTALL).group(1)
    outline = re.search(r'<path d="([^"]*)"', body).group(1)
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", outline)]
    xs, ys = numbers[::2], numbers[1::2]
    return [min(xs), min(ys), max(xs), max(ys)], body


def test_a_district_stands_where_it_is(svg):
    """20 km are 40 points at 500 metres a point, round the middle of the map at 308, 277."""
    bounds, style = path(svg, code("E"))
    assert bounds == pytest.approx([288, 257, 328, 297], abs=0.3)
    assert CLASSES[3] in style
    assert CLASSES[0] in path(svg, code("A"))[1]


def test_outlines_tints_and_marks(svg):
    assert path(svg, "tint-stp-vale")[0] == pytest.approx([288, 257, 368, 297], abs=0.3)
    assert "opacity: 0.22" in path(svg, "tint-stp-vale")[1]
    assert "casing-stp-vale" in svg
    left, top, right, bottom = path(svg, "trust-RDD")[0]
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((268, 277), abs=0.1)
    assert right - left == pytest.approx(8 * 0.68, abs=0.05)
    assert path(svg, f"selection-{code('E')}")[0] == pytest.approx([288, 257, 328, 297], abs=0.3)


def test_words_stay_words(svg):
    assert "Cost: $5 &amp; more</text>" in svg
    assert "20 km</text>" in svg
    assert ">Elm</text>" in svg
    assert "4,000 people; East Midlands." in svg
    assert "https://toy/" in svg


def test_only_the_window_of_london_is_named(toy, now, svg):
    """Left over its own corner, five points above its edge; a map of a region has no such window and no such name."""
    found = scene(toy, plan(now, national=True, height=700_000))
    _england, london = found.windows
    (name,) = re.findall(r"<text[^>]*>London</text>", picture(found, "svg").decode())
    assert [float(v) for v in re.search(r'x="([\d.]+)" y="([\d.]+)"', name).groups()] == pytest.approx(
        [london.box.x, london.box.y - 5], abs=0.01
    )
    assert "London</text>" not in svg


def test_title_and_subtitle_stand_over_the_map(toy, now):
    """The title's line ends 6 points above the foot of its box, at 40; the subtitle's stands 14 below the top of its own, at 60."""
    svg = picture(scene(toy, plan(now, title="Over", subtitle="Under")), "svg").decode()
    for name, y in (("title", 40), ("subtitle", 60)):
        body = re.search(rf'<g id="{name}">(.*?)</g>', svg, re.DOTALL).group(1)
        assert [float(v) for v in re.search(r'x="([\d.]+)" y="([\d.]+)"', body).groups()] == pytest.approx(
            [28, y], abs=0.01
        )


def test_a_png_is_as_wide_as_asked(drawn):
    for pixels in (960, 1920):
        head = picture(drawn, "png", pixels)
        assert struct.unpack(">II", head[16:24]) == (pixels, pixels * 9 // 16)


def test_a_pdf_is_a_page_of_960_by_540_points(drawn):
    (page,) = PdfReader(io.BytesIO(picture(drawn, "pdf"))).pages
    assert [float(v) for v in page.mediabox] == pytest.approx([0, 0, 960, 540])


def test_the_map_alone_is_a_page_of_its_box(toy, now):
    small = Box(100, 50, 280, 209)
    (page,) = PdfReader(io.BytesIO(map_alone(scene(toy, plan(now), small=small)))).pages
    assert [float(v) for v in page.mediabox] == pytest.approx([0, 0, 280, 209], abs=0.01)
    assert "20 km" in page.extract_text(), "a sixth of 280 points at 1000 metres a point is 46.7 km"
    assert MAP.width / MAP.height == pytest.approx(small.width / small.height)


# ---------------------------------------------------------------- paths and symbols

RING = shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2))


def test_rings_of_areas_and_points_of_lines():
    line = shapely.LineString([(0, 0), (1, 1)])
    assert [len(ring) for ring in rings_of(RING)] == [5, 5]
    assert [len(ring) for ring in rings_of(shapely.GeometryCollection([RING, line, shapely.Point(0, 0)]))] == [5, 5, 2]
    assert [
        len(ring) for ring in rings_of(shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 2, 3, 3)]))
    ] == [5, 5]
    assert [len(ring) for ring in rings_of(shapely.LinearRing([(0, 0), (1, 0), (1, 1)]))] == [4]


def test_rings_are_closed_and_lines_are_not():
    area = path_of(RING)
    assert list(area.codes) == [Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY] * 2
    line = path_of(shapely.LineString([(0, 0), (1, 1), (2, 0)]))
    assert list(line.codes) == [Path.MOVETO, Path.LINETO, Path.LINETO]
    there_and_back = path_of(shapely.LineString([(0, 0), (0, 0)]))
    assert list(there_and_back.codes) == [Path.MOVETO, Path.LINETO]
    assert len(path_of(shapely.Point(0, 0)).vertices) == 0


def test_a_diamond_and_a_cross():
    assert list(corners_of(Symbol("diamond", "#000000", True), 10, 20, 4)) == [(10, 18), (12, 20), (10, 22), (8, 20)]
    cross = corners_of(Symbol("cross", "#000000", False), 0, 0, 5.2)
    arm = 1.0
    assert {(round(x, 6), round(y, 6)) for x, y in cross} == {
        (sx * a, sy * b) for a, b in ((arm, 2.6), (arm, arm), (2.6, arm)) for sx in (-1, 1) for sy in (-1, 1)
    }
    assert shapely.Polygon(cross).is_valid
    assert shapely.Polygon(cross).area == pytest.approx(4 * arm * (2.6 - arm) * 2 + 4 * arm * arm)


def test_sizes_and_colours_of_marks():
    symbol = Symbol("diamond", "#123456", True)
    assert mark_colours(symbol) == ("#123456", PAPER)
    assert mark_colours(Symbol("cross", "#123456", False)) == (PAPER, "#123456")
    plain = Mark("m", "M", "university", symbol, 0, 0)
    large = Mark("m", "M", "university", symbol, 0, 0, large=True)
    assert mark_size(plain) == pytest.approx(8 * 0.68)
    assert mark_size(large) == pytest.approx(14 * 0.68)
