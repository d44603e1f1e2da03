"""Static files: pre-compressed, named by content, cached for ever.

The built boundaries are served as they lie in ``data/boundaries``. Library assets
(Dash's scripts, plotly.js, Bootstrap) stay in their installed packages; `prepare`
writes compressed copies into ``var/static`` once, and `serve` uses them when they are
there and still current. Without them everything works, compressed on the fly.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from wsgiref.headers import Headers

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, request
from flask_compress import Compress
from werkzeug.exceptions import NotFound
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from dashboard.server.security import HEADERS
from dashboard.settings import NODE_MODULES, ROOT, TYPEFACE
from layers.geography.built import BOUNDARIES

PREPARED = ROOT / "var" / "static"
ASSETS = ROOT / "assets"
SCRIPT = ASSETS / "landscape.js"
"""Our own scripts, bundled from ``web/src``."""
SUITES = "_dash-component-suites"
PLOTLY = f"{SUITES}/plotly/package_data/plotly.min.js"
FOR_EVER = "public, max-age=31536000, immutable"
LAZY = (f"{SUITES}/dash/dcc/async-graph.js", PLOTLY)
"""Scripts that the page fetches without a script element: what Dash's graph needs, and plotly.js."""
_HASHED = re.compile(r"^/assets/|\.[0-9a-f]{12}\.\w+$|\.v[\w-]+m\d+\.|/plotly\.min\.js$")


class NotBuiltError(RuntimeError):
    """What the page needs from npm's packages is not there; the message is one sentence that says what to do."""


def check_scripts() -> None:
    """Stop rather than serve pages without their scripts or their looks.

    Raises:
        NotBuiltError: the set-up has not been run.
    """
    if not all(path.exists() for path in (SCRIPT, bootstrap_css(), TYPEFACE)):
        raise NotBuiltError("The page's scripts have not been built; run make run once.")


def bootstrap_css() -> Path:
    """Bootstrap's stylesheet in its installed package."""
    return NODE_MODULES / "bootstrap" / "dist" / "css" / "bootstrap.min.css"


def bootstrap_name() -> str:
    """The stylesheet's file name with its content hash."""
    digest = hashlib.sha256(bootstrap_css().read_bytes()).hexdigest()[:12]
    return f"bootstrap.{digest}.css"


def serve(server: Flask) -> None:
    """Wrap the server so that static files come from disk, compressed and immutable, before any view runs."""
    Compress(server)
    noise = WhiteNoise(
        server.wsgi_app,
        immutable_file_test=lambda _path, url: bool(_HASHED.search(url)),
        max_age=31536000,
        allow_all_origins=False,
        add_headers_function=_secure,
    )
    noise.add_files(str(BOUNDARIES), prefix="static/")
    if is_current(PREPARED):
        noise.add_files(str(PREPARED), prefix="")
    else:
        noise.add_files(str(bootstrap_css().parent), prefix="static/css/")
    server.wsgi_app = noise  # type: ignore[method-assign]
    server.after_request(_cache)
    # Dash raises this for a library script that is not there, which would be a 500.
    server.register_error_handler(DependencyException, lambda _error: NotFound().get_response())


def _secure(headers: Headers, _path: str, _url: str) -> None:
    """The security headers, on files that are answered before any view runs."""
    for name, value in HEADERS.items():
        headers[name] = value


def bootstrap_url() -> str:
    """Where `serve` offers the stylesheet."""
    return f"static/{bootstrap_name()}" if is_current(PREPARED) else f"static/css/{bootstrap_css().name}"


def plotly_url() -> str:
    """plotly.js in its installed package, with its version: it has no fingerprint of its own."""
    import plotly

    return f"{PLOTLY}?v={plotly.__version__}"


def _cache(response: Response) -> Response:
    """Fingerprinted scripts and assets never change; Dash leaves plotly.js without a word, so say it here."""
    fingerprinted = request.path.startswith(f"/{SUITES}/") or (
        request.path.startswith("/assets/") and "m" in request.args
    )
    if response.status_code == 200 and fingerprinted:
        response.headers["Cache-Control"] = FOR_EVER
    return response


def prepare(app: Dash, target: Path = PREPARED) -> int:
    """Write compressed copies of every script the page loads and of Bootstrap; returns the number of files."""
    if target.exists():
        shutil.rmtree(target)
    client = app.server.test_client()
    for url in _script_urls(client.get("/").get_data(as_text=True)):
        _copy(target / url.partition("?")[0], client.get(f"/{url}").get_data())
    for path in ASSETS.iterdir():
        _copy(target / "assets" / path.name, path.read_bytes())
    _copy(target / "static" / bootstrap_name(), bootstrap_css().read_bytes())
    (target / "stamp").write_text(_stamp(), "utf-8")
    compressor = Compressor(quiet=True)
    for path in sorted(target.rglob("*.*")):
        for _ in compressor.compress(str(path)):
            pass
    return sum(path.is_file() for path in target.rglob("*"))


def _script_urls(page: str) -> Iterator[str]:
    yield from (url.lstrip("/") for url in re.findall(r'<script src="([^"]+)"', page) if f"/{SUITES}/" in url)
    yield from LAZY


def _copy(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _stamp() -> str:
    """What the prepared copies were made from: the installed packages, and our own assets as they lie on disk."""
    import dash
    import dash_bootstrap_components as dbc
    import plotly

    installed = Path(plotly.__file__).stat().st_mtime_ns
    own = [f"{path.name} {path.stat().st_mtime_ns}" for path in sorted(ASSETS.iterdir())]
    versions = (dash.__version__, dbc.__version__, plotly.__version__, bootstrap_name(), str(installed))
    return " ".join((*versions, *own))


def is_current(target: Path) -> bool:
    """Whether `prepare` has run with the packages and scripts installed now."""
    stamp = target / "stamp"
    return stamp.exists() and stamp.read_text("utf-8") == _stamp()
