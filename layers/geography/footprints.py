"""From memberships to footprints: which parts a body covers on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from layers.geography.areas import Parts
from layers.model import ASSOCIATE_ROLES, COUNTED_ROLES, INVITED_ROLES, Body, Member

STP_COLUMN_CHANGES = date(2018, 4, 1)
"""From this day split districts follow the small areas' April 2018 STP column."""
SPLIT_LAYERS = frozenset({"lep", "growth_deal", "stp"})
"""Layers whose lines the small areas know; a body of any other takes the whole of a district it lists in part."""

Footprint = tuple[int, ...]
"""A set of parts, as their sorted positions in `Parts`."""


def split_column(layer: str, day: date) -> str:
    """The small-area column that divides a split district between the bodies of a layer on ``day``."""
    if layer in ("lep", "growth_deal"):
        return "lep_2017"
    return "stp_2018" if day >= STP_COLUMN_CHANGES else "stp_2017"


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
    borrowed = next((item.footprint_body_id for item in body.agreements if item.footprint_body_id), None)
    if borrowed:
        return parts.of_body("stp_2017", borrowed)
    return parts_of(body, members_on(body, day, COUNTED_ROLES), day, parts)


def associate_footprint(body: Body, day: date, parts: Parts) -> Footprint:
    """The parts of a body's associates: shown on the map, not counted in its area."""
    return parts_of(body, members_on(body, day, ASSOCIATE_ROLES), day, parts)


def bid_footprint(body: Body, day: date, parts: Parts) -> Footprint:
    """The parts of the districts invited to a deal that was never agreed: drawn on request, never counted."""
    return parts_of(body, members_on(body, day, INVITED_ROLES), day, parts)


def parts_of(body: Body, members: Iterable[Member], day: date, parts: Parts) -> Footprint:
    """The parts of these members: all of a whole district, the body's own of a split one."""
    owner = body.agreements[0].lead_body_id if body.layer == "growth_deal" else body.id
    mine: frozenset[int] | None = None
    chosen: set[int] = set()
    for member in members:
        of_district = parts.of_district[member.district_code]
        if member.share < 1 and body.layer in SPLIT_LAYERS:
            if mine is None:
                mine = frozenset(parts.of_body(split_column(body.layer, day), owner))
            chosen.update(mine.intersection(of_district))
        else:
            chosen.update(of_district)
    return tuple(sorted(chosen))
