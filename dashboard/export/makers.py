"""The one job behind every export: from an order to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from dashboard.export.order import CannotExportError, File, Order
from layers.landscape import Landscape

Maker = Callable[[Landscape, Order], File]

MODULES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "map": ("map.files", ("png", "svg", "pdf", "pptx", "geojson", "gpkg")),
    "briefing": ("pack.briefing.files", ("pptx", "pdf")),
    "place": ("pack.place.files", ("pptx", "pdf")),
    "overlaps": ("tables.files", ("xlsx", "csv")),
    "table": ("tables.files", ("xlsx", "csv")),
    "data": ("geodata.data_package", ("zip",)),
}
"""For each kind the module of this package whose ``make`` draws it, imported when first asked for, and its formats."""


def make(land: Landscape, order: Order) -> File:
    """The file of an order.

    Raises:
        CannotExportError: there is no such export, or its query holds something that was not understood.
    """
    module, formats = MODULES.get(order.kind, ("", ()))
    if order.format not in formats:
        raise CannotExportError(f"There is no export called {order.kind[:40]}.{order.format[:12]}.")
    maker: Maker = import_module(f"dashboard.export.{module}").make
    return maker(land, order)
