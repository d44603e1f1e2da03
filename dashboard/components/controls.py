"""The left panel of the map page: layers, points, shading."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.components.glossary import marked
from dashboard.ids import Map
from dashboard.views.map import NO_MEASURE, MapView
from layers.landscape import Landscape
from layers.layer import Layer
from layers.statistics.growth import GROWTH_PER_HEAD, LABEL


def panel(land: Landscape, view: MapView) -> html.Section:
    """Everything that chooses what the map shows."""
    return html.Section(
        [
            _group(
                "Layers",
                _switches(Map.LAYERS, land.area_layers, view),
                _associates_key(),
                _fallen(view),
                _fill(land, view),
            ),
            _group("Points", _switches(Map.POINTS, land.point_layers, view)),
            _group("Shade districts by", measure_select(land), html.Div(id=Map.LEGEND, className="legend")),
            _group("This view", _actions()),
        ],
        className="panel controls",
        id="map-controls",
        **attributes(aria_label="What the map shows"),
    )


def _group(title: str, *children: Component) -> html.Section:
    return html.Section([html.H2(title), *children], className="group")


def _switches(identifier: str, layers: tuple[Layer, ...], view: MapView) -> dbc.Checklist:
    options = [
        {
            "value": layer.id,
            "label": html.Span(
                [
                    html.Span(layer.name, className="name", title=layer.what_it_does),
                    html.Span("", className="count"),
                ],
                **attributes(data_layer_label=layer.id),
            ),
        }
        for layer in layers
    ]
    value = [layer.id for layer in layers if layer.id in view.layers]
    return dbc.Checklist(id=identifier, options=options, value=value, class_name="switches")


def _associates_key() -> html.P:
    """The line that no switch explains: it comes with the combined authorities."""
    # The words in one element of their own: the line lays its pieces out beside one another.
    said = html.Span(marked(["Associates of combined authorities: shown, not counted"]))
    return html.P([html.Span(className="key key-associates"), said], className="key-line muted small")


def _fallen(view: MapView) -> dbc.Checklist:
    option = {"value": "fallen", "label": "Also bids and fallen deals, dotted"}
    return dbc.Checklist(
        id=Map.FALLEN, options=[option], value=["fallen"] if view.fallen else [], class_name="switches small"
    )


def _fill(land: Landscape, view: MapView) -> html.Div:
    options = [
        {"value": "none", "label": "None"},
        *({"value": layer.id, "label": layer.name} for layer in land.area_layers),
    ]
    return html.Div(
        [
            html.Label("Fill one layer", htmlFor=Map.FILL),
            dbc.Select(id=Map.FILL, options=options, value=view.fill or "none", size="sm"),
        ],
        className="field",
    )


def measure_select(land: Landscape) -> html.Select:
    """All measures grouped by theme. The page's script keeps its value in step with the view."""
    by_theme: dict[str, list[html.Option]] = {}
    for item in land.measures.values():
        by_theme.setdefault(item.theme, []).append(html.Option(item.label, value=item.id))
    themes = [html.Optgroup(options, label=theme) for theme, options in by_theme.items()]
    money = html.Optgroup([html.Option(LABEL, value=GROWTH_PER_HEAD)], label="Growth deals")
    nothing = html.Option("No shading", value=NO_MEASURE)
    return html.Select(
        [nothing, *themes, money],
        id=Map.MEASURE_CONTROL,
        className="form-select",
        **attributes(aria_label="Shade districts by"),
    )


def _actions() -> html.Div:
    return html.Div(
        [
            html.A(
                "Presentation view",
                href="?present=1",
                className="button",
                **attributes(data_view_link='{"present": true}'),
            ),
        ],
        className="actions",
    )
