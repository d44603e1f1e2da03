"""What was created, changed and ended, with the map as at each date."""

from __future__ import annotations

import dash
from dash import html

from dashboard.components import shell
from dashboard.components.attributes import attributes
from dashboard.components.clientside import draw_small_map
from dashboard.components.downloads import table_links
from dashboard.components.glossary import marked
from dashboard.components.map_area import notes
from dashboard.components.payload import payload
from dashboard.components.small_map import small_map
from dashboard.components.timeline import caption, events, subjects
from dashboard.ids import Timeline
from dashboard.payloads.drawings import layers_drawing
from dashboard.payloads.page_config import page_config
from dashboard.views.query import read
from dashboard.views.timeline import ALL, TimelineView
from dashboard.world import landscape
from layers.dates import day_words
from layers.subjects import subjects_of

dash.register_page(__name__, path="/timeline", title="Timeline · Local growth landscape")


def layout(**given: str) -> html.Div:
    """The events of a subject, and the map as at one of them."""
    land = landscape()
    view, said = read(TimelineView, given, land)
    snapshot = land.as_at(view.as_at)
    known = subjects_of(land.layers.values())
    dated = land.layers_with(lambda layer: layer.dated_membership)
    layers = known[view.subject].layers if view.subject != ALL else dated
    side = [
        payload(Timeline.DRAWING, layers_drawing(snapshot, tuple(layer.id for layer in layers))),
        small_map(Timeline.GRAPH, Timeline.SHELL, "Map on the day"),
        html.P(
            [
                html.Strong(day_words(view.as_at)),
                *marked([f": {caption(snapshot, layers)} "]),
                html.A("Open this day on the main map", href=f"/?as_at={view.as_at}"),
            ],
            className="muted",
        ),
    ]
    return html.Div(
        [
            payload(Timeline.CONFIG, page_config(Timeline)),
            shell.header("/timeline", "timeline-main"),
            html.Main(
                [
                    html.Div(
                        [
                            *notes(said),
                            html.H1("What was created, changed and ended"),
                            subjects(known, view),
                            table_links("timeline-events", f"subject={view.subject}&as_at={view.as_at}"),
                            events(land, view),
                        ],
                        id="timeline-main",
                    ),
                    html.Aside(side, className="body-side", **attributes(aria_label="Map on the day")),
                    html.P(id=Timeline.STATUS, className="visually-hidden", role="status"),
                ],
                className="body-page",
            ),
            shell.footer(land.version),
        ],
        id=Timeline.PAGE,
        className="page",
    )


draw_small_map(Timeline.GRAPH, Timeline.DRAWING, Timeline.CONFIG)
