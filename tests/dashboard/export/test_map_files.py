"""The map as picture, slide and data: each file is opened again and held to the page's own facts."""

from __future__ import annotations

import io
import itertools
import json
import re
import sqlite3
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt
from pypdf import PdfReader

from dashboard.export.makers import make
from dashboard.export.map.plan import map_plan
from dashboard.export.map.shading import shading
from dashboard.export.order import CannotExportError, File, Order
from dashboard.text.sources import LICENCE, SOURCE
from dashboard.world import landscape
from tests.dashboard.export.ooxml import faults, local
from tests.layers.toy import AREA_LAYERS

ORIGIN = "https://growth.example"
TITLE = "Combined authorities and STP footprints, 1 December 2017"
ROUND_BASSETLAW = {
    "layers": "combined_authority,lep,stp",
    "lon": "-1.1",
    "lat": "53.3",
    "zoom": "6",
    "select": "E07000171",
}
HOSTILE = {
    "markup": '<script>alert(1)</script> & "quotes" ]]>',
    "long": "word " * 2000,
    "right to left": "תוכנית אנגליה ‮ خطة",
    "formula": "=HYPERLINK(1) $x^2$ {braces}",
    "control": "one\x00two\x1fthree\ud800four",
}
SVG = "{http://www.w3.org/2000/svg}"


@lru_cache(maxsize=8)
def _made(ending: str, query: tuple[tuple[str, str], ...]) -> File:
    return make(landscape(), Order("map", ending, dict(query), ORIGIN))


def made(ending: str, **query: str) -> File:
    """The file of an order; the last few are kept."""
    return _made(ending, tuple(query.items()))


def made_again(ending: str, **query: str) -> File:
    return make(landscape(), Order("map", ending, query, ORIGIN))


def colour(code: str, measure: str = "imd2015_average_score") -> str:
    return shading(landscape().as_at(), measure).colours[code]


@pytest.fixture(scope="module")
def slide() -> Any:
    return Presentation(io.BytesIO(made("pptx").content)).slides[0]


@pytest.mark.parametrize(("size", "height"), [("1920", 1080), ("3840", 2160)])
def test_png_has_the_size_asked_for(size: str, height: int) -> None:
    picture = Image.open(io.BytesIO(made("png", size=size).content))
    assert picture.size == (int(size), height)


@pytest.mark.parametrize(
    "code", ["E06000057", "E07000141", "E06000052"], ids=["Northumberland", "South Kesteven", "Cornwall"]
)
def test_png_shows_a_district_in_the_colour_of_its_class(code: str) -> None:
    land = landscape()
    query = {"layers": "none"}
    plan = map_plan(land, Order("map", "png", query, ORIGIN))
    from dashboard.export.map.build import scene

    window = scene(land, plan).windows[0]
    inside = next(shape for shape in window.districts if shape.id == code).geometry.representative_point()
    x, y = window.on_page(inside.x, inside.y)
    pixels = np.asarray(Image.open(io.BytesIO(made("png", **query).content)).convert("RGB"))
    assert "#{:02x}{:02x}{:02x}".format(*pixels[round(y * 2), round(x * 2)]) == colour(code)


def test_png_says_where_it_comes_from() -> None:
    facts = Image.open(io.BytesIO(made("png").content)).info
    assert SOURCE in facts["Description"]
    assert facts["Title"] == TITLE


def test_svg_holds_each_district_once_in_the_main_map_and_its_words_as_text() -> None:
    tree = ElementTree.fromstring(made("svg").content)
    codes = [group.get("id") for group in tree.iter(f"{SVG}g") if re.fullmatch(r"E\d{8}", group.get("id") or "")]
    assert set(codes) == set(landscape().districts)
    assert len(set(codes)) == 326
    words = " ".join("".join(text.itertext()) for text in tree.iter(f"{SVG}text"))
    for said in (TITLE, "As at 1 December 2017", ORIGIN, "Devon"):
        assert said in words
    assert SOURCE.split(".")[0] in words


def test_svg_draws_outlines_in_the_colours_of_the_page() -> None:
    text = made("svg", **ROUND_BASSETLAW).content.decode()
    for layer in ("combined_authority", "lep", "stp"):
        assert f"stroke: {AREA_LAYERS[layer].colour}" in text


def test_pdf_text_can_be_read() -> None:
    page = PdfReader(io.BytesIO(made("pdf").content)).pages[0]
    words = " ".join(page.extract_text().split())
    assert TITLE in words
    assert "Open Government Licence v3.0" in words
    assert "What it shows" in words
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (960, 540)


def test_slide_has_every_district_as_a_named_shape_in_the_colour_of_the_page(slide: Any) -> None:
    group = next(shape for shape in slide.shapes if shape.name == "Districts")
    fills = {shape.name: "#" + str(shape.fill.fore_color.rgb).lower() for shape in group.shapes}
    assert fills == {f"{d.name} ({code})": colour(code) for code, d in landscape().districts.items()}


def test_slide_has_every_body_as_a_named_outline_grouped_by_layer(slide: Any) -> None:
    groups = {shape.name: shape for shape in slide.shapes if shape.shape_type == 6}
    for layer, name in (("combined_authority", "Combined authorities"), ("stp", "STP footprints")):
        bodies = landscape().as_at().bodies(layer)
        assert {shape.name.rpartition(" (")[0] for shape in groups[name].shapes} == {body.name for body in bodies}
        accents = {shape.line.color.theme_color for shape in groups[name].shapes}
        assert accents == {MSO_THEME_COLOR.ACCENT_1 if layer == "combined_authority" else MSO_THEME_COLOR.ACCENT_2}
    assert any(name.startswith("London inset") for name in groups)


def test_slide_keeps_the_schema(slide: Any) -> None:
    assert list(faults(slide)) == []
    for custom in slide._element.xpath(".//a:custGeom"):
        assert [local(child) for child in custom] == ["avLst", "gdLst", "ahLst", "cxnLst", "rect", "pathLst"]


def test_slide_has_a_title_findings_and_notes_with_sources(slide: Any) -> None:
    assert slide.shapes.title.text == TITLE
    notes = slide.notes_slide.notes_text_frame.text
    for said in (SOURCE, LICENCE, ORIGIN, "14.1 million people live in the nine STPs"):
        assert said in notes
    words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "14.1 million people live in the nine STPs" in words


def test_slide_is_wide_and_small() -> None:
    content = made("pptx").content
    deck = Presentation(io.BytesIO(content))
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert len(content) < 1_000_000
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def test_shapes_of_a_close_view_stay_inside_the_frame() -> None:
    slide = Presentation(io.BytesIO(made("pptx", **ROUND_BASSETLAW).content)).slides[0]
    groups = [shape for shape in slide.shapes if shape.shape_type == 6]
    for group in groups:
        assert group.left >= Pt(27)
        assert group.left + group.width <= Pt(934), group.name
        assert group.top + group.height <= Pt(498), group.name
    names = [shape.name for group in groups for shape in group.shapes]
    assert "Bassetlaw (E07000171)" in names
    assert any(name.startswith("Selected: Bassetlaw") for name in (group.name for group in groups))


def test_geojson_winds_outer_rings_counter_clockwise_and_carries_its_source() -> None:
    collection = json.loads(made("geojson").content)
    assert collection["as_at"] == "2017-12-01"
    assert collection["source"] == SOURCE
    assert collection["address"] == f"{ORIGIN}/"
    kinds = [feature["properties"]["kind"] for feature in collection["features"]]
    assert kinds.count("district") == 326
    assert kinds.count("body") == 9 + 44
    for feature in collection["features"]:
        shape = feature["geometry"]
        pieces = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        assert all(signed_area(piece[0]) > 0 for piece in pieces), feature["id"]
        assert all(signed_area(hole) < 0 for piece in pieces for hole in piece[1:]), feature["id"]


def signed_area(ring: list[list[float]]) -> float:
    """Positive when the ring runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2


def test_geojson_leaves_unknown_values_blank() -> None:
    land = landscape()
    measure = next(name for name, item in land.measures.items() if 0 < len(item.values) < 326)
    features = json.loads(made("geojson", measure=measure).content)["features"]
    missing = {f["id"] for f in features if f["properties"]["kind"] == "district" and f["properties"]["value"] is None}
    assert missing == set(land.districts) - set(land.measures[measure].values)


def test_geopackage_has_both_reference_systems(tmp_path: Path) -> None:
    import geopandas

    path = tmp_path / "view.gpkg"
    path.write_bytes(made("gpkg").content)
    for layer, code, count in (
        ("districts_27700", 27700, 326),
        ("districts_4326", 4326, 326),
        ("bodies_27700", 27700, 53),
    ):
        frame = geopandas.read_file(path, layer=layer)
        assert frame.crs.to_epsg() == code
        assert len(frame) == count
    with sqlite3.connect(path) as base:
        told = base.execute("select description from gpkg_contents").fetchall()
    assert all(SOURCE in words for (words,) in told)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_titles_come_out_as_plain_text(words: str) -> None:
    tree = ElementTree.fromstring(made("svg", title=words, subtitle=words).content)
    assert not list(tree.iter(f"{SVG}script"))
    shown = "".join(next(group for group in tree.iter(f"{SVG}g") if group.get("id") == "title").itertext()).strip()
    slide = Presentation(io.BytesIO(made("pptx", title=words).content)).slides[0]
    assert len(slide.shapes.title.text) <= 160
    if len(words) < 100 and words.isprintable():
        assert slide.shapes.title.text == " ".join(words.split())
        assert shown == " ".join(words.split())
    assert made("pdf", title=words).content.startswith(b"%PDF")
    assert made("png", title=words).content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"measure": "nonsense"}, "“nonsense” is not a measure known here"),
        ({"as_at": "2017-13-01"}, "“2017-13-01” is not a date"),
        ({"as_at": "2030-01-01"}, "outside 2011 to 2018"),
        ({"size": "12"}, "size takes 1920 or 3840"),
        ({"colour": "red"}, "colour"),
        ({"lon": "1"}, "lon, lat and zoom together"),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(query: dict[str, str], sentence: str) -> None:
    with pytest.raises(CannotExportError, match=re.escape(sentence)):
        made("png", **query)


def test_file_names_say_what_and_when() -> None:
    assert made("svg", as_at="2016-05-01").name == "map_combined-authority-stp_2016-05-01.svg"


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "pptx", "geojson"])
def test_the_same_order_gives_the_same_file(ending: str) -> None:
    one, other = made(ending).content, made_again(ending).content
    if ending == "pptx":  # a zip holds the time it was written
        one, other = (b"".join(z.read(n) for n in sorted(z.namelist())) for z in map(zipped, (one, other)))
    assert one == other


def zipped(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


@pytest.mark.parametrize("query", [{}, ROUND_BASSETLAW, {"layers": "lep,stp,nhs_trust,university", "fill": "stp"}])
def test_labels_touch_neither_one_another_nor_points_nor_the_inset(query: dict[str, str]) -> None:
    from dashboard.export.drawing.paper import INSET, Box
    from dashboard.export.drawing.typeface import text_width
    from dashboard.export.map.build import scene

    land = landscape()
    main, *rest = scene(land, map_plan(land, Order("map", "png", query, ORIGIN))).windows
    boxes = [
        Box(x.x - w / 2, x.y - x.size * len(x.lines) / 2, w, x.size * len(x.lines))
        for x in main.labels
        for w in [max(text_width(line, x.size, bold=True) for line in x.lines)]
    ]
    assert len(boxes) >= 10
    places = [main.on_page(mark.x, mark.y) for mark in main.marks]
    taken = [Box(x - 1, y - 1, 2, 2) for x, y in places] + ([INSET] if rest else [])
    assert not [(a, b) for k, a in enumerate(boxes) for b in (*boxes[k + 1 :], *taken) if a.overlaps(b)]
    assert all(box.x >= main.box.x and box.right <= main.box.right for box in boxes)


def test_a_tinted_layer_keeps_its_name_in_the_legend() -> None:
    words = made("svg", layers="leading_places,combined_authority", fill="leading_places").content.decode()
    assert ">area of Leading Places<" in words
