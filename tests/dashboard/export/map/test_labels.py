"""Names on the map: which fit, where they move to, which give way; here in the type of a small map.

A window 308 km wide over 560 points has 550 metres a point. A line of a body's name is 8 x 1.15 = 9.2 points high, and
2 points of paper more; 20 km of a district are 36 points.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.export.drawing.paper import INSET, MAP, Box
from dashboard.export.drawing.typeface import text_width
from dashboard.export.map import labels as names
from dashboard.export.map.labels import SMALL_TYPE, breaks
from dashboard.export.map.scene import Mark, Symbol, Window
from dashboard.palette import MUTED, SELECTION, label_colour
from tests.dashboard.export.map.plans import middle, plan
from tests.layers.toy import AREA_LAYERS, code

pytestmark = pytest.mark.usefixtures("toy_files")

DIAMOND = Symbol("diamond", "#14213d", True)


def window(at: str = "E", metres: float = 550, east: float = 0, south: float = 0, **more) -> Window:
    """A window of so many metres a point; the district's middle lies ``east`` and ``south`` points off the window's."""
    x, y = middle(at)
    x, y = x - east * metres, y + south * metres
    wide, high = metres * MAP.width / 2, metres * MAP.height / 2
    return Window("Map", MAP, (x - wide, y - high, x + wide, y + high), (), **more)


def labels(now, asked, where, inset):
    """The names in the smaller type, whose widths are those that are measured."""
    return names.labels(now, asked, where, inset, SMALL_TYPE)


def said(found) -> dict[str, tuple[float, float]]:
    """The labels by their words, with their middles as steps from the middle of the map, to the point."""
    middle_x, middle_y = MAP.x + MAP.width / 2, MAP.y + MAP.height / 2
    return {" ".join(item.lines): (round(item.x - middle_x), round(item.y - middle_y)) for item in found}


def test_bodies_and_districts_stand_in_their_middle(now):
    """Vale's roomiest spot is its middle, 10 km or 18 points east of Elm's."""
    found = labels(now, plan(now, "stp"), window(), inset=False)
    assert said(found)["Vale"] == pytest.approx((18, 0), abs=1)
    assert said(found)["Fir"] == pytest.approx((36, 0), abs=1)
    assert {item.colour for item in found if item.lines == ("Vale",)} == {label_colour(AREA_LAYERS["stp"].colour)}
    assert {(item.size, item.colour) for item in found if item.lines == ("Fir",)} == {(7.5, MUTED)}


@pytest.mark.parametrize(("metres", "named"), [(550, True), (551, False)])
def test_districts_are_named_from_550_metres_a_point(now, metres, named):
    assert ("Elm" in said(labels(now, plan(now), window(metres=metres), inset=False))) == named


@pytest.mark.parametrize(("filled", "slack"), [(None, 2.2), ("stp", 3.0)])
def test_a_name_may_be_so_many_times_as_wide_as_its_room(now, filled, slack):
    """Thames has room of 20 km across: its name fits up to 2.2 times that, or 3 times where its layer is tinted."""
    limit = 20_000 * slack / text_width("Thames", 8, bold=True)
    for part, fits in ((0.99, True), (1.01, False)):
        found = labels(now, plan(now, "stp", filled=filled), window("L", limit * part), inset=False)
        assert ("Thames" in said(found)) == fits


def test_a_district_may_be_named_one_and_a_half_times_as_wide_as_its_room(toy):
    long = "Limewashedwitheverythingthatwashes"
    districts = {**toy.districts, code("L"): replace(toy.districts[code("L")], name=long)}
    now = replace(toy, districts=districts).as_at()
    limit = 20_000 * 1.5 / text_width(long, 7.5, bold=True)
    assert limit < 550
    for part, fits in ((0.99, True), (1.01, False)):
        found = labels(now, plan(now), window("L", limit * part), inset=False)
        assert (long in said(found)) == fits


def test_names_over_one_another_move_apart_and_the_last_give_way(now):
    """Ten points are less than the 11.2 of a name, so the second goes 20 up and the third, a district in smaller type, 19 down.

    At 400 metres a point Lime's room of 10 km is 25; at 550 it is 18, and no name leaves it.
    """
    layers = ("stp", "city_deal", "lep", "combined_authority")
    lime = tuple(
        (name, tuple(body for body in now.bodies(name) if body.id in ("stp-thames", "city-lime"))) for name in layers
    )
    found = labels(now, replace(plan(now, lead="lep"), shown=lime), window("L", 400), inset=False)
    assert [(item.lines, round(item.y - (MAP.y + MAP.height / 2))) for item in found] == [
        (("Thames",), 0),
        (("Lime",), -20),
        (("Lime",), 19),
    ]
    near = labels(now, replace(plan(now, lead="lep"), shown=lime), window("L"), inset=False)
    assert [item.lines for item in near] == [("Thames",)]


def test_the_first_layer_is_named_before_the_others_and_a_tinted_one_before_all(now):
    """North and North care have one outline: whoever comes first has its middle."""
    north = [("stp", (now.by_id["stp-north"],)), ("integrated_care_system", (now.by_id["ics-north"],))]
    first = labels(now, replace(plan(now), shown=tuple(north)), window("B"), inset=False)
    assert first[0].lines == ("North",)
    tinted = labels(
        now, replace(plan(now, filled="integrated_care_system"), shown=tuple(north)), window("B"), inset=False
    )
    assert tinted[0].lines == ("North care",)


def test_of_one_layer_the_roomier_is_named_first(now):
    """Alpha's roomiest spot is the corner of its three squares: more room than Vale's one square."""
    found = labels(now, plan(now, "combined_authority"), window(metres=600), inset=False)
    assert [item.lines for item in found] == [("Alpha",), ("Vale",)]


def test_fallen_deals_and_bids_say_so(now):
    found = labels(now, plan(now, "devolution_deal", fallen=True), window(metres=600), inset=False)
    assert set(said(found)) == {"Alpha", "Gone (fallen)", "Bid (bid)"}


def test_a_body_without_outline_has_no_name(now):
    assert labels(now, plan(now, "local_industrial_strategy"), window(metres=600), inset=False) == ()


def test_the_selected_place_is_named_before_all_and_once(now):
    found = labels(now, plan(now, "stp", selected=code("E")), window(), inset=False)
    assert found[0].lines == ("Elm",)
    assert (found[0].colour, found[0].size) == (SELECTION, 8.0)
    assert sum(item.lines == ("Elm",) for item in found) == 1


@pytest.mark.parametrize("part", [0.99, 1.01], ids=["room", "no room"])
def test_the_selected_place_is_named_just_above_itself_where_it_has_no_room(now, part):
    """Half its name may be as wide as 1.15 times its 10 km; else the name stands 8 points above its northern side."""
    metres = 1.15 * 10_000 / (text_width("Lime", 8, bold=True) / 2) * part
    found = labels(now, plan(now, selected=code("L")), window("L", metres), inset=False)
    above = 10_000 / metres + 8
    assert said(found) == {"Lime": pytest.approx((0, 0 if part < 1 else -above), abs=1)}


def test_a_county_is_named_in_the_middle_of_its_districts(now):
    """Valeshire is two squares side by side; its circle fits anywhere along them, at their height."""
    found = labels(now, plan(now, selected="E10000001"), window(metres=600), inset=False)
    assert [item.lines for item in found] == [("Valeshire",)]
    assert said(found)["Valeshire"][1] == pytest.approx(0, abs=1)


@pytest.mark.parametrize(
    ("east", "south", "fits"),
    [
        (0, 0, True),
        (-259, 0, True),
        (-271, 0, False),
        (259, 0, True),
        (271, 0, False),
        (0, -190, True),
        (0, 190, True),
        (0, 230, False),
        (0, -230, False),
    ],
)
def test_a_name_that_would_run_over_the_frame_is_left_out(now, east, south, fits):
    """Half of Thames' name is about 13 points, with 2 of paper and 2 to the frame; half the map is 280 by 209 points."""
    shown = (("stp", (now.by_id["stp-thames"],)),)
    assert 12 < text_width("Thames", 8, bold=True) / 2 < 15
    found = labels(now, replace(plan(now), shown=shown), window("L", 600, east, south), inset=False)
    assert (len(found) == 1) == fits


def test_a_name_moves_off_the_frame(now):
    """At 208 points above the middle there is no room for half a line, but 10 further down there is."""
    shown = (("stp", (now.by_id["stp-thames"],)),)
    (label,) = labels(now, replace(plan(now), shown=shown), window("L", 600, south=-206), inset=False)
    assert said([label])["Thames"] == (0, -196)


@pytest.mark.parametrize(
    ("from_left", "from_bottom", "stands"),
    [
        (60, 26, 36),  # 10 up it clears the 30 points of the bar, as it reaches 5.6 below its middle
        (60, 24, None),  # 10 up are 34, which is too little, and its room of 17 points lets it no farther
        (120 + 1, 10, None),
        (200, 10, 10),
    ],
)
def test_no_name_stands_on_the_scale_bar(now, from_left, from_bottom, stands):
    """The bar takes 120 by 30 points at the bottom left."""
    shown = (("stp", (now.by_id["stp-thames"],)),)
    where = window("L", 600, from_left - MAP.width / 2, MAP.height / 2 - from_bottom)
    found = labels(now, replace(plan(now), shown=shown), where, inset=False)
    assert [round(MAP.bottom - item.y) for item in found] == ([] if stands is None else [stands])


@pytest.mark.parametrize(("gap", "stands"), [(-0.5, False), (0.5, True)])
def test_a_name_may_stand_right_beside_the_scale_bar(now, gap, stands):
    """Half the name and 2 points of paper from the bar's 120."""
    shown = (("stp", (now.by_id["stp-thames"],)),)
    beside = 120 + text_width("Thames", 8, bold=True) / 2 + 2 + gap
    where = window("L", 600, beside - MAP.width / 2, MAP.height / 2 - 10)
    assert len(labels(now, replace(plan(now), shown=shown), where, inset=False)) == stands


def test_no_name_stands_on_the_inset(now):
    """With an inset, the names under it are left out; without, they stand."""
    shown = (("stp", (now.by_id["stp-thames"],)),)
    asked = replace(plan(now), shown=shown)
    centre = INSET.x + INSET.width / 2 - MAP.x - MAP.width / 2, INSET.y + INSET.height / 2 - MAP.y - MAP.height / 2
    where = window("L", 600, *centre)
    assert len(labels(now, asked, where, inset=False)) == 1
    assert labels(now, asked, where, inset=True) == ()


@pytest.mark.parametrize(
    ("dx", "dy"), [(-70, 0), (70 + 1, 0), (0, -59), (0, 67)], ids=["left", "right", "above", "below"]
)
def test_the_insets_own_frame_and_heading_are_kept_free(now, dx, dy):
    """The inset is 132 by 109: 6 more to each side and below, 18 above for its name."""
    shown = (("stp", (now.by_id["stp-thames"],)),)
    centre = INSET.x + INSET.width / 2 - MAP.x - MAP.width / 2, INSET.y + INSET.height / 2 - MAP.y - MAP.height / 2
    where = window("L", 600, centre[0] + dx, centre[1] + dy)
    kept = Box(INSET.x - 6, INSET.y - 18, INSET.width + 12, INSET.height + 24)
    for label in labels(now, replace(plan(now), shown=shown), where, inset=True):
        half = text_width("Thames", 8, bold=True) / 2
        assert not Box(label.x - half, label.y - 4.6, 2 * half, 9.2).overlaps(kept)


def test_a_name_makes_room_for_a_mark(now):
    """A mark is 6 points; the name over it goes 10 up, where its 5.6 points below the middle clear the mark's 3."""
    shown = (("stp", (now.by_id["stp-thames"],)),)
    x, y = middle("L")
    where = window("L", 600, marks=(Mark("m", "M", "university", DIAMOND, x, y),))
    assert said(labels(now, replace(plan(now), shown=shown), where, inset=False)) == {"Thames": (0, -10)}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("West of England", [("West of England",)]),  # 15 letters
        ("Greater Bristols", [("Greater", "Bristols")]),  # 16
        ("Bath and Wiltshire STP", [("Bath and", "Wiltshire STP"), ("Bath and", "Wiltshire", "STP")]),
        ("Cambridgeshire-and-more", [("Cambridgeshire-and-more",)]),
        (
            "Bath, Swindon and Wiltshire",
            [("Bath, Swindon", "and Wiltshire"), ("Bath,", "Swindon and", "Wiltshire")],
        ),
    ],
)
def test_a_long_name_stands_on_two_lines_or_three(text, ways):
    assert breaks(text) == ways


def test_two_lines_take_twice_the_height(toy):
    """A name of two lines is 17.25 points high at 7.5; the mark below its middle is met by its second line."""
    long = "Limewashed Limewalls"
    now = replace(toy, districts={**toy.districts, code("L"): replace(toy.districts[code("L")], name=long)}).as_at()
    x, y = middle("L")
    where = window("L", 400, marks=(Mark("m", "M", "university", DIAMOND, x, y - 10 * 400),))
    (label,) = (item for item in labels(now, plan(now), where, inset=False) if len(item.lines) == 2)
    assert label.lines == ("Limewashed", "Limewalls")
    assert said([label])[long] == (0, -9), (
        "8.6 + 1 below its middle meets the mark at 7 to 13, and 9.4 further up does not"
    )
