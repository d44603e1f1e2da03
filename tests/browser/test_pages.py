"""The other pages: the journeys of a leader, an adviser and a newcomer, on a desktop and a phone."""

from __future__ import annotations

import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.map_page import until

PAGES = {
    "/overlaps": ".matrix",
    "/patchwork": "#patchwork-legend li",
    "/briefing": ".stp-table tbody tr",
    "/briefing?stp=stp-hertfordshire-and-west-essex": "html[data-map=drawn]",
    "/place/E07000141": "html[data-map=drawn]",
    "/place/E10000015?with=E07000171": "html[data-map=drawn]",
    "/body/ca-west-midlands": "html[data-map=drawn]",
    "/timeline?subject=nhs&as_at=2016-03-15": "html[data-map=drawn]",
    "/about": ".glossary dt",
}
"""Each page with something that shows that it is ready."""


@pytest.mark.parametrize("address", PAGES)
def test_every_page_fits_a_desktop_and_a_phone(new_page, new_phone, address):
    for make in (new_page, new_phone):
        page = make()
        page.goto(address)
        page.wait_for_selector(PAGES[address], state="attached")
        assert page.locator("h1").first.inner_text()
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{address} is {wider} px wider than the screen"


@pytest.mark.parametrize("address", PAGES)
def test_no_accessibility_fault(new_page, address):
    page = new_page()
    page.goto(address)
    page.wait_for_selector(PAGES[address], state="attached")
    found = [f"{item['id']}: {item['nodes'][0]['html'][:160]}" for item in Axe().run(page).response["violations"]]
    assert not found, "\n".join(found)


def test_a_leader_from_south_kesteven_reads_who_covers_it_and_with_whom(new_page):
    page = new_page()
    page.goto("/place/E07000141")
    text = page.locator("#place-main").inner_text()
    for words in (
        "Greater Cambridge and Greater Peterborough Local Enterprise Partnership",
        "Greater Lincolnshire Local Enterprise Partnership",
        "Lincolnshire Sustainability and Transformation Partnership",
        "Leading Places: South Kesteven",
    ):
        assert words in text
    assert "South Kesteven lies wholly in two LEPs" in text
    page.wait_for_selector("[data-strip] svg")
    assert page.locator("[data-strip] svg").count() == 39


def test_an_adviser_reads_the_brief_of_hertfordshire_and_west_essex(new_page):
    page = new_page()
    page.goto("/briefing")
    page.wait_for_selector(".stp-table tbody tr")
    assert page.locator(".stp-table tbody tr").count() == 44
    page.fill(".stp-table input", "hertfordshire and west")
    until(lambda: page.locator(".stp-table tbody tr").count(), lambda count: count == 1)
    page.locator(".stp-table tbody th a").click()
    page.wait_for_url("**stp=stp-hertfordshire-and-west-essex**")
    text = page.locator("#briefing-main").inner_text()
    assert "201,409 people live under two" in text
    assert "No combined authority or devolution deal" in text
    assert "19,596 people of North Hertfordshire (14.7%) belong to Cambs and Peterborough" in text


def test_the_briefing_sorts_by_a_column(new_page):
    page = new_page()
    page.goto("/briefing")
    page.wait_for_selector(".stp-table tbody tr")
    page.locator(".stp-table thead button", has_text="People under two LEPs").click()
    cells = page.locator(".stp-table tbody td:nth-child(8)").all_inner_texts()
    numbers = [int(text.replace(",", "")) for text in cells]
    assert numbers == sorted(numbers, reverse=True)


def test_the_patchwork_recomputes_and_explains_a_district(new_page):
    page = new_page()
    page.goto("/patchwork")
    page.wait_for_selector("#patchwork-legend li")
    bundles = page.locator("#patchwork-legend h2").inner_text()
    assert bundles.startswith("88 bundles")
    page.locator("#patchwork-layers label", has_text="Devolution deals").click()
    until(lambda: page.locator("#patchwork-legend h2").inner_text(), lambda words: not words.startswith("88"))
    page.select_option("#patchwork-colour", "stps")
    until(lambda: page.locator("#patchwork-title").inner_text(), lambda title: "How many STPs" in title)
    page.goto("/patchwork?select=E08000025")
    page.wait_for_selector("#patchwork-legend li")
    assert "15.5% of its people" in page.locator("#patchwork-detail").inner_text()


def test_the_patchwork_map_selects_on_a_click(new_page):
    page = new_page()
    page.goto("/patchwork")
    page.wait_for_selector("html[data-map=drawn]")
    page.wait_for_selector("#patchwork-multiples svg path", state="attached")
    box = page.locator("#patchwork-graph").bounding_box()
    at = page.evaluate(
        "(() => { const p = document.querySelector('.js-plotly-plot')._fullLayout.geo._subplot.projection([-1.05, 53.32]); return p; })()"
    )
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    until(lambda: page.locator("#patchwork-detail").inner_text(), lambda text: "Bassetlaw" in text)


@pytest.mark.parametrize("address", ["/body/nobody", "/place/E99999999", "/nowhere/at/all"])
def test_what_does_not_exist_gets_a_friendly_sentence(new_page, problems, address):
    """The document is answered 404, which the browser reports and nothing else; its scripts run as on any page."""
    page = new_page()
    answer = page.goto(address)
    assert answer.status == 404
    page.wait_for_selector("h1")
    assert "There is no" in page.locator("h1").first.inner_text()
    expected = [problem for problem in problems if "404" in problem]
    assert {problem.partition(":")[0] for problem in expected} == {"answer 404", "console error"}
    assert len(expected) == 2, expected
    for problem in expected:
        problems.remove(problem)


def test_the_page_of_an_unknown_place_finds_places(new_page, problems):
    page = new_page()
    page.goto("/place/E99999999")
    search = page.locator("#search")
    until(lambda: (search.blur(), search.focus(), search.get_attribute("role"))[-1] == "combobox")
    page.keyboard.type("bassetl")
    page.wait_for_selector("#search-list [data-option]")
    problems[:] = [problem for problem in problems if "404" not in problem]


def test_a_term_shows_its_definition_on_focus(new_page):
    page = new_page()
    page.goto("/overlaps")
    page.wait_for_selector(".term")
    page.locator(".term", has_text="small areas").first.focus()
    shown = page.evaluate("getComputedStyle(document.querySelector('.term:focus'), '::after').content")
    assert "32,844" in shown


def test_search_on_another_page_leads_to_the_map(new_page):
    page = new_page()
    page.goto("/about")
    page.wait_for_selector(".glossary dt")
    page.locator("#search").click()
    page.keyboard.type("bassetl")
    page.wait_for_selector("#search-list [data-option]")
    page.keyboard.press("Enter")
    page.wait_for_url("**select=E07000171**")


def test_a_slow_connection_still_gets_map_words_and_table(new_page):
    """The map's library may take long to come; nothing gives up waiting for it."""
    page = new_page()

    def late(route):
        time.sleep(12)
        route.continue_()

    page.route("**/plotly-geo.*.js", late)
    page.goto("/", wait_until="commit")
    page.wait_for_selector("html[data-map=drawn]", timeout=60_000)
    page.wait_for_selector("#map-table caption", state="attached")
    assert "1 December 2017" in page.locator("#map-title").inner_text()
