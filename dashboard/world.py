"""The one landscape this process serves, loaded when the application is made."""

from __future__ import annotations

from functools import cache

from layers import Landscape, load_landscape


@cache
def landscape() -> Landscape:
    """The landscape in ``data/``; immutable, so every request may share it."""
    return load_landscape()
