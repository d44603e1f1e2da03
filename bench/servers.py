"""Starting and stopping the servers that are measured."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1"
OURS, PEER = "app:server", "bench.peer_inline:server"
START_LIMIT = 60.0


@dataclass(frozen=True)
class Server:
    """One that answers, and how long it took from its start to its first answer."""

    port: int
    process: psutil.Process
    seconds: float

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def get(self, path: str) -> int:
        """The status of one GET."""
        return status(self.port, path, 30)

    def worker_megabytes(self) -> float:
        """Resident memory of the largest process: gunicorn's worker, or the only process."""
        processes = [*self.process.children(recursive=True), self.process]
        return max(process.memory_info().rss for process in processes) / 1e6


def gunicorn(target: str, workers: int, threads: int, port: int) -> list[str]:
    """The command that serves an application as in production."""
    options = [
        "--workers",
        str(workers),
        "--threads",
        str(threads),
        "--bind",
        f"{HOST}:{port}",
        "--log-level",
        "warning",
    ]
    return [sys.executable, "-m", "gunicorn", *options, target]


@contextmanager
def serving(target: str = OURS, workers: int = 2, threads: int = 4) -> Iterator[Server]:
    """The application under gunicorn."""
    port = free_port()
    with running(gunicorn(target, workers, threads, port), port) as server:
        yield server


@contextmanager
def running(command: Sequence[str], port: int) -> Iterator[Server]:
    """A server process, from its first answered ``/health`` until the block ends.

    Raises:
        RuntimeError: it ended, or did not answer within a minute; with what it wrote.
    """
    # All clients of a bench share one address, which would be limited.
    environment = {**os.environ, "HOST": HOST, "PORT": str(port), "RATE_REQUESTS": "0", "RATE_EXPORTS": "0"}
    with tempfile.TemporaryFile("w+") as log:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            while status(port, "/health", START_LIMIT) != 200:
                if process.poll() is not None or time.perf_counter() - begun > START_LIMIT:
                    log.seek(0)
                    raise RuntimeError(f"{' '.join(command)} did not start:\n{log.read()}")
                time.sleep(0.01)
            yield Server(port, psutil.Process(process.pid), time.perf_counter() - begun)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def status(port: int, path: str, seconds: float) -> int:
    """The status of one GET; 0 when nothing answers."""
    connection = http.client.HTTPConnection(HOST, port, timeout=seconds)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except OSError:
        return 0
    finally:
        connection.close()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def prepare() -> None:
    """Compress the library scripts, as `make run` and `make serve` do before they start."""
    subprocess.run([sys.executable, "-m", "dashboard.server.prepare"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
