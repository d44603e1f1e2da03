"""Choosing what the map shows: layers, measure, date, fallen deals. Map and table always say the same."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard.payloads.snapshot import snapshot_payload
from layers import Landscape
from tests.browser.map_page import MapPage, until

DEFAULT = date(2017, 12, 1)


def bodies(real: Landscape, day: date, *layers: str) -> dict[str, dict[str, Any]]:
    """The live bodies of some layers on a day, by id."""
    payload = snapshot_payload(real, day)["layers"]
    return {body["id"]: body for layer in layers for body in payload[layer]["bodies"] if "standing" not in body}


def shapes(real: Landscape, day: date, layer: str) -> list[str]:
    """The outlines that a layer should draw on a day."""
    return sorted(body["shape"] for body in bodies(real, day, layer).values() if "shape" in body)


def assert_map_is_table(page: MapPage, real: Landscape, day: date, *layers: str) -> None:
    """Every body in the table is drawn and every outline drawn is in the table, and both are those of the day."""
    until(lambda: sorted(page.rows()), lambda rows: rows == sorted(bodies(real, day, *layers)))
    for layer in layers:
        wanted = shapes(real, day, layer)
        until(partial(page.drawn, layer), wanted.__eq__)


def test_a_layer_changes_map_and_table_alike_without_the_server(map_page: MapPage, real: Landscape) -> None:
    map_page.open("table=bodies")
    assert_map_is_table(map_page, real, DEFAULT, "combined_authority", "stp")
    assert not map_page.drawn("lep")
    map_page.forget()
    map_page.switch("lep")
    assert_map_is_table(map_page, real, DEFAULT, "combined_authority", "lep", "stp")
    map_page.switch("stp")
    assert_map_is_table(map_page, real, DEFAULT, "combined_authority", "lep")
    assert not map_page.drawn("stp")
    assert map_page.query["layers"] == "combined_authority,lep"
    map_page.titled("Combined authorities and local enterprise partnerships (LEPs), 1 December 2017")
    assert not map_page.callbacks


def test_one_view_has_one_address_in_whatever_order_it_is_chosen(map_page: MapPage) -> None:
    map_page.open("layers=stp")
    for layer in ("university", "lep", "combined_authority"):
        map_page.switch(layer)
    until(lambda: map_page.query.get("layers"), lambda text: text == "combined_authority,lep,stp,university")


def test_no_layer_at_all(map_page: MapPage) -> None:
    map_page.open("table=bodies")
    map_page.switch("stp")
    map_page.switch("combined_authority")
    expect(map_page.page.locator("#map-table")).to_contain_text("Switch on a layer")
    assert map_page.query["layers"] == "none"
    assert set(map_page.traces()) == {"neighbours", "districts", "labels"}


def test_points_are_drawn_and_listed(map_page: MapPage, real: Landscape) -> None:
    map_page.open("table=institutions&layers=none")
    expect(map_page.page.locator("#map-table")).to_contain_text("Switch on universities")
    map_page.switch("university")
    wanted = sorted(item.id for item in real.institutions.values() if item.layer == "university")
    until(lambda: sorted(map_page.rows()), lambda rows: rows == wanted)
    assert sorted(map_page.traces()["university"]["custom"]) == wanted


def test_a_measure_changes_shading_legend_title_table_and_address_without_the_server(
    map_page: MapPage, real: Landscape
) -> None:
    map_page.open()
    before = map_page.traces()["districts"]["z"]
    legend = map_page.page.locator("#map-legend").inner_text()
    length = map_page.history_length()
    map_page.forget()
    wanted = real.measures["working_age_share_2017"]
    map_page.measure(wanted.id)
    map_page.shaded(wanted.label)
    assert map_page.page.title().startswith(map_page.title)
    assert map_page.query == {"measure": wanted.id}
    assert map_page.history_length() == length + 1
    until(lambda: map_page.traces()["districts"]["z"], lambda z: z != before and len(z) == 326)
    assert map_page.page.locator("#map-legend").inner_text() != legend
    until(map_page.headers, lambda found: any(text.startswith(wanted.label) for text in found))
    first = map_page.column(wanted.label)[0].removesuffix("%")
    code = map_page.rows()[0]
    assert float(first) == pytest.approx(wanted.values[code], abs=0.051)
    assert not map_page.callbacks


def test_no_shading(map_page: MapPage) -> None:
    map_page.open()
    map_page.measure("none")
    expect(map_page.page.locator("#map-legend")).to_have_text("Districts are not shaded.")
    until(lambda: set(map_page.traces()["districts"]["z"]), lambda values: values == {0})
    map_page.titled("Combined authorities and STP footprints")


def test_every_legend_count_adds_up_to_the_districts(map_page: MapPage) -> None:
    map_page.open("measure=growth_deal_per_head")
    counts = map_page.page.locator("#map-legend .classes .count").all_inner_texts()
    assert sum(int(text) for text in counts) == 326


def test_filling_a_layer_tints_it(map_page: MapPage, real: Landscape) -> None:
    map_page.open()
    map_page.page.locator("#map-fill").select_option("stp")
    until(lambda: map_page.drawn("fill"), lambda ids: ids == shapes(real, DEFAULT, "stp"))
    assert map_page.query["fill"] == "stp"
    expect(map_page.page.locator("#map-legend")).to_contain_text("Tinted where covered by STP footprints")


def test_the_slider_moves_by_changes_with_the_keyboard(map_page: MapPage, real: Landscape) -> None:
    map_page.open("table=bodies&as_at=2016-03-14&layers=combined_authority,stp")
    assert_map_is_table(map_page, real, date(2016, 3, 14), "combined_authority", "stp")
    assert not map_page.drawn("stp")
    slider = map_page.page.locator("#map-day-slider")
    slider.focus()
    slider.press("ArrowRight")
    stop = next(day for day in real.stops if day > date(2016, 3, 14))
    assert stop == date(2016, 3, 15)
    assert_map_is_table(map_page, real, stop, "combined_authority", "stp")
    assert len(map_page.drawn("stp")) == 44
    expect(map_page.page.locator("#map-day-input")).to_have_value("15 March 2016")
    slider.press("ArrowRight")
    following = real.stops[real.stops.index(stop) + 1]
    until(lambda: map_page.query["as_at"], lambda day: day == following.isoformat())
    slider.press("ArrowLeft")
    until(lambda: map_page.query["as_at"], lambda day: day == "2016-03-15")
    map_page.titled("15 March 2016")


def test_any_day_can_be_typed(map_page: MapPage, real: Landscape) -> None:
    map_page.open("table=bodies&layers=lep")
    day = date(2011, 5, 17)
    assert day not in real.stops
    map_page.set_day(day.isoformat())
    assert_map_is_table(map_page, real, day, "lep")
    assert map_page.query["as_at"] == "2011-05-17"
    map_page.titled("17 May 2011")


def test_a_day_outside_the_period_is_refused(map_page: MapPage) -> None:
    map_page.open()
    map_page.forget()
    field = map_page.page.locator("#map-day-input")
    for typed, said in (
        ("2019-01-01", "1 January 2019"),
        ("31/12/2010", "31 December 2010"),
        ("soon", "“soon” is not a day"),
    ):
        map_page.set_day(typed)
        expect(map_page.page.locator("#map-day-said")).to_contain_text(said)
        expect(map_page.page.locator("#map-day-said")).to_contain_text("1 January 2011 to 31 December 2018")
        expect(field).to_have_accessible_description(re.compile(said))
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value(typed)
    map_page.set_day("")
    expect(field).to_have_value("1 December 2017")
    expect(map_page.page.locator("#map-day-said")).to_have_text("")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    assert "as_at" not in map_page.query
    map_page.titled("1 December 2017")
    assert not map_page.callbacks


def test_fallen_deals_only_when_asked_for(map_page: MapPage, real: Landscape) -> None:
    map_page.open("table=bodies&layers=devolution_deal")
    assert_map_is_table(map_page, real, DEFAULT, "devolution_deal")
    assert "devolution_deal fallen" not in map_page.traces()
    map_page.page.get_by_label("Also bids and fallen deals").click()
    fallen = [body.id for body in real.as_at(DEFAULT).bodies("devolution_deal", fallen=True) if body.standing != "live"]
    until(map_page.rows, lambda rows: set(fallen) <= set(rows))
    trace = until(lambda: map_page.traces().get("devolution_deal fallen", {}))
    assert trace["points"] > 100
    assert trace["dash"] == "1px,4px"
    assert map_page.query["fallen"] == "1"
    assert map_page.drawn("devolution_deal") == shapes(real, DEFAULT, "devolution_deal")
