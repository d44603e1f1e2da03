"""The overlaps page: a reader's questions answered in a minute, and matrix, list, map and API saying the same."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.map_page import until


def query(page: Page) -> dict[str, str]:
    return {key: values[-1] for key, values in parse_qs(urlsplit(page.evaluate("location.href")).query).items()}


def opened(page: Page, address: str = "/overlaps") -> Page:
    page.goto(address)
    page.wait_for_selector(".matrix, .matrix-scroll .nothing")
    page.wait_for_selector("html[data-map=drawn]")
    return page


def test_which_stps_meet_the_west_midlands_and_with_how_many_people(new_page):
    page = opened(new_page(), "/overlaps?a=combined_authority&b=stp")
    row = page.locator(".matrix tbody tr", has=page.locator("th", has_text="West Midlands"))
    people = [button.get_attribute("aria-label") for button in row.locator("[data-pair]").all()]
    assert any("Black Country: 1,361,898 people" in words for words in people)
    assert any("Birmingham and Solihull: 1,175,256 people" in words for words in people)
    assert any("Coventry & Warwickshire: 360,149 people" in words for words in people)
    assert len(people) == 3


def test_which_leps_d2n2_overlaps_and_how_many_people_live_under_two(new_page):
    page = opened(new_page(), "/overlaps?a=lep&b=lep")
    row = page.locator(".matrix tbody tr", has=page.locator("th", has_text="Derbyshire and Notts"))
    labels = [button.get_attribute("aria-label") or "" for button in row.locator("[data-pair]").all()]
    assert [words.split(":")[0] for words in labels] == ["Derbyshire and Notts and Sheffield City Region"]
    assert "4.2 million people live in two or more" in page.locator("#overlaps-findings").inner_text()


def test_a_cell_shows_the_pair_and_every_number_leads_to_districts(new_page):
    page = opened(new_page(), "/overlaps?a=lep&b=stp")
    page.locator('[data-pair="lep-greater-birmingham-and-solihull~stp-the-black-country"]').first.click()
    detail = page.locator("#overlaps-detail")
    until(lambda: detail.inner_text(), lambda text: "175,800" in text)
    assert "Birmingham" in detail.inner_text()
    assert "15.5%" in detail.inner_text()
    until(lambda: query(page).get("pair"), lambda pair: pair and pair.endswith("stp-the-black-country"))
    drawn = until(
        lambda: page.evaluate(
            "document.querySelector('.js-plotly-plot').data.filter((t) => t.name === 'overlap').flatMap((t) => t.locations)"
        )
    )
    assert drawn == ["E08000025-2"]
    points = page.evaluate(
        "document.querySelector('.js-plotly-plot').data.filter((t) => ['university', 'nhs_trust'].includes(t.name)).map((t) => t.lon.length)"
    )
    assert points == [2, 2], "two universities and two trusts stand in western Birmingham"
    detail.get_by_role("link", name="Birmingham", exact=True).click()
    page.wait_for_url("**/place/E08000025**")
    page.get_by_role("heading", name="Birmingham", exact=True).wait_for()


def test_the_matrix_the_list_and_the_api_say_the_same(new_page):
    page = opened(new_page(), "/overlaps?a=stp&b=combined_authority")
    listed = [int(text.replace(",", "")) for text in page.locator(".pairs tbody [data-pair]").all_inner_texts()]
    rows = page.request.get("/api/v1/overlaps?a=stp&b=combined_authority").json()["rows"]
    assert listed == [row["people"] for row in rows]
    assert page.locator(".matrix [data-pair]").count() == len(rows)


def test_another_day_layer_and_share_change_matrix_title_and_address(new_page):
    page = opened(new_page())
    page.select_option("#overlaps-layer-b", "lep")
    until(lambda: page.locator("#overlaps-title").inner_text(), lambda title: "local enterprise" in title)
    assert query(page)["b"] == "lep"
    page.fill("#overlaps-day-input", "2011-03-01")
    page.keyboard.press("Enter")
    until(lambda: page.locator("#overlaps-matrix").inner_text(), lambda text: "No pair shares people" in text)
    assert query(page)["as_at"] == "2011-03-01"
    page.go_back()
    until(lambda: page.locator(".matrix [data-pair]").count())
    assert "as_at" not in query(page)


def test_filters_leave_what_they_say(new_page):
    page = opened(new_page(), "/overlaps?a=lep&b=stp")
    before = page.locator(".matrix [data-pair]").count()
    page.select_option("#overlaps-match", "crosses")
    crossing = until(lambda: page.locator(".matrix [data-pair]").count(), lambda count: count < before)
    assert crossing == 40
    assert set(page.locator(".pairs tbody td:nth-child(6)").all_inner_texts()) == {"crosses"}


def test_arrow_keys_move_between_filled_cells(new_page):
    page = opened(new_page(), "/overlaps?a=lep&b=stp")
    first = page.locator(".matrix [data-pair][tabindex='0']")
    first.focus()
    name = page.evaluate("document.activeElement.dataset.pair")
    page.keyboard.press("ArrowRight")
    moved = page.evaluate("document.activeElement.dataset.pair")
    assert moved != name
    page.keyboard.press("Enter")
    until(lambda: query(page).get("pair"), lambda pair: pair == moved)


@pytest.mark.parametrize("address", ["/overlaps?a=nonsense&least=900", "/overlaps?pair=nobody~noone"])
def test_nonsense_leaves_a_note_and_a_working_page(new_page, address):
    page = opened(new_page(), address)
    assert page.locator(".notes").inner_text()
    assert page.locator(".matrix [data-pair]").count() > 5
