"""The page of one place: who decides, with whom, money, institutions, figures, changes."""

from __future__ import annotations

import pytest
from dash import html

from dashboard.components.place import anchors, deals, deciders, history, lines, sharers, summary
from dashboard.components.place_figures import comparison, statistics
from layers.place.area import area_of
from layers.place.covers import covers_of
from tests.dashboard.components.reading import blocks, items, links, rows
from tests.dashboard.conftest import as_read, walk
from tests.layers.toy import code

VALESHIRE = "E10000001"


def place(now, letter):
    """An area with what covers it."""
    area = area_of(now.landscape, letter if len(letter) > 1 else code(letter))
    return area, covers_of(now, area)


def test_summary(now):
    said = as_read(summary(now, place(now, "E")[0]))
    assert said.startswith(
        "Non-metropolitan district in Valeshire, East Midlands Elm 4,000 people (mid-2017). As at 1 December 2017."
    )
    county = summary(now, place(now, VALESHIRE)[0])
    assert "2 districts, 5,500 people (mid-2017)." in as_read(county)
    assert "Its districts: Elm and Fir." in blocks(county)
    assert not any(text.startswith("Its districts") for text in blocks(summary(now, place(now, "A")[0])))
    assert as_read(summary(now, place(now, "A")[0])).startswith("Unitary authority, North East Ash")
    assert f"/export/place.pdf?code={code('E')}&as_at=2017-12-01" in links(summary(now, place(now, "E")[0]))


def test_deciders(now):
    found = deciders(now, place(now, "C")[1])
    assert items(found) == [
        "Alpha Combined Authority: associate (non-constituent), not counted in its area, since a day not known.",
        "Coast LEP: 40% of its people, since a day not known.",
        "West LEP: 60% of its people, since a day not known.",
        "South STP: the whole place, since a day not known.",
        "Coast Growth Deal: 40% of its people; signed, announced 9 March 2017.",
        "West Growth Deal: 60% of its people; signed, announced 2 February 2017.",
    ]
    assert [as_read(head) for head in walk(found) if isinstance(head, html.H3)] == [
        "Combined authority", "Local enterprise partnerships (LEPs)", "STP footprint", "Growth deals",
    ]  # fmt: skip


def test_since_when_and_with_a_mayor(now):
    said = items(deciders(now, place(now, "D")[1]))
    assert (
        "Alpha Combined Authority: the whole place, since 1 July 2016, with an elected mayor since 8 May 2017." in said
    )
    assert "Coast LEP: the whole place, since 1 April 2017." in said
    assert "Vale Combined Authority: 72.7% of its people, since 1 April 2016." in items(
        deciders(now, place(now, VALESHIRE)[1])
    )


def test_no_decider(toy):
    first = toy.as_at("2011-01-01")
    assert as_read(deciders(first, place(first, "D")[1])).endswith(
        "No body, deal or programme of these layers covers this place on this day."
    )


def test_bodies_with_the_same_other_districts_stand_together(now):
    found = rows(sharers(place(now, "A")[1]))[1:]
    assert found == [
        ["Alpha combined authority", "Birch and Dale"],
        ["East LEP, growth deal; North STP; Alpha devolution deal; North care integrated care system", "Birch"],
        ["South STP", "Cedar and Dale"],
        ["Port city deal", "nowhere else"],
    ]


def test_a_district_shared_in_part_says_how_much(now):
    found = {row[0]: row[1] for row in rows(sharers(place(now, "B")[1]))}
    assert found["West LEP, growth deal"] == "Cedar (60% of its people)"
    elm = {row[0]: row[1] for row in rows(sharers(place(now, "E")[1]))}
    assert elm["Coast LEP, growth deal"] == "Dale, Fir and Cedar (40% of its people)"


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        ("C", ["Coast Growth Deal (40% of the people here)", "West Growth Deal (60% of the people here)"]),
        ("A", ["Port City Deal", "East Growth Deal", "Alpha Devolution Deal"]),
    ],
)
def test_deals_by_name_and_share(now, letter, said):
    found = deals(place(now, letter)[1])
    assert [as_read(head) for head in walk(found) if isinstance(head, html.H3)] == said


def test_money_a_head(now):
    """Alpha £30m over Ash's and Birch's 1500 people; Lime £120.5m over its own 8000; Port's amount is unknown."""
    assert "£20,000 a head of the whole deal’s area." in blocks(deals(place(now, "A")[1]))
    assert "£15,063 a head here, as the deal is this place’s alone." in blocks(deals(place(now, "L")[1]))
    assert "£30,000 a head of the whole deal’s area." in blocks(deals(place(now, "C")[1]))
    assert sum("a head" in text for text in blocks(deals(place(now, "A")[1]))) == 1


def test_no_deal(toy):
    early = toy.as_at("2012-01-01")
    assert "No city, growth or devolution deal covers this place on this day." in blocks(deals(place(early, "L")[1]))


def test_anchor_institutions(now):
    """From Elm's point at 430 km east, 310 north, Birch's at 430, 330 and Dale's at 410, 310 are each 20 km away."""
    found = anchors(now, place(now, "E")[0])
    assert "None has its head office here." in blocks(found)
    assert "Within 20 km (3)" in as_read(found)
    assert items(found) == [
        "Birch Hospital, acute trust, 20 km",
        "Birch University, 70 students (2018/19), 20 km",
        "Dale Hospital, acute trust, 20 km",
    ]
    lime = anchors(now, place(now, "L")[0])
    assert items(lime) == ["Lime College, students not known"]
    assert "None." in blocks(lime)


def test_history(now, toy):
    assert items(history(now, place(now, "A")[0])) == [
        "17 January 2014 Port City Deal: announced.",
        "2 October 2015 Alpha Devolution Deal: announced.",
        "8 May 2017 Alpha Combined Authority: first elected mayor took office.",
        "15 June 2017 North care system integrated care system: announced.",
    ]
    first = toy.as_at("2011-01-01")
    assert as_read(history(first, place(first, "A")[0])).endswith("Nothing had changed by this day.")


def test_lines_that_do_not_match(now, toy):
    assert items(lines(now, place(now, "E")[0])) == [
        "The Vale combined authority lies inside the Coast LEP.",
        "The Vale combined authority lies inside the Vale STP.",
        "The Coast LEP contains the Vale STP.",
    ]
    first = toy.as_at("2011-02-01")
    assert items(lines(first, place(first, "E")[0])) == [
        "Fewer than two kinds of body cover this place on this day, so no lines can differ."
    ]


def test_figures_of_a_county(now):
    found = {row[0]: row[1:4] for row in rows(statistics(now, place(now, VALESHIRE)[0]))}
    assert found["Measure"] == ["Here", "Middle district, England", "Middle district, East Midlands"]
    assert found["Deprivation 2015"] == ["50.0 to 60.0", "35.0", "55.0"]
    assert found["Population mid-2017"] == ["5,500", "1,500", "2,750"]
    assert found["Weekly pay April 2017"] == ["not available", "£405", "not available"]
    assert found["Research 2017, ITL2 value"][0] == "€5.0 (1 of 2 districts)"
    strips = [item for item in walk(statistics(now, place(now, VALESHIRE)[0])) if hasattr(item, "data-strip")]
    assert {getattr(item, "data-codes") for item in strips} == {f"{code('E')},{code('F')}"}


def test_places_side_by_side(now):
    areas = [place(now, letter)[0] for letter in ("E", "C", "A")]
    found = {row[0]: row[1:] for row in rows(comparison(now, areas))}
    assert found["Layer or figure"] == ["Elm", "Cedar", "Ash"]
    assert found["Combined authorities"] == ["Vale", "Alpha (associate)", "Alpha"]
    assert found["Local enterprise partnerships (LEPs)"] == ["Coast", "Coast (40%), West (60%)", "East"]
    assert found["STP footprints"] == ["Vale", "South", "North (30%), South (70%)"]
    assert found["Business rates pilots"] == ["none"] * 3
    assert found["Deprivation 2015"] == ["50.0", "30.0", "10.0"]
    assert f"/place/{code('C')}" in links(comparison(now, areas))
    assert f"/place/{code('E')}" not in links(comparison(now, areas)), "the place whose page it is"
