"""What crowds ask is what the dashboard answers."""

from __future__ import annotations

import json

import pytest

from bench.asks import API, CALLBACK, CALLBACKS, FILE, PAGE, SHARES, Ask, asks, content_of, linked_in, peer_asks, write
from dashboard.server.application import create_app
from dashboard.world import landscape


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


@pytest.fixture(scope="module")
def asked():
    return asks(landscape(), ["/static/a.css"])


def test_every_kind_has_a_share_and_is_asked(asked):
    assert {ask.kind for ask in asked} == set(SHARES) == {PAGE, CALLBACK, API, FILE}
    assert Ask(FILE, "/static/a.css") in asked
    assert all((ask.body is not None) == (ask.kind == CALLBACK) for ask in asked)


def test_every_place_and_body_is_asked_for_as_page_content_and_record(asked):
    land = landscape()
    paths = {ask.path for ask in asked}
    assert {f"/place/{code}" for code in land.districts} <= paths
    assert {f"/api/v1/bodies/{body}" for body in land.all_bodies} <= paths
    contents = {ask.body for ask in asked}
    assert {content_of(f"/body/{body}") for body in land.all_bodies} <= contents


@pytest.mark.parametrize("kind", [PAGE, CALLBACK, API])
def test_the_dashboard_answers_what_is_asked(client, asked, kind):
    some = [ask for ask in asked if ask.kind == kind][:40]
    for ask in some:
        if ask.body is None:
            answer = client.get(ask.path)
        else:
            answer = client.post(ask.path, data=ask.body, content_type="application/json")
        assert answer.status_code == 200, ask


def test_the_content_of_a_page_on_a_day_names_both():
    given = json.loads(content_of("/overlaps?as_at=2016-05-01"))
    assert [item["value"] for item in given["inputs"]] == ["/overlaps", "?as_at=2016-05-01"]
    assert [item["value"] for item in json.loads(content_of("/about"))["inputs"]] == ["/about", ""]


def test_files_are_those_that_a_page_names_once_each():
    page = (
        '<link href="/static/a.css"><script src="/_dash-component-suites/x.js?v=1&amp;m=2"></script>'
        '<script src="/static/a.css"></script><a href="/export/data.zip">data</a><a href="/place/E1">x</a>'
        '<script src="http://example.org/static/b.js"></script><link href="/assets/s.css">'
    )
    assert linked_in(page) == ["/static/a.css", "/_dash-component-suites/x.js?v=1&m=2", "/assets/s.css"]


def test_the_peer_is_asked_for_its_page_callback_and_files():
    found = peer_asks(["/assets/p.css"])
    assert {ask.kind for ask in found} == {PAGE, CALLBACK, FILE}
    assert {ask.path for ask in found} == {"/", CALLBACKS, "/assets/p.css"}


def test_requests_are_written_as_the_clients_read_them(tmp_path):
    write(tmp_path / "asks.json", [Ask(PAGE, "/"), Ask(CALLBACK, "/c", "{}")])
    assert json.loads((tmp_path / "asks.json").read_text("utf-8")) == [
        {"kind": PAGE, "path": "/", "body": None},
        {"kind": CALLBACK, "path": "/c", "body": "{}"},
    ]
