"""Pages, callbacks, API and files asked by 10 to 500 clients at once, beside the plain page; and with workers killed meanwhile.

``LOAD_URL`` names a server that already runs on this machine; ``LOAD_SECONDS`` is how long each crowd asks.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import psutil

from bench.asks import API, CALLBACK, FILE, PAGE, Ask, ours, peers
from bench.crowds import Crowd, Kind, Seen, loopback, send
from bench.lost import AGAIN
from bench.report import AT_LEAST, Row, Sample
from bench.servers import OURS, PEER, prepare, serving

TITLE = "10 to 500 clients at once, gunicorn 2 x 8, clients on the same machine"
CLIENTS = (10, 50, 200, 500)
SECONDS, LONGEST = 20.0, 600.0
WORKERS, THREADS = 2, 8
KINDS = (PAGE, CALLBACK, API, FILE)
KILLED_CLIENTS = 50
BETWEEN_KILLS = 6.0
"""Seconds; a worker needs about three to be replaced."""
RUN = "all kinds"


def run() -> list[Row]:
    """The rows of this bench.

    Raises:
        SystemExit: ``LOAD_URL`` is no address of this machine, or ``LOAD_SECONDS`` no time that a crowd may take.
    """
    seconds = _seconds(os.environ.get("LOAD_SECONDS") or str(SECONDS))
    url = os.environ.get("LOAD_URL")
    if url:
        loopback(url)
    prepare()
    plain = crowds(PEER, peers, seconds)
    if url:
        asked = ours(url)
        return _rows([send(Crowd(clients, seconds), url, asked) for clients in CLIENTS], plain)
    found = crowds(OURS, ours, seconds)
    return [*_rows(found, plain), *killed(seconds)]


def _seconds(text: str) -> float:
    """How long each crowd asks.

    Raises:
        SystemExit: too short, too long, or no number.
    """
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 1 <= found <= LONGEST:
        raise SystemExit(f"LOAD_SECONDS takes 1 to {LONGEST:g} seconds, and not {text}.")
    return found


def crowds(target: str, asks_of: Callable[[str], list[Ask]], seconds: float) -> list[Seen]:
    """What crowds of each size saw of one fresh server, after a short one that isn't counted."""
    with serving(target, WORKERS, THREADS) as server:
        asks = asks_of(server.url)
        send(Crowd(CLIENTS[0], min(5.0, seconds)), server.url, asks)
        return [send(Crowd(clients, seconds), server.url, asks) for clients in CLIENTS]


def killed(seconds: float) -> list[Row]:
    """What readers lose when a worker is killed again and again: of first tries, and after one more a second later."""
    with serving(OURS, WORKERS, THREADS) as server:
        asks = ours(server.url)
        send(Crowd(CLIENTS[0], min(5.0, seconds)), server.url, asks)
        with killing(server.process, BETWEEN_KILLS) as kills:
            seen = send(Crowd(KILLED_CLIENTS, seconds, retry=True), server.url, asks)
    return killed_rows(seen, len(kills))


@contextmanager
def killing(master: psutil.Process, pause: float) -> Iterator[list[int]]:
    """Kill one of gunicorn's workers every ``pause`` seconds, the oldest first; gives the ids of those killed so far."""
    kills: list[int] = []
    done = threading.Event()

    def work() -> None:
        while not done.wait(pause):
            living = [process for process in master.children() if process.status() != psutil.STATUS_ZOMBIE]
            if workers := sorted(living, key=lambda process: process.create_time()):
                workers[0].kill()
                kills.append(workers[0].pid)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield kills
    finally:
        done.set()
        thread.join()


def _rows(found: Sequence[Seen], plain: Sequence[Seen]) -> list[Row]:
    return [
        row
        for clients, mine, theirs in zip(CLIENTS, found, plain, strict=True)
        for row in size_rows(clients, mine, theirs)
    ]


def size_rows(clients: int, mine: Seen, theirs: Seen) -> list[Row]:
    """The rows of one size of crowd: all together, then each kind; the peer has no API."""
    rows = _kind_rows(f"{clients} clients, {RUN}", mine.all, theirs.all, reasons(mine))
    for kind in KINDS:
        if kind in mine.kinds:
            rows += _kind_rows(f"{clients} clients, {kind}", mine.kinds[kind], theirs.kinds.get(kind), "")
    return rows


def _kind_rows(words: str, mine: Kind, theirs: Kind | None, note: str) -> list[Row]:
    def of(value: Callable[[Kind], float]) -> tuple[Sample, Sample | None]:
        found = [None if kind is None else one(value(kind), kind.requests) for kind in (mine, theirs)]
        return found[0] or one(0, 0), found[1]

    return [
        Row(f"{words}: answers", "/s", *of(lambda kind: kind.per_second), better=AT_LEAST),
        Row(f"{words}: median", "ms", *of(lambda kind: kind.percentile(0.5))),
        Row(f"{words}: 95th percentile", "ms", *of(lambda kind: kind.percentile(0.95))),
        Row(f"{words}: errors", "", *of(lambda kind: kind.losses), target=0, note=note),
    ]


def killed_rows(seen: Seen, kills: int) -> list[Row]:
    """How many requests broke at first, and how many the second time too."""
    first = [kind for name, kind in seen.kinds.items() if not name.endswith(AGAIN)]
    again = [kind for name, kind in seen.kinds.items() if name.endswith(AGAIN)]
    count = sum(kind.requests for kind in first)
    words = f"{KILLED_CLIENTS} clients, {kills} times a worker killed"
    broke, lost = (sum(kind.losses for kind in kinds) for kinds in (first, again))
    return [
        Row(f"{words}: requests that broke", "", one(broke, count), note=reasons(seen)),
        Row(f"{words}: lost though asked again a second later", "", one(lost, count), target=0),
    ]


def reasons(seen: Seen) -> str:
    """Why requests were lost, most frequent first; blank when none was."""
    found = sorted(seen.reasons.items(), key=lambda item: -item[1])
    return "; ".join(f"{count} times {why}" for why, count in found[:5])


def one(value: float, n: int) -> Sample:
    """A figure of a whole run, of so many requests."""
    return Sample(value, value, value, n)
