"""Which parts share a line: read from the built boundaries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from layers.geography.built import BOUNDARIES, built


@cache
def part_borders(folder: Path = BOUNDARIES) -> Mapping[str, frozenset[str]]:
    """For each part's id the ids of the parts that share a line with it."""
    return {name: frozenset(near) for name, near in built("borders", folder).items()}
