"""The boundary build: coverages, lanes, files and classes on toy squares, and the whole of it once."""

from __future__ import annotations

import gzip
import json
import re
import shutil

import brotli
import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, box

from layers.build import source
from layers.build.__main__ import TOLERANCES, build, geojson, told
from layers.build.catalogue import bounds
from layers.build.classes import quantile_breaks
from layers.build.coverage import DECIMALS, clockwise, dissolve, make_level, part_coverage, to_degrees
from layers.build.files import MANIFEST, StaticFolder, as_bytes, feature_collection
from layers.build.lanes import BANDS, LANES, LONDON, inset, label_points
from layers.tables import DATA

EAST, NORTH = 400_000, 300_000
"""A corner in the middle of England, so that degrees are the usual size."""


def square(x: float, y: float, width: float = 1, height: float = 1) -> Polygon:
    """A rectangle in kilometres from the corner."""
    west, south = EAST + 1000 * x, NORTH + 1000 * y
    return box(west, south, west + 1000 * width, south + 1000 * height)


def array(*geometries) -> np.ndarray:
    return np.array(geometries, dtype=object)


def _moved(line: np.ndarray, east: float, north: float) -> np.ndarray:
    return line + np.array([east, north])


def wiggly(count: int = 6, seed: int = 1) -> np.ndarray:
    """A grid of 10 km squares whose shared sides wander: what simplification could tear apart."""
    random = np.random.default_rng(seed)
    steps = 200

    def side(length: float) -> np.ndarray:
        wander = random.normal(0, 15, steps + 1)
        wander[[0, -1]] = 0
        return np.column_stack([np.linspace(0, length, steps + 1), wander])

    size = 10_000.0
    across = {(x, y): _moved(side(size), x * size, y * size) for x in range(count) for y in range(count + 1)}
    up = {(x, y): _moved(side(size)[:, ::-1], x * size, y * size) for x in range(count + 1) for y in range(count)}
    rings = [
        np.concatenate([across[x, y], up[x + 1, y][1:], across[x, y + 1][::-1][1:], up[x, y][::-1][1:]])
        for x in range(count)
        for y in range(count)
    ]
    return array(*(Polygon(_moved(ring, EAST, NORTH)) for ring in rings))


# ---------------------------------------------------------------- coverage


def test_small_areas_that_overlap_dissolve_into_parts_that_meet_along_one_line():
    areas = array(square(0, 0), square(0.99, 0), square(1.98, 0))
    assert not shapely.coverage_is_valid(areas)
    parts = part_coverage(areas, np.array([0, 0, 1]))
    assert shapely.coverage_is_valid(parts)
    assert shapely.area(parts) == pytest.approx([1.98e6, 1e6], abs=0.011e6)
    assert shapely.area(shapely.union_all(parts)) == pytest.approx(shapely.area(parts).sum())
    assert len(shapely.get_parts(parts[0])) == 1


@pytest.mark.parametrize("tolerance", TOLERANCES.values(), ids=TOLERANCES.keys())
def test_a_level_is_a_valid_coverage_in_metres_and_in_rounded_degrees(tolerance):
    parts = wiggly()
    level = make_level("toy", parts, tolerance)
    assert shapely.coverage_is_valid(level.metres)
    assert shapely.coverage_is_valid(level.degrees)
    assert shapely.is_valid(level.degrees).all()
    assert shapely.get_num_coordinates(level.metres).sum() < shapely.get_num_coordinates(parts).sum() / 2
    rounded = shapely.get_coordinates(level.degrees)
    assert np.array_equal(rounded, np.round(rounded, DECIMALS))
    assert shapely.area(shapely.union_all(level.metres)) == pytest.approx(shapely.area(parts).sum(), rel=0.02)


def test_bodies_that_share_a_border_share_its_every_point():
    level = make_level("toy", wiggly(2), 50)
    left, right = dissolve(level.degrees, [[0, 1], [2, 3]])
    shared = shapely.intersection(left, right)
    assert shapely.area(shared) == 0
    assert shapely.length(shared) > 0.17, "20 km of border, in degrees of latitude"
    together = shapely.get_coordinates(shapely.line_merge(shared))
    corners = set(map(tuple, shapely.get_coordinates(left))) & set(map(tuple, shapely.get_coordinates(right)))
    assert set(map(tuple, together)) <= corners


def test_degrees_are_longitude_and_latitude():
    (point,) = to_degrees(array(shapely.Point(530_000, 180_000)))
    assert (point.x, point.y) == (-0.1284, 51.504)


def test_exteriors_are_clockwise_and_holes_are_not():
    ring = square(0, 0, 3, 3).difference(square(1, 1))
    apart = shapely.union_all([square(5, 0), square(7, 0)])
    turned = clockwise(array(ring, apart, ring.reverse()))
    polygons = shapely.get_parts(turned)
    assert len(polygons) == 4
    assert not any(polygon.exterior.is_ccw for polygon in polygons)
    assert all(hole.is_ccw for polygon in polygons for hole in polygon.interiors)
    assert sum(len(polygon.interiors) for polygon in polygons) == 2
    assert [item["type"] for item in geojson(array(ring, apart))] == ["Polygon", "MultiPolygon"]


# ---------------------------------------------------------------- lanes

SHAPES = {
    "county": square(0, 0, 40, 40),
    "city": square(0, 0, 2, 2),
    "thin": square(0, 0, 60, 0.05),
    "corridor": shapely.union_all([square(0, 0, 30, 0.3), square(0, 0, 0.3, 30)]),
    "two counties": shapely.union_all([square(0, 0, 30, 30), square(40, 0, 30, 30)]),
    "county and a rock": shapely.union_all([square(0, 0, 30, 30), square(80, 0, 0.1, 0.1)]),
    "ring": square(0, 0, 30, 30).difference(square(3, 3, 24, 24)),
}


@pytest.mark.parametrize("band", [*BANDS, LONDON], ids=lambda band: band.name)
@pytest.mark.parametrize("name", SHAPES)
def test_every_lane_lies_inside_and_none_is_empty(name, band):
    geometry, before = SHAPES[name], np.inf
    for lane in range(LANES):
        (line,) = inset(array(geometry), band, lane)
        assert line.area > 0
        assert line.is_valid
        assert shapely.difference(line, geometry).area <= 1e-6 * geometry.area
        assert line.area <= before
        assert not lane or line.area < geometry.area
        before = line.area


def test_a_lane_is_a_step_inside_the_border():
    (line,) = inset(array(square(0, 0, 40, 40)), BANDS[0], 2)
    assert line.bounds == pytest.approx((EAST + 3800, NORTH + 3800, EAST + 36_200, NORTH + 36_200), abs=1)


def test_a_small_body_keeps_its_outline_whatever_the_step():
    """Its line stops at two fifths of the way to its middle, so all its lanes fall together."""
    city = array(square(0, 0, 2, 2))
    lines = [inset(city, BANDS[0], lane)[0] for lane in (1, 2, 3)]
    assert [line.bounds[0] - EAST for line in lines] == pytest.approx([400, 400, 400], abs=25)


def test_pieces_too_small_to_see_go_unless_they_are_all_there_is():
    rock = square(80, 0, 0.1, 0.1)
    with_land = shapely.union_all([square(0, 0, 30, 30), rock])
    assert len(shapely.get_parts(inset(array(with_land), BANDS[0], 0)[0])) == 1
    assert inset(array(rock), BANDS[0], 0)[0].equals(rock)


def test_every_piece_large_enough_to_see_stays_and_one_of_just_that_size_too():
    """At the national band a piece is seen from a step squared, 1.9 km by 1.9 km."""
    pieces = shapely.union_all([square(0, 0, 30, 30), square(50, 0, 1.9, 1.9), square(60, 0, 1.8, 1.9)])
    assert sorted(piece.area for piece in shapely.get_parts(inset(array(pieces), BANDS[0], 0)[0])) == pytest.approx(
        [1900 * 1900, 30_000 * 30_000]
    )


def test_crumbs_that_a_lane_leaves_are_dropped():
    """A 4.8 km square hangs on a 40 km one by a thread: a step inside it is 1 km wide, under four fifths of a step."""
    hanging = shapely.union_all([square(0, 0, 40, 40), square(40, 10, 10, 0.5), square(50, 8, 4.8, 4.8)])
    (line,) = inset(array(hanging), BANDS[0], 1)
    assert line.geom_type == "Polygon"
    assert line.bounds == pytest.approx((EAST + 1900, NORTH + 1900, EAST + 38_100, NORTH + 38_100), abs=200)
    larger = shapely.union_all([square(0, 0, 40, 40), square(40, 10, 10, 0.5), square(50, 8, 8, 8)])
    assert len(shapely.get_parts(inset(array(larger), BANDS[0], 1)[0])) == 2, "4.2 km wide is no crumb"


def test_a_label_sits_in_the_roomiest_piece():
    ((x, y, radius),) = label_points(array(shapely.union_all([square(0, 0, 1, 1), square(10, 0, 8, 4)])))
    assert EAST + 12_000 <= x <= EAST + 16_000
    assert y == pytest.approx(NORTH + 2000, abs=150)
    assert radius == pytest.approx(2000, abs=150)
    assert radius <= 2000


# ---------------------------------------------------------------- files and classes


def read(folder) -> dict[str, str]:
    return json.loads((folder / MANIFEST).read_text("utf-8"))["names"]


def test_what_was_made_is_told_in_files_and_megabytes(tmp_path):
    made = StaticFolder(tmp_path)
    made.content = {"a": b"x" * 20_000, "b": b"x" * 30_000}
    assert told(made) == f"2 files, 0.1 MB before compression, in {tmp_path}", "0.05 rounds up"
    made.content = {"a": b"x" * 3_260_000}
    assert told(made) == f"1 files, 3.3 MB before compression, in {tmp_path}"


def test_small_areas_come_in_order_of_code_with_england_alone(tmp_path, monkeypatch):
    """One degree east of the grid's meridian, 49 to 52 north; a Welsh code is left out."""
    features = [
        {
            "type": "Feature",
            "properties": {"LSOA11CD": name, "BNG_E": east, "BNG_N": 1000, "LSOA11NM": "x"},
            "geometry": box(-1, 52, -0.99, 52.01).__geo_interface__,
        }
        for name, east in (("E01000002", 20), ("W01000001", 30), ("E01000001", 10))
    ]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "LSOA.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    monkeypatch.setattr(source, "files", lambda _package: tmp_path)
    found = source.read_small_areas()
    assert list(found.columns) == ["code", "easting", "northing", "geometry"]
    assert list(found.index) == [0, 1]
    assert found[["code", "easting", "northing"]].to_numpy().tolist() == [
        ["E01000001", 10, 1000],
        ["E01000002", 20, 1000],
    ]
    assert found.crs.to_epsg() == 27700
    # A hundredth of a degree of latitude is 1.11 km.
    west, south, _east, north = found.geometry[0].bounds
    assert (west, south) == pytest.approx((468_700, 234_000), abs=300)
    assert north - south == pytest.approx(1113, abs=15)


def test_equal_content_shares_one_file(tmp_path):
    made = StaticFolder(tmp_path / "out")
    for name, value in [("first", [1]), ("second", [2]), ("third", [1])]:
        made.add(name, value)
    made.write()
    manifest = read(tmp_path / "out")
    assert manifest["first"] == manifest["third"] != manifest["second"]
    assert len(list((tmp_path / "out").iterdir())) == 1 + 2 * 3
    # The server keeps for ever what has twelve hexadecimal digits in its name, and nothing else.
    assert all(re.fullmatch(r"(first|second)\.[0-9a-f]{12}\.json", file) for file in manifest.values())


def test_each_file_has_two_compressed_siblings_of_the_same_bytes(tmp_path):
    made = StaticFolder(tmp_path)
    made.add("words", {"name": "Ā £", "values": [1.5, None]})
    made.write()
    data = (tmp_path / read(tmp_path)["words"]).read_bytes()
    assert data == '{"name":"Ā £","values":[1.5,null]}'.encode()
    assert brotli.decompress((tmp_path / (made.manifest["words"] + ".br")).read_bytes()) == data
    assert gzip.decompress((tmp_path / (made.manifest["words"] + ".gz")).read_bytes()) == data


def test_a_build_removes_what_an_earlier_one_left_and_mends_what_is_missing(tmp_path):
    for value in ([1], [2]):
        made = StaticFolder(tmp_path)
        made.add("name", value)
        made.write()
    names = {path.name for path in tmp_path.iterdir()}
    file = made.manifest["name"]
    assert names == {MANIFEST, file, f"{file}.br", f"{file}.gz"}
    for lost in (file, f"{file}.br", f"{file}.gz"):
        (tmp_path / lost).unlink()
        made.write()
        assert {path.name for path in tmp_path.iterdir()} == names


def test_a_build_mends_what_is_damaged_and_leaves_what_is_whole(tmp_path):
    made = StaticFolder(tmp_path)
    made.add("name", [1])
    made.write()
    file = tmp_path / made.manifest["name"]
    sibling = tmp_path / f"{file.name}.gz"
    sibling.write_bytes(b"kept")
    made.write()
    assert sibling.read_bytes() == b"kept", "nothing is written anew where the file is as it should be"
    file.write_bytes(b"[2]")
    made.write()
    assert (file.read_bytes(), gzip.decompress(sibling.read_bytes())) == (b"[1]", b"[1]")


def test_what_is_no_number_is_not_written():
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_bytes([float("nan")])


def test_a_feature_has_an_id_and_nothing_else():
    found = feature_collection(["a"], [{"type": "Point", "coordinates": [0, 0]}])
    assert found["features"] == [
        {"type": "Feature", "id": "a", "properties": {}, "geometry": {"type": "Point", "coordinates": [0, 0]}}
    ]
    with pytest.raises(ValueError, match="shorter"):
        feature_collection(["a", "b"], [{}])


def test_boxes_are_rounded_to_four_decimals():
    assert bounds(array(box(-1.23456, 51.00004, 0.5, 52.99999))) == [(-1.2346, 51.0, 0.5, 53.0)]


@pytest.mark.parametrize(
    ("values", "breaks"),
    [
        (range(1, 11), [2.8, 4.6, 6.4, 8.2]),
        ([5] * 8 + [6, 7], [5, 5.2]),
        ([1, 2, 3, 4] + [9] * 16, [8]),
        ([1] * 2 + [9] * 8, [7.4]),
        ([1] * 8 + [9] * 2, [1, 2.6]),
        ([5] * 10, []),
        ([1] * 5 + [2] * 5, [1]),
        (range(1_234_567, 1_234_577), [1234570.0]),
    ],
    ids=[
        "even",
        "repeats",
        "repeats at the top",
        "most at the top",
        "most at the bottom",
        "one value",
        "two values",
        "six figures",
    ],
)
def test_breaks_split_values_evenly_and_merge_where_they_repeat(values, breaks):
    assert quantile_breaks({str(i): float(value) for i, value in enumerate(values)}) == breaks


# ---------------------------------------------------------------- the whole


@pytest.mark.slow
def test_the_build_gives_the_files_in_the_repository_byte_for_byte(tmp_path):
    """What is served was built from the tables beside it, and building changes no table that is already filled."""
    data, target = tmp_path / "data", tmp_path / "boundaries"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("boundaries"))
    (data / "class_breaks.json").unlink()
    made = build(data=data, target=target)
    assert made.manifest == read(DATA / "boundaries")
    for file in made.content:
        assert (target / file).read_bytes() == (DATA / "boundaries" / file).read_bytes(), file
        for ending, unpack in ((".br", brotli.decompress), (".gz", gzip.decompress)):
            served = unpack((DATA / "boundaries" / f"{file}{ending}").read_bytes())
            assert served == made.content[file], f"{file}{ending}"
    for path in DATA.iterdir():
        if path.suffix in (".csv", ".json"):
            assert (data / path.name).read_bytes() == path.read_bytes(), path.name
