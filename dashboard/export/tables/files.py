"""Tables as files: any one of them as CSV or as a workbook, and the overlaps of two layers as a workbook of four sheets."""

from __future__ import annotations

from dashboard.export.order import CannotExportError, File, Order, file_name
from dashboard.export.tables.common import Asked
from dashboard.export.tables.overlap_measures import measures, method
from dashboard.export.tables.overlaps import matrix, pairs
from dashboard.export.tables.registry import TABLES
from dashboard.export.tables.sheets import Sheet, csv_bytes, xlsx_bytes
from dashboard.views.query import Query
from dashboard.views.values import quote
from layers.landscape import Landscape

NAME = "table"
"""The key of the query that names the table."""
SUBJECTS = ("stp", "body", "place")
"""The keys that name whose page a table is on: the file carries it in its name."""


def make_overlaps(land: Landscape, order: Order) -> File:
    """The overlaps of an order: the pairs as CSV, or the workbook of matrix, pairs, measures and method.

    Raises:
        CannotExportError: the query holds something that was not understood.
    """
    asked = Asked(land, order.query, order.origin)
    makers = (pairs,) if order.format == "csv" else (matrix, pairs, measures, method)
    sheets = [maker(asked) for maker in makers]
    return _file(sheets, order.format, "overlaps", sheets[0].title)


def make_table(land: Landscape, order: Order) -> File:
    """The one table that an order names.

    Raises:
        CannotExportError: there is no such table, or its query holds something that was not understood.
    """
    name, rest = _named(order.query)
    sheet = TABLES[name](Asked(land, rest, order.origin))
    of = [str(rest[key]) for key in SUBJECTS if key in rest]
    return _file([sheet], order.format, name, *of)


def _named(query: Query) -> tuple[str, Query]:
    """The table that a query names, and the page's own query without it.

    The map page has a key of the same name, so the address may hold two: the one that names a table here is taken.
    """
    given = query.get(NAME, ())
    values = [given] if isinstance(given, str) else list(given)
    known = [value for value in values if value in TABLES]
    if len(known) != 1:
        asked = ", ".join(values)
        raise CannotExportError(
            f"There is no table called {quote(asked)} here." if asked else "The order names no table."
        )
    values.remove(known[0])
    rest = {key: value for key, value in query.items() if key != NAME}
    if values:
        rest[NAME] = values[0] if len(values) == 1 else values
    return known[0], rest


def _file(sheets: list[Sheet], ending: str, *words: str) -> File:
    content = csv_bytes(sheets[0]) if ending == "csv" else xlsx_bytes(sheets)
    return File(file_name(*words, day=sheets[0].day, ending=ending), content)
