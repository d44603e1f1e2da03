"""Overlaps of every body with every other, exactly, from the small areas they share.

A footprint is a set of parts, and a part a set of small areas that no line divides, so
summing over the 347 parts equals summing over the 32,844 small areas: one matrix product
gives every pair of every layer (`tests/layers/test_overlaps.py` checks the two agree).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from layers.geography.areas import Parts
from layers.landscape import BodyAt, Snapshot
from layers.overlaps.measures import (
    Counts,
    Shares,
    coverage,
    is_cut,
    match_word,
    neat_fit,
    on_seam,
    partners,
    shares,
)

WEIGHTS = ("people", "area", "districts")


@dataclass(frozen=True, eq=False)
class Incidence:
    """Which parts each live body of a day covers: ``matrix[part, body]`` is 1 or 0, bodies in layer order."""

    bodies: tuple[BodyAt, ...]
    matrix: npt.NDArray[np.float64]
    parts: Parts

    @cached_property
    def people(self) -> Counts:
        """People in both, for every pair of bodies of every layer."""
        return np.rint(self.matrix.T @ (self.matrix * self.parts.people[:, None])).astype(np.int64)

    @cached_property
    def area_km2(self) -> npt.NDArray[np.float64]:
        """Square kilometres in both, for every pair."""
        return self.matrix.T @ (self.matrix * self.parts.area_km2[:, None])

    @cached_property
    def districts(self) -> tuple[Counts, Counts]:
        """Districts that lie wholly in both, and districts of which both share only a part, for every pair."""
        count = self.matrix.shape[1]
        whole = np.zeros((count, count))
        reached = np.zeros((count, count))
        single = [found[0] for found in self.parts.of_district.values() if len(found) == 1]
        plain = self.matrix[single]
        whole += plain.T @ plain
        reached += plain.T @ plain
        for found in self.parts.of_district.values():
            if len(found) > 1:
                rows = self.matrix[list(found)]
                shared = rows.T @ rows
                reached += shared > 0
                whole += shared == len(found)
        return whole.astype(np.int64), (reached - whole).astype(np.int64)

    @cached_property
    def _slices(self) -> dict[str, slice]:
        found: dict[str, slice] = {}
        for position, body in enumerate(self.bodies):
            start = found[body.layer].start if body.layer in found else position
            found[body.layer] = slice(start, position + 1)
        return found

    def of_layer(self, layer: str) -> slice:
        """Where a layer's bodies stand in ``bodies``."""
        return self._slices.get(layer, slice(0, 0))


@lru_cache(maxsize=32)
def incidence(snapshot: Snapshot) -> Incidence:
    """The incidence of a day; kept for the days asked for last."""
    parts = snapshot.landscape.parts
    bodies = tuple(body for layer in snapshot.by_layer for body in snapshot.bodies(layer) if body.parts)
    matrix = np.zeros((len(parts), len(bodies)))
    for column, body in enumerate(bodies):
        matrix[list(body.parts), column] = 1
    matrix.setflags(write=False)
    return Incidence(bodies, matrix, parts)


def _exact(share: Shares) -> Shares:
    """The shares with those that are all of a body but for the order of a sum as 1: no part of one is as small as the gap."""
    return np.where(np.isclose(share, 1, rtol=0, atol=1e-9), 1.0, share)


@dataclass(frozen=True, eq=False)
class LayerPair:
    """Layer A against layer B on a day, with the arrays that the measures take.

    ``people[i, j]``, ``area_km2`` and the two district counts are of what A's *i* and B's *j*
    share; ``in_any_b[i]`` and ``in_many_b[i]`` are people of *i* in at least one and at least two B.
    """

    snapshot: Snapshot
    a: tuple[BodyAt, ...]
    b: tuple[BodyAt, ...]
    people: Counts
    area_km2: npt.NDArray[np.float64]
    districts_whole: Counts
    districts_part: Counts
    in_any_b: Counts
    in_any_a: Counts
    in_many_b: Counts
    in_many_a: Counts

    @cached_property
    def total_a(self) -> Counts:
        return np.array([body.people for body in self.a], dtype=np.int64)

    @cached_property
    def total_b(self) -> Counts:
        return np.array([body.people for body in self.b], dtype=np.int64)

    @cached_property
    def share_of_a(self) -> Shares:
        """``[i, j]``: fraction of *i*'s people who live in *j*."""
        return shares(self.people, self.total_a)

    @cached_property
    def share_of_b(self) -> Shares:
        """``[i, j]``: fraction of *j*'s people who live in *i*."""
        return shares(self.people.T, self.total_b).T

    def shares_by(self, weight: str) -> tuple[Shares, Shares]:
        """Both shares (of A, of B) counted in people, square kilometres or districts.

        A district partly shared counts as a district, as it does in a body's own count.

        Raises:
            ValueError: no such weight.
        """
        if weight == "people":
            return self.share_of_a, self.share_of_b
        values, total_a, total_b = self._counted_in(weight)
        return _exact(shares(values, total_a)), _exact(shares(values.T, total_b).T)

    def _counted_in(self, weight: str) -> tuple[Shares, Shares, Shares]:
        """What both hold, what each A holds and what each B holds, in square kilometres or districts."""
        if weight == "area":
            totals = [np.array([body.area_km2 for body in bodies]) for bodies in (self.a, self.b)]
            return self.area_km2, totals[0], totals[1]
        if weight == "districts":
            of = self.snapshot.landscape.parts.district
            reached = [[len({of[part] for part in body.parts}) for body in bodies] for bodies in (self.a, self.b)]
            both = (self.districts_whole + self.districts_part).astype(float)
            return both, np.array(reached[0], dtype=float), np.array(reached[1], dtype=float)
        raise ValueError(f"weight is {weight!r}; it takes one of {', '.join(WEIGHTS)}")

    def match(self, i: int, j: int) -> str:
        """The match word of a pair, by people."""
        return match_word(float(self.share_of_a[i, j]), float(self.share_of_b[i, j]))

    @cached_property
    def partners(self) -> Counts:
        """How many B hold at least 1% of each A."""
        return partners(self.share_of_a)

    @cached_property
    def seam(self) -> Counts:
        """People of each A on a seam of B."""
        return on_seam(self.people, self.in_any_b)

    @cached_property
    def cut(self) -> npt.NDArray[np.bool_]:
        """Which A a boundary of B cuts."""
        return is_cut(self.share_of_a)

    @property
    def neat_fit(self) -> float | None:
        """How far each A nests in one B."""
        return neat_fit(self.people, self.in_any_b)

    @property
    def people_cut(self) -> int:
        """All people of the A bodies that are cut; someone in two of them counts once."""
        return self._people_of({int(i) for i in np.flatnonzero(self.cut)})

    def crossing(self) -> tuple[int, int, int]:
        """How many pairs cross, how many A bodies are in such a pair, and their people, each counted once."""
        pairs = [(i, j) for i, j in self.pairs() if self.match(i, j) == "crosses"]
        crossed = {i for i, _ in pairs}
        return len(pairs), len(crossed), self._people_of(crossed)

    def _people_of(self, chosen: set[int]) -> int:
        """People in at least one of these A bodies."""
        parts = {part for i in chosen for part in self.a[i].parts}
        return self.snapshot.landscape.parts.people_in(sorted(parts))

    def pairs(self) -> list[tuple[int, int]]:
        """Positions of the pairs that share people, most people first."""
        rows, columns = np.nonzero(self.people)
        order = np.argsort(-self.people[rows, columns], kind="stable")
        return [(int(rows[k]), int(columns[k])) for k in order]


def layer_pair(snapshot: Snapshot, a: str, b: str) -> LayerPair:
    """Layer ``a`` against layer ``b`` on the day; of one layer against itself, each body against the others.

    Raises:
        KeyError: no such layer.
    """
    for layer in (a, b):
        if layer not in snapshot.landscape.layers:
            raise KeyError(layer)
    return _layer_pair(snapshot, a, b)


@lru_cache(maxsize=256)
def _layer_pair(snapshot: Snapshot, a: str, b: str) -> LayerPair:
    found = incidence(snapshot)
    rows, columns = found.of_layer(a), found.of_layer(b)
    others = 1 - np.eye(rows.stop - rows.start) if a == b else 1  # a layer against itself: each body against the others
    whole, part = found.districts
    return LayerPair(
        snapshot=snapshot,
        a=found.bodies[rows],
        b=found.bodies[columns],
        people=(found.people[rows, columns] * others).astype(np.int64),
        area_km2=found.area_km2[rows, columns] * others,
        districts_whole=(whole[rows, columns] * others).astype(np.int64),
        districts_part=(part[rows, columns] * others).astype(np.int64),
        in_any_b=_in_several(found, rows, columns, 1),
        in_any_a=_in_several(found, columns, rows, 1),
        in_many_b=_in_several(found, rows, columns, 2),
        in_many_a=_in_several(found, columns, rows, 2),
    )


def _in_several(found: Incidence, mine: slice, theirs: slice, least: int) -> Counts:
    """People of each of my bodies in at least ``least`` of theirs; of one layer, of the other bodies in it."""
    times = found.matrix[:, theirs].sum(axis=1) - (1 if mine == theirs else 0)
    return np.rint((found.parts.people * (times >= least)) @ found.matrix[:, mine]).astype(np.int64)


@lru_cache(maxsize=256)
def layer_coverage(snapshot: Snapshot, layer: str) -> tuple[int, int, int]:
    """People of England in 0, 1 and 2 or more bodies of a layer on the day."""
    found = incidence(snapshot)
    times = found.matrix[:, found.of_layer(layer)].sum(axis=1).astype(np.int64)
    return coverage(np.asarray(found.parts.people), times)
