"""A control under its label, and the choices that several controls offer."""

from __future__ import annotations

from typing import Any

from dash import html

from layers.landscape import Landscape


def field(label: str, control: Any) -> html.Div:
    """A control, which has an id, under its label."""
    return html.Div([html.Label(label, htmlFor=control.id), control], className="field")


def layer_options(land: Landscape) -> list[dict[str, str]]:
    """The layers whose bodies have an area, to choose from."""
    return [{"value": layer.id, "label": layer.name} for layer in land.area_layers]
