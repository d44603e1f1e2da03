"""A place as three slides and as one page: what they hold, and what is refused."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader

from dashboard.components.place import summary
from dashboard.export.map.geometry import dissolved, outlines
from dashboard.export.order import CannotExportError, File, Order
from dashboard.export.pack.place.files import make
from dashboard.export.pack.place.map import place_plan
from dashboard.export.pack.place.pack import LEVELS, room_at
from layers import Landscape
from layers.place.area import area_of
from layers.place.covers import covers_of
from layers.place.institutions import nearby

SOUTH_KESTEVEN, LINCOLNSHIRE, KENT = "E07000141", "E10000019", "E10000016"
PLACES = (
    SOUTH_KESTEVEN,
    "E08000003",  # Manchester: more bodies than any
    "E07000171",  # Bassetlaw: an associate
    "E08000025",  # Birmingham: divided
    "E09000001",  # City of London: many institutions
    "E06000053",  # Isles of Scilly: figures that are not available
    LINCOLNSHIRE,
    KENT,
    "E06000047",
    "E07000008",
    "E06000023",
    "E08000019",
    "E07000148",
)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDES = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def made(land: Landscape, ending: str, code: str = SOUTH_KESTEVEN, **query: Any) -> File:
    """The file of a place."""
    return make(land, Order("place", ending, {"code": code, **query}, "https://growth.example"))


def slides_of(file: File) -> list[Any]:
    """The slides of a deck."""
    return list(Presentation(io.BytesIO(file.content)).slides)


def slide_words(slide: Any) -> str:
    """Every word on a slide, on one line."""
    return " ".join(" ".join(run.text for run in slide.element.iter(f"{DRAWING}t")).split())


def page_words(file: File) -> str:
    """The words of a document, on one line."""
    pages = PdfReader(io.BytesIO(file.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture(scope="module")
def deck(real: Landscape) -> list[Any]:
    return slides_of(made(real, "pptx"))


@pytest.fixture(scope="module")
def page(real: Landscape) -> str:
    return page_words(made(real, "pdf"))


def test_a_deck_is_three_slides_with_the_map_first(deck: list[Any]) -> None:
    assert [slide.shapes.title.text_frame.text for slide in deck] == [
        "South Kesteven: who decides what, and with whom",
        "Money, lines that don’t match, and who we share them with",
        "The figures, anchor institutions and what changed",
    ]
    names = {shape.name for shape in deck[0].shapes}
    assert {"Districts", "Local enterprise partnerships (LEPs)", "STP footprints", "Selected: South Kesteven"} <= names


def test_south_kesteven_on_slides(deck: list[Any]) -> None:
    first, second, third = (slide_words(slide) for slide in deck)
    assert "Greater Cambridge and Greater Peterborough Local Enterprise Partnership: the whole place" in first
    assert "Greater Lincolnshire Local Enterprise Partnership: the whole place, since 28 October 2010" in first
    assert "Lincolnshire Sustainability and Transformation Partnership: the whole place" in first
    assert "is in no combined authority, two LEPs (Cambridge & Peterborough and Greater Lincolnshire)" in first
    assert "South Kesteven lies wholly in two LEPs: Cambridge & Peterborough and Greater Lincolnshire." in second
    assert "South Kesteven Leading Places partnership nowhere else" in second
    assert "Lincolnshire STP Boston, East Lindsey, Lincoln, North Kesteven, South Holland and West Lindsey" in second
    assert "round 3 (2017) signed 9 March 2017 £29.45m" in second
    assert "never added to one another" in second
    assert "Population, mid-2017 141,662 132,379 101,583" in third
    assert "North West Anglia NHS Foundation Trust, acute trust, 9.9" in third
    assert "22 November 2016: Greater Lincolnshire devolution agreement: rejected." in third


def test_south_kesteven_on_a_page(page: str) -> None:
    for said in (
        "Greater Cambridge and Greater Peterborough Local Enterprise Partnership: the whole place",
        "Greater Lincolnshire Local Enterprise Partnership: the whole place, since 28 October 2010",
        "Lincolnshire Sustainability and Transformation Partnership: the whole place",
        "Cambridge & Peterborough LEP, growth deal Cambridge, East Cambridgeshire",
        "Greater Lincolnshire LEP, growth deal Boston, East Lindsey",
        "Lincolnshire STP Boston, East Lindsey",
        "South Kesteven Leading Places partnership nowhere else",
        "£111.2m",
        "132,379",
    ):
        assert said in page


def test_both_carry_date_source_licence_and_address(deck: list[Any], page: str) -> None:
    carried = (
        "1 December 2017",
        "Source: Office for National Statistics",
        "Crown copyright and database right 2017",
        "Open Government Licence v3.0",
        "https://growth.example/place/E07000141",
    )
    for words in (page, *(slide_words(slide) for slide in deck)):
        for said in carried:
            assert said in words
    for slide in deck:
        notes = slide.notes_slide.notes_text_frame.text
        assert "Rates are never averaged" in notes
        assert all(said in notes for said in carried)


@pytest.mark.parametrize("code", PLACES)
def test_one_page_is_one_page_and_three_slides_hold_what_is_on_them(real: Landscape, code: str) -> None:
    reader = PdfReader(io.BytesIO(made(real, "pdf", code).content))
    assert len(reader.pages) == 1
    sizes = set()
    reader.pages[0].extract_text(
        visitor_text=lambda text, _cm, _tm, _font, size: (
            sizes.add(round(size, 2)) if text.strip() and size > 1 else None
        )
    )
    assert min(sizes) >= 7.5
    deck = slides_of(made(real, "pptx", code))
    assert len(deck) == 3
    for slide in deck:
        for shape in slide.shapes:
            assert shape.top >= 0
            assert shape.top + shape.height <= 540 * 12700, shape.name
            assert shape.left + shape.width <= 960 * 12700 + 1, shape.name


def test_slides_are_native_and_described(deck: list[Any]) -> None:
    for slide in deck:
        assert not list(slide.element.iter(f"{SLIDES}style"))
        assert not list(slide.element.iter(f"{SLIDES}pic"))
        for kind in ("grpSp", "graphicFrame"):
            for shape in slide.element.iter(f"{SLIDES}{kind}"):
                described = next(shape.iter(f"{SLIDES}cNvPr"))
                assert described.get("name")
                assert described.get("descr")
    assert [shape.has_table for shape in deck[1].shapes].count(True) == 2


def test_a_county_is_outlined_without_lines_between_its_districts(real: Landscape) -> None:
    area = area_of(real, LINCOLNSHIRE)
    whole = dissolved("districts-local", area.districts)
    single = [outlines("districts-local")[code] for code in area.districts]
    assert whole.area == pytest.approx(sum(shape.area for shape in single), rel=1e-6)
    assert whole.length < 0.8 * sum(shape.length for shape in single)
    first = slides_of(made(real, "pptx", LINCOLNSHIRE))[0]
    assert "Selected: Lincolnshire" in {shape.name for shape in first.shapes}
    words = slide_words(first)
    assert "County, East Midlands; 7 districts, 751,171 people (mid-2017)" in words
    assert "Cambridge & Peterborough for 31.3% of its people" in words


@pytest.mark.parametrize("code", PLACES)
def test_the_map_holds_the_place_and_something_of_its_bodies(real: Landscape, code: str) -> None:
    area, day = area_of(real, code), date(2017, 12, 1)
    plan = place_plan(real, area, covers_of(real.as_at(day), area), day)
    west, south, east, north = dissolved("districts-national", area.districts).bounds
    assert plan.extent[0] < west < east < plan.extent[2]
    assert plan.extent[1] < south < north < plan.extent[3]
    assert plan.extent[3] - plan.extent[1] >= 30_000
    assert all(bodies for _layer, bodies in plan.shown)


def test_a_list_that_was_cut_says_so_and_where_the_rest_is(real: Landscape) -> None:
    words = page_words(made(real, "pdf", "E09000001"))
    count = len(nearby(real.as_at("2017-12-01"), area_of(real, "E09000001")))
    assert f"Within 20 km ({count}): " in words
    listed = words.split(f"Within 20 km ({count}): ")[1].split(" And ")[0].count(";") + 1
    assert f"And {count - listed} more on the place’s page." in words


def test_what_is_not_known_is_said(real: Landscape) -> None:
    words = page_words(made(real, "pdf", "E06000053"))
    assert "not available" in words
    assert "not known" in words


def test_room_shrinks_level_by_level() -> None:
    rooms = [room_at(level) for level in range(LEVELS)]
    for field in ("names", "partners", "lines", "deals", "figures", "inside", "near", "changes"):
        counts = [getattr(room, field) for room in rooms]
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] >= 1


def test_another_day_shows_what_was_in_force_then(real: Landscape) -> None:
    file = made(real, "pdf", "E08000003", as_at="2012-01-01")
    words = page_words(file)
    assert file.name == "place_manchester_2012-01-01.pdf"
    assert "As at 1 January 2012" in words
    assert "no STP" in words
    assert "elected mayor since" not in words
    assert "https://growth.example/place/E08000003?as_at=2012-01-01" in words


def test_a_day_before_anything_began_still_makes_a_pack(real: Landscape) -> None:
    first = slide_words(slides_of(made(real, "pptx", KENT, as_at="2011-01-01"))[0])
    assert "Kent is in no combined authority" in first
    assert "no devolution deal" in first


def test_places_beside_this_one_have_their_figures_in_the_table(real: Landscape) -> None:
    view = {"with": f"E07000171,{KENT}"}
    third = slides_of(made(real, "pptx", **view))[2]
    table = next(shape.table for shape in third.shapes if shape.has_table)
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads == ["Measure", "South Kesteven", "Bassetlaw", "Kent", "Middle, England", "Middle, East Midlands"]
    people = [cell.text for cell in table.rows[1].cells]
    assert people == ["Population, mid-2017", "141,662", "116,304", "1,554,636", "132,379", "101,583"]
    file = made(real, "pdf", **view)
    assert len(PdfReader(io.BytesIO(file.content)).pages) == 1
    assert "1,554,636" in page_words(file)
    assert f"place/E07000141?with=E07000171,{KENT}" in page_words(file)


@pytest.mark.parametrize("ending", ["pptx", "pdf"])
def test_a_title_of_ones_own_stays_plain_text(real: Landscape, ending: str) -> None:
    title = "<b>Ours</b> & ‘theirs’ $x^2$ {{7*7}} \u202eabc\x07"
    file = made(real, ending, title=title)
    words = page_words(file) if ending == "pdf" else slide_words(slides_of(file)[0])
    assert "<b>Ours</b> & ‘theirs’ $x^2$ {{7*7}}" in words
    assert "South Kesteven. Non-metropolitan district in Lincolnshire" in words
    assert file.name == f"place_south-kesteven_2017-12-01.{ending}"


def test_a_very_long_title_leaves_a_page_of_one_page(real: Landscape) -> None:
    for title in ("W" * 400, "word " * 200):
        assert len(PdfReader(io.BytesIO(made(real, "pdf", "E08000003", title=title).content)).pages) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"code": ""}, "The address names no place: code takes that of a district or county, as in E07000141."),
        ({"code": "E99"}, "“E99” is not the code of a district or county known here."),
        ({"code": ["E07000141", "E07000171"]}, "The address gives code more than once; a pack is of one place."),
        ({"as_at": "soon"}, "“soon” is not a date"),
        ({"as_at": "2031-01-01"}, "outside 2011 to 2018"),
        ({"with": "E99"}, "“E99” is not a district or county known here"),
        ({"layers": "stp"}, "The address holds “layers”, which is not used here."),
        ({"subtitle": "more"}, "A place’s pack takes a title of your own, and no subtitle."),
        ({"title": ["a", "b"]}, "The address gives title more than once; give it once."),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(real: Landscape, query: dict[str, Any], said: str) -> None:
    with pytest.raises(CannotExportError) as refusal:
        make(real, Order("place", "pdf", {"code": SOUTH_KESTEVEN, **query}, "https://growth.example"))
    assert said in str(refusal.value)


def test_the_same_order_gives_the_same_file(real: Landscape) -> None:
    assert made(real, "pdf").content == made(real, "pdf").content


def test_without_a_host_the_address_is_a_path(real: Landscape) -> None:
    file = make(real, Order("place", "pdf", {"code": KENT}, ""))
    assert f"/place/{KENT}" in page_words(file)


def test_the_place_page_offers_both_with_its_day(real: Landscape) -> None:
    drawn = str(summary(real.as_at("2016-06-01"), area_of(real, KENT)))
    for ending in ("pptx", "pdf"):
        assert f"/export/place.{ending}?code={KENT}&as_at=2016-06-01" in drawn


def test_the_most_that_can_be_asked_for_still_fits_one_page(real: Landscape) -> None:
    """The place with the most bodies, beside three counties of many districts, under a title of wide letters."""
    view = {"with": f"{KENT},{LINCOLNSHIRE},E10000017", "title": "W" * 160, "as_at": "2018-12-31"}
    assert len(PdfReader(io.BytesIO(made(real, "pdf", "E08000001", **view).content)).pages) == 1
