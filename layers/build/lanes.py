"""Inset outlines: the same border drawn by several layers reads as parallel lines.

A body's line in lane *k* runs *k* steps inside its border. A step is so many metres at
each zoom band, and never more than a share of the body's own width, so a small or thin
body keeps its outline.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from layers.build.coverage import Geometries

LANES = 4
WIDEST_SHARE = 0.4
"""A line goes at most this far towards the middle of its body."""


@dataclass(frozen=True)
class Band:
    """A range of zoom: the coverage level it draws from and the metres between two lanes."""

    name: str
    level: str
    step: float


BANDS = (Band("national", "national", 1900.0), Band("regional", "local", 560.0), Band("local", "local", 170.0))
LONDON = Band("london", "national", 640.0)
"""The inset at national zoom: only what reaches `LONDON_BOX`."""
LONDON_BOX = (495_000.0, 148_000.0, 569_000.0, 209_000.0)
"""West, south, east, north of the inset in EPSG:27700, with a margin so that no cut edge shows."""


def inset(geometries: Geometries, band: Band, lane: int) -> Geometries:
    """The outlines of lane ``lane`` at ``band``, in EPSG:27700; lane 0 is the border itself.

    Joins are round, as mitres throw spikes; pieces too small to be seen at the band are
    dropped unless they are all there is.
    """
    return np.array([_inset(geometry, band, lane) for geometry in geometries], dtype=object)


def _inset(geometry: shapely.Geometry, band: Band, lane: int) -> shapely.Geometry:
    pieces = shapely.get_parts(geometry)
    visible = [piece for piece in pieces if piece.area >= (2 * band.step) ** 2 / 4]
    pieces = np.array(visible or [max(pieces, key=lambda piece: piece.area)], dtype=object)
    if lane:
        radius = shapely.length(shapely.maximum_inscribed_circle(pieces, tolerance=50))
        depth = np.minimum(lane * band.step, WIDEST_SHARE * radius)
        shrunk = shapely.get_parts(shapely.buffer(pieces, -depth, quad_segs=3, join_style="round"))
        large = [piece for piece in shrunk if piece.area >= (band.step * 0.8) ** 2]
        pieces = shapely.simplify(np.array(large or list(shrunk), dtype=object), band.step * 0.1)
    return shapely.multipolygons(pieces) if len(pieces) > 1 else pieces[0]


def label_points(geometries: Geometries) -> list[tuple[float, float, float]]:
    """Where a label sits best: centre (easting, northing) and radius in metres of the largest circle inside."""
    found = []
    for geometry in geometries:
        largest = max(shapely.get_parts(geometry), key=lambda piece: piece.area)
        circle = shapely.maximum_inscribed_circle(largest, tolerance=100)
        (x, y), _ = circle.coords[0], circle.coords[-1]
        found.append((x, y, circle.length))
    return found
