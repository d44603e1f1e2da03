"""Every page is handed on by its link, or as its map in a frame of another page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.map_page import MapPage

PAGES = (
    "/?layers=lep", "/overlaps?a=lep&b=stp", "/patchwork", "/briefing?stp=stp-greater-manchester", "/timeline", "/about",
    "/place/E07000171?as_at=2016-03-15", "/body/ca-west-midlands",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_a_page_offers_its_link_and_its_map(new_page: Callable[[], Page], server: str, address: str) -> None:
    page = new_page()
    page.goto(address)
    share = page.locator("details.share")
    share.locator("summary").click()
    share.get_by_role("button", name="Copy link").click()
    expect(share.get_by_role("status")).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("location.href")
    share.get_by_role("button", name="Copy embed code").click()
    expect(share.get_by_role("status")).to_have_text("Embed code copied.")
    code = page.evaluate("navigator.clipboard.readText()")
    assert code.startswith(f'<iframe src="{server}{address.partition("?")[0]}?')
    assert "embed=1" in code
    page.keyboard.press("Escape")
    expect(share.get_by_role("button", name="Copy link")).to_be_hidden()
    expect(share.locator("summary")).to_be_focused()


@pytest.mark.parametrize("width", [390, 640, 1200])
def test_a_frame_shows_map_key_date_source_and_the_way_to_the_page(map_page: MapPage, server: str, width: int) -> None:
    page = map_page.page
    page.set_viewport_size({"width": width, "height": 560})
    map_page.open("layers=lep&as_at=2016-03-15&embed=1")
    assert map_page.query == {"layers": "lep", "as_at": "2016-03-15", "embed": "1"}
    expect(page.locator("#map-title")).to_contain_text("15 March 2016")
    for seen in ("#map-shell", "#map-layer-legend", ".present-source", ".embed-full"):
        expect(page.locator(seen)).to_be_visible()
        expect(page.locator(seen)).to_be_in_viewport(ratio=0.9)
    hidden = (
        ".header, .purpose, .controls, .card-panel, .as-at, .table-area, .footer, .zoom, .export-panel, .drawer-button"
    )
    assert not [item for item in page.locator(hidden).all() if item.is_visible()]
    link = page.get_by_role("link", name="Open the whole page")
    assert link.get_attribute("href") == "/?layers=lep&as_at=2016-03-15"
    assert link.get_attribute("target") == "_blank"
    assert page.evaluate(
        "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"
    )


def test_the_code_of_a_place_is_a_frame_with_its_map(new_page: Callable[[], Page], server: str) -> None:
    page = new_page()
    page.goto("/about")
    page.evaluate(
        """(address) => { const frame = document.createElement('iframe'); frame.src = address; frame.width = 700;
          frame.height = 560; document.body.prepend(frame); }""",
        f"{server}/place/E07000171?as_at=2016-03-15&embed=1",
    )
    frame = page.frame_locator("iframe")
    expect(frame.locator("html[data-map=drawn]")).to_be_attached()
    expect(frame.locator("#map-title")).to_contain_text("15 March 2016")
    expect(frame.get_by_role("link", name="Open the whole page")).to_be_visible()
