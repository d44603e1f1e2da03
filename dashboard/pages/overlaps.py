"""Two layers against each other: matrix, findings, and any pair on a map."""

from __future__ import annotations

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc, html

from dashboard.components import shell
from dashboard.components.as_at import as_at
from dashboard.components.attributes import attributes
from dashboard.components.clientside import keep_day_in_step
from dashboard.components.map_area import notes
from dashboard.components.overlap_areas import controls, matrix_area, pair_area
from dashboard.components.pair import findings, not_on_this_day, nothing_selected, pair_detail
from dashboard.components.payload import payload
from dashboard.ids import Overlaps
from dashboard.payloads.drawings import bodies_drawing
from dashboard.payloads.overlaps import pair_payload, selected
from dashboard.payloads.page_config import page_config
from dashboard.payloads.types import Drawing, PairPayload
from dashboard.views.overlaps import OverlapsView
from dashboard.views.query import held, read
from dashboard.world import landscape
from layers.landscape import Landscape

dash.register_page(__name__, path="/overlaps", title="Overlaps · Local growth landscape")


def layout(**given: str) -> html.Div:
    """The page for a query; whatever in it is not understood is said in a note."""
    land = landscape()
    view, said = read(OverlapsView, given, land)
    detail, picture = detail_of(land, view)
    return html.Div(
        [
            *stores(land, view, picture),
            shell.header("/overlaps", Overlaps.MATRIX),
            html.Main(
                [
                    html.Div(
                        [
                            html.H1("Overlaps", id=Overlaps.TITLE),
                            *notes(said),
                            controls(land, view),
                            as_at(land, view.as_at, Overlaps),
                        ],
                        className="overlap-head",
                    ),
                    html.Section(
                        findings(land.as_at(view.as_at), view.a, view.b),
                        id=Overlaps.FINDINGS,
                        className="overlap-findings",
                        **attributes(aria_label="Findings"),
                    ),
                    matrix_area(),
                    pair_area(detail),
                ],
                className="overlaps",
            ),
            shell.footer(land.version),
        ],
        id=Overlaps.PAGE,
        className="page",
    )


def stores(land: Landscape, view: OverlapsView, picture: Drawing | None) -> list[dcc.Store]:
    """The view and data that the page's scripts draw."""
    return [
        payload(Overlaps.CONFIG, page_config(Overlaps, OverlapsView())),
        payload(Overlaps.DATA, pair_payload(land, view.a, view.b, view.weight, view.as_at)),
        dcc.Store(id=Overlaps.VIEW),
        dcc.Store(id=Overlaps.PAIR, data=view.pair or ""),
        payload(Overlaps.DRAWING, picture),
        dcc.Store(id=Overlaps.DAY, data=view.as_at.isoformat()),
    ]


def detail_of(land: Landscape, view: OverlapsView) -> tuple[list[Any], Drawing | None]:
    """The words and the drawing of the selected pair."""
    if not view.pair:
        return nothing_selected(), None
    snapshot = land.as_at(view.as_at)
    bodies = selected(snapshot, view.pair)
    if bodies is None:
        return not_on_this_day(), None
    return pair_detail(snapshot, *bodies), bodies_drawing(snapshot, bodies)


@callback(
    Output(Overlaps.DATA, "data"),
    Output(Overlaps.FINDINGS, "children"),
    Input(Overlaps.LAYER_A, "value"),
    Input(Overlaps.LAYER_B, "value"),
    Input(Overlaps.WEIGHT, "value"),
    Input(Overlaps.DAY, "data"),
    prevent_initial_call=True,
)
def change_layers(a: str, b: str, weight: str, day: str) -> tuple[PairPayload, list[Any]]:
    """Another layer pair, weight or day."""
    land = landscape()
    view = held(OverlapsView, {"a": a, "b": b, "weight": weight, "as_at": day}, land)
    data = pair_payload(land, view.a, view.b, view.weight, view.as_at)
    return data, findings(land.as_at(view.as_at), view.a, view.b)


@callback(
    Output(Overlaps.DETAIL, "children"),
    Output(Overlaps.DRAWING, "data"),
    Input(Overlaps.PAIR, "data"),
    Input(Overlaps.DAY, "data"),
    prevent_initial_call=True,
)
def change_pair(pair: str, day: str) -> tuple[list[Any], Drawing | None]:
    """Another selected pair, or the same on another day."""
    land = landscape()
    view = held(OverlapsView, {"pair": pair, "as_at": day}, land)
    return detail_of(land, view)


keep_day_in_step(Overlaps)
clientside_callback(
    ClientsideFunction("overlaps", "collect"),
    Output(Overlaps.VIEW, "data"),
    Input(Overlaps.DATA, "data"),
    Input(Overlaps.SHARE_OF, "value"),
    Input(Overlaps.MATCH, "value"),
    Input(Overlaps.LEAST, "value"),
    Input(Overlaps.PAIR, "data"),
    State(Overlaps.CONFIG, "data"),
)
clientside_callback(
    ClientsideFunction("overlaps", "write"),
    Input(Overlaps.VIEW, "data"),
    State(Overlaps.DATA, "data"),
    State(Overlaps.CONFIG, "data"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("overlaps", "draw"),
    Output(Overlaps.GRAPH, "figure"),
    Input(Overlaps.DRAWING, "data"),
    State(Overlaps.CONFIG, "data"),
    State(Overlaps.GRAPH, "figure"),
)
