"""The data package's own description, as `data/datapackage.json` has it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from layers.tables import DATA


@cache
def package() -> dict[str, Any]:
    """The data package's own description. Callers must not change it."""
    found: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    return found
