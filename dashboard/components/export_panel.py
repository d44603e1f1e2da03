"""The export panel of the map page: words to edit, the page to choose, and a link a format. It opens without leaving the map."""

from __future__ import annotations

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.ids import Map
from dashboard.text.titles import LONGEST_SUBTITLE, LONGEST_TITLE

FORMATS = (
    ("pptx", "", "PowerPoint slide", "every district and body a shape of its own"),
    ("png", "", "PNG picture, 1920 pixels wide", ""),
    ("png", "?size=3840", "PNG picture, 3840 pixels wide", "for print and large screens"),
    ("svg", "", "SVG picture", "vectors, text stays text"),
    ("pdf", "", "PDF page", "vectors, text stays text"),
    ("geojson", "", "GeoJSON boundaries", "degrees"),
    ("gpkg", "", "GeoPackage boundaries", "national grid and degrees"),
)
"""Ending, what the address adds, what the link says, and an aside."""


CHOICES = (
    ("Slide or picture", Map.EXPORT_SHAPE, "shape", (("", "16:9"), ("4:3", "4:3"))),
    ("Beside the map", Map.EXPORT_PANEL, "panel", (("", "Key and sentences"), ("0", "Nothing: the key below"))),
)
"""Label, id, name in the address, and each value with its words."""


def export_panel() -> html.Details:
    """A button that opens title, subtitle, the choice of a page and the formats; the links take the view from the page's address."""
    return html.Details(
        [
            html.Summary("Export", id=Map.EXPORT_OPEN, className="button", n_clicks=0),
            html.Div(
                [
                    html.P("This view as a file, with its date, sources and licence.", className="muted small"),
                    _field("Title", Map.EXPORT_TITLE, "title", LONGEST_TITLE),
                    _field("Line below it", Map.EXPORT_SUBTITLE, "subtitle", LONGEST_SUBTITLE),
                    html.Div([_choice(*item) for item in CHOICES], className="export-choices"),
                    html.Ul([_format(*item) for item in FORMATS], className="export-formats"),
                    html.P(className="export-said", role="status", **attributes(data_export_status="1")),
                ],
                className="export-body",
                **attributes(data_export_page="1", data_export_form="1"),
            ),
        ],
        className="export-panel no-print",
        **attributes(data_panel="1"),
    )


def _field(label: str, identifier: str, name: str, longest: int) -> html.Div:
    return html.Div(
        [
            html.Label(label, htmlFor=identifier),
            dbc.Input(
                id=identifier, name=name, type="text", maxlength=longest, size="sm", value="", autocomplete="off"
            ),
        ],
        className="field",
    )


def _choice(label: str, identifier: str, name: str, options: Sequence[tuple[str, str]]) -> html.Div:
    """A list to choose from; what goes without saying has no value, and so stands in no address."""
    listed = [html.Option(words, value=value) for value, words in options]
    chosen = html.Select(listed, id=identifier, name=name, className="form-select form-select-sm")
    return html.Div([html.Label(label, htmlFor=identifier), chosen], className="field")


def _format(ending: str, query: str, what: str, more: str) -> html.Li:
    link = html.A(
        what,
        href=f"/export/map.{ending}{query}",
        download="",
        className="download",
        **attributes(data_export="1"),
    )
    return html.Li([link, html.Span(more, className="muted small")])
