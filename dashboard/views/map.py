"""The view of the map page."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Self

from pydantic import model_validator

from dashboard.views.query import View
from dashboard.views.values import (
    Coordinate,
    Day,
    Flag,
    LayerId,
    Note,
    NotUnderstoodError,
    OneOf,
    SomeOf,
    footprint_layers,
    point_layers,
)
from layers.dates import DEFAULT_DAY
from layers.landscape import Landscape
from layers.statistics.growth import GROWTH_PER_HEAD

TABLES = ("districts", "bodies", "institutions")
NO_MEASURE = "none"
VIEWPORT = ("lon", "lat", "zoom")


@lru_cache(maxsize=8)
def measures(land: Landscape) -> frozenset[str]:
    """What districts can be shaded by."""
    return frozenset({*land.measures, GROWTH_PER_HEAD, NO_MEASURE})


@lru_cache(maxsize=8)
def selectable(land: Landscape) -> frozenset[str]:
    """The ids of all that can be selected on the map, of whatever day."""
    return frozenset({*land.districts, *land.all_bodies, *land.institutions})


def overlays(land: Landscape) -> tuple[str, ...]:
    """The layers that lie over the districts: those with a footprint, then the points."""
    return (*footprint_layers(land), *point_layers(land))


class MapView(View):
    """One view of the map page. ``lon``, ``lat`` and ``zoom`` are all given or all ``None`` (England in view)."""

    measure: Annotated[str, OneOf("a measure", measures)] = "imd2015_average_score"
    layers: Annotated[tuple[str, ...], SomeOf("a layer", overlays)] = ("combined_authority", "stp")
    fill: LayerId | None = None
    fallen: Flag = False
    as_at: Day = DEFAULT_DAY
    select: Annotated[str, OneOf("a place, body or institution", selectable)] | None = None
    lon: Annotated[float, Coordinate(-12, 6, 3)] | None = None
    lat: Annotated[float, Coordinate(48, 58, 3)] | None = None
    zoom: Annotated[float, Coordinate(0.8, 60, 2)] | None = None
    table: Annotated[str, OneOf("a table", lambda _land: TABLES)] = "districts"
    present: Flag = False

    @model_validator(mode="after")
    def _whole_viewport(self) -> Self:
        if len({getattr(self, key) is None for key in VIEWPORT}) > 1:
            said = Note("A place on the map needs lon, lat and zoom together", ", so England is shown")
            raise NotUnderstoodError(said, fields=VIEWPORT)
        return self
