"""Twenty readers who want a file at once, from two processes that make two at a time: each gets the own one, in turn."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPMessage

from dashboard.export.routes import PLACE, TICKET
from tests.dashboard.export.test_shutdown import GUNICORN, Start, start

__all__ = ["start"]
READERS = 20


def once(url: str, ticket: str) -> tuple[int, HTTPMessage, bytes]:
    """Status, headers and content of one answer."""
    request = urllib.request.Request(url, headers={TICKET: ticket})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status), answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def wait_for_file(url: str, mark: int, got: dict[int, bytes], places: dict[int, list[int]]) -> None:
    """Ask as the page does: again after as long as one is told, for as long as one has a place."""
    while True:
        status, headers, content = once(f"{url}/export/overlaps.csv?sleep=0.3&mark={mark}", f"reader-{mark:04}")
        if status == 503 and headers[PLACE] is not None:
            places[mark].append(int(headers[PLACE]))
            time.sleep(int(headers["Retry-After"]))
            continue
        got[mark] = content if status == 200 else f"{status} {content!r}".encode()
        return


def test_each_of_twenty_gets_a_file_and_nobody_is_overtaken(start: Start) -> None:
    _, url = start(GUNICORN)
    got, places = dict[int, bytes](), {mark: list[int]() for mark in range(READERS)}
    readers = [threading.Thread(target=wait_for_file, args=(url, mark, got, places)) for mark in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    marks = {mark: json.loads(content)["order"]["query"]["mark"] for mark, content in got.items()}
    assert marks == {mark: str(mark) for mark in range(READERS)}
    waited = [told for told in places.values() if told]
    assert len(waited) >= READERS - 4, "two are made at once"
    assert all(told == sorted(told, reverse=True) for told in waited), "nobody moves back"
    assert max(told[0] for told in waited) >= READERS // 2
