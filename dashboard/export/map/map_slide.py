"""A scene as a slide of native shapes: districts and bodies by name, grouped by layer, to recolour at will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.slide import Slide

from dashboard.export.drawing import slides
from dashboard.export.drawing.freeforms import Freeform, Pen, add_group
from dashboard.export.drawing.paper import SIDE, Box
from dashboard.export.drawing.slides import Style
from dashboard.export.drawing.typeface import text_width
from dashboard.export.map import side
from dashboard.export.map.labels import LEADING
from dashboard.export.map.picture import CASING, rings_of
from dashboard.export.map.scene import Key, Label, Overlay, Scene, Window
from dashboard.export.map.symbols import corners_of, mark_colours, mark_size
from dashboard.palette import BORDER, MUTED, PAPER, SEA, TEXT

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
LABEL_SCALE = 0.93
"""Arial runs wider than the pictures' typeface."""


def map_deck(scene: Scene) -> bytes:
    """A presentation of this one slide."""
    deck = slides.new_deck(scene.title, " ".join((*scene.sources, scene.address)))
    add_map_slide(deck, scene)
    return slides.saved(deck)


def add_map_slide(deck: Any, scene: Scene) -> Slide:
    """Add the scene to a deck as its next slide."""
    slide = slides.add_slide(deck, scene.title, notes_of(scene), side.fitted_title(scene.title).size * LABEL_SCALE)
    slides.subtitle(slide, scene.subtitle)
    for window in scene.windows:
        _window(slide, window)
    for window in scene.windows:
        _labels(slide, window)
    _scale_bar(slide, scene.windows[0])
    _side(slide, scene)
    slides.footer(slide, [" ".join(scene.sources), scene.address])
    return slide


def notes_of(scene: Scene) -> str:
    """What the speaker finds under the slide: findings, sources, address."""
    findings = [f"• {finding}" for finding in scene.findings]
    edit = "Every district and body is a shape of its own: select it (Selection Pane lists them by name) and change its fill or outline."
    return "\n".join([scene.title, *findings, "", *scene.sources, f"This view: {scene.address}", edit])


def _window(slide: Slide, window: Window) -> None:
    box = window.box
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom), (box.x, box.y))
    frame = np.array(corners, dtype=float)
    where = "" if window.name != "London" else "London inset: "
    add_group(slide, f"{where}Sea", "Plain background of the map.", [Freeform("Sea", (frame,), Pen(SEA))])
    land = [Freeform(shape.name, _rings(window, shape.geometry), Pen(shape.colour)) for shape in window.beside]
    add_group(
        slide, f"{where}Land beside England", "Wales, Scotland, Ireland and the Continent, without content.", land
    )
    districts = [
        Freeform(
            f"{shape.name} ({shape.id})",
            _rings(window, shape.geometry),
            Pen(shape.colour, PAPER, 0.35),
            f"District {shape.name}",
        )
        for shape in window.districts
    ]
    add_group(slide, f"{where}Districts", f"{len(districts)} districts of England, each a shape of its own.", districts)
    for overlay in window.overlays:
        _overlay(slide, window, overlay, where)
    marks = [
        Freeform(
            mark.name,
            (_closed(corners_of(mark.symbol, *window.on_page(mark.x, mark.y), mark_size(mark))),),
            Pen(*mark_colours(mark.symbol), 0.6),
        )
        for mark in window.marks
    ]
    add_group(slide, f"{where}Universities and NHS trusts", f"{len(marks)} head offices.", marks)
    if where:
        line = Freeform("Frame", (frame,), Pen(line=BORDER, width=0.7))
        add_group(slide, f"{where}Frame", "Frame of the inset.", [line])


def _closed(corners: Any) -> np.ndarray:
    return np.array([*corners, corners[0]], dtype=float)


def _overlay(slide: Slide, window: Window, overlay: Overlay, where: str) -> None:
    drawn = [(shape, _rings(window, shape.geometry)) for shape in overlay.shapes]
    if overlay.casing:
        under = Pen(line=overlay.casing, width=overlay.width + CASING, line_opacity=0.85)
        casings = [Freeform(f"{shape.name}: pale line", rings, under) for shape, rings in drawn]
        add_group(slide, f"{where}{overlay.name}: pale lines", "Pale lines that keep the outlines apart.", casings)
    if overlay.opacity:
        pen = Pen(overlay.colour, fill_opacity=overlay.opacity)
    else:
        pen = Pen(line=overlay.colour, width=overlay.width, dash=overlay.dash)
    shapes = [Freeform(f"{shape.name} ({shape.id})", rings, pen, shape.name) for shape, rings in drawn]
    names = ", ".join(shape.name for shape in overlay.shapes)
    add_group(slide, f"{where}{overlay.name}", f"{overlay.name}: {len(shapes)} outlines: {names}", shapes)


def _rings(window: Window, geometry: shapely.Geometry) -> tuple[np.ndarray, ...]:
    west, _, _, north = window.extent
    scale, corner = window.metres_a_point, np.array([window.box.x, window.box.y])
    return tuple((ring - [west, north]) * [1, -1] / scale + corner for ring in rings_of(geometry))


def _labels(slide: Slide, window: Window) -> None:
    if window.name == "London":
        slides.text(slide, Box(window.box.x, window.box.y - 14, 100, 12), ["London"], Style(8.5, MUTED, True), "London")
    for label in window.labels:
        _label(slide, label)


def _label(slide: Slide, label: Label) -> None:
    width = max(text_width(line, label.size, bold=True) for line in label.lines) * 1.06 + 3
    height = len(label.lines) * label.size * LEADING
    box = Box(label.x - width / 2, label.y - height / 2, width, height)
    style = Style(label.size * LABEL_SCALE, label.colour, True, "center")
    shape = slides.text(slide, box, list(label.lines), style, f"Label: {' '.join(label.lines)}")
    shape.text_frame.word_wrap = False
    # Pale paper under the letters, as an outline would be for a picture: it keeps a label readable over lines.
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(255, 255, 255)
    colour = shape.fill._xPr.find(f"{{{DRAWING}}}solidFill")
    colour[0].append(parse_xml(f'<a:alpha xmlns:a="{DRAWING}" val="62000"/>'))


def _side(slide: Slide, scene: Scene) -> None:
    for line in side.lines(scene):
        if line.key:
            _swatch(slide, line.key, Box(SIDE.x, line.y - 5, side.SWATCH, 10))
    for box, style, words, name in _blocks(scene):
        slides.text(slide, box, words, style, name)


def _blocks(scene: Scene) -> Iterator[tuple[Box, Style, list[str], str]]:
    """The words beside the map: a box a line of the legend, and one box of paragraphs for the findings."""
    lines = side.lines(scene)
    for line in lines:
        if line.finding is None:
            left = SIDE.x + (side.SWATCH + 8 if line.key else 0)
            box = Box(left, line.y - line.size * 0.66, SIDE.right - left, line.size * 1.3)
            style = Style(line.size * LABEL_SCALE, MUTED if line.muted else TEXT, line.bold)
            yield box, style, [line.text], f"Legend: {line.text}"[:60]
            if line.count:
                yield box, replace(style, colour=MUTED, align="right"), [line.count], f"Count: {line.text}"[:60]
    said = [line for line in lines if line.finding is not None]
    if said:
        top, size = said[0].y - said[0].size * 0.66, said[0].size
        count = 1 + max(line.finding for line in said if line.finding is not None)
        style = Style(size * LABEL_SCALE, TEXT, after=size * 0.55)
        yield Box(SIDE.x, top, SIDE.width, SIDE.bottom - top), style, list(scene.findings[:count]), "Findings"


def _swatch(slide: Slide, key: Key, box: Box) -> None:
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    if key.kind == "class":
        pen = Pen(key.colour, side.SWATCH_EDGE, 0.4)
    elif key.kind == "tint":
        pen = Pen(key.colour, fill_opacity=0.22)
    elif key.symbol:
        corners = tuple(corners_of(key.symbol, box.x + box.width / 2, box.y + box.height / 2, 7))  # type: ignore[assignment]
        pen = Pen(*mark_colours(key.symbol), 0.7)
    else:
        pen = Pen(line=key.colour, width=max(key.width, 1.2), dash=key.dash)
    add_group(slide, f"Key: {key.words}", f"Key of {key.words}", [Freeform(key.words, (_closed(corners),), pen)])


def _scale_bar(slide: Slide, window: Window) -> None:
    bar = side.scale_bar(window)
    x, y = window.box.x + 10, window.box.bottom - 8
    line = np.array([[x, y], [x + bar.length, y]])
    add_group(
        slide, "Scale bar", f"The bar is {bar.words} long.", [Freeform(bar.words, (line,), Pen(line=TEXT, width=1.6))]
    )
    slides.text(slide, Box(x, y - 13, 80, 11), [bar.words], Style(7.5), "Scale")
