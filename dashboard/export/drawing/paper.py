"""Where things stand on a page, and how large type is at least: the same for pictures and for slides.

A page is 540 points high: 960 wide in 16:9, 720 in 4:3, as PowerPoint's own slides are.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 28.0
LABEL, KEY, SENTENCE, FOOT = 12.0, 12.0, 14.0, 9.0
"""Points of the smallest type: names on a map and words of its key, sentences, sources. What has no room at these is
left out, since smaller type can't be read from the back of a room.
"""
FOOT_LEADING = 1.22
ACCENTS = 6
"""How many accent colours the theme of a slide has."""


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


@dataclass(frozen=True)
class Page:
    """A page by its boxes: the key and the sentences stand in ``side``, beside the map or, without a ``panel``, the key
    alone in rows below it.
    """

    width: float
    title: Box
    subtitle: Box
    map: Box
    inset: Box
    side: Box
    footer: Box
    panel: bool = True

    @property
    def foot_lines(self) -> int:
        """How many lines of small type the footer holds."""
        return int(self.footer.height / (FOOT * FOOT_LEADING) + 0.01)


TOP, GAP = 68.0, 6.0
SIDES = {"16:9": 324.0, "4:3": 228.0}
ROWS = {"16:9": 54.0, "4:3": 72.0}
"""The width of the panel beside a map, and the height of the key's rows below it where there is no panel."""
FEET = {"16:9": 44.0, "4:3": 55.0}
WIDTHS = {"16:9": WIDTH, "4:3": 720.0}


def page_of(shape: str = "16:9", panel: bool = True) -> Page:
    """The page of a shape, ``16:9`` or ``4:3``, with or without the panel beside the map."""
    width, inner = WIDTHS[shape], WIDTHS[shape] - 2 * MARGIN
    footer = Box(MARGIN, HEIGHT - 4 - FEET[shape], inner, FEET[shape])
    bottom = footer.y - GAP
    if panel:
        beside = SIDES[shape]
        area = Box(MARGIN, TOP, inner - beside - 20, bottom - TOP)
        side = Box(area.right + 20, TOP, beside, area.height)
    else:
        area = Box(MARGIN, TOP, inner, bottom - ROWS[shape] - GAP - TOP)
        side = Box(MARGIN, area.bottom + GAP, inner, ROWS[shape])
    inset = Box(area.right - 140, TOP + 24, 132, 109) if shape == "16:9" else Box(area.right - 114, TOP + 20, 109, 90)
    return Page(width, Box(MARGIN, 8, inner, 38), Box(MARGIN, 46, inner, 20), area, inset, side, footer, panel)


WIDE = page_of()
TITLE, SUBTITLE, MAP, INSET, SIDE, FOOTER = WIDE.title, WIDE.subtitle, WIDE.map, WIDE.inset, WIDE.side, WIDE.footer
