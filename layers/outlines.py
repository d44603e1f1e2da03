"""Which outlines exist: every distinct footprint a body has in the period, under a lasting id.

The boundary build draws one feature a shape; a view at any day only names shapes. So a
change of date sends ids, never geometry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY, change_days
from layers.geography.footprints import Footprint
from layers.landscape import BodyAt, Landscape, body_at
from layers.model import Body


@dataclass(frozen=True)
class Shape:
    """One outline: an id unique over all layers, and the parts it is made of."""

    id: str
    layer: str
    body_id: str
    parts: Footprint


def _days(body: Body) -> Iterator[date]:
    """Days on which the body's footprint can change, the default day first so that its shape has the plain id."""
    days = {FIRST_DAY, LAST_DAY, body.valid_from, body.valid_to, *(cut.since for cut in body.layer_record.cut_by)}
    for member in body.members:
        days.update((member.valid_to, *change_days(member.valid_from, member.valid_to)))
    yield DEFAULT_DAY
    yield from sorted(day for day in days if day is not None and FIRST_DAY <= day <= LAST_DAY)


def _outlines(at: BodyAt) -> Iterator[tuple[str, Footprint]]:
    if at.drawn_parts:
        yield at.layer, at.drawn_parts
    if at.layer_record.draws_associates and at.associate_parts:
        yield at.layer_record.associates_geometry, at.associate_parts


@lru_cache(maxsize=4)
def all_shapes(land: Landscape) -> Mapping[tuple[str, Footprint], Shape]:
    """Every outline of every layer, keyed by (geometry layer, parts): bodies with one footprint share it."""
    found: dict[tuple[str, Footprint], Shape] = {}
    for body in land.all_bodies.values():
        if body.layer_record.draws:
            continue
        count: dict[str, int] = {}
        for day in _days(body):
            at = body_at(land, body, day)
            for layer, parts in _outlines(at) if at else ():
                if (layer, parts) not in found:
                    count[layer] = count.get(layer, 0) + 1
                    suffix = "" if count[layer] == 1 else f".{count[layer]}"
                    stem = body.id if layer == body.layer else f"{body.id}.associates"
                    found[layer, parts] = Shape(stem + suffix, layer, body.id, parts)
    return found


def shape_of(land: Landscape, at: BodyAt) -> str | None:
    """The id of a body's outline on its day, or ``None`` when it has no area in the data."""
    shape = all_shapes(land).get((at.layer_record.geometry, at.drawn_parts))
    return shape.id if shape else None


def associate_shape_of(land: Landscape, at: BodyAt) -> str | None:
    """The id of the outline of a body's associates, or ``None`` when it has none or its layer doesn't draw them."""
    shape = all_shapes(land).get((at.layer_record.associates_geometry, at.associate_parts))
    return shape.id if shape else None
