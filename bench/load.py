"""A first and a second visit to the map page: bytes over the wire and the time to a painted map."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext

from bench.browser import chromium, new_profile, open_page
from bench.report import Row, Sample
from bench.servers import PEER, prepare, serving

TITLE = "cold and warm load over loopback, gunicorn 2 x 4"
REPEATS = 5
COLD_KB, COLD_MS, WARM_KB = 1700.0, 1500.0, 100.0

Visit = tuple[float, float]
"""Kilobytes and milliseconds."""


def run() -> list[Row]:
    """The rows of this bench."""
    prepare()
    with chromium() as browser:
        with serving() as server:
            ours = visits(browser, f"{server.url}/")
        with serving(PEER) as server:
            peer = visits(browser, f"{server.url}/")
    rows = []
    for k, when in enumerate(("cold", "warm")):
        kilobytes, milliseconds = (
            [Sample.of(visit[k][unit] for visit in found) for found in (ours, peer)] for unit in (0, 1)
        )
        limits = (COLD_KB, COLD_MS) if when == "cold" else (WARM_KB, None)
        rows.append(Row(f"{when} load, over the wire", "kB", *kilobytes, limits[0]))
        rows.append(Row(f"{when} load, navigation to painted map", "ms", *milliseconds, limits[1]))
    return rows


def visits(browser: Browser, url: str, repeats: int = REPEATS) -> list[tuple[Visit, Visit]]:
    """Cold and warm visits, each pair in a new profile; one unmeasured pair first warms the server."""
    cold_and_warm(browser, url)
    return [cold_and_warm(browser, url) for _ in range(repeats)]


def cold_and_warm(browser: Browser, url: str) -> tuple[Visit, Visit]:
    """A visit with an empty cache, then another in a new tab of the same profile."""
    context = new_profile(browser)
    try:
        return one_visit(context, url), one_visit(context, url)
    finally:
        context.close()


def one_visit(context: BrowserContext, url: str) -> Visit:
    """Kilobytes until the network is quiet, and milliseconds until the map is painted."""
    page, traffic, milliseconds = open_page(context, url)
    page.close()
    return traffic.bytes() / 1000, milliseconds
