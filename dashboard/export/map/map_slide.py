"""A scene as a slide of native shapes: districts and bodies by name, grouped by layer, to recolour at will."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.slide import Slide

from dashboard.export.drawing import slides
from dashboard.export.drawing.freeforms import Freeform, Pen, add_group
from dashboard.export.drawing.paper import LABEL, SENTENCE, Box
from dashboard.export.drawing.slides import Style
from dashboard.export.map import column, side
from dashboard.export.map.labels import LEADING
from dashboard.export.map.picture import CASING, rings_of
from dashboard.export.map.scene import Key, Label, Overlay, Scene, Window
from dashboard.export.map.side import Line
from dashboard.export.map.symbols import corners_of, mark_colours, mark_size
from dashboard.palette import BORDER, MUTED, PAPER, SEA, TEXT

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DARKER = -0.25
"""How a label differs from its layer's accent where the layer's colour is too pale for words."""
Accents = Mapping[str, tuple[int, str]]
"""The number of the theme's accent, and its colour, by layer."""
NONE = (0, "")
SELECTED = "selection"


def map_deck(scene: Scene) -> bytes:
    """A presentation of this one slide."""
    deck = slides.new_deck(scene.title, " ".join((*scene.sources, scene.address)), scene.page.width)
    add_map_slide(deck, scene)
    return slides.saved(deck)


def add_map_slide(deck: Any, scene: Scene) -> Slide:
    """Add the scene to a deck as its next slide; the deck's accents are then the colours of its layers."""
    page, accents = scene.page, accents_of(scene)
    slides.set_accents(deck, [colour for _layer, colour in scene.accents])
    title = side.fitted_title(scene.title, page.title)
    slide = slides.add_slide(deck, title.text, notes_of(scene), title.size, page.title)
    slides.subtitle(slide, side.cut(scene.subtitle, SENTENCE, page.subtitle.width), page.subtitle)
    for window in scene.windows:
        _window(slide, window, accents)
    for window in scene.windows:
        _labels(slide, window, accents)
    _scale_bar(slide, scene.windows[0])
    _side(slide, scene, accents)
    foot = side.footer_lines(scene.sources, scene.address, page.foot_lines, page.footer.width)
    slides.footer(slide, [" ".join(foot[:-1]), foot[-1]], page.footer)
    slides.name_apart(slide)
    return slide


def accents_of(scene: Scene) -> Accents:
    """Which accent stands for which layer."""
    return {layer: (number, colour) for number, (layer, colour) in enumerate(scene.accents, start=1)}


def notes_of(scene: Scene) -> str:
    """What the speaker finds under the slide: findings, sources, address."""
    findings = [f"• {finding}" for finding in scene.findings]
    edit = "Every district and body is a shape of its own: select it (Selection Pane lists them by name) and change its fill or outline."
    about = [f"{legend.heading}: {legend.note}" for legend in scene.legends if legend.note]
    return "\n".join([scene.title, *findings, "", *about, *scene.sources, f"This view: {scene.address}", edit])


def _window(slide: Slide, window: Window, accents: Accents) -> None:
    frame, where = _frame(window.box), _where(window)
    add_group(
        slide, f"{where}Sea", "Plain background of the map.", [Freeform(f"{where}Sea background", (frame,), Pen(SEA))]
    )
    land = [
        Freeform(f"{where}{shape.name}", _rings(window, shape.geometry), Pen(shape.colour)) for shape in window.beside
    ]
    about = "Wales, Scotland, Ireland and the Continent, without content."
    add_group(slide, f"{where}Countries beside England", about, land)
    districts = [
        Freeform(
            f"{where}{shape.name} ({shape.id})",
            _rings(window, shape.geometry),
            Pen(shape.colour, PAPER, 0.35),
            f"District {shape.name}",
        )
        for shape in window.districts
    ]
    add_group(slide, f"{where}Districts", f"{len(districts)} districts of England, each a shape of its own.", districts)
    for overlay in window.overlays:
        _overlay(slide, window, overlay, accents)
    _marks(slide, window)
    if where:
        line = Freeform(f"{where}Frame line", (frame,), Pen(line=BORDER, width=0.7))
        add_group(slide, f"{where}Frame", "Frame of the inset.", [line])


def _where(window: Window) -> str:
    """What the names of a window's shapes begin with, so that no two on a slide are alike."""
    return "London inset: " if window.name == "London" else ""


def _frame(box: Box) -> np.ndarray:
    return _closed([(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)])


def _marks(slide: Slide, window: Window) -> None:
    marks = [
        Freeform(
            f"{_where(window)}{mark.name}",
            (_closed(corners_of(mark.symbol, *window.on_page(mark.x, mark.y), mark_size(mark))),),
            Pen(*mark_colours(mark.symbol), 0.6),
        )
        for mark in window.marks
    ]
    add_group(slide, f"{_where(window)}Universities and NHS trusts", f"{len(marks)} head offices.", marks)


def _closed(corners: Any) -> np.ndarray:
    return np.array([*corners, corners[0]], dtype=float)


def _overlay(slide: Slide, window: Window, overlay: Overlay, accents: Accents) -> None:
    drawn, name = [(shape, _rings(window, shape.geometry)) for shape in overlay.shapes], _where(window) + overlay.name
    if overlay.casing:
        under = Pen(line=overlay.casing, width=overlay.width + CASING, line_opacity=0.85)
        casings = [Freeform(f"{name}: pale line of {shape.name} ({shape.id})", rings, under) for shape, rings in drawn]
        add_group(slide, f"{name}: pale lines", "Pale lines that keep the outlines apart.", casings)
    accent = accents.get(overlay.layer, NONE)[0]
    if overlay.opacity:
        pen = Pen(overlay.colour, fill_opacity=overlay.opacity, accent=accent)
    else:
        pen = Pen(line=overlay.colour, width=overlay.width, dash=overlay.dash, accent=accent)
    # An outline is called after its body; what is drawn of it besides says what it is.
    called = f"{name}: " if overlay.opacity or overlay.layer == SELECTED else _where(window)
    shapes = [Freeform(f"{called}{shape.name} ({shape.id})", rings, pen, shape.name) for shape, rings in drawn]
    names = ", ".join(shape.name for shape in overlay.shapes)
    add_group(slide, name, f"{overlay.name}: {len(shapes)} outlines: {names}", shapes)


def _rings(window: Window, geometry: shapely.Geometry) -> tuple[np.ndarray, ...]:
    west, _, _, north = window.extent
    scale, corner = window.metres_a_point, np.array([window.box.x, window.box.y])
    return tuple((ring - [west, north]) * [1, -1] / scale + corner for ring in rings_of(geometry))


def _labels(slide: Slide, window: Window, accents: Accents) -> None:
    if window.name == "London":
        box = Box(window.box.x, window.box.y - 16, 100, 15)
        slides.text(slide, box, ["London"], Style(LABEL, MUTED, True), "London inset: Name")
    _lines_to_labels(slide, window, accents)
    for label in window.labels:
        _label(slide, label, accents)


def _lines_to_labels(slide: Slide, window: Window, accents: Accents) -> None:
    """The lines from names to what they name, where they stand beside it."""
    lines = []
    for label in window.labels:
        if label.end and label.at:
            (x, y), accent = label.at, accents.get(label.layer, NONE)[0]
            dot = _frame(Box(x - 1.6, y - 1.6, 3.2, 3.2))
            pen = Pen(label.colour, label.colour, 1.1, accent=accent)
            name = f"Line to {' '.join(label.lines)}"
            lines.append(Freeform(name, (np.array([label.end, label.at]), dot), pen))
    add_group(slide, "Lines to labels", "Lines from names to the small areas that they name.", lines)


def _label(slide: Slide, label: Label, accents: Accents) -> None:
    width = max(side.width_of(line, label.size, bold=True) for line in label.lines) + 3
    height = len(label.lines) * label.size * LEADING
    box = Box(label.x - width / 2, label.y - height / 2, width, height)
    style = Style(label.size, label.colour, True, "center")
    shape = slides.text(slide, box, list(label.lines), style, f"Label: {' '.join(label.lines)}")
    shape.text_frame.word_wrap = False
    # Pale paper under the letters, as an outline would be for a picture: it keeps a label readable over lines.
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(255, 255, 255)
    paper = shape.fill._xPr.find(f"{{{DRAWING}}}solidFill")
    paper[0].append(parse_xml(f'<a:alpha xmlns:a="{DRAWING}" val="55000"/>'))
    if label.layer in accents:
        number, colour = accents[label.layer]
        slides.in_accent(shape, number, 0.0 if label.colour == colour else DARKER)


def _side(slide: Slide, scene: Scene, accents: Accents) -> None:
    lines = column.lines(scene)
    for line in lines:
        if line.key:
            _swatch(slide, line.key, side.swatch_box(line), accents)
    for box, style, words, name in _blocks(scene, lines):
        slides.text(slide, box, words, style, name)


def _blocks(scene: Scene, lines: Sequence[Line]) -> Iterator[tuple[Box, Style, list[str], str]]:
    """The words beside the map: a box a line of the legend, and one box of paragraphs for the findings."""
    area = scene.page.side
    for line in lines:
        if line.finding is None:
            box = Box(line.left, line.y - line.size * 0.66, area.right - line.left, line.size * 1.3)
            style = Style(line.size, MUTED if line.muted else TEXT, line.bold)
            yield box, style, [line.text], f"Legend: {line.text}"
            if line.count:
                yield box, replace(style, colour=MUTED, align="right"), [line.count], f"Count: {line.text}"
    said = [line for line in lines if line.finding is not None]
    if said:
        top, size, end = said[0].y - said[0].size * 0.66, said[0].size, said[-1].y + said[-1].size
        count = 1 + max(line.finding for line in said if line.finding is not None)
        style = Style(size, TEXT, after=size * column.AFTER)
        yield Box(area.x, top, area.width, end - top), style, list(scene.findings[:count]), "Findings"


def _swatch(slide: Slide, key: Key, box: Box, accents: Accents) -> None:
    corners, accent = _frame(box), accents.get(key.layer, NONE)[0]
    if key.kind == "class":
        pen = Pen(key.colour, side.SWATCH_EDGE, 0.4)
    elif key.kind == "tint":
        pen = Pen(key.colour, fill_opacity=0.22, accent=accent)
    elif key.symbol:
        corners = _closed(corners_of(key.symbol, box.x + box.width / 2, box.y + box.height / 2, 9))
        pen = Pen(*mark_colours(key.symbol), 0.7)
    else:
        pen = Pen(line=key.colour, width=max(key.width, 1.2), dash=key.dash, accent=accent)
    shape = Freeform(f"Swatch: {key.words}", (corners,), pen)
    add_group(slide, f"Key: {key.words}", f"Key of {key.words}", [shape])


def _scale_bar(slide: Slide, window: Window) -> None:
    bar = side.scale_bar(window)
    x, y = window.box.x + 10, window.box.bottom - 8
    line = np.array([[x, y], [x + bar.length, y]])
    add_group(
        slide, "Scale bar", f"The bar is {bar.words} long.", [Freeform(bar.words, (line,), Pen(line=TEXT, width=1.6))]
    )
    slides.text(slide, Box(x, y - 4 - LABEL * 1.2, 100, LABEL * 1.2), [bar.words], Style(LABEL), "Scale")
