"""The governance patchwork: which exact combination of bodies covers each part of each district.

A **bundle** is the set of live bodies, of the layers chosen, over a part. Nothing here says that a
bundle is good or bad: it is counted, compared and named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from layers.landscape import BodyAt, Landscape, Snapshot
from layers.layer import Layer
from layers.overlaps.measures import coverage

Bundle = tuple[str, ...]
"""Ids of the bodies over a part, in layer order; empty where none of the chosen layers reaches."""


@dataclass(frozen=True)
class Group:
    """Everywhere with one bundle: the parts, the districts they lie in, and the people (mid-2017) in them."""

    bundle: Bundle
    parts: tuple[int, ...]
    districts: tuple[str, ...]
    people: int


@dataclass(frozen=True)
class OneBodyAway:
    """A group whose bundle differs by one body: ``only_here`` is in ours alone, ``only_there`` in theirs alone.

    One of the two is ``None`` when a body is simply missing on that side; both are given when, within
    one layer, one body stands where the other does.
    """

    group: Group
    only_here: str | None
    only_there: str | None


@dataclass(frozen=True)
class Seam:
    """A neighbouring part with another bundle, and the layers that change on the way there."""

    part: int
    district: str
    layers: tuple[str, ...]


def bundles(snapshot: Snapshot, layers: Sequence[str]) -> tuple[Bundle, ...]:
    """The bundle of each part, for the layers chosen (order and repeats don't matter).

    Raises:
        KeyError: no such layer.
    """
    known = snapshot.landscape.layers
    return _bundles(snapshot, tuple(layer for layer in known if layer in {known[name].id for name in layers}))


@lru_cache(maxsize=128)
def _bundles(snapshot: Snapshot, layers: tuple[str, ...]) -> tuple[Bundle, ...]:
    found: list[list[str]] = [[] for _ in range(len(snapshot.landscape.parts))]
    for layer in layers:
        for body in snapshot.bodies(layer):
            for part in body.parts:
                found[part].append(body.id)
    return tuple(tuple(ids) for ids in found)


def groups(snapshot: Snapshot, layers: Sequence[str]) -> tuple[Group, ...]:
    """Every bundle with where it holds, most people first."""
    of_part = bundles(snapshot, layers)
    parts = snapshot.landscape.parts
    where: dict[Bundle, list[int]] = {}
    for part, bundle in enumerate(of_part):
        where.setdefault(bundle, []).append(part)
    found = [
        Group(bundle, tuple(own), tuple(dict.fromkeys(parts.district[p] for p in own)), parts.people_in(own))
        for bundle, own in where.items()
    ]
    return tuple(sorted(found, key=lambda group: (-group.people, group.bundle)))


def body_counts(snapshot: Snapshot, layers: Sequence[str]) -> tuple[int, ...]:
    """How many bodies of the chosen layers cover each part."""
    return tuple(len(bundle) for bundle in bundles(snapshot, layers))


def upper_tiers(snapshot: Snapshot) -> Mapping[str, tuple[int, ...]]:
    """The parts of each upper-tier council: a county's districts together, any other district by itself."""
    return _upper_tiers(snapshot.landscape)


@lru_cache(maxsize=4)
def _upper_tiers(land: Landscape) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for district in land.districts.values():
        found.setdefault(district.upper_tier_code, []).extend(land.parts.of_district[district.code])
    return MappingProxyType({code: tuple(sorted(own)) for code, own in found.items()})


def splitting_layers(snapshot: Snapshot, layers: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """For each upper-tier council the chosen layers with a boundary through it.

    A layer splits a council when not all its parts lie in the same bodies of that layer; a body that reaches
    only some of a county splits it as well.
    """
    tiers = upper_tiers(snapshot)
    found: dict[str, list[str]] = {code: [] for code in tiers}
    for layer in snapshot.landscape.layers:
        if layer in layers:
            of_part = bundles(snapshot, (layer,))
            for code, own in tiers.items():
                if len({of_part[part] for part in own}) > 1:
                    found[code].append(layer)
    return {code: tuple(names) for code, names in found.items()}


def bodies_to_work_with(snapshot: Snapshot, layer: str) -> Mapping[str, tuple[str, ...]]:
    """For each upper-tier council the bodies of one layer that cover any part of it, in order of name."""
    of_part = bundles(snapshot, (layer,))
    order = {body.id: position for position, body in enumerate(snapshot.bodies(layer))}
    return {
        code: tuple(sorted({name for part in own for name in of_part[part]}, key=order.__getitem__))
        for code, own in upper_tiers(snapshot).items()
    }


@lru_cache(maxsize=4)
def council_maps(land: Landscape) -> Mapping[str, Layer]:
    """The layers of which a map shows how many bodies a council works with, by the word that an address has for it.

    In the order of a briefing pack, where they have a place in one.
    """
    found = land.layers_with(lambda layer: layer.council_map)
    ordered = sorted(found, key=lambda layer: (layer.briefing_order is None, layer.briefing_order or layer.order))
    return MappingProxyType({layer.council_map or "": layer for layer in ordered})


def same_bundle(snapshot: Snapshot, layers: Sequence[str], part: int) -> Group:
    """Everywhere with exactly the bundle of a part, that part included."""
    bundle = bundles(snapshot, layers)[part]
    return next(group for group in groups(snapshot, layers) if group.bundle == bundle)


def one_body_away(snapshot: Snapshot, layers: Sequence[str], part: int) -> tuple[OneBodyAway, ...]:
    """The groups whose bundle differs by one body from that of a part: one more, one fewer, or one for another of its layer."""
    mine = frozenset(bundles(snapshot, layers)[part])
    found = []
    for group in groups(snapshot, layers):
        here, there = mine - set(group.bundle), set(group.bundle) - mine
        if len(here) + len(there) == 1 or _swap(snapshot, here, there):
            found.append(OneBodyAway(group, next(iter(here), None), next(iter(there), None)))
    return tuple(found)


def _swap(snapshot: Snapshot, here: frozenset[str], there: set[str]) -> bool:
    if len(here) != 1 or len(there) != 1:
        return False
    bodies = snapshot.by_id
    return bodies[next(iter(here))].layer == bodies[next(iter(there))].layer


def seams(
    snapshot: Snapshot, layers: Sequence[str], own: Sequence[int], borders: Mapping[str, frozenset[str]]
) -> tuple[Seam, ...]:
    """The neighbours of a district (its parts) across which some chosen layer changes, and which.

    ``borders`` gives for each part's id the ids of the parts that share a line with it.
    """
    parts = snapshot.landscape.parts
    position = {name: index for index, name in enumerate(parts.ids)}
    by_layer = {layer: bundles(snapshot, (layer,)) for layer in snapshot.landscape.layers if layer in layers}
    found: dict[int, set[str]] = {}
    for part in own:
        for other in (position[name] for name in borders.get(parts.ids[part], ())):
            if other not in own:
                changed = {layer for layer, of_part in by_layer.items() if of_part[part] != of_part[other]}
                found.setdefault(other, set()).update(changed)
    rows = [
        Seam(part, parts.district[part], tuple(layer for layer in by_layer if layer in changed))
        for part, changed in found.items()
        if changed
    ]
    names = snapshot.landscape.districts
    return tuple(sorted(rows, key=lambda seam: (-len(seam.layers), names[seam.district].name, seam.part)))


def region_parts(snapshot: Snapshot, region: str | None) -> tuple[int, ...]:
    """The parts of a region (by code), or all of England's for ``None``.

    Raises:
        KeyError: no such region.
    """
    land = snapshot.landscape
    if region is None:
        return tuple(range(len(land.parts)))
    found = [
        part
        for code, own in land.parts.of_district.items()
        if land.districts[code].region_code == region
        for part in own
    ]
    if not found:
        raise KeyError(region)
    return tuple(sorted(found))


@dataclass(frozen=True)
class Coverage:
    """One layer over a region: people in no, one, and two or more of its bodies, and the districts none of whose people it covers."""

    layer: str
    none: int
    one: int
    more: int
    gaps: tuple[str, ...]


def layer_coverages(snapshot: Snapshot, layers: Sequence[str], region: str | None = None) -> tuple[Coverage, ...]:
    """The coverage of each chosen layer over a region or England."""
    land = snapshot.landscape
    own = list(region_parts(snapshot, region))
    found = []
    for layer in land.layers:
        if layer in layers:
            times = np.array([len(bundle) for bundle in bundles(snapshot, (layer,))])
            none, one, more = coverage(np.asarray(land.parts.people)[own], times[own])
            codes = dict.fromkeys(land.parts.district[part] for part in own)
            gaps = tuple(code for code in codes if not any(times[part] for part in land.parts.of_district[code]))
            found.append(Coverage(layer, none, one, more, gaps))
    return tuple(found)


def named(snapshot: Snapshot, bundle: Bundle) -> tuple[BodyAt, ...]:
    """The bodies of a bundle."""
    return tuple(snapshot.by_id[name] for name in bundle)


HUES = 8
"""Enough colours that no two neighbouring bundles need share one."""


def hues(snapshot: Snapshot, layers: Sequence[str], borders: Mapping[str, frozenset[str]]) -> tuple[int, ...]:
    """A colour number for each group (in the order of `groups`) such that groups that touch differ where they can.

    Greedy colouring, largest groups first; with more than `HUES` neighbours of different colour the least used is taken.
    """
    found = groups(snapshot, layers)
    ids = snapshot.landscape.parts.ids
    position = {name: index for index, name in enumerate(ids)}
    of_part = {part: index for index, group in enumerate(found) for part in group.parts}
    chosen: list[int] = []
    for index, group in enumerate(found):
        near = {of_part[position[name]] for part in group.parts for name in borders.get(ids[part], ())}
        taken = [chosen[other] for other in near if other < index]
        free = [hue for hue in range(HUES) if hue not in taken]
        chosen.append(min(free or range(HUES), key=lambda hue: (taken.count(hue), chosen.count(hue), hue)))
    return tuple(chosen)
