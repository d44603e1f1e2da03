"""The application, for the tests that ask it over HTTP."""

from __future__ import annotations

import pytest
from dash import Dash

from dashboard.server.application import create_app


@pytest.fixture(scope="session")
def app() -> Dash:
    """The Dash application over the real data package."""
    return create_app()
