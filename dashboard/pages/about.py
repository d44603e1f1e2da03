"""About the data, the method, the words, and how accessible this is."""

from __future__ import annotations

import dash
from dash import ClientsideFunction, Input, Output, clientside_callback, html

from dashboard.components import shell
from dashboard.components.about import accessibility, api, doubts, glossary, method, tables
from dashboard.components.payload import payload
from dashboard.ids import About
from dashboard.payloads.page_config import page_config
from dashboard.world import landscape

dash.register_page(__name__, path="/about", title="About · Local growth landscape")


def layout(**_given: str) -> html.Div:
    """The whole page; it takes nothing."""
    land = landscape()
    return html.Div(
        [
            payload(About.CONFIG, page_config(About)),
            shell.header("/about", "about-main"),
            html.Main(
                [
                    html.H1("About the data and the method"),
                    method(land.as_at()),
                    tables(),
                    doubts(),
                    glossary(),
                    api(),
                    accessibility(),
                    html.P(id=About.STATUS, className="visually-hidden", role="status"),
                ],
                className="body-page about",
                id="about-main",
            ),
            shell.footer(land.version),
        ],
        id=About.PAGE,
        className="page",
    )


clientside_callback(
    ClientsideFunction("tables", "ready"),
    Output(About.STATUS, "children"),
    Input(About.CONFIG, "data"),
)
