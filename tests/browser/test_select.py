"""Finding and selecting: by a click, by search, from the table; Esc clears."""

from __future__ import annotations

from functools import partial
from operator import ne

import pytest
from playwright.sync_api import expect

from layers import Landscape
from tests.browser.map_page import MapPage, until

BASSETLAW, EAST_LINDSEY = "E07000171", "E07000137"


def test_a_click_on_the_map_opens_a_card_and_esc_clears_it(map_page: MapPage) -> None:
    map_page.open()
    assert map_page.card == ""
    map_page.click_place(BASSETLAW)
    until(lambda: map_page.card, lambda card: card == "Bassetlaw")
    assert map_page.query == {"select": BASSETLAW}
    until(lambda: "selection" in map_page.traces())
    map_page.click_place(EAST_LINDSEY)
    until(lambda: map_page.card, lambda card: card == "East Lindsey")
    assert map_page.query == {"select": EAST_LINDSEY}
    map_page.page.keyboard.press("Escape")
    until(lambda: map_page.card, lambda card: card == "")
    assert map_page.query == {}
    until(lambda: "selection" not in map_page.traces())
    map_page.click_place(EAST_LINDSEY)
    until(lambda: map_page.card, lambda card: card == "East Lindsey")


def test_the_card_is_cleared_by_its_button(map_page: MapPage) -> None:
    map_page.open(f"select={BASSETLAW}")
    assert map_page.card == "Bassetlaw"
    map_page.page.get_by_role("button", name="Clear the selection").click()
    until(lambda: map_page.card, lambda card: card == "")


def test_a_selection_survives_layers_and_dates(map_page: MapPage) -> None:
    map_page.open(f"select={BASSETLAW}")
    map_page.switch("lep")
    map_page.set_day("2014-03-31")
    map_page.titled("31 March 2014")
    assert map_page.card == "Bassetlaw"
    expect(map_page.page.locator("#map-card")).to_contain_text("Who covers it, 31 March 2014")
    expect(map_page.page.locator("#map-card")).to_contain_text("None here on this day: Combined authority")


def test_the_end_of_a_drag_selects_nothing(map_page: MapPage) -> None:
    map_page.open("lon=-1.5&lat=53&zoom=5")
    map_page.drag(140, 70)
    until(lambda: map_page.query["lon"], lambda lon: lon != "-1.5")
    assert "select" not in map_page.query
    assert map_page.card == ""


@pytest.mark.parametrize(
    ("typed", "identifier", "heading", "layer"),
    [
        ("bassetl", BASSETLAW, "Bassetlaw", None),
        ("west yorkshire comb", "ca-west-yorkshire", "West Yorkshire Combined Authority", "combined_authority"),
        ("norfolk and wav", "stp-norfolk-and-waveney", "Norfolk and Waveney", "stp"),
        ("university of hull", None, "University of Hull", "university"),
        ("doncaster and bass", None, "Doncaster and Bassetlaw", "nhs_trust"),
    ],
)
def test_search_finds_and_goes_there_by_keyboard(
    map_page: MapPage, typed: str, identifier: str | None, heading: str, layer: str | None
) -> None:
    map_page.open()
    before = map_page.viewport()
    options = map_page.search(typed)
    expect(options.first).to_contain_text(heading)
    map_page.page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field = map_page.page.locator("#search")
    expect(field).to_have_attribute("aria-activedescendant", "search-option-0")
    map_page.page.keyboard.press("Enter")
    until(lambda: map_page.card, lambda card: card.startswith(heading))
    until(lambda: map_page.query.get("zoom"))
    assert map_page.viewport() != before
    if identifier:
        assert map_page.query["select"] == identifier
    if layer:
        assert layer in map_page.checked()
    expect(map_page.page.locator("#search-list")).to_be_hidden()


def test_search_brings_the_place_to_the_middle(map_page: MapPage, real: Landscape) -> None:
    """Norwich, Cornwall and Northumberland: as far east, west and north as it goes."""
    map_page.open()
    box = map_page.page.locator("#map-shell").bounding_box()
    assert box is not None
    for code in ("E07000148", "E06000052", "E06000057"):
        before = map_page.query.get("lon")
        map_page.search(real.districts[code].name)
        map_page.page.keyboard.press("Enter")
        until(lambda: map_page.query.get("select"), code.__eq__)
        until(lambda: map_page.query.get("lon"), partial(ne, before))
        x, y = map_page.place(code)
        assert abs(x - (box["x"] + box["width"] / 2)) < box["width"] / 4, code
        assert abs(y - (box["y"] + box["height"] / 2)) < box["height"] / 4, code


def test_search_says_when_nothing_is_found_and_esc_closes_only_the_list(map_page: MapPage) -> None:
    map_page.open(f"select={BASSETLAW}")
    options = map_page.search("zzzz")
    expect(options).to_have_text("Nothing has that in its name. Try fewer letters.")
    map_page.page.keyboard.press("Enter")
    assert map_page.card == "Bassetlaw"
    map_page.page.keyboard.press("Escape")
    expect(map_page.page.locator("#search-list")).to_be_hidden()
    assert map_page.card == "Bassetlaw"


def test_the_table_sorts_by_its_headers(map_page: MapPage) -> None:
    map_page.open()
    headers = map_page.page.locator("#map-table thead th")
    expect(headers.nth(0)).to_have_attribute("aria-sort", "ascending")
    names = map_page.column("District")
    assert names == sorted(names, key=lambda name: name.replace("'", "").casefold())
    people = headers.filter(has_text="People")
    people.get_by_role("button").click()
    expect(people).to_have_attribute("aria-sort", "ascending")
    expect(map_page.page.locator("#map-table thead th[aria-sort]")).to_have_count(1)
    counts = [int(text.replace(",", "")) for text in map_page.column("People")]
    assert counts == sorted(counts)
    people.get_by_role("button").click()
    expect(people).to_have_attribute("aria-sort", "descending")
    assert [int(text.replace(",", "")) for text in map_page.column("People")] == sorted(counts, reverse=True)
    assert map_page.page.evaluate("document.activeElement.dataset.sort") is not None


def test_a_row_of_the_table_selects_and_is_marked(map_page: MapPage) -> None:
    map_page.open("table=bodies")
    map_page.page.locator("[data-select=ca-tees-valley]").first.click()
    until(lambda: map_page.card, lambda card: card == "Tees Valley Combined Authority")
    row = map_page.page.locator("#map-table tr[aria-current=true]")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Tees Valley Combined Authority")


def test_a_link_in_the_card_leads_on(map_page: MapPage) -> None:
    map_page.open(f"select={BASSETLAW}&layers=none")
    map_page.page.locator("#map-card [data-select=lep-sheffield-city-region]").click()
    until(lambda: map_page.card, lambda card: card == "Sheffield City Region Local Enterprise Partnership")
    until(lambda: map_page.checked(), lambda on: on == {"lep"})
