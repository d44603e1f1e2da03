"""GeoJSON and GeoPackage of the toy world: records, degrees, winding, grid."""

from __future__ import annotations

import json

import geopandas as gpd
import pyogrio
import pytest
import shapely

from dashboard.export.geodata.boundaries import body_records, district_records, geojson, geopackage
from dashboard.palette import CLASSES
from tests.dashboard.export.map.plans import plan
from tests.dashboard.toy import CORNERS, SIDE, degrees
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")


@pytest.fixture(scope="module")
def asked(world):
    now = world.land.as_at()
    return plan(
        now,
        "stp",
        "devolution_deal",
        "growth_deal",
        "local_industrial_strategy",
        fallen=True,
        measure="imd2015_average_score",
        title="A map",
    )


@pytest.fixture(scope="module")
def collection(world, asked, toy_files):
    return json.loads(geojson(world.land, asked))


def feature(collection, identifier):
    return next(item for item in collection["features"] if item["id"] == identifier)


def test_a_district(collection):
    assert feature(collection, code("E"))["properties"] == {
        "kind": "district",
        "code": code("E"),
        "name": "Elm",
        "upper_tier": "Valeshire",
        "region": "East Midlands",
        "population_mid2017": 4000,
        "measure": "imd2015_average_score",
        "value": 50,
        "colour": CLASSES[3],
    }


def test_what_is_not_available_is_null(collection):
    lime = feature(collection, code("L"))["properties"]
    assert (lime["value"], lime["colour"]) == (None, None)


def test_a_plain_map_has_no_measure(toy, now):
    assert not any({"measure", "value", "colour"} & set(record) for record in district_records(toy, plan(now)))


def test_bodies_with_their_people_when_in_force(collection):
    assert feature(collection, "stp-north")["properties"] == {
        "kind": "body",
        "id": "stp-north",
        "layer": "stp",
        "name": "North STP",
        "official_code": "E54000001",
        "standing": "live",
        "population_mid2017": 800,
    }
    gone, bid = (feature(collection, name)["properties"] for name in ("deal-gone", "deal-bid"))
    assert [(item["standing"], item["population_mid2017"]) for item in (gone, bid)] == [("fallen", None), ("bid", None)]


def test_a_body_without_area_is_left_out(toy, asked, collection):
    ids = [item["id"] for item in collection["features"]]
    assert "lis-nowhere" not in ids
    assert len(ids) == 7 + 4 + 3 + 3 == len(set(ids))
    assert len(list(body_records(toy, asked))) == 10


def test_degrees_of_a_square(collection):
    """The south-west corner of Elm, as the grid has it, and the north-east."""
    shape = shapely.from_geojson(json.dumps(feature(collection, code("E"))["geometry"]))
    west, south = CORNERS["E"]
    lows, highs = degrees(west, south), degrees(west + SIDE, south + SIDE)
    corners = {(round(x, 2), round(y, 2)) for x, y in shapely.get_coordinates(shape)}
    assert (round(lows["lon"], 2), round(lows["lat"], 2)) in corners
    assert (round(highs["lon"], 2), round(highs["lat"], 2)) in corners


def test_outer_rings_are_counter_clockwise(collection):
    """As RFC 7946 asks; what the page draws is wound the other way."""
    for item in collection["features"]:
        for polygon in shapely.get_parts(shapely.from_geojson(json.dumps(item["geometry"]))):
            assert polygon.exterior.is_ccw, item["id"]


def test_a_growth_deal_has_the_outline_of_its_lep(collection):
    shape = shapely.from_geojson(json.dumps(feature(collection, "growth-deal-west")["geometry"]))
    west, east = degrees(*CORNERS["B"])["lon"], degrees(CORNERS["C"][0] + SIDE / 2, CORNERS["C"][1])["lon"]
    assert shape.bounds[0] == pytest.approx(west, abs=0.01)
    assert shape.bounds[2] == pytest.approx(east, abs=0.01)


def test_the_collection_says_what_it_is(collection):
    assert (collection["title"], collection["as_at"], collection["address"]) == ("A map", "2017-12-01", "https://toy/")
    assert "Office for National Statistics" in collection["source"]
    assert "Open Government Licence" in collection["licence"]
    assert "do not move with the date" in collection["note"]


def test_a_geopackage_on_the_grid_and_in_degrees(toy, asked, tmp_path):
    path = tmp_path / "view.gpkg"
    path.write_bytes(geopackage(toy, asked))
    layers = {name for name, _ in pyogrio.list_layers(path)}
    assert layers == {"districts_27700", "districts_4326", "bodies_27700", "bodies_4326"}
    grid = gpd.read_file(path, layer="districts_27700").set_index("code")
    west, south = CORNERS["E"]
    assert grid.crs.to_epsg() == 27700
    assert grid.geometry[code("E")].bounds == pytest.approx((west, south, west + SIDE, south + SIDE), abs=15)
    assert grid.loc[code("E"), "value"] == 50
    bodies = gpd.read_file(path, layer="bodies_4326").set_index("id")
    assert bodies.crs.to_epsg() == 4326
    assert bodies.loc["stp-north", "population_mid2017"] == 800
    assert bodies.geometry["stp-thames"].bounds[0] == pytest.approx(degrees(*CORNERS["L"])["lon"], abs=0.01)


def test_a_geopackage_without_bodies(toy, now, tmp_path):
    path = tmp_path / "view.gpkg"
    path.write_bytes(geopackage(toy, plan(now)))
    assert {name for name, _ in pyogrio.list_layers(path)} == {"districts_27700", "districts_4326"}
