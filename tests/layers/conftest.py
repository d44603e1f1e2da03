"""Toy landscapes: see `tests.layers.toy.county` for the one that most tests are worked on."""

from __future__ import annotations

import pytest

from layers import Landscape
from tests.layers.toy import Toy, county


@pytest.fixture
def toy() -> Toy:
    """The county's tables, for a test to break."""
    return county()


@pytest.fixture(scope="session")
def land(tmp_path_factory: pytest.TempPathFactory) -> Landscape:
    """The county, loaded once from files."""
    return county().load(tmp_path_factory.mktemp("county"))
