"""A scene as a picture: PNG, SVG and PDF by Matplotlib's figure API (never pyplot, which keeps figures alive)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import shapely
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.transforms import Affine2D, Transform

from dashboard.export.drawing.paper import HEIGHT
from dashboard.export.drawing.svg_type import with_typeface
from dashboard.export.drawing.typeface import FALLBACK, FAMILY, register
from dashboard.export.map import picture_words as words
from dashboard.export.map.scene import Label, Mark, Overlay, Scene, Window
from dashboard.export.map.symbols import corners_of, mark_colours, mark_size
from dashboard.export.map.windows import LINE
from dashboard.palette import BORDER, PAPER, SEA

SETTINGS: Any = {
    "font.family": [FAMILY, FALLBACK],
    "svg.fonttype": "none",
    "svg.hashsalt": "local growth landscape",
    "pdf.fonttype": 42,
    "lines.scale_dashes": False,
    "text.parse_math": False,
    "path.simplify": False,
}
"""Text stays text, the same scene gives the same bytes, and a dollar sign in a title is a dollar sign."""
POINTS_AN_INCH = 72.0
CASING = 1.8 * LINE
"""How far the pale line reaches beyond the outline, in points, both sides together: 1.8 pixels of the screen."""


def picture(scene: Scene, ending: str, pixels: int = 1920) -> bytes:
    """The scene as ``png`` (``pixels`` wide), ``svg`` or ``pdf``."""
    with drawing():
        figure, page = _sheet(scene.page.width, HEIGHT)
        for window in scene.windows:
            _window(figure, page, window)
        words.write(figure, page, scene)
        drawn = _saved(
            figure, ending, dpi=POINTS_AN_INCH * pixels / scene.page.width, metadata=_metadata(scene, ending)
        )
    return with_typeface(drawn.decode()).encode() if ending == "svg" else drawn


def map_alone(scene: Scene) -> bytes:
    """The main map of a scene as a PDF page of just its box, to be put on a page with other words."""
    window = scene.windows[0]
    with drawing():
        figure, page = _sheet(window.box.width, window.box.height)
        _window(figure, Affine2D().translate(-window.box.x, -window.box.y) + page, window)
        words.scale_bar(figure, Affine2D().translate(-window.box.x, -window.box.y) + page, window, 8.0)
        return _saved(figure, "pdf", metadata=_metadata(scene, "pdf"))


@contextmanager
def drawing() -> Iterator[None]:
    """Matplotlib with our typeface and settings, and as it was afterwards."""
    register()
    with rc_context(SETTINGS):
        yield


def _sheet(width: float, height: float) -> tuple[Figure, Transform]:
    """An empty page of so many points, and the transform from points below its top left to it."""
    figure = Figure(figsize=(width / POINTS_AN_INCH, height / POINTS_AN_INCH), facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure, Affine2D().scale(1, -1).translate(0, height).scale(1 / width, 1 / height) + figure.transFigure


def _saved(figure: Figure, ending: str, **options: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format=ending, **options)
    return out.getvalue()


def _metadata(scene: Scene, ending: str) -> dict[str, Any]:
    about = " ".join(scene.sources) + f" {scene.address}"
    if ending == "png":
        return {"Title": _latin(scene.title), "Description": _latin(about), "Software": "Local growth landscape"}
    if ending == "svg":
        return {"Title": scene.title, "Description": about, "Date": None, "Creator": "Local growth landscape"}
    return {"Title": scene.title, "Subject": about, "Creator": "Local growth landscape", "CreationDate": None}


def _latin(text: str) -> str:
    """PNG's plain text chunks hold Latin-1 alone; other letters are on the picture itself."""
    return text.encode("latin-1", "replace").decode("latin-1")


def _window(figure: Figure, page: Transform, window: Window) -> None:
    box = window.box
    frame = Rectangle((box.x, box.y), box.width, box.height, transform=page, facecolor=SEA, linewidth=0)
    figure.add_artist(frame)
    to_page = _from_grid(window) + page
    for shape in window.beside:
        _add(figure, _patch(shape.geometry, to_page, facecolor=shape.colour, linewidth=0), shape.id, frame)
    for shape in window.districts:
        _add(
            figure,
            _patch(shape.geometry, to_page, facecolor=shape.colour, edgecolor=PAPER, linewidth=0.35),
            shape.id,
            frame,
        )
    for overlay in window.overlays:
        _overlay(figure, to_page, overlay, frame)
    for mark in window.marks:
        _mark(figure, page, window, mark, frame)
    for label in window.labels:
        _label(figure, page, label)
    edge = BORDER if window.name == "London" else "none"
    figure.add_artist(
        Rectangle(
            (box.x, box.y), box.width, box.height, transform=page, facecolor="none", edgecolor=edge, linewidth=0.7
        )
    )


def _from_grid(window: Window) -> Affine2D:
    west, _, _, north = window.extent
    scale = 1 / window.metres_a_point
    return Affine2D().translate(-west, -north).scale(scale, -scale).translate(window.box.x, window.box.y)


def _overlay(figure: Figure, to_page: Transform, overlay: Overlay, frame: Rectangle) -> None:
    if overlay.opacity:
        for shape in overlay.shapes:
            patch = _patch(shape.geometry, to_page, facecolor=overlay.colour, linewidth=0, alpha=overlay.opacity)
            _add(figure, patch, f"tint-{shape.id}", frame)
        return
    style: dict[str, Any] = {"facecolor": "none", "joinstyle": "round", "capstyle": "butt"}
    for shape in overlay.shapes if overlay.casing else ():
        under = _patch(
            shape.geometry, to_page, edgecolor=overlay.casing, linewidth=overlay.width + CASING, alpha=0.85, **style
        )
        _add(figure, under, f"casing-{shape.id}", frame)
    line = (0, overlay.dash) if overlay.dash else "solid"
    for shape in overlay.shapes:
        over = _patch(
            shape.geometry, to_page, edgecolor=overlay.colour, linewidth=overlay.width, linestyle=line, **style
        )
        _add(figure, over, f"{overlay.layer}-{shape.id}", frame)


def _patch(shape: shapely.Geometry, to_page: Transform, **style: Any) -> PathPatch:
    return PathPatch(path_of(shape), transform=to_page, **style)


def _add(figure: Figure, patch: PathPatch, name: str, frame: Rectangle) -> None:
    patch.set_gid(name)
    figure.add_artist(patch, clip=False)
    patch.set_clip_path(frame)


def path_of(shape: shapely.Geometry) -> Path:
    """All rings or lines of a geometry as one path, rings closed."""
    rings = list(rings_of(shape))
    vertices = np.concatenate(rings) if rings else np.empty((0, 2))
    return Path(vertices, np.concatenate([_codes(ring) for ring in rings]) if rings else None)


def _codes(ring: np.ndarray) -> np.ndarray:
    codes = np.full(len(ring), Path.LINETO, dtype=Path.code_type)
    codes[0] = Path.MOVETO
    if len(ring) > 2 and np.array_equal(ring[0], ring[-1]):
        codes[-1] = Path.CLOSEPOLY
    return codes


def rings_of(shape: shapely.Geometry) -> Iterable[np.ndarray]:
    """The rings of polygons and the points of lines, as rows of x and y."""
    for part in shapely.get_parts(shape):
        if part.geom_type == "GeometryCollection":
            yield from rings_of(part)
        elif part.geom_type == "Polygon":
            yield from (shapely.get_coordinates(ring) for ring in shapely.get_rings(part))
        elif part.geom_type in ("LineString", "LinearRing"):
            yield shapely.get_coordinates(part)


def _mark(figure: Figure, page: Transform, window: Window, mark: Mark, frame: Rectangle) -> None:
    corners = corners_of(mark.symbol, *window.on_page(mark.x, mark.y), mark_size(mark))
    face, edge = mark_colours(mark.symbol)
    closed = Path([*corners, corners[0]], closed=True)
    _add(figure, PathPatch(closed, transform=page, facecolor=face, edgecolor=edge, linewidth=0.6), mark.id, frame)


def _label(figure: Figure, page: Transform, label: Label) -> None:
    common: dict[str, Any] = {
        "ha": "center",
        "va": "center",
        "fontsize": label.size,
        "fontweight": 600,
        "transform": page,
    }
    if label.end and label.at:
        _line_to(figure, page, label.end, label.at, label.colour)
    leading = label.size * 1.15
    for k, line in enumerate(label.lines):
        y = label.y + (k - (len(label.lines) - 1) / 2) * leading
        # The halo is a drawing of its own, since an outlined text would turn into outlines altogether.
        figure.text(label.x, y, line, color=PAPER, path_effects=[Stroke(linewidth=3.2, foreground=PAPER)], **common)
        figure.text(label.x, y, line, color=label.colour, **common)


def _line_to(figure: Figure, page: Transform, end: tuple[float, float], at: tuple[float, float], colour: str) -> None:
    """The line from a name to what it names, with a dot there."""
    xs, ys = zip(end, at, strict=True)
    for line, width in ((PAPER, 2.6), (colour, 1.1)):
        figure.add_artist(Line2D(xs, ys, transform=page, color=line, linewidth=width))
    figure.add_artist(Line2D(at[:1], at[1:], transform=page, color=colour, marker="o", markersize=4.5))
