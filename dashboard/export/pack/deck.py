"""A brief as a deck of slides: title, map, a slide a section, method and sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.export.drawing import slides
from dashboard.export.drawing.paper import HEIGHT, MARGIN, WIDE, WIDTH, Box
from dashboard.export.drawing.slides import Style
from dashboard.export.map.build import scene
from dashboard.export.map.map_slide import add_map_slide
from dashboard.export.map.side import cut, footer_lines
from dashboard.export.pack.content import Brief, Column, Grid, Section, Words
from dashboard.export.pack.fitting import (
    BODY_SIZE,
    HEADING_SIZE,
    LEADING,
    PADDING,
    TABLE_SIZE,
    Fitted,
    column_widths,
    fitting_scale,
    heading_height,
    lines_of,
    note_size,
    row_heights,
    stacked,
)
from dashboard.export.pack.opening import add_opening
from dashboard.palette import HAIRLINE, MUTED, SEA, TEXT
from dashboard.text.sources import as_at_words
from layers.landscape import Landscape

BODY = Box(MARGIN, 78, WIDTH - 2 * MARGIN, 406)
BETWEEN = 24.0
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without fills and lines: ours are set cell by cell."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def brief_deck(land: Landscape, brief: Brief, opening: bool = True, closing: bool = True) -> bytes:
    """The whole deck; a short one leaves out the title slide and the slide on method and sources."""
    deck = slides.new_deck(brief.title, " ".join((*brief.sources, brief.address)))
    drawn = replace(scene(land, brief.plan, brief.findings), heading=brief.heading)
    if opening:
        add_opening(deck, brief, drawn, _notes(brief, [brief.lead]), _foot(brief))
    add_map_slide(deck, drawn)
    for section in brief.sections:
        _section(deck, brief, section)
    if closing:
        _closing(deck, brief)
    else:
        _method_in_notes(deck, brief)
    return slides.saved(deck)


def _foot(brief: Brief) -> list[str]:
    return footer_lines(brief.sources, brief.address, WIDE.foot_lines, WIDE.footer.width)


def _notes(brief: Brief, said: Sequence[str]) -> str:
    return "\n".join([*said, "", *brief.sources, f"This view: {brief.address}"])


def _section(deck: Any, brief: Brief, section: Section) -> None:
    said = section.notes or " ".join(
        text for block in section.blocks if isinstance(block, Words) for text in (*block.paragraphs, *block.points)
    )
    slide = slides.add_slide(deck, section.heading, _notes(brief, [said]))
    when = f", {as_at_words(brief.day)[:1].lower()}{as_at_words(brief.day)[1:]}"
    slides.subtitle(slide, f"{cut(brief.title, slides.SUBTITLE_SIZE, WIDTH - 2 * MARGIN - 200)}{when}")
    for fitted in _columns(section):
        if isinstance(fitted.block, Words):
            add_words(slide, fitted)
        else:
            add_grid(slide, fitted)
    slides.footer(slide, _foot(brief))


def _columns(section: Section) -> list[Fitted]:
    if not section.left:
        return stacked(section.blocks, BODY)
    wide = (BODY.width - BETWEEN) * section.share
    left = Box(BODY.x, BODY.y, wide, BODY.height)
    right = Box(left.right + BETWEEN, BODY.y, BODY.width - BETWEEN - wide, BODY.height)
    sides = (section.blocks[: section.left], left), (section.blocks[section.left :], right)
    scale = min(fitting_scale(blocks, box) for blocks, box in sides)  # type of one size on both sides
    return [fitted for blocks, box in sides for fitted in stacked(blocks, box, scale)]


def _closing(deck: Any, brief: Brief) -> None:
    words = (
        Words(points=brief.method),
        Words(paragraphs=(*brief.sources, f"This view: {brief.address}"), heading="Sources and licence"),
    )
    section = Section("Method and sources", words, notes=" ".join(brief.method))
    _section(deck, brief, section)


def _method_in_notes(deck: Any, brief: Brief) -> None:
    """How it was worked out, under every slide of a deck without a slide on it."""
    for slide in deck.slides:
        frame = slide.notes_slide.notes_text_frame
        frame.text = "\n".join([frame.text, "", "Method:", *brief.method])


def add_words(slide: Slide, fitted: Fitted) -> None:
    """A block of words as one text box."""
    words, scale = fitted.block, fitted.scale
    assert isinstance(words, Words)
    box = slides.text(slide, fitted.box, [], Style(), words.heading or "Words")
    size, left = BODY_SIZE * scale, len(words.points) - fitted.rows
    parts = [
        *([(words.heading, Style(HEADING_SIZE * scale, TEXT, True, after=3))] if words.heading else []),
        *((text, Style(size, after=size * 0.45)) for text in words.paragraphs),
        *((text, Style(size, bullet=True, after=size * 0.3)) for text in words.points[: fitted.rows]),
        *([(_more(left), Style(note_size(scale), MUTED))] if left else []),
        *([(words.muted, Style(note_size(scale), MUTED))] if words.muted else []),
    ]
    for k, (text, style) in enumerate(parts):
        frame: Any = box.text_frame
        paragraph = frame.paragraphs[0] if k == 0 else frame.add_paragraph()
        slides.fill(paragraph, text, replace(style, bullet=False))
        if style.bullet:
            _hang(paragraph, style.size)


def _more(left: int) -> str:
    return f"And {left} more: see the page or its spreadsheet."


def _hang(paragraph: Any, size: float) -> None:
    """A bullet before a paragraph whose lines stand under one another."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Pt(size)))
    properties.set("indent", str(-Pt(size)))
    properties.append(parse_xml(f'<a:buFont xmlns:a="{DRAWING}" typeface="{slides.FONT}"/>'))
    properties.append(parse_xml(f'<a:buChar xmlns:a="{DRAWING}" char="•"/>'))


def add_grid(slide: Slide, fitted: Fitted) -> None:
    """A block as a native table with its name above; rows that don't fit are counted in a line below."""
    grid, scale, box = fitted.block, fitted.scale, fitted.box
    assert isinstance(grid, Grid)
    head = heading_height(grid.name, box.width, scale)
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
    for row, colour in zip(list(table.rows)[1:], grid.colours[: len(rows)], strict=False):
        _bar(row.cells[0], colour)
    left = len(grid.rows) - len(rows)
    below = " ".join(part for part in (_more(left) if left else "", grid.note) if part)
    if below:
        size = note_size(scale)
        high = lines_of(below, size, box.width) * size * LEADING
        under = Box(box.x, box.y + head + sum(heights) + 3, box.width, high)
        slides.text(slide, under, [below], Style(size, MUTED), "Note")


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


def _bar(cell: Any, colour: str) -> None:
    """A bar of colour on the left of a row."""
    line = f'<a:lnL xmlns:a="{DRAWING}" w="{Pt(4)}"><a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill></a:lnL>'
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))


assert BODY.bottom < HEIGHT
