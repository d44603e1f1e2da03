"""Where things stand on a 16:9 page of 960 by 540 points: the same for pictures and for slides."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 960.0, 540.0


@dataclass(frozen=True)
class Box:
    """A rectangle in points, from the top left of the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


MARGIN = 28.0
TITLE = Box(MARGIN, 16, WIDTH - 2 * MARGIN, 34)
SUBTITLE = Box(MARGIN, 50, WIDTH - 2 * MARGIN, 20)
MAP = Box(MARGIN, 78, 560, 418)
INSET = Box(MAP.right - 140, MAP.y + 24, 132, 109)
SIDE = Box(MAP.right + 20, 78, WIDTH - MARGIN - MAP.right - 20, 418)
FOOTER = Box(MARGIN, 500, WIDTH - 2 * MARGIN, 34)
