"""Two layers against each other: matrix, findings, and any pair on a map."""

from __future__ import annotations

from typing import Any

import dash
import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc, html

from dashboard.components import shell
from dashboard.components.as_at import as_at
from dashboard.components.attributes import attributes
from dashboard.components.clientside import keep_day_in_step
from dashboard.components.downloads import overlaps_links, table_links
from dashboard.components.map_area import notes
from dashboard.components.pair import findings, not_on_this_day, nothing_selected, pair_detail
from dashboard.components.small_map import small_map
from dashboard.ids import Overlaps
from dashboard.payloads.overlaps import drawing, pair_payload, selected
from dashboard.payloads.page_config import page_config
from dashboard.views.overlaps import MATCH_FILTERS, SHARE_OF, OverlapsView
from dashboard.views.query import held, read
from dashboard.world import landscape
from layers.landscape import Landscape
from layers.overlaps.pairs import WEIGHTS

dash.register_page(__name__, path="/overlaps", title="Overlaps · Local growth landscape")

WEIGHT_WORDS = {"people": "People", "area": "Square kilometres", "districts": "Districts"}


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
                    matrix_area(view),
                    pair_area(detail),
                ],
                className="overlaps",
            ),
            shell.footer(land.version),
        ],
        id=Overlaps.PAGE,
        className="page",
    )


def stores(land: Landscape, view: OverlapsView, picture: Any) -> list[dcc.Store]:
    """The view and data that the page's scripts draw."""
    return [
        dcc.Store(id=Overlaps.CONFIG, data=page_config(Overlaps, OverlapsView())),
        dcc.Store(id=Overlaps.DATA, data=pair_payload(land, view.a, view.b, view.weight, view.as_at)),
        dcc.Store(id=Overlaps.VIEW),
        dcc.Store(id=Overlaps.PAIR, data=view.pair or ""),
        dcc.Store(id=Overlaps.DRAWING, data=picture),
        dcc.Store(id=Overlaps.DAY, data=view.as_at.isoformat()),
    ]


def controls(land: Landscape, view: OverlapsView) -> html.Div:
    """Which layers, counted in what, and which pairs to show."""
    layers = [{"value": layer.id, "label": layer.name} for layer in land.area_layers]
    matches = [{"value": word, "label": "Any match" if word == "any" else word} for word in MATCH_FILTERS]
    return html.Div(
        [
            _field("Rows", dbc.Select(id=Overlaps.LAYER_A, options=layers, value=view.a)),
            _field("Columns", dbc.Select(id=Overlaps.LAYER_B, options=layers, value=view.b)),
            html.Button(
                "Swap",
                type="button",
                className="button",
                **attributes(data_swap="1", aria_label="Swap rows and columns"),
            ),
            _field(
                "Counted in",
                dbc.Select(
                    id=Overlaps.WEIGHT,
                    options=[{"value": name, "label": WEIGHT_WORDS[name]} for name in WEIGHTS],
                    value=view.weight,
                ),
            ),
            _field(
                "Share of",
                dbc.Select(
                    id=Overlaps.SHARE_OF,
                    options=[{"value": side, "label": f"the {side}"} for side in SHARE_OF],
                    value=view.share_of,
                ),
            ),
            _field("Only pairs that", dbc.Select(id=Overlaps.MATCH, options=matches, value=view.match)),
            _field(
                "Share at least, %",
                dbc.Input(id=Overlaps.LEAST, type="number", min=0, max=100, step=1, value=view.least),
            ),
        ],
        className="overlap-controls",
    )


def _field(label: str, control: Any) -> html.Div:
    return html.Div([html.Label(label, htmlFor=control.id), control], className="field")


def matrix_area(_view: OverlapsView) -> html.Section:
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


def detail_of(land: Landscape, view: OverlapsView) -> tuple[list[Any], dict[str, Any] | None]:
    """The words and the drawing of the selected pair."""
    if not view.pair:
        return nothing_selected(), None
    snapshot = land.as_at(view.as_at)
    bodies = selected(snapshot, view.pair)
    if bodies is None:
        return not_on_this_day(), None
    return pair_detail(snapshot, *bodies), drawing(snapshot, bodies)


@callback(
    Output(Overlaps.DATA, "data"),
    Output(Overlaps.FINDINGS, "children"),
    Input(Overlaps.LAYER_A, "value"),
    Input(Overlaps.LAYER_B, "value"),
    Input(Overlaps.WEIGHT, "value"),
    Input(Overlaps.DAY, "data"),
    prevent_initial_call=True,
)
def change_layers(a: str, b: str, weight: str, day: str) -> tuple[dict[str, Any], list[Any]]:
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
def change_pair(pair: str, day: str) -> tuple[list[Any], dict[str, Any] | None]:
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
