"""The address holds the view: links restore it, choices push it, pans replace it, back and forward walk it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from dashboard.views import query as address
from dashboard.views.map import MapView
from layers import Landscape
from tests.browser.map_page import MapPage, until

LINK = (
    "measure=none&layers=combined_authority,lep,university&fill=lep&as_at=2016-06-17"
    "&select=E07000171&lon=-1.05&lat=53.35&zoom=6&table=bodies"
)


def test_a_link_restores_everything_and_stays_as_it_is(map_page: MapPage) -> None:
    map_page.open(LINK)
    until(lambda: map_page.card, lambda card: card == "Bassetlaw")
    assert map_page.address.endswith(f"/?{LINK}")
    assert map_page.checked() == {"combined_authority", "lep", "university"}
    expect(map_page.page.locator("#map-measure-control")).to_have_value("none")
    expect(map_page.page.locator("#map-fill")).to_have_value("lep")
    expect(map_page.page.locator("#map-day-input")).to_have_value("17 June 2016")
    expect(map_page.page.locator("#map-table-kind input[value=bodies]")).to_be_checked()
    assert map_page.viewport() == pytest.approx((-1.05, 53.35, 6), abs=0.01)
    map_page.titled("17 June 2016")
    assert map_page.headers()[:2] == ["Body", "Layer"]
    assert {"selection", "fill", "university"} <= set(map_page.traces())


def test_a_pan_replaces_the_address_without_the_server(map_page: MapPage, real: Landscape) -> None:
    map_page.open("lon=-1.5&lat=53&zoom=5")
    length, before = map_page.history_length(), map_page.viewport()
    map_page.forget()
    map_page.drag(120, 60)
    query = until(lambda: map_page.query, lambda found: found["lon"] != "-1.5")
    lon, lat, zoom = map_page.viewport()
    assert lon < before[0]
    assert lat > before[1]
    state, notes = address.read(MapView, query, real)
    assert not notes
    assert (state.lon, state.lat, state.zoom) == pytest.approx((lon, lat, zoom), abs=0.006)
    assert zoom == pytest.approx(5)
    assert map_page.history_length() == length
    assert not map_page.callbacks


def test_the_wheel_zooms_and_the_address_follows(map_page: MapPage) -> None:
    map_page.open("lon=-1.5&lat=53&zoom=5")
    length = map_page.history_length()
    x, y = map_page.place("E07000171")
    map_page.page.mouse.move(x, y)
    map_page.page.mouse.wheel(0, -240)
    until(lambda: float(map_page.query["zoom"]), lambda zoom: zoom > 5.2)
    assert map_page.history_length() == length


def test_back_and_forward_restore_earlier_choices(map_page: MapPage) -> None:
    map_page.open()
    map_page.switch("lep")
    until(lambda: map_page.query.get("layers"))
    map_page.measure("none")
    until(lambda: map_page.query.get("measure"))
    map_page.table("bodies")
    until(lambda: map_page.query.get("table"))
    map_page.forget()

    map_page.page.go_back()
    until(lambda: map_page.headers()[0], lambda header: header == "District")
    map_page.page.go_back()
    map_page.shaded("Index of Multiple Deprivation")
    expect(map_page.page.locator("#map-measure-control")).to_have_value("imd2015_average_score")
    assert map_page.query == {"layers": "combined_authority,lep,stp", "lead": "lep"}
    map_page.page.go_back()
    until(lambda: map_page.drawn("lep"), lambda ids: not ids)
    assert map_page.query == {}
    assert map_page.checked() == {"combined_authority", "stp"}

    for _ in range(3):
        map_page.page.go_forward()
    until(lambda: map_page.headers()[0], lambda header: header == "Body")
    until(lambda: len(map_page.drawn("lep")), lambda count: count == 38)
    assert map_page.query == {
        "layers": "combined_authority,lep,stp",
        "lead": "lep",
        "measure": "none",
        "table": "bodies",
    }
    assert map_page.checked() == {"combined_authority", "lep", "stp"}
    assert not map_page.callbacks


def test_back_restores_date_selection_and_place(map_page: MapPage) -> None:
    map_page.open("lon=-1.5&lat=53&zoom=5")
    map_page.click_place("E07000171")
    until(lambda: map_page.card, lambda card: card == "Bassetlaw")
    map_page.set_day("2014-04-01")
    until(lambda: map_page.query.get("as_at"))
    map_page.drag(90, 0)
    until(lambda: map_page.query["lon"], lambda lon: lon != "-1.5")
    map_page.page.go_back()
    map_page.titled("1 December 2017")
    until(lambda: map_page.viewport()[0], lambda lon: abs(lon + 1.5) < 0.001)
    assert map_page.query == {"select": "E07000171", "lon": "-1.5", "lat": "53", "zoom": "5"}
    expect(map_page.page.locator("#map-day-input")).to_have_value("1 December 2017")
    map_page.page.go_back()
    until(lambda: map_page.card, lambda card: not card)
    assert "select" not in map_page.query
    map_page.page.go_forward()
    map_page.page.go_forward()
    map_page.titled("1 April 2014")
    until(lambda: map_page.card, lambda card: card == "Bassetlaw")


def test_a_choice_after_going_back_is_a_new_entry(map_page: MapPage) -> None:
    map_page.open()
    map_page.switch("lep")
    until(lambda: map_page.query.get("layers"))
    map_page.page.go_back()
    until(lambda: map_page.query, lambda query: not query)
    map_page.measure("none")
    until(lambda: map_page.query, lambda query: query == {"measure": "none"})
    map_page.page.go_back()
    until(lambda: map_page.query, lambda query: not query)
    map_page.shaded("Index of Multiple")


def test_the_skip_link_leaves_the_choices_alone(map_page: MapPage) -> None:
    map_page.open()
    map_page.measure("none")
    until(lambda: map_page.query.get("measure"))
    map_page.forget()
    map_page.page.locator(".skip").focus()
    map_page.page.keyboard.press("Enter")
    map_page.page.wait_for_url("**#map-graph")
    assert not map_page.callbacks
    map_page.shaded("")
    map_page.titled("Combined authorities")


def test_an_address_of_nonsense_says_so_and_works(map_page: MapPage) -> None:
    map_page.open("measure=%3Cscript%3Ealert(1)%3C/script%3E&layers=roads&as_at=yesterday&zoom=1e9&select=%00&x=1")
    notes = map_page.page.locator(".notes")
    expect(notes).to_contain_text("“<script>alert(1)</script>” is not a measure known here")
    expect(notes).to_contain_text("“yesterday” is not a date (YYYY-MM-DD), so 1 December 2017 is shown.")
    expect(notes.locator("p")).to_have_count(6)
    assert map_page.query == {}
    assert len(map_page.drawn("stp")) == 44
    notes.get_by_role("button").click()
    expect(notes).to_have_count(0)


STATES = [
    MapView(),
    MapView(layers=()),
    MapView(measure="none", layers=("devolution_deal", "nhs_trust"), fallen=True, fill="devolution_deal"),
    MapView(as_at=date(2011, 1, 1), select="E07000171", table="institutions"),
    MapView(lon=-1.05, lat=53.0, zoom=12.34, select="stp-the-black-country"),
    MapView(lon=0.0, lat=50.001, zoom=60.0, present=True),
]


def test_page_and_server_write_the_same_address(map_page: MapPage, real: Landscape) -> None:
    for state in STATES:
        map_page.open(address.serialise(state))
        written = urlsplit(map_page.address).query
        assert written == address.serialise(state)
        assert read(written, real) == state


def read(query: str, real: Landscape) -> MapView:
    """The view that a query string stands for."""
    state, notes = address.read(MapView, dict(pair.split("=") for pair in query.split("&") if pair), real)
    assert not notes
    return state


def test_the_link_is_copied(map_page: MapPage) -> None:
    map_page.open("measure=none&select=E07000171")
    map_page.page.locator("summary", has_text="Share").click()
    map_page.page.get_by_role("button", name="Copy link").click()
    expect(map_page.page.locator(".share-said")).to_have_text("Link copied.")
    assert map_page.page.evaluate("navigator.clipboard.readText()") == map_page.address
    assert "select=E07000171" in map_page.address


def test_the_presentation_link_carries_the_view(
    map_page: MapPage, desktop: BrowserContext, new_map: Callable[..., MapPage]
) -> None:
    map_page.open("measure=none&layers=lep")
    map_page.page.get_by_role("link", name="Presentation view").click()
    map_page.page.wait_for_selector(".page.present")
    map_page.ready()
    assert map_page.query == {"measure": "none", "layers": "lep", "present": "1"}
    assert len(map_page.drawn("lep")) == 38


def test_an_address_that_a_mail_program_has_changed_opens_the_view_that_was_meant(map_page: MapPage) -> None:
    map_page.open("layers=stp&amp;as_at=2014-04-01%26select=E07000171.&utm_source=news")
    assert map_page.query == {"layers": "stp", "as_at": "2014-04-01", "select": "E07000171"}
    assert map_page.card == "Bassetlaw"
    expect(map_page.page.locator(".notes")).to_have_count(0)
