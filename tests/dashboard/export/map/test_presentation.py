"""A slide that is read from the back of a room and recoloured by its theme: sizes of type, accents, names."""

from __future__ import annotations

import io
import re
from datetime import date
from zipfile import ZipFile

import pytest
from pptx import Presentation

from dashboard.export.drawing.paper import page_of
from dashboard.export.drawing.slides import add_slide, name_apart, new_deck
from dashboard.export.map.build import scene
from dashboard.export.map.map_slide import map_deck
from dashboard.export.map.picture import picture
from dashboard.palette import PAPER, contrast
from tests.dashboard.export.map.plans import plan
from tests.dashboard.export.ooxml import faults
from tests.layers.toy import AREA_LAYERS, code

pytestmark = pytest.mark.usefixtures("toy_files")

FOUR = ("combined_authority", "lep", "stp", "devolution_deal")
EVERY = ("combined_authority", "lep", "stp", "city_deal", "growth_deal", "devolution_deal", "leading_places")
PAGES = [(shape, panel) for shape in ("16:9", "4:3") for panel in (True, False)]
TITLE, SUBTITLE, FOOTER = "Title", "Subtitle", "Sources"


def deck_of(toy, *layers, shape="16:9", panel=True, **stated) -> bytes:
    """The deck of a map with fallen deals, a shading, points, a tint and a selection: all that a key can hold."""
    day = stated.pop("day", date(2017, 12, 1))
    page = page_of(shape, panel)
    asked = plan(
        toy.as_at(day), *layers, **{"fallen": True, "measure": "imd2015_average_score", "points": ("nhs_trust",), "page": page} | stated
    )  # fmt: skip
    return map_deck(scene(toy, asked))


def slide_of(content: bytes):
    (slide,) = Presentation(io.BytesIO(content)).slides
    return slide


def sizes(slide) -> dict[str, set[float]]:
    """Points of every run of words by the name of its shape."""
    return {
        shape.name: {run.font.size.pt for paragraph in shape.text_frame.paragraphs for run in paragraph.runs}
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text
    }


def is_sentence(name: str) -> bool:
    return name in ("Findings", SUBTITLE) or name.startswith(TITLE)


@pytest.mark.parametrize(("shape", "panel"), PAGES)
@pytest.mark.parametrize("national", [True, False])
def test_no_type_is_smaller_than_a_room_can_read(toy, shape, panel, national):
    """Names and key 12 points, sentences 14, sources 9; of every word on the slide."""
    extent = {"national": True, "height": 700_000} if national else {"at": "E", "height": 120_000}
    box = page_of(shape, panel).map
    found = sizes(
        slide_of(deck_of(toy, *EVERY, shape=shape, panel=panel, subtitle="Below " * 60, title="T " * 99, **extent))
    )
    assert box.width > 400
    for name, points in found.items():
        least = 9 if name == FOOTER else 14 if is_sentence(name) else 12
        assert min(points) >= least, name
    assert found[FOOTER] == {9}
    assert any(name.startswith("Legend: ") for name in found)
    assert any(name.startswith("Label: ") for name in found)
    assert ("Findings" in found) == (panel and shape == "16:9"), "so long a key takes all of a narrower panel"


@pytest.mark.parametrize(("shape", "panel"), PAGES)
def test_a_picture_has_the_sizes_of_the_slide(toy, shape, panel):
    """A picture is a page of 960 or 720 points as well, which 1,920 pixels show: its type is stated in pixels of that page."""
    asked = plan(toy.as_at(), *FOUR, measure="imd2015_average_score", page=page_of(shape, panel), subtitle="Below")
    svg = picture(scene(toy, asked), "svg").decode()
    assert f'viewBox="0 0 {960 if shape == "16:9" else 720} 540"' in svg
    foot = re.findall(r'<g id="source-\d">(.*?)</g>', svg, re.DOTALL)
    small = [float(size) for body in foot for size in re.findall(r"font-size: ([\d.]+)px", body)]
    every = [float(size) for size in re.findall(r"<text[^>]*font-size: ([\d.]+)px", svg)]
    assert small
    assert set(small) == {9}
    assert min(size for size in every if size != 9) >= 12
    assert every.count(9) == len(small), "nothing but the sources is as small"
    said = re.findall(r"<text[^>]*font-size: ([\d.]+)px[^>]*>(?:Vale Combined|One |Two |Three |Below)", svg)
    assert len(said) >= 1 + panel
    assert min(map(float, said)) >= 14


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_a_picture_has_the_shape_of_its_page(toy, ending):
    from PIL import Image
    from pypdf import PdfReader

    content = picture(scene(toy, plan(toy.as_at(), "stp", page=page_of("4:3"))), ending)
    if ending == "png":
        assert Image.open(io.BytesIO(content)).size == (1920, 1440)
    else:
        assert [float(v) for v in PdfReader(io.BytesIO(content)).pages[0].mediabox] == [0, 0, 720, 540]


@pytest.mark.parametrize(("shape", "width"), [("16:9", 960), ("4:3", 720)])
def test_a_slide_has_the_shape_of_its_page_and_all_stands_on_it(toy, shape, width):
    content = deck_of(toy, *FOUR, shape=shape)
    deck = Presentation(io.BytesIO(content))
    assert (deck.slide_width.pt, deck.slide_height.pt) == (width, 540)
    for item in slide_of(content).shapes:
        assert item.left.pt >= 0
        assert item.left.pt + item.width.pt <= width, item.name
        assert item.top.pt + item.height.pt <= 540, item.name
    assert list(faults(slide_of(content))) == []


# ---------------------------------------------------------------- accents


def theme_accents(content: bytes) -> list[str]:
    with ZipFile(io.BytesIO(content)) as parts:
        theme = parts.read("ppt/theme/theme1.xml").decode()
    return [
        "#" + re.search(rf'<a:accent{k}><a:srgbClr val="(\w+)"/></a:accent{k}>', theme)[1].lower() for k in range(1, 7)
    ]


def colours(shape) -> set[str]:
    """The accents and colours that a shape's fill and line refer to; none of what isn't drawn."""
    return {found.get("val") for found in shape._element.spPr.xpath(".//a:solidFill/*")}


def drawn(slide, layer: str) -> list:
    """The outlines, tints, associates and fallen deals of a layer in both maps, and its swatches in the key; no pale lines."""
    name = AREA_LAYERS[layer].name
    said = (name, f"area of {AREA_LAYERS[layer].name_inside}")
    found = []
    for group in slide.shapes:
        if group.shape_type != 6 or group.name.endswith("pale lines"):
            continue
        plain = group.name.removeprefix("London inset: ")
        if plain == name or plain.startswith(f"{name}: ") or plain in {f"Key: {words}" for words in said}:
            found += list(group.shapes)
    return found


@pytest.mark.parametrize("national", [True, False])
def test_outlines_and_key_of_a_layer_refer_to_one_accent_of_the_theme(toy, national):
    extent = {"national": True, "height": 700_000} if national else {"height": 209_000}
    content = deck_of(toy, *FOUR, filled="stp", **extent)
    slide, accents = slide_of(content), theme_accents(content)
    for number, layer in enumerate(FOUR, start=1):
        shapes = drawn(slide, layer)
        assert len(shapes) >= 3
        assert any(shape.name.startswith("Swatch: ") for shape in shapes)
        assert {frozenset(colours(shape)) for shape in shapes} == {frozenset({f"accent{number}"})}, layer
        assert accents[number - 1] == AREA_LAYERS[layer].colour
    assert accents[4:] == [AREA_LAYERS[layer].colour for layer in ("city_deal", "growth_deal")]


def test_associates_and_fallen_deals_of_the_key_are_of_their_layers_accent(toy):
    slide = slide_of(deck_of(toy, *FOUR))
    swatches = {
        s.name: colours(s)
        for group in slide.shapes
        if group.shape_type == 6
        for s in group.shapes
        if "Swatch" in s.name
    }
    assert swatches["Swatch: associates: shown, not counted"] == {"accent1"}
    assert swatches["Swatch: bids and fallen deals"] == {"accent4"}


def test_with_more_layers_than_accents_the_main_ones_have_them(toy):
    content = deck_of(toy, "leading_places", *EVERY[:6])
    slide = slide_of(content)
    assert theme_accents(content) == [AREA_LAYERS[layer].colour for layer in EVERY[:6]]
    own = AREA_LAYERS["leading_places"].colour[1:].upper()
    assert {frozenset(colours(shape)) for shape in drawn(slide, "leading_places")} == {frozenset({own})}
    assert {frozenset(colours(shape)) for shape in drawn(slide, "growth_deal")} == {frozenset({"accent5"})}


def test_names_on_the_map_follow_the_accent_and_can_be_read(toy):
    """A layer whose colour is too pale for words has them a quarter darker, which is enough: 4.5 to 1 on paper."""
    content = deck_of(toy, *FOUR, height=120_000)
    labels = [shape for shape in slide_of(content).shapes if shape.name.startswith("Label: ")]
    found = {run.font.color.theme_color for shape in labels for p in shape.text_frame.paragraphs for run in p.runs}
    assert {str(colour).split(" ")[0] for colour in found if colour} & {"ACCENT_1", "ACCENT_2", "ACCENT_3", "ACCENT_4"}
    for layer in AREA_LAYERS.values():
        if layer.main and contrast(layer.colour, PAPER) < 5:
            darker = "#" + "".join(f"{round(int(layer.colour[k : k + 2], 16) * 0.75):02x}" for k in (1, 3, 5))
            assert contrast(darker, PAPER) >= 4.5, layer.id


# ---------------------------------------------------------------- names


def names(slide) -> list[str]:
    return [shape.get("name") for shape in slide._element.xpath(".//p:cNvPr")]


@pytest.mark.parametrize(
    "extent", [{"national": True, "height": 700_000}, {"at": "A", "height": 120_000}], ids=["England", "near"]
)
def test_no_two_shapes_of_a_slide_have_one_name(toy, extent):
    found = names(slide_of(deck_of(toy, *EVERY, filled="stp", selected=code("E"), **extent)))
    assert len(found) > 60
    assert sorted(found) == sorted(set(found))


def test_shapes_of_the_inset_say_so(toy):
    slide = slide_of(deck_of(toy, "stp", national=True, height=700_000))
    inset = [name for name in names(slide) if "Lime" in name or "Thames" in name]
    assert {name for name in inset if name.startswith("London inset: ")} == {
        f"London inset: Lime ({code('L')})",
        "London inset: Thames STP (stp-thames)",
    }
    assert f"Lime ({code('L')})" in inset


def test_shapes_of_one_name_are_numbered():
    deck = new_deck("", "")
    slide = add_slide(deck, "A", "B")
    for _ in range(3):
        slide.shapes.add_textbox(0, 0, 9, 9).name = "One"
    name_apart(slide)
    assert [name for name in names(slide) if name.startswith("One")] == ["One", "One, 2", "One, 3"]
