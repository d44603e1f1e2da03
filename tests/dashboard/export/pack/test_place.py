"""The pack of a place: what it says of Ash, Cedar, Dale and Valeshire, and what gives way when room is short."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation
from pypdf import PdfReader

from dashboard.export.order import CannotExportError, Order
from dashboard.export.pack.place.facts import anchors, figure_grid, history, student_source
from dashboard.export.pack.place.files import asked_of, make
from dashboard.export.pack.place.map import place_plan
from dashboard.export.pack.place.pack import FULL, LEVELS, SHORT, page_brief, room_at, slides_brief
from dashboard.export.pack.place.words import deals, deciders, kind_line, lead, lines, more, sharers
from layers.place.area import area_of
from layers.place.covers import covers_of
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")

ORIGIN = "https://toy.example"
VALESHIRE = "E10000001"


def place(now, letter):
    area = area_of(now.landscape, letter if len(letter) > 1 else code(letter))
    return area, covers_of(now, area)


def order(ending="pdf", **query) -> Order:
    return Order("place", ending, {key.rstrip("_"): value for key, value in query.items()}, ORIGIN)


# ---------------------------------------------------------------- what changed


def test_of_many_changes_the_latest_are_shown(now):
    """Dale has six changes; with room for two the four earlier are left to the page."""
    found = history(now, place(now, "D")[0], room_at(LEVELS - 1))
    assert SHORT.changes == 1
    assert found.points == ("8 May 2017: Alpha Combined Authority: first elected mayor took office.",)
    assert found.muted == "5 earlier changes are on the place’s page."


@pytest.mark.parametrize(
    ("room", "first", "muted"),
    [(6, "23 November 2015", ""), (5, "1 July 2016", "1 earlier change is on the place’s page.")],
)
def test_changes_in_order_of_date(now, room, first, muted):
    found = history(now, place(now, "D")[0], replace(FULL, changes=room))
    assert found.points[0].startswith(first)
    assert found.points[-1].startswith("8 May 2017")
    assert (len(found.points), found.muted) == (room, muted)


def test_nothing_had_changed(toy):
    first = toy.as_at("2011-01-01")
    found = history(first, place(first, "D")[0], FULL)
    assert (found.points, found.muted) == (("Nothing had changed by this day.",), "")


# ---------------------------------------------------------------- figures and institutions


def test_figures(now, toy):
    found = figure_grid(toy, [place(now, "A")[0]], FULL)
    assert found.rows == (
        ("Population (mid-2017)", "1,000", "1,500", "1,000"),
        ("Income change (2017)", "−£12.5", "£5.0", "−£4.8"),
        ("Weekly pay (April 2017)", "£400", "£405", "£405"),
        ("Employment (2017)", "70.0%", "72.5%", "73.8%"),
        ("Deprivation (2015)", "10.0", "35.0", "25.0"),
    )
    assert [column.label for column in found.columns] == ["Measure", "Ash", "Middle, England", "Middle, North East"]
    assert found.note == "All 9 figures are on the place’s page. Not for ranking."
    assert len(figure_grid(toy, [place(now, "A")[0]], SHORT).rows) == 3


def test_figures_of_a_county_and_of_places_beside_it(now, toy):
    found = figure_grid(toy, [place(now, VALESHIRE)[0], place(now, "A")[0]], FULL)
    assert found.rows[0] == ("Population (mid-2017)", "5,500", "1,000", "1,500", "2,750")
    assert found.rows[3] == ("Employment (2017)", "60.0%\u00a0to 65.0%", "70.0%", "72.5%", "62.5%")
    assert found.rows[2][1] == "not available"
    assert "A county’s rate is the range of its districts’." in found.note


def test_anchor_institutions(now):
    found = anchors(now, place(now, "A")[0], FULL)
    assert found.paragraphs == (
        "Head office here (2): Ash University, 900 students (2017/18); Ash Hospital, acute trust.",
        "Within 20 km (2): Birch Hospital, acute trust, 12.5\u00a0km; Birch University, 70 students (2018/19), 12.5\u00a0km.",
    )
    short = anchors(now, place(now, "A")[0], SHORT)
    assert (
        short.paragraphs[0]
        == "Head office here (2): Ash University, 900 students (2017/18). And 1 more on the place’s page."
    )
    none = anchors(now, place(now, "E")[0], FULL)
    assert none.paragraphs[0] == "Head office here (0): none."


def test_student_numbers_are_attributed_where_there_are_any(now):
    assert student_source(now, place(now, "A")[0])
    assert student_source(now, place(now, "E")[0]), "Birch University stands within 20 km"
    assert student_source(now, place(now, "L")[0]) == ()


# ---------------------------------------------------------------- words


def test_kind_and_lead(now):
    assert (
        kind_line(now, place(now, "E")[0])
        == "Non-metropolitan district in Valeshire, East Midlands; 4,000 people (mid-2017)"
    )
    assert kind_line(now, place(now, VALESHIRE)[0]) == "County, East Midlands; 2 districts, 5,500 people (mid-2017)"
    assert lead(now.landscape, *place(now, "C")) == (
        "Cedar is in one combined authority (Alpha as an associate), two LEPs (Coast for 40% of its people and West for 60% of its people), "
        "one STP (South) and no devolution deal."
    )


def test_deciders(now):
    found = deciders(now, place(now, "A")[1], SHORT)
    assert found[:4] == (
        "Alpha Combined Authority: the whole place, since a day not known, with an elected mayor since 8 May 2017.",
        "East LEP: the whole place, since a day not known.",
        "North STP: 30% of its people, since a day not known.",
        "South STP: 70% of its people, since a day not known.",
    )
    assert found[4] == "Alpha Devolution Deal: the whole place; implemented, announced 2 October 2015."
    assert found[5].startswith("Also here: one city deal (Port); one growth deal (East)")
    kinds = deciders(now, place(now, "A")[1], FULL)
    assert "A legal body through which two or more councils decide" in kinds[0]
    assert "NHS" not in kinds[2]
    assert "NHS" in kinds[3], "said once a kind, after its last body"


def test_no_deciders(toy):
    first = toy.as_at("2011-01-01")
    assert deciders(first, place(first, "D")[1], FULL) == (
        "No body, deal or programme of these layers covers this place on this day.",
    )


def test_sharers(now):
    found = sharers(place(now, "A")[1], FULL)
    assert found.rows == (
        ("Alpha combined authority", "Birch and Dale"),
        ("East LEP, growth deal; North STP; Alpha devolution deal; North care integrated care system", "Birch"),
        ("South STP", "Cedar and Dale"),
        ("Port city deal", "nowhere else"),
    )
    assert found.note == ""
    short = sharers(place(now, "A")[1], SHORT)
    assert short.rows == (("Alpha combined authority", "Birch and 1 more"),)
    assert short.note == "And 3 more rows on the place’s page."
    assert ("West LEP, growth deal", "Cedar (60% of its people)") in sharers(place(now, "B")[1], FULL).rows


@pytest.mark.parametrize(
    ("left", "said"),
    [(-1, ""), (0, ""), (1, "And 1 more row on the place’s page."), (2, "And 2 more rows on the place’s page.")],
)
def test_what_was_cut_is_said(left, said):
    assert more(left, "row") == said


def test_lines_that_match_come_last(now):
    """In Ash the LEP and the devolution deal match: the first sentence to go when room is short."""
    found = lines(now, place(now, "A")[0], FULL)
    assert len(found.points) == 8
    assert found.muted == "And 2 more sentences on the place’s page."
    assert not any(text.endswith(" match.") for text in found.points)
    assert lines(now, place(now, "A")[0], SHORT).points == (
        "Two STPs divide Ash, with these shares of its people: North (30%) and South (70%).",
    )


def test_deals(now):
    found = deals(place(now, "C")[1], FULL)
    assert found.rows == (
        ("Coast Growth Deal for 40% of its people: round of 2017", "signed", "9 March 2017", "£24m"),
        ("round of 2014 (of a LEP since merged, not added)", "signed", "7 July 2014", "£5m"),
        ("round of 2015 (of a LEP since merged, not added)", "signed", "29 January 2015", "£6m"),
        ("West Growth Deal for 60% of its people: round of 2014", "signed", "7 July 2014", "£11m"),
        ("round of 2017", "signed", "2 February 2017", "£22m"),
    )
    assert found.note.startswith("Growth deal, all rounds, a head of the LEP’s people: Coast £3,038; West £30,000.")
    short = deals(place(now, "C")[1], SHORT)
    assert len(short.rows) == 2
    assert short.note.startswith("And 3 more rows on the place’s page. Growth deal")
    assert "East not known" in deals(place(now, "A")[1], FULL).note


def test_no_deals(toy):
    early = toy.as_at("2012-01-01")
    found = deals(place(early, "L")[1], FULL)
    assert found.paragraphs == ("No city, growth or devolution deal covers this place on this day.",)


# ---------------------------------------------------------------- map, room, files


def test_the_map_shows_the_main_bodies_over_the_place(now, toy):
    """Lime has STP Thames alone, of its own size: the map is the 30 km that the smallest has at least, or 2.2 times 20."""
    area, covers = place(now, "L")
    found = place_plan(toy, area, covers, now.day)
    west, south, east, north = found.extent
    assert north - south == pytest.approx(2.2 * 20_000, rel=0.01)
    assert (west + east) / 2 == pytest.approx(530_000, abs=500)
    assert [(layer, [body.id for body in bodies]) for layer, bodies in found.shown] == [("stp", ["stp-thames"])]
    assert (found.selected, found.measure, found.points) == (code("L"), "none", ())


def test_the_map_takes_in_the_bodies_over_the_place(now, toy):
    """Ash's bodies reach over 60 by 40 km; in the map's shape 60 km across take 44.8 up, and a little room."""
    area, covers = place(now, "A")
    west, south, east, north = place_plan(toy, area, covers, now.day).extent
    assert west < 400_000 < 460_000 < east
    assert south < 300_000 < 340_000 < north
    assert east - west == pytest.approx(60_000 * 1.08, rel=0.02)


def test_room_goes_from_full_to_short():
    assert (room_at(0), room_at(LEVELS - 1)) == (FULL, SHORT)
    assert [room_at(level).kinds for level in (4, 5)] == [True, False]
    counts = [room_at(level).changes for level in range(LEVELS)]
    assert counts == sorted(counts, reverse=True)


def test_both_packs_have_one_content(now, toy):
    asked = asked_of(toy, order(code=code("D")))
    page, slides = page_brief(toy, asked, 0), slides_brief(toy, asked)
    assert page.title == slides.title == "Dale: who decides what, and with whom"
    assert page.lead == slides.lead == lead(now.landscape, *place(now, "D"))
    assert slides.findings[0] == slides.lead
    assert page.kind == "Unitary authority, North East; 2,000 people (mid-2017). As at 1 December 2017"
    assert [section.heading for section in slides.sections] == [
        "Money, lines that don’t match, and who we share them with",
        "The figures, anchor institutions and what changed",
    ]


def test_slides_hold_all_there_is_where_there_is_room(toy):
    """Dale's six changes, five figures and three rounds of money fit two slides."""
    money, rest = slides_brief(toy, asked_of(toy, order(code=code("D")))).sections
    assert len(money.blocks[0].rows) == 3
    assert len(rest.blocks[0].rows) == 5
    assert len(rest.blocks[2].points) == 6
    assert (money.left, money.share, rest.left, rest.share) == (1, 0.5, 1, 0.5)


def test_what_is_asked_for(toy):
    found = asked_of(toy, order(code=code("D"), with_=f"{code('A')},{code('D')}", as_at="2018-01-01", title="Mine"))
    assert found.address == f"{ORIGIN}/place/{code('D')}?as_at=2018-01-01&with={code('A')}"
    assert [area.name for area in found.beside] == ["Ash"]
    assert (found.title, found.share) == ("Mine", pytest.approx(0.56))
    assert asked_of(toy, order(code=code("D"))).share == 0.5


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({}, "names no place"),
        ({"code": "E07999999"}, "is not the code of a district or county"),
        ({"code": ["a", "b"]}, "gives code more than once"),
        ({"code": code("A"), "subtitle": "x"}, "no subtitle"),
        ({"code": code("A"), "colour": "red"}, "colour"),
    ],
)
def test_a_pack_that_cannot_be_made(toy, query, says):
    with pytest.raises(CannotExportError, match=says):
        asked_of(toy, order(**query))


def test_one_page(toy):
    file = make(toy, order(code=code("D")))
    (page,) = PdfReader(io.BytesIO(file.content)).pages
    text = " ".join(page.extract_text().split())
    assert file.name == "place_dale_2017-12-01.pdf"
    for words in ("Dale: who decides what, and with whom", "8 May 2017: Alpha Combined Authority", "2,000", "£3,038"):
        assert words in text


def test_three_slides(toy):
    file = make(toy, order("pptx", code=code("D")))
    slides = list(Presentation(io.BytesIO(file.content)).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        "Dale: who decides what, and with whom",
        "Money, lines that don’t match, and who we share them with",
        "The figures, anchor institutions and what changed",
    ]
    assert "Method:" in slides[0].notes_slide.notes_text_frame.text
    tables = [shape.table for shape in slides[1].shapes if shape.has_table]
    assert [cell.text for cell in tables[0].rows[1].cells][3] == "£24m"
