"""England's silhouette: its frame, its scale, and that crumbs are left out."""

from __future__ import annotations

import re

import shapely

from layers.build.silhouette import HALF_HEIGHT, HALF_WIDTH, HOME, LEAST, silhouette
from layers.geography.built import built


def square(west: float, south: float, side: float) -> shapely.Polygon:
    """A square with its south-west corner so many metres from the middle of the map."""
    return shapely.box(HOME[0] + west, HOME[1] + south, HOME[0] + west + side, HOME[1] + south + side)


def test_a_square_is_drawn_with_south_at_the_bottom() -> None:
    found = silhouette(square(0, 0, 100_000))
    assert (found["width"], found["height"]) == (1448, 1424), "724 by 712 km in half kilometres"
    points = {tuple(map(int, pair.split())) for pair in re.findall(r"\d+ \d+", found["path"])}
    assert points == {(724, 712), (924, 712), (924, 512), (724, 512)}
    assert re.fullmatch(r"M(\d+ \d+)(L\d+ \d+){3}Z", found["path"])


def test_islands_are_drawn_and_crumbs_are_not() -> None:
    side = LEAST**0.5
    land = shapely.multipolygons([square(0, 0, 50_000), square(80_000, 0, side + 1), square(-80_000, 0, side - 1)])
    assert silhouette(land)["path"].count("M") == 2


def test_england_lies_within_the_frame_and_is_small_enough_to_travel_in_a_page() -> None:
    found = built("silhouette")
    x, y = zip(*(map(int, pair.split()) for pair in re.findall(r"\d+ \d+", found["path"])), strict=True)
    assert min(x) > 0 and max(x) < found["width"] == 2 * HALF_WIDTH / 500  # noqa: PT018
    assert min(y) > 0 and max(y) < found["height"] == 2 * HALF_HEIGHT / 500  # noqa: PT018
    assert max(y) - min(y) > 1250, "from the Scillies' latitude to Berwick's"
    assert len(found["path"]) < 20_000
