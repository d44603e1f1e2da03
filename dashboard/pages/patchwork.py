"""The governance patchwork: who shares which bundle of bodies, how many cover each place, what changes at each border."""

from __future__ import annotations

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc, html

from dashboard.components import shell
from dashboard.components.as_at import as_at
from dashboard.components.clientside import keep_day_in_step
from dashboard.components.map_area import notes
from dashboard.components.patchwork import coverage, detail, nothing_selected
from dashboard.components.patchwork_areas import beside, controls, coverage_area, maps
from dashboard.components.payload import payload
from dashboard.ids import Patchwork
from dashboard.payloads.page_config import page_config
from dashboard.payloads.patchwork import patchwork_payload
from dashboard.payloads.types import PatchworkPayload
from dashboard.views.patchwork import PatchworkView
from dashboard.views.query import held, read
from dashboard.world import landscape
from layers.landscape import Landscape

dash.register_page(__name__, path="/patchwork", title="Patchwork · Local growth landscape")


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
                    beside(detail_of(land, view)),
                    coverage_area(coverage_of(land, view)),
                    html.P(id=Patchwork.STATUS, className="visually-hidden", role="status"),
                ],
                className="patchwork",
            ),
            shell.footer(land.version),
        ],
        id=Patchwork.PAGE,
        className="page",
    )


def stores(view: PatchworkView, data: PatchworkPayload) -> list[dcc.Store]:
    """The view and data that the page's scripts draw."""
    return [
        payload(Patchwork.CONFIG, page_config(Patchwork, PatchworkView())),
        payload(Patchwork.DATA, data),
        dcc.Store(id=Patchwork.VIEW),
        dcc.Store(id=Patchwork.SELECT, data=view.select or ""),
        dcc.Store(id=Patchwork.DAY, data=view.as_at.isoformat()),
    ]


def coverage_of(land: Landscape, view: PatchworkView) -> list[Any]:
    """The coverage of the chosen layers in the chosen region."""
    return coverage(land.as_at(view.as_at), view.layers, view.only_region)


def detail_of(land: Landscape, view: PatchworkView) -> list[Any]:
    """The words on the selected district."""
    return detail(land.as_at(view.as_at), view.layers, view.select) if view.select else nothing_selected()


@callback(
    Output(Patchwork.DATA, "data"),
    Output(Patchwork.COVERAGE, "children"),
    Input(Patchwork.LAYERS, "value"),
    Input(Patchwork.COLOUR, "value"),
    Input(Patchwork.REGION, "value"),
    Input(Patchwork.DAY, "data"),
    prevent_initial_call=True,
)
def change_view(layers: list[str], colour: str, region: str, day: str) -> tuple[PatchworkPayload, list[Any]]:
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
