"""The landscape, and the landscape as at a day.

>>> land = load_landscape()                                        # doctest: +SKIP
>>> now = land.as_at("2017-12-01")                                 # doctest: +SKIP
>>> [body.name for body in now.bodies("combined_authority")]       # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType

from layers.dates import DEFAULT_DAY, FIRST_DAY, LAST_DAY, change_days, in_force, parse_day
from layers.deals import is_announced, standing, status_at
from layers.geography.areas import Parts, SmallAreas
from layers.geography.footprints import Footprint, associate_footprint, bid_footprint, footprint, members_on
from layers.model import (
    ASSOCIATE_ROLES,
    COUNTED_ROLES,
    INVITED_ROLES,
    Agreement,
    Body,
    District,
    Event,
    Institution,
    Layer,
    Measure,
    Member,
)


@dataclass(frozen=True, eq=False)
class BodyAt:
    """A body as it stood on one day.

    ``standing`` is ``"live"``, ``"fallen"`` (a deal withdrawn, rejected or superseded by
    then) or ``"bid"`` (never agreed). ``parts`` is its footprint, empty unless the body has
    counted members; ``drawn_parts`` is what a map shows, which for a bid is the districts
    invited. ``inherited`` are agreements of a body that merged into this one: listed, not added.
    """

    body: Body
    day: date
    standing: str
    members: tuple[Member, ...]
    associates: tuple[Member, ...]
    parts: Footprint
    associate_parts: Footprint
    drawn_parts: Footprint
    people: int
    area_km2: float
    agreements: tuple[Agreement, ...]
    inherited: tuple[Agreement, ...] = ()

    @property
    def id(self) -> str:
        return self.body.id

    @property
    def layer(self) -> str:
        return self.body.layer

    @property
    def layer_record(self) -> Layer:
        return self.body.layer_record

    @property
    def name(self) -> str:
        return self.body.name

    @property
    def short_name(self) -> str:
        return self.body.short_name

    def status_of(self, agreement: Agreement) -> str:
        """How an agreement's status read on this day."""
        return status_at(agreement, self.day)


@dataclass(frozen=True, eq=False)
class Landscape:
    """Everything known, immutable: load once with `load_landscape`, look at a day with `as_at`."""

    districts: Mapping[str, District]
    layers: Mapping[str, Layer]
    all_bodies: Mapping[str, Body]
    institutions: Mapping[str, Institution]
    measures: Mapping[str, Measure]
    events: tuple[Event, ...]
    small_areas: SmallAreas
    parts: Parts
    version: str = ""

    def as_at(self, day: date | str = DEFAULT_DAY) -> Snapshot:
        """The landscape in force on one day (an ISO text or a date).

        Raises:
            ValueError: the text is no date, or the day is outside 2011-2018.
        """
        when = parse_day(day) if isinstance(day, str) else day
        if not FIRST_DAY <= when <= LAST_DAY:
            raise ValueError(f"{when} is outside {FIRST_DAY} to {LAST_DAY}")
        return _snapshot(self, when)

    def layers_with(self, says: Callable[[Layer], object]) -> tuple[Layer, ...]:
        """The layers whose record says something, in order: ``land.layers_with(lambda layer: layer.compared)``."""
        return tuple(layer for layer in self.layers.values() if says(layer))

    @cached_property
    def area_layers(self) -> tuple[Layer, ...]:
        """The layers whose rows cover districts, in lane order."""
        return self.layers_with(lambda layer: layer.is_area)

    @cached_property
    def point_layers(self) -> tuple[Layer, ...]:
        """The layers of institutions."""
        return self.layers_with(lambda layer: not layer.is_area)

    @cached_property
    def stops(self) -> tuple[date, ...]:
        """The days within the period on which a body or membership changes, with its first day and the default."""
        days = {FIRST_DAY, DEFAULT_DAY}
        for body in self.all_bodies.values():
            if body.layer_record.dated_membership:
                days.update(change_days(body.valid_from, body.valid_to))
                for member in body.members:
                    days.update(change_days(member.valid_from, member.valid_to))
        return tuple(sorted(day for day in days if FIRST_DAY <= day <= LAST_DAY))

    @cached_property
    def minor_days(self) -> tuple[date, ...]:
        """Days of deal announcements and timeline events, for minor ticks."""
        days = {event.date for event in self.events}
        for body in self.all_bodies.values():
            days.update(item.announced_on for item in body.agreements)
        return tuple(sorted(day for day in days if FIRST_DAY <= day <= LAST_DAY))


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The landscape in force on ``day``."""

    landscape: Landscape
    day: date
    by_layer: Mapping[str, tuple[BodyAt, ...]]

    def bodies(self, layer: str, *, fallen: bool = False) -> tuple[BodyAt, ...]:
        """The bodies of a layer in order of name; with ``fallen``, fallen deals and bids too.

        Raises:
            KeyError: there is no such layer.
        """
        found = self.by_layer[self.landscape.layers[layer].id]
        return tuple(body for body in found if fallen or body.standing == "live")

    @cached_property
    def by_id(self) -> Mapping[str, BodyAt]:
        """Every body of the day, fallen deals and bids included, by id."""
        return MappingProxyType({body.id: body for bodies in self.by_layer.values() for body in bodies})

    @cached_property
    def by_part(self) -> Mapping[int, tuple[BodyAt, ...]]:
        """The live bodies that cover each part."""
        found: dict[int, list[BodyAt]] = {position: [] for position in range(len(self.landscape.parts))}
        for bodies in self.by_layer.values():
            for body in bodies:
                for position in body.parts if body.standing == "live" else ():
                    found[position].append(body)
        return MappingProxyType({position: tuple(bodies) for position, bodies in found.items()})


@lru_cache(maxsize=128)
def _snapshot(land: Landscape, day: date) -> Snapshot:
    found: dict[str, list[BodyAt]] = {layer: [] for layer in land.layers}
    for body in land.all_bodies.values():
        at = body_at(land, body, day)
        if at is not None:
            found[body.layer].append(at)
    ordered = {layer: tuple(sorted(bodies, key=lambda item: item.name)) for layer, bodies in found.items()}
    return Snapshot(land, day, MappingProxyType(ordered))


def body_at(land: Landscape, body: Body, day: date) -> BodyAt | None:
    """One body on one day, or ``None`` when it does not exist, or had not been announced, by then."""
    if not in_force(day, body.valid_from, body.valid_to):
        return None
    how = standing(body.agreements, day) if body.agreements else "live"
    if how is None:
        return None
    parts = footprint(body, day, land.parts)
    drawn = parts or bid_footprint(body, day, land.parts)
    counted = members_on(body, day, COUNTED_ROLES)
    return BodyAt(
        body=body,
        day=day,
        standing=how,
        members=counted or members_on(body, day, INVITED_ROLES),
        associates=members_on(body, day, ASSOCIATE_ROLES),
        parts=parts,
        associate_parts=associate_footprint(body, day, land.parts),
        drawn_parts=drawn,
        people=land.parts.people_in(parts),
        area_km2=land.parts.area_in(parts),
        agreements=tuple(item for item in body.agreements if is_announced(item, day)),
        inherited=tuple(item for item in _inherited(land, body, day) if is_announced(item, day)),
    )


def _inherited(land: Landscape, body: Body, day: date) -> tuple[Agreement, ...]:
    """Agreements of the deals that had ended by ``day`` with the body that led them, and whose districts all went to this one."""
    if not body.layer_record.draws:
        return ()
    found: list[Agreement] = []
    for other in land.all_bodies.values():
        if other.layer != body.layer or other.valid_to is None or other.valid_to >= day:
            continue
        after = date.fromordinal(other.valid_to.toordinal() + 1)
        left = {member.district_code for member in members_on(other, other.valid_to, COUNTED_ROLES)}
        if left and left <= {member.district_code for member in members_on(body, after, COUNTED_ROLES)}:
            found.extend(other.agreements)
    return tuple(found)
