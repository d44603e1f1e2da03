"""Addresses that were changed on their way, asked of the whole application: pages, exports, the API and callbacks."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.server.answers import CALLBACKS
from tests.dashboard.server.test_questions import question, router


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/?layers=stp&amp;as_at=2016-03-15.", "/?layers=stp&as_at=2016-03-15"),
        ("/?utm_source=news&fbclid=x", "/"),
        ("/overlaps?a=stp%26b=lep", "/overlaps?a=stp&b=lep"),
        ("/place/E07000171?as_at=2016-03-15)", "/place/E07000171?as_at=2016-03-15"),
        ("/place/E07000171.", "/place/E07000171"),
        ("/place/E07000171).?as_at=2016-03-15", "/place/E07000171?as_at=2016-03-15"),
        ("/body/ca-west-midlands%20", "/body/ca-west-midlands"),
        ("/about.", "/about"),
        ("/).", "/"),
    ],
)
def test_a_browser_is_sent_to_the_page_that_was_meant(client: FlaskClient, asked: str, meant: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (302, meant)
    assert "Content-Security-Policy" in answer.headers
    assert client.get(meant).status_code == 200


@pytest.mark.parametrize("path", ["/nowhere?utm_source=x", "/nowhere.", "/place/E99999999.", "/%5Cexample.org/."])
def test_what_leads_nowhere_stays_where_it_is(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize("path", ["//example.org/.", "//about.", "//", "///example.org"])
def test_nobody_is_sent_to_another_host(client: FlaskClient, path: str) -> None:
    answer = client.get("/", query_string="utm_source=x", environ_overrides={"PATH_INFO": path})
    leads_to = answer.headers.get("Location", "/")
    assert urlsplit(leads_to).netloc in ("", "localhost")
    assert not leads_to.startswith(("//", "/\\"))


@pytest.mark.parametrize("path", ["/?layers=stp", "/?title=Kent.", "/overlaps", "/?as_at=nonsense&zoo=1"])
def test_an_address_that_nothing_has_touched_is_answered_at_once(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "a=stp&amp;b=lep&amp;as_at=2016-03-15",
        "a=stp%26b=lep%26as_at=2016-03-15.",
        "a=stp&b=lep&as_at=2016-03-15)&utm_source=mail&mc_cid=1",
        "a%3Dstp%26b%3Dlep%26as_at%3D2016-03-15",
    ],
)
def test_exports_and_the_api_answer_for_the_same_view(client: FlaskClient, query: str) -> None:
    asked = "a=stp&b=lep&as_at=2016-03-15"
    for address in ("/api/v1/overlaps", "/export/overlaps.csv"):
        changed, plain = client.get(f"{address}?{query}"), client.get(f"{address}?{asked}")
        assert plain.status_code == changed.status_code == 200
        assert changed.data == plain.data
        assert changed.headers.get("ETag") == plain.headers.get("ETag")


def test_what_no_mail_program_writes_is_still_refused(client: FlaskClient) -> None:
    assert client.get("/api/v1/layers?as_at=2016-03-15&zoo=1").status_code == 400
    assert client.get("/export/overlaps.csv?as_at=2016.03.15").status_code == 400


def test_a_page_that_is_asked_for_in_the_browser_is_the_one_that_was_meant(app: Dash, client: FlaskClient) -> None:
    plain, changed = (
        client.post(CALLBACKS, json=question(app, router(app), ["/place/E07000171", search])).get_json()
        for search in ("?as_at=2016-03-15", "?utm_source=x&amp;as_at=2016-03-15.")
    )
    assert changed == plain
    assert "not used here" not in str(changed)


@pytest.mark.parametrize(
    ("asked", "framed"),
    [
        ("/overlaps?a=stp&b=lep&embed=1", "/?measure=none&layers=lep,stp&embed=1"),
        ("/place/E07000171?as_at=2016-03-15&embed=1", "/?measure=none&as_at=2016-03-15&select=E07000171&embed=1"),
        ("/place/E07000171.?embed=1.", "/?measure=none&select=E07000171&embed=1"),
        ("/about?embed=1", "/?embed=1"),
    ],
)
def test_in_a_frame_of_another_site_a_page_is_its_map(client: FlaskClient, asked: str, framed: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (302, framed)
    assert client.get(framed).status_code == 200
