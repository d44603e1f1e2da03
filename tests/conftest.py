"""Fixtures for every test: the real landscape is loaded once, as it is immutable."""

from __future__ import annotations

import os

import pytest

from layers import Landscape, load_landscape


@pytest.fixture(scope="session")
def real() -> Landscape:
    """The landscape of the data package in the repository."""
    return load_landscape()


# All tests ask from one address, more in a minute than a council does. What the limits do is tested by setting them.
os.environ.setdefault("RATE_REQUESTS", "0")
os.environ.setdefault("RATE_EXPORTS", "0")
