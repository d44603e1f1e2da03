"""The view of the patchwork page."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from dashboard.views.query import View
from dashboard.views.values import Day, DistrictCode, LayerIds, OneOf
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.patchwork import council_maps

COLOURS = ("bundle", "bodies", "splits")
ALL = "all"


@lru_cache(maxsize=8)
def regions(land: Landscape) -> frozenset[str]:
    """The codes of the regions, and `ALL`."""
    return frozenset({*(district.region_code for district in land.districts.values()), ALL})


def colours(land: Landscape) -> tuple[str, ...]:
    """The ways to colour the map: bundles, counts, and how many bodies of one layer a council works with."""
    return (*COLOURS, *council_maps(land))


class PatchworkView(View):
    """Which layers make the bundles, what colours the map, which region, which district is selected."""

    layers: LayerIds = ("combined_authority", "lep", "stp", "devolution_deal")
    colour: Annotated[str, OneOf("a way to colour the map", colours)] = "bundle"
    region: Annotated[str, OneOf("a region", regions)] = ALL
    as_at: Day = DEFAULT_DAY
    select: DistrictCode | None = None

    @property
    def only_region(self) -> str | None:
        """The code of the one region that is shown, ``None`` for all of England."""
        return None if self.region == ALL else self.region
