"""What an NHS adviser asks of an STP: which deals, authorities, LEPs and councils it meets, and what is easily missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from layers.briefing_roles import roles
from layers.deals import known_amount
from layers.landscape import BodyAt, Snapshot
from layers.model import Institution, Layer
from layers.overlaps.pairs import layer_pair
from layers.patchwork import upper_tiers
from layers.place.institutions import institutions_within

LEAST, MOST = 0.01, 0.35
"""A body that holds between these shares of an STP's people is easily missed."""


@dataclass(frozen=True)
class Met:
    """A body that shares people with an STP: people in both, share of the STP's, share of its own."""

    body: BodyAt
    people: int
    share_of_stp: float
    share_of_body: float


@dataclass(frozen=True)
class Missed:
    """A footprint that an STP easily misses, with every body that has it, the people in both and the districts they live in."""

    stp: BodyAt
    bodies: tuple[BodyAt, ...]
    people: int
    share_of_stp: float
    share_of_body: float
    districts: tuple[str, ...]


@dataclass(frozen=True)
class Attributed:
    """Growth Deal money of the LEPs met, attributed by people; ``None`` when the amount of a round of any of them is not known."""

    amount_gbp_m: float | None
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Trusts:
    """Trusts that a source places in the STP, and those that only stand in it by their head office."""

    sourced: tuple[Institution, ...]
    by_head_office: tuple[Institution, ...]


def met(snapshot: Snapshot, stp_id: str, layer: str, least: float = 0.0) -> tuple[Met, ...]:
    """The bodies of a layer that share people with an STP, most people first.

    With ``least``, only those that hold at least that share of the STP's people or of which the STP holds as much.

    Raises:
        KeyError: no such STP on the day.
    """
    found = _met_by_stp(snapshot, layer)[stp_id]
    return tuple(item for item in found if max(item.share_of_stp, item.share_of_body) >= least)


@lru_cache(maxsize=256)
def _met_by_stp(snapshot: Snapshot, layer: str) -> Mapping[str, tuple[Met, ...]]:
    """What every STP meets of a layer: one pass over the pairs serves all STPs. Kept for the days asked for last."""
    pair = layer_pair(snapshot, roles(snapshot.landscape).subject.id, layer)
    found: dict[str, list[Met]] = {body.id: [] for body in pair.a}
    for i, j in pair.pairs():
        shares = float(pair.share_of_a[i, j]), float(pair.share_of_b[i, j])
        found[pair.a[i].id].append(Met(pair.b[j], int(pair.people[i, j]), *shares))
    return MappingProxyType({name: tuple(items) for name, items in found.items()})


def growth_money(snapshot: Snapshot, stp_id: str) -> Attributed:
    """Each growth deal's known rounds times the share of its LEP's people who live in the STP, summed.

    Where any LEP met has a round of unknown amount the sum is not known, and the deals are named.
    """
    found = met(snapshot, stp_id, roles(snapshot.landscape).money.id)
    amounts = [(item, known_amount(item.body.agreements)) for item in found]
    unknown = tuple(item.body.short_name for item, amount in amounts if amount is None)
    if unknown or not found:
        return Attributed(None, unknown)
    return Attributed(round(sum((amount or 0) * item.share_of_body for item, amount in amounts), 2), ())


def under_several(snapshot: Snapshot, stp_id: str, layer: str) -> int:
    """People of an STP who live in two or more bodies of a layer."""
    pair = layer_pair(snapshot, roles(snapshot.landscape).subject.id, layer)
    mine = next(position for position, body in enumerate(pair.a) if body.id == stp_id)
    return int(pair.in_many_b[mine])


def councils(snapshot: Snapshot, stp: BodyAt) -> tuple[tuple[str, float], ...]:
    """The upper-tier councils with people in an STP: code and the share of the STP's people, most first."""
    parts = snapshot.landscape.parts
    own = frozenset(stp.parts)
    rows = [
        (code, parts.people_in(own.intersection(area)))
        for code, area in upper_tiers(snapshot).items()
        if not own.isdisjoint(area)
    ]
    return tuple(sorted(((code, count / stp.people) for code, count in rows if count), key=lambda row: -row[1]))


def split_districts(snapshot: Snapshot, stp: BodyAt) -> tuple[tuple[str, BodyAt, int, float], ...]:
    """People of this STP's districts who belong to another STP: district, that STP, people, share of the district."""
    parts = snapshot.landscape.parts
    reached = dict.fromkeys(parts.district[part] for part in stp.parts)
    subject = roles(snapshot.landscape).subject.id
    found = []
    for code in reached:
        own = parts.of_district[code]
        total = parts.people_in(own)
        for other in snapshot.bodies(subject):
            count = parts.people_in(set(own).intersection(other.parts))
            if other.id != stp.id and count:
                found.append((code, other, count, count / total))
    return tuple(sorted(found, key=lambda row: -row[2]))


def trusts(snapshot: Snapshot, stp: BodyAt) -> Trusts:
    """The NHS trusts of an STP: by source where one was found, else by where the head office stands.

    A trust that a source places in other STPs is not counted here by its head office.
    """
    land = snapshot.landscape
    subject = roles(land).subject.id
    known = [item for item in land.institutions.values() if item.layer_record.placed_in == subject]
    sourced = tuple(sorted((item for item in known if stp.id in item.stp_ids), key=lambda item: item.name))
    inside = institutions_within(snapshot, stp.parts)
    placed = tuple(item for item in inside if item.layer_record.placed_in == subject and not item.stp_ids)
    return Trusts(sourced, placed)


def universities(snapshot: Snapshot, stp: BodyAt) -> tuple[Institution, ...]:
    """Universities with their head office in the STP."""
    return tuple(item for item in institutions_within(snapshot, stp.parts) if item.layer_record.students)


def is_easily_missed(item: Met) -> bool:
    """Whether the body holds 1 to 35% of the STP's people, or the STP holds under half of the body's and is not inside it.

    A pair with under 1% of both is a touch, not a finding.
    """
    if max(item.share_of_stp, item.share_of_body) < LEAST:
        return False
    minor = LEAST <= item.share_of_stp <= MOST
    inside = item.share_of_stp >= 1 - LEAST
    return minor or (item.share_of_body < 0.5 and not inside)


def easily_missed(snapshot: Snapshot, layers: Sequence[Layer], stp_id: str | None = None) -> tuple[Missed, ...]:
    """The easily missed footprints of one STP or of all, one entry a footprint however many bodies have it, most people first."""
    subject = roles(snapshot.landscape).subject.id
    stps = [body for body in snapshot.bodies(subject) if stp_id in (None, body.id)]
    found = []
    for stp in stps:
        by_parts: dict[tuple[int, ...], list[Met]] = {}
        for layer in layers:
            for item in met(snapshot, stp.id, layer.id):
                if is_easily_missed(item):
                    by_parts.setdefault(item.body.parts, []).append(item)
        found += [_missed(snapshot, stp, items) for items in by_parts.values()]
    return tuple(sorted(found, key=lambda item: (-item.people, item.stp.name)))


def _missed(snapshot: Snapshot, stp: BodyAt, items: Sequence[Met]) -> Missed:
    parts = snapshot.landscape.parts
    shared = sorted(set(stp.parts).intersection(items[0].body.parts))
    first = items[0]
    return Missed(
        stp=stp,
        bodies=tuple(item.body for item in items),
        people=first.people,
        share_of_stp=first.share_of_stp,
        share_of_body=first.share_of_body,
        districts=tuple(dict.fromkeys(parts.district[part] for part in shared)),
    )
