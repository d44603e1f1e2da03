"""The map page: every layer over the districts, as at any day."""

from __future__ import annotations

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc, html

from dashboard.components import map_area, shell
from dashboard.components.attributes import attributes
from dashboard.components.card import card
from dashboard.components.clientside import keep_day_in_step
from dashboard.components.controls import panel
from dashboard.components.payload import payload
from dashboard.ids import Map
from dashboard.payloads.page_config import page_config
from dashboard.payloads.snapshot import snapshot_payload
from dashboard.payloads.types import Config, DaySnapshot, Viewport
from dashboard.text.titles import title_of
from dashboard.views.map import MapView
from dashboard.views.query import clamp_day, held, read
from dashboard.world import landscape

dash.register_page(__name__, path="/", title="Local growth landscape")


def layout(**query: str) -> html.Div:
    """The page for a query; whatever in it is not understood is said in a note."""
    land = landscape()
    view, said = read(MapView, query, land)
    return html.Div(
        [
            *stores(view),
            shell.header("/"),
            html.Main(
                [
                    html.Div(
                        [
                            map_area.purpose(),
                            panel(land, view),
                            map_area.stage(land, view, said),
                            html.Section(
                                card(land, view.select, view.as_at, view.fallen),
                                id=Map.CARD,
                                className="panel card-panel",
                                **attributes(aria_label="Selected place or body"),
                            ),
                        ],
                        className="workspace",
                    ),
                    map_area.table(view),
                ]
            ),
            shell.footer(land.version),
        ],
        id=Map.PAGE,
        className=" ".join(["page", *(name for name in ("present", "embed") if getattr(view, name))]),
    )


def stores(view: MapView) -> list[dcc.Store]:
    """The view the page's scripts work on, with the day's landscape so that the first picture needs no second request."""
    land = landscape()
    return [
        payload(Map.CONFIG, map_config(view)),
        payload(Map.SNAPSHOT, snapshot_payload(land, view.as_at)),
        dcc.Store(id=Map.VIEW),
        dcc.Store(id=Map.VIEWPORT),
        dcc.Store(id=Map.MEASURE, data=view.shading),
        dcc.Store(id=Map.LEAD, data={"lead": view.lead, "only": view.only}),
        dcc.Store(id=Map.SELECT, data=view.select or ""),
        dcc.Store(id=Map.DAY, data=view.as_at.isoformat()),
    ]


def map_config(view: MapView) -> Config:
    """What the map's scripts need to know once."""
    viewport: Viewport = {"lon": view.lon, "lat": view.lat, "zoom": view.zoom}
    return {**page_config(Map, MapView()), "present": view.present, "embed": view.embed, "viewport": viewport}


@callback(Output(Map.SNAPSHOT, "data"), Input(Map.DAY, "data"), prevent_initial_call=True)
def change_day(day: str) -> DaySnapshot:
    """The landscape of another day."""
    return snapshot_payload(landscape(), clamp_day(day))


@callback(
    Output(Map.CARD, "children"),
    Input(Map.SELECT, "data"),
    Input(Map.DAY, "data"),
    Input(Map.FALLEN, "value"),
    prevent_initial_call=True,
)
def change_card(select: str | None, day: str, fallen: list[str]) -> list[Any]:
    """The card of what is selected."""
    return card(landscape(), select, clamp_day(day), bool(fallen))


@callback(
    Output(Map.EXPORT_TITLE, "value"),
    Output(Map.EXPORT_SUBTITLE, "value"),
    Input(Map.EXPORT_OPEN, "n_clicks"),
    State(Map.VIEW, "data"),
    prevent_initial_call=True,
)
def offer_words(_clicks: int, shown: dict[str, Any]) -> tuple[str, str]:
    """The title and subtitle that an export of the view would have, to be edited."""
    land = landscape()
    asked = held(MapView, shown if isinstance(shown, dict) else {}, land)
    return title_of(land.as_at(asked.as_at), asked)


def _client(name: str) -> ClientsideFunction:
    return ClientsideFunction("map", name)


keep_day_in_step(Map)
clientside_callback(
    _client("collect"),
    Output(Map.VIEW, "data"),
    # What one choice changes of another: a layer switched on leads, what is filled is not shaded.
    Output(Map.LEAD, "data"),
    Output(Map.MEASURE, "data"),
    Output(Map.FILL, "value"),
    Output(Map.LAYERS, "value"),
    Input(Map.LEAD, "data"),
    Input(Map.MEASURE, "data"),
    Input(Map.FILL, "value"),
    Input(Map.LAYERS, "value"),
    Input(Map.POINTS, "value"),
    Input(Map.FALLEN, "value"),
    Input(Map.SELECT, "data"),
    Input(Map.TABLE_KIND, "value"),
    Input(Map.SNAPSHOT, "data"),
    State(Map.CONFIG, "data"),
)
clientside_callback(
    _client("draw"),
    Output(Map.GRAPH, "figure"),
    Input(Map.VIEW, "data"),
    Input(Map.VIEWPORT, "data"),
    State(Map.SNAPSHOT, "data"),
    State(Map.CONFIG, "data"),
    State(Map.GRAPH, "figure"),
    prevent_initial_call=True,
)
clientside_callback(
    _client("write"),
    Input(Map.VIEW, "data"),
    Input(Map.VIEWPORT, "data"),
    State(Map.SNAPSHOT, "data"),
    State(Map.CONFIG, "data"),
    prevent_initial_call=True,
)
clientside_callback(
    _client("moved"),
    Output(Map.VIEWPORT, "data"),
    Input(Map.GRAPH, "relayoutData"),
    State(Map.CONFIG, "data"),
    prevent_initial_call=True,
)
clientside_callback(_client("told"), Input(Map.CARD, "children"), State(Map.CONFIG, "data"))
clientside_callback(
    _client("clicked"),
    Output(Map.SELECT, "data"),
    Input(Map.GRAPH, "clickData"),
    prevent_initial_call=True,
)
