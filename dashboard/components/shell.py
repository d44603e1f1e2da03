"""What surrounds every page: skip link, header with search, footer."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.share import share
from dashboard.ids import Map
from dashboard.text.sources import BOUNDARIES, SOURCE

PAGES = (
    ("/", "Map"),
    ("/overlaps", "Overlaps"),
    ("/patchwork", "Patchwork"),
    ("/briefing", "NHS briefing"),
    ("/timeline", "Timeline"),
    ("/about", "About"),
)


def header(current: str, skip_to: str = Map.GRAPH) -> html.Header:
    """Skip link, brand, pages, search and what hands the page on; ``current`` is the path of the page shown."""
    return html.Header(
        [
            html.A("Skip to the content", href=f"#{skip_to}", className="skip"),
            html.A("Local growth landscape", href="/", className="brand"),
            html.Nav([_page_link(path, name, current) for path, name in PAGES], **attributes(aria_label="Pages")),
            search(),
            share(),
        ],
        className="header",
    )


def _page_link(path: str, name: str, current: str) -> html.A:
    here = attributes(aria_current="page") if path == current else {}
    return html.A(name, href=path, className="current" if here else "", **here)


def search() -> html.Div:
    """The field that finds any district, body, university or trust.

    The page's script fills the list and gives the field its combobox role, which
    Dash's inputs can't carry.
    """
    return html.Div(
        [
            html.Label("Find a place, body, university or trust", htmlFor=Map.SEARCH, className="visually-hidden"),
            dbc.Input(id=Map.SEARCH, type="text", placeholder="Find a place, body, university…", autocomplete="off"),
            html.Ul(id=Map.SEARCH_LIST, role="listbox", hidden=True, **attributes(aria_label="Results")),
        ],
        className="search",
    )


def footer(version: str) -> html.Footer:
    """Sources, licence and the version of the data."""
    return html.Footer(
        [html.Span(SOURCE), html.Span(BOUNDARIES), html.Span(f"Data version {version}")], className="footer"
    )
