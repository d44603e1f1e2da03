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
    """One view of the map page. ``lon``, ``lat`` and ``zoom`` are all given or all ``None`` (England in view).

    ``lead`` is the layer in full colour and weight, by default the first of those shown; with ``only`` the outlines of no
    other are drawn. A map is filled by what a layer covers, or districts are shaded: with ``fill`` there is no shading.
    """

    measure: Annotated[str, OneOf("a measure", measures)] = "imd2015_average_score"
    layers: Annotated[tuple[str, ...], SomeOf("a layer", overlays)] = ("combined_authority", "stp")
    fill: LayerId | None = None
    lead: LayerId | None = None
    only: Flag = False
    fallen: Flag = False
    as_at: Day = DEFAULT_DAY
    select: Annotated[str, OneOf("a place, body or institution", selectable)] | None = None
    lon: Annotated[float, Coordinate(-12, 6, 3)] | None = None
    lat: Annotated[float, Coordinate(48, 58, 3)] | None = None
    zoom: Annotated[float, Coordinate(0.8, 60, 2)] | None = None
    table: Annotated[str, OneOf("a table", lambda _land: TABLES)] = "districts"
    present: Flag = False
    embed: Flag = False

    @property
    def shading(self) -> str:
        """The measure that districts are shaded by."""
        return NO_MEASURE if self.fill else self.measure

    @model_validator(mode="after")
    def _filled_is_shown(self) -> Self:
        if self.fill and self.fill not in self.layers:
            said = Note("“fill” names a layer that is not shown", ", so nothing is filled")
            raise NotUnderstoodError(said, fields=("fill",))
        return self

    @model_validator(mode="after")
    def _whole_viewport(self) -> Self:
        if len({getattr(self, key) is None for key in VIEWPORT}) > 1:
            said = Note("A place on the map needs lon, lat and zoom together", ", so England is shown")
            raise NotUnderstoodError(said, fields=VIEWPORT)
        return self


def outlined(view: MapView, land: Landscape) -> tuple[str, ...]:
    """The layers whose outlines are drawn, the one that leads first, the others in their own order."""
    shown = tuple(name for name in footprint_layers(land) if name in view.layers)
    lead = shown[:1] if view.lead not in shown else (view.lead,)
    return lead if view.only else (*lead, *(name for name in shown if name not in lead))


def drawn(view: MapView, land: Landscape) -> tuple[str, ...]:
    """All layers that are drawn, in their own order: those with outlines, then the points."""
    lines = outlined(view, land)
    return tuple(name for name in view.layers if name in lines or name in point_layers(land))
