"""The map page as a visitor meets it: what can be done, what can be read. Tests speak in these words."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from layers.geography.built import BOUNDARIES, manifest

T = TypeVar("T")
PLOT = ".js-plotly-plot"
CALLBACKS = "/_dash-update-component"


def until(probe: Callable[[], T], wanted: Callable[[T], Any] = bool, seconds: float = 12) -> T:
    """The first value of ``probe`` that is wanted; fails with the last value after ``seconds``."""
    end = time.monotonic() + seconds
    while True:
        value = probe()
        if wanted(value):
            return value
        assert time.monotonic() < end, f"still {value!r} after {seconds} s"
        time.sleep(0.05)


class MapPage:
    """One tab with the map page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        page.on("request", lambda sent: self.requests.append(urlsplit(sent.url).path))

    def open(self, query: str = "") -> MapPage:
        """Go to the page and wait for map, labels, words and table."""
        self.page.goto(f"/?{query}" if query else "/")
        return self.ready()

    def ready(self) -> MapPage:
        """Wait until everything that follows the view has followed it once."""
        self.page.wait_for_selector("html[data-map=drawn]")
        self.page.wait_for_selector("#map-table caption, #map-table .nothing", state="attached")
        until(lambda: self.page.evaluate(f"document.querySelector('{PLOT}').data.some((t) => t.name === 'labels')"))
        return self

    # What is read

    @property
    def title(self) -> str:
        return self.page.locator("#map-title").inner_text()

    @property
    def query(self) -> dict[str, str]:
        """The address's query as it stands."""
        return {key: values[-1] for key, values in parse_qs(urlsplit(self.address).query).items()}

    @property
    def address(self) -> str:
        """The address bar. Asked of the page, as Playwright's own copy lags behind."""
        return str(self.page.evaluate("location.href"))

    @property
    def card(self) -> str:
        """The heading of the card; blank for the welcome."""
        return str(self.page.evaluate("document.querySelector('#map-card h2')?.innerText || ''"))

    @property
    def callbacks(self) -> list[str]:
        """Calls to the server's callbacks since `forget`."""
        return [path for path in self.requests if path == CALLBACKS]

    def forget(self) -> None:
        """Start counting requests anew."""
        self.requests.clear()

    def traces(self, geo: str = "geo") -> dict[str, dict[str, Any]]:
        """The named traces of one subplot: their outlines' ids and how many points they have."""
        found: dict[str, dict[str, Any]] = self.page.evaluate(
            """([plot, geo]) => Object.fromEntries(document.querySelector(plot).data
                .filter((t) => t.name && (t.geo || 'geo') === geo)
                .map((t) => [t.name, {ids: t.locations || [], z: t.z || [], points: (t.lon || []).length,
                  custom: t.customdata || [], dash: (t.line || {}).dash}]))""",
            [PLOT, geo],
        )
        return found

    def drawn(self, name: str) -> list[str]:
        """The ids of the outlines of a trace, sorted; empty when it is not drawn."""
        return sorted(self.traces().get(name, {"ids": []})["ids"])

    def rows(self) -> list[str]:
        """The ids of the table's rows, in order."""
        ids: list[str] = self.page.locator("#map-table tbody").evaluate_all(
            "(all) => all.flatMap((body) => [...body.querySelectorAll('[data-select]')].map((e) => e.dataset.select))"
        )
        return ids

    def headers(self) -> list[str]:
        """The table's column headers, without their arrows."""
        return [text.rstrip("▲▼↕").strip() for text in self.page.locator("#map-table thead th").all_inner_texts()]

    def column(self, header: str) -> list[str]:
        """The cells of the column whose header begins with ``header``."""
        at = next(k for k, text in enumerate(self.headers()) if text.startswith(header))
        return [
            text.strip() for text in self.page.locator(f"#map-table tbody tr > :nth-child({at + 1})").all_inner_texts()
        ]

    def viewport(self) -> tuple[float, float, float]:
        """Longitude, latitude and zoom of the map as drawn."""
        lon, lat, zoom = self.page.evaluate(
            """(plot) => { const { center, projection } = document.querySelector(plot)._fullLayout.geo;
              return [center.lon, center.lat, projection.scale]; }""",
            PLOT,
        )
        return lon, lat, zoom

    def history_length(self) -> int:
        return int(self.page.evaluate("history.length"))

    def checked(self) -> set[str]:
        """The layers and points whose switches are on."""
        return set(
            self.page.evaluate(
                """[...document.querySelectorAll('.switches .form-check')].filter((e) => e.querySelector('input').checked)
                  .map((e) => e.querySelector('[data-layer-label]')?.dataset.layerLabel).filter(Boolean)"""
            )
        )

    def scrolls_sideways(self) -> bool:
        """Whether the page is wider than its window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def place(self, code: str) -> tuple[float, float]:
        """Where on the screen a district's label point lies."""
        districts = json.loads((BOUNDARIES / manifest()["districts"]).read_text("utf-8"))
        x, y = self.page.evaluate(
            """([at, plot]) => {
              const graph = document.querySelector(plot);
              const [x, y] = graph._fullLayout.geo._subplot.projection(at);
              const box = graph.getBoundingClientRect();
              return [box.x + x, box.y + y];
            }""",
            [districts["label"][districts["code"].index(code)][:2], PLOT],
        )
        return x, y

    def titled(self, words: str) -> None:
        """Wait for a title with these words: words follow the picture."""
        until(lambda: self.title, lambda title: words in title)

    def shaded(self, words: str) -> None:
        """Wait for the line under the title to say what districts are shaded by; ``""``: that it says nothing."""
        line = self.page.locator("#map-subtitle")
        until(lambda: line.inner_text(), lambda said: words in said if words else not said)

    # What is done

    def switch(self, layer: str) -> None:
        """Switch a layer or a kind of point on or off."""
        self.page.locator(".form-check", has=self.page.locator(f"[data-layer-label={layer}]")).locator("input").click()

    def measure(self, identifier: str) -> None:
        """Shade the districts by a measure, or by none."""
        self.page.locator("#map-measure-control").select_option(identifier)

    def table(self, kind: str) -> None:
        """Show another table."""
        self.page.locator(f"#map-table-kind input[value={kind}]").click()

    def set_day(self, iso: str) -> None:
        """Type a date and leave the field."""
        field = self.page.locator("#map-day-input")
        field.fill(iso)
        field.press("Enter")

    def click_place(self, code: str) -> None:
        """Click a district on the map, as a mouse does: move, then press."""
        x, y = self.place(code)
        self.page.mouse.move(x - 2, y - 2)
        self.page.mouse.move(x, y)
        self.page.mouse.click(x, y)

    def drag(self, right: float, down: float) -> None:
        """Drag the map by so many pixels from its middle."""
        box = self.page.locator("#map-shell").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for step in range(1, 6):
            self.page.mouse.move(x + right * step / 5, y + down * step / 5)
        self.page.mouse.up()

    def search(self, text: str) -> Locator:
        """Type into the search field; returns the options."""
        field = self.page.locator("#search")
        field.focus()
        self.page.keyboard.type(text)
        options = self.page.locator("#search-list [role=option]")
        options.first.wait_for()
        return options
