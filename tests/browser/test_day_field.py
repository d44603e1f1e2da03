"""The day is typed as day, month and year, whatever the browser's country."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.map_page import MapPage, until


@pytest.fixture(scope="module", params=["en-US", "en-GB"])
def abroad(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser profile of one country."""
    context = browser.new_context(base_url=server, locale=request.param, viewport={"width": 1440, "height": 900})
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.mark.parametrize("page_name", ["map", "overlaps", "patchwork"])
def test_figures_are_day_month_year(abroad: BrowserContext, new_map: Callable[..., MapPage], page_name: str) -> None:
    found = new_map(abroad)
    page = found.page
    page.goto("/" if page_name == "map" else f"/{page_name}")
    field = page.locator(f"#{page_name}-day-input")
    expect(field).to_have_value("1 December 2017")
    expect(page.locator(f"#{page_name}-day-slider")).to_have_attribute("aria-valuetext", "1 December 2017")
    for typed, words, iso in (
        ("15032016", "15 March 2016", "2016-03-15"),
        ("3/12/2015", "3 December 2015", "2015-12-03"),
        ("1 apr 2014", "1 April 2014", "2014-04-01"),
    ):
        field.press("ControlOrMeta+a")
        field.press_sequentially(typed)
        field.press("Enter")
        until(lambda: found.query.get("as_at"), lambda day, iso=iso: day == iso)  # type: ignore[misc]
        expect(field).to_have_value(words)
        expect(field).to_be_focused()
    field.fill("3/15/2016")
    field.blur()
    expect(page.locator(f"#{page_name}-day-said")).to_contain_text("“3/15/2016” is not a day.")
    assert found.query["as_at"] == "2014-04-01"
    page.go_back()
    expect(field).to_have_value("3 December 2015")
    expect(page.locator(f"#{page_name}-day-said")).to_have_text("")
