"""Under a contrast theme of the system (forced colours) what is told by a colour or a background is still seen."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.conftest import DESKTOP
from tests.browser.map_page import until

Colour = tuple[int, int, int]


@pytest.fixture(scope="module")
def themed(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser that takes its colours from a dark contrast theme."""
    context = browser.new_context(
        viewport=DESKTOP, base_url=server, locale="en-GB", forced_colors="active", color_scheme="dark"
    )
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(themed: BrowserContext, new_map: Callable[..., Any]) -> Page:
    """A watched page of it."""
    found: Page = new_map(themed).page
    return found


def colours(item: Locator) -> dict[Colour, int]:
    """The colours of an element as it is painted, and of how many pixels each is."""
    picture = Image.open(io.BytesIO(item.screenshot())).convert("RGB")
    found: dict[Colour, int] = {}
    for count, colour in picture.getcolors(picture.width * picture.height) or []:
        found[colour] = count  # type: ignore[index]
    return found


def ground(item: Locator) -> Colour:
    """The colour that most of an element has."""
    found = colours(item)
    return max(found, key=found.__getitem__)


def light(colour: Colour) -> float:
    """Relative luminance, as WCAG 2 has it."""
    parts = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(found: dict[Colour, int]) -> float:
    """Between the lightest and the darkest colour."""
    levels = [light(colour) for colour in found]
    return (max(levels) + 0.05) / (min(levels) + 0.05)


def test_every_layers_line_and_symbol_is_seen_in_the_controls_and_the_key(page: Page) -> None:
    page.goto("/?layers=combined_authority,stp,devolution_deal,university,nhs_trust")
    page.wait_for_selector("html[data-map=drawn]")
    keys = page.locator("#map-layers .key:visible, #map-points .key:visible, #map-layer-legend .key:visible")
    # Eleven layers and two kinds of points in the controls; three layers, associates and both points in the key.
    until(keys.count, lambda found: found == 13 + 6)
    for key in keys.all():
        assert contrast(colours(key)) >= 3, key.evaluate("item => item.outerHTML")


def test_the_classes_of_the_shading_and_the_bundles_keep_their_colours(page: Page) -> None:
    page.goto("/patchwork")
    page.wait_for_selector("#patchwork-legend li .class")
    shown = page.locator("#patchwork-legend li .class")
    for swatch in shown.all()[:6]:
        wanted = swatch.evaluate("item => item.style.backgroundColor")
        assert swatch.evaluate("item => getComputedStyle(item).backgroundColor") == wanted


@pytest.mark.parametrize(
    ("address", "slider"),
    [("/", "#map-day-slider"), ("/patchwork", "#patchwork-day-slider"), ("/overlaps", "#overlaps-day-slider")],
)
def test_the_slider_shows_its_track_and_its_handle(page: Page, address: str, slider: str) -> None:
    page.goto(address)
    page.wait_for_selector(slider)
    found = {colour: count for colour, count in colours(page.locator(slider)).items() if count >= 40}
    assert len(found) >= 3, "canvas, track and handle"
    assert contrast(found) >= 3


def test_what_is_ticked_and_which_page_is_open_are_seen(page: Page) -> None:
    page.goto("/")
    page.wait_for_selector("html[data-map=drawn]")
    on, off = page.locator("#map-layers input:checked").first, page.locator("#map-layers input:not(:checked)").first
    assert ground(on) != ground(off)
    line = "item => getComputedStyle(item).borderBottomColor"
    current, other = page.locator("nav a.current").first, page.locator("nav a:not(.current)").first
    assert current.evaluate(line) != other.evaluate(line)
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert other.evaluate(line) == canvas


def test_words_beside_a_body_are_read(page: Page) -> None:
    page.goto("/place/E08000025")
    page.wait_for_selector(".cover .muted")
    for item in page.locator(".cover .muted, .cover h3").all()[:6]:
        assert contrast(colours(item)) >= 4.5
