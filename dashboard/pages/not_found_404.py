"""The page for an address that leads nowhere."""

from __future__ import annotations

import dash
from dash import html

from dashboard.components.shell import PAGES, footer
from dashboard.world import landscape

dash.register_page(__name__, title="Page not found · Local growth landscape")


def layout(**_query: str) -> html.Div:
    """Say so, and where to go."""
    return html.Div([_content(), footer(landscape().version)])


def _content() -> html.Main:
    return html.Main(
        [
            html.H1("There is no page at this address"),
            html.P(
                "A letter of the address may be missing or wrong. A district, county, body, university or trust is "
                "found by its name, in the search field of the map."
            ),
            html.P(html.A("Go to the map and search", href="/")),
            html.P(["Or go to: ", *_links()]),
        ],
        className="lost",
    )


def _links() -> list[html.A | str]:
    """The other pages, with commas between."""
    found: list[html.A | str] = []
    for path, name in PAGES[1:]:
        found += [", ", html.A(name, href=path)] if found else [html.A(name, href=path)]
    return found
