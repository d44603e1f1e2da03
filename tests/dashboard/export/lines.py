"""Lines of their own for the servers of tests, which would else all stand in the one of the process that runs the tests."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.export.workers.line import Line

_FOLDER, _NUMBERS = TemporaryDirectory(), count()


def own_line() -> Line:
    """A line that nobody else stands in."""
    return Line(Path(_FOLDER.name) / f"{next(_NUMBERS)}.sqlite", 60)
