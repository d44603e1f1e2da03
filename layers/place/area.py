"""A district or a county as one area: its districts, parts and people."""

from __future__ import annotations

from dataclasses import dataclass

from layers.landscape import Landscape


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
