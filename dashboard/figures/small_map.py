"""The small map beside a pair or a body: the frame only; outlines are drawn in the page."""

from __future__ import annotations

from dashboard.figures.map import Figure, base_figure
from dashboard.views.map import MapView


def small_figure() -> Figure:
    """The empty map of England without the London inset, and without the mark that keeps a reader's own viewport."""
    figure = base_figure(MapView())
    kept = {name: value for name, value in figure["layout"].items() if name not in ("geo2", "uirevision")}
    return {"data": [], "layout": kept}
