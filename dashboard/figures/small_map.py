"""The small map beside a pair or a body: the frame only; outlines are drawn in the page."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from dashboard.figures.map import base_figure
from dashboard.views.map import MapView


@cache
def small_figure() -> go.Figure:
    """The empty map of England without the London inset. One figure serves every page: callers must not change it."""
    figure = base_figure(MapView())
    figure.update_layout(geo2=None, uirevision=None)
    return figure
