"""Tables: filtering by words and by column, sorting, what stays through redraws, and where their names lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from layers.landscape import Landscape
from tests.browser.map_page import MapPage, until

BASSETLAW = "E07000171"
NewPage = Callable[[], Page]


@pytest.fixture
def briefing(new_page: NewPage) -> Page:
    """The briefing of all STPs, its tables drawn."""
    page = new_page()
    page.goto("/briefing")
    page.wait_for_selector(".stp-table tbody tr")
    return page


def rows_of(place: Locator) -> list[list[str]]:
    """The text of every cell of a table."""
    rows: list[list[str]] = place.locator("tbody").evaluate(
        "(body) => [...body.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))"
    )
    return rows


def filter_by(place: Locator, column: str, words: str) -> None:
    """Type into the filter of a column."""
    if place.locator("[data-filter-columns]").get_attribute("aria-expanded") == "false":
        place.locator("[data-filter-columns]").click()
    place.get_by_label(f"Filter by {column}", exact=True).fill(words)


def at_focus(page: Page) -> list[Any]:
    """The label, the words and the caret of the field that has the focus."""
    found: list[Any] = page.evaluate(
        "(() => { const e = document.activeElement; return [e.getAttribute('aria-label'), e.value, e.selectionStart]; })()"
    )
    return found


def test_column_filters_wait_behind_a_button(briefing: Page) -> None:
    place = briefing.locator(".stp-table")
    button = place.get_by_role("button", name="Filter columns")
    expect(place.locator(".column-filters")).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    heads = [text.rstrip("▲▼↕").strip() for text in place.locator("thead th").all_inner_texts()]
    fields = place.locator(".column-filters input")
    assert [field.get_attribute("aria-label") for field in fields.all()] == [f"Filter by {head}" for head in heads]
    expect(fields.first).to_be_focused()
    button.click()
    expect(place.locator(".column-filters")).to_be_hidden()


def test_columns_filter_together_with_the_box_for_all_words(briefing: Page) -> None:
    place = briefing.locator(".stp-table")
    every = rows_of(place)
    filter_by(place, "People under two LEPs", ">100000")
    some = [row for row in every if int(row[7].replace(",", "")) > 100_000]
    assert 0 < len(some) < len(every)
    assert rows_of(place) == some
    expect(place.locator("caption")).to_have_text(f"Every STP and what it meets. {len(some)} of {len(every)} rows.")
    expect(briefing.locator("#briefing-status")).to_have_text(f"{len(some)} of {len(every)} rows")
    filter_by(place, "Finding", "no authority")
    fewer = [row for row in some if "no" in row[1].lower() and "authority" in row[1].lower()]
    assert rows_of(place) == fewer
    place.get_by_label("Filter", exact=True).fill("essex")
    assert rows_of(place) == [row for row in fewer if any("essex" in cell.lower() for cell in row)]
    expect(place.locator("[data-filter-columns]")).to_have_text("Filter columns (2)")
    place.get_by_role("button", name="Clear filters").click()
    assert rows_of(place) == every
    expect(place.get_by_role("button", name="Clear filters")).to_be_hidden()


def test_shares_are_filtered_in_per_cent(briefing: Page) -> None:
    place = briefing.locator("#briefing-missed")
    every = rows_of(place)
    filter_by(place, "Of the STP’s people, %", "10-20")
    shown = rows_of(place)
    assert 0 < len(shown) < len(every)
    assert all(10 <= float(row[3].rstrip("%")) <= 20 for row in shown)


def test_what_is_not_known_sorts_last_either_way(briefing: Page) -> None:
    place = briefing.locator(".stp-table")
    head = place.locator("thead button", has_text="Growth Deal money")
    for _ in range(2):
        head.click()
        cells = [row[5] for row in rows_of(place)]
        assert "not known" in cells
        assert set(cells[cells.index("not known") :]) <= {"not known", ""}


def test_nothing_found_is_said(briefing: Page) -> None:
    place = briefing.locator(".stp-table")
    filter_by(place, "STP", "atlantis")
    expect(place.locator("tbody")).to_have_text("No row passes the filters.")
    expect(place.locator("caption")).to_contain_text("0 of 44 rows.")


def test_typing_and_sorting_keep_focus_and_caret(briefing: Page) -> None:
    place = briefing.locator(".stp-table")
    filter_by(place, "Finding", "")
    briefing.keyboard.type("leps one")
    for _ in range(3):
        briefing.keyboard.press("ArrowLeft")
    briefing.keyboard.type("x")
    assert at_focus(briefing) == ["Filter by Finding", "leps xone", 6]
    briefing.keyboard.press("Backspace")
    assert at_focus(briefing) == ["Filter by Finding", "leps one", 5]
    shown = rows_of(place)
    head = place.locator("thead button", has_text="Universities")
    head.click()
    expect(head).to_be_focused()
    assert sorted(rows_of(place)) == sorted(shown)
    counts = [int(row[9]) for row in rows_of(place)]
    assert counts == sorted(counts, reverse=True)
    expect(briefing.locator("#briefing-status")).to_have_text("Sorted by Universities, descending.")
    place.get_by_label("Filter by Finding").fill("one")
    counts = [int(row[9]) for row in rows_of(place)]
    assert counts == sorted(counts, reverse=True)


def test_names_of_districts_and_bodies_lead_to_their_pages_on_the_day(new_page: NewPage, real: Landscape) -> None:
    page = new_page()
    page.goto("/briefing?as_at=2016-07-21")
    page.wait_for_selector("#briefing-missed tbody tr")
    links = page.locator("#briefing-missed tbody td:last-child a").evaluate_all(
        "(all) => all.map((a) => [a.innerText, a.getAttribute('href')])"
    )
    codes = {district.name: code for code, district in real.districts.items()}
    assert links
    assert links == [[name, f"/place/{codes[name]}?as_at=2016-07-21"] for name, _ in links]
    body = page.locator("#briefing-missed tbody td:nth-child(2) a").first
    name, address = body.inner_text(), body.get_attribute("href")
    assert (
        address
        == f"/body/{next(body.id for body in real.all_bodies.values() if f'/{body.id}?' in str(address))}?as_at=2016-07-21"
    )
    page.locator("#briefing-missed tbody td:last-child a").first.click()
    page.wait_for_url("**/place/E0*?as_at=2016-07-21")
    expect(page.locator("h1")).to_contain_text(links[0][0], timeout=20_000)
    page.wait_for_load_state("networkidle")  # a page left while it loads would report requests that failed
    page.goto(str(address))
    expect(page.locator("h1")).to_contain_text(name, timeout=20_000)
    page.wait_for_load_state("networkidle")


def test_the_tables_of_a_phone_fit_it_with_their_filters(new_phone: NewPage) -> None:
    page = new_phone()
    page.goto("/briefing")
    page.wait_for_selector(".stp-table tbody tr")
    page.locator(".stp-table [data-filter-columns]").tap()
    expect(page.locator(".stp-table .column-filters input").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    first = page.locator(".stp-table .column-filters input").first.bounding_box()
    assert first is not None
    assert first["width"] >= 90


# The table under the map


def test_the_maps_table_filters_by_column(map_page: MapPage, real: Landscape) -> None:
    map_page.open()
    place = map_page.page.locator("#map-table")
    filter_by(place, "County or council", "kent")
    filter_by(place, "People, mid-2017", ">150000")
    wanted = [
        district.code
        for district in real.districts.values()
        if "kent" in district.upper_tier_name.lower() and district.population > 150_000
    ]
    assert wanted
    assert sorted(map_page.rows()) == sorted(wanted)
    expect(place.locator("caption")).to_contain_text(f"{len(wanted)} of 326 rows.")
    expect(map_page.page.locator("#map-status")).to_have_text(f"{len(wanted)} of 326 rows")


def test_filters_focus_and_caret_stay_through_changes_of_the_map(map_page: MapPage) -> None:
    map_page.open()
    page, place = map_page.page, map_page.page.locator("#map-table")
    place.locator("thead button", has_text="People").click()
    filter_by(place, "County or council", "kent")
    page.keyboard.press("ArrowLeft")
    before, rows = at_focus(page), map_page.rows()
    layers = ["combined_authority", "lep", "stp"]
    page.evaluate(
        "(value) => dash_clientside.set_props('map-layers', {value})", layers
    )  # another column, so the heads are written anew
    until(map_page.headers, lambda headers: any("LEP" in head for head in headers))
    assert at_focus(page) == before == ["Filter by County or council", "kent", 3]
    assert map_page.rows() == rows
    page.evaluate("dash_clientside.set_props('map-day-input', {value: '2016-03-14'})")  # the same columns, other rows
    expect(place.locator("caption")).to_contain_text("14 March 2016")
    assert at_focus(page) == before
    assert map_page.rows() == rows
    expect(place.locator("thead th", has_text="People")).to_have_attribute("aria-sort", "ascending")
    map_page.table("bodies")
    until(lambda: map_page.headers()[0], "Body".__eq__)
    words = "Bodies as at 14 March 2016. People are mid-2017 and do not move with the date."
    expect(place.locator("caption")).to_have_text(f"{words} {len(map_page.rows())} rows.")


def test_sorting_by_the_measure_stays_with_another_measure(map_page: MapPage) -> None:
    map_page.open("measure=imd2015_average_score")
    place = map_page.page.locator("#map-table")
    place.locator("thead button", has_text="average score").click()
    map_page.measure("gva_per_hour_2017")
    until(map_page.headers, lambda headers: not any("average score" in head for head in headers))
    expect(place.locator("thead th").nth(4)).to_have_attribute("aria-sort", "ascending")


def test_a_row_that_selects_keeps_the_focus(map_page: MapPage) -> None:
    map_page.open("table=bodies")
    button = map_page.page.locator("#map-table [data-select=ca-tees-valley]")
    button.focus()
    map_page.page.keyboard.press("Enter")
    expect(map_page.page.locator("#map-table tr[aria-current=true]")).to_contain_text("Tees Valley")
    expect(button).to_be_focused()


def test_a_pan_leaves_the_table_alone(map_page: MapPage) -> None:
    map_page.open("lon=-1.5&lat=53&zoom=5")
    map_page.page.evaluate("document.querySelector('#map-table tbody tr').dataset.mark = 'kept'")
    before = map_page.address
    map_page.page.locator("#map-shell").focus()
    map_page.page.keyboard.press("ArrowLeft")
    until(lambda: map_page.address, before.__ne__)
    map_page.page.wait_for_timeout(400)
    assert map_page.page.locator("#map-table tr[data-mark=kept]").count() == 1


def test_escape_in_a_filter_empties_it_and_nothing_else(map_page: MapPage) -> None:
    map_page.open(f"select={BASSETLAW}")
    place = map_page.page.locator("#map-table")
    filter_by(place, "District", "bass")
    assert map_page.rows() == [BASSETLAW]
    map_page.page.keyboard.press("Escape")
    assert len(map_page.rows()) == 326
    map_page.page.wait_for_timeout(200)
    assert map_page.card == "Bassetlaw"


def test_places_in_the_maps_table_lead_to_their_pages_on_the_day(map_page: MapPage, real: Landscape) -> None:
    map_page.open("table=bodies&layers=combined_authority&as_at=2018-04-01")
    links = map_page.page.locator("#map-table tbody td:last-child a").evaluate_all(
        "(all) => all.map((a) => [a.innerText, a.getAttribute('href')])"
    )
    codes = {district.name: code for code, district in real.districts.items()}
    assert len(links) > 50
    assert links == [[name, f"/place/{codes[name]}?as_at=2018-04-01"] for name, _ in links]
    map_page.open("table=institutions&layers=university")
    office = map_page.page.locator("#map-table tbody tr", has_text="University of Lincoln").locator("td a")
    expect(office).to_have_attribute("href", f"/place/{codes['Lincoln']}")
    map_page.open()
    council = map_page.page.locator(f"#map-table tr[data-row={codes['Bristol, City of']}] td a")
    expect(council).to_have_attribute("href", f"/place/{codes['Bristol, City of']}")


def test_no_serious_accessibility_fault_with_filters_open(map_page: MapPage, briefing: Page) -> None:
    map_page.open()
    for page, place in ((map_page.page, "#map-table"), (briefing, ".stp-table")):
        page.locator(f"{place} [data-filter-columns]").click()
        found = Axe().run(page).response["violations"]
        assert [item["id"] for item in found] == []
