"""The health of a server over the toy world."""

from __future__ import annotations

import pytest
from flask import Flask

from dashboard.server.health import add_health, add_ready, health_report
from dashboard.settings import RELEASE


def test_counts_are_of_bodies_in_force(toy):
    """Of three devolution deals one stands; the strategy of nowhere is in force, wherever it is."""
    report = health_report(toy)
    assert report["bodies"] == {
        "combined_authority": 2, "lep": 3, "stp": 4, "city_deal": 2, "growth_deal": 3, "devolution_deal": 1,
        "business_rates_pilot": 1, "leading_places": 1, "science_innovation_audit": 0, "local_industrial_strategy": 1,
        "integrated_care_system": 1,
    }  # fmt: skip
    counts = ("districts", "small_areas", "measures", "institutions")
    assert [report[name] for name in counts] == [7, 11, 9, 6]
    assert (report["status"], report["version"], report["as_at"]) == ("ok", "toy", "2017-12-01")


def test_health_is_never_kept(toy):
    server = Flask("bare")
    add_health(server, toy)
    answer = server.test_client().get("/health")
    assert (answer.status_code, answer.headers["Cache-Control"], answer.json["version"]) == (200, "no-store", "toy")


@pytest.mark.parametrize(
    ("problem", "status", "found"),
    [
        ("", 200, {"status": "ready", "exports": "can be made"}),
        ("Nobody makes files.", 503, {"status": "not ready", "exports": "Nobody makes files."}),
    ],
)
def test_ready_says_whether_files_can_be_made_and_else_why_not(toy, problem, status, found):
    server = Flask("bare")
    add_ready(server, toy, lambda: problem)
    answer = server.test_client().get("/ready")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (status, "no-store")
    assert answer.json == found | {"release": RELEASE, "version": "toy", "data": "checked"}


def test_the_dashboard_is_ready_with_workers_of_its_own(app):
    answer = app.server.test_client().get("/ready")
    assert (answer.status_code, answer.json["exports"]) == (200, "can be made")
