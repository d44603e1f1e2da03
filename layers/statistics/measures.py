"""Reading a statistic: its classes, and the middle district to compare with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from statistics import median

from layers.landscape import Landscape

CAVEATS = {
    "ITL3": (
        "One value for a whole ITL3 sub-region, repeated for every district in it: "
        "not a figure for the district itself."
    ),
    "ITL2": (
        "One value for a whole ITL2 region, repeated for every district in it: not a figure for the district itself."
    ),
    "upper tier": "In two-tier areas the county's value, repeated for every district in it.",
    "district": "",
}
"""What to say beside a measure that is not a district's own, by its level."""


def class_of(value: float, breaks: Sequence[float]) -> int:
    """The class (from 0) of a value: class ``k`` runs from above ``breaks[k-1]`` up to and including ``breaks[k]``."""
    return bisect_left(breaks, value)


def middle(values: Iterable[float]) -> float | None:
    """The middle district's value (the median over districts that have one), or ``None`` when none has."""
    known = list(values)
    return median(known) if known else None


def middle_by_region(land: Landscape, values: Mapping[str, float]) -> Mapping[str, float | None]:
    """The middle district of each region, by region code."""
    regions: dict[str, list[float]] = {}
    for code, district in land.districts.items():
        regions.setdefault(district.region_code, [])
        if code in values:
            regions[district.region_code].append(values[code])
    return {region: middle(found) for region, found in regions.items()}


@lru_cache(maxsize=8)
def middles(land: Landscape) -> Mapping[str, tuple[float | None, Mapping[str, float | None]]]:
    """The middle district of England and of each region, by measure: the same for every place, so found once."""
    return {
        measure.id: (middle(measure.values.values()), middle_by_region(land, measure.values))
        for measure in land.measures.values()
    }
