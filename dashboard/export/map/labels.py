"""Names on the map, where they fit inside their outline and touch no other name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import shapely

from dashboard.export.drawing.paper import INSET, Box
from dashboard.export.drawing.typeface import text_width
from dashboard.export.map.geometry import dissolved, label_places
from dashboard.export.map.plan import Plan
from dashboard.export.map.scene import Label, Window
from dashboard.palette import MUTED, SELECTION, label_colour
from dashboard.views.place import find
from layers.landscape import Snapshot
from layers.outlines import shape_of
from layers.place.area import Area

BODY, DISTRICT = 8.0, 7.5
LEADING = 1.15
SHIFTS = (0.0, -10.0, 10.0, -20.0, 20.0)
DISTRICTS_FROM = 550.0
"""Districts are named when a point of the page is at most so many metres."""
SHORTEST_BROKEN = 16
"""Letters from which a name may stand on several lines."""
SCALE_BAR = Box(0, 0, 120, 26)


@dataclass(frozen=True)
class _Wanted:
    text: str
    place: tuple[float, float, float]
    rank: int
    size: float
    colour: str
    slack: float


def labels(snapshot: Snapshot, plan: Plan, window: Window, inset: bool) -> tuple[Label, ...]:
    """The labels that fit a window: bodies first, larger ones before smaller, then districts when near enough."""
    box = window.box
    taken = [Box(box.x, box.bottom - SCALE_BAR.height, SCALE_BAR.width, SCALE_BAR.height)]
    if inset:
        taken.append(Box(INSET.x - 6, INSET.y - 18, INSET.width + 12, INSET.height + 24))
    taken += [_round_mark(*window.on_page(mark.x, mark.y)) for mark in window.marks]
    found = []
    for wanted in sorted(_wanted(snapshot, plan, window), key=lambda item: (item.rank, -item.place[2])):
        label = _placed(wanted, window, taken)
        if label:
            found.append(label)
    return tuple(found)


def _wanted(snapshot: Snapshot, plan: Plan, window: Window) -> Iterator[_Wanted]:
    places, land = label_places(), snapshot.landscape
    for rank, (layer, bodies) in enumerate(plan.shown):
        first = layer == plan.filled
        colour = label_colour(land.layers[layer].colour)
        for body in bodies:
            place = places.get(shape_of(land, body) or "")
            gone = "" if body.standing == "live" else f" ({body.standing})"
            if place:
                yield _Wanted(body.short_name + gone, place, -1 if first else rank, BODY, colour, 3 if first else 2.2)
    chosen = find(land, plan.selected)
    if chosen:
        yield _chosen(chosen, window)
    if window.metres_a_point <= DISTRICTS_FROM:
        for code, district in land.districts.items():
            if code != plan.selected:
                yield _Wanted(district.name, places[code], 99, DISTRICT, MUTED, 1.5)


def _chosen(area: Area, window: Window) -> _Wanted:
    """The name of the selected place, always: in it when it has room, else just above."""
    outline = dissolved("districts-national", area.districts)
    circle = shapely.maximum_inscribed_circle(outline, tolerance=200)
    easting, northing = shapely.get_coordinates(circle)[0]
    room, half = float(shapely.length(circle)), text_width(area.name, BODY, bold=True) / 2
    if half * window.metres_a_point > 1.15 * room:
        northing = shapely.bounds(outline)[3] + BODY * window.metres_a_point
    return _Wanted(area.name, (float(easting), float(northing), room), -2, BODY, SELECTION, math.inf)


def _placed(wanted: _Wanted, window: Window, taken: list[Box]) -> Label | None:
    """The label at the first free spot near its place, on as few lines as its room allows; the spot is taken then."""
    easting, northing, room = wanted.place
    x, y = window.on_page(easting, northing)
    most = 2 * room * wanted.slack / window.metres_a_point
    for lines in breaks(wanted.text):
        width = max(text_width(line, wanted.size, bold=True) for line in lines)
        height = len(lines) * wanted.size * LEADING
        for shift in SHIFTS if width <= most else ():
            spot = Box(x - width / 2 - 2, y + shift - height / 2 - 1, width + 4, height + 2)
            if _within(spot, window.box) and not any(spot.overlaps(other) for other in taken):
                taken.append(spot)
                return Label(lines, x, y + shift, wanted.size, wanted.colour)
    return None


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
