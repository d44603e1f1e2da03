"""A brief as a deck of slides: title, map, a slide a section, method and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.export import slides
from dashboard.export.build import scene
from dashboard.export.content import Brief, Column, Grid, Section, Words
from dashboard.export.fitting import (
    BODY_SIZE,
    HEADING_SIZE,
    LEADING,
    NOTE_SIZE,
    PADDING,
    TABLE_SIZE,
    Fitted,
    column_widths,
    row_heights,
    stacked,
)
from dashboard.export.map_slide import add_map_slide
from dashboard.export.paper import HEIGHT, MARGIN, WIDTH, Box
from dashboard.export.slides import Style
from dashboard.export.sources import PRODUCT, as_at_words
from dashboard.palette import HAIRLINE, MUTED, SEA, TEXT
from layers.landscape import Landscape

BODY = Box(MARGIN, 84, WIDTH - 2 * MARGIN, 406)
BETWEEN = 24.0
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without fills and lines: ours are set cell by cell."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def brief_deck(land: Landscape, brief: Brief, opening: bool = True, closing: bool = True) -> bytes:
    """The whole deck; a short one leaves out the title slide and the slide on method and sources."""
    deck = slides.new_deck(brief.title, " ".join((*brief.sources, brief.address)))
    if opening:
        _opening(deck, brief)
    drawn = scene(land, brief.plan, brief.findings)
    add_map_slide(deck, drawn)
    for section in brief.sections:
        _section(deck, brief, section)
    if closing:
        _closing(deck, brief)
    return slides.saved(deck)


def _foot(brief: Brief) -> list[str]:
    return [" ".join(brief.sources), brief.address]


def _notes(brief: Brief, said: Sequence[str]) -> str:
    return "\n".join([*said, "", *brief.sources, f"This view: {brief.address}"])


def _opening(deck: Any, brief: Brief) -> None:
    slide = slides.add_slide(deck, brief.title, _notes(brief, [brief.lead]), 34)
    slides.place(slide.shapes.title, Box(MARGIN + 20, 150, WIDTH - 2 * MARGIN - 40, 92))
    slides.text(slide, Box(MARGIN + 20, 128, 600, 20), [brief.kind], Style(14, MUTED, True), "Kind")
    slides.text(slide, Box(MARGIN + 20, 256, WIDTH - 2 * MARGIN - 120, 110), [brief.lead], Style(18), "Lead")
    when = f"{as_at_words(brief.day)}. {PRODUCT}."
    slides.text(slide, Box(MARGIN + 20, 386, 700, 22), [when], Style(13, MUTED), "As at")
    slides.footer(slide, _foot(brief))


def _section(deck: Any, brief: Brief, section: Section) -> None:
    said = section.notes or " ".join(
        text for block in section.blocks if isinstance(block, Words) for text in (*block.paragraphs, *block.points)
    )
    slide = slides.add_slide(deck, section.heading, _notes(brief, [said]))
    slides.subtitle(slide, f"{brief.title}, {as_at_words(brief.day)[:1].lower()}{as_at_words(brief.day)[1:]}")
    for fitted in _columns(section):
        if isinstance(fitted.block, Words):
            add_words(slide, fitted)
        else:
            add_grid(slide, fitted)
    slides.footer(slide, _foot(brief))


def _columns(section: Section) -> list[Fitted]:
    if not section.left:
        return stacked(section.blocks, BODY)
    half = (BODY.width - BETWEEN) / 2
    left, right = Box(BODY.x, BODY.y, half, BODY.height), Box(BODY.x + half + BETWEEN, BODY.y, half, BODY.height)
    return [*stacked(section.blocks[: section.left], left), *stacked(section.blocks[section.left :], right)]


def _closing(deck: Any, brief: Brief) -> None:
    words = (
        Words(points=brief.method),
        Words(paragraphs=(*brief.sources, f"This view: {brief.address}"), heading="Sources and licence"),
    )
    section = Section("Method and sources", words, notes=" ".join(brief.method))
    _section(deck, brief, section)


def add_words(slide: Slide, fitted: Fitted) -> None:
    """A block of words as one text box."""
    words, scale = fitted.block, fitted.scale
    assert isinstance(words, Words)
    box = slides.text(slide, fitted.box, [], Style(), words.heading or "Words")
    size = BODY_SIZE * scale
    parts = [
        *([(words.heading, Style(HEADING_SIZE * scale, TEXT, True, after=3))] if words.heading else []),
        *((text, Style(size, after=size * 0.45)) for text in words.paragraphs),
        *((text, Style(size, bullet=True, after=size * 0.3)) for text in words.points),
        *([(words.muted, Style(NOTE_SIZE * scale, MUTED))] if words.muted else []),
    ]
    for k, (text, style) in enumerate(parts):
        frame: Any = box.text_frame
        slides.fill(frame.paragraphs[0] if k == 0 else frame.add_paragraph(), text, style)


def add_grid(slide: Slide, fitted: Fitted) -> None:
    """A block as a native table with its name above; rows that don't fit are counted in a line below."""
    grid, scale, box = fitted.block, fitted.scale, fitted.box
    assert isinstance(grid, Grid)
    head = HEADING_SIZE * scale * LEADING * 1.2
    slides.text(
        slide,
        Box(box.x, box.y, box.width, head),
        [grid.name],
        Style(HEADING_SIZE * scale, TEXT, True),
        f"Heading: {grid.name}"[:80],
    )
    rows = grid.rows[: fitted.rows]
    heights = row_heights(grid, box.width, scale)[: len(rows) + 1]
    frame: Any = slide.shapes.add_table(
        len(rows) + 1, len(grid.columns), Pt(box.x), Pt(box.y + head), Pt(box.width), Pt(sum(heights))
    )
    slides.alt(frame, grid.name, f"Table: {grid.name}, {len(rows)} rows.")
    table = frame.table
    table._tbl.tblPr.find(f"{{{DRAWING}}}tableStyleId").text = NO_STYLE
    table.horz_banding = False
    for column, width in zip(table.columns, column_widths(grid, box.width), strict=True):
        column.width = Pt(width)
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Pt(height)
    for r, row in enumerate((tuple(c.label for c in grid.columns), *rows)):
        for c, (text, column) in enumerate(zip(row, grid.columns, strict=True)):
            _cell(table.cell(r, c), text, column, TABLE_SIZE * scale, head=r == 0)
    left = len(grid.rows) - len(rows)
    below = " ".join(
        part for part in (f"And {left} more: see the page or its spreadsheet." if left else "", grid.note) if part
    )
    if below:
        under = Box(box.x, box.y + head + sum(heights) + 3, box.width, NOTE_SIZE * 2.6 * scale)
        slides.text(slide, under, [below], Style(NOTE_SIZE * scale, MUTED), "Note")


def _cell(cell: Any, text: str, column: Column, size: float, head: bool) -> None:
    slides.write(cell.text_frame, [text], Style(size, TEXT, head, "right" if column.number else "left"))
    cell.margin_left = cell.margin_right = Pt(2 * PADDING)
    cell.margin_top = cell.margin_bottom = Pt(PADDING)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE if head else MSO_ANCHOR.TOP
    if head:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(SEA[1:].upper())
    else:
        cell.fill.background()
    line = f'<a:lnB xmlns:a="{DRAWING}" w="9525"><a:solidFill><a:srgbClr val="{HAIRLINE[1:].upper()}"/></a:solidFill></a:lnB>'
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))


assert BODY.bottom < HEIGHT
