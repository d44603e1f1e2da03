"""One part of a district that some bodies split, and what covers that very part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from layers.landscape import Landscape, Snapshot
from layers.place.area import Area, area_of
from layers.place.covers import Cover, covers_of


@dataclass(frozen=True)
class PartCovers:
    """A part as an area, and the bodies that tell it from the rest of its district: those over it, and those beside it."""

    area: Area
    here: tuple[Cover, ...]
    elsewhere: tuple[Cover, ...]


def part_of(land: Landscape, name: str) -> Area:
    """The area of a part, by the part's name; it is called as its district is.

    Raises:
        KeyError: no district is split into such a part.
    """
    code = name.rpartition("-")[0]
    if name not in land.parts.ids or code not in land.districts:
        raise KeyError(name)
    position = land.parts.ids.index(name)
    return replace(area_of(land, code), parts=(position,), people=land.parts.people_in([position]))


def part_covers(snapshot: Snapshot, name: str) -> PartCovers:
    """What covers a part of a district and not all of it, and what covers only other parts of it.

    The covers are of the district: their shares are those of its people, not the part's.

    Raises:
        KeyError: no district is split into such a part.
    """
    land = snapshot.landscape
    area = part_of(land, name)
    whole = area_of(land, area.code)
    (own,) = area.parts
    split = [cover for cover in covers_of(snapshot, whole) if not set(whole.parts) <= set(cover.body.drawn_parts)]
    counted = [cover for cover in split if cover.share is not None]
    return PartCovers(
        area,
        tuple(cover for cover in counted if own in cover.body.drawn_parts),
        tuple(cover for cover in counted if own not in cover.body.drawn_parts),
    )
