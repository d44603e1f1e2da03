"""Reading components as people do: rows of tables, items of lists, addresses of links."""

from __future__ import annotations

from typing import Any

from dash import html

from tests.dashboard.conftest import as_read, walk


def rows(node: Any) -> list[list[str]]:
    """The cells of every row of every table in it, heads included."""
    found = [item for item in walk(node) if isinstance(item, html.Tr)]
    return [[as_read(cell) for cell in row.children] for row in found]


def items(node: Any) -> list[str]:
    """The items of its lists."""
    return [as_read(item) for item in walk(node) if isinstance(item, html.Li)]


def links(node: Any) -> list[str]:
    """Where its links lead."""
    return [item.href for item in walk(node) if isinstance(item, html.A)]


def blocks(node: Any, kind: type = html.P) -> list[str]:
    """Its paragraphs, or what else is asked for."""
    return [as_read(item) for item in walk(node) if isinstance(item, kind)]
