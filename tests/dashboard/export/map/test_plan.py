"""From an address, or a place, to what a map is to show."""

from __future__ import annotations

import pytest

from dashboard.export.drawing.paper import MAP, Box
from dashboard.export.map.plan import ENGLAND, HOME_HEIGHT, extent_of, extent_round, map_plan, name_of, size_of
from dashboard.export.order import CannotExportError, Order
from tests.layers.toy import code

ORIGIN = "https://toy.example"


def order(**query) -> Order:
    return Order("map", "png", query, ORIGIN)


def test_an_extent_has_the_shape_of_its_box():
    assert extent_round(100, 50, 20, Box(0, 0, 300, 100)) == (70, 40, 130, 60)


@pytest.mark.parametrize(
    ("bounds", "extent"),
    [
        # 200 by 50 in a box of 2:1 takes 200 by 100; a tenth of that height more on either side is 240 by 120
        ((0, 0, 200, 50), (-20, -35, 220, 85)),
        # 20 by 100 takes 200 by 100
        ((0, 0, 20, 100), (-110, -10, 130, 110)),
    ],
    ids=["wide", "high"],
)
def test_an_extent_holds_its_bounds_with_room_round_them(bounds, extent):
    assert extent_of(bounds, Box(0, 0, 200, 100), room=0.1) == pytest.approx(extent)


def test_england_is_the_extent_without_a_place(toy):
    found = map_plan(toy, order())
    west, south, east, north = found.extent
    assert found.national
    assert north - south == pytest.approx((ENGLAND[3] - ENGLAND[1]) * 1.03)
    assert ((west + east) / 2, (south + north) / 2) == pytest.approx((369_000, 331_300))
    assert (east - west) / (north - south) == pytest.approx(MAP.width / MAP.height)


@pytest.mark.parametrize(("zoom", "national"), [("1.3", True), ("1.31", False), ("1", True), ("10", False)])
def test_a_place_and_a_zoom(toy, zoom, national):
    """Longitude and latitude of 430 km east, 310 km north, Elm's middle."""
    found = map_plan(toy, order(lon="-1.557", lat="52.687", zoom=zoom))
    west, south, east, north = found.extent
    assert ((west + east) / 2, (south + north) / 2) == pytest.approx((430_000, 310_000), abs=150)
    assert north - south == pytest.approx(HOME_HEIGHT / float(zoom))
    assert found.national == national


def test_layers_come_in_lane_order_and_points_apart(toy):
    found = map_plan(toy, order(layers="nhs_trust,stp,university,combined_authority"))
    assert [layer for layer, _ in found.shown] == ["combined_authority", "stp"]
    assert [body.id for body in found.shown[0][1]] == ["ca-alpha", "ca-vale"]
    assert found.points == ("university", "nhs_trust")


@pytest.mark.parametrize(
    ("fallen", "ids"), [({}, ["deal-alpha"]), ({"fallen": "1"}, ["deal-alpha", "deal-bid", "deal-gone"])]
)
def test_fallen_deals_and_bids_are_shown_when_asked_for(toy, fallen, ids):
    ((_, bodies),) = map_plan(toy, order(layers="devolution_deal", **fallen)).shown
    assert [body.id for body in bodies] == ids


@pytest.mark.parametrize(("fill", "filled"), [({}, None), ({"fill": "stp"}, "stp")])
def test_a_map_is_filled_or_shaded(toy, fill, filled):
    found = map_plan(toy, order(layers="stp", measure="employment_rate_2017", **fill))
    assert (found.filled, found.measure) == (filled, "none" if filled else "employment_rate_2017")


def test_what_is_not_shown_is_not_filled(toy):
    with pytest.raises(CannotExportError, match=r"^“fill” names a layer that is not shown\.$"):
        map_plan(toy, order(layers="stp", fill="lep"))


def test_the_layer_that_leads_comes_first_and_may_be_the_only_one(toy):
    def shown(**query: str) -> list[str]:
        return [layer for layer, _ in map_plan(toy, order(layers="combined_authority,lep,stp", **query)).shown]

    assert shown() == ["combined_authority", "lep", "stp"]
    assert shown(lead="stp") == ["stp", "combined_authority", "lep"]
    assert shown(lead="city_deal") == ["combined_authority", "lep", "stp"]
    assert shown(lead="lep", only="1") == ["lep"]
    assert shown(only="1") == ["combined_authority"]
    one = map_plan(toy, order(layers="combined_authority,stp", lead="stp", only="1", measure="none"))
    assert one.title == "STP footprints, 1 December 2017"


def test_what_the_address_holds_is_planned_and_its_address_given(toy):
    found = map_plan(
        toy, order(select=code("E"), as_at="2018-04-01", measure="employment_rate_2017", present="1", size="3840")
    )
    assert (found.selected, found.day.isoformat(), found.measure) == (code("E"), "2018-04-01", "employment_rate_2017")
    assert found.address.startswith(f"{ORIGIN}/?")
    assert f"select={code('E')}" in found.address
    assert "present" not in found.address
    assert "size" not in found.address


def test_the_title_says_what_and_when(toy):
    found = map_plan(toy, order(layers="stp,lep", select="ca-vale"))
    assert found.title == "Local enterprise partnerships (LEPs) and STP footprints, 1 December 2017"
    assert found.subtitle == "Districts shaded by Deprivation; outlined in black: Vale Combined Authority"


def test_what_the_title_says_is_not_said_again(toy):
    found = map_plan(toy, order(layers="none"))
    assert (found.title, found.subtitle) == ("Deprivation, 1 December 2017", "")
    plain = map_plan(toy, order(layers="none", measure="none", select="ca-vale"))
    assert (plain.title, plain.subtitle) == (
        "Districts of England, 1 December 2017",
        "Outlined in black: Vale Combined Authority",
    )


def test_the_readers_own_title(toy):
    found = map_plan(toy, order(title="  My\nmap ", subtitle=""))
    assert (found.title, found.subtitle) == ("My map", "")
    assert map_plan(toy, order(title="", subtitle="Below")).title.startswith("Combined authorities")
    long = map_plan(toy, order(title="x" * 200, subtitle="y" * 300))
    assert (len(long.title), len(long.subtitle)) == (160, 240)
    assert long.title.endswith("x…")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"title": ["a", "b"]}, "gives title more than once"),
        ({"subtitle": ["a", "b"]}, "gives subtitle more than once"),
        ({"layers": "canals"}, "not a layer known here"),
        ({"select": "E07999999"}, "E07999999"),
    ],
)
def test_what_is_not_understood_is_refused(toy, query, says):
    with pytest.raises(CannotExportError, match=says):
        map_plan(toy, order(**query))


@pytest.mark.parametrize(
    ("query", "pixels"), [({}, 1920), ({"size": "1920"}, 1920), ({"size": "3840"}, 3840), ({"size": "1200"}, 1200)]
)
def test_the_width_in_pixels(query, pixels):
    assert size_of(order(**query)) == pixels


@pytest.mark.parametrize("size", ["800", "", ["1920", "3840"], ["1920"]])
def test_no_other_width_is_offered(size):
    with pytest.raises(CannotExportError, match="1920 or 3840"):
        size_of(order(size=size))


# ---------------------------------------------------------------- the page


@pytest.mark.parametrize(
    ("query", "width", "panel", "box"),
    [
        ({}, 960, True, (560, 418)),
        ({"panel": "1", "shape": "16:9"}, 960, True, (560, 418)),
        ({"panel": "0"}, 960, False, (904, 358)),
        ({"shape": "4:3"}, 720, True, (416, 407)),
        ({"shape": "4:3", "panel": "0"}, 720, False, (664, 329)),
    ],
)
def test_the_page_that_is_asked_for(toy, query, width, panel, box):
    """And the map shows as much from south to north on each; its address is the view's, without what a page is."""
    found = map_plan(toy, order(lon="-1.557", lat="52.687", zoom="10", **query))
    west, south, east, north = found.extent
    assert (found.page.width, found.page.panel, (found.page.map.width, found.page.map.height)) == (width, panel, box)
    assert north - south == pytest.approx(HOME_HEIGHT / 10)
    assert (east - west) / (north - south) == pytest.approx(box[0] / box[1])
    assert found.address == map_plan(toy, order(lon="-1.557", lat="52.687", zoom="10")).address


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"shape": "5:4"}, r"^shape takes 16:9 or 4:3, not “5:4”\.$"),
        ({"panel": "yes"}, r"^panel takes 1 or 0, not “yes”\.$"),
        ({"shape": ["4:3", "16:9"]}, r"^The address gives shape more than once\.$"),
    ],
)
def test_another_page_is_refused(toy, query, says):
    with pytest.raises(CannotExportError, match=says):
        map_plan(toy, order(**query))


@pytest.mark.parametrize(
    ("query", "ending", "name"),
    [
        ({}, "pptx", "map_stp_2017-12-01.pptx"),
        ({"shape": "4:3"}, "pptx", "map_stp_4-3_2017-12-01.pptx"),
        ({"panel": "0"}, "png", "map_stp_no-panel_2017-12-01.png"),
        ({"shape": "4:3", "panel": "0"}, "geojson", "map_stp_2017-12-01.geojson"),
    ],
)
def test_the_file_is_called_after_its_page(toy, query, ending, name):
    assert name_of(map_plan(toy, order(layers="stp", **query)), ending, 1920) == name
