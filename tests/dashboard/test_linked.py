"""Place names in sentences and lists as links: only whole names, never part of another, and the day goes along."""

from __future__ import annotations

from datetime import date

import pytest
from dash import html

from dashboard.components import body as body_parts
from dashboard.components.agreements import agreement_list
from dashboard.components.brief import brief, deciders
from dashboard.components.card import card
from dashboard.components.linked import linked, listing, place_listing, places_of
from dashboard.components.patchwork import coverage, detail
from layers.briefing import split_districts
from layers.dates import DEFAULT_DAY
from tests.dashboard.conftest import as_read, walk
from tests.dashboard.test_place_page import check_links

JUNE = date(2018, 6, 1)
DURHAM, DARLINGTON = "E06000047", "E06000005"
PLACES = {"Durham": DURHAM, "Darlington": DARLINGTON, "Lincoln": "E07000138", "North Kesteven": "E07000139"}
STP = "Durham, Darlington, Teesside, Hambleton, Richmondshire and Whitby"


def place_hrefs(node):
    """Name and address of every link to a place's page."""
    return [
        (item.children, item.href)
        for item in walk(node)
        if isinstance(item, html.A) and item.href.startswith("/place/")
    ]


def names(pieces):
    return [name for name, _ in place_hrefs(pieces)]


def test_the_first_mention_is_a_link_and_the_text_stays():
    pieces = linked("People of Durham and Darlington; more of Durham.", PLACES, JUNE)
    assert as_read(pieces) == "People of Durham and Darlington; more of Durham."
    assert place_hrefs(pieces) == [
        ("Durham", f"/place/{DURHAM}?as_at=2018-06-01"),
        ("Darlington", f"/place/{DARLINGTON}?as_at=2018-06-01"),
    ]


def test_the_default_day_needs_no_words_in_the_address():
    assert place_hrefs(linked("in Lincoln", PLACES, DEFAULT_DAY)) == [("Lincoln", "/place/E07000138")]


@pytest.mark.parametrize(
    "text",
    [
        "Lincolnshire declined.",
        "County Durham declined.",
        "run from Durham University",
        "the Lincoln-based board",
        "the anti-Durham vote",
        "durham, in small letters",
        "West North Kesteven",
        "nothing of the kind",
        "",
    ],
)
def test_part_of_another_word_or_name_is_no_mention(text):
    pieces = linked(text, PLACES, JUNE)
    assert names(pieces) == []
    assert "".join(pieces) == text


def test_a_possessive_is_a_mention():
    assert names(linked("15.5% of Lincoln’s people", PLACES, JUNE)) == ["Lincoln"]


def test_no_link_within_the_name_of_a_body():
    text = f"25 people of Darlington belong to {STP}’s STP, not those of Durham."
    pieces = linked(text, PLACES, JUNE, keep=(STP,))
    assert names(pieces) == ["Darlington", "Durham"]
    assert as_read(pieces) == text
    assert pieces[2] == f" belong to {STP}’s STP, not those of "
    assert names(linked(f"All of {STP}’s people", PLACES, JUNE, keep=(STP,))) == []


def test_a_body_named_as_a_place_is_does_not_take_the_places_link():
    pieces = linked("9 people of Lincoln belong to Lincoln’s STP.", PLACES, JUNE, keep=("Lincoln", ""))
    assert names(pieces) == ["Lincoln"]
    assert pieces[2] == " belong to Lincoln’s STP."


def test_the_longest_name_wins():
    places = {"Kesteven": "E1", "North Kesteven": "E2", "City of York": "E3", "York": "E4"}
    assert names(linked("North Kesteven, City of York and Kesteven", places, JUNE)) == [
        "North Kesteven",
        "City of York",
        "Kesteven",
    ]


def test_a_name_is_not_read_as_a_pattern():
    assert names(linked("in Sto Ives", {"St. Ives": "E5", "St.": "E6"}, JUNE)) == []
    assert names(linked("in St. Ives", {"St. Ives": "E5"}, JUNE)) == ["St. Ives"]
    assert names(linked("in Bristol, City of", {"Bristol, City of": "E6"}, JUNE)) == ["Bristol, City of"]
    assert linked("no places given", {}, JUNE) == ["no places given"]


@pytest.mark.parametrize(
    ("items", "most", "read"),
    [
        ([], None, ""),
        (["a"], None, "a"),
        (["a", "b"], None, "a and b"),
        (["a", "b", "c"], 3, "a, b and c"),
        (["a", "b", "c", "d"], 2, "a, b and 2 more"),
        ([["1 of ", html.A("a", href="/")], "b", ["c", "’s"]], None, "1 of a, b and c’s"),
    ],
)
def test_a_list_in_words(items, most, read):
    assert as_read(listing(items, most)) == read


def test_a_list_of_districts(land):
    codes = ["E07000138", "E07000139", "E07000140"]
    pieces = place_listing(land, codes, JUNE, 2)
    assert as_read(pieces) == "Lincoln, North Kesteven and 1 more"
    assert [href for _, href in place_hrefs(pieces)] == [f"/place/{code}?as_at=2018-06-01" for code in codes[:2]]


def test_the_card_names_with_whom_a_body_is_shared(land):
    shown = card(land, "E08000028", JUNE, False)
    assert "Shared with Dudley, Walsall and Wolverhampton; also holds 15.5% of Birmingham’s people." in as_read(shown)
    assert {
        ("Dudley", "/place/E08000027?as_at=2018-06-01"),
        ("Birmingham", "/place/E08000025?as_at=2018-06-01"),
    } <= set(place_hrefs(shown))
    assert all("as_at=2018-06-01" in href for _, href in place_hrefs(shown))


def test_the_card_links_the_county(land):
    assert ("Nottinghamshire", "/place/E10000024") in place_hrefs(card(land, "E07000171", DEFAULT_DAY, False))


def test_the_brief_links_councils_split_districts_and_what_is_missed(land):
    snapshot = land.as_at(JUNE)
    shown = brief(snapshot, snapshot.by_id["stp-hertfordshire-and-west-essex"])
    assert {"Hertfordshire", "Essex", "North Hertfordshire"} <= set(names(shown))
    bath = brief(snapshot, snapshot.by_id["stp-bath-swindon-and-wiltshire"])
    assert "189,000 people in one district. Bath and North East Somerset." in as_read(bath)
    assert "Bath and North East Somerset" in names(bath)
    assert all("as_at=2018-06-01" in href for _, href in place_hrefs([shown, bath]))


def test_the_one_link_of_a_split_districts_sentence_is_that_district(land):
    snapshot = land.as_at()
    for stp in snapshot.bodies("stp"):
        lines = [names(item) for item in walk(deciders(snapshot, stp)) if isinstance(item, html.Li)]
        split = [[land.districts[code].name] for code, *_ in split_districts(snapshot, stp)]
        assert [found for found in lines if found] == split, stp.id


def test_the_patchwork_links_the_districts_a_layer_does_not_reach(land):
    shown = coverage(land.as_at(JUNE), ["combined_authority"], None)
    assert names(shown)[:2] == ["Adur", "Allerdale"]
    assert "more" in as_read(shown)
    check_links(land, [shown, detail(land.as_at(JUNE), ["lep", "stp"], "E07000171")], JUNE.isoformat())


def test_the_body_page_keeps_the_day_in_its_districts(land):
    snapshot = land.as_at(JUNE)
    found = place_hrefs(body_parts.districts(snapshot, snapshot.by_id["stp-the-black-country"]))
    assert len(found) == 5
    assert all(href.endswith("?as_at=2018-06-01") for _, href in found)


def test_the_headline_of_a_deal_links_its_own_districts_only(land):
    snapshot = land.as_at(JUNE)
    deal = snapshot.by_id["devolution-greater-lincolnshire"]
    places = places_of(land, deal)
    assert {"South Kesteven", "Lincoln"} <= set(places)
    shown = agreement_list(deal, full=True, places=places)
    assert "Mayoral deal ended when Lincolnshire County and South Kesteven declined." in as_read(shown)
    assert "South Kesteven" in names(shown)
    assert "Lincolnshire" not in names(shown)
    assert names(agreement_list(deal, full=True)) == []
    assert names(agreement_list(deal, places=places)) == [], "the short list has no headline"
