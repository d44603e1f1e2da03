"""Slides by python-pptx: a deck of 16:9 or 4:3, and the pieces every slide is made of. Measures are points (`paper`)."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Pt

from dashboard.export.drawing.paper import ACCENTS, FOOT, FOOTER, HEIGHT, SENTENCE, SUBTITLE, TITLE, WIDTH, Box
from dashboard.palette import MUTED, TEXT
from dashboard.text.sources import PRODUCT

FONT = "Arial"
"""On every machine that opens slides; a file can't carry a typeface that all of them read."""
MOMENT = datetime(2018, 1, 1)
"""The time that every deck carries, so that the same order gives the same file."""
TITLE_ONLY = 5
SUBTITLE_SIZE = SENTENCE


@dataclass(frozen=True)
class Style:
    """How words look: size in points, colour, weight, side."""

    size: float = 14.0
    colour: str = TEXT
    bold: bool = False
    align: str = "left"
    bullet: bool = False
    after: float = 0.0


ALIGN = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}


def new_deck(title: str, about: str, width: float = WIDTH) -> Any:
    """An empty presentation, ``width`` points wide, with its title and what it is made from in its properties."""
    deck: Any = Presentation()
    across = width * 12700 / deck.slide_width
    deck.slide_width, deck.slide_height = Pt(width), Pt(HEIGHT)
    down = deck.slide_height / Pt(540)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            if shape._element.spPr.xfrm is None:  # stands where the master's does, which is moved already
                continue
            shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))
            shape.top, shape.height = Emu(round(shape.top * down)), Emu(round(shape.height * down))
    _set_theme_font(deck)
    facts = deck.core_properties
    facts.title, facts.author, facts.comments, facts.language = printable(title)[:255], PRODUCT, about[:255], "en-GB"
    facts.subject, facts.last_modified_by, facts.keywords = "", PRODUCT, ""
    facts.created = facts.modified = MOMENT
    return deck


def _theme(deck: Any) -> Any:
    return next(r.target_part for r in deck.slide_master.part.rels.values() if r.reltype.endswith("/theme"))


def _set_theme_font(deck: Any) -> None:
    """Arial as the theme's typeface, so that what a presenter adds matches."""
    part = _theme(deck)
    part._blob = part.blob.replace(b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>'.encode())


def set_accents(deck: Any, colours: Sequence[str]) -> None:
    """Colours, ``#rrggbb``, as the first accents of the theme: whatever refers to one follows a change of the theme."""
    part = _theme(deck)
    for k, colour in enumerate(colours[:ACCENTS], start=1):
        own = f'<a:accent{k}><a:srgbClr val="{colour[1:].upper()}"/></a:accent{k}>'
        part._blob = re.sub(rf"<a:accent{k}>.*?</a:accent{k}>".encode(), own.encode(), part.blob, flags=re.DOTALL)


def saved(deck: Any) -> bytes:
    """The deck as a file: the same deck gives the same bytes, whenever it is saved."""
    dated, out = io.BytesIO(), io.BytesIO()
    deck.save(dated)
    with ZipFile(dated) as parts, ZipFile(out, "w") as found:
        for name in parts.namelist():
            entry = ZipInfo(name, MOMENT.timetuple()[:6])  # python-pptx writes the time of day into every part
            entry.compress_type = ZIP_DEFLATED
            found.writestr(entry, parts.read(name))
    return out.getvalue()


def add_slide(deck: Any, title: str, notes: str, size: float = 24.0, box: Box = TITLE) -> Slide:
    """A new slide with a real title, and notes for the speaker."""
    slide: Any = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    place(slide.shapes.title, box)
    write(slide.shapes.title.text_frame, [title], Style(size, bold=True), anchor=MSO_ANCHOR.BOTTOM)
    slide.notes_slide.notes_text_frame.text = printable(notes)
    found: Slide = slide
    return found


def place(shape: Any, box: Box) -> None:
    """Put a shape into a box of the page."""
    shape.left, shape.top, shape.width, shape.height = (Pt(v) for v in (box.x, box.y, box.width, box.height))


def subtitle(slide: Slide, words: str, box: Box = SUBTITLE) -> None:
    """The line under the title."""
    if words:
        text(slide, box, [words], Style(SUBTITLE_SIZE, MUTED), "Subtitle")


def footer(slide: Slide, lines: Sequence[str], box: Box = FOOTER) -> None:
    """Sources, licence and date at the foot."""
    text(slide, box, list(lines), Style(FOOT, MUTED), "Sources")


def text(slide: Slide, box: Box, paragraphs: Sequence[str], style: Style, name: str) -> Any:
    """A named text box with one paragraph a string."""
    shape = slide.shapes.add_textbox(*(Pt(v) for v in (box.x, box.y, box.width, box.height)))
    shape.name = name
    write(shape.text_frame, paragraphs, style)
    return shape


def write(frame: Any, paragraphs: Sequence[str], style: Style, anchor: Any = MSO_ANCHOR.TOP) -> None:
    """Fill a text frame, without margins, in one style."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    for k, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if k == 0 else frame.add_paragraph()
        fill(paragraph, words, style)


def fill(paragraph: Any, words: str, style: Style) -> None:
    """One paragraph in a style; a bullet hangs before it when asked for."""
    run = paragraph.add_run()
    run.text = ("•  " if style.bullet else "") + printable(words)
    paragraph.alignment = ALIGN[style.align]
    paragraph.space_after = Pt(style.after)
    font = run.font
    font.size, font.bold, font.name = Pt(style.size), style.bold, FONT
    font.color.rgb = RGBColor.from_string(style.colour[1:].upper())
    run._r.get_or_add_rPr().set("lang", "en-GB")


def in_accent(shape: Any, number: int, brightness: float = 0.0) -> None:
    """Colour the words of a shape by an accent of the theme, from 1, made so much brighter (up to 1) or darker (down to -1)."""
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.color.theme_color = MSO_THEME_COLOR.from_xml(f"accent{number}")
            run.font.color.brightness = brightness


def name_apart(slide: Slide) -> None:
    """Give shapes of one name a number each, from the second on, so that the Selection Pane tells them apart."""
    named: dict[str, int] = {}
    for shape in slide._element.xpath(".//p:cNvPr"):
        name = shape.get("name")
        named[name] = named.get(name, 0) + 1
        if named[name] > 1:
            shape.set("name", f"{name}, {named[name]}")


def printable(words: str) -> str:
    """Text without the control characters that XML can't hold."""
    return "".join(
        c for c in words if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
    )


def alt(shape: Any, name: str, description: str) -> None:
    """Name a shape and describe it for those who don't see it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", printable(name)[:250])
    properties.set("descr", printable(description)[:2000])
