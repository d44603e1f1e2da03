"""What the overlaps page's scripts draw: a layer pair as sparse rows, and one selected pair."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import numpy as np

from dashboard.payloads.types import PairPayload, PairSide
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.overlaps.measures import MATCHES
from layers.overlaps.pairs import layer_pair
from layers.overlaps.seriation import diagonal_order
from layers.words.numbers import cut_share, rounded


@lru_cache(maxsize=256)
def pair_payload(land: Landscape, a: str, b: str, weight: str, day: date) -> PairPayload:
    """Two layers on a day: bodies in diagonal order and one row a pair that shares people.

    Kept for the pairs asked for last: callers must not change it.
    """
    pair = layer_pair(land.as_at(day), a, b)
    of_a, of_b = pair.shares_by(weight)
    rows, columns = diagonal_order(pair.people)
    row_at = {index: place for place, index in enumerate(rows)}
    column_at = {index: place for place, index in enumerate(columns)}
    found = pair.pairs()
    return {
        "day": day.isoformat(),
        "layers": [a, b],
        "weight": weight,
        "matches": list(MATCHES),
        "a": [_side(pair.a[i], pair.in_any_b[i], pair.in_many_b[i]) for i in rows],
        "b": [_side(pair.b[j], pair.in_any_a[j], pair.in_many_a[j]) for j in columns],
        "pairs": {
            "a": [row_at[i] for i, _ in found],
            "b": [column_at[j] for _, j in found],
            "people": [int(pair.people[at]) for at in found],
            "match": [MATCHES.index(pair.match(*at)) for at in found],
            "km2": [float(rounded(pair.area_km2[at], 1)) for at in found],
            "whole": [int(pair.districts_whole[at]) for at in found],
            "part": [int(pair.districts_part[at]) for at in found],
            "of_a": [cut_share(of_a[at]) for at in found],
            "of_b": [cut_share(of_b[at]) for at in found],
        },
    }


def _side(body: BodyAt, in_any: np.int64, in_many: np.int64) -> PairSide:
    return {
        "id": body.id,
        "name": body.name,
        "short": body.short_name,
        "people": body.people,
        "none": body.people - int(in_any),
        "many": int(in_many),
    }


def selected(snapshot: Snapshot, pair_id: str | None) -> tuple[BodyAt, BodyAt] | None:
    """The two bodies of a selected pair, when both exist on the day and have an area."""
    ids = (pair_id or "").split("~")
    bodies = [snapshot.by_id.get(identifier) for identifier in ids]
    if len(bodies) != 2 or bodies[0] is None or bodies[1] is None:
        return None
    return (bodies[0], bodies[1]) if bodies[0].parts and bodies[1].parts else None
