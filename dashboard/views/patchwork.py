"""The view of the patchwork page."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from dashboard.views.query import View
from dashboard.views.values import Day, DistrictCode, LayerIds, OneOf
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape

COLOURS = ("bundle", "bodies", "splits", "stps", "leps")
ALL = "all"


@lru_cache(maxsize=8)
def regions(land: Landscape) -> frozenset[str]:
    """The codes of the regions, and `ALL`."""
    return frozenset({*(district.region_code for district in land.districts.values()), ALL})


class PatchworkView(View):
    """Which layers make the bundles, what colours the map, which region, which district is selected."""

    layers: LayerIds = ("combined_authority", "lep", "stp", "devolution_deal")
    colour: Annotated[str, OneOf("a way to colour the map", lambda _land: COLOURS)] = "bundle"
    region: Annotated[str, OneOf("a region", regions)] = ALL
    as_at: Day = DEFAULT_DAY
    select: DistrictCode | None = None
