"""The page for an address that leads nowhere."""

from __future__ import annotations

import dash
from dash import html

dash.register_page(__name__, title="Page not found")


def layout(**_query: str) -> html.Main:
    """Say so, and where to go."""
    return html.Main(
        [html.H1("There is no page at this address"), html.P(html.A("Go to the map", href="/"))], className="lost"
    )
