"""What a change on the map costs: from the control's event to the painted map, and over the wire."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

from bench.browser import SETTLED, Traffic, chromium, new_profile, open_page
from bench.report import Row, Sample
from bench.servers import PEER, prepare, serving
from dashboard.world import landscape
from layers.dates import FIRST_DAY

TITLE = "changes on the map page"
REPEATS = 15
MILLISECONDS, DAY_KB, DAY_MS = 80.0, 40.0, 300.0
LAYER = "lep"
OTHER_LAYERS = ("city_deal", "devolution_deal", "business_rates_pilot", "leading_places", "local_industrial_strategy")

Change = tuple[float, float, int]
"""Milliseconds, kilobytes, and how often the server's callbacks were asked."""


def run() -> list[Row]:
    """The rows of this bench."""
    prepare()
    with chromium() as browser:
        with serving() as server:
            page, traffic, _ = open_page(new_profile(browser), f"{server.url}/")
            ours = {"measure": measures(page, traffic, "ours"), "layer": layers(page, traffic, "ours")}
            first = [change(page, traffic, "oursLayer", layer) for layer in OTHER_LAYERS]
            page.close()
            days = day_changes(*open_page(new_profile(browser), f"{server.url}/")[:2])
        with serving(PEER) as server:
            page, traffic, _ = open_page(new_profile(browser), f"{server.url}/")
            peer = {"measure": measures(page, traffic, "peer"), "layer": layers(page, traffic, "peer")}
    return [*_rows(ours, peer), *_own_rows(ours, first, days)]


def _rows(ours: dict[str, list[Change]], peer: dict[str, list[Change]]) -> Iterable[Row]:
    """What both can do."""
    for kind, words in (("measure", "another measure"), ("layer", f"{LAYER} outlines on or off")):
        milliseconds, kilobytes = (
            [Sample.of(item[k] for item in found[kind]) for found in (ours, peer)] for k in (0, 1)
        )
        yield Row(f"{words}: event to painted", "ms", *milliseconds, MILLISECONDS)
        yield Row(f"{words}: over the wire", "kB", *kilobytes)


def _own_rows(ours: dict[str, list[Change]], first: list[Change], days: dict[str, list[Change]]) -> Iterable[Row]:
    """What only ours does."""
    asked = [item[2] for found in (*ours.values(), first) for item in found]
    yield Row(
        "requests to the server's callbacks in all those changes",
        "",
        Sample(sum(asked), min(asked), max(asked), len(asked)),
        target=0,
        note="the sum over all n changes of measure and layer, not a median.",
    )
    yield Row(
        "a layer for the first time (outlines fetched)",
        "ms",
        Sample.of(item[0] for item in first),
        note="each after the one before, so that up to eight layers are on the map at last.",
    )
    for kind, found in days.items():
        yield Row(f"another day, {kind}: event to painted", "ms", Sample.of(item[0] for item in found), target=DAY_MS)
        yield Row(f"another day, {kind}: over the wire", "kB", Sample.of(item[1] for item in found), target=DAY_KB)


def measures(page: Page, traffic: Traffic, whose: str) -> list[Change]:
    """A change to each of fifteen measures, after three unmeasured ones."""
    options = "#map-measure-control option" if whose == "ours" else "#measure input"
    ids = page.eval_on_selector_all(options, "(all) => all.map((e) => e.value)")
    shown = [name for name in ids if name not in ("none", "imd2015_average_score")]
    found = [change(page, traffic, f"{whose}Measure", name) for name in shown[: REPEATS + 3]]
    return found[3:]


def layers(page: Page, traffic: Traffic, whose: str) -> list[Change]:
    """One layer switched on and off in turn, after four unmeasured switches."""
    found = [change(page, traffic, f"{whose}Layer", LAYER) for _ in range(REPEATS + 5)]
    return found[4 : 4 + REPEATS]


def day_changes(page: Page, traffic: Traffic) -> dict[str, list[Change]]:
    """Moves of the date among fifteen of the slider's stops, asked for the first time, then again."""
    stops = landscape().stops
    chosen = [stops[round(k * (len(stops) - 2) / (REPEATS - 1))] for k in range(REPEATS)]
    found: dict[str, list[Change]] = {}
    for kind in ("first time", "again"):
        found[kind] = []
        for day in chosen:
            found[kind].append(change(page, traffic, "oursDay", (day - FIRST_DAY).days, must_differ=False))
            if (shown := page.evaluate("window.history.state.view.as_at")) != day.isoformat():
                raise RuntimeError(f"the page shows {shown}, not {day}")
    return found


def change(page: Page, traffic: Traffic, control: str, value: Any, must_differ: bool = True) -> Change:
    """One change, with the page left to settle afterwards."""
    traffic.forget()
    milliseconds = float(page.evaluate("(given) => window.bench.timed(...given)", [control, value, must_differ]))
    page.wait_for_timeout(SETTLED)
    return milliseconds, traffic.bytes() / 1000, len(traffic.callbacks())
