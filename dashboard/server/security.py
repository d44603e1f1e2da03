"""Security headers: only this host's scripts, no eval, no framing, no sniffing."""

from __future__ import annotations

from dash import Dash
from flask import Response

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def secure(app: Dash) -> None:
    """Put the headers on every answer.

    The hashes of Dash's own inline scripts are asked for with each answer, as Dash
    completes those scripts only when it serves its first page.
    """

    @app.server.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if response.mimetype == "text/html":
            response.headers.setdefault("Content-Security-Policy", content_policy(app))
        return response


def content_policy(app: Dash) -> str:
    """The Content-Security-Policy. Plotly writes inline styles, so those are allowed; eval is not."""
    scripts = " ".join(["'self'", *(f"'{value.strip(chr(39))}'" for value in app.csp_hashes())])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )
