"""Where things stand on a slide, and how they are written: worked from the page of 960 by 540 points, 28 from its sides."""

from __future__ import annotations

import io
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN

from dashboard.export.drawing.paper import INSET, MAP, Box
from dashboard.export.drawing.slides import Style, add_slide, alt, footer, new_deck, place, saved, subtitle, text
from dashboard.palette import MUTED, TEXT


@pytest.fixture
def deck():
    return new_deck("A title", "What it is made from")


@pytest.fixture
def slide(deck):
    return add_slide(deck, "The parts of Elm", "Notes.")


def points(shape) -> tuple[float, ...]:
    return tuple(v / 12700 for v in (shape.left, shape.top, shape.width, shape.height))


def looks(shape) -> tuple[float, bool, str, str]:
    font = shape.text_frame.paragraphs[0].runs[0].font
    return font.size.pt, bool(font.bold), f"#{font.color.rgb}".lower(), font.name


def test_the_title_is_the_layouts_own_across_the_page_at_its_foot(slide):
    title = slide.shapes.title
    assert points(title) == (28, 8, 904, 38)
    assert looks(title) == (24, True, TEXT.lower(), "Arial")
    assert title.text_frame.vertical_anchor == MSO_ANCHOR.BOTTOM
    assert [shape.name for shape in slide.placeholders] == [title.name], "no empty box that asks for words"


def test_a_smaller_title_is_as_small_as_asked(deck):
    assert looks(add_slide(deck, "A", "", 18).shapes.title)[0] == 18


def test_the_line_under_the_title_and_the_foot(slide):
    subtitle(slide, "On 1 December 2017")
    footer(slide, ["One", "Two"])
    under, foot = list(slide.shapes)[-2:]
    assert (under.name, points(under), looks(under)) == (
        "Subtitle",
        (28, 46, 904, 20),
        (14, False, MUTED.lower(), "Arial"),
    )
    assert (foot.name, points(foot), looks(foot)) == ("Sources", (28, 492, 904, 44), (9, False, MUTED.lower(), "Arial"))
    assert foot.text_frame.text == "One\nTwo"


def test_no_line_under_the_title_when_there_are_no_words(slide):
    before = len(slide.shapes)
    subtitle(slide, "")
    assert len(slide.shapes) == before


def test_the_map_and_its_inset():
    assert (MAP.x, MAP.y, MAP.right, MAP.bottom) == (28, 68, 588, 486)
    assert (INSET.x, INSET.y, INSET.right, INSET.bottom) == (448, 92, 580, 201)


def test_words_fill_their_box_to_its_edge_and_it_keeps_its_size(slide):
    shape = text(slide, Box(1, 2, 30, 40), ["one"], Style(), "Words")
    frame = shape.text_frame
    assert (frame.margin_left, frame.margin_right, frame.margin_top, frame.margin_bottom) == (0, 0, 0, 0)
    assert frame.word_wrap is True
    assert (frame.auto_size, frame.vertical_anchor) == (MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP)


def test_words_are_plain_left_and_14_points_unless_asked(slide):
    shape = text(slide, Box(0, 0, 9, 9), ["one"], Style(), "Words")
    paragraph = shape.text_frame.paragraphs[0]
    assert looks(shape) == (14, False, TEXT.lower(), "Arial")
    assert (paragraph.text, paragraph.alignment, paragraph.space_after) == ("one", PP_ALIGN.LEFT, 0)
    assert paragraph.runs[0]._r.rPr.get("lang") == "en-GB"


@pytest.mark.parametrize(
    ("side", "found"), [("left", PP_ALIGN.LEFT), ("right", PP_ALIGN.RIGHT), ("center", PP_ALIGN.CENTER)]
)
def test_sides(slide, side, found):
    shape = text(slide, Box(0, 0, 9, 9), ["one"], Style(align=side), "Words")
    assert shape.text_frame.paragraphs[0].alignment == found


def test_a_shape_is_put_into_its_box(slide):
    shape = text(slide, Box(0, 0, 9, 9), ["one"], Style(), "Words")
    place(shape, Box(11, 12, 13, 14))
    assert points(shape) == (11, 12, 13, 14)


def test_names_and_descriptions_are_as_long_as_powerpoint_takes(slide):
    shape = text(slide, Box(0, 0, 9, 9), ["one"], Style(), "Words")
    alt(shape, "n" * 251, "d" * 2001)
    named = shape._element.xpath(".//p:cNvPr")[0]
    assert (len(named.get("name")), len(named.get("descr"))) == (250, 2000)


def test_the_properties_say_what_it_is_and_carry_no_time_of_day():
    facts = new_deck("A\x00 title", "b" * 256).core_properties
    assert (facts.title, facts.comments, facts.language) == ("A title", "b" * 255, "en-GB")
    assert facts.author == facts.last_modified_by == "Local growth landscape"
    assert (facts.subject, facts.keywords) == ("", "")
    assert facts.created == facts.modified == datetime(2018, 1, 1)


def test_every_layout_fills_the_wide_page(deck):
    plain = Presentation()  # python-pptx's own, 720 by 540 points: 960 is a third wider
    for wide, narrow in zip(deck.slide_layouts, plain.slide_layouts, strict=True):
        for one, other in zip(wide.placeholders, narrow.placeholders, strict=True):
            left, top, width, height = points(other)
            assert points(one) == pytest.approx((left * 4 / 3, top, width * 4 / 3, height), abs=0.001)


def test_the_file_is_compressed_of_one_time_and_its_theme_is_arial(deck):
    with ZipFile(io.BytesIO(saved(deck))) as parts:
        assert {(entry.compress_type, entry.date_time) for entry in parts.infolist()} == {
            (ZIP_DEFLATED, (2018, 1, 1, 0, 0, 0))
        }
        theme = next(name for name in parts.namelist() if "theme/theme" in name)
        assert parts.read(theme).count(b'<a:latin typeface="Arial"/>') == 2
