"""Security headers on every kind of answer, and a policy that the served page keeps to."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.server.library import plotly_url
from dashboard.server.security import HEADERS, content_policy
from dashboard.server.static import bootstrap_url
from layers.geography.built import BOUNDARIES

KINDS = {
    "page": "/",
    "page with a query": "/?layers=stp&as_at=nonsense",
    "lost page": "/nowhere",
    "layout": "/_dash-layout",
    "callbacks": "/_dash-dependencies",
    "health": "/health",
    "script": "/assets/landscape.js",
    "style": "/assets/style.css",
    "library": f"/{plotly_url()}",
    "bootstrap": f"/{bootstrap_url()}",
    "boundaries": f"/static/{next(BOUNDARIES.glob('districts.*.json')).name}",
    "missing asset": "/assets/none.js",
    "missing static file": "/static/none.json",
    "missing library": "/_dash-component-suites/dash/none.js",
    "wrong method": "/_dash-update-component",
}


@pytest.mark.parametrize("url", KINDS.values(), ids=KINDS.keys())
def test_every_answer_carries_the_headers(client: FlaskClient, url: str) -> None:
    answer = client.get(url)
    for name, value in HEADERS.items():
        assert answer.headers.getlist(name) == [value]
    assert "Set-Cookie" not in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers
    answer.close()


def directives(policy: str) -> dict[str, list[str]]:
    """A policy's directives by name."""
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


def test_the_policy_allows_this_host_only_and_no_eval(app: Dash) -> None:
    found = directives(content_policy(app))
    assert found["default-src"] == ["'self'"]
    assert found["object-src"] == ["'none'"]
    assert found["frame-ancestors"] == ["'self'"]
    assert "unsafe-eval" not in content_policy(app)
    assert "'unsafe-inline'" not in found["script-src"]
    everything = {value for values in found.values() for value in values if not value.startswith("'sha256-")}
    assert everything <= {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}


@pytest.mark.parametrize("url", ["/", "/?layers=stp", "/nowhere"])
def test_the_policy_names_exactly_the_inline_scripts_served(client: FlaskClient, url: str) -> None:
    answer = client.get(url)
    page = answer.get_data(as_text=True)
    inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", page, re.DOTALL)
    assert len(inline) >= 2
    wanted = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline}
    allowed = directives(answer.headers["Content-Security-Policy"])["script-src"]
    assert {value for value in allowed if value.startswith("'sha256-")} == wanted


def test_the_page_loads_nothing_from_elsewhere(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    loaded = re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="([^"]+)"', page)
    assert len(loaded) > 10
    assert all(re.match(r"/(?!/)|data:image/svg", url) for url in loaded), loaded
    assert not re.search(r"<[^>]+\son\w+=", page), "an inline handler would be blocked"


def test_pages_have_a_policy_and_files_need_none(client: FlaskClient) -> None:
    assert "Content-Security-Policy" in client.get("/nowhere").headers
    assert "Content-Security-Policy" not in client.get("/health").headers
