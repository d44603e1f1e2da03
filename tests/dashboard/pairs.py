"""The pairs of the overlaps' payload row by row, as the page reads them."""

from __future__ import annotations

from typing import Any, NamedTuple

from dashboard.payloads.types import PairPayload


class Cell(NamedTuple):
    """What one pair holds, under the names of the payload's columns."""

    a: int
    b: int
    people: int
    match: int
    km2: float
    whole: int
    part: int
    of_a: float
    of_b: float


def cells_of(payload: PairPayload) -> list[Cell]:
    """Every pair; a column that is missing, made up or of another length is an error."""
    columns: dict[str, Any] = dict(payload["pairs"])
    assert set(columns) == set(Cell._fields)
    return [Cell(*row) for row in zip(*(columns[name] for name in Cell._fields), strict=True)]
