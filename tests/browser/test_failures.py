"""A server that fails: each page says what did not come, keeps showing what it showed, and a retry completes it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

CALLBACKS = "**/_dash-update-component*"
PAGES = ["/", "/overlaps", "/patchwork", "/briefing", "/briefing?stp=stp-the-black-country", "/timeline", "/about", "/place/E08000025", "/body/lep-leeds-city-region"]  # fmt: skip


@pytest.fixture
def lone(browser: Browser) -> Iterator[Page]:
    """A page of its own whose failing requests are meant: its console may tell of them."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def failing(
    page: Page, pattern: str | re.Pattern[str], wanted: Callable[[Route], bool] = lambda _route: True, status: int = 500
) -> None:
    """Have some requests fail until `page.unroute` is called."""

    def answer(route: Route) -> None:
        if not wanted(route):
            route.continue_()
        elif status:
            route.fulfill(status=status, body="Broken.", content_type="text/html")
        else:
            route.abort()

    page.route(pattern, answer)


def alert(page: Page) -> Locator:
    """The alert's sentences."""
    return page.get_by_role("alert").locator("p")


def try_again(page: Page) -> None:
    """Press the alert's button."""
    page.get_by_role("button", name="Try again").click()


def asks_for(output: str) -> Callable[[Route], bool]:
    """Whether a request is a question for a callback that fills ``output``."""
    return lambda route: output in json.loads(route.request.post_data or "{}").get("output", "")


@pytest.mark.parametrize(("path", "status"), [*((path, 500) for path in PAGES), ("/", 0), ("/place/E08000025", 0)])
def test_a_page_whose_content_cannot_come_says_so(lone: Page, server: str, path: str, status: int) -> None:
    failing(lone, CALLBACKS, asks_for("_pages_content"), status)
    lone.goto(server + path)
    expect(alert(lone)).to_have_text(re.compile("^This page could not be fetched. The server"), timeout=5000)
    lone.unroute(CALLBACKS)
    try_again(lone)
    expect(lone.get_by_role("main").first).to_be_visible()
    expect(alert(lone)).to_have_count(0)


def test_a_day_that_cannot_come_leaves_title_key_and_address_as_they_are_drawn(lone: Page, server: str) -> None:
    lone.goto(server)
    expect(lone.locator("html[data-map=drawn]")).to_be_attached()
    title = lone.locator("h1, h2").filter(has_text="1 December 2017").first
    expect(title).to_be_visible()
    before = lone.url
    failing(lone, CALLBACKS, asks_for("map-snapshot"))
    field = lone.get_by_label("As at", exact=True)
    field.fill("2015-05-01")
    field.blur()
    expect(alert(lone)).to_have_text(re.compile("^What you chose could not be fetched"), timeout=3000)
    expect(title).to_be_visible()
    assert lone.url == before
    lone.unroute(CALLBACKS)
    try_again(lone)
    expect(lone.locator("h1, h2").filter(has_text="1 May 2015").first).to_be_visible()
    assert "2015-05-01" in lone.url
    expect(alert(lone)).to_have_count(0)


def test_a_layer_whose_outlines_cannot_come_is_not_claimed_and_the_rest_is_drawn(lone: Page, server: str) -> None:
    failing(lone, re.compile(r"/static/stp-"), status=0)
    lone.goto(server)
    expect(alert(lone)).to_have_text(
        re.compile("^STP footprints could not be fetched, and are not shown."), timeout=8000
    )
    expect(lone.locator(".choroplethlayer path").first).to_be_attached()
    expect(lone.get_by_role("checkbox", name="STP footprints")).not_to_be_checked()
    expect(lone.get_by_role("checkbox", name="Combined authorities")).to_be_checked()
    expect(lone.locator("h1, h2").filter(has_text="STP")).to_have_count(0)
    assert "stp" not in lone.url
    lone.unroute(re.compile(r"/static/stp-"))
    try_again(lone)
    expect(lone.get_by_role("checkbox", name="STP footprints")).to_be_checked()
    expect(lone.locator("h1, h2").filter(has_text="STP footprints").first).to_be_visible()
    expect(alert(lone)).to_have_count(0)


def test_after_recovery_a_layer_that_is_ticked_again_is_fetched(lone: Page, server: str) -> None:
    failing(lone, re.compile(r"/static/lep-"))
    lone.goto(server)
    expect(lone.locator("html[data-map=drawn]")).to_be_attached()
    box = lone.get_by_role("checkbox", name=re.compile("^Local enterprise partnerships"))
    box.check(force=True)
    expect(alert(lone)).to_have_text(re.compile("^Local enterprise partnerships"), timeout=3000)
    expect(box).not_to_be_checked()
    lone.unroute(re.compile(r"/static/lep-"))
    box.check(force=True)
    expect(
        lone.locator("h1, h2").filter(has_text="LEP").or_(lone.locator("h1, h2").filter(has_text="enterprise")).first
    ).to_be_visible()
    expect(alert(lone)).to_have_count(0)


@pytest.mark.parametrize("file", ["districts.", "measures.", "districts-national."])
def test_what_the_map_cannot_do_without_is_waited_for(lone: Page, server: str, file: str) -> None:
    pattern = re.compile(rf"/static/{re.escape(file)}[0-9a-f]")
    failing(lone, pattern)
    lone.goto(server)
    expect(alert(lone)).to_have_text(re.compile("could not be fetched"), timeout=8000)
    lone.unroute(pattern)
    try_again(lone)
    expect(lone.locator(".choroplethlayer path").first).to_be_attached(timeout=10000)
    expect(alert(lone)).to_have_count(0)


def test_plotly_that_does_not_come_is_fetched_again(lone: Page, server: str) -> None:
    pattern = re.compile(r"plotly-geo\.")
    failing(lone, pattern, status=0)
    lone.goto(server)
    expect(alert(lone)).to_have_text(re.compile("^The map could not be fetched."), timeout=5000)
    lone.unroute(pattern)
    try_again(lone)
    expect(lone.locator(".choroplethlayer path").first).to_be_attached(timeout=10000)


@pytest.mark.parametrize(
    ("path", "output", "control"),
    [("/overlaps", "overlaps-data", "2016-05-01"), ("/patchwork", "patchwork-data", "2016-05-01")],
)
def test_a_choice_on_other_pages_waits_too(lone: Page, server: str, path: str, output: str, control: str) -> None:
    lone.goto(server + path)
    expect(lone.get_by_label("As at", exact=True)).to_be_visible()
    lone.wait_for_load_state("networkidle")
    before = lone.url
    failing(lone, CALLBACKS, asks_for(output))
    lone.get_by_label("As at", exact=True).fill(control)
    lone.get_by_label("As at", exact=True).blur()
    expect(alert(lone)).to_have_text(re.compile("^What you chose could not be fetched"), timeout=3000)
    assert lone.url == before
    lone.unroute(CALLBACKS)
    try_again(lone)
    expect(alert(lone)).to_have_count(0)
    lone.wait_for_function(f"location.search.includes('{control}')")


def test_without_scripts_a_reader_is_told_and_led_to_the_facts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    expect(page.get_by_role("heading", name="Local growth landscape")).to_be_visible()
    links = [link.get_attribute("href") for link in page.get_by_role("main").get_by_role("link").all()]
    assert len(links) >= 4
    for link in links:
        assert context.request.head(f"{server}{link}").status == 200, link
    context.close()
