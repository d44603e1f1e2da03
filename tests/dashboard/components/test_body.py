"""The page of one body."""

from __future__ import annotations

import pytest

from dashboard.components.body import absent, around, deals, districts, institutions, partners, summary
from layers.geography.borders import part_borders
from tests.dashboard.components.reading import blocks, items, links, rows
from tests.dashboard.conftest import as_read
from tests.layers.toy import code


def packs(node) -> list[str]:
    return [link for link in links(node) if link.startswith("/export/briefing")]


@pytest.mark.parametrize(
    ("body", "offered"),
    [("ca-alpha", True), ("deal-alpha", True), ("deal-gone", False), ("deal-bid", False), ("lis-nowhere", False)],
)
def test_a_pack_is_offered_of_a_body_with_an_area_in_force(now, body, offered):
    """Gone has its districts, but has fallen; a bid and a strategy of nowhere have no area."""
    found = packs(summary(now, now.by_id[body]))
    assert found == ([f"/export/briefing.pptx?body={body}", f"/export/briefing.pdf?body={body}"] if offered else [])


def test_a_pack_is_of_the_day(toy):
    day = toy.as_at("2016-09-07")
    assert packs(summary(day, day.by_id["deal-gone"]))[0] == "/export/briefing.pptx?body=deal-gone&as_at=2016-09-07"


def test_summary(now):
    said = blocks(summary(now, now.by_id["ca-alpha"]))
    assert "3,500 people (mid-2017), 1,200 km²." in said
    assert "From 1 April 2014." in said
    assert "First elected mayor in office from 8 May 2017." in said
    assert any(text.startswith("E47") for text in said)
    north = blocks(summary(now, now.by_id["stp-north"]))
    assert "From 15 March 2016 to 31 March 2018." in north
    assert "Its districts passed to Union STP on 1 April 2018." in north
    assert "Its area is not in the data." in blocks(summary(now, now.by_id["lis-nowhere"]))
    assert not any(text.startswith("From") for text in blocks(summary(now, now.by_id["deal-alpha"])))


@pytest.mark.parametrize(("day", "said"), [("2017-05-07", False), ("2017-05-08", True)])
def test_a_mayor_from_the_first_day_in_office(toy, day, said):
    at = toy.as_at(day)
    assert any("First elected mayor" in text for text in blocks(summary(at, at.by_id["ca-alpha"]))) == said


def test_neighbouring_pages(now):
    """Alpha, Bid, Gone are the devolution deals by name; of those in force Alpha stands alone."""
    assert "/body/deal-alpha" in links(summary(now, now.by_id["deal-bid"]))
    assert "/body/deal-gone" in links(summary(now, now.by_id["deal-bid"]))
    alone = links(summary(now, now.by_id["deal-alpha"]))
    assert not [link for link in alone if link.startswith("/body/")]
    assert "← North" in as_read(summary(now, now.by_id["stp-south"]))
    assert "Thames →" in as_read(summary(now, now.by_id["stp-south"]))


@pytest.mark.parametrize(
    ("body", "title", "listed"),
    [
        ("ca-alpha", "Districts: 3 whole", ["Ash", "Birch", "Dale", "Cedar, associate (non-constituent), not counted"]),
        ("stp-north", "Districts: 1 whole, 1 in part", ["Birch", "Ash, 30% of its people"]),
        ("deal-bid", "Districts: 0 whole", ["Elm, invited", "Fir, invited"]),
        ("deal-gone", "Districts: 2 whole", ["Cedar", "Dale"]),
        ("lis-nowhere", "Districts: 0 whole", []),
    ],
)
def test_districts(now, body, title, listed):
    found = districts(now, now.by_id[body])
    assert as_read(found).startswith(title)
    assert items(found) == listed
    assert ("Its area is not in the data." in as_read(found)) == (not listed)


def test_partners(now):
    """In both North and Port live 300 people of Ash, where Ash University and Ash Hospital stand."""
    found = {row[0]: row[1:] for row in rows(partners(now, now.by_id["stp-north"])) if row[1] != "People in both"}
    assert found["Port"] == ["300", "37.5%", "30%", "crosses", "one university, one NHS trust"]
    assert found["Alpha"] == ["800", "100%", "53.3%", "inside", "two universities, two NHS trusts"], (
        "the deal, listed last"
    )
    assert found["North care"] == ["800", "100%", "100%", "same", "two universities, two NHS trusts"]
    vale = {row[0]: row[1:] for row in rows(partners(now, now.by_id["ca-vale"]))}
    assert vale["Coast"] == ["4,000", "100%", "50.6%", "inside", "none"]


def test_partners_that_there_are_not(now):
    said = blocks(partners(now, now.by_id["stp-north"]))[-1]
    assert said.startswith("On this day it shares people with no other STP, no Leading Places partnership")
    assert "LEP" not in said
    assert as_read(partners(now, now.by_id["lis-nowhere"])).endswith("Not known, as its area is not in the data.")
    assert as_read(partners(now, now.by_id["deal-gone"])).endswith("Not counted, as it is not in force on this day.")


def test_a_partner_leads_to_its_page_and_to_the_pair(now):
    found = links(partners(now, now.by_id["stp-north"]))
    assert "/body/lep-west" in found
    assert "/overlaps?a=stp&b=lep&as_at=2017-12-01&pair=stp-north~lep-west" in found


def test_deals_with_and_without_money(now):
    assert as_read(deals(now, now.by_id["deal-alpha"])).startswith("Deals and money")
    assert as_read(deals(now, now.by_id["leading-vale"])).startswith("Agreements")
    assert deals(now, now.by_id["stp-north"]) == ""
    led = deals(now, now.by_id["lep-west"])
    assert "/body/growth-deal-west" in links(led)
    assert "All rounds together: £33m, £30,000 a head of the LEP’s people." in blocks(led)
    assert items(led) == [
        "round of 2014: signed, announced 7 July 2014; £11m.",
        "round of 2017: signed, announced 2 February 2017; £22m.",
    ]


def test_headlines_and_places_in_them_on_a_deals_own_page(now):
    own, led = deals(now, now.by_id["deal-alpha"]), deals(now, now.by_id["ca-alpha"])
    assert "Buses and skills in Ash." in blocks(own)
    assert f"/place/{code('A')}" in links(own)
    assert "Buses and skills in Ash." not in blocks(led)


def test_rounds_of_a_merged_lep_are_listed_and_not_added(now):
    found = deals(now, now.by_id["growth-deal-coast"])
    assert "Old" not in as_read(blocks(found)[-1])
    assert sum("of a LEP since merged; not added" in item for item in items(found)) == 2
    assert "All rounds together: £24m, £3,038 a head of the LEP’s people." in blocks(found)


def test_institutions(now):
    found = institutions(now, now.by_id["ca-vale"])
    assert "No university or NHS trust has its head office here." in as_read(found)
    assert not [link for link in links(found) if "table=" in link]
    north = institutions(now, now.by_id["stp-north"])
    assert "(4 by head office)" in as_read(north)
    assert [link for link in links(north) if "table=body-institutions" in link]
    assert "(one by head office)" in as_read(institutions(now, now.by_id["city-lime"]))
    assert institutions(now, now.by_id["lis-nowhere"]) == ""


def test_bodies_next_to_it(now, world):
    """North and South touch along Ash and between Birch and Cedar; South and Vale along Dale and Cedar; Thames none."""
    borders = part_borders(world.boundaries)
    assert as_read(around(now, now.by_id["stp-south"], borders)) == "Next to it: two STPs North and Vale"
    assert as_read(around(now, now.by_id["ca-vale"], borders)) == "Next to it: one combined authority Alpha"
    assert around(now, now.by_id["stp-thames"], borders) == ""


def test_a_body_that_is_not_in_being(toy):
    found = absent(toy, toy.all_bodies["stp-union"], "1 December 2017")
    assert "Not in being on 1 December 2017: from 1 April 2018." in blocks(found)
    assert links(found) == ["?as_at=2018-04-01"]
