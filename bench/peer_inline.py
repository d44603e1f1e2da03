"""The usual way, to measure against: a plain Dash app whose callback returns the whole figure, geometry inside.

The same 326 districts, the same outlines at the same detail, the same measures and the same
projection as the dashboard's map, and Dash's own defaults otherwise (with compression).
It draws less than the dashboard: no pale casings, London inset, labels or hover words.
"""

from __future__ import annotations

import plotly.graph_objects as go
from dash import Dash, Input, Output, callback, dcc, html

from bench.peer_figure import LAYERS, built, figure

SHOWN = ["combined_authority", "stp"]
FIRST_MEASURE = "imd2015_average_score"
# Without this, plotly.js would fetch the outlines of the world from a CDN.
INDEX = """<!DOCTYPE html>
<html><head>{%metas%}<title>{%title%}</title>{%css%}
<script>window.PlotlyGeoAssets = {topojson: {world_110m: {type: "Topology", objects: {}, arcs: []},
  europe_110m: {type: "Topology", objects: {}, arcs: []}}};</script></head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body></html>"""


app = Dash(__name__, compress=True, index_string=INDEX, title="Peer")
app.layout = html.Div(
    [
        dcc.RadioItems(
            [name for name, found in built("measures").items() if found["values"]], FIRST_MEASURE, id="measure"
        ),
        dcc.Checklist(list(LAYERS), SHOWN, id="layers"),
        dcc.Graph(id="map", figure=figure(FIRST_MEASURE, SHOWN), style={"height": "700px"}),
    ],
    className="peer",
    style={"display": "grid", "gridTemplateColumns": "300px 1fr"},
)
server = app.server


@callback(Output("map", "figure"), Input("measure", "value"), Input("layers", "value"), prevent_initial_call=True)
def change(measure: str, layers: list[str]) -> go.Figure:
    """Any choice makes the whole figure anew."""
    return figure(measure, layers)


@server.get("/health")
def health() -> str:
    """Whether this process serves."""
    return "ok"
