"""Pieces that reportlab does not have: room for the map, the keys of its legend, columns that end together."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable

from dashboard.export.map.scene import Key
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


def equal_columns(
    left: Sequence[Sequence[Flowable]], right: Sequence[Sequence[Flowable]], widths: tuple[float, float]
) -> int:
    """How many blocks, each given as it is set in either column, stand on the left to make the two most equal."""
    here, there = ([_height(parts, width) for parts in side] for side, width in zip((left, right), widths, strict=True))
    return min(range(1, max(len(here), 2)), key=lambda at: max(sum(here[:at]), sum(there[at:])))


def _height(parts: Sequence[Flowable], width: float) -> float:
    return sum(part.wrap(width, A4[1])[1] + part.getSpaceBefore() for part in parts)
