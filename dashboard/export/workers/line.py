"""Who comes first is served first: one line for the exports of all processes of this server.

Each reader who waits has a ticket and asks with it again and again; the oldest tickets of those who still ask may have
their files made. The line is a small database beside the server, so that it is the same for every process.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

PATIENCE = 15.0
"""Seconds after which a reader who doesn't ask again has left the line."""
_TABLE = "CREATE TABLE IF NOT EXISTS line (number INTEGER PRIMARY KEY AUTOINCREMENT, ticket TEXT UNIQUE, until REAL)"


class Line:
    """The line in a file; making a file may take ``making`` seconds, and ``clock`` tells the time in seconds, the same for
    all who use the line.
    """

    def __init__(self, path: Path, making: float, clock: Callable[[], float] = time.time) -> None:
        self._path, self._making, self._clock = path, making, clock
        with self._open() as line:
            line.execute(_TABLE)

    def place(self, ticket: str) -> int:
        """How many stand before a ticket, which joins the line at its end when it isn't in it."""
        now = self._clock()
        with self._open() as line:
            line.execute("DELETE FROM line WHERE until < ?", (now,))
            line.execute(
                "INSERT INTO line (ticket, until) VALUES (?, ?) ON CONFLICT (ticket) DO UPDATE SET until = max(until, excluded.until)",
                (ticket, now + PATIENCE),
            )
            before = "SELECT count(*) FROM line WHERE number < (SELECT number FROM line WHERE ticket = ?)"
            return int(line.execute(before, (ticket,)).fetchone()[0])

    def begin(self, ticket: str) -> None:
        """Its file is being made: it keeps its place although it doesn't ask."""
        with self._open() as line:
            line.execute("UPDATE line SET until = ? WHERE ticket = ?", (self._clock() + self._making, ticket))

    def pause(self, ticket: str) -> None:
        """Its file is not being made after all: it has to ask again."""
        with self._open() as line:
            line.execute("UPDATE line SET until = ? WHERE ticket = ?", (self._clock() + PATIENCE, ticket))

    def leave(self, ticket: str) -> None:
        """It has its file, or wants none any more."""
        with self._open() as line:
            line.execute("DELETE FROM line WHERE ticket = ?", (ticket,))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database, for one change that happens wholly or not at all."""
        with closing(sqlite3.connect(self._path, timeout=10, isolation_level=None)) as line:
            line.execute("BEGIN IMMEDIATE")
            yield line
            line.execute("COMMIT")


def line_of_server(making: float) -> Line:
    """The line of this server: its processes share a parent, and with it the file."""
    folder = Path(tempfile.gettempdir()) / f"local-growth-exports-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return Line(folder / f"{os.getppid()}.sqlite", making)
