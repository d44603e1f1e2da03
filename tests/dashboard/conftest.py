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
from layers.landscape import Snapshot
from tests.dashboard.toy import World, kept_world, served


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


@pytest.fixture(scope="session")
def world() -> World:
    """The toy world of `tests.dashboard.toy`, with its files on disk."""
    return kept_world()


@pytest.fixture(scope="session")
def toy(world: World) -> Landscape:
    """The toy world's landscape."""
    return world.land


@pytest.fixture(scope="session")
def now(toy: Landscape) -> Snapshot:
    """The toy world on the default day, 1 December 2017."""
    return toy.as_at()


@pytest.fixture(scope="module")
def toy_files(world: World) -> Iterator[None]:
    """The toy world's built files in place of the real ones, for a module of tests."""
    yield from served(world.boundaries)


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
