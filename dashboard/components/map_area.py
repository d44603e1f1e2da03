"""The middle of the map page: title, notes, the map itself with its buttons, and the table."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard.components.as_at import as_at
from dashboard.components.attributes import attributes
from dashboard.components.downloads import table_links
from dashboard.components.export_panel import export_panel
from dashboard.figures.map import base_figure
from dashboard.ids import Map
from dashboard.text.previews import PURPOSE
from dashboard.text.sources import SOURCE
from dashboard.views.map import MapView
from layers.landscape import Landscape

GRAPH_CONFIG: Any = {"displayModeBar": False, "scrollZoom": True, "doubleClick": False, "responsive": True}


def notes(texts: tuple[str, ...]) -> list[dbc.Alert]:
    """What in the address was not understood, said on the page."""
    if not texts:
        return []
    return [dbc.Alert([html.P(text) for text in texts], color="warning", dismissable=True, class_name="notes")]


def purpose() -> html.P:
    """What the page is for and for whom, where a newcomer looks first."""
    return html.P(
        [
            html.B(f"{PURPOSE} "),
            "England’s combined authorities, LEPs, NHS footprints and deals, 2011 to 2018.",
        ],
        className="purpose",
    )


def stage(land: Landscape, view: MapView, said: tuple[str, ...]) -> html.Div:
    """Title, map and as-at bar."""
    return html.Div(
        [
            html.Div(
                [
                    html.Div(
                        [html.H1("Local growth landscape", id=Map.TITLE), html.P(id=Map.SUBTITLE)],
                        className="map-titles",
                    ),
                    export_panel(),
                    html.Button(
                        "Layers",
                        type="button",
                        className="button drawer-button",
                        **attributes(data_drawer="1", aria_expanded="false", aria_controls="map-controls"),
                    ),
                ],
                className="title-row",
            ),
            *notes(said),
            _map(view),
            as_at(land, view.as_at, Map),
            html.P(SOURCE, className="present-source"),
            html.A(
                "Open the whole page",
                href="/",
                target="_blank",
                className="embed-full",
                **attributes(data_view_link='{"embed": false}'),
            ),
            html.A(
                "Leave presentation view",
                href="/",
                className="present-leave",
                **attributes(data_view_link='{"present": false}'),
            ),
            html.P(id=Map.STATUS, className="visually-hidden", role="status"),
        ],
        className="stage",
    )


def _map(view: MapView) -> html.Div:
    keys = "Map of England's districts. Arrow keys move it, plus and minus zoom, 0 shows all of England. The table below holds the same content."
    shell = html.Div(
        [dcc.Graph(id=Map.GRAPH, figure=base_figure(view), config=GRAPH_CONFIG, className="graph"), zoom_buttons()],
        className="map-shell",
        id=Map.SHELL,
        tabIndex=0,
        role="application",
        **attributes(aria_label=keys, data_map_keys="1"),
    )
    return html.Div([shell, key()], className="map-frame")


def key() -> html.Details:
    """The key on the map, which the page's script writes: whatever is drawn, as it is drawn."""
    return html.Details(
        [html.Summary("Key"), html.Div(id=Map.LAYER_LEGEND)],
        open=True,
        className="map-key",
        **attributes(data_over_map="1"),
    )


def zoom_buttons() -> html.Div:
    """Zoom in, out, and back to all of England."""
    return html.Div(
        [
            html.Button(sign, type="button", title=words, **attributes(data_map=what, aria_label=words))
            for sign, what, words in (
                ("+", "in", "Zoom in"),
                ("−", "out", "Zoom out"),
                ("⟲", "home", "Show all of England"),
            )
        ],
        className="zoom",
        **attributes(data_over_map="1"),
    )


def table(view: MapView) -> html.Section:
    """The table under the map; its rows are drawn in the page."""
    kinds = [("districts", "Districts"), ("bodies", "Bodies"), ("institutions", "Institutions")]
    return html.Section(
        [
            html.Div(
                [
                    html.H2("The same as a table"),
                    dbc.RadioItems(
                        id=Map.TABLE_KIND,
                        options=[{"value": value, "label": label} for value, label in kinds],
                        value=view.table,
                        inline=True,
                    ),
                    html.Span(
                        [html.Span(table_links(f"map-{value}"), className=f"for-{value}") for value, _label in kinds],
                        className="table-downloads",
                    ),
                ],
                className="table-head",
            ),
            html.Div(
                id=Map.TABLE,
                className="table-scroll",
                tabIndex=0,
                role="region",
                **attributes(aria_label="Table of the map's content"),
            ),
        ],
        className="table-area",
        id="table",
    )
