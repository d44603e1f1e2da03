"""Small areas and the parts they make: the building blocks of every footprint.

A **small area** is one of ONS's 32,844 LSOAs (2011). A **part** is the largest set of
small areas that no line of a layer divides, which in the data are those of STPs and LEPs: most districts are one part, and the 21 that a
line cuts are two or three, so 326 districts are 347 parts. A footprint is a set of parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

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
    """The parts, in order of district and then of the body in each column that cuts districts.

    ``columns`` holds for each such column of the small areas (``stp_2017``, ...) the body of every part.
    """

    district: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
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
        """The parts that a small-area column gives to a body.

        Raises:
            KeyError: no layer is cut by such a column.
        """
        return tuple(i for i, value in enumerate(self.columns[column]) if value == body_id)

    def people_in(self, parts: Iterable[int]) -> int:
        """People (mid-2017) in a set of parts."""
        return int(self.people[list(parts)].sum())

    def area_in(self, parts: Iterable[int]) -> float:
        """Square kilometres in a set of parts, from the small areas."""
        return float(self.area_km2[list(parts)].sum())


def build_areas(table: pd.DataFrame, columns: Sequence[str]) -> tuple[SmallAreas, Parts]:
    """Small areas and parts from the ``small_areas`` table (strings), cut by these of its columns.

    A blank point or area becomes NaN: only the boundary build reads a table without them.
    """
    table = table.sort_values("code", kind="stable").reset_index(drop=True)
    part, bodies = _parted(table, ["district_code", *columns])
    people = table["population_2017"].to_numpy().astype(np.int64)
    area = pd.to_numeric(table["area_m2"], errors="coerce").to_numpy(float, copy=True)
    small = SmallAreas(
        code=table["code"].to_numpy(str),
        part=part,
        people=people,
        area_m2=area,
        easting=pd.to_numeric(table["easting"], errors="coerce").to_numpy(float, copy=True),
        northing=pd.to_numeric(table["northing"], errors="coerce").to_numpy(float, copy=True),
    )
    parts = Parts(
        district=tuple(row[0] for row in bodies),
        columns=MappingProxyType({name: tuple(row[k] for row in bodies) for k, name in enumerate(columns, 1)}),
        people=np.bincount(part, weights=people).astype(np.int64),
        area_km2=np.bincount(part, weights=area) / 1e6,
    )
    for array in (*vars(small).values(), parts.people, parts.area_km2):
        array.setflags(write=False)
    return small, parts


def _parted(table: pd.DataFrame, columns: Sequence[str]) -> tuple[npt.NDArray[np.intp], list[tuple[str, ...]]]:
    """The part of each row, and what each part has in these columns, in the order of the words joined by ``|``.

    Rows are told apart by numbers and only the few parts by words: a text for each row would take most of the memory.
    """
    part = np.zeros(len(table), dtype=np.intp)
    found: list[tuple[str, ...]] = [()]
    for column in columns:
        value, names = pd.factorize(table[column])
        pair, part = np.unique(part * len(names) + value, return_inverse=True)
        found = [(*found[k // len(names)], str(names[k % len(names)])) for k in pair]
    order = sorted(range(len(found)), key=lambda k: "|".join(found[k]))
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    return place[part], [found[k] for k in order]
