"""The one-page brief of an STP."""

from __future__ import annotations

import pytest

from dashboard.components.brief import brief, deciders, investment, leaders, meeting
from tests.dashboard.components.reading import blocks, items, links, rows
from tests.dashboard.conftest import as_read
from tests.layers.toy import code


@pytest.fixture
def south(now):
    return now.by_id["stp-south"]


def test_the_lead(now, south):
    lead = "3,700 people (mid-2017). One combined authority and one devolution deal. Three LEPs. Two easily missed."
    assert lead in blocks(brief(now, south))
    assert "/export/briefing.pptx?body=stp-south" in links(brief(now, south))


def test_leaders(now, south):
    found = rows(leaders(now, south))
    assert found[1] == ["Alpha Combined Authority", "2,700", "73%", "77.1%", "since 8 May 2017"]
    assert found[3:] == [
        ["Coast LEP", "2,400", "64.9%", "30.4%"],
        ["East LEP", "700", "18.9%", "46.7%"],
        ["West LEP", "600", "16.2%", "54.5%"],
    ]
    assert (
        "Three upper-tier councils, with their share of the STP’s people: Dale (54.1%), Cedar (27%) and Ash (18.9%)."
        in blocks(leaders(now, south))
    )


def test_leaders_elsewhere(now, toy):
    north, thames = now.by_id["stp-north"], now.by_id["stp-thames"]
    assert "Two LEPs. 500 people live under two." in blocks(leaders(now, north))
    assert "No combined authority holds any of its people." in blocks(leaders(now, thames))
    assert "One upper-tier council, with their share of the STP’s people: Valeshire (100%)." in blocks(
        leaders(now, now.by_id["stp-vale"])
    )
    before = toy.as_at("2017-05-07")
    assert rows(leaders(before, before.by_id["stp-south"]))[1][-1] == "none on this day"


def test_investment(now, south):
    """Vale has 5500 of Coast's 7900 people and so £16.71m of £24m: £3,038 for each of its 5500 people."""
    said = blocks(investment(now, south))
    assert "Growth Deal money by people: not known, as the amount of a round was not found for East." in said
    assert "18.9% of the STP’s people live in it." in said
    assert "Growth Deal money by people: £16.71m, £3,038 a head." in blocks(investment(now, now.by_id["stp-vale"]))
    thames = blocks(investment(now, now.by_id["stp-thames"]))
    assert "No Growth Deal had been announced by this day." in thames
    assert "No devolution deal or city deal covers any of its people." in blocks(investment(now, now.by_id["stp-vale"]))
    assert "No devolution deal or city deal covers any of its people." not in thames


def test_deciders(now, south):
    assert items(deciders(now, south)) == [
        "300 people of Ash (30%) belong to North’s STP.",
        "Integrated care systems: none on this day.",
        "Leading Places: none on this day.",
    ]
    assert f"/place/{code('A')}" in links(deciders(now, south))
    assert items(deciders(now, now.by_id["stp-vale"])) == [
        "Every district with people in it lies wholly in this STP.",
        "Integrated care systems: none on this day.",
        "Leading Places: Vale leaders (100% of the STP’s people).",
    ]


def test_meeting(now, south):
    found = items(meeting(now, south))
    assert found[0] == "Alpha Devolution Deal holds about 1 in 5 of South’s people: 700 people in one district. Ash."
    assert (
        "Coast Growth Deal and Coast LEP hold about two-thirds of South’s people: 2,400 people in two districts. Cedar and Dale."
        in found
    )
    assert found[-2:] == [
        "Birch Hospital, acute trust",
        "Dale Hospital, acute trust; placed here by its head office alone",
    ]
    assert "NHS trusts: 1 by a source, 1 by head office only" in as_read(meeting(now, south))
    assert blocks(meeting(now, now.by_id["stp-thames"])).count("Nothing small enough to be missed.") >= 1
