"""The overlaps page's controls, and the areas for its matrix and its pair."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.downloads import overlaps_links, table_links
from dashboard.components.field import field, layer_options
from dashboard.components.small_map import small_map
from dashboard.ids import Overlaps
from dashboard.views.overlaps import MATCH_FILTERS, SHARE_OF, OverlapsView
from layers.landscape import Landscape
from layers.overlaps.pairs import WEIGHTS

WEIGHT_WORDS = {"people": "People", "area": "Square kilometres", "districts": "Districts"}


def controls(land: Landscape, view: OverlapsView) -> html.Div:
    """Which layers, counted in what, and which pairs to show."""
    layers = layer_options(land)
    matches = [{"value": word, "label": "Any match" if word == "any" else word} for word in MATCH_FILTERS]
    return html.Div(
        [
            field("Rows", dbc.Select(id=Overlaps.LAYER_A, options=layers, value=view.a)),
            field("Columns", dbc.Select(id=Overlaps.LAYER_B, options=layers, value=view.b)),
            html.Button(
                "Swap",
                type="button",
                className="button",
                **attributes(data_swap="1", aria_label="Swap rows and columns"),
            ),
            field(
                "Counted in",
                dbc.Select(
                    id=Overlaps.WEIGHT,
                    options=[{"value": name, "label": WEIGHT_WORDS[name]} for name in WEIGHTS],
                    value=view.weight,
                ),
            ),
            field(
                "Share of",
                dbc.Select(
                    id=Overlaps.SHARE_OF,
                    options=[{"value": side, "label": f"the {side}"} for side in SHARE_OF],
                    value=view.share_of,
                ),
            ),
            field("Only pairs that", dbc.Select(id=Overlaps.MATCH, options=matches, value=view.match)),
            field(
                "Share at least, %",
                dbc.Input(id=Overlaps.LEAST, type="number", min=0, max=100, step=1, value=view.least),
            ),
        ],
        className="overlap-controls",
    )


def matrix_area() -> html.Section:
    """The matrix and the ranked pairs, drawn in the page from sparse rows."""
    return html.Section(
        [
            html.P(
                [overlaps_links(), " ", table_links("overlaps-measures", lead="the measures above: ")],
                className="small no-print",
            ),
            html.Div(
                id=Overlaps.MATRIX,
                className="matrix-scroll",
                tabIndex=0,
                role="region",
                **attributes(aria_label="Matrix of overlaps"),
            ),
            html.P(table_links("overlaps-pairs", lead="The pairs below as a file: "), className="small no-print"),
            html.Div(
                id=Overlaps.PAIRS,
                className="table-scroll pairs",
                tabIndex=0,
                role="region",
                **attributes(aria_label="Pairs, most people first"),
            ),
            html.P(id=Overlaps.STATUS, className="visually-hidden", role="status"),
        ],
        className="overlap-matrix",
    )


def pair_area(detail: list[Any]) -> html.Section:
    """The selected pair: its map and its words."""
    return html.Section(
        [
            small_map(Overlaps.GRAPH, Overlaps.SHELL, "Map of the selected pair"),
            html.Div(detail, id=Overlaps.DETAIL, className="pair-detail", **attributes(aria_live="polite")),
        ],
        className="overlap-pair",
    )
