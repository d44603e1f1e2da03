"""Security headers: only this host's scripts, no eval, no sniffing, and no framing but of the map that is made for it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Dash
from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.settings import FrameSettings, HostSettings

FRAMES = "X-Frame-Options"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    FRAMES: "SAMEORIGIN",
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


def secure(app: Dash, frames: FrameSettings) -> None:
    """Put the headers on every answer; the map that is made for other sites may be framed by those named.

    The hashes of Dash's own inline scripts are asked for with each answer, as Dash
    completes those scripts only when it serves its first page.
    """

    @app.server.after_request
    def add_headers(response: Response) -> Response:
        framed = frames.ancestors if response.mimetype == "text/html" and request.args.get("embed") == "1" else ()
        for name, value in HEADERS.items():
            # It knows this site or none: for a page that others may frame only the policy can name them.
            if not (framed and name == FRAMES):
                response.headers.setdefault(name, value)
        if request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", STRICT)
        if response.mimetype == "text/html":
            # The document is small and names the scripts by their content: always asked for, it never leads to old ones.
            response.headers.setdefault("Cache-Control", "no-cache")
        if response.mimetype == "text/html":
            response.headers.setdefault("Content-Security-Policy", content_policy(app, framed))
        return response


def content_policy(app: Dash, framed: Sequence[str] = ()) -> str:
    """The Content-Security-Policy, with those who may frame the page besides this site. Plotly writes inline styles, so those are allowed; eval is not."""
    scripts = " ".join(["'self'", *(f"'{value.strip(chr(39))}'" for value in app.csp_hashes())])
    frames = " ".join(["'self'", *framed])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        f"frame-ancestors {frames}"
    )
