"""The view's boundaries and figures as data: GeoJSON (RFC 7946) and GeoPackage (national grid and degrees)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely

from dashboard.export.map.geometry import outlines
from dashboard.export.map.plan import Plan, map_plan, name_of, size_of
from dashboard.export.map.shading import shading
from dashboard.export.order import CannotExportError, File, Order
from dashboard.palette import NOT_AVAILABLE
from dashboard.text import sources
from dashboard.views.map import NO_MEASURE
from layers.geography.built import built
from layers.landscape import Landscape
from layers.outlines import shape_of

GRID, DEGREES = "EPSG:27700", "EPSG:4326"
LEVEL = "local"
Record = dict[str, Any]


def make(land: Landscape, order: Order) -> File:
    """The boundaries and figures of the map page's view in an order, as ``geojson`` or ``gpkg``.

    Raises:
        CannotExportError: the query holds something that was not understood.
    """
    pixels = size_of(order)  # means nothing here, but the address is the picture's and a wrong one is refused alike
    plan = map_plan(land, order)
    content = geojson(land, plan) if order.format == "geojson" else geopackage(land, plan)
    return File(name_of(plan, order.format, pixels), content)


def district_records(land: Landscape, plan: Plan) -> Iterator[Record]:
    """One record a district: code, name, county, region, people and the measure shown, blank where not available."""
    snapshot = land.as_at(plan.day)
    shaded = shading(snapshot, plan.measure)
    for code, district in land.districts.items():
        record: Record = {
            "code": code,
            "name": district.name,
            "upper_tier": district.upper_tier_name,
            "region": district.region_name,
            "population_mid2017": district.population,
        }
        if plan.measure != NO_MEASURE:
            record["measure"] = plan.measure
            record["value"] = shaded.values.get(code)
            record["colour"] = shaded.colours[code] if shaded.colours[code] != NOT_AVAILABLE else None
        yield record


def body_records(land: Landscape, plan: Plan) -> Iterator[tuple[Record, str]]:
    """One record for each body shown that has an area, with its layer and the id of its outline."""
    for layer, bodies in plan.shown:
        for body in bodies:
            shape = shape_of(land, body)
            if shape:
                record = {
                    "id": body.id,
                    "layer": layer,
                    "name": body.name,
                    "official_code": body.body.official_code,
                    "standing": body.standing,
                    "population_mid2017": body.people if body.standing == "live" else None,
                }
                yield record, shape


def geojson(land: Landscape, plan: Plan) -> bytes:
    """Districts and the bodies shown, in degrees, outer rings counter-clockwise, with date, source and licence."""
    districts = _degrees(f"districts-{LEVEL}")
    features = [
        _feature(r["code"], {"kind": "district", **r}, districts[r["code"]]) for r in district_records(land, plan)
    ]
    for record, shape in body_records(land, plan):
        file = _degrees(f"{land.layers[record['layer']].geometry}-{LEVEL}-0")
        features.append(_feature(record["id"], {"kind": "body", **record}, file[shape]))
    facts = {
        "title": plan.title,
        "as_at": plan.day.isoformat(),
        "note": f"{sources.STILL} {sources.BOUNDARIES}",
        "source": sources.SOURCE,
        "licence": sources.LICENCE,
        "address": plan.address,
    }
    # RFC 7946 lets a collection carry members of its own.
    text = json.dumps({"type": "FeatureCollection", **facts, "features": features}, ensure_ascii=False, allow_nan=False)
    return text.encode()


@lru_cache(maxsize=8)
def _degrees(name: str) -> Mapping[str, shapely.Geometry]:
    features = built(name)["features"]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    wound = shapely.orient_polygons(shapes, exterior_cw=False)
    return dict(zip((feature["id"] for feature in features), wound, strict=True))


def _feature(identifier: str, properties: Record, shape: shapely.Geometry) -> Record:
    return {
        "type": "Feature",
        "id": identifier,
        "properties": properties,
        "geometry": json.loads(shapely.to_geojson(shape)),
    }


def geopackage(land: Landscape, plan: Plan) -> bytes:
    """The same as four layers: districts and bodies, each on the national grid and in degrees; and one of the facts.

    Raises:
        CannotExportError: the file could not be put together.
    """
    import geopandas

    districts = list(district_records(land, plan))
    bodies = list(body_records(land, plan))
    grid = outlines(f"districts-{LEVEL}")
    frames = {"districts": geopandas.GeoDataFrame(districts, geometry=[grid[r["code"]] for r in districts], crs=GRID)}
    if bodies:
        shapes = [outlines(f"{land.layers[r['layer']].geometry}-{LEVEL}-0")[shape] for r, shape in bodies]
        frames["bodies"] = geopandas.GeoDataFrame([r for r, _ in bodies], geometry=shapes, crs=GRID)
    about = f"{plan.title}. {sources.as_at_words(plan.day)}. {sources.STILL} {sources.SOURCE} {sources.LICENCE} {plan.address}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "view.gpkg"
        for name, frame in frames.items():
            _write(frame, path, f"{name}_27700", about)
            _write(frame.to_crs(DEGREES), path, f"{name}_4326", about)
        if not path.exists():
            raise CannotExportError("The GeoPackage could not be written.")
        return path.read_bytes()


def _write(frame: Any, path: Path, layer: str, about: str) -> None:
    options = {"DESCRIPTION": about, "SPATIAL_INDEX": "YES"}
    frame.to_file(path, driver="GPKG", layer=layer, layer_options=options, engine="pyogrio", promote_to_multi=True)
