"""Addresses that lead somewhere are answered 200, all others 404, with the same page and the same headers."""

from __future__ import annotations

import dash
import pytest

from dashboard.server.addresses import plain_pages, status_of

PAGES = ("/", "/overlaps", "/about")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("", 200),
        ("/overlaps", 200),
        ("/overlaps/", 200),
        ("/Overlaps", 404),
        ("/timeline", 404),
        ("/overlaps/more", 404),
        ("/place/E07000141", 200),
        ("/place/E10000019", 200),
        ("/place/E07000141/", 200),
        ("/place/e07000141", 404),
        ("/place/E99999999", 404),
        ("/place/E12000001", 404),
        ("/place/E07000141/more", 404),
        ("/place/", 404),
        ("/place", 404),
        ("/body/ca-west-midlands", 200),
        ("/body/E07000141", 404),
        ("/body/nobody", 404),
        ("/body/", 404),
        ("/E07000141", 404),
        ("/nowhere/at/all", 404),
        ("/place/" + "x" * 3000, 404),
    ],
)
def test_status(land, path, status):
    assert status_of(path, land, PAGES) == status


def test_a_body_of_another_day_has_an_address(land):
    """Its page says when it existed, so the address is a good one."""
    gone = next(body.id for body in land.all_bodies.values() if body.valid_to and body.layer == "lep")
    assert status_of(f"/body/{gone}", land, ()) == 200


def test_every_page_of_the_application_counts(app):
    pages = plain_pages()
    assert {"/", "/overlaps", "/patchwork", "/briefing", "/timeline", "/about"} <= set(pages)
    assert not any("<" in path or "not" in path for path in pages)
    templated = [page for page in dash.page_registry.values() if page["path_template"]]
    assert {page["path_template"] for page in templated} == {"/place/<code>", "/body/<identifier>"}


@pytest.mark.parametrize("path", ["/", "/about", "/place/E07000141?as_at=2016-01-01", "/body/ca-west-midlands"])
def test_pages_are_answered_200(client, path):
    assert (client.get(path).status_code, client.head(path).status_code) == (200, 200)


@pytest.mark.parametrize("path", ["/nowhere", "/place/E99999999", "/body/nobody?as_at=2016-01-01", "/not-found-404"])
def test_what_is_not_there_is_the_same_document_with_404(client, path):
    lost, found = client.get(path), client.get("/about")
    assert (lost.status_code, client.head(path).status_code) == (404, 404)
    assert lost.mimetype == "text/html"
    text = lost.get_data(as_text=True)
    assert "_dash-renderer" in text
    assert text.count("<script") == found.get_data(as_text=True).count("<script")
    assert lost.headers["Content-Security-Policy"] == found.headers["Content-Security-Policy"]
    assert not lost.cache_control.immutable


def test_the_page_says_how_to_go_on(app):
    from dashboard.pages import not_found_404
    from tests.dashboard.conftest import text_of, walk

    layout = not_found_404.layout(as_at="2016-01-01")
    assert "There is no page at this address" in text_of(layout)
    links = {item.href for item in walk(layout) if hasattr(item, "href")}
    assert links == {"/", "/overlaps", "/patchwork", "/briefing", "/timeline", "/about"}
