"""ARIA and data attributes, whose names Python can't spell as keywords."""

from __future__ import annotations

from typing import Any


def attributes(**values: str) -> dict[str, Any]:
    """``attributes(aria_label="Map", data_map="in")`` as ``{"aria-label": "Map", "data-map": "in"}``."""
    return {name.replace("_", "-"): value for name, value in values.items()}
