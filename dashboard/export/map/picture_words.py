"""The words of a picture: title, legend, findings, scale bar, sources."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.transforms import Transform

from dashboard.export.drawing.paper import FOOT, FOOT_LEADING, LABEL, SENTENCE, Box
from dashboard.export.map import column, side
from dashboard.export.map.scene import Key, Scene, Window
from dashboard.export.map.symbols import corners_of, mark_colours
from dashboard.palette import MUTED, PAPER, TEXT


def write(figure: Figure, page: Transform, scene: Scene) -> None:
    """Everything that is read, round and over the map."""
    _heading(figure, page, scene)
    _side(figure, page, scene)
    for window in scene.windows:
        if window.name == "London":
            at = window.box.x, window.box.y - 5
            _text(figure, page, *at, "London", size=LABEL, colour=MUTED, bold=True, va="baseline")
    scale_bar(figure, page, scene.windows[0], LABEL)
    _footer(figure, page, scene)


def _heading(figure: Figure, page: Transform, scene: Scene) -> None:
    box, below = scene.page.title, scene.page.subtitle
    title = side.fitted_title(scene.title, box)
    for k, line in enumerate(reversed(title.lines)):
        y = box.bottom - 6 - k * title.size * side.TITLE_LEADING
        gid = "title" if k == len(title.lines) - 1 else f"title-{k}"
        _text(figure, page, box.x, y, line, size=title.size, bold=True, gid=gid, va="baseline")
    words = side.cut(scene.subtitle, SENTENCE, below.width)
    _text(figure, page, below.x, below.y + 14, words, size=SENTENCE, colour=MUTED, gid="subtitle", va="baseline")


def _text(figure: Figure, page: Transform, x: float, y: float, words: str, *, size: float, **style: Any) -> None:
    """One line of text; ``colour``, ``bold``, ``va``, ``ha`` and ``gid`` as given."""
    figure.text(
        x,
        y,
        words,
        fontsize=size,
        color=style.get("colour", TEXT),
        fontweight=600 if style.get("bold") else 400,
        va=style.get("va", "center"),
        ha=style.get("ha", "left"),
        gid=style.get("gid"),
        transform=page,
    )


def _side(figure: Figure, page: Transform, scene: Scene) -> None:
    for line in column.lines(scene):
        if line.key:
            draw_key(figure, page, line.key, side.swatch_box(line))
        colour = MUTED if line.muted else TEXT
        _text(figure, page, line.left, line.y, line.text, size=line.size, bold=line.bold, colour=colour)
        if line.count:
            _text(figure, page, line.right, line.y, line.count, size=line.size, colour=MUTED, ha="right")


def draw_key(figure: Figure, page: Transform, key: Key, box: Box) -> None:
    """The swatch of one line of the legend in its box."""
    corner, size = (box.x, box.y), (box.width, box.height)
    if key.kind == "class":
        figure.add_artist(
            Rectangle(corner, *size, transform=page, facecolor=key.colour, edgecolor=side.SWATCH_EDGE, linewidth=0.4)
        )
    elif key.kind == "tint":
        figure.add_artist(Rectangle(corner, *size, transform=page, facecolor=key.colour, alpha=0.22, linewidth=0))
    elif key.symbol:
        face, edge = mark_colours(key.symbol)
        corners = corners_of(key.symbol, box.x + box.width / 2, box.y + box.height / 2, 7)
        figure.add_artist(Polygon(corners, transform=page, facecolor=face, edgecolor=edge, linewidth=0.7))
    else:
        line = (0, key.dash) if key.dash else "solid"
        inner = Rectangle(
            (box.x + 1, box.y + 1),
            box.width - 2,
            box.height - 2,
            transform=page,
            facecolor="none",
            edgecolor=key.colour,
            linewidth=max(key.width, 1.2),
            linestyle=line,
        )
        figure.add_artist(inner)


def scale_bar(figure: Figure, page: Transform, window: Window, size: float) -> None:
    """The scale bar at the bottom left of a map, with its words in type of so many points."""
    bar = side.scale_bar(window)
    y, x = window.box.bottom - 8, window.box.x + 10
    for width, colour in ((3.6, PAPER), (1.6, TEXT)):
        figure.add_artist(
            Line2D([x, x + bar.length], [y, y], transform=page, color=colour, linewidth=width, solid_capstyle="butt")
        )
    _text(figure, page, x, y - 3 - size / 2, bar.words, size=size)


def _footer(figure: Figure, page: Transform, scene: Scene) -> None:
    box = scene.page.footer
    for k, line in enumerate(side.footer_lines(scene.sources, scene.address, scene.page.foot_lines, box.width)):
        y = box.y + FOOT * (0.6 + k * FOOT_LEADING)
        _text(figure, page, box.x, y, line, size=FOOT, colour=MUTED, gid=f"source-{k}")
