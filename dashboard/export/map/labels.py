"""Names on the map, where they fit inside their outline and touch no other name."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely

from dashboard.export.drawing.paper import LABEL, Box
from dashboard.export.drawing.typeface import ARIAL, text_width
from dashboard.export.map.beside import Named, beside, crosses, edge_of
from dashboard.export.map.geometry import dissolved, label_places, outlines
from dashboard.export.map.plan import Plan
from dashboard.export.map.scene import Label, Window
from dashboard.export.map.windows import LINE, band_of
from dashboard.palette import MUTED, SELECTION, label_colour
from dashboard.views.place import find
from layers.landscape import Snapshot
from layers.outlines import shape_of
from layers.place.area import Area

LEADING = 1.15
SHIFTS = (0.0, -1.25, 1.25, -2.5, 2.5)
"""How far from its place a name may stand, in sizes of its type; a large step only where the body has room for it."""
NEAR = 1.25
TALL = 1.5
"""How many times as high as its room a name on three lines may be."""
SHORTEST_BROKEN = 16
"""Letters from which a name may stand on several lines."""
SCALE_BAR = Box(0, 0, 120, 30)
DISTRICT_RANK = 99


@dataclass(frozen=True)
class Type:
    """How names are set: points of those of the layer that leads, of other bodies and of districts, which are named when a
    point of the page is at most so many metres; and how much wider than the measured typeface they may come out.
    """

    lead: float
    body: float
    district: float
    districts_from: float
    wider: float = 1.0


PAGE_TYPE = Type(LABEL + 1, LABEL, LABEL, 200 / LINE, ARIAL)
"""On slides and pictures; districts from 200 metres a pixel, as on the page."""
SMALL_TYPE = Type(8.0, 8.0, 7.5, 550.0)
"""On a small map among the words of a paper that is held in the hand."""


@dataclass(frozen=True)
class _Wanted:
    text: str
    place: tuple[float, float, float]
    rank: float
    size: float
    colour: str
    slack: float
    layer: str = ""


def labels(snapshot: Snapshot, plan: Plan, window: Window, inset: bool, type_: Type = PAGE_TYPE) -> tuple[Label, ...]:
    """The labels that fit a window: bodies layer by layer, larger ones before smaller, then districts when near enough.

    With England in view those of the leading layer that don't fit stand beside it, at the end of a line.
    """
    taken = _furniture(plan, window, inset)
    every = sorted(_wanted(snapshot, plan, window, type_), key=lambda item: (item.rank, -item.place[2]))
    first = [item for item in every if item.layer in ("", plan.leads) and item.rank < 0]
    tried = [(item, _placed(item, window, taken, type_, None)) for item in first]
    found = [label for _item, label in tried if label]
    small = [item for item, label in tried if not label]
    if small and type_ is PAGE_TYPE and band_of(window.metres_a_point) == "national":
        found += _beside(small, first, window, taken, type_)
    leading, lines = _leading(snapshot, plan), [label for label in found if label.at]
    for item in every:
        if item.rank >= 0:
            label = _placed(item, window, taken, type_, leading if item.layer else None)
            if label and not any(_is_crossed(label, line, type_) for line in lines):
                found.append(label)
    return tuple(found)


def _furniture(plan: Plan, window: Window, inset: bool) -> list[Box]:
    """What no name may cover: the scale bar, the inset of London, the points."""
    box, kept = window.box, plan.page.inset
    taken = [Box(box.x, box.bottom - SCALE_BAR.height, SCALE_BAR.width, SCALE_BAR.height)]
    if inset:
        taken.append(Box(kept.x - 6, kept.y - 18, kept.width + 12, kept.height + 24))
    return taken + [_round_mark(*window.on_page(mark.x, mark.y)) for mark in window.marks]


def _beside(
    small: Sequence[_Wanted], first: Sequence[_Wanted], window: Window, taken: list[Box], type_: Type
) -> Iterator[Label]:
    """Names out at sea with a line to what they name; their boxes are taken then."""
    named = {item: _named(item, window, type_) for item in first}
    land = [box_of(shape.geometry, window) for shape in window.districts]
    inside = [item for item in small if _holds(window.box, named[item].at)]
    spots = beside([named[item] for item in inside], list(named.values()), window.box, [*taken, *land])
    for k, spot in spots.items():
        item = inside[k]
        taken.append(spot)
        x, y = spot.x + spot.width / 2, spot.y + spot.height / 2
        yield Label(
            breaks(item.text)[0],
            x,
            y,
            item.size,
            item.colour,
            item.layer,
            edge_of(named[item].at, spot),
            named[item].at,
        )


def _named(item: _Wanted, window: Window, type_: Type) -> Named:
    lines = breaks(item.text)[0]
    width, height = _size(lines, item.size, type_)
    easting, northing, room = item.place
    return Named(window.on_page(easting, northing), room / window.metres_a_point, width + 4, height + 2)


def box_of(shape: shapely.Geometry, window: Window) -> Box:
    """The box on the page that holds a shape of the grid."""
    west, south, east, north = shapely.bounds(shape)
    (x, y), (right, bottom) = window.on_page(west, north), window.on_page(east, south)
    return Box(x, y, right - x, bottom - y)


def _holds(box: Box, at: tuple[float, float]) -> bool:
    return box.x <= at[0] <= box.right and box.y <= at[1] <= box.bottom


def _is_crossed(label: Label, line: Label, type_: Type) -> bool:
    width, height = _size(label.lines, label.size, type_)
    box = Box(label.x - width / 2, label.y - height / 2, width, height)
    return line.at is not None and line.end is not None and crosses(line.at, line.end, box)


def _size(lines: Sequence[str], size: float, type_: Type) -> tuple[float, float]:
    """The width and height of a name on some lines, in points."""
    width = max(text_width(line, size, bold=True) for line in lines) * type_.wider
    return width, len(lines) * size * LEADING


def _leading(snapshot: Snapshot, plan: Plan) -> shapely.Geometry | None:
    """The area of the layer that leads, where others are shown: a name of another that stood on it would seem to name it."""
    if len(plan.shown) < 2:
        return None
    layer, bodies = next(item for item in plan.shown if item[0] == plan.leads)
    file = outlines(f"{snapshot.landscape.layers[layer].geometry}-national-0")
    shapes = (file.get(shape_of(snapshot.landscape, body) or "") for body in bodies)
    found = shapely.union_all([shape for shape in shapes if shape is not None])
    shapely.prepare(found)
    return found


def _wanted(snapshot: Snapshot, plan: Plan, window: Window, type_: Type) -> Iterator[_Wanted]:
    places, land = label_places(), snapshot.landscape
    for rank, (layer, bodies) in enumerate(plan.shown):
        first, slack = layer == plan.leads, 3 if layer == plan.filled else 2.2
        size, colour = type_.lead if first else type_.body, label_colour(land.layers[layer].colour)
        for body in bodies:
            place = places.get(shape_of(land, body) or "")
            # What stands is named before what has fallen, or was never agreed.
            gone, later = ("", 0.0) if body.standing == "live" else (f" ({body.standing})", 0.5)
            if place:
                yield _Wanted(
                    body.short_name + gone, place, (-1 if first else rank) + later, size, colour, slack, layer
                )
    chosen = find(land, plan.selected)
    if chosen:
        yield _chosen(chosen, window, type_)
    if window.metres_a_point <= type_.districts_from:
        for code, district in land.districts.items():
            if code != plan.selected:
                yield _Wanted(district.name, places[code], DISTRICT_RANK, type_.district, MUTED, 1.5)


def _chosen(area: Area, window: Window, type_: Type) -> _Wanted:
    """The name of the selected place, always: in it when it has room, else just above."""
    outline, size = dissolved("districts-national", area.districts), type_.lead
    circle = shapely.maximum_inscribed_circle(outline, tolerance=200)
    easting, northing = shapely.get_coordinates(circle)[0]
    room, half = float(shapely.length(circle)), text_width(area.name, size, bold=True) * type_.wider / 2
    if half * window.metres_a_point > 1.15 * room:
        northing = shapely.bounds(outline)[3] + size * window.metres_a_point
    return _Wanted(area.name, (float(easting), float(northing), room), -2, size, SELECTION, math.inf)


def _placed(
    wanted: _Wanted, window: Window, taken: list[Box], type_: Type, strange: shapely.Geometry | None
) -> Label | None:
    """The label at the first free spot near its place, on as few lines as its room allows; the spot is taken then.

    It does not lie on anything ``strange``.
    """
    easting, northing, room = wanted.place
    x, y = window.on_page(easting, northing)
    across = 2 * room / window.metres_a_point
    for lines in breaks(wanted.text):
        width, height = _size(lines, wanted.size, type_)
        fits = width <= across * wanted.slack and (len(lines) < 3 or height <= across * TALL)
        for down in (shift * wanted.size for shift in SHIFTS if fits):
            if abs(down) > max(across / 2, NEAR * wanted.size):
                continue
            spot = Box(x - width / 2 - 2, y + down - height / 2 - 1, width + 4, height + 2)
            free = _within(spot, window.box) and not any(spot.overlaps(other) for other in taken)
            if free and not _lies_on(strange, spot, window):
                taken.append(spot)
                return Label(lines, x, y + down, wanted.size, wanted.colour, wanted.layer)
    return None


def _lies_on(area: shapely.Geometry | None, spot: Box, window: Window) -> bool:
    """Whether the middle of a spot, or more than a quarter of it, lies on an area of the grid."""
    if area is None:
        return False
    west, north = window.on_grid(spot.x, spot.y)
    east, south = window.on_grid(spot.right, spot.bottom)
    if shapely.intersects_xy(area, (west + east) / 2, (south + north) / 2):
        return True
    box = shapely.box(west, south, east, north)
    return bool(shapely.intersects(area, box) and shapely.intersection(area, box).area > box.area / 4)


def _round_mark(x: float, y: float) -> Box:
    return Box(x - 3, y - 3, 6, 6)


def _within(spot: Box, box: Box) -> bool:
    return spot.x > box.x + 2 and spot.right < box.right - 2 and spot.y > box.y + 2 and spot.bottom < box.bottom - 2


def breaks(text: str) -> list[tuple[str, ...]]:
    """A name on as many lines as it may have, the likeliest first: a short one on one, a long one on two or three of about
    the same length, as a script breaks it (`web/src/map/labels.js`).
    """
    if len(text) < SHORTEST_BROKEN or " " not in text:
        return [(text,)]
    words = text.split(" ")
    return [_balanced(words, count) for count in (2, 3) if count <= len(words)]


def _balanced(words: list[str], count: int) -> tuple[str, ...]:
    """Words on so many lines, the longest as short as can be."""
    if count == 1:
        return (" ".join(words),)
    ways = [
        (" ".join(words[:first]), *_balanced(words[first:], count - 1)) for first in range(1, len(words) - count + 2)
    ]
    return min(ways, key=lambda lines: max(map(len, lines)))
