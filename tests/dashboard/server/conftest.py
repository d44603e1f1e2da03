"""What the server writes of its own doing, for the tests that read it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from dashboard.server.log import Lines


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """What is written of the dashboard's log while a test runs, as it is written."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(Lines())
    log = logging.getLogger("dashboard")
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    yield lines
    log.removeHandler(handler)
    log.setLevel(level)
