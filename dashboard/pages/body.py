"""One body: its districts, partners in every layer, deals, institutions, neighbours."""

from __future__ import annotations

from datetime import date
from typing import Any

import dash
from dash import html

from dashboard.components import shell
from dashboard.components.attributes import attributes
from dashboard.components.body import absent, around, deals, districts, institutions, partners, summary
from dashboard.components.clientside import draw_small_map
from dashboard.components.glossary import term
from dashboard.components.map_area import notes
from dashboard.components.payload import payload
from dashboard.components.small_map import small_map
from dashboard.ids import BodyPage
from dashboard.payloads.drawings import bodies_drawing
from dashboard.payloads.page_config import page_config
from dashboard.text.links import on_day
from dashboard.views.body import BodyView
from dashboard.views.query import read
from dashboard.world import landscape
from layers.dates import day_words
from layers.geography.borders import part_borders
from layers.landscape import Snapshot
from layers.model import Body

SITE = "Local growth landscape"


def title(identifier: str = "") -> str:
    """The body's name first, as a tab and the head of a printed page show it."""
    body = landscape().all_bodies.get(identifier)
    return f"{body.name} · {SITE}" if body else SITE


dash.register_page(__name__, path_template="/body/<identifier>", title=title)


def layout(identifier: str = "", **given: str) -> html.Div:
    """The page of a body as at the day in the address; a friendly sentence when there is no such body."""
    land = landscape()
    view, said = read(BodyView, given, land)
    snapshot = land.as_at(view.as_at)
    # Dash hands on a list when the address gives the same name in its query.
    known = land.all_bodies.get(identifier) if isinstance(identifier, str) else None
    body = snapshot.by_id.get(known.id) if known else None
    picture = bodies_drawing(snapshot, (body,)) if body and body.drawn_parts else None
    return html.Div(
        [
            payload(BodyPage.CONFIG, page_config(BodyPage)),
            payload(BodyPage.DRAWING, picture),
            shell.header("/overlaps", "body-main"),
            html.Main(
                [
                    html.Div([*notes(said), *sections(snapshot, known)], id="body-main"),
                    html.Aside(_map(known, view.as_at), className="body-side", **attributes(aria_label="Map")),
                ],
                className="body-page",
            ),
            html.P(id=BodyPage.STATUS, className="visually-hidden", role="status"),
            shell.footer(land.version),
        ],
        id=BodyPage.PAGE,
        className="page",
    )


def sections(snapshot: Snapshot, known: Body | None) -> list[Any]:
    """What there is to say of a body on the day: that there is none of the name, that it is not in being, or everything."""
    if known is None:
        return [
            html.H1("There is no body with this name here"),
            html.P(html.A("Search for it on the map", href="/")),
        ]
    body = snapshot.by_id.get(known.id)
    if body is None:
        return absent(snapshot.landscape, known, day_words(snapshot.day))
    return [
        summary(snapshot, body),
        districts(snapshot, body),
        deals(snapshot, body),
        partners(snapshot, body),
        institutions(snapshot, body),
        around(snapshot, body, part_borders()),
    ]


def _map(known: Body | None, day: date) -> list[html.Div | html.P]:
    link = html.A("Open it on the main map", href=f"/?select={known.id}{on_day(day, '&')}") if known else ""
    return [
        small_map(BodyPage.GRAPH, BodyPage.SHELL, "Map of the body"),
        html.P([term("as at", "As at"), f" {day_words(day)}. ", link], className="muted"),
    ]


draw_small_map(BodyPage.GRAPH, BodyPage.DRAWING, BodyPage.CONFIG)
