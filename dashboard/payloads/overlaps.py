"""What the overlaps page's scripts draw: a layer pair as sparse rows, and one selected pair."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from layers.landscape import BodyAt, Landscape, Snapshot
from layers.outlines import shape_of
from layers.overlaps.measures import MATCHES
from layers.overlaps.pairs import LayerPair, layer_pair
from layers.overlaps.seriation import diagonal_order
from layers.place.area import Area
from layers.place.covers import covers_of
from layers.place.institutions import institutions_within
from layers.words.numbers import cut_share, rounded


@lru_cache(maxsize=256)
def pair_payload(land: Landscape, a: str, b: str, weight: str, day: date) -> dict[str, Any]:
    """Two layers on a day: bodies in diagonal order and one row a pair that shares people.

    ``cells`` are ``[i, j, people, match, km2, whole districts, part districts, share of a, share of b]`` with
    positions in ``a`` and ``b``, the match word's position in ``matches``, and shares as fractions of ``weight``.
    Kept for the pairs asked for last: callers must not change it.
    """
    pair = layer_pair(land.as_at(day), a, b)
    of_a, of_b = pair.shares_by(weight)
    rows, columns = diagonal_order(pair.people)
    row_at = {index: place for place, index in enumerate(rows)}
    column_at = {index: place for place, index in enumerate(columns)}
    return {
        "day": day.isoformat(),
        "layers": [a, b],
        "weight": weight,
        "matches": list(MATCHES),
        "a": [_side(pair.a[i], pair.in_any_b[i], pair.in_many_b[i]) for i in rows],
        "b": [_side(pair.b[j], pair.in_any_a[j], pair.in_many_a[j]) for j in columns],
        "cells": [
            [row_at[i], column_at[j], *_cell(pair, i, j), cut_share(of_a[i, j]), cut_share(of_b[i, j])]
            for i, j in pair.pairs()
        ],
    }


def _side(body: BodyAt, in_any: np.int64, in_many: np.int64) -> dict[str, Any]:
    return {
        "id": body.id,
        "name": body.name,
        "short": body.short_name,
        "people": body.people,
        "none": body.people - int(in_any),
        "many": int(in_many),
    }


def _cell(pair: LayerPair, i: int, j: int) -> list[Any]:
    return [
        int(pair.people[i, j]),
        MATCHES.index(pair.match(i, j)),
        float(rounded(pair.area_km2[i, j], 1)),
        int(pair.districts_whole[i, j]),
        int(pair.districts_part[i, j]),
    ]


def selected(snapshot: Snapshot, pair_id: str | None) -> tuple[BodyAt, BodyAt] | None:
    """The two bodies of a selected pair, when both exist on the day and have an area."""
    ids = (pair_id or "").split("~")
    bodies = [snapshot.by_id.get(identifier) for identifier in ids]
    if len(bodies) != 2 or bodies[0] is None or bodies[1] is None:
        return None
    return (bodies[0], bodies[1]) if bodies[0].parts and bodies[1].parts else None


def drawing(snapshot: Snapshot, bodies: tuple[BodyAt, ...]) -> dict[str, Any]:
    """Outlines of the bodies and, for two, the parts that both cover and the institutions in them, for the small map."""
    land = snapshot.landscape
    shared = sorted(set.intersection(*(set(body.parts) for body in bodies))) if len(bodies) > 1 else []
    return {
        "outlines": [
            {"layer": body.layer, "geometry": body.layer_record.geometry, "shape": shape_of(land, body)}
            for body in bodies
        ],
        "parts": [land.parts.ids[position] for position in shared],
        "points": [item.id for item in institutions_within(snapshot, shared)],
    }


def area_drawing(snapshot: Snapshot, area: Area) -> dict[str, Any]:
    """A place filled, with the outlines of the main bodies that cover it, as the page's small map draws them."""
    main = [cover.body for cover in covers_of(snapshot, area) if cover.body.layer_record.dated_membership]
    outlines = [
        {"layer": body.layer, "geometry": body.layer_record.geometry, "shape": shape_of(snapshot.landscape, body)}
        for body in main
    ]
    return {"outlines": outlines, "parts": [snapshot.landscape.parts.ids[part] for part in area.parts]}


def outlines_of(snapshot: Snapshot, layers: tuple[str, ...]) -> dict[str, Any]:
    """Every outline of some layers on the day."""
    bodies = [body for layer in layers for body in snapshot.bodies(layer) if body.parts]
    return {
        "outlines": [
            {"layer": body.layer, "geometry": body.layer_record.geometry, "shape": shape_of(snapshot.landscape, body)}
            for body in bodies
        ],
        "parts": [],
    }
