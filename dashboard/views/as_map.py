"""The map of any page: what a site that shows the page in a frame, or a link's preview, draws of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.views.body import BodyView
from dashboard.views.briefing import BriefingView
from dashboard.views.map import NO_MEASURE, MapView, overlays
from dashboard.views.overlaps import OverlapsView
from dashboard.views.patchwork import PatchworkView
from dashboard.views.place import PlaceView, find
from dashboard.views.query import Query, read
from dashboard.views.timeline import TimelineView
from layers.landscape import Landscape

Drawn = Callable[[Query, str, Landscape], MapView]


def map_of(path: str, query: Query, land: Landscape) -> MapView:
    """The view of the map that shows what a page is about, on its day; the plain map for a page that is about none."""
    kind, _, name = path.strip("/").partition("/")
    return _PAGES.get(kind, _plain)(query, name, land)


def framed(path: str, query: Query, land: Landscape) -> MapView:
    """The same as a site shows it in a frame."""
    return map_of(path, query, land).model_copy(update={"embed": True, "present": False})


def _plain(_query: Query, _name: str, _land: Landscape) -> MapView:
    return MapView()


def _map(query: Query, _name: str, land: Landscape) -> MapView:
    return read(MapView, query, land)[0]


def _overlaps(query: Query, _name: str, land: Landscape) -> MapView:
    view = read(OverlapsView, query, land)[0]
    chosen = (view.a, view.b)
    layers = tuple(name for name in overlays(land) if name in chosen)
    return MapView(measure=NO_MEASURE, layers=layers, as_at=view.as_at)


def _patchwork(query: Query, _name: str, land: Landscape) -> MapView:
    view = read(PatchworkView, query, land)[0]
    return MapView(measure=NO_MEASURE, layers=view.layers, as_at=view.as_at, select=view.select)


def _briefing(query: Query, _name: str, land: Landscape) -> MapView:
    view = read(BriefingView, query, land)[0]
    return _MAP.model_copy(update={"as_at": view.as_at, "select": view.stp})


def _timeline(query: Query, _name: str, land: Landscape) -> MapView:
    return _MAP.model_copy(update={"as_at": read(TimelineView, query, land)[0].as_at})


def _place(query: Query, name: str, land: Landscape) -> MapView:
    area = find(land, name)
    view = read(PlaceView, query, land)[0]
    return _MAP.model_copy(update={"as_at": view.as_at, "select": area.code if area else None})


def _body(query: Query, name: str, land: Landscape) -> MapView:
    body, view = land.all_bodies.get(name), read(BodyView, query, land)[0]
    if body is None:
        return _MAP.model_copy(update={"as_at": view.as_at})
    chosen = {*_MAP.layers, body.layer}
    layers = tuple(layer for layer in overlays(land) if layer in chosen)
    return _MAP.model_copy(update={"as_at": view.as_at, "select": body.id, "layers": layers, "lead": body.layer})


_MAP = MapView(measure=NO_MEASURE)
_PAGES: Mapping[str, Drawn] = {
    "": _map,
    "overlaps": _overlaps,
    "patchwork": _patchwork,
    "briefing": _briefing,
    "timeline": _timeline,
    "place": _place,
    "body": _body,
}
