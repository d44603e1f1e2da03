"""Readers who enlarge, who have a small screen, who listen, who use no mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.map_page import MapPage, until

TITLES = {
    "/?select=E07000171": "Bassetlaw · Combined authorities and STP footprints, 1 December 2017",
    "/briefing?stp=stp-greater-manchester": "Greater Manchester Sustainability and Transformation Partnership",
    "/briefing": "NHS briefing",
    "/place/E10000016": "Kent",
    "/body/ca-tees-valley": "Tees Valley Combined Authority",
    "/overlaps?a=lep&b=combined_authority": "Local enterprise partnerships (LEPs) and combined authorities",
}


@pytest.mark.parametrize("address", TITLES)
def test_the_tab_names_what_the_page_is_about(new_page: Callable[[], Page], address: str) -> None:
    page = new_page()
    page.goto(address)
    until(page.title, lambda title: title.startswith(TITLES[address]))
    expect(page.get_by_role("contentinfo")).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)


def test_a_choice_is_announced_by_its_name(map_page: MapPage) -> None:
    map_page.open()
    status = map_page.page.locator("#map-status")
    map_page.search("bassetlaw").first.click()
    expect(status).to_have_text("Bassetlaw chosen")
    until(map_page.page.title, lambda title: title.startswith("Bassetlaw · "))
    map_page.page.keyboard.press("Escape")
    expect(status).to_have_text("Nothing is chosen any more")
    until(map_page.page.title, lambda title: title.startswith("Combined authorities"))


@pytest.mark.parametrize("page_name", ["map", "overlaps", "patchwork"])
def test_the_slider_says_its_day_in_words(new_page: Callable[[], Page], page_name: str) -> None:
    page = new_page()
    page.goto("/" if page_name == "map" else f"/{page_name}")
    slider = page.locator(f"#{page_name}-day-slider")
    expect(slider).to_have_attribute("aria-valuetext", "1 December 2017")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(slider).not_to_have_attribute("aria-valuetext", "1 December 2017")
    day = page.locator(f"#{page_name}-day-input")
    until(lambda: slider.get_attribute("aria-valuetext"), lambda said: said == day.input_value())


COVERED = """() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
  const y = Math.min(Math.max(box.top + Math.min(box.height, innerHeight / 4) / 2, 1), innerHeight - 2);
  const top = document.elementFromPoint(x, y);
  const card = document.querySelector('#map-card');
  return {
    what: `${at.tagName} ${at.id} ${(at.textContent || '').trim().slice(0, 40)}`,
    under: Boolean(top && card.contains(top) && !card.contains(at)),
    end: at === document.body || Boolean(at.closest('#map-table tbody tr:nth-child(6)')),
  };
}"""


def test_nothing_with_focus_lies_under_the_card(small_page: MapPage) -> None:
    small_page.open("select=E07000171")
    small_page.page.emulate_media(reduced_motion="reduce")  # while the page still glides nothing can be told
    small_page.page.evaluate("document.body.focus()")
    stops = 0
    for _ in range(120):
        small_page.page.keyboard.press("Tab")
        at = small_page.page.evaluate(COVERED)
        if at["end"]:
            break
        stops += 1
        assert not at["under"], at["what"]
    assert stops > 30


ENLARGED = {"300%": (480, 300), "400%": (360, 225)}
ROWS = {
    "/": "#map-table tbody tr:nth-of-type(3)",
    "/overlaps": ".matrix tbody tr:nth-of-type(5)",
    "/briefing": ".stp-table tbody tr:nth-of-type(3)",
}

SEEN = """(row) => {
  const cell = row.querySelector('td button, td a, td') || row;
  cell.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = cell.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return Boolean(top && (cell.contains(top) || top.contains(cell))) && !top.closest('thead, header');
}"""


@pytest.mark.parametrize("size", ENLARGED)
@pytest.mark.parametrize("address", ROWS)
def test_rows_are_seen_on_an_enlarged_page(
    desktop: BrowserContext, new_map: Callable[..., MapPage], address: str, size: str
) -> None:
    width, height = ENLARGED[size]
    page = new_map(desktop, width=width, height=height).page
    page.goto(address)
    row = page.locator(ROWS[address]).first
    row.wait_for(state="attached")
    assert row.evaluate(SEEN)
    stuck = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((e) => ['sticky', 'fixed'].includes(getComputedStyle(e).position)
          && getComputedStyle(e).top !== 'auto' && e.getBoundingClientRect().height > innerHeight / 4 && e.textContent.trim())
          .map((e) => `${e.tagName}.${e.className}`)"""
    )
    assert stuck == []


def tab_to(page: Page, selector: str, most: int = 140) -> None:
    """Press Tab until what the selector names has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"the tab key does not lead to {selector}")


def test_a_leader_finds_a_place_by_keyboard(map_page: MapPage) -> None:
    page = map_page.open().page
    page.evaluate("document.body.focus()")
    tab_to(page, "#search")
    page.keyboard.type("bassetlaw")
    page.locator("#search-list [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(lambda: map_page.card, lambda card: card == "Bassetlaw")
    tab_to(page, "#map-card a[href^='/place/E07000171']")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Bassetlaw")
    until(page.title, lambda title: title.startswith("Bassetlaw"))


def test_an_adviser_reaches_a_brief_by_keyboard(map_page: MapPage) -> None:
    page = map_page.open().page
    page.evaluate("document.body.focus()")
    tab_to(page, "header nav a[href^='/briefing']")
    page.keyboard.press("Enter")
    page.wait_for_selector(".stp-table tbody tr")
    tab_to(page, ".stp-table tbody a[href*='stp=']")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector(".brief h1")
    assert str(name) in page.locator("h1").inner_text()


def test_a_presenter_sets_the_picture_by_keyboard(map_page: MapPage) -> None:
    page = map_page.open().page
    page.evaluate("document.body.focus()")
    tab_to(page, "#map-controls input[value='lep'], #map-controls .form-check-input")
    while not page.evaluate("document.activeElement.closest('.form-check')?.querySelector('[data-layer-label=lep]')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(lambda: map_page.drawn("lep"), lambda drawn: len(drawn) == 38)
    tab_to(page, "#map-controls a[href*='present=1']")
    page.keyboard.press("Enter")
    expect(page.locator(".page.present")).to_have_count(1)
    map_page.ready()
    page.keyboard.press("Escape")
    expect(page.locator(".page.present")).to_have_count(0)
    assert "lep" in map_page.query["layers"]
