"""The pointer over a map: the wheel is the page's until a small map is clicked, and what a hover says goes while it is dragged."""

from __future__ import annotations

from tests.browser.map_page import until


def test_the_wheel_over_a_small_map_scrolls_the_page_until_the_map_is_clicked(new_page):
    page = new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto("/place/E08000025")
    page.wait_for_selector("html[data-map=drawn]")
    box = page.locator(".small-map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    scrolled = "window.scrollY"
    scale = "document.querySelector('.js-plotly-plot')._fullLayout.geo.projection.scale"
    before = page.evaluate(scale)
    page.mouse.move(x, y)
    page.mouse.wheel(0, 60)
    until(lambda: page.evaluate(scrolled), lambda top: top > 0)
    assert page.evaluate(scale) == before
    top = page.evaluate(scrolled)
    page.mouse.click(x, y - 60)
    page.mouse.wheel(0, -60)
    until(lambda: page.evaluate(scale), lambda found: found != before)
    assert page.evaluate(scrolled) == top


def test_what_a_hover_says_goes_while_the_map_is_dragged(map_page):
    map_page.open()
    page = map_page.page
    box = page.locator("#map-graph").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.6
    shown = "getComputedStyle(document.querySelector('.js-plotly-plot .hoverlayer')).display"
    page.mouse.move(x, y)
    page.mouse.move(x + 3, y + 3)
    until(lambda: page.locator(".js-plotly-plot .hoverlayer text").count())
    assert page.evaluate(shown) != "none"
    page.mouse.down()
    page.mouse.move(x + 40, y + 20, steps=4)
    assert page.evaluate(shown) == "none"
    page.mouse.up()
    assert page.evaluate(shown) != "none"
