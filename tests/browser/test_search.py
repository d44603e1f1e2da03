"""What is typed into the search leads to the right place with Enter."""

from __future__ import annotations

import pytest

from tests.browser.map_page import until


@pytest.mark.parametrize(
    ("typed", "selected", "words"),
    [
        ("NG31 6SF", "E07000141", "South Kesteven"),
        ("NG31", "E07000141", "South Kesteven"),
        ("WMCA", "ca-west-midlands", "West Midlands"),
        ("bassetlow", "E07000171", "Bassetlaw"),
        ("Grantham", "E07000141", "South Kesteven"),
    ],
)
def test_enter_leads_to_what_was_typed(map_page, typed, selected, words):
    map_page.open()
    field = map_page.page.locator("#search")
    field.fill(typed)
    field.press("Enter")
    until(lambda: map_page.query.get("select"), lambda found: found == selected)
    until(lambda: map_page.page.locator("#map-card").inner_text(), lambda text: words in text)


def test_a_postcode_of_a_split_district_leads_to_its_part(new_page):
    page = new_page()
    page.goto("/about")
    page.wait_for_selector("#search")
    page.locator("#search").fill("B1 1BB")
    page.wait_for_selector("#search-list [data-option]")
    assert "Birmingham" in page.locator("#search-list [data-option]").first.inner_text()
    page.locator("#search").press("Enter")
    page.wait_for_url("**/place/E08000025?part=E08000025-*")
    page.wait_for_selector(".place-part")
    told = page.locator(".place-part").inner_text()
    assert "Covered by" in told
    assert "Not covered by" in told


def test_a_county_leads_to_its_page_and_an_unknown_postcode_is_said(map_page):
    map_page.open()
    field = map_page.page.locator("#search")
    field.fill("NG31 9ZZ")
    until(lambda: map_page.page.locator("#search-list").inner_text(), lambda text: "no postcode NG31 9ZZ" in text)
    field.fill("Essex County Council")
    field.press("Enter")
    map_page.page.wait_for_url("**/place/E10000012")
