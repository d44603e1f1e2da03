"""The map's figure: an SVG geo map of England with no data in it yet.

Geometry travels as static files that the browser fetches by URL; which outlines are
drawn, in which lane and with which values is set by the page's scripts
without asking the server. So this is the frame: projection, extent, colours.
"""

from __future__ import annotations

from typing import Any, TypedDict

from dashboard.palette import HAIRLINE, PAPER, SEA
from dashboard.views.map import MapView

ENGLAND = {"lon": (-6.5, 2.5), "lat": (49.73, 55.97)}
LONDON = {"lon": (-0.56, 0.36), "lat": (51.26, 51.72)}
DEEPEST_ZOOM = 60
PARALLEL = 52.85
"""Where the cone touches; the page's scripts reckon with it too."""


class Figure(TypedDict):
    """A figure as the browser takes it. Plain, as building and checking a `plotly` figure costs 50 times as much."""

    data: list[object]
    layout: dict[str, Any]


def base_figure(view: MapView) -> Figure:
    """The empty map, with England in view or the viewport of ``view``, and the London inset."""
    return {
        "data": [],
        "layout": {
            "geo": _geo(ENGLAND) | {"domain": {"x": [0, 1], "y": [0, 1]}} | _viewport(view),
            "geo2": _geo(LONDON) | {"domain": {"x": [0.71, 0.97], "y": [0.62, 0.95]}},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": SEA,
            "plot_bgcolor": SEA,
            "dragmode": "pan",
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": PAPER,
                "bordercolor": HAIRLINE,
                "font": {"size": 13, "color": "#14213d"},
                "align": "left",
            },
            "showlegend": False,
            "uirevision": "map",
            "autosize": True,
        },
    }


def _geo(extent: dict[str, tuple[float, float]]) -> dict[str, Any]:
    lon, lat = (sum(extent[axis]) / 2 for axis in ("lon", "lat"))
    return {
        # Plotly pans a continent by its centre, but turns a world like a globe, and England would tilt.
        # Only a world may have the frame that the inset needs.
        "scope": "europe" if extent is ENGLAND else "world",
        "center": {"lon": lon, "lat": lat},
        "projection": {
            # Within 0.2% of the transverse Mercator people know from OS maps, whose centre Plotly misplaces
            # by up to 150 km away from the middle meridian.
            "type": "conic conformal",
            "parallels": [PARALLEL, PARALLEL],
            "rotation": {"lon": -2 if extent is ENGLAND else lon},
            "minscale": 0.8,
            "maxscale": DEEPEST_ZOOM,
        },
        "lonaxis": {"range": list(extent["lon"])},
        "lataxis": {"range": list(extent["lat"])},
        "visible": False,
        "bgcolor": SEA,
        "showframe": False,
        "framecolor": "#8492a6",
        "framewidth": 1,
        "uirevision": "map",
    }


def _viewport(view: MapView) -> dict[str, Any]:
    if view.lon is None or view.lat is None or view.zoom is None:
        return {}
    return {
        "center": {"lon": view.lon, "lat": view.lat},
        "projection": {**_geo(ENGLAND)["projection"], "scale": view.zoom},
    }
