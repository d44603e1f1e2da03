"""Fixtures for every test: the real landscape is loaded once, as it is immutable."""

from __future__ import annotations

import pytest

from layers import Landscape, load_landscape


@pytest.fixture(scope="session")
def real() -> Landscape:
    """The landscape of the data package in the repository."""
    return load_landscape()
