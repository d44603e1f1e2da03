"""What readers ask: pages, callbacks, API and files, as lists that a crowd draws from; and the same of the plain peer."""

from __future__ import annotations

import json
import random
import re
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from html import unescape
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

from bench.crowd import peer_requests
from bench.crowd import requests as overlap_requests
from bench.overlap_request import dash_request
from dashboard.world import landscape
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape

PAGE, CALLBACK, API, FILE = "pages", "callbacks", "API", "files"
SHARES = {PAGE: 3, CALLBACK: 4, API: 2, FILE: 3}
"""How often each kind is asked: a visit is a page, its content and a choice or two; browsers keep files."""
CALLBACKS = "/_dash-update-component"
OVERLAPS = 400
"""Of the overlaps page's questions; the rest of the callbacks are the content of pages."""
_LINKED = re.compile(r'(?:src|href)="(/(?:static|assets|_dash-component-suites)/[^"]+)"')


@dataclass(frozen=True)
class Ask:
    """One request: a GET, or with a body the POST of a callback."""

    kind: str
    path: str
    body: str | None = None


def asks(land: Landscape, linked: Iterable[str]) -> list[Ask]:
    """Every page, place and body, on the default day and some others, and what ``linked`` files they need; shuffled."""
    addresses = addresses_of(land)
    found = [Ask(PAGE, address) for address in addresses]
    found += [Ask(CALLBACK, CALLBACKS, content_of(address)) for address in addresses]
    found += [Ask(CALLBACK, CALLBACKS, body) for body in overlap_requests()[:OVERLAPS]]
    found += [Ask(API, f"/api/v1{path}") for path in api_paths(land)]
    found += [Ask(FILE, path) for path in linked]
    random.Random(1).shuffle(found)
    return found


def peer_asks(linked: Iterable[str]) -> list[Ask]:
    """The peer's one page, its map callback with each choice of measure and layers, and its files."""
    callbacks = [Ask(CALLBACK, CALLBACKS, body) for body in peer_requests()]
    return [Ask(PAGE, "/"), *callbacks, *(Ask(FILE, path) for path in linked)]


def addresses_of(land: Landscape) -> list[str]:
    """Every page of its own, every place and every body; those with a day also on each stop of the slider."""
    days = [f"?{urlencode({'as_at': day.isoformat()})}" for day in land.stops]
    pages = [page + day for page, day in product(("/", "/overlaps", "/patchwork", "/timeline"), ["", *days])]
    places = [f"/place/{code}" for code in land.districts]
    bodies = [f"/body/{body}" for body in land.all_bodies]
    return [*pages, "/briefing", "/about", *places, *bodies]


def api_paths(land: Landscape) -> list[str]:
    """Lists, records and overlaps of the API, without its prefix."""
    day = urlencode({"as_at": DEFAULT_DAY.isoformat()})
    layers = [layer.id for layer in land.area_layers]
    pairs = [f"/overlaps?{urlencode({'a': a, 'b': b})}" for a, b in product(layers, layers) if a != b]
    records = [*(f"/places/{code}" for code in land.districts), *(f"/bodies/{body}" for body in land.all_bodies)]
    return ["/layers", "/bodies", f"/bodies?{day}", *pairs, *records]


def content_of(address: str) -> str:
    """The question that Dash sends for a page's content."""
    path, mark, query = address.partition("?")
    given = [("_pages_location", "pathname", path), ("_pages_location", "search", mark + query)]
    outputs = [("_pages_content", "children"), ("_pages_store", "data")]
    return dash_request(outputs, given, "_pages_location.pathname")


def linked_files(url: str) -> list[str]:
    """The files that a server's first page names."""
    with urllib.request.urlopen(f"{url}/", timeout=60) as answer:
        return linked_in(answer.read().decode())


def linked_in(page: str) -> list[str]:
    """The styles, scripts and data that a page's text names, each once, in its order."""
    return list(dict.fromkeys(unescape(path) for path in _LINKED.findall(page)))


def write(path: Path, given: Sequence[Ask]) -> None:
    """Put requests where the crowd reads them."""
    path.write_text(json.dumps([asdict(ask) for ask in given]), "utf-8")


def ours(url: str) -> list[Ask]:
    """What the dashboard at an address is asked."""
    return asks(landscape(), linked_files(url))


def peers(url: str) -> list[Ask]:
    """What the plain page at an address is asked."""
    return peer_asks(linked_files(url))
