"""One place, a district or a county, on a page that prints."""

from __future__ import annotations

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, clientside_callback, dcc, html

from dashboard.clientside import draw_small_map
from dashboard.components import place as parts
from dashboard.components import shell
from dashboard.components.attributes import attributes
from dashboard.components.map_area import notes
from dashboard.components.small_map import small_map
from dashboard.ids import Place
from dashboard.overlap_payload import area_drawing
from dashboard.page_config import page_config
from dashboard.place_state import find, parse
from dashboard.world import landscape
from layers.dates import day_words
from layers.landscape import Snapshot
from layers.local import Area, area_covers, area_of

dash.register_page(__name__, path_template="/place/<code>", title="Local growth landscape")


def layout(code: str = "", **given: str) -> html.Div:
    """The page of a place as at the day in the address; a friendly sentence when there is no such place."""
    land = landscape()
    state, said = parse(given, land)
    area = find(land, code)
    content = page(land.as_at(state.as_at), area, state.beside, said) if area else lost()
    return html.Div(
        [
            dcc.Store(id=Place.CONFIG, data=page_config(Place)),
            shell.header("", "place-main"),
            content,
            shell.footer(land.version),
        ],
        id=Place.PAGE,
        className="page",
    )


def lost() -> html.Main:
    """No such place."""
    return html.Main(
        [
            html.H1("There is no district or county with this code here"),
            html.P("Districts are those of December 2017; codes look like E07000171."),
            html.P(html.A("Find a place on the map", href="/")),
        ],
        className="lost",
        id="place-main",
    )


def page(snapshot: Snapshot, area: Area, beside: tuple[str, ...], said: tuple[str, ...]) -> html.Main:
    """All sections, with the map beside them."""
    covers = area_covers(snapshot, area)
    others = [area_of(snapshot.landscape, other) for other in beside if other != area.code]
    content: list[Any] = [
        *notes(said),
        parts.summary(area, day_words(snapshot.day)),
        parts.comparison(snapshot, [area, *others]) if others else "",
        parts.deciders(snapshot, covers),
        parts.sharers(covers),
        parts.lines(snapshot, area),
        parts.deals(covers),
        parts.anchors(snapshot, area),
        parts.statistics(snapshot, area),
        parts.history(snapshot, area),
    ]
    side = [
        dcc.Store(id=Place.DRAWING, data=area_drawing(snapshot, area)),
        small_map(Place.GRAPH, Place.SHELL, f"Map of {area.name}"),
        html.P(["The place, filled, with its combined authority, LEPs and STPs. ", *_on_map(area)], className="muted"),
        html.Div(
            [
                html.Label("Compare with another place", htmlFor=Place.COMPARE),
                html.Select(id=Place.COMPARE, className="form-select"),
            ],
            className="field no-print",
        ),
    ]
    return html.Main(
        [
            html.Div(content, id="place-main"),
            html.Aside(side, className="body-side", **attributes(aria_label="Map")),
            html.P(id=Place.STATUS, className="visually-hidden", role="status"),
        ],
        className="body-page",
    )


def _on_map(area: Area) -> list[Any]:
    return [html.A("Open it on the main map", href=f"/?select={area.code}")] if len(area.districts) == 1 else []


draw_small_map(Place.GRAPH, Place.DRAWING, Place.CONFIG)
clientside_callback(
    ClientsideFunction("place", "strips"),
    Output(Place.STATUS, "children"),
    Input(Place.CONFIG, "data"),
)
