"""What each map window holds: band, lane, districts, outlines, tints, selection, points."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from dashboard.export.drawing.paper import INSET, MAP, Box
from dashboard.export.map.geometry import outlines
from dashboard.export.map.windows import LINE, LONDON, band_of, dash_of, windows
from dashboard.palette import FOCUS, PAPER, SELECTION
from tests.dashboard.export.map.plans import middle, plan
from tests.dashboard.toy import SIDE
from tests.layers.toy import AREA_LAYERS, code

pytestmark = pytest.mark.usefixtures("toy_files")


@pytest.fixture(scope="module")
def colours(toy):
    return dict.fromkeys(toy.districts, "#ffffff")


def overlay(window, name):
    """The overlay of a layer or name."""
    return next(item for item in window.overlays if name in (item.layer, item.name))


@pytest.mark.parametrize(
    ("metres_a_point", "band"),
    [
        (1608, "national"),
        (678, "national"),
        (677, "regional"),
        (194, "regional"),
        (193, "local"),
        (1, "local"),
        (0.0, "local"),
    ],
)
def test_the_band_by_scale(metres_a_point, band):
    """A pixel is 0.62 points, so that 0.42 km a pixel are 677.4 metres a point, and 0.12 km 193.5."""
    assert band_of(metres_a_point) == band


@pytest.mark.parametrize(
    ("height", "file"),
    [(700_000, "stp-national-0"), (209_000, "stp-regional-1"), (60_000, "stp-local-1")],
)
def test_outlines_come_from_the_band_and_the_lane(toy, now, colours, height, file):
    """STPs come second, so in lane 1, and on the border from afar; Vale's outline lies wholly within each of these frames."""
    (main,) = windows(toy, plan(now, "combined_authority", "stp", height=height), colours)
    (vale,) = (shape for shape in overlay(main, "stp").shapes if shape.id == "stp-vale")
    assert vale.geometry.equals(outlines(file)["stp-vale"])
    assert vale.name == "Vale STP"


def test_layers_are_drawn_from_the_last_lane_to_the_first(toy, now, colours):
    """So that what is on the border is drawn over the rest, and the selection over all."""
    asked = plan(now, "combined_authority", "lep", "stp", filled="lep", selected=code("E"))
    (main,) = windows(toy, asked, colours)
    assert [(item.layer, bool(item.opacity)) for item in main.overlays] == [
        ("lep", True), ("stp", False), ("lep", False), ("combined_authority", False), ("combined_authority", False), ("selection", False),
    ]  # fmt: skip


def test_a_fifth_layer_is_drawn_in_the_first_lane_again_with_a_dash(toy, now, colours):
    names = ("combined_authority", "lep", "stp", "city_deal", "growth_deal")
    (main,) = windows(toy, plan(now, *names), colours)
    fifth = overlay(main, "growth_deal")
    assert fifth.shapes[0].geometry.equals(outlines("lep-regional-0")["lep-coast"])
    assert fifth.dash == pytest.approx((14 * LINE, 2 * LINE, 2 * LINE, 2 * LINE))
    assert overlay(main, "city_deal").dash == ()


def test_dashed_layers_keep_their_dash(toy, now, colours):
    (main,) = windows(toy, plan(now, "leading_places"), colours)
    assert overlay(main, "leading_places").dash == pytest.approx((2 * LINE, 3 * LINE))


@pytest.mark.parametrize(
    ("height", "lead", "other", "casing"),
    [(700_000, 1.05, 0.45, ""), (209_000, 1.0, 1.0, PAPER), (60_000, 1.0, 1.0, PAPER)],
    ids=["national", "regional", "local"],
)
def test_one_layer_leads_with_all_of_england_in_view(toy, now, colours, height, lead, other, casing):
    (main,) = windows(toy, plan(now, "stp", "lep", height=height), colours)
    assert overlay(main, "stp").width == pytest.approx(AREA_LAYERS["stp"].width * 0.62 * lead)
    assert overlay(main, "lep").width == pytest.approx(AREA_LAYERS["lep"].width * 0.62 * other)
    assert (overlay(main, "stp").casing, overlay(main, "lep").casing) == (PAPER, casing)


def test_fallen_deals_and_bids_are_dotted_apart(toy, now, colours):
    (main,) = windows(toy, plan(now, "devolution_deal", fallen=True), colours)
    live, gone = main.overlays
    assert [shape.id for shape in live.shapes] == ["deal-alpha"]
    assert [shape.id for shape in gone.shapes] == ["deal-bid", "deal-gone"]
    assert gone.name == "Devolution deals: bids and fallen deals"
    assert gone.dash == pytest.approx((LINE, 4 * LINE))
    assert gone.colour == AREA_LAYERS["devolution_deal"].colour
    assert live.dash == ()


def test_associates_are_dotted_and_not_filled(toy, now, colours):
    (main,) = windows(toy, plan(now, "combined_authority"), colours)
    members, associates = main.overlays
    assert [shape.id for shape in members.shapes] == ["ca-alpha", "ca-vale"]
    assert [(shape.id, shape.name) for shape in associates.shapes] == [
        ("ca-alpha.associates", "Alpha Combined Authority, associates")
    ]
    assert (associates.dash, associates.width) == (pytest.approx((LINE, 3 * LINE)), pytest.approx(1.6 * LINE))
    assert associates.name == "Combined authorities: associates"


def test_a_tint_fills_live_bodies_on_the_border_itself(toy, now, colours):
    (main,) = windows(toy, plan(now, "stp", "devolution_deal", fallen=True, filled="devolution_deal"), colours)
    tint = main.overlays[0]
    assert [shape.id for shape in tint.shapes] == ["deal-alpha"]
    assert (tint.opacity, tint.width, tint.name) == (0.22, 0.0, "Devolution deals: tint")
    assert tint.shapes[0].geometry.equals(outlines("devolution_deal-regional-0")["deal-alpha"])


def test_districts_in_view_with_their_colours(toy, now):
    """A frame of 36 by 27 km round Elm's middle meets Ash to Fir, cut where they cross it, and not Lime."""
    colours = {c: f"#{k:06d}" for k, c in enumerate(toy.districts)}
    (main,) = windows(toy, plan(now, height=27_000), colours)
    assert [(shape.id, shape.name) for shape in main.districts] == [
        (code(letter), name)
        for letter, name in zip("ABCDEF", ("Ash", "Birch", "Cedar", "Dale", "Elm", "Fir"), strict=True)
    ]
    assert [shape.colour for shape in main.districts] == [colours[code(letter)] for letter in "ABCDEF"]
    area = {shape.name: shape.geometry.area / 1e6 for shape in main.districts}
    across = 27 * 560 / 418
    assert area["Elm"] == pytest.approx(20 * 20, rel=0.01)
    assert area["Birch"] == pytest.approx(20 * 3.5, rel=0.02)
    assert area["Dale"] == pytest.approx((across - 20) / 2 * 20, rel=0.02)


@pytest.mark.parametrize(
    ("selected", "name", "sides"),
    [
        (code("E"), "Elm", 4),
        ("E10000001", "Valeshire", 6),
        ("stp-vale", "Vale STP", 6),
        ("growth-deal-east", "East Growth Deal", 6),
    ],
)
def test_what_is_selected_is_outlined_on_its_border(toy, now, colours, selected, name, sides):
    (main,) = windows(toy, plan(now, "lep", selected=selected), colours)
    chosen = main.overlays[-1]
    assert (chosen.layer, chosen.name, chosen.colour) == ("selection", f"Selected: {name}", SELECTION)
    assert chosen.shapes[0].geometry.length == pytest.approx(sides * SIDE, rel=0.01)
    assert (chosen.width, chosen.casing) == (pytest.approx(2.6 * LINE), FOCUS)


@pytest.mark.parametrize("selected", [None, "lis-nowhere", "stp-union", "trust-RAA", code("L")])
def test_nothing_is_outlined_where_there_is_nothing_to_outline(toy, now, colours, selected):
    """No area, not on this day, a point, or far out of view."""
    (main,) = windows(toy, plan(now, selected=selected), colours)
    assert main.overlays == ()


def test_points_in_view(toy, now, colours):
    asked = plan(now, points=("university", "nhs_trust"), selected="trust-RDD", at="D", height=31_000)
    (main,) = windows(toy, asked, colours)
    assert [(mark.id, mark.layer, mark.large) for mark in main.marks] == [
        ("trust-RAA", "nhs_trust", False),
        ("trust-RBB", "nhs_trust", False),
        ("trust-RDD", "nhs_trust", True),
    ]
    assert (main.marks[2].x, main.marks[2].y) == pytest.approx((410_000, 310_000), abs=2)
    (schools,) = windows(toy, plan(now, points=("university",)), colours)
    assert {mark.id for mark in schools.marks} == {"university-10000001", "university-10000002"}


@pytest.mark.parametrize(
    ("extent", "seen"),
    [
        ((405_000, 305_000, 415_000, 315_000), True),
        ((411_000, 305_000, 421_000, 315_000), False),
        ((399_000, 305_000, 409_000, 315_000), False),
        ((405_000, 311_000, 415_000, 321_000), False),
        ((405_000, 299_000, 415_000, 309_000), False),
    ],
    ids=["in view", "west of it", "east of it", "south of it", "north of it"],
)
def test_a_point_outside_the_frame_is_not_marked(toy, now, colours, extent, seen):
    """Dale Hospital stands at 410 km east, 310 km north."""
    (main,) = windows(toy, replace(plan(now, points=("nhs_trust",)), extent=extent), colours)
    assert [mark.id for mark in main.marks] == (["trust-RDD"] if seen else [])


def test_london_has_an_inset_with_england_in_view(toy, now, colours):
    asked = plan(now, "stp", "combined_authority", national=True, points=("university",), height=700_000)
    main, inset = windows(toy, asked, colours)
    assert (main.name, main.box, inset.name, inset.box, inset.extent) == ("England", MAP, "London", INSET, LONDON)
    assert [shape.id for shape in inset.districts] == [code("L")]
    thames = overlay(inset, "stp")
    assert [shape.id for shape in thames.shapes] == ["stp-thames"]
    assert (thames.casing, thames.width) == ("", pytest.approx(AREA_LAYERS["stp"].width * 0.62 * 1.05))
    assert thames.shapes[0].geometry.equals(outlines("stp-london-0")["stp-thames"])
    assert [mark.id for mark in inset.marks] == ["university-10000003"]


def test_a_map_in_a_smaller_box_is_lighter_and_has_no_inset(toy, now, colours):
    small = Box(0, 0, MAP.width / 2, MAP.height / 2)
    asked = plan(now, "stp", national=True, height=700_000, selected=code("E"))
    (main,) = windows(toy, asked, colours, small)
    lines, chosen = main.overlays
    assert (lines.width, lines.casing) == (pytest.approx(AREA_LAYERS["stp"].width * 0.62 * 1.05 * 0.7), "")
    assert (chosen.width, chosen.casing) == (pytest.approx(2.6 * LINE * 0.8), FOCUS)
    assert main.box == small


def test_the_band_goes_by_the_box(toy, now, colours):
    """209 km over 418 points are 500 m a point; over 209 points 1000 m, where England's outlines will do."""
    half = Box(0, 0, MAP.width / 2, MAP.height / 2)
    (main,) = windows(toy, plan(now, "stp"), colours, half)
    (vale,) = (shape for shape in main.overlays[0].shapes if shape.id == "stp-vale")
    assert vale.geometry.equals(outlines("stp-national-0")["stp-vale"])


def test_a_window_without_the_name_of_england_is_a_map(toy, now, colours):
    assert windows(toy, plan(now), colours)[0].name == "Map"
    assert windows(toy, replace(plan(now, height=700_000), national=True), colours)[0].name == "England"


def test_an_outline_that_crosses_the_frame_is_cut_open(toy, now, colours):
    """With Elm's middle at the frame's left edge, Vale's outline loses its left side and half of two others."""
    asked = plan(now, "stp", height=60_000)
    west, south, east, north = asked.extent
    moved = replace(asked, extent=(middle("E")[0], south, middle("E")[0] + east - west, north))
    (main,) = windows(toy, moved, colours)
    (vale,) = (shape for shape in overlay(main, "stp").shapes if shape.id == "stp-vale")
    assert vale.geometry.length == pytest.approx(30_000 + 20_000 + 30_000, rel=0.01)
    assert not shapely.get_num_interior_rings(vale.geometry)


def test_dashes():
    assert dash_of("solid") == ()
    assert dash_of("6px,3px") == pytest.approx((6 * 0.62, 3 * 0.62))
