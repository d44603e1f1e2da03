"""Pieces that reportlab does not have: room for the map, and the keys of its legend."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from dashboard.export.scene import Key
from dashboard.palette import TEXT


class Hole(Flowable):
    """Room for the map; remembers where it came to stand."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.place = (0.0, 0.0)

    def draw(self) -> None:
        """Draw nothing; note the place."""
        self.place = self.canv.absolutePosition(0, 0)


class Swatch(Flowable):
    """The key of an outline, tint or class."""

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.key, self.width, self.height = key, 14.0, 7.0

    def draw(self) -> None:
        """A small box in the key's colour."""
        colour = HexColor(self.key.colour or TEXT)
        if self.key.kind == "line":
            self.canv.setStrokeColor(colour)
            self.canv.setLineWidth(1.2)
            if self.key.dash:
                self.canv.setDash(list(self.key.dash))
            self.canv.rect(0.6, 0, 12.8, 6, stroke=1, fill=0)
        else:
            self.canv.setFillColor(colour, 0.22 if self.key.kind == "tint" else 1)
            self.canv.rect(0, 0, 14, 7, stroke=0, fill=1)
