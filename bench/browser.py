"""A browser profile with the probe in every page, and the bytes a page takes over the wire."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PROBE = Path(__file__).with_name("probe.js")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WINDOW: Any = {"width": 1440, "height": 900}
CALLBACKS = "/_dash-update-component"
SETTLED = 500
"""Milliseconds without work between two measurements."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: the one ``CHROMIUM`` names, or the system's."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def new_profile(browser: Browser) -> BrowserContext:
    """A profile with an empty cache, whose pages carry the probe."""
    context = browser.new_context(viewport=WINDOW, locale="en-GB")
    context.set_default_timeout(60_000)
    context.add_init_script(path=PROBE)
    return context


@dataclass
class Traffic:
    """What a page has asked for: path and bytes over the wire, headers included; nothing for what its cache held."""

    answers: list[tuple[str, int]] = field(default_factory=list)
    _paths: dict[str, str] = field(default_factory=dict)
    _cached: set[str] = field(default_factory=set)

    def watch(self, page: Page) -> None:
        """Count what this page asks for from now on."""
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", lambda sent: self._paths.update({sent["requestId"]: _path(sent)}))
        session.on("Network.requestServedFromCache", lambda got: self._cached.add(got["requestId"]))
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _received(self, got: dict[str, Any]) -> None:
        if got["response"].get("fromDiskCache"):
            self._cached.add(got["requestId"])

    def _finished(self, done: dict[str, Any]) -> None:
        if done["requestId"] not in self._cached:
            path = self._paths.get(done["requestId"], "")
            self.answers.append((path, int(done["encodedDataLength"])))

    def forget(self) -> None:
        """Count from nothing."""
        self.answers.clear()

    def bytes(self) -> int:
        """All bytes since `forget`."""
        return sum(count for _, count in self.answers)

    def callbacks(self) -> list[int]:
        """Bytes of each answer of the server's callbacks since `forget`."""
        return [count for path, count in self.answers if path == CALLBACKS]


def _path(sent: dict[str, Any]) -> str:
    return urlsplit(sent["request"]["url"]).path


def open_page(context: BrowserContext, url: str) -> tuple[Page, Traffic, float]:
    """A page whose map is painted and whose network is quiet; its traffic and the milliseconds to the painted map."""
    page = context.new_page()
    traffic = Traffic()
    traffic.watch(page)
    page.goto(url, wait_until="commit")
    milliseconds = float(page.evaluate("window.bench.firstPaint()"))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED)
    return page, traffic, milliseconds
