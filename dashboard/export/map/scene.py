"""What a map shows, worked out once: both the picture and the slide are drawn from a scene.

Geometry is in metres on the national grid; sizes and places of words are in points on the
page (`paper`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import shapely

from dashboard.export.drawing.paper import WIDE, Box, Page
from dashboard.export.map.geometry import Extent


@dataclass(frozen=True)
class Shape:
    """A district, part or body as drawn, with its own name and code."""

    id: str
    name: str
    geometry: shapely.Geometry
    colour: str = ""


@dataclass(frozen=True)
class Overlay:
    """The outlines of one layer in their lane. ``dash`` is on and off lengths in points, empty for a solid line.

    ``opacity`` tints the areas inside, 0 for outlines only. ``casing`` is the colour of the pale line under it, or blank.
    """

    layer: str
    name: str
    colour: str
    width: float
    shapes: tuple[Shape, ...]
    dash: tuple[float, ...] = ()
    opacity: float = 0.0
    casing: str = ""


@dataclass(frozen=True)
class Symbol:
    """What stands at a point: ``diamond`` or ``cross``, in a colour that fills it or, if not, is its edge."""

    shape: str
    colour: str
    filled: bool


@dataclass(frozen=True)
class Mark:
    """A university or trust at the point of its head office."""

    id: str
    name: str
    layer: str
    symbol: Symbol
    x: float
    y: float
    large: bool = False


@dataclass(frozen=True)
class Label:
    """Words on the map: lines of text round a middle point of the page; ``layer`` is that of the body they name, or blank.

    A name beside what it names has a line to it, from its ``end`` to the place ``at``.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    colour: str
    layer: str = ""
    end: tuple[float, float] | None = None
    at: tuple[float, float] | None = None


@dataclass(frozen=True)
class Window:
    """A map in a box of the page, showing an extent of the grid with the box's own shape; ``beside`` is the land round England."""

    name: str
    box: Box
    extent: Extent
    districts: tuple[Shape, ...]
    overlays: tuple[Overlay, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    beside: tuple[Shape, ...] = ()

    @property
    def metres_a_point(self) -> float:
        return (self.extent[2] - self.extent[0]) / self.box.width

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the grid lies on the page, in points from its top left."""
        west, _, _, north = self.extent
        return self.box.x + (x - west) / self.metres_a_point, self.box.y + (north - y) / self.metres_a_point

    def on_grid(self, x: float, y: float) -> tuple[float, float]:
        """Which place of the grid lies at a point of the page: easting and northing in metres."""
        west, _, _, north = self.extent
        return west + (x - self.box.x) * self.metres_a_point, north - (y - self.box.y) * self.metres_a_point


@dataclass(frozen=True)
class Key:
    """One line of the legend. ``kind`` is ``class``, ``line``, ``mark`` (which has a symbol) or ``tint``."""

    kind: str
    words: str
    colour: str = ""
    count: str = ""
    dash: tuple[float, ...] = ()
    width: float = 1.0
    layer: str = ""
    symbol: Symbol | None = None


@dataclass(frozen=True)
class Legend:
    """The keys of one part of the legend under a heading, with a small note below."""

    heading: str
    keys: tuple[Key, ...]
    note: str = ""


@dataclass(frozen=True)
class Scene:
    """A whole page: words, map, inset, legend, findings under their heading, sources.

    ``accents`` are layers with their colours, in the order of the accents that a slide's theme has for them.
    """

    title: str
    subtitle: str
    day: date
    windows: tuple[Window, ...]
    legends: tuple[Legend, ...]
    findings: tuple[str, ...]
    sources: tuple[str, ...]
    address: str
    heading: str = "What it shows"
    page: Page = WIDE
    accents: tuple[tuple[str, str], ...] = ()
