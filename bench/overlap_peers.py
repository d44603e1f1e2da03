"""The usual ways to overlap layers, which cut their outlines: geopandas.overlay and, when installed, tobler."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from layers.geography.built import built
from layers.landscape import Snapshot
from layers.outlines import shape_of
from layers.overlaps.pairs import layer_pair

LAYERS = ("combined_authority", "lep", "stp", "city_deal")
BRITISH_NATIONAL_GRID = 27700
LEAST_AREA = 10_000.0
"""Square metres below which two outlines only touch: they were rounded when they were built."""

Pairs = set[frozenset[str]]


def frames(snapshot: Snapshot) -> Mapping[str, gpd.GeoDataFrame]:
    """The bodies of each layer on the day with the finest outlines built, in metres: ``id``, ``geometry``."""
    return {layer: _frame(snapshot, layer) for layer in LAYERS}


def _frame(snapshot: Snapshot, layer: str) -> gpd.GeoDataFrame:
    features = built(f"{snapshot.landscape.layers[layer].geometry}-local-0")["features"]
    outlines = {item["id"]: shapely.geometry.shape(item["geometry"]) for item in features}
    bodies = [body for body in snapshot.bodies(layer) if body.parts]
    geometry = [outlines[shape_of(snapshot.landscape, body)] for body in bodies]
    frame = gpd.GeoDataFrame({"id": [body.id for body in bodies]}, geometry=geometry, crs=4326)
    frame = frame.to_crs(BRITISH_NATIONAL_GRID)
    frame["geometry"] = shapely.make_valid(frame.geometry.to_numpy())
    return frame


def overlay(given: Mapping[str, gpd.GeoDataFrame]) -> Pairs:
    """Every pair of bodies of unlike layers that geopandas.overlay finds."""
    found: Pairs = set()
    for a, b in combinations(LAYERS, 2):
        cut = gpd.overlay(given[a], given[b], how="intersection", keep_geom_type=True)
        cut = cut[cut.area > LEAST_AREA]
        found |= {frozenset(pair) for pair in zip(cut["id_1"], cut["id_2"], strict=True)}
    return found


def area_tables(given: Mapping[str, gpd.GeoDataFrame]) -> list[Any]:
    """tobler's table of areas for every pair of unlike layers."""
    from tobler.area_weighted.area_interpolate import _area_tables_binning

    return [_area_tables_binning(given[a], given[b], "auto") for a, b in combinations(LAYERS, 2)]


def pairs_by_parts(snapshot: Snapshot) -> Pairs:
    """Every pair of bodies of unlike layers that share people, by the dashboard's own method."""
    found: Pairs = set()
    for a, b in combinations(LAYERS, 2):
        pair = layer_pair(snapshot, a, b)
        found |= {frozenset((pair.a[i].id, pair.b[j].id)) for i, j in zip(*np.nonzero(pair.people), strict=True)}
    return found
