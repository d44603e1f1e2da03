"""A brief as A4 pages: reportlab flows the words and tables, and the map is laid on as vectors."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter, Transformation
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph, Spacer, Table
from reportlab.platypus.doctemplate import LayoutError

from dashboard.export.drawing.paper import MAP, Box
from dashboard.export.drawing.slides import printable
from dashboard.export.drawing.typeface import font_path
from dashboard.export.map.build import scene
from dashboard.export.map.picture import map_alone
from dashboard.export.map.scene import Scene
from dashboard.export.pack.content import Block, Brief, Grid, Section, Words
from dashboard.export.pack.flowables import Hole, Swatch, equal_columns
from dashboard.palette import HAIRLINE, MUTED, SEA, TEXT
from dashboard.text.sources import PRODUCT, as_at_words
from layers.landscape import Landscape

REGULAR, BOLD = "SourceSans3", "SourceSans3-Semibold"
MARGIN = 36.0
FOOT = 40.0
WIDTH = A4[0] - 2 * MARGIN
MAP_WIDTH = 300.0
SMALL_MAP = Box(0, 0, MAP_WIDTH, MAP_WIDTH * MAP.height / MAP.width)
BETWEEN = 16.0
PADDINGS = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
SCALES = (1.0, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74, 0.7, 0.66)
"""Type is set smaller, step by step, until the brief fits its pages; 10 points at scale 1."""


@cache
def _register() -> None:
    pdfmetrics.registerFont(TTFont(REGULAR, str(font_path())))
    pdfmetrics.registerFont(TTFont(BOLD, str(font_path(bold=True))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def brief_pages(land: Landscape, brief: Brief, most: int) -> bytes:
    """The brief on at most ``most`` A4 pages, as far as type of two-thirds the usual size allows."""
    _register()
    drawn = scene(land, brief.plan, brief.findings, SMALL_MAP)
    for scale in SCALES:
        try:
            content, place = _pages(brief, drawn, _Type(scale, columns=True))
        except LayoutError:  # two columns are taller than a page, which can't divide them
            content, place = _pages(brief, drawn, _Type(scale))
        if len(PdfReader(io.BytesIO(content)).pages) <= most:
            break
    return _with_map(content, map_alone(drawn), place, brief)


def one_page(land: Landscape, brief_at: Callable[[int], Brief], levels: int, least: float) -> bytes:
    """One A4 page in type of at least so many points: the fullest brief that fits, set as large as it can be.

    ``brief_at`` gives the briefs of one view from the fullest, 0, to the shortest. Sections stand in two columns
    where they have them.

    Raises:
        ValueError: not even the shortest fits.
    """
    _register()
    drawn = scene(land, brief_at(levels - 1).plan, (), SMALL_MAP)
    scales = [scale for scale in SCALES if 10 * scale >= least]

    @cache
    def fits(level: int, scale: float) -> tuple[bytes, tuple[float, float]] | None:
        return _single(brief_at(level), drawn, _Type(scale, least, columns=True))

    level = bisect_left(range(levels), True, key=lambda at: fits(at, scales[-1]) is not None)
    if level == levels:
        raise ValueError(f"{brief_at(levels - 1).title} does not fit one page")
    content, place = next(found for scale in scales if (found := fits(level, scale)))
    return _with_map(content, map_alone(drawn), place, brief_at(level))


def _single(brief: Brief, drawn: Scene, type_: _Type) -> tuple[bytes, tuple[float, float]] | None:
    """The brief as one page, or ``None`` when it needs more."""
    try:
        content, place = _pages(brief, drawn, type_)
    except LayoutError:  # a part is taller than a page
        return None
    return (content, place) if len(PdfReader(io.BytesIO(content)).pages) == 1 else None


def _pages(brief: Brief, drawn: Scene, type_: _Type) -> tuple[bytes, tuple[float, float]]:
    """The pages with a hole for the map, and where on the first page it is (points from the bottom left)."""
    out = io.BytesIO()
    hole = Hole(drawn.windows[0].box.width, drawn.windows[0].box.height)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=printable(brief.title),
        author=PRODUCT,
        subject=printable(" ".join((*brief.sources, brief.address))),
        lang="en-GB",
        invariant=True,
    )
    frame = Frame(MARGIN, MARGIN + FOOT, WIDTH, A4[1] - 2 * MARGIN - FOOT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _doc: _foot(canvas, brief, type_)))
    document.build(list(_story(brief, drawn, hole, type_)))
    return out.getvalue(), hole.place


class _Type:
    """The paragraph styles at one scale, none smaller than ``least``; ``columns``: sections may have two."""

    def __init__(self, scale: float, least: float = 0.0, columns: bool = False) -> None:
        self.scale, self.least, self.columns = scale, least, columns
        self.body = self._style(10)
        self.point = self._style(
            10, leftIndent=9 * scale, bulletIndent=0, bulletFontName=REGULAR, bulletFontSize=max(9 * scale, least)
        )
        self.small = self._style(8, colour=MUTED)
        self.kind = self._style(10, font=BOLD, colour=MUTED)
        self.title = self._style(20, font=BOLD)
        self.lead = self._style(12)
        self.heading = self._style(12.5, font=BOLD, before=7)
        self.minor = self._style(10.5, font=BOLD, before=3)
        self.cell = self._style(8.8)
        self.figure = self._style(8.8, alignment=2)
        self.head = self._style(8.8, font=BOLD)
        self.figure_head = self._style(8.8, font=BOLD, alignment=2)

    def _style(
        self, size: float, font: str = REGULAR, colour: str = TEXT, before: float = 0, **more: Any
    ) -> ParagraphStyle:
        points = max(size * self.scale, self.least)
        return ParagraphStyle(
            f"{font}-{size}-{before}",
            fontName=font,
            fontSize=points,
            leading=points * 1.25,
            textColor=HexColor(colour),
            spaceBefore=before * self.scale,
            spaceAfter=2.5 * self.scale,
            splitLongWords=1,
            **more,
        )


def _text(words: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
    return Paragraph(escape(printable(words)), style, bulletText=bullet)


def _story(brief: Brief, drawn: Scene, hole: Hole, type_: _Type) -> Sequence[Flowable]:
    beside: list[Flowable] = [_text(brief.heading, type_.minor)] if type_.columns else []
    beside += [_text(words, type_.point, "•") for words in brief.findings]
    beside += [Spacer(0, 4), *_legend(drawn, type_)]
    top = Table([[hole, beside]], colWidths=[hole.width + 12, WIDTH - hole.width - 12])
    top.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    story: list[Flowable] = [
        _text(brief.kind, type_.kind),
        _title(brief.title, type_),
        Spacer(0, 2),
        _text(brief.lead, type_.lead),
        Spacer(0, 4),
        top,
    ]
    for section in brief.sections:
        story += _section(section, type_)
    how = Words(muted=" ".join(brief.method)) if type_.columns else Words(points=brief.method)
    closing = Section("Method", (how,))
    return [*story, *_section(closing, type_)]


def _title(words: str, type_: _Type) -> Paragraph:
    """The title; a long one in smaller type, so that it takes two lines at most where that can be read."""
    found = _text(words, type_.title)
    for part in (0.85, 0.72, 0.6):
        if found.wrap(WIDTH, A4[1])[1] <= 2.1 * type_.title.leading:
            break
        size = type_.title.fontSize * part
        found = _text(words, ParagraphStyle("long", type_.title, fontSize=size, leading=size * 1.25))
    return found


def _legend(drawn: Scene, type_: _Type) -> list[Flowable]:
    rows = [
        [Swatch(key), _text(key.words, type_.small)]
        for legend in drawn.legends[:1]
        for key in legend.keys
        if key.kind != "mark"
    ]
    if not rows:
        return []
    table = Table(rows, colWidths=[20, WIDTH - MAP_WIDTH - 34], hAlign="LEFT")
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *((side, (0, 0), (-1, -1), 0) for side in PADDINGS)])
    return [table]


def _section(section: Section, type_: _Type) -> list[Flowable]:
    heading = _text(section.heading, type_.heading) if section.heading else Spacer(0, 4)
    if type_.columns and section.left:
        return [KeepTogether([heading, _columns(section, type_)])]
    blocks = [part for block in section.blocks for part in _block(block, type_, WIDTH)]
    return [KeepTogether([heading, *blocks[:1]]), *blocks[1:]]


def _columns(section: Section, type_: _Type) -> Table:
    """The blocks of a section in two columns, which no page divides."""
    wide = (WIDTH - BETWEEN) * section.share
    widths = (wide, WIDTH - BETWEEN - wide)
    narrow, broad = ([_block(block, type_, width) for block in section.blocks] for width in widths)
    at = equal_columns(narrow, broad, widths) if section.balanced else section.left
    left, right = ([part for parts in side for part in parts] for side in (narrow[:at], broad[at:]))
    table = Table([[left, "", right]], colWidths=[widths[0], BETWEEN, widths[1]])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *((side, (0, 0), (-1, -1), 0) for side in PADDINGS)])
    return table


def _block(block: Block, type_: _Type, width: float) -> list[Flowable]:
    if isinstance(block, Grid):
        return _grid(block, type_, width)
    parts: list[Flowable] = [_text(block.heading, type_.minor)] if block.heading else []
    parts += [_text(words, type_.body) for words in block.paragraphs]
    parts += [_text(words, type_.point, "•") for words in block.points]
    return parts + ([_text(block.muted, type_.small)] if block.muted else [])


def _grid(grid: Grid, type_: _Type, width: float) -> list[Flowable]:
    total = sum(column.weight for column in grid.columns)
    heads = [_text(c.label, type_.figure_head if c.number else type_.head) for c in grid.columns]
    rows = [
        [
            _text(cell, type_.figure if column.number else type_.cell)
            for cell, column in zip(row, grid.columns, strict=True)
        ]
        for row in grid.rows
    ]
    table = Table([heads, *rows], colWidths=[width * c.weight / total for c in grid.columns], repeatRows=1)
    table.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(SEA)),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(HAIRLINE)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5 * type_.scale),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.0 * type_.scale),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            *(("LINEBEFORE", (0, r), (0, r), 2.5, HexColor(c)) for r, c in enumerate(grid.colours, start=1)),
        ]
    )
    table.spaceAfter = 2 * type_.scale
    note = [_text(grid.note, type_.small)] if grid.note else []
    return [_text(grid.name, type_.minor), table, *note]


def _foot(canvas: Any, brief: Brief, type_: _Type) -> None:
    size = max(6.4, type_.least)
    small = ParagraphStyle("foot", fontName=REGULAR, fontSize=size, leading=size * 1.22, textColor=HexColor(MUTED))
    words = f"{escape(printable(' '.join(brief.sources)))}<br/>{escape(printable(brief.address))}<br/>{escape(as_at_words(brief.day))}. Page {canvas.getPageNumber()}."
    paragraph = Paragraph(words, small)
    _width, height = paragraph.wrap(WIDTH, FOOT)
    paragraph.drawOn(canvas, MARGIN, MARGIN + FOOT - 8 - height)


def _with_map(content: bytes, map_page: bytes, place: tuple[float, float], brief: Brief) -> bytes:
    """The pages with the map laid into its hole on the first of them."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    drawing = PdfReader(io.BytesIO(map_page)).pages[0]
    writer.pages[0].merge_transformed_page(drawing, Transformation().translate(*place))
    writer.add_metadata({"/Title": printable(brief.title), "/Creator": PRODUCT, "/Producer": PRODUCT})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
