"""What the scripts of a page need to know once: files, colours, names, the grammar of its address."""

from __future__ import annotations

from functools import cache
from typing import Any

import dash

from dashboard.ids import ids_of
from dashboard.palette import tokens
from dashboard.views.query import View
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from layers.geography.built import manifest


def page_config(ids: type, defaults: View | None = None) -> dict[str, Any]:
    """The configuration of a page with these ids whose view has these defaults, if it has one."""
    plain = defaults.model_dump(mode="json") if defaults is not None else {}
    return {
        **_common(),
        "ids": ids_of(ids),
        "keys": list(plain),
        "defaults": plain,
    }


@cache
def _common() -> dict[str, Any]:
    land = landscape()
    return {
        "base": dash.get_relative_path("/"),
        "files": dict(manifest()),
        "tokens": tokens(),
        "layerNames": {layer.id: layer.name for layer in land.layers.values()},
        "layerSingular": {layer.id: layer.name_singular for layer in land.layers.values()},
        "firstDay": FIRST_DAY.isoformat(),
        "lastDay": LAST_DAY.isoformat(),
        "stops": [day.isoformat() for day in land.stops],
    }
