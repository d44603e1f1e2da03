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
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.headers import Headers

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, abort, request
from flask_compress import Compress
from werkzeug.exceptions import NotFound
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from dashboard.server.library import SUITES, WHOLE, bundle, bundle_name, plotly_url
from dashboard.server.security import HEADERS
from dashboard.settings import NODE_MODULES, ROOT, TYPEFACE
from layers.geography.built import BOUNDARIES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PREPARED = ROOT / "var" / "static"
ASSETS = ROOT / "assets"
SCRIPT = ASSETS / "landscape.js"
"""Our own scripts, bundled from ``web/src``."""
FOR_EVER = "public, max-age=31536000, immutable"
LAZY = f"{SUITES}/dash/dcc/async-graph.js"
"""What Dash's graph needs; like plotly.js, the page fetches it without a script element."""
ASKED_AGAIN = "no-cache"
_HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")
_VERSIONED = re.compile(rf"^/{SUITES}/.+\.v[\w-]+m\d+\.")


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


def serve(server: Flask) -> Kept:
    """Wrap the server so that static files come from disk, compressed and immutable, before any view runs."""
    Compress(server)
    noise = WhiteNoise(
        server.wsgi_app,
        immutable_file_test=lambda _path, url: bool(_HASHED.search(url)),
        max_age=0,
        allow_all_origins=False,
        add_headers_function=_secure,
    )
    noise.add_files(str(BOUNDARIES), prefix="static/")
    if is_current(PREPARED):
        noise.add_files(str(PREPARED), prefix="")
    else:
        noise.add_files(str(bootstrap_css().parent), prefix="static/css/")
        library = bundle()
        if library:
            noise.add_file_to_dictionary(f"/static/{bundle_name(library)}", str(library))
    kept = Kept(noise)
    server.wsgi_app = kept  # type: ignore[method-assign]
    server.before_request(_no_sources)
    # Dash raises this for a library script that is not there, which would be a 500.
    server.register_error_handler(DependencyException, lambda _error: NotFound().get_response())
    return kept


def _secure(headers: Headers, _path: str, _url: str) -> None:
    """The security headers, on files that are answered before any view runs."""
    for name, value in HEADERS.items():
        headers[name] = value


def bootstrap_url() -> str:
    """Where `serve` offers the stylesheet."""
    return f"static/{bootstrap_name()}" if is_current(PREPARED) else f"static/css/{bootstrap_css().name}"


class Kept:
    """A WSGI application whose files are kept for ever under an address that holds their fingerprint, and under no other.

    A query isn't seen by what serves files, so the header is set here: ``/assets/style.css?m=1`` is not the file of today.
    """

    def __init__(self, inner: WSGIApplication) -> None:
        self.inner = inner
        self.fingerprinted: frozenset[str] = frozenset()

    def learn(self, document: str) -> None:
        """Take the addresses of scripts and styles from the document: those hold the fingerprints of today."""
        found = re.findall(r'(?:src|href)="(/[^"]+)"', document)
        self.fingerprinted = frozenset(unescape(url) for url in found if "?" in url or _VERSIONED.match(url))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer, with how long a browser may keep it."""
        path = environ.get("PATH_INFO", "")
        address = f"{path}?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else path
        if not path.startswith(("/static/", "/assets/", f"/{SUITES}/")):
            return self.inner(environ, start_response)
        for_ever = address in self.fingerprinted or (path.startswith("/static/") and bool(_HASHED.search(path)))

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Callable[[bytes], object]:
            if status[:3] in ("200", "304"):
                headers = [(name, value) for name, value in headers if name.lower() != "cache-control"]
                headers.append(("Cache-Control", FOR_EVER if for_ever else ASKED_AGAIN))
            return start_response(status, headers, *more)

        return self.inner(environ, start)


def _no_sources() -> None:
    """The maps from Dash's built scripts to their sources are nobody's to read here."""
    if request.path.endswith(".map"):
        abort(404, "There is nothing here.")


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
    library = bundle()
    if library:
        _copy(target / "static" / bundle_name(library), library.read_bytes())
    stamp_of(target).write_text(_stamp(), "utf-8")
    compressor = Compressor(quiet=True)
    for path in sorted(target.rglob("*.*")):
        for _ in compressor.compress(str(path)):
            pass
    return sum(path.is_file() for path in target.rglob("*"))


def _script_urls(page: str) -> Iterator[str]:
    yield from (url.lstrip("/") for url in re.findall(r'<script src="([^"]+)"', page) if f"/{SUITES}/" in url)
    yield LAZY
    if bundle() is None:
        yield WHOLE


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
    versions = (dash.__version__, dbc.__version__, plotly_url(), bootstrap_name(), str(installed))
    return " ".join((*versions, *own))


def stamp_of(target: Path) -> Path:
    """Where it is noted what the copies in a folder were made from: beside the folder, as what is inside is served."""
    return target.with_name(f"{target.name}.stamp")


def is_current(target: Path) -> bool:
    """Whether `prepare` has run with the packages and scripts installed now."""
    stamp = stamp_of(target)
    return target.is_dir() and stamp.exists() and stamp.read_text("utf-8") == _stamp()
