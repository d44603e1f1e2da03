"""The bodies over an area, and the other districts that each is shared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from layers.landscape import BodyAt, Snapshot
from layers.model import Member
from layers.place.area import Area


@dataclass(frozen=True)
class Sharer:
    """Another district of a body; ``share`` is the fraction of *its* people who live in the body."""

    code: str
    name: str
    share: float


@dataclass(frozen=True)
class Cover:
    """A body over an area.

    ``share`` is the fraction of the area's people in the body, ``None`` for an associate or a bid, of which nobody is
    counted. ``members`` are its members in the area, ``others`` its districts outside it.
    """

    body: BodyAt
    share: float | None
    members: tuple[Member, ...]
    others: tuple[Sharer, ...]

    @property
    def member(self) -> Member | None:
        """Its member in a district; of a county the first of them."""
        return self.members[0] if self.members else None

    @property
    def since(self) -> date | None:
        """The first day from which the body covers any of the area, or ``None`` when not known.

        A membership counts only while its body is in force, so it is the later of the two; where
        bodies have dated memberships a blank one means that the day was not found.
        """
        began, starts = self.body.body.valid_from, [member.valid_from for member in self.members]
        if self.body.layer_record.dated_membership and (None in starts or not starts):
            return None
        known = [max(day, began or day) for day in starts if day]
        return min(known, default=began)


def district_shares(snapshot: Snapshot, body: BodyAt) -> Mapping[str, float]:
    """The fraction of each district's people who live in the body, for the districts it reaches."""
    parts = snapshot.landscape.parts
    found: dict[str, int] = {}
    for position in body.parts:
        code = parts.district[position]
        found[code] = found.get(code, 0) + int(parts.people[position])
    return {code: people / parts.people_in(parts.of_district[code]) for code, people in found.items()}


def covers_of(snapshot: Snapshot, area: Area, *, fallen: bool = False) -> tuple[Cover, ...]:
    """Every body over the area in layer order, then, within a layer, those it is only an associate of.

    With ``fallen``, fallen deals and bids too.
    """
    own = frozenset(area.parts)
    found = []
    for layer in snapshot.landscape.layers:
        for body in snapshot.bodies(layer, fallen=fallen):
            if own.intersection(body.drawn_parts):
                share = _share(snapshot, body, area)
                found.append(Cover(body, share, _members(body.members, area), _others(snapshot, body, area)))
        for body in snapshot.bodies(layer):
            if own.intersection(body.associate_parts) and not own.intersection(body.parts):
                found.append(Cover(body, None, _members(body.associates, area), _others(snapshot, body, area)))
    return tuple(found)


def _share(snapshot: Snapshot, body: BodyAt, area: Area) -> float | None:
    """The fraction of the area's people in the body; ``None`` for a bid, which covers nothing."""
    shared = set(area.parts).intersection(body.parts)
    return snapshot.landscape.parts.people_in(shared) / area.people if shared else None


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
