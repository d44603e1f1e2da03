"""From a plan to what each map window holds: districts, outlines in their lanes, points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import shapely

from dashboard.export.drawing.paper import Box
from dashboard.export.map.geometry import Extent, dissolved, drawn, filled, outlines, point
from dashboard.export.map.plan import Plan
from dashboard.export.map.scene import Mark, Overlay, Shape, Window
from dashboard.export.map.symbols import symbol_of
from dashboard.palette import FOCUS, LAND, PAPER, SELECTION
from dashboard.views.place import find
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.outlines import associate_shape_of, shape_of

LANES = 4
FAR = ("national", "london")
"""The bands in which one layer leads and the others recede, as on the page (`web/src/map/traces.js`)."""
LEADS, RECEDES = 1.05, 0.45
BANDS = ((0.42, "national"), (0.12, "regional"), (0.0, "local"))
"""The zoom bands of the page, by least kilometres a pixel of the screen."""
LINE = 0.62
"""Points on a page for a pixel on the screen: of lines, of the pale lines under them, and so of the lanes they run in."""
TINT = 0.22
GONE, DOTTED, AGAIN = "1px,4px", "1px,3px", "14px,2px,2px,2px"
LONDON: Extent = (500_000.0, 150_000.0, 566_500.0, 204_915.0)


def band_of(metres_a_point: float) -> str:
    """The zoom band whose outlines fit a scale: that in which lanes and lines keep the proportions they have on the screen."""
    kilometres = metres_a_point / 1000 * LINE
    return next(name for least, name in BANDS if kilometres >= least)


def windows(land: Landscape, plan: Plan, colours: Mapping[str, str], small: Box | None = None) -> tuple[Window, ...]:
    """The main map in its box and, with England in view, the inset of London; or one small map in a box of its own."""
    snapshot, box = land.as_at(plan.day), small or plan.page.map
    metres = (plan.extent[2] - plan.extent[0]) / box.width
    band = band_of(metres)
    main = _window(snapshot, plan, colours, "England" if plan.national else "Map", box, plan.extent, band)
    if small:
        main = replace(main, overlays=tuple(_lighter(overlay) for overlay in main.overlays))
    if not plan.national or small:
        return (main,)
    return main, _window(snapshot, plan, colours, "London", plan.page.inset, LONDON, "london")


def _lighter(overlay: Overlay) -> Overlay:
    """An outline for a small map, where pale lines under it would hide those beside it."""
    if overlay.layer == "selection":
        return replace(overlay, width=overlay.width * 0.8)
    return replace(overlay, width=overlay.width * 0.7, casing="")


def _window(
    snapshot: Snapshot, plan: Plan, colours: Mapping[str, str], name: str, box: Box, extent: Extent, band: str
) -> Window:
    level = "local" if band in ("regional", "local") else "national"
    districts = tuple(_districts(snapshot.landscape, outlines(f"districts-{level}"), colours, extent))
    overlays = [*_tints(snapshot, plan, extent, band)]
    for rank, (layer, bodies) in reversed(list(enumerate(plan.shown))):
        overlays += _layer(snapshot, layer, bodies, rank, band, extent)
    overlays += _selection(snapshot, plan, extent, band, level)
    marks = tuple(_marks(snapshot.landscape, plan, extent))
    return Window(name, box, extent, districts, tuple(overlays), marks, beside=_beside(extent))


def _beside(extent: Extent) -> tuple[Shape, ...]:
    """The land beside England, as one shape, where an extent shows any."""
    shown = filled(outlines("neighbours")["land"], extent)
    return (Shape("land", "Land beside England", shown, LAND),) if shown is not None else ()


def _districts(
    land: Landscape, shapes: Mapping[str, shapely.Geometry], colours: Mapping[str, str], extent: Extent
) -> Iterator[Shape]:
    for code, district in land.districts.items():
        shown = filled(shapes[code], extent)
        if shown is not None:
            yield Shape(code, district.name, shown, colours[code])


def _file(snapshot: Snapshot, layer: str, band: str, lane: int) -> Mapping[str, shapely.Geometry]:
    return outlines(f"{snapshot.landscape.layers[layer].geometry}-{band}-{lane}")


def _layer(
    snapshot: Snapshot, layer: str, bodies: Iterable[BodyAt], rank: int, band: str, extent: Extent
) -> list[Overlay]:
    style, again, far, leads = snapshot.landscape.layers[layer], rank >= LANES, band in FAR, rank == 0
    # From afar the first of the layers that recede runs on the border too, as on the page.
    lane = max(rank % LANES - 1, 0) if far else rank % LANES
    shapes = _file(snapshot, layer, band, lane)
    width = style.width * LINE * ((LEADS if leads else RECEDES) if far else 1)
    casing = PAPER if band != "london" and (leads or not far) else ""
    solid = style.dash == "solid"
    live = tuple(_lines(snapshot, (b for b in bodies if b.standing == "live"), shapes, extent))
    gone = tuple(_lines(snapshot, (b for b in bodies if b.standing != "live"), shapes, extent))
    dash = dash_of(AGAIN if solid and again else style.dash)
    name = style.name
    found = [Overlay(layer, name, style.colour, width, live, dash, casing=casing)]
    if gone:
        found.append(
            Overlay(layer, f"{name}: bids and fallen deals", style.colour, width, gone, dash_of(GONE), casing=casing)
        )
    if style.draws_associates:
        file = outlines(f"{style.associates_geometry}-{band}-{lane}")
        ids = ((body, associate_shape_of(snapshot.landscape, body)) for body in bodies)
        parts = tuple(_cut(((i, f"{b.name}, associates") for b, i in ids if i), file, extent))
        found += (
            [Overlay(layer, f"{name}: associates", style.colour, 1.6 * LINE, parts, dash_of(DOTTED))] if parts else []
        )
    return found


def _lines(
    snapshot: Snapshot, bodies: Iterable[BodyAt], shapes: Mapping[str, shapely.Geometry], extent: Extent
) -> Iterator[Shape]:
    ids = ((body, shape_of(snapshot.landscape, body)) for body in bodies)
    return _cut(((shape, body.name) for body, shape in ids if shape), shapes, extent)


def _cut(
    named: Iterable[tuple[str, str]], shapes: Mapping[str, shapely.Geometry], extent: Extent, area: bool = False
) -> Iterator[Shape]:
    """The shapes that an extent shows; the London files hold only what can be seen there."""
    for identifier, name in named:
        if identifier in shapes:
            shown = (filled if area else drawn)(shapes[identifier], extent)
            if shown is not None:
                yield Shape(identifier, name, shown)


def _tints(snapshot: Snapshot, plan: Plan, extent: Extent, band: str) -> Iterator[Overlay]:
    for layer, bodies in plan.shown:
        if layer == plan.filled:
            ids = ((shape_of(snapshot.landscape, b), b.name) for b in bodies if b.standing == "live")
            shapes = tuple(_cut(((i, n) for i, n in ids if i), _file(snapshot, layer, band, 0), extent, area=True))
            name = f"{snapshot.landscape.layers[layer].name}: tint"
            yield Overlay(layer, name, snapshot.landscape.layers[layer].colour, 0.0, shapes, opacity=TINT)


def _selection(snapshot: Snapshot, plan: Plan, extent: Extent, band: str, level: str) -> list[Overlay]:
    land, chosen = snapshot.landscape, plan.selected or ""
    body, place = snapshot.by_id.get(chosen), find(land, chosen)
    file: Mapping[str, shapely.Geometry]
    if place:
        named, file = (chosen, place.name), {chosen: dissolved(f"districts-{level}", place.districts)}
    elif body and (shape := shape_of(land, body)):
        named, file = (shape, body.name), _file(snapshot, body.layer, band, 0)
    else:
        return []
    shapes = tuple(_cut([named], file, extent))
    return (
        [Overlay("selection", f"Selected: {named[1]}", SELECTION, 2.6 * LINE, shapes, casing=FOCUS)] if shapes else []
    )


def _marks(land: Landscape, plan: Plan, extent: Extent) -> Iterator[Mark]:
    for item in land.institutions.values():
        if item.layer in plan.points:
            x, y = point(item.lon, item.lat)
            if extent[0] < x < extent[2] and extent[1] < y < extent[3]:
                yield Mark(item.id, item.name, item.layer, symbol_of(item.layer_record), x, y, item.id == plan.selected)


def dash_of(dash: str) -> tuple[float, ...]:
    """A dash pattern of the palette in points; empty for a solid line."""
    return () if dash == "solid" else tuple(float(part.removesuffix("px")) * LINE for part in dash.split(","))
