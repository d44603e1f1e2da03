"""The point symbols of universities and trusts: their corners, sizes and colours, for pictures and slides alike."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.map.scene import Mark, Symbol
from dashboard.palette import PAPER, POINT_SIZE
from layers.layer import Layer


def symbol_of(layer: Layer) -> Symbol:
    """The symbol of a layer of institutions."""
    return Symbol(layer.symbol or "diamond", layer.colour, layer.symbol_filled)


def corners_of(symbol: Symbol, x: float, y: float, size: float) -> Sequence[tuple[float, float]]:
    """The corners of a symbol round a middle: a diamond, or a cross with thick arms."""
    r = size / 2
    if symbol.shape == "diamond":
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
    return (POINT_SIZE + (6 if mark.large else 0)) * 0.68


def mark_colours(symbol: Symbol) -> tuple[str, str]:
    """Fill and edge of a symbol."""
    return (symbol.colour, PAPER) if symbol.filled else (PAPER, symbol.colour)
