"""A payload in a page, for its scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from dash import dcc


def payload(identifier: str, data: Mapping[str, object] | None) -> dcc.Store:
    """Typed data (see `dashboard.payloads.types`) under an id, where the page's scripts find it."""
    # Dash says dict where it takes any mapping that JSON can hold.
    return dcc.Store(id=identifier, data=cast("dict[str, object] | None", data))
