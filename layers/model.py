"""The things the landscape is made of, as frozen records.

Field names are the column names of the data package, so ``data/datapackage.json``
describes both. ``None`` always means *not known*, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from layers.dates import PartialDate, in_force
from layers.layer import Layer

__all__ = ["Agreement", "Body", "District", "Event", "Institution", "Layer", "Measure", "Member"]

COUNTED_ROLES = frozenset({"constituent", "member", "pilot", "lead", "area", "place", "part"})
"""Roles whose districts belong to a body's area."""
ASSOCIATE_ROLES = frozenset({"non-constituent", "partner"})
"""Roles that are shown but not counted in a body's area."""
INVITED_ROLES = frozenset({"invited"})
"""Roles that were only ever part of a bid."""


@dataclass(frozen=True)
class District:
    """A local authority district as at December 2017. ``area_km2`` is the printed area.

    ``other_names`` are names and codes of other years, under which people look for it.
    """

    code: str
    name: str
    kind: str
    upper_tier_code: str
    upper_tier_name: str
    region_code: str
    region_name: str
    population: int
    area_km2: float
    lon: float
    lat: float
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """A district's place in a body; ``share`` is the fraction of its people who live in the body."""

    district_code: str
    role: str
    share: float
    valid_from: date | None = None
    valid_to: date | None = None
    doubt: str = ""

    def in_force(self, day: date) -> bool:
        """Whether the membership holds on ``day`` (dates inclusive, blank excludes nothing)."""
        return in_force(day, self.valid_from, self.valid_to)


@dataclass(frozen=True)
class Agreement:
    """One row of ``deals.csv`` or ``programmes.csv``: a deal, round, pilot, audit or strategy.

    ``footprint`` is the small-area column and body whose area it takes, when it takes another body's.
    """

    id: str
    layer_record: Layer
    place_id: str
    place: str
    name: str
    round: str
    announced_on: date
    announced: PartialDate
    status: str
    status_on: PartialDate | None
    amount_gbp_m: float | None
    amount_period: str
    lead_name: str
    lead_body_id: str | None
    headline: str
    source: str
    confidence: str
    amount_confidence: str
    doubt: str
    footprint: tuple[str, str] | None = None

    @property
    def layer(self) -> str:
        """The id of its layer."""
        return self.layer_record.id


@dataclass(frozen=True)
class Body:
    """A body of any layer over the whole period: its own dates and all its memberships.

    For deals and programmes the body is a *place*: the agreements with one lead and
    one footprint, in order of announcement.
    """

    id: str
    layer_record: Layer
    name: str
    short_name: str
    official_code: str
    valid_from: date | None
    valid_to: date | None
    mayor_from: date | None
    members: tuple[Member, ...]
    agreements: tuple[Agreement, ...] = ()
    source: str = ""
    confidence: str = ""
    doubt: str = ""
    abbreviation: str = ""

    @property
    def layer(self) -> str:
        """The id of its layer."""
        return self.layer_record.id


@dataclass(frozen=True)
class Institution:
    """A university or NHS trust at the point of its head office.

    ``students`` and ``students_year`` are for universities; ``None`` is not known. ``stp_ids`` are the STPs that a
    source says a trust belongs to; empty when no source was found, which does not mean that it belongs to none.
    """

    id: str
    layer_record: Layer
    name: str
    kind: str
    lon: float
    lat: float
    small_area_code: str
    district_code: str
    students: int | None
    students_year: str
    source: str
    confidence: str
    doubt: str
    stp_ids: tuple[str, ...] = ()
    short_name: str = ""

    @property
    def code(self) -> str:
        """Its number or code in the register it is listed in, as ``10007149`` or ``RHQ``."""
        return self.id.partition("-")[2]

    @property
    def layer(self) -> str:
        """The id of its layer."""
        return self.layer_record.id


@dataclass(frozen=True)
class Measure:
    """A statistic by district. ``values`` has no entry where none is available."""

    id: str
    label: str
    theme: str
    level: str
    kind: str
    unit: str
    period: str
    source: str
    licence: str
    doubt: str
    values: Mapping[str, float]


@dataclass(frozen=True)
class Event:
    """A dated line of the national timeline."""

    date: date
    text: str
    layer: str
    source: str
    confidence: str
