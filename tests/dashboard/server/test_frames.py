"""Who may show a page in a frame: this site, and for the map that is made for others those that the setting names."""

from __future__ import annotations

import pytest
from dash import Dash
from flask import Flask
from flask.testing import FlaskClient

from dashboard.server.security import HEADERS, secure
from dashboard.settings import FrameSettings, SettingError

SITES = ("https://kent.example", "https://*.nhs.example:8443")


def client_of(*sites: str) -> FlaskClient:
    """A client of a server that answers everything with a page, or at /plain with text, framed by these sites."""
    server = Flask("frames")
    server.add_url_rule("/", "page", lambda: "<html></html>")
    server.add_url_rule("/plain", "plain", lambda: ("text", 200, {"Content-Type": "text/plain"}))
    secure(Dash("frames", server=server), FrameSettings(sites))
    return server.test_client()


def ancestors(client: FlaskClient, path: str) -> tuple[str, str | None]:
    """What the policy says of frames, and the older header that says it too."""
    headers = client.get(path).headers
    told = headers.get("Content-Security-Policy", "").partition("frame-ancestors ")[2]
    return told, headers.get("X-Frame-Options")


def test_a_page_is_framed_by_nobody_else_unless_it_is_made_for_that() -> None:
    closed, opened = client_of(), client_of(*SITES)
    assert ancestors(closed, "/?embed=1") == ("'self'", "SAMEORIGIN")
    for path in ("/", "/?embed=0", "/?present=1", "/?embed=0&embed=1"):
        assert ancestors(opened, path) == ("'self'", "SAMEORIGIN"), path
    assert ancestors(opened, "/?layers=stp&embed=1") == (f"'self' {' '.join(SITES)}", None)
    assert ancestors(opened, "/plain?embed=1") == ("", "SAMEORIGIN")
    assert opened.get("/?embed=1").headers["X-Content-Type-Options"] == HEADERS["X-Content-Type-Options"]


def test_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRAME_ANCESTORS", raising=False)
    assert FrameSettings.from_environment() == FrameSettings(())
    monkeypatch.setenv("FRAME_ANCESTORS", f" {SITES[0]}, {SITES[1]},")
    assert FrameSettings.from_environment() == FrameSettings(SITES)


@pytest.mark.parametrize(
    "value",
    ["*", "https:", "example.org", "https://", "https://*", "https://x.org/", "https://x.org/page", "https://x.org; script-src *",
     "https://x.org https://y.org", "'none'", "data:", "https://x.org\nX: y", "https://*.*.x.org", "https://x.org:port", "ftp://x.org"],
)  # fmt: skip
def test_what_is_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("FRAME_ANCESTORS", value)
    with pytest.raises(SettingError, match="FRAME_ANCESTORS holds"):
        FrameSettings.from_environment()
