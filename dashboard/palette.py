"""One visual system: every colour, line and lane order, in one place.

The values follow the design's tokens; `tests/dashboard/test_palette.py` checks that they
can be told apart, colour-blind vision included.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

TEXT, MUTED, BORDER, HAIRLINE = "#14213d", "#5b6575", "#8492a6", "#d5dce3"
PAPER, SEA, NOT_AVAILABLE = "#ffffff", "#e1e9ee", "#d9d4cc"
CLASSES = ("#f3f6f9", "#dbe5ee", "#bccddd", "#97b0c8", "#6f8fad")
SELECTION, FOCUS = "#0b1320", "#ffdd00"


HUES = ("#cfe0f1", "#f6dcb8", "#cde6d0", "#e6cfe0", "#f3e9a8", "#c9dfe0", "#e0d3c4", "#d8d6f0")
"""Pale colours of the patchwork's bundles: neighbours differ, and no colour means more or less than another."""


@dataclass(frozen=True)
class LayerStyle:
    """How a layer is drawn: outline colour, dash (``solid`` for the six main layers) and line width in pixels."""

    colour: str
    dash: str = "solid"
    width: float = 1.8


LAYERS: dict[str, LayerStyle] = {
    "combined_authority": LayerStyle("#b3202c", width=2.2),
    "lep": LayerStyle("#1b6ca8"),
    "stp": LayerStyle("#2aa59b"),
    "city_deal": LayerStyle("#3a0ca3"),
    "growth_deal": LayerStyle("#c08600"),
    "devolution_deal": LayerStyle("#7a0f4a"),
    "business_rates_pilot": LayerStyle("#5d4037", "6px,3px"),
    "leading_places": LayerStyle("#37474f", "2px,3px"),
    "science_innovation_audit": LayerStyle("#6b4fa0", "8px,3px,2px,3px"),
    "local_industrial_strategy": LayerStyle("#6b6a12", "4px,2px"),
    "integrated_care_system": LayerStyle("#1f6f66", "10px,4px"),
}
"""In lane order: of the layers shown, the first here is drawn on the border and the next ones inside it."""

POINTS: dict[str, dict[str, Any]] = {
    "university": {"symbol": "diamond", "colour": "#14213d", "size": 8},
    "nhs_trust": {"symbol": "cross", "colour": "#14213d", "size": 8},
}


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


def tokens() -> dict[str, Any]:
    """Everything above as plain values, for the page's scripts."""
    return {
        "classes": list(CLASSES),
        "hues": list(HUES),
        "notAvailable": NOT_AVAILABLE,
        "paper": PAPER,
        "sea": SEA,
        "text": TEXT,
        "muted": MUTED,
        "selection": SELECTION,
        "layers": {name: {**asdict(style), "label": label_colour(style.colour)} for name, style in LAYERS.items()},
        "points": POINTS,
    }
