"""England as one plain shape, small enough to travel inside a page: what stands while the map is fetched."""

from __future__ import annotations

import numpy as np
import shapely

from layers.geography.contents import Silhouette

HOME = (400_000.0, 326_600.0)
"""Easting and northing of the point in the middle of the map of all of England (2° W, 52.85° N)."""
HALF_WIDTH, HALF_HEIGHT = 362_000.0, 356_000.0
"""Metres each way from there: all of England, and the margin that the map leaves round it."""
TOLERANCE, LEAST = 1_500.0, 2e7
"""Metres by which the coast is simplified, and square metres of the smallest island that is drawn."""
UNIT = 500.0
"""Metres to a unit of the drawing."""


def silhouette(england: shapely.Geometry) -> Silhouette:
    """The drawing of England's outline (EPSG:27700): the size of its frame and an SVG path, both in units of 500 m."""
    simple = shapely.simplify(england, TOLERANCE)
    pieces = [piece for piece in shapely.get_parts(simple) if shapely.area(piece) >= LEAST]
    path = "".join(_ring(shapely.get_exterior_ring(piece)) for piece in pieces)
    return {"width": int(2 * HALF_WIDTH / UNIT), "height": int(2 * HALF_HEIGHT / UNIT), "path": path}


def _ring(ring: shapely.Geometry) -> str:
    """A closed line of an SVG path, south at the bottom; points that fall on one another are drawn once."""
    east, north = shapely.get_coordinates(ring)[:-1].T
    x = np.rint((east - HOME[0] + HALF_WIDTH) / UNIT).astype(int)
    y = np.rint((HOME[1] + HALF_HEIGHT - north) / UNIT).astype(int)
    points = list(dict.fromkeys(zip(x.tolist(), y.tolist(), strict=True)))
    return "M" + "L".join(f"{a} {b}" for a, b in points) + "Z"
