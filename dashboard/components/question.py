"""What the address asks, where Dash does not hand it on."""

from __future__ import annotations

from urllib.parse import parse_qs

from dash import ctx
from dash.exceptions import MissingCallbackContextException
from flask import request

from dashboard.views.query import Query

SEARCH = "_pages_location.search"
"""Under which Dash's own router is told the query of the address."""


def asked() -> Query:
    """The query of the page that is being made. Dash gives it to a page's layout, but not to its title; it is that of
    the address when the document is asked for, and what Dash's router was sent when a page is.
    """
    try:
        sent = str(ctx.inputs.get(SEARCH) or "")
    except (
        MissingCallbackContextException,
        LookupError,
    ):  # a thread that has answered no callback yet knows no context
        return request.args.to_dict(flat=False)
    return parse_qs(sent.removeprefix("?"))
