"""What a map is to show, before any geometry is read: from the map page's address, or for one body or place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.export.drawing.paper import MAP, WIDE, Box, Page, page_of
from dashboard.export.map.geometry import Extent, point
from dashboard.export.order import PREVIEW, CannotExportError, Order, file_name, view_of
from dashboard.text.sources import view_address
from dashboard.text.titles import LONGEST_SUBTITLE, LONGEST_TITLE, plain_words, title_of
from dashboard.views.map import MapView, outlined
from dashboard.views.mended import WORDS
from dashboard.views.query import Query, keys_of, serialise
from dashboard.views.sheet import SheetView
from dashboard.views.values import point_layers
from layers.landscape import BodyAt, Landscape

ENGLAND: Extent = (82_000.0, 5_000.0, 656_000.0, 657_600.0)
HOME_HEIGHT = 694_000.0
"""Metres from the south to the north edge at zoom 1, as on the page."""
SIZES = {str(width): width for width in (1920, 3840, PREVIEW)}
"""The widths of a picture on offer, in pixels; the first goes without saying."""


@dataclass(frozen=True)
class Plan:
    """One map: ``shown`` are the bodies of each layer in lane order, that of the layer that leads first; ``measure`` is ``none`` when districts are not shaded.

    ``filled`` names a layer whose areas are tinted; ``selected`` a district, county or body with a dark outline.
    """

    title: str
    subtitle: str
    day: date
    measure: str
    shown: tuple[tuple[str, tuple[BodyAt, ...]], ...]
    points: tuple[str, ...]
    extent: Extent
    address: str
    filled: str | None = None
    selected: str | None = None
    national: bool = False
    page: Page = WIDE
    lead: str | None = None

    @property
    def leads(self) -> str | None:
        """The layer whose bodies are named first, and alone on their own areas: that which leads, else the tinted one, else the first."""
        return self.lead or self.filled or next((layer for layer, _bodies in self.shown), None)


def extent_round(x: float, y: float, height: float, box: Box = MAP) -> Extent:
    """The extent of the box's shape, ``height`` metres high, round a place on the grid."""
    width = height * box.width / box.height
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def extent_of(bounds: Sequence[float], box: Box = MAP, room: float = 0.12) -> Extent:
    """The extent of the box's shape that holds some bounds with ``room`` of their size round them."""
    west, south, east, north = bounds
    height = max(north - south, (east - west) * box.height / box.width) * (1 + 2 * room)
    return extent_round((west + east) / 2, (south + north) / 2, height, box)


def order_words(order: Order) -> tuple[Query, str | None, str | None]:
    """The query without the reader's own title and subtitle, and those, cleaned of what no page can print.

    Raises:
        CannotExportError: a title is given twice.
    """
    rest = {key: value for key, value in order.query.items() if key not in WORDS}
    return rest, _own(order, "title", LONGEST_TITLE), _own(order, "subtitle", LONGEST_SUBTITLE)


def _own(order: Order, key: str, longest: int) -> str | None:
    given = order.query.get(key)
    if given is None:
        return None
    if not isinstance(given, str):
        raise CannotExportError(f"The address gives {key} more than once; give it once.")
    return plain_words(given, longest)


def size_of(order: Order) -> int:
    """The width in pixels that a picture is asked for.

    Raises:
        CannotExportError: the size is none that is offered.
    """
    given = order.query.get("size", "1920")
    if not isinstance(given, str) or given not in SIZES:
        raise CannotExportError(
            f"size takes 1920 or 3840, or {PREVIEW} as links show it: the width of the picture in pixels."
        )
    return SIZES[given]


def sheet_of(land: Landscape, query: Query) -> SheetView:
    """The sheet that a query asks for: its shape, and whether there is a panel.

    Raises:
        CannotExportError: it asks for one that there is not.
    """
    return view_of(SheetView, {key: query[key] for key in keys_of(SheetView) if key in query}, land)


def name_of(plan: Plan, ending: str, pixels: int) -> str:
    """What the file of a view is called: its layers, or its measure when there are none, its sheet and its day."""
    layers = "-".join(name.replace("_", "-") for name, _bodies in plan.shown) or plan.measure
    size = f"{pixels}px" if ending == "png" and pixels != SIZES["1920"] else ""
    drawn = ending not in ("geojson", "gpkg")
    sheet = ("4-3" if plan.page.width < WIDE.width else "", "" if plan.page.panel else "no-panel") if drawn else ()
    return file_name("map", layers, *sheet, size, day=plan.day, ending=ending)


def map_plan(land: Landscape, order: Order) -> Plan:
    """The plan of the map page's view in an order.

    Raises:
        CannotExportError: the query holds something that was not understood.
    """
    rest, title, subtitle = order_words(order)
    sheet, page = sheet_of(land, rest), {"size", *keys_of(SheetView)}
    view = view_of(MapView, {key: value for key, value in rest.items() if key not in page}, land)
    paper = page_of(sheet.shape, sheet.panel)
    snapshot = land.as_at(view.as_at)
    names = outlined(view, land)
    plan = Plan(
        title="",
        subtitle="",
        day=view.as_at,
        measure=view.shading,
        shown=tuple((name, snapshot.bodies(name, fallen=view.fallen)) for name in names),
        points=tuple(name for name in point_layers(land) if name in view.layers),
        extent=_extent(view, paper.map),
        address=view_address(order.origin, "/", serialise(view.model_copy(update={"present": False, "embed": False}))),
        filled=view.fill if view.fill in names else None,
        selected=view.select,
        national=view.zoom is None or view.zoom <= 1.3,
        page=paper,
        lead=names[0] if names else None,
    )
    own_title, own_subtitle = title_of(snapshot, view)
    return replace(plan, title=title or own_title, subtitle=own_subtitle if subtitle is None else subtitle)


def _extent(view: MapView, box: Box) -> Extent:
    if view.lon is None or view.lat is None or view.zoom is None:
        return extent_of(ENGLAND, box, room=0.015)
    return extent_round(*point(view.lon, view.lat), HOME_HEIGHT / view.zoom, box)
