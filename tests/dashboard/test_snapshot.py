"""A day's payload: complete, consistent with the landscape, small, and plain JSON."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import brotli
import pytest

from dashboard.payloads.snapshot import money_words, snapshot_payload
from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY
from layers.geography.built import built
from layers.landscape import Landscape

COUNTS = {
    "combined_authority": 9,
    "lep": 38,
    "stp": 44,
    "city_deal": 26,
    "growth_deal": 38,
    "devolution_deal": 12,
}


@pytest.fixture(scope="module")
def payload(land: Landscape) -> dict[str, Any]:
    return snapshot_payload(land, DEFAULT_DAY)


def live(payload: dict[str, Any], layer: str) -> list[dict[str, Any]]:
    return [body for body in payload["layers"][layer]["bodies"] if "standing" not in body]


@pytest.mark.parametrize(("layer", "count"), COUNTS.items())
def test_counts_of_december_2017(payload: dict[str, Any], layer: str, count: int) -> None:
    assert len(live(payload, layer)) == count


def test_day_words_and_latest_change(payload: dict[str, Any]) -> None:
    assert (payload["day"], payload["words"]) == ("2017-12-01", "1 December 2017")
    assert payload["changed"]["words"] == "8 May 2017"
    assert "Tees Valley" in " ".join(payload["changed"]["lines"])


def test_stps_cover_every_district_once(payload: dict[str, Any], land: Landscape) -> None:
    """Shares sum to one in each district, whole or split: STPs are a partition of England."""
    total: Counter[int] = Counter()
    for body in live(payload, "stp"):
        for position in body["whole"]:
            total[position] += 1
        for position, share in body.get("part", []):
            assert 0 < share < 1
            total[position] += share
    assert sorted(total) == list(range(len(land.districts)))
    assert all(value == pytest.approx(1, abs=0.0003) for value in total.values())
    assert sum(body["people"] for body in live(payload, "stp")) == 55_619_430


def test_positions_are_those_of_the_districts(payload: dict[str, Any], land: Landscape) -> None:
    codes = list(land.districts)
    (stp,) = (body for body in live(payload, "stp") if body["id"] == "stp-the-black-country")
    assert {codes[at] for at in stp["whole"]} == {"E08000027", "E08000028", "E08000030", "E08000031"}
    assert [(codes[at], share) for at, share in stp["part"]] == [("E08000025", 0.1546)]
    (authority,) = (body for body in live(payload, "combined_authority") if body["id"] == "ca-sheffield-city-region")
    assert "E07000171" in {codes[at] for at in authority["associates"]}
    assert "E07000171" not in {codes[at] for at in authority["whole"]}


def test_fallen_deals_are_marked_and_not_counted(payload: dict[str, Any]) -> None:
    bodies = {body["id"]: body for body in payload["layers"]["devolution_deal"]["bodies"]}
    assert bodies["devolution-north-east"]["standing"] == "fallen"
    assert bodies["devolution-north-midlands"]["standing"] == "bid"
    assert "people" not in bodies["devolution-north-midlands"]
    assert "standing" not in bodies["devolution-greater-manchester"]


def test_growth_deals_are_drawn_as_their_lep(payload: dict[str, Any]) -> None:
    assert payload["layers"]["growth_deal"]["geometry"] == "lep"
    shapes = {body["shape"] for body in live(payload, "lep")}
    assert {body["shape"] for body in live(payload, "growth_deal")} == shapes
    (deal,) = (body for body in live(payload, "growth_deal") if body["id"] == "growth-deal-black-country")
    assert deal["money"] == "£217.8m, £184 a head"


def test_money_is_said_for_growth_deals_only(land: Landscape) -> None:
    now = land.as_at(DEFAULT_DAY)
    assert {money_words(body) for body in now.bodies("devolution_deal")} == {""}
    assert all(money_words(body) for body in now.bodies("growth_deal"))


def test_growth_money_is_in_district_order(payload: dict[str, Any], land: Landscape) -> None:
    assert len(payload["growth"]) == len(land.districts)
    sandwell = payload["growth"][list(land.districts).index("E08000028")]
    assert sandwell == pytest.approx(217.8e6 / 1_186_098, abs=0.06)


@pytest.mark.parametrize("day", [FIRST_DAY, DEFAULT_DAY, date(2018, 4, 1), LAST_DAY])
def test_it_is_plain_json_and_small(land: Landscape, day: date) -> None:
    payload = snapshot_payload(land, day)
    text = json.dumps(payload, allow_nan=False)
    assert json.loads(text) == payload
    assert len(brotli.compress(text.encode(), quality=5)) < 40_000
    assert None not in [
        value for layer in payload["layers"].values() for body in layer["bodies"] for value in body.values()
    ]


def test_the_kept_answer_is_the_fresh_one(land: Landscape) -> None:
    kept = snapshot_payload(land, DEFAULT_DAY)
    assert snapshot_payload(land, DEFAULT_DAY) is kept
    assert snapshot_payload.__wrapped__(land, DEFAULT_DAY) == kept


def test_every_shape_has_an_outline(land: Landscape) -> None:
    payload = snapshot_payload(land, DEFAULT_DAY)
    for layer in payload["layers"].values():
        outlines = built(f"{layer['geometry']}-national-0")
        drawn = {feature["id"] for feature in outlines["features"]}
        assert {body["shape"] for body in layer["bodies"] if "shape" in body} <= drawn
