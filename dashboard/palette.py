"""One visual system: every colour that is no layer's, in one place; a layer's own stands in its record.

The values follow the design's tokens; `tests/dashboard/test_palette.py` checks that they
can be told apart, colour-blind vision included.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from layers.layer import Layer

TEXT, MUTED, BORDER, HAIRLINE = "#14213d", "#5b6575", "#8492a6", "#d5dce3"
PAPER, SEA, NOT_AVAILABLE = "#ffffff", "#e1e9ee", "#d9d4cc"
CLASSES = ("#f3f6f9", "#dbe5ee", "#bccddd", "#97b0c8", "#6f8fad")
LAND = "#f1ede3"
"""The countries beside England."""
SELECTION, FOCUS = "#0b1320", "#ffdd00"


HUES = ("#cfe0f1", "#f6dcb8", "#cde6d0", "#e6cfe0", "#f3e9a8", "#c9dfe0", "#e0d3c4", "#d8d6f0")
"""Pale colours of the patchwork's bundles: neighbours differ, and no colour means more or less than another."""


POINT_SIZE = 8
"""Pixels across the symbol of an institution."""


class PointStyle(TypedDict):
    """How an institution is drawn: symbol, colour and size in pixels."""

    symbol: str
    colour: str
    size: int


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2.2), from 0 for black to 1 for white."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def label_colour(colour: str) -> str:
    """The colour, darkened towards the text's until it reads as small text on white (4.5 to 1)."""
    for step in range(21):
        mixed = [round(a + (b - a) * step / 20) for a, b in zip(_channels(colour), _channels(TEXT), strict=True)]
        found = "#{:02x}{:02x}{:02x}".format(*mixed)
        if contrast(found, PAPER) >= 5:
            return found
    return TEXT


class LayerStyle(TypedDict):
    """How a layer is drawn: outline colour, dash, line width in pixels, and the colour of its labels."""

    colour: str
    dash: str
    width: float
    label: str


class Tokens(TypedDict):
    """Every colour and style, for the page's scripts."""

    classes: list[str]
    hues: list[str]
    notAvailable: str
    paper: str
    sea: str
    land: str
    text: str
    muted: str
    selection: str
    focus: str
    layers: dict[str, LayerStyle]
    points: dict[str, PointStyle]


def tokens(layers: Iterable[Layer]) -> Tokens:
    """Everything above as plain values, for the page's scripts, with how the layers are drawn: lines in lane order, and points."""
    known = tuple(layers)
    return {
        "classes": list(CLASSES),
        "hues": list(HUES),
        "notAvailable": NOT_AVAILABLE,
        "paper": PAPER,
        "sea": SEA,
        "land": LAND,
        "text": TEXT,
        "muted": MUTED,
        "selection": SELECTION,
        "focus": FOCUS,
        "layers": {layer.id: _line(layer) for layer in known if layer.is_area},
        "points": {
            layer.id: {"symbol": layer.symbol, "colour": layer.colour, "size": POINT_SIZE}
            for layer in known
            if layer.symbol
        },
    }


def _line(layer: Layer) -> LayerStyle:
    return {"colour": layer.colour, "dash": layer.dash, "width": layer.width, "label": label_colour(layer.colour)}
