"""Native shapes of a slide from geometry: named, grouped, recolourable, without the theme's shadow.

python-pptx builds a freeform point by point, which takes seconds for a map of England; here
each shape's DrawingML is written in one go. Coordinates inside a shape are twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

import numpy as np
from pptx.oxml import parse_xml
from pptx.slide import Slide

from dashboard.export.drawing.slides import printable

EMU = 12700
UNIT = 20
"""Steps of a path in one point."""
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True)
class Pen:
    """Fill and line of a freeform: colours as ``#rrggbb`` or blank for none; width in points; dash in points.

    ``accent`` is the theme's accent, from 1, that stands for these colours, 0 for none: a change of the theme then recolours them.
    """

    fill: str = ""
    line: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    fill_opacity: float = 1.0
    line_opacity: float = 1.0
    accent: int = 0


@dataclass(frozen=True)
class Freeform:
    """A shape by name with its rings or lines, rows of x and y in points of the page."""

    name: str
    rings: tuple[np.ndarray, ...]
    pen: Pen
    description: str = ""


def add_group(slide: Slide, name: str, description: str, shapes: Sequence[Freeform]) -> None:
    """One group of freeforms on a slide; nothing when there are none."""
    drawn = [shape for shape in shapes if shape.rings]
    if not drawn:
        return
    first = _next_id(slide)
    left, top, right, bottom = _bounds([ring for shape in drawn for ring in shape.rings])
    box = f'<a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/>'
    inner = box.replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
    children = "".join(_shape(shape, first + 1 + k) for k, shape in enumerate(drawn))
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id="{first}" name={_attribute(name)} descr={_attribute(description)}/>'
            f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{box}{inner}</a:xfrm></p:grpSpPr>{children}</p:grpSp>"
        )
    )


def _next_id(slide: Slide) -> int:
    return max(int(value) for value in slide.shapes._spTree.xpath("//p:cNvPr/@id")) + 1


def _attribute(words: str) -> str:
    return quoteattr(printable(words)[:2000])


def _bounds(rings: Iterable[np.ndarray]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in EMU, at least one unit wide and high."""
    points = np.concatenate(list(rings))
    left, top = np.floor(points.min(axis=0) * UNIT).astype(int)
    right, bottom = np.ceil(points.max(axis=0) * UNIT).astype(int)
    step = EMU // UNIT
    return int(left * step), int(top * step), int(max(right, left + 1) * step), int(max(bottom, top + 1) * step)


def _shape(shape: Freeform, identifier: int) -> str:
    left, top, right, bottom = _bounds(shape.rings)
    step = EMU // UNIT
    corner = np.array([left, top]) / step
    path = "".join(_ring(ring, corner) for ring in shape.rings)
    wide, high = (right - left) // step, (bottom - top) // step
    fill = "" if shape.pen.fill else ' fill="none"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name={_attribute(shape.name)} descr={_attribute(shape.description)}/>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{high}"{fill}>{path}</a:path></a:pathLst></a:custGeom>'
        f"{_pen(shape.pen)}</p:spPr></p:sp>"
    )


def _ring(ring: np.ndarray, corner: np.ndarray) -> str:
    points = np.rint(ring * UNIT - corner).astype(int)
    moved = np.any(points[1:] != points[:-1], axis=1)
    points = points[np.concatenate([[True], moved])]  # points that fell together on the page
    closed = len(ring) > 2 and bool(np.array_equal(ring[0], ring[-1]))
    rest = points[1:-1] if closed and len(points) > 1 else points[1:]
    (x, y), lines = points[0], "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in rest.tolist())
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{lines}{"<a:close/>" if closed else ""}'


def _pen(pen: Pen) -> str:
    fill = f"<a:solidFill>{_colour(pen, pen.fill, pen.fill_opacity)}</a:solidFill>" if pen.fill else "<a:noFill/>"
    if not pen.line:
        return f"{fill}<a:ln><a:noFill/></a:ln>"
    line = f"<a:solidFill>{_colour(pen, pen.line, pen.line_opacity)}</a:solidFill>{_dash(pen)}<a:round/>"
    return f'{fill}<a:ln w="{round(pen.width * EMU)}">{line}</a:ln>'


def _colour(pen: Pen, colour: str, opacity: float) -> str:
    alpha = f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity < 1 else ""
    if pen.accent:
        return f'<a:schemeClr val="accent{pen.accent}">{alpha}</a:schemeClr>'
    return f'<a:srgbClr val="{colour[1:].upper()}">{alpha}</a:srgbClr>'


def _dash(pen: Pen) -> str:
    """DrawingML counts dashes in thousandths of a per cent of the line's width."""
    if not pen.dash:
        return '<a:prstDash val="solid"/>'
    part = [max(round(length / pen.width * 100000), 1000) for length in pen.dash]
    pairs = "".join(f'<a:ds d="{on}" sp="{off}"/>' for on, off in zip(part[::2], part[1::2], strict=True))
    return f"<a:custDash>{pairs}</a:custDash>"
