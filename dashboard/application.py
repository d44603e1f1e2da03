"""Make the application: data first, then pages, static files and security headers."""

from __future__ import annotations

from dash import Dash

from dashboard.api import add_api
from dashboard.health import add_health
from dashboard.security import secure
from dashboard.settings import ROOT
from dashboard.snapshot import snapshot_payload
from dashboard.static import bootstrap_url, plotly_url, serve
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY

INDEX = """<!DOCTYPE html>
<html lang="en-GB">
<head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}
<link rel="preload" as="script" href="/PLOTLY" data-plotly></head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""


def create_app() -> Dash:
    """The Dash application over the data package.

    Raises:
        layers.TableError: the data is wrong; one sentence says where.
    """
    land = landscape()
    app = Dash(
        "dashboard",
        title="Local growth landscape",
        update_title="",
        assets_folder=str(ROOT / "assets"),
        pages_folder=str(ROOT / "dashboard" / "pages"),
        use_pages=True,
        external_stylesheets=[f"/{bootstrap_url()}"],
        # Dash would send every page's layout a second time to validate ids; a test does that instead.
        suppress_callback_exceptions=True,
        index_string=INDEX.replace("PLOTLY", plotly_url()),
    )
    add_health(app.server, land)
    add_api(app.server, land)
    secure(app)
    serve(app.server)
    # Dash registers its scripts with the first page it serves; a worker must know them before any browser asks.
    app.server.test_client().get("/")
    snapshot_payload(land, DEFAULT_DAY)
    return app
