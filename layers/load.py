"""Make a `Landscape` from the checked tables of the data package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from layers.dates import PartialDate
from layers.geography.areas import build_areas
from layers.institution_rows import read_institutions
from layers.landscape import Landscape
from layers.layer_rows import read_layers
from layers.model import Agreement, Body, District, Event, Layer, Measure, Member
from layers.package import read_package
from layers.subjects import BESIDE_LAYERS, subjects_of
from layers.table_rules import check_layers, check_people, check_spans
from layers.tables import DATA, Row, TableError, Tables, read_tables, rows_of

Layers = Mapping[str, Layer]


def load_landscape(folder: Path = DATA) -> Landscape:
    """Read, check and assemble the data package in ``folder``.

    Raises:
        TableError: the package breaks its schema; one sentence names file, row and column.
    """
    tables = read_tables(folder)
    try:
        check_layers(tables)
        check_spans(tables)
        check_people(tables)
        return _assembled(tables, str(read_package(folder)["version"]))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        # The tables fit the schema that lies beside them, so it is the schema that isn't ours.
        what = f"{type(error).__name__}: {error}"
        raise TableError(f"datapackage.json describes other tables than this release reads ({what}).") from error


def _assembled(tables: Tables, version: str) -> Landscape:
    districts = {row["code"]: _district(row) for row in rows_of(tables, "districts")}
    columns = list(tables["small_areas"].columns)
    layers = read_layers(rows_of(tables, "layers"), columns)
    _check_tables(tables, layers)
    cutting = {cut.column for layer in layers.values() for cut in layer.cut_by}
    small_areas, parts = build_areas(tables["small_areas"], [column for column in columns if column in cutting])
    bodies = [*_bodies(tables, layers), *_places(tables, layers)]
    _check_ids(bodies)
    bodies.sort(key=lambda body: (body.layer_record.order, body.name))
    return Landscape(
        districts=MappingProxyType(districts),
        layers=MappingProxyType(layers),
        all_bodies=MappingProxyType({body.id: body for body in bodies}),
        institutions=MappingProxyType({item.id: item for item in read_institutions(tables, layers)}),
        measures=MappingProxyType(_measures(tables)),
        events=tuple(_events(tables, layers)),
        small_areas=small_areas,
        parts=parts,
        version=version,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None


def _district(row: Row) -> District:
    text = {name: row[name] for name in District.__dataclass_fields__ if name in row}
    numbers = {name: float(row[name]) for name in ("area_km2", "lon", "lat")}
    others = [row["successor_name"], row["successor_code"], *filter(None, row["other_names"].split("; "))]
    names = tuple(name for name in dict.fromkeys(others) if name not in (row["name"], row["code"]))
    values: dict[str, Any] = {**text, **numbers, "population": int(row["population_2017"]), "other_names": names}
    return District(**values)


def _check_tables(tables: Tables, layers: Layers) -> None:
    """A row stands in the table that its layer's record names."""
    for table in ("bodies", "deals", "programmes"):
        for number, row in enumerate(rows_of(tables, table), 2):
            place = layers[row["layer"]].rows_in
            if place != table:
                raise TableError(
                    f"{table}.csv, row {number}, column layer: {row['layer']!r} is a layer whose rows stand in {place}.csv."
                )


def _member(row: Row) -> Member:
    return Member(
        district_code=row["district_code"],
        role=row["role"],
        share=float(row.get("share", "1")),
        valid_from=_day(row.get("valid_from", "")),
        valid_to=_day(row.get("valid_to", "")),
        doubt=row.get("doubt", ""),
    )


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def _bodies(tables: Tables, layers: Layers) -> Iterator[Body]:
    members = _grouped(rows_of(tables, "memberships"), "body_id")
    for row in rows_of(tables, "bodies"):
        yield Body(
            id=row["id"],
            layer_record=layers[row["layer"]],
            name=row["name"],
            short_name=row["short_name"] or row["name"],
            abbreviation=row["abbreviation"],
            official_code=row["official_code"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            mayor_from=_day(row["mayor_from"]),
            members=tuple(_member(item) for item in members[row["id"]]),
            source=row["source"],
            confidence=row["confidence"],
            doubt=row["doubt"],
        )


def _check_ids(bodies: Iterable[Body]) -> None:
    """Bodies and places share one space of addresses, which no single table's key can guard."""
    seen: set[str] = set()
    for body in bodies:
        if body.id in seen:
            first = body.agreements[0]
            raise TableError(
                f"{first.layer_record.rows_in}.csv, row of {first.id}, column place_id: {body.id!r} is already the id of another body."
            )
        seen.add(body.id)


def _status_day(row: Row, table: str) -> PartialDate | None:
    try:
        return PartialDate.parse(row["status_on"]) if row["status_on"] else None
    except ValueError as error:
        raise TableError(
            f"{table}.csv, row of {row['id']}, column status_on: {row['status_on']!r} is not in the calendar."
        ) from error


def _agreement(row: Row, table: str, layers: Layers, bodies: Mapping[str, Body]) -> Agreement:
    announced = date.fromisoformat(row["announced_on"])
    same = ("id", "place_id", "place", "name", "round", "status", "lead_name", "headline", "source")
    values: dict[str, Any] = {name: row[name] for name in (*same, "confidence", "doubt")}
    return Agreement(
        **values,
        layer_record=layers[row["layer"]],
        announced_on=announced,
        announced=PartialDate.of(announced, row["announced_precision"]),
        status_on=_status_day(row, table),
        amount_gbp_m=_number(row.get("amount_gbp_m", "")),
        amount_period=row.get("amount_period", ""),
        lead_body_id=row["lead_body_id"] or None,
        amount_confidence=row.get("amount_confidence", ""),
        footprint=_borrowed(row, bodies),
    )


def _borrowed(row: Row, bodies: Mapping[str, Body]) -> tuple[str, str] | None:
    """The first small-area column of another body's layer, and that body: whose area the agreement takes for good.

    Raises:
        TableError: no small area says where that body is.
    """
    owner = row.get("footprint_body_id")
    if not owner:
        return None
    cut_by = bodies[owner].layer_record.cut_by
    if not cut_by:
        raise TableError(
            f"programmes.csv, row of {row['id']}, column footprint_body_id: {owner!r} is of a layer without small areas of its own."
        )
    return cut_by[0].column, owner


def _places(tables: Tables, layers: Layers) -> Iterator[Body]:
    """Deals and programmes as bodies: one a place, with its agreements in order."""
    bodies = {body.id: body for body in _bodies(tables, layers)}
    for deals, areas, key in (("deals", "deal_areas", "deal_id"), ("programmes", "programme_areas", "programme_id")):
        members = _grouped(rows_of(tables, areas), key)
        for place_id, rows in _grouped(rows_of(tables, deals), "place_id").items():
            rows = sorted(rows, key=lambda row: (row["announced_on"], row["id"]))
            _check_place(deals, place_id, rows, members)
            agreements = tuple(_agreement(row, deals, layers, bodies) for row in rows)
            counted = tuple(_member(item) for item in members[rows[0]["id"]] if item["role"] != "declined")
            place = _place(place_id, agreements, counted)
            yield _on_lead(place, bodies, layers) if place.layer_record.draws else place


def _check_place(table: str, place_id: str, rows: list[Row], members: Mapping[str, list[Row]]) -> None:
    """One place has one layer, one lead and one footprint, or it is not one place."""
    for row in rows[1:]:
        for column in ("layer", "place", "lead_body_id"):
            if row[column] != rows[0][column]:
                raise TableError(
                    f"{table}.csv, row of {row['id']}, column {column}: {row[column]!r} differs from "
                    f"{rows[0][column]!r} in {rows[0]['id']}, which has the same place_id {place_id}."
                )
        if {(item["district_code"], item["role"]) for item in members[row["id"]]} != {
            (item["district_code"], item["role"]) for item in members[rows[0]["id"]]
        }:
            raise TableError(
                f"{table}.csv, row of {row['id']}, column place_id: its districts differ from those of {rows[0]['id']}."
            )


def _place(place_id: str, agreements: tuple[Agreement, ...], members: tuple[Member, ...]) -> Body:
    first = agreements[0]
    together = len(agreements) > 1 and first.layer_record.named_together
    return Body(
        id=place_id,
        layer_record=first.layer_record,
        name=f"{first.place} {first.layer_record.noun}" if together else first.name,
        short_name=first.place,
        official_code="",
        valid_from=first.announced_on,
        valid_to=None,
        mayor_from=None,
        members=members,
        agreements=agreements,
        source=first.source,
        confidence=first.confidence,
        doubt=first.doubt,
    )


def _on_lead(place: Body, bodies: Mapping[str, Body], layers: Layers) -> Body:
    """A deal that draws another layer covers the body that leads it, whose dates and members it takes."""
    first = place.agreements[0]
    needed = layers[first.layer_record.draws or ""]
    lead = bodies.get(first.lead_body_id or "")
    if lead is None or lead.layer != needed.id:
        raise TableError(
            f"{first.layer_record.rows_in}.csv, row of {first.id}, column lead_body_id: "
            f"{first.layer_record.article} {first.layer_record.noun} needs {needed.article} {needed.noun}."
        )
    begins = max(day for day in (place.valid_from, lead.valid_from) if day)
    return replace(
        place,
        short_name=lead.short_name,
        abbreviation=lead.abbreviation,
        valid_from=begins,
        valid_to=lead.valid_to,
        members=lead.members,
    )


def _measures(tables: Tables) -> dict[str, Measure]:
    values: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows_of(tables, "measure_values"):
        values[row["measure_id"]][row["district_code"]] = float(row["value"])
    same = ("id", "label", "theme", "level", "kind", "unit", "period", "source", "licence", "doubt")
    found = {}
    for row in rows_of(tables, "measures"):
        words: dict[str, Any] = {name: row[name] for name in same}
        found[row["id"]] = Measure(**words, values=MappingProxyType(values[row["id"]]))
    return found


def _events(tables: Tables, layers: Layers) -> Iterator[Event]:
    known = subjects_of(layers.values())
    for number, row in enumerate(rows_of(tables, "timeline"), 2):
        if row["layer"] not in known:
            raise TableError(
                f"timeline.csv, row {number}, column layer: {row['layer']!r} is not the subject of a layer nor one of "
                f"{', '.join(BESIDE_LAYERS)}."
            )
        yield Event(date.fromisoformat(row["date"]), row["event"], row["layer"], row["source"], row["confidence"])
