"""The words beside, above and below the map, laid out line by line: the same for pictures and slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.export.drawing.paper import FOOTER, SIDE, TITLE
from dashboard.export.drawing.typeface import text_width, wrapped
from dashboard.export.map.scene import Key, Legend, Scene, Window

SWATCH = 20.0
SWATCH_EDGE = "#aab4c0"
FOOT = 6.6
TITLE_SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
SIZES = (12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
SCALE_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True)
class Title:
    """The title's line and its size."""

    text: str
    size: float


@dataclass(frozen=True)
class Line:
    """One line of the column beside the map; ``y`` is its middle.

    ``key`` draws a swatch before it; ``finding`` is the position of the sentence that it belongs to.
    """

    text: str
    y: float
    size: float
    bold: bool = False
    muted: bool = False
    key: Key | None = None
    count: str = ""
    finding: int | None = None


@dataclass(frozen=True)
class Bar:
    """A scale bar's length in points, and what it says."""

    length: float
    words: str


def fitted_title(text: str) -> Title:
    """The title at the largest size at which it fits its line; cut at the smallest."""
    for size in TITLE_SIZES:
        if text_width(text, size, bold=True) <= TITLE.width:
            return Title(text, size)
    return Title(cut(text, TITLE_SIZES[-1], TITLE.width, bold=True), TITLE_SIZES[-1])


def cut(text: str, size: float, width: float, bold: bool = False) -> str:
    """Text that fits a width, with an ellipsis where it was cut."""
    if text_width(text, size, bold) <= width:
        return text
    while text and text_width(f"{text}…", size, bold) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def lines(scene: Scene) -> tuple[Line, ...]:
    """The findings and the legend, as large as the column allows."""
    found: tuple[Line, ...] = ()
    for size in SIZES:
        found = tuple(_lines(scene, size))
        if not found or found[-1].y + size <= SIDE.bottom:
            break
    return tuple(line for line in found if line.y + line.size / 2 <= SIDE.bottom)


def _lines(scene: Scene, size: float) -> Iterator[Line]:
    y = SIDE.y + size * 0.6
    for legend in scene.legends:
        for line in _legend(legend, size):
            yield replace(line, y=y + line.y)
        y += _height(legend, size) + size * 0.9
    if scene.findings:
        yield Line(scene.heading, y, size * 1.1, bold=True)
        y += size * 1.7
        for at, finding in enumerate(scene.findings):
            for text in wrapped(finding, size, SIDE.width):
                yield Line(text, y, size, finding=at)
                y += size * 1.35
            y += size * 0.55


def _legend(legend: Legend, size: float) -> Iterator[Line]:
    y = 0.0
    for text in wrapped(legend.heading, size * 1.1, SIDE.width, bold=True):
        yield Line(text, y, size * 1.1, bold=True)
        y += size * 1.5
    for key in legend.keys:
        yield Line(cut(key.words, size, SIDE.width - SWATCH - 40), y + size * 0.1, size, key=key, count=key.count)
        y += size * 1.5
    for text in wrapped(legend.note, size * 0.88, SIDE.width) if legend.note else ():
        yield Line(text, y, size * 0.88, muted=True)
        y += size * 1.15


def _height(legend: Legend, size: float) -> float:
    last = max((line.y for line in _legend(legend, size)), default=0.0)
    return last + size * 1.4


def scale_bar(window: Window) -> Bar:
    """The longest round length that takes at most a sixth of the window's width."""
    room = window.box.width / 6
    fitting = [km for km in SCALE_LENGTHS if km * 1000 / window.metres_a_point <= room]
    kilometres = fitting[-1] if fitting else SCALE_LENGTHS[0]
    return Bar(kilometres * 1000 / window.metres_a_point, f"{kilometres} km")


def footer_lines(scene: Scene) -> list[str]:
    """Sources, licence and date in at most three small lines, and the address of the view in its own."""
    found = wrapped(" ".join(scene.sources), FOOT, FOOTER.width)
    kept = found if len(found) <= 3 else [*found[:2], cut(" ".join(found[2:]), FOOT, FOOTER.width)]
    return [*kept, cut(scene.address, FOOT, FOOTER.width)]
