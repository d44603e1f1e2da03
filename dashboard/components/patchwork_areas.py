"""The patchwork page's controls, and the areas for its maps, its words and its legend."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.downloads import table_links
from dashboard.components.field import field, layer_options
from dashboard.components.glossary import term
from dashboard.components.small_map import small_map
from dashboard.ids import Patchwork
from dashboard.views.patchwork import ALL, PatchworkView
from layers.landscape import Landscape
from layers.patchwork import council_maps

COLOUR_WORDS = {
    "bundle": "Bundle of bodies",
    "bodies": "Number of bodies",
    "splits": "Layers that split the county or unitary",
}


def colour_words(land: Landscape) -> dict[str, str]:
    """Every way to colour the map by the word in the address: the bundle, counts, and partners of one layer."""
    partners = {word: f"{layer.plural} its county or unitary works with" for word, layer in council_maps(land).items()}
    return COLOUR_WORDS | partners


def controls(land: Landscape, view: PatchworkView) -> html.Div:
    """Which layers, which colours, which region."""
    regions = sorted({(district.region_name, district.region_code) for district in land.districts.values()})
    return html.Div(
        [
            html.H2(["Layers in the ", term("bundle")]),
            dbc.Checklist(
                id=Patchwork.LAYERS,
                options=layer_options(land),
                value=list(view.layers),
                class_name="switches",
            ),
            field(
                "Colour by",
                dbc.Select(
                    id=Patchwork.COLOUR,
                    options=[{"value": name, "label": label} for name, label in colour_words(land).items()],
                    value=view.colour,
                ),
            ),
            field(
                "Region",
                dbc.Select(
                    id=Patchwork.REGION,
                    options=[
                        {"value": ALL, "label": "All of England"},
                        *({"value": code, "label": name} for name, code in regions),
                    ],
                    value=view.region,
                ),
            ),
        ],
        className="patchwork-controls",
    )


def maps() -> html.Div:
    """The patchwork, and below it one small map a layer."""
    lead = "Every district as coloured, as a file: "
    return html.Div(
        [
            small_map(Patchwork.GRAPH, Patchwork.SHELL, "Patchwork map"),
            html.P(table_links("patchwork-districts", lead=lead), className="small no-print"),
            html.Div(id=Patchwork.MULTIPLES, className="multiples"),
        ],
        className="patchwork-map",
    )


def beside(detail: list[Any]) -> html.Aside:
    """The selected district, then the legend."""
    return html.Aside(
        [
            html.Div(detail, id=Patchwork.DETAIL, className="pair-detail"),
            html.Div(id=Patchwork.LEGEND, className="legend patchwork-legend"),
            html.P(table_links("patchwork-legend", lead="The legend as a file: "), className="small no-print"),
        ],
        className="patchwork-side",
        tabIndex=0,
        **attributes(aria_label="Selected district and legend"),
    )


def coverage_area(reach: list[Any]) -> html.Section:
    """How far each layer reaches."""
    return html.Section(
        reach,
        id=Patchwork.COVERAGE,
        className="patchwork-coverage",
        **attributes(aria_label="Coverage"),
    )
