"""Names beside what they name: out at sea, as near as there is room, at the end of a line that crosses no other name.

As on the page (`web/src/map/beside.js`), in points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.export.drawing.paper import Box
from dashboard.export.map.windows import LINE

NEAREST, FARTHEST, STEP, CROSSING = (pixels * LINE for pixels in (24, 280, 10, 120))
"""The shortest and the longest line; what passing over the place of another name costs. What would cost more has no name."""
DIRECTIONS = 32
EDGE = 3.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Named:
    """What is to be named: its place on the page with the room round it, and the size of its name."""

    at: Point
    room: float
    width: float
    height: float


@dataclass(frozen=True)
class _Spot:
    box: Box
    cost: float


def beside(small: Sequence[Named], every: Sequence[Named], screen: Box, taken: Sequence[Box]) -> dict[int, Box]:
    """A box for the name of each of ``small`` that finds one, by its position: those nearest to the sea before all, as a line
    from farther in would be in their way. A spot found once stays the best while nothing comes into its way.
    """
    found: dict[int, Box] = {}
    left = {k: _best(one, every, screen, taken, []) for k, one in enumerate(small)}
    while spots := {k: spot for k, spot in left.items() if spot}:
        nearest = min(spots, key=lambda k: spots[k].cost)
        found[nearest] = spots[nearest].box
        del left[nearest]
        named = [(small[k].at, box) for k, box in found.items()]
        for k, spot in left.items():
            if spot and _in_the_way(small[k].at, spot.box, *named[-1]):
                left[k] = _best(small[k], every, screen, [*taken, *found.values()], named)
    return found


def _best(
    one: Named, every: Sequence[Named], screen: Box, taken: Sequence[Box], named: Sequence[tuple[Point, Box]]
) -> _Spot | None:
    """The free spot that costs least: a line costs as many points as it is long, and more for what it passes over."""
    edges = np.array([(box.x, box.y, box.right, box.bottom) for box in taken]).reshape(-1, 4)
    best: _Spot | None = None
    distance = NEAREST
    while distance <= FARTHEST and (best is None or distance < best.cost):
        for turn in range(DIRECTIONS):
            box = _beyond(one, distance, 2 * math.pi * turn / DIRECTIONS)
            end = _middle(box)
            if not _within(box, screen) or _meets_any(box, edges):
                continue
            over = sum(distance_to(one.at, end, other.at) < other.room for other in every if other is not one)
            cost = distance + CROSSING * over
            if cost <= FARTHEST and (best is None or cost < best.cost) and _clear(one.at, end, box, named):
                best = _Spot(box, cost)
        distance += STEP
    return best


def _beyond(one: Named, distance: float, angle: float) -> Box:
    """The box of a name at the end of a line: it lies beyond the line, not over it."""
    across, down = math.cos(angle), math.sin(angle)
    x, y = one.at[0] + across * (distance + one.width / 2), one.at[1] + down * (distance + one.height / 2)
    return Box(x - one.width / 2, y - one.height / 2, one.width, one.height)


def _within(box: Box, screen: Box) -> bool:
    return (
        box.x >= screen.x + EDGE
        and box.right <= screen.right - EDGE
        and box.y >= screen.y + EDGE
        and box.bottom <= screen.bottom - EDGE
    )


def _meets_any(box: Box, edges: np.ndarray) -> bool:
    west, north, east, south = edges.T
    return bool(np.any((box.x < east) & (west < box.right) & (box.y < south) & (north < box.bottom)))


def _clear(at: Point, end: Point, box: Box, named: Sequence[tuple[Point, Box]]) -> bool:
    return not any(_in_the_way(at, box, other_at, other) for other_at, other in named)


def _in_the_way(at: Point, box: Box, other_at: Point, other: Box) -> bool:
    """Whether one name with its line leaves no room for another with its own."""
    end, other_end = _middle(box), _middle(other)
    return (
        box.overlaps(other)
        or crosses(at, end, other)
        or crosses(other_at, other_end, box)
        or meet(at, end, other_at, other_end)
    )


def _middle(box: Box) -> Point:
    return box.x + box.width / 2, box.y + box.height / 2


def crosses(start: Point, end: Point, box: Box) -> bool:
    """Whether the line between two points passes through a box."""
    enter, leave = 0.0, 1.0
    for at, step, low, high in (
        (start[0], end[0] - start[0], box.x, box.right),
        (start[1], end[1] - start[1], box.y, box.bottom),
    ):
        if step == 0:
            if not low <= at <= high:
                return False
            continue
        one, other = sorted(((low - at) / step, (high - at) / step))
        enter, leave = max(enter, one), min(leave, other)
    return enter < leave


def meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines from a to b and from c to d cross."""
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(p: Point, q: Point, r: Point) -> float:
    return float(np.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])))


def distance_to(start: Point, end: Point, point: Point) -> float:
    """How far a point lies from the line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / (dx * dx + dy * dy or 1)
    at = min(max(along, 0.0), 1.0)
    return math.hypot(start[0] + at * dx - point[0], start[1] + at * dy - point[1])


def edge_of(at: Point, box: Box) -> Point:
    """Where the line from a place ends at the box of its name."""
    return min(max(at[0], box.x), box.right), min(max(at[1], box.y), box.bottom)
