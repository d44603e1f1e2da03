"""From memberships to footprints: which parts a body covers on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from layers.geography.areas import Parts
from layers.model import ASSOCIATE_ROLES, COUNTED_ROLES, INVITED_ROLES, Body, Member

Footprint = tuple[int, ...]
"""A set of parts, as their sorted positions in `Parts`."""


def members_on(body: Body, day: date, roles: Iterable[str]) -> tuple[Member, ...]:
    """The body's members with one of ``roles`` whose membership is in force on ``day``."""
    wanted = frozenset(roles)
    return tuple(member for member in body.members if member.role in wanted and member.in_force(day))


def footprint(body: Body, day: date, parts: Parts) -> Footprint:
    """The parts a body counts as its area on ``day``.

    Whole districts by membership; where a share is below 1 the small areas choose.
    An integrated care system that is a whole STP takes that STP's small areas, even
    after the STP ended. A bid has only invited members and so covers nothing.
    """
    borrowed = next((item.footprint for item in body.agreements if item.footprint), None)
    if borrowed:
        return parts.of_body(*borrowed)
    return parts_of(body, members_on(body, day, COUNTED_ROLES), day, parts)


def associate_footprint(body: Body, day: date, parts: Parts) -> Footprint:
    """The parts of a body's associates: shown on the map, not counted in its area."""
    return parts_of(body, members_on(body, day, ASSOCIATE_ROLES), day, parts)


def bid_footprint(body: Body, day: date, parts: Parts) -> Footprint:
    """The parts of the districts invited to a deal that was never agreed: drawn on request, never counted."""
    return parts_of(body, members_on(body, day, INVITED_ROLES), day, parts)


def parts_of(body: Body, members: Iterable[Member], day: date, parts: Parts) -> Footprint:
    """The parts of these members: all of a whole district, the body's own of a split one.

    A body whose layer's lines the small areas don't know takes the whole of a district it lists in part.
    """
    column = body.layer_record.cut_column(day)
    owner = body.agreements[0].lead_body_id if body.layer_record.draws else body.id
    mine: frozenset[int] | None = None
    chosen: set[int] = set()
    for member in members:
        of_district = parts.of_district[member.district_code]
        if member.share < 1 and column:
            if mine is None:
                mine = frozenset(parts.of_body(column, owner))
            chosen.update(mine.intersection(of_district))
        else:
            chosen.update(of_district)
    return tuple(sorted(chosen))
