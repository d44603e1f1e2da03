"""Which parts share a line: read from the built boundaries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from layers.tables import DATA


@cache
def part_borders(folder: Path = DATA / "boundaries") -> Mapping[str, frozenset[str]]:
    """For each part's id the ids of the parts that share a line with it."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    found = json.loads((folder / manifest["borders"]).read_text("utf-8"))
    return {name: frozenset(near) for name, near in found.items()}
