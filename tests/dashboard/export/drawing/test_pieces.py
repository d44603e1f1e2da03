"""Boxes of the page, widths of words, pieces of slides."""

from __future__ import annotations

import io
import time

import pytest
from pptx import Presentation
from pptx.util import Pt

from dashboard.export.drawing.paper import FOOTER, HEIGHT, INSET, MAP, MARGIN, SIDE, SUBTITLE, TITLE, WIDTH, Box
from dashboard.export.drawing.slides import Style, add_slide, new_deck, printable, saved, text
from dashboard.export.drawing.svg_type import with_typeface
from dashboard.export.drawing.typeface import text_width, wrapped


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Box(5, 5, 10, 10), True),
        (Box(2, 2, 1, 1), True),
        (Box(10, 0, 10, 10), False),  # side by side
        (Box(-10, 0, 10, 10), False),
        (Box(0, 10, 10, 10), False),
        (Box(0, -10, 10, 10), False),
        (Box(9.9, 9.9, 1, 1), True),
        (Box(-1, 20, 30, 1), False),
    ],
)
def test_boxes_that_share_area(other, shared):
    box = Box(0, 0, 10, 10)
    assert box.overlaps(other) == other.overlaps(box) == shared


def test_the_page_holds_its_boxes_apart():
    page = Box(0, 0, WIDTH, HEIGHT)
    parts = (TITLE, SUBTITLE, MAP, SIDE, FOOTER)
    for at, box in enumerate(parts):
        assert box.x >= MARGIN
        assert box.right <= page.right - MARGIN
        assert box.bottom <= page.bottom
        assert not any(box.overlaps(other) for other in parts[at + 1 :])
    assert MAP.x < INSET.x < INSET.right < MAP.right
    assert (SIDE.x, SIDE.right) == (608, 932)


def test_width_is_the_sum_of_the_letters_at_the_size():
    assert text_width("mm", 10) == pytest.approx(2 * text_width("m", 10))
    assert text_width("m", 20) == pytest.approx(2 * text_width("m", 10))
    assert text_width("m", 10, bold=True) > text_width("m", 10)
    assert text_width("", 10) == 0
    assert text_width("א", 10) > 0, "a letter that only the fallback has"
    assert 0 < text_width("\U0010fffd", 10) < 20, "a letter that neither has is a box of the fallback's"


def test_lines_break_at_spaces_and_hold_the_width():
    two = text_width("mmm mmm", 10)
    assert wrapped("mmm mmm mmm", 10, two) == ["mmm mmm", "mmm"]
    assert wrapped("mmm mmm mmm", 10, two - 0.01) == ["mmm", "mmm", "mmm"]
    assert wrapped("  mmm   mmm ", 10, two) == ["mmm mmm"]
    assert wrapped("", 10, 100) == []


def test_a_word_wider_than_the_line_is_broken():
    four = text_width("mmmm", 10)
    assert wrapped("mmmmmmmmmm", 10, four) == ["mmmm", "mmmm", "mm"]
    assert wrapped("mmmm", 10, four) == ["mmmm"]
    assert wrapped("mm", 10, 0.1) == ["m", "m"], "at least a letter a line"


def test_a_deck_of_16_by_9():
    deck = new_deck("T" * 300, "about")
    slide = add_slide(deck, "A title", "Notes.")
    shape = text(slide, Box(10, 20, 30, 40), ["one", "two"], Style(12, "#ff0000", True, "right", True, 3), "Name")
    again = Presentation(io.BytesIO(saved(deck)))
    assert (again.slide_width, again.slide_height) == (Pt(960), Pt(540))
    assert (shape.left, shape.top, shape.width, shape.height) == (Pt(10), Pt(20), Pt(30), Pt(40))
    assert [p.text for p in shape.text_frame.paragraphs] == ["•  one", "•  two"]
    font = shape.text_frame.paragraphs[0].runs[0].font
    assert (font.size, font.bold, str(font.color.rgb), font.name) == (Pt(12), True, "FF0000", "Arial")
    assert shape.text_frame.paragraphs[0].space_after == Pt(3)
    assert len(again.core_properties.title) == 255
    assert again.slides[0].notes_slide.notes_text_frame.text == "Notes."


def test_the_same_deck_is_the_same_bytes_whenever_it_is_saved(monkeypatch):
    first = saved(new_deck("A", "b"))
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(1_600_000_000))
    assert saved(new_deck("A", "b")) == first
    assert saved(new_deck("A", "c")) != first


@pytest.mark.parametrize(
    ("given", "kept"), [("a\x00b\x1fc", "abc"), ("a\n\tb", "a\n\tb"), ("\ufffe\uffffé", "é"), ("a b", "a b")]
)
def test_what_xml_cannot_hold_is_left_out(given, kept):
    assert printable(given) == kept


def test_an_svg_carries_both_weights_with_its_own_letters():
    found = with_typeface('<svg a="b"><text x="1">Elm</text></svg>')
    assert found.startswith('<svg a="b">\n <style type="text/css">@font-face{')
    assert found.count("@font-face") == 2
    assert "font-weight:400" in found
    assert "font-weight:600" in found
    longer = with_typeface('<svg a="b"><text x="1">Elm and many other letters: qwxyzGHJK</text></svg>')
    assert len(longer) > len(found) + 500
