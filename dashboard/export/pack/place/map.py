"""The map of a place's pack: the place, its neighbours, and the main bodies over it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import shapely

from dashboard.export.drawing.paper import MAP
from dashboard.export.map.geometry import Extent, dissolved, outlines
from dashboard.export.map.plan import Plan, extent_of, extent_round
from dashboard.views.map import NO_MEASURE
from layers.landscape import BodyAt, Landscape
from layers.outlines import shape_of
from layers.place.area import Area
from layers.place.covers import Cover

LEAST = 30_000.0
"""Metres that a map shows from south to north at least, so that a very small place has neighbours."""
NEIGHBOURS, MOST = 2.2, 7.0
"""How many times as high as the place its map is: at least, and at most to take in the bodies over it."""
ANY = 150_000.0
"""Metres that the map of any place, however small, may show to take in the bodies over it."""
SCALE_BAR = 0.05
"""Of the height of the bodies, what the scale bar takes."""


def place_plan(land: Landscape, area: Area, covers: Sequence[Cover], day: date) -> Plan:
    """The plan of the map; title, subtitle and address are for whoever writes them."""
    bodies = main_bodies(covers)
    shown = tuple((layer.id, tuple(body for body in bodies if body.layer == layer.id)) for layer in land.area_layers)
    return Plan(
        title="",
        subtitle="",
        day=day,
        measure=NO_MEASURE,
        shown=tuple((layer, found) for layer, found in shown if found),
        points=(),
        extent=_extent(land, area, bodies),
        address="",
        selected=area.code,
    )


def main_bodies(covers: Sequence[Cover]) -> list[BodyAt]:
    """The bodies over a place whose lines are compared: authorities, LEPs, STPs, devolution deals."""
    return [cover.body for cover in covers if cover.body.layer_record.compared]


def _extent(land: Landscape, area: Area, bodies: Sequence[BodyAt]) -> Extent:
    """All of the bodies where that leaves the place to be seen, else as much round it as does."""
    own = shapely.bounds(dissolved("districts-national", area.districts))
    ratio = MAP.height / MAP.width
    tall = max(own[3] - own[1], (own[2] - own[0]) * ratio)
    least, most = max(LEAST, NEIGHBOURS * tall), max(ANY, MOST * tall)
    found = extent_of(_bounds(land, own, bodies), room=0.04)
    height = found[3] - found[1]
    if height > most:
        return extent_round((own[0] + own[2]) / 2, (own[1] + own[3]) / 2, most)
    if height < least:
        return extent_round((found[0] + found[2]) / 2, (found[1] + found[3]) / 2, least)
    return found


def _bounds(land: Landscape, own: Sequence[float], bodies: Sequence[BodyAt]) -> tuple[float, float, float, float]:
    """The bounds of the place and the bodies together, with room for the scale bar below."""
    boxes = [tuple(own)]
    for body in bodies:
        shape = outlines(f"{body.layer_record.geometry}-national-0").get(shape_of(land, body) or "")
        if shape is not None:
            boxes.append(shapely.bounds(shape))
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south) - SCALE_BAR * (max(north) - min(south)), max(east), max(north)
