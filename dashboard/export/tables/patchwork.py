"""The patchwork page's tables: how far each layer reaches, every district with its bundle, and the legend's counts."""

from __future__ import annotations

from dashboard.export.order import view_of
from dashboard.export.tables.common import Asked, Row, fraction, layer_names
from dashboard.export.tables.sheets import Sheet, numbers, percents, texts
from dashboard.payloads.patchwork import patchwork_payload, title_of
from dashboard.text.sources import view_address
from dashboard.views.patchwork import PatchworkView
from dashboard.views.query import serialise
from layers.landscape import Landscape, Snapshot
from layers.patchwork import (
    bodies_to_work_with,
    bundles,
    council_maps,
    layer_coverages,
    named,
    region_parts,
    splitting_layers,
)
from layers.words import sentences


def _filters(land: Landscape, view: PatchworkView) -> tuple[tuple[str, str], ...]:
    names = {district.region_code: district.region_name for district in land.districts.values()}
    return (("Layers", layer_names(land, view.layers)), ("Region", names.get(view.region, "England")))


def _address(asked: Asked, view: PatchworkView) -> str:
    return view_address(asked.origin, "/patchwork", serialise(view))


def coverage(asked: Asked) -> Sheet:
    """For each layer people in none, one and several bodies, and every district that it does not reach."""
    land, view = asked.land, view_of(PatchworkView, asked.query, asked.land)
    rows = [
        (
            land.layers[item.layer].name,
            item.none,
            item.one,
            item.more,
            ", ".join(sorted(land.districts[code].name for code in item.gaps)) or "none",
        )
        for item in layer_coverages(land.as_at(view.as_at), view.layers, view.only_region)
    ]
    return Sheet(
        title="How far each layer reaches",
        day=view.as_at,
        columns=(
            *texts("Layer"),
            *numbers("People in none", "In one", "In two or more"),
            *texts("Districts it does not reach"),
        ),
        rows=rows,
        address=_address(asked, view),
        filters=_filters(land, view),
        notes=("Not covered is not zero: it only means that no body of the layer had these people on this day.",),
    )


def legend(asked: Asked) -> Sheet:
    """The map's legend: each bundle, or each number, with its people and districts."""
    land, view = asked.land, view_of(PatchworkView, asked.query, asked.land)
    payload = patchwork_payload(land, view.layers, view.colour, view.region, view.as_at)
    head = "Bundle" if view.colour == "bundle" else "Number"
    return Sheet(
        title=title_of(land, view.colour),
        day=view.as_at,
        columns=(*texts(head), *numbers("People, mid-2017"), *texts("Districts")),
        rows=tuple((row["label"], row["people"], row["districts"]) for row in payload["legend"]),
        address=_address(asked, view),
        filters=_filters(land, view),
    )


def districts(asked: Asked) -> Sheet:
    """Every district (of one that a line divides, every part): its bodies layer by layer, and what the map can count."""
    land, view = asked.land, view_of(PatchworkView, asked.query, asked.land)
    snapshot = land.as_at(view.as_at)
    council = "the county or unitary council"
    columns = (
        *texts("District", "Part", "County or council", "Region"),
        *numbers("People, mid-2017"),
        *percents("Share of the district"),
        *texts(*(land.layers[layer].name for layer in view.layers)),
        *numbers("Number of bodies", f"Layers with a boundary through {council}"),
        *texts("Which layers"),
        *numbers(*(f"{layer.plural} of {council}" for layer in council_maps(land).values())),
        *texts("Bundle", "Code"),
    )
    return Sheet(
        title="Districts and their bundles of bodies",
        day=view.as_at,
        columns=columns,
        rows=_parts(snapshot, view),
        address=_address(asked, view),
        filters=_filters(land, view),
        notes=("A district that a line divides has a row for each part.",),
    )


def _parts(snapshot: Snapshot, view: PatchworkView) -> list[Row]:
    land = snapshot.landscape
    of_part = bundles(snapshot, view.layers)
    by_layer = [bundles(snapshot, (layer,)) for layer in view.layers]
    splits = splitting_layers(snapshot, view.layers)
    partners = [bodies_to_work_with(snapshot, layer.id) for layer in council_maps(land).values()]
    rows: list[Row] = []
    for part in region_parts(snapshot, view.only_region):
        code = land.parts.district[part]
        district, own = land.districts[code], land.parts.of_district[code]
        council, people = district.upper_tier_code, int(land.parts.people[part])
        bodies = [named(snapshot, found[part]) for found in by_layer]
        bundle = [sentences.called(body.short_name, body.layer_record) for body in named(snapshot, of_part[part])]
        rows.append(
            (
                district.name,
                f"{own.index(part) + 1} of {len(own)}" if len(own) > 1 else None,
                district.upper_tier_name or district.name,
                district.region_name,
                people,
                fraction(people, district.population),
                *(", ".join(body.short_name for body in found) or None for found in bodies),
                len(of_part[part]),
                len(splits[council]),
                layer_names(land, splits[council]),
                *(len(found[council]) for found in partners),
                ", ".join(bundle) or "None of these layers",
                code,
            )
        )
    return sorted(rows, key=lambda row: (str(row[0]).casefold(), str(row[1])))
