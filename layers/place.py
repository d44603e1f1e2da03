"""One district: everything that covers it, with whom it is shared, and how its figures compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import Institution, Measure, Member
from layers.statistics.measures import middles


@dataclass(frozen=True)
class Sharer:
    """Another district of a body; ``share`` is the fraction of *its* people who live in the body."""

    code: str
    name: str
    share: float


@dataclass(frozen=True)
class Cover:
    """A body over a district.

    ``share`` is the fraction of the district's people in the body, ``None`` for an
    associate, whose people are not counted. ``others`` are the body's other districts.
    """

    body: BodyAt
    share: float | None
    member: Member | None
    others: tuple[Sharer, ...]

    @property
    def since(self) -> date | None:
        """The day from which the body covers the district, or ``None`` when not known.

        A membership counts only while its body is in force, so it is the later of the two; where
        bodies have dated memberships a blank one means that the day was not found.
        """
        own, began = self.member.valid_from if self.member else None, self.body.body.valid_from
        if own is None and self.body.layer_record.dated_membership:
            return None
        return max((day for day in (own, began) if day), default=None)


@dataclass(frozen=True)
class Comparison:
    """A district's figure beside the middle district of England and of its region; ``None`` is not available."""

    measure: Measure
    value: float | None
    middle_england: float | None
    middle_region: float | None


def district_shares(snapshot: Snapshot, body: BodyAt) -> Mapping[str, float]:
    """The fraction of each district's people who live in the body, for the districts it reaches."""
    parts = snapshot.landscape.parts
    found: dict[str, int] = {}
    for position in body.parts:
        code = parts.district[position]
        found[code] = found.get(code, 0) + int(parts.people[position])
    return {code: people / parts.people_in(parts.of_district[code]) for code, people in found.items()}


def covers(snapshot: Snapshot, code: str, *, fallen: bool = False) -> tuple[Cover, ...]:
    """Every body over a district, in layer order, counted members before associates.

    Raises:
        KeyError: no such district.
    """
    land = snapshot.landscape
    own = frozenset(land.parts.of_district[code])
    found = []
    for layer in land.layers:
        for body in snapshot.bodies(layer, fallen=fallen):
            if own.intersection(body.drawn_parts):
                found.append(_cover(snapshot, body, code))
        found.extend(
            Cover(body, None, _member(body.associates, code), _sharers(snapshot, body, code))
            for body in snapshot.bodies(layer)
            if own.intersection(body.associate_parts) and not own.intersection(body.parts)
        )
    return tuple(found)


def _cover(snapshot: Snapshot, body: BodyAt, code: str) -> Cover:
    share = district_shares(snapshot, body).get(code)
    return Cover(body, share, _member(body.members, code), _sharers(snapshot, body, code))


def _member(members: tuple[Member, ...], code: str) -> Member | None:
    return next((member for member in members if member.district_code == code), None)


def _sharers(snapshot: Snapshot, body: BodyAt, code: str) -> tuple[Sharer, ...]:
    names = snapshot.landscape.districts
    shares = district_shares(snapshot, body)
    rows = (Sharer(other, names[other].name, share) for other, share in shares.items() if other != code)
    return tuple(sorted(rows, key=lambda row: (-row.share, row.name)))


def institutions_in(land: Landscape, code: str) -> tuple[Institution, ...]:
    """Universities and trusts whose head office is in the district, universities first, by name."""
    found = [item for item in land.institutions.values() if item.district_code == code]
    return tuple(sorted(found, key=lambda item: (item.layer_record.order, item.name)))


def comparisons(land: Landscape, code: str) -> tuple[Comparison, ...]:
    """The district's figures, measure by measure, beside the middle district of England and of its region."""
    region = land.districts[code].region_code
    found = []
    for measure in land.measures.values():
        england, regions = middles(land)[measure.id]
        found.append(Comparison(measure, measure.values.get(code), england, regions[region]))
    return tuple(found)


def institutions_within(snapshot: Snapshot, parts: Iterable[int]) -> tuple[Institution, ...]:
    """Universities and trusts whose head office stands in one of the parts: by the small area its point lies in."""
    by_part = _institutions_by_part(snapshot.landscape)
    found = [item for part in set(parts) for item in by_part.get(part, ())]
    return tuple(sorted(found, key=lambda item: (item.layer_record.order, item.name)))


@lru_cache(maxsize=4)
def _institutions_by_part(land: Landscape) -> Mapping[int, tuple[Institution, ...]]:
    """Institutions by the part in which the small area of their head office lies."""
    small = land.small_areas
    found: dict[int, list[Institution]] = {}
    for item in land.institutions.values():
        found.setdefault(int(small.part[small.index[item.small_area_code]]), []).append(item)
    return MappingProxyType({part: tuple(items) for part, items in found.items()})
