"""One place, a district or a county: what covers it and with whom, where lines don't match, what changed, what is near.

A county (``E10...``) is the union of its districts. Rates are never averaged over them: a
county's figure is the range of its districts', and only counts are added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from layers.dates import PartialDate, day_words
from layers.deals import known_as, steps
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import INVITED_ROLES, Agreement, Institution, Layer, Measure, Member
from layers.overlaps.measures import match_word
from layers.place import Sharer, district_shares
from layers.statistics.measures import middles
from layers.words import numbers, sentences
from layers.words.capitals import first_upper
from layers.words.lists import listed

NEAR_KM = 20.0


@dataclass(frozen=True)
class Area:
    """A district or county: its code, name, kind, region, districts and parts."""

    code: str
    name: str
    kind: str
    region_code: str
    region_name: str
    districts: tuple[str, ...]
    parts: tuple[int, ...]
    people: int


@dataclass(frozen=True)
class AreaCover:
    """A body over an area: the share of the area's people in it (``None`` for an associate), its members here, its other districts."""

    body: BodyAt
    share: float | None
    members: tuple[Member, ...]
    others: tuple[Sharer, ...]


@dataclass(frozen=True)
class Near:
    """An institution outside an area, and the kilometres from its small area's point to the nearest of the area's."""

    institution: Institution
    kilometres: float


@dataclass(frozen=True)
class AreaFigure:
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


@dataclass(frozen=True)
class Change:
    """Something that changed here: the date as precisely as it is known, and what; an end of a month or year is at its last day."""

    when: PartialDate
    text: str
    ending: bool = False


def area_of(land: Landscape, code: str) -> Area:
    """The district or county with a code.

    Raises:
        KeyError: neither a district nor a county with districts here.
    """
    if code in land.districts:
        district = land.districts[code]
        own = land.parts.of_district[code]
        return Area(
            code,
            district.name,
            district.kind,
            district.region_code,
            district.region_name,
            (code,),
            own,
            district.population,
        )
    within = [district for district in land.districts.values() if district.upper_tier_code == code]
    if not within:
        raise KeyError(code)
    first = within[0]
    parts = tuple(sorted(part for district in within for part in land.parts.of_district[district.code]))
    codes = tuple(district.code for district in within)
    return Area(
        code,
        first.upper_tier_name,
        "county",
        first.region_code,
        first.region_name,
        codes,
        parts,
        land.parts.people_in(parts),
    )


def area_covers(snapshot: Snapshot, area: Area) -> tuple[AreaCover, ...]:
    """Every live body over the area in layer order, then, within a layer, those it is only an associate of."""
    own = frozenset(area.parts)
    found = []
    for layer in snapshot.landscape.layers:
        bodies = snapshot.bodies(layer)
        for body in bodies:
            shared = own.intersection(body.parts)
            if shared:
                share = snapshot.landscape.parts.people_in(shared) / area.people
                found.append(AreaCover(body, share, _members(body.members, area), _others(snapshot, body, area)))
        for body in bodies:
            if own.intersection(body.associate_parts) and not own.intersection(body.parts):
                found.append(AreaCover(body, None, _members(body.associates, area), _others(snapshot, body, area)))
    return tuple(found)


def _members(members: Iterable[Member], area: Area) -> tuple[Member, ...]:
    return tuple(member for member in members if member.district_code in area.districts)


def _others(snapshot: Snapshot, body: BodyAt, area: Area) -> tuple[Sharer, ...]:
    names = snapshot.landscape.districts
    rows = [
        Sharer(code, names[code].name, share)
        for code, share in district_shares(snapshot, body).items()
        if code not in area.districts
    ]
    return tuple(sorted(rows, key=lambda row: (-row.share, row.name)))


def mismatches(snapshot: Snapshot, area: Area) -> tuple[str, ...]:
    """Sentences on where lines don't match: layers that split or double here, then each two main bodies that cover it."""
    covers = [cover for cover in area_covers(snapshot, area) if cover.share is not None]
    lines = []
    for layer in snapshot.landscape.layers_with(lambda layer: layer.compared):
        here = [cover for cover in covers if cover.body.layer == layer.id]
        if here:
            lines += _within_layer(area, layer, here)
    main = [cover.body for cover in covers if cover.body.layer_record.compared]
    for a, b in combinations(main, 2):
        if a.layer != b.layer:
            lines.append(_between(snapshot, a, b))
    return tuple(lines)


def _within_layer(area: Area, layer: Layer, here: Sequence[AreaCover]) -> list[str]:
    shared = [(cover, cover.share) for cover in here if cover.share is not None]
    whole = [cover for cover, share in shared if numbers.is_whole(share)]
    part = [(cover, share) for cover, share in shared if not numbers.is_whole(share)]
    lines = []
    if len(whole) > 1:
        names = listed([cover.body.short_name for cover in whole])
        lines.append(f"{area.name} lies wholly in {sentences.of(len(whole), layer)}: {names}.")
    if len(part) == 1:
        who = first_upper(sentences.indefinite(layer))
        cover, share = part[0]
        lines.append(
            f"{who} covers part of {area.name}: {cover.body.short_name}, with {numbers.percent(share)} of its people."
        )
    elif part:
        names = listed([f"{cover.body.short_name} ({numbers.percent(share)})" for cover, share in part])
        who = first_upper(sentences.of(len(part), layer))
        lines.append(f"{who} divide {area.name}, with these shares of its people: {names}.")
    return lines


def _between(snapshot: Snapshot, a: BodyAt, b: BodyAt) -> str:
    both = snapshot.landscape.parts.people_in(set(a.parts).intersection(b.parts))
    word = match_word(both / a.people, both / b.people)
    return first_upper(
        sentences.match(word, *(f"the {sentences.called(body.short_name, body.layer_record)}" for body in (a, b)))
    )


def near(snapshot: Snapshot, area: Area, kilometres: float = NEAR_KM) -> tuple[Near, ...]:
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
                found.append(Near(item, round(gap, 1)))
    return tuple(sorted(found, key=lambda row: (row.kilometres, row.institution.name)))


def inside(snapshot: Snapshot, area: Area) -> tuple[Institution, ...]:
    """Institutions whose head office is in one of the area's districts, universities first, by name."""
    found = [item for item in snapshot.landscape.institutions.values() if item.district_code in area.districts]
    return tuple(sorted(found, key=lambda item: (item.layer_record.order, item.name)))


def figures(land: Landscape, area: Area) -> tuple[AreaFigure, ...]:
    """Every measure in the area: a value, a sum of districts' own counts where all are known, or the range of its districts."""
    found = []
    for measure in land.measures.values():
        values = [measure.values[code] for code in area.districts if code in measure.values]
        low, high = (min(values), max(values)) if values else (None, None)
        if measure.kind == "count" and measure.level == "district" and values:
            low = high = sum(values) if len(values) == len(area.districts) else None
        england, regions = middles(land)[measure.id]
        total = len(area.districts)
        found.append(AreaFigure(measure, low, high, len(values), total, england, regions[area.region_code]))
    return tuple(found)


def changes(snapshot: Snapshot, area: Area) -> tuple[Change, ...]:
    """What changed for the area up to the day: bodies that came and went, members that joined or left, mayors, deals."""
    rows: list[Change] = []
    codes = frozenset(area.districts)
    for body in snapshot.landscape.all_bodies.values():
        own = [member for member in body.members if member.district_code in codes]
        if own and body.agreements and not body.layer_record.draws:
            invited = all(member.role in INVITED_ROLES for member in own)
            rows += [change for item in body.agreements for change in _deal_changes(item, snapshot.day, invited)]
        elif own and body.layer_record.dated_membership:
            rows += _member_changes(body.name, own, body.valid_from, body.valid_to)
            elected = body.mayor_from
            if elected and any(member.role == "constituent" and member.in_force(elected) for member in own):
                rows.append(Change(_exact(elected), f"{body.name}: first elected mayor took office."))
    rows = [row for row in dict.fromkeys(rows) if row.when.first <= snapshot.day]
    return tuple(sorted(rows, key=lambda row: (row.when.last if row.ending else row.when.first, row.text)))


def _exact(day: date) -> PartialDate:
    return PartialDate(day, day, "day")


def _member_changes(name: str, own: Sequence[Member], start: date | None, end: date | None) -> list[Change]:
    """Joined the day a membership began, where that is known; left the day after it, or the body, ended."""
    rows = []
    joined = {max(member.valid_from, start or member.valid_from) for member in own if member.valid_from}
    left = {min(day for day in (member.valid_to, end) if day) for member in own if member.valid_to or end}
    for day in sorted(joined):
        rows.append(Change(_exact(day), f"{name} began here." if day == start else f"Joined {name}."))
    for last in sorted(left):
        stay = any(member.valid_to is None or member.valid_to > last for member in own)
        text = f"{name} ended." if last == end else f"A district here left {name}." if stay else f"Left {name}."
        rows.append(Change(_exact(date.fromordinal(last.toordinal() + 1)), text))
    return rows


def _deal_changes(item: Agreement, day: date, invited: bool) -> list[Change]:
    """What had become of a deal by the day, in the words of `layers.deals`."""
    name = sentences.called(item.name, item.layer_record) if item.layer_record.bare_names else known_as(item)
    told = steps(item, day, invited=invited)
    return [Change(when, f"{name}: {text}.", position > 0) for position, (when, text) in enumerate(told)]


def change_words(change: Change) -> str:
    """``8 May 2017`` or, less precisely, ``June 2016``."""
    return day_words(change.when.first) if change.when.precision == "day" else change.when.words()
