"""``python -m bench.soak [--minutes 30]``: what the server grows by while readers go on asking for a long time."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median

import psutil

from bench.asks import ours
from bench.clients import THREADS, WORKERS, one, reasons
from bench.crowds import Crowd, Seen, send
from bench.report import Row, Sample, machine, save, table
from bench.servers import OURS, prepare, serving

MINUTES = 30.0
CLIENTS, PAUSE = 20, 0.05
WARM_CLIENTS, WARM_SECONDS, WARM_SHARE = 50, 300.0, 0.25
"""First what is kept is filled, as a server does in its first hour: a quarter of the time, five minutes at most."""
EVERY = 2.0
"""Seconds between two looks at the memory."""
GROWTH_PERCENT = 5.0
END_SHARE = 0.1
"""The beginning and the end are medians over a tenth of the time each."""


def main() -> int:
    """Soak, print, keep; 1 when memory grew by more than it should or a request was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=_minutes, default=MINUTES, help="how long readers ask (1 to 240)")
    minutes = parser.parse_args().minutes
    title = f"{CLIENTS} clients for {minutes:g} minutes, gunicorn {WORKERS} x {THREADS}"
    where = machine()
    print(f"\nsoak: {title}", flush=True)
    rows = soak(minutes * 60)
    print(table(rows), flush=True)
    save("soak", title, rows, where)
    return int(any(row.met is False for row in rows))


def _minutes(text: str) -> float:
    found = float(text)
    if not 1 <= found <= 240:
        raise argparse.ArgumentTypeError("a soak takes 1 to 240 minutes")
    return found


def soak(seconds: float) -> list[Row]:
    """Fill what is kept, then let readers ask while the memory is looked at."""
    prepare()
    warm = min(WARM_SECONDS, seconds * WARM_SHARE)
    with serving(OURS, WORKERS, THREADS) as server:
        asks = ours(server.url)
        send(Crowd(WARM_CLIENTS, warm), server.url, asks)
        with watching(server.process, EVERY) as seen:
            crowd = send(Crowd(CLIENTS, seconds - warm, PAUSE), server.url, asks)
    return rows_of(seen, crowd)


@contextmanager
def watching(master: psutil.Process, every: float) -> Iterator[list[float]]:
    """Megabytes of a server with its workers, one after the other while the block runs."""
    seen: list[float] = []
    done = threading.Event()

    def work() -> None:
        while not done.wait(every):
            seen.append(megabytes(master))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def megabytes(master: psutil.Process) -> float:
    """Proportional set size of a process and its children, what they share counted once; one that just ended is none."""
    total = 0.0
    for process in [master, *master.children(recursive=True)]:
        try:
            total += process.memory_full_info().pss / 1e6
        except psutil.NoSuchProcess:
            continue
    return total


def growth(seen: Sequence[float]) -> tuple[float, float, float]:
    """Megabytes at the beginning and at the end, and the growth in per cent, below 0 where it shrank."""
    size = max(1, round(len(seen) * END_SHARE))
    begin, end = median(seen[:size]), median(seen[-size:])
    return begin, end, (end / begin - 1) * 100


def rows_of(seen: Sequence[float], crowd: Seen) -> list[Row]:
    """Memory, growth and what was answered."""
    begin, end, percent = growth(seen)
    count, asked = len(seen), crowd.all
    return [
        Row("memory when what is kept was filled", "MB", one(begin, count)),
        Row("memory at the end", "MB", one(end, count)),
        Row("most memory meanwhile", "MB", Sample.of([max(seen)])),
        Row("growth", "%", one(percent, count), target=GROWTH_PERCENT),
        Row("answers", "/s", one(asked.per_second, asked.requests)),
        Row("95th percentile", "ms", one(asked.percentile(0.95), asked.requests)),
        Row("errors", "", one(asked.losses, asked.requests), target=0, note=reasons(crowd)),
    ]


if __name__ == "__main__":
    sys.exit(main())
