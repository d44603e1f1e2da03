"""A crowd of Locust's against a server on this machine, for a time that is set beforehand, and what it saw."""

from __future__ import annotations

import ipaddress
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.asks import SHARES, Ask, write
from bench.lost import LOST
from bench.servers import ROOT

LOCUSTFILE = Path(__file__).with_name("locustfile.py")
LAST_ANSWERS = 30
"""Seconds that answers under way at the end may still take."""
SPARE = 60
"""Seconds to start and to end; beyond them a crowd is stopped."""
LOCAL_NAMES = ("localhost",)


@dataclass(frozen=True)
class Kind:
    """What a crowd saw of one kind of request; ``times`` counts the answers by milliseconds, losses included."""

    requests: int
    losses: int
    seconds: float
    times: Mapping[float, int]

    @property
    def per_second(self) -> float:
        """Good answers a second."""
        return (self.requests - self.losses) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """The time that this share of the requests did not exceed; 0 when nothing was asked."""
        seen, wanted = 0, share * sum(self.times.values())
        for time, count in sorted(self.times.items()):
            seen += count
            if seen >= wanted:
                return time
        return 0.0


@dataclass(frozen=True)
class Seen:
    """What a crowd saw of each kind of request, and how often each reason for a loss was given."""

    kinds: Mapping[str, Kind]
    reasons: Mapping[str, int]

    @property
    def all(self) -> Kind:
        """Everything together."""
        return together(list(self.kinds.values()))


@dataclass(frozen=True)
class Crowd:
    """How many clients, for how many seconds; how long each pauses between requests; whether it asks again what broke."""

    clients: int
    seconds: float
    pause: float = 0.0
    retry: bool = False


def loopback(url: str) -> str:
    """The address, if it is this machine's own.

    Raises:
        SystemExit: it is another's, which nobody may load so; in a sentence.
    """
    found = urlsplit(url)
    host = found.hostname or ""
    if found.scheme != "http" or not (host in LOCAL_NAMES or _is_loopback(host)):
        raise SystemExit(f"A load is only put on this machine, as http://127.0.0.1:8050 names it, and not on {url}.")
    return url.rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def send(crowd: Crowd, url: str, asks: Sequence[Ask]) -> Seen:
    """What a crowd saw.

    Raises:
        RuntimeError: Locust could not run; with what it wrote.
        subprocess.TimeoutExpired: it did not end in its time.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "asks.json")
        write(path, asks)
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "BENCH_ASKS": str(path),
            "BENCH_SHARES": json.dumps(SHARES),
            "BENCH_RETRY": str(int(crowd.retry)),
            "BENCH_PAUSE": str(crowd.pause),
        }
        done = subprocess.run(
            _command(crowd, loopback(url)),
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=crowd.seconds + LAST_ANSWERS + SPARE,
        )
    try:
        kinds = read(json.loads(done.stdout))
    except ValueError as error:
        raise RuntimeError(f"Locust did not run:\n{done.stderr[-2000:]}") from error
    # A client that stops with an error of its own is in no count of Locust's.
    if missing := {ask.kind for ask in asks} - set(kinds):
        raise RuntimeError(f"nobody was answered of {', '.join(sorted(missing))}:\n{done.stderr[-2000:]}")
    return Seen(kinds, reasons_in(done.stderr))


def reasons_in(text: str) -> Counter[str]:
    """How often each reason for a loss stands in what Locust wrote."""
    return Counter(line.removeprefix(LOST) for line in text.splitlines() if line.startswith(LOST))


def _command(crowd: Crowd, url: str) -> list[str]:
    """All clients come within a second; the statistics begin when they are there."""
    run = ["--users", str(crowd.clients), "--spawn-rate", str(crowd.clients), "--run-time", f"{crowd.seconds:.0f}s"]
    end = ["--stop-timeout", str(LAST_ANSWERS), "--reset-stats", "--exit-code-on-error", "0"]
    quiet = ["--headless", "--json", "--skip-log", "--only-summary"]
    return [sys.executable, "-m", "locust", "-f", str(LOCUSTFILE), "--host", url, *run, *end, *quiet]


def read(entries: Sequence[Mapping[str, Any]]) -> dict[str, Kind]:
    """Locust's statistics by kind. All share one time: from the first request to the last answer."""
    last = [float(entry["last_request_timestamp"]) for entry in entries if entry["last_request_timestamp"]]
    seconds = max(last) - min(float(entry["start_time"]) for entry in entries) if last else 0.0
    found: dict[str, Kind] = {}
    for entry in entries:
        times = {float(time): int(count) for time, count in entry["response_times"].items()}
        found[entry["name"]] = Kind(entry["num_requests"], entry["num_failures"], seconds, times)
    return found


def together(kinds: Sequence[Kind]) -> Kind:
    """Several kinds as one."""
    times: Counter[float] = Counter()
    for kind in kinds:
        times.update(kind.times)
    seconds = max((kind.seconds for kind in kinds), default=0.0)
    return Kind(sum(kind.requests for kind in kinds), sum(kind.losses for kind in kinds), seconds, times)
