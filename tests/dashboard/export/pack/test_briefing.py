"""The briefing pack of South, and of a body that is no STP (sums: `tests.dashboard.toy`)."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pypdf import PdfReader

from dashboard.export.order import CannotExportError, Order
from dashboard.export.pack.briefing.brief import brief_of
from dashboard.export.pack.briefing.files import make
from dashboard.export.pack.briefing.subject import Subject
from dashboard.export.pack.content import Brief, Grid, Words

pytestmark = pytest.mark.usefixtures("toy_files")

ORIGIN = "https://toy.example"


def pack(now, body: str, **more) -> Brief:
    return brief_of(Subject(now, now.by_id[body]), ORIGIN, **more)


def grids(brief: Brief) -> dict[str, Grid]:
    return {block.name: block for section in brief.sections for block in section.blocks if isinstance(block, Grid)}


def said(brief: Brief) -> list[str]:
    """Every paragraph and point of the sections."""
    words = [block for section in brief.sections for block in section.blocks if isinstance(block, Words)]
    return [text for block in words for text in (*block.paragraphs, *block.points)]


@pytest.fixture(scope="module")
def south(world, toy_files):
    return pack(world.land.as_at(), "stp-south")


def test_the_line_to_remember(south):
    assert (
        south.lead
        == "3,700 people (mid-2017). One combined authority and one devolution deal. Three LEPs. Two easily missed."
    )
    assert south.kind == "Briefing pack: sustainability and transformation partnership (STP)"
    assert south.address == f"{ORIGIN}/briefing?stp=stp-south"


def test_the_map_shows_what_it_meets_and_lines_in_force_alone(south):
    assert [(layer, [body.id for body in bodies]) for layer, bodies in south.plan.shown] == [
        ("combined_authority", ["ca-alpha"]),
        ("lep", ["lep-coast", "lep-east", "lep-west"]),
        ("stp", ["stp-south"]),
        ("devolution_deal", ["deal-alpha"]),
    ]
    assert south.plan.filled == "stp"
    west, below, east, above = south.plan.extent
    assert west < 400_000
    assert east > 460_000
    assert below < 300_000
    assert above > 340_000
    assert south.plan.subtitle == (
        "Tinted: the STP. Lines: combined authorities, LEPs and devolution deals that share its people. As at 1 December 2017."
    )


def test_a_body_that_meets_none_of_these_has_no_lines(now):
    assert pack(now, "stp-thames").plan.subtitle == "Tinted: the STP. As at 1 December 2017."


def test_findings(south):
    assert list(south.findings) == [
        "One combined authority and one devolution deal. Three LEPs. Two easily missed.",
        "Alpha Combined Authority holds about three-quarters of South’s people: 2,700 people in two districts.",
        "Alpha Devolution Deal holds about 1 in 5 of South’s people: 700 people in one district.",
        "300 people of Ash (30%) belong to North’s STP.",
        "Port City Deal holds about 1 in 5 of South’s people: 700 people in one district.",
    ]


def test_findings_of_a_body_that_is_no_stp(now):
    """Its STPs, most people first, then the authorities and deals: Alpha has 2700 of its people in South, 800 in North."""
    assert pack(now, "ca-alpha").findings == (
        "South STP holds about three-quarters of Alpha’s people: 2,700 people in two districts.",
        "North STP holds about 1 in 4 of Alpha’s people: 800 people in two districts.",
        "Alpha Devolution Deal holds about 2 in 5 of Alpha’s people: 1,500 people in two districts.",
    )


def test_everyone_it_shares_people_with(south):
    rows = grids(south)["Authorities, deals and LEPs that share its people"].rows
    assert list(rows) == [
        ("Alpha Combined Authority", "combined authority", "2,700", "73%", "77.1%", "crosses"),
        ("Alpha Devolution Deal", "devolution deal", "700", "18.9%", "46.7%", "crosses"),
        ("Port City Deal", "city deal", "700", "18.9%", "70%", "crosses"),
        ("Coast LEP", "LEP", "2,400", "64.9%", "30.4%", "crosses"),
        ("East LEP", "LEP", "700", "18.9%", "46.7%", "crosses"),
        ("West LEP", "LEP", "600", "16.2%", "54.5%", "crosses"),
        ("Coast Growth Deal", "growth deal", "2,400", "64.9%", "30.4%", "crosses"),
        ("East Growth Deal", "growth deal", "700", "18.9%", "46.7%", "crosses"),
        ("West Growth Deal", "growth deal", "600", "16.2%", "54.5%", "crosses"),
    ]


def test_the_speaker_is_told_of_footprints_most_people_first(south):
    """Bodies of one footprint stand together: the Alpha deal, East and its growth deal are all Ash and Birch."""
    notes = south.sections[0].notes.splitlines()
    assert [line.rpartition("people: ")[2] for line in notes[:5]] == [
        "2,700 people in two districts.", "2,400 people in two districts.", "700 people in one district.",
        "700 people in one district.", "600 people in one district.",
    ]  # fmt: skip
    assert notes[1].startswith("Coast LEP and Coast Growth Deal hold")
    assert notes[2].startswith("Alpha Devolution Deal, East LEP and East Growth Deal hold")


def test_mayors_leps_and_councils(south, now, toy):
    assert "Alpha Combined Authority: first elected mayor in office from 8 May 2017." in said(south)
    assert "Three LEPs; no one lives under two." in said(south)
    assert (
        "Three upper-tier councils, with their share of the STP’s people: Dale (54.1%), Cedar (27%), Ash (18.9%)."
        in said(south)
    )
    assert "Two LEPs; 500 people live under two." in said(pack(now, "stp-north"))
    before = pack(toy.as_at("2017-05-07"), "stp-south")
    assert "Alpha Combined Authority: no elected mayor on this day." in said(before)


def test_split_districts_and_what_there_is_none_of(south, now):
    assert "300 people of Ash (30%) belong to North’s STP." in said(south)
    assert any(
        text.startswith("On this day it shares people with no integrated care system, no Leading Places")
        for text in said(south)
    )
    vale = said(pack(now, "stp-vale"))
    assert "Every district with people in it lies wholly in this STP." in vale
    assert grids(pack(now, "stp-vale"))["Programmes that share its people"].rows[0][0] == "Vale leaders"


def test_easily_missed_with_the_districts_by_name(south, now):
    assert (
        "Coast Growth Deal and Coast LEP hold about two-thirds of South’s people: 2,400 people in two districts: Cedar and Dale."
        in said(south)
    )
    assert (
        "West Growth Deal and West LEP hold about 1 in 6 of South’s people: 600 people in one district: Cedar."
        in said(south)
    )
    assert said(pack(now, "stp-thames")).count("Nothing small enough to be missed.") == 2


def test_common_ground(south, now):
    """Of the districts that South shares with Alpha Dale has a hospital; Ash's stands in the part that is North's."""
    assert "Alpha Combined Authority: one NHS trust." in said(south)
    assert "Port City Deal: none." in said(south)
    north = said(pack(now, "stp-north"))
    assert "Alpha Combined Authority: two universities and two NHS trusts." in north
    assert "Port City Deal: one university and one NHS trust." in north
    assert not any("as many as 1 in 100" in text for text in said(south))


def test_deals_and_money(south):
    """Coast: 24 x 2400 / 7900 = £7.29m; West: 33 x 600 / 1100 = £18m; of East an amount is not known."""
    found = grids(south)
    assert list(found["Devolution deals and city deals"].rows) == [
        ("Alpha Devolution Deal", "1", "implemented", "2 October 2015", "£30m (a year for 30 years)", "18.9%"),
        ("Port City Deal", "wave 2", "signed", "17 January 2014", "not known", "18.9%"),
    ]
    assert [(row[0], *row[2:]) for row in found["Growth deals"].rows] == [
        ("Coast Growth Deal", "£24m", "30.4%", "£7.29m"),
        ("East Growth Deal", "not known", "46.7%", "not known"),
        ("West Growth Deal", "£33m", "54.5%", "£18m"),
    ]
    assert found["Growth deals"].rows[1][1] == "7 July 2014, signed: £90m; 29 January 2015, signed: not known"
    assert "No longer standing on this day: Gone Devolution Deal (withdrawn, 8 September 2016)." in said(south)
    assert "Growth Deal money by people: not known, as the amount of a round was not found for East." in said(south)


def test_money_that_is_known(now):
    found = said(pack(now, "stp-vale"))
    assert "Growth Deal money by people: £16.71m, £3,038 a head." in found
    assert "No devolution deal or city deal covers any of its people." in found
    thames = pack(now, "stp-thames")
    assert "No Growth Deal of a LEP that shares its people had been announced by this day." in said(thames)
    assert grids(thames)["Devolution deals and city deals"].rows[0][4:] == ("£120.5m", "100%")


def test_anchor_institutions(south, now):
    assert grids(south)["NHS trusts: 1 by a source, 1 by head office only"].rows == (
        ("Birch Hospital", "acute", "by a source"),
        ("Dale Hospital", "acute", "by head office only"),
    )
    assert "No university has its head office here." in said(south)
    north = grids(pack(now, "stp-north"))
    assert north["Universities (2 by head office)"].rows == (
        ("Ash University", "900", "2017/18"),
        ("Birch University", "70", "2018/19"),
    )
    alpha = grids(pack(now, "ca-alpha"))
    assert [row[2] for row in alpha["NHS trusts: 3 by head office only"].rows] == ["by head office only"] * 3
    assert grids(pack(now, "stp-thames"))["Universities (1 by head office)"].rows == (
        ("Lime College", "not known", ""),
    )


def test_a_body_that_is_no_stp(now):
    found = pack(now, "ca-vale")
    assert found.kind == "Briefing pack: combined authority"
    assert found.lead == "4,000 people (mid-2017). It shares people with one STP, one LEP and one growth deal."
    assert found.address == f"{ORIGIN}/body/ca-vale"
    assert found.sections[2].heading == "Where could it and the NHS meet?"
    rows = grids(found)["Authorities, deals and LEPs that share its people"].rows
    assert [row[2:] for row in rows] == [
        ("4,000", "100%", "72.7%", "inside"),
        ("4,000", "100%", "50.6%", "inside"),
        ("4,000", "100%", "50.6%", "inside"),
    ]
    assert grids(found)["Growth deals"].rows[0][3:] == ("50.6%", "£12.15m")
    port = pack(now, "city-port")
    assert "Port City Deal holds about 1 in 5 of South’s people: 700 people in one district." in said(port)


def test_the_readers_own_title_and_subtitle(now):
    found = pack(now, "ca-vale", title="Mine", subtitle="Below")
    assert (found.title, found.kind, found.plan.subtitle) == ("Mine", "Briefing pack: Vale Combined Authority", "Below")


# ---------------------------------------------------------------- files


def order(ending: str, **query) -> Order:
    return Order("briefing", ending, query, ORIGIN)


def test_the_deck(toy):
    """Title, map, five sections, method."""
    file = make(toy, order("pptx", body="stp-south"))
    slides = list(Presentation(io.BytesIO(file.content)).slides)
    assert file.name == "briefing_south-stp-stp_2017-12-01.pptx"
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[2:] == [
        "Do you know your local leaders of growth?", "Who decides what, with whom?", "Where could the STP and the deal meet?",
        "What is being invested here?", "Which anchor institutions stand here?", "Method and sources",
    ]  # fmt: skip
    table = next(shape.table for shape in slides[2].shapes if shape.has_table)
    assert [cell.text for cell in table.rows[1].cells] == [
        "Alpha Combined Authority",
        "combined authority",
        "2,700",
        "73%",
        "77.1%",
        "crosses",
    ]
    assert len(table.rows) == 10


def test_the_pages(toy):
    pages = PdfReader(io.BytesIO(make(toy, order("pdf", body="stp-south")).content)).pages
    text = "\n".join(page.extract_text() for page in pages)
    assert len(pages) <= 2
    assert [float(v) for v in pages[0].mediabox][2:] == pytest.approx([595.3, 841.9], abs=0.1)
    for words in ("3,700 people (mid-2017).", "£7.29m", "Birch Hospital", "by a source"):
        assert words in " ".join(text.split())


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({}, "does not say whose briefing pack"),
        ({"body": "nobody"}, "“nobody” is not a body known here"),
        ({"stp": "ca-vale"}, "is not an STP known here"),
        ({"body": "stp-south", "stp": "stp-north"}, "names one body as body and another as stp"),
        ({"body": "stp-union"}, "Union STP is not in being on 1 December 2017"),
        ({"body": "lis-nowhere"}, "The area of Strategy of nowhere is not in the data"),
        ({"body": "deal-gone"}, "Gone Devolution Deal is not in force on 1 December 2017"),
        ({"body": "stp-south", "colour": "red"}, "colour"),
    ],
)
def test_a_pack_that_cannot_be_made(toy, query, says):
    with pytest.raises(CannotExportError, match=says):
        make(toy, order("pdf", **query))
