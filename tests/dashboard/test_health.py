"""The health endpoint: what an operator's probe reads."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from dashboard.server.health import health_report
from layers.landscape import Landscape


def test_it_reports_what_was_loaded(client: FlaskClient, land: Landscape) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json == health_report(land)
    assert answer.json["status"] == "ok"
    assert (answer.json["districts"], answer.json["small_areas"]) == (326, 32_844)
    assert answer.json["version"] == land.version != ""
    assert re.fullmatch(r"\d+\.\d+\.\d+", answer.json["release"])
    assert answer.json["bodies"]["stp"] == 44
    assert not {"university", "nhs_trust"} & set(answer.json["bodies"])


def test_it_can_only_be_read(client: FlaskClient) -> None:
    assert client.post("/health").status_code == 405
