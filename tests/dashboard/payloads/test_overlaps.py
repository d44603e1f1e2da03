"""Two layers against each other as the overlaps page is sent them: totals on both sides, cells, drawings.

STPs against LEPs on 1 December 2017, by people (see `tests.dashboard.toy`)::

             East 1500   West 1100   Coast 7900   none   in two or more
North  800         800         500            0      0              500
South 3700         700         600         2400      0                0
Vale  5500           0           0         5500      0                0
Thames 8000          0           0            0   8000                0
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard.payloads.drawings import bodies_drawing, layers_drawing, place_drawing
from dashboard.payloads.overlaps import pair_payload, selected
from layers import Landscape
from layers.place.area import area_of
from tests.dashboard.pairs import cells_of
from tests.layers.toy import code

NOW = date(2017, 12, 1)
CELL = ("people", "match", "km2", "whole", "part", "share_a", "share_b")


def cells(payload: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """The cells by the short names of their bodies, each with named values."""
    found = {}
    for cell in cells_of(payload):
        named = dict(zip(CELL, cell[2:], strict=True)) | {"match": payload["matches"][cell.match]}
        found[payload["a"][cell.a]["short"], payload["b"][cell.b]["short"]] = named
    return found


def totals(payload: dict[str, Any], side: str) -> dict[str, tuple[int, int, int]]:
    """People, people in none and people in two or more of the other layer, by short name."""
    return {body["short"]: (body["people"], body["none"], body["many"]) for body in payload[side]}


def test_totals_of_both_sides(toy):
    payload = pair_payload(toy, "stp", "lep", "people", NOW)
    assert totals(payload, "a") == {
        "North": (800, 0, 500),
        "South": (3700, 0, 0),
        "Vale": (5500, 0, 0),
        "Thames": (8000, 8000, 0),
    }
    assert totals(payload, "b") == {"East": (1500, 0, 0), "West": (1100, 0, 0), "Coast": (7900, 0, 0)}


def test_totals_the_other_way_round(toy):
    """Birch's 500 people live in two LEPs, so they are North's in two or more whichever side STPs stand on."""
    payload = pair_payload(toy, "lep", "stp", "people", NOW)
    assert totals(payload, "b")["North"] == (800, 0, 500)
    assert totals(payload, "b")["Thames"] == (8000, 8000, 0)
    assert totals(payload, "a")["Coast"] == (7900, 0, 0)


def test_people_of_the_second_layer_in_none_of_the_first(toy):
    """Authorities hold Ash, Birch, Dale and Elm: of West they lack Cedar's 600, of Coast Cedar's 400 and Fir's 1500."""
    payload = pair_payload(toy, "combined_authority", "lep", "people", NOW)
    assert totals(payload, "b") == {"East": (1500, 0, 0), "West": (1100, 600, 0), "Coast": (7900, 1900, 0)}
    assert totals(payload, "a") == {"Alpha": (3500, 0, 500), "Vale": (4000, 0, 0)}


def test_cells_by_people(toy):
    """North in East: 300 of Ash and all of Birch, 200 + 400 km²; shares 800/800 and 800/1500."""
    found = cells(pair_payload(toy, "stp", "lep", "people", NOW))
    assert set(found) == {
        ("North", "East"), ("North", "West"), ("South", "East"), ("South", "West"), ("South", "Coast"), ("Vale", "Coast"),
    }  # fmt: skip
    assert found["North", "East"] == {
        "people": 800, "match": "inside", "km2": 600.0, "whole": 1, "part": 1, "share_a": 1.0, "share_b": 0.533333,
    }  # fmt: skip
    assert found["South", "Coast"] == {
        "people": 2400, "match": "crosses", "km2": 600.0, "whole": 1, "part": 1, "share_a": 0.648648, "share_b": 0.303797,
    }  # fmt: skip
    assert found["North", "West"] | {"km2": 0} == {
        "people": 500, "match": "crosses", "km2": 0, "whole": 1, "part": 0, "share_a": 0.625, "share_b": 0.454545,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("weight", "share_a", "share_b"),
    [
        ("area", 0.666666, 0.666666),  # Birch is 400 of North's 600 km² and 400 of West's 600
        ("districts", 0.5, 0.5),  # Birch is one of Ash and Birch, and one of Birch and Cedar
    ],
)
def test_shares_by_another_weight(toy, weight, share_a, share_b):
    payload = pair_payload(toy, "stp", "lep", weight, NOW)
    cell = cells(payload)["North", "West"]
    assert (cell["share_a"], cell["share_b"], cell["people"], cell["match"]) == (share_a, share_b, 500, "crosses")
    assert payload["weight"] == weight


def test_a_layer_against_itself_leaves_out_each_with_itself(toy):
    payload = pair_payload(toy, "lep", "lep", "people", NOW)
    assert set(cells(payload)) == {("East", "West"), ("West", "East")}
    assert cells(payload)["East", "West"]["people"] == 500


def test_the_day_decides(toy):
    """On 31 March 2017 Dale is still in Old: Coast has 5900 people."""
    payload = pair_payload(toy, "stp", "lep", "people", date(2017, 3, 31))
    assert totals(payload, "b") == {
        "East": (1500, 0, 0),
        "West": (1100, 0, 0),
        "Coast": (5900, 0, 0),
        "Old": (2000, 0, 0),
    }
    assert (payload["day"], payload["layers"]) == ("2017-03-31", ["stp", "lep"])


@pytest.mark.parametrize(
    ("pair", "found"),
    [
        ("stp-north~lep-west", ("stp-north", "lep-west")),
        ("stp-north~lis-nowhere", None),  # no area
        ("lis-nowhere~stp-north", None),
        ("stp-union~lep-west", None),  # not yet
        ("stp-north~nobody", None),
        ("stp-north", None),
        ("stp-north~lep-west~lep-east", None),
        (None, None),
    ],
)
def test_a_pair_is_selected_when_both_have_an_area_on_the_day(now, pair, found):
    bodies = selected(now, pair)
    assert (bodies and tuple(body.id for body in bodies)) == found


def test_two_bodies_are_drawn_with_what_they_share(now):
    """Alpha and South share Ash's southern part and Dale; Dale Hospital stands there."""
    drawn = bodies_drawing(now, (now.by_id["ca-alpha"], now.by_id["stp-south"]))
    assert drawn["outlines"] == [
        {"layer": "combined_authority", "geometry": "combined_authority", "shape": "ca-alpha"},
        {"layer": "stp", "geometry": "stp", "shape": "stp-south"},
    ]
    assert drawn["parts"] == [f"{code('A')}-2", code("D")]
    assert drawn["points"] == ["trust-RDD"]


def test_one_body_is_drawn_alone(now):
    drawn = bodies_drawing(now, (now.by_id["growth-deal-west"],))
    assert drawn == {
        "outlines": [{"layer": "growth_deal", "geometry": "lep", "shape": "lep-west"}],
        "parts": [],
        "points": [],
    }


def test_a_place_is_drawn_with_the_authorities_leps_and_stps_over_it(now, toy: Landscape):
    """Ash: Alpha, East, North and South, but no deal and no care system."""
    drawn = place_drawing(now, area_of(toy, code("A")))
    assert [item["shape"] for item in drawn["outlines"]] == ["ca-alpha", "lep-east", "stp-north", "stp-south"]
    assert drawn["parts"] == [f"{code('A')}-1", f"{code('A')}-2"]


def test_every_outline_of_some_layers(now):
    """The strategy of nowhere has no outline to draw."""
    drawn = layers_drawing(now, ("local_industrial_strategy", "combined_authority"))
    assert [item["shape"] for item in drawn["outlines"]] == ["ca-alpha", "ca-vale"]
    assert drawn["parts"] == []
