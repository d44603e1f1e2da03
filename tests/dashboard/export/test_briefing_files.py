"""Briefing packs: what they say is what the pages say, on slides and pages that hold it all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from dash import html
from pptx import Presentation
from pypdf import PdfReader

from dashboard.components.body import summary
from dashboard.components.brief import brief
from dashboard.export.drawing.paper import FOOTER
from dashboard.export.order import CannotExportError, File, Order
from dashboard.export.pack.briefing.files import MOST_PAGES, make
from dashboard.export.pack.fitting import LEAST_NOTE
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.tables import DATA

ORIGIN = "https://growth.example"
HERTFORDSHIRE = "stp-hertfordshire-and-west-essex"
BATH = "stp-bath-swindon-and-wiltshire"
DURHAM = "stp-durham-darlington-teesside-hambleton-richmondshire-and-whitby"
YORKSHIRE = "stp-south-yorkshire-and-bassetlaw"
MANCHESTER = "stp-greater-manchester"
LONDON = "stp-north-west-london"
FACTS = {
    HERTFORDSHIRE: (
        "No combined authority or devolution deal. Three LEPs (201,000 people under two).",
        "Three LEPs; 201,409 people live under two.",
        "19,596 people of North Hertfordshire (14.7%) belong to Cambs and Peterborough’s STP.",
        "Growth Deal money by people: £321.49m",
    ),
    BATH: (
        "West of England Combined Authority",
        "20.7%",
        "West of England Combined Authority and West of England devolution agreement hold about 1 in 5 of Bath, Swindon and Wiltshire’s people",
        "£900m (30 a year for 30 years)",
    ),
    DURHAM: (
        "North East Combined Authority holds about 1 in 4 of Durham, Darlington and Tees’ people",
        "25%",
        "61.1%",
        "Growth Deal money by people: not known, as the amount of a round was not found for Tees Valley.",
        "No longer standing on this day: North East devolution deal (withdrawn, 8 September 2016).",
    ),
    YORKSHIRE: ("Leeds City Region City Deal holds about 1 in 6", "116,000 people in one district: Bassetlaw."),
    MANCHESTER: (
        "58,729 people of High Peak (63.8%) belong to Derbyshire’s STP.",
        "Nothing small enough to be missed.",
    ),
    LONDON: ("London devolution deal holds all of North West London’s people", "Imperial College Healthcare NHS Trust"),
}
QUESTIONS = (
    "Do you know your local leaders of growth?",
    "Who decides what, with whom?",
    "Where could the STP and the deal meet?",
    "What is being invested here?",
    "Which anchor institutions stand here?",
    "Method and sources",
)


with (DATA / "bodies.csv").open(encoding="utf-8") as table:
    STPS = [
        row["id"]
        for row in csv.DictReader(table)
        if row["layer"] == "stp" and row["valid_from"] <= DEFAULT_DAY.isoformat()
    ]


def pack(land: Landscape, ending: str, **query: Any) -> File:
    return make(land, Order("briefing", ending, query, ORIGIN))


@lru_cache(maxsize=64)
def deck(land: Landscape, identifier: str) -> Any:
    return opened(pack(land, "pptx", body=identifier))


def opened(file: File) -> Any:
    return Presentation(io.BytesIO(file.content))


def every_shape(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from every_shape(shape.shapes)


def frames(slide: Any) -> Iterator[tuple[str, Any]]:
    """The text frames of a slide, cells of tables too, with the name of their shape."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.name, shape.text_frame
        elif shape.has_table:
            yield from ((shape.name, cell.text_frame) for row in shape.table.rows for cell in row.cells)


def words_of(found: Any) -> str:
    return "\n".join(frame.text for slide in found.slides for _, frame in frames(slide))


def pages_of(file: File) -> tuple[int, str]:
    """How many pages, and their text on one line."""
    pages = PdfReader(io.BytesIO(file.content)).pages
    return len(pages), " ".join(" ".join(page.extract_text() for page in pages).split())


def refusal(land: Landscape, **query: Any) -> str:
    with pytest.raises(CannotExportError) as refused:
        pack(land, "pptx", **query)
    return str(refused.value)


@pytest.mark.parametrize("identifier", STPS)
def test_every_stp_has_a_deck_that_holds_together(real: Landscape, identifier: str) -> None:
    found = deck(real, identifier)
    assert 5 <= len(found.slides) <= 8
    titles = [slide.shapes.title.text for slide in found.slides]
    assert tuple(titles[2:]) == QUESTIONS
    assert all(titles)
    for number, slide in enumerate(found.slides, 1):
        tree = slide.shapes._spTree
        ids = tree.xpath("//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
        assert not tree.xpath(".//p:style")
        assert len(slide.notes_slide.notes_text_frame.text) > 200
        assert f"{ORIGIN}/briefing?stp={identifier}" in slide.notes_slide.notes_text_frame.text
        for shape in every_shape(slide.shapes):
            if shape.shape_type in (6, 13) or getattr(shape, "has_table", False):
                assert shape._element.xpath(".//p:cNvPr/@descr")[0], shape.name
        for shape in slide.shapes:
            if shape.name not in ("Sources", "Band"):
                assert shape.top.pt + shape.height.pt <= FOOTER.y, (number, shape.name)
        if number > 2:
            sizes = [run.font.size.pt for name, frame in frames(slide) if name != "Sources" for part in frame.paragraphs for run in part.runs]  # fmt: skip
            assert min(sizes) >= LEAST_NOTE


@pytest.mark.parametrize("identifier", FACTS)
def test_the_deck_says_what_the_brief_says(real: Landscape, identifier: str) -> None:
    said = words_of(deck(real, identifier))
    for fact in FACTS[identifier]:
        assert fact in said


@pytest.mark.parametrize("identifier", [*FACTS, "stp-cheshire-and-merseyside", "stp-lancashire-and-south-cumbria"])
def test_two_pages_hold_the_same_with_date_sources_licence_and_address(real: Landscape, identifier: str) -> None:
    count, said = pages_of(pack(real, "pdf", body=identifier))
    assert count <= MOST_PAGES
    for fact in (*FACTS.get(identifier, ()), *QUESTIONS[:-1]):
        assert fact in said
    for line in ("As at 1 December 2017", "Source: Office for National Statistics", "Open Government Licence v3.0"):
        assert line in said
    assert f"{ORIGIN}/briefing?stp={identifier}" in said


def test_the_map_is_of_shapes_to_recolour(real: Landscape) -> None:
    slide = deck(real, YORKSHIRE).slides[1]
    groups = {shape.name: shape for shape in slide.shapes}
    shapes = {shape.name: shape for shape in every_shape(slide.shapes)}
    assert "Bassetlaw (E07000171)" in shapes
    assert shapes["Bassetlaw (E07000171)"]._element.xpath("./p:spPr/a:custGeom")
    assert shapes["Bassetlaw (E07000171)"]._element.xpath("./p:spPr/a:solidFill")
    for name in ("Combined authorities", "Local enterprise partnerships (LEPs)", "STP footprints", "Devolution deals"):
        assert groups[name].shape_type == 6
    authorities = [shape.name for shape in groups["Combined authorities"].shapes]
    assert authorities == ["Sheffield City Region Combined Authority (ca-sheffield-city-region)"]


def test_the_first_slide_carries_the_outline(real: Landscape) -> None:
    shapes = {shape.name: shape for shape in deck(real, BATH).slides[0].shapes}
    assert "Outline of Bath, Swindon and Wiltshire STP (BSW)" in shapes
    assert "911,087 people (mid-2017)." in shapes["Lead"].text_frame.text


def test_devolution_comes_before_growth_deals_and_leps(real: Landscape) -> None:
    slide = next(slide for slide in deck(real, BATH).slides if slide.shapes.title.text == QUESTIONS[2])
    text = words_of(type("One", (), {"slides": [slide]}))
    assert text.index("Easily missed: authorities, devolution deals and city deals") < text.index("West of England Combined Authority")  # fmt: skip
    assert text.index("West of England Combined Authority") < text.index("Easily missed: growth deals and LEPs")


def test_growth_money_is_attributed_with_its_formula_and_unknown_amounts_say_so(real: Landscape) -> None:
    slide = next(slide for slide in deck(real, DURHAM).slides if slide.shapes.title.text == QUESTIONS[3])
    table = next(shape.table for shape in slide.shapes if shape.has_table and shape.name == "Growth deals")
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}
    assert rows["Tees Valley Growth Deal"][2:] == ["not known", "100%", "not known"]
    assert rows["North Eastern Growth Deal"][2:] == ["£379.6m", "13.9%", "£52.85m"]
    said = words_of(type("One", (), {"slides": [slide]}))
    assert "times the share of the LEP’s people who live in the STP, added. An attribution, not money promised" in said
    assert "Amounts of deals of different kinds are never added together." in said


def test_notes_carry_what_a_slide_has_no_room_for(real: Landscape) -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck(real, BATH).slides]
    assert "Elected mayor for three councils after North Somerset declined. Source: " in notes[5]
    assert "University of Bath: 17,555 students (2017/18)." in notes[6]


@pytest.mark.parametrize(
    ("identifier", "facts"),
    [
        ("ca-west-midlands", ("The Black Country STP", "Who does it share people with?", "Of this body’s", "36.5 a year")),
        ("lep-south-east", ("Hertfordshire and West Essex STP", "Where could it and the NHS meet?")),
        ("devolution-london", ("And 22 more: see the page or its spreadsheet.", "North West London STP")),
    ],
)  # fmt: skip
def test_other_bodies_have_packs_too(real: Landscape, identifier: str, facts: tuple[str, ...]) -> None:
    found = deck(real, identifier)
    said = words_of(found)
    assert 5 <= len(found.slides) <= 8
    for fact in (*facts, f"{ORIGIN}/body/{identifier}"):
        assert fact in said
    assert "None" not in said
    assert pages_of(pack(real, "pdf", body=identifier))[0] <= MOST_PAGES


def test_the_day_is_in_the_file_its_name_and_its_address(real: Landscape) -> None:
    file = pack(real, "pptx", stp=BATH, as_at="2016-06-01")
    assert file.name == "briefing_bath-swindon-and-wiltshire-stp_2016-06-01.pptx"
    said = words_of(opened(file))
    assert "As at 1 June 2016" in said
    assert "1 December 2017" not in said
    assert f"{ORIGIN}/briefing?as_at=2016-06-01&stp={BATH}" in said
    assert "West of England Combined Authority" not in said  # it began in 2017
    assert pack(real, "pdf", body=BATH).name == "briefing_bath-swindon-and-wiltshire-stp_2017-12-01.pdf"


@pytest.mark.parametrize(
    "title",
    ["<b>Board</b> & <script>alert(1)</script>", "=HYPERLINK(\"x\")", "مجلس الإدارة \u202e2018", "a\x00b\ud800c\nd", "W" * 10_000, "word " * 2_000],
)  # fmt: skip
def test_a_title_is_plain_text_whatever_it_holds(real: Landscape, title: str) -> None:
    found = opened(pack(real, "pptx", body=MANCHESTER, title=title))
    slide = found.slides[0]
    shown = slide.shapes.title.text
    assert 0 < len(shown) <= 160
    assert shown[:3].strip() == title[:3].replace("\x00", " ").strip()
    kind = next(shape for shape in slide.shapes if shape.name == "Kind")
    assert kind.text_frame.text == "Briefing pack: Greater Manchester STP"
    for shape in slide.shapes:
        assert shape.name in ("Sources", "Band") or shape.top.pt + shape.height.pt <= FOOTER.y
    count, said = pages_of(pack(real, "pdf", body=MANCHESTER, title=title))
    assert count <= MOST_PAGES
    if title.isascii() and title.isprintable() and len(title) < 100:
        assert title in said


def test_a_brief_and_a_body_page_offer_their_pack_on_their_day(real: Landscape) -> None:
    now = real.as_at("2018-04-01")
    pages = (brief(now, now.by_id[BATH]), [summary(now, now.by_id["ca-west-midlands"])])
    for identifier, page in zip((BATH, "ca-west-midlands"), pages, strict=True):
        links = [part for part in html.Div(page)._traverse() if getattr(part, "href", "").startswith("/export/brief")]
        assert [link.href for link in links] == [
            f"/export/briefing.{ending}?body={identifier}&as_at=2018-04-01" for ending in ("pptx", "pdf")
        ]
        assert [link.children for link in links] == ["Briefing pack (PowerPoint)", "Briefing pack (PDF)"]
    bid = now.by_id["devolution-north-east"]  # withdrawn: what it meets is not counted
    assert "/export/briefing" not in str(summary(now, bid).to_plotly_json())


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "The address does not say whose briefing pack to make: give the id of an STP as body."),
        ({"body": ""}, "The address does not say whose briefing pack to make: give the id of an STP as body."),
        ({"body": "stp-atlantis"}, "“stp-atlantis” is not a body known here."),
        ({"stp": "ca-west-midlands"}, "“ca-west-midlands” is not an STP known here."),
        ({"body": BATH, "stp": LONDON}, "The address names one body as body and another as stp; give one of them."),
        ({"body": [BATH, LONDON]}, "The address gives body more than once."),
        ({"body": BATH, "as_at": "soon"}, "“soon” is not a date (YYYY-MM-DD)."),
        ({"body": BATH, "as_at": "1999-01-01"}, "1 January 1999 is outside 2011 to 2018."),
        ({"body": BATH, "layers": "stp"}, "The address holds “layers”, which is not used here."),
        ({"body": BATH, "title": ["a", "b"]}, "The address gives title more than once; give it once."),
        ({"body": "sia-edinburgh"}, "The area of Edinburgh and the Lothians (outside England) is not in the data, so there is no briefing pack of it."),
        ({"body": "devolution-north-east"}, "North East devolution deal is not in force on 1 December 2017, so what it meets is not counted and there is no briefing pack of it."),
        ({"body": "ca-west-of-england", "as_at": "2012-01-01"}, "West of England Combined Authority is not in being on 1 January 2012, so there is no briefing pack of it."),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_refused_in_a_sentence(real: Landscape, query: dict[str, Any], sentence: str) -> None:
    assert refusal(real, **query) == sentence
