"""The statistics of an area beside the middle district of England and of its region."""

from __future__ import annotations

from dataclasses import dataclass

from layers.landscape import Landscape
from layers.model import Measure
from layers.place.area import Area
from layers.statistics.measures import middles


@dataclass(frozen=True)
class Figure:
    """A measure in an area: one value for a district (or a count), else the lowest and highest of its districts.

    ``None`` throughout is not available; ``known`` of ``total`` districts have a value.
    """

    measure: Measure
    low: float | None
    high: float | None
    known: int
    total: int
    middle_england: float | None
    middle_region: float | None

    @property
    def value(self) -> float | None:
        """The one value of the area, or ``None`` where there is none or its districts differ."""
        return self.low if self.low == self.high else None


def figures_of(land: Landscape, area: Area) -> tuple[Figure, ...]:
    """Every measure in the area: a value, a sum of districts' own counts where all are known, or the range of its districts."""
    found = []
    for measure in land.measures.values():
        values = [measure.values[code] for code in area.districts if code in measure.values]
        low, high = (min(values), max(values)) if values else (None, None)
        if measure.kind == "count" and measure.level == "district" and values:
            low = high = sum(values) if len(values) == len(area.districts) else None
        england, regions = middles(land)[measure.id]
        total = len(area.districts)
        found.append(Figure(measure, low, high, len(values), total, england, regions[area.region_code]))
    return tuple(found)
