"""The land beside England: Wales, Scotland, Ireland and the Continent, so that England does not look like an island.

Natural Earth's land at 1:10 million, in the public domain, as carried by the ``world-atlas`` package. Needed only here.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import shapely

from layers.build.source import BRITISH_NATIONAL_GRID
from layers.package import DATA

LAND = DATA.parent / "node_modules" / "world-atlas" / "land-10m.json"
SEEN = (-16.0, 45.0, 12.0, 63.0)
"""West, south, east, north in degrees: what a map of England may show at its widest."""
TOLERANCE, SLIVER = 900.0, 1_500.0
"""Metres: how much the coast is simplified, and up to how wide what remains of England's own coast is a crumb of it."""


def neighbours(england: shapely.Geometry, path: Path = LAND) -> shapely.Geometry:
    """The land that is not England, in EPSG:27700.

    The two coasts were drawn by different hands: what sticks out of England's is left away, while along a land border the
    land goes up to it.

    Raises:
        FileNotFoundError: the package is not installed; ``make data`` does that.
    """
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: npm ci installs it.")
    pieces = shapely.clip_by_rect(shapely.get_parts(gpd.read_file(path, layer="land").geometry.to_numpy()), *SEEN)
    near = gpd.GeoSeries(shapely.make_valid(pieces[~shapely.is_empty(pieces)]), crs=4326)
    land = shapely.union_all(shapely.make_valid(near.to_crs(BRITISH_NATIONAL_GRID).to_numpy()))
    rest = shapely.difference(land, england)
    whole = shapely.buffer(shapely.buffer(rest, -SLIVER), SLIVER * 1.5)
    kept = shapely.intersection(rest, whole)
    simple = shapely.simplify(kept, TOLERANCE)
    return shapely.multipolygons(
        [piece for piece in shapely.get_parts(simple) if shapely.area(piece) > (2 * SLIVER) ** 2]
    )
