"""Every page: how soon a second visit shows its content, and what each of its callbacks costs the server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from bench.browser import SETTLED, chromium, new_profile
from bench.load import cold_and_warm
from bench.page_requests import Asked, capture, cost
from bench.report import Row, Sample
from bench.servers import PEER, prepare, serving

TITLE = "a second visit to each page over loopback, gunicorn 2 x 4; its callbacks in one process"
REPEATS = 5
WARM_MS, CALLBACK_MS = 1000.0, 50.0
STP = "stp-hertfordshire-and-west-essex"

# In each page: when an element of its content has first been painted, in milliseconds since the navigation began.
CONTENT = """((selector) => {
  window.benchContent = new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (!found || !found.getClientRects().length) return;
      watcher.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true, attributes: true });
  });
})"""


@dataclass(frozen=True)
class Place:
    """A page's address, an element of its main figures, table or text, whether it has a map, and the views it is put into.

    ``changes`` are controls of the page (a key of its ids, the property, the value) set one after the other so
    that the page sends every request it can send.
    """

    address: str
    content: str
    has_map: bool = True
    changes: tuple[tuple[str, str, object], ...] = ()


DAY = ("day_input", "value", "2016-03-15")
PAGES = (
    Place("/", "#map-legend .classes li", changes=(("select", "data", "E07000171"), DAY)),
    Place(
        "/overlaps",
        ".matrix tbody td",
        changes=(
            ("pair", "data", "stp-south-yorkshire-and-bassetlaw~ca-sheffield-city-region"),
            ("layer_b", "value", "lep"),
            DAY,
        ),
    ),
    Place(f"/body/{STP}", "#body-main table tbody tr"),
    Place(
        "/patchwork",
        "#patchwork-legend li",
        changes=(("select", "data", "E08000025"), ("colour", "value", "stps"), DAY),
    ),
    Place("/place/E07000141", "#place-main table tbody tr"),
    Place("/place/E10000019", "#place-main table tbody tr"),
    Place("/briefing", ".stp-table tbody tr", has_map=False),
    Place(f"/briefing?stp={STP}", "#briefing-main table tbody tr"),
    Place("/timeline", ".events li"),
    Place("/about", ".glossary dt", has_map=False),
)


def run() -> list[Row]:
    """The rows of this bench."""
    prepare()
    with chromium() as browser:
        with serving() as server:
            found = [(place, visits(browser, server.url, place)) for place in PAGES]
            asked = {place.address: sent(browser, server.url, place) for place in PAGES}
        with serving(PEER) as server:
            peer = Sample.of(cold_and_warm(browser, f"{server.url}/")[1][1] for _ in range(REPEATS))
    return [*_visit_rows(found, peer), *_callback_rows(asked)]


Visit = tuple[float, float | None]
"""Milliseconds to the content and to the painted map."""


def visits(browser: Browser, url: str, place: Place) -> list[Visit]:
    """Second visits, each in a profile of its own; the first pair, uncounted, warms the server."""
    return [_second_visit(browser, url, place) for _ in range(REPEATS + 1)][1:]


def _second_visit(browser: Browser, url: str, place: Place) -> Visit:
    context = new_profile(browser)
    context.add_init_script(f"{CONTENT}({place.content!r})")
    try:
        for _ in range(2):
            page = context.new_page()
            seen = _visit(page, f"{url}{place.address}", place.has_map)
            page.close()
    finally:
        context.close()
    return seen


def _visit(page: Page, url: str, has_map: bool) -> Visit:
    page.goto(url, wait_until="commit")
    content = float(page.evaluate("window.benchContent"))
    painted = float(page.evaluate("window.bench.firstPaint()")) if has_map else None
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED)
    return content, painted


def sent(browser: Browser, url: str, place: Place) -> list[Asked]:
    """What the page asks of the server's callbacks as it opens and through its changes."""
    context = new_profile(browser)
    try:
        return capture(context.new_page(), f"{url}{place.address}", place.changes)
    finally:
        context.close()


def _visit_rows(found: Iterable[tuple[Place, list[Visit]]], peer: Sample) -> Iterable[Row]:
    for place, seen in found:
        content = Sample.of(item[0] for item in seen)
        yield Row(f"{place.address}: second visit, content on the screen", "ms", content, None, WARM_MS)
        painted = [item[1] for item in seen if item[1] is not None]
        if painted:
            theirs = peer if place.address == "/" else None
            yield Row(f"{place.address}: second visit, map painted", "ms", Sample.of(painted), theirs)


def _callback_rows(asked: dict[str, list[Asked]]) -> Iterable[Row]:
    for address, requests in asked.items():
        for request in requests:
            taken = cost(request)
            words = f"{address}: {request.name}, another day"
            yield Row(words, "ms", taken, None, CALLBACK_MS)
            yield Row(f"{words}, the slowest", "ms", Sample(taken.most, taken.most, taken.most, 1), None, CALLBACK_MS)
