"""Robots may read the pages, and neither make files nor ask callbacks; read as the standard library's own robot reads it."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest
from flask.testing import FlaskClient

from dashboard.server.addresses import plain_pages
from dashboard.server.previews import PICTURE


@pytest.fixture
def rules(client: FlaskClient) -> RobotFileParser:
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    found = RobotFileParser()
    found.parse(answer.get_data(as_text=True).splitlines())
    return found


def test_pages_their_files_and_the_api_may_be_read(rules: RobotFileParser) -> None:
    for path in (*plain_pages(), "/?layers=stp", "/place/E07000171", "/assets/style.css", "/api/v1/openapi.json"):
        assert rules.can_fetch("Anybot", f"https://maps.example{path}"), path


def test_the_picture_beside_a_link_may_be_read(rules: RobotFileParser) -> None:
    for query in ("", "&layers=stp"):
        assert rules.can_fetch("Anybot", f"https://maps.example{PICTURE}{query}")


def test_exports_and_callbacks_may_not(rules: RobotFileParser) -> None:
    for path in (
        "/export/map.png",
        "/export/map.png?size=1920",
        "/export/table.csv?table=map-districts",
        "/_dash-update-component",
    ):
        assert not rules.can_fetch("Anybot", f"https://maps.example{path}"), path


def test_a_reader_without_scripts_is_led_to_the_facts(client: FlaskClient) -> None:
    told = client.get("/").get_data(as_text=True).partition("<noscript>")[2].partition("</noscript>")[0]
    assert "need JavaScript" in told
    assert told.count("<a href=") >= 4
