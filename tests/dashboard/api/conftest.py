"""The API as it is served: on the whole application, so that what the dashboard adds is there too."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.server.application import create_app
from dashboard.world import landscape
from layers import Landscape

Get = Callable[..., Any]


@pytest.fixture(scope="session")
def server() -> Flask:
    """The WSGI application."""
    return create_app().server


@pytest.fixture(scope="session")
def land() -> Landscape:
    """The landscape that it serves."""
    return landscape()


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


@pytest.fixture
def get(client: FlaskClient) -> Get:
    """The JSON of an address under the API that answers 200."""

    def ask(path: str, **query: object) -> Any:
        answer = client.get(f"/api/v1{path}", query_string=query)
        assert answer.status_code == 200, answer.text
        return answer.json

    return ask


@pytest.fixture
def table(client: FlaskClient) -> Get:
    """The rows of an address as CSV, every cell a text."""

    def ask(path: str, **query: object) -> list[dict[str, str]]:
        answer = client.get(f"/api/v1{path}", query_string={**query, "format": "csv"})
        assert answer.status_code == 200, answer.text
        assert answer.content_type == "text/csv; charset=utf-8"
        return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8"), newline="")))

    return ask
