"""The point symbols of universities and trusts: their corners, sizes and colours, for pictures and slides alike."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.map.scene import Mark
from dashboard.palette import PAPER, POINTS


def symbol_of(layer: str, x: float, y: float, size: float) -> Sequence[tuple[float, float]]:
    """The corners of a layer's point symbol round a middle: a diamond, or a cross with thick arms."""
    r = size / 2
    if POINTS[layer]["symbol"] == "diamond":
        return [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
    t = r / 2.6
    corners = [
        (-t, -r),
        (t, -r),
        (t, -t),
        (r, -t),
        (r, t),
        (t, t),
        (t, r),
        (-t, r),
        (-t, t),
        (-r, t),
        (-r, -t),
        (-t, -t),
    ]
    return [(x + dx, y + dy) for dx, dy in corners]


def mark_size(mark: Mark) -> float:
    """The size of a point's symbol on the page."""
    return (float(POINTS[mark.layer]["size"]) + (6 if mark.large else 0)) * 0.68


def mark_colours(layer: str) -> tuple[str, str]:
    """Fill and edge of a layer's point symbol."""
    colour = str(POINTS[layer]["colour"])
    return (colour, PAPER) if layer == "university" else (PAPER, colour)
