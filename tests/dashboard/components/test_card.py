"""The card of what is selected on the map."""

from __future__ import annotations

from datetime import date

import pytest
from dash import html

from dashboard.components.card import card, lifetime, welcome
from tests.dashboard.components.reading import blocks, items, links, rows
from tests.dashboard.conftest import as_read, walk
from tests.layers.toy import code

NOW = date(2017, 12, 1)


def read(toy, select, day=NOW, fallen=False) -> str:
    return as_read(card(toy, select, day, fallen))


def covers(toy, letter, **more) -> dict[str, str]:
    """What the card says under each kind of body over a district."""
    found = card(toy, code(letter), more.get("day", NOW), more.get("fallen", False))
    sections = [item for item in walk(found) if isinstance(item, html.Section)]
    return {as_read(item.children[0]): as_read(item.children[1:]) for item in sections}


def test_a_district(toy):
    said = read(toy, code("A"))
    assert said.startswith("Unitary authority, North East × Ash 1,000 people (mid-2017), 400 km².")
    assert "Who covers it, 1 December 2017" in said
    assert f"/place/{code('A')}" in links(card(toy, code("A"), NOW, False))
    assert read(toy, code("E")).startswith("Non-metropolitan district in Valeshire, East Midlands")


def test_whole_and_part_and_with_whom(toy):
    found = covers(toy, "A")
    assert found["Combined authority"].startswith(
        "Alpha Combined Authority All of the district; start date not known; mayor since 8 May 2017. Shared with Birch and Dale."
    )
    assert found["STP footprints"].startswith(
        "North STP 30% of the district’s people; start date not known. Shared with Birch."
    )
    assert (
        "South STP 70% of the district’s people; start date not known. Shared with Cedar and Dale."
        in found["STP footprints"]
    )


def test_since_when(toy):
    found = covers(toy, "D")
    assert "All of the district, since 1 July 2016; mayor since 8 May 2017." in found["Combined authority"]
    assert "All of the district, since 1 April 2017." in found["Local enterprise partnership (LEP)"]
    assert "Shared with Elm and Fir; also holds 40% of Cedar’s people." in found["Local enterprise partnership (LEP)"]


@pytest.mark.parametrize(("day", "mayor"), [(date(2017, 5, 7), False), (date(2017, 5, 8), True)])
def test_a_mayor_from_the_first_day_in_office(toy, day, mayor):
    assert ("mayor since" in covers(toy, "A", day=day)["Combined authority"]) == mayor
    assert ("First elected mayor in office from 8 May 2017." in read(toy, "ca-alpha", day)) == mayor


def test_an_associate_has_no_mayor_and_no_share(toy):
    said = covers(toy, "C")["Combined authority"]
    assert said.startswith("Alpha Combined Authority Associate (non-constituent member); start date not known.")
    assert "mayor" not in said
    assert "Port City Deal Associate (partner)." in covers(toy, "B")["City deal"]


def test_only_what_a_body_holds_in_part(toy):
    """Of South's other districts only Ash is shared: Cedar and Dale are whole."""
    assert "Shared with Dale; also holds 70% of Ash’s people." in covers(toy, "C")["STP footprint"]
    assert "Also holds 60% of Cedar’s people." in covers(toy, "B")["Local enterprise partnerships (LEPs)"]


def test_fallen_deals_and_bids_when_asked_for(toy):
    assert "Devolution deal" not in covers(toy, "C")
    assert covers(toy, "C", fallen=True)["Devolution deal"].startswith("Gone Devolution Deal No longer stands.")
    assert covers(toy, "E", fallen=True)["Devolution deal"].startswith(
        "Bid Devolution Deal Only ever a bid: this district was invited."
    )


def test_the_main_kinds_that_are_missing(toy):
    assert "None here on this day: City deal and Devolution deal." in read(toy, code("D"))
    assert "None here on this day: City deal." in read(toy, code("C"), fallen=True)
    assert "None here on this day" not in read(toy, code("A"))


def test_institutions_of_a_district(toy):
    assert "Ash University, 900 students (2017/18)" in items(card(toy, code("A"), NOW, False))
    assert "Ash Hospital, acute trust" in items(card(toy, code("A"), NOW, False))
    assert "None has its head office here." in read(toy, code("E"))


def test_figures_beside_the_middle_districts(toy):
    """A middle of 405.25 pounds is shown as £405; below a hundred there is a decimal."""
    found = {row[0]: row[1:] for row in rows(card(toy, code("A"), NOW, False))}
    assert found["Measure"] == ["Here", "Middle district, England", "Middle district, North East"]
    assert found["Deprivation 2015"] == ["10.0", "35.0", "25.0"]
    assert found["Population mid-2017"] == ["1,000", "1,500", "1,000"]
    assert found["Output per head 2017, ITL3 value"] == ["£20,000", "£20,000", "£20,000"]
    assert found["Weekly pay April 2017"] == ["£400", "£405", "£405"]
    assert found["Employment 2017"] == ["70.0%", "72.5%", "73.8%"]
    assert found["Research 2017, ITL2 value"][0] == "€12.3"
    assert found["Income change 2017"] == ["−£12.5", "£5.0", "−£4.8"]
    lime = {row[0]: row[1:] for row in rows(card(toy, code("L"), NOW, False))}
    assert lime["Deprivation 2015"] == ["not available", "35.0", "not available"]


def test_a_body(toy):
    found = card(toy, "ca-alpha", NOW, False)
    assert "3,500 people, 1,200 km², 3 districts." in blocks(found)
    assert "From 1 April 2014." in blocks(found)
    assert items(found) == ["Ash", "Birch", "Dale", "Cedar associate, not counted"]
    assert "/body/ca-alpha" in links(found)
    assert "4,000 people, 400 km², 1 district." in blocks(card(toy, "ca-vale", NOW, False))
    assert "Ash 30% of its people" in items(card(toy, "stp-north", NOW, False))


def test_a_deal_with_its_money(toy):
    said = blocks(card(toy, "growth-deal-west", NOW, False))
    assert "All rounds to this day: £33m, £30,000 a head of the LEP’s people." in said
    east = blocks(card(toy, "growth-deal-east", NOW, False))
    assert "All rounds to this day: not known, as the amount of a round was not found." in east
    assert not any("All rounds" in text for text in blocks(card(toy, "deal-alpha", NOW, False)))


def test_bodies_without_area_or_not_in_being(toy):
    bid, nowhere = card(toy, "deal-bid", NOW, True), card(toy, "lis-nowhere", NOW, True)
    assert items(bid)[-2:] == ["Elm invited", "Fir invited"]
    assert "Its area is not in the data, so the map can’t draw it." in blocks(nowhere)
    assert not any("people," in text for text in blocks(nowhere))
    assert read(toy, "stp-union").endswith("Union STP Not in being on 1 December 2017: from 1 April 2018.")


def test_an_institution_and_the_bodies_round_it(toy):
    """Ash Hospital stands in the strip of Ash that is North's."""
    found = card(toy, "trust-RAA", NOW, False)
    assert "Head office in Ash." in blocks(found)
    assert [item.partition(": ")[2] for item in items(found)] == [
        "Alpha Combined Authority", "East LEP", "North STP", "Port City Deal", "East Growth Deal", "Alpha Devolution Deal", "North care system",
    ]  # fmt: skip
    assert "900 students (2017/18)." in blocks(card(toy, "university-10000001", NOW, False))
    assert "Students not known." in blocks(card(toy, "university-10000003", NOW, False))


@pytest.mark.parametrize("select", [None, "", "nobody"])
def test_nothing_selected_is_the_welcome(toy, select):
    assert as_read(card(toy, select, NOW, False)) == as_read(welcome())


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2011, 4, 1), None, "from 1 April 2011"),
        (date(2011, 4, 1), date(2012, 3, 31), "from 1 April 2011 to 31 March 2012"),
        (None, date(2012, 3, 31), "start date not known to 31 March 2012"),
        (None, None, "start date not known"),
    ],
)
def test_lifetime(start, end, words):
    assert lifetime(start, end) == words
