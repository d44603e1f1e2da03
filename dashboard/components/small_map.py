"""The small map of a page: its frame, buttons and keyboard."""

from __future__ import annotations

from dash import dcc, html

from dashboard.components.attributes import attributes
from dashboard.components.map_area import GRAPH_CONFIG, zoom_buttons
from dashboard.figures.small_map import small_figure


def small_map(graph: str, shell: str, words: str = "Map") -> html.Div:
    """A map on which the page's scripts draw an outline or two; ``graph`` and ``shell`` are its ids."""
    return html.Div(
        [dcc.Graph(id=graph, figure=small_figure(), config=GRAPH_CONFIG, className="graph"), zoom_buttons()],
        id=shell,
        className="map-shell small-map",
        tabIndex=0,
        role="application",
        **attributes(aria_label=f"{words}. Arrow keys move it, plus and minus zoom.", data_map_keys="1"),
    )
