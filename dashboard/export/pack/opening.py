"""The first slide of a deck: what it is about, the line to remember, and the outline of the place as a shape."""

from __future__ import annotations

from typing import Any

import numpy as np
from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide

from dashboard.export.drawing import slides
from dashboard.export.drawing.freeforms import Freeform, Pen, add_group
from dashboard.export.drawing.paper import HEIGHT, MARGIN, WIDTH, Box
from dashboard.export.drawing.slides import Style
from dashboard.export.map.picture import rings_of
from dashboard.export.map.scene import Overlay, Scene
from dashboard.export.pack.content import Brief
from dashboard.export.pack.fitting import LEADING, lines_of
from dashboard.palette import MUTED, SELECTION, TEXT
from dashboard.text.sources import PRODUCT, as_at_words

BAND = 16.0
LEFT = MARGIN + 30.0
OUTLINE = Box(620, 96, 300, 348)
TITLE_SIZES = (38.0, 34.0, 30.0, 27.0, 24.0, 21.0)
MOST_LINES = 3
BOLD = 1.08
"""Bold letters are wider than those that are measured."""


def add_opening(deck: Any, brief: Brief, drawn: Scene, notes: str, foot: list[str]) -> Slide:
    """Add the slide; the outline is left out where the map has no place of its own in view."""
    overlay = _place(drawn)
    accent = overlay.colour if overlay and overlay.colour != SELECTION else TEXT
    width = (OUTLINE.x if overlay else WIDTH - MARGIN) - LEFT - 24
    size = next((s for s in TITLE_SIZES if lines_of(brief.title, s * BOLD, width) <= MOST_LINES), TITLE_SIZES[-1])
    slide = slides.add_slide(deck, brief.title, notes, size)
    _band(slide, accent)
    if overlay:
        _outline(slide, overlay, accent, brief.title)
    high = lines_of(brief.title, size * BOLD, width) * size * LEADING
    lead = lines_of(brief.lead, 18, width) * 18 * LEADING
    y = max((HEIGHT - high - lead - 110) / 2, 40)
    slides.text(slide, Box(LEFT, y, width, 20), [brief.kind], Style(14, MUTED, True), "Kind")
    title: Any = slide.shapes.title
    slides.place(title, Box(LEFT, y + 26, width, high))
    title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    slides.text(slide, Box(LEFT, y + high + 40, width, lead + 4), [brief.lead], Style(18), "Lead")
    when = f"{as_at_words(brief.day)}. {PRODUCT}."
    slides.text(slide, Box(LEFT, y + high + lead + 64, width, 20), [when], Style(13, MUTED), "As at")
    slides.footer(slide, foot)
    return slide


def _place(drawn: Scene) -> Overlay | None:
    """The overlay of what the map is about: the tinted or the selected area."""
    overlays = drawn.windows[0].overlays
    return next((item for item in overlays if item.opacity and item.shapes), None) or next(
        (item for item in overlays if item.layer == "selection" and item.shapes), None
    )


def _band(slide: Slide, colour: str) -> None:
    corners = np.array([[0, 0], [BAND, 0], [BAND, HEIGHT], [0, HEIGHT], [0, 0]], dtype=float)
    add_group(slide, "Band", "A band of colour.", [Freeform("Band", (corners,), Pen(colour))])


def _outline(slide: Slide, overlay: Overlay, colour: str, name: str) -> None:
    shape = overlay.shapes[0]
    rings = tuple(rings_of(shape.geometry))
    every = np.concatenate(rings)
    (west, south), (east, north) = every.min(axis=0), every.max(axis=0)
    scale = max((east - west) / OUTLINE.width, (north - south) / OUTLINE.height)
    middle = np.array([OUTLINE.x + OUTLINE.width / 2, OUTLINE.y + OUTLINE.height / 2])
    centre = np.array([(west + east) / 2, (south + north) / 2])
    placed = tuple((ring - centre) * [1, -1] / scale + middle for ring in rings)
    pen = Pen(colour, colour, 1.6, fill_opacity=0.16)
    said = f"The outline of {shape.name}."
    add_group(slide, f"Outline of {name}", said, [Freeform(shape.name, placed, pen, said)])
