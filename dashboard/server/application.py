"""Make the application: data first, then pages, static files and security headers."""

from __future__ import annotations

import base64
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import quote

from dash import Dash
from flask import redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.api.service import add_api
from dashboard.export.routes import add_exports, known_origin
from dashboard.payloads.snapshot import snapshot_payload
from dashboard.server.addresses import FOUND, Mended, meant_instead, plain_pages, status_of
from dashboard.server.answers import keep_answers
from dashboard.server.failures import tell_failures
from dashboard.server.health import add_health, add_ready
from dashboard.server.library import plotly_url
from dashboard.server.limits import limit
from dashboard.server.log import Requests, note_routes
from dashboard.server.postcodes import add_postcodes
from dashboard.server.previews import preview_tags
from dashboard.server.questions import check_questions
from dashboard.server.robots import add_robots
from dashboard.server.security import secure, trust
from dashboard.server.static import bootstrap_url, check_scripts, serve
from dashboard.settings import ROOT, FrameSettings, HostSettings, RateSettings
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY
from layers.fits import check_built
from layers.geography.built import built, manifest
from layers.geography.contents import Silhouette

INDEX = """<!DOCTYPE html>
<html lang="en-GB">
<head>{%metas%}<title>{%title%}</title>{%icon%}{%css%}{%coast%}
<link rel="preload" as="script" href="/PLOTLY" data-plotly>{%preload%}{%preview%}</head>
<body><noscript>NOSCRIPT</noscript>{%app_entry%}<div>{%config%}{%scripts%}{%renderer%}</div></body>
</html>"""

NOSCRIPT = """<style>._dash-loading { display: none; }</style><main class="noscript"><h1>Local growth landscape</h1>
<p>England’s combined authorities, LEPs, NHS footprints and deals on one map. The map and its pages need JavaScript, which is
switched off in this browser or did not arrive. Without it the same facts are here to take away:</p>
<ul><li><a href="/export/table.xlsx?table=map-districts">Every district and what covers it (XLSX)</a></li>
<li><a href="/export/overlaps.xlsx">Which bodies overlap, in people and area (XLSX)</a></li>
<li><a href="/export/data.zip">All the data with its sources (ZIP)</a></li>
<li><a href="/api/v1/openapi.json">The data for programs, described (JSON)</a></li></ul></main>"""
"""What a reader without scripts is told; pages are drawn in the browser."""

COMMON = " /:=,.;-"
"""Signs that an address of data within a stylesheet may hold as they are."""
FIRST_FILES = ("districts", "measures")
ENGLAND_FILES = ("districts-national",)
"""What the map page always fetches, and what it fetches when all of England is in view."""


class Dashboard(Dash):
    """Dash, with the files of the first picture asked for while its scripts still load, and 404 for what is not there."""

    def index(self, *args: Any, **kwargs: Any) -> tuple[str, int] | BaseResponse:
        """The document, which is the same for every address, and whether the address leads anywhere; or where it was to lead."""
        meant = meant_instead(landscape(), plain_pages())
        if meant is not None:
            return redirect(meant)
        return super().index(*args, **kwargs), status_of(request.path, landscape(), plain_pages())

    def interpolate_index(self, *args: Any, **kwargs: Any) -> str:
        """The page's HTML, with preloads for the map page, and what a link to it says."""
        page: str = super().interpolate_index(*args, **kwargs)
        page = page.replace("{%icon%}", icon()).replace("{%coast%}", coast() if request.path == "/" else "")
        page = page.replace("{%preload%}", preloads(request.path, request.args))
        return page.replace("{%preview%}", previews())


@cache
def icon() -> str:
    """The tab's icon, within the page: a browser that leaves a page early would abandon one it has to fetch."""
    drawn = base64.b64encode((ROOT / "assets" / "icon.svg").read_bytes()).decode()
    return f'<link rel="icon" href="data:image/svg+xml;base64,{drawn}">'


@cache
def coast() -> str:
    """England's silhouette for the stylesheet, which shows it where the map will be, until it is."""
    found: Silhouette = built("silhouette")
    size = f'viewBox="0 0 {found["width"]} {found["height"]}" width="{found["width"]}" height="{found["height"]}"'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path fill="#f3f6f9" d="{found["path"]}"/></svg>'
    return f'<style>:root {{ --coast: url("data:image/svg+xml,{quote(drawn, safe=COMMON)}"); }}</style>'


def previews() -> str:
    """How a link to the page that is asked for looks; nothing for a page that isn't there."""
    if status_of(request.path, landscape(), plain_pages()) != FOUND:
        return ""
    return preview_tags(request.path, request.args.to_dict(flat=False), landscape(), known_origin())


def preloads(path: str, query: Mapping[str, str]) -> str:
    """Preload links for the map page; none elsewhere, where they would go unused."""
    if path != "/":
        return ""
    files = manifest()
    names = FIRST_FILES if "zoom" in query else (*FIRST_FILES, *ENGLAND_FILES)
    links = [
        f'<link rel="preload" as="fetch" crossorigin href="/static/{files[name]}">' for name in names if name in files
    ]
    return "".join(links)


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded while this runs stays: looking for what could be let go would take a third of the start, and a tenth
    of a second of a request now and then.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@loading()
def create_app(debug: bool = False) -> Dash:
    """The Dash application over the data package; with ``debug`` Dash's tools for those who develop it.

    Raises:
        layers.TableError: the data is wrong; one sentence says where.
        SettingError: the environment sets something that can't be used.
        dashboard.server.static.NotBuiltError: the page's scripts have not been built.
    """
    check_scripts()
    land = landscape()
    check_built(land)
    app = Dashboard(
        "dashboard",
        title="Local growth landscape",
        update_title="",
        assets_folder=str(ROOT / "assets"),
        pages_folder=str(ROOT / "dashboard" / "pages"),
        use_pages=True,
        # Ours say more than Dash's own, which know no query.
        include_pages_meta=False,
        external_stylesheets=[f"/{bootstrap_url()}"],
        # Dash would send every page's layout a second time to validate ids; a test does that instead.
        suppress_callback_exceptions=True,
        index_string=INDEX.replace("PLOTLY", plotly_url()).replace("NOSCRIPT", NOSCRIPT),
    )
    tell_failures(app.server)
    note_routes(app.server)
    limit(app.server, RateSettings.from_environment())
    keep_answers(app.server)
    check_questions(app)
    add_health(app.server, land)
    add_robots(app.server)
    if debug:
        # Here, as Dash changes the server for it, which can't be done once the server has answered.
        app.enable_dev_tools(debug=True)
    add_postcodes(app.server, land)
    add_api(app.server, land)
    runner = add_exports(app.server)
    add_ready(app.server, land, runner.problem)
    secure(app, FrameSettings.from_environment())
    kept = serve(app.server)
    app.server.wsgi_app = Requests(Mended(app.server.wsgi_app))
    trust(app.server, HostSettings.from_environment())
    # Dash registers its scripts with the first page it serves; a worker must know them before any browser asks.
    kept.learn(app.server.test_client().get("/").get_data(as_text=True))
    snapshot_payload(land, DEFAULT_DAY)
    return app
