"""Polygon coverages: parts dissolved from small areas, simplified together, rounded and still valid.

Lines are simplified once, on the parts; everything larger is dissolved from them after,
so a line that two bodies share is one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

DECIMALS = 4
"""Decimal places of a degree kept: about 7 to 11 metres."""

Geometries = npt.NDArray[np.object_]
_TO_WGS84 = Transformer.from_crs(27700, 4326, always_xy=True)


class CoverageError(RuntimeError):
    """A coverage could not be made valid."""


@dataclass(frozen=True)
class Level:
    """The parts at one level of detail, in grid metres and in rounded degrees, index for index."""

    name: str
    metres: Geometries
    degrees: Geometries


def dissolve(geometries: Geometries, groups: Sequence[Sequence[int]]) -> Geometries:
    """One geometry a group of members of a valid coverage."""
    return np.array([shapely.coverage_union_all(geometries[list(group)]) for group in groups], dtype=object)


def part_coverage(small_areas: Geometries, part: npt.NDArray[np.intp]) -> Geometries:
    """The parts' outlines at full detail, cleaned of the gaps and overlaps of the source."""
    clean = shapely.coverage_clean(small_areas)
    return dissolve(clean, [np.flatnonzero(part == index).tolist() for index in range(int(part.max()) + 1)])


def make_level(name: str, parts: Geometries, tolerance: float) -> Level:
    """Simplify the parts together (``tolerance`` in metres) and round them to degrees.

    Raises:
        CoverageError: a part vanished, or rounding left a coverage that will not come clean.
    """
    simple = shapely.coverage_simplify(parts, tolerance)
    if shapely.is_empty(simple).any() or not shapely.coverage_is_valid(simple):
        raise CoverageError(f"{name}: simplifying by {tolerance} m broke the coverage")
    return Level(name, simple, _rounded(name, simple))


def to_degrees(geometries: Geometries) -> Geometries:
    """EPSG:27700 to longitude and latitude, rounded."""
    return shapely.transform(
        geometries, lambda xy: np.round(np.column_stack(_TO_WGS84.transform(xy[:, 0], xy[:, 1])), DECIMALS)
    )


def _rounded(name: str, parts: Geometries) -> Geometries:
    """Rounding moves corners onto the grid and can fold a thin spit over itself: clean, round again, until it holds."""
    degrees = to_degrees(parts)
    for _ in range(8):
        degrees = shapely.transform(degrees, lambda xy: np.round(xy, DECIMALS))
        if shapely.is_valid(degrees).all() and shapely.coverage_is_valid(degrees):
            return degrees
        degrees = _clean_rings(shapely.coverage_clean(degrees, snapping_distance=10.0**-DECIMALS / 2))
    raise CoverageError(f"{name}: the coverage is not valid after rounding")


def _clean_rings(geometries: Geometries) -> Geometries:
    """Drop the crumbs that cleaning leaves: pieces thinner than the grid."""
    kept = []
    for geometry in geometries:
        pieces = [piece for piece in shapely.get_parts(geometry) if piece.area > 10.0 ** (-2 * DECIMALS)]
        kept.append(shapely.multipolygons(pieces) if len(pieces) > 1 else pieces[0])
    return np.array(kept, dtype=object)


def clockwise(geometries: Geometries) -> Geometries:
    """Exteriors clockwise, holes the other way: what Plotly's choropleth takes for "inside"."""
    return shapely.orient_polygons(shapely.normalize(geometries), exterior_cw=True)
