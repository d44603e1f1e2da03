"""The health of a server over the toy world."""

from __future__ import annotations

from flask import Flask

from dashboard.server.health import add_health, health_report


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
