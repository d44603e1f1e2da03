"""One server and one browser a session; a fresh page a test, which fails the test on anything that goes wrong in it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    sync_playwright,
)

from tests.browser.map_page import MapPage

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESKTOP = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """A test whose page reported a problem has failed, whatever it asserted."""
    result = yield
    problems: Any = pyfuncitem.funcargs.get("problems", [])
    assert not problems, "the page reported:\n" + "\n".join(problems)
    return result


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The application under gunicorn, two workers, as in production; or the one that runs at ``LANDSCAPE_URL``."""
    if os.environ.get("LANDSCAPE_URL"):
        yield os.environ["LANDSCAPE_URL"].rstrip("/")
        return
    url = f"http://127.0.0.1:{_free_port()}"
    log = tmp_path_factory.mktemp("server") / "log"
    command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--threads", "4", "--bind", urlsplit(url).netloc]
    with log.open("w") as out:
        process = subprocess.Popen([*command, "app:server"], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + 60
        while not _answers(url):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end, f"no answer in a minute\n{log.read_text()}"
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def desktop(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A desktop's browser profile. It is shared, so that library scripts are fetched once; no page leaves state in it."""
    context = browser.new_context(viewport=DESKTOP, base_url=server, locale="en-GB")
    context.set_default_timeout(20_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    yield context
    context.close()


@pytest.fixture(scope="session")
def phone(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A phone's browser profile, with a touch screen."""
    context = browser.new_context(viewport=PHONE, base_url=server, locale="en-GB", has_touch=True, is_mobile=True)
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def problems() -> list[str]:
    """What the test's pages reported; `pytest_pyfunc_call` fails the test unless it stays empty."""
    return []


def _watch(page: Page, host: str, problems: list[str]) -> None:
    def console(message: ConsoleMessage) -> None:
        if message.type == "error" or (message.type == "warning" and "error" in message.text.lower()):
            problems.append(f"console {message.type}: {message.text[:500]}")

    def request(sent: Request) -> None:
        split = urlsplit(sent.url)
        if split.scheme not in ("data", "blob") and split.netloc != host:
            problems.append(f"request to another host: {sent.url[:200]}")

    def response(got: Response) -> None:
        if got.status >= 400:
            problems.append(f"answer {got.status}: {got.url}")

    page.on("console", console)
    page.on("request", request)
    page.on("pageerror", lambda error: problems.append(f"page error: {str(error)[:500]}"))
    page.on("requestfailed", lambda sent: problems.append(f"request failed: {sent.failure} {sent.url}"))
    page.on("response", response)


@pytest.fixture
def new_map(server: str, problems: list[str]) -> Iterator[Callable[..., MapPage]]:
    """Makes map pages in a browser profile, each watched."""
    pages: list[Page] = []

    def make(context: BrowserContext, **viewport: Any) -> MapPage:
        page = context.new_page()
        if viewport:
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
        pages.append(page)
        _watch(page, urlsplit(server).netloc, problems)
        return MapPage(page)

    yield make
    for page in pages:
        page.close()


@pytest.fixture
def map_page(desktop: BrowserContext, new_map: Callable[..., MapPage]) -> MapPage:
    """A fresh page on a desktop, not yet opened."""
    return new_map(desktop)


@pytest.fixture
def small_page(phone: BrowserContext, new_map: Callable[..., MapPage]) -> MapPage:
    """A fresh page on a phone, not yet opened."""
    return new_map(phone)


@pytest.fixture
def new_page(desktop: BrowserContext, new_map: Callable[..., MapPage]) -> Callable[[], Page]:
    """Makes watched pages of any kind on a desktop."""
    return lambda: new_map(desktop).page


@pytest.fixture
def new_phone(phone: BrowserContext, new_map: Callable[..., MapPage]) -> Callable[[], Page]:
    """Makes watched pages of any kind on a phone."""
    return lambda: new_map(phone).page
