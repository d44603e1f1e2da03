"""What browsers may keep for ever: only what a fingerprint names."""

from __future__ import annotations

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from dashboard.server import static


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> FlaskClient:
    """A server with a page, an asset and a script of a library, and no prepared copies."""
    server = Flask("bare", static_folder=None)
    server.add_url_rule("/", "page", lambda: "page")
    server.add_url_rule("/assets/a.js", "asset", lambda: "asset")
    server.add_url_rule("/assets/gone.js", "gone", lambda: abort(404))
    server.add_url_rule("/_dash-component-suites/a.js", "script", lambda: "script")
    server.add_url_rule("/_dash-component-suites-of-others/a.js", "other", lambda: "other")
    server.add_url_rule("/other/assets/a.js", "elsewhere", lambda: "elsewhere")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(static, "PREPARED", tmp_path_factory.mktemp("none"))
        static.serve(server)
    return server.test_client()


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/assets/a.js?m=1511.25", True),
        ("/assets/a.js", False),
        ("/assets/a.js?v=1511", False),
        ("/assets/gone.js?m=1511", False),
        ("/_dash-component-suites/a.js", True),
        ("/_dash-component-suites-of-others/a.js", False),
        ("/_dash-component-suites-of-others/a.js?m=1", False),
        ("/other/assets/a.js?m=1", False),
        ("/", False),
        ("/?m=1", False),
    ],
)
def test_only_what_a_fingerprint_names_is_kept_for_ever(bare, address, kept):
    assert bool(bare.get(address).cache_control.immutable) == kept


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("/static/districts.0123456789ab.json", True),
        ("/static/districts.json", False),
        ("/static/districts.0123456789.json", False),
        ("/static/districts.0123456789ag.json", False),
        ("/_dash-component-suites/dash/dcc/async-graph.v2_1m1700.js", True),
        ("/_dash-component-suites/dash/dcc/async-graph.js", False),
        ("/_dash-component-suites/plotly/package_data/plotly.min.js", True),
        ("/stamp", False),
    ],
)
def test_what_a_name_says_of_its_content(url, named):
    assert bool(static._HASHED.search(url)) == named


def test_plotly_and_bootstrap_change_their_address_with_their_content():
    import plotly

    assert static.plotly_url().endswith(f"plotly.min.js?v={plotly.__version__}")
    assert static.bootstrap_name().startswith("bootstrap.")
    assert len(static.bootstrap_name()) == len("bootstrap..css") + 12
