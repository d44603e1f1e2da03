"""The built outlines as shapely geometries on the national grid (EPSG:27700), read once a process."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from layers.geography.built import built
from layers.geography.contents import Districts, LabelPlace, Shapes

Extent = tuple[float, float, float, float]
"""West, south, east, north in metres on the national grid."""


@cache
def _to_grid() -> Transformer:
    return Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)


def to_grid(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Longitudes and latitudes, one pair a row, as eastings and northings."""
    x, y = _to_grid().transform(degrees[:, 0], degrees[:, 1])
    return np.column_stack([x, y])


def point(lon: float, lat: float) -> tuple[float, float]:
    """One place in metres."""
    x, y = to_grid(np.array([[lon, lat]]))[0]
    return float(x), float(y)


@lru_cache(maxsize=24)
def outlines(name: str) -> Mapping[str, shapely.Geometry]:
    """The outlines of a built file by id, in metres. Kept for the files used last: callers must not change it.

    Raises:
        TableError: there is no such file.
    """
    features = built(name)["features"]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    moved = shapely.transform(shapes, to_grid)
    return dict(zip((feature["id"] for feature in features), moved, strict=True))


def dissolved(name: str, ids: Sequence[str]) -> shapely.Geometry:
    """The outlines with some ids of a built file as one, without the lines between them.

    Raises:
        TableError: there is no such file.
        KeyError: an id has no outline in it.
    """
    shapes = outlines(name)
    found = [shapes[identifier] for identifier in ids]
    return found[0] if len(found) == 1 else shapely.coverage_union_all(found)


@cache
def label_places() -> Mapping[str, tuple[float, float, float]]:
    """Where the label of a shape or district sits: easting, northing and the metres of room round it."""
    shapes: Shapes = built("shapes")
    districts: Districts = built("districts")
    places: dict[str, LabelPlace] = {name: place[:3] for name, place in shapes.items()}
    places |= dict(zip(districts["code"], districts["label"], strict=True))
    table = np.array(list(places.values()), dtype=float)
    grid = to_grid(table[:, :2])
    return {
        name: (float(x), float(y), float(room) * 1000)
        for name, (x, y), room in zip(places, grid, table[:, 2], strict=True)
    }


def filled(shape: shapely.Geometry, extent: Extent) -> shapely.Geometry | None:
    """What an extent shows of an area: the area itself when it lies inside, its cut when it crosses, ``None`` outside."""
    if _inside(shape, extent):
        return shape
    return _some(shapely.clip_by_rect(shapely.make_valid(shape), *extent))


def drawn(shape: shapely.Geometry, extent: Extent) -> shapely.Geometry | None:
    """What an extent shows of an outline: a crossing outline is cut open, so that no line runs along the frame."""
    if _inside(shape, extent):
        return shape
    return _some(shapely.clip_by_rect(shapely.boundary(shape), *extent))


def _inside(shape: shapely.Geometry, extent: Extent) -> bool:
    west, south, east, north = shapely.bounds(shape)
    return bool(west >= extent[0] and south >= extent[1] and east <= extent[2] and north <= extent[3])


def _some(shape: shapely.Geometry) -> shapely.Geometry | None:
    return None if shapely.is_empty(shape) else shape
