"""Security headers: only this host's scripts, no eval, no framing, no sniffing."""

from __future__ import annotations

from dash import Dash
from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.settings import HostSettings

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

STRICT = "max-age=31536000; includeSubDomains"
"""Where the product is served by https, a browser asks for nothing else for a year."""


def trust(server: Flask, settings: HostSettings) -> None:
    """Serve under the names that are trusted, and believe as many proxies as there are."""
    if settings.trusted:
        server.config["TRUSTED_HOSTS"] = list(settings.trusted)
    if settings.proxies:
        hops = settings.proxies
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def secure(app: Dash) -> None:
    """Put the headers on every answer.

    The hashes of Dash's own inline scripts are asked for with each answer, as Dash
    completes those scripts only when it serves its first page.
    """

    @app.server.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", STRICT)
        if response.mimetype == "text/html":
            # The document is small and names the scripts by their content: always asked for, it never leads to old ones.
            response.headers.setdefault("Cache-Control", "no-cache")
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
