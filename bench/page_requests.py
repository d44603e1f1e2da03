"""The requests that a page sends to the server's callbacks: as the browser writes them, and replayed on other days."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask.testing import FlaskClient
from playwright.sync_api import Page, Request

from bench.browser import CALLBACKS, SETTLED
from bench.overlap_request import ENCODINGS
from bench.overlaps import clear_caches
from bench.report import Sample
from dashboard.server.answers import EXTENSION
from dashboard.server.application import create_app
from layers.dates import LAST_DAY

REPEATS = 15
LAYOUT = "_pages_content"
DAYLESS = ("/about",)
FIRST_STPS = date(2016, 3, 16)
Payload = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """One callback's request: what it fills, in words, and its body."""

    name: str
    body: str


def capture(page: Page, url: str, changes: Iterable[tuple[str, str, object]]) -> list[Asked]:
    """The last request of each callback that the page asks: as it opens, then as its controls change one after another."""
    found: dict[str, Asked] = {}

    def note(request: Request) -> None:
        if urlsplit(request.url).path == CALLBACKS and request.post_data:
            output = json.loads(request.post_data)["output"]
            found[output] = Asked(_name(output), request.post_data)

    page.on("request", note)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED)
    for key, prop, value in changes:
        component = f"{urlsplit(url).path.strip('/') or 'map'}-{key.replace('_', '-')}"
        page.evaluate("([id, props]) => window.dash_clientside.set_props(id, props)", [component, {prop: value}])
        page.wait_for_timeout(SETTLED)
        page.wait_for_load_state("networkidle")
    return list(found.values())


def _name(output: str) -> str:
    """``map-card.children`` as Dash writes it, ``..a.b...c.d..``, in words."""
    names = [name.rpartition(".")[0] for name in output.strip(".").split("...")]
    return "the page itself" if LAYOUT in names else " and ".join(names)


def cost(asked: Asked) -> Sample:
    """Milliseconds in the application, JSON and compression included, for as many days none of which was asked for before."""
    client = _client()
    clear_caches()
    _post(client, asked.body)  # for what is kept as long as the process runs, whatever the day
    return Sample.of(_post(client, body) for body in on_other_days(asked))


@cache
def _client() -> FlaskClient:
    return create_app().server.test_client()


def on_other_days(asked: Asked) -> Iterator[str]:
    """The same request on days spread over the time of the STPs, when most is in force; as it is where it holds no day."""
    first, last = FIRST_STPS.toordinal(), LAST_DAY.toordinal()
    for k in range(REPEATS):
        day = date.fromordinal(first + round(k * (last - first) / (REPEATS - 1)))
        yield json.dumps(_on_day(json.loads(asked.body), day.isoformat()))


def _on_day(payload: Payload, day: str) -> Payload:
    given = {(item["id"], item["property"]): item for item in payload["inputs"]}
    for (identifier, _), item in given.items():
        if identifier.endswith("-day"):
            item["value"] = day
    page = given.get(("_pages_location", "pathname"))
    if page and page["value"] not in DAYLESS:
        search = given["_pages_location", "search"]
        search["value"] = "?" + urlencode({**dict(parse_qsl(search["value"][1:])), "as_at": day})
    return payload


def _post(client: FlaskClient, body: str) -> float:
    client.application.extensions[EXTENSION].clear()
    began = time.perf_counter()
    answer = client.post(CALLBACKS, data=body, content_type="application/json", headers=ENCODINGS)
    taken = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"the application answered {answer.status_code} to {body[:200]}")
    return taken
