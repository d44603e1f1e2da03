"""Small areas and the parts they make: the building blocks of every footprint.

A **small area** is one of ONS's 32,844 LSOAs (2011). A **part** is the largest set of
small areas that no STP or LEP line divides: most districts are one part, and the 21 that a
line cuts are two or three, so 326 districts are 347 parts. A footprint is a set of parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd


@dataclass(frozen=True, eq=False)
class SmallAreas:
    """Parallel read-only arrays, one entry a small area, in order of code.

    ``part`` indexes `Parts`; ``people`` is mid-2017; ``area_m2`` is planar in
    EPSG:27700; ``easting``/``northing`` is the boundary file's label point, which is
    not weighted by population.
    """

    code: npt.NDArray[np.str_]
    part: npt.NDArray[np.intp]
    people: npt.NDArray[np.int64]
    area_m2: npt.NDArray[np.float64]
    easting: npt.NDArray[np.float64]
    northing: npt.NDArray[np.float64]

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each code."""
        return {str(code): position for position, code in enumerate(self.code)}


@dataclass(frozen=True, eq=False)
class Parts:
    """The parts, in order of district, STP and LEP; in the data ``stp_2018`` follows from ``stp_2017``."""

    district: tuple[str, ...]
    stp_2017: tuple[str, ...]
    stp_2018: tuple[str, ...]
    lep_2017: tuple[str, ...]
    people: npt.NDArray[np.int64]
    area_km2: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.district)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """A stable name a part: the district's code, with ``-1``, ``-2`` ... where it is split."""
        seen: dict[str, int] = {}
        names = []
        for code in self.district:
            seen[code] = seen.get(code, 0) + 1
            names.append(f"{code}-{seen[code]}" if self.district.count(code) > 1 else code)
        return tuple(names)

    @cached_property
    def of_district(self) -> dict[str, tuple[int, ...]]:
        """The parts of each district."""
        found: dict[str, list[int]] = {}
        for position, code in enumerate(self.district):
            found.setdefault(code, []).append(position)
        return {code: tuple(positions) for code, positions in found.items()}

    def of_body(self, column: str, body_id: str | None) -> tuple[int, ...]:
        """The parts that the small-area column (``stp_2017``, ``stp_2018``, ``lep_2017``) gives to a body."""
        return tuple(i for i, value in enumerate(getattr(self, column)) if value == body_id)

    def people_in(self, parts: Iterable[int]) -> int:
        """People (mid-2017) in a set of parts."""
        return int(self.people[list(parts)].sum())

    def area_in(self, parts: Iterable[int]) -> float:
        """Square kilometres in a set of parts, from the small areas."""
        return float(self.area_km2[list(parts)].sum())


def build_areas(table: pd.DataFrame) -> tuple[SmallAreas, Parts]:
    """Small areas and parts from the ``small_areas`` table (strings).

    A blank point or area becomes NaN: only the boundary build reads a table without them.
    """
    table = table.sort_values("code", kind="stable").reset_index(drop=True)
    keys = table["district_code"] + "|" + table["stp_2017"] + "|" + table["lep_2017"] + "|" + table["stp_2018"]
    part, found = pd.factorize(keys, sort=True)
    names = [str(name) for name in found]
    columns = [name.split("|") for name in names]
    people = table["population_2017"].to_numpy().astype(np.int64)
    area = pd.to_numeric(table["area_m2"], errors="coerce").to_numpy(float, copy=True)
    small = SmallAreas(
        code=table["code"].to_numpy(str),
        part=part.astype(np.intp),
        people=people,
        area_m2=area,
        easting=pd.to_numeric(table["easting"], errors="coerce").to_numpy(float, copy=True),
        northing=pd.to_numeric(table["northing"], errors="coerce").to_numpy(float, copy=True),
    )
    parts = Parts(
        district=tuple(row[0] for row in columns),
        stp_2017=tuple(row[1] for row in columns),
        stp_2018=tuple(row[3] for row in columns),
        lep_2017=tuple(row[2] for row in columns),
        people=np.bincount(part, weights=people).astype(np.int64),
        area_km2=np.bincount(part, weights=area) / 1e6,
    )
    for array in (*vars(small).values(), parts.people, parts.area_km2):
        array.setflags(write=False)
    return small, parts
