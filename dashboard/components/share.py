"""What every page offers to hand it on: its link, and the code that shows its map on another site."""

from __future__ import annotations

from dash import html

from dashboard.components.attributes import attributes
from dashboard.settings import FrameSettings


def share() -> html.Details:
    """A button that opens the two; the page's script copies them, and says so."""
    return html.Details(
        [
            html.Summary("Share", className="button"),
            html.Div(
                [
                    html.Div(
                        [
                            html.Button(words, type="button", className="button", **attributes(data_share=what))
                            for what, words in (("link", "Copy link"), ("embed", "Copy embed code"))
                        ],
                        className="actions",
                    ),
                    html.P(_about_frames(), className="muted small"),
                    html.P(className="share-said", role="status"),
                ],
                className="share-body",
            ),
        ],
        className="share no-print",
        **attributes(data_panel="1"),
    )


def _about_frames() -> str:
    """What the code shows, and on whose pages."""
    sites = FrameSettings.from_environment().ancestors
    where = f"It shows on {', '.join(sites)}." if sites else "Whoever runs this site has to allow yours to show it."
    return f"The code puts this view’s map, with key, date and source, on a page of another site. {where}"
