"""The words beside or below the map, and above and below both, laid out line by line: the same for pictures and slides.

Type is never smaller than `paper` says. Where not all has room, sentences are left out first, then the notes, then the last
keys, and a plain "and 2 more" says how many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.export.drawing.paper import FOOT, TITLE, Box
from dashboard.export.drawing.typeface import ARIAL, text_width, wrapped
from dashboard.export.map.scene import Key, Window

SWATCH = 20.0
SWATCH_EDGE = "#aab4c0"
ONE_LINE = (24.0, 22.0, 20.0, 18.0)
TWO_LINES = (16.0, 15.0, 14.0)
TITLE_LEADING = 1.2
SCALE_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True)
class Title:
    """The title's lines and their size."""

    lines: tuple[str, ...]
    size: float

    @property
    def text(self) -> str:
        return " ".join(self.lines)


@dataclass(frozen=True)
class Line:
    """One line of the words of a map, at ``x``; ``y`` is its middle. ``right`` is where its count ends.

    ``key`` draws a swatch before it; ``finding`` is the position of the sentence that it belongs to.
    """

    text: str
    x: float
    y: float
    size: float
    right: float = 0.0
    bold: bool = False
    muted: bool = False
    key: Key | None = None
    count: str = ""
    finding: int | None = None

    @property
    def left(self) -> float:
        """Where its words begin: after the swatch, if it has one."""
        return self.x + (SWATCH + 8 if self.key else 0)


@dataclass(frozen=True)
class Bar:
    """A scale bar's length in points, and what it says."""

    length: float
    words: str


def swatch_box(line: Line) -> Box:
    """Where the swatch of a line's key stands."""
    return Box(line.x, line.y - 6, SWATCH, 12)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width that a line takes on a slide, in points; on a picture it takes a little less."""
    return text_width(text, size, bold) * ARIAL


def folded(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Text broken into lines no wider than so many points on a slide."""
    return wrapped(text, size * ARIAL, width, bold)


def fitted_title(text: str, box: Box = TITLE) -> Title:
    """The title at the largest size at which it fits its box, on one line or else on two; cut at the smallest."""
    for size in ONE_LINE:
        if width_of(text, size, bold=True) <= box.width:
            return Title((text,), size)
    for size in TWO_LINES:
        lines = folded(text, size, box.width, bold=True)
        if len(lines) <= 2:
            return Title(tuple(lines), size)
    least = TWO_LINES[-1]
    first, *rest = folded(text, least, box.width, bold=True)
    return Title((first, cut(" ".join(rest), least, box.width, bold=True)), least)


def cut(text: str, size: float, width: float, bold: bool = False) -> str:
    """Text that fits a width on a slide, with an ellipsis where it was cut."""
    if width_of(text, size, bold) <= width:
        return text
    while text and width_of(f"{text}…", size, bold) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def scale_bar(window: Window) -> Bar:
    """The longest round length that takes at most a sixth of the window's width."""
    room = window.box.width / 6
    fitting = [km for km in SCALE_LENGTHS if km * 1000 / window.metres_a_point <= room]
    kilometres = fitting[-1] if fitting else SCALE_LENGTHS[0]
    return Bar(kilometres * 1000 / window.metres_a_point, f"{kilometres} km")


def footer_lines(sources: Sequence[str], address: str, lines: int, width: float) -> list[str]:
    """Sources, licence and date in at most so many lines less one, and the address of the view in its own."""
    found = folded(" ".join(sources), FOOT, width)
    most = lines - 1
    kept = found if len(found) <= most else [*found[: most - 1], cut(" ".join(found[most - 1 :]), FOOT, width)]
    return [*kept, cut(address, FOOT, width)]


def more(count: int) -> str:
    """What says how many were left out."""
    return f"and {count} more"
