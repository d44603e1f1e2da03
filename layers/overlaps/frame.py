"""Every pair of two layers as rows or as a data frame: what notebooks, the API and the workbooks give."""

from __future__ import annotations

from typing import TypedDict

import pandas as pd

from layers.landscape import Snapshot
from layers.overlaps.measures import TOLERANCE
from layers.overlaps.pairs import layer_pair


class OverlapRow(TypedDict):
    """What a body of layer A and one of layer B share.

    ``districts`` is whole and part together; the shares are fractions of the weight asked
    for; ``match`` is by people whatever the weight, with the ``tolerance`` it was judged by.
    """

    a_id: str
    a_name: str
    b_id: str
    b_name: str
    people: int
    area_km2: float
    districts: int
    districts_whole: int
    districts_part: int
    share_of_a: float
    share_of_b: float
    match: str
    tolerance: float


_TYPES = {
    "a_id": "str", "a_name": "str", "b_id": "str", "b_name": "str",
    "people": "int64", "area_km2": "float64",
    "districts": "int64", "districts_whole": "int64", "districts_part": "int64",
    "share_of_a": "float64", "share_of_b": "float64", "match": "str", "tolerance": "float64",
}  # fmt: skip
COLUMNS = tuple(_TYPES)


def overlap_rows(snapshot: Snapshot, a: str, b: str, weight: str, min_share: float) -> list[OverlapRow]:
    """Every pair of bodies of two layers that share people, most people first.

    ``weight`` is what shares are fractions of: ``people``, ``area`` or ``districts``.
    ``min_share`` keeps pairs of which the larger of the two shares is at least that.

    Raises:
        KeyError: no such layer.
        ValueError: no such weight.
    """
    pair = layer_pair(snapshot, a, b)
    of_a, of_b = pair.shares_by(weight)
    return [
        {
            "a_id": pair.a[i].id,
            "a_name": pair.a[i].name,
            "b_id": pair.b[j].id,
            "b_name": pair.b[j].name,
            "people": int(pair.people[i, j]),
            "area_km2": round(float(pair.area_km2[i, j]), 3),
            "districts": int(pair.districts_whole[i, j] + pair.districts_part[i, j]),
            "districts_whole": int(pair.districts_whole[i, j]),
            "districts_part": int(pair.districts_part[i, j]),
            "share_of_a": round(float(of_a[i, j]), 6),
            "share_of_b": round(float(of_b[i, j]), 6),
            "match": pair.match(i, j),
            "tolerance": TOLERANCE,
        }
        for i, j in pair.pairs()
        if max(of_a[i, j], of_b[i, j]) >= min_share
    ]


def overlap_frame(snapshot: Snapshot, a: str, b: str, weight: str = "people", min_share: float = 0.0) -> pd.DataFrame:
    """The rows of `overlap_rows` as a frame with the columns of `OverlapRow`, in that order.

    Raises:
        KeyError: no such layer.
        ValueError: no such weight.
    """
    rows = overlap_rows(snapshot, a, b, weight, min_share)
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(_TYPES)
