"""A table of the toy world, asked for as an address does."""

from __future__ import annotations

from dashboard.export.tables.common import Asked
from dashboard.export.tables.registry import TABLES
from dashboard.export.tables.sheets import Sheet
from layers import Landscape

ORIGIN = "https://toy.example"


def sheet(toy: Landscape, name: str, **query: str) -> Sheet:
    """The table of a name over a view; ``with_`` stands for ``with``, which is a word of Python's."""
    return TABLES[name](Asked(toy, {key.rstrip("_"): value for key, value in query.items()}, ORIGIN))


def by(found: Sheet, *labels: str) -> list[tuple[object, ...]]:
    """The rows cut to some columns."""
    heads = [column.label for column in found.columns]
    at = [heads.index(label) for label in labels]
    return [tuple(row[position] for position in at) for row in found.rows]


def kinds(found: Sheet) -> dict[str, str]:
    """What kind of value each column holds."""
    return {column.label: column.kind for column in found.columns}
