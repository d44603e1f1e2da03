"""The universities and NHS trusts of an area, by head office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from layers.landscape import Landscape, Snapshot
from layers.model import Institution
from layers.place.area import Area

NEAR_KM = 20.0


@dataclass(frozen=True)
class Nearby:
    """An institution outside an area, and the kilometres from its small area's point to the nearest of the area's."""

    institution: Institution
    kilometres: float


def institutions_of(land: Landscape, area: Area) -> tuple[Institution, ...]:
    """Institutions whose head office is in one of the area's districts, universities first, by name."""
    return _ordered(item for item in land.institutions.values() if item.district_code in area.districts)


def institutions_within(snapshot: Snapshot, parts: Iterable[int]) -> tuple[Institution, ...]:
    """Universities and trusts whose head office stands in one of the parts: by the small area its point lies in."""
    by_part = _institutions_by_part(snapshot.landscape)
    return _ordered(item for part in set(parts) for item in by_part.get(part, ()))


def _ordered(found: Iterable[Institution]) -> tuple[Institution, ...]:
    return tuple(sorted(found, key=lambda item: (item.layer_record.order, item.name)))


@lru_cache(maxsize=4)
def _institutions_by_part(land: Landscape) -> Mapping[int, tuple[Institution, ...]]:
    """Institutions by the part in which the small area of their head office lies."""
    small = land.small_areas
    found: dict[int, list[Institution]] = {}
    for item in land.institutions.values():
        found.setdefault(int(small.part[small.index[item.small_area_code]]), []).append(item)
    return MappingProxyType({part: tuple(items) for part, items in found.items()})


def nearby(snapshot: Snapshot, area: Area, kilometres: float = NEAR_KM) -> tuple[Nearby, ...]:
    """Institutions outside the area and at most so far from it, nearest first, between small-area points."""
    land = snapshot.landscape
    small = land.small_areas
    mine = np.isin(small.part, area.parts)
    points = np.column_stack([small.easting[mine], small.northing[mine]])
    found = []
    for item in land.institutions.values():
        at = small.index[item.small_area_code]
        if not mine[at]:
            gap = float(np.hypot(points[:, 0] - small.easting[at], points[:, 1] - small.northing[at]).min()) / 1000
            if gap <= kilometres:
                found.append(Nearby(item, round(gap, 1)))
    return tuple(sorted(found, key=lambda row: (row.kilometres, row.institution.name)))
