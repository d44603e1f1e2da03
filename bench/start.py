"""From the start of the process to the first answer, and the memory of a worker that has served the map page."""

from __future__ import annotations

import sys

from bench.report import Row, Sample
from bench.servers import OURS, PEER, Server, free_port, gunicorn, prepare, running

TITLE = "start and memory"
REPEATS = 5
SECONDS, MEGABYTES = 3.0, 350.0


def run() -> list[Row]:
    """The rows of this bench."""
    prepare()
    ours = [one_start("gunicorn", OURS) for _ in range(REPEATS)]
    plain = [one_start("python", "app.py") for _ in range(REPEATS)]
    peer = [one_start("gunicorn", PEER) for _ in range(REPEATS)]
    times, memory = ([Sample.of(item[k] for item in kind) for kind in (ours, plain, peer)] for k in (0, 1))
    return [
        Row("gunicorn, 1 worker: start to first /health", "s", times[0], times[2], SECONDS),
        Row("python app.py: start to first /health", "s", times[1], None, SECONDS),
        Row("gunicorn worker's memory (RSS), map page served", "MB", memory[0], memory[2], MEGABYTES),
        Row("python app.py's memory (RSS), map page served", "MB", memory[1], None, MEGABYTES),
    ]


def one_start(how: str, target: str) -> tuple[float, float]:
    """Seconds to the first answer, and megabytes of the worker after the map page."""
    port = free_port()
    command = gunicorn(target, 1, 4, port) if how == "gunicorn" else [sys.executable, target]
    with running(command, port) as server:
        _visit(server)
        return server.seconds, server.worker_megabytes()


def _visit(server: Server) -> None:
    """What a browser asks the application for, static files apart."""
    for path in ("/", "/_dash-layout", "/_dash-dependencies"):
        if (code := server.get(path)) != 200:
            raise RuntimeError(f"{path}: the server answered {code}")
