"""``python -m layers.build``: make ``data/boundaries`` and the tables' derived columns from the ONS small areas."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import shapely

from layers.build import catalogue
from layers.build.classes import class_breaks
from layers.build.coverage import Geometries, Level, clockwise, dissolve, make_level, part_coverage, to_degrees
from layers.build.files import StaticFolder, feature_collection
from layers.build.lanes import BANDS, LANES, LONDON, LONDON_BOX, inset, label_points
from layers.build.neighbours import neighbours
from layers.build.postcodes import packed, read_postcodes, small_areas_of
from layers.build.silhouette import silhouette
from layers.build.source import fill_tables, read_small_areas
from layers.build.towns import read_towns, towns
from layers.describe import record
from layers.geography.contents import Box, LabelPlace, Shapes, Towns
from layers.landscape import Landscape
from layers.load import load_landscape
from layers.outlines import Shape, all_shapes
from layers.tables import DATA

TOLERANCES = {"national": 400.0, "local": 50.0}
"""Metres by which the parts are simplified at each level."""


def build(data: Path = DATA, target: Path | None = None) -> StaticFolder:
    """Fill the tables in ``data`` and write every static file to ``target`` (``data/boundaries``)."""
    areas = read_small_areas()
    fill_tables(areas, data)
    record(data)
    land = load_landscape(data)
    parts = part_coverage(areas.geometry.to_numpy(), np.asarray(land.small_areas.part))
    levels = {name: make_level(name, parts, tolerance) for name, tolerance in TOLERANCES.items()}
    folder = StaticFolder(target or data / "boundaries")
    england = shapely.coverage_union_all(levels["national"].metres)
    beside = to_degrees(np.array([neighbours(england)], dtype=object))
    folder.add("neighbours", feature_collection(["land"], geojson(beside)))
    folder.add("silhouette", silhouette(england))
    _add_districts(folder, land, levels)
    _add_bodies(folder, land, levels)
    _add_postcodes(folder, land, areas.geometry.to_numpy())
    breaks = class_breaks(land)
    folder.add("measures", catalogue.measures(land, breaks))
    folder.add("institutions", catalogue.institutions(land))
    (data / "class_breaks.json").write_text(json.dumps(breaks, indent=1) + "\n", "utf-8")
    folder.write()
    return folder


def geojson(geometries: Geometries) -> list[Mapping[str, object]]:
    """Geometry objects as Plotly wants them: exteriors clockwise."""
    return [json.loads(text) for text in shapely.to_geojson(clockwise(geometries))]


def _add_districts(folder: StaticFolder, land: Landscape, levels: Mapping[str, Level]) -> None:
    codes = list(land.districts)
    groups = [land.parts.of_district[code] for code in codes]
    for level in levels.values():
        merged = dissolve(level.degrees, groups)
        folder.add(f"districts-{level.name}", feature_collection(codes, geojson(merged)))
    local = levels["local"]
    folder.add("borders", catalogue.borders(land.parts.ids, local.metres))
    folder.add("parts", feature_collection(land.parts.ids, geojson(local.degrees)))
    boxes = dict(zip(codes, catalogue.bounds(dissolve(local.degrees, groups)), strict=True))
    labels = dict(zip(codes, _labels(dissolve(local.metres, groups)), strict=True))
    folder.add("districts", catalogue.districts(land, boxes, labels))


def _add_bodies(folder: StaticFolder, land: Landscape, levels: Mapping[str, Level]) -> None:
    by_layer: dict[str, list[Shape]] = {}
    for shape in all_shapes(land).values():
        by_layer.setdefault(shape.layer, []).append(shape)
    boxes: dict[str, Box] = {}
    labels: dict[str, LabelPlace] = {}
    for layer, shapes in by_layer.items():
        ids, groups = [shape.id for shape in shapes], [shape.parts for shape in shapes]
        border = {name: dissolve(level.degrees, groups) for name, level in levels.items()}
        metres = {name: dissolve(level.metres, groups) for name, level in levels.items()}
        for band in BANDS:
            folder.add(f"{layer}-{band.name}-0", feature_collection(ids, geojson(border[band.level])))
            for lane in range(1, LANES):
                lines = to_degrees(inset(metres[band.level], band, lane))
                folder.add(f"{layer}-{band.name}-{lane}", feature_collection(ids, geojson(lines)))
        _add_london(folder, layer, ids, metres[LONDON.level])
        labels.update(zip(ids, _labels(metres["local"]), strict=True))
        boxes.update(zip(ids, catalogue.bounds(border["local"]), strict=True))
    places: Shapes = {name: (*labels[name], *boxes[name]) for name in labels}
    folder.add("shapes", places)
    folder.add("search", catalogue.search(land, _body_boxes(land, boxes), _towns(land, levels["local"])))


def _towns(land: Landscape, level: Level) -> Towns:
    outlines = dissolve(level.degrees, [land.parts.of_district[code] for code in land.districts])
    rows = land.districts.values()
    return towns(read_towns(), outlines, [row.name for row in rows], {row.region_name for row in rows})


def _add_postcodes(folder: StaticFolder, land: Landscape, england: Geometries) -> None:
    table = read_postcodes()
    found = small_areas_of(table, england, read_small_areas("W").geometry.to_numpy())
    parts = np.asarray(land.small_areas.part)[found[found >= 0]]
    folder.add("postcodes", packed(table["postcode"][found >= 0].tolist(), parts.tolist(), land.parts.ids))


def _add_london(folder: StaticFolder, layer: str, ids: list[str], metres: Geometries) -> None:
    """The layer's outlines for the London inset, cut to its box."""
    near = [i for i, geometry in enumerate(metres) if geometry.intersects(shapely.box(*LONDON_BOX))]
    for lane in range(LANES):
        lines = inset(metres[near], LONDON, lane) if near else metres[near]
        cut = [shapely.clip_by_rect(line, *LONDON_BOX) for line in lines]
        kept = [i for i, line in enumerate(cut) if not line.is_empty]
        shapes = to_degrees(np.array([cut[i] for i in kept], dtype=object))
        folder.add(f"{layer}-london-{lane}", feature_collection([ids[near[i]] for i in kept], geojson(shapes)))


def _labels(metres: Geometries) -> list[LabelPlace]:
    """Longitude, latitude and radius (km) of each geometry's roomiest spot."""
    found = label_points(metres)
    points = to_degrees(shapely.points([(x, y) for x, y, _ in found]))
    return [
        (round(point.x, 3), round(point.y, 3), round(radius / 1000, 1))
        for point, (_, _, radius) in zip(points, found, strict=True)
    ]


def _body_boxes(land: Landscape, boxes: Mapping[str, Box]) -> dict[str, Box]:
    """One box a body: that of its outline under its own plain id, or of its LEP's for a growth deal."""
    found = {body.id: boxes[body.id] for body in land.all_bodies.values() if body.id in boxes}
    for shape in all_shapes(land).values():
        found.setdefault(shape.body_id, boxes[shape.id])
    for body in land.all_bodies.values():
        lead = body.agreements[0].lead_body_id if body.layer_record.draws else None
        if lead in found:
            found[body.id] = found[lead]
    return found


def told(made: StaticFolder) -> str:
    """How many files were made, and how large they are before compression."""
    total = sum(len(content) for content in made.content.values())
    return f"{len(made.content)} files, {total / 1e6:.1f} MB before compression, in {made.folder}"


if __name__ == "__main__":
    print(told(build()))
