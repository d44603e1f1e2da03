"""Static files: compressed as the browser likes, cached for ever when their name says what is in them, 404 else."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.server.library import plotly_url
from dashboard.server.static import PREPARED, bootstrap_name, is_current, prepare, stamp_of
from dashboard.settings import ROOT
from layers.geography.built import BOUNDARIES

MANIFEST = json.loads((BOUNDARIES / "manifest.json").read_text("utf-8"))["names"]
DISTRICTS = MANIFEST["districts"]


@pytest.mark.parametrize(
    ("accepted", "encoding", "open_"),
    [
        ("br, gzip", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("identity", None, bytes),
    ],
)
def test_boundaries_are_compressed_beforehand(
    client: FlaskClient, accepted: str, encoding: str | None, open_: type
) -> None:
    answer = client.get(f"/static/{DISTRICTS}", headers={"Accept-Encoding": accepted})
    assert answer.status_code == 200
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.mimetype == "application/json"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert open_(answer.get_data()) == (BOUNDARIES / DISTRICTS).read_bytes()


def seconds(answer: object) -> int:
    """How long an answer may be kept."""
    return int(answer.cache_control.max_age or 0)  # type: ignore[attr-defined]


def test_boundaries_are_immutable(client: FlaskClient) -> None:
    answer = client.get(f"/static/{DISTRICTS}")
    assert answer.cache_control.immutable
    assert answer.cache_control.public
    assert seconds(answer) >= 31_536_000


def test_every_file_of_the_manifest_is_served(client: FlaskClient) -> None:
    for name in MANIFEST.values():
        answer = client.head(f"/static/{name}")
        assert (answer.status_code, answer.cache_control.immutable) == (200, True), name


def test_plotly_is_kept_by_browsers(client: FlaskClient) -> None:
    answer = client.get(f"/{plotly_url()}", headers={"Accept-Encoding": "br"})
    assert answer.status_code == 200
    assert seconds(answer) >= 31_536_000
    assert answer.cache_control.immutable
    assert answer.headers["Content-Encoding"] == "br"
    answer.close()


def test_assets_are_kept_for_ever_as_every_link_to_them_has_their_fingerprint(client: FlaskClient) -> None:
    linked = re.findall(r'"(/assets/[^"]+)"', client.get("/").get_data(as_text=True))
    assert {path.name for path in (ROOT / "assets").glob("*.js")} <= {url[8:].partition("?")[0] for url in linked}
    for url in linked:
        assert re.search(r"\?m=[\d.]+$", url), url
        answer = client.get(url)
        assert answer.cache_control.immutable, url
        answer.close()


def test_pages_are_not_marked_immutable(client: FlaskClient) -> None:
    for url in ("/", "/?layers=stp", "/health", "/_dash-layout"):
        assert not client.get(url).cache_control.immutable


@pytest.mark.parametrize(
    "path",
    [
        "/static/none.json",
        "/static/districts.json",
        "/static/../app.py",
        "/static/..%2f..%2fapp.py",
        "/static/%2e%2e/%2e%2e/data/README.md",
        "/assets/../app.py",
        "/assets/%2e%2e/dashboard/settings.py",
        "/assets/none.js",
        "/stamp",
        "/_dash-component-suites/dash/dcc/dash_core_components.js.map",
        "/_dash-component-suites/dash/none.js",
        "/_dash-component-suites/plotly/../../app.py",
        "/_dash-component-suites/os/path.py",
    ],
)
def test_what_is_not_there_is_404(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    text = answer.get_data(as_text=True)
    assert "create_app" not in text
    assert "Traceback" not in text
    assert not answer.cache_control.immutable


def test_prepare_writes_compressed_copies_once(app: Dash, tmp_path: Path) -> None:
    target = tmp_path / "static"
    (target / "old").mkdir(parents=True)
    assert not is_current(target)
    count = prepare(app, target)
    files = [path for path in target.rglob("*") if path.is_file()]
    assert count == len(files) > 20
    assert not (target / "old").exists()
    assert is_current(target)
    plotly = next(target.rglob("plotly-geo.*.js"))
    assert brotli.decompress(plotly.with_suffix(".js.br").read_bytes()) == plotly.read_bytes()
    assert gzip.decompress(plotly.with_suffix(".js.gz").read_bytes()) == plotly.read_bytes()
    assert (target / "static" / bootstrap_name()).stat().st_size > 100_000
    assert any("async-graph" in path.name for path in files)
    assert not any("stamp" in path.name for path in files), "what is inside is served"
    stamp_of(target).write_text("another version", "utf-8")
    assert not is_current(target)


def test_without_prepared_copies_everything_is_still_served(
    app: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from flask import Flask

    from dashboard.server import static

    assert tmp_path != PREPARED
    monkeypatch.setattr(static, "PREPARED", tmp_path)
    server = Flask("bare")
    static.serve(server)
    bare = server.test_client()
    assert bare.get(f"/{static.bootstrap_url()}").status_code == 200
    assert bare.get(f"/static/{DISTRICTS}").status_code == 200
