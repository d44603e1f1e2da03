"""The landscape as plain records, ready to be written: dates are dates, unknown is ``None``, shares are fractions.

Pure functions, one an address. Record keys are the field names of `dashboard.api.answers`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from layers.deals import is_announced, status_at
from layers.landscape import BodyAt, Landscape, Snapshot
from layers.model import Agreement, Body, Layer, Member
from layers.place.area import area_of
from layers.place.covers import Cover, covers_of, district_shares
from layers.place.figures import Figure, figures_of
from layers.place.institutions import institutions_of

Record = dict[str, Any]


def layer_rows(snapshot: Snapshot) -> list[Record]:
    """Every layer, with the number of its bodies in force that day (``None`` for institutions, which are points)."""

    def count(layer: Layer) -> int | None:
        return len(snapshot.bodies(layer.id)) if layer.is_area else None

    return [
        {
            "id": layer.id,
            "name": layer.name,
            "name_singular": layer.name_singular,
            "category": layer.category,
            "what_it_does": layer.what_it_does,
            "source": layer.source,
            "bodies": count(layer),
        }
        for layer in snapshot.landscape.layers.values()
    ]


def body_rows(snapshot: Snapshot, layer: str | None = None, *, fallen: bool = False) -> list[Record]:
    """The bodies of the day, of one layer or of all, in layer order and then by name.

    Raises:
        KeyError: there is no such layer.
    """
    layers = [layer] if layer else list(snapshot.by_layer)
    found = (body for item in layers for body in snapshot.bodies(item, fallen=fallen))
    return [_body_row(snapshot, at.body, at) for at in found]


def _body_row(snapshot: Snapshot, body: Body, at: BodyAt | None) -> Record:
    """A body's own facts and the figures of its footprint, ``None`` when it has none that is known and in force."""
    live = at if at is not None and at.standing == "live" and at.parts else None
    return {
        "id": body.id,
        "layer": body.layer,
        "name": body.name,
        "short_name": body.short_name,
        "abbreviation": body.abbreviation or None,
        "official_code": body.official_code or None,
        "valid_from": body.valid_from,
        "valid_to": body.valid_to,
        "mayor_from": body.mayor_from,
        "standing": at.standing if at else None,
        "people": live.people if live else None,
        "area_km2": round(live.area_km2, 3) if live else None,
        "districts": len(district_shares(snapshot, live)) if live else None,
    }


def body_record(snapshot: Snapshot, body_id: str) -> Record:
    """One body with its members, associates and agreements.

    A body that is not in force that day keeps its names, dates and agreements announced
    by then; the figures of its footprint are ``None``.

    Raises:
        KeyError: there has never been such a body.
    """
    body = snapshot.landscape.all_bodies[body_id]
    at = snapshot.by_id.get(body_id)
    own = [item for item in body.agreements if is_announced(item, snapshot.day)]
    return {
        "as_at": snapshot.day,
        "in_force": at is not None and at.standing == "live",
        **_body_row(snapshot, body, at),
        "members": _members(snapshot, at) if at else [],
        "associates": [_member(snapshot.landscape, item, None) for item in (at.associates if at else ())],
        "agreements": [_agreement(item, snapshot.day, inherited=False) for item in own]
        + [_agreement(item, snapshot.day, inherited=True) for item in (at.inherited if at else ())],
        "source": body.source or None,
        "confidence": body.confidence or None,
        "doubt": body.doubt or None,
    }


def _members(snapshot: Snapshot, at: BodyAt) -> list[Record]:
    """The districts listed, then any that the footprint reaches though its source lists no such member (no role)."""
    shares = district_shares(snapshot, at) if at.standing == "live" else {}
    listed = {item.district_code for item in at.members}
    reached = (Member(code, "", share) for code, share in shares.items() if code not in listed)
    land = snapshot.landscape
    return [_member(land, item, shares.get(item.district_code)) for item in (*at.members, *reached)]


def _member(land: Landscape, member: Member, share: float | None) -> Record:
    return {
        "district_code": member.district_code,
        "name": land.districts[member.district_code].name,
        "role": member.role or None,
        "share": None if share is None else round(share, 6),
        "valid_from": member.valid_from,
        "valid_to": member.valid_to,
    }


def _agreement(item: Agreement, day: date, *, inherited: bool) -> Record:
    return {
        "id": item.id,
        "name": item.name,
        "round": item.round or None,
        "status": status_at(item, day),
        "announced_on": item.announced_on,
        "announced_precision": item.announced.precision,
        "amount_gbp_m": item.amount_gbp_m,
        "amount_period": item.amount_period or None,
        "amount_confidence": item.amount_confidence or None,
        "inherited": inherited,
        "source": item.source or None,
        "doubt": item.doubt or None,
    }


def member_rows(body: Record) -> list[Record]:
    """A body's record flattened for CSV: a row a member, then a row an associate.

    ``counted`` is whether the district's people count as the body's: true of the members of a body in force.
    """
    head = {
        "as_at": body["as_at"],
        "body_id": body["id"],
        "layer": body["layer"],
        "body_name": body["name"],
        "in_force": body["in_force"],
        "standing": body["standing"],
    }
    return [
        {**head, "counted": counted, **{("district_name" if key == "name" else key): item[key] for key in item}}
        for group, counted in (("members", body["in_force"]), ("associates", False))
        for item in body[group]
    ]


def place_record(snapshot: Snapshot, code: str) -> Record:
    """One district: what covers it that day, the institutions in it, and its statistics.

    Raises:
        KeyError: no such district.
    """
    land = snapshot.landscape
    district, area = land.districts[code], area_of(land, code)
    institutions = [
        {
            "id": item.id,
            "layer": item.layer,
            "name": item.name,
            "kind": item.kind or None,
            "students": item.students,
            "students_year": item.students_year or None,
        }
        for item in institutions_of(land, area)
    ]
    return {
        "as_at": snapshot.day,
        "code": district.code,
        "name": district.name,
        "kind": district.kind,
        "upper_tier_code": district.upper_tier_code or None,
        "upper_tier_name": district.upper_tier_name or None,
        "region_code": district.region_code,
        "region_name": district.region_name,
        "population": district.population,
        "area_km2": district.area_km2,
        "covers": [_cover(item) for item in covers_of(snapshot, area)],
        "institutions": institutions,
        "measures": [_measure(item) for item in figures_of(land, area)],
    }


def _cover(cover: Cover) -> Record:
    return {
        "body_id": cover.body.id,
        "layer": cover.body.layer,
        "name": cover.body.name,
        "share": None if cover.share is None else round(cover.share, 6),
        "role": cover.member.role if cover.member else None,
        "since": cover.since,
    }


def _measure(row: Figure) -> Record:
    return {
        "id": row.measure.id,
        "label": row.measure.label,
        "unit": row.measure.unit,
        "period": row.measure.period,
        "level": row.measure.level,
        "value": row.value,
        "middle_england": row.middle_england,
        "middle_region": row.middle_region,
    }


def cover_rows(place: Record) -> list[Record]:
    """A place's record flattened for CSV: a row a cover."""
    head = {"as_at": place["as_at"], "place_code": place["code"], "place_name": place["name"]}
    return [
        {**head, **{("body_name" if key == "name" else key): value for key, value in cover.items()}}
        for cover in place["covers"]
    ]
