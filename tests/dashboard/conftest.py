"""The application, made once: Dash keeps one registry of pages and callbacks a process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from dash import Dash, html
from flask.testing import FlaskClient

from dashboard.server.application import create_app
from dashboard.world import landscape
from layers import Landscape


@pytest.fixture(scope="session")
def app() -> Dash:
    """The Dash application over the real data package."""
    return create_app()


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    """A client that speaks to the server as gunicorn does, static files included."""
    found: FlaskClient = app.server.test_client()
    return found


@pytest.fixture(scope="session")
def land() -> Landscape:
    """The landscape that the application serves."""
    return landscape()


def walk(node: Any) -> Iterator[Any]:
    """Every component and text below a component, in document order."""
    if isinstance(node, (list, tuple)):
        for child in node:
            yield from walk(child)
    elif node is not None:
        yield node
        yield from walk(getattr(node, "children", None))


def text_of(node: Any) -> str:
    """All text of a component, spaces between the pieces."""
    return " ".join(str(item) for item in walk(node) if isinstance(item, (str, int, float)))


INLINE = (html.A, html.Button, html.Span, html.Strong)


def as_read(node: Any) -> str:
    """The text as a reader sees it: links and terms run on in their sentence, blocks stand apart by a space."""
    return " ".join(_run(node).split())


def _run(node: Any) -> str:
    if isinstance(node, (list, tuple)):
        return "".join(_run(child) for child in node)
    if node is None or isinstance(node, (str, int, float)):
        return "" if node is None else str(node)
    inner = _run(getattr(node, "children", None))
    return inner if isinstance(node, INLINE) else f" {inner} "


def ids_of_page(node: Any) -> set[str]:
    """Every id in a component."""
    return {item.id for item in walk(node) if getattr(item, "id", None)}
