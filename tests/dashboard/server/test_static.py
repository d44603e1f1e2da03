"""What browsers may keep for ever: only what a fingerprint names."""

from __future__ import annotations

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from dashboard.server import static

SCRIPT = "/_dash-component-suites/dash/a.v1_0m1700.js"
DOCUMENT = (
    f'<link href="/assets/a.js?m=1511.25"><script src="{SCRIPT}"></script><link href="/lib.js?v=1&amp;w=2"><a href="/">'
)


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> FlaskClient:
    """A server with a page, an asset and a script of a library, no prepared copies, and a document that names them."""
    server = Flask("bare", static_folder=None)
    for path in (
        "/",
        "/assets/a.js",
        "/assets/b.js",
        SCRIPT,
        "/_dash-component-suites/dash/a.v1_0m9.js",
        "/other/assets/a.js",
        "/static/x.0123456789ab.json",
        "/static/x.json",
        "/_dash-component-suites/dash/a.js.map",
    ):
        server.add_url_rule(path, path, lambda: "content")
    server.add_url_rule("/assets/gone.js", "gone", lambda: abort(404))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(static, "PREPARED", tmp_path_factory.mktemp("none"))
        static.serve(server).learn(DOCUMENT)
    return server.test_client()


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/assets/a.js?m=1511.25", True),
        ("/assets/a.js?m=1511.26", False),
        ("/assets/a.js?m=anything", False),
        ("/assets/a.js", False),
        ("/assets/b.js?m=1511.25", False),
        ("/assets/gone.js?m=1511.25", False),
        (SCRIPT, True),
        (f"{SCRIPT}?m=1", False),
        ("/_dash-component-suites/dash/a.v1_0m9.js", False),
        ("/other/assets/a.js?m=1511.25", False),
        ("/static/x.0123456789ab.json", True),
        ("/static/x.json", False),
        ("/", False),
        ("/?m=1", False),
    ],
)  # fmt: skip
def test_only_what_a_fingerprint_names_is_kept_for_ever(bare, address, kept):
    assert bool(bare.get(address).cache_control.immutable) == kept


def test_what_is_not_kept_is_asked_for_again(bare):
    assert bare.get("/assets/a.js").headers["Cache-Control"] == "no-cache"
    assert bare.get("/assets/a.js?m=1511.25").headers["Cache-Control"] == static.FOR_EVER
    assert "Cache-Control" not in bare.get("/assets/gone.js").headers


def test_maps_to_sources_are_closed(bare):
    assert bare.get("/_dash-component-suites/dash/a.js.map").status_code == 404


def test_bootstrap_changes_its_address_with_its_content():
    assert static.bootstrap_name().startswith("bootstrap.")
    assert len(static.bootstrap_name()) == len("bootstrap..css") + 12
