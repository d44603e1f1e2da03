"""The page at every size: phone, desktop, wide screen, presentation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import le

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.map_page import MapPage, until


def test_the_page_fits_its_window(desktop: BrowserContext, new_map: Callable[..., MapPage]) -> None:
    page = new_map(desktop).open("select=E07000171")
    graph = page.page.locator("#map-graph svg.main-svg").first
    for width, height in ((1440, 900), (1920, 1080), (800, 900)):
        page.page.set_viewport_size({"width": width, "height": height})
        until(lambda: float(graph.get_attribute("width") or 0), partial(le, width / 2))
        assert not page.scrolls_sideways(), width
        box = page.page.locator("#map-shell").bounding_box()
        assert box is not None
        assert box["height"] >= height / 2, width


def test_a_phone(small_page: MapPage) -> None:
    small_page.open()
    assert not small_page.scrolls_sideways()
    box = small_page.page.locator("#map-shell").bounding_box()
    assert box is not None
    assert box["height"] >= 844 / 2
    expect(small_page.page.locator("#map-controls")).to_be_hidden()
    button = small_page.page.get_by_role("button", name="Layers")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.tap()
    expect(small_page.page.locator("#map-controls")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    small_page.switch("lep")
    until(lambda: len(small_page.drawn("lep")), lambda count: count == 38)
    button.tap()
    expect(small_page.page.locator("#map-controls")).to_be_hidden()


def test_a_tap_selects(small_page: MapPage) -> None:
    small_page.open("lon=-1.05&lat=53.35&zoom=8")
    x, y = small_page.place("E07000171")
    small_page.page.touchscreen.tap(x, y)
    until(lambda: small_page.card, lambda card: card == "Bassetlaw")
    assert small_page.query["select"] == "E07000171"


def test_the_presentation_view_is_a_clean_picture(map_page: MapPage) -> None:
    map_page.open("present=1&layers=lep&measure=imd2015_average_score")
    page = map_page.page
    for hidden in (".header", "#map-controls", "#map-card", ".as-at", "#map-table", ".footer", ".zoom"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("#map-title")).to_be_visible()
    expect(page.locator("#map-layer-legend")).to_contain_text("Local enterprise partnerships (LEPs) 38")
    expect(page.locator("#map-layer-legend .ramp span")).to_have_count(5)
    expect(page.locator("#map-layer-legend .ramp-ends span")).to_have_text(
        ["5.0", "12.2", "15.8", "21.2", "26.9", "42.0"]
    )
    expect(page.locator(".present-source")).to_contain_text("Open Government Licence v3.0")
    box = page.locator(".workspace").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.01)
    assert len(map_page.drawn("lep")) == 38


LABELS = """(plot) => {
  const trace = document.querySelector(plot).data.find((t) => t.name === 'labels');
  const wanted = new Set(trace.text.map((text) => text.replace(/<br>/g, '').replace(/&amp;/g, '&').replace(/&#39;/g, "'")));
  return [...document.querySelectorAll(`${plot} .geo text`)]
    .filter((e) => wanted.has(e.textContent))
    .map((e) => { const b = e.getBoundingClientRect(); return [e.textContent, b.left, b.top, b.right, b.bottom]; });
}"""


@pytest.mark.parametrize(
    ("query", "least"),
    [
        ("", 10),
        ("layers=combined_authority,lep,stp", 10),
        ("lon=-2.2&lat=53.5&zoom=9", 5),
        ("lon=-1.95&lat=52.5&zoom=14&layers=combined_authority,lep,stp,devolution_deal", 5),
        ("lon=-0.1&lat=51.5&zoom=20", 5),
    ],
)
def test_labels_never_collide(map_page: MapPage, query: str, least: int) -> None:
    map_page.open(query)
    wanted = map_page.traces()["labels"]["points"]
    boxes = until(lambda: map_page.page.evaluate(LABELS, ".js-plotly-plot"), lambda found: len(found) >= wanted)
    assert len(boxes) >= least
    for k, (one, left, top, right, bottom) in enumerate(boxes):
        for other, *box in boxes[k + 1 :]:
            apart = right <= box[0] + 1 or box[2] <= left + 1 or bottom <= box[1] + 1 or box[3] <= top + 1
            assert apart, f"{one} collides with {other}"
