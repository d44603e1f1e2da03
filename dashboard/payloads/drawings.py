"""What the small map beside a body, a pair, a place or a day draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.payloads.types import Drawing, Outline
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.outlines import shape_of
from layers.place.area import Area
from layers.place.covers import covers_of
from layers.place.institutions import institutions_within


def bodies_drawing(snapshot: Snapshot, bodies: Sequence[BodyAt]) -> Drawing:
    """Outlines of the bodies and, for several, the parts that all cover and the institutions in them."""
    shared = sorted(set.intersection(*(set(body.parts) for body in bodies))) if len(bodies) > 1 else []
    return {
        "outlines": _outlines(snapshot.landscape, bodies),
        "parts": _part_ids(snapshot.landscape, shared),
        "points": [item.id for item in institutions_within(snapshot, shared)],
    }


def place_drawing(snapshot: Snapshot, area: Area) -> Drawing:
    """A place filled, with the outlines of the main bodies that cover it."""
    main = [cover.body for cover in covers_of(snapshot, area) if cover.body.layer_record.dated_membership]
    return {"outlines": _outlines(snapshot.landscape, main), "parts": _part_ids(snapshot.landscape, area.parts)}


def layers_drawing(snapshot: Snapshot, layers: Iterable[str]) -> Drawing:
    """Every outline of some layers on the day."""
    bodies = [body for layer in layers for body in snapshot.bodies(layer) if body.parts]
    return {"outlines": _outlines(snapshot.landscape, bodies), "parts": []}


def _outlines(land: Landscape, bodies: Iterable[BodyAt]) -> list[Outline]:
    found = ((body, shape_of(land, body)) for body in bodies)
    return [
        {"layer": body.layer, "geometry": body.layer_record.geometry, "shape": shape} for body, shape in found if shape
    ]


def _part_ids(land: Landscape, parts: Iterable[int]) -> list[str]:
    return [land.parts.ids[part] for part in parts]
