"""The one job behind every export: from an order to a file.

Which function makes what is written in `MAKERS`. A maker's module is imported when it is first asked for, since
it brings Matplotlib, python-pptx, reportlab or shapely with it, which the server does without.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.export.order import CannotExportError, File, Order
from layers.landscape import Landscape

Maker = Callable[[Landscape, Order], File]


def _map_drawn() -> Maker:
    from dashboard.export.map.files import make

    return make


def _map_data() -> Maker:
    from dashboard.export.geodata.boundaries import make

    return make


def _briefing_pack() -> Maker:
    from dashboard.export.pack.briefing.files import make

    return make


def _place_pack() -> Maker:
    from dashboard.export.pack.place.files import make

    return make


def _overlaps() -> Maker:
    from dashboard.export.tables.files import make_overlaps

    return make_overlaps


def _table() -> Maker:
    from dashboard.export.tables.files import make_table

    return make_table


def _data_package() -> Maker:
    from dashboard.export.geodata.data_package import make

    return make


MAKERS: Mapping[str, Mapping[str, Callable[[], Maker]]] = {
    "map": {
        **dict.fromkeys(("png", "svg", "pdf", "pptx"), _map_drawn),
        **dict.fromkeys(("geojson", "gpkg"), _map_data),
    },
    "briefing": dict.fromkeys(("pptx", "pdf"), _briefing_pack),
    "place": dict.fromkeys(("pptx", "pdf"), _place_pack),
    "overlaps": dict.fromkeys(("xlsx", "csv"), _overlaps),
    "table": dict.fromkeys(("xlsx", "csv"), _table),
    "data": {"zip": _data_package},
}
"""For each kind of export and each of its formats, what fetches the function that makes it."""


def offers(kind: str, ending: str) -> bool:
    """Whether there is such an export."""
    return ending in MAKERS.get(kind, {})


def no_such(kind: str, ending: str) -> str:
    """The sentence that says there is none."""
    return f"There is no export called {kind[:40]}.{ending[:12]}."


def make(land: Landscape, order: Order) -> File:
    """The file of an order.

    Raises:
        CannotExportError: there is no such export, or its query holds something that was not understood.
    """
    if not offers(order.kind, order.format):
        raise CannotExportError(no_such(order.kind, order.format))
    maker = MAKERS[order.kind][order.format]()
    return maker(land, order)
