"""A map as a slide of native shapes: where each stands, in what colour, under what name.

At 500 metres a point with Elm's middle in the middle of the map (308, 277 points), Elm is the square from 288 to 328
and from 257 to 297: 20 km are 40 points.
"""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.util import Pt

from dashboard.export.drawing.typeface import text_width
from dashboard.export.map.build import scene
from dashboard.export.map.map_slide import map_deck
from dashboard.palette import CLASSES, NOT_AVAILABLE
from tests.dashboard.export.map.plans import plan
from tests.layers.toy import code

pytestmark = pytest.mark.usefixtures("toy_files")

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def slide(world, toy_files):
    land = world.land
    now = land.as_at()
    asked = plan(
        now, "combined_authority", "stp", filled="stp", measure="imd2015_average_score", points=("nhs_trust",), selected=code("E"), title="A map"
    )  # fmt: skip
    deck = Presentation(io.BytesIO(map_deck(scene(land, asked))))
    (found,) = deck.slides
    return found


def group(slide, name):
    return next(shape for shape in slide.shapes if shape.name == name)


def child(slide, name, of):
    return next(shape for shape in group(slide, of).shapes if shape.name.startswith(name))


def box(shape) -> tuple[float, ...]:
    return tuple(value / 12700 for value in (shape.left, shape.top, shape.width, shape.height))


def colour(shape, part: str = "solidFill") -> str:
    return "#" + shape._element.spPr.find(f".//{DRAWING}{part}//{DRAWING}srgbClr").get("val").lower()


def test_a_district_stands_where_it_is(slide):
    assert box(child(slide, "Elm", "Districts")) == pytest.approx((288, 257, 40, 40), abs=0.3)
    assert box(child(slide, "Dale", "Districts")) == pytest.approx((248, 257, 40, 40), abs=0.3)
    assert box(child(slide, "Birch", "Districts")) == pytest.approx((288, 217, 40, 40), abs=0.3)
    names = [shape.name for shape in group(slide, "Districts").shapes]
    assert names == [
        f"{name} ({code(letter)})"
        for letter, name in zip("ABCDEF", ("Ash", "Birch", "Cedar", "Dale", "Elm", "Fir"), strict=True)
    ]


def test_a_group_holds_its_children_where_they_are(slide):
    """The inner and the outer frame of a group are one, so nothing is moved or scaled: six districts, 120 by 80 points."""
    districts = group(slide, "Districts")
    assert box(districts) == pytest.approx((248, 217, 120, 80), abs=0.5)
    frame = districts._element.grpSpPr.find(f"{DRAWING}xfrm")
    inner, outer = (
        [int(v) for tag in tags for v in frame.find(f"{DRAWING}{tag}").attrib.values()]
        for tags in (("off", "ext"), ("chOff", "chExt"))
    )
    assert inner == outer


def test_a_district_has_the_colour_of_its_class(slide):
    assert colour(child(slide, "Ash", "Districts")) == CLASSES[0]
    assert colour(child(slide, "Fir", "Districts")) == CLASSES[4]
    assert NOT_AVAILABLE not in {colour(shape) for shape in group(slide, "Districts").shapes}


def test_bodies_are_outlines_and_tints_are_areas(slide):
    vale = child(slide, "Vale STP", "STP footprints")
    assert box(vale)[2] == pytest.approx(80 - 2 * 560 / 500, abs=0.5), "a lane of 560 metres inside its 40 km"
    assert vale._element.spPr.find(f"{DRAWING}noFill") is not None
    tint = child(slide, "STP footprints: tint: Vale STP", "STP footprints: tint")
    assert box(tint) == pytest.approx((288, 257, 80, 40), abs=0.3)
    assert tint._element.spPr.find(f".//{DRAWING}alpha").get("val") == "22000"
    assert group(slide, "STP footprints: pale lines")


def test_the_selection_is_outlined_on_its_border(slide):
    assert box(child(slide, "Selected: Elm", "Selected: Elm")) == pytest.approx((288, 257, 40, 40), abs=0.3)


def test_a_mark_stands_on_its_point(slide):
    """Dale Hospital is in the middle of Dale: 268, 277 points; a mark is 8 x 0.68 points across."""
    mark = child(slide, "Dale Hospital", "Universities and NHS trusts")
    left, top, width, height = box(mark)
    assert (left + width / 2, top + height / 2) == pytest.approx((268, 277), abs=0.3)
    assert width == height == pytest.approx(8 * 0.68, abs=0.1)


def test_the_scale_bar_is_as_long_as_it_says(slide):
    """A sixth of the map is 93 points or 46.7 km, so the bar says 20 km and is 40 points long, at the bottom left."""
    bar = group(slide, "Scale bar").shapes[0]
    assert bar.name == "20 km"
    assert box(bar)[:3] == pytest.approx((28 + 10, 68 + 418 - 8, 40), abs=0.1)
    assert bar.line.width == Pt(1.6)
    assert group(slide, "Scale").text_frame.text == "20 km"


def test_labels_are_centred_on_their_places(slide):
    """Elm is the selected one and has the middle of its square."""
    label = group(slide, "Label: Elm")
    left, top, width, height = box(label)
    assert (left + width / 2, top + height / 2) == pytest.approx((308, 277), abs=1)
    assert (width, height) == pytest.approx((text_width("Elm", 13, bold=True) * 1.12 + 3, 13 * 1.15), abs=0.1)
    assert label.text_frame.paragraphs[0].runs[0].font.size == Pt(13)


def test_legend_counts_and_findings(slide):
    assert group(slide, "Count: STP footprints").text_frame.text == "3", "Thames is far out of view"
    assert group(slide, "Count: Combined authorities").text_frame.text == "2"
    assert group(slide, "Legend: over 20.0 to 30.0")
    assert group(slide, "Count: 10.0 to 20.0").text_frame.text == "2"
    said = group(slide, "Findings").text_frame.text
    assert said.startswith("Elm: 4,000 people; East Midlands.")
    assert "STP: Vale." in said


def test_title_and_notes(slide):
    assert slide.shapes.title.text_frame.text == "A map"
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.startswith("A map\n• Elm: 4,000 people; East Midlands.")
    assert "This view: https://toy/" in notes


def test_the_inset_and_its_frame(toy, now):
    asked = plan(now, "stp", national=True, height=700_000)
    (slide,) = Presentation(io.BytesIO(map_deck(scene(toy, asked)))).slides
    left, top, width, height = box(child(slide, "London inset: Lime", "London inset: Districts"))
    scale = 66_500 / 132  # metres a point of the inset
    inset_x, inset_y = 28 + 560 - 140, 68 + 24
    assert (left, top) == pytest.approx((inset_x + 20_000 / scale, inset_y + (204_915 - 190_000) / scale), abs=1)
    assert (width, height) == pytest.approx((20_000 / scale,) * 2, abs=1)
    assert group(slide, "London inset: Frame")
    assert group(slide, "London inset: Name").text_frame.text == "London"
