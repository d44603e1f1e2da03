"""The day's landscape as the map page is sent it: numbers of the toy world worked by hand (`tests.dashboard.toy`).

Districts are positions: 0 Ash, 1 Birch, 2 Cedar, 3 Dale, 4 Elm, 5 Fir, 6 Lime.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard.payloads.snapshot import snapshot_payload
from layers import Landscape

NOW = date(2017, 12, 1)


def body(toy: Landscape, identifier: str, day: date = NOW) -> dict[str, Any]:
    """One body of the day as it is sent."""
    layers = snapshot_payload(toy, day)["layers"]
    return next(item for layer in layers.values() for item in layer["bodies"] if item["id"] == identifier)


def test_an_authority_has_whole_districts_associates_and_two_outlines(toy):
    assert body(toy, "ca-alpha") == {
        "id": "ca-alpha",
        "name": "Alpha Combined Authority",
        "short": "Alpha",
        "shape": "ca-alpha",
        "people": 1000 + 500 + 2000,
        "whole": [0, 1, 3],
        "status": "since 1 April 2014",
        "associates": [2],
        "associateShape": "ca-alpha.associates",
    }


def test_a_body_of_part_of_a_district_says_how_much(toy):
    """North holds 300 of the 1000 people of Ash, and all of Birch."""
    assert body(toy, "stp-north") == {
        "id": "stp-north",
        "name": "North STP",
        "short": "North",
        "shape": "stp-north",
        "people": 800,
        "whole": [1],
        "part": [[0, 0.3]],
        "status": "since 15 March 2016",
    }


def test_a_fallen_deal_and_a_bid_have_no_people_and_are_marked(toy):
    gone, bid = body(toy, "deal-gone"), body(toy, "deal-bid")
    assert gone == {
        "id": "deal-gone",
        "name": "Gone Devolution Deal",
        "short": "Gone",
        "shape": "deal-gone",
        "standing": "fallen",
        "whole": [2, 3],
        "status": "withdrawn; announced 23 November 2015",
    }
    assert (bid["standing"], bid["whole"], bid["status"]) == ("bid", [4, 5], "not agreed; announced 4 September 2015")
    assert not {"people", "part"} & {*gone, *bid}


def test_before_it_fell_the_deal_was_live(toy):
    """Withdrawn on 8 September 2016: live the day before, with the people of Cedar and Dale."""
    assert body(toy, "deal-gone", date(2016, 9, 7))["people"] == 3000
    assert "standing" not in body(toy, "deal-gone", date(2016, 9, 7))
    assert body(toy, "deal-gone", date(2016, 9, 8))["standing"] == "fallen"


def test_a_programme_without_area_has_no_people_no_districts_and_no_outline(toy):
    found = body(toy, "lis-nowhere")
    assert found["people"] == 0
    assert not {"whole", "part", "shape"} & set(found)


@pytest.mark.parametrize(
    ("deal", "words"),
    [
        ("growth-deal-west", "£33m, £30,000 a head"),  # 11 + 22 million over 1100 people
        ("growth-deal-coast", "£24m, £3,038 a head"),  # 24 million over 7900
        ("growth-deal-east", "not known for every round"),
        ("deal-alpha", None),  # sums of other layers can't be compared
    ],
)
def test_money_of_growth_deals_in_words(toy, deal, words):
    assert body(toy, deal).get("money") == words


def test_growth_money_by_district(toy):
    """Cedar: 600 of its 1000 people in West at £30,000, 400 in Coast at £3,037.974…: £19,215.189…. In East an amount is unknown."""
    assert snapshot_payload(toy, NOW)["growth"] == [None, None, 19215.18, 3037.97, 3037.97, 3037.97, None]


def test_growth_money_before_the_second_round(toy):
    """On 1 February 2017 Dale’s Old has £11m over 2000 people, £5,500 a head; Coast, which has part of Cedar, has no deal yet."""
    assert snapshot_payload(toy, date(2017, 2, 1))["growth"] == [None, None, None, 5500.0, None, None, None]


@pytest.mark.parametrize(
    ("day", "words", "lines"),
    [
        (date(2017, 12, 1), "8 May 2017", ["First elected mayor took office: Alpha."]),
        (date(2017, 5, 7), "1 April 2017", ["Old LEP ended.", "1 district joined Coast LEP."]),
        (date(2017, 4, 1), "1 April 2017", ["Old LEP ended.", "1 district joined Coast LEP."]),
        (date(2017, 3, 31), "1 July 2016", ["1 district joined Alpha Combined Authority."]),
        (date(2018, 12, 31), "2 November 2018", ["1 district left Alpha Combined Authority."]),
    ],
)
def test_the_latest_change_up_to_the_day(toy, day, words, lines):
    changed = snapshot_payload(toy, day)["changed"]
    assert (changed["words"], sorted(changed["lines"])) == (words, sorted(lines))


def test_nothing_had_changed_on_the_first_day(toy):
    assert snapshot_payload(toy, date(2011, 1, 1))["changed"] is None


def test_the_day_itself_and_which_outlines_a_layer_is_drawn_with(toy):
    payload = snapshot_payload(toy, NOW)
    assert (payload["day"], payload["words"]) == ("2017-12-01", "1 December 2017")
    geometry = {layer: item["geometry"] for layer, item in payload["layers"].items()}
    assert geometry["growth_deal"] == geometry["lep"] == "lep"
    assert geometry["stp"] == "stp"
    assert not {"university", "nhs_trust"} & set(geometry)
    assert [item["id"] for item in payload["layers"]["stp"]["bodies"]] == [
        "stp-north",
        "stp-south",
        "stp-thames",
        "stp-vale",
    ]
    assert [item["id"] for item in snapshot_payload(toy, date(2018, 4, 1))["layers"]["stp"]["bodies"]][-2:] == [
        "stp-union",
        "stp-vale",
    ]
