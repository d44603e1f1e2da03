"""Everything by keyboard, and what assistive technology is told."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.map_page import MapPage, until

WIDE_ENOUGH = "lon=-1.5&lat=53&zoom=5"


MOVES = [("ArrowLeft", 0, -1), ("ArrowRight", 0, 1), ("ArrowUp", 1, 1), ("ArrowDown", 1, -1), ("+", 2, 1), ("-", 2, -1)]


def test_the_focused_map_moves_with_the_keyboard(map_page: MapPage) -> None:
    map_page.open(WIDE_ENOUGH)
    map_page.page.locator("#map-shell").focus()
    for key, axis, sign in MOVES:
        before, address = map_page.viewport(), map_page.address
        map_page.page.keyboard.press(key)
        after = until(map_page.viewport, before.__ne__)
        assert (after[axis] - before[axis]) * sign > 0.05, key
        until(lambda: map_page.address, address.__ne__)
    assert map_page.page.evaluate("window.scrollY") == 0


def test_nought_shows_all_of_england(map_page: MapPage) -> None:
    map_page.open(WIDE_ENOUGH)
    map_page.page.locator("#map-shell").focus()
    map_page.page.keyboard.press("0")
    until(lambda: map_page.query, lambda query: query == {})
    assert map_page.viewport() == pytest.approx((-2, 52.85, 1))


def test_keys_typed_elsewhere_do_not_move_the_map(map_page: MapPage) -> None:
    map_page.open(WIDE_ENOUGH)
    before = map_page.viewport()
    map_page.search("0")
    map_page.page.keyboard.press("ArrowDown")
    map_page.page.wait_for_timeout(300)
    assert map_page.viewport() == before


def test_the_zoom_buttons(map_page: MapPage) -> None:
    map_page.open()
    map_page.page.get_by_role("button", name="Zoom in").click()
    until(lambda: map_page.query.get("zoom"), lambda zoom: zoom == "1.6")
    map_page.page.get_by_role("button", name="Zoom in").click()
    until(lambda: map_page.query.get("zoom"), lambda zoom: zoom == "2.56")
    map_page.page.get_by_role("button", name="Zoom out").click()
    until(lambda: map_page.query.get("zoom"), lambda zoom: zoom == "1.6")
    map_page.page.get_by_role("button", name="Show all of England").click()
    until(lambda: map_page.query, lambda query: query == {})


FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  const here = getComputedStyle(e);
  return {
    what: `${e.tagName.toLowerCase()}#${e.id}.${e.className} ${(e.textContent || e.value || '').trim().slice(0, 30)}`,
    visible: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && here.visibility === 'visible',
    ring: (here.outlineStyle !== 'none' && parseFloat(here.outlineWidth) >= 2) || /(3|5)px/.test(here.boxShadow),
    table: Boolean(e.closest('#map-table tbody')),
    last: Boolean(e.closest('footer')) || Boolean(e.closest('#map-table tbody tr:nth-child(3)')),
  };
}"""


def test_every_stop_of_the_tab_key_shows_where_it_is(map_page: MapPage) -> None:
    map_page.open("select=E07000171")
    map_page.page.emulate_media(reduced_motion="reduce")  # a ring that fades in can't be measured
    map_page.page.evaluate("document.body.focus()")
    seen: list[str] = []
    for _ in range(140):
        map_page.page.keyboard.press("Tab")
        at = map_page.page.evaluate(FOCUS)
        if at is None or at["last"]:
            break
        assert at["visible"], f"out of sight: {at['what']}"
        assert at["ring"], f"no focus ring: {at['what']}"
        seen.append(at["what"])
    assert seen[0].startswith("a#.skip")
    reached = " ".join(seen)
    for needed in ("search", "map-fill", "map-measure-control", "map-shell", "map-day-input", "map-day-slider"):
        assert f"#{needed}" in reached
    assert reached.count("form-check-input") >= 14
    assert "Clear" in map_page.page.locator("#map-card .close").get_attribute("aria-label")  # type: ignore[operator]


def violations(page: MapPage) -> list[str]:
    """The rules of axe that the page breaks, best practice among them, with the first element of each."""
    found = Axe().run(page.page).response["violations"]
    return [
        f"{item['id']}: {item['help']}: {item['nodes'][0]['target']} {item['nodes'][0]['html'][:160]}" for item in found
    ]


@pytest.mark.parametrize("query", ["", "select=E07000171&layers=lep,university&table=bodies&fill=lep", "present=1"])
def test_no_accessibility_violation(map_page: MapPage, query: str) -> None:
    map_page.open(query)
    assert violations(map_page) == []


def test_no_accessibility_violation_while_searching(map_page: MapPage) -> None:
    map_page.open()
    map_page.search("york")
    map_page.page.keyboard.press("ArrowDown")
    field = map_page.page.get_by_role("combobox", name="Find a place, body, university or trust")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute("aria-controls", "search-list")
    assert violations(map_page) == []


def test_no_accessibility_violation_on_a_phone(small_page: MapPage) -> None:
    small_page.open("select=E07000171")
    small_page.page.get_by_role("button", name="Layers").tap()
    expect(small_page.page.locator("#map-controls")).to_be_visible()
    assert violations(small_page) == []


def test_changes_are_announced(map_page: MapPage) -> None:
    map_page.open()
    map_page.measure("none")
    expect(map_page.page.locator("#map-status")).to_have_text(
        "Combined authorities and STP footprints, 1 December 2017"
    )
    expect(map_page.page.locator("#map-status")).to_have_attribute("role", "status")
