"""What stands on the slides of a brief: nothing runs out of its box, and what is left out is counted."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from pptx import Presentation

from dashboard.export.map.plan import Plan
from dashboard.export.order import Order
from dashboard.export.pack.briefing.files import make
from dashboard.export.pack.content import Brief, Column, Grid, Section, Words
from dashboard.export.pack.deck import BODY, brief_deck
from dashboard.export.pack.fitting import GAP, SCALES, TABLE_SIZE, stacked
from layers.landscape import Landscape

LONG = "A sentence that says who decides what, with whom and how, in this place, and goes on for a line or two. "
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def grid(rows: int, **more: Any) -> Grid:
    columns = (Column("Body", 3.0), Column("People", 1.0, True))
    return Grid("Bodies", columns, tuple((f"Body {k}", f"{k:,}") for k in range(rows)), **more)


def brief(*sections: Section) -> Brief:
    """A brief with a map of a corner of England, no layers on it."""
    day = date(2017, 12, 1)
    plan = Plan("Map", "", day, "none", (), (), (400_000.0, 200_000.0, 456_000.0, 241_800.0), "https://growth.example")
    return Brief("Kind", "Title", "Lead.", day, plan.address, plan, ("Found.",), sections, ("Method.",), ("Source.",))


def slides_of(content: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(content)).slides)


@pytest.mark.parametrize(
    "blocks",
    [
        (grid(3),),
        (grid(80),),
        (grid(80), Words(points=(LONG,) * 30)),
        (Words(points=(LONG,) * 60), Words(paragraphs=(LONG,)), grid(2)),
        (Words(points=(LONG,) * 12, heading=LONG, muted=LONG),),
    ],
)
def test_blocks_stay_in_their_box(blocks: tuple[Any, ...]) -> None:
    found = stacked(blocks, BODY)
    assert found[0].box.y == BODY.y
    assert found[-1].box.bottom <= BODY.bottom + 0.01
    for above, below in pairwise(found):
        assert below.box.y == pytest.approx(above.box.bottom + GAP)


def test_a_short_block_stays_whole_beside_a_long_one() -> None:
    long, short = stacked((grid(80), Words(points=(LONG,) * 2)), BODY)
    assert 5 < long.rows < 80
    assert short.rows == 2


def test_words_grow_where_there_is_room_and_never_shrink_below_what_can_be_read() -> None:
    assert stacked((grid(2),), BODY)[0].scale == SCALES[0] > 1
    assert stacked((grid(200),), BODY)[0].scale == SCALES[-1]
    assert TABLE_SIZE * SCALES[-1] >= 9


def test_what_does_not_fit_is_counted(real: Landscape) -> None:
    sections = (Section("Rows", (grid(80),)), Section("Points", (Words(points=(LONG,) * 60),)))
    _, _, rows, points, _ = slides_of(brief_deck(real, brief(*sections)))
    table = next(shape.table for shape in rows.shapes if shape.has_table)
    shown = len(table.rows) - 1
    note = next(shape for shape in rows.shapes if shape.name == "Note")
    assert note.text_frame.text == f"And {80 - shown} more: see the page or its spreadsheet."
    words = next(shape for shape in points.shapes if shape.name == "Words").text_frame.paragraphs
    assert words[-1].text == f"And {60 - (len(words) - 1)} more: see the page or its spreadsheet."


def test_points_hang_on_real_bullets(real: Landscape) -> None:
    section = Section("Points", (Words(points=(LONG, "Short.")),))
    slide = slides_of(brief_deck(real, brief(section)))[2]
    paragraphs = next(shape for shape in slide.shapes if shape.name == "Words").text_frame.paragraphs
    assert [paragraph.text for paragraph in paragraphs] == [LONG, "Short."]
    for paragraph in paragraphs:
        properties = paragraph._p.pPr
        assert properties.find(f"{DRAWING}buChar").get("char") == "•"
        assert int(properties.get("marL")) == -int(properties.get("indent")) > 0


def test_a_row_carries_the_colour_of_its_layer(real: Landscape) -> None:
    section = Section("Rows", (grid(2, colours=("#b3202c", "#1b6ca8")),))
    slide = slides_of(brief_deck(real, brief(section)))[2]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    bars = [row.cells[0]._tc.tcPr.find(f"{DRAWING}lnL") for row in table.rows]
    assert bars[0] is None
    assert [bar.find(f".//{DRAWING}srgbClr").get("val") for bar in bars[1:]] == ["B3202C", "1B6CA8"]
    order = [child.tag.removeprefix(DRAWING) for child in table.rows[1].cells[0]._tc.tcPr]
    assert order == ["lnL", "lnB", "noFill"]  # the order that the format asks for


def test_both_columns_have_type_of_one_size(real: Landscape) -> None:
    section = Section("Two", (Words(points=(LONG,) * 9), Words(points=("Short.",))), left=1)
    slide = slides_of(brief_deck(real, brief(section)))[2]
    sizes = {
        run.font.size.pt
        for shape in slide.shapes
        if shape.name == "Words"
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert len(sizes) == 1


def test_a_map_of_no_place_opens_without_an_outline(real: Landscape) -> None:
    first = slides_of(brief_deck(real, replace(brief(), title="A title " * 19)))[0]
    names = [shape.name for shape in first.shapes]
    assert "Band" in names
    assert not [name for name in names if name.startswith("Outline")]


def test_the_same_order_gives_the_same_deck(real: Landscape) -> None:
    order = Order("briefing", "pptx", {"body": "stp-devon"}, "https://growth.example")
    once, again = (zipfile.ZipFile(io.BytesIO(make(real, order).content)) for _ in range(2))
    assert [once.read(name) for name in once.namelist()] == [again.read(name) for name in again.namelist()]
