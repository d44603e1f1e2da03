"""The governance patchwork: who shares which bundle of bodies, how many cover each place, what changes at each border."""

from __future__ import annotations

from typing import Any

import dash
import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc, html

from dashboard.components import patchwork as parts
from dashboard.components import shell
from dashboard.components.as_at import as_at
from dashboard.components.attributes import attributes
from dashboard.components.clientside import keep_day_in_step
from dashboard.components.downloads import table_links
from dashboard.components.glossary import term
from dashboard.components.map_area import notes
from dashboard.components.small_map import small_map
from dashboard.ids import Patchwork
from dashboard.payloads.page_config import page_config
from dashboard.payloads.patchwork import patchwork_payload
from dashboard.views.patchwork import ALL, PatchworkView
from dashboard.views.query import held, read
from dashboard.world import landscape
from layers.landscape import Landscape
from layers.patchwork import council_maps

dash.register_page(__name__, path="/patchwork", title="Patchwork · Local growth landscape")

COLOUR_WORDS = {
    "bundle": "Bundle of bodies",
    "bodies": "Number of bodies",
    "splits": "Layers that split the county or unitary",
}


def colour_words(land: Landscape) -> dict[str, str]:
    """Every way to colour the map by the word in the address: the bundle, counts, and partners of one layer."""
    partners = {word: f"{layer.plural} its county or unitary works with" for word, layer in council_maps(land).items()}
    return COLOUR_WORDS | partners


def layout(**given: str) -> html.Div:
    """The page for a query; whatever in it is not understood is said in a note."""
    land = landscape()
    view, said = read(PatchworkView, given, land)
    data = patchwork_payload(land, view.layers, view.colour, view.region, view.as_at)
    head = [html.H1(data["title"], id=Patchwork.TITLE), *notes(said), as_at(land, view.as_at, Patchwork)]
    return html.Div(
        [
            *stores(view, data),
            shell.header("/patchwork", Patchwork.SHELL),
            html.Main(
                [
                    html.Div(head, className="overlap-head"),
                    controls(land, view),
                    maps(),
                    beside(land, view),
                    coverage(land, view),
                    html.P(id=Patchwork.STATUS, className="visually-hidden", role="status"),
                ],
                className="patchwork",
            ),
            shell.footer(land.version),
        ],
        id=Patchwork.PAGE,
        className="page",
    )


def stores(view: PatchworkView, data: dict[str, Any]) -> list[dcc.Store]:
    """The view and data that the page's scripts draw."""
    return [
        dcc.Store(id=Patchwork.CONFIG, data=page_config(Patchwork, PatchworkView())),
        dcc.Store(id=Patchwork.DATA, data=data),
        dcc.Store(id=Patchwork.VIEW),
        dcc.Store(id=Patchwork.SELECT, data=view.select or ""),
        dcc.Store(id=Patchwork.DAY, data=view.as_at.isoformat()),
    ]


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


def beside(land: Landscape, view: PatchworkView) -> html.Aside:
    """The selected district, then the legend."""
    return html.Aside(
        [
            html.Div(detail_of(land, view), id=Patchwork.DETAIL, className="pair-detail"),
            html.Div(id=Patchwork.LEGEND, className="legend patchwork-legend"),
            html.P(table_links("patchwork-legend", lead="The legend as a file: "), className="small no-print"),
        ],
        className="patchwork-side",
        tabIndex=0,
        **attributes(aria_label="Selected district and legend"),
    )


def coverage(land: Landscape, view: PatchworkView) -> html.Section:
    """How far each layer reaches."""
    return html.Section(
        coverage_of(land, view),
        id=Patchwork.COVERAGE,
        className="patchwork-coverage",
        **attributes(aria_label="Coverage"),
    )


def coverage_of(land: Landscape, view: PatchworkView) -> list[Any]:
    """The coverage of the chosen layers in the chosen region."""
    return parts.coverage(land.as_at(view.as_at), view.layers, None if view.region == ALL else view.region)


def controls(land: Landscape, view: PatchworkView) -> html.Div:
    """Which layers, which colours, which region."""
    regions = sorted({(district.region_name, district.region_code) for district in land.districts.values()})
    return html.Div(
        [
            html.H2(["Layers in the ", term("bundle")]),
            dbc.Checklist(
                id=Patchwork.LAYERS,
                options=[{"value": layer.id, "label": layer.name} for layer in land.area_layers],
                value=list(view.layers),
                class_name="switches",
            ),
            _field(
                "Colour by",
                dbc.Select(
                    id=Patchwork.COLOUR,
                    options=[{"value": name, "label": label} for name, label in colour_words(land).items()],
                    value=view.colour,
                ),
            ),
            _field(
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
            html.Button("Copy link", type="button", className="button", **attributes(data_copy_link="1")),
        ],
        className="patchwork-controls",
    )


def _field(label: str, control: Any) -> html.Div:
    return html.Div([html.Label(label, htmlFor=control.id), control], className="field")


def detail_of(land: Landscape, view: PatchworkView) -> list[Any]:
    """The words on the selected district."""
    return parts.detail(land.as_at(view.as_at), view.layers, view.select) if view.select else parts.nothing_selected()


@callback(
    Output(Patchwork.DATA, "data"),
    Output(Patchwork.COVERAGE, "children"),
    Input(Patchwork.LAYERS, "value"),
    Input(Patchwork.COLOUR, "value"),
    Input(Patchwork.REGION, "value"),
    Input(Patchwork.DAY, "data"),
    prevent_initial_call=True,
)
def change_view(layers: list[str], colour: str, region: str, day: str) -> tuple[dict[str, Any], list[Any]]:
    """Other layers, colours, region or day."""
    land = landscape()
    view = held(PatchworkView, {"layers": layers, "colour": colour, "region": region, "as_at": day}, land)
    data = patchwork_payload(land, view.layers, view.colour, view.region, view.as_at)
    return data, coverage_of(land, view)


@callback(
    Output(Patchwork.DETAIL, "children"),
    Input(Patchwork.SELECT, "data"),
    Input(Patchwork.LAYERS, "value"),
    Input(Patchwork.DAY, "data"),
    prevent_initial_call=True,
)
def change_detail(select: str, layers: list[str], day: str) -> list[Any]:
    """Another district, or the same with other layers or on another day."""
    land = landscape()
    return detail_of(land, held(PatchworkView, {"layers": layers, "as_at": day, "select": select}, land))


keep_day_in_step(Patchwork)
clientside_callback(
    ClientsideFunction("patchwork", "collect"),
    Output(Patchwork.VIEW, "data"),
    Input(Patchwork.DATA, "data"),
    Input(Patchwork.SELECT, "data"),
    State(Patchwork.CONFIG, "data"),
)
clientside_callback(
    ClientsideFunction("patchwork", "draw"),
    Output(Patchwork.GRAPH, "figure"),
    Input(Patchwork.VIEW, "data"),
    State(Patchwork.DATA, "data"),
    State(Patchwork.CONFIG, "data"),
    State(Patchwork.GRAPH, "figure"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("patchwork", "write"),
    Output(Patchwork.STATUS, "children"),
    Input(Patchwork.VIEW, "data"),
    State(Patchwork.DATA, "data"),
    State(Patchwork.CONFIG, "data"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("patchwork", "clicked"),
    Output(Patchwork.SELECT, "data"),
    Input(Patchwork.GRAPH, "clickData"),
    prevent_initial_call=True,
)
