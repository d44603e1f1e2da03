"""What the scripts of a page need to know once: files, colours, names, the grammar of its address."""

from __future__ import annotations

from functools import cache

import dash

from dashboard.ids import ids_of
from dashboard.palette import tokens
from dashboard.payloads.types import Common, Config, LayerFacts
from dashboard.views.map import MapView
from dashboard.views.query import View
from dashboard.world import landscape
from layers.dates import FIRST_DAY, LAST_DAY
from layers.geography.built import manifest
from layers.layer import Layer


def page_config(ids: type, defaults: View | None = None) -> Config:
    """The configuration of a page with these ids whose view has these defaults, if it has one."""
    plain = defaults.model_dump(mode="json") if defaults is not None else {}
    return {
        **_common(),
        "ids": ids_of(ids),
        "keys": list(plain),
        "defaults": plain,
    }


@cache
def _common() -> Common:
    land = landscape()
    return {
        "base": dash.get_relative_path("/"),
        "files": dict(manifest()),
        "tokens": tokens(land.layers.values()),
        "layers": {layer.id: layer_facts(layer) for layer in land.layers.values()},
        "shownFirst": list(MapView().layers),
        "firstDay": FIRST_DAY.isoformat(),
        "lastDay": LAST_DAY.isoformat(),
        "stops": [day.isoformat() for day in land.stops],
    }


def layer_facts(layer: Layer) -> LayerFacts:
    """What the scripts ask of a layer instead of naming it.

    ``geometry`` is the layer whose outlines it draws, ``associates`` the outlines of its associates (``None``: not
    drawn), ``filled`` whether its symbol is filled.
    """
    return {
        "name": layer.name,
        "inside": layer.name_inside,
        "singular": layer.name_singular,
        "short": layer.short_name,
        "noun": layer.noun,
        "plural": layer.plural,
        "category": layer.category,
        "main": layer.main,
        "geometry": layer.geometry if layer.is_area else None,
        "associates": layer.associates_geometry if layer.draws_associates else None,
        "filled": layer.symbol_filled,
    }
